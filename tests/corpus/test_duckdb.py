"""The store as DuckDB sees it."""

from pathlib import Path

import pytest


def test_duckdb_opens_a_store(store: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    packed = pytest.importorskip("duckdb_extension_sqlite_scanner", reason="DuckDB's reader of SQLite is not installed")
    (extension,) = Path(packed.__path__[0]).rglob("sqlite_scanner.duckdb_extension")
    with duckdb.connect() as connection:
        connection.execute(f"LOAD '{extension}'")
        connection.execute(f"ATTACH '{store}' AS arkiv (TYPE sqlite, READ_ONLY)")
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        assert {"minutes", "files", "holdings", "participants", "statements", "people"} <= tables
        rows = connection.execute(
            "SELECT m.date, s.topic, count(*) OVER () FROM arkiv.statements AS s"
            " JOIN arkiv.minutes AS m ON m.key = s.minutes WHERE s.topic LIKE '%indbrud%' ORDER BY m.date"
        ).fetchall()
        assert rows[0] == ("2023-05-09", "indbrudsforebyggelse i Nørreå", 2)
        views = connection.execute("SELECT speaker, topic FROM arkiv.who_said WHERE verb = 'orientere'").fetchall()
        assert views == [("Karla Rosenvang", "indbrudsforebyggelse i Nørreå")] * 2
