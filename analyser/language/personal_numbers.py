"""Danish personal numbers (CPR: day, month, year, four figures) in text."""

import re

# 070560-1234, 0705601234, 070560 1234; group 1 is what may be shown. Replacement numbers have 60 added to the day.
PERSONAL_NUMBER = re.compile(
    r"(?<![0-9])((?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])(?:0[1-9]|1[0-2])[0-9]{2}[-–‑ ]?)[0-9]{4}(?![0-9])"
)


def find_personal_numbers(text: str) -> list[tuple[int, int]]:
    """Give `[start, end)` of everything that has the form of a personal number.

    The modulus is not looked at (numbers given out since 2007 need not fit it), so another number of ten figures that
    begins with a date is found too.
    """
    return [m.span() for m in PERSONAL_NUMBER.finditer(text)]
