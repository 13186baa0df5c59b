"""One import while it runs: which files need an analysis, and what became of each."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from analyser.corpus.analysing import Done, Known, Problem, Task
from analyser.corpus.finding import digest_of, is_gone, state_of
from analyser.corpus.keeping import keep_copy, keep_file, keep_folder_problem, keep_gone, keep_problems
from analyser.corpus.question import storable
from analyser.corpus.recorded import FileRecords, Made, RecordsError, from_parquet
from analyser.corpus.remote import RemoteError, content_of
from analyser.corpus.workers import Workers
from analyser.minutes import Minutes

Status = Literal["imported", "unchanged", "failed", "gone"]

_FULL = 3
"""So many files one after the other that the disk has no room for end an import."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file.

    Attributes:
        path: of the file, or of a folder that could not be looked into.
        status: `gone` is a file that was imported once and is not there any longer; its facts stay.
        problems: a line for each document that could not be read; with status `imported`, the others could.
    """

    path: Path
    status: Status
    problems: tuple[str, ...] = ()

    @property
    def problem(self) -> str | None:
        """The first of the problems."""
        return self.problems[0] if self.problems else None


class RunningImport:
    """An import while it runs, into a store open for writing; see `analyser.corpus.importing.import_found`."""

    def __init__(self, connection: sqlite3.Connection, workers: Workers, made: Made, again: bool) -> None:
        self._connection = connection
        self._workers = workers
        self._made = made
        self._again = again
        self._under_way: set[str] = set()
        """Contents that are being analysed; copies of them wait for the outcome."""
        self._waiting: defaultdict[str, list[Path]] = defaultdict(list)
        self._full = 0

    def run(self, files: Iterable[Path]) -> Iterator[Outcome]:
        """Import files, and tell what became of each as soon as that is known."""
        for path in files:
            yield from self._look(path)
        while self._workers.busy:
            yield from self._finish()

    def _look(self, path: Path) -> Iterator[Outcome]:
        """Tell what became of a file where that is known already, else have it analysed."""
        state = state_of(path)
        sha256 = digest_of(path)
        name = storable(str(path))
        if sha256 is None and is_gone(path) and _is_held(self._connection, name):
            keep_gone(self._connection, name)
            yield Outcome(path, "gone")
            return
        if sha256 in self._under_way:
            self._waiting[sha256].append(path)
            return
        if sha256 and not self._again and (status := self._keep_known(name, sha256, self._made)):
            yield Outcome(path, status)
            return
        while self._workers.full:
            yield from self._finish()
        if sha256:
            self._under_way.add(sha256)
        self._workers.give(Task(path, sha256, state, frozenset() if self._again else self._known_within(name)))

    def _finish(self) -> Iterator[Outcome]:
        """Keep what is done, then look at the copies of it."""
        for done in self._workers.take():
            sha256 = done.task.sha256
            if sha256:
                self._under_way.discard(sha256)
            yield self._keep_done(done)
            for path in self._waiting.pop(sha256, ()) if sha256 else ():
                yield from self._look(path)

    def take_over(self, place: str) -> Iterator[Outcome]:
        """Keep the records that a Parquet file holds; one that cannot be read is a failure of its own."""
        name = storable(place)
        keep_folder_problem(self._connection, name, None, self._made.analyser)
        try:
            for found in from_parquet(content_of(place)):
                yield self._keep_records(found)
        except (RemoteError, RecordsError) as error:
            told = storable(str(error) if isinstance(error, RemoteError) else f"{place}: {error}")
            keep_folder_problem(self._connection, name, Problem(name, told), self._made.analyser)
            yield Outcome(Path(place), "failed", (told,))

    def _keep_records(self, found: FileRecords) -> Outcome:
        name, sha256, made = found.file, found.sha256, found.made
        if sha256 and not found.problems and not self._again and (status := self._keep_known(name, sha256, made)):
            return Outcome(Path(name), status)
        try:
            documents = [Minutes.from_json(record) for _, _, record in found.records]
        except ValueError:
            told = f"{name}: its record is of another version of this program; analyse it with this one"
            return self._keep(name, sha256, made, [], [Problem(name, told)])
        return self._keep(name, sha256, made, documents, found.problems)

    def _keep_done(self, done: Done) -> Outcome:
        name = storable(str(done.task.path))
        kept = self._keep(name, done.sha256, self._made, done.documents, done.problems)
        return replace(kept, path=done.task.path)

    def _keep(
        self,
        name: str,
        sha256: str | None,
        made: Made,
        documents: Sequence[Minutes | Known],
        problems: Iterable[Problem],
    ) -> Outcome:
        problems = [Problem(storable(p.path), storable(" ".join(p.text.split()))) for p in problems]
        status: Status = "failed"
        try:
            if documents and sha256:
                keep_file(self._connection, name, sha256, documents, made.asked_model)
                status = "imported"
            self._full = 0
        except sqlite3.IntegrityError as error:
            problems.append(Problem(name, f"{name}: the record contradicts itself ({error}); this is a fault of ours"))
        except sqlite3.OperationalError as error:
            self._full += 1
            if not _is_for_want_of_room(error) or self._full >= _FULL:
                raise
            problems.append(Problem(name, f"{name}: the store has no room for it ({error}); make room, import again"))
        if problems:
            try:
                keep_problems(self._connection, name, problems, made.analyser)
            except sqlite3.OperationalError as error:
                if not _is_for_want_of_room(error):
                    raise  # else it is told, though not noted
        return Outcome(Path(name), status, tuple(problem.text for problem in problems))

    def _keep_known(self, name: str, sha256: str, made: Made) -> Status | None:
        """Note that a file holds what a file of this content gave; None where that must be analysed (anew)."""
        if not (keys := self._known(sha256, made)):
            return None
        held = self._connection.execute("SELECT sha256, problem, gone FROM files WHERE path = ?", (name,)).fetchone()
        if held is not None and tuple(held) == (sha256, None, 0):
            return "unchanged"
        keep_copy(self._connection, name, sha256, keys)
        return "imported"

    def _known(self, sha256: str, made: Made) -> list[int]:
        """Give the minutes that a file of this content holds; none where they must be analysed (anew)."""
        rows = self._connection.execute(
            "SELECT key, analyser, asked_model, lexicon FROM holdings JOIN minutes ON minutes.key = holdings.minutes"
            " WHERE path = (SELECT path FROM files WHERE sha256 = ? AND problem IS NULL LIMIT 1) ORDER BY position",
            (sha256,),
        ).fetchall()
        current = all(Made(row["analyser"], row["asked_model"], row["lexicon"]) == made for row in rows)
        return [row["key"] for row in rows] if current else []

    def _known_within(self, name: str) -> frozenset[str]:
        """Give the documents inside a file that need no analysis, though the file has changed or failed in part."""
        rows = self._connection.execute(
            "SELECT DISTINCT minutes.sha256 FROM holdings JOIN minutes ON minutes.key = holdings.minutes"
            " JOIN files USING (path) WHERE path = ? AND analyser = ? AND asked_model = ? AND lexicon = ?"
            " AND minutes.sha256 <> files.sha256",
            (name, *self._made),
        )
        return frozenset(row["sha256"] for row in rows)


def _is_held(connection: sqlite3.Connection, name: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM holdings WHERE path = ? LIMIT 1", (name,)).fetchone())


def _is_for_want_of_room(error: sqlite3.OperationalError) -> bool:
    return (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
