"""A decision about two people works out only those anew whom it touches, and leaves the store as if all had been."""

import random
import sqlite3
from pathlib import Path

import pytest

from analyser.corpus.decisions import decisions
from analyser.corpus.identifying import PeopleError, decide, forget, identify
from analyser.corpus.store import connect
from tests.corpus.test_identifying import meet

NAMES = (
    "Karen Holm",
    "K. Holm",
    "Karin Holm",
    "Karen Aagaard Holm",
    "Jens Pedersen",
    "Jens Petersen",
    "Mie Lund",
    "Mie",
)
PLACES = (
    "Midt- og Vestfjords Politi",
    "Midt og Vestfjords Politi",
    "Søby Skole",
    "Søby  skole",
    "Nørreå Sygehus",
    None,
)
BODIES = ("Havneudvalget", "Skoleudvalget")
YEARS = (1984, 1985, 1999, 2012, 2019, 2020)


def told(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Give all that is worked out of people."""
    queries = (
        "SELECT * FROM people ORDER BY id",
        "SELECT * FROM doubtful_pairs ORDER BY a, b",
        "SELECT * FROM appearances ORDER BY id",
        "SELECT minutes, id, person, appearance FROM participants ORDER BY minutes, id",
    )
    return [[tuple(row) for row in connection.execute(query)] for query in queries]


@pytest.mark.parametrize("seed", range(6))
def test_a_decision_gives_what_working_out_all_anew_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    connection = connect(tmp_path / "arkiv.db", write=True)
    for _ in range(25):
        lines = [(chance.choice(NAMES), chance.choice(("formand", None)), chance.choice(PLACES)) for _ in range(3)]
        meet(connection, f"{chance.choice(YEARS)}-01-10", *lines, body=chance.choice(BODIES))
    identify(connection)
    changed = 0
    for _ in range(20):
        before = told(connection)
        ids = [row[0] for row in connection.execute("SELECT id FROM appearances ORDER BY id")]
        try:
            if chance.random() < 0.3 and (made := decisions(connection)):
                forget(connection, chance.choice(made).key)
            else:
                decide(connection, *chance.sample(ids, 2), same=chance.random() < 0.6)
        except PeopleError:
            continue  # two on one roster
        after = told(connection)
        connection.execute("UPDATE people_stale SET stale = 1")
        identify(connection)
        assert told(connection) == after
        changed += after != before
    assert changed > 3
    connection.close()
