"""People across meetings: who is on the rosters, which roles they held in which bodies and when, how often they speak.

Each row is a person as `analyser.corpus.identifying` knows them, under an id; where it is in doubt whether two are one,
they are two rows, and `doubtful` lists them. Rosters that were put into a store without that (by `keep` alone) count
by name and organisation, and have no id.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

import pandas as pd

from analyser.corpus.frames import typed
from analyser.corpus.question import VIEWS, Question, condition, roster_condition
from analyser.corpus.search import danish_order, name_key

PEOPLE = (
    "id", "name", "organisation", "roles", "bodies", "held", "meetings", "absent", "statements", "decisions", "actions",
    "first", "last", "file", "start", "end", "quote",
)  # fmt: skip


DOUBTFUL = ("score", "a", "name_a", "organisation_a", "b", "name_b", "organisation_b", "reasons")


@dataclass
class Person:
    """What the rosters say of one person; roles and bodies in the order they were first seen.

    `id` is None where nobody worked it out. `held` are the days of the meetings for each role in each body. `source` is
    the file, start, end and quote of the latest roster line; `sha256`, `part` and `participant` its place in
    the store.
    """

    name: str
    organisation: str | None
    id: str | None = None
    roles: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)
    held: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    meetings: int = 0
    absent: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    dates: list[str] = field(default_factory=list)
    source: tuple[object, ...] = ()
    sha256: str = ""
    part: int = 1
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
        " meetings.sha256, meetings.part, meetings.date, meetings.body, meetings.file, participants.*"
        f" {where} ORDER BY meetings.date NULLS FIRST, meetings.file, participants.start",
        parameters,
    )
    found: dict[tuple[str, str], Person] = {}
    for row in rows:
        key = (row["person"] or name_key(row["name"]), "" if row["person"] else name_key(row["organisation"]))
        person = found.setdefault(key, Person(row["name"], row["organisation"], row["person"]))
        person.name = max(person.name, row["name"], key=lambda name: (len(name.split()), len(name)))
        person.organisation = row["organisation"] or person.organisation
        if row["date"] and (row["role"] or row["body"]):
            person.held.setdefault((row["role"] or "", row["body"] or ""), []).append(row["date"])
        person.meetings += 1
        person.absent += row["attendance"] == "absent"
        person.facts.update(counts[row["sha256"], row["part"], row["id"]])
        person.dates += [row["date"]] if row["date"] else []
        person.roles.update({row["role"]: None} if row["role"] else {})
        person.bodies.update({row["body"]: None} if row["body"] else {})
        person.source = (row["file"], row["start"], row["end"], row["quote"])
        person.sha256, person.part, person.participant = row["sha256"], row["part"], row["id"]
    chosen = [p for p in found.values() if question.on is None or p.facts.total()]
    chosen.sort(key=lambda p: (danish_order(p.name), danish_order(p.organisation or "")))
    return chosen


def _facts(connection: sqlite3.Connection, question: Question) -> defaultdict[tuple[str, int, str], Counter[str]]:
    """Count the facts of each participant (by content and id), whatever the name."""
    counts: defaultdict[tuple[str, int, str], Counter[str]] = defaultdict(Counter)
    for kind in VIEWS:
        where, parameters = condition(connection, kind, replace(question, speaker=None))
        sql = f"SELECT sha256, part, participant, count(*) AS n {where} AND participant IS NOT NULL GROUP BY 1, 2, 3"
        for row in connection.execute(sql, parameters):
            counts[row["sha256"], row["part"], row["participant"]][kind] = row["n"]
    return counts


def _row(person: Person) -> tuple[object, ...]:
    return (
        person.id,
        person.name,
        person.organisation,
        "; ".join(person.roles) or None,
        "; ".join(person.bodies) or None,
        "; ".join(_held(role, body, days) for (role, body), days in person.held.items()) or None,
        person.meetings,
        person.absent,
        *(person.facts[kind] for kind in VIEWS),
        min(person.dates, default=None),
        max(person.dates, default=None),
        *person.source,
    )


def _held(role: str, body: str, days: list[str]) -> str:
    """Write a role with its body and years: `skoleleder, Trivselsrådet 2019–2023`."""
    first, last = min(days)[:4], max(days)[:4]
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
