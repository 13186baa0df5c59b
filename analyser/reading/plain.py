"""Plain text: which encoding, which line ends."""

import hashlib
import unicodedata

from analyser.reading.encodings import decode
from analyser.reading.mojibake import mend
from analyser.reading.source import ReadingError, Source

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
)


def read_plain(data: bytes, name: str, media_type: str = "text/plain") -> Source:
    """Read bytes as text.

    The encoding is UTF-8 or UTF-16 where the bytes prove it, else the one of Windows-1252, cp850, cp865 and Macintosh
    that makes the best Danish of them; that guess is noted in `encoding_guessed`. Letters that had been saved in a
    wrong encoding (`Ã¦` for `æ`) are mended, and their lines counted.

    Raises:
        ReadingError: the bytes are empty, or are no text.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise ReadingError(f"{name}: the file is empty; nothing to analyse")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(f"{name}: this is {what}, not plain text; save it as text (UTF-8) and try again")
    decoded = decode(data, name)
    text, mended = mend(decoded.text)
    return Source(
        name=name,
        text=normalise(text),
        media_type=media_type,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding_guessed=decoded.guessed,
        mended_lines=mended,
    )


def normalise(text: str) -> str:
    """Give text in NFC with `\\n` line ends, the form that all offsets count in."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
