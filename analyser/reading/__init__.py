"""Files in, `Source` out: one small module a format.

- `read(path)` gives the one document of a file, or raises `ReadingError`: what `referat analyse` works on.
- `read_all(path)` gives every document of a file, one after the other, and never raises for what is wrong with the
  file: a zip archive and a mail hold several documents, and each that cannot be read comes as a `Failure` in its place.
  For most files it gives one `Source`, or one `Failure`. This is what an import works on.
- `SUFFIXES` are the suffixes, in lower case, of files that are worth trying when a folder is looked through.

The name of a document inside another is the way to it, `arkiv.zip/1998/referat.docx`, and its `sha256` is that of its
own bytes, so that the same document in two archives is known as one. A document is read into memory, at most 256 MB of
it; an archive of any size is read from disk, a member at a time. Nothing of an archive is unpacked to disk, no link in
a file is followed, and what it unpacks to is bounded (`analyser.reading.limits`). `docs/formats.md` tells what is read
of each format. A file of several meetings is still one `Source`; `analyser.structure.part_meetings` parts it.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from analyser.reading.documents import documents_of
from analyser.reading.formats import SUFFIXES
from analyser.reading.plain import normalise, read_plain
from analyser.reading.source import Failure, ReadingError, Source

__all__ = ["SUFFIXES", "Failure", "ReadingError", "Source", "normalise", "read", "read_all", "read_plain", "source_of"]


def read(path: str | Path) -> Source:
    """Read a file of one document.

    Raises:
        ReadingError: the file is absent, unreadable, empty or no text, or holds several documents; one line says which.
    """
    path = Path(path)
    found: list[Source] = []
    failures: list[Failure] = []
    for document in read_all(path):
        if isinstance(document, Source):
            found.append(document)
        else:
            failures.append(document)
        if len(found) > 1:
            raise ReadingError(
                f"{path}: holds several documents; import it into a corpus, or take out the one you want"
            )
    if found:
        return found[0]
    broken = [f for f in failures if not f.passed_over]
    raise ReadingError((broken or failures)[0].problem)


def read_all(path: str | Path) -> Iterator[Source | Failure]:
    """Read every document of a file, in the order of their names inside it.

    Gives at least one thing. What is wrong with one document is told in its place and stops no other; only a fault of
    this machine (no memory, a disk that fails while it is read) may raise.
    """
    return documents_of(Path(path))


def source_of(text: str, name: str = "text") -> Source:
    """Make a `Source` of text that is already in memory; empty text is allowed."""
    text = text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")  # no half characters
    data = text.encode("utf-8")
    return Source(name, normalise(text), "text/plain", "utf-8", hashlib.sha256(data).hexdigest())
