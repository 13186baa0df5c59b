"""The store: one SQLite file in WAL mode; opening it, making it, one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from analyser.corpus.search import fits, name_key

VERSION = 1
"""`PRAGMA user_version` of the schema in schema.sql."""

APPLICATION = 0x52666174
"""`PRAGMA application_id` of our stores (`Rfat`), by which another program's database is told from ours."""


class StoreError(Exception):
    """A store cannot be used; its text is one line for people: what, which file, what to do."""


def connect(path: str | Path, *, write: bool = False) -> sqlite3.Connection:
    """Open a store; with `write`, make it where there is none.

    Rows can be read by name, and SQL may call `fits(name, query)` and `name_key(name)` of `analyser.corpus.search`.
    A connection that was not opened with `write` cannot write.

    Raises:
        StoreError: there is no store, it is another kind of file, or a newer version made it.
    """
    path = Path(path).absolute()
    if not write and not path.exists():
        raise StoreError(f"{path}: no such store; make one with `referat import FILES --store {path.name}`")
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; name a file in it")
    try:
        # autocommit, so that every transaction is one that `transaction` began
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode={'rwc' if write else 'ro'}", uri=True, timeout=30, isolation_level=None
        )
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("PRAGMA synchronous = NORMAL")
            _create(connection)
        _check(connection, path)
    except sqlite3.Error as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise StoreError(f"{path}: cannot be opened ({error})") from error
        raise StoreError(f"{path}: not a store of minutes ({error})") from error
    except StoreError:
        connection.close()
        raise
    connection.create_function("fits", 2, fits, deterministic=True)
    connection.create_function("name_key", 1, name_key, deterministic=True)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commit at the end, roll back on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _create(connection: sqlite3.Connection) -> None:
    """Lay the schema into an empty database; one that holds anything is left alone."""
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return
    connection.execute("PRAGMA journal_mode = WAL")
    schema = files("analyser.corpus").joinpath("schema.sql").read_text("utf-8")
    try:
        connection.executescript(f"BEGIN EXCLUSIVE; PRAGMA application_id = {APPLICATION}; {schema} COMMIT;")
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        # another process may have made it between the look and the lock
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise StoreError(f"{path}: not a store of minutes; name another file with --store")
    if version != VERSION:
        raise StoreError(f"{path}: a store of version {version}, and this program knows {VERSION}; use the newer one")
