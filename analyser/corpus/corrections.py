"""What people corrected, in the store: kept apart from what was extracted, and laid over it in every view.

A correction knows its place by the document's content, the span, and the words that stand there; whom it means, by the
name and the place of the roster line. So it outlives a new import and a new analysis. `settle` works out, in tables of
their own, what the corrections of one document change; the views read those tables (`schema/0004_corrections.sql`).
"""

import sqlite3
from datetime import UTC, datetime
from typing import Literal

from analyser.corpus.corrected import Correction, Document, actors, corrected, nested
from analyser.corpus.facets import renew
from analyser.corpus.store import transaction
from analyser.minutes import Minutes, Participant, Span

DOUBTS = frozenset({"unlinked_name", "ambiguous_name", "role_mismatch", "attendance_conflict"})
"""Diagnostics that a person can settle by looking; the first two are told of by their mentions."""


class CorrectionError(ValueError):
    """A correction cannot be made; its text is one line that says why."""


def correct_link(connection: sqlite3.Connection, document: Document, span: Span, participant: str | None) -> None:
    """Say whom the words at a place mean, in place of what was said of it before.

    Args:
        connection: a store open for writing.
        document: whose text it is.
        span: of a mention, or of a fact's actor.
        participant: the id of a participant, or None for nobody on the roster.

    Raises:
        CorrectionError: there is no such document, nobody is named at the place, or no such participant.
    """
    _, minutes = _minutes(connection, document)
    if span not in named(minutes):
        raise CorrectionError(f"{span[0]}-{span[1]}: no name stands there")
    person = None if participant is None else _participant(minutes, participant)
    _keep(connection, document, minutes, "link", span, person, None)


def correct_role(connection: sqlite3.Connection, document: Document, participant: str, role: str | None) -> None:
    """Say which role a participant has at a meeting, in place of what was said of it before.

    Raises:
        CorrectionError: there is no such document or participant.
    """
    _, minutes = _minutes(connection, document)
    person = _participant(minutes, participant)
    _keep(connection, document, minutes, "role", person.span, person, " ".join((role or "").split()) or None)


def undo(connection: sqlite3.Connection, key: int) -> None:
    """Take a correction back; what was extracted holds again. One that is gone already is no error."""
    with transaction(connection):
        row = connection.execute("DELETE FROM corrections WHERE key = ? RETURNING sha256, part", (key,)).fetchone()
        if row:
            _settle_again(connection, (row["sha256"], row["part"]))


def corrections(connection: sqlite3.Connection, document: Document | None = None) -> list[Correction]:
    """Give the corrections of a document, or all, in the order in which they were made."""
    where = "" if document is None else " WHERE sha256 = ? AND part = ?"
    rows = connection.execute(f"SELECT * FROM corrections{where} ORDER BY key", document or ())
    return [
        Correction(
            key=row["key"],
            document=(row["sha256"], row["part"]),
            what=row["what"],
            span=(row["start"], row["end"]),
            quote=row["quote"],
            name=row["name"],
            roster=None if row["name"] is None else (row["roster_start"], row["roster_end"]),
            role=row["role"],
            made=row["made"],
        )
        for row in rows
    ]


def settle(connection: sqlite3.Connection, key: int, minutes: Minutes, part: int) -> None:
    """Work out what the corrections of one document change and what is still doubtful; within a transaction.

    Args:
        connection: a store open for writing.
        key: of the minutes in the store.
        minutes: their record as it was extracted.
        part: which of the document's meetings they are.
    """
    for table in ("corrected_actors", "corrected_roles", "doubts"):
        connection.execute(f"DELETE FROM {table} WHERE minutes = ?", (key,))
    renewed = corrected(minutes, corrections(connection, (minutes.source.sha256, part)))
    _settle_changes(connection, key, minutes, renewed)
    renew(connection, key)
    connection.executemany(
        'INSERT INTO doubts (minutes, code, start, "end", quote) VALUES (?, ?, ?, ?, ?)',
        ((key, code, *span, minutes.text[slice(*span)]) for code, span in doubts(renewed)),
    )


def doubts(minutes: Minutes) -> list[tuple[str, Span]]:
    """Give what a person should look at and can settle, by code and place, in the order of the text."""
    found: set[tuple[str, Span]] = set()
    for mention in minutes.mentions:
        if mention.participant is None and mention.method != "corrected":
            found.add(("ambiguous_name" if len(mention.candidates) > 1 else "unlinked_name", mention.span))
    found |= {
        (row.code, row.span)
        for row in minutes.diagnostics
        if row.code in DOUBTS - {"unlinked_name", "ambiguous_name"} and row.span
    }
    return sorted(found, key=lambda doubt: (doubt[1], doubt[0]))


def named(minutes: Minutes) -> set[Span]:
    """Give the places at which a link can be corrected: those of mentions and of facts' actors."""
    return {mention.span for mention in minutes.mentions} | {actor.span for _, _, actor in actors(minutes)}


def _settle_changes(connection: sqlite3.Connection, key: int, minutes: Minutes, renewed: Minutes) -> None:
    before = {(kind, fact): (actor.participant, actor.name) for kind, fact, actor in actors(minutes)}
    connection.executemany(
        "INSERT INTO corrected_actors (minutes, kind, fact, participant, name) VALUES (?, ?, ?, ?, ?)",
        (
            (key, kind, fact, actor.participant, actor.name)
            for kind, fact, actor in actors(renewed)
            if (actor.participant, actor.name) != before[kind, fact]
        ),
    )
    connection.executemany(
        "INSERT INTO corrected_roles (minutes, participant, role) VALUES (?, ?, ?)",
        (
            (key, now.id, now.role)
            for was, now in zip(minutes.participants, renewed.participants, strict=True)
            if now.role != was.role
        ),
    )


def _keep(
    connection: sqlite3.Connection,
    document: Document,
    minutes: Minutes,
    what: Literal["link", "role"],
    span: Span,
    person: Participant | None,
    role: str | None,
) -> None:
    """Write a correction down in place of those of the same kind that stand at the place, or around or within it."""
    with transaction(connection):
        for other in corrections(connection, document):
            if other.what == what and nested(other.span, span):
                connection.execute("DELETE FROM corrections WHERE key = ?", (other.key,))
        connection.execute(
            'INSERT INTO corrections (sha256, part, what, start, "end", quote, name, roster_start, roster_end, role,'
            " made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *document, what, *span, minutes.text[slice(*span)], person and person.name,
                *(person.span if person else (None, None)), role, datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )  # fmt: skip
        _settle_again(connection, document)


def _settle_again(connection: sqlite3.Connection, document: Document) -> None:
    try:
        key, minutes = _minutes(connection, document)
    except CorrectionError:
        return  # the corrections of a document that is gone wait for it
    settle(connection, key, minutes, document[1])


def _minutes(connection: sqlite3.Connection, document: Document) -> tuple[int, Minutes]:
    """Give the key and the record, as it was extracted, of a document."""
    row = connection.execute("SELECT key, record FROM minutes WHERE sha256 = ? AND part = ?", document).fetchone()
    if row is None:
        raise CorrectionError(f"{document[0]}: no such minutes in the store")
    return row["key"], Minutes.from_json(row["record"])


def _participant(minutes: Minutes, key: str) -> Participant:
    for person in minutes.participants:
        if person.id == key:
            return person
    raise CorrectionError(f"{key}: no such participant in {minutes.source.name}")
