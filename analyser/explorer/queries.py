"""What the pages of meetings and people ask the store. Values are parameters; the SQL is ours."""

import re
import sqlite3
from collections.abc import Sequence

from analyser.corpus.corrected import Document
from analyser.corpus.people import Person, listed, rostered
from analyser.corpus.question import VIEWS, Kind, Question
from analyser.explorer.paging import Answers, page_of

LIST = 100
"""Rows on a page of a list of meetings or people, and facts of a kind on a person's page."""

MOST_OTHERS = 25
"""Others of a name that a person's page leads to."""

_DOCUMENT = re.compile(r"([0-9a-f]{64})(?:\.([1-9][0-9]{0,5}))?")


def document(address: str) -> Document | None:
    """Read a document from an address: `<sha256>`, or `<sha256>.2` for the second meeting of a file."""
    found = _DOCUMENT.fullmatch(address)
    return (found[1], int(found[2] or 1)) if found else None


def meetings(connection: sqlite3.Connection, page: int) -> Answers[sqlite3.Row]:
    """Give one page of the meetings, the newest first, with the counts of their facts."""
    total: int = connection.execute("SELECT count(*) FROM minutes").fetchone()[0]
    page = page_of(page, total, LIST)
    counts = ", ".join(
        f"(SELECT count(*) FROM {kind}_facets AS facts WHERE facts.minutes = shown.key) AS {kind}" for kind in VIEWS
    )
    rows = connection.execute(
        "WITH shown AS MATERIALIZED"
        " (SELECT key FROM minutes ORDER BY date DESC NULLS LAST, sha256, part LIMIT ? OFFSET ?)"
        f" SELECT meetings.*, {counts} FROM shown CROSS JOIN meetings ON meetings.key = shown.key",
        (LIST, (page - 1) * LIST),
    )
    return Answers(rows.fetchall(), total, page, LIST)


def meeting(connection: sqlite3.Connection, document: Document) -> sqlite3.Row | None:
    """Give the `record` (JSON), as it was extracted, and the `file` of a document's minutes."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT minutes.record, meetings.file FROM minutes JOIN meetings USING (key)"
        " WHERE minutes.sha256 = ? AND minutes.part = ?",
        document,
    ).fetchone()
    return row


def people(connection: sqlite3.Connection, name: str | None, page: int) -> Answers[Person]:
    """Give one page of the people of the rosters, or of those whose name these words fit.

    Raises:
        QuestionError: the name holds no word.
    """
    question = Question(speaker=name)
    found = listed(connection, question)
    page = page_of(page, len(found), LIST)
    shown = rostered(connection, question, found[(page - 1) * LIST : page * LIST])
    return Answers(shown, len(found), page, LIST)


def person(connection: sqlite3.Connection, key: str) -> sqlite3.Row | None:
    """Give the `id`, `name` and `organisation` of a person; None where nobody has this id."""
    row: sqlite3.Row | None = connection.execute("SELECT * FROM people WHERE id = ?", (key,)).fetchone()
    return row


def others(connection: sqlite3.Connection, named: sqlite3.Row) -> list[sqlite3.Row]:
    """Give the first of the other people with the name of this one."""
    return connection.execute(
        "SELECT * FROM people WHERE name_key(name) = name_key(?) AND id <> ? ORDER BY organisation, id LIMIT ?",
        (named["name"], named["id"], MOST_OTHERS),
    ).fetchall()


def lines_of(connection: sqlite3.Connection, key: str) -> list[sqlite3.Row]:
    """Give the roster lines of a person, the newest first."""
    return connection.execute(
        "SELECT * FROM who_was_there WHERE person = ? ORDER BY date DESC NULLS LAST, sha256, part", (key,)
    ).fetchall()


def person_at(connection: sqlite3.Connection, document: Document, participant: str) -> str | None:
    """Give the id of the person on a roster line; None where it is not worked out, or there is no such line."""
    row = connection.execute(
        "SELECT person FROM who_was_there WHERE sha256 = ? AND part = ? AND id = ?", (*document, participant)
    ).fetchone()
    return row["person"] if row else None


def namesakes(connection: sqlite3.Connection, document: Document, participant: str) -> list[sqlite3.Row]:
    """Give the roster lines with the name and organisation of this one, the newest first; none for no such line."""
    line = connection.execute(
        "SELECT name, organisation FROM who_was_there WHERE sha256 = ? AND part = ? AND id = ?",
        (*document, participant),
    ).fetchone()
    if line is None:
        return []
    return connection.execute(
        "SELECT * FROM who_was_there WHERE name_key(name) = name_key(?) AND name_key(organisation) = name_key(?)"
        " ORDER BY date DESC NULLS LAST, file",
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
            f'SELECT *, "{actor}" AS actor FROM {view} WHERE sha256 = ? AND part = ? AND participant = ?'
            " ORDER BY start LIMIT ?",
            (line["sha256"], line["part"], line["id"], LIST + 1 - len(rows)),
        )
        if len(rows) > LIST:
            break
    return rows
