"""The record of a file that was read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A document as text, before anything is known about it.

    Attributes:
        name: the file's name, without folders.
        text: NFC, `\\n` line ends; nothing else is changed. All offsets of the analysis count code points in it.
        media_type: IANA media type.
        encoding: the encoding that the bytes were read by.
        sha256: hex digest of the bytes as they were read.
        pages: the offset at which each page begins, or None where the format knows no pages.
        encoding_guessed: no mark or rule proved the encoding.
    """

    name: str
    text: str
    media_type: str
    encoding: str
    sha256: str
    pages: tuple[int, ...] | None = None
    encoding_guessed: bool = False


class ReadingError(ValueError):
    """A file cannot be read as minutes; its text is one line for people: what, which file, what to do."""
