"""Word documents (docx): paragraphs with their tabs, automatic numbers, tables, the head of the page, footnotes."""

import hashlib
from collections.abc import Iterator

from lxml import etree

from analyser.reading.docx_numbering import Numbering, W, read_numbering
from analyser.reading.docx_styles import PLAIN, Style, is_outlined, list_of, read_styles
from analyser.reading.layout import Block, Paragraph, Row, lay_out
from analyser.reading.package import Package, open_package
from analyser.reading.page_heads import with_heads
from analyser.reading.plain import normalise
from analyser.reading.signs import sign_of
from analyser.reading.source import ReadingError, Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(
    {f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rPr", "sectPr", "tblPr", "pict")}
    | {_ALTERNATIVE}
)
_BREAKS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


def read_docx(data: bytes, name: str) -> Source:
    """Read a Word document.

    The head of the first page comes first, once; a footnote stands below its paragraph, in parentheses; text that
    was deleted with changes tracked, hidden text and comments are left out.

    Raises:
        ReadingError: it is damaged or holds no text.
    """
    with open_package(data, name) as package:
        root = package.part("word/document.xml")
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise ReadingError(f"{name}: the Word document has no text part; open it and save it again")
        reader = _Reader(package)
        blocks = list(reader.blocks(body))
        heads, feet = _page_heads(body, package, reader)
    text = lay_out(blocks)
    text = with_heads(heads, feet, text)
    if not text.strip():
        raise ReadingError(f"{name}: the document holds no text; if it holds pictures of pages, save it as PDF")
    return Source(name, normalise(text), MEDIA_TYPE, "utf-8", hashlib.sha256(data).hexdigest())


class _Reader:
    """What is read beside the text, once a document, and how far its lists are counted."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Style] = read_styles(package.part("word/styles.xml"))
        self._numbering: Numbering = read_numbering(package.part("word/numbering.xml"))
        self._notes = {kind: _notes(package.part(f"word/{kind}s.xml"), kind) for kind in ("footnote", "endnote")}

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Give the blocks below an element of the body, in order."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._rows(child)
            elif child.tag not in _LEFT_OUT:  # content controls, insertions, custom XML
                yield from self.blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        properties = paragraph.find(f"{W}pPr")
        style = self._style(properties)
        number = self._number(properties, style)
        text = "".join(_text(paragraph))
        if text.strip() and number:
            role = "heading" if style.heading else "listed"
            yield Paragraph(f"{number} {text.strip()}", role)  # type: ignore[arg-type]
        elif number and _is_whole_cell(paragraph):
            yield Paragraph(number, "listed")
        else:
            yield Paragraph(text, "heading" if style.heading or is_outlined(properties) else "plain")
        for box in _boxes(paragraph):
            yield from self.blocks(box)
        for note in self._notes_of(paragraph):
            yield Paragraph(f"({note})")

    def _style(self, properties: etree._Element | None) -> Style:
        named = None if properties is None else properties.find(f"{W}pStyle")
        return PLAIN if named is None else self._styles.get(named.get(f"{W}val", ""), PLAIN)

    def _number(self, properties: etree._Element | None, style: Style) -> str:
        list_id, level = list_of(properties)
        list_id = style.list_id if list_id is None else list_id
        if list_id is None or list_id == "0":
            return ""
        return self._numbering.number(list_id, style.level if level is None else level)

    def _rows(self, table: etree._Element) -> Iterator[Row]:
        for row in _inside(table, f"{W}tr"):
            cells: list[tuple[str, ...]] = []
            for cell in _inside(row, f"{W}tc"):
                cells.append(tuple(self._parts(cell)))
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                width = "1" if span is None else span.get(f"{W}val", "1")
                cells += [()] * (min(int(width), 64) - 1 if width.isdecimal() else 0)
            yield Row(tuple(cells))

    def _parts(self, cell: etree._Element) -> Iterator[str]:
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield from block.text.split("\n")
            else:
                yield " ".join(part for own in block.cells for part in own if part)

    def _notes_of(self, paragraph: etree._Element) -> Iterator[str]:
        for kind, notes in self._notes.items():
            for reference in paragraph.iter(f"{W}{kind}Reference"):
                note = notes.get(reference.get(f"{W}id", ""), "")
                if note:
                    yield note


def _is_whole_cell(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph is all that a cell holds: an automatic number alone there stands for its row."""
    cell = paragraph.getparent()
    return cell is not None and cell.tag == f"{W}tc" and len(cell.findall(f"{W}p")) == 1


def _text(element: etree._Element) -> Iterator[str]:
    """Give the text of a paragraph or run, in pieces; what a field computed stays, its instruction goes."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[str(child.tag)]
        elif child.tag == f"{W}br":
            yield "\n"
        elif child.tag == f"{W}sym":
            yield _sign(child.get(f"{W}char", ""))
        elif child.tag in _LEFT_OUT or child.tag in (f"{W}drawing", f"{W}pPr") or _is_hidden(child):
            continue
        else:
            yield from _text(child)


def _sign(code: str) -> str:
    try:
        return sign_of(int(code, 16))
    except ValueError:
        return ""


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false", "off")


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Give the text boxes that hang on a paragraph; each stands twice in the file, and once here."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == _ALTERNATIVE for above in box.iterancestors()):
            yield box


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Give the rows of a table or the cells of a row, through content controls but not into tables inside it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _inside(child, tag)


def _notes(root: etree._Element | None, kind: str) -> dict[str, str]:
    if root is None:
        return {}
    found = {}
    for note in root.iterfind(f"{W}{kind}"):
        if note.get(f"{W}type") is None:  # others are the lines that part notes from text
            parts = ("".join(_text(p)).strip() for p in note.iter(f"{W}p"))
            found[note.get(f"{W}id", "")] = " ".join(p for p in parts if p)
    return found


def _page_heads(body: etree._Element, package: Package, reader: _Reader) -> tuple[list[str], list[str]]:
    """Give the lines at the head and the foot of the first page: those of the first section."""
    relations = package.part("word/_rels/document.xml.rels")
    targets = {} if relations is None else {r.get("Id", ""): r.get("Target", "") for r in relations}
    section = next(body.iter(f"{W}sectPr"), None)
    if section is None:
        return [], []
    wanted = "first" if section.find(f"{W}titlePg") is not None else "default"
    found: dict[str, list[str]] = {"header": [], "footer": []}
    for kind, lines in found.items():
        references = {r.get(f"{W}type", "default"): r for r in section.iterfind(f"{W}{kind}Reference")}
        reference = references.get(wanted)
        part = None if reference is None else package.part(f"word/{targets.get(reference.get(_RELATION, ''), '')}")
        if part is not None:
            for paragraph in [p for p in part.iter(f"{W}p") if _counts_pages(p)]:
                paragraph.clear()
            lines += lay_out(reader.blocks(part)).splitlines()
    return found["header"], found["footer"]


def _counts_pages(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph holds a page number that Word fills in: `Side 2 af 5`."""
    asked = [i.text or "" for i in paragraph.iter(f"{W}instrText")]
    asked += [f.get(f"{W}instr", "") for f in paragraph.iter(f"{W}fldSimple")]
    return any(word in _PAGE_FIELDS for instruction in asked for word in instruction.split()[:1])
