"""The analysis on a cluster: the same bytes as here, and the same store from them."""

import os
import pickle
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import dask
import pyarrow.parquet as pq
import pytest
from distributed import WorkerPlugin
from fsspec.implementations.memory import MemoryFileSystem

from analyser.corpus import cluster
from analyser.corpus.analysing import Done, Task, analysed, work
from analyser.corpus.cluster import Analysed, ClusterError, analyse_batch, analyse_on, connected
from analyser.corpus.finding import RECORDS, find
from analyser.corpus.importing import import_minutes
from analyser.corpus.recorded import FileRecords, Made, RecordsError, as_parquet, from_parquet
from analyser.corpus.remote import RemoteError
from analyser.language.lexicon import own_lexicon
from tests.corpus.content import content_of
from tests.corpus.generated import generate

if TYPE_CHECKING:
    from distributed import Client

BLANK = "blank:da"


@pytest.fixture(scope="module")
def client() -> Iterator["Client"]:
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), connected("local", 2) as client:
        yield client


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three minutes, one of them twice, a damaged file, and a damaged one beside a sound one in a zip archive."""
    folder = tmp_path_factory.mktemp("arkiv")
    first, *_ = generate(folder, 3)
    (folder / "kopi.txt").write_bytes(first.read_bytes())
    (folder / "ødelagt.docx").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(folder / "æske.zip", "w") as box:
        box.writestr("god.txt", generate(folder / ".gemt", 1, first=7)[0].read_bytes())
        box.writestr("skidt.docx", b"PK\x03\x04")
    return folder


def found_in(folder: Path) -> dict[str, FileRecords]:
    files = sorted(folder.glob(f"*{RECORDS}"))
    return {found.file: found for file in files for found in from_parquet(file.read_bytes())}


def test_two_workers_give_the_bytes_of_one_process_and_the_store(
    client: "Client", archive: Path, tmp_path: Path
) -> None:
    files = [*map(str, find([archive]).files), str(archive / "ingen.txt")]
    out, ours, theirs = tmp_path / "records", tmp_path / "ours.db", tmp_path / "theirs.db"
    told = {Path(one.file).name: one for one in analyse_on(client, files, str(out))}
    counts = {"000000.txt": 1, "000001.txt": 1, "000002.txt": 1, "kopi.txt": 1}
    counts |= {"ødelagt.docx": 0, "æske.zip": 1, "ingen.txt": 0}
    assert {name: one.minutes for name, one in told.items()} == counts
    assert {name for name, one in told.items() if one.problems} == {"ødelagt.docx", "æske.zip", "ingen.txt"}
    records = found_in(out)
    for path in find([archive]).files:
        if path.suffix == ".txt":
            assert [record for _, _, record in records[str(path)].records] == [analysed(path).to_json()]
    here = import_minutes([archive, archive / "ingen.txt"], ours)
    there = import_minutes([out], theirs)
    assert {(one.path, one.status, one.problems) for one in there} == {
        (one.path, one.status, one.problems) for one in here
    }
    assert content_of(theirs) == content_of(ours)
    again = import_minutes([out], theirs)
    assert {one.status for one in again if not one.problems} == {"unchanged"}
    afterwards = {one.path.name: one.status for one in import_minutes([archive], theirs) if not one.problems}
    assert afterwards == {**dict.fromkeys(("000000.txt", "000001.txt", "000002.txt", "kopi.txt"), "unchanged"),
                          "ingen.txt": "gone"}  # fmt: skip
    with pytest.raises(ClusterError, match="holds records already"):
        list(analyse_on(client, files, str(out)))


class Deadly(WorkerPlugin):
    """Ends each worker that reads `bombe.txt`."""

    def setup(self, worker: object) -> None:
        cluster.work = read_and_die


def read_and_die(task: Task, model: str | None) -> Done:
    if task.path.name == "bombe.txt":
        os._exit(9)
    return work(task, model)


def test_a_file_on_which_workers_die_costs_itself_alone(client: "Client", tmp_path: Path) -> None:
    files = [*map(str, generate(tmp_path / "arkiv", 8)), str(tmp_path / "arkiv" / "bombe.txt")]
    client.register_plugin(Deadly())
    told = list(analyse_on(client, files, str(tmp_path / "records"), BLANK))
    assert sorted(one.file for one in told) == sorted(files)
    assert [one for one in told if one.problems] == [
        Analysed(files[-1], 0, (f"{files[-1]}: ended each worker that tried",))
    ]
    records = found_in(tmp_path / "records")
    assert {file for file, found in records.items() if found.records} == set(files[:-1])
    assert [problem.path for problem in records[files[-1]].problems] == [files[-1]]


@pytest.fixture
def bucket() -> Iterator[MemoryFileSystem]:
    """A place that is no folder of this machine, with minutes in it."""
    fs = MemoryFileSystem()
    yield fs
    fs.rm("/spand", recursive=True)


def test_files_and_records_at_a_url(bucket: MemoryFileSystem, archive: Path, tmp_path: Path) -> None:
    for name in ("000/000000.txt", "æske.zip", "ødelagt.docx"):
        bucket.pipe_file(f"/spand/arkiv/{name}", (archive / name).read_bytes())
    bucket.pipe_file("/spand/arkiv/regneark.xlsx", b"x")
    bucket.pipe_file("/spand/arkiv/.gemt/a.txt", b"x")
    found = find(["memory://spand/arkiv"])
    assert [url.removeprefix("memory:///spand/arkiv/") for url in found.remote] == [
        "000/000000.txt", "æske.zip", "ødelagt.docx",
    ]  # fmt: skip
    assert found.passed_over == {".xlsx": 1}
    told = analyse_batch([*found.remote, "memory:///spand/ingen.txt"], f"memory:///spand/ud/0{RECORDS}", BLANK)
    text, box, damaged, absent = told
    assert (text.minutes, text.problems) == (1, ())
    assert (box.minutes, len(box.problems)) == (1, 1)
    assert box.problems[0].startswith("memory:///spand/arkiv/æske.zip/skidt.docx: ")
    assert damaged.problems[0].startswith("memory:///spand/arkiv/ødelagt.docx: ")
    assert absent.problems[0].startswith("memory:///spand/ingen.txt: cannot be read")
    (record,) = next(iter(from_parquet(bucket.cat_file(f"/spand/ud/0{RECORDS}")))).records
    assert record[2] == analysed(archive / "000" / "000000.txt", BLANK).to_json()
    outcomes = import_minutes(["memory://spand/ud"], tmp_path / "arkiv.db")
    assert [one.status for one in outcomes] == ["imported", "imported", "failed", "failed"]
    assert [one.status for one in import_minutes(["memory://spand/arkiv"], tmp_path / "arkiv.db")] == ["failed"] * 3


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("memory://spand/ingen", "memory://spand/ingen: nothing is there"),
        ("ukendt://spand", "ukendt://spand: cannot be reached (Protocol not known: ukendt)"),
        ("zip://a.txt::memory://a.zip", "chains of places are not read"),
    ],
)
def test_a_url_at_which_nothing_is(url: str, told: str) -> None:
    with pytest.raises(RemoteError) as raised:
        find([url])
    assert told in str(raised.value)


def test_a_parquet_file_that_is_damaged_or_another_is_told_once(tmp_path: Path) -> None:
    good = FileRecords("/arkiv/a.txt", None, Made("0.1.0"))
    (tmp_path / f"a{RECORDS}").write_bytes(as_parquet([good])[:-9])
    pq.write_table(pq.read_table(_written(tmp_path / "b.parquet")).select(["file"]), tmp_path / f"b{RECORDS}")
    outcomes = import_minutes([tmp_path], tmp_path / "arkiv.db")
    assert [one.path.name for one in outcomes] == [f"a{RECORDS}", f"b{RECORDS}"]
    assert "damaged, or no Parquet file" in (outcomes[0].problem or "")
    assert "holds no records of minutes (no column file_sha256)" in (outcomes[1].problem or "")
    with pytest.raises(RecordsError):
        list(from_parquet(b"x"))


def test_workers_read_by_the_words_of_the_user(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "titles.toml").write_text('ends = ["webmaster"]', "utf-8")
    own = own_lexicon(tmp_path / "titles.toml")
    assert own is not None
    text = archive / "000" / "000000.txt"
    analyse_batch([str(text)], str(tmp_path / f"0{RECORDS}"), BLANK, pickle.loads(pickle.dumps(own)))
    (found,) = from_parquet((tmp_path / f"0{RECORDS}").read_bytes())
    assert found.made.lexicon == own.digest
    assert found.records[0][2] == analysed(text, BLANK, own).to_json()
    assert [one.status for one in import_minutes([tmp_path], tmp_path / "arkiv.db")] == ["imported"]
    again = import_minutes([text], tmp_path / "arkiv.db", model=BLANK, lexicon=own)
    assert [one.status for one in again] == ["unchanged"]


def test_records_of_a_version_that_knew_no_own_words_are_read(archive: Path, tmp_path: Path) -> None:
    analyse_batch([str(archive / "000" / "000000.txt")], str(tmp_path / f"0{RECORDS}"), BLANK)
    table = pq.read_table(tmp_path / f"0{RECORDS}")
    pq.write_table(table.drop_columns(["lexicon"]), tmp_path / "old.parquet")
    (old,), (new,) = (from_parquet((tmp_path / name).read_bytes()) for name in ("old.parquet", f"0{RECORDS}"))
    assert old == new


def _written(path: Path) -> Path:
    path.write_bytes(as_parquet([]))
    return path
