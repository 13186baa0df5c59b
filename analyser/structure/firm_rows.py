"""Rows of people in columns that no line parts and no head names: `Tegnestuen Nord    Ida Holm    IH (byggeleder)`.

So minutes of building meetings begin. What proves a row is that the letters behind a name are its initials.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyser.language.lexicon import words
from analyser.language.names import fits_initials, is_full_name, is_given_name, is_title, looks_like_name
from analyser.structure.entry import Entry, describe, describe_aside, is_organisation, is_timed, noted
from analyser.structure.groups import Group, RosterEntry, known_label
from analyser.structure.lines import Line

_CELL = re.compile(r"(?:(?!\s{2,}|\t|\|).)+")
_LETTERS = re.compile(r"(?P<letters>[A-ZÆØÅ]{2,4})(?:\s*\((?P<aside>[^()]*)\))?")
_LEAST_ROWS = 2


def read_firm_row(line: Line, group: Group | None) -> RosterEntry | None:
    """Read a row: one or two cells on whom somebody is from, a name, its initials, and what else is told.

    `VVS Centralen    Dan Holm    DH   (afbud)`; `Bygherre | Vesterby Kommune | Ida Holm | IH | 23 45 67 89`.
    """
    cells = list(_CELL.finditer(line.text))
    texts = [c.group().strip() for c in cells]
    place = next((n for n in (1, 2) if n + 1 < len(cells) and _is_named(texts[n], texts[n + 1])), None)
    if place is None or any(t.endswith(":") or len(t) > 60 or not t[:1].isalpha() for t in texts[:place]):
        return None
    if place == 1 and (is_full_name(texts[0]) and is_given_name(texts[0].split()[0])):
        return None  # lists of people side by side
    start = line.start + cells[place].start() + len(cells[place].group()) - len(cells[place].group().lstrip())
    letters = _LETTERS.fullmatch(texts[place + 1])
    entry = Entry(texts[place], start, start + len(texts[place]), initials=letters["letters"] if letters else None)
    for text in reversed(texts[:place]):
        entry = _from(entry, text)
    for aside in [letters["aside"] if letters else None, *texts[place + 2 :]]:
        bare = (aside or "").strip("() .")
        if not re.search(r"\w", bare) or _reaches(bare):
            continue
        entry = describe_aside(entry, bare) if bare != aside or place + 2 >= len(texts) else _told(entry, bare)
    return RosterEntry(entry, group or Group(), line.index)


def heads_firm_rows(line: Line, following: Sequence[Line]) -> Group | None:
    """Give the group that a line opens over such rows, where words over their columns may stand behind it.

    `Deltagere:                    init.`
    """
    below = [n for n in following if not n.blank][:_LEAST_ROWS]
    if len(below) < _LEAST_ROWS or any(read_firm_row(n, None) is None for n in below):
        return None
    label, *behind = [c.group().strip(" *_") for c in _CELL.finditer(line.text)] or [""]
    known = known_label(label)
    heads = words("rosters", "columns", "initials") | words("rosters", "columns", "ignored")
    heads |= words("rosters", "columns", "organisation") | words("rosters", "columns", "name")
    heads |= words("rosters", "columns", "role")
    if known is None or known[1] < len(label) or any(b.casefold().strip(" .:") not in heads for b in behind):
        return None
    return known[0]


def _is_named(name: str, letters: str) -> bool:
    """Tell whether a cell is a name and the next its initials."""
    found = _LETTERS.fullmatch(letters)
    named = is_full_name(name) or looks_like_name(name, 2)
    return found is not None and named and fits_initials(found["letters"], name)


def _reaches(text: str) -> bool:
    """Tell whether a cell is a number to ring or an address of mail; not `forlod mødet kl. 11`."""
    return "@" in text or (re.search(r"\d{2}", text) is not None and not is_timed(text))


def _from(entry: Entry, text: str) -> Entry:
    """Add a cell that stands in front: what somebody is (`Bygherre`), or their house."""
    trade = text.casefold() in words("titles", "occupations") or is_title(text)
    if trade and not re.search(r"\s[A-ZÆØÅ&]", text) and not is_organisation(text):  # not `Tømrer Lund & Søn`
        return replace(entry, role=text) if entry.role is None else noted(entry, text)
    return replace(entry, organisation=text) if entry.organisation is None else noted(entry, text)


def _told(entry: Entry, text: str) -> Entry:
    return describe(entry, text) or noted(entry, text)
