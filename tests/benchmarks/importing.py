"""Imports: two processes against one, an unchanged archive against a new one, and the memory that a long one takes.

    python -m tests.benchmarks.importing jobs [MINUTES]
    python -m tests.benchmarks.importing again [MINUTES]
    python -m tests.benchmarks.importing memory [MINUTES [MODEL]]

The minutes are those of `tests.corpus.generated`, some 1,500 characters each. Everything that is compared is measured
in one run. What else the machine does falls on both sides, so that the ratios hold better than the times; the load that
is printed says how much it was.

- `jobs`: parts of 16 files each are imported by one process and by two in turn, each into a store of its own, so that
  what else the machine does falls on both alike. The models are loaded before. The ratio is of all the files to all
  the time that each took.
- `again`: an archive is imported into a new store and then again, unchanged, twice, by one process; the ratio is of the
  first to the faster of the second. The model is loaded before.
- `memory`: an archive is imported by two processes; the resident memory of the importing process and of its largest
  worker is read from /proc ten times on the way. The figure is what the last tenth of the way adds.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path
from time import perf_counter

import analyser
from analyser.corpus.analysing import work
from analyser.corpus.finding import find
from analyser.corpus.importing import Outcome, import_found
from analyser.corpus.store import connect
from analyser.corpus.workers import Processes, ThisProcess
from tests.corpus.generated import generate

PART = 16
"""Files that one side imports before it is the other's turn."""


def run(folder: Path, store: Path, jobs: int, model: str | None = None) -> Iterator[Outcome]:
    """Import a folder."""
    with closing(connect(store, write=True)) as connection:
        if jobs == 1:
            alone = ThisProcess(lambda task: work(task, model))
            yield from import_found(connection, find([folder]), alone, asked_model=model or "")
        else:
            with Processes(jobs, model) as processes:
                yield from import_found(connection, find([folder]), processes, asked_model=model or "")


def jobs(folder: Path, count: int) -> None:
    """Print how much faster two processes are than one."""
    took = {1: 0.0, 2: 0.0}
    with (
        closing(connect(folder / "1.db", write=True)) as one,
        closing(connect(folder / "2.db", write=True)) as two,
        Processes(2) as processes,
    ):
        sides = ((1, one, ThisProcess(work)), (2, two, processes))
        for number in range(-1, max(1, count // PART)):
            generate(folder / str(number), PART, first=(number + 1) * PART)
            for side, connection, workers in sides:
                began = perf_counter()
                outcomes = list(import_found(connection, find([folder / str(number)]), workers))
                assert {outcome.status for outcome in outcomes} == {"imported"}
                if number >= 0:  # the first part loads the models
                    took[side] += perf_counter() - began
    files = max(1, count // PART) * PART
    for side, seconds in took.items():
        print(f"--jobs {side}: {files / seconds:.1f} files/s (load {os.getloadavg()[0]:.1f})")
    print(f"two processes against one: {took[1] / took[2]:.2f} times, {files} minutes")


def again(folder: Path, count: int) -> None:
    """Print how much faster an unchanged archive is than a new one."""
    generate(folder / "arkiv", count)
    analyser.load()
    times = []
    for expected in ("imported", "unchanged", "unchanged"):
        began = perf_counter()
        outcomes = list(run(folder / "arkiv", folder / "arkiv.db", 1))
        times.append(perf_counter() - began)
        assert {outcome.status for outcome in outcomes} == {expected}
        print(f"{expected}: {times[-1]:.3f} s (load {os.getloadavg()[0]:.1f})", flush=True)
    print(f"again against first: {times[0] / min(times[1:]):.0f} times as fast, {count} minutes")


def memory(folder: Path, count: int, model: str | None = None) -> None:
    """Print the memory that an import takes on its way."""
    generate(folder / "arkiv", count)
    samples = []
    for number, outcome in enumerate(run(folder / "arkiv", folder / "arkiv.db", 2, model), start=1):
        assert outcome.status == "imported", outcome
        if number % (count // 10) == 0:
            workers = [resident(child.pid) for child in active_children() if child.pid]
            samples.append((resident(os.getpid()), max(workers, default=0.0)))
            print(f"{number} minutes: {samples[-1][0]:.0f} MB, largest worker {samples[-1][1]:.0f} MB", flush=True)
    for who, (before, after) in zip(
        ("importing process", "largest worker"), zip(*samples[-2:], strict=True), strict=True
    ):
        print(f"{who}: {after - before:+.1f} MB over the last tenth, {count} minutes")


def resident(pid: int) -> float:
    """Give the resident memory of a process in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(what: str = "", count: str = "", model: str | None = None) -> None:
    """Run one of the benchmarks."""
    with tempfile.TemporaryDirectory() as folder:
        if what == "jobs":
            jobs(Path(folder), int(count or 200))
        elif what == "again":
            again(Path(folder), int(count or 200))
        elif what == "memory":
            memory(Path(folder), int(count or 10_000), model)
        else:
            print(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
