"""The rows of a table of agenda items: which lines are rows, what stands in which column, where an item begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyser.language.columns import TOLD, item_columns
from analyser.language.lexicon import phrases, words
from analyser.structure.headings import is_sentence
from analyser.structure.lines import LONGEST, Line
from analyser.structure.tables import is_rule

_SHORT = 12  # code points of what stands for a number: `Evt.`, `1-2`
_NEAR = 6  # lines, those between the rows of two pages
_MOST_BROKEN = 30  # lines of one cell that were pasted as lines of the page
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_COUNTED = r"(?P<number>\d{1,3}(?:(?:\.|[-–](?=\d))\d{1,2}){0,2}\s?[a-h]?)"


@dataclass(frozen=True)
class Piece:
    """A paragraph of a cell: its column and `[start, end)`."""

    column: int
    start: int
    end: int


@dataclass(frozen=True)
class Row:
    """One line of a table: its pieces in order; `opens` tells whether an item begins, `below` whether a row does.

    A line that is neither goes on with the cells of the line above.
    """

    line: int
    pieces: tuple[Piece, ...]
    opens: bool = False
    below: bool = False


@dataclass(frozen=True)
class ItemTable:
    """A table: what its columns hold, its rows, and the lines that are no rows (its head, rules)."""

    kinds: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: frozenset[int]

    @property
    def lines(self) -> frozenset[int]:
        """All lines of the table."""
        return self.skipped | {row.line for row in self.rows}


def read_tables(text: str, lines: Sequence[Line], furniture: frozenset[int]) -> list[ItemTable]:
    """Read all tables of agenda items; there are two items or more, in one table or each in its own."""
    found: list[ItemTable] = []
    n = 0
    while n < len(lines):
        table = _read_table(text, lines, furniture, n) if n not in furniture else None
        if table is not None and _tells(table, text):
            found.append(table)
            n = max(table.lines)
        n += 1
    return found if sum(row.opens for table in found for row in table.rows) >= 2 else []


def number_in(cell: str) -> str | None:
    """Read a cell that is a number: `3`, `3.`, `#3`, `2a`, `Pkt. 4`, `24-03`."""
    match = re.fullmatch(rf"{_lead()}{_COUNTED}[.):]*[*_\s]*", cell, re.IGNORECASE)
    return re.sub(r"\s+", "", match["number"]) if match else None


def number_of_title(cell: str) -> str | None:
    """Read the number in front of a title: `3. Økonomi`."""
    match = re.match(rf"{_lead()}{_COUNTED}(?:[.):]+|\s)\s*\S", cell, re.IGNORECASE)
    return re.sub(r"\s+", "", match["number"]) if match else None


def _count(text: str) -> int | None:
    """Give the number in front of a line, its first part: 3 of `3. Økonomi`, `3.1 Budget`, `3⇥Økonomi`."""
    match = re.match(rf"{_lead()}(?P<number>\d{{1,3}})(?![\d/-])", text, re.IGNORECASE)
    return int(match["number"]) if match else None


@cache
def _lead() -> str:
    """What may stand before a number: `Pkt. 4`, `**4`, `#4`."""
    kinds = "|".join(phrases("headings", "item", kind) for kind in ("ad", "point", "case"))
    return rf"[*_#|\s]*(?:(?:{kinds})\.?\s*){{0,3}}#?\s*"


def _tells(table: ItemTable, text: str) -> bool:
    """Tell whether a table is minutes: an agenda has empty cells, or marks, below `Drøftelse` and `Beslutning`."""
    items = sum(row.opens for row in table.rows)
    of_text = {n for n, kind in enumerate(table.kinds) if kind in (*TOLD, "action")}
    told = sum(any(p.column in of_text and p.end - p.start > 3 for p in row.pieces) for row in table.rows)
    return told * 3 >= items


def _read_table(text: str, lines: Sequence[Line], furniture: frozenset[int], at: int) -> ItemTable | None:
    head = lines[at]
    mark = next((m for m in "|\t" if m in head.text), None)
    if mark is None or len(head.text) > LONGEST:
        return None
    names = [c.strip() for c in _inner(_whole(text, head), mark).split(mark)]
    while names and not names[-1]:
        names.pop()
    kinds = item_columns(names)
    if not kinds:
        return None
    skipped = {at}
    found: list[tuple[int, bool, list[Piece]]] = []
    blank, count = False, 0
    framed = head.text.startswith("|")
    lead = min(kinds.index(kind) for kind in ("number", "title") if kind in kinds)
    for line in lines[at + 1 :]:
        if line.blank or line.index in furniture:
            blank = blank or line.blank
            continue
        if is_rule(line.text) or line.text == head.text:
            skipped.add(line.index)
            continue
        whole = _whole(text, line)
        marked = mark in whole
        if marked and item_columns([c.strip() for c in _inner(whole, mark).split(mark)]):
            break  # another table
        pieces = _pieces(text, line, mark, len(kinds), framed) if marked else [Piece(0, line.start, line.end)]
        counted = _count(line.text)
        bare = mark == "\t" and "number" not in kinds and counted == count + 1 and not is_sentence(line.text)
        if pieces is None or not (marked or bare or (found and not blank and _is_inside(text, lines, line, mark))):
            if _goes_on_below(lines, line, count, mark):
                continue  # the title of the page
            break
        if blank and count and counted is None and pieces and pieces[0].column == lead:
            break  # `Næste møde⇥3. maj` below rows by number
        pieces = _with_number_apart(pieces, kinds, text)
        if (marked or bare) and pieces and pieces[0].column == lead:
            count = counted or count
        found.append((line.index, marked or bare, pieces))
        blank = False
    rows = tuple(_rows(found, kinds, text, mark))
    return ItemTable(kinds, rows, frozenset(skipped)) if rows and rows[0].opens else None


def _is_inside(text: str, lines: Sequence[Line], line: Line, mark: str) -> bool:
    """Tell whether a line without a mark is a cell's text that was broken into lines: a row follows below, no gap."""
    for other in lines[line.index + 1 : line.index + _MOST_BROKEN]:
        if other.blank:
            return False
        if mark in _whole(text, other):
            return True
    return False


def _goes_on_below(lines: Sequence[Line], line: Line, count: int, mark: str) -> bool:
    """Tell whether the row with the next number stands a few lines below a line that is none."""
    below = lines[line.index + 1 : line.index + 1 + _NEAR]
    return count > 0 and any(mark in other.text and _count(other.text) == count + 1 for other in below)


def _whole(text: str, line: Line) -> str:
    """Give a line with the tabs in front of it."""
    return text[line.start - line.indent : line.end]


def _inner(whole: str, mark: str) -> str:
    return whole.strip().removeprefix("|").removesuffix("|") if mark == "|" else whole


def _pieces(text: str, line: Line, mark: str, width: int, framed: bool) -> list[Piece] | None:
    """Cut a line into its cells' paragraphs; None where it has more cells than the table columns.

    `framed`: rows begin with a mark; else a mark in front means that the first cell is empty.
    """
    begin = line.start if mark == "|" else line.start - line.indent
    whole = text[begin : line.end]
    if framed and whole.startswith("|"):
        begin, whole = begin + 1, whole[1:]
    if mark == "|" and whole.endswith("|"):
        whole = whole[:-1]
    pieces: list[Piece] = []
    for column, cell in enumerate(whole.split(mark)):
        at = begin
        for part in _BREAK.split(cell):
            at = text.index(part, at, begin + len(cell)) if part else at
            bare = part.strip()
            if bare and bare.casefold() not in words("columns", "cells", "empty"):
                if column >= width:
                    return None
                start = at + len(part) - len(part.lstrip())
                pieces.append(Piece(column, start, start + len(bare)))
            at += len(part)
        begin += len(cell) + 1
    return pieces


def _with_number_apart(pieces: list[Piece], kinds: Sequence[str], text: str) -> list[Piece]:
    """Move the cells of a row whose number and title share one: a PDF has `1. Valg` below `Nr. | Emne`."""
    if not pieces or kinds[:2] != ("number", "title") or pieces[0].column or any(p.column == 0 for p in pieces[1:]):
        return pieces
    cell = text[pieces[0].start : pieces[0].end]
    if number_in(cell) is not None or number_of_title(cell) is None or pieces[-1].column + 1 >= len(kinds):
        return pieces
    return [replace(p, column=p.column + 1) for p in pieces]


def _rows(
    found: Sequence[tuple[int, bool, Sequence[Piece]]], kinds: Sequence[str], text: str, mark: str
) -> Iterator[Row]:
    title = kinds.index("title")
    number = kinds.index("number") if "number" in kinds else None
    cells = [text[p[0].start : p[0].end] for _, _, p in found if p and p[0].column == title]
    numbered = sum(number_of_title(c) is not None for c in cells) * 2 >= len(cells) > 0
    last = -1
    for index, marked, pieces in found:
        if not pieces:
            yield Row(index, ())
            continue
        first = pieces[0]
        cell = text[first.start : first.end]
        opens = below = False
        if marked and first.column == number:
            titled = any(p.column == title for p in pieces)
            opens = number_in(cell) is not None or (titled and len(cell) <= _SHORT and not is_sentence(cell))
        elif marked and first.column == title:
            opens = _is_title(cell, last == title and mark == "\t", number is not None or numbered, numbered)
        if first.column in (title, number):
            if not opens and last > title:  # pasted: the line goes on with the cell that was last
                pieces = _shifted(pieces, last, kinds)
        else:
            below = first.column < last or (mark == "|" and kinds[first.column] in (*TOLD, "action"))
        last = pieces[-1].column
        yield Row(index, tuple(pieces), opens, below)


def _is_title(cell: str, again: bool, counted: bool, numbered: bool) -> bool:
    """Tell whether a cell in the column of titles opens an item; `again`: the line above ends in that column."""
    if numbered and number_of_title(cell) is not None:
        return True
    if cell[:1].islower() or is_sentence(cell):
        return False
    return not (again and counted)


def _shifted(pieces: Sequence[Piece], last: int, kinds: Sequence[str]) -> Sequence[Piece]:
    return [replace(p, column=min(p.column + last - pieces[0].column, len(kinds) - 1)) for p in pieces]
