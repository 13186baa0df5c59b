"""Sentences to spaCy documents, some sentences each, so that the parser learns where sentences end."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from models.training.conllu import Sentence, Token


def document(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """One document; a sentence without relations leaves the trees of the whole document unknown."""
    tokens = [token for sentence in sentences for token in sentence]
    starts: list[bool | int | None] = [at == 0 for sentence in sentences for at in range(len(sentence))]
    heads: list[int] = []
    for sentence in sentences:
        offset = len(heads)
        heads.extend(offset + token.head for token in sentence)
    parsed = all(token.deprel for token in tokens)
    spaces = [token.space_after for token in tokens]
    for sentence, end in zip(sentences, ends(sentences), strict=True):
        if not sentence[-1].space_after and not sentence[-1].form.isspace() and end < len(tokens):
            spaces[end - 1] = True
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=spaces,
        pos=[token.upos for token in tokens],
        morphs=[token.feats for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=heads if parsed else None,
        deps=[token.deprel for token in tokens] if parsed else None,
        sent_starts=None if parsed else starts,
        ents=[token.entity for token in tokens],
    )


def broken(groups: Iterable[list[Sentence]], chance: random.Random, share: float) -> Iterator[list[Sentence]]:
    """With line breaks after sentences: always after one without a final mark, else after the given share of them."""
    for group in groups:
        lines = []
        for sentence in group:
            if sentence[-1].form not in {".", "?", "!", ":"} or chance.random() < share:
                mark = Token(
                    chance.choice(["\n", "\n", "\n\n"]), head=len(sentence) - 1, deprel="dep", space_after=False
                )
                lines.append([*sentence[:-1], replace(sentence[-1], space_after=False), mark])
            else:
                lines.append(sentence)
        yield lines


def ends(sentences: list[Sentence]) -> Iterator[int]:
    total = 0
    for sentence in sentences:
        total += len(sentence)
        yield total


def grouped(sentences: list[Sentence], sizes: Iterable[int]) -> Iterator[list[Sentence]]:
    """Neighbouring sentences in groups of the given sizes, until there are none left."""
    start = 0
    for size in sizes:
        if start >= len(sentences):
            return
        yield sentences[start : start + size]
        start += size


def random_sizes(chance: random.Random, most: int) -> Iterator[int]:
    while True:
        yield chance.randint(1, most)


def fixed_sizes(size: int) -> Iterator[int]:
    while True:
        yield size


def write(path: Path, groups: Iterable[list[Sentence]]) -> int:
    """Write a `.spacy` file; gives the number of words in it."""
    vocab = Vocab()
    store = DocBin(store_user_data=False)
    words = 0
    for group in groups:
        store.add(document(group, vocab))
        words += sum(len(sentence) for sentence in group)
    store.to_disk(path)
    return words
