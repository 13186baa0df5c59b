"""Records into the store: each file with its documents and their facts in one transaction."""

import json
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from analyser.corpus.analysing import Known, Problem
from analyser.corpus.corrections import settle
from analyser.corpus.erased import erased_of, without_erased
from analyser.corpus.store import transaction
from analyser.corpus.vocabulary import learn
from analyser.minutes import Action, Actor, Decision, Minutes, Span

_FACTS = ("statements", "decisions", "actions", "items", "participants")
"""The tables of facts, those that refer to others first."""


def keep(connection: sqlite3.Connection, path: str, minutes: Minutes, asked_model: str = "") -> None:
    """Put a record into the store as all that `path` holds now; see `keep_file`."""
    keep_file(connection, path, minutes.source.sha256, [minutes], asked_model)


def keep_file(
    connection: sqlite3.Connection,
    path: str,
    sha256: str,
    documents: Sequence[Minutes | Known],
    asked_model: str = "",
) -> None:
    """Put a file's minutes into the store as what `path` holds now, all or nothing.

    Minutes of the same document replace its facts; minutes that no file holds any longer go. Names that were erased
    from the store are overwritten.

    Args:
        connection: a store open for writing.
        path: of the file, absolute.
        sha256: of the file's bytes; a document within it may have another.
        documents: in the order in which they stand in the file; those of a known one are in the store.
        asked_model: the model that was asked for, '' for the usual one.
    """
    with transaction(connection):
        parts: Counter[str] = Counter()
        keys: list[int] = []
        erased = erased_of(connection)
        for document in documents:
            if isinstance(document, Known):
                of_it = "SELECT key FROM minutes WHERE sha256 = ? ORDER BY part"
                found = connection.execute(of_it, (document.sha256,))
                keys += [row[0] for row in found if row[0] not in keys]  # equal parts are known together
            else:
                parts[document.source.sha256] += 1
                minutes = without_erased(document, erased) if erased else document
                keys.append(_record(connection, minutes, parts[document.source.sha256], asked_model))
        _hold(connection, path, sha256, keys)


def keep_copy(connection: sqlite3.Connection, path: str, sha256: str, keys: Sequence[int]) -> None:
    """Note that a file holds minutes that are in the store already."""
    with transaction(connection):
        _hold(connection, path, sha256, keys)


def keep_gone(connection: sqlite3.Connection, path: str) -> None:
    """Note that a file is not there any longer; its facts stay."""
    with transaction(connection):
        connection.execute("UPDATE files SET gone = 1 WHERE path = ?", (path,))
        connection.execute("UPDATE failures SET stands = 0 WHERE file = ?", (path,))


def keep_problems(connection: sqlite3.Connection, path: str, problems: Sequence[Problem], analyser: str) -> None:
    """Note what could not be read of a file and why, and when that was tried; facts of an earlier reading of it stay.

    A problem that is known is counted, not written again.

    Args:
        connection: a store open for writing.
        path: of the file.
        problems: at least one.
        analyser: the version that met them.
    """
    with transaction(connection):
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        connection.execute(
            "INSERT INTO files (path, problem) VALUES (?, ?)"
            " ON CONFLICT (path) DO UPDATE SET problem = excluded.problem, gone = 0",
            (path, problems[0].text + more),
        )
        _log(connection, path, problems, analyser)


def keep_folder_problem(connection: sqlite3.Connection, path: str, problem: Problem | None, analyser: str) -> None:
    """Note why a folder cannot be looked into, or that it and all that lies in it can (None)."""
    with transaction(connection):
        connection.execute(
            "UPDATE failures SET stands = 0 WHERE (file = ? OR substr(file, 1, length(?) + 1) = ? || '/')"
            " AND file NOT IN (SELECT path FROM files)",
            (path, path, path),
        )
        if problem:
            _log(connection, path, [problem], analyser)


def _log(connection: sqlite3.Connection, path: str, problems: Sequence[Problem], analyser: str) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("UPDATE failures SET stands = 0 WHERE file = ?", (path,))
    connection.executemany(
        "INSERT INTO failures (path, problem, file, analyser, first, last, times, stands)"
        " VALUES (?, ?, ?, ?, ?, ?, 1, 1) ON CONFLICT (path, problem) DO UPDATE"
        " SET analyser = excluded.analyser, last = excluded.last, times = times + 1, stands = 1",
        [(problem.path, problem.text, path, analyser, now, now) for problem in problems],
    )


def _hold(connection: sqlite3.Connection, path: str, sha256: str, keys: Sequence[int]) -> None:
    """Make these minutes, in this order, what a file holds; what no file holds any longer goes."""
    before = connection.execute("SELECT minutes FROM holdings WHERE path = ?", (path,)).fetchall()
    connection.execute(
        "INSERT INTO files (path, sha256, problem, gone) VALUES (?, ?, NULL, 0)"
        " ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, problem = NULL, gone = 0",
        (path, sha256),
    )
    connection.execute("DELETE FROM holdings WHERE path = ?", (path,))
    connection.executemany(
        "INSERT INTO holdings (path, position, minutes) VALUES (?, ?, ?)",
        ((path, position, key) for position, key in enumerate(keys, start=1)),
    )
    for (key,) in before:
        connection.execute(
            "DELETE FROM minutes WHERE key = ? AND NOT EXISTS (SELECT 1 FROM holdings WHERE minutes = ?)", (key, key)
        )
    connection.execute("UPDATE failures SET stands = 0 WHERE file = ?", (path,))
    connection.execute("UPDATE people_stale SET stale = 1")


def _record(connection: sqlite3.Connection, minutes: Minutes, part: int, asked_model: str) -> int:
    """Put one record with its facts in place of what the store has of it.

    Of equal documents in several files the store names the first by name, whichever was analysed first.
    """
    held = connection.execute(
        "SELECT key, record FROM minutes WHERE sha256 = ? AND part = ?", (minutes.source.sha256, part)
    ).fetchone()
    if held is not None and _is_named_before(Minutes.from_json(held["record"]), minutes):
        return int(held["key"])
    key = _minutes(connection, minutes, part, asked_model)
    for table in _FACTS:
        connection.execute(f"DELETE FROM {table} WHERE minutes = ?", (key,))
    _participants(connection, key, minutes)
    _items(connection, key, minutes)
    _statements(connection, key, minutes)
    _decisions(connection, key, minutes)
    _actions(connection, key, minutes)
    learn(connection, _searched(minutes))
    settle(connection, key, minutes, part)
    return key


def _searched(minutes: Minutes) -> Iterator[str]:
    """Give the texts in which words can be looked for, as the indexes hold them."""
    yield from (statement.topic.text for statement in minutes.statements if statement.topic)
    yield from (minutes.text[slice(*statement.extent)] for statement in minutes.statements)
    facts: Sequence[Decision | Action] = (*minutes.decisions, *minutes.actions)
    yield from (fact.text for fact in facts)
    yield from (minutes.text[slice(*fact.span)] for fact in facts)


def _is_named_before(held: Minutes, minutes: Minutes) -> bool:
    """Tell whether a record differs from one that is held in nothing but the file, whose name comes later."""
    if minutes.source.name <= held.source.name:
        return False
    return held.model_copy(update={"source": minutes.source}) == minutes


def _minutes(connection: sqlite3.Connection, minutes: Minutes, part: int, asked_model: str) -> int:
    facts = minutes.meeting
    row = {
        "sha256": minutes.source.sha256,
        "part": part,
        "analyser": minutes.analysis.analyser,
        "asked_model": asked_model,
        "model": minutes.analysis.model,
        "lexicon": minutes.analysis.lexicon or "",
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
        f"INSERT INTO minutes ({names}) VALUES ({values})"
        f" ON CONFLICT (sha256, part) DO UPDATE SET {renewed} RETURNING key",
        row,
    ).fetchone()[0]
    return key


def _participants(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "participants", (
        (
            key, p.id, p.name, p.role, p.organisation, p.initials, p.attendance,
            json.dumps(p.functions), p.note, *_quoted(minutes, p.span), _page(minutes, p.span), None, None,
        )
        for p in minutes.participants
    ))  # fmt: skip


def _items(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(
        connection,
        "items",
        ((key, i.id, i.number, i.title, i.parent, *i.span, _page(minutes, i.span)) for i in minutes.items),
    )


def _statements(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "statements", (
        (
            None, key, s.id, s.item, *_actor(s.speaker), s.verb, s.act, s.topic.text if s.topic else None,
            *_quoted(minutes, s.span), *_quoted(minutes, s.extent), _page(minutes, s.span),
        )
        for s in minutes.statements
    ))  # fmt: skip


def _decisions(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "decisions", (
        (
            None, key, d.id, d.item, *_actor(d.by), d.kind, d.text,
            *((d.votes.for_, d.votes.against, d.votes.abstain) if d.votes else (None, None, None)),
            *_quoted(minutes, d.span), _page(minutes, d.span),
        )
        for d in minutes.decisions
    ))  # fmt: skip


def _actions(connection: sqlite3.Connection, key: int, minutes: Minutes) -> None:
    _insert(connection, "actions", (
        (
            None, key, a.id, a.item, *_actor(a.responsible), a.text,
            *((a.due.text, a.due.from_, a.due.to) if a.due else (None, None, None)),
            *_quoted(minutes, a.span), _page(minutes, a.span),
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


def _page(minutes: Minutes, span: Span) -> int | None:
    """Give the page of the file on which a fact begins, counted from 1."""
    begins = minutes.source.page_starts
    return bisect_right(begins, span[0]) + minutes.source.first_page - 1 if begins else None
