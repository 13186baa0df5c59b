"""Danish personal numbers (CPR: day, month, year, four digits) hidden from view.

The mask keeps the length, so offsets into a masked text are those of the text.
"""

from collections.abc import Callable

import pandas as pd

from analyser.language.personal_numbers import find_personal_numbers

HIDDEN = "\N{BULLET}" * 4

Hide = Callable[[str], str]
"""What makes a text fit to be shown."""


def masked(text: str) -> str:
    """Hide the last four digits of every personal number: `070560-1234` becomes `070560-••••`."""
    for start, end in find_personal_numbers(text):
        text = f"{text[:start]}{text[start : end - 4]}{HIDDEN}{text[end:]}"
    return text


def hiding(personal_numbers: bool, pseudonyms: Hide | None = None) -> Hide:
    """Give what hides personal numbers, unless they are asked for, and names where there are pseudonyms."""
    first: Hide = (lambda text: text) if personal_numbers else masked
    return (lambda text: pseudonyms(first(text))) if pseudonyms else first


def masked_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Give a frame with personal numbers hidden in every column that holds text."""
    return hidden_frame(frame, masked)


def hidden_frame(frame: pd.DataFrame, hide: Hide) -> pd.DataFrame:
    """Give a frame with every text in it changed by `hide`; columns keep their types."""
    frame = frame.copy()
    for name in frame.columns:
        column = frame[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            frame[name] = column.astype("string").map(hide, na_action="ignore").astype("string").astype("category")
        elif isinstance(column.dtype, pd.StringDtype):
            frame[name] = column.map(hide, na_action="ignore").astype("string")
    return frame
