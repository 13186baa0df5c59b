"""How much a file may ask of this machine: the bounds that keep hostile input out of memory."""

from analyser.reading.source import ReadingError

MEGABYTE = 1_000_000
LARGEST_DOCUMENT = 256 * MEGABYTE
"""Bytes of one document. A scanned book of 500 pages at 300 dpi takes 50 to 150 MB."""
LARGEST_PART = 64 * MEGABYTE
"""Bytes of one XML part inside a Word or OpenDocument file; a parsed tree takes some ten times as much memory."""
MOST_MEMBERS = 100_000
"""Files of one archive."""
DEEPEST = 3
"""Archives and mails inside one another, the outermost counted."""
_LEAST_ALLOWANCE = 2_000 * MEGABYTE
_SWELLING = 200  # deflated text swells by 3 to 20 times, a zip bomb by 1,000 and more


class Allowance:
    """What the archives of one file may still unpack to, in bytes; all that lies in it, at any depth, counts.

    It is 200 times the size of the file on disk, and 2 GB at least.
    """

    def __init__(self, size: int) -> None:
        self.left = max(_LEAST_ALLOWANCE, _SWELLING * size)

    def take(self, size: int, name: str) -> None:
        """Take off what is about to be unpacked.

        Raises:
            ReadingError: more than what is left.
        """
        if size > self.left:
            raise ReadingError(f"{name}: unpacks to far more than a folder of minutes does (a zip bomb?); not unpacked")
        self.left -= size


def check_size(size: int, name: str, limit: int = LARGEST_DOCUMENT) -> None:
    """Refuse a document too large to be read into memory.

    Raises:
        ReadingError: it is larger than `limit` bytes.
    """
    if size > limit:
        told = f"{size / MEGABYTE:,.0f} MB; a document may have {limit / MEGABYTE:,.0f} MB"
        raise ReadingError(f"{name}: too large to be minutes ({told}); part it, or save the text alone")
