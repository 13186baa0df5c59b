"""Heads and feet of pages: what stands again in the same place of another page, and page numbers."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.reading.pdf_lines import TextLine

_LINES = 5  # from the top and from the bottom of a page that may be its head or foot
_SAME_PLACE = 4.0  # points
_APART = 1.6  # times the type's size: head and foot stand as far from the text, or further
_NUMBER = re.compile(r"[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")


def without_furniture(pages: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """Take out heads and feet that stood on an earlier page, and page numbers.

    `Ærø Økoråd, referat`, at the top of every page, stays on the first; `Side 2 af 5` at the foot goes everywhere.
    """
    places: dict[str, list[tuple[int, float]]] = {}
    for number, lines in enumerate(pages):
        for line in (*lines[:_LINES], *lines[-_LINES:]):
            places.setdefault(_key(line, number), []).append((number, line.base))

    def stands_again(line: TextLine, number: int) -> bool:
        found = places.get(_key(line, number), [])
        return any(n != number and abs(base - line.base) <= _SAME_PLACE for n, base in found)

    def is_new(line: TextLine, number: int) -> bool:
        key = _key(line, number)
        return "#" not in key and not any(n < number for n, _ in places[key])

    out: list[list[TextLine]] = []
    for number, lines in enumerate(pages):
        head = _edge([stands_again(n, number) or _counts(n) for n in lines], lines)
        foot = _edge([stands_again(n, number) or _counts(n) for n in reversed(lines)], lines[::-1])
        if head == len(lines):
            foot = 0
        edge = [*range(head), *range(len(lines) - foot, len(lines))]
        gone = {n for n in edge if _counts(lines[n]) or not is_new(lines[n], number)}
        out.append([line for n, line in enumerate(lines) if n not in gone])
    return out


def _edge(furniture: Sequence[bool], lines: Sequence[TextLine]) -> int:
    """Count the lines at the edge of a page that are its head (or foot): they end at the last wide gap among them."""
    count = next((n for n, is_one in enumerate(furniture) if not is_one), len(lines))
    count = min(count, _LINES)
    while 0 < count < len(lines):
        if abs(lines[count - 1].base - lines[count].base) > _APART * lines[count].size:
            break
        count -= 1
    return count


def _counts(line: TextLine) -> bool:
    """Tell whether a line says which page this is: `Side 2 af 5`."""
    return _counted().fullmatch(line.text) is not None


def _key(line: TextLine, number: int) -> str:
    """Give what stays the same of a head or foot: `Referat, side 2` on page 2 is `referat, side #`, `37` a number."""
    text = re.sub(r"\s+", " ", line.text.casefold()).strip()
    if _NUMBER.fullmatch(text):
        return "#"
    return re.sub(rf"(?<!\d){number + 1}(?=\s*(?:(?:af|/|of)\s*\d+)?\W*$)", "#", text)


@cache
def _counted() -> re.Pattern[str]:
    from analyser.language.lexicon import phrases  # here, since the language room loads spaCy

    page = phrases("headings", "furniture", "page")
    return re.compile(rf"[-–—\s]*{page}\.?\s*\d{{1,4}}(?:\s*(?:af|/|of)\s*\d{{1,4}})?[-–—\s.]*", re.IGNORECASE)
