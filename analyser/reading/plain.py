"""Plain text: which encoding, which line ends."""

import codecs
import hashlib
import re
import unicodedata

from analyser.reading.source import ReadingError, Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_CONTROL_SHARE = 0.01


def read_plain(data: bytes, name: str, media_type: str = "text/plain") -> Source:
    """Read bytes as text.

    UTF-8 where the bytes are UTF-8, UTF-16 where they begin with its mark, else Windows-1252, which every byte
    string fits but for five values; that guess is noted in `encoding_guessed`.

    Raises:
        ReadingError: the bytes are empty, or are no text.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise ReadingError(f"{name}: the file is empty; nothing to analyse")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(f"{name}: this is {what}, not plain text; save it as text (UTF-8) and try again")
    text, encoding, guessed = _decode(data, name)
    return Source(
        name=name,
        text=normalise(text),
        media_type=media_type,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding_guessed=guessed,
    )


def normalise(text: str) -> str:
    """Give text in NFC with `\\n` line ends, the form that all offsets count in."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode(data: bytes, name: str) -> tuple[str, str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding.removesuffix("-sig"), False
            except UnicodeDecodeError as error:
                line = data[: error.start].count(b"\n") + 1
                message = f"{name}: line {line} is damaged: it is not {encoding}, which the file's first bytes promise"
                raise ReadingError(f"{message}; save it as UTF-8 and try again") from error
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise ReadingError(f"{name}: this is a binary file, not text; save it as text (UTF-8) and try again")
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "windows-1252", True
