"""Zip archives: which members hold documents, and their bytes. Nothing is ever written to disk."""

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from analyser.reading.limits import MOST_MEMBERS, Allowance, check_size
from analyser.reading.source import ReadingError

_SYSTEM = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)")  # what file managers leave behind
_STEERING = re.compile(r"[\x00-\x1f\x7f]")
_ENCRYPTED = 0x1
_UTF8 = 0x800


def open_zip(file: BinaryIO, name: str) -> zipfile.ZipFile:
    """Open an archive; names with no mark of UTF-8 are read as those of a Danish PC, cp850.

    Raises:
        ReadingError: it is damaged, or has too many members.
    """
    try:
        archive = zipfile.ZipFile(file, metadata_encoding="cp850")
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise ReadingError(f"{name}: the zip archive is damaged ({error}); get a whole copy") from error
    if len(archive.infolist()) > MOST_MEMBERS:
        raise ReadingError(f"{name}: an archive of more than {MOST_MEMBERS:,} files; part it")
    return archive


def members(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Give the files of an archive, by name, with the name that people see; hidden and system files are left out."""
    named = [(clean_name(_decoded(info)), info) for info in archive.infolist() if not info.is_dir()]
    yield from sorted(((name, info) for name, info in named if not _SYSTEM.search(name)), key=lambda member: member[0])


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, allowance: Allowance, limit: int) -> bytes:
    """Unpack one member into memory, at most `limit` bytes.

    Raises:
        ReadingError: it is encrypted, damaged or too large, or the archive is a zip bomb.
    """
    if info.flag_bits & _ENCRYPTED:
        raise ReadingError(f"{name}: encrypted; unpack the archive with its password and read the files")
    check_size(info.file_size, name, limit)
    allowance.take(info.file_size, name)
    try:
        return archive.read(info)  # zipfile gives no more bytes than file_size says
    except Exception as error:  # zlib, lzma and bz2 each have errors of their own
        raise ReadingError(f"{name}: damaged inside its archive ({error})") from error


def clean_name(name: str) -> str:
    """Give a member's name without what leads out of the archive, or steers a terminal: `../a\\b.txt` is `a/b.txt`."""
    parts = re.split(r"[/\\]+", _STEERING.sub("", name))
    return "/".join(p for p in parts if p not in ("", ".", "..") and not re.fullmatch(r"[A-Za-z]:", p)) or "unnamed"


def _decoded(info: zipfile.ZipInfo) -> str:
    """Read a name that is UTF-8 though its archive does not say so, as those made on a Mac."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp850").decode("utf-8")
    except UnicodeError:
        return info.filename
