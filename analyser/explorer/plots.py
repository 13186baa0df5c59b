"""Where the marks of a plot stand, in the plot's own units; the templates draw them as SVG.

A plot of bars is `BARS` wide and a grid `GRID`; on the page they are scaled to their place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

BARS = 480
GRID = 960

ROW = 34
"""Height of a bar with its label above it."""

BAR = 12
"""Height of a bar alone."""

LABELS = 230
"""Width of the labels on the left of a grid."""

CELL = 30
"""Height of a row of a grid."""

HEAD = 24
"""Height of the line of years."""

YEARS = 12
"""Years that a grid has room for."""

_ROOM = 60
"""Width that is kept free for the number at the end of a bar."""


@dataclass(frozen=True)
class Bar:
    """A bar: its label and count, the rows behind it, its top and its width."""

    label: str
    count: int
    link: Markup
    y: float
    width: float


@dataclass(frozen=True)
class Dot:
    """A dot of a grid, at `x` and `y`; its area tells the count."""

    row: str
    column: str
    count: int
    link: Markup
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Tick:
    """A label at the edge of a grid."""

    label: str
    x: float
    y: float


def bars(rows: Sequence[tuple[str, int, Markup]]) -> list[Bar]:
    """Lay out bars one below the other; the longest has the whole width."""
    longest = max((count for _, count, _ in rows), default=1)
    return [
        Bar(label, count, link, n * ROW, round((BARS - _ROOM) * count / longest, 1))
        for n, (label, count, link) in enumerate(rows)
    ]


def dots(
    rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[str, str], tuple[int, Markup]]
) -> list[Dot]:
    """Lay out a grid of dots; `counts` holds a count and its link by row and column."""
    most = max((count for count, _ in counts.values()), default=1)
    step = _step(columns)
    largest = min(step, CELL) / 2 - 1
    return [
        Dot(row, column, count, link, LABELS + (x + 0.5) * step, HEAD + (y + 0.5) * CELL,
            round(max(2.0, largest * (count / most) ** 0.5), 1))
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
        for count, link in [counts.get((row, column), (0, Markup()))]
        if count
    ]  # fmt: skip


def columns_ticks(columns: Sequence[str]) -> list[Tick]:
    """Give the labels above a grid."""
    step = _step(columns)
    return [Tick(column, LABELS + (x + 0.5) * step, HEAD - 8) for x, column in enumerate(columns)]


def rows_ticks(rows: Sequence[str]) -> list[Tick]:
    """Give the labels on the left of a grid."""
    return [Tick(row, 0, HEAD + (y + 0.5) * CELL) for y, row in enumerate(rows)]


def grid_height(rows: Sequence[str]) -> int:
    """Give the height of a grid."""
    return HEAD + len(rows) * CELL


def _step(columns: Sequence[str]) -> float:
    return round((GRID - LABELS) / max(1, len(columns)), 1)
