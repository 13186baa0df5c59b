"""Reads the marked sentences of `data/sentences/` and scores a pipeline on them: `python -m
models.training.sentence_set PIPELINE FILE…`.

`data/sentences/README.md` tells how a sentence is marked. A pipeline is given the text of a passage, without the marks.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

#: `[Helle{s1} Stenhave](PER)`: where a name opens, where it closes with its label, and the marks of a word.
MARK = re.compile(r"\[|\]\((?P<label>PER|ORG|LOC|MISC)\)|(?P<word>[^\s\[\]{}(«»”\"]*)\{(?P<marks>[^}]*)\}")
ROLE = re.compile(r"(?P<role>say|s|v|o)(?P<clause>\d*)")
BREAK = "¶"

Span = tuple[int, int]


@dataclass
class Clause:
    """A verb with its subject and object as spans, code points into the passage; absent where none is marked."""

    verb: Span | None = None
    says: bool = False
    subject: Span | None = None
    object: Span | None = None


@dataclass
class Passage:
    """Running text with where its sentences start, its names, and its clauses."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    names: set[tuple[int, int, str]] = field(default_factory=set)
    clauses: list[Clause] = field(default_factory=list)


def read(path: Path) -> list[Passage]:
    """The passages of a file. Raises ValueError with file and line where a mark cannot be read."""
    passages: list[Passage] = []
    open_passage = False
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            open_passage = False
            continue
        if not open_passage:
            passages.append(Passage())
            open_passage = True
        try:
            add(passages[-1], line)
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return passages


def add(passage: Passage, line: str) -> None:
    """Append a sentence to a passage: its text without the marks, and what the marks say."""
    if passage.text and not passage.text.endswith("\n"):
        passage.text += " "
    passage.starts.append(len(passage.text))
    clauses: dict[str, Clause] = {}
    inside: list[tuple[Clause, str, Span]] = []  # roles of the words of a name that is still open
    opened, at = -1, 0
    for mark in MARK.finditer(line):
        passage.text += line[at : mark.start()] + (mark["word"] or "")
        at, end = mark.end(), len(passage.text)
        if mark["marks"] is not None:
            span = (end - len(mark["word"]), end)
            for role in mark["marks"].split(","):
                if not (found := ROLE.fullmatch(role)) or span[0] == end:
                    raise ValueError(f"{mark[0]!r} is no mark of a word")
                clause = clauses.setdefault(found["clause"], Clause())
                place(clause, found["role"], span)
                if opened >= 0:
                    inside.append((clause, found["role"], span))
        elif mark["label"]:
            if opened < 0:
                raise ValueError("a name closes that did not open")
            passage.names.add((opened, end, mark["label"]))
            for clause, name_role, _ in inside:
                place(clause, name_role, (opened, end))
            inside, opened = [], -1
        else:
            opened = end
    if opened >= 0:
        raise ValueError("a name opens and does not close")
    passage.text += line[at:].removesuffix(BREAK) + ("\n" if line.endswith(BREAK) else "")
    passage.clauses += clauses.values()


def place(clause: Clause, role: str, span: Span) -> None:
    if role == "s":
        clause.subject = span
    elif role == "o":
        clause.object = span
    else:
        clause.verb, clause.says = span, role == "say"


def covering(doc: Doc, offset: int) -> Token:
    return next(token for token in doc if token.idx + len(token.text) > offset)


def hangs(doc: Doc, verb: Span, span: Span, relations: tuple[str, ...]) -> bool:
    """Whether a word within `span` hangs on the verb in one of the relations. Of a name any word will do: which one
    heads it is a treebank's taste."""
    head = covering(doc, verb[0])
    children = [token for token in head.children if token.dep_ in relations]
    return any(span[0] < token.idx + len(token.text) and token.idx < span[1] for token in children)


SUBJECTS, OBJECTS = ("nsubj", "expl"), ("obj", "iobj")


def tallies(pipeline: Language, passages: list[Passage]) -> Iterator[tuple[str, int, int, int]]:
    """(what, found rightly, said by the pipeline, marked) for names of each label, sentence starts, subjects, objects.

    Of subjects and objects as many are "said" as are marked: it is asked of each marked one whether it was found.
    """
    for passage in passages:
        doc = pipeline(passage.text)
        names = {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}
        for label in ("PER", "ORG", "LOC", "MISC"):
            said, marked = ({name for name in some if name[2] == label} for some in (names, passage.names))
            yield label, len(said & marked), len(said), len(marked)
        starts = {words[0].idx for sent in doc.sents if (words := [token for token in sent if not token.is_space])}
        yield "sentences", len(starts & set(passage.starts)), len(starts), len(passage.starts)
        for clause in passage.clauses:
            if clause.verb and clause.subject:
                right = hangs(doc, clause.verb, clause.subject, SUBJECTS)
                yield "subjects of verbs of saying" if clause.says else "other subjects", right, 1, 1
            if clause.verb and clause.object:
                yield "objects", hangs(doc, clause.verb, clause.object, OBJECTS), 1, 1


@dataclass(frozen=True)
class Score:
    """F1, which is the share found where as many are said as are marked."""

    f1: float
    marked: int


def scores(pipeline: Language, passages: list[Passage]) -> dict[str, Score]:
    """F1 for each of PER, ORG, LOC, MISC, "names", "sentences", and the shares of subjects and objects found."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for what, good, found, wanted in tallies(pipeline, passages):
        for key in (what, "names") if what.isupper() else (what,):
            right[key] += good
            said[key] += found
            marked[key] += wanted
    return {
        key: Score(2 * right[key] / (said[key] + marked[key]) if said[key] + marked[key] else 0.0, marked[key])
        for key in said
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    arguments = parser.parse_args()
    passages = [passage for path in arguments.files for passage in read(path)]
    print(f"{sum(len(passage.starts) for passage in passages)} sentences")
    for what, score in scores(spacy.load(arguments.pipeline), passages).items():
        print(f"{what}: {score.f1:.3f} of {score.marked}")


if __name__ == "__main__":
    main()
