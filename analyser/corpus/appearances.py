"""Roster lines put together as far as nobody can doubt: one name, in one organisation, over one unbroken time."""

import hashlib
import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from analyser.corpus.search import name_key

LONGEST_GAP = 12
"""Years between two meetings after which the same name in the same organisation may be somebody else: three terms of a
council."""

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ð": "d", "þ": "th"})


@dataclass
class Appearance:
    """One name in one organisation over one unbroken time; never two people on one roster.

    Attributes:
        name: as it is written most often.
        name_key, organisation_key: what writings of it share. Where a roster names no organisation, it is that of the
            meeting, or the body that met.
        period: 1, or 2 and on after gaps of more than `LONGEST_GAP` years.
        organisation: the last one that a roster names.
        dates: of the meetings, sorted.
        lines: key of the minutes and id of the participant.
    """

    name: str
    name_key: str
    organisation_key: str
    period: int = 1
    organisation: str | None = None
    dates: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    lines: list[tuple[int, str]] = field(default_factory=list)

    @cached_property
    def id(self) -> str:
        """The id of a person whose first appearance this is; it follows from the name, organisation and period."""
        key = f"{self.name_key}|{self.organisation_key}|{self.period}"
        return f"{_slug(self.name_key)}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"

    @property
    def first(self) -> str | None:
        """The day of the first meeting; None where none has one."""
        return self.dates[0] if self.dates else None

    @property
    def order(self) -> tuple[str, str, str, int]:
        """A sort key: the first meeting, then what no other appearance shares."""
        return self.first or "9999", self.name_key, self.organisation_key, self.period

    @cached_property
    def words(self) -> list[str]:
        """The words of the name, in lower case."""
        return re.findall(r"\w+", self.name_key)


_LINES = (
    "SELECT p.minutes, p.id, p.name, p.role, p.organisation, p.initials, m.date, m.body,"
    " coalesce(p.organisation, m.organisation, m.body) AS place, p.appearance"
    " FROM participants AS p JOIN minutes AS m ON m.key = p.minutes"
)
_IN_ORDER = "ORDER BY m.date, m.sha256, m.part, p.start, p.id"


def appearances(connection: sqlite3.Connection) -> list[Appearance]:
    """Give all appearances on the rosters of a store, sorted by their keys."""
    return _grouped(connection.execute(f"{_LINES} {_IN_ORDER}"))


def changed_names(connection: sqlite3.Connection) -> set[str]:
    """Give the names (as `name_key` has them) of which a roster line came or went since people were worked out."""
    new = connection.execute("SELECT DISTINCT name FROM participants WHERE appearance IS NULL")
    lost = connection.execute("SELECT DISTINCT name_key FROM appearances_touched JOIN appearances USING (id)")
    return {name_key(name) for (name,) in new} | {name for (name,) in lost}


def appearances_of_names(connection: sqlite3.Connection, names: Iterable[str]) -> list[Appearance]:
    """Give all appearances of these names as the rosters have them now, sorted; `names` hold those of all new lines."""
    theirs = "SELECT id FROM appearances WHERE name_key IN (SELECT value FROM json_each(?))"
    rows = connection.execute(
        f"{_LINES} WHERE p.appearance IN ({theirs}) OR p.appearance IS NULL {_IN_ORDER}", (json.dumps(sorted(names)),)
    )
    return _grouped(rows)


def _grouped(rows: Iterable[sqlite3.Row]) -> list[Appearance]:
    """Put the lines of rosters together; all of a name are there, in the order of their meetings."""
    grouped: defaultdict[tuple[str, str, int], list[sqlite3.Row]] = defaultdict(list)
    seen: set[tuple[str, str, int, int]] = set()
    for row in rows:
        key = (name_key(row["name"]), name_key(row["place"]))
        twin = 0
        while (*key, row["minutes"], twin) in seen:  # a roster that names two alike means two
            twin += 1
        seen.add((*key, row["minutes"], twin))
        grouped[(*key, twin)].append(row)
    found = []
    numbers: defaultdict[tuple[str, str], int] = defaultdict(int)
    for name, place, twin in sorted(grouped):
        for lines in _periods(grouped[name, place, twin]):
            numbers[name, place] += 1
            found.append(_appearance(name, place, numbers[name, place], lines))
    return found


def appearances_by_id(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[Appearance]:
    """Give these appearances as they were worked out last; the rosters have not changed since."""
    keys = json.dumps(sorted(wanted))
    lines: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(
        f"{_LINES} WHERE p.appearance IN (SELECT value FROM json_each(?)) {_IN_ORDER}", (keys,)
    ):
        lines[row["appearance"]].append(row)
    rows = connection.execute(
        "SELECT id, name_key, organisation_key, period FROM appearances"
        " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name_key, organisation_key, period",
        (keys,),
    )
    return [_appearance(name, place, period, lines[key]) for key, name, place, period in rows]


def _periods(rows: list[sqlite3.Row]) -> Iterator[list[sqlite3.Row]]:
    """Part lines, sorted by date, where nobody of the name is seen for too long; undated ones go with the first."""
    dated = [row for row in rows if _day(row["date"])]
    period = [row for row in rows if not _day(row["date"])]
    before: date | None = None
    for row in dated:
        day = _day(row["date"])
        assert day is not None
        if before and (day - before).days > LONGEST_GAP * 365.25:
            yield period
            period = []
        period.append(row)
        before = day
    yield period


def _appearance(name: str, place: str, period: int, rows: list[sqlite3.Row]) -> Appearance:
    writings = [row["name"] for row in rows]
    usual = min(set(writings), key=lambda writing: (-writings.count(writing), writing))
    return Appearance(
        name=usual,
        name_key=name,
        organisation_key=place,
        period=period,
        organisation=next((row["organisation"] for row in reversed(rows) if row["organisation"]), None),
        dates=[row["date"] for row in rows if _day(row["date"])],
        roles={name_key(row["role"]) for row in rows if row["role"]},
        bodies={name_key(row["body"]) for row in rows if row["body"]},
        initials={name_key(row["initials"]) for row in rows if row["initials"]},
        lines=[(row["minutes"], row["id"]) for row in rows],
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _slug(name: str) -> str:
    """Write a name as the readable part of an id: `karen-aagaard` of `karen ågård`."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60] or "unnamed"
