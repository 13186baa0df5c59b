"""Files and folders into a corpus: found, analysed where that is needed, kept one by one.

Content decides: a file whose bytes are in the store, analysed by this version with the same model and the same words of
the user's own, costs one reading of it. Each file is one transaction, so a stopped import goes on where it was. In
which order the files are done does not matter to what the store then holds.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from analyser.corpus.analysing import Done, Known, Problem, Task, work
from analyser.corpus.finding import Found, digest_of, find, is_gone, state_of
from analyser.corpus.identifying import identify
from analyser.corpus.keeping import keep_copy, keep_file, keep_folder_problem, keep_gone, keep_problems
from analyser.corpus.question import storable
from analyser.corpus.recorded import FileRecords, Made, RecordsError, from_parquet
from analyser.corpus.remote import RemoteError, content_of
from analyser.corpus.store import connect
from analyser.corpus.workers import Processes, ThisProcess, Workers
from analyser.minutes import Minutes

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon

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


def import_minutes(
    paths: Iterable[str | Path],
    store: str | Path,
    *,
    model: str | None = None,
    lexicon: "str | Path | OwnLexicon | None" = None,
    jobs: int = 1,
) -> list[Outcome]:
    """Import files and folders into a store, which is made where there is none.

    Args:
        paths: files, and folders at any depth; records that a cluster made (`analyser.corpus.recorded`) at any URL.
        store: the file of the corpus.
        model: the spaCy pipeline to use: a name or a folder.
        lexicon: a folder or file of words of the user's own.
        jobs: how many processes analyse. With several, a program must guard what it runs at its start by
            `if __name__ == "__main__"`, since each process imports the program.

    Raises:
        StoreError: the store is another kind of file, or a newer version made it.
        analyser.corpus.remote.RemoteError: a URL cannot be looked at, or nothing is there.
        analyser.language.ModelError: the model cannot be loaded.
        analyser.language.lexicon.LexiconError: the user's words cannot be read.
        sqlite3.Error: the store cannot be written; what was imported before stays.
    """
    from analyser.language.lexicon import own_lexicon

    own, found = own_lexicon(lexicon), find(paths)
    asked, digest = model or "", own.digest if own else ""
    with closing(connect(store, write=True)) as connection:
        if jobs > 1:
            with Processes(jobs, model, own=own) as processes:
                return list(import_found(connection, found, processes, asked_model=asked, lexicon=digest))
        workers = ThisProcess(lambda task: work(task, model, own))
        return list(import_found(connection, found, workers, asked_model=asked, lexicon=digest))


def import_found(
    connection: sqlite3.Connection,
    found: Found,
    workers: Workers,
    *,
    analyser: str | None = None,
    asked_model: str = "",
    lexicon: str = "",
    again: bool = False,
) -> Iterator[Outcome]:
    """Import what was found, note what is gone of what the named folders once held, and tell what became of each.

    When all is told, the people are worked out anew whom that can touch (`analyser.corpus.identifying`).

    Args:
        connection: a store open for writing.
        found: the store knows files by their absolute paths.
        workers: they analyse.
        analyser: the version of it; this one if None.
        asked_model: the model that was asked for, '' for the usual one.
        lexicon: the digest of the user's own words, '' without any.
        again: analyse files even if nothing has changed.

    Raises:
        sqlite3.Error: the store cannot be written; what was imported before stays.
    """
    version = analyser or version_of("referat-analyser")
    for folder in found.folders:
        keep_folder_problem(connection, storable(str(folder)), None, version)
    for path, problem in found.unreadable.items():
        name = storable(str(path))
        keep_folder_problem(connection, name, Problem(name, storable(problem)), version)
        yield Outcome(path, "failed", (problem,))
    for url in found.remote:
        told = f"{url}: analyse it with `referat analyse {url} --cluster ADDRESS -o RECORDS`, and import the records"
        yield Outcome(Path(url), "failed", (told,))
    importing = _Import(connection, workers, Made(version, asked_model, lexicon), again)
    for place in found.records:
        yield from importing.take_over(place)
    yield from importing.run(found.files)
    yield from _gone(connection, found)
    identify(connection)


class _Import:
    """One import while it runs."""

    def __init__(self, connection: sqlite3.Connection, workers: Workers, made: Made, again: bool) -> None:
        self.connection = connection
        self.workers = workers
        self.made = made
        self.again = again
        self.under_way: set[str] = set()
        """Contents that are being analysed; copies of them wait for the outcome."""
        self.waiting: defaultdict[str, list[Path]] = defaultdict(list)
        self.full = 0

    def run(self, files: Iterable[Path]) -> Iterator[Outcome]:
        for path in files:
            yield from self.look(path)
        while self.workers.busy:
            yield from self.finish()

    def look(self, path: Path) -> Iterator[Outcome]:
        """Tell what became of a file where that is known already, else have it analysed."""
        state = state_of(path)
        sha256 = digest_of(path)
        name = storable(str(path))
        if sha256 is None and is_gone(path) and _is_held(self.connection, name):
            keep_gone(self.connection, name)
            yield Outcome(path, "gone")
            return
        if sha256 in self.under_way:
            self.waiting[sha256].append(path)
            return
        if sha256 and not self.again and (status := self.keep_known(name, sha256, self.made)):
            yield Outcome(path, status)
            return
        while self.workers.full:
            yield from self.finish()
        if sha256:
            self.under_way.add(sha256)
        self.workers.give(Task(path, sha256, state, frozenset() if self.again else self.known_within(name)))

    def finish(self) -> Iterator[Outcome]:
        """Keep what is done, then look at the copies of it."""
        for done in self.workers.take():
            sha256 = done.task.sha256
            if sha256:
                self.under_way.discard(sha256)
            yield self.keep_done(done)
            for path in self.waiting.pop(sha256, ()) if sha256 else ():
                yield from self.look(path)

    def take_over(self, place: str) -> Iterator[Outcome]:
        """Keep the records that a Parquet file holds; one that cannot be read is a failure of its own."""
        name = storable(place)
        keep_folder_problem(self.connection, name, None, self.made.analyser)
        try:
            for found in from_parquet(content_of(place)):
                yield self.keep_records(found)
        except (RemoteError, RecordsError) as error:
            told = storable(str(error) if isinstance(error, RemoteError) else f"{place}: {error}")
            keep_folder_problem(self.connection, name, Problem(name, told), self.made.analyser)
            yield Outcome(Path(place), "failed", (told,))

    def keep_records(self, found: FileRecords) -> Outcome:
        name, sha256, made = found.file, found.sha256, found.made
        if sha256 and not found.problems and not self.again and (status := self.keep_known(name, sha256, made)):
            return Outcome(Path(name), status)
        try:
            documents = [Minutes.from_json(record) for _, _, record in found.records]
        except ValueError:
            told = f"{name}: its record is of another version of this program; analyse it with this one"
            return self.keep(name, sha256, made, [], [Problem(name, told)])
        return self.keep(name, sha256, made, documents, found.problems)

    def keep_done(self, done: Done) -> Outcome:
        name = storable(str(done.task.path))
        kept = self.keep(name, done.sha256, self.made, done.documents, done.problems)
        return replace(kept, path=done.task.path)

    def keep(
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
                keep_file(self.connection, name, sha256, documents, made.asked_model)
                status = "imported"
            self.full = 0
        except sqlite3.IntegrityError as error:
            problems.append(Problem(name, f"{name}: the record contradicts itself ({error}); this is a fault of ours"))
        except sqlite3.OperationalError as error:
            self.full += 1
            if not _is_for_want_of_room(error) or self.full >= _FULL:
                raise
            problems.append(Problem(name, f"{name}: the store has no room for it ({error}); make room, import again"))
        if problems:
            try:
                keep_problems(self.connection, name, problems, made.analyser)
            except sqlite3.OperationalError as error:
                if not _is_for_want_of_room(error):
                    raise  # else it is told, though not noted
        return Outcome(Path(name), status, tuple(problem.text for problem in problems))

    def keep_known(self, name: str, sha256: str, made: Made) -> Status | None:
        """Note that a file holds what a file of this content gave; None where that must be analysed (anew)."""
        if not (keys := self.known(sha256, made)):
            return None
        held = self.connection.execute("SELECT sha256, problem, gone FROM files WHERE path = ?", (name,)).fetchone()
        if held is not None and tuple(held) == (sha256, None, 0):
            return "unchanged"
        keep_copy(self.connection, name, sha256, keys)
        return "imported"

    def known(self, sha256: str, made: Made) -> list[int]:
        """Give the minutes that a file of this content holds; none where they must be analysed (anew)."""
        rows = self.connection.execute(
            "SELECT key, analyser, asked_model, lexicon FROM holdings JOIN minutes ON minutes.key = holdings.minutes"
            " WHERE path = (SELECT path FROM files WHERE sha256 = ? AND problem IS NULL LIMIT 1) ORDER BY position",
            (sha256,),
        ).fetchall()
        current = all(Made(row["analyser"], row["asked_model"], row["lexicon"]) == made for row in rows)
        return [row["key"] for row in rows] if current else []

    def known_within(self, name: str) -> frozenset[str]:
        """Give the documents inside a file that need no analysis, though the file has changed or failed in part."""
        rows = self.connection.execute(
            "SELECT DISTINCT minutes.sha256 FROM holdings JOIN minutes ON minutes.key = holdings.minutes"
            " JOIN files USING (path) WHERE path = ? AND analyser = ? AND asked_model = ? AND lexicon = ?"
            " AND minutes.sha256 <> files.sha256",
            (name, *self.made),
        )
        return frozenset(row["sha256"] for row in rows)


def _gone(connection: sqlite3.Connection, found: Found) -> Iterator[Outcome]:
    """Note which files of the folders that were named are not there any longer."""
    there = {storable(str(path)) for path in found.files}
    folders = [f"{storable(str(folder)).rstrip('/')}/" for folder in found.folders]
    rows = connection.execute("SELECT path FROM files WHERE gone = 0 ORDER BY path").fetchall()
    for (name,) in rows:
        if name not in there and any(name.startswith(folder) for folder in folders) and is_gone(Path(name)):
            keep_gone(connection, name)
            yield Outcome(Path(name), "gone")


def _is_held(connection: sqlite3.Connection, name: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM holdings WHERE path = ? LIMIT 1", (name,)).fetchone())


def _is_for_want_of_room(error: sqlite3.OperationalError) -> bool:
    return (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
