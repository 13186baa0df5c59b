"""Answers as pandas frames with typed columns: dates are dates, kinds are categories, offsets are whole numbers."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analyser.corpus.question import VIEWS, Kind, Question, condition, meeting_condition, order, terms
from analyser.corpus.search import why

COLUMNS: dict[Kind, tuple[str, ...]] = {
    "statements": (
        "date", "body", "item", "speaker", "role", "organisation", "speaker_kind", "participant", "person",
        "verb", "act", "topic", "file", "page", "start", "end", "quote",
    ),
    "decisions": (
        "date", "body", "item", "kind", "by", "role", "organisation", "by_kind", "participant", "person",
        "text", "votes_for", "votes_against", "votes_abstain", "file", "page", "start", "end", "quote",
    ),
    "actions": (
        "date", "body", "item", "responsible", "role", "organisation", "responsible_kind", "participant", "person",
        "text", "due", "due_from", "due_to", "file", "page", "start", "end", "quote",
    ),
}  # fmt: skip

MEETINGS = (
    "date", "body", "organisation", "title", "starts", "ends", "place",
    "participants", "statements", "decisions", "actions", "file", "sha256",
)  # fmt: skip

_DATES = {"date", "due_from", "due_to", "first", "last"}
_CATEGORIES = {"body", "organisation", "kind", "act", "verb", "speaker_kind", "by_kind", "responsible_kind"}
_NUMBERS = {
    "page", "start", "end", "votes_for", "votes_against", "votes_abstain",
    "participants", "statements", "decisions", "actions", "meetings", "absent", "times", "part",
}  # fmt: skip

SEARCHED: dict[Kind, tuple[str, str]] = {
    "statements": ("topic", "extent"),
    "decisions": ("text", "quote"),
    "actions": ("text", "quote"),
}
"""The columns in which words are looked for."""


def facts(connection: sqlite3.Connection, kind: Kind, question: Question) -> pd.DataFrame:
    """Give the statements, decisions or actions that a question asks for.

    Where it asks for words, the last column, `matched`, says which words of the row answer, and how.

    Raises:
        QuestionError: the question holds a date that is none, or a field without a word.
    """
    view = VIEWS[kind][0]
    columns = ", ".join(f'{view}."{name}"' for name in COLUMNS[kind])
    searched = ", ".join(f"coalesce({view}.{name}, '')" for name in SEARCHED[kind])
    asked = terms(connection, question)
    where, parameters = condition(kind, question, asked)
    rows = connection.execute(f"SELECT {columns}, {searched} {where} {order(kind, question)}", parameters).fetchall()
    width = len(COLUMNS[kind])
    if not asked:
        return typed([row[:width] for row in rows], COLUMNS[kind])
    found = [(*row[:width], why("\n".join(row[width:]), asked)) for row in rows]
    return typed(found, (*COLUMNS[kind], "matched"))


def meetings(connection: sqlite3.Connection, question: Question) -> pd.DataFrame:
    """Give the meetings of a body and a time with the counts of their facts, the newest first.

    Raises:
        QuestionError: a date is none, or the body holds no word.
    """
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE {table}.minutes = meetings.key) AS {table}"
        for table in ("participants", "statements", "decisions", "actions")
    )
    columns = ", ".join(name for name in MEETINGS if name not in VIEWS and name != "participants")
    where, parameters = meeting_condition(question)
    rows = connection.execute(f"SELECT {columns}, {counts} {where} ORDER BY date DESC NULLS LAST, file", parameters)
    return typed([[row[name] for name in MEETINGS] for row in rows], MEETINGS)


def typed(rows: Sequence[Sequence[object]], columns: Sequence[str]) -> pd.DataFrame:
    """Make a frame whose columns have their types, whether or not there are rows; a date that is none is missing."""
    if not rows:
        return _empty(tuple(columns)).copy()
    values = list(zip(*rows, strict=True))
    made = {name: _column(name, list(column)) for name, column in zip(columns, values, strict=True)}
    return pd.DataFrame(made, copy=False)


@cache
def _empty(columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame({name: _column(name, []) for name in columns})


def _column(name: str, values: list[Any]) -> Any:  # noqa: ANN401
    """Give one column: made straight as what it is, since to make it of objects first costs more than a whole page."""
    if name in _DATES:
        try:
            return np.array(["NaT" if value is None else value for value in values], "datetime64[s]")
        except ValueError:
            return pd.to_datetime(pd.Series(values), format="ISO8601", errors="coerce").astype("datetime64[s]")
    if name in _CATEGORIES:
        found = sorted({value for value in values if value is not None})
        codes = {value: code for code, value in enumerate(found)}
        of_them = [-1 if value is None else codes[value] for value in values]
        return pd.Categorical.from_codes(of_them, pd.Index(found, dtype="string"))
    return pd.array(values, dtype="Int64" if name in _NUMBERS else "string")
