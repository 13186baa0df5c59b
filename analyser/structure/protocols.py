"""A file with several meetings, such as a book of minutes, parted into one source a meeting.

A meeting begins at a line that names a meeting and its day, a day other than the one before, where what follows has a
roster of its own and items that are numbered from 1 again (or, where nothing is numbered, a heading of the same form
as the first). All of it must be there: a file is rather kept whole than cut in the middle of a meeting.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby, takewhile

from analyser.language.dates import find_dates
from analyser.language.lexicon import phrases, words
from analyser.language.names import is_full_name
from analyser.reading import Source
from analyser.structure.build import build_outline
from analyser.structure.headings import is_person, read_heading
from analyser.structure.lines import Line, split_lines
from analyser.structure.outline import Outline

_LONGEST_HEADING = 160
_MOST_HEADINGS = 3_000  # meetings in one file; more are weekly meetings of sixty years
_BELOW = 2  # lines below a heading in which its date may stand
_ABOVE = 3  # lines of a title above the heading
_LONGEST_TITLE = 80
_TITLE = 150  # code points of a title of several lines that each could be a heading
_FIRST_WORDS = 14  # of a heading, in which the meeting is named
_FEW_WORDS = 8
_LEAST_PEOPLE = 2
_NO_YEAR = date(1800, 1, 1)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True)
class _Heading:
    """A line that may open a meeting: where it begins, the day it names, and its form without what changes."""

    start: int
    day: date
    form: str


def part_meetings(source: Source) -> tuple[Source, ...]:
    """Give one source a meeting, in order; the source itself where it is the minutes of one meeting.

    A part has the name of the file with its number behind it (`protokol.docx#2`), the text of its meeting, to which
    all offsets count, the pages that it stands on, and the sha256 of its own text in UTF-8; `Source.part` tells where
    it lies in the text of the file. What stands before the first meeting (a title page) goes with it.
    """
    text = source.text
    headings = _headings(text)
    if len({h.day for h in headings}) < 2:
        return (source,)
    kept: list[_Heading] = []
    days = [list(group) for _, group in groupby(headings, key=lambda h: h.day)]
    bounds = [*(group[0].start for group in days[1:]), len(text)]
    for group, end in zip(days, bounds, strict=True):
        opening = _opening(source, group, end, kept[0] if kept else None)
        if opening is not None and not (kept and opening.day == kept[-1].day):
            kept.append(opening)
    if len(kept) < 2:
        return (source,)
    above = [_form(line) for line in text[: kept[0].start].splitlines() if line.strip()]
    starts = [0, *(_with_name(text, h.start, above) for h in kept[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(_cut(source, start, end, n) for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1))


def _opening(source: Source, group: Sequence[_Heading], end: int, first: _Heading | None) -> _Heading | None:
    """Choose which of several headings with one day opens its meeting, or none.

    It is the last with people and numbers below it: one before it may announce the meeting (`Næste møde`), one behind
    it stands at the head of a page. Headings close above it are lines of its title.
    """
    for n in range(len(group) - 1, -1, -1):
        outline = build_outline(_cut(source, group[n].start, end, 0))
        if _has_people(outline) and (first is None or _counts_anew(outline, group[n], first)):
            while n > 0 and group[n].start - group[n - 1].start <= _TITLE:
                n -= 1
            return group[n]
    return None


def _with_name(text: str, start: int, above: Sequence[str]) -> int:
    """Move a start up over the lines that stand above the first heading of the file too: the name of who meets."""
    for form in reversed(above):
        body = text[:start].rstrip()
        begin = body.rfind("\n") + 1
        if not body or "\n" not in text[len(body) : start] or _form(body[begin:]) != form:
            break
        start = begin
    return start


def _headings(text: str) -> list[_Heading]:
    lines = split_lines(text)
    found: list[_Heading] = []
    for line in lines:
        if line.blank or len(line.text) > _LONGEST_HEADING or not _names_meeting(line.text):
            continue
        first = _first_of_title(lines, line.index)
        if first is None or read_heading(line) is not None:
            continue  # `1. Godkendelse af referat fra mødet den 4. maj 1998`
        day = _day(lines, line.index, found[-1].day if found else _NO_YEAR)
        if day is not None:
            found.append(_Heading(first.start - first.indent, day, _form(line.text)))
        if len(found) > _MOST_HEADINGS:
            return []
    return found


def _first_of_title(lines: Sequence[Line], index: int) -> Line | None:
    """Give the line that a meeting's title begins with: its heading, or the name of who met above it.

    None where the lines above are no title: a heading stands behind a blank line.
    """
    first = index
    while first > 0 and not lines[first - 1].blank and index - first < _ABOVE:
        first -= 1
    if first > 0 and not lines[first - 1].blank:
        return None
    return lines[first] if all(_is_title(lines[n]) for n in range(first, index)) else None


def _is_title(line: Line) -> bool:
    sentence = re.search(r"[.!?;,]$|:\s|\t", line.text)
    return len(line.text) <= _LONGEST_TITLE and not (sentence or is_full_name(line.text) or read_heading(line))


def _names_meeting(text: str) -> bool:
    """Tell whether a line can be the heading of a meeting: `Bestyrelsesmøde hos Karl tirsdag den 3. maj 1988`."""
    bare = text.strip("*_# ")
    if re.match(rf"{phrases('protocols', 'heading', 'other_meetings')}\b", bare, re.IGNORECASE):
        return False
    if is_person(bare):
        return False  # `Ib Ravn, Regionsrådet`
    names = bare.split()
    if bare.casefold().rstrip(":. ") in words("meeting", "title", "openers"):
        return True  # `Referat`, with the day below it
    if _meeting_word().search(" ".join(names[:_FIRST_WORDS])) is None:
        return False
    # `Sogneraadet holdt Møde` on few words, or words that open a heading whatever follows
    short = len(names) <= _FEW_WORDS and not re.search(r"[.!?]$", bare) and bare[:1].isupper()
    return short or _start().match(bare) is not None


def _day(lines: Sequence[Line], index: int, before: date) -> date | None:
    """Find the day of a meeting in its heading, or close below it: `Dato: 4. maj 1998`.

    The year may stand apart: `Aar 1948, Torsdag den 15. April`. A day with no year at all is taken to be in that of
    the meeting before, which only tells the two apart.
    """
    near = [n for n in lines[index : index + 2 * _BELOW + 1] if not n.blank][: _BELOW + 1]
    near = near[:1] + list(takewhile(lambda n: read_heading(n) is None, near[1:]))  # `1. Referat af mødet den 4. maj`
    for reference in (None, before):
        for line in near:
            year = _YEAR.search(line.text)
            counted = reference.replace(year=int(year[0]), month=1, day=1) if reference and year else reference
            days = [d for d in find_dates(line.text[:_LONGEST_HEADING], reference=counted) if d.first == d.last]
            if days:
                return days[0].first
    return None


def _form(text: str) -> str:
    out = text.casefold()
    for mention in reversed(find_dates(text, reference=_NO_YEAR)):
        out = out[: mention.start] + out[mention.end :]
    return " ".join(re.findall(r"[^\W\d_]+", out))


def _has_people(outline: Outline) -> bool:
    """Tell whether people come before the first item, as those of a roster do."""
    numbered = [item.heading[0] for item in outline.items if item.number is not None and item.heading]
    first = min(numbered, default=len(outline.source.text))
    return sum(p.span is not None and p.span[0] < first for p in outline.participants) >= _LEAST_PEOPLE


def _counts_anew(outline: Outline, heading: _Heading, first: _Heading) -> bool:
    """Tell whether items are numbered from 1; where none is numbered, whether the heading is as the first one was."""
    numbers = [item.number for item in outline.items if item.number is not None]
    return re.fullmatch(r"0*1|[aAI]|1\.0", numbers[0]) is not None if numbers else heading.form == first.form


def _cut(source: Source, start: int, end: int, number: int) -> Source:
    text = source.text[start:end].strip("\n")
    start += len(source.text[start:end]) - len(source.text[start:end].lstrip("\n"))
    text = f"{text}\n" if source.text[start : start + len(text) + 1].endswith("\n") else text
    pages, first_page = _pages(source, start, start + len(text))
    return replace(
        source,
        name=f"{source.name}#{number}",
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        pages=pages,
        first_page=first_page,
        unreadable_pages=tuple(n for n in source.unreadable_pages if first_page <= n < first_page + len(pages or ())),
        part=(start, start + len(text)),
    )


def _pages(source: Source, start: int, end: int) -> tuple[tuple[int, ...] | None, int]:
    """Give where pages begin in a part, the first at 0, and the number that this one has in the file."""
    if source.pages is None:
        return None, source.first_page
    before = sum(page <= start for page in source.pages)
    return (0, *(page - start for page in source.pages if start < page < end)), source.first_page + max(0, before - 1)


@cache
def _meeting_word() -> re.Pattern[str]:
    ends = phrases("protocols", "heading", "meeting_ends")
    whole = "|".join(re.escape(w) for w in sorted(words("bodies", "whole"), key=len, reverse=True))
    return re.compile(rf"\w*{ends}\b|\b(?:{whole})(?:et|en|s)?\b", re.IGNORECASE)


@cache
def _start() -> re.Pattern[str]:
    starts = phrases("protocols", "heading", "starts")
    openers = phrases("meeting", "title", "openers")
    return re.compile(rf"(?:{starts}|{openers})\b|{_meeting_word().pattern}|\d", re.IGNORECASE)
