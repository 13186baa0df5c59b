"""When the meeting was: its day, when it began and when it ended."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import lexicon, phrases
from analyser.language.times import find_time
from analyser.structure.lines import LONGEST, Line

_LONGEST_MEETING = 3  # days
_TURN = 40  # years of two figures below it are of this century
_ABOUT = re.compile(r"(?<=\s)(?:ca\.|cirka|omkring)\s*", re.IGNORECASE)
_HOURS = re.compile(r"(?<![\d/.:-])([01]?\d|2[0-3])\s?[-–]\s?([01]?\d|2[0-4])(?![\d/.:-])")
RANGE = re.compile(r"(?<![\d/.-])([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\s?[-–]\s?([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d/.-])")


def find_day(
    lines: Sequence[Line], labels: dict[str, list[tuple[Line, str]]], titles: Sequence[Line]
) -> tuple[DateMention | None, Line | None]:
    """Find the day of the meeting (the day, its line): behind a label, in a title, or first in the head."""
    for line, _ in labels.get("date", []):
        found = _whole_dates(line)
        if not found and line is not lines[-1]:
            following = lines[list(lines).index(line) + 1]
            found, line = _whole_dates(following), following
        if found:
            return found[0], line
    for line in (*titles, *lines):
        found = _whole_dates(line)
        if found:
            return found[0], line
    return _date_with_year_apart(lines)


def _date_with_year_apart(lines: Sequence[Line]) -> tuple[DateMention | None, Line | None]:
    """Read `Aar 1948, Torsdag den 15. April`, and a day under a title that ends in its year."""
    for line in lines:
        year = re.search(r"\b(?:1[89]|20)\d\d\b", line.text)
        if year is None:
            continue
        for other in lines:
            found = [d for d in find_dates(other.text, reference=date(int(year[0]), 1, 1)) if d.first == d.last]
            if found:
                day = found[0].first.replace(year=int(year[0]))
                return replace(found[0], first=day, last=day), other
    return None, None


def _whole_dates(line: Line) -> list[DateMention]:
    """Find days with a year, the first of a meeting of several days; a year of two figures counts in the head."""
    found = [d for d in find_dates(line.text) if (d.last - d.first).days <= _LONGEST_MEETING]
    return found or _short_years(line)


def _short_years(line: Line) -> list[DateMention]:
    """Read `d. 21. feb. 07` and `6/10 -09`, which in running text could be something else."""
    months = "|".join(n for names in lexicon("calendar")["months"].values() for n in names)
    day = rf"(?P<day>\b\d{{1,2}}(?:\.?\s*(?:{months})\b\.?|\s?/\s?\d{{1,2}}))"
    pattern = rf"{day}\s*['’-]?\s?(?P<year>\d\d)(?![\d.:,]|\s*\d)"
    for match in re.finditer(pattern, line.text, re.IGNORECASE):
        year = int(match["year"]) + (2000 if int(match["year"]) < _TURN else 1900)
        days = [d for d in find_dates(f"{match['day']} {year}") if d.first == d.last]
        if days:
            return [replace(days[0], start=match.start(), end=match.end(), text=match.group())]
    return []


def find_hours(
    lines: Sequence[Line], labels: dict[str, list[tuple[Line, str]]], day_line: Line | None, everything: Sequence[Line]
) -> tuple[str | None, str | None, Line | None]:
    """Find when the meeting began and ended (`HH:MM` each, and the line); the end may stand anywhere."""
    start = end = None
    where: Line | None = None
    for line, value in labels.get("start", []):
        value = _ABOUT.sub("", value)
        hours = _HOURS.search(value)
        found = find_time(value, marked=False)
        if hours and not found and not _inside_date(value, hours.start()):  # `Tid: 10-12`
            start, end, where = f"{int(hours[1]):02d}:00", f"{int(hours[2]):02d}:00", line
            break
        if found and not _inside_date(value, found[2]):
            start, end, where = found[0], found[1], line
            break
    for line, value in labels.get("end", []):
        found = find_time(value, marked=False)
        if found:
            end = end or found[1] or found[0]
            where = where or line
            break
    if start is None:
        for line in ([day_line] if day_line else []) + list(lines):
            found = find_time(_ABOUT.sub("", line.text))
            if found is None and line is day_line:
                found = _bare_after_date(line.text)
            if found:
                start, end, where = found[0], end or found[1], line
                break
    planned = end
    for line in everything:
        if len(line.text) > LONGEST or not line.text:
            continue
        match = _ended().search(line.text)
        if match and (end is None or (end == planned and " " in match.group() and line is not where)):
            found = find_time(line.text[match.start() :], marked=False)
            end = found[0] if found else end  # when it ended goes before when it was to end
        match = _started().search(line.text)
        if match and start is None:
            found = find_time(line.text[match.start() :], marked=False)
            start = found[0] if found else start
    if start is None:
        for line in lines[:8]:
            match = RANGE.search(line.text)
            if match and not _inside_date(line.text, match.start()):
                return f"{int(match[1]):02d}:{match[2] or '00'}", end or f"{int(match[3]):02d}:{match[4] or '00'}", line
    return start, end, where


def _bare_after_date(text: str) -> tuple[str, str | None, int, int] | None:
    """Read `tirsdag den 3. maj 2016, 16.30-18.30`: the time behind the date with no `kl.`."""
    dates = find_dates(text)
    if not dates:
        return None
    rest = text[dates[0].end :]
    match = re.match(r"\s*,?\s*(?:fra\s+)?(?=\d{1,2}[.:]\d\d)", rest)
    return find_time(rest[match.end() :], marked=False) if match else None


def _inside_date(value: str, position: int) -> bool:
    return any(d.start <= position < d.end for d in find_dates(value))


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'ended')}\b(?=.{{0,20}}\d)", re.IGNORECASE)


@cache
def _started() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'started')}\b(?=.{{0,20}}\d)", re.IGNORECASE)
