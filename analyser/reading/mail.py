"""Mails: what one says itself, and what is attached to it."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from analyser.reading.encodings import decode
from analyser.reading.html import html_text
from analyser.reading.mojibake import mend
from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError


@dataclass(frozen=True)
class Attachment:
    """A file in a mail; `shown` marks pictures that belong to the text, such as the logo of a signature."""

    name: str
    data: bytes
    shown: bool = False


@dataclass(frozen=True)
class Mail:
    """A mail.

    Attributes:
        subject: on one line.
        text: what it says itself, NFC with `\\n` line ends.
        encoding: what its text was read by.
        guessed: nothing proved that encoding.
        attachments: in order; a mail inside is one, with a name that ends in `.eml`.
        inside: mails that are attached and have no bytes of their own, as Outlook keeps them, by name; None where one
            lies too deep.
    """

    subject: str
    text: str
    encoding: str
    guessed: bool
    attachments: tuple[Attachment, ...]
    inside: tuple[tuple[str, "Mail | None"], ...] = ()


def read_mail(data: bytes, name: str) -> Mail:
    """Read a mail as it went over the net (eml).

    Raises:
        ReadingError: it has neither text nor attachments.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    found: list[Attachment] = []
    texts: dict[str, tuple[str, str, bool]] = {}
    for part in _parts(message):
        kind = part.get_content_type()
        filename = part.get_filename()
        if kind in ("text/plain", "text/html") and filename is None and not part.is_attachment():
            texts.setdefault(kind, _text_of(part, name))
        elif kind == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage):
                subject = _line(str(inner.get("Subject", ""))) or "mail"
                found.append(Attachment(f"{subject[:80]}.eml", inner.as_bytes()))
        elif not part.is_multipart():
            payload = part.get_payload(decode=True)
            shown = part.get("Content-ID") is not None and part.get_content_maintype() == "image"
            found.append(Attachment(filename or "unnamed", payload if isinstance(payload, bytes) else b"", shown))
    text, encoding, guessed = texts.get("text/plain", ("", "utf-8", False))
    if not text.strip() and "text/html" in texts:
        page, encoding, guessed = texts["text/html"]
        text = html_text(page)
    if not text.strip() and not found:
        raise ReadingError(f"{name}: the mail has neither text nor attachments")
    return Mail(_line(str(message.get("Subject", ""))), normalise(text), encoding, guessed, tuple(found))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Give the parts that hold something, through the parts that only gather others; not into attached mails."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _parts(part)
    else:
        yield message


def _text_of(part: EmailMessage, name: str) -> tuple[str, str, bool]:
    """Decode a text part by what it declares, or by its letters where it declares nothing or what does not fit."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = (part.get_content_charset() or "").lower()
    if charset not in ("", "us-ascii", "unknown-8bit"):
        try:
            return mend(data.decode(charset))[0], charset, False
        except (UnicodeDecodeError, LookupError):
            pass  # the declaration is wrong
    found = decode(data, name)
    return mend(found.text)[0], found.encoding, found.guessed


def _line(text: str) -> str:
    return " ".join(text.split())
