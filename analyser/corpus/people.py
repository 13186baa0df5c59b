"""People across meetings: who is on the rosters, in which roles, how often they speak.

A row is a name as it is written within one organisation, not a person who was proven to be one: two of the same name
in the same organisation stand in one row, and one whose name is written in two ways in two.
"""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

import pandas as pd

from analyser.corpus.frames import typed
from analyser.corpus.question import VIEWS, Question, condition, roster_condition
from analyser.corpus.search import danish_order, name_key

PEOPLE = (
    "name", "organisation", "roles", "bodies", "meetings", "absent", "statements", "decisions", "actions",
    "first", "last", "file", "start", "end", "quote",
)  # fmt: skip


@dataclass
class Person:
    """What the rosters say of one name in one organisation; roles and bodies in the order they were first seen.

    `source` is the file, start, end and quote of the latest roster line; `sha256` and `participant` its place in the
    store.
    """

    name: str
    organisation: str | None
    roles: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)
    meetings: int = 0
    absent: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    dates: list[str] = field(default_factory=list)
    source: tuple[object, ...] = ()
    sha256: str = ""
    participant: str = ""


def people(connection: sqlite3.Connection, question: Question) -> pd.DataFrame:
    """Give the people of the rosters as a frame; see `rostered`."""
    return typed([_row(person) for person in rostered(connection, question)], PEOPLE)


def rostered(connection: sqlite3.Connection, question: Question) -> list[Person]:
    """Give the people of the rosters, in Danish order of their names.

    `speaker` of the question is their name. With `on`, only people who said, decided or are to do something with
    these words, and only those facts are counted. The source is the roster line of the latest meeting.

    Raises:
        QuestionError: the question holds a date that is none, or a field without a word.
    """
    counts = _facts(connection, question)
    where, parameters = roster_condition(question)
    rows = connection.execute(
        "SELECT iif(corrected_roles.minutes IS NULL, participants.role, corrected_roles.role) AS role,"
        " meetings.sha256, meetings.date, meetings.body, meetings.file, participants.*"
        f" {where} ORDER BY meetings.date NULLS FIRST, meetings.file, participants.start",
        parameters,
    )
    found: dict[tuple[str, str], Person] = {}
    for row in rows:
        key = (name_key(row["name"]), name_key(row["organisation"]))
        person = found.setdefault(key, Person(row["name"], row["organisation"]))
        person.meetings += 1
        person.absent += row["attendance"] == "absent"
        person.facts.update(counts[row["sha256"], row["id"]])
        person.dates += [row["date"]] if row["date"] else []
        person.roles.update({row["role"]: None} if row["role"] else {})
        person.bodies.update({row["body"]: None} if row["body"] else {})
        person.source = (row["file"], row["start"], row["end"], row["quote"])
        person.sha256, person.participant = row["sha256"], row["id"]
    chosen = [p for p in found.values() if question.on is None or p.facts.total()]
    chosen.sort(key=lambda p: (danish_order(p.name), danish_order(p.organisation or "")))
    return chosen


def _facts(connection: sqlite3.Connection, question: Question) -> defaultdict[tuple[str, str], Counter[str]]:
    """Count the facts of each participant (by content and id), whatever the name."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind in VIEWS:
        where, parameters = condition(connection, kind, replace(question, speaker=None))
        sql = f"SELECT sha256, participant, count(*) AS n {where} AND participant IS NOT NULL GROUP BY 1, 2"
        for row in connection.execute(sql, parameters):
            counts[row["sha256"], row["participant"]][kind] = row["n"]
    return counts


def _row(person: Person) -> tuple[object, ...]:
    return (
        person.name,
        person.organisation,
        "; ".join(person.roles) or None,
        "; ".join(person.bodies) or None,
        person.meetings,
        person.absent,
        *(person.facts[kind] for kind in VIEWS),
        min(person.dates, default=None),
        max(person.dates, default=None),
        *person.source,
    )
