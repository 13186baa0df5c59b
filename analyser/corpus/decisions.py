"""What people decided about two people, by names, organisations and days: so it is found again after every import."""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from analyser.corpus.appearances import Appearance
from analyser.corpus.grouping import Two


class Decision(NamedTuple):
    """What a person decided about two, each by name and organisation (as `name_key` has them) and a meeting's day."""

    a_name: str
    a_organisation: str
    a_date: str
    b_name: str
    b_organisation: str
    b_date: str
    same: bool

    @property
    def key(self) -> str:
        """What names the decision, for as long as it stands unchanged."""
        return hashlib.sha256(json.dumps(self).encode()).hexdigest()[:32]


class Known(NamedTuple):
    """An appearance as a decision knows it: `first` is the day of its first meeting."""

    id: str
    name_key: str
    organisation_key: str
    period: int
    first: str | None

    @property
    def order(self) -> tuple[str, str, str, int]:
        """A sort key, as `Appearance.order`."""
        return self.first or "9999", self.name_key, self.organisation_key, self.period

    @property
    def anchor(self) -> tuple[str, str, str]:
        """What names the appearance in a decision."""
        return self.name_key, self.organisation_key, self.first or ""


class Resolved(NamedTuple):
    """A decision with the ids of the two appearances that it is about now."""

    decision: Decision
    two: Two


Named = Callable[[str, str], Iterable[Known]]
"""Gives the appearances of a name in an organisation, in the order of their periods."""


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """Give what was decided about people, also about those who are on no roster now."""
    rows = connection.execute("SELECT * FROM people_decided ORDER BY a_name, b_name, a_date, b_date")
    return [Decision._make((*tuple(row)[:-1], bool(row["same"]))) for row in rows]


def resolved(connection: sqlite3.Connection, named: Named) -> Iterator[Resolved]:
    """Give the decisions whose two are both there, and are two; the others wait."""
    rows = connection.execute("SELECT * FROM people_decided ORDER BY a_name, a_organisation, a_date, b_name, b_date")
    for row in rows.fetchall():
        decision = Decision._make((*tuple(row)[:-1], bool(row["same"])))
        a = _nearest(named(decision.a_name, decision.a_organisation), decision.a_date)
        b = _nearest(named(decision.b_name, decision.b_organisation), decision.b_date)
        if a is not None and b is not None and a.id != b.id:
            yield Resolved(decision, (a.id, b.id))


def keep(connection: sqlite3.Connection, decision: Decision) -> None:
    """Write a decision down, in place of one about the same two."""
    connection.execute(
        "INSERT INTO people_decided VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET same = excluded.same",
        decision,
    )


def drop(connection: sqlite3.Connection, decision: Decision) -> None:
    """Take a decision away."""
    tests = " AND ".join(f"{name} = ?" for name in Decision._fields[:-1])
    connection.execute(f"DELETE FROM people_decided WHERE {tests}", decision[:-1])


def known_among(ones: Sequence[Appearance]) -> Named:
    """Look appearances up among these."""
    found: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in ones:
        known = Known(one.id, one.name_key, one.organisation_key, one.period, one.first)
        found[one.name_key, one.organisation_key].append(known)
    return lambda name, organisation: found[name, organisation]


def known_in(connection: sqlite3.Connection) -> Named:
    """Look appearances up in the store, as they were worked out last."""
    columns = ", ".join(Known._fields)
    sql = f"SELECT {columns} FROM appearances WHERE name_key = ? AND organisation_key = ? ORDER BY period"
    return lambda name, organisation: map(Known._make, connection.execute(sql, (name, organisation)))


def spelled(connection: sqlite3.Connection, name: str, organisation: str) -> tuple[str, str]:
    """Give a name and an organisation of a decision as a roster writes them, else with capitals."""
    row = connection.execute(
        "SELECT p.name, coalesce(p.organisation, m.organisation, m.body, '') FROM appearances AS a"
        " JOIN participants AS p ON p.appearance = a.id JOIN minutes AS m ON m.key = p.minutes"
        " WHERE a.name_key = ? AND a.organisation_key = ? ORDER BY p.minutes DESC, p.id LIMIT 1",
        (name, organisation),
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else (name.title(), organisation.title())


def _nearest(ones: Iterable[Known], day: str) -> Known | None:
    """Give the appearance whose time holds a day, else the one that begins last before it, else the first."""
    ones = list(ones)
    begun = [one for one in ones if day and one.first and one.first <= day]
    return max(begun, key=lambda one: one.first or "", default=min(ones, key=lambda one: one.order, default=None))
