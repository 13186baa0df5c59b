"""People across meetings: who is on the rosters, which roles they held in which bodies and when, how often they speak.

Each row is a person as `analyser.corpus.identifying` knows them, under an id; where it is in doubt whether two are one,
they are two rows, and `doubtful` lists them. Rosters that were put into a store without that (by `keep` alone) count
by name and organisation, and have no id.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

from analyser.corpus.frames import typed
from analyser.corpus.question import VIEWS, Kind, Question, roster_condition, terms
from analyser.corpus.search import danish_order, fts_query

PEOPLE = (
    "id", "name", "organisation", "roles", "bodies", "held", "meetings", "absent", "statements", "decisions", "actions",
    "first", "last", "file", "start", "end", "quote",
)  # fmt: skip


DOUBTFUL = ("score", "a", "name_a", "organisation_a", "b", "name_b", "organisation_b", "reasons")


_KEY = "coalesce(participants.person, name_key(participants.name) || char(10) || name_key(participants.organisation))"
"""What the roster lines of one person share; an id holds no line break."""


class Listed(NamedTuple):
    """A person in a list: what their roster lines share, and how they are shown."""

    key: str
    name: str
    organisation: str | None


@dataclass
class Person:
    """What the rosters say of one person; roles and bodies in the order they were first seen.

    `id` is None where nobody worked it out. `held` are the first and the last day of each role in each body, `first`
    and `last` those of all. `source` is the file, start, end and quote of the latest roster line; `sha256`, `part` and
    `participant` its place in the store.
    """

    name: str
    organisation: str | None
    id: str | None = None
    roles: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)
    held: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    meetings: int = 0
    absent: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None
    source: tuple[object, ...] = ()
    sha256: str = ""
    part: int = 1
    participant: str = ""


def people(connection: sqlite3.Connection, question: Question) -> pd.DataFrame:
    """Give the people of the rosters as a frame; see `listed` and `rostered`.

    With `on`, only people who said, decided or are to do something with these words.

    Raises:
        QuestionError: the question holds a date that is none, or a field without a word.
    """
    found = rostered(connection, question, listed(connection, question))
    return typed([_row(person) for person in found if question.on is None or person.facts.total()], PEOPLE)


def listed(connection: sqlite3.Connection, question: Question) -> list[Listed]:
    """Give the people whom a question's name, body and dates admit, in Danish order of their names.

    `speaker` of the question is their name, as any roster line of theirs writes it.

    Raises:
        QuestionError: the question holds a date that is none, or a field without a word.
    """
    where, parameters = roster_condition(question)
    theirs = f"id IN (SELECT participants.person {where})"
    if not parameters:  # every line is theirs: one is enough
        theirs = "EXISTS (SELECT 1 FROM participants WHERE participants.person = people.id)"
    rows = connection.execute(
        f"SELECT id, name, organisation FROM people WHERE {theirs} UNION ALL"
        f" SELECT {_KEY}, max(participants.name), max(participants.organisation)"
        f" {where} AND participants.person IS NULL GROUP BY 1",
        parameters * 2,
    )
    found = (Listed(*row) for row in rows)
    return sorted(found, key=lambda one: (danish_order(one.name), danish_order(one.organisation or ""), one.key))


def rostered(connection: sqlite3.Connection, question: Question, wanted: Sequence[Listed]) -> list[Person]:
    """Give what the rosters of a question's body and dates say of these people, in their order.

    With `on`, only facts with these words are counted. The source is the roster line of the latest meeting.

    Args:
        connection: a store; its temporary tables `wanted` and `lines` are made anew.
        question: whose name is passed over.
        wanted: as `listed` gives them.

    Raises:
        QuestionError: the question holds a date that is none, or a field without a word.
    """
    _choose(connection, question, (one.key for one in wanted))
    found = {one.key: Person(one.name, one.organisation, None if "\n" in one.key else one.key) for one in wanted}
    _roles(connection, found)
    _sources(connection, found)
    for kind in VIEWS:
        for row in _facts(connection, kind, question):
            found[row["person"]].facts[kind] = row["n"]
    return list(found.values())


def _choose(connection: sqlite3.Connection, question: Question, keys: Iterable[str]) -> None:
    """Put the roster lines of these people into `lines`: whatever is then asked is asked of these alone."""
    where, parameters = roster_condition(replace(question, speaker=None))
    connection.execute("DROP TABLE IF EXISTS temp.wanted")
    connection.execute("DROP TABLE IF EXISTS temp.lines")
    connection.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.executemany("INSERT INTO temp.wanted VALUES (?)", ((key,) for key in keys))
    connection.execute(
        "CREATE TEMP TABLE lines (minutes INTEGER, id TEXT, person TEXT, PRIMARY KEY (minutes, id)) WITHOUT ROWID"
    )
    for test in ("participants.person IN temp.wanted", f"participants.person IS NULL AND {_KEY} IN temp.wanted"):
        connection.execute(
            f"INSERT INTO temp.lines SELECT participants.minutes, participants.id, {_KEY} {where} AND {test}",
            parameters,
        )


def _roles(connection: sqlite3.Connection, found: dict[str, Person]) -> None:
    """Count each one's meetings, role by role and body by body, those that were first seen first."""
    rows = connection.execute(
        "SELECT lines.person, iif(corrected_roles.minutes IS NULL, participants.role, corrected_roles.role) AS role,"
        " minutes.body, min(minutes.date) AS first, max(minutes.date) AS last, count(*) AS meetings,"
        " sum(participants.attendance = 'absent') AS absent"
        " FROM temp.lines JOIN participants USING (minutes, id) JOIN minutes ON minutes.key = lines.minutes"
        " LEFT JOIN corrected_roles"
        " ON corrected_roles.minutes = lines.minutes AND corrected_roles.participant = lines.id"
        " GROUP BY 1, 2, 3 ORDER BY min(coalesce(minutes.date, '')), 2, 3"
    )
    for row in rows:
        person = found[row["person"]]
        person.meetings += row["meetings"]
        person.absent += row["absent"]
        person.roles.update({row["role"]: None} if row["role"] else {})
        person.bodies.update({row["body"]: None} if row["body"] else {})
        if row["first"]:
            person.first = min(filter(None, (person.first, row["first"])))
            person.last = max(filter(None, (person.last, row["last"])))
            if row["role"] or row["body"]:
                person.held[row["role"] or "", row["body"] or ""] = row["first"], row["last"]


def _sources(connection: sqlite3.Connection, found: dict[str, Person]) -> None:
    """Find each one's roster line of the latest meeting."""
    rows = connection.execute(
        "WITH latest AS MATERIALIZED (SELECT lines.person, lines.minutes, lines.id,"  # of the row with the maximum
        " max(coalesce(minutes.date, '') || minutes.sha256 || printf('%06d', minutes.part))"
        " FROM temp.lines JOIN minutes ON minutes.key = lines.minutes GROUP BY 1)"
        ' SELECT latest.person, sha256, part, participants.id, file, start, "end", quote'
        " FROM latest JOIN participants USING (minutes, id) JOIN meetings ON meetings.key = latest.minutes"
    )
    for row in rows:
        person = found[row["person"]]
        person.source = tuple(row[name] for name in ("file", "start", "end", "quote"))
        person.sha256, person.part, person.participant = row["sha256"], row["part"], row["id"]


def _facts(connection: sqlite3.Connection, kind: Kind, question: Question) -> Iterable[sqlite3.Row]:
    """Count the facts of a kind whose actor stands in `lines`, by `person`: in an index, no fact is read."""
    index = VIEWS[kind][1]
    asked = terms(connection, question)
    told = f" AND facts.key IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)" if asked else ""
    return connection.execute(
        f"SELECT lines.person, count(*) AS n FROM temp.lines CROSS JOIN {kind}_facets AS facts"
        f" ON facts.minutes = lines.minutes AND facts.participant = lines.id{told} GROUP BY 1",
        [fts_query(asked)] if asked else [],
    )


def _row(person: Person) -> tuple[object, ...]:
    return (
        person.id,
        person.name,
        person.organisation,
        "; ".join(person.roles) or None,
        "; ".join(person.bodies) or None,
        "; ".join(_held(*office, *days) for office, days in person.held.items()) or None,
        person.meetings,
        person.absent,
        *(person.facts[kind] for kind in VIEWS),
        person.first,
        person.last,
        *person.source,
    )


def _held(role: str, body: str, since: str, until: str) -> str:
    """Write a role with its body and years: `skoleleder, Trivselsrådet 2019–2023`."""
    first, last = since[:4], until[:4]
    return f"{', '.join(filter(None, (role, body)))} {first if first == last else f'{first}–{last}'}"


def doubtful(connection: sqlite3.Connection) -> pd.DataFrame:
    """Give the pairs of people who may be one, the likeliest first; `reasons` says what each comparison gave."""
    rows = connection.execute(
        "SELECT score, a, p.name, p.organisation, b, q.name, q.organisation, reasons FROM doubtful_pairs"
        " JOIN people AS p ON p.id = a JOIN people AS q ON q.id = b ORDER BY score DESC, a, b"
    )
    return typed([(*tuple(row)[:-1], _told(row["reasons"])) for row in rows], DOUBTFUL)


def _told(reasons: str) -> str:
    """Write reasons in a line: `name 6 (Karen Holm); organisation -4 (Nørreå / Søby)`."""
    return "; ".join(f"{comparison} {points:g} ({seen})" for comparison, seen, points in json.loads(reasons))
