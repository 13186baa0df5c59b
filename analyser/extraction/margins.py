"""Who is named in the margin of a line, and by when: `Bo sender planen til maleren.⇥BE⇥05-10-2018`.

Minutes of building meetings have a column to the right with no head: what stands there is for the line's text.
"""

import re
from collections.abc import Sequence

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.sentences import Sentence
from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.lexicon import words
from analyser.language.words import Word
from analyser.structure import Assignment

_LEAST = 3  # words of a line that tells something
_CELL = re.compile(r"(?:(?!\t|\s{3,}|\|).)+")


def read_margins_of(text: str, prose: str, sentences: Sequence[Sentence], cast: Cast) -> list[Assignment]:
    """Read the margins of all lines; `text` is the source, in which the tabs still stand.

    Only cells with nothing but people of the meeting, or a day, are a margin, one of them people.
    """
    found: list[Assignment] = []
    lines = {(text.rfind("\n", 0, s.start) + 1, s.paragraph.start, s.paragraph.end) for s in sentences}
    opening = [(text.rfind("\n", 0, s.start) + 1, s) for s in sentences]
    first_of = {at: s for at, s in opening if not re.search(r"\w", text[at : s.start])}
    for begin, first, last in sorted(lines):
        end = text.find("\n", begin)
        end = min(len(text) if end < 0 else end, last)
        begin = max(begin, first)
        if not re.search(r"\t|\s{3,}", text[begin:end].strip()):
            continue
        if begin in first_of and _is_done(first_of[begin].words):
            continue
        head, *cells = (m.span() for m in _CELL.finditer(text, begin, end) if m.group().strip())
        told = text[head[0] : head[1]]
        if not cells or len(told.split()) < _LEAST or not re.search(r"[a-zæøå]{3,}", told):
            continue
        kinds = [_kind(prose[a:b], a, cast) for a, b in cells]
        if None in kinds or "people" not in kinds:
            continue
        people = tuple(c for c, kind in zip(cells, kinds, strict=True) if kind == "people")
        days = tuple(c for c, kind in zip(cells, kinds, strict=True) if kind == "day")
        found.append(Assignment((head,), people, days))
    return found


def _is_done(words_of: Sequence[Word]) -> bool:
    """Tell a line that opens with what was done: `Indmeldt i foreningen`, `Valgt som suppleant`: news of somebody."""
    first, second = ([w for w in words_of if not w.is_mark] + [None, None])[:2]
    if first is None or second is None or not first.low.endswith("t"):
        return False
    return (second.low == "som" or second.low in words("adverbs", "prepositions")) and first.pos == "VERB"


def _kind(cell: str, start: int, cast: Cast) -> str | None:
    bare = cell.strip(" .")
    dates = find_dates(bare, 0, len(bare), ANY_DAY)
    if dates and not re.search(r"[A-ZÆØÅa-zæøå]{2}", bare[: dates[0].start]):
        return "day"
    found = read_actors(bare, start + cell.index(bare), cast, speaker=False)
    return "people" if found and all(r.actor.kind == "person" and r.actor.participant for r in found) else None
