"""Files and folders into a corpus: found, analysed where that is needed, kept one by one.

Content decides: a file whose bytes are in the store, analysed by this version with the same model asked for, costs
one reading of it. Each file is one transaction, so a stopped import goes on where it was.
"""

import hashlib
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Literal

from analyser.corpus.analysing import analysed
from analyser.corpus.keeping import keep, keep_copy, keep_problem
from analyser.corpus.question import storable
from analyser.corpus.store import connect
from analyser.minutes import Minutes

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""Files of a folder that are imported; others are passed over and counted. A file named outright is always tried."""

Analyse = Callable[[Path], Minutes]


@dataclass(frozen=True)
class Outcome:
    """What became of one file; `problem` says in one line why it failed."""

    path: Path
    status: Literal["imported", "unchanged", "failed"]
    problem: str | None = None


@dataclass
class Found:
    """What lies at the paths that were named.

    Attributes:
        files: to import, in order, each once.
        unreadable: folders that could not be looked into, with why.
        passed_over: how many files of folders have a suffix that is not ours, by suffix.
    """

    files: list[Path] = field(default_factory=list)
    unreadable: list[Outcome] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


def find(paths: Iterable[Path]) -> Found:
    """Look for minutes in files and, at any depth, folders. Hidden files and folders are passed over unsaid."""
    found = Found()
    for path in paths:
        if os.path.isdir(path):  # Path.is_dir raises where a folder above may not be looked into
            _look_into(path, found)
        else:
            found.files.append(path.absolute())
    found.files = list(dict.fromkeys(found.files))
    return found


def import_minutes(paths: Iterable[str | Path], store: str | Path, *, model: str | None = None) -> list[Outcome]:
    """Import files and folders into a store, which is made where there is none.

    Raises:
        StoreError: the store is another kind of file, or a newer version made it.
        analyser.language.ModelError: the model cannot be loaded.
        sqlite3.Error: the store cannot be written; what was imported before stays.
    """
    found = find(map(Path, paths))
    with closing(connect(store, write=True)) as connection:
        outcomes = import_files(connection, found.files, lambda path: analysed(path, model), asked_model=model or "")
        return [*found.unreadable, *outcomes]


def import_files(
    connection: sqlite3.Connection,
    files: Iterable[Path],
    analyse: Analyse,
    *,
    analyser: str | None = None,
    asked_model: str = "",
    again: bool = False,
) -> Iterator[Outcome]:
    """Import files one by one, each in a transaction of its own, and tell what became of each.

    Args:
        connection: a store open for writing.
        files: the store knows them by their absolute paths.
        analyse: gives the record of a file. A ValueError or OSError of its own is the file's problem; it is noted in
            the store, and facts of an earlier reading of the file stay.
        analyser: the version that `analyse` is of; this one if None.
        asked_model: the model that was asked for, '' for the usual one.
        again: analyse files even if nothing has changed.

    Raises:
        sqlite3.Error: the store cannot be written.
    """
    version = analyser or version_of("referat-analyser")
    for path in files:
        yield _import(connection, path, analyse, version, asked_model, again)


def _import(
    connection: sqlite3.Connection, path: Path, analyse: Analyse, analyser: str, asked_model: str, again: bool
) -> Outcome:
    name = storable(str(path.absolute()))
    try:
        digest = _digest(path)
        if not again and digest and (keys := _known(connection, digest, analyser, asked_model)):
            held = connection.execute("SELECT sha256, problem, gone FROM files WHERE path = ?", (name,)).fetchone()
            if held is not None and tuple(held) == (digest, None, 0):
                return Outcome(path, "unchanged")
            keep_copy(connection, name, digest, keys)
            return Outcome(path, "imported")
        minutes = analyse(path)
        keep(connection, name, minutes, asked_model)
    except (ValueError, OSError) as error:
        problem = " ".join(str(error).split())
    except sqlite3.IntegrityError as error:
        problem = f"{path}: the record contradicts itself ({error}); this is a fault of the analyser"
    else:
        return Outcome(path, "imported")
    keep_problem(connection, name, storable(problem), analyser)
    return Outcome(path, "failed", problem)


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None  # reading it will say what is wrong


def _known(connection: sqlite3.Connection, digest: str, analyser: str, asked_model: str) -> list[int]:
    """Give the minutes that a file of this content holds; none where they must be analysed (anew)."""
    rows = connection.execute(
        "SELECT key, analyser, asked_model FROM holdings JOIN minutes ON minutes.key = holdings.minutes"
        " WHERE path = (SELECT path FROM files WHERE sha256 = ? AND problem IS NULL LIMIT 1) ORDER BY position",
        (digest,),
    ).fetchall()
    current = all((row["analyser"], row["asked_model"]) == (analyser, asked_model) for row in rows)
    return [row["key"] for row in rows] if current else []


def _look_into(folder: Path, found: Found) -> None:
    def note(error: OSError) -> None:
        path = Path(error.filename or folder)
        found.unreadable.append(Outcome(path, "failed", f"{path}: cannot be looked into ({error.strerror})"))

    for place, folders, names in os.walk(folder.absolute(), onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith("."):
                continue
            if path.exists() and not path.is_file():
                continue  # a pipe would be waited for without end
            if path.suffix.lower() in SUFFIXES:
                found.files.append(path)
            else:
                found.passed_over[path.suffix.lower() or "no suffix"] += 1
