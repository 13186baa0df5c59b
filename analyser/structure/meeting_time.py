"""When the meeting was: its day, when it began and when it ended."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import lexicon, phrases
from analyser.language.times import find_time
from analyser.structure.letterhead import is_day
from analyser.structure.lines import LONGEST, Line

_LETTER = re.compile(
    r"(?:^|\s{2}|\t)[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ]\w+)?,\s+(?:(?:den|d\.)\s*)?$"
)  # `Sundby, den | 14. december`
_LONGEST_MEETING = 3  # days
_LONGEST_WAIT = 180  # days from a meeting to the mail that brings its minutes
_NOON = 12
_TURN = 40  # years of two figures below it are of this century
_ABOUT = re.compile(r"(?<=\s)(?:ca\.|cirka|omkring)\s*", re.IGNORECASE)
_ANY_HOUR = re.compile(r"\d|halv", re.IGNORECASE)  # what stands wherever an hour does
_HOURS = re.compile(r"(?<![\d/.:-])([01]?\d|2[0-3])\s?[-–]\s?([01]?\d|2[0-4])(?![\d/.:-])")
RANGE = re.compile(r"(?<![\d/.-])([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\s?[-–]\s?([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d/.-])")


def find_day(
    lines: Sequence[Line],
    labels: dict[str, list[tuple[Line, str]]],
    titles: Sequence[Line],
    named: Sequence[Line],
    sent: date | None = None,
) -> tuple[DateMention | None, Line | None]:
    """Find the day of the meeting (the day, its line): behind a label, in a title, or first in the head.

    In a mail of the day `sent` it may have no year. `named` are the lines that name the meeting; a day on them goes
    before that of the letter above: `12. april 2016` / `Referat af rådsmøde den 6. april 2016`.
    """
    day, line = _first_day(lines, labels, titles, sent)
    if day is not None and line is not None and (is_day(line.text) or line in (n for n, _ in labels.get("date", []))):
        for other in named:
            own = _whole_dates(other) if other.index > line.index else []
            if own and 0 < (day.first - own[0].first).days <= _LONGEST_WAIT:
                return own[0], other
    return day, line


def _first_day(
    lines: Sequence[Line], labels: dict[str, list[tuple[Line, str]]], titles: Sequence[Line], sent: date | None
) -> tuple[DateMention | None, Line | None]:
    for line, _ in labels.get("date", []):
        found = _whole_dates(line)
        if not found and line is not lines[-1]:
            following = lines[list(lines).index(line) + 1]
            found, line = _whole_dates(following), following
        if found:
            return found[0], line
    dated = [(found[0], line) for line in (*titles, *lines) if (found := _whole_dates(line))]
    letters = [(day, line) for day, line in dated if _LETTER.search(line.text[: day.start])]
    found_day = next(iter([*(d for d in dated if d not in letters), *letters]), None)
    return found_day or _day_before([*titles, *lines], sent) or _date_with_year_apart(lines)


def _day_before(lines: Sequence[Line], sent: date | None) -> tuple[DateMention, Line] | None:
    """Read a day with no year in a mail that was sent some time after it.

    `Referat fra bestyrelsesmøde d. 13/5`, `Referat af mødet i går`.
    """
    for line in lines if sent else ():
        if sent and _yesterday().search(line.text):
            before = sent - timedelta(days=1)
            return DateMention(0, len(line.text), line.text, before, before), line
        for day in find_dates(line.text, reference=sent):
            if sent and day.first == day.last and re.search(r"\d", day.text):
                first = day.first if day.first <= sent else _year_before(day.first)
                if first and (sent - first).days <= _LONGEST_WAIT:
                    return replace(day, first=first, last=first), line
    return None


def _year_before(day: date) -> date | None:
    return None if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


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
    return found or short_days(line.text)


def short_days(text: str) -> list[DateMention]:
    """Read days that in running text could be something else.

    `d. 21. feb. 07`; `6/10 -09`; `8. 8. 2008`; `Den 12te Oktober 1951`.
    """
    months = "|".join(n for names in lexicon("calendar")["months"].values() for n in names)
    ordinal = r"(?:\.|te|de|die|ste)?"
    day = rf"(?P<day>\b\d{{1,2}}(?:{ordinal}\s*(?:{months})\b\.?|\s?/\s?\d{{1,2}}|\.\s\d{{1,2}}\.(?=\s)))"
    pattern = rf"{day}\s*['’-]?\s?(?P<year>\d\d|(?:18|19|20)\d\d)(?![\d.:,]|\s*\d)"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        year = int(match["year"])
        year += 0 if year > 99 else 2000 if year < _TURN else 1900
        plain = re.sub(r"(?<=\d)(?:te|de|die|ste)(?=\s)", ".", re.sub(r"\.\s(\d+)\.$", r"/\1", match["day"]))
        days = [
            d for d in find_dates(f"{plain} {year}" if "/" not in plain else f"{plain}-{year}") if d.first == d.last
        ]
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
            if line is not day_line and _of_another_hour().search(line.text):
                continue
            found = find_time(_ABOUT.sub("", line.text))
            if found is None and line is day_line:
                found = _bare_after_date(line.text)
            if found:
                start, end, where = _in_the_afternoon(line.text, found), end or found[1], line
                break
    if start is None:  # `Start 14.15, slut 15.50`
        for line in lines:
            match = _bare_start().match(line.text)
            if match:
                start, where = f"{int(match['h']):02d}:{match['m']}", line
                break
    planned = end
    for line in everything:
        if len(line.text) > LONGEST or not _ANY_HOUR.search(line.text):
            continue
        match = _ended().search(line.text)
        if match and (end is None or (end == planned and " " in match.group() and line is not where)):
            found = find_time(line.text[match.start() :], marked=False)
            end = found[0] if found else end  # when it ended goes before when it was to end
        match = _ended_inverted().search(line.text) or _ended_half().search(line.text)
        if match and (end is None or (end == planned and line is not where)):
            found = find_time(match.group())
            end = found[0] if found else _half(match["half"], start)
        match = _started().search(line.text)
        if match and (start is None or end is None):
            found = find_time(line.text[match.start() :], marked=False)
            if found:  # `Mødet startede kl. 16 og sluttede kl. 18.30`
                start, end = start or found[0], end or found[1]
    if start is None:
        for line in lines[:8]:
            match = RANGE.search(line.text)
            if match and not _inside_date(line.text, match.start()):
                return f"{int(match[1]):02d}:{match[2] or '00'}", end or f"{int(match[3]):02d}:{match[4] or '00'}", line
    return start, end, where


def _in_the_afternoon(text: str, found: tuple[str, str | None, int, int]) -> str:
    """Give the hour by the clock of a day: `Kl. 3 Eftermiddag` is 15:00."""
    part = re.match(rf"\s*{phrases('meeting', 'day_parts', 'after_noon')}(?!\w)", text[found[3] :], re.IGNORECASE)
    hour, minute = found[0].split(":")
    return f"{int(hour) + 12}:{minute}" if part and int(hour) < _NOON else found[0]


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
def _yesterday() -> re.Pattern[str]:
    # `Referat af bestyrelsesmøde i går`
    kinds = phrases("protocols", "heading", "meeting_ends")
    return re.compile(rf"{kinds}(?:t|rne)?\s+{phrases('meeting', 'yesterday')}\b", re.IGNORECASE)


@cache
def _ended() -> re.Pattern[str]:
    alone = r"^(?:sluttede|sluttet|slut)(?=\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d)"  # `Sluttede 22.05`
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'ended')}\b(?=.{{0,20}}\d)|{alone}", re.IGNORECASE)


@cache
def _of_another_hour() -> re.Pattern[str]:
    # `Rikke sluttede mødet kl. 21.30`; `Næste møde 8/12 kl. 19 hos Jesper`
    ended, verbs = phrases("meeting", "sentences", "ended"), phrases("meeting", "sentences", "ending")
    kinds = phrases("protocols", "heading", "meeting_ends")
    moved = phrases("rosters", "movements", "titled")  # `Torben K. Rasch mødte kl. 15.20`
    other = rf"(?:næste|kommende)\s+\w*{kinds}"
    return re.compile(
        rf"\b{moved}\b|\b{ended}\b(?=.{{0,20}}\d)|\d\s+{verbs}\b[^.]{{0,40}}?{kinds}\b|^\W*{other}\b", re.IGNORECASE
    )


@cache
def _bare_start() -> re.Pattern[str]:
    words_before = f"{phrases('meeting', 'labels', 'start')}|{phrases('meeting', 'sentences', 'started')}"
    return re.compile(rf"(?:{words_before})\s+(?P<h>\d{{1,2}})[.:](?P<m>[0-5]\d)\b", re.IGNORECASE)


@cache
def _ended_inverted() -> re.Pattern[str]:
    # `Kl. 22.15 hævede formanden mødet.`
    verbs = phrases("meeting", "sentences", "ending")
    kinds = phrases("protocols", "heading", "meeting_ends")
    return re.compile(
        rf"(?:^|(?<=[.!?]\s))(?:kl\.?|klokken)\s*[\d.:,]+\s+{verbs}\b[^.]{{0,40}}?{kinds}\b", re.IGNORECASE
    )


@cache
def _ended_half() -> re.Pattern[str]:
    # `Mødet sluttede klokken halv ti`
    hours = phrases("meeting", "hours")
    return re.compile(
        rf"\b{phrases('meeting', 'sentences', 'ended')}\b[^.]{{0,20}}?\bhalv\s+(?P<half>{hours})\b", re.IGNORECASE
    )


def _half(word: str, start: str | None) -> str:
    """Give the time for an hour's word: `halv ti` is 21:30 where the meeting began after half past nine."""
    hour = int(lexicon("meeting")["hours"][word.casefold()]) - 1
    early = f"{hour:02d}:30"
    return early if hour >= _NOON or (start is not None and early > start and start < "12") else f"{hour + _NOON}:30"


@cache
def _started() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'started')}\b(?=.{{0,20}}\d)", re.IGNORECASE)
