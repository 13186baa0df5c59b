"""Who is one person across meetings: worked out from all rosters after each import, and from what people decided.

The same rosters and decisions give the same people and ids, in whichever order they were imported. A person's id comes
from the earliest appearance, so that it stays as newer minutes come in. After a decision only the people whom it can
touch are worked out anew (`analyser.corpus.reach`), and the store is as if all had been.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable

from analyser.corpus.appearances import appearances
from analyser.corpus.decisions import Decision, Known, decisions, drop, keep, known_among, known_in, resolved
from analyser.corpus.grouping import Groups, in_doubt, places_of, put_together, scored, sound_of
from analyser.corpus.reach import reach
from analyser.corpus.store import transaction


class PeopleError(Exception):
    """What was decided about people cannot be done; its text is one line for people."""


def identify(connection: sqlite3.Connection) -> None:
    """Work out the people of a store, where its rosters have changed since: all or nothing."""
    if _is_stale(connection):
        with transaction(connection):
            _identify(connection)


def decide(connection: sqlite3.Connection, a: str, b: str, *, same: bool) -> list[str]:
    """Keep what a person decided about two people, and work those anew whom it touches.

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
    with transaction(connection):
        if _is_stale(connection):
            _identify(connection)
        known = {wanted: _known(connection, wanted) for wanted in (a, b)}
        if a == b:
            raise PeopleError(f"{a}: named twice; name two")
        if same and _stand_on_one_roster(connection, a, b):
            raise PeopleError(f"{a} and {b} stand on one roster, so that they are two; nothing was changed")
        first, second = sorted(one.anchor for one in known.values())

        def change() -> None:
            for before in list(resolved(connection, known_in(connection))):
                if set(before.two) == {a, b}:
                    drop(connection, before.decision)
            keep(connection, Decision(*first, *second, same))

        _changed(connection, (a, b), change)
        now = [_known_person(connection, one) for one in (a, b)]
    return list(dict.fromkeys(now))


def forget(connection: sqlite3.Connection, key: str) -> None:
    """Take a decision back, and work those anew whom it touched, as if it had never been.

    Raises:
        PeopleError: there is no such decision any longer.
    """
    with transaction(connection):
        if _is_stale(connection):
            _identify(connection)
        decision = next((one for one in decisions(connection) if one.key == key), None)
        if decision is None:
            raise PeopleError(f"{key}: no such decision")
        touched = [one.two for one in resolved(connection, known_in(connection)) if one.decision == decision]
        _changed(connection, {one for two in touched for one in two}, lambda: drop(connection, decision))


def _changed(connection: sqlite3.Connection, touched: Collection[str], change: Callable[[], None]) -> None:
    """Change a decision about these appearances, and work out anew those whom it reaches."""
    before = list(resolved(connection, known_in(connection)))
    change()
    after = list(resolved(connection, known_in(connection)))
    ours = reach(connection, touched, [one.two for one in (*before, *after) if one.decision.same])
    groups = Groups(ours.ones, [one.two for one in after if not one.decision.same])
    for group in ours.settled:
        for one in group[1:]:
            groups.join(group[0], one)
    core = ours.core
    put_together(
        groups,
        [one.two for one in after if one.decision.same and one.two[0] in core],
        [pair for pair in ours.pairs if pair.a.id in core and pair.b.id in core],
    )
    _write(connection, groups, in_doubt(groups, ours.pairs), core)


def _identify(connection: sqlite3.Connection) -> None:
    ones = appearances(connection)
    made = list(resolved(connection, known_among(ones)))
    groups = Groups(ones, [one.two for one in made if not one.decision.same])
    pairs = list(scored(ones, places_of(ones)))
    put_together(groups, [one.two for one in made if one.decision.same], pairs)
    _write(connection, groups, in_doubt(groups, pairs))
    connection.execute("UPDATE people_stale SET stale = 0")


def _write(
    connection: sqlite3.Connection,
    groups: Groups,
    doubtful: Iterable[tuple[str, str, float, str]],
    core: Collection[str] | None = None,
) -> None:
    """Put the people into the store, and touch only the rows that change.

    Args:
        connection: a store in a transaction.
        groups: of appearances.
        doubtful: pairs of people.
        core: the appearances whose groups are written; None for all.
    """
    people, ones, lines = [], [], []
    for group in groups.all():
        if core is not None and group[0].id not in core:
            continue
        key = group[0].id
        latest = max(group, key=lambda one: (one.dates[-1:], one.order))
        people.append((key, max((one.name for one in group), key=lambda name: (len(name.split()), len(name), name)),
                       latest.organisation))  # fmt: skip
        for one in group:
            ones.append((one.id, key, one.name_key, one.organisation_key, one.period, one.first, sound_of(one)))
            lines += [(minutes, participant, one.id, key) for minutes, participant in one.lines]
    connection.execute("CREATE TEMP TABLE former (person TEXT PRIMARY KEY) WITHOUT ROWID")
    if core is None:
        connection.execute("INSERT INTO temp.former SELECT id FROM people")
    else:
        connection.executemany(
            "INSERT OR IGNORE INTO temp.former SELECT person FROM appearances WHERE id = ?", ((one,) for one in core)
        )
    for side in "ab":
        connection.execute(f"DELETE FROM doubtful_pairs WHERE {side} IN temp.former")
    connection.executemany(
        "INSERT INTO people (id, name, organisation) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET name = excluded.name, organisation = excluded.organisation",
        people,
    )
    connection.executemany(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET person = excluded.person, first = excluded.first, sounding = excluded.sounding"
        " WHERE (person, first, sounding) IS NOT (excluded.person, excluded.first, excluded.sounding)",
        ones,
    )
    connection.executemany(
        "UPDATE participants SET appearance = ?3, person = ?4 WHERE minutes = ?1 AND id = ?2"
        " AND (appearance IS NOT ?3 OR person IS NOT ?4)",
        lines,
    )
    if core is None:
        connection.execute(
            "DELETE FROM appearances WHERE NOT EXISTS (SELECT 1 FROM participants WHERE appearance = appearances.id)"
        )
    connection.execute("DELETE FROM people WHERE id IN temp.former AND id NOT IN (SELECT person FROM appearances)")
    connection.execute("DROP TABLE temp.former")
    connection.executemany("INSERT INTO doubtful_pairs (a, b, score, reasons) VALUES (?, ?, ?, ?)", doubtful)


def _is_stale(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT stale FROM people_stale").fetchone()[0])


def _known(connection: sqlite3.Connection, key: str) -> Known:
    row = connection.execute(f"SELECT {', '.join(Known._fields)} FROM appearances WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise PeopleError(f"{key}: nobody has this id; `referat people --format csv` gives the ids")
    return Known._make(row)


def _known_person(connection: sqlite3.Connection, key: str) -> str:
    return str(connection.execute("SELECT person FROM appearances WHERE id = ?", (key,)).fetchone()[0])


def _stand_on_one_roster(connection: sqlite3.Connection, a: str, b: str) -> bool:
    sql = "SELECT minutes FROM participants WHERE appearance = ?"
    return connection.execute(f"{sql} INTERSECT {sql} LIMIT 1", (a, b)).fetchone() is not None
