"""Danish personal numbers (CPR: day, month, year, four figures) in text.

A number counts by how it is written. With a hyphen or a space before the last four figures, or behind `CPR`, its date
alone decides. Ten figures in a row, or a date that is parted, may as well be a case number or a time of day: these must
fit modulus 11 where that applies. It does not to numbers given out since October 2007, which are those of people born
since, and those of the days that ran out of numbers, 1 January of any year (CPR-kontoret, *Personnummeret i CPR*).
"""

import re
from datetime import date

# a date, perhaps parted, and four figures: `070560-1234`, `0705601234`, `07.05.60 - 1234`, `07 05 60 1234`
_CANDIDATE = re.compile(
    r"(?<![0-9])"
    r"(?P<day>[0-9]{2})(?P<first>[ ./-]?)(?P<month>[0-9]{2})(?P=first)(?P<year>[0-9]{2})"
    r"(?P<parted>[ \u00a0]?[-\u2010-\u2013\u2212]?[ \u00a0]?)"
    r"(?P<last>[0-9]{4})(?![0-9])"
)
_LABEL = re.compile(r"(?:\bcpr\b|personn(?:ummer|r))[^0-9\n]{0,12}$", re.IGNORECASE)
_LABEL_LENGTH = 30
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def find_personal_numbers(text: str) -> list[tuple[int, int]]:
    """Give `[start, end)` of every personal number; its last four characters are the figures that are secret."""
    return [found.span() for found in _CANDIDATE.finditer(text) if _is_personal_number(text, found)]


def fits_modulus(figures: str) -> bool:
    """Tell whether ten figures have the check figure of a personal number."""
    return sum(int(figure) * weight for figure, weight in zip(figures, _WEIGHTS, strict=True)) % 11 == 0


def _is_personal_number(text: str, found: re.Match[str]) -> bool:
    day, month, year, last = int(found["day"]), int(found["month"]), int(found["year"]), found["last"]
    day -= 60 if day > 60 else 0  # a replacement number
    born = _century(year, int(last[0])) + year
    if not _is_day(born, month, day):
        return False
    if not found["first"] and found["parted"]:
        return True
    if _LABEL.search(text, max(0, found.start() - _LABEL_LENGTH), found.start()):
        return True
    excepted = (day, month) == (1, 1) or (born, month) >= (2007, 10)
    return excepted or fits_modulus(found["day"] + found["month"] + found["year"] + last)


def _century(year: int, seventh: int) -> int:
    """Give the century that the seventh figure tells: `0`–`3` the 20th, the others by the year."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
