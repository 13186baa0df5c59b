"""A person or a file taken out of a store, for good: texts, facts, search indexes, lists of words, free pages.

A person's names are overwritten by dots of the same length, so that every offset holds and what others said stays. In
minutes whose roster has the person that is the name in full, each word of it that nobody else there bears, initials,
and what was linked to the person; elsewhere the name in full, since a lone `Karla` may be another. Roles stay
(`formanden`), and so do files on disk. The store keeps a hash of the name (`analyser.corpus.erased`), by which an
import overwrites it again in a file that is analysed anew.
"""

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analyser.corpus.erased import WORD, Redactor, redacted, remember, writings
from analyser.corpus.facets import renew
from analyser.corpus.identifying import identify
from analyser.corpus.remote import is_remote
from analyser.corpus.store import transaction
from analyser.corpus.vocabulary import forget

_INDEXES = ("statements_index", "decisions_index", "actions_index", "words_index")
_DERIVED = ("words", "labels", "topic_words", "erased")
"""Tables that are made anew from the others, or hold no name, and are not swept."""
_PLACES = {"path", "file"}
"""Columns that say where a file lies: with other words there, they would name no file."""


class ErasingError(ValueError):
    """Nobody, or no file, or several people are meant; its text is one line that says what to do."""


@dataclass(frozen=True)
class Erased:
    """What was done: in how many minutes a name stood, and the paths of files that still hold it."""

    minutes: int
    paths: tuple[str, ...] = ()


def erase_person(connection: sqlite3.Connection, name: str) -> Erased:
    """Overwrite a person's names everywhere in a store.

    Args:
        connection: a store open for writing, of which nothing else is asked meanwhile.
        name: in full, as a roster or a statement has it, or the id of a person (`person` in answers).

    Raises:
        ErasingError: no record holds the name, or several people bear it.
        sqlite3.Error: the store cannot be written; nothing was erased.
    """
    lines = _roster_lines(connection, name)
    if not lines and len(WORD.findall(name)) < 2:  # a lone first name is many people's
        raise ErasingError(f"{name!r}: no roster has this name; write it in full")
    everywhere = Redactor({line["name"] for line in lines} or {name})
    within = {line["minutes"]: everywhere.and_also(*_writings(connection, line)) for line in lines}
    _begin_erasing(connection, keys=False)  # a person's id holds their name, and other tables refer to it
    changed = 0
    with transaction(connection):
        for row in connection.execute("SELECT key, record FROM minutes").fetchall():
            redactor = within.get(row["key"], everywhere)
            if redactor.may_stand_in(row["record"]):
                before = json.loads(row["record"])
                if (after := redacted(before, redactor)) != before:
                    changed += 1
                    record = json.dumps(after, ensure_ascii=False, indent=2) + "\n"
                    connection.execute("UPDATE minutes SET record = ? WHERE key = ?", (record, row["key"]))
        _sweep(connection, lambda text, key: within.get(key, everywhere)(text))
        if not changed and not lines:
            raise ErasingError(f"{name!r}: no minutes hold this name")
        remember(connection, everywhere.full)
        _renew_derived(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("what refers to the person would no longer do so")
    identify(connection)  # ids are made of names
    _finish_erasing(connection)
    paths = [row["path"] for row in connection.execute("SELECT path FROM files ORDER BY path")]
    return Erased(changed, tuple(path for path in paths if everywhere(path) != path))


def erase_file(connection: sqlite3.Connection, path: str | Path) -> Erased:
    """Take a file out of a store, with the minutes that no other file holds and what was corrected in them.

    Args:
        connection: a store open for writing, of which nothing else is asked meanwhile.
        path: of the file, or the URL by which a cluster read it.

    Raises:
        ErasingError: the store knows no such file.
        sqlite3.Error: the store cannot be written; nothing was erased.
    """
    path = str(path) if is_remote(str(path)) else os.path.normpath(Path(path).absolute())
    if not connection.execute("SELECT 1 FROM files WHERE path = ?", (path,)).fetchone():
        raise ErasingError(f"{path}: the store knows no such file")
    _begin_erasing(connection)
    with transaction(connection):
        connection.execute("DELETE FROM holdings WHERE path = ?", (path,))
        connection.execute("DELETE FROM files WHERE path = ?", (path,))
        connection.execute("DELETE FROM failures WHERE file = ?", (path,))
        unheld = connection.execute(
            "SELECT key, sha256, part FROM minutes WHERE key NOT IN (SELECT minutes FROM holdings)"
        ).fetchall()
        for row in unheld:
            connection.execute("DELETE FROM corrections WHERE sha256 = ? AND part = ?", (row["sha256"], row["part"]))
            connection.execute("DELETE FROM minutes WHERE key = ?", (row["key"],))
        _renew_derived(connection)
    identify(connection)
    _finish_erasing(connection)
    return Erased(len(unheld))


def _roster_lines(connection: sqlite3.Connection, name: str) -> list[sqlite3.Row]:
    """Give the lines of rosters that have a person, however each writes the name."""
    columns = "SELECT minutes, id, name, initials, person FROM participants WHERE"
    lines = connection.execute(f"{columns} person = ? OR name_key(name) = name_key(?)", (name, name)).fetchall()
    people = sorted({line["person"] for line in lines if line["person"]})
    if len(people) > 1:
        raise ErasingError(f"{name}: several people; name one of them by id: {', '.join(people)}")
    others = connection.execute(f"{columns} person = ?", people).fetchall() if people else []
    return list({(line["minutes"], line["id"]): line for line in (*lines, *others)}.values())


def _writings(connection: sqlite3.Connection, line: sqlite3.Row) -> tuple[set[str], set[str]]:
    """Give how one line's person is named in its minutes; see `analyser.corpus.erased.writings`."""
    row = connection.execute("SELECT record FROM minutes WHERE key = ?", (line["minutes"],)).fetchone()
    return writings(json.loads(row["record"]), line["id"])


def _sweep(connection: sqlite3.Connection, redact: Callable[[str, int | None], str]) -> None:
    """Overwrite names in every text of every table, and take quotes anew from the texts they are from."""
    connection.create_function("redacted", 2, lambda text, key: text and redact(text, key), deterministic=True)
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE '%\\_index%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
    ).fetchall():
        if table in _DERIVED or table.endswith("_facets"):
            continue
        columns = {row["name"]: row["type"] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        if table == "minutes":
            key = "key"
        elif "minutes" in columns:
            key = "minutes"
        elif {"sha256", "part"} <= set(columns):
            key = f"(SELECT m.key FROM minutes AS m WHERE m.sha256 = {table}.sha256 AND m.part = {table}.part)"
        else:
            key = "NULL"
        for name in (name for name, kind in columns.items() if kind == "TEXT" and name not in {*_PLACES, "record"}):
            change = f'redacted("{name}", {key})'
            connection.execute(f'UPDATE "{table}" SET "{name}" = {change} WHERE "{name}" IS NOT {change}')
        for quote, start, end in (("quote", "start", "end"), ("extent", "extent_start", "extent_end")):
            if {"minutes", quote, start, end} <= set(columns):
                connection.execute(
                    f'UPDATE "{table}" SET "{quote}" = (SELECT substr(json_extract(record, \'$.text\'), "{start}" + 1,'
                    f' "{end}" - "{start}") FROM minutes WHERE minutes.key = "{table}".minutes)'
                )


def _begin_erasing(connection: sqlite3.Connection, *, keys: bool = True) -> None:
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA foreign_keys = {'ON' if keys else 'OFF'}")


def _renew_derived(connection: sqlite3.Connection) -> None:
    """Make anew what follows from the facts, or have it made; the search indexes too: they keep what was deleted."""
    connection.execute("UPDATE participants SET appearance = NULL")
    for table in ("appearances", "appearances_touched"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE people_stale SET stale = 1")
    renew(connection)
    for index in _INDEXES[:-1]:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    forget(connection)
    connection.execute(f"INSERT INTO {_INDEXES[-1]} ({_INDEXES[-1]}) VALUES ('rebuild')")


def _finish_erasing(connection: sqlite3.Connection) -> None:
    """Write the whole file anew, so that no free page and no log beside it holds what was erased."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA foreign_keys = ON")
