"""The roster: who was there, who sent their apologies, in which group, role and function.

Lines are read one by one in a state: which group is open (`Til stede:`, `Afbud:`, `Fra Vesterby Kommune`), and
whether the next line still reads as people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_given_name, is_title, looks_like_name
from analyser.language.sentences import sentence_spans
from analyser.minutes import Attendance, Function
from analyser.structure.elections import tells_attendance
from analyser.structure.entries import Entry, describe, function_of, is_organisation, read_entries
from analyser.structure.lines import LONGEST, Line

_KINDS = ("absent", "guest", "observer", "substitute", "present")
_SURE = 0.75
_EYE = 1000  # places of counted columns are this far apart
_COLUMN = 6  # code points of indent from which a line stands in a column of its own
_WRAPPED = 50  # code points from which a line may have been cut by the margin


@dataclass(frozen=True)
class Group:
    """An open group of the roster, and what it says about those in it."""

    attendance: Attendance = "present"
    function: Function | None = None
    role: str | None = None
    organisation: str | None = None
    label: str = ""


@dataclass(frozen=True)
class RosterEntry:
    """A person of the roster with the group they stand in, and the line."""

    entry: Entry
    group: Group
    line: int


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
    table: list[tuple[int, Group | None]] = []
    sentences: list[tuple[str, int]] = []
    wrapped_lines: set[int] = set()
    lines = [cell for line in lines for cell in _cells(line)]
    for n, line in enumerate(lines):
        if line.index in skipped or len(line.text) > LONGEST:
            continue
        if line.blank:
            gap = True
            continue
        if table and re.fullmatch(r"[|:\-+\s]+", line.text):
            used.add(line.index)
            continue
        columns = _table_head(line.text)
        if columns:
            table, group = columns, None
            used.add(line.index)
            continue
        if table:
            row = _table_row(line, table)
            if row is not None:
                entries.append(row)
                used.add(line.index)
                continue
            table = []
        if line.index in wrapped_lines:
            continue
        if group is not None and not strict and tells_attendance(line.text, line.start):
            sentences.append((line.text, line.start))
            used.add(line.index)
            continue
        opened = _open(line, group, lines[n + 1 :], strict)
        if opened is not None:
            group, rest, offset = opened
            used.add(line.index)
            gap = False
            inline = bool(rest)
            sentences += _in_parentheses(line)
            if rest:
                rest, wrapped = _wrapped(rest, line, lines[n + 1 :], skipped)
                used |= wrapped
                wrapped_lines |= wrapped
                rest, behind = _first_sentence(rest, offset)
                sentences += behind
                found, _ = read_entries(rest, offset, lenient=True)
                if not found and _initials_of(group, rest):
                    name = rest.strip(" .")
                    found = [Entry(name, offset, offset + len(name))]
                entries += [RosterEntry(e, group, line.index) for e in found]
            continue
        if group is None and not strict and _unlabelled(lines[n:]):
            group, inline, gap = Group(), False, False
        if group is None:
            found = _by_tab(line) if not strict else []
            entries += [RosterEntry(e, Group(), line.index) for e in found]
            used |= {line.index} if found else set()
            continue
        found, share = read_entries(line.text, line.start, lenient=not gap)
        ended = inline and gap
        if found and share >= _SURE and not ended and not _is_label(line.text):
            entries += [RosterEntry(e, group, line.index) for e in found]
            sentences += _in_parentheses(line)
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
    return Roster(tuple(entries), frozenset(used), tuple(sentences))


def _cells(line: Line) -> list[Line]:
    """Part a line that holds several labels: `Ordstyrer: Zeynep    Referent: Mads-Peter`."""
    if len(line.text) > LONGEST or line.text.count(":") < 2:
        return [line]
    cells = list(re.finditer(r"(?:(?!\s{3,}|\t).)+", line.text))
    if len(cells) < 2 or not all(re.match(r"\s*[^:]{2,40}:\s*\S", c.group()) for c in cells):
        return [line]
    return [
        Line(
            line.index,
            line.start + c.start() + len(c.group()) - len(c.group().lstrip()),
            line.start + c.end(),
            c.group().strip(),
        )
        for c in cells
    ]


def _unlabelled(lines: Sequence[Line]) -> bool:
    """Tell whether a roster begins that no head opens: three lines with a title and a name each."""
    for seen, line in enumerate(lines):
        if line.blank or len(line.text) > (80 if seen else 300) or line.text.endswith(":"):
            return False
        found, share = read_entries(line.text, line.start)
        if seen == 0 and len(found) >= 3 and share >= 1.0 and all(" " in e.name for e in found):
            return True  # `Formand Kim Vang, kasserer Lone Bo, Tina Holm`
        if len(found) != 1 or share < 1.0 or found[0].role is None or " " not in line.text:
            return False
        if seen == 2:
            return True
    return False


def _wrapped(rest: str, line: Line, following: Sequence[Line], skipped: frozenset[int]) -> tuple[str, frozenset[int]]:
    """Add to a list of names the lines that the margin cut it into: `…, Hans` / `Aage Pilgaard (kasserer), …`."""
    used: set[int] = set()
    before = line
    for other in following:
        cut = len(before.text) >= _WRAPPED and not before.text.endswith((".", ":", ";"))
        column = other.indent >= _COLUMN and other.indent > line.indent
        if (
            other.blank
            or other.index in skipped
            or not cut
            or column
            or _known_label(other.text)
            or len(other.text) > LONGEST
        ):
            break
        hanging = before.text.endswith((",", " og")) or is_title(before.text.split()[-1])
        if (not re.search(r",|\bog\b", other.text) and not hanging) or ":" in other.text:
            break
        rest += " " * (other.start - before.end) + other.text
        used.add(other.index)
        before = other
    return rest, frozenset(used)


def _in_parentheses(line: Line) -> list[tuple[str, int]]:
    """`Henrik Øl (suppleant Karoline Hede deltog i stedet)`: what parentheses say of somebody else."""
    return [
        (m[1], line.start + m.start(1))
        for m in re.finditer(r"\(([^()]+)\)", line.text)
        if re.search(phrases("rosters", "movements", "instead"), m[1], re.IGNORECASE)
    ]


def _first_sentence(text: str, start: int) -> tuple[str, list[tuple[str, int]]]:
    """Part a list of names from sentences behind it: `Ib Ravn (V). Lis Bo (V) deltog i hans sted.`"""
    spans = sentence_spans(text)
    if len(spans) < 2:
        return text, []
    return text[: spans[0][1]], [(text[b:e], start + b) for b, e in spans[1:]]


def opens_roster(text: str) -> bool:
    """Tell whether a sentence of the head only counts those who came: `Fremmødt var 38 husstande.`"""
    if re.match(r"^(?:samtlige|alle)\b.{0,60}\b(?:til\s*stede|mødt)\b", text, re.IGNORECASE):
        return True
    return len(text) <= LONGEST and any(_label_pattern("rosters", kind).match(text) for kind in ("present", "absent"))


def _open(line: Line, before: Group | None, following: Sequence[Line], strict: bool) -> tuple[Group, str, int] | None:
    """Open a group where the line is a head: (group, what stands behind it, its offset)."""
    known = _known_label(line.text)
    if known is not None:
        group, position = known
        rest = line.text[position:]
        if _fits(rest, following, strict) or _initials_of(group, rest):
            if (
                group.attendance == "present"
                and before is not None
                and before.attendance == "absent"
                and group.label in ("fra",)
            ):
                group = replace(group, attendance="absent")
            return group, rest.strip(), line.start + position + len(rest) - len(rest.lstrip())
    if strict:
        return None
    origin = re.match(rf"{phrases('rosters', 'organisation_prefix')}\s+(?=\S)", line.text, re.IGNORECASE)
    if origin and len(line.text) <= 90 and not re.search(r"[.!?]$", line.text):
        organisation, _, rest = line.text[origin.end() :].partition(":")
        if not re.search(r"\d", organisation) and _fits(rest, following, strict):
            attendance: Attendance = before.attendance if before and not rest.strip() else "present"
            organisation = re.sub(r"\s+(?:deltog|mødte|var)$", "", organisation.strip())
            return Group(attendance, None, None, organisation, "fra"), rest.strip(), line.end - len(rest.lstrip())
    label = re.match(r"^([^:\t]{2,60}):\s*(.*)$", line.text)
    if label and not _is_meeting_label(label[1]):
        rest = label[2]
        found, share = read_entries(rest, 0) if rest else ([], 0.0)
        if rest and found and share >= 1.0 and not re.search(r"\d", label[1]):
            return _named_group(label[1], before), rest, line.start + line.text.find(rest, len(label[1]))
        if not rest and before is not None and _people_follow(following) and not re.search(r"\d", label[1]):
            return _named_group(label[1], before), "", line.end
    bare = line.text.strip("*_ ")
    if (
        before is not None
        and is_organisation(bare)
        and len(bare.split()) <= 6
        and _people_follow(following)
        and not _is_person(line)
    ):
        return Group(before.attendance, before.function, None, bare.rstrip(":"), bare), "", line.end
    return None


def _named_group(label: str, before: Group | None) -> Group:
    """Make the group of a label of its own: `Borgmester:` is a role, `Vesterby Kommune:` an organisation."""
    bare = re.sub(r"\s*\([^()]*\)", "", label).strip(" *_-•")
    attendance: Attendance = "present"
    function = function_of(bare)
    if before is not None and before.attendance == "absent" and before.label == "fra":
        attendance = "absent"
    if is_title(bare) and function != "minute_taker":
        return Group(attendance, function, bare, None, bare.casefold())
    named = re.sub(r"^[Ff]ra\s+", "", bare)
    inside = before is not None and before.label in words("rosters", "present") and named[:1].isupper()
    if is_organisation(bare) or inside:
        return Group(attendance, function, None, named, before.label if before and inside else bare.casefold())
    return Group(attendance, function, None, None, bare.casefold())


def _known_label(text: str) -> tuple[Group, int] | None:
    """Read a label that the lexicon knows at the start of a line: its group, and where what follows begins."""
    for function in ("chair", "minute_taker"):
        match = _label_pattern("functions", "as_label", function).match(text)
        short = match is not None and re.fullmatch(r"[A-ZÆØÅ]{2,4}\.?|[A-ZÆØÅ][\w-]+\.?", text[match.end() :].strip())
        if match and (match["mark"] or (short and match.group().rstrip().endswith("."))):  # `Ref. CF`
            label = match["label"]
            titled = (
                function == "chair"
                and is_title(label)
                and label.casefold() not in ("mødeleder", "ordstyrer", "dirigent")
            )
            return Group("present", _function(function), label if titled else None, None, label.casefold()), match.end()
    for kind in _KINDS:
        match = _label_pattern("rosters", kind).match(text)
        if match is None:
            continue
        alone = match.end() == len(text)
        if not (
            match["mark"]
            or alone
            or (match["verb"] or match["label"].casefold().endswith((" var", " fra")))
            or kind == "absent"
            or looks_like_name(text[match.end() :].split(",")[0].strip(" ."))
        ):
            continue
        attendance: Attendance = "absent" if kind == "absent" else "present"
        given = _function(kind) if kind in ("guest", "observer", "substitute") else None
        if re.search(rf"\({phrases('functions', 'observer')}\w*\)", match.group(), re.IGNORECASE):
            given = "observer"
        label = match["label"]
        collective = label if kind == "present" and label.casefold() in words("rosters", "collectives") else None
        group = Group(attendance, given, None, collective, label.casefold())
        origin = re.search(r"\bfra\s+([A-ZÆØÅ][^:]*)$", text[: match.end()].rstrip(" :*_\t"), re.IGNORECASE)
        return (
            replace(group, organisation=origin[1].strip()) if origin and is_organisation(origin[1]) else group
        ), match.end()
    return None


def _function(kind: str) -> Function:
    names: dict[str, Function] = {
        "chair": "chair",
        "minute_taker": "minute_taker",
        "guest": "guest",
        "observer": "observer",
        "substitute": "substitute",
    }
    return names[kind]


@cache
def _label_pattern(file: str, *keys: str) -> re.Pattern[str]:
    alternatives = phrases(file, *keys)
    # `Til stede var:`  `Afbud fra:`  `**Deltagere** (12):`  `Referent – `  `Til stede fra Vesterby Kommune:`
    return re.compile(
        rf"^[*_\s•\-–]*(?P<label>{alternatives})(?![\wæøå-])\.?[*_]*(?P<verb>\s+(?:var\s+repræsenteret\s+ved|var|er|blev|fra|ved|v\.|v/))?"
        rf"(?P<tail>(?:\s+[^:.,\t]{{1,50}}?)?(?=:)|\s*\([^()]*\)(?=:))?"
        rf"(?P<mark>\s*[:;?\t]|\s+[–—-](?=\s)|\s*$)?[*_]*\s*",
        re.IGNORECASE,
    )


def _initials_of(group: Group, rest: str) -> bool:
    """Tell whether nothing but initials follows a function: `Ref. CF`."""
    return group.function == "minute_taker" and re.fullmatch(r"[A-ZÆØÅ]{2,4}", rest.strip(" .")) is not None


def _fits(rest: str, following: Sequence[Line], strict: bool) -> bool:
    """Tell whether names stand behind a label, on its line or the next ones."""
    bare = rest.strip(" .")
    if not bare:
        return _people_follow(following)
    if bare.casefold() in ("ingen", "intet", "-", "–", "alle", "ikke nogen", "nej"):
        return not strict
    found, share = read_entries(_first_sentence(bare, 0)[0], 0, lenient=True)
    return bool(found) and share >= (_SURE if strict else 0.5)


def _people_follow(following: Sequence[Line]) -> bool:
    seen = 0
    for line in following:
        if line.blank:
            seen += 1
            if seen > 2:
                return False
            continue
        if len(line.text) > LONGEST:
            return False
        found, share = read_entries(line.text, 0)
        if found and share >= _SURE:
            return True
        known = _known_label(line.text)
        origin = re.match(r"fra\s+[A-ZÆØÅ]", line.text, re.IGNORECASE) or is_organisation(line.text.rstrip(":"))
        lenient, sure = read_entries(line.text, 0, lenient=True)
        return bool(known or origin) or (bool(lenient) and sure >= 1.0 and len(line.text.split()) <= 8)
    return False


def _is_person(line: Line) -> bool:
    found, share = read_entries(line.text, line.start)
    return bool(found) and share >= 1.0


def _goes_on(line: Line) -> bool:
    """Tell whether a line that names nobody may still belong to the roster: a remark such as `(afbud pga. ferie)`."""
    return line.text.startswith("(")


def _is_label(text: str) -> bool:
    return bool(re.match(r"^[^:]{2,40}:\s*\S", text))


def _is_meeting_label(label: str) -> bool:
    low = label.casefold().strip(" .*_")
    return any(low in words("meeting", "labels", kind) for kind in lexicon("meeting")["labels"]) or any(
        low in words("headings", "parts", kind) for kind in ("decision", "action", "proposal", "background")
    )


def _by_tab(line: Line) -> list[Entry]:
    """Read `Dorte Vestby\\tBorgmester` where no head opened a group."""
    if "\t" not in line.text:
        return []
    found, share = read_entries(line.text, line.start)
    named = line.text.split("\t")[0].strip()
    return found if share >= 1.0 and found and is_given_name(named.split()[0]) and any(e.role for e in found) else []


def _table_head(text: str) -> list[tuple[int, Group | None]]:
    """Read the head of a table `Navn | Til stede | Med afbud | Uden afbud`: each column's place and group, or nothing.

    A column `Repræsenterer` gives a group with the organisation still to come (an empty name).
    """
    cells = [(place, cell.strip(" *_").casefold()) for place, _, cell in _cells_of(text)]
    if len(cells) < 3:
        return []
    groups: list[tuple[int, Group | None]] = []
    for place, cell in cells:
        kind = next((k for k in _KINDS if cell in words("rosters", k)), None)
        if cell in words("rosters", "columns", "organisation"):
            groups.append((place, Group(organisation="")))
        elif kind in ("absent", "present"):
            groups.append((place, Group("absent" if kind == "absent" else "present", label=cell)))
        else:
            groups.append((place, None))
    return groups if sum(g is not None and g.organisation is None for _, g in groups) >= 2 else []


def _cells_of(text: str, numbered: bool | None = None) -> list[tuple[int, int, str]]:
    """Part a line of a table: (where a cell begins, where it ends, its text).

    Where single tabs or bars part the cells, they are counted (`numbered`); where the writer filled up with tabs and
    blanks until it looked right, places are what the eye sees, with tabs to the next eighth column.
    """
    if numbered is None:
        numbered = "\t\t" not in text and not re.search(r" {3,}", text)
    if numbered:
        parts = re.split(r"[\t|]", text.strip("|"))
        return [(n * _EYE, n * _EYE, part) for n, part in enumerate(parts) if part.strip()]
    wide = re.finditer(r"(?:(?!\s{2,}|\|).)+", text.expandtabs(8))
    return [(m.start(), m.end() - 1, m.group()) for m in wide if m.group().strip()]


def _table_row(line: Line, table: list[tuple[int, Group | None]]) -> RosterEntry | None:
    """Read a row of such a table: `Ib Ravn (A) | X | |`; the cross belongs to the nearest column of attendance."""
    numbered = all(place % _EYE == 0 for place, _ in table)
    cells = _cells_of(line.text, numbered)
    marks = [c for c in cells if re.fullmatch(r"\s*[xX✓✔*1]\s*", c[2])]
    columns = [(place, g) for place, g in table if g is not None and g.organisation is None]
    if len(marks) != 1 or not columns:
        return None
    cross = marks[0][1]
    group = min(columns, key=lambda c: abs(c[0] - cross))[1]
    told = [
        (min(table, key=lambda c: abs(c[0] - start))[1], t.strip()) for start, _, t in cells if start != marks[0][0]
    ]
    organisation = next((text for g, text in told if g is not None and g.organisation == ""), None)
    plain = "\t".join(text for g, text in told if g is None)
    found, _ = read_entries(plain, line.start, lenient=True)
    place = line.text.find(found[0].name) if found else -1
    if group is None or place < 0:
        return None
    entry = replace(found[0], start=line.start + place, end=line.start + place + len(found[0].name))
    if organisation:
        stands = describe(entry, organisation) if re.match(r"(?i)suppleant", organisation) else None
        entry = stands or replace(entry, organisation=organisation)
    return RosterEntry(entry, group, line.index)


def iterate_people(roster: Roster) -> Iterator[RosterEntry]:
    """Give the entries one by one, a name that stands twice in one group only once."""
    seen: set[tuple[str, Attendance]] = set()
    for found in roster.entries:
        key = (found.entry.name.casefold(), found.entry.attendance or found.group.attendance)
        if key not in seen or found.group.function:
            seen.add(key)
            yield found
