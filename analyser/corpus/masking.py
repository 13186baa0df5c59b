"""Danish personal numbers (CPR: day, month, year, four digits) hidden from view.

The mask keeps the length, so offsets into a masked text are those of the text.
"""

import pandas as pd

from analyser.language.personal_numbers import PERSONAL_NUMBER

HIDDEN = "\N{BULLET}" * 4


def masked(text: str) -> str:
    """Hide the last four digits of everything that has the form of a personal number.

    `070560-1234` becomes `070560-••••`. The modulus is not looked at (numbers given out since 2007 need not fit it),
    so another number of ten digits that begins with a date is hidden too: to hide too much harms nobody.
    """
    return PERSONAL_NUMBER.sub(rf"\g<1>{HIDDEN}", text)


def masked_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Give a frame with personal numbers hidden in every column that holds text."""
    frame = frame.copy()
    for name in frame.columns:
        column = frame[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            frame[name] = column.astype("string").map(masked, na_action="ignore").astype("string").astype("category")
        elif isinstance(column.dtype, pd.StringDtype):
            frame[name] = column.map(masked, na_action="ignore").astype("string")
    return frame
