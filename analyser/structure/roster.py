"""The roster: who was there, who sent their apologies, in which group, role and function.

Lines are read one by one in a state: which group is open (`Til stede:`, `Afbud:`, `Fra Vesterby Kommune`), and
whether the next line still reads as people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analyser.language.lexicon import words
from analyser.language.names import fits_initials, initials_of, is_full_name, is_given_name, is_title, looks_like_name
from analyser.language.verbs import read_form
from analyser.minutes import Attendance
from analyser.structure.attendance_rows import read_attendance_row
from analyser.structure.elections import tells_attendance
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry, describe, function_of
from analyser.structure.firm_rows import heads_firm_rows, read_firm_row
from analyser.structure.groups import Group, RosterEntry
from analyser.structure.lines import LONGEST, Line
from analyser.structure.person_line import read_person_line
from analyser.structure.plain_tables import head_group, read_plain_head, read_plain_row
from analyser.structure.roster_heads import initials_of_taker, open_group, side_group, stands_below_name
from analyser.structure.roster_lists import (
    cut_line,
    exceptions,
    first_sentence,
    in_parentheses,
    labelled_parts,
    parted_by_stops,
    tells_instead,
    wrapped_list,
)
from analyser.structure.tables import (
    Table,
    is_rule,
    read_column_heads,
    read_columns,
    read_table_head,
    read_table_row,
)

_SURE = 0.75
_LEAST_DEFINED = 3  # initials that a line below the items says what they stand for
_LETTERS = re.compile(r"[A-ZÆØÅ]{2,4}")
_BOX = re.compile(r"(?:\[\s*(?P<cross>[xXvV✓✔]?)\s*\]|(?P<ticked>[☑☒✓✔])|☐)\s*(?=\w)")
_FIRST_WORD = re.compile(r"[\s•*·\-–—]+(?P<word>[a-zæøå]+)")
_DEFINED = re.compile(r"\(?(?P<initials>[A-ZÆØÅ]{2,4})\)?\s*(?:[=:–-]|\s-\s|\t)\s*(?P<who>\S.+)")
_OPENS_WITH_LETTERS = re.compile(r"[\s,;()]*[A-ZÆØÅ]{2}")
_ALL_IN_BRACKETS = re.compile(r"\((?P<inside>.+)\)")
_LISTED = re.compile(r"(?:[^,;()]|\([^()]*\))+")
_CELLS = re.compile(r":\s*|\s{2,}|\t")
_COLUMN_HEAD = re.compile(r"[A-ZÆØÅ][\w ]{2,25}")
_SIGNED = re.compile(r"(?P<name>[^\W\d_][\w. -]{2,40}?)\s*[,(]\s*(?P<office>[a-zæøå]+)\)?\.?")


@dataclass(frozen=True)
class Roster:
    """All entries in order, the lines that the roster takes up, and the sentences (text, offset) that stand on them."""

    entries: tuple[RosterEntry, ...]
    lines: frozenset[int]
    sentences: tuple[tuple[str, int], ...] = ()


def read_roster(lines: Sequence[Line], skipped: frozenset[int], strict: bool = False) -> Roster:
    """Read the roster out of some lines.

    `strict` is for lines inside the items: there a group opens only at a known label with names behind it.
    """
    entries: list[RosterEntry] = []
    used: set[int] = set()
    group: Group | None = None
    inline = gap = False
    table: Table = ()
    plain: tuple[str, ...] = ()
    columns: list[tuple[int, Group]] = []
    sentences: list[tuple[str, int]] = []
    wrapped_lines: set[int] = set()
    lines = [cell for line in lines for cell in labelled_parts(line)]
    for n, line in enumerate(lines):
        if line.index in skipped or len(line.text) > LONGEST:
            continue
        if line.blank:
            gap = True
            continue
        if (table or columns) and is_rule(line.text):
            used.add(line.index)
            continue
        row = read_table_row(line, table) if table else None if strict else read_attendance_row(line)
        if row is not None:
            housed = group is not None and group.organisation is not None
            row = replace(row, group=replace(group or Group(), attendance=row.group.attendance)) if housed else row
            entries.append(row)
            used.add(line.index)
            continue
        plain_row = read_plain_row(line, plain) if plain else None
        if plain_row is not None:
            entries.append(replace(plain_row, group=group) if group is not None else plain_row)
            used.add(line.index)
            continue
        beside = read_columns(line, columns) if columns and not gap else []
        if beside:
            entries += beside
            used.add(line.index)
            continue
        if not strict and _heads_rows(line, lines[n + 1 :]):
            used.add(line.index)
            continue
        firms = None if strict else heads_firm_rows(line, lines[n + 1 :])
        if firms is not None:
            group, inline, gap = firms, False, False
            used.add(line.index)
            continue
        firm_row = None if strict else read_firm_row(line, group)
        if firm_row is not None:
            entries.append(firm_row)
            used.add(line.index)
            gap = False
            continue
        columns = [] if strict else read_column_heads(line, lines[n + 1 :], side_group)
        table = () if columns else read_table_head(line, lines[n + 1 :])
        plain = () if columns or table or strict else read_plain_head(line, lines[n + 1 :])
        if columns or table or plain:
            used.add(line.index)
            group, gap = head_group(line) if plain else None, False
            continue
        if line.index in wrapped_lines:
            continue
        if group is not None and not strict and tells_attendance(line.text, line.start):
            sentences.append((line.text, line.start))
            used.add(line.index)
            continue
        told = _name_and_title(line) if group is not None and not gap else None
        if told is not None and group is not None:
            entries.append(RosterEntry(told, group, line.index))
            used.add(line.index)
            continue
        if strict and (_tells_deeds(lines[n + 1 :]) or stands_below_name(line, lines[n - 1] if n else None)):
            group = None
            continue
        opened = open_group(line, group, lines[n + 1 :], strict, headed=not inline and not gap)
        if opened is not None:
            group, rest, offset = opened
            used.add(line.index)
            gap = False
            inline = bool(rest)
            sentences += in_parentheses(line)
            if rest:
                rest, wrapped = wrapped_list(rest, line, lines[n + 1 :], skipped)
                used |= wrapped
                wrapped_lines |= wrapped
                rest, behind = first_sentence(parted_by_stops(rest), offset)
                sentences += behind
                rest, missing = exceptions(rest, offset)
                entries += [RosterEntry(e, replace(group, attendance="absent"), line.index) for e in missing]
                found = _people(rest, offset)
                if group.attendance == "absent":
                    found = [_stood_in(e) for e in found]
                if not found and initials_of_taker(group, rest):
                    name = rest.strip(" .")
                    found = [Entry(name, offset, offset + len(name))]
                entries += [
                    RosterEntry(e, g, line.index) for e, g in zip(found, _each_group(group, found), strict=True)
                ]
            continue
        names, behind = first_sentence(line.text, line.start) if group is not None else (line.text, [])
        if behind and len(names) < len(line.text) and tells_instead(behind[0][0]):
            sentences += behind  # `Ib Ravn, HK – i stedet deltog Lis Bo`
            line = cut_line(line, 0, len(names))
        signed = _signed(line) if strict else None
        if signed is not None:
            entries.append(signed)
            used.add(line.index)
            continue
        short = _initials_defined(line)
        if strict and len(short) < _LEAST_DEFINED:
            short = []
        goes_on = n + 1 < len(lines) and bool(_initials_defined(lines[n + 1]))
        if short and (len(short) > 1 or entries or goes_on):
            entries += [RosterEntry(e, Group(), line.index) for e in short]
            used.add(line.index)
            group, gap = None, False
            continue
        if group is None and not strict and _unlabelled(lines[n:]):
            group, inline, gap = Group(), False, False
            names_told, behind = first_sentence(line.text, line.start)
            sentences += behind
            line = cut_line(line, 0, len(names_told)) if behind else line
        if group is None:
            found = _by_tab(line) if not strict else []
            entries += [RosterEntry(e, Group(), line.index) for e in found]
            used |= {line.index} if found else set()
            continue
        box = _BOX.match(line.text)
        if box:  # `[x] Ib Ravn`
            line = cut_line(line, box.end(), len(line.text))
            ticked = replace(group, attendance="present" if box["cross"] or box["ticked"] else "absent")
            found, share = read_entries(line.text, line.start, lenient=True, alone=True)
            if len(found) == 1 and share >= _SURE:
                entries.append(RosterEntry(found[0], ticked, line.index))
                used.add(line.index)
                continue
        listed = not inline or line.indent > 0  # a column of names begins beside its label
        one = read_person_line(line.text, line.start) if listed and not _is_label(line.text) else None
        if one is not None:
            entries.append(RosterEntry(one, group, line.index))
            sentences += in_parentheses(line)
            used.add(line.index)
            gap = False
            continue
        found, share = read_entries(line.text, line.start, lenient=not gap, alone=listed)
        ended = inline and gap
        if found and share >= _SURE and not ended and not _is_label(line.text):
            entries += [RosterEntry(e, group, line.index) for e in found]
            sentences += in_parentheses(line)
            used.add(line.index)
            gap = False
        elif not ended and entries and not gap and inline and _goes_on(line):
            used.add(line.index)
        else:
            group = None
            if not strict:
                found = _by_tab(line)
                entries += [RosterEntry(e, Group(), line.index) for e in found]
                used |= {line.index} if found else set()
    return Roster(tuple(_initials_for_titles(entries)), frozenset(used), tuple(sentences))


def _people(text: str, start: int) -> list[Entry]:
    """Read the list behind a label; where semicolons part it, each part may be a person and what they are."""
    parts = [m.span() for m in re.finditer(r"[^;]+", text)] if ";" in text else [(0, len(text))]
    lines = [(text[a:b].strip(), start + a + len(text[a:b]) - len(text[a:b].lstrip())) for a, b in parts]
    found = [read_person_line(part, offset, inline=True) for part, offset in lines if part]
    if all(e is not None for e in found):
        return [e for e in found if e is not None]
    return read_entries(text, start, lenient=True)[0]


def _each_group(group: Group, found: Sequence[Entry]) -> list[Group]:
    """Give each of those behind a label its group: of two behind two functions each has one, `Leder/ref.: Ib/Lis`."""
    if group.also is None or len(found) != 2:
        return [group] * len(found)
    return [replace(group, also=None), replace(group, function=group.also, also=None, role=None)]


def _stood_in(entry: Entry) -> Entry:
    """`Afbud: Ib Ravn, Lis Bo deltog`: who came is the substitute of the one before."""
    return replace(entry, functions=("substitute",)) if entry.attendance == "present" else entry


def _initials_for_titles(entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Take `Ditte Rask (DR)` for initials, not for the title `dr.`, where others of the roster have theirs.

    So it is with letters of no known organisation, though they fit no name that is given.
    """
    letters = [_letters_of_first_name(e.entry) for e in entries]
    if sum(short is not None or e.entry.initials is not None for e, short in zip(entries, letters, strict=True)) >= 2:
        entries = [
            replace(e, entry=replace(e.entry, initials=short, note=None)) if short else e
            for e, short in zip(entries, letters, strict=True)
        ]
    given = sum(e.entry.initials is not None for e in entries)
    found = []
    for e in entries:
        entry = e.entry
        if given >= 2 and entry.initials is None and entry.role == initials_of(entry.name):
            entry = replace(entry, role=None, initials=entry.role)
        elif given >= 2 and entry.initials is None and _LETTERS.fullmatch(entry.organisation or ""):
            known = (entry.organisation or "").casefold()  # `Claus Sand (CHS)`, of whom the roster has two names only
            if known not in words("organisations", "letters") | words("organisations", "parties"):
                entry = replace(entry, organisation=None, initials=entry.organisation)
        found.append(replace(e, entry=entry))
    return found


def _tells_deeds(following: Sequence[Line]) -> bool:
    """Tell whether a list below a line says what was done, not who was there: `- anmodede Ib Holm om et notat`."""
    below = next((n for n in following if not n.blank), None)
    first = _FIRST_WORD.match(below.text) if below is not None else None
    return first is not None and any(form.kind in ("past", "present") for form in read_form(first["word"]))


def _heads_rows(line: Line, following: Sequence[Line]) -> bool:
    """`Mødedeltagere:  Fremmøde:  Bemærkninger:` above rows that say how each member met."""
    below = next((n for n in following if not n.blank), None)
    cells = [c for c in _CELLS.split(line.text.strip()) if c]
    labels = 2 <= len(cells) <= 5 and all(_COLUMN_HEAD.fullmatch(c) for c in cells)
    return labels and below is not None and read_attendance_row(below) is not None


def _letters_of_first_name(entry: Entry) -> str | None:
    """Give the letters of one whose family name is not told: `Mogens (MH)`."""
    letters = entry.note or ""
    first = " " not in entry.name and entry.initials is None and letters[:1] == entry.name[0]
    return letters if first and re.fullmatch(r"[A-ZÆØÅ]{2,3}", letters) else None


def _unlabelled(lines: Sequence[Line]) -> bool:
    """Tell whether a roster begins that no head opens: three lines with a title and a name each."""
    for seen, line in enumerate(lines):
        if line.blank or len(line.text) > (80 if seen else 300) or line.text.endswith(":"):
            return False
        found, share = read_entries(line.text, line.start)
        if seen == 0 and (share < 1.0 or len(found) < 3):  # `Formand Kim Vang, Tina Holm. Desuden deltog Ib Ravn.`
            found, share = read_entries(first_sentence(line.text, line.start)[0], line.start)
        if seen == 0 and len(found) >= 3 and share >= 1.0 and all(" " in e.name for e in found):
            return True  # `Formand Kim Vang, kasserer Lone Bo, Tina Holm`
        if len(found) != 1 or share < 1.0 or found[0].role is None or " " not in line.text:
            return False
        if seen == 2:
            return True
    return False


def _name_and_title(line: Line) -> Entry | None:
    """Read a name with what it is behind a colon: `Ali Demir: suppleant`."""
    name, _, title = line.text.lstrip("•*-– ").partition(":")
    title = title.strip(" .")
    if not title or not is_full_name(name) or not (is_title(title) or function_of(title)):
        return None
    start = line.start + line.text.find(name)
    entry = Entry(name, start, start + len(name))
    return describe(entry, title) or replace(entry, role=title)


def _signed(line: Line) -> RosterEntry | None:
    """Read the name of one who signs as what they were at the meeting: `R. Tange, referent`."""
    match = _SIGNED.fullmatch(line.text)
    function = function_of(match["office"]) if match else None
    if match is None or function not in ("chair", "minute_taker") or not looks_like_name(match["name"]):
        return None
    if function == "chair" and match["office"] in words("functions", "not_elected"):
        return None  # who signs as the formand need not have led the meeting
    name = match["name"]
    return RosterEntry(Entry(name, line.start, line.start + len(name)), Group("present", function), line.index)


def _initials_defined(line: Line) -> list[Entry]:
    """Read what initials stand for: `TB = Torben Brandhøj (fmd.)`; `MK: Mette Holm`; `MK – Mette Holm, OB – Ole Bo`."""
    if _OPENS_WITH_LETTERS.match(line.text) is None:
        return []
    whole = _ALL_IN_BRACKETS.fullmatch(line.text)
    if whole and "=" in line.text:  # `(MH = Mette Holm, KL = Karl Lund)`
        line = cut_line(line, whole.start("inside"), whole.end("inside"))
    spans = [m.span() for m in _LISTED.finditer(line.text)]
    parts = [_initials_of(line.text[a:b].strip(), line.start + a) for a, b in spans] if len(spans) > 1 else []
    if len(parts) > 1 and all(p is not None for p in parts):
        return [p for p in parts if p is not None]
    one = _initials_of(line.text, line.start)
    return [one] if one is not None else []


def _initials_of(text: str, start: int) -> Entry | None:
    match = _DEFINED.fullmatch(text)
    if match is None:
        return None
    found, share = read_entries(match["who"], start + match.start("who"))
    fits = len(found) == 1 and share >= 1.0 and fits_initials(match["initials"], found[0].name)
    return replace(found[0], initials=match["initials"]) if fits and " " in found[0].name else None


def _goes_on(line: Line) -> bool:
    """Tell whether a line that names nobody may still belong to the roster: a remark such as `(afbud pga. ferie)`."""
    return line.text.startswith("(")


def _is_label(text: str) -> bool:
    return bool(re.match(r"^[^:]{2,40}:\s*\S", text))


def _by_tab(line: Line) -> list[Entry]:
    """Read `Dorte Vestby\\tBorgmester` where no head opened a group."""
    if "\t" not in line.text:
        return []
    found, share = read_entries(line.text, line.start)
    named = line.text.split("\t")[0].strip()
    return found if share >= 1.0 and found and is_given_name(named.split()[0]) and any(e.role for e in found) else []


def iterate_people(roster: Roster) -> Iterator[RosterEntry]:
    """Give the entries one by one, a name that stands twice in one group only once."""
    seen: set[tuple[str, Attendance]] = set()
    for found in roster.entries:
        key = (found.entry.name.casefold(), found.entry.attendance or found.group.attendance)
        if key not in seen or found.group.function:
            seen.add(key)
            yield found
