"""Rosters in columns: a table with crosses, and lists that stand side by side under a head each."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from analyser.language.columns import item_columns
from analyser.language.lexicon import lexicon, words
from analyser.language.names import is_full_name, is_title
from analyser.minutes import Attendance
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry, describe, describe_aside, function_of, noted
from analyser.structure.groups import KINDS, Group, RosterEntry, known_label
from analyser.structure.lines import Line

_TAB = 8  # columns
_EYE = 1000  # places of counted columns are this far apart
_RULE = re.compile(r"[|:\-+=\s]+")
_BY_TAB = re.compile(r"(\t)")
_CELL = re.compile(r"(?:(?!\s{2,}|\|).)+")


@dataclass(frozen=True)
class Column:
    """A column of a table: its place, what it holds, and the group of those who have a mark in it.

    `kind` is `attendance`, `organisation`, `role` or `name` (everything else: names, titles, initials).
    """

    place: int
    kind: str
    group: Group | None = None


Table = tuple[Column, ...]


def is_rule(text: str) -> bool:
    """Tell whether a line only parts the rows of a table: `|---|:--:|`."""
    return _RULE.fullmatch(text) is not None


def read_table_head(line: Line, following: Sequence[Line]) -> Table:
    """Read the head of a table, or give nothing.

    `Navn | Til stede | Med afbud | Uden afbud`; `Navn\\tRepræsenterer\\tDeltog`; one column of attendance is
    enough where another is called after names. `following` are the lines below.
    """
    text = line.text
    counted = _is_counted(text)
    lead = line.indent if counted else 0  # empty cells in front: tabs with nothing before them
    cells = [(place + lead * _EYE, cell.strip(" *_:").casefold()) for place, _, cell in _cells_of(text)]
    if len(cells) < 2:
        return ()
    columns: list[Column] = []
    named = line.indent > 0
    for n, (place, cell) in enumerate(cells):
        kind = next((k for k in KINDS if cell in words("rosters", k)), None)
        names = cell in words("rosters", "columns", "name")
        named = named or (names and n <= 1)
        if {cell, cell.split("/")[0].strip()} & words("rosters", "columns", "organisation"):  # `Firma/rolle`
            columns.append(Column(place, "organisation"))
        elif cell in words("rosters", "columns", "role"):
            columns.append(Column(place, "role"))
        elif n == 0 and not line.indent and (names or cell in words("rosters", "columns", "attendance")):
            named = True
            columns.append(Column(place, "name"))
        elif kind in ("absent", "present"):
            attendance: Attendance = "absent" if kind == "absent" else "present"
            columns.append(Column(place, "attendance", Group(attendance, label=cell)))
        elif cell in words("rosters", "columns", "attendance"):
            columns.append(Column(place, "attendance", Group(label=cell)))
        else:
            columns.append(Column(place, "name"))
    marked = sum(c.kind == "attendance" for c in columns)
    if marked < (1 if named else 2) or (len(columns) == marked and not line.indent):
        return ()
    if line.indent and len(columns) == marked:
        columns.insert(0, Column(0, "name"))
        below = next((n for n in following if not n.blank), None)
        if below is None or read_table_row(below, tuple(columns)) is None:
            return ()
    if counted:
        shift = _wider(following, columns)
        return tuple(replace(c, place=c.place + shift) if c.kind == "attendance" else c for c in columns)
    if any(c.place % _EYE for c in columns) and _counts_tabs(following, columns):
        return tuple(replace(c, place=n * _EYE) for n, c in enumerate(columns))
    return tuple(columns)


def _wider(following: Sequence[Line], columns: Sequence[Column]) -> int:
    """Tell how far rows shift the columns of attendance: they may have a cell (initials, a title) the head has not."""
    first = min(c.place for c in columns if c.kind == "attendance")
    shift = 0
    for line in following:
        cells = _cells_of(line.text, True)
        marked = next((place for place, _, text in cells if _mark(text) is not None), None)
        if marked is None:
            break
        before = max((place for place, _, _ in cells if place < marked), default=0)
        shift = max(shift, before + _EYE - first)
    return shift


def _counts_tabs(following: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Tell whether rows have a tab a column, though the head has more to look right.

    That is so where the eye would see the crosses of rows with the same number of tabs in different columns.
    """
    seen: dict[int, set[int]] = {}
    for line in following:
        tabs = re.fullmatch(r"([^\t]+)(\t+)([^\t]+)", line.text)
        if tabs is None or _mark(tabs[3]) is None:
            break
        place = len(f"{tabs[1]}{tabs[2]}".expandtabs(8))
        nearest = min(range(len(columns)), key=lambda n: abs(columns[n].place - place))
        seen.setdefault(len(tabs[2]), set()).add(nearest)
    return any(len(nearest) > 1 for nearest in seen.values()) and max(seen) < len(columns)


def read_table_row(line: Line, table: Table) -> RosterEntry | None:
    """Read a row of such a table: `Ib Ravn (A) | X | |`; a cross belongs to the nearest column of attendance.

    Where there is but one column of attendance, an empty cell, a dash or `nej` is the contrary of its head.
    """
    numbered = all(c.place % _EYE == 0 for c in table)
    cells = _cells_of(line.text, numbered)
    if known_label(line.text) is not None or item_columns([text for _, _, text in cells]):
        return None  # `Referent: Lis Bo` below the table; `Pkt. | Emne | Aktion`, the head of another
    marks = [(middle, _mark(text)) for _, middle, text in cells if _mark(text) is not None]
    attendance = [c for c in table if c.kind == "attendance"]
    remark: str | None = None
    crossed = [middle for middle, mark in marks if mark]
    group: Group | None
    if len(attendance) == 1:
        group = attendance[0].group
        own = [c for c in cells if min(table, key=lambda t: abs(t.place - c[0])).kind == "attendance"]
        told = next((a for _, _, text in own if (a := _told(text)) is not None), None)
        answer = next((text for start, _, text in cells[1:] if _answer(text)), None)
        if answer is not None and told is None:
            marks.append((0, _mark(re.split(r"\W", answer.strip())[0])))
            crossed = [0] if marks[-1][1] else []
            remark = re.sub(r"^\s*\w+[\s,(]*|[\s)]+$", "", answer)
            cells = [c for c in cells if c[2] != answer]
        if group is not None and told is not None:
            group = replace(group, attendance=told)
        elif group is not None and not crossed:
            group = replace(group, attendance="present" if group.attendance == "absent" else "absent")
        if len(crossed) > 1 or (not marks and told is None and not numbered):
            return None
    elif len(crossed) == 1:
        group = min(attendance, key=lambda c: abs(c.place - crossed[0])).group
    else:
        return None
    plain: list[str] = []
    organisation = role = None
    for start, _, text in cells:
        column = min(table, key=lambda c: abs(c.place - start))
        if column.kind == "organisation":
            organisation = text.strip()
        elif column.kind == "role" and _mark(text) is None:
            role = text.strip()
        elif column.kind == "name" and _mark(text) is None:
            plain.append(text.strip())
    if organisation and _tells_title(organisation):
        plain, organisation = [*plain, organisation], None
    if len(plain) > 1 and is_full_name(plain[1].split(",")[0]) and not is_full_name(plain[0].split(",")[0]):
        plain[:2] = plain[1::-1]  # initials or a title in front
    found, _ = read_entries("\t".join(plain), line.start, lenient=True)
    place = line.text.find(found[0].name) if found else -1
    if group is None or place < 0:
        return None
    entry = replace(found[0], start=line.start + place, end=line.start + place + len(found[0].name))
    if remark:
        entry = describe(entry, remark) or replace(entry, note=remark)
        entry = replace(entry, attendance=None) if group.attendance == "absent" else entry
    aside = re.search(r"\s*\(([^()]*)\)$", role or "")
    if role:  # `Fællestillidsrepræsentant (BUPL)`
        office = role[: aside.start()] if aside else role
        entry = describe(entry, office) or replace(entry, role=office)
        entry = describe_aside(entry, aside[1]) if aside else entry
    if organisation:
        entry = _represents(entry, organisation)
    return RosterEntry(entry, group, line.index)


def _represents(entry: Entry, cell: str) -> Entry:
    """Add what a cell says of whom somebody stands for: `Forældre, Myrerne (formand)`; `Byrådet (S), næstformand`."""
    kept: list[str] = []
    for part in re.split(r"\s*,\s*(?![^()]*\))", cell):
        inner = re.search(r"\s*\(([^()]+)\)\s*$", part)
        described = describe(entry, inner[1]) if inner else None
        if inner and described is not None:
            entry, part = described, part[: inner.start()]
        told = is_title(part) or function_of(part) is not None or re.match(r"(?i)suppleant", part) is not None
        told = told or part.casefold() in words("titles", "occupations")
        described = describe(entry, part) if told and (kept or len(cell) > len(part)) else None
        if described is not None:
            entry = described
        elif re.match(r"(?i)suppleant\b", part):
            entry = describe(entry, part) or noted(entry, part)
        elif part.strip():
            kept.append(part.strip())
    return replace(entry, organisation=", ".join(kept)) if kept else entry


def _mark(text: str) -> bool | None:
    """Read a cell: True for a cross, False for a stroke, None for anything else."""
    bare = text.strip().casefold()
    if bare in words("rosters", "columns", "yes"):
        return True
    return False if bare in words("rosters", "columns", "no") else None


def _answer(text: str) -> bool:
    """Tell whether a cell answers with more than a mark: `nej, afbud`; `ja, fra kl. 17.45`."""
    match = re.fullmatch(r"\s*(\w+)\s*[,(].+", text)
    crossed = match is not None and match[1] in ("x", "X")  # `x (fra kl. 19.15)`; not `V, næstformand`
    return match is not None and (len(match[1]) > 1 or crossed) and _mark(match[1]) is not None


def _tells_title(text: str) -> bool:
    """Tell whether a cell on whom somebody stands for has what they are: `Leder`; `Souschef, referent`."""
    parts = re.split(r"\s*,\s*", text.strip())
    return "(" not in text and all(is_title(p) or function_of(p) is not None for p in parts)


def _told(text: str) -> Attendance | None:
    """Read a cell that says in words who came: `Afbud`, `Til stede`."""
    bare = text.strip(" .").casefold()
    if bare in words("rosters", "absent") or bare in lexicon("rosters")["remarks"]["absent"]:
        return "absent"
    return "present" if bare in words("rosters", "present") else None


def read_column_heads(
    line: Line, following: Sequence[Line], group_of: Callable[[str], Group | None]
) -> list[tuple[int, Group]]:
    """Read the heads of lists that stand side by side: `Deltagere            Afbud`, people under each of them.

    Gives where each column begins and its group, or nothing. `group_of` reads one head.
    """
    cells = _side_by_side(line)
    below = next((n for n in following if not n.blank and not is_rule(n.text)), None)
    if len(cells) < 2 or below is None:
        return []
    groups = [group_of(text.strip(" *_")) for _, text in cells]
    if any(g is None for g in groups) or not read_columns(below, [(p, Group()) for p, _ in cells]):
        return []
    return [(place, group) for (place, _), group in zip(cells, groups, strict=True) if group is not None]


def read_columns(line: Line, columns: Sequence[tuple[int, Group]]) -> list[RosterEntry]:
    """Read a line of lists that stand side by side; nothing where a cell is no person, or a label ends the lists."""
    found: list[RosterEntry] = []
    cells = _side_by_side(line)
    if len(cells) > len(columns) or (len(cells) < 2 and len(line.text) > 60):
        return []
    for place, text in cells:
        if _mark(text) is not None or re.match(r"[^:]{2,40}:\s", text):
            return []
        people, share = read_entries(text, line.start + _offset(line, text, place), lenient=True)
        if not people or share < 1.0:
            return []
        nearest = min(columns, key=lambda c: abs(c[0] - place))[1]
        found += [RosterEntry(e, nearest, line.index) for e in people]
    return found


def _side_by_side(line: Line) -> list[tuple[int, str]]:
    """Cells parted by wide gaps or tabs, each with the column in which the eye sees it."""
    if line.text.startswith("|"):  # `| Ledelsesside | Medarbejderside |`
        return [(place, cell.strip()) for place, _, cell in _cells_of(line.text, True)]
    written = " " * line.indent + line.text
    return [
        (len(written[: m.start()].expandtabs(8)), m.group())
        for m in re.finditer(r"(?:(?!\s{3,}|\t)\S(?: {0,2}(?=\S))?)+", written)
    ]


def _offset(line: Line, text: str, place: int) -> int:
    """Find a cell again in the line, which may have tabs where the eye sees gaps."""
    starts = [m.start() for m in re.finditer(re.escape(text), line.text)]
    return min(starts, key=lambda s: abs(s + line.indent - place), default=0)


def _is_counted(text: str) -> bool:
    return "\t\t" not in text and "   " not in text and ("\t" in text or "|" in text)


def _cells_of(text: str, numbered: bool | None = None) -> list[tuple[int, int, str]]:
    """Part a line of a table: (where a cell begins, where it ends, its text).

    Where single tabs or bars part the cells, they are counted (`numbered`); where the writer filled up with tabs and
    blanks until it looked right, places are what the eye sees, with tabs to the next eighth column.
    """
    if numbered is None:
        numbered = _is_counted(text)
    if numbered:
        parts = re.split(r"[\t|]", text.removeprefix("|").removesuffix("|"))
        return [(n * _EYE, n * _EYE, part) for n, part in enumerate(parts) if part.strip()]
    cells: list[tuple[int, int, str]] = []
    column = 0
    for part in _BY_TAB.split(text):
        if part == "\t":
            column += _TAB - column % _TAB
            continue
        wide = _CELL.finditer(part)
        cells += [(column + m.start(), column + m.end() - 1, m.group()) for m in wide if m.group().strip()]
        column += len(part)
    return cells
