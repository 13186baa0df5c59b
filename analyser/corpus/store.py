"""The store: one SQLite file in WAL mode; opening it, one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analyser.corpus.facets import words_of
from analyser.corpus.migrating import APPLICATION, migrate, newest, version_of
from analyser.corpus.search import fits, name_key
from analyser.language.inflections import stem


class StoreError(Exception):
    """A store cannot be used; its text is one line for people: what, which file, what to do."""


def connect(path: str | Path, *, write: bool = False, any_thread: bool = False) -> sqlite3.Connection:
    """Open a store; with `write`, make it where there is none, and bring one of an older version to the newest.

    Rows can be read by name, and SQL may call `fits(name, query)` and `name_key(name)` of `analyser.corpus.search`,
    `stem(word)` of `analyser.language.inflections` and `words_of(topic)` of `analyser.corpus.facets`; nothing that is
    kept in the file needs them.
    A connection that was not opened with `write` cannot write. With `any_thread`, several threads may use it, one at a
    time.

    Raises:
        StoreError: there is no store, it is another kind of file, or of another version; the message says what to do.
    """
    path = Path(path).absolute()
    if not write and not path.exists():
        raise StoreError(f"{path}: no such store; make one with `referat import FILES --store {path.name}`")
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; name a file in it")
    try:
        # autocommit, so that every transaction is one that `transaction` began
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode={'rwc' if write else 'ro'}",
            uri=True,
            timeout=30,
            isolation_level=None,
            check_same_thread=not any_thread,
        )
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    try:
        connection.row_factory = sqlite3.Row
        connection.create_function("fits", 2, fits, deterministic=True)
        connection.create_function("name_key", 1, name_key, deterministic=True)
        connection.create_function("stem", 1, stem, deterministic=True)
        connection.create_function("words_of", 1, words_of, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        if write:
            connection.execute("PRAGMA synchronous = NORMAL")
            if _is_empty(connection) or _is_ours(connection):
                migrate(connection)
        _check(connection, path)
    except sqlite3.Error as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise StoreError(f"{path}: cannot be opened ({error})") from error
        raise StoreError(f"{path}: not a store of minutes ({error})") from error
    except StoreError:
        connection.close()
        raise
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


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]


def _is_ours(connection: sqlite3.Connection) -> bool:
    return int(connection.execute("PRAGMA application_id").fetchone()[0]) == APPLICATION


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if not _is_ours(connection):
        raise StoreError(f"{path}: not a store of minutes; name another file with --store")
    version = version_of(connection)
    if version > newest():
        raise StoreError(
            f"{path}: a store of version {version}, and this program knows {newest()}; use the newer program"
        )
    if version < newest():
        raise StoreError(
            f"{path}: a store of version {version}, and this program reads {newest()}; any import into it, such as"
            f" `referat import FOLDER --store {path.name}`, brings it up (keep a copy if older programs need it)"
        )
