"""Records into the store: each document and its facts in one transaction."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from analyser.corpus.store import transaction
from analyser.minutes import Actor, Minutes, Span

_FACTS = ("statements", "decisions", "actions", "items", "participants")
"""The tables of facts, those that refer to others first."""


def keep(connection: sqlite3.Connection, path: str, minutes: Minutes, asked_model: str = "") -> None:
    """Put a record into the store as what `path` holds now, all or nothing.

    A record of the same content replaces its facts; a record that no file holds any longer goes.
    """
    with transaction(connection):
        before = connection.execute("SELECT minutes FROM files WHERE path = ?", (path,)).fetchone()
        key = _minutes(connection, minutes, asked_model)
        for table in _FACTS:
            connection.execute(f"DELETE FROM {table} WHERE minutes = ?", (key,))
        _participants(connection, key, minutes)
        _items(connection, key, minutes)
        _statements(connection, key, minutes)
        _decisions(connection, key, minutes)
        _actions(connection, key, minutes)
        _file(connection, path, key)
        _drop_unheld(connection, before and before["minutes"])


def keep_copy(connection: sqlite3.Connection, path: str, key: int) -> None:
    """Note that a file holds minutes that are in the store already."""
    with transaction(connection):
        before = connection.execute("SELECT minutes FROM files WHERE path = ?", (path,)).fetchone()
        _file(connection, path, key)
        _drop_unheld(connection, before and before["minutes"])


def keep_problem(connection: sqlite3.Connection, path: str, problem: str) -> None:
    """Note why a file could not be read; facts of an earlier reading of it stay."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO files (path, problem) VALUES (?, ?)"
            " ON CONFLICT (path) DO UPDATE SET problem = excluded.problem",
            (path, problem),
        )


def _file(connection: sqlite3.Connection, path: str, key: int) -> None:
    connection.execute(
        "INSERT INTO files (path, minutes, problem) VALUES (?, ?, NULL)"
        " ON CONFLICT (path) DO UPDATE SET minutes = excluded.minutes, problem = NULL",
        (path, key),
    )


def _drop_unheld(connection: sqlite3.Connection, key: int | None) -> None:
    connection.execute(
        "DELETE FROM minutes WHERE key = ? AND NOT EXISTS (SELECT 1 FROM files WHERE files.minutes = minutes.key)",
        (key,),
    )


def _minutes(connection: sqlite3.Connection, minutes: Minutes, asked_model: str) -> int:
    facts = minutes.meeting
    row = {
        "sha256": minutes.source.sha256,
        "analyser": minutes.analysis.analyser,
        "asked_model": asked_model,
        "model": minutes.analysis.model,
        "title": facts.title,
        "body": facts.body,
        "organisation": facts.organisation,
        "date": facts.date,
        "starts": facts.start,
        "ends": facts.end,
        "place": facts.place,
        "record": minutes.to_json(),
    }
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    renewed = ", ".join(f"{name} = excluded.{name}" for name in row)
    key: int = connection.execute(
        f"INSERT INTO minutes ({names}) VALUES ({values}) ON CONFLICT (sha256) DO UPDATE SET {renewed} RETURNING key",
        row,
    ).fetchone()[0]
    return key


def _participants(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "participants", (
        (
            key, p.id, p.name, p.role, p.organisation, p.initials, p.attendance,
            json.dumps(p.functions), p.note, *_quoted(minutes, p.span),
        )
        for p in minutes.participants
    ))  # fmt: skip


def _items(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "items", ((key, i.id, i.number, i.title, i.parent, *i.span) for i in minutes.items))


def _statements(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "statements", (
        (
            None, key, s.id, s.item, *_actor(s.speaker), s.verb, s.act, s.topic.text if s.topic else None,
            *_quoted(minutes, s.span), *_quoted(minutes, s.extent),
        )
        for s in minutes.statements
    ))  # fmt: skip


def _decisions(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "decisions", (
        (
            None, key, d.id, d.item, *_actor(d.by), d.kind, d.text,
            *((d.votes.for_, d.votes.against, d.votes.abstain) if d.votes else (None, None, None)),
            *_quoted(minutes, d.span),
        )
        for d in minutes.decisions
    ))  # fmt: skip


def _actions(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "actions", (
        (
            None, key, a.id, a.item, *_actor(a.responsible), a.text,
            *((a.due.text, a.due.from_, a.due.to) if a.due else (None, None, None)),
            *_quoted(minutes, a.span),
        )
        for a in minutes.actions
    ))  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[object]]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    width = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)


def _actor(actor: Actor | None) -> tuple[str | None, ...]:
    if actor is None:
        return (None,) * 5
    return actor.kind, actor.participant, actor.name, actor.role, actor.organisation


def _quoted(minutes: Minutes, span: Span) -> tuple[int, int, str]:
    return *span, minutes.text[span[0] : span[1]]
