"""Who is one person across meetings: worked out from all rosters after each import, and from what people decided.

The same rosters and decisions give the same people and ids, in whichever order they were imported. A person's id comes
from the earliest appearance, so that it stays as newer minutes come in. After a decision, and after an import that
changed few of the rosters, only the people whom that can touch are worked out anew (`analyser.corpus.reach`), and the
store is as if all had been.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence

from analyser.corpus.appearances import Appearance, appearances, appearances_of_names, changed_names
from analyser.corpus.decisions import Decision, Known, decisions, drop, keep, known_among, known_in, resolved
from analyser.corpus.grouping import Groups, Two, in_doubt, places_of, put_together, scored, sound_of
from analyser.corpus.reach import reach
from analyser.corpus.store import transaction


class PeopleError(Exception):
    """What was decided about people cannot be done; its text is one line for people."""


_MOST = 5
"""Of so many roster lines, one may be new for an import to work out only those people whom it touches."""


def identify(connection: sqlite3.Connection, *, anew: bool = False) -> None:
    """Work out the people of a store, as far as its rosters have changed since: all or nothing.

    Args:
        connection: a store open for writing.
        anew: work all out, whatever has changed.
    """
    if anew or _is_stale(connection):
        with transaction(connection):
            if anew or not _identify_changed(connection):
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
    _regroup(connection, touched, [one.two for one in before if one.decision.same])


def _regroup(
    connection: sqlite3.Connection, touched: Collection[str], before: Iterable[Two] = (), former: Iterable[str] = ()
) -> None:
    """Work out anew whom a change can reach.

    Args:
        connection: a store in a transaction, whose appearances are as the rosters have them.
        touched: ids of the appearances that changed, and of those that were one person with any of them.
        before: the two of every decision that said two were one.
        former: ids of people who may be there no longer.
    """
    after = list(resolved(connection, known_in(connection)))
    ours = reach(connection, touched, [*before, *(one.two for one in after if one.decision.same)])
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
    _write(connection, groups, in_doubt(groups, ours.pairs), core, former)


def _identify_changed(connection: sqlite3.Connection) -> bool:
    """Work out anew whom the rosters that have changed can touch; where those are too many, do nothing: False."""
    lines, new = connection.execute("SELECT count(*), sum(appearance IS NULL) FROM participants").fetchone()
    if (new or 0) * _MOST > lines:
        return False
    names = changed_names(connection)
    ones = appearances_of_names(connection, names)
    of_names = "SELECT {} FROM appearances WHERE name_key IN (SELECT value FROM json_each(?))"
    keys = json.dumps(sorted(names))
    before = dict(map(tuple, connection.execute(of_names.format("id, person"), (keys,))))
    fellows = connection.execute(
        f"SELECT id FROM appearances WHERE person IN ({of_names.format('person')})", (keys,)
    ).fetchall()
    now = {one.id for one in ones}
    gone = before.keys() - now
    connection.executemany(  # for as long as it is not known whose they are, they are people of their own
        "INSERT INTO people (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING", ((one.id, one.name) for one in ones)
    )
    _write_appearances(connection, [(one, before.get(one.id, one.id)) for one in ones])
    connection.executemany("DELETE FROM appearances WHERE id = ?", ((key,) for key in gone))
    touched = now | {key for (key,) in fellows} - gone
    if touched:
        _regroup(connection, touched, former={*before.values(), *now})
    else:
        connection.executemany("DELETE FROM people WHERE id = ?", ((key,) for key in {*before.values()}))
    connection.execute("DELETE FROM appearances_touched")
    connection.execute("UPDATE people_stale SET stale = 0")
    return True


def _identify(connection: sqlite3.Connection) -> None:
    ones = appearances(connection)
    made = list(resolved(connection, known_among(ones)))
    groups = Groups(ones, [one.two for one in made if not one.decision.same])
    pairs = list(scored(ones, places_of(ones)))
    put_together(groups, [one.two for one in made if one.decision.same], pairs)
    _write(connection, groups, in_doubt(groups, pairs))
    connection.execute("DELETE FROM appearances_touched")
    connection.execute("UPDATE people_stale SET stale = 0")


def _write(
    connection: sqlite3.Connection,
    groups: Groups,
    doubtful: Iterable[tuple[str, str, float, str]],
    core: Collection[str] | None = None,
    former: Iterable[str] = (),
) -> None:
    """Put the people into the store, and touch only the rows that change.

    Args:
        connection: a store in a transaction.
        groups: of appearances.
        doubtful: pairs of people.
        core: the appearances whose groups are written; None for all.
        former: ids of people who may be there no longer, beside those whom the core's appearances were.
    """
    people, ones = [], []
    for group in groups.all():
        if core is not None and group[0].id not in core:
            continue
        key = group[0].id
        latest = max(group, key=lambda one: (one.dates[-1:], one.order))
        people.append((key, max((one.name for one in group), key=lambda name: (len(name.split()), len(name), name)),
                       latest.organisation))  # fmt: skip
        ones += [(one, key) for one in group]
    connection.execute("CREATE TEMP TABLE former (person TEXT PRIMARY KEY) WITHOUT ROWID")
    if core is None:
        connection.execute("INSERT INTO temp.former SELECT id FROM people")
    else:
        connection.executemany(
            "INSERT OR IGNORE INTO temp.former SELECT person FROM appearances WHERE id = ?", ((one,) for one in core)
        )
        connection.executemany("INSERT OR IGNORE INTO temp.former VALUES (?)", ((one,) for one in former))
    for side in "ab":
        connection.execute(f"DELETE FROM doubtful_pairs WHERE {side} IN temp.former")
    connection.executemany(
        "INSERT INTO people (id, name, organisation) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET name = excluded.name, organisation = excluded.organisation",
        people,
    )
    _write_appearances(connection, ones)
    if core is None:
        connection.execute(
            "DELETE FROM appearances WHERE NOT EXISTS (SELECT 1 FROM participants WHERE appearance = appearances.id)"
        )
    connection.execute("DELETE FROM people WHERE id IN temp.former AND id NOT IN (SELECT person FROM appearances)")
    connection.execute("DROP TABLE temp.former")
    connection.executemany("INSERT INTO doubtful_pairs (a, b, score, reasons) VALUES (?, ?, ?, ?)", doubtful)


def _write_appearances(connection: sqlite3.Connection, ones: Sequence[tuple[Appearance, str]]) -> None:
    """Write appearances, whose they are, and which roster lines are theirs, as far as that is not in the store."""
    connection.executemany(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET person = excluded.person, first = excluded.first, sounding = excluded.sounding"
        " WHERE (person, first, sounding) IS NOT (excluded.person, excluded.first, excluded.sounding)",
        (
            (one.id, person, one.name_key, one.organisation_key, one.period, one.first, sound_of(one))
            for one, person in ones
        ),
    )
    connection.executemany(
        "UPDATE participants SET appearance = ?3, person = ?4 WHERE minutes = ?1 AND id = ?2"
        " AND (appearance IS NOT ?3 OR person IS NOT ?4)",
        ((minutes, key, one.id, person) for one, person in ones for minutes, key in one.lines),
    )


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
