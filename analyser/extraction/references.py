"""The references of a document, its sentences read in order: `Borgmesteren orienterede. Hun takkede, og jeg skrev ned.`

Whom a sentence names, its pronouns included, is kept for the sentences behind it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from analyser.extraction.cast import SURE, Cast, Reference
from analyser.extraction.persons import Named, Told, named_in
from analyser.extraction.pronouns import meant_by, pronouns_in
from analyser.extraction.sentences import Sentence
from analyser.extraction.shared_titles import by_house, told_apart
from analyser.extraction.writers import writes
from analyser.language.lexicon import words
from analyser.language.words import Word


def read_references(
    prose: str, sentences: Sequence[Sentence], headings: Mapping[str, Sentence], cast: Cast
) -> "ReadReferences":
    """Read whom each pronoun means, by its offset; `headings` are those of the items, by the item's id.

    A line outside the items is read by itself: `Afbud: Ib Holm. Lis Bo mødte i hans sted.`
    """
    return ReadReferences(prose, sentences, headings, cast)


class ReadReferences:
    """Whom pronouns mean, read up to where somebody asks: few sentences hold a pronoun."""

    def __init__(self, prose: str, sentences: Sequence[Sentence], headings: Mapping[str, Sentence], cast: Cast) -> None:
        self._groups: list[tuple[int, _Group]] = []  # by the offset of each sentence
        for _, run in groupby(sentences, key=lambda s: (s.item, s.paragraph.start if s.place < 0 else -1)):
            group = _Group(prose, tuple(run), headings, cast)
            self._groups += [(sentence.start, group) for sentence in group.sentences]
        self._groups.sort(key=lambda place: place[0])

    def get(self, at: int, /) -> Reference | None:
        """Give whom the word at an offset means; None where it is no such word."""
        n = bisect_right(self._groups, at, key=lambda place: place[0])
        return self._groups[n - 1][1].get(at) if n else None


class _Group:
    """The sentences of an item, or a line outside the items, read in order."""

    def __init__(
        self, prose: str, sentences: tuple[Sentence, ...], headings: Mapping[str, Sentence], cast: Cast
    ) -> None:
        self.sentences = sentences
        self._found: dict[int, Reference] = {}
        self._reading = _read(prose, sentences, headings.get(sentences[0].item or ""), cast, self._found)
        self._read_to = -1

    def get(self, at: int) -> Reference | None:
        while self._read_to < at and (last := next(self._reading, None)) is not None:
            self._read_to = last.end
        return self._found.get(at)


def _read(
    prose: str, sentences: Sequence[Sentence], head: Sentence | None, cast: Cast, found: dict[int, Reference]
) -> Iterator[Sentence]:
    """Read sentences one by one into `found`, and give each when it is read."""
    before = [Told(head, named_in(prose, head, cast))] if head is not None else []
    last: Sentence | None = None
    label: Named | None = None
    for sentence in sentences:
        named = named_in(prose, sentence, cast)
        label = _label(prose, sentence, named) or (label if last and last.place == sentence.place else None)
        told = Told(sentence, named)
        for n, several in enumerate(named):
            if several.titled and len(several.bearers) > 1:
                meant = by_house(prose, sentence, several, last, cast)
                meant = meant or told_apart(several, named[:n], before, sentence.place)
                if meant is not None:
                    found[several.start] = meant
                    named[n] = replace(
                        several,
                        key=str(meant.participant),
                        participant=meant.participant,
                        name=meant.name,
                        bearers=(str(meant.participant),),
                    )
        found |= _of_themselves(prose, sentence, label, cast)
        for n, word in pronouns_in(sentence):
            meant = meant_by(prose, sentence, n, named, last, before)
            found[word.start] = meant
            named.append(_as_named(word, meant, cast))
            named.sort(key=lambda x: x.start)
        before.append(told)
        last = sentence
        yield sentence


def _label(prose: str, sentence: Sentence, named: Sequence[Named]) -> Named | None:
    """Give whose words a sentence and those behind it are: `Lis: Vi har søgt, og jeg rykker for svar.`"""
    first = named[0] if named else None
    opens = first is not None and not re.search(r"\w", prose[sentence.start : first.start])
    return first if first is not None and opens and prose[first.end : first.end + 1] == ":" else None


def _of_themselves(prose: str, sentence: Sentence, label: Named | None, cast: Cast) -> dict[int, Reference]:
    myself = words("pronouns", "myself")
    if label is None and cast.writer is not None:
        name = next(p.name for p in cast.people if p.id == cast.writer)
        wrote = Reference(cast.writer, name, SURE["item"])
        places = [n for n, word in enumerate(sentence.words) if word.low in myself]
        return {sentence.words[n].start: wrote for n in places if writes(prose, sentence, n)}
    if label is None or label.participant is None:
        return {}
    meant = Reference(label.participant, label.name, SURE["sentence"])
    return {word.start: meant for word in sentence.words if word.low in myself and word.start > label.end}


def _as_named(word: Word, meant: Reference, cast: Cast) -> Named:
    """A pronoun names somebody for those that follow; one that nobody can be told for stands in their way."""
    gender = (
        None
        if word.low not in words("pronouns", "men") | words("pronouns", "women")
        else "m"
        if word.low in words("pronouns", "men")
        else "f"
    )
    key = meant.participant or meant.name or f"?{word.start}"
    bearers = (meant.participant,) if meant.participant else meant.candidates
    return Named(key, meant.participant, meant.name, gender, gender, tuple(bearers), word.start, word.end)
