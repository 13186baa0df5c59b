"""Every document of a file: the file itself, or what an archive or a mail holds, to a bounded depth."""

import hashlib
import io
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from analyser.reading.archive import clean_name, members, open_zip, read_member
from analyser.reading.formats import CONTAINERS, SUFFIXES, format_of, mail_reader_of, reader_of, suffix_of
from analyser.reading.limits import DEEPEST, LARGEST_DOCUMENT, Allowance, check_size
from analyser.reading.minutes_like import is_minutes_like
from analyser.reading.plain import normalise
from analyser.reading.source import Failure, ReadingError, Source

if TYPE_CHECKING:
    from analyser.reading.mail import Mail

_MAIL_TYPES = {"eml": "message/rfc822", "msg": "application/vnd.ms-outlook"}


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
            raise ReadingError(_too_deep(name))
    except ReadingError as error:
        yield Failure(name, str(error))
        return
    except OSError as error:
        yield Failure(name, f"{name}: cannot be read ({error.strerror})")
        return
    if format == "zip":
        yield from _of_archive(file, name, allowance, depth)
        return
    try:
        check_size(size, name)
        data = file.read(LARGEST_DOCUMENT)
        mail = mail_reader_of(format)(data, name)
    except ReadingError as error:
        yield Failure(name, str(error))
        return
    except Exception as error:
        yield Failure(name, _damaged(name, error))
        return
    yield from _of_mail(mail, name, hashlib.sha256(data).hexdigest(), _MAIL_TYPES[format], allowance, depth)


def _read_one(file: BinaryIO, size: int, name: str, format: str) -> Source:
    check_size(size, name)
    data = file.read(LARGEST_DOCUMENT + 1)  # it may have grown since
    check_size(len(data), name)
    try:
        return reader_of(format)(data, name)
    except ReadingError:
        raise
    except Exception as error:  # what the libraries raise on damaged files is not in their documentation
        raise ReadingError(_damaged(name, error)) from error


def _damaged(name: str, error: Exception) -> str:
    fault = " ".join(f"{type(error).__name__}: {error}".split())[:160]
    return f"{name}: damaged, or not what its name says ({fault}); open and save it again"


def _too_deep(name: str) -> str:
    return f"{name}: archives or mails inside one another, more than {DEEPEST} deep; take it out first"


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


def _of_mail(
    mail: "Mail", name: str, sha256: str, media_type: str, allowance: Allowance, depth: int
) -> Iterator[Source | Failure]:
    """Give what is attached to a mail, and before it what the mail says itself, if it is minutes or comes alone."""
    attached = [a for a in mail.attachments if not a.shown]
    if is_minutes_like(mail.text) or not (mail.inside or any(suffix_of(a.name) in SUFFIXES for a in attached)):
        text = f"{mail.subject}\n\n{mail.text}" if mail.subject else mail.text
        if mail.text.strip():
            yield Source(name, normalise(text), media_type, mail.encoding, sha256, encoding_guessed=mail.guessed)
        elif not attached:
            yield Failure(name, f"{name}: the mail has neither text nor attachments of minutes")
    taken: Counter[str] = Counter()
    for attachment in attached:
        whole = f"{name}/{_once(clean_name(attachment.name).rsplit('/')[-1], taken)}"
        if suffix_of(whole) not in SUFFIXES:
            yield Failure(whole, f"{whole}: passed over, since files of its kind hold no minutes", passed_over=True)
            continue
        try:
            check_size(len(attachment.data), whole)
            allowance.take(len(attachment.data), whole)
        except ReadingError as error:
            yield Failure(whole, str(error))
            continue
        yield from _documents(io.BytesIO(attachment.data), len(attachment.data), whole, allowance, depth + 1)
    for subject, inner in mail.inside:
        whole = f"{name}/{_once(clean_name(subject.replace('/', '-')), taken)}"
        if inner is None:
            yield Failure(whole, _too_deep(whole))
            continue
        digest = hashlib.sha256(f"{inner.subject}\n{inner.text}".encode("utf-8", "surrogatepass")).hexdigest()
        yield from _of_mail(inner, whole, digest, media_type, allowance, depth + 1)


def _once(name: str, taken: Counter[str]) -> str:
    """Give a name that no attachment before has: the second `referat.docx` is `referat (2).docx`."""
    taken[name] += 1
    suffix = suffix_of(name)
    return name if taken[name] == 1 else f"{name[: len(name) - len(suffix)]} ({taken[name]}){suffix}"
