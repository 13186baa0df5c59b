"""Glyphs of a PDF page to lines of pieces; a wide gap, as a tab or a table's column makes it, parts two pieces."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from analyser.reading.signs import sign_of

_MOST_GLYPHS = 100_000  # of one page; a dense newspaper page has 20,000
_SPACE = 0.16  # of the type size: a narrower gap is none, a wider one parts words
_TAB = 1.3  # of the type size; justified text stretches its spaces by less
_NARROW_TAB = 0.5  # a gap as wide is a tab where it is also this many times the other gaps of the line
_TIMES = 1.8
_USUAL_SPACE = 0.25
_UNSPACED_TAB = 0.3  # a gap as wide is a tab where the file writes spaces between words, and none here
_MOSTLY = 0.8
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}  # what pdfium gives for the hyphen at a line's end


@dataclass(frozen=True)
class Glyph:
    """One letter: its left and right edge, its base line, and the size of its type, in points.

    `spaced`: the file has a space before it, as most have between words and none has for a tab.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False


@dataclass(frozen=True)
class Piece:
    """Text with no wide gap in it, from its left to its right edge; `words` are its words with theirs, if known."""

    text: str
    left: float
    right: float
    words: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True)
class TextLine:
    """Pieces on one base line, from left to right; `base` counts points from the page's lower edge."""

    pieces: tuple[Piece, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Its pieces parted by tabs."""
        return "\t".join(piece.text for piece in self.pieces)


def read_lines(page: pdfium.PdfPage) -> list[TextLine]:
    """Give the lines of a page from top to bottom; empty where it has no text layer."""
    textpage = page.get_textpage()
    try:
        glyphs = list(_glyphs(textpage, page.get_rotation(), *page.get_size()))
    finally:
        textpage.close()
    rows = list(_rows(glyphs))
    words = [after.spaced for row in rows for before, after in pairwise(row) if _is_gap(before, after)]
    return [_line(row, sum(words) > _MOSTLY * len(words)) for row in rows]


def _glyphs(textpage: pdfium.PdfTextPage, rotation: int, width: float, height: float) -> Iterator[Glyph]:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(min(textpage.count_chars(), _MOST_GLYPHS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        char = chr(code) if code <= 0x10FFFF else "\ufffd"
        char = sign_of(code) if 0xF000 <= code <= 0xF0FF else _HYPHENS.get(char, char)
        if raw.FPDFText_IsGenerated(textpage, index) == 1 and char != "-":
            continue  # spaces and line ends that pdfium made up
        spaced = spaced or char in " \u00a0"
        if not char or char.isspace() or not char.isprintable() or 0xD800 <= code <= 0xDFFF:
            continue
        if not raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
            continue
        raw.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
        left, right, base, size = box.left, box.right, y.value, abs(box.top - box.bottom)
        if rotation == 90:
            left, right, base, size = box.bottom, box.top, height - x.value, abs(box.right - box.left)
        elif rotation == 270:
            left, right, base, size = width - box.top, width - box.bottom, x.value, abs(box.right - box.left)
        elif rotation == 180:
            left, right, base = width - box.right, width - box.left, height - y.value
        yield Glyph(char, min(left, right), max(left, right), base, max(size, 1.0), spaced)
        spaced = False


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Gather glyphs on one base line, with the small raised figures beside them."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.base, g.left)):
        if row and row[0].base - glyph.base > 0.3 * min(row[0].size, glyph.size):
            yield sorted(row, key=lambda g: g.left)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda g: g.left)


def _is_gap(before: Glyph, after: Glyph) -> bool:
    return after.left - before.right > _SPACE * min(before.size, after.size)


def _line(row: Sequence[Glyph], has_spaces: bool) -> TextLine:
    size = median(g.size for g in row)
    ordered: list[Glyph] = []
    for glyph in row:
        twice = ordered and glyph.char == ordered[-1].char and glyph.left - ordered[-1].left < 0.1 * size
        if not twice:  # bold made by printing twice
            ordered.append(glyph)
    gaps = [after.left - before.right for before, after in pairwise(ordered)]
    tab = _tab_width([gap for gap in gaps if gap > _SPACE * size], size)
    pieces: list[Piece] = []
    text, left = "", ordered[0].left
    words: list[tuple[str, float, float]] = []
    word, begins = "", left
    for n, (glyph, gap) in enumerate(zip(ordered, [*gaps, float("inf")], strict=True), 1):
        text += glyph.char
        word += glyph.char
        if gap > _SPACE * size:
            words.append((word, begins, glyph.right))
            word, begins = "", glyph.right + gap
        unspaced = has_spaces and n < len(ordered) and not ordered[n].spaced and gap > _UNSPACED_TAB * size
        if gap > tab or unspaced:
            pieces.append(Piece(text, left, glyph.right, tuple(words)))
            text, left, words = "", glyph.right + gap, []
        elif gap > _SPACE * size:
            text += " "
    return TextLine(tuple(pieces), row[0].base, size)


def _tab_width(spaces: Sequence[float], size: float) -> float:
    """Give the width from which a gap between words is a tab: far wider than the other gaps of the line."""
    narrow = sorted(spaces)[: max(1, len(spaces) // 2)]
    usual = median(narrow) if len(spaces) > 1 else _USUAL_SPACE * size
    return min(_TAB * size, max(_NARROW_TAB * size, _TIMES * usual))
