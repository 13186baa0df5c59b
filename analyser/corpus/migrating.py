"""The schema's versions: numbered files of SQL, laid into a store in their order.

`schema/0003_search.sql` makes a store of version 3 out of one of version 2; an empty database is one of version 0. A
file that a release has shipped is never changed again: what comes next is a file of its own, with the next number.
A file may call the functions that `analyser.corpus.store.connect` adds, and may rebuild a table that others refer to
(foreign keys are checked at the end); it must drop the views that name a table before it drops that table, and make
them again.
"""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

APPLICATION = 0x52666174
"""`PRAGMA application_id` of our stores (`Rfat`), by which another program's database is told from ours."""

_NAME = re.compile(r"(\d{4})_\w+\.sql")


@cache
def versions() -> tuple[tuple[int, str], ...]:
    """Give each version's number and SQL, from 1 on without a gap."""
    found = {}
    for file in files("analyser.corpus").joinpath("schema").iterdir():
        if named := _NAME.fullmatch(file.name):
            found[int(named[1])] = file.read_text("utf-8")
    if sorted(found) != list(range(1, len(found) + 1)):
        raise RuntimeError(
            f"analyser/corpus/schema: the numbers must go from 1 without a gap or a pair: {sorted(found)}"
        )
    return tuple(sorted(found.items()))


def newest() -> int:
    """Give the version that this program reads and writes (`PRAGMA user_version`)."""
    return versions()[-1][0]


def version_of(connection: sqlite3.Connection) -> int:
    """Give the version of a store; 0 for an empty database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a store, or an empty database, to the newest version: all of it or nothing.

    The connection is in autocommit mode and in no transaction. A store of a newer version is left as it is.

    Raises:
        sqlite3.Error: it cannot be written, or its rows do not fit the new version; it is as it was.
    """
    if version_of(connection) >= newest():
        return
    connection.execute("PRAGMA journal_mode = WAL")
    keys = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    connection.execute("PRAGMA foreign_keys = OFF")  # so that a table can be rebuilt; this cannot be said in between
    try:
        connection.execute("BEGIN IMMEDIATE")
        version = version_of(connection)  # another process may have been faster
        for number, sql in versions()[version:]:
            for statement in _statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"a row of {broken[0]} refers to one of {broken[2]} that is not there")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute(f"PRAGMA foreign_keys = {keys}")


def _statements(sql: str) -> Iterator[str]:
    """Part a script, so that it can run within a transaction that is ours."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
