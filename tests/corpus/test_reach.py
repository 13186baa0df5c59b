"""A decision about two people works out only those anew whom it touches, and leaves the store as if all had been."""

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from analyser.corpus import identifying
from analyser.corpus.decisions import decisions
from analyser.corpus.identifying import PeopleError, decide, forget, identify
from analyser.corpus.keeping import keep_copy
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

ALIKE = ("Karen Holm", "Karen Aagaard Holm", "Karen Bo Holm", "Karen Aagaard Bo Holm", "Jens Lund", "Jens Bo Lund")
"""Names that are one person's where all else is the same, if no roster has two of them."""


def held(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Put one more meeting into a store: of people who may be many, or of some who are much alike."""
    if chance.random() < 0.5:
        lines = [(chance.choice(NAMES), chance.choice(("formand", None)), chance.choice(PLACES)) for _ in range(3)]
        meet(connection, f"{chance.choice(YEARS)}-01-10", *lines, body=chance.choice(BODIES))
    else:
        place = chance.choice(PLACES[:2])
        names = chance.sample(ALIKE, chance.choice((1, 1, 2)))
        meet(connection, f"{chance.choice(YEARS)}-01-10", *((name, "formand", place) for name in names))


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
    for _ in range(20):
        held(connection, chance)
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
        identify(connection, anew=True)
        assert told(connection) == after
        changed += after != before
    assert changed > 3
    connection.close()


@pytest.mark.parametrize("seed", range(6))
def test_an_import_gives_what_working_out_all_anew_gives(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New files, files that hold others now, files that are erased or analysed anew; with decisions between."""
    monkeypatch.setattr(identifying, "_MOST", 1)  # as few lines as there are here, and only the changed ones
    chance = random.Random(seed)
    connection = connect(tmp_path / "arkiv.db", write=True)
    for _ in range(4):
        held(connection, chance)
    identify(connection)
    changed = 0
    for _ in range(25):
        before = told(connection)
        files = [row[0] for row in connection.execute("SELECT path FROM files ORDER BY path")]
        keys = [row[0] for row in connection.execute("SELECT key FROM minutes ORDER BY key")]
        match chance.randrange(4):
            case 0:
                keep_copy(connection, chance.choice(files), "0" * 64, [chance.choice(keys)])
            case 1:
                ids = [row[0] for row in connection.execute("SELECT id FROM appearances ORDER BY id")]
                with suppress(PeopleError):
                    decide(connection, *chance.sample(ids, 2), same=chance.random() < 0.6)
            case _:
                for _ in range(chance.randint(1, 2)):
                    held(connection, chance)
        identify(connection)
        after = told(connection)
        identify(connection, anew=True)
        assert told(connection) == after
        changed += after != before
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert changed > 6
    connection.close()
