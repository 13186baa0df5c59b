"""Facts laid over the text they were read from, and words found over the text they were found in.

A text is cut into pieces at every begin and end of a fact; a piece knows which facts cover it and which begin there.
Pieces in their order are the text, unchanged, so facts may overlap and cross as they like.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from analyser.corpus.corrections import doubts
from analyser.corpus.search import Term
from analyser.minutes import Minutes, Span

Kind = Literal["page", "statement", "extent", "decision", "action", "mention", "doubt"]


@dataclass(frozen=True)
class Mark:
    """A fact over the text: `key` is its place on the page (`s1`), `link` where a click on it leads."""

    kind: Kind
    key: str
    span: Span
    link: str


@dataclass
class Piece:
    """A run of text that the same marks cover; `begins` are the pages and facts that begin with it."""

    start: int
    text: str
    covered: list[Mark] = field(default_factory=list)
    begins: list[Mark] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        """The kinds of facts that cover it, each once and in alphabetical order."""
        return sorted({mark.kind for mark in self.covered} - {"page", "mention", "doubt"})

    @property
    def named(self) -> bool:
        """Whether a mention begins with it."""
        return any(mark.span[0] == self.start for mark in self.covered if mark.kind in ("mention", "doubt"))

    @property
    def mention(self) -> Mark | None:
        """The mention that covers it, the shortest if there are several."""
        mentions = [mark for mark in self.covered if mark.kind in ("mention", "doubt")]
        return min(mentions, key=lambda mark: mark.span[1] - mark.span[0], default=None)


def marks_of(minutes: Minutes, pages: str = "") -> list[Mark]:
    """Give the marks of a record.

    Facts and doubts lead to their entries in the lists, mentions to their participant, and pages to the address that
    begins with `pages` and ends with their number; where that is '', to themselves.
    """
    marks = [
        Mark("page", f"side-{n}", span, f"{pages}{n}" if pages else f"#side-{n}")
        for n, span in enumerate(page_spans(minutes), 1)
    ]
    for statement in minutes.statements:
        marks.append(Mark("statement", statement.id, statement.span, f"#fakta-{statement.id}"))
        marks.append(Mark("extent", statement.id, statement.extent, f"#fakta-{statement.id}"))
    marks += [Mark("decision", row.id, row.span, f"#fakta-{row.id}") for row in minutes.decisions]
    marks += [Mark("action", row.id, row.span, f"#fakta-{row.id}") for row in minutes.actions]
    for number, mention in enumerate(minutes.mentions):
        if mention.participant:
            marks.append(Mark("mention", f"m{number}", mention.span, f"#deltager-{mention.participant}"))
    marks += [Mark("doubt", f"t{n}", span, f"#tvivl-{n}") for n, (_, span) in enumerate(doubts(minutes))]
    return marks


def page_spans(minutes: Minutes) -> list[Span]:
    """Give where each page stands in the text, in their order; none where the source has no pages."""
    starts = minutes.source.page_starts or ()
    return list(pairwise([*starts, len(minutes.text)]))


def within(marks: Sequence[Mark], span: Span) -> list[Mark]:
    """Give the marks as they stand in one run of the text alone: counted from its begin, what is outside left out."""
    start, end = span
    return [
        replace(mark, span=(max(0, mark.span[0] - start), min(end, mark.span[1]) - start))
        for mark in marks
        if mark.span[0] < end and mark.span[1] > start
    ]


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """Cut a text at the begins and ends of marks; marks that reach beyond it are cut off, empty ones left out."""
    length = len(text)
    valid = [m for m in marks if 0 <= m.span[0] < min(m.span[1], length)]
    cuts = sorted({0, length} | {m.span[0] for m in valid} | {min(m.span[1], length) for m in valid})
    waiting = sorted(valid, key=lambda m: m.span[0], reverse=True)
    open_: list[Mark] = []
    out = []
    for start, end in pairwise(cuts):
        open_ = [mark for mark in open_ if mark.span[1] > start]
        piece = Piece(start, text[start:end])
        while waiting and waiting[-1].span[0] == start:
            mark = waiting.pop()
            open_.append(mark)
            if mark.kind in ("page", "statement", "decision", "action"):
                piece.begins.append(mark)
        piece.covered = list(open_)
        out.append(piece)
    return out


def found(text: str, terms: Sequence[Term]) -> list[tuple[str, bool]]:
    """Split a text into pieces that are words which answer what was searched for, and pieces that do not."""
    out: list[tuple[str, bool]] = []
    at = 0
    for word in re.finditer(r"[^\W_]+", text):
        if any(term.how(word[0].lower()) for term in terms):
            out += [(text[at : word.start()], False), (word[0], True)]
            at = word.end()
    return [*(piece for piece in out if piece[0]), (text[at:], False)]
