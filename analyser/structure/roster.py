"""The roster: who was there, who sent their apologies, in which group, role and function.

Lines are read one by one in a state: which group is open (`Til stede:`, `Afbud:`, `Fra Vesterby Kommune`), and
whether the next line still reads as people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import fits_initials, initials_of, is_full_name, is_given_name, is_title
from analyser.language.sentences import sentence_spans
from analyser.minutes import Attendance
from analyser.structure.elections import tells_attendance
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry, describe, function_of, is_organisation
from analyser.structure.groups import Group, RosterEntry, known_label, named_group
from analyser.structure.lines import LONGEST, Line
from analyser.structure.person_line import read_person_line
from analyser.structure.tables import (
    Table,
    is_rule,
    read_column_heads,
    read_columns,
    read_table_head,
    read_table_row,
)

_SURE = 0.75
_COLUMN = 6  # code points of indent from which a line stands in a column of its own
_BOX = re.compile(r"(?:\[\s*(?P<cross>[xXvV✓✔]?)\s*\]|(?P<ticked>[☑☒✓✔])|☐)\s*(?=\w)")
_WRAPPED = 50  # code points from which a line may have been cut by the margin


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
    columns: list[tuple[int, Group]] = []
    sentences: list[tuple[str, int]] = []
    wrapped_lines: set[int] = set()
    lines = [cell for line in lines for cell in _cells(line)]
    for n, line in enumerate(lines):
        if line.index in skipped or len(line.text) > LONGEST:
            continue
        if line.blank:
            gap = True
            continue
        if table and is_rule(line.text):
            used.add(line.index)
            continue
        row = read_table_row(line, table) if table else None
        if row is not None:
            entries.append(row)
            used.add(line.index)
            continue
        beside = read_columns(line, columns) if columns and not gap else []
        if beside:
            entries += beside
            used.add(line.index)
            continue
        columns = [] if strict else read_column_heads(line, lines[n + 1 :], _side_group)
        table = () if columns else read_table_head(line, lines[n + 1 :])
        if columns or table:
            used.add(line.index)
            group, gap = None, False
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
                rest, missing = _exceptions(rest, offset)
                entries += [RosterEntry(e, replace(group, attendance="absent"), line.index) for e in missing]
                found = _people(rest, offset)
                if group.attendance == "absent":
                    found = [_stood_in(e) for e in found]
                if not found and _initials_of(group, rest):
                    name = rest.strip(" .")
                    found = [Entry(name, offset, offset + len(name))]
                entries += [RosterEntry(e, group, line.index) for e in found]
            continue
        short = _initials_defined(line) if not strict else []
        if short and (entries or _initials_defined(lines[n + 1]) if n + 1 < len(lines) else entries):
            entries += [RosterEntry(e, Group(), line.index) for e in short]
            used.add(line.index)
            group, gap = None, False
            continue
        if group is None and not strict and _unlabelled(lines[n:]):
            group, inline, gap = Group(), False, False
        if group is None:
            found = _by_tab(line) if not strict else []
            entries += [RosterEntry(e, Group(), line.index) for e in found]
            used |= {line.index} if found else set()
            continue
        box = _BOX.match(line.text)
        if box:  # `[x] Ib Ravn`
            line = _cell(line, box.end(), len(line.text))
            ticked = replace(group, attendance="present" if box["cross"] or box["ticked"] else "absent")
            found, share = read_entries(line.text, line.start, lenient=True, alone=True)
            if len(found) == 1 and share >= _SURE:
                entries.append(RosterEntry(found[0], ticked, line.index))
                used.add(line.index)
                continue
        one = read_person_line(line.text, line.start) if not inline and not _is_label(line.text) else None
        if one is not None:
            entries.append(RosterEntry(one, group, line.index))
            sentences += _in_parentheses(line)
            used.add(line.index)
            gap = False
            continue
        found, share = read_entries(line.text, line.start, lenient=not gap, alone=not inline)
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
    return Roster(tuple(_initials_for_titles(entries)), frozenset(used), tuple(sentences))


def _people(text: str, start: int) -> list[Entry]:
    """Read the list behind a label; where semicolons part it, each part may be a person and what they are."""
    parts = [m.span() for m in re.finditer(r"[^;]+", text)] if ";" in text else [(0, len(text))]
    lines = [(text[a:b].strip(), start + a + len(text[a:b]) - len(text[a:b].lstrip())) for a, b in parts]
    found = [read_person_line(part, offset, inline=True) for part, offset in lines if part]
    if all(e is not None for e in found):
        return [e for e in found if e is not None]
    return read_entries(text, start, lenient=True)[0]


def _stood_in(entry: Entry) -> Entry:
    """`Afbud: Ib Ravn, Lis Bo deltog`: who came is the substitute of the one before."""
    return replace(entry, functions=("substitute",)) if entry.attendance == "present" else entry


def _initials_for_titles(entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Take `Ditte Rask (DR)` for initials, not for the title `dr.`, where others of the roster have theirs."""
    given = sum(e.entry.initials is not None for e in entries)
    return [
        replace(e, entry=replace(e.entry, role=None, initials=e.entry.role))
        if given >= 2 and e.entry.initials is None and e.entry.role == initials_of(e.entry.name)
        else e
        for e in entries
    ]


def _cells(line: Line) -> list[Line]:
    """Part a line that holds several labels.

    `Ordstyrer: Zeynep    Referent: Mads-Peter`; `Til stede: Ib, Bo. Afbud: Lis.`;
    `Til stede: Fra skolen: Ib Holm.`
    """
    if len(line.text) > LONGEST or ":" not in line.text:
        return [line]
    cells = [m.span() for m in re.finditer(r"(?:(?!\s{3,}|\t).)+", line.text)]
    if len(cells) < 2 or not all(re.match(r"\s*[^:]{2,40}:\s*\S", line.text[a:b]) for a, b in cells):
        cells = _labelled(line.text)
    return [_cell(line, a, b) for a, b in cells] if len(cells) > 1 else [line]


def _labelled(text: str) -> list[tuple[int, int]]:
    """Part a line before each label of the roster that follows a full stop, a semicolon or another label."""
    if known_label(text) is None:
        return []
    starts = [0]
    for match in re.finditer(r"(?<=[.;:])\s+(?=[A-ZÆØÅ][^:.,;]{1,40}:\s)", text):
        if known_label(text[match.end() :]) is not None or re.match(
            rf"{phrases('rosters', 'organisation_prefix')}\s", text[match.end() :], re.IGNORECASE
        ):
            starts.append(match.end())
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _cell(line: Line, begin: int, end: int) -> Line:
    text = line.text[begin:end]
    lead = len(text) - len(text.lstrip())
    return Line(line.index, line.start + begin + lead, line.start + begin + len(text.rstrip()), text.strip())


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
        column = other.indent > line.indent and (other.indent >= _COLUMN or "\t" in line.text)
        if (
            other.blank
            or other.index in skipped
            or not cut
            or column
            or known_label(other.text)
            or len(other.text) > LONGEST
        ):
            break
        last = before.text.split()[-1]
        hanging = before.text.endswith((",", " og", " samt")) or (is_title(last) and not last.endswith(")"))
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
    """Part a list of names from sentences behind it: `Ib Ravn (V). Lis Bo (V) deltog i hans sted.`

    A clause behind it tells of somebody else as well: `Ib, Lis og Bo, mens Kaj havde meldt afbud.`
    """
    spans = sentence_spans(text)
    while len(spans) > 1 and _is_abbreviated(text[: spans[0][1]], text[spans[1][0] :]):
        spans[:2] = [(spans[0][0], spans[1][1])]
    told = [(text[b:e], start + b) for b, e in spans[1:]]
    end = spans[0][1] if len(spans) > 1 else len(text)
    contrasts, instead = (phrases("rosters", "movements", k) for k in ("contrasts", "instead"))
    clause = re.search(rf",?\s+{contrasts}\s+(?=.)|,\s+(?={instead})", text[:end], re.IGNORECASE)
    if clause and tells_attendance(text[clause.end() : end], 0):
        told.insert(0, (text[clause.end() : end], start + clause.end()))
        end = clause.start()
    return text[:end], told


def _is_abbreviated(before: str, behind: str) -> bool:
    """Tell whether a full stop in a list of names shortens a title: `…, Husmd. | Jens Chr. Bundgaard, …`."""
    last = re.search(r"(?:^|[,;]\s*|\b(?:og|samt)\s+)([\w.]+)\.$", before)
    name = re.split(r"[,;(]|\s(?:og|samt)\s", behind, maxsplit=1)[0]
    return last is not None and not is_given_name(last[1]) and is_full_name(name.strip(" ."))


def _exceptions(text: str, start: int) -> tuple[str, list[Entry]]:
    """Part from a list those who were not there: `Hele bestyrelsen undtagen Lis og Kaj`; `KB, LK (afbud: JH)`."""
    end = r"(?=\s+(?:der|som|da)\s|[.(]|$)"
    outside = rf"(?:^|[,\s])+{phrases('rosters', 'movements', 'except')}[\s:]+(?P<who>.+?){end}"
    inside = rf"\s*\({phrases('rosters', 'absent')}\s*[:–-]?\s+(?P<who>[^()]+)\)"
    for pattern in (outside, inside):
        match = re.search(pattern, text, re.IGNORECASE)
        if match is None:
            continue
        found, share = read_entries(match["who"], start + match.start("who"), lenient=True)
        if found and share >= _SURE:
            return text[: match.start()], found
    return text, []


def _side_group(label: str) -> Group | None:
    """Read the head of one of several lists that stand side by side: `Afbud`, `Gæster:`, `Fra Vesterby Kommune`."""
    known = known_label(label)
    if known is not None:
        return known[0] if known[1] >= len(label) else None
    bare = re.sub(rf"^{phrases('rosters', 'organisation_prefix')}\s+", "", label.rstrip(":"), flags=re.IGNORECASE)
    return Group(organisation=bare, label="fra") if is_organisation(bare) else None


def _open(line: Line, before: Group | None, following: Sequence[Line], strict: bool) -> tuple[Group, str, int] | None:
    """Open a group where the line is a head: (group, what stands behind it, its offset)."""
    known = known_label(line.text)
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
    below = next((n for n in following if not n.blank), None)
    head = line.indent == 0 and below is not None and 0 < below.indent < _COLUMN and len(line.text.split()) <= 4
    if head and line.text[0].isupper() and not re.search(r"[\d:.,]", line.text) and _people_follow(following):
        return named_group(line.text, before), "", line.end  # `Forældrevalgte` over lines with a tab in front
    label = re.match(r"^([^:\t]{2,60}):\s*(.*)$", line.text)
    if label and not _is_meeting_label(label[1]):
        rest = label[2]
        found, share = read_entries(rest, 0) if rest else ([], 0.0)
        if rest and found and share >= 1.0 and not re.search(r"\d", label[1]):
            return named_group(label[1], before), rest, line.start + line.text.find(rest, len(label[1]))
        headless = before is not None or is_organisation(label[1])
        if not rest and headless and _people_follow(following) and not re.search(r"\d", label[1]):
            return named_group(label[1], before), "", line.end
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
    first = _first_sentence(bare, 0)[0]
    if _exceptions(first, 0)[1]:
        return True
    found, share = read_entries(first, 0, lenient=True)
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
        if (found and share >= _SURE) or read_person_line(line.text, 0) is not None:
            return True
        known = known_label(line.text)
        origin = re.match(r"fra\s+[A-ZÆØÅ]", line.text, re.IGNORECASE) or is_organisation(line.text.rstrip(":"))
        lenient, sure = read_entries(line.text, 0, lenient=True)
        return bool(known or origin) or (bool(lenient) and sure >= 1.0 and len(line.text.split()) <= 8)
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


def _initials_defined(line: Line) -> list[Entry]:
    """Read what initials stand for: `TB = Torben Brandhøj (fmd.)`; `MK: Mette Kragelund`."""
    match = re.fullmatch(r"\(?(?P<initials>[A-ZÆØÅ]{2,4})\)?\s*(?:[=:–-]|\s-\s|\t)\s*(?P<who>\S.+)", line.text)
    if match is None:
        return []
    found, share = read_entries(match["who"], line.start + match.start("who"))
    fits = len(found) == 1 and share >= 1.0 and fits_initials(match["initials"], found[0].name)
    return [replace(found[0], initials=match["initials"])] if fits and " " in found[0].name else []


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


def iterate_people(roster: Roster) -> Iterator[RosterEntry]:
    """Give the entries one by one, a name that stands twice in one group only once."""
    seen: set[tuple[str, Attendance]] = set()
    for found in roster.entries:
        key = (found.entry.name.casefold(), found.entry.attendance or found.group.attendance)
        if key not in seen or found.group.function:
            seen.add(key)
            yield found
