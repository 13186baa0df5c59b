"""A person's roles over time: in which years, in which body."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from analyser.explorer import plots
from analyser.explorer.rendering import meeting_url


@dataclass(eq=False)
class Role:
    """A role in a body: how many meetings it was had in, in all and by year."""

    role: str | None
    body: str | None
    years: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    meetings: int = 0

    @property
    def name(self) -> str:
        """The role and the body, as far as they are known."""
        return " · ".join(filter(None, (self.role, self.body)))

    @property
    def span(self) -> str:
        """The years from the first to the last: `2019–2024`, `2024`, or '' where no meeting has a date."""
        first, last = min(self.years, default=""), max(self.years, default="")
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Career:
    """The roles, the oldest first, and where their meetings stand in a plot over the years."""

    roles: list[Role]
    years: list[str]
    dots: list[plots.Dot]
    columns: list[plots.Tick]
    rows: list[plots.Tick]
    height: int


MOST = 12
"""Roles that are shown, those of the most meetings."""


def career(lines: Sequence[sqlite3.Row]) -> Career:
    """Gather roster lines (newest first) into roles; the plot has the latest years that there is room for."""
    found: dict[tuple[str | None, str | None], Role] = {}
    links: dict[tuple[Role, str], Markup] = {}
    for line in lines:
        role = found.setdefault((line["role"], line["body"]), Role(line["role"], line["body"]))
        role.meetings += 1
        if line["date"]:
            year = line["date"][:4]
            role.years[year] += 1
            links.setdefault((role, year), meeting_url(line))
    roles = sorted(found.values(), key=lambda role: -role.meetings)[:MOST]
    roles.sort(key=lambda role: (min(role.years, default=""), role.role or "", role.body or ""))
    years = sorted({year for role in roles for year in role.years})[-plots.YEARS :]
    numbers = [str(n) for n in range(len(roles))]
    cells = {
        (numbers[n], year): (role.years[year], links[role, year])
        for n, role in enumerate(roles)
        for year in years
        if year in role.years
    }
    return Career(
        roles=roles,
        years=years,
        dots=plots.dots(numbers, years, cells),
        columns=plots.columns_ticks(years),
        rows=plots.rows_ticks([role.name for role in roles]),
        height=plots.grid_height(numbers),
    )
