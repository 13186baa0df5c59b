"""Every document of a file: the file itself, or what an archive holds, to a bounded depth."""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from analyser.reading.archive import members, open_zip, read_member
from analyser.reading.formats import CONTAINERS, SUFFIXES, format_of, reader_of, suffix_of
from analyser.reading.limits import DEEPEST, LARGEST_DOCUMENT, Allowance, check_size
from analyser.reading.source import Failure, ReadingError, Source


def documents_of(path: Path) -> Iterator[Source | Failure]:
    """Give every document of a file (see `analyser.reading.read_all`)."""
    try:
        file = _opened(path)
    except ReadingError as error:
        yield Failure(path.name, str(error))
        return
    with file:
        size = os.fstat(file.fileno()).st_size
        yield from _documents(file, size, path.name, Allowance(size), 1)


def _opened(path: Path) -> BinaryIO:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise ReadingError(f"{path}: this is a pipe or a device; name a file")
        return path.open("rb")
    except IsADirectoryError as error:
        raise ReadingError(f"{path}: this is a folder; name the files in it") from error
    except OSError as error:
        raise ReadingError(f"{path}: cannot be opened ({error.strerror})") from error
    except ReadingError:
        raise
    except ValueError as error:
        raise ReadingError(f"{path!s:.80}: not a file name ({error})") from error


def _documents(file: BinaryIO, size: int, name: str, allowance: Allowance, depth: int) -> Iterator[Source | Failure]:
    try:
        format = format_of(file, name)
        if format not in CONTAINERS:
            yield _read_one(file, size, name, format)
            return
        if depth > DEEPEST:
            raise ReadingError(f"{name}: archives inside archives, more than {DEEPEST} deep; unpack it first")
    except ReadingError as error:
        yield Failure(name, str(error))
        return
    except OSError as error:
        yield Failure(name, f"{name}: cannot be read ({error.strerror})")
        return
    yield from _of_archive(file, name, allowance, depth)


def _read_one(file: BinaryIO, size: int, name: str, format: str) -> Source:
    check_size(size, name)
    data = file.read(LARGEST_DOCUMENT + 1)  # it may have grown since
    check_size(len(data), name)
    try:
        return reader_of(format)(data, name)
    except ReadingError:
        raise
    except Exception as error:  # what the libraries raise on damaged files is not in their documentation
        fault = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        raise ReadingError(f"{name}: damaged, or not what its name says ({fault}); open and save it again") from error


def _of_archive(file: BinaryIO, name: str, allowance: Allowance, depth: int) -> Iterator[Source | Failure]:
    with open_zip(file, name) as archive:
        empty = True
        for inner, info in members(archive):
            empty = False
            whole = f"{name}/{inner}"
            if suffix_of(inner) not in SUFFIXES:
                yield Failure(whole, f"{whole}: passed over, since files of its kind hold no minutes", passed_over=True)
                continue
            try:
                data = read_member(archive, info, whole, allowance, LARGEST_DOCUMENT)
            except ReadingError as error:
                yield Failure(whole, str(error))
                continue
            yield from _documents(io.BytesIO(data), len(data), whole, allowance, depth + 1)
        if empty:
            yield Failure(name, f"{name}: the archive is empty; nothing to analyse")
