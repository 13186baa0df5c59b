"""Answers on a command line: a table for people, CSV for a spreadsheet, JSON lines for programs."""

import json
import re
import sys
import unicodedata
from typing import Literal

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from analyser.corpus.excel import as_csv

Format = Literal["table", "csv", "json"]

SHOWN = {
    "statements": ("date", "speaker", "topic", "quote", "matched", "body", "role", "verb", "file"),
    "decisions": ("date", "by", "kind", "text", "matched", "body", "file"),
    "actions": ("date", "responsible", "text", "due", "due_to", "matched", "body", "file"),
    "corrections": ("quote", "what", "now", "stands", "made", "date", "body", "file"),
    "people": ("name", "roles", "organisation", "bodies", "statements", "meetings", "actions", "last"),
}
"""Columns that a table shows where the answer has them, what matters most first; CSV and JSON give all."""

_COLUMN = 15
"""Characters that a column should have; a narrow terminal shows fewer columns instead of narrower ones."""

_STEERING = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Control characters that JSON lets through (C1), and marks that are not seen and change the order of what is."""

_WIDTH = 160
"""Columns of a table that goes into a file or a pipe."""


def write(frame: pd.DataFrame, columns: tuple[str, ...], form: Format) -> None:
    """Write a frame to standard output; `columns` are those of a table."""
    if form == "csv":
        sys.stdout.buffer.write(as_csv(frame).encode("utf-8"))
    elif form == "json":
        sys.stdout.buffer.write(as_json_lines(frame).encode("utf-8"))
    else:
        console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
        columns = tuple(name for name in columns if name in frame.columns)
        console.print(as_table(frame, columns[: max(3, console.width // _COLUMN)]))
    sys.stdout.flush()


def as_json_lines(frame: pd.DataFrame) -> str:
    """Give one JSON object a row; dates are ISO 8601, what is missing is null.

    What would steer a terminal or turn the writing is escaped (`\\u202e`): the same text to a program, harmless to see.
    """
    lines = (
        json.dumps({str(name): _plain(value) for name, value in row.items()}, ensure_ascii=False) + "\n"
        for row in frame.to_dict("records")
    )
    return "".join(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in lines)


def as_table(frame: pd.DataFrame, columns: tuple[str, ...]) -> Table:
    """Give a table that fits the terminal: long texts fold. A file is shown by its name alone."""
    table = Table(show_lines=False, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name in ("date", "due_to", "last"))
    for row in frame[list(columns)].to_dict("records"):
        table.add_row(*(Text(_shown(str(name), value)) for name, value in row.items()))
    return table


def visible(text: str) -> str:
    """Make text one line that is safe to print: what steers a terminal or turns the writing becomes `�`."""
    return "".join(
        " " if c in "\n\t" else "\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\xad" else c
        for c in text
    )


def _shown(name: str, value: object) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    text = str(plain)
    return visible(text.rsplit("/", 1)[-1] if name == "file" else text)


def _plain(value: object) -> str | int | float | None:
    if isinstance(value, str):
        return value
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return float(value) if isinstance(value, float) else int(value)  # type: ignore[call-overload]
