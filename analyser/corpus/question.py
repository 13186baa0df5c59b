"""What is asked of a corpus, and its SQL. Values are always parameters, never part of the SQL."""

import calendar
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analyser.corpus.search import Term, fts_query, tiers, words
from analyser.corpus.vocabulary import terms_of

Kind = Literal["statements", "decisions", "actions"]

VIEWS: dict[Kind, tuple[str, str, str]] = {
    "statements": ("who_said", "statements_index", "speaker"),
    "decisions": ("who_decides", "decisions_index", "by"),
    "actions": ("who_does", "actions_index", "responsible"),
}
"""Each kind of fact: its view, its search index, and the column that names its actor."""


class QuestionError(ValueError):
    """A question that cannot be asked; its text is one line that says what is wrong."""


_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True)
class Question:
    """Which facts are asked for; what is None is not asked.

    Attributes:
        on: words that must occur, each as it stands, inflected or in a compound; words in double quotes must stand
            together, and a star stands for any ending (`indbr*`).
        speaker: words of the actor's name, whole or begun (`ole t`).
        body: words of the body's name, whole or begun.
        since: first day of the meeting, as `2019`, `2019-03` or `2019-03-15`; None admits meetings without a date.
        until: last day, in the same forms: `2019` is to the end of 2019.
        exact: speaker and body are names in full, and only those.
        open_on: actions whose time limit has not passed on this day, or that have none; whether they were done is not
            known. Passed over for other facts.
    """

    on: str | None = None
    speaker: str | None = None
    body: str | None = None
    since: str | date | None = None
    until: str | date | None = None
    exact: bool = False
    open_on: str | date | None = None


def terms(connection: sqlite3.Connection, question: Question) -> list[Term]:
    """Give the words that are asked for, with those of the store that answer them; none where none are asked for.

    Raises:
        QuestionError: there is something to look for, and no word in it.
    """
    if question.on is None:
        return []
    if not (found := terms_of(connection, question.on)):
        raise QuestionError(f"{question.on!r}: no word to search for")
    return found


def condition(kind: Kind, question: Question, asked: Sequence[Term]) -> tuple[str, list[str]]:
    """Give `FROM … WHERE …` for a question, and its parameters.

    Args:
        kind: of facts.
        question: what is asked.
        asked: its words, as `terms` gives them.

    Raises:
        QuestionError: a date is none, or a field holds no word; the message says which.
    """
    view, _, actor = VIEWS[kind]
    source, tests = f"FROM {view}", ["1"]
    parameters: list[str] = []
    if asked:
        found, parameters = hits(kind, asked)
        source += f" JOIN {found} AS hits ON hits.key = {view}.key"
    for column, wanted in ((actor, question.speaker), ("body", question.body)):
        if wanted is not None:
            tests.append(_named(f'{view}."{column}"', wanted, question))
            parameters.append(storable(wanted))
    for test, day in _between(view, question):
        tests.append(test)
        parameters.append(day)
    if kind == "actions" and (waiting := first_day(question.open_on)):
        tests.append(f"({view}.due_to IS NULL OR {view}.due_to >= ?)")
        parameters.append(waiting)
    return f"{source} WHERE {' AND '.join(tests)}", parameters


def hits(kind: Kind, asked: Sequence[Term]) -> tuple[str, list[str]]:
    """Give the table, as SQL and its parameters, of the facts that words are in: their `key`, `tier` and `score`.

    The lower both are, the better: tiers tell words as typed from inflections and compounds, the score is BM25, in
    which a topic counts four times as much as the rest.
    """
    index = VIEWS[kind][1]
    ranks = tiers(asked)
    worse = " + ".join([f"(rowid NOT IN (SELECT rowid FROM {index} WHERE {index} MATCH ?))" for _ in ranks] or "0")
    columns = f"rowid AS key, bm25({index}, 4.0, 1.0) AS score, {worse} AS tier"
    return f"(SELECT {columns} FROM {index} WHERE {index} MATCH ?)", [*ranks, fts_query(asked)]


def roster_condition(question: Question) -> tuple[str, list[str]]:
    """Give `FROM … WHERE …` for the roster lines that a question's name, body and dates admit, and its parameters.

    Raises:
        QuestionError: as `condition`.
    """
    tests, parameters = ["1"], []
    if question.speaker is not None:
        fitting = _named("name", question.speaker, question)  # once a name, not once a line
        names = "WITH names AS MATERIALIZED (SELECT DISTINCT name FROM participants)"
        tests.append(f"participants.name IN ({names} SELECT name FROM names WHERE {fitting})")
        parameters.append(storable(question.speaker))
    meetings, held = _meeting_tests("minutes", question)
    source = f"FROM participants{' JOIN minutes ON minutes.key = participants.minutes' if meetings else ''}"
    return f"{source} WHERE {' AND '.join([*tests, *meetings])}", [*parameters, *held]


def meeting_condition(question: Question) -> tuple[str, list[str]]:
    """Give `FROM … WHERE …` for the meetings that a question's body and dates admit, and its parameters.

    Raises:
        QuestionError: as `condition`.
    """
    tests, parameters = _meeting_tests("meetings", question)
    return f"FROM meetings WHERE {' AND '.join(['1', *tests])}", parameters


def _meeting_tests(view: str, question: Question) -> tuple[list[str], list[str]]:
    tests, parameters = [], []
    if question.body is not None:
        tests.append(_named(f"{view}.body", question.body, question))
        parameters.append(storable(question.body))
    for test, day in _between(view, question):
        tests.append(test)
        parameters.append(day)
    return tests, parameters


def order(kind: Kind, question: Question) -> str:
    """Give `ORDER BY …`: the newest meeting first; where words were asked for, the best match before that.

    Words as they were typed come before their inflections, and these before compounds; then counts how often the words
    stand in a row and how rare they are (BM25), in a topic four times as much.
    """
    view = VIEWS[kind][0]
    best = "hits.tier, hits.score, " if question.on is not None else ""
    return f"ORDER BY {best}{view}.date DESC NULLS LAST, {view}.sha256, {view}.start, {view}.key"


def first_day(day: str | date | None) -> str | None:
    """Give the first day of a year, a month or a day, as ISO 8601.

    Raises:
        QuestionError: it is no date.
    """
    if day is None or isinstance(day, date):
        return _iso(day)
    year, month, number = _parts(day)
    return _made(day, year, 1 if month is None else month, 1 if number is None else number)


def last_day(day: str | date | None) -> str | None:
    """Give the last day of a year, a month or a day, as ISO 8601.

    Raises:
        QuestionError: it is no date.
    """
    if day is None or isinstance(day, date):
        return _iso(day)
    year, month, number = _parts(day)
    month = 12 if month is None else month
    if number is None:
        number = calendar.monthrange(year, month)[1] if year and 1 <= month <= 12 else 1
    return _made(day, year, month, number)


def storable(text: str) -> str:
    """Replace what no UTF-8 can hold: undecodable bytes from a command line or a file name."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _named(column: str, wanted: str, question: Question) -> str:
    if question.exact:
        return f"{column} = ?"
    if not words(wanted):
        raise QuestionError(f"{wanted!r}: no word of a name")
    return f"fits({column}, ?)"


def _between(view: str, question: Question) -> list[tuple[str, str]]:
    limits = ((">=", first_day(question.since)), ("<=", last_day(question.until)))
    return [(f"{view}.date {sign} ?", day) for sign, day in limits if day]


def _iso(day: date | None) -> str | None:
    return day.isoformat()[:10] if day else None


def _parts(text: str) -> tuple[int, int | None, int | None]:
    if not (found := _DAY.fullmatch(text.strip())):
        raise QuestionError(f"{text!r}: not a date; write 2019, 2019-03 or 2019-03-15")
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _made(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise QuestionError(f"{text!r}: no such day") from None
