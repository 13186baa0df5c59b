"""Lines of a page to text: rows of tables get their empty cells, paragraphs a blank line between them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from analyser.reading.pdf_lines import Piece, TextLine

_NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2}){0,3}[.):]?|[a-zæøå]\)|[A-Z][.)]|[IVXivx]{1,5}[.)]|§ ?\d+\.?|Ad\.? ?\d+\.?)"
)
_BULLET = re.compile(r"[•●▪■◦○–—·\-o*]")
_APART = 1.3  # times the usual distance of lines: paragraphs stand as far from one another, or further
_LONG = 0.72  # of the width of the text: a line that reaches as far is one of a paragraph
_ALIGNED = 1.5  # of the type size: cells of a column begin, or have their middles, within it
_NEXT = 1.6  # times the distance of the rows above: what stands further down is no row of theirs
_NEAR = 0.75  # of the distance of rows: a line as near to the row above goes on with its cells


def lay_out_lines(lines: Sequence[TextLine]) -> str:
    """Write lines, which run from top to bottom, as text; each but the last ends in a line end."""
    rows = [_with_number(line) for line in _with_cells(lines)]
    if not rows:
        return ""
    gaps = [before.base - after.base for before, after in pairwise(rows)]
    usual = _usual(gaps, rows)
    wide = [gap for gap in gaps if gap > _APART * usual]
    between = median(wide) if wide else 0.0
    left, right = min(n.left for n in rows), max(n.right for n in rows)
    reach = left + _LONG * (right - left)
    out = [rows[0].text]
    for before, after in pairwise(rows):
        gap = before.base - after.base
        columned = len(before.pieces) > 1 and len(after.pieces) > 1
        long = max(before.right, after.right) > reach and not columned
        # short lines set apart evenly are a roster or a letterhead, and stay together
        if gap > _APART * usual and (long or gap > _APART * between or after.size > _APART * before.size):
            out.append("")
        out.append(after.text)
    return "\n".join(out)


def _usual(gaps: Sequence[float], lines: Sequence[TextLine]) -> float:
    """Give the distance of lines inside a paragraph: the smallest that is not rare, or what the type's size implies."""
    whole = sorted(gap for gap in gaps if gap > 0)
    size = median(line.size for line in lines)
    if not whole:
        return 1.2 * size
    return min(whole[len(whole) // 8], 1.9 * size)


def _with_number(line: TextLine) -> TextLine:
    """Put a list's number and its text into one piece: `1.<tab>Valg` is `1. Valg`, a bullet is a dash."""
    first, *others = line.pieces
    if others and _NUMBER.fullmatch(first.text):
        joined = Piece(f"{first.text} {others[0].text}", first.left, others[0].right)
        return replace(line, pieces=(joined, *others[1:]))
    if others and _BULLET.fullmatch(first.text):
        joined = Piece(f"- {others[0].text}", first.left, others[0].right)
        return replace(line, pieces=(joined, *others[1:]))
    if first.text.startswith(("• ", "● ", "▪ ")):
        return replace(line, pieces=(Piece(f"-{first.text[1:]}", first.left, first.right), *others))
    return line


def _with_cells(lines: Sequence[TextLine]) -> list[TextLine]:
    """Fill up the rows of tables: a line of three pieces or more is the head of those below whose pieces fit it."""
    out: list[TextLine] = []
    n = 0
    while n < len(lines):
        rows = _rows_below(lines[n], lines[n + 1 :]) if len(lines[n].pieces) >= 3 else []
        out += _whole_rows([lines[n], *rows]) if rows else [lines[n]]
        n += 1 + len(rows)
    return out


def _rows_below(head: TextLine, lines: Sequence[TextLine]) -> list[TextLine]:
    rows: list[TextLine] = []
    base, apart = head.base, 0.0
    for line in lines:
        gap = base - line.base
        fitted = _fitted(line, head)
        if fitted is None or (apart and gap > _NEXT * apart):
            break
        rows.append(fitted)
        base, apart = line.base, max(apart, gap)
    while rows and len(_filled(rows[-1])) < 2 and not (len(rows) > 1 and _goes_on(rows[-2], rows[-1], apart)):
        rows.pop()  # a line below the table that begins where its first column does
    return rows


def _filled(row: TextLine) -> list[Piece]:
    return [piece for piece in row.pieces if piece.text]


def _goes_on(before: TextLine, row: TextLine, apart: float) -> bool:
    """Tell whether a line goes on with the cells of the row above, since it stands nearer to it than rows do."""
    return before.base - row.base < _NEAR * apart


def _fitted(line: TextLine, head: TextLine) -> TextLine | None:
    """Put each piece of a row under the piece of the head that it belongs to, in order; None where one fits none."""
    cells: list[Piece] = []
    at = 0
    for piece in line.pieces:
        while at < len(head.pieces) and not _under(piece, head.pieces[at], line.size):
            cells.append(Piece("", head.pieces[at].left, head.pieces[at].left))
            at += 1
        if at == len(head.pieces) or _crosses(piece, head, at):
            return None
        cells.append(piece)
        at += 1
    return replace(line, pieces=tuple(cells))


def _crosses(piece: Piece, head: TextLine, at: int) -> bool:
    """Tell whether a piece reaches under the next column, as the cells of a table never do."""
    return at + 1 < len(head.pieces) and piece.right > head.pieces[at + 1].left


def _under(piece: Piece, column: Piece, size: float) -> bool:
    begins = abs(piece.left - column.left) <= _ALIGNED * size
    middle = abs(piece.left + piece.right - column.left - column.right) / 2 <= _ALIGNED * size
    return begins or middle


def _whole_rows(rows: Sequence[TextLine]) -> list[TextLine]:
    """Join to a row the lines that its cells were broken over."""
    apart = max(before.base - after.base for before, after in pairwise(rows))
    out = [rows[0]]
    for before, row in pairwise(rows):
        if out[-1] is rows[0] or not _goes_on(before, row, apart):
            out.append(row)
            continue
        cells = list(out[-1].pieces)
        for n, piece in enumerate(row.pieces):
            if n == len(cells):
                cells.append(piece)
            elif piece.text:
                cells[n] = Piece(f"{cells[n].text} {piece.text}".strip(), cells[n].left, cells[n].right)
        out[-1] = replace(out[-1], pieces=tuple(cells))
    return out
