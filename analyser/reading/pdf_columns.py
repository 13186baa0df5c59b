"""The order in which the lines of a page are read where it is set in columns."""

from collections.abc import Sequence
from dataclasses import replace

from analyser.reading.pdf_lines import Piece, TextLine

_LEAST_LINES = 6  # of one column, below one another
_LEAST_WIDTH = 0.25  # of the page's text: a column is no narrower; lists and tables are
_FILLED = 0.6  # of a column's lines that reach its right edge, nearly, as those of running text do
_NEARLY = 0.82


def in_reading_order(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Part the lines of a page, which run from top to bottom, into runs to be read one after the other.

    A page with no columns is one run. Where two columns of running text stand side by side, the left one comes before
    the right one; lines across both, above, between and below, keep their place. A table stays as it is: its cells
    do not fill their columns as running text does.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    runs: list[list[TextLine]] = [[]]
    band: list[TextLine] = []
    for line in lines:
        if any(p.left < gutter < p.right for p in line.pieces):
            runs += _sides(band, gutter)
            band = []
            runs.append([line]) if not runs[-1] or _is_side(runs[-1], gutter) else runs[-1].append(line)
        else:
            band.append(line)
    runs += _sides(band, gutter)
    return [run for run in runs if run]


def _is_side(run: Sequence[TextLine], gutter: float) -> bool:
    return all(line.right <= gutter or line.left >= gutter for line in run)


def _sides(band: Sequence[TextLine], gutter: float) -> list[list[TextLine]]:
    """Part lines between two that cross the gutter: its left side, then its right, if both are running text."""
    left = [_part(line, [p for p in line.pieces if p.right <= gutter]) for line in band]
    right = [_part(line, [p for p in line.pieces if p.left >= gutter]) for line in band]
    lefts, rights = [n for n in left if n is not None], [n for n in right if n is not None]
    return [lefts, rights] if _runs_on(lefts) and _runs_on(rights) else [list(band)]


def _part(line: TextLine, pieces: Sequence[Piece]) -> TextLine | None:
    return replace(line, pieces=tuple(pieces)) if pieces else None


def _gutter(lines: Sequence[TextLine]) -> float | None:
    """Find the middle of the blank strip between two columns: where most lines have a gap or end on one side of it."""
    if len(lines) < _LEAST_LINES:
        return None
    left, right = min(n.left for n in lines), max(n.right for n in lines)
    width = right - left
    starts = [p.left for n in lines for p in n.pieces if left + _LEAST_WIDTH * width < p.left]
    best: tuple[int, float] | None = None
    for start in sorted(set(map(round, starts))):
        gutter = start - 2.0
        if not left + _LEAST_WIDTH * width < gutter < right - _LEAST_WIDTH * width:
            continue
        lefts = [n for line in lines if (n := _part(line, [p for p in line.pieces if p.right <= gutter]))]
        rights = [n for line in lines if (n := _part(line, [p for p in line.pieces if p.left >= gutter]))]
        beside = sum(abs(n.left - start) <= 2.0 for n in rights)
        if beside >= _LEAST_LINES and _runs_on(lefts) and _runs_on(rights) and (best is None or beside > best[0]):
            best = (beside, gutter)
    return None if best is None else best[1]


def _runs_on(lines: Sequence[TextLine]) -> bool:
    """Tell whether lines are running text: one piece each, and most as wide as the widest."""
    if len(lines) < _LEAST_LINES:
        return False
    whole = [n for n in lines if len(n.pieces) == 1]
    left, right = min(n.left for n in lines), max(n.right for n in lines)
    filled = sum(n.right - left >= _NEARLY * (right - left) for n in whole)
    return len(whole) >= _NEARLY * len(lines) and filled >= _FILLED * len(lines)
