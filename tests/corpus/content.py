"""What a store holds, without what depends on when and in which order it was put there."""

import sqlite3
from pathlib import Path

_OWN_TO_A_RUN = {"first", "last", "times", "made"}
_LABELLED = {
    (f"{kind}_facets", name)
    for kind in ("statements", "decisions", "actions")
    for name in ("actor", "role", "organisation", "body")
}


def content_of(path: Path) -> dict[str, list[str]]:
    """Give the rows of each table, those of a meeting under its document, labels as written; and check the store."""
    connection = sqlite3.connect(path)
    check(connection)
    documents = {
        key: f"{sha256}/{part}" for key, sha256, part in connection.execute("SELECT key, sha256, part FROM minutes")
    }
    labels = dict(connection.execute("SELECT key, text FROM labels"))
    content = {}
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_index*'"
    ).fetchall():
        rows = connection.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in rows.description]
        content[table] = sorted(
            repr([
                documents.get(value) if name == "minutes" else labels[value] if (table, name) in _LABELLED and value
                else labels.get(value, value) if (table, name) == ("facet_sums", "value") else value
                for name, value in zip(names, row, strict=True)
                if name not in _OWN_TO_A_RUN | {"key"}
            ])
            for row in rows
        )  # fmt: skip
    connection.close()
    return content


def check(connection: sqlite3.Connection) -> None:
    """Hold that a store is whole: its pages, what refers to what, and the indexes of the words."""
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("statements", "decisions", "actions"):
        connection.execute(f"INSERT INTO {table}_index ({table}_index, rank) VALUES ('integrity-check', 1)")
    connection.rollback()
