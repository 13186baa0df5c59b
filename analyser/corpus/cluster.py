"""The analysis of many files on a Dask cluster: each worker reads files, analyses them, and writes their records.

What a worker does with a file is `analyser.corpus.analysing.work`, as it is in an import. Records never pass through
the program that asks: it learns which files are done. A worker that dies on a file (a library crashed, the system ran
out of memory) costs that file alone: the batch it was in is done again at the end, file by file.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from logging import ERROR
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from analyser.corpus.analysing import Done, Problem, Task, work
from analyser.corpus.finding import RECORDS
from analyser.corpus.recorded import FileRecords, Made, as_parquet, file_records
from analyser.corpus.remote import INSTALL, RemoteError, fetch, is_remote, local_path, make_folder, write
from analyser.language.lexicon import OwnLexicon, using

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"

_LARGEST_BATCH = 256
"""Files of a batch, whose records become one Parquet file."""

_ROUNDS = 4
"""Batches for each worker, at least, where there are as many files: the last one to end does not end long after."""

_PATIENCE = 30
"""Seconds that a cluster has to answer."""

_PACKAGE = "referat-analyser"
_analysing = Lock()  # a language model works on one text at a time


class ClusterError(Exception):
    """A cluster cannot be used, or not any longer; its text is one line that says why and what to do."""


@dataclass(frozen=True)
class Analysed:
    """What became of one file.

    Attributes:
        file: its path or URL.
        minutes: how many it gave.
        problems: a line for each document that could not be read.
    """

    file: str
    minutes: int
    problems: tuple[str, ...] = ()


@contextmanager
def connected(address: str, jobs: int | None = None) -> Iterator["Client"]:
    """Connect to a cluster, whose workers must have this program in this version.

    Args:
        address: of the scheduler, such as `tcp://10.0.0.5:8786`; `local` starts processes of this machine.
        jobs: how many of these; None for one for each processor. A program that asks for them must guard what it runs
            at its start by `if __name__ == "__main__"`.

    Raises:
        ClusterError: Dask is not installed, nobody answers, or a worker cannot do the work.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ClusterError(f"a cluster takes Dask, which is not installed: {INSTALL}") from error
    if address == LOCAL:
        with (
            LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=ERROR
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        told = " ".join(str(error).split())[:160]
        raise ClusterError(f"{address}: no Dask scheduler answers there ({told})") from error
    with client:
        _check(client, address)
        yield client


def analyse_on(
    client: "Client", files: Sequence[str], out: str, model: str | None = None, own: OwnLexicon | None = None
) -> Iterator[Analysed]:
    """Analyse files on a cluster, write their records as Parquet (`analyser.corpus.recorded`), and tell of each file.

    Args:
        client: connected.
        files: paths that all workers know, absolute, or URLs.
        out: the folder for the Parquet files, the same for all workers, or a URL; it may hold no records.
        model: the spaCy pipeline to use: a name or a folder that all workers know.
        own: a user's words, which travel to the workers.

    Raises:
        ClusterError: the folder holds records already, or the connection was lost.
        RemoteError: a worker cannot write there. What was written before stays.
        analyser.language.ModelError: a worker cannot load the model.
    """
    from distributed import as_completed

    if any(name.endswith(RECORDS) for name in make_folder(out)):
        raise ClusterError(f"{out}: holds records already; name another folder, or import them and remove them")
    if not files:
        return
    size = min(_LARGEST_BATCH, ceil(len(files) / (_ROUNDS * max(1, len(client.nthreads())))))
    batches = [tuple(files[start : start + size]) for start in range(0, len(files), size)]
    names = (f"{out.rstrip('/')}/{number:06d}{RECORDS}" for number in range(2 * len(files) + 1))
    under_way: dict[str, tuple[str, ...]] = {}

    def give(batch: tuple[str, ...]) -> "Future":
        future = client.submit(analyse_batch, batch, next(names), model, own, pure=False)
        under_way[future.key] = batch
        return future

    broken: list[str] = []
    for future in as_completed([give(batch) for batch in batches]):
        batch = under_way.pop(future.key)
        if isinstance(result := _result(future, out), Exception):
            broken += batch
        else:
            yield from result
    lost: list[FileRecords] = []
    for file in broken:  # alone on the cluster, so that it is the one to blame
        if isinstance(result := _result(give((file,)), out), Exception):
            lost.append(_lost(file, result, _made(model, own)))
            yield _told(lost[-1])
        else:
            yield from result
    if lost:
        write(next(names), as_parquet(lost))


def analyse_batch(
    files: Sequence[str], target: str, model: str | None, own: OwnLexicon | None = None
) -> list[Analysed]:
    """Analyse files, write their records into one Parquet file, and tell what became of each; what a worker does.

    Raises:
        RemoteError: the Parquet file cannot be written.
        analyser.language.ModelError: the model cannot be loaded.
    """
    analysed: list[Analysed] = []

    def one_by_one() -> Iterator[FileRecords]:
        for file in files:
            found = analyse_file(file, model, _made(model, own))
            analysed.append(_told(found))
            yield found

    with using(own):
        write(target, as_parquet(one_by_one()))
    return analysed


def analyse_file(file: str, model: str | None, made: Made) -> FileRecords:
    """Analyse a file, wherever it is; nothing that is wrong with it raises.

    Raises:
        analyser.language.ModelError: the model cannot be loaded.
    """
    if is_remote(file):
        with TemporaryDirectory(prefix="referat-") as folder:
            done = _fetched_and_done(file, Path(folder), model)
    else:
        with _analysing:
            done = work(Task(local_path(file)), model)
    return file_records(file, done, made)


def _fetched_and_done(url: str, folder: Path, model: str | None) -> Done:
    """Do the work on a copy of a file, and tell of it as if it had been done where the file is."""
    try:
        path = fetch(url, folder)
    except RemoteError as error:
        return Done(Task(Path(url)), None, problems=[Problem(url, str(error))])
    with _analysing:
        done = work(Task(path), model)
    done.problems = [Problem(p.path.replace(str(path), url), p.text.replace(str(path), url)) for p in done.problems]
    return done


def _result(future: "Future", out: str) -> list[Analysed] | Exception:
    """Wait for a batch; give what became of its files, or why its workers died, or where we are at fault."""
    from analyser.language import ModelError

    try:
        result: list[Analysed] = future.result()
    except (ModelError, RemoteError):
        raise
    except CancelledError as error:
        raise ClusterError(f"the connection to the cluster was lost; what was written stays in {out}") from error
    except Exception as error:
        return error
    return result


def _lost(file: str, error: Exception, made: Made) -> FileRecords:
    from distributed import KilledWorker

    fault = "" if isinstance(error, KilledWorker) else f"{type(error).__name__}: {' '.join(str(error).split())[:160]}"
    told = (
        f"the analysis failed ({fault}); this is a fault of the analyser" if fault else "ended each worker that tried"
    )
    return FileRecords(file, None, made, problems=[Problem(file, f"{file}: {told}")])


def _told(found: FileRecords) -> Analysed:
    return Analysed(found.file, len(found.records), tuple(problem.text for problem in found.problems))


def _check(client: "Client", address: str) -> None:
    """Hold that there are workers, and that each has this version of this program."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise ClusterError(f"{address}: the cluster has no workers; start some with `dask worker {address}`") from error
    try:
        versions = set(client.run(version_of, _PACKAGE).values())
    except PackageNotFoundError as error:
        raise ClusterError(f"{address}: a worker lacks {_PACKAGE}; install it where each worker runs") from error
    if others := sorted(versions - {_version()}):
        told = f"a worker has {_PACKAGE} {others[0]}, and this is {_version()}; install the same everywhere"
        raise ClusterError(f"{address}: {told}")


def _made(model: str | None, own: OwnLexicon | None) -> Made:
    return Made(_version(), model or "", own.digest if own else "")


def _version() -> str:
    return version_of(_PACKAGE)
