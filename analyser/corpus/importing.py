"""Files and folders into a corpus: found, analysed where that is needed, kept one by one.

Content decides: a file whose bytes are in the store, analysed by this version with the same model and the same words of
the user's own, costs one reading of it. Each file is one transaction, so a stopped import goes on where it was. In
which order the files are done does not matter to what the store then holds.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING

from analyser.corpus.analysing import Problem, work
from analyser.corpus.finding import Found, find, is_gone
from analyser.corpus.identifying import identify
from analyser.corpus.keeping import keep_folder_problem, keep_gone
from analyser.corpus.question import storable
from analyser.corpus.recorded import Made
from analyser.corpus.running import Outcome, RunningImport
from analyser.corpus.store import connect
from analyser.corpus.workers import Processes, ThisProcess, Workers

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon

__all__ = ["Outcome", "import_found", "import_minutes"]


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
    importing = RunningImport(connection, workers, Made(version, asked_model, lexicon), again)
    for place in found.records:
        yield from importing.take_over(place)
    yield from importing.run(found.files)
    yield from _gone(connection, found)
    identify(connection)


def _gone(connection: sqlite3.Connection, found: Found) -> Iterator[Outcome]:
    """Note which files of the folders that were named are not there any longer."""
    there = {storable(str(path)) for path in found.files}
    folders = [f"{storable(str(folder)).rstrip('/')}/" for folder in found.folders]
    rows = connection.execute("SELECT path FROM files WHERE gone = 0 ORDER BY path").fetchall()
    for (name,) in rows:
        if name not in there and any(name.startswith(folder) for folder in folders) and is_gone(Path(name)):
            keep_gone(connection, name)
            yield Outcome(Path(name), "gone")
