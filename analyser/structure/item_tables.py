"""Minutes that are one table, a row an agenda item: `Nr. | Emne | Referat | Ansvarlig | Frist`.

The rows are cut into lines, a paragraph of a cell each, which the readers of headings and paragraphs take as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.lexicon import lexicon, phrases, words
from analyser.structure.announced import title_key
from analyser.structure.chains import choose_headings, find_candidates
from analyser.structure.headings import DURATION, Candidate, bare_title, is_sentence, read_heading
from analyser.structure.heads import line_of
from analyser.structure.lines import Line
from analyser.structure.outline import Assignment
from analyser.structure.table_rows import ItemTable, Piece, Row, number_in, number_of_title, read_tables
from analyser.structure.untitled import find_untitled

_MOST_NAMES = 6  # words of the names in a cell
_PARTS = ("discussion", "background", "proposal", "decision", "action")


@dataclass(frozen=True)
class Cut:
    """The lines of a document whose tables of items are cut into cells.

    Attributes:
        lines: all lines, in order; a heading (number and title) and each paragraph of a cell are lines of their own.
        furniture: the page's furniture, and heads and rules of the tables.
        headings: of the items, in order; none where no table is the minutes.
        cells: by the line of a cell's paragraph, a number for the cell and the part of the item that it is of.
        aside: lines of cells that say who is to do it, or by when, and no more.
        assignments: what those say, a row's each.
    """

    lines: list[Line]
    furniture: frozenset[int]
    headings: tuple[Candidate, ...] = ()
    cells: dict[int, tuple[int, str | None]] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()
    assignments: tuple[Assignment, ...] = ()


def cut_tables(text: str, lines: list[Line], furniture: frozenset[int]) -> Cut:
    """Cut the rows of tables of items into lines; gives the lines as they are where no table is the minutes."""
    tables = [t for t in read_tables(text, lines, furniture) if not _stands_beside(t, text, lines, furniture)]
    if not tables:
        return Cut(lines, furniture)
    rows = {row.line: (table, row) for table in tables for row in table.rows}
    skipped = frozenset(n for table in tables for n in table.skipped)
    cutter = _Cutter(text)
    for line in lines:
        if line.index in rows:
            cutter.row(*rows[line.index])
        else:
            cutter.line(line, line.index in furniture or line.index in skipped)
    return cutter.cut()


def headings_in_table(cut: Cut) -> tuple[list[Candidate], list[Candidate]]:
    """Give the rows of a table that is the minutes, and the points of an agenda by number above it."""
    above = cut.lines[: cut.headings[0].line]
    candidates = find_candidates(above, cut.furniture)
    listed, agenda = choose_headings(candidates, line_of(above, cut.furniture, "agenda", 0, None))
    return list(cut.headings), agenda or listed


def _stands_beside(table: ItemTable, text: str, lines: Sequence[Line], furniture: frozenset[int]) -> bool:
    """Tell whether the items of the minutes stand outside the table: two headings or more with sentences below.

    An agenda with notes, whose titles the table has as well, is no such thing.
    """
    own = table.lines
    kept = [line for line in lines if line.index not in own]
    outside = [replace(line, index=n) for n, line in enumerate(kept)]
    off = frozenset(n for n, line in enumerate(kept) if line.index in furniture)
    items = sum(row.opens for row in table.rows)
    titles = {title_key(text[p.start : p.end]) for row in table.rows if row.opens for p in row.pieces}
    numbered, _ = choose_headings(find_candidates(outside, off))
    for headings, least in ((numbered, 2), (find_untitled(outside, off, 0, len(outside)), max(2, items // 2))):
        bounds = [*sorted(h.line for h in headings), len(outside)]
        below = {a: outside[a + 1 : b] for a, b in pairwise(bounds)}
        treated = [h for h in headings if any(_is_told(line.text) for line in below[h.line])]
        same = sum(title_key(h.title or "") in titles for h in treated)
        if len(treated) >= least and same * 2 < len(treated):
            return True
    return False


def _is_told(text: str) -> bool:
    return len(text.split()) > 2 and is_sentence(text)


class _Cutter:
    """Puts the new lines together; what a row says of who and when is gathered until the next row."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[Line] = []
        self._furniture: set[int] = set()
        self._headings: list[Candidate] = []
        self._cells: dict[int, tuple[int, str | None]] = {}
        self._aside: set[int] = set()
        self._assignments: list[Assignment] = []
        self._open: dict[str, list[tuple[int, int]]] = {}
        self._cell = 0
        self._column = -1

    def line(self, line: Line, furniture: bool) -> None:
        """Take a line as it is."""
        if furniture:
            self._furniture.add(len(self._lines))
        self._lines.append(replace(line, index=len(self._lines)))

    def row(self, table: ItemTable, row: Row) -> None:
        """Cut a line of a table."""
        pieces = list(row.pieces)
        if row.opens or row.below:
            self._close()
        if row.opens:
            pieces = self._heading(table, pieces)
        for piece in pieces:
            self._piece(table.kinds[piece.column], piece)

    def _piece(self, kind: str, piece: Piece) -> None:
        if piece.column != self._column:
            self._cell, self._column = self._cell + 1, piece.column
        span = (piece.start, piece.end)
        text = self._text[piece.start : piece.end]
        index = len(self._lines)
        self._lines.append(Line(index, *span, text))
        named = kind == "action" and _names(text)
        if named or (kind in ("responsible", "assigned") and not _tells_task(text)):
            self._open.setdefault("responsible", []).append(span)
            self._aside.add(index)
        if named or kind == "due" or (kind == "assigned" and not _tells_task(text)):
            self._open.setdefault("due", []).append(span)
            self._aside.add(index)
        if index in self._aside:
            return
        part = "action" if kind in ("responsible", "assigned") else kind if kind in _PARTS else None
        if kind in ("title", "number", "ignored"):
            part = "background"
        self._cells[index] = (self._cell, part)
        if part not in ("background", "proposal"):
            self._open.setdefault("texts", []).append(span)

    def _heading(self, table: ItemTable, pieces: list[Piece]) -> list[Piece]:
        """Make the heading of number and title; gives the pieces that are left."""
        title = next((p for p in pieces if table.kinds[p.column] == "title"), None)
        number = next((p for p in pieces if table.kinds[p.column] == "number"), None)
        own = [p for p in (number, title) if p is not None]
        if number and title and any(number.end <= p.start < title.start for p in pieces if p is not title):
            own = [title]  # `3 | Bo | Økonomi`
        start, end = min(p.start for p in own), max(p.end for p in own)
        written = self._text[title.start : title.end] if title else ""
        count = number_in(self._text[number.start : number.end]) if number else None
        line = Line(len(self._lines), start, end, self._text[start:end])
        if count is None and title and number_of_title(written) is not None:
            read = read_heading(Line(line.index, title.start, title.end, written))
        else:
            read = read_heading(Line(line.index, 0, 0, f"{count}. X"))
            read = replace(read, title=None) if read else None
        name = (read.title if read else None) or _bare(written) or None
        rest = Piece(title.column, read.end, title.end) if title and read and read.title else None
        if rest is not None and rest.end - rest.start > 2:  # `3. Økonomi. Lis gennemgik tallene.`
            end = rest.start
        self._lines.append(replace(line, end=end, text=self._text[start:end]))
        order = read.order if read else ()
        family = "numbered" if order else "title"
        found = Candidate(line.index, family, read.number if read else count, order, name, start, end, 1.0)
        self._headings.append(found)
        self._column = -1
        if end < (title.end if title else end):
            text = self._text[end : title.end] if title else ""
            lead = len(text) - len(text.lstrip(" .:"))
            self._piece("text", Piece(-2, end + lead, end + len(text)))
        return [p for p in pieces if p not in own]

    def _close(self) -> None:
        """End a row: what it says of who and when is complete."""
        found = {key: tuple(self._open.get(key, ())) for key in ("texts", "responsible", "due")}
        if found["texts"] and (found["responsible"] or found["due"]):
            self._assignments.append(Assignment(**found))
        self._open = {}

    def cut(self) -> Cut:
        """End the document."""
        self._close()
        return Cut(
            self._lines,
            frozenset(self._furniture),
            tuple(self._headings),
            self._cells,
            frozenset(self._aside),
            tuple(self._assignments),
        )


def _bare(title: str) -> str:
    bare = re.sub(r"^[*_#\s]*(?:\d{1,3}[.):]\s*)?", "", title.strip()).strip("*_ ").rstrip(":").strip("*_ ")
    return bare_title(DURATION.sub("", bare))


def _names(cell: str) -> bool:
    """Tell whether a cell for tasks holds names and at most a day behind them: `Lis + Bo`, `AS, uge 42`."""
    end = min([len(cell), *(d.start for d in find_dates(cell, 0, len(cell), ANY_DAY))])
    who = re.split(rf"\s+{phrases('actions', 'frames', 'limits')}(?!\w)", cell[:end], flags=re.IGNORECASE)[0]
    parts = [p for p in re.split(r"[\s,/+&;.()]+", who) if p and p not in words("columns", "joining", "words")]
    return 0 < len(parts) <= _MOST_NAMES and all(p[0].isupper() for p in parts)


def _tells_task(cell: str) -> bool:
    """Tell whether a cell for people tells a task: `BE sender plan`, `Undersøger pris`, not `Lis og Bo`."""
    low = [w.strip(".,;:()").casefold() for w in cell.split()]
    entry = lexicon("actions")
    verbs = {verb.split()[0] for verb in [*entry["verbs"], *entry["dated"]]} | words("actions", "frames", "must")
    return len(low) > 1 and any(w in verbs for w in low)
