"""HTML, as FirstAgenda, eDoc and SBSYS publish minutes: headings, tables and lists stay, what is the site's goes."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from functools import cache

import lxml.html
from lxml import etree

from analyser.reading.encodings import decode
from analyser.reading.layout import Block, Paragraph, Row, lay_out
from analyser.reading.list_numbers import write_number
from analyser.reading.mojibake import mend
from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError, Source

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]+)", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# not `form`: eDoc's pages are one form from top to bottom
_NEVER = frozenset({
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "video", "audio", "button",
    "select", "input", "textarea", "nav", "aside", "head", "dialog", "map",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2",
    "h3", "h4", "h5", "h6",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SITE = frozenset({"header", "footer"})
_INNER = frozenset({"main", "article", "section"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAIN_SHARE = 0.5
_DEEPEST = 200
_SPACE = re.compile(r"[ \t\r\f\xa0]+")  # shown as one space; tabs alone, though, part the columns of a roster


def read_html(data: bytes, name: str) -> Source:
    """Read a page.

    Raises:
        ReadingError: it holds no text.
    """
    text, encoding, guessed = _decoded(data, name)
    text, mended = mend(text)
    laid = html_text(text)
    if not laid.strip():
        raise ReadingError(f"{name}: the page holds no text; save what the browser shows, or print it to PDF")
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, normalise(laid), MEDIA_TYPE, encoding, digest, encoding_guessed=guessed, mended_lines=mended)


def html_text(page: str) -> str:
    """Give the text of a page, a paragraph or a row a line; empty where there is none."""
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(_DECLARATION.sub("", page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    found = _main(root)
    return lay_out(_without_site_lines(_blocks(found, 0)))


def _decoded(data: bytes, name: str) -> tuple[str, str, bool]:
    """Decode a page by its mark, else by what it declares where that fits, else by its letters."""
    declared = _CHARSET.search(data[:4096])
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if declared and not marked:
        charset = (declared[1] or declared[2]).decode("ascii").lower()
        charset = "windows-1252" if charset in ("iso-8859-1", "latin1", "latin-1") else charset
        try:
            return data.decode(charset), charset, False
        except (UnicodeDecodeError, LookupError):
            pass  # the declaration is wrong
    found = decode(data, name)
    return found.text, found.encoding, found.guessed


def _main(root: etree._Element) -> etree._Element:
    """Give the element that holds the minutes: the page's main part where it has most of the text, else the body."""
    body = root.find("body")
    whole = root if body is None else body
    candidates = [*root.iter("main"), *(e for e in root.iter("div", "section") if e.get("role") == "main")]
    for main in candidates[:1]:
        if _size(main) >= _MAIN_SHARE * _size(whole):
            return main
    return whole


def _size(element: etree._Element) -> int:
    return sum(len(piece) for piece in element.itertext(etree.Element) if isinstance(piece, str))


def _is_furniture(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag in _SITE:  # the head of a page is the site's, the head of an article is its own
        return not any(above.tag in _INNER for above in element.iterancestors())
    roles, names, ids = (_known(kind) for kind in ("roles", "names", "ids"))
    if element.get("role", "") in roles or element.get("id", "") in ids:
        return True
    if element.tag in ("body", "main", "html"):
        return False
    tokens = re.split(r"[^\wæøå]+|_", f"{element.get('class', '')} {element.get('id', '')}".casefold())
    return not names.isdisjoint(tokens)


def _blocks(parent: etree._Element, depth: int, lead: str = "") -> Iterator[Block]:
    """Give the blocks of an element; `lead` is a list's number that its first line takes."""
    if depth > _DEEPEST:
        yield Paragraph(" ".join(" ".join(str(piece) for piece in parent.itertext()).split()))
        return
    run: list[str] = []
    for piece in _pieces(parent):
        if isinstance(piece, str):
            run.append(piece)
            continue
        block = _paragraph(run, parent, lead)
        if block is not None:
            yield block
            lead = ""
        run = []
        for inner in _block(piece, depth, lead):
            yield inner
            lead = ""
    block = _paragraph(run, parent, lead)
    if block is not None:
        yield block


def _block(element: etree._Element, depth: int, lead: str) -> Iterator[Block]:
    if element.tag == "table" and not _is_layout(element):
        yield from _rows(element, depth)
    elif element.tag in ("ol", "ul"):
        yield from _items(element, depth)
    elif element.tag == "dl":
        yield from _terms(element, depth)
    elif element.tag == "pre":
        text = "".join(str(piece) for piece in element.itertext())
        yield from (Paragraph(line.rstrip()) for line in text.strip("\n").split("\n"))
    elif element.tag == "hr":
        yield Paragraph("")
    else:
        yield from _blocks(element, depth + 1, lead)


def _pieces(parent: etree._Element) -> Iterator[str | etree._Element]:
    """Give the text inside an element in order, and each block element where it stands."""
    yield parent.text or ""
    for child in parent:
        if _is_furniture(child):
            pass
        elif child.tag == "br":
            yield "\n"
        elif child.tag in _BLOCKS or any(e.tag in _BLOCKS for e in child.iterdescendants()):
            yield child
        else:
            yield "".join(_inline(child))
        yield child.tail or ""


def _inline(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif not _is_furniture(child):
            yield from _inline(child)
        yield child.tail or ""


def _paragraph(run: list[str], parent: etree._Element, lead: str) -> Paragraph | None:
    lines = [_SPACE.sub(lambda m: "\t" if set(m[0]) == {"\t"} else " ", line).strip() for line in _broken(run)]
    text = "\n".join(lines).strip()
    if not text:
        return None
    heading = parent.tag in _HEADINGS
    return Paragraph(f"{lead} {text}".strip(), "heading" if heading else ("listed" if lead else "plain"))


def _broken(run: list[str]) -> list[str]:
    """Part the pieces of a paragraph where `<br>` breaks it; other line ends are white space."""
    lines = [""]
    for piece in run:
        if piece == "\n":
            lines.append("")
        else:
            lines[-1] += piece.replace("\n", " ")
    return lines


def _items(element: etree._Element, depth: int) -> Iterator[Block]:
    start = element.get("start", "1")
    count = int(start) - 1 if re.fullmatch(r"\d{1,6}", start) else 0
    style = element.get("type", "1")
    for child in element:
        if _is_furniture(child):
            continue
        if child.tag != "li":
            yield from _block(child, depth + 1, "")
            continue
        value = child.get("value", "")
        count = int(value) if re.fullmatch(r"\d{1,6}", value) else count + 1
        own = style if style in ("a", "A", "i", "I") else "1"
        yield from _blocks(child, depth + 1, "-" if element.tag == "ul" else f"{write_number(count, own)}.")


def _terms(element: etree._Element, depth: int) -> Iterator[Block]:
    """Read `Dato` / `4. maj 1998` of a list of terms as one line with a tab."""
    term = ""
    for child in element.iter("dt", "dd"):
        text = " ".join(part for block in _blocks(child, depth + 1) for part in _parts(block))
        if child.tag == "dt":
            if term:
                yield Paragraph(term)
            term = text
        else:
            yield Paragraph(f"{term}\t{text}" if term else text)
            term = ""
    if term:
        yield Paragraph(term)


def _rows(table: etree._Element, depth: int) -> Iterator[Row]:
    below: dict[int, int] = {}  # rows that the cells above still reach over, by column
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        cells: list[tuple[str, ...]] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append(())
            width, height = (_span(cell, name) for name in ("colspan", "rowspan"))
            below |= {len(cells) + n: height - 1 for n in range(width)}
            cells.append(tuple(part for block in _blocks(cell, depth + 1) for part in _parts(block)))
            cells += [()] * (width - 1)
        below |= {n: rest - 1 for n, rest in below.items() if n >= len(cells) and rest}
        yield Row(tuple(cells))


def _span(cell: etree._Element, name: str) -> int:
    """Give how many columns or rows a cell reaches over."""
    written = cell.get(name, "1")
    return max(1, min(int(written), 64)) if re.fullmatch(r"\d{1,6}", written) else 1


def _parts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from block.text.split("\n")
    else:
        yield " ".join(part for cell in block.cells for part in cell)


def _is_layout(table: etree._Element) -> bool:
    """Tell whether a table only places things on the page: it has one column, or holds headings or other tables."""
    if next(table.iter(*_HEADINGS), None) is not None or next(table.iterdescendants("table"), None) is not None:
        return True
    return all(sum(cell.tag in ("td", "th") for cell in row) <= 1 for row in table.iter("tr"))


def _without_site_lines(blocks: Iterator[Block]) -> Iterator[Block]:
    lines = _known("lines")
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.text.casefold().strip(" .:»«>") in lines):
            yield block


@cache
def _known(kind: str) -> frozenset[str]:
    from analyser.language.lexicon import words  # here, since the language room loads spaCy

    return words("webpages", "furniture", kind)
