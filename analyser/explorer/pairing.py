"""Two people who may be one: what speaks for it, what speaks against it, and what a person decided."""

import json
import sqlite3
from dataclasses import dataclass

from analyser.corpus.decisions import Decision, decisions, spelled
from analyser.corpus.people import Listed, Person, rostered
from analyser.corpus.question import Question
from analyser.explorer.paging import Answers, page_of

PAIRS = "people"
"""The kind of doubt that these pairs are."""

PAGE = 25
"""Pairs on a page."""


@dataclass(frozen=True)
class Pair:
    """Two people, and which comparisons (`name`, `organisation`, …) speak for their being one, and which against."""

    a: Person
    b: Person
    pro: tuple[str, ...]
    con: tuple[str, ...]


@dataclass(frozen=True)
class Decided:
    """A decision, and the names and organisations of the two as a roster writes them; '' for no organisation."""

    decision: Decision
    a: tuple[str, str]
    b: tuple[str, str]


def count(connection: sqlite3.Connection) -> int:
    """Count the pairs that are in doubt."""
    return int(connection.execute("SELECT count(*) FROM doubtful_pairs").fetchone()[0])


def page(connection: sqlite3.Connection, total: int, number: int) -> Answers[Pair]:
    """Give one page of the pairs, the likeliest to be one first."""
    number = page_of(number, total, PAGE)
    rows = connection.execute(
        "SELECT a, b, reasons FROM doubtful_pairs ORDER BY score DESC, a, b LIMIT ? OFFSET ?",
        (PAGE, (number - 1) * PAGE),
    ).fetchall()
    keys = json.dumps(sorted({row[side] for row in rows for side in "ab"}))
    wanted = [
        Listed(*row)
        for row in connection.execute(
            "SELECT id, name, organisation FROM people WHERE id IN (SELECT value FROM json_each(?))", (keys,)
        )
    ]
    people = {one.key: person for one, person in zip(wanted, rostered(connection, Question(), wanted), strict=True)}
    return Answers([_pair(people[row["a"]], people[row["b"]], row["reasons"]) for row in rows], total, number, PAGE)


def decided(connection: sqlite3.Connection) -> list[Decided]:
    """Give what was decided, with names as a roster writes them where one still has them."""
    return [
        Decided(
            one,
            spelled(connection, one.a_name, one.a_organisation),
            spelled(connection, one.b_name, one.b_organisation),
        )
        for one in decisions(connection)
    ]


def _pair(a: Person, b: Person, reasons: str) -> Pair:
    found = json.loads(reasons)
    return Pair(
        a,
        b,
        pro=tuple(comparison for comparison, _, points in found if points > 0),
        con=tuple(comparison for comparison, _, points in found if points < 0),
    )
