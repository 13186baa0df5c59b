"""Stores of older versions: what becomes of their rows, and what a program says that may not write them."""

import sqlite3
from pathlib import Path

import pytest

from analyser.corpus import StoreError, migrating, open_corpus
from analyser.corpus.facets import renew
from analyser.corpus.keeping import keep
from analyser.corpus.migrating import APPLICATION, newest, versions
from analyser.corpus.store import connect, transaction
from tests.corpus.invented import invented_minutes

STORES = Path(__file__).parent / "stores"


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A store as release 0.1.0 wrote it: two meetings, one of them in two files, and a file that failed."""
    path = tmp_path / "arkiv.db"
    old = sqlite3.connect(path)
    old.executescript(f"PRAGMA journal_mode = WAL; PRAGMA application_id = {APPLICATION}; {versions()[0][1]}")
    old.executescript((STORES / "version_1.sql").read_text("utf-8"))
    old.executescript("PRAGMA user_version = 1")
    old.close()
    return path


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    """Every table, index, trigger and view with its definition."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {row["name"]: row["sql"] for row in rows}


def test_the_rows_of_an_older_store_stay(version_1: Path, tmp_path: Path) -> None:
    connect(version_1, write=True).close()
    with open_corpus(version_1) as corpus:
        assert [row["participants"] for _, row in corpus.meetings().iterrows()] == [3, 3]
        assert list(corpus.meetings()["file"]) == ["/arkiv/2024.txt", "/arkiv/2023.txt"]
        assert len(corpus.statements(on="indbrud")) == 2
        assert list(corpus.failures()["file"]) == ["/arkiv/tom.txt"]
        assert [minutes.meeting.date for minutes in corpus.records()] == ["2023-05-09", "2024-05-07"]


def test_an_older_store_is_then_as_a_new_one(version_1: Path, tmp_path: Path) -> None:
    old, new = connect(version_1, write=True), connect(tmp_path / "new.db", write=True)
    assert schema(old) == schema(new)
    assert old.execute("PRAGMA user_version").fetchone()[0] == newest()
    assert old.execute("PRAGMA foreign_key_check").fetchall() == []
    assert old.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert old.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    keep(old, "/arkiv/2024.txt", invented_minutes(8, 2024))
    keep(old, "/arkiv/kopi.txt", invented_minutes(8, 2024))
    assert sorted(row["date"] for row in old.execute("SELECT date FROM minutes")) == ["2023-05-09", "2024-05-08"]
    old.close()
    new.close()


def test_what_facts_are_told_apart_by_is_worked_out(version_1: Path) -> None:
    connection = connect(version_1, write=True)
    tables = ("labels", "statements_facets", "decisions_facets", "actions_facets", "facet_sums", "topic_words")

    def content() -> dict[str, list[tuple[object, ...]]]:
        return {table: sorted(map(tuple, connection.execute(f"SELECT * FROM {table}")), key=repr) for table in tables}

    migrated = content()
    assert all(migrated.values())
    with transaction(connection):
        renew(connection)
    assert content() == migrated
    connection.close()


def test_an_older_store_that_may_only_be_read_says_what_to_do(version_1: Path) -> None:
    with pytest.raises(StoreError, match=r"a store of version 1, .* `referat import FOLDER --store arkiv.db`"):
        open_corpus(version_1)


def test_a_version_that_fails_leaves_the_store_as_it_was(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = ((1, versions()[0][1]), (2, "CREATE TABLE added (x) STRICT;"), (3, "CREATE TABLE minutes (x INTEGER);"))
    before = list(sqlite3.connect(version_1).iterdump())
    monkeypatch.setattr(migrating, "versions", lambda: broken)
    with pytest.raises(StoreError):
        connect(version_1, write=True)
    after = sqlite3.connect(version_1)
    assert list(after.iterdump()) == before
    assert after.execute("PRAGMA user_version").fetchone()[0] == 1


def test_rows_that_would_refer_to_nothing_are_refused(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = ((1, versions()[0][1]), (2, "DELETE FROM participants;"))
    monkeypatch.setattr(migrating, "versions", lambda: broken)
    with pytest.raises(StoreError, match="refers to"):
        connect(version_1, write=True)
    assert sqlite3.connect(version_1).execute("SELECT count(*) FROM participants").fetchone()[0] == 6
