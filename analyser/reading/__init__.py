"""Files in, `Source` out: one small module a format."""

import hashlib
from pathlib import Path

from analyser.reading.plain import normalise, read_plain
from analyser.reading.source import ReadingError, Source

__all__ = ["ReadingError", "Source", "normalise", "read", "read_plain", "source_of"]

_MARKDOWN = {".md", ".markdown"}


def read(path: str | Path) -> Source:
    """Read one file.

    Raises:
        ReadingError: the file is absent, unreadable, empty or no text; one line says which.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except IsADirectoryError as error:
        raise ReadingError(f"{path}: this is a folder; name the files in it") from error
    except OSError as error:
        raise ReadingError(f"{path}: cannot be opened ({error.strerror})") from error
    except ValueError as error:
        raise ReadingError(f"{path!s:.80}: not a file name ({error})") from error
    media_type = "text/markdown" if path.suffix.lower() in _MARKDOWN else "text/plain"
    return read_plain(data, path.name, media_type)


def source_of(text: str, name: str = "text") -> Source:
    """Make a `Source` of text that is already in memory; empty text is allowed."""
    text = text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")  # no half characters
    data = text.encode("utf-8")
    return Source(name, normalise(text), "text/plain", "utf-8", hashlib.sha256(data).hexdigest())
