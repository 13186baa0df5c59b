"""The XML parts that Word and OpenDocument files pack into a zip archive, parsed so that none can harm."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zipfile import ZipFile

from lxml import etree

from analyser.reading.archive import open_zip, read_member
from analyser.reading.limits import LARGEST_PART, Allowance
from analyser.reading.source import ReadingError


@dataclass(frozen=True)
class Package:
    """An open document: its name for messages, and its parts by name."""

    name: str
    archive: ZipFile
    allowance: Allowance

    def part(self, name: str) -> etree._Element | None:
        """Parse one part; None where the document has none of this name.

        Raises:
            ReadingError: it is damaged, too large, or declares entities, as an XML bomb does.
        """
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        return parse_xml(read_member(self.archive, info, self.name, self.allowance, LARGEST_PART), self.name)


@contextmanager
def open_package(data: bytes, name: str) -> Iterator[Package]:
    """Open the bytes of a document that is a zip archive.

    Raises:
        ReadingError: it is damaged.
    """
    with open_zip(io.BytesIO(data), name) as archive:
        yield Package(name, archive, Allowance(len(data)))


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse XML that may be hostile: no entities, no DTD, nothing fetched, depth bounded by libxml2.

    Raises:
        ReadingError: it is no XML, or has a document type, which these formats never have.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError(f"{name}: damaged inside ({error.msg}); open it and save it again") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise ReadingError(f"{name}: declares XML entities, which no document needs; refused")
    return root
