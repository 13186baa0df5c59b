"""Who is one person across meetings: worked out anew from all rosters after each import, and from what people decided.

The same rosters and decisions give the same people and ids, in whichever order they were imported. A person's id comes
from the earliest appearance, so that it stays as newer minutes come in.
"""

import hashlib
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from analyser.corpus.appearances import Appearance, appearances
from analyser.corpus.likeness import COMMON, DOUBTFUL, ONE, Reason, reasons, score
from analyser.corpus.store import transaction

LARGEST_BLOCK = 50
"""Appearances of one name in so many organisations are not compared across them: such a name tells nobody apart."""

_FOLDED = str.maketrans({"d": "t", "c": "k", "q": "k", "w": "v", "z": "s", "g": "k", "b": "p"})


class PeopleError(Exception):
    """What was decided about people cannot be done; its text is one line for people."""


class Pair(NamedTuple):
    """Two appearances, the earlier first, and how likely they are one person."""

    a: Appearance
    b: Appearance
    score: float
    reasons: Sequence[Reason]


class _Groups:
    """Appearances put together, none with one that it must stay apart from."""

    def __init__(self, ones: Sequence[Appearance], apart: Iterable[tuple[Appearance, Appearance]]) -> None:
        self._group = {id(one): [one] for one in ones}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            self._apart[id(a)].add(id(b))
            self._apart[id(b)].add(id(a))

    def of(self, one: Appearance) -> list[Appearance]:
        return self._group[id(one)]

    def are_apart(self, a: Appearance, b: Appearance) -> bool:
        """Tell whether two, or any that they were put together with, must stay apart."""
        ours, theirs = self.of(a), self.of(b)
        if any(id(two) in self._apart[id(one)] for one in ours for two in theirs):
            return True
        meetings = {minutes for one in ours for minutes, _ in one.lines}
        return any(minutes in meetings for two in theirs for minutes, _ in two.lines)  # on one roster

    def join(self, a: Appearance, b: Appearance) -> None:
        ours, theirs = self.of(a), self.of(b)
        if ours is theirs:
            return
        ours += theirs
        for one in theirs:
            self._group[id(one)] = ours

    def all(self) -> list[list[Appearance]]:
        """Give each group once, its earliest appearance first."""
        distinct = {id(group): sorted(group, key=lambda one: one.order) for group in self._group.values()}
        return sorted(distinct.values(), key=lambda group: group[0].order)


def identify(connection: sqlite3.Connection) -> None:
    """Work out the people of a store, where its rosters have changed since: all or nothing."""
    if connection.execute("SELECT stale FROM people_stale").fetchone()[0]:
        with transaction(connection):
            _identify(connection)


def decide(connection: sqlite3.Connection, a: str, b: str, *, same: bool) -> list[str]:
    """Keep what a person decided about two people, and work the people out anew.

    Args:
        connection: a store open for writing.
        a: the id of a person, or the one that they had before they were put together with another.
        b: of another.
        same: whether they are one.

    Returns:
        The ids of those that the two now are: one, or two.

    Raises:
        PeopleError: there is no such id, both are the same appearance, or they stood on one roster.
    """
    known = {one.id: one for one in appearances(connection)}
    for wanted in (a, b):
        if wanted not in known:
            raise PeopleError(f"{wanted}: nobody has this id; `referat people --format csv` gives the ids")
    if a == b:
        raise PeopleError(f"{a}: named twice; name two")
    first, second = sorted((known[a], known[b]), key=_anchor)
    if same and {minutes for minutes, _ in first.lines} & {minutes for minutes, _ in second.lines}:
        raise PeopleError(f"{a} and {b} stand on one roster, so that they are two; nothing was changed")
    with transaction(connection):
        for row, *pair, _ in list(_decisions(connection, list(known.values()))):
            if {one.id for one in pair} == {a, b}:
                connection.execute("DELETE FROM people_decided WHERE rowid = ?", (row,))
        connection.execute(
            "INSERT INTO people_decided VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET same = excluded.same",
            (*_anchor(first), *_anchor(second), same),
        )
        _identify(connection)
    now = (_person_of(connection, one) for one in (known[a], known[b]))
    return list(dict.fromkeys(now))


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


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """Give what was decided about people, also about those who are on no roster now."""
    rows = connection.execute("SELECT * FROM people_decided ORDER BY a_name, b_name, a_date, b_date")
    return [Decision._make((*tuple(row)[:-1], bool(row["same"]))) for row in rows]


def forget(connection: sqlite3.Connection, key: str) -> None:
    """Take a decision back, and work the people out anew, as if it had never been.

    Raises:
        PeopleError: there is no such decision any longer.
    """
    with transaction(connection):
        decision = next((one for one in decisions(connection) if one.key == key), None)
        if decision is None:
            raise PeopleError(f"{key}: no such decision")
        tests = " AND ".join(f"{name} = ?" for name in Decision._fields[:-1])
        connection.execute(f"DELETE FROM people_decided WHERE {tests}", decision[:-1])
        _identify(connection)


def _identify(connection: sqlite3.Connection) -> None:
    ones = appearances(connection)
    together, apart = _decided(connection, ones)
    groups = _Groups(ones, apart)
    for a, b in together:
        groups.join(a, b)
    pairs = [pair for pair in scored(ones) if not groups.are_apart(pair.a, pair.b)]
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.a.order, pair.b.order)):
        if pair.score >= ONE and not groups.are_apart(pair.a, pair.b):
            groups.join(pair.a, pair.b)
    _write(connection, groups, pairs)


def scored(ones: Sequence[Appearance]) -> Iterator[Pair]:
    """Compare the appearances that may be one person, and give those that are doubtful at least.

    Only those are compared that share a name, or an organisation and the sound of a name; so the work grows with the
    number of people, not with its square.
    """
    named: defaultdict[str, list[Appearance]] = defaultdict(list)
    sounding: defaultdict[tuple[str, str, str], list[Appearance]] = defaultdict(list)
    for one in ones:
        named[one.name_key].append(one)
        if len(one.words) > 1:
            sounding[one.words[0][0], _sound(one.words[-1]), one.organisation_key].append(one)
    places = {name: len({one.organisation_key for one in same}) for name, same in named.items()}
    blocks = [same for name, same in named.items() if places[name] <= LARGEST_BLOCK]
    compared = set()
    for block in [*blocks, *sounding.values()]:
        for a, b in combinations(sorted(block, key=lambda one: one.order), 2):
            if (a.id, b.id) not in compared:
                compared.add((a.id, b.id))
                found = reasons(a, b, common=places[a.name_key] >= COMMON)
                if score(found) >= DOUBTFUL:
                    yield Pair(a, b, score(found), found)


def _sound(word: str) -> str:
    """Give what spellings of a family name share: `Pedersen`, `Petersen`, `Pederson`."""
    folded = re.sub(r"[aeiouyæøåäöh]", "", word[1:].replace("ch", "k").replace("ph", "f").translate(_FOLDED))
    return word[:1].translate(_FOLDED) + re.sub(r"(.)\1+", r"\1", folded)


def _anchor(one: Appearance) -> tuple[str, str, str]:
    """Give what names an appearance in a decision, so that it is found again after every import."""
    return one.name_key, one.organisation_key, one.dates[0] if one.dates else ""


Two = tuple[Appearance, Appearance]


def _decided(connection: sqlite3.Connection, ones: Sequence[Appearance]) -> tuple[list[Two], list[Two]]:
    """Give which appearances people decided to be one, and which two; decisions about absent ones wait."""
    together: list[Two] = []
    apart: list[Two] = []
    for _, a, b, same in _decisions(connection, ones):
        (together if same else apart).append((a, b))
    return together, apart


def _decisions(
    connection: sqlite3.Connection, ones: Sequence[Appearance]
) -> Iterator[tuple[int, Appearance, Appearance, bool]]:
    """Give each decision's row id, the two that it is about, and whether they are one."""
    named: defaultdict[tuple[str, str], list[Appearance]] = defaultdict(list)
    for one in ones:
        named[one.name_key, one.organisation_key].append(one)
    rows = connection.execute(
        "SELECT rowid, * FROM people_decided ORDER BY a_name, a_organisation, a_date, b_name, b_date"
    )
    for row in rows:
        a, b = (_nearest(named[row[f"{side}_name"], row[f"{side}_organisation"]], row[f"{side}_date"]) for side in "ab")
        if a is not None and b is not None and a is not b:
            yield row["rowid"], a, b, bool(row["same"])


def _nearest(ones: Sequence[Appearance], day: str) -> Appearance | None:
    """Give the appearance whose time holds a day, else the one that begins last before it, else the first."""
    begun = [one for one in ones if day and one.dates and one.dates[0] <= day]
    return max(begun, key=lambda one: one.dates[0], default=min(ones, key=lambda one: one.order, default=None))


def _write(connection: sqlite3.Connection, groups: _Groups, pairs: Sequence[Pair]) -> None:
    """Put the people into the store, and touch only the rows that change."""
    people, lines = [], []
    person: dict[int, str] = {}
    for group in groups.all():
        key = group[0].id
        latest = max(group, key=lambda one: (one.dates[-1:], one.order))
        people.append((key, max((one.name for one in group), key=lambda name: (len(name.split()), len(name), name)),
                       latest.organisation))  # fmt: skip
        lines += [(minutes, participant, key) for one in group for minutes, participant in one.lines]
        person |= {id(one): key for one in group}
    connection.execute("DELETE FROM doubtful_pairs")
    connection.execute("CREATE TEMP TABLE resolved (minutes INTEGER, id TEXT, person TEXT, PRIMARY KEY (minutes, id))")
    connection.executemany("INSERT INTO temp.resolved VALUES (?, ?, ?)", lines)
    connection.executemany(
        "INSERT INTO people (id, name, organisation) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET name = excluded.name, organisation = excluded.organisation",
        people,
    )
    connection.execute(
        "UPDATE participants SET person = resolved.person FROM temp.resolved"
        " WHERE resolved.minutes = participants.minutes AND resolved.id = participants.id"
        " AND participants.person IS NOT resolved.person"
    )
    connection.execute("DELETE FROM people WHERE id NOT IN (SELECT person FROM temp.resolved)")
    connection.execute("DROP TABLE temp.resolved")
    connection.executemany(
        "INSERT INTO doubtful_pairs (a, b, score, reasons) VALUES (?, ?, ?, ?)", _doubtful(groups, pairs, person)
    )
    connection.execute("UPDATE people_stale SET stale = 0")


def _doubtful(groups: _Groups, pairs: Sequence[Pair], person: dict[int, str]) -> Iterator[tuple[str, str, float, str]]:
    """Give the people who may be one, each two by the appearances of theirs that are most alike."""
    best: dict[tuple[str, str], Pair] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.a.order, pair.b.order)):
        a, b = sorted((person[id(pair.a)], person[id(pair.b)]))
        if a != b and not groups.are_apart(pair.a, pair.b):
            best.setdefault((a, b), pair)
    for (a, b), pair in best.items():
        told = [(reason.comparison, reason.seen, reason.points) for reason in pair.reasons]
        yield a, b, pair.score, json.dumps(told, ensure_ascii=False)


def _person_of(connection: sqlite3.Connection, one: Appearance) -> str:
    row = connection.execute("SELECT person FROM participants WHERE minutes = ? AND id = ?", one.lines[0]).fetchone()
    return str(row["person"])
