"""Files and disks that go wrong: a line in the list of failures each, and the rest imported."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from analyser.corpus import analysing, import_minutes, open_corpus
from analyser.corpus.analysing import Done, Task, work
from analyser.corpus.finding import digest_of, find, state_of
from analyser.corpus.importing import Outcome, import_found
from analyser.corpus.store import connect
from analyser.corpus.workers import ThisProcess
from tests.corpus.invented import TEXT, invented_minutes


def put_good(folder: Path, *years: int) -> None:
    for year in years:
        (folder / f"{year}.txt").write_text(TEXT.format(day=7, year=year), "utf-8")


def damaged_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document" * 100)
    path.write_bytes(path.read_bytes()[:-60])


def encrypted_pdf(path: Path) -> None:
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
        b"3 0 obj <</Filter/Standard/V 2/R 3/Length 128/P -44/O <"
        + b"41" * 32
        + b">/U <"
        + b"42" * 32
        + b">>> endobj\n"
        b"trailer <</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF\n"
    )


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bombe.txt", "w") as member:
        for _ in range(300):
            member.write(bytes(1_000_000))


def two_gigabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # sparse: it takes no room


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("beskadiget.docx", damaged_docx),
        ("laast.pdf", encrypted_pdf),
        ("bombe.zip", zip_bomb),
        ("stor.txt", two_gigabytes),
        ("tom.txt", empty),
    ],
)
def test_a_bad_file_is_a_line_and_the_rest_is_imported(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    folder, store = tmp_path / "arkiv", tmp_path / "arkiv.db"
    folder.mkdir()
    put_good(folder, 2020, 2030)
    make(folder / name)
    outcomes = {o.path.name: o for o in import_minutes([folder, folder / name], store)}
    assert {n: o.status for n, o in outcomes.items()} == {
        "2020.txt": "imported",
        "2030.txt": "imported",
        name: "failed",
    }
    assert str(outcomes[name].problem).startswith(str(folder / name))
    with open_corpus(store) as corpus:
        (line,) = corpus.failures().to_dict("records")
        assert line["problem"] == outcomes[name].problem
        assert len(corpus.meetings()) == 2


def test_documents_of_an_archive_fail_and_are_tried_alone(tmp_path: Path) -> None:
    store, path = tmp_path / "arkiv.db", tmp_path / "arkiv.zip"
    put_good(tmp_path, 2020, 2021)

    def pack(**members: bytes) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in members.items():
                archive.writestr(f"{name}.txt", data)

    pack(a=(tmp_path / "2020.txt").read_bytes(), b=b"")
    (first,) = import_minutes([path], store)
    assert (first.status, len(first.problems)) == ("imported", 1)
    assert str(first.problem).startswith(f"{path}/b.txt: ")
    task = Task(path, digest_of(path), state_of(path), frozenset({str(digest_of(tmp_path / "2020.txt"))}))
    assert [type(document).__name__ for document in work(task).documents] == ["Known"]
    pack(a=(tmp_path / "2020.txt").read_bytes(), b=(tmp_path / "2021.txt").read_bytes())
    (second,) = import_minutes([path], store)
    assert (second.status, second.problems) == ("imported", ())
    (third,) = import_minutes([path], store)
    assert third.status == "unchanged"
    with open_corpus(store) as corpus:
        assert len(corpus.meetings()) == 2
        assert corpus.failures().empty
        assert set(corpus.meetings()["file"]) == {str(path)}


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_good(tmp_path, 2020, 2021)
    written = tmp_path / "2020.txt"
    read, times = analysing._read, []

    def slow(task: Task, *rest: object) -> object:
        done = read(task, *rest)  # type: ignore[arg-type]
        if task.path == written and len(times) < changes:
            times.append(1)
            os.truncate(written, written.stat().st_size - 1)
        return done

    monkeypatch.setattr(analysing, "_read", slow)
    changes = 1
    once = import_minutes([tmp_path], tmp_path / "a.db")
    assert [outcome.status for outcome in once] == ["imported", "imported"]
    with open_corpus(tmp_path / "a.db") as corpus:
        assert corpus.record(str(digest_of(written))) is not None
    changes = 9
    always = import_minutes([tmp_path], tmp_path / "b.db")
    assert [outcome.status for outcome in always] == ["failed", "imported"]
    assert "changes while it is read" in str(always[0].problem)


def test_a_folder_that_cannot_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "arkiv"
    (folder / "laast").mkdir(parents=True)
    put_good(folder, 2020)
    put_good(folder / "laast", 2021)
    store, scandir = tmp_path / "arkiv.db", os.scandir
    import_minutes([folder], store)

    def locked(path: str) -> object:
        if str(path).endswith("laast"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", locked)
        refused, kept = import_minutes([folder], store)
    assert (refused.status, kept.status) == ("failed", "unchanged")
    assert refused.problem == f"{folder / 'laast'}: cannot be looked into (Permission denied)"
    with open_corpus(store) as corpus:
        assert list(corpus.failures()["file"]) == [str(folder / "laast")]
        assert len(corpus.meetings()) == 2
    import_minutes([folder], store)
    with open_corpus(store) as corpus:
        assert corpus.failures().empty


def test_a_file_that_is_gone_is_noted_and_keeps_its_facts(tmp_path: Path) -> None:
    folder, store = tmp_path / "arkiv", tmp_path / "arkiv.db"
    folder.mkdir()
    put_good(folder, 2020, 2021, 2022)
    import_minutes([folder], store)
    for year in (2020, 2021):
        (folder / f"{year}.txt").rename(tmp_path / f"{year}.txt")
    named = import_minutes([folder / "2020.txt"], store)
    assert named == [Outcome(folder / "2020.txt", "gone")]
    looked = {o.path.name: o.status for o in import_minutes([folder], store)}
    assert looked == {"2022.txt": "unchanged", "2021.txt": "gone"}
    with sqlite3.connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM minutes").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM files WHERE gone").fetchone() == (2,)
    (tmp_path / "2020.txt").rename(folder / "2020.txt")
    assert {o.path.name: o.status for o in import_minutes([folder], store)} == {
        "2020.txt": "imported",
        "2022.txt": "unchanged",
    }


def test_a_store_without_room_for_one_of_the_files(tmp_path: Path) -> None:
    def analyse(task: Task) -> Done:
        year, sha256 = int(task.path.stem), str(task.sha256)
        minutes = invented_minutes(7, year, sha256=sha256)
        long = minutes.model_copy(update={"text": minutes.text + "Ordet er frit. " * 60_000})
        return Done(task, sha256, [long if year == 2025 else minutes])

    put_good(tmp_path, 2020, 2025, 2030)
    connection = connect(tmp_path / "arkiv.db", write=True)
    connection.execute("PRAGMA max_page_count = 150")
    outcomes = list(import_found(connection, find([tmp_path]), ThisProcess(analyse), analyser="0.1.0"))
    assert [outcome.status for outcome in outcomes] == ["imported", "failed", "imported"]
    assert "make room" in str(outcomes[1].problem)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.execute("PRAGMA max_page_count = 1000000")
    outcomes = list(import_found(connection, find([tmp_path]), ThisProcess(analyse), analyser="0.1.0"))
    assert {o.path.stem: o.status for o in outcomes} == {"2020": "unchanged", "2025": "imported", "2030": "unchanged"}
    connection.close()


def test_a_disk_without_room_ends_the_import_and_loses_nothing(tmp_path: Path) -> None:
    folder, store = tmp_path / "arkiv", tmp_path / "arkiv.db"
    folder.mkdir()
    put_good(folder, *range(2000, 2020))
    command = [sys.executable, "-m", "analyser.cli", "import", folder, "--store", store, "--model", "blank:da"]

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (800_000, 800_000))

    full = subprocess.run(command, capture_output=True, text=True, preexec_fn=little_room)
    assert full.returncode == 1, full.stderr
    assert "what was imported before stays" in full.stderr
    assert "Traceback" not in full.stderr
    with sqlite3.connect(store) as connection:
        count = connection.execute("SELECT count(*) FROM minutes").fetchone()[0]
        assert 0 < count < 20
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.stderr.splitlines()[-1] == f"{20 - count} imported, {count} unchanged, 0 failed"


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="mounting a small disk takes root")
def test_a_small_disk(tmp_path: Path) -> None:
    folder, disk = tmp_path / "arkiv", tmp_path / "disk"
    folder.mkdir()
    disk.mkdir()
    put_good(folder, *range(2000, 2030))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", disk], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"cannot be mounted here: {mounted.stderr.strip()}")
    command = [sys.executable, "-m", "analyser.cli", "import", folder, "--store", disk / "a.db", "--model", "blank:da"]
    try:
        full = subprocess.run(command, capture_output=True, text=True)
        assert full.returncode == 1
        assert "Traceback" not in full.stderr
        with sqlite3.connect(disk / "a.db") as connection:
            assert connection.execute("SELECT count(*) FROM minutes").fetchone()[0] > 0
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        connection.close()
    finally:
        subprocess.run(["umount", disk], check=True)
