"""RTF: striprtf gives the text; what it would lose (cells, list numbers, notes, page heads) is marked beforehand.

A mark is a character of Unicode's private area, put where the control word stands and read off the text afterwards.
"""

import hashlib
import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from analyser.reading.layout import Block, Paragraph, Row, lay_out
from analyser.reading.page_heads import with_heads
from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError, Source

MEDIA_TYPE = "application/rtf"
_CELL, _ROW, _ROW_BEGINS, _NUMBER, _NOTE, _NOTE_ENDS = (chr(0xE000 + n) for n in range(6))
_MARKED = {"cell": _CELL, "nestcell": _CELL, "row": _ROW, "nestrow": "", "trowd": _ROW_BEGINS}
_NUMBERED = re.compile(r"\\(?:listtext|pntext)(?![a-z])")
_CONTROL = re.compile(rf"\\({'|'.join(_MARKED)})(?![a-z])-?\d*[ ]?")
_GROUP = re.compile(r"\\[\\{}]|[{}]")
_BINARY = re.compile(rb"\\bin(\d{1,9})[ ]?")
_PICTURE = re.compile(r"\{(?:\\\*)?\\(?:pict|shppict|nonshppict|objdata|themedata|datastore|blipuid)(?![a-z])")
_HEAD = re.compile(r"\{\\(header|headerf|headerl|footer|footerf|footerl)(?![a-z])")
_FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])")
_COUNTS_PAGES = re.compile(r"\\chpgn|\\fldinst[^}]*\b(?:NUM)?PAGES?\b")
_BULLET = re.compile(r"[^\w\s]{1,2}|o|\u00b7")


def read_rtf(data: bytes, name: str) -> Source:
    """Read an RTF document.

    The head of the page comes first, once; a footnote stands below its paragraph, in parentheses.

    Raises:
        ReadingError: it holds no text.
    """
    codec, encoding = _codec(data)
    rtf = _without_pictures(_without_binary(data).decode(codec, errors="replace"))
    rtf, heads, feet = _page_heads(rtf, codec)
    text = with_heads(heads, feet, lay_out(_blocks(_plain(_mark(rtf), codec))))
    if not text.strip():
        raise ReadingError(f"{name}: the document holds no text; if it holds pictures of pages, save it as PDF")
    return Source(name, normalise(text), MEDIA_TYPE, encoding, hashlib.sha256(data).hexdigest())


def _codec(data: bytes) -> tuple[str, str]:
    """Give the encoding that the document declares, as Python and as the record call it."""
    head = data[:4096]
    page = re.search(rb"\\ansicpg(\d{3,5})", head)
    if page and page[1] in (b"1252", b"1250", b"1251", b"850", b"865", b"437", b"10000"):
        number = page[1].decode()
        return ("mac_roman", "macintosh") if number == "10000" else (f"cp{number}", _public(number))
    for word, codec, public in ((rb"\\pca(?![a-z])", "cp850", "cp850"), (rb"\\pc(?![a-z])", "cp437", "cp437")):
        if re.search(word, head):
            return codec, public
    return ("mac_roman", "macintosh") if re.search(rb"\\mac(?![a-z])", head) else ("cp1252", "windows-1252")


def _public(number: str) -> str:
    return f"windows-{number}" if number.startswith("125") else f"cp{number}"


def _plain(rtf: str, codec: str) -> str:
    tamed = rtf.replace("\\fldinst{", "\\fldinst {")  # striprtf's search for links takes quadratic time
    text: str = rtf_to_text(tamed, encoding=codec, errors="replace")  # type: ignore[no-untyped-call]
    return text.replace("\u00ad", "")


def _without_binary(data: bytes) -> bytes:
    """Cut raw bytes, which may hold braces: `\\bin4 abcd`."""
    out: list[bytes] = []
    position = 0
    while match := _BINARY.search(data, position):
        out.append(data[position : match.start()])
        position = match.end() + int(match[1])
    return b"".join([*out, data[position:]])


def _without_pictures(rtf: str) -> str:
    return "".join(piece for piece, group in _parted(rtf, _PICTURE) if group is None)


def _page_heads(rtf: str, codec: str) -> tuple[str, list[str], list[str]]:
    """Take heads and feet of pages out of the document: the rest, and the lines of each but for page numbers."""
    found: dict[str, list[str]] = {}
    rest: list[str] = []
    for piece, group in _parted(rtf, _HEAD):
        if group is None:
            rest.append(piece)
            continue
        kept = [p for p in re.split(r"\\par(?![a-z])", piece[len(group[0]) : -1]) if not _COUNTS_PAGES.search(p)]
        lines = [_plain(f"{{\\rtf1\\ansi {p}}}", codec).strip() for p in kept]
        found.setdefault(group[1], [line for line in lines if line])
    heads = found.get("headerf") or found.get("header") or found.get("headerl") or []
    feet = found.get("footerf") or found.get("footer") or found.get("footerl") or []
    return "".join(rest), heads, feet


def _parted(rtf: str, opening: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Cut a document into the groups that `opening` begins, each with its match, and what lies between them."""
    position = 0
    while match := opening.search(rtf, position):
        yield rtf[position : match.start()], None
        end = _group_end(rtf, match.start())
        yield rtf[match.start() : end], match
        position = end
    yield rtf[position:], None


def _group_end(rtf: str, start: int) -> int:
    depth = 0
    for match in _GROUP.finditer(rtf, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(rtf)


def _mark(rtf: str) -> str:
    pieces: list[str] = []
    for piece, note in _parted(rtf, _FOOTNOTE):
        if note is None:
            pieces.append(piece)
        else:
            pieces.append(f"{{{_sign(_NOTE)}{piece[len(note[0]) : -1]}{_sign(_NOTE_ENDS)}}}")
    marked = _NUMBERED.sub(lambda m: _sign(_NUMBER), "".join(pieces))
    return _CONTROL.sub(lambda m: _sign(_MARKED[m[1]]), marked)


def _sign(mark: str) -> str:
    return f"{{\\uc1\\u{ord(mark)} ?}}" if mark else " "


def _blocks(text: str) -> Iterator[Block]:
    """Read the marked text: rows where marks of cells are, paragraphs elsewhere."""
    outside, *rows = text.split(_ROW_BEGINS)
    yield from _paragraphs(outside)
    for row in _whole_rows(rows):
        inside, _, behind = row.partition(_ROW)
        *cells, _ = inside.split(_CELL)
        yield Row(tuple(tuple(_paragraph_text(p) for p in cell.split("\n")) for cell in cells))
        yield from _paragraphs(behind.removeprefix("\n").replace(_CELL, "\t").replace(_ROW, "\n"))


def _whole_rows(pieces: list[str]) -> Iterator[str]:
    """Put together rows whose definition stands twice, before the cells and after them, as Word writes it."""
    row = ""
    for piece in pieces:
        row += piece
        if _ROW in row:
            yield row
            row = ""
    if row:
        yield row


def _paragraphs(text: str) -> Iterator[Block]:
    if not text:
        return
    for line in text.removesuffix("\n").split("\n"):
        notes = re.findall(f"{_NOTE}([^{_NOTE_ENDS}]*){_NOTE_ENDS}", line)
        own = re.sub(f"{_NOTE}[^{_NOTE_ENDS}]*{_NOTE_ENDS}", "", line)
        yield Paragraph(_paragraph_text(own), "listed" if _NUMBER in own else "plain")
        for note in notes:
            yield Paragraph(f"({note.strip()})")


def _paragraph_text(text: str) -> str:
    """Write a list's number before its text: `1.<tab>Valg` is `1. Valg`, a bullet is a dash."""
    before, mark, rest = text.partition(_NUMBER)
    text = re.sub("[\ue000-\ue005]", "", f"{before}{rest}") if mark else re.sub("[\ue000-\ue005]", "", text)
    if not mark:
        return text
    number, _, title = text.partition("\t")
    number = "-" if _BULLET.fullmatch(number.strip()) else number.strip()
    return f"{number} {title.strip()}".strip()
