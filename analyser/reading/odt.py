"""OpenDocument text (odt): paragraphs with their tabs, list numbers, tables, the head of the page, notes."""

import hashlib
from collections.abc import Iterator

from lxml import etree

from analyser.reading.layout import Block, Paragraph, Row, lay_out
from analyser.reading.odt_numbering import TEXT, Counter, Level, read_list_styles, read_outline_style
from analyser.reading.package import open_package
from analyser.reading.page_heads import with_heads
from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError, Source

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_LEFT_OUT = frozenset({
    f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{TEXT}tracked-changes", f"{TEXT}note", f"{_OFFICE}forms",
    f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{_DRAW}text-box", f"{TEXT}ruby-text",
})  # fmt: skip
_PAGE_FIELDS = (f"{TEXT}page-number", f"{TEXT}page-count")
_WIDEST = 64  # columns that one cell may stand for, and spaces that one mark may


def read_odt(data: bytes, name: str) -> Source:
    """Read an OpenDocument text.

    The head of the first page comes first, once; a note stands below its paragraph, in parentheses; deleted text
    and comments are left out.

    Raises:
        ReadingError: it is damaged, encrypted or holds no text.
    """
    with open_package(data, name) as package:
        manifest = package.part("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
            raise ReadingError(f"{name}: encrypted; open it with its password and save it without")
        content, styles = package.part("content.xml"), package.part("styles.xml")
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if content is None or body is None:
        raise ReadingError(f"{name}: the OpenDocument file has no text part; open it and save it again")
    lists = {**read_list_styles(styles), **read_list_styles(content)}
    reader = _Reader(lists, read_outline_style(styles))
    text = lay_out(reader.blocks(body))
    heads, feet = ([], []) if styles is None else (_head_lines(styles, kind) for kind in ("header", "footer"))
    text = with_heads(heads, feet, text)
    if not text.strip():
        raise ReadingError(f"{name}: the document holds no text; if it holds pictures of pages, save it as PDF")
    return Source(name, normalise(text), MEDIA_TYPE, "utf-8", hashlib.sha256(data).hexdigest())


class _Reader:
    """How far the lists and headings of a document are counted."""

    def __init__(self, lists: dict[str, dict[int, Level]], outline: dict[int, Level]) -> None:
        self._lists = lists
        self._outline = Counter(outline)
        self._counters: dict[str, Counter] = {}  # by the id of a list that they counted
        self._last: tuple[str, Counter] = ("", Counter({}))

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Give the blocks below an element, in order."""
        for child in parent:
            if child.tag == f"{TEXT}p":
                yield from self._paragraph(child, "")
            elif child.tag == f"{TEXT}h":
                level = child.get(f"{TEXT}outline-level", "1")
                counted = child.get(f"{TEXT}is-list-header") != "true"
                number = self._outline.number(int(level) - 1) if counted and level.isdecimal() else ""
                yield from self._paragraph(child, number, heading=True)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, None, 0)
            elif child.tag == f"{_TABLE}table":
                yield from self._rows(child)
            elif child.tag not in _LEFT_OUT:  # sections, indexes, soft page breaks
                yield from self.blocks(child)

    def _paragraph(self, paragraph: etree._Element, number: str, heading: bool = False) -> Iterator[Block]:
        text = "".join(_text(paragraph))
        if text.strip() and number:
            yield Paragraph(f"{number} {text.strip()}", "heading" if heading else "listed")
        else:
            yield Paragraph(text, "heading" if heading else "plain")
        for box in paragraph.iter(f"{_DRAW}text-box"):
            yield from self.blocks(box)
        for note in paragraph.iter(f"{TEXT}note-body"):
            parts = ("".join(_text(p)).strip() for p in note.iter(f"{TEXT}p"))
            yield Paragraph(f"({' '.join(p for p in parts if p)})")

    def _list(self, element: etree._Element, counter: Counter | None, level: int) -> Iterator[Block]:
        if counter is None:
            counter = self._counter_of(element)
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            fresh = item.tag == f"{TEXT}list-item"
            start = item.get(f"{TEXT}start-value")
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, counter, level + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    number = counter.number(level, int(start) if start and start.isdecimal() else None) if fresh else ""
                    fresh = False
                    yield from self._paragraph(child, number, heading=child.tag == f"{TEXT}h")

    def _counter_of(self, element: etree._Element) -> Counter:
        """Give the counter of an outermost list: a new one, that of the list it goes on, or that of the list before."""
        style = element.get(f"{TEXT}style-name", "")
        earlier = self._counters.get(element.get(f"{TEXT}continue-list", ""))
        if earlier is None and element.get(f"{TEXT}continue-numbering") == "true" and self._last[0] == style:
            earlier = self._last[1]
        counter = Counter(self._lists.get(style, {})) if earlier is None else earlier
        self._last = (style, counter)
        if element.get(_ID):
            self._counters[element.get(_ID, "")] = counter
        return counter

    def _rows(self, table: etree._Element) -> Iterator[Row]:
        for row in _inside(table, f"{_TABLE}table-row"):
            cells: list[tuple[str, ...]] = []
            for cell in row:
                if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    continue
                parts = tuple(self._parts(cell))
                repeated = cell.get(f"{_TABLE}number-columns-repeated", "1")
                cells += [parts] * (min(int(repeated), _WIDEST) if repeated.isdecimal() else 1)
            yield Row(tuple(cells))

    def _parts(self, cell: etree._Element) -> Iterator[str]:
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield from block.text.split("\n")
            else:
                yield " ".join(part for own in block.cells for part in own if part)


def _text(element: etree._Element) -> Iterator[str]:
    yield _collapsed(element.text)
    for child in element:
        if child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            yield " " * (min(int(count), _WIDEST) if count.isdecimal() else 1)
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _text(child)
        yield _collapsed(child.tail)


def _collapsed(text: str | None) -> str:
    """Give text as it is shown: white space between tags is one space, and tabs are marks of their own."""
    if not text:
        return ""
    return f"{' ' * text[0].isspace()}{' '.join(text.split())}{' ' * (text[-1].isspace() and len(text) > 1)}"


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    groups = (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group")
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            yield from _inside(child, tag)


def _head_lines(styles: etree._Element, kind: str) -> list[str]:
    """Give the lines at the head (or foot) of the first page style that has one, without page numbers."""
    for master in styles.iter(f"{_STYLE}master-page"):
        element = master.find(f"{_STYLE}{kind}")
        if element is not None:
            for paragraph in list(element.iter(f"{TEXT}p")):
                if any(next(paragraph.iter(field), None) is not None for field in _PAGE_FIELDS):
                    paragraph.clear()
            return lay_out(_Reader({}, {}).blocks(element)).splitlines()
    return []
