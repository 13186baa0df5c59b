"""CSV that a Danish Excel opens by a double click: UTF-8 with its mark, semicolons, decimal commas, CRLF."""

import csv
import io
import re
import unicodedata
from datetime import date

import pandas as pd

MARK = "\ufeff"

_FORMULA = "=+-@＝＋－＠"
"""A cell that begins with one of these is a formula to a spreadsheet; the wide forms are to an East Asian one."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What no spreadsheet shows, and what writes a cell from right to left so that it reads as another."""


def as_csv(frame: pd.DataFrame) -> str:
    """Give a frame as CSV, the byte order mark first. Encode it as UTF-8, and write it with no change of line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in frame.itertuples(index=False, name=None):
        writer.writerow([cell(value) for value in row])
    return MARK + out.getvalue()


def cell(value: object) -> str:
    """Give a value as the text of a cell; what is missing is empty.

    Text that a spreadsheet would run as a formula gets an apostrophe before it (`'=1+1`): minutes come from outside.
    Numbers and dates are no text, and stay.
    """
    if value is None or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(float(value)).replace(".", ",")
    if not isinstance(value, str):
        return str(value)
    text = _CONTROL.sub("\ufffd", value)
    return f"'{text}" if _is_formula(text) else text


def _is_formula(text: str) -> bool:
    """Tell whether the first character that a spreadsheet does not pass over begins a formula."""
    for character in text:
        if character in _FORMULA:
            return True
        if not (character.isspace() or unicodedata.category(character) in ("Cc", "Cf")):
            return False
    return False
