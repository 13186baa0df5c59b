"""How far a decision about two people reaches: whose grouping it can change, and with whom those are compared.

Whether two appearances become one hangs on nothing but those that a chain of likely pairs, or of decisions that two
are one, ties to them. So that chain is followed from the two, in the store's table of appearances, and the rest of the
store stays unread.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from analyser.corpus.appearances import Appearance, appearances_by_id
from analyser.corpus.grouping import LARGEST_BLOCK, Pair, Two, scored
from analyser.corpus.likeness import ONE


@dataclass(frozen=True)
class Reach:
    """What a decision can touch.

    Attributes:
        core: ids of the appearances that are to be grouped anew.
        ones: these, and all of the people with whom any of them may be one.
        settled: ids of the appearances of each of those other people, whose groups stay.
        pairs: likely and doubtful pairs of which at least one is in the core.
    """

    core: frozenset[str]
    ones: list[Appearance]
    settled: list[list[str]]
    pairs: list[Pair]


def reach(connection: sqlite3.Connection, touched: Collection[str], together: Iterable[Two]) -> Reach:
    """Find what a decision about some appearances can change.

    Args:
        connection: a store whose people are worked out.
        touched: ids of the appearances that the decision is about.
        together: the two of every decision that says two are one, before it and after it.
    """
    bound: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in together:
        bound[a].add(b)
        bound[b].add(a)
    ones: dict[str, Appearance] = {}
    pairs: dict[Two, Pair] = {}
    core: set[str] = set()
    new = _with_fellows(connection, touched)
    while new:
        core |= new
        near = _near(connection, new)
        _load(connection, ones, near | new)
        block = [ones[key] for key in near | new]
        for pair in scored(block, _places(connection, block)):
            if pair.a.id in new or pair.b.id in new:
                pairs[pair.a.id, pair.b.id] = pair
        likely = {one.id for pair in pairs.values() if pair.score >= ONE for one in (pair.a, pair.b)}
        new = _with_fellows(connection, likely.union(*(bound[key] for key in core))) - core
    others = {one.id for pair in pairs.values() for one in (pair.a, pair.b)} - core
    fellows = _with_fellows(connection, others)
    _load(connection, ones, fellows)
    whole = core | fellows
    return Reach(
        frozenset(core), [ones[key] for key in sorted(whole)], _by_person(connection, fellows), list(pairs.values())
    )


def _load(connection: sqlite3.Connection, ones: dict[str, Appearance], wanted: Iterable[str]) -> None:
    if missing := set(wanted) - ones.keys():
        ones |= {one.id: one for one in appearances_by_id(connection, missing)}


def _with_fellows(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Give these and all that are put together with any of them."""
    rows = connection.execute(
        "SELECT id FROM appearances WHERE person IN"
        " (SELECT person FROM appearances WHERE id IN (SELECT value FROM json_each(?)))",
        (json.dumps(sorted(ids)),),
    )
    return {key for (key,) in rows}


def _near(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Give all that these are compared with; see `analyser.corpus.grouping.scored`."""
    keys = json.dumps(sorted(ids))
    ours = "WITH ours AS MATERIALIZED (SELECT * FROM appearances WHERE id IN (SELECT value FROM json_each(?)))"
    rows = connection.execute(
        f"{ours}, few AS (SELECT name_key FROM (SELECT DISTINCT name_key FROM ours) JOIN appearances USING (name_key)"
        " GROUP BY name_key HAVING count(DISTINCT organisation_key) <= ?)"
        " SELECT id FROM appearances WHERE name_key IN few"
        " UNION SELECT near.id FROM ours JOIN appearances AS near USING (sounding, organisation_key)",
        (keys, LARGEST_BLOCK),
    )
    return {key for (key,) in rows}


def _places(connection: sqlite3.Connection, ones: Iterable[Appearance]) -> dict[str, int]:
    """Count the organisations of the whole store in which each name stands."""
    rows = connection.execute(
        "SELECT name_key, count(DISTINCT organisation_key) FROM appearances"
        " WHERE name_key IN (SELECT value FROM json_each(?)) GROUP BY 1",
        (json.dumps(sorted({one.name_key for one in ones})),),
    )
    return {row[0]: row[1] for row in rows}


def _by_person(connection: sqlite3.Connection, ids: Iterable[str]) -> list[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    rows = connection.execute(
        "SELECT person, id FROM appearances WHERE id IN (SELECT value FROM json_each(?)) ORDER BY person, id",
        (json.dumps(sorted(ids)),),
    )
    for person, key in rows:
        found[person].append(key)
    return list(found.values())
