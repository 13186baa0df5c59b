"""Mails that Outlook saved (msg): an OLE file in which each property is a stream, each attachment a storage."""

import io
import re
from collections.abc import Sequence
from typing import Any

import olefile

from analyser.reading.encodings import decode
from analyser.reading.html import html_text
from analyser.reading.limits import DEEPEST, LARGEST_DOCUMENT, check_size
from analyser.reading.mail import Attachment, Mail
from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError

# property tags of [MS-OXPROPS], four hex digits each
_SUBJECT, _BODY, _HTML = "0037", "1000", "1013"
_DATA, _LONG_NAME, _SHORT_NAME, _CONTENT_ID = "3701", "3707", "3704", "3712"
_ATTACHMENT = re.compile(r"__attach_version1\.0_#[0-9A-F]{8}", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|emz|wmz)$", re.IGNORECASE)
_STREAM = "__substg1.0_"
_UNICODE, _ANSI, _BINARY, _STORAGE = "001F", "001E", "0102", "000D"

Way = Sequence[str]


def read_msg(data: bytes, name: str) -> Mail:
    """Read a mail that Outlook saved.

    Raises:
        ReadingError: it has neither text nor attachments.
    """
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        mail = _mail(ole, (), name, 1)
    if not mail.text.strip() and not mail.attachments and not mail.inside:
        raise ReadingError(f"{name}: the mail has neither text nor attachments")
    return mail


def _mail(ole: "olefile.OleFileIO[Any]", at: Way, name: str, depth: int) -> Mail:
    text, encoding, guessed = _string(ole, at, _BODY, name)
    if not text.strip():
        page = _bytes(ole, at, _HTML, _BINARY, name)
        found = decode(page, name) if page.strip() else None
        if found is not None:
            text, encoding, guessed = html_text(found.text), found.encoding, found.guessed
    attachments: list[Attachment] = []
    inside: list[tuple[str, Mail | None]] = []
    ways = [way for way in ole.listdir(streams=True, storages=True) if tuple(way[: len(at)]) == tuple(at)]
    storages = {way[len(at)] for way in ways if len(way) > len(at)}
    for storage in sorted(s for s in storages if _ATTACHMENT.fullmatch(s)):
        own = (*at, storage)
        filename = _string(ole, own, _LONG_NAME, name)[0] or _string(ole, own, _SHORT_NAME, name)[0] or "unnamed"
        inner = (*own, f"{_STREAM}{_DATA}{_STORAGE}")
        if ole.exists("/".join(inner)):
            mail = _mail(ole, inner, name, depth + 1) if depth < DEEPEST else None
            inside.append((f"{(mail.subject[:80] if mail else '') or 'mail'}.msg", mail))
            continue
        shown = bool(_string(ole, own, _CONTENT_ID, name)[0]) and _PICTURE.search(filename) is not None
        attachments.append(Attachment(filename, _bytes(ole, own, _DATA, _BINARY, name), shown))
    subject = " ".join(_string(ole, at, _SUBJECT, name)[0].split())
    return Mail(subject, normalise(text), encoding, guessed, tuple(attachments), tuple(inside))


def _bytes(ole: "olefile.OleFileIO[Any]", at: Way, tag: str, kind: str, name: str) -> bytes:
    way = "/".join((*at, f"{_STREAM}{tag}{kind}"))
    if not ole.exists(way):
        return b""
    check_size(ole.get_size(way), name, LARGEST_DOCUMENT)
    with ole.openstream(way) as stream:
        return bytes(stream.read())


def _string(ole: "olefile.OleFileIO[Any]", at: Way, tag: str, name: str) -> tuple[str, str, bool]:
    """Give a property that is text, with its encoding and whether that is a guess: old Outlook saved none."""
    wide = _bytes(ole, at, tag, _UNICODE, name)
    if wide:
        return wide.decode("utf-16-le", errors="replace").rstrip("\0"), "utf-16-le", False
    narrow = _bytes(ole, at, tag, _ANSI, name).rstrip(b"\0")
    if not narrow.strip():
        return "", "utf-8", False
    found = decode(narrow, name)
    return found.text, found.encoding, found.guessed
