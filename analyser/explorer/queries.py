"""What the pages ask the store. Values are parameters; the SQL is ours."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from analyser.corpus.people import Person, rostered
from analyser.corpus.question import VIEWS, Kind, Question, condition, order

T = TypeVar("T")

PAGE = 25
"""Rows on a page of answers."""

FACETS = 12
"""Values of a facet that are shown, the commonest first."""


LIST = 100
"""Rows on a page of a list of meetings or people, and facts of a kind on a person's page."""


@dataclass(frozen=True)
class Answers(Generic[T]):
    """One page of rows: which page it is, and how many rows and pages there are."""

    rows: Sequence[T]
    total: int
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The number of the first row of the page, counted from 1."""
        return (self.page - 1) * self.size + 1


def answers(connection: sqlite3.Connection, kind: Kind, question: Question, page: int) -> Answers[sqlite3.Row]:
    """Give one page of rows, the first if there is no such page; each has its actor as `actor`."""
    view, _, actor = VIEWS[kind]
    where, parameters = condition(connection, kind, question)
    total: int = connection.execute(f"SELECT count(*) {where}", parameters).fetchone()[0]
    page = _page(page, total, PAGE)
    rows = connection.execute(
        f'SELECT {view}.*, {view}."{actor}" AS actor {where} {order(kind, question)} LIMIT ? OFFSET ?',
        [*parameters, PAGE, (page - 1) * PAGE],
    )
    return Answers(rows.fetchall(), total, page, PAGE)


def facets(connection: sqlite3.Connection, kind: Kind, question: Question) -> dict[str, list[tuple[str, int]]]:
    """Count the rows of a question by actor, body and year, the commonest first; years the newest first."""
    view, _, actor = VIEWS[kind]
    where, parameters = condition(connection, kind, question)
    columns = {"actor": f'{view}."{actor}"', "body": f"{view}.body", "year": f"substr({view}.date, 1, 4)"}
    counts = {}
    for name, column in columns.items():
        sorted_by = "1 DESC" if name == "year" else "2 DESC, 1"
        rows = connection.execute(
            f"SELECT {column}, count(*) {where} AND {column} IS NOT NULL GROUP BY 1 ORDER BY {sorted_by} LIMIT ?",
            [*parameters, FACETS],
        )
        counts[name] = [(row[0], row[1]) for row in rows]
    return counts


def meetings(connection: sqlite3.Connection, page: int) -> Answers[sqlite3.Row]:
    """Give one page of the meetings, the newest first, with the counts of their facts."""
    total: int = connection.execute("SELECT count(*) FROM minutes").fetchone()[0]
    page = _page(page, total, LIST)
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE {table}.minutes = meetings.key) AS {table}" for table in VIEWS
    )
    rows = connection.execute(
        f"SELECT *, {counts} FROM meetings ORDER BY date DESC NULLS LAST, sha256 LIMIT ? OFFSET ?",
        (LIST, (page - 1) * LIST),
    )
    return Answers(rows.fetchall(), total, page, LIST)


def record(connection: sqlite3.Connection, sha256: str) -> sqlite3.Row | None:
    """Give the record (`record`, JSON) and file of the minutes with this content."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT minutes.record, meetings.file FROM minutes JOIN meetings USING (key) WHERE minutes.sha256 = ?",
        (sha256,),
    ).fetchone()
    return row


def people(connection: sqlite3.Connection, name: str | None, page: int) -> Answers[Person]:
    """Give one page of the people of the rosters, or of those whose name these words fit.

    Raises:
        QuestionError: the name holds no word.
    """
    found = rostered(connection, Question(speaker=name))
    page = _page(page, len(found), LIST)
    return Answers(found[(page - 1) * LIST : page * LIST], len(found), page, LIST)


def namesakes(connection: sqlite3.Connection, sha256: str, participant: str) -> list[sqlite3.Row]:
    """Give the roster lines with the name and organisation of this one, the newest first; none for no such line."""
    line = connection.execute(
        "SELECT participants.name, participants.organisation FROM participants"
        " JOIN minutes ON minutes.key = participants.minutes WHERE minutes.sha256 = ? AND participants.id = ?",
        (sha256, participant),
    ).fetchone()
    if line is None:
        return []
    return connection.execute(
        "SELECT meetings.sha256, meetings.date, meetings.body, participants.* FROM participants"
        " JOIN meetings ON meetings.key = participants.minutes"
        " WHERE name_key(participants.name) = name_key(?) AND name_key(participants.organisation) = name_key(?)"
        " ORDER BY meetings.date DESC NULLS LAST, meetings.file",
        (line["name"], line["organisation"]),
    ).fetchall()


def facts_of(connection: sqlite3.Connection, kind: Kind, lines: Sequence[sqlite3.Row]) -> list[sqlite3.Row]:
    """Give the first facts of one kind whose actor was linked to one of these roster lines, in the lines' order.

    There is one more than `LIST` of them where not all are given.
    """
    view, _, actor = VIEWS[kind]
    rows: list[sqlite3.Row] = []
    for line in lines:
        rows += connection.execute(
            f'SELECT *, "{actor}" AS actor FROM {view} WHERE sha256 = ? AND participant = ? ORDER BY start LIMIT ?',
            (line["sha256"], line["id"], LIST + 1 - len(rows)),
        )
        if len(rows) > LIST:
            break
    return rows


def _page(asked: int, total: int, size: int) -> int:
    """Give the number of the page that was asked for, the first where there is no such page."""
    return asked if 1 <= asked <= -(-total // size) else 1
