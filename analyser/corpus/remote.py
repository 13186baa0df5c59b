"""Files of this machine and of any place that fsspec reaches (`s3://…`, `abfs://…`, `sftp://…`).

A place is a path, or a URL with `://`. Keys and settings are those that fsspec and its packages find by themselves, in
their files or the environment.
"""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from analyser.corpus.writing import write_whole

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

INSTALL = "pip install 'referat-analyser[cluster]'"

_LOCAL = "file://"


class RemoteError(Exception):
    """A place cannot be reached, read or written; its text is one line that names it and says why."""


def is_remote(place: str) -> bool:
    """Tell whether a place is not in this machine's file system."""
    return "://" in place and not place.startswith(_LOCAL)


def local_path(place: str) -> Path:
    """Give the path of a place in this machine's file system; `file:///arkiv/m%C3%B8de.txt` is one too."""
    return Path(unquote(place.removeprefix(_LOCAL)) if place.startswith(_LOCAL) else place)


def files_at(url: str) -> list[str]:
    """Give the URLs of the files at a URL, in order: of itself, or of all that lies in it at any depth.

    Raises:
        RemoteError: it cannot be looked at, or nothing is there.
    """
    fs, path = _reached(url)
    try:
        found = [path] if fs.isfile(path) else sorted(fs.find(path))
    except Exception as error:  # what the packages behind fsspec raise is their own
        raise RemoteError(f"{url}: cannot be looked into ({_reason(error)})") from error
    if not found:
        raise RemoteError(f"{url}: nothing is there")
    return [str(fs.unstrip_protocol(one)) for one in found]


def of_suffixes(urls: list[str], below: str, suffixes: frozenset[str]) -> tuple[list[str], Counter[str]]:
    """Give the URLs in a folder that end in one of the suffixes, and count the others by theirs.

    What is hidden, itself or by a folder below `below`, is passed over unsaid.
    """
    taken: list[str] = []
    others: Counter[str] = Counter()
    for url in urls:
        inner = url.removeprefix(below).strip("/").split("/")
        if any(name.startswith(".") for name in inner):
            continue
        suffix = Path(inner[-1]).suffix.lower()
        if suffix in suffixes:
            taken.append(url)
        else:
            others[suffix or "no suffix"] += 1
    return taken, others


def fetch(url: str, folder: Path) -> Path:
    """Copy a file into a folder of this machine, under its own name.

    Raises:
        RemoteError: it cannot be read.
    """
    fs, path = _reached(url)
    target = folder / path.rstrip("/").rsplit("/", 1)[-1]
    try:
        fs.get_file(path, str(target))
    except Exception as error:
        raise RemoteError(f"{url}: cannot be read ({_reason(error)})") from error
    return target


def content_of(place: str) -> bytes:
    """Give a file's bytes.

    Raises:
        RemoteError: it cannot be read.
    """
    try:
        if not is_remote(place):
            return local_path(place).read_bytes()
        fs, path = _reached(place)
        return bytes(fs.cat_file(path))
    except RemoteError:
        raise
    except Exception as error:
        raise RemoteError(f"{place}: cannot be read ({_reason(error)})") from error


def write(place: str, data: bytes) -> None:
    """Write a file whole; its folder must be there, where the place knows folders.

    Raises:
        RemoteError: it cannot be written.
    """
    try:
        if is_remote(place):
            fs, path = _reached(place)
            fs.pipe_file(path, data)
        else:
            write_whole(local_path(place), data)
    except RemoteError:
        raise
    except Exception as error:
        raise RemoteError(f"{place}: cannot be written ({_reason(error)})") from error


def make_folder(place: str) -> list[str]:
    """Make a folder where there is none, and give the names of what lies in it.

    Raises:
        RemoteError: it cannot be made.
    """
    try:
        if not is_remote(place):
            local_path(place).mkdir(parents=True, exist_ok=True)
            return sorted(path.name for path in local_path(place).iterdir())
        fs, path = _reached(place)
        fs.makedirs(path, exist_ok=True)
        return sorted(str(name).rstrip("/").rsplit("/", 1)[-1] for name in fs.ls(path, detail=False))
    except RemoteError:
        raise
    except FileNotFoundError:
        return []  # an object store knows no folder that holds nothing
    except Exception as error:
        raise RemoteError(f"{place}: cannot be used as a folder ({_reason(error)})") from error


def _reached(url: str) -> tuple["AbstractFileSystem", str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise RemoteError(f"{url}: reading it takes fsspec, which is not installed: {INSTALL}") from error
    if "::" in url:
        raise RemoteError(f"{url}: chains of places are not read; name the archive itself")
    try:
        fs, path = url_to_fs(url)
    except Exception as error:  # no such protocol, a package that it needs, keys
        raise RemoteError(f"{url}: cannot be reached ({_reason(error)})") from error
    return fs, str(path)


def _reason(error: BaseException) -> str:
    return " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())[:200]
