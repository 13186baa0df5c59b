"""Which files there are: what lies at the paths that were named, its content, and what lies there no longer."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from analyser.corpus.remote import files_at, is_remote, local_path, of_suffixes
from analyser.reading import SUFFIXES

RECORDS = ".records.parquet"
"""What names of Parquet files end in that hold records (`analyser.corpus.recorded`)."""

State = tuple[int, int, int, int]
"""A file's size, times and place on disk: as long as they are the same, so is its content."""


@dataclass
class Found:
    """What lies at the paths that were named.

    Attributes:
        files: to analyse, in order, each once: absolute paths.
        remote: to analyse on a cluster, in order, each once: URLs.
        records: Parquet files of records that a cluster made: absolute paths or URLs.
        folders: the folders that were named.
        unreadable: folders that could not be looked into, with why, in one line.
        passed_over: how many files of folders have a suffix that is not ours, by suffix.
    """

    files: list[Path] = field(default_factory=list)
    remote: list[str] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    unreadable: dict[Path, str] = field(default_factory=dict)
    passed_over: Counter[str] = field(default_factory=Counter)


def find(places: Iterable[str | Path]) -> Found:
    """Look for minutes in files and, at any depth, folders. Hidden files and folders are passed over unsaid.

    Of a folder, the files are taken whose suffix is in `analyser.reading.SUFFIXES`, and records; a file named outright
    is always tried.

    Args:
        places: paths, and URLs of any place that fsspec reaches.

    Raises:
        analyser.corpus.remote.RemoteError: a URL cannot be looked at, or nothing is there.
    """
    found = Found()
    for place in places:
        if isinstance(place, str) and is_remote(place):
            _look_at(place, found)
            continue
        path = local_path(place) if isinstance(place, str) else place
        path = Path(os.path.normpath(path.absolute()))  # `a/../b` is `b`, and in the store only once
        if os.path.isdir(path):  # Path.is_dir raises where a folder above may not be looked into
            found.folders.append(path)
            _look_into(path, found)
        elif path.name.endswith(RECORDS):
            found.records.append(str(path))
        else:
            found.files.append(path)
    found.files = list(dict.fromkeys(found.files))
    found.remote = list(dict.fromkeys(found.remote))
    found.records = list(dict.fromkeys(found.records))
    return found


def state_of(path: Path) -> State | None:
    """Give what tells whether a file was written to; None where it cannot be asked."""
    try:
        told = path.stat()
    except (OSError, ValueError):
        return None
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino


def digest_of(path: Path) -> str | None:
    """Give the SHA-256 of a file's bytes; None where it cannot be read, which reading it will say better."""
    try:
        if not path.is_file():
            return None  # a pipe would be waited for without end
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def is_gone(path: Path) -> bool:
    """Tell whether there is no such file; one that is out of reach is not gone."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _look_at(url: str, found: Found) -> None:
    urls = files_at(url)
    found.records += [one for one in urls if one.endswith(RECORDS)]
    minutes = [one for one in urls if not one.endswith(RECORDS)]
    if urls == [url]:
        found.remote += minutes
        return
    taken, others = of_suffixes(minutes, url, SUFFIXES)
    found.remote += taken
    found.passed_over += others


def _look_into(folder: Path, found: Found) -> None:
    def note(error: OSError) -> None:
        path = Path(error.filename or folder)
        found.unreadable[path] = f"{path}: cannot be looked into ({error.strerror})"

    for place, folders, names in os.walk(folder.absolute(), onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith("."):
                continue
            if path.exists() and not path.is_file():
                continue
            if name.endswith(RECORDS):
                found.records.append(str(path))
            elif path.suffix.lower() in SUFFIXES:
                found.files.append(path)
            else:
                found.passed_over[path.suffix.lower() or "no suffix"] += 1
