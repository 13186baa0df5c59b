"""The overview: counts of the whole store as plots, whose marks lead to the rows behind them."""

from starlette.requests import Request
from starlette.responses import Response

from analyser.explorer import figures, plots
from analyser.explorer.rendering import url
from analyser.explorer.shelf import Shelf


class Overview:
    """The page of plots."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def page(self, request: Request) -> Response:
        """Show reports by topic and year, decisions by kind, and who speaks most."""
        asked = request.query_params.get("til", "")
        last = asked if asked.isascii() and asked.isdigit() and len(asked) == 4 else None
        with self.shelf.asking() as connection:
            totals = figures.totals(connection)
            grid = figures.topics(connection, plots.YEARS, last)
            decisions = figures.decisions(connection)
            speakers = figures.speakers(connection)
        cells = {
            (topic, year): (count, url("/", emne=topic, aar=year, slags="report"))
            for (topic, year), count in grid.counts.items()
        }
        return self.shelf.page(
            "overview.html",
            totals=totals,
            grid=grid,
            cells=cells,
            dots=plots.dots(grid.topics, grid.years, cells),
            columns=plots.columns_ticks(grid.years),
            rows=plots.rows_ticks(grid.topics),
            height=plots.grid_height(grid.topics),
            grid_width=plots.GRID,
            bars_width=plots.BARS,
            decisions=plots.bars([(kind, count, url("/beslutninger", slags=kind)) for kind, count in decisions]),
            speakers=plots.bars([(name, count, url("/", navn=name)) for name, count in speakers]),
            row=plots.ROW,
            bar=plots.BAR,
        )
