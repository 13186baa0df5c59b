"""Sentences as records, and the readers of the corpora they come from.

Heads are positions in the sentence, counted from 0; a root's head is its own position. An empty string stands for
what a source does not say (no relation, no lemma), and training takes it as missing. Entities are IOB tags.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Token:
    """One word with what is known of it."""

    form: str
    lemma: str = ""
    upos: str = ""
    feats: str = ""
    head: int = -1
    deprel: str = ""
    entity: str = "O"
    space_after: bool = True


Sentence = list[Token]

ENTITY_LABELS = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE_LOC": "LOC",
    "GPE_ORG": "ORG",
    "PROD": "MISC",
    "EVT": "MISC",
    "MISC": "MISC",
}


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """The rows of each sentence of a CoNLL file, comments left out; a line of white space alone ends a sentence."""
    rows: list[list[str]] = []
    with path.open(encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line.strip():
                if rows:
                    yield rows
                rows = []
            elif not line.startswith("#"):
                rows.append(line.split("\t"))
    if rows:
        yield rows


def entity(tag: str) -> str:
    """A NorNE or DaNE tag in the four labels of da_core_news_sm: ``B-GPE_LOC`` → ``B-LOC``.

    Words derived from names (DRV: `Oslo-området`) are no entities in DDT; a state that acts is an ORG there.
    """
    prefix, _, label = tag.partition("-")
    if label not in ENTITY_LABELS:
        return "O"
    return f"{prefix}-{ENTITY_LABELS[label]}"


def read_ddt(trees: Path, entities: Path) -> list[Sentence]:
    """UD_Danish-DDT with the entities of Plank (2019), which are aligned with it token by token.

    Raises ValueError where the two files differ.
    """
    sentences = []
    for rows, names in zip(blocks(trees), blocks(entities), strict=True):
        if [row[1] for row in rows] != [name[0] for name in names]:
            raise ValueError(f"{trees} and {entities} differ at: {' '.join(row[1] for row in rows)}")
        sentences.append(
            [
                Token(
                    form=row[1],
                    lemma=row[2],
                    upos=row[3],
                    feats=row[5],
                    head=int(row[6]) - 1 if row[6] != "0" else position,
                    deprel=row[7] if row[6] != "0" else "ROOT",
                    entity=entity(name[1]),
                    space_after="SpaceAfter=No" not in row[9],
                )
                for position, (row, name) in enumerate(zip(rows, names, strict=True))
            ]
        )
    return sentences


def read_entities(path: Path) -> list[Sentence]:
    """Sentences of which the entities alone are known; spaces are put back by `spaced`."""
    return [spaced([Token(form=row[0], entity=entity(row[1])) for row in rows]) for rows in blocks(path)]


def spaced(sentence: Sentence) -> Sentence:
    """Set `space_after` as Danish is printed: none before a closing mark, none inside quotation marks or brackets."""
    quoting = False
    for token, following in zip(sentence, [*sentence[1:], Token("")], strict=True):
        opens = token.form in {"(", "[", "«"}
        if token.form == '"':
            quoting = not quoting
            opens = quoting
        closes = following.form in {",", ".", ":", ";", "?", "!", ")", "]", "...", "»"} or (
            following.form == '"' and quoting
        )
        token.space_after = not (opens or closes)
    return sentence
