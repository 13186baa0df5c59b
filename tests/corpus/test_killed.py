"""An import that is killed, stopped or loses a process: what the store then holds.

In full, as `REFERAT_KILLS=20 REFERAT_MINUTES=500 REFERAT_MODEL= python -m pytest tests/corpus/test_killed.py`, it takes
some minutes and works with the shipped model.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from analyser.corpus.analysing import Done, Task, work
from analyser.corpus.finding import find
from analyser.corpus.importing import import_found, import_minutes
from analyser.corpus.store import connect
from analyser.corpus.workers import Processes
from tests.corpus.content import content_of
from tests.corpus.generated import generate

KILLS = int(os.environ.get("REFERAT_KILLS", "2"))
COUNT = int(os.environ.get("REFERAT_MINUTES", "24"))
MODEL = os.environ.get("REFERAT_MODEL", "blank:da")


def start(folder: Path, store: Path, *options: str) -> subprocess.Popen[str]:
    model = ["--model", MODEL] if MODEL else []
    command = [sys.executable, "-m", "analyser.cli", "import", str(folder), "--store", str(store), *model, *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
    return [int(line) for line in listed.stdout.split()]


def wait_for_rows(store: Path, process: subprocess.Popen[str], wanted: int) -> None:
    """Wait until an import has put so many minutes into its store, or is done."""
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        if store.exists():
            connection = sqlite3.connect(store)
            try:
                if connection.execute("SELECT count(*) FROM minutes").fetchone()[0] >= wanted:
                    return
            except sqlite3.OperationalError:
                pass  # its tables are being made
            finally:
                connection.close()
        time.sleep(0.02)


def leave(pids: list[int]) -> None:
    """Hold that these processes end by themselves."""
    deadline = time.monotonic() + 20
    while any(map(is_there, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [pid for pid in pids if is_there(pid)]


def is_there(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_killed_at_random_moments(tmp_path: Path) -> None:
    folder = tmp_path / "arkiv"
    generate(folder, COUNT)
    calm = import_minutes([folder], tmp_path / "calm.db", model=MODEL or None)
    assert {outcome.status for outcome in calm} == {"imported"}

    chance, store, orphans = random.Random(7), tmp_path / "killed.db", []
    moments = sorted(chance.uniform(0, COUNT) for _ in range(KILLS))
    for moment in moments:
        process = start(folder, store, "--jobs", "2")
        wait_for_rows(store, process, int(moment))
        time.sleep(chance.uniform(0, 0.2))  # anywhere between two files, and within one
        orphans += children(process.pid)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
    last = start(folder, store, "--jobs", "2")
    _, said = last.communicate()
    assert last.returncode == 0
    assert said.splitlines()[-1].endswith("0 failed")

    killed, whole = content_of(store), content_of(tmp_path / "calm.db")
    assert len(killed["files"]) == len(killed["minutes"]) == len(set(killed["minutes"])) == COUNT
    assert killed == whole
    leave(orphans)  # when the one that they worked for was killed


def test_ctrl_c_stops_and_says_nothing_of_it(tmp_path: Path) -> None:
    folder, store = tmp_path / "arkiv", tmp_path / "arkiv.db"
    generate(folder, 200)
    process = start(folder, store, "--jobs", "2")
    wait_for_rows(store, process, 1)
    workers = children(process.pid)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in said
    leave(workers)
    content = content_of(store)
    assert 0 < len(content["minutes"]) == len(content["files"]) < 200


def dies_on_3(task: Task, model: str | None) -> Done:
    if task.path.stem == "000003":
        os.kill(os.getpid(), signal.SIGSEGV)
    return work(task, model)


def test_a_file_that_kills_its_process_costs_that_file_alone(tmp_path: Path) -> None:
    generate(tmp_path, 8)
    connection = connect(tmp_path / "arkiv.db", write=True)
    with Processes(2, "blank:da", dies_on_3) as processes:
        outcomes = list(import_found(connection, find([tmp_path]), processes, asked_model="blank:da"))
    connection.close()
    failed = [outcome for outcome in outcomes if outcome.status != "imported"]
    assert [(outcome.path.name, outcome.status) for outcome in failed] == [("000003.txt", "failed")]
    assert str(failed[0].problem).endswith("the process that analysed it ended (by SIGSEGV)")
    assert len(outcomes) == 8


def test_a_model_that_cannot_be_loaded_is_told_once(tmp_path: Path) -> None:
    generate(tmp_path, 4)
    process = start(tmp_path, tmp_path / "arkiv.db", "--jobs", "2", "--model", "ingen_model")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert len(said.splitlines()) == 1
    assert "language pipeline ingen_model: not found" in said


def test_copies_are_analysed_once_though_there_are_several_processes(tmp_path: Path) -> None:
    folder = tmp_path / "arkiv"
    (first,) = generate(folder / "b", 1)
    for name in ("a.txt", "c.txt", "d.txt"):
        (folder / name).write_bytes(first.read_bytes())
    process = start(folder, tmp_path / "arkiv.db", "--jobs", "2")
    _, said = process.communicate(timeout=60)
    assert said.splitlines()[-1] == "4 imported, 0 unchanged, 0 failed"
    content = content_of(tmp_path / "arkiv.db")
    assert (len(content["minutes"]), len(content["files"])) == (1, 4)
    assert '"name": "a.txt"' in content["minutes"][0]
