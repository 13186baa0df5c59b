"""What is asked of a corpus, and its SQL. Values are always parameters, never part of the SQL."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analyser.corpus.search import fts_query, words

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
        on: words that must occur, each as the beginning of a word; words in double quotes must stand together.
        speaker: words of the actor's name, whole or begun (`ole t`).
        body: words of the body's name, whole or begun.
        since: first day of the meeting, as `2019`, `2019-03` or `2019-03-15`; None admits meetings without a date.
        until: last day, in the same forms: `2019` is to the end of 2019.
        exact: speaker and body are names in full, and only those.
    """

    on: str | None = None
    speaker: str | None = None
    body: str | None = None
    since: str | date | None = None
    until: str | date | None = None
    exact: bool = False


def condition(kind: Kind, question: Question) -> tuple[str, list[str]]:
    """Give `FROM … WHERE …` for a question, and its parameters.

    Raises:
        QuestionError: a date is none, or a field holds no word; the message says which.
    """
    view, index, actor = VIEWS[kind]
    source, tests, parameters = f"FROM {view}", ["1"], []
    if question.on is not None:
        query = fts_query(question.on)
        if query is None:
            raise QuestionError(f"{question.on!r}: no word to search for")
        source += f" JOIN {index} ON {index}.rowid = {view}.key"
        tests.append(f"{index} MATCH ?")
        parameters.append(query)
    for column, wanted in ((actor, question.speaker), ("body", question.body)):
        if wanted is not None:
            tests.append(_named(f'{view}."{column}"', wanted, question))
            parameters.append(storable(wanted))
    for test, day in _between(view, question):
        tests.append(test)
        parameters.append(day)
    return f"{source} WHERE {' AND '.join(tests)}", parameters


def roster_condition(question: Question) -> tuple[str, list[str]]:
    """Give `FROM … WHERE …` for the roster lines that a question's name, body and dates admit, and its parameters.

    Raises:
        QuestionError: as `condition`.
    """
    tests, parameters = ["1"], []
    for column, wanted in (("participants.name", question.speaker), ("meetings.body", question.body)):
        if wanted is not None:
            tests.append(_named(column, wanted, question))
            parameters.append(storable(wanted))
    for test, day in _between("meetings", question):
        tests.append(test)
        parameters.append(day)
    source = "FROM participants JOIN meetings ON meetings.key = participants.minutes"
    return f"{source} WHERE {' AND '.join(tests)}", parameters


def order(kind: Kind, question: Question) -> str:
    """Give `ORDER BY …`: the best match first where words were asked for, else the newest meeting."""
    view, index, _ = VIEWS[kind]
    best = f"bm25({index}, 4.0, 1.0), " if question.on is not None else ""
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
