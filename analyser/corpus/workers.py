"""Who analyses the files of a batch: this process, or several that each load the model once.

Both take tasks one by one and give what is done, in any order. A worker that dies on a file (a library crashed, the
system ran out of memory) costs that file alone: it is told as a problem, and another worker takes its place.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from analyser.corpus.analysing import Done, Known, Problem, Task, work
from analyser.minutes import Minutes

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon

Work = Callable[[Task, str | None], Done]
"""What a worker does with a task and the name of a model."""

_GRACE = 5.0
"""Seconds that a worker has to leave by itself."""


class Workers(Protocol):
    """What `analyser.corpus.importing.import_found` gives its tasks to."""

    @property
    def busy(self) -> bool:
        """Whether any task is under way."""
        ...

    @property
    def full(self) -> bool:
        """Whether a result must be taken before the next task is given."""
        ...

    def give(self, task: Task) -> None:
        """Take a task; only where not `full`."""
        ...

    def take(self) -> list[Done]:
        """Wait until something is done, and give it; only where `busy`."""
        ...


class ThisProcess:
    """Analyses in this process, a task at a time."""

    def __init__(self, work: Callable[[Task], Done]) -> None:
        self._work = work
        self._tasks: deque[Task] = deque()

    @property
    def busy(self) -> bool:
        """See `Workers`."""
        return bool(self._tasks)

    @property
    def full(self) -> bool:
        """See `Workers`."""
        return bool(self._tasks)

    def give(self, task: Task) -> None:
        """See `Workers`."""
        self._tasks.append(task)

    def take(self) -> list[Done]:
        """Analyse the task that was given.

        Raises:
            analyser.language.ModelError: the model cannot be loaded.
        """
        return [self._work(self._tasks.popleft())]


@dataclass
class _Worker:
    process: SpawnProcess
    connection: Connection
    task: Task | None = None


class Processes:
    """Analyses in processes of its own; a context manager, at whose end they are gone.

    They start with the first task, and leave by themselves when this process dies, even where it is killed.
    """

    def __init__(self, jobs: int, model: str | None = None, work: Work = work, own: "OwnLexicon | None" = None) -> None:
        """Prepare for `jobs` processes; `work`, a function of a module, is what each does with a task.

        `own` are a user's words, by which each of them reads all its life.
        """
        self._jobs = jobs
        self._model = model
        self._work = work
        self._own = own
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            worker.connection.close()  # an idle worker leaves at that
            if worker.task is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_GRACE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers = []

    @property
    def busy(self) -> bool:
        """See `Workers`."""
        return any(worker.task for worker in self._workers)

    @property
    def full(self) -> bool:
        """See `Workers`."""
        return len(self._workers) == self._jobs and all(worker.task for worker in self._workers)

    def give(self, task: Task) -> None:
        """See `Workers`."""
        worker = next((worker for worker in self._workers if worker.task is None), None) or self._start()
        worker.task = task
        with suppress(OSError):  # it died while idle: `take` finds that out
            worker.connection.send(task)

    def take(self) -> list[Done]:
        """Wait until something is done.

        Raises:
            analyser.language.ModelError: the model cannot be loaded.
        """
        ready = wait([worker.connection for worker in self._workers if worker.task])
        return [self._result(worker) for worker in list(self._workers) if worker.connection in ready]

    def _start(self) -> _Worker:
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(target=_serve, args=(theirs, self._model, self._own, self._work), daemon=True)
        process.start()
        theirs.close()  # so that its end is the end of the pipe
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _result(self, worker: _Worker) -> Done:
        from analyser.language import ModelError

        task, worker.task = worker.task, None
        assert task is not None
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.connection.close()
            worker.process.join()
            path = str(task.path)
            told = f"the process that analysed it ended ({_ending(worker.process.exitcode)})"
            return Done(task, task.sha256, problems=[Problem(path, f"{path}: {told}")])
        if isinstance(result, str):
            raise ModelError(result)
        sha256, documents, problems = result
        return Done(task, sha256, [Minutes.from_json(d) if isinstance(d, str) else d for d in documents], problems)


def _serve(connection: Connection, model: str | None, own: "OwnLexicon | None", work: Work) -> None:
    """Do tasks until there are no more; records travel as JSON, which is faster than pickling them."""
    from analyser.language import ModelError
    from analyser.language.lexicon import using

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all of a terminal's processes; the first one decides
    with suppress(EOFError, OSError), using(own):
        while True:
            task: Task = connection.recv()
            try:
                done = work(task, model)
            except ModelError as error:
                connection.send(str(error))
                continue
            documents = [d if isinstance(d, Known) else d.to_json() for d in done.documents]
            connection.send((done.sha256, documents, done.problems))


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"by {signal.Signals(-code).name}"
    return f"exit code {code}"
