"""Tables of agenda items on the pages of a PDF: cells broken over lines are put together again, column by column.

Nr.  Emne       Referat                  Ansvar
1    Økonomi    Bo gennemgik             BE
                budgettet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analyser.reading.layout import in_columns
from analyser.reading.pdf_lines import Piece, TextLine

_NEAR = 0.5  # of the type size: a word begins a column's cell if it begins as near to the column's left edge
_GAP = 0.4  # of the type size: two cells are as far apart, two words are not
_APART = 1.25  # times the usual distance of lines: rows of a table without numbers stand as far apart
_PARAGRAPH = 1.6  # times it: paragraphs in a cell do
_PADDING = 8.0  # points between the text of a cell and that of the next, at least
_BLANK = 3.0  # points of a space
_NAMED = ("responsible", "assigned", "due")
_NUMBER = re.compile(r"#?\d{1,3}(?:\.\d{1,2}){0,2}[a-h]?[.):]*(?:\s|$)")
_BULLET = re.compile(r"[-–•●▪*]\s")
_KEPT = ("og", "eller", "samt")  # `for- og bagside` keeps its hyphen

Words = list[tuple[str, float, float]]


@dataclass(frozen=True)
class Head:
    """The head of a table: what its columns are called and hold, and where they begin, in points."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    lefts: tuple[float, ...]


@dataclass
class _Row:
    """A row while it is being read: the lines of each cell, as words, and the base line of each."""

    cells: list[list[tuple[Words, float]]] = field(default_factory=list)


def part_tables(lines: Sequence[TextLine], going_on: Head | None) -> tuple[list[str | list[TextLine]], Head | None]:
    """Part a page into runs of lines and the text of tables of agenda items, in order.

    `going_on` is the head of the table that the page before ended in; gives that of the table that this page ends in.
    """
    out: list[str | list[TextLine]] = []
    run: list[TextLine] = []
    n = 0
    head = going_on
    while n < len(lines):
        own = _head_of(lines[n])
        if own is not None:
            repeated = going_on is not None and own.names == going_on.names
            head, start = own, n + 1
        elif head is not None:
            repeated, start = True, n
        else:
            run.append(lines[n])
            n += 1
            continue
        head = _aligned(head, lines[start:])
        rows, end = _rows(head, lines, start)
        if end - start < 2 and own is not None:
            run.append(lines[n])
            n, head = n + 1, None
            continue
        text = [] if repeated else ["\t".join(head.names)]
        text += [line for row in rows for line in in_columns(_cells(row, head), head.kinds)]
        out += [run] if run else []
        out += ["\n".join(text)] if text else []
        run = []
        n = end
        going_on, head = (head, head) if n == len(lines) else (None, None)
    return [*out, *([run] if run else [])], head if n == len(lines) and not run else None


def _head_of(line: TextLine) -> Head | None:
    from analyser.language.columns import item_columns  # here, since the language room loads spaCy

    if not 2 <= sum(len(p.text.split()) for p in line.pieces) <= 16:
        return None
    for pieces in (_parted(line), list(line.pieces)):
        names = tuple(p.text for p in pieces)
        kinds = item_columns(names)
        if kinds:
            return Head(names, kinds, tuple(p.left for p in pieces))
    return None


def _parted(line: TextLine) -> list[Piece]:
    """Part pieces of a head that stand near one another: `Beslutning Ansvarlig`."""
    from analyser.language.columns import is_head

    out: list[Piece] = []
    for piece in line.pieces:
        alone = [Piece(word, left, right) for word, left, right in piece.words]
        out += alone if len(alone) > 1 and all(is_head(p.text) and p.text[0].isupper() for p in alone) else [piece]
    return out


def _aligned(head: Head, lines: Sequence[TextLine]) -> Head:
    """Move a column's left edge to where its cells begin, where its head stands in the middle above them."""
    lefts = list(head.lefts)
    for n in range(1, len(lefts)):
        before, own = lefts[n - 1], head.lefts[n]
        begins = [p.left for line in lines for p in line.pieces[1:] if before + 5 < p.left < own - 1]
        often = [x for x in begins if sum(abs(x - other) < 1 for other in begins) >= 3]
        if often and not any(abs(p.left - own) < 2 for line in lines for p in line.pieces):
            lefts[n] = min(often)
    return replace(head, lefts=tuple(lefts))


def _rows(head: Head, lines: Sequence[TextLine], start: int) -> tuple[list[_Row], int]:
    """Read rows from a line on; gives them and the line behind the last."""
    found: list[tuple[TextLine, list[Words]]] = []
    for line in lines[start:]:
        cells = None if _head_of(line) else _fitted(line, head)
        if cells is None:
            break
        found.append((line, cells))
    gaps = sorted(a.base - b.base for (a, _), (b, _) in pairwise(found) if a.base > b.base)
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    lead = next(n for n, kind in enumerate(head.kinds) if kind in ("number", "title"))
    opening = [bool(cells[lead]) and _NUMBER.match(_text(cells[lead])) is not None for _, cells in found]
    numbered = sum(opening) >= 2 or head.kinds[lead] == "number"
    rows: list[_Row] = []
    above: tuple[TextLine, list[Words]] | None = None
    for (line, cells), opens in zip(found, opening, strict=True):
        gap = above[0].base - line.base if above else 0.0
        if not numbered:
            opens = bool(cells[lead]) and (above is None or gap > _APART * usual or not above[1][lead])
        if opens or not rows:
            rows.append(_Row([[] for _ in head.kinds]))
        for cell, words in zip(rows[-1].cells, cells, strict=True):
            if words:
                cell.append((words, line.base))
        above = (line, cells)
    return rows, start + len(found)


def _fitted(line: TextLine, head: Head) -> list[Words] | None:
    """Put the words of a line into the columns; None where they run on over a column's edge, as no cell does.

    Two cells are further apart than two words are.
    """
    near = _NEAR * line.size
    cells: list[Words] = [[] for _ in head.kinds]
    for piece in line.pieces:
        before, end = -1, 0.0
        for word, left, right in piece.words or ((piece.text, piece.left, piece.right),):
            column = max((n for n, edge in enumerate(head.lefts) if edge <= left + near), default=0)
            apart = left - end > _GAP * line.size and abs(left - head.lefts[column]) <= near
            if before not in (-1, column) and not apart:
                return None
            if column + 1 < len(head.lefts) and right > head.lefts[column + 1] + near:
                return None
            cells[column].append((word, left, right))
            before, end = column, right
    return cells if any(cells) else None


def _cells(row: _Row, head: Head) -> list[list[str]]:
    edges = [left - _PADDING for left in head.lefts[1:]]
    edges += [max((words[-1][2] for words, _ in row.cells[-1]), default=0.0)]
    return [
        list(_paragraphs(cell, edge if kind in _NAMED else None))
        for cell, kind, edge in zip(row.cells, head.kinds, edges, strict=True)
    ]


def _paragraphs(cell: Sequence[tuple[Words, float]], edge: float | None) -> Iterator[str]:
    """Join the lines of a cell: what the edge of the cell broke reads on; a short line that ends a sentence ends it.

    With `edge`, the right one of a column of names and days, any line that had room for the next word ends.
    """
    if not cell:
        return
    right = max(words[-1][2] for words, _ in cell)
    gaps = sorted(a - b for (_, a), (_, b) in pairwise(cell))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    text = _text(cell[0][0])
    for (before, base), (words, below) in pairwise(cell):
        own = _text(words)
        first = words[0]
        fits = before[-1][2] + (first[2] - first[1]) + _BLANK < (edge or right)
        ended = fits and (edge is not None or text.endswith((".", "!", "?", ":")))
        if ended or _BULLET.match(own) or base - below > _PARAGRAPH * usual:
            yield text
            text = own
        elif text.endswith("-") and own[:1].islower() and first[0] not in _KEPT:
            text = text[:-1] + own
        else:
            text = f"{text} {own}"
    yield text


def _text(words: Words) -> str:
    return " ".join(word for word, _, _ in words)
