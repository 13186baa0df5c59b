"""Danish dates in running text, as the days that they can mean.

Weeks are ISO 8601 weeks. A date with no year is read near a reference day, the meeting's: the same year, but the next
one where it would lie more than 90 days back (minutes plan ahead more than they look back).
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from analyser.language.lexicon import either, lexicon, words

_LOOK_BACK = timedelta(days=90)
_LOOK_AHEAD = timedelta(days=300)

ANY_DAY = date(2000, 1, 1)  # a reference where all that counts is where dates stand


@dataclass(frozen=True)
class DateMention:
    """A date as written and the first and last day it can mean; `open_start` where it is a limit (`senest …`)."""

    start: int
    end: int
    text: str
    first: date
    last: date
    open_start: bool = False

    @property
    def value(self) -> str:
        """ISO 8601: one day, an interval, or `../day` for a limit."""
        if self.open_start:
            return f"../{self.last.isoformat()}"
        return (
            self.first.isoformat() if self.first == self.last else f"{self.first.isoformat()}/{self.last.isoformat()}"
        )


def find_dates(text: str, start: int = 0, end: int | None = None, reference: date | None = None) -> list[DateMention]:
    """Find the dates in `text[start:end]`, in order, none overlapping.

    `den 3. april 2024`, `14.06.2018`, `onsdag d. 1/4/2009`, `1/9`, `uge 42`, `efteråret 2024`, `primo marts`,
    `inden for tre uger`, `torsdag i uge 15`, `uge 32-33`,
    `inden sommerferien 2024`, `senest den 15. januar`, `1. kvartal 2017`, `inden udgangen af maj`.
    Dates that lack a year are left out where `reference` is None. Offsets count code points of `text`.
    """
    return list(_found(text, start, len(text) if end is None else end, reference))


@lru_cache(maxsize=256)  # several rules ask for the dates of one sentence
def _found(text: str, start: int, end: int, reference: date | None) -> tuple[DateMention, ...]:
    return tuple(_scan(text, start, end, reference))


def _scan(text: str, start: int, end: int, reference: date | None) -> Iterator[DateMention]:
    if _hint().search(text, start, end) is None:
        return
    for match in _pattern().finditer(text, start, end):
        days = _days(match, reference)
        if days is None:
            continue
        first, last = days
        limit = match["limit"]
        if limit:
            excludes = limit.lower().split()[0] in words("calendar", "before", "excluding") and not match["close"]
            if excludes and (first != last or match["holiday"]):
                last = first - timedelta(days=1)
            first = last
        begin, stop = match.span()
        yield DateMention(begin, stop, text[begin:stop], first, last, bool(limit))


def _days(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    try:
        days = _explicit(match, reference) or _period(match, reference)
    except (ValueError, OverflowError):
        return None
    if days and match["close"]:
        return days[1], days[1]
    return days


def _explicit(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """Days given by number: `3. april 2024`, `1/9`, `14.06.2018`, `2024-03-15`, `3.-5. maj`."""
    group = match.groupdict()
    if group["iso"]:
        day = date.fromisoformat(group["iso"])
        return day, day
    if group["month_name"]:
        month = _months()[group["month_name"].lower().rstrip(".")]
        last = _place(_year(group["year1"]), month, int(group["day1"]), reference)
        if last is None:
            return None
        first = last.replace(day=int(group["day0"])) if group["day0"] else last
        return (first, last) if first <= last else (last, last)
    if group["day2"]:
        if not group["year2"] and not group["intro"] and (group["mark"] != "/" or _follows_page_word(match)):
            return None  # `4.2` and `4-5` are numbers
        day_or_none = _place(_year(group["year2"]), int(group["month2"]), int(group["day2"]), reference)
        return (day_or_none, day_or_none) if day_or_none else None
    return None


def _next_of(day: int, reference: date | None) -> tuple[date, date] | None:
    """`senest den 3.`: the first such day after the reference day, in the same month or the next."""
    if reference is None:
        return None
    month, year = reference.month, reference.year
    if day <= reference.day:
        month, year = (1, year + 1) if month == 12 else (month + 1, year)
    found = date(year, month, day)
    return found, found


def _period(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    group = match.groupdict()
    year = _year(group["year3"] or group["year4"])
    if group["day_only"]:
        return _next_of(int(group["day_only"]), reference)
    if group["week"]:
        first = _week(year, int(group["week"]), reference)
        last = _week(year, int(group["last_week"]), reference) if group["last_week"] else first
        return (first[0], last[1]) if first and last and first <= last else first
    if group["ahead"]:
        return _ahead(group["ahead"].lower(), group["count"].lower(), group["unit"].lower(), reference)
    if group["week_of"]:
        week = _week(year, int(group["week_of"]), reference)
        index = lexicon("calendar")["weekdays"]["names"].index(group["weekday"].lower())
        return (week[0] + timedelta(days=index),) * 2 if week else None
    if group["part"]:
        begin, stop = lexicon("calendar")["parts_of_month"][re.sub(r"\s+", " ", group["part"].lower())]
        return _month(year, _months()[group["part_month"].lower().rstrip(".")], reference, begin, stop)
    if group["month_meeting"]:
        return _month(year, _months()[group["month_meeting"].lower()], reference)
    if group["month_only"]:
        return _month(year, _months()[group["month_only"].lower().rstrip(".")], reference)
    if group["season"]:
        return _months_of(year, lexicon("calendar")["seasons"][group["season"].lower()], reference)
    if group["quarter"]:
        return _months_of(year, lexicon("calendar")["quarters"][_ordinal(group["quarter"])], reference)
    if group["half"]:
        return _months_of(year, lexicon("calendar")["half_years"][_ordinal(group["half"])], reference)
    if group["holiday"]:
        return _holiday(group["holiday"].lower(), year, reference)
    if group["relative"]:
        return _relative(re.sub(r"\s+", " ", group["relative"].lower()), reference)
    if group["weekday"]:
        return _weekday(group["weekday"].lower(), reference, bool(group["next"] or group["next_week"]))
    if group["year_only"]:
        whole = int(group["year_only"])
        return date(whole, 1, 1), date(whole, 12, 31)
    return None


def _relative(words_: str, reference: date | None) -> tuple[date, date] | None:
    """`i næste uge`, `om 14 dage`, `månedens udgang`, counted from the reference day."""
    if reference is None:
        return None
    data = lexicon("calendar")["relative"]
    if words_ in data["days"]:
        first, last = data["days"][words_]
        return reference + timedelta(days=first), reference + timedelta(days=last)
    if words_ in data["week"]:
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=data["week"][words_])
        return monday, monday + timedelta(days=6)
    month = 12 if words_ in data["year_end"] else reference.month
    end = date(reference.year, month, calendar.monthrange(reference.year, month)[1])
    return end, end


def _ahead(word: str, count: str, unit: str, reference: date | None) -> tuple[date, date] | None:
    """`om tre uger` is a day, `inden for tre uger` the time until then."""
    if reference is None:
        return None
    number = int(count) if count.isdigit() else lexicon("calendar")["numbers"][count]
    last = reference + timedelta(days=number * lexicon("calendar")["units"][unit])
    return (last, last) if word == "om" else (reference, last)


def _weekday(name: str, reference: date | None, next_week: bool = False) -> tuple[date, date] | None:
    """`inden fredag`: the first such day after the reference day; `næste fredag`, `fredag i næste uge`: next week's."""
    if reference is None:
        return None
    index = lexicon("calendar")["weekdays"]["names"].index(name)
    ahead = 7 - reference.weekday() + index if next_week else (index - reference.weekday() - 1) % 7 + 1
    return reference + timedelta(days=ahead), reference + timedelta(days=ahead)


def _follows_page_word(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 8) : match.start()].lower().split()
    return bool(before) and before[-1].rstrip(".") in words("headings", "furniture", "page")


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    value = int(digits.lstrip("'’"))
    if value >= 100:
        return value
    return 2000 + value if value < 50 else 1900 + value


def _place(year: int | None, month: int, day: int, reference: date | None) -> date | None:
    if year is not None:
        return date(year, month, day)
    if reference is None:
        return None
    found = date(reference.year, month, day)
    if found < reference - _LOOK_BACK:
        return date(reference.year + 1, month, day)
    if found > reference + _LOOK_AHEAD:
        return date(reference.year - 1, month, day)
    return found


def _month(
    year: int | None, month: int, reference: date | None, begin: int = 1, stop: int = -1
) -> tuple[date, date] | None:
    anchor = _place(year, month, begin, reference)
    if anchor is None:
        return None
    last = calendar.monthrange(anchor.year, month)[1] if stop < 0 else stop
    return anchor, anchor.replace(day=last)


def _months_of(year: int | None, months: list[int], reference: date | None) -> tuple[date, date] | None:
    first_month, last_month = months
    if year is None:
        if reference is None:
            return None
        year = reference.year
        if date(year, last_month, 1) < reference - timedelta(days=31) and first_month <= last_month:
            year += 1
    first = date(year, first_month, 1)
    last_year = year + 1 if last_month < first_month else year
    return first, date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def _week(year: int | None, week: int, reference: date | None) -> tuple[date, date] | None:
    if year is None:
        if reference is None:
            return None
        year = reference.isocalendar().year
        if date.fromisocalendar(year, week, 7) < reference - _LOOK_BACK:
            year += 1
    first = date.fromisocalendar(year, week, 1)
    return first, first + timedelta(days=6)


def _holiday(name: str, year: int | None, reference: date | None) -> tuple[date, date] | None:
    if year is None and reference is None:
        return None
    easter = lexicon("calendar")["easter"]
    for offset in (0, 1):
        whole = year if year is not None else (reference.year if reference else 0) + offset
        if name in easter:
            sunday = easter_sunday(whole)
            first, last = (sunday + timedelta(days=d) for d in easter[name])
        else:
            month, day, last_month, last_day = lexicon("calendar")["holidays"][name]
            if (month, day) == (1, 1) and year is not None:
                whole += 1  # årsskiftet 2024 is the one at the end of 2024
            first = date(whole, month, day)
            last = date(whole + (last_month < month), last_month, last_day)
        if year is not None or reference is None or last >= reference:
            break
    return first, last


def easter_sunday(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _ordinal(word: str) -> str:
    return {"f": "1", "a": "2", "t": "3"}.get(word[0].lower(), word[0])


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in lexicon("calendar")["months"].items() for name in names}


@cache
def _hint() -> re.Pattern[str]:
    """What stands in each date that `_pattern` reads: a figure or one of its words."""
    data = lexicon("calendar")
    relative = [word for kind in data["relative"].values() for word in kind]
    kinds = ("parts_of_month", "seasons", "holidays", "easter", "numbers")
    told = {*_months(), *data["weekdays"]["names"], *relative, *(word for kind in kinds for word in data[kind])}
    return re.compile(rf"\d|\b(?:{either(told)}|kvartal|halvår)", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    data = lexicon("calendar")
    month = rf"(?:{either(list(_months()))})\b\.?"
    full_month = rf"(?:{either([names[0] for names in data['months'].values()])})\b"
    weekday = rf"(?:{either(data['weekdays']['names'])})"
    year = r"(?:19|20)\d\d\b"
    short_year = r"(?:(?:19|20)\d\d|['’]\d\d)\b"
    relative = [word for kind in data["relative"].values() for word in kind]
    tail = rf"(?:,?\s+(?:i\s+)?(?P<year3>{year}))?"
    return re.compile(
        rf"""(?<![\w/.,-])
        (?:(?P<limit>senest|inden|før|indtil|frist:?|deadline:?)\s+(?:(?:for|til)\s+)?)?
        (?:(?P<close>udgangen\s+af|slutningen\s+af|udløbet\s+af)\s+)?
        (?:i\s+(?=(?:{full_month})\s+(?:19|20)\d\d))?
        (?:
          (?:{weekday},?\s+)?(?P<intro>den\.?\s+|d\.\s*|d\s+)?
          (?:(?P<iso>{year}-\d\d-\d\d)(?!\d)
            |(?:(?P<day0>\d{{1,2}})\.?\s?(?:-|–|og|til)\s?)?(?P<day1>\d{{1,2}})(?:\.\s*|\s+)(?P<month_name>{month})
             (?:,?\s+(?P<year1>{short_year}))?
            |(?P<day2>\d{{1,2}})(?P<mark>[/.]|\s?-\s?)(?P<month2>1[0-2]|0?[1-9])(?:(?:[/.\s-]|\s-\s)(?P<year2>{year}|\d\d\b)|(?=[^\d.,:/-]|[.,:](?!\d)|$)))
          |(?(limit)(?:den|d\.)\s*(?P<day_only>\d{{1,2}})\.?(?=\s*(?:[,;)]|$))|(?!))  # `senest d. 3.`
          |uge(?:rne)?\s+(?P<week>[1-5]?\d)\b(?:\s?(?:-|–|\+|og|til|/)\s?(?P<last_week>[1-5]?\d)\b(?!\s*[./-]\s*\d))?{tail}
          |(?:(?P<part>{either(list(data["parts_of_month"]))})\s+(?:af\s+)?(?P<part_month>{full_month})
            |(?P<month_meeting>{either([names[0] for names in data["months"].values()])})s?mødet?\b  # `til martsmødet`
            |(?P<month_only>{full_month})(?!(?-i:-[A-ZÆØÅ]))  # not in `Maj-Britt`
            |(?P<season>(?:{either(list(data["seasons"]))})\b)
            |(?P<quarter>[1-4]\.|første|andet|tredje|fjerde)\s+kvartal
            |(?P<half>[12]\.|første|andet)\s+halvår
            |(?P<holiday>(?:{either([*data["holidays"], *data["easter"]])})\b)
            |(?P<relative>(?:{either(relative)})\b)
            |(?P<ahead>om|inden\s+for|indenfor|inden)\s+(?P<count>\d{{1,2}}|{either(list(data["numbers"]))})\s+(?P<unit>{either(list(data["units"]))})\b
            |(?<=\s)(?<!hver\s)(?P<next>næste\s+)?(?P<weekday>{weekday})(?!\w)(?!\s+(?:den|d\.|\d))
             (?:(?P<next_week>\s+i\s+(?:næste|kommende)\s+uge)|\s+i\s+uge\s+(?P<week_of>[1-5]?\d)\b)?
            |(?:år(?:et)?\s+)?(?P<year_only>{year}(?!-)))(?:,?\s+(?:i\s+)?(?P<year4>{year}))?
        )""",
        re.IGNORECASE | re.VERBOSE,
    )
