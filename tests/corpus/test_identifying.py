"""Who is one person across meetings: what is put together, what is doubtful, and what a person decides about it."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyser.corpus import Corpus
from analyser.corpus.appearances import appearances
from analyser.corpus.identifying import PeopleError, decide, identify
from analyser.corpus.keeping import keep
from analyser.corpus.likeness import is_abbreviated, is_near_spelling
from analyser.corpus.store import connect
from analyser.minutes import Analysis, Meeting, Minutes, Participant, SourceFacts

Line = tuple[str, str | None, str | None]  # name, role, organisation


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = connect(tmp_path / "arkiv.db", write=True)
    yield made
    made.close()


def meet(
    connection: sqlite3.Connection, day: str, *lines: Line, body: str = "Havneudvalget", place: str = "Søby"
) -> None:
    """Put minutes into the store whose roster has these lines."""
    count = connection.execute("SELECT count(*) FROM minutes").fetchone()[0]
    text = "\n".join(name for name, _, _ in lines)
    at = 0
    roster = []
    for number, (name, role, organisation) in enumerate(lines, start=1):
        span = (at, at + len(name))
        roster.append(Participant(id=f"p{number}", name=name, role=role, organisation=organisation, span=span))
        at += len(name) + 1
    minutes = Minutes(
        source=SourceFacts(name="a.txt", sha256=f"{count:064d}", media_type="text/plain", encoding="utf-8"),
        analysis=Analysis(analyser="0.1.0", model="none"),
        text=text,
        meeting=Meeting(body=body, organisation=place, date=day),
        participants=tuple(roster),
    )
    keep(connection, f"/arkiv/{count}.txt", minutes)


def persons(connection: sqlite3.Connection) -> list[list[str]]:
    """Give the names of each person as they are written, in the order of the meetings."""
    identify(connection)
    rows = connection.execute(
        "SELECT person, group_concat(name, ' | ') FROM (SELECT person, name FROM participants"
        " JOIN minutes ON key = minutes ORDER BY date, start) GROUP BY person ORDER BY 2"
    )
    return [names.split(" | ") for _, names in rows]


def ids(connection: sqlite3.Connection) -> dict[str, str]:
    return {row["name"]: row["id"] for row in connection.execute("SELECT name, id FROM people")}


def doubts(connection: sqlite3.Connection) -> list[set[str]]:
    frame = Corpus(connection).doubtful()
    return [{row["name_a"], row["name_b"]} for _, row in frame.iterrows()]


def test_one_name_in_one_organisation_is_one_person_with_the_roles_held(connection: sqlite3.Connection) -> None:
    meet(connection, "2019-01-10", ("Karen Holm", "medlem", None))
    meet(connection, "2021-01-10", ("KAREN  HOLM", "formand", None))
    meet(connection, "2023-01-10", ("Karen Holm", "formand", "Søby"), body="Skoleudvalget")
    assert persons(connection) == [["Karen Holm", "KAREN  HOLM", "Karen Holm"]]
    (row,) = Corpus(connection).people().to_dict("records")
    assert row["id"].startswith("karen-holm-")
    assert row["held"] == "medlem, Havneudvalget 2019; formand, Havneudvalget 2021; formand, Skoleudvalget 2023"
    assert row["meetings"] == 3
    assert doubts(connection) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "named"),
    [
        (("K. Holm", "formand", None), ("Karen Holm", "formand", None), "abbreviated"),
        (("Karen Holm", "formand", None), ("Karin Holm", "formand", None), "nearly the same"),
        (("Jens Pedersen", None, None), ("Jens Petersen", None, None), "nearly the same"),
        (("Karen Holm", "formand", None), ("Karen Aagaard Holm", "kasserer", None), "more middle names"),
        (("Karen Holm", "formand", "Søby Skole"), ("Karen Holm", "læge", "Nørreå Sygehus"), "Karen Holm"),
    ],
)
def test_who_may_be_one_stays_apart_and_is_listed(
    connection: sqlite3.Connection, ours: Line, theirs: Line, named: str
) -> None:
    meet(connection, "2019-01-10", ours)
    meet(connection, "2020-01-10", theirs)
    assert len(persons(connection)) == 2
    assert doubts(connection) == [{ours[0], theirs[0]}]
    (pair,) = connection.execute("SELECT score, reasons FROM doubtful_pairs").fetchall()
    reasons = json.loads(pair["reasons"])
    assert sum(points for _, _, points in reasons) == pair["score"]
    assert named in {comparison: seen for comparison, seen, _ in reasons}["name"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Karen Holm", None, None), ("Torben Holm", None, None)),
        (("Karen Holm", None, None), ("Karen Bakkeholt", None, None)),
        (("Karen", None, "Søby Skole"), ("Karen", None, "Nørreå Sygehus")),
        (("K. Holm", "formand", "Søby Skole"), ("Karen Holm", "læge", "Nørreå Sygehus")),
    ],
)
def test_who_are_not_even_in_doubt(connection: sqlite3.Connection, ours: Line, theirs: Line) -> None:
    meet(connection, "2019-01-10", ours)
    meet(connection, "2020-01-10", theirs)
    assert len(persons(connection)) == 2
    assert doubts(connection) == []


def test_the_same_name_decades_later_is_in_doubt(connection: sqlite3.Connection) -> None:
    meet(connection, "1984-01-10", ("Karen Holm", "formand", None))
    meet(connection, "2019-01-10", ("Karen Holm", "formand", None))
    assert persons(connection) == [["Karen Holm"], ["Karen Holm"]]
    assert doubts(connection) == [{"Karen Holm"}]
    meet(connection, "1995-01-10", ("Karen Holm", "formand", None))
    meet(connection, "2007-01-10", ("Karen Holm", "formand", None))
    assert persons(connection) == [["Karen Holm"] * 4]


def test_an_organisation_written_in_two_ways_with_a_body_shared_is_one(connection: sqlite3.Connection) -> None:
    meet(connection, "2019-01-10", ("Karen Holm", None, "Midt- og Vestfjords Politi"))
    meet(connection, "2020-01-10", ("Karen Holm", None, "Midt og Vestfjords Politi"))
    assert persons(connection) == [["Karen Holm", "Karen Holm"]]


def test_two_on_one_roster_are_two(connection: sqlite3.Connection) -> None:
    meet(connection, "2019-01-10", ("Karen Holm", "formand", None), ("Karen Holm", "kasserer", None))
    meet(connection, "2019-02-10", ("K. Holm", "formand", None), ("Karin Holm", "kasserer", None))
    assert len(persons(connection)) == 4
    both = [one.id for one in appearances(connection) if one.name == "Karen Holm"]
    with pytest.raises(PeopleError, match="stand on one roster"):
        decide(connection, both[0], both[1], same=True)


def test_a_decision_stands_after_every_import(connection: sqlite3.Connection) -> None:
    meet(connection, "2019-01-10", ("K. Holm", "formand", None))
    meet(connection, "2020-01-10", ("Karen Holm", "formand", None))
    identify(connection)
    short, long = ids(connection)["K. Holm"], ids(connection)["Karen Holm"]
    assert decide(connection, long, short, same=True) == [short]
    assert persons(connection) == [["K. Holm", "Karen Holm"]]
    assert ids(connection) == {"Karen Holm": short}
    assert doubts(connection) == []
    meet(connection, "2018-01-10", ("Karen Holm", "formand", None))
    meet(connection, "2021-01-10", ("K. Holm", "formand", None))
    assert len(persons(connection)) == 1
    parted = decide(connection, short, long, same=False)
    assert sorted(parted) == sorted([short, long])
    meet(connection, "2022-01-10", ("Karen Holm", "formand", None))
    assert len(persons(connection)) == 2
    assert doubts(connection) == []
    assert connection.execute("SELECT count(*) FROM people_decided").fetchone()[0] == 1


def test_what_was_put_together_can_be_taken_apart(connection: sqlite3.Connection) -> None:
    meet(connection, "2019-01-10", ("Karen Holm", None, "Midt- og Vestfjords Politi"))
    meet(connection, "2020-01-10", ("Karen Holm", None, "Midt og Vestfjords Politi"))
    assert len(persons(connection)) == 1
    a, b = (one.id for one in appearances(connection))
    decide(connection, a, b, same=False)
    assert len(persons(connection)) == 2


def test_nobody_of_that_id(connection: sqlite3.Connection) -> None:
    meet(connection, "2019-01-10", ("Karen Holm", None, None))
    (known,) = (one.id for one in appearances(connection))
    for a, b in ((known, "ingen-000000"), (known, known)):
        with pytest.raises(PeopleError):
            decide(connection, a, b, same=True)


def test_the_order_of_imports_does_not_matter(tmp_path: Path) -> None:
    meetings: list[tuple[str, Line]] = [
        ("1984-01-10", ("Karen Holm", "formand", None)),
        ("2019-01-10", ("Karen Holm", "formand", None)),
        ("2020-01-10", ("K. Holm", "formand", None)),
        ("2021-01-10", ("Karen Holm", "læge", "Nørreå Sygehus")),
    ]
    seen = []
    for number, order in enumerate((meetings, meetings[::-1])):
        made = connect(tmp_path / f"{number}.db", write=True)
        for day, line in order:
            meet(made, day, line)
        identify(made)
        people = made.execute("SELECT * FROM people ORDER BY id").fetchall()
        pairs = made.execute("SELECT * FROM doubtful_pairs ORDER BY a, b").fetchall()
        seen.append(([tuple(row) for row in people], [tuple(row) for row in pairs]))
        made.close()
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("k holm", "karen holm", True),
        ("k a holm", "karen aagaard holm", True),
        ("k holm", "torben holm", False),
        ("karen holm", "karen aagaard holm", False),
        ("k holm", "karen bakkeholt", False),
    ],
)
def test_initials_for_names(short: str, long: str, fits: bool) -> None:
    assert is_abbreviated(short.split(), long.split()) is fits


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("karen holm", "karin holm", True),
        ("jens petersen", "jens pedersen", True),
        ("christian bakkeholt", "kristian bakkeholt", True),
        ("ole holm", "ida holm", False),
        ("karen holm", "karl holm", False),
    ],
)
def test_near_spellings(a: str, b: str, near: bool) -> None:
    assert is_near_spelling(a, b) is near
