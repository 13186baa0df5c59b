"""People, organisations, memberships and meetings as Popolo JSON (popoloproject.com), one document for a corpus.

A membership is one person's role in one body, from the first to the last meeting whose roster says so: what happened
before and after is not known. Who was absent or a guest is no member by that alone, but an attendee of an event is one
only where the roster has them present. People are those of the store: where it does not tie rosters together, one name
within one organisation is one person.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from analyser.corpus.search import name_key

Entry = dict[str, Any]

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_IN_URLS = ":/?#[]@!$&'()*+,;=%~"


def as_popolo(connection: sqlite3.Connection, *, hide: Callable[[str], str] = lambda text: text) -> str:
    """Give a corpus as one JSON object with `persons`, `organizations`, `memberships` and `events`.

    Args:
        connection: a store.
        hide: applied to every piece of text, such as `analyser.corpus.masking.masked`.
    """
    return json.dumps(_Archive(hide).read(connection), ensure_ascii=False, indent=2) + "\n"


class _Archive:
    """The document while it is built; entries under their ids, in the order in which they are met."""

    def __init__(self, hide: Callable[[str], str]) -> None:
        self.hide = hide
        self.persons: dict[str, Entry] = {}
        self.organizations: dict[str, Entry] = {}
        self.memberships: dict[str, Entry] = {}
        self.events: dict[str, Entry] = {}
        self.numbers: defaultdict[str, dict[object, int]] = defaultdict(dict)

    def read(self, connection: sqlite3.Connection) -> dict[str, list[Entry]]:
        for row in connection.execute("SELECT * FROM meetings ORDER BY date NULLS FIRST, sha256, part"):
            self._meeting(row)
        lines = connection.execute("SELECT * FROM who_was_there ORDER BY date NULLS FIRST, sha256, part, start")
        for row in lines:
            self._line(row)
        return {
            "persons": list(self.persons.values()),
            "organizations": list(self.organizations.values()),
            "memberships": list(self.memberships.values()),
            "events": list(self.events.values()),
        }

    def _meeting(self, row: sqlite3.Row) -> None:
        parent = self._organization(row["organisation"], None)
        entry: Entry = {
            "id": _event(row),
            "name": self.hide(row["title"] or row["body"] or "Møde"),
            "classification": "meeting",
            "start_date": _moment(row["date"], row["starts"]),
            "end_date": _moment(row["date"], row["ends"]),
            "location": self.hide(row["place"]) if row["place"] else None,
            "organization_id": self._organization(row["body"], parent),
            "attendees": [],
            "sources": [{"url": _url(self.hide(row["file"])), "note": row["sha256"]}] if row["file"] else [],
        }
        self.events[entry["id"]] = entry

    def _line(self, row: sqlite3.Row) -> None:
        person = self._id("person", row["person"] or (name_key(row["name"]), name_key(row["organisation"])))
        name = self.hide(row["name"])
        known = self.persons.setdefault(person, {"id": person, "name": name, "other_names": []})
        if name != known["name"] and {"name": name} not in known["other_names"]:
            known["other_names"].append({"name": name})
        if row["attendance"] != "absent":
            self.events[_event(row)]["attendees"].append({
                "id": person, "name": known["name"], "person_id": person, "attendance": row["attendance"],
                "functions": json.loads(row["functions"]),
            })  # fmt: skip
        self._member(person, row)

    def _member(self, person: str, row: sqlite3.Row) -> None:
        """Note a role in a body, or for an organisation where the meeting's body is not known."""
        if "guest" in row["functions"]:
            return
        body = self._organization(row["body"], None)
        sends = self._organization(row["organisation"], None)
        if (belongs := body or sends) is None:
            return
        role = self.hide(row["role"]) if row["role"] else None
        key = self._id("membership", (person, belongs, sends, row["role"]))
        entry = self.memberships.setdefault(key, {
            "id": key, "person_id": person, "organization_id": belongs, "role": role,
            "on_behalf_of_id": sends if sends != belongs else None, "start_date": None, "end_date": None,
        })  # fmt: skip
        day = _day(row["date"])
        entry["start_date"] = entry["start_date"] or day
        entry["end_date"] = day or entry["end_date"]

    def _organization(self, name: str | None, parent: str | None) -> str | None:
        if name is None:
            return None
        key = self._id("organization", name_key(name))
        entry = self.organizations.setdefault(key, {"id": key, "name": self.hide(name), "parent_id": None})
        if parent and parent != key:
            entry["parent_id"] = parent
        return key

    def _id(self, kind: str, key: object) -> str:
        """Number what is met: an id that was made of a name would tell the name."""
        return f"{kind}-{self.numbers[kind].setdefault(key, len(self.numbers[kind]) + 1)}"


def _event(row: sqlite3.Row) -> str:
    return f"event-{row['sha256']}-{row['part']}"


def _day(date: str | None) -> str | None:
    """Give a day as Popolo has it; None for what is none."""
    return date if date and _DAY.fullmatch(date) else None


def _moment(date: str | None, time: str | None) -> str | None:
    """Give a day, or a time of it in Denmark, as Popolo has it: `2024-05-07T10:00+02:00`."""
    if not (day := _day(date)) or not time:
        return day
    try:
        moment = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo("Europe/Copenhagen"))
    except (ValueError, ZoneInfoNotFoundError):
        return day
    return moment.isoformat(timespec="minutes")


def _url(file: str) -> str:
    """Give the URL of a file; what is one already stays."""
    return f"file://{quote(file)}" if file.startswith("/") else quote(file, safe=_IN_URLS)
