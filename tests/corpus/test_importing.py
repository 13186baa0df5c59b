"""Files in, again, changed, damaged: what the store holds after each."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from analyser.corpus import StoreError, open_corpus
from analyser.corpus.analysing import Done, Problem, Task
from analyser.corpus.finding import Found, find
from analyser.corpus.importing import Outcome, import_found, import_minutes
from analyser.corpus.keeping import keep
from analyser.corpus.migrating import newest
from analyser.corpus.store import connect
from analyser.corpus.workers import ThisProcess
from tests.corpus.invented import invented_minutes


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(tmp_path / "empty.db", write=True)
    yield connection
    connection.close()


class Reader:
    """An analysis that reads the day of the meeting from the file, and counts how often it is asked."""

    def __init__(self) -> None:
        self.read = 0

    def __call__(self, task: Task) -> Done:
        self.read += 1
        try:
            data = task.path.read_bytes()
            minutes = invented_minutes(int(data), name=ascii(task.path.name), sha256=hashlib.sha256(data).hexdigest())
        except (OSError, ValueError) as error:
            return Done(task, task.sha256, problems=[Problem(str(task.path), f"{task.path}: {error}")])
        return Done(task, task.sha256, [minutes])


def put(connection: sqlite3.Connection, path: Path, analyse: Callable[[Task], Done], **options: str | bool) -> Outcome:
    chosen: dict[str, Any] = {"analyser": "0.1.0"} | options
    (outcome,) = import_found(connection, Found(files=[path]), ThisProcess(analyse), **chosen)
    return outcome


def held(connection: sqlite3.Connection) -> dict[str, tuple[str | None, str | None]]:
    rows = connection.execute(
        "SELECT path, date, problem FROM files LEFT JOIN holdings USING (path) LEFT JOIN minutes ON key = minutes"
    )
    return {Path(row["path"]).name: (row["date"], row["problem"]) for row in rows}


def count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def whole(connection: sqlite3.Connection) -> None:
    """The indexes hold just what the tables hold, and no row refers to one that is gone."""
    for table in ("statements", "decisions", "actions"):
        connection.execute(f"INSERT INTO {table}_index ({table}_index, rank) VALUES ('integrity-check', 1)")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_again_changes_nothing(empty: sqlite3.Connection, tmp_path: Path) -> None:
    path, analyse = tmp_path / "a.txt", Reader()
    path.write_text("7")
    assert put(empty, path, analyse).status == "imported"
    before = list(empty.iterdump())
    assert put(empty, path, analyse).status == "unchanged"
    assert analyse.read == 1
    assert list(empty.iterdump()) == before
    assert put(empty, path, analyse, again=True).status == "imported"
    assert analyse.read == 2
    assert count(empty, "statements") == 3
    whole(empty)


def test_a_changed_file_replaces_its_facts(empty: sqlite3.Connection, tmp_path: Path) -> None:
    path, analyse = tmp_path / "a.txt", Reader()
    for day in ("7", "8"):
        path.write_text(day)
        assert put(empty, path, analyse).status == "imported"
    assert held(empty) == {"a.txt": ("2024-05-08", None)}
    assert (count(empty, "minutes"), count(empty, "statements")) == (1, 3)
    whole(empty)


def test_copies_share_their_facts(empty: sqlite3.Connection, tmp_path: Path) -> None:
    analyse = Reader()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("7")
        put(empty, tmp_path / name, analyse)
    assert (analyse.read, count(empty, "minutes"), count(empty, "files")) == (1, 1, 2)
    (tmp_path / "a.txt").write_text("8")
    put(empty, tmp_path / "a.txt", analyse)
    assert held(empty) == {"a.txt": ("2024-05-08", None), "b.txt": ("2024-05-07", None)}
    whole(empty)


@pytest.mark.parametrize("change", [{"analyser": "0.2.0"}, {"asked_model": "other"}])
def test_another_version_or_model_analyses_anew(
    empty: sqlite3.Connection, tmp_path: Path, change: dict[str, str]
) -> None:
    path, analyse = tmp_path / "a.txt", Reader()
    path.write_text("7")
    put(empty, path, analyse)
    put(empty, path, analyse, **change)
    assert analyse.read == 2
    assert (count(empty, "minutes"), count(empty, "statements")) == (1, 3)


def test_a_file_that_fails_is_listed_and_keeps_its_earlier_facts(empty: sqlite3.Connection, tmp_path: Path) -> None:
    path, analyse = tmp_path / "a.txt", Reader()
    path.write_text("7")
    put(empty, path, analyse)
    path.write_text("no day")
    failed = put(empty, path, analyse)
    assert failed.status == "failed"
    assert "no day" in str(failed.problem)
    day, problem = held(empty)["a.txt"]
    assert (day, problem) == ("2024-05-07", failed.problem)
    path.write_text("7")
    assert put(empty, path, analyse).status == "imported"
    assert held(empty) == {"a.txt": ("2024-05-07", None)}


def test_a_file_that_is_not_there(empty: sqlite3.Connection, tmp_path: Path) -> None:
    assert put(empty, tmp_path / "b.txt", Reader()).status == "failed"
    assert held(empty)["b.txt"][0] is None


def test_a_record_that_contradicts_itself(empty: sqlite3.Connection, tmp_path: Path) -> None:
    def contradict(task: Task) -> Done:
        return Done(task, task.sha256, [invented_minutes().model_copy(update={"participants": ()})])

    (tmp_path / "a.txt").write_text("7")
    failed = put(empty, tmp_path / "a.txt", contradict)
    assert "contradicts itself" in str(failed.problem)
    assert (count(empty, "minutes"), count(empty, "statements")) == (0, 0)
    whole(empty)


def test_a_stopped_transaction_leaves_nothing(writing: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(writing.iterdump())

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("analyser.corpus.keeping._actions", stop)
    with pytest.raises(KeyboardInterrupt):
        keep(writing, "/arkiv/2024.txt", invented_minutes(11))
    assert list(writing.iterdump()) == before


def test_nothing_of_a_record_is_lost(writing: sqlite3.Connection) -> None:
    row = writing.execute("SELECT record FROM minutes WHERE date = '2024-05-07'").fetchone()
    assert row["record"] == invented_minutes(7, 2024).to_json()


def test_a_file_name_of_no_encoding(empty: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / b"m\xf8de.txt".decode("utf-8", "surrogateescape")
    path.write_text("7")
    assert put(empty, path, Reader()).status == "imported"
    assert list(held(empty)) == ["m\ufffdde.txt"]


def test_find(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.MD", "a/d.exe", ".hidden.txt", ".git/e.txt", "f.json", "README"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = find([tmp_path, tmp_path / "b.txt", tmp_path / "a/../b.txt", tmp_path / "f.json", tmp_path / "none.txt"])
    names = [str(path.relative_to(tmp_path)) for path in found.files]
    assert names == ["b.txt", "a/c.MD", "f.json", "none.txt"]
    assert found.passed_over == {".exe": 1, ".json": 1, "no suffix": 1}
    assert found.unreadable == {}


def test_a_store_of_a_newer_version_is_refused(writing: sqlite3.Connection, store: Path) -> None:
    writing.execute(f"PRAGMA user_version = {newest() + 1}")
    with pytest.raises(StoreError, match="use the newer program"):
        connect(store, write=True)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.commit()
    with pytest.raises(StoreError, match="not a store of minutes"):
        connect(path, write=True)
    assert [row[0] for row in other.execute("SELECT name FROM sqlite_schema")] == ["t"]


def test_import_minutes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(invented_minutes().text, "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    good, bad = import_minutes([tmp_path], tmp_path / "arkiv.db")
    assert (good.status, bad.status) == ("imported", "failed")
    assert str(bad.problem).startswith(str(tmp_path / "b.txt"))
    with open_corpus(tmp_path / "arkiv.db") as corpus:
        assert "Karla Rosenvang" in set(corpus.statements()["speaker"])
        assert list(corpus.failures()["file"]) == [str(tmp_path / "b.txt")]
