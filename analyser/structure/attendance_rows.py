"""Rows of a roster that end in how somebody met: `Ulla Holm (formand) Til stede`, `Ib Ravn    Fraværende    Afbud`.

So case systems print their table of members, and what reads a PDF parts its cells by a blank.
"""

import re
from dataclasses import replace
from functools import cache

from analyser.language.lexicon import phrases
from analyser.language.names import is_full_name, looks_like_name
from analyser.structure.attendance import attendance_in
from analyser.structure.entry import Entry, describe, is_timed, noted
from analyser.structure.groups import Group, RosterEntry
from analyser.structure.lines import Line


def read_attendance_row(line: Line) -> RosterEntry | None:
    """Read a row of one member and how he met, or nothing."""
    match = _row().fullmatch(line.text.strip())
    if match is None:
        return None
    name = match["name"].strip()
    if not (is_full_name(name) or looks_like_name(name, 2)):
        return None
    start = line.start + line.text.find(name)
    entry = Entry(name, start, start + len(name))
    for aside in (match["aside"] or "").split(","):
        told = aside.strip()
        entry = (describe(entry, told) or noted(entry, told)) if told else entry
    absent = match["absent"] is not None
    note = (match["note"] or "").strip(" .,;-–")
    if absent and is_timed(note):
        return None  # `Ib Ravn - fraværende ved punkt 3`
    if note:
        entry = noted(entry, note)
        partly = not absent and any(attendance_in(f"{name} {note[0].lower()}{note[1:]}", start, known=True))
        said = None if absent else describe(entry, note)  # `til stede fra pkt. 3`
        partly = partly or (said is not None and said.attendance == "partial")
        entry = replace(entry, attendance="partial") if partly else entry
    return RosterEntry(entry, Group("absent" if absent else "present"), line.index)


@cache
def _row() -> re.Pattern[str]:
    absent, present = phrases("rosters", "remarks", "row_absent"), phrases("rosters", "remarks", "row_present")
    return re.compile(
        rf"(?P<name>[^\W\d_][\w .'’-]{{3,50}}?)(?:\s*\((?P<aside>[^()]*)\))?(?:\s*[-–:|]\s*|\s+)"
        rf"(?:(?P<absent>{absent})|(?P<present>{present}))(?![\wæøå])(?P<note>.*)",
        re.IGNORECASE,
    )
