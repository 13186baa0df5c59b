"""Which format a document is of: by its first bytes, which cannot be misnamed, then by its suffix."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from analyser.reading.archive import open_zip
from analyser.reading.plain import read_plain
from analyser.reading.source import ReadingError, Source

if TYPE_CHECKING:
    from analyser.reading.mail import Mail

Reader = Callable[[bytes, str], Source]

_SUFFIXES = {
    "text": frozenset({".txt", ".text"}),
    "markdown": frozenset({".md", ".markdown"}),
    "docx": frozenset({".docx", ".docm", ".dotx"}),
    "odt": frozenset({".odt", ".ott"}),
    "rtf": frozenset({".rtf"}),
    "html": frozenset({".html", ".htm", ".xhtml"}),
    "pdf": frozenset({".pdf"}),
    "image": frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"}),
    "doc": frozenset({".doc", ".dot"}),
    "eml": frozenset({".eml"}),
    "msg": frozenset({".msg"}),
    "zip": frozenset({".zip"}),
}
SUFFIXES = frozenset().union(*_SUFFIXES.values())
"""Suffixes, in lower case, of the files that `read_all` takes; a file named outright may have any."""

CONTAINERS = frozenset({"zip", "eml", "msg"})
"""Formats that hold documents of their own."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OTHERS = (  # known, and not of ours
    (b"\x1f\x8b", "a gzip file; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; pack it again as zip"),
    (b"Rar!\x1a\x07", "a RAR archive; pack it again as zip"),
    (b"BZh", "a bzip2 file; unpack it"),
    (b"\xfd7zXZ", "an xz file; unpack it"),
)
_HEAD = 4096
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE
)


def format_of(file: BinaryIO, name: str) -> str:
    """Give the format of a document: a key of the table in `docs/formats.md`, such as `text` or `zip`.

    Args:
        file: the document, open at its start, where it is left again.
        name: its name; the suffix tells formats apart that have no mark of their own.

    Raises:
        ReadingError: it is of a known format that is not read.
    """
    head = file.read(_HEAD)
    file.seek(0)
    for mark, what in _OTHERS:
        if head.startswith(mark):
            raise ReadingError(f"{name}: this is {what} and try again")
    if head.startswith(_ZIP):
        return _packed_format(file, name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_PICTURES):
        return "image"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_OLE):
        return _ole_format(file, name)
    suffix = suffix_of(name)
    if _PAGE.match(head.replace(b"\0", b"")):
        return "html"
    return next((f for f in ("markdown", "html", "eml") if suffix in _SUFFIXES[f]), "text")


def reader_of(format: str) -> Reader:
    """Give the function that reads one document of a format; its library is loaded only now."""
    if format == "markdown":
        return lambda data, name: read_plain(data, name, "text/markdown")
    if format == "docx":
        from analyser.reading.docx import read_docx

        return read_docx
    if format == "odt":
        from analyser.reading.odt import read_odt

        return read_odt
    if format == "rtf":
        from analyser.reading.rtf import read_rtf

        return read_rtf
    if format == "html":
        from analyser.reading.html import read_html

        return read_html
    if format == "pdf":
        from analyser.reading.pdf import read_pdf

        return read_pdf
    if format == "doc":
        from analyser.reading.office import read_doc

        return read_doc
    if format == "image":
        from analyser.reading.ocr import read_image

        return read_image
    return read_plain


def mail_reader_of(format: str) -> "Callable[[bytes, str], Mail]":
    """Give the function that reads a mail of a format, `eml` or `msg`."""
    if format == "msg":
        from analyser.reading.outlook import read_msg

        return read_msg
    from analyser.reading.mail import read_mail

    return read_mail


def suffix_of(name: str) -> str:
    """Give the suffix of a name, in lower case: `.txt`."""
    return PurePosixPath(name).suffix.lower()


def _packed_format(file: BinaryIO, name: str) -> str:
    """Tell what a zip file is: Word and OpenDocument pack their documents so."""
    with open_zip(file, name) as archive:
        names = set(archive.namelist())
        media_type = _declared(archive) if "mimetype" in names else b""
    file.seek(0)
    if "word/document.xml" in names:
        return "docx"
    if media_type.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if media_type.startswith(b"application/vnd.oasis") or "[Content_Types].xml" in names:
        raise ReadingError(f"{name}: this is a spreadsheet or a presentation; save its text as docx and try again")
    return "zip"


def _declared(archive: ZipFile) -> bytes:
    """Read the media type that an OpenDocument file declares in its first member."""
    try:
        with archive.open("mimetype") as member:
            return member.read(_HEAD)
    except (BadZipFile, RuntimeError, NotImplementedError, OSError):  # damaged, encrypted, or packed in an unknown way
        return b""


def _ole_format(file: BinaryIO, name: str) -> str:
    """Tell what an OLE file is: Outlook, old Word and encrypted new Word keep their documents so."""
    import olefile  # here, since few files need it

    try:
        with olefile.OleFileIO(file) as ole:
            names = {way[0].casefold() for way in ole.listdir()}
    except Exception as error:  # olefile raises what struct and io do on damaged files
        raise ReadingError(f"{name}: an old Word or Outlook file that is damaged; get a whole copy") from error
    finally:
        file.seek(0)
    if "__properties_version1.0" in names:
        return "msg"
    if "encryptedpackage" in names:
        raise ReadingError(f"{name}: encrypted; open it with its password and save it without")
    if "worddocument" in names:
        return "doc"
    raise ReadingError(f"{name}: an old Office file that is no text (a spreadsheet?); save its text as docx")
