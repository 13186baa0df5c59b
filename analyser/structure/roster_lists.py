"""A line of the roster as written: the labels, lists and sentences that stand on it, and the lines it goes on over."""

import re
from collections.abc import Sequence
from itertools import pairwise

from analyser.language.lexicon import phrases
from analyser.language.names import is_full_name, is_given_name, is_title
from analyser.language.sentences import sentence_spans
from analyser.structure.attendance import attendance_in
from analyser.structure.elections import tells_attendance
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry
from analyser.structure.groups import known_label, opens_roster
from analyser.structure.lines import LONGEST, Line

_SURE = 0.75

_BEFORE_LABEL = re.compile(r"(?:\s*[,/|]\s*|\s+[-–—]\s+|\s+og\s+|\s+)(?=[^\W\d_][^:.,;/]{1,40}:\s)")
_COLUMN = 6  # code points of indent from which a line stands in a column of its own
_WRAPPED = 50  # code points from which a line may have been cut by the margin
_LONGEST = 400  # code points of a list in which brackets are looked into


def labelled_parts(line: Line) -> list[Line]:
    """Part a line that holds several labels.

    `Ordstyrer: Zeynep    Referent: Mads-Peter`; `Til stede: Ib, Bo. Afbud: Lis.`;
    `Til stede: Fra skolen: Ib Holm.`
    """
    if len(line.text) > LONGEST:
        return [line]
    if ":" not in line.text:  # `Mødeleder Anne Toft (leder)  Referent Lis Kær`
        apart = [m.span() for m in re.finditer(r"(?:(?!\s{2,}|\t).)+", line.text)]
        labelled = len(apart) > 1 and all(_names_function(line.text[a:b].strip()) for a, b in apart)
        return [cut_line(line, a, b) for a, b in apart] if labelled else [line]
    cells = [m.span() for m in re.finditer(r"(?:(?!\s{3,}|\t).)+", line.text)]
    if len(cells) < 2 or not all(re.match(r"\s*[^:]{2,40}:\s*\S", line.text[a:b]) for a, b in cells):
        cells = _labelled(line.text)
    return [cut_line(line, a, b) for a, b in cells] if len(cells) > 1 else [line]


def _names_function(text: str) -> bool:
    """Tell whether a cell is a function and who has it, with no colon: `Referent Lis Kær`; not the head `Deltagere`."""
    known = known_label(text)
    return known is not None and known[0].function in ("chair", "minute_taker") and known[1] < len(text)


def _labelled(text: str) -> list[tuple[int, int]]:
    """Part a line before each label of the roster that follows a full stop, a semicolon or another label.

    One of who leads or writes may follow a comma too: `Ordstyrer: Ida, referent: Bo`, `Ordstyrer: Ida / Referent: Bo`.
    """
    first = text[slice(*sentence_spans(text)[0])] if text.strip() else ""
    if known_label(text) is None and not opens_roster(first):  # `Ca. 50 lærere deltog. Ordstyrer: Ib Bo.`
        return []
    begin, spans = 0, []
    for match in _BEFORE_LABEL.finditer(text):
        behind = text[match.end() :]
        stopped = text[match.start() - 1 : match.start()] in (".", ";", ":") and behind[:1].isupper()
        housed = re.match(rf"{phrases('rosters', 'organisation_prefix')}\s", behind, re.IGNORECASE)
        told = re.search(r":\s*\w", text[begin : match.start()])  # `Mødeleder og referent: Ida` is one label
        if (stopped and (known_label(behind) or housed)) or (told and _names_function(behind)):
            spans.append((begin, match.start()))
            begin = match.end()
    return [*spans, (begin, len(text))]


def cut_line(line: Line, begin: int, end: int) -> Line:
    """Give a part of a line, `[begin, end)` in its text, without the blanks around it."""
    text = line.text[begin:end]
    lead = len(text) - len(text.lstrip())
    return Line(line.index, line.start + begin + lead, line.start + begin + len(text.rstrip()), text.strip())


def wrapped_list(
    rest: str, line: Line, following: Sequence[Line], skipped: frozenset[int]
) -> tuple[str, frozenset[int]]:
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
            or any(attendance_in(other.text, 0, known=True))
            or len(other.text) > LONGEST
        ):
            break
        last = before.text.split()[-1]
        hanging = before.text.endswith((",", " og", " samt")) or (is_title(last) and not last.endswith(")"))
        if (not re.search(r",|\bog\b", other.text) and not hanging) or ":" in other.text:
            break
        rest += "\u00a0" * (other.start - before.end) + other.text
        used.add(other.index)
        before = other
    return rest, frozenset(used)


def in_parentheses(line: Line) -> list[tuple[str, int]]:
    """`Henrik Øl (suppleant Karoline Hede deltog i stedet)`: what parentheses say of somebody else."""
    return [
        (m[1], line.start + m.start(1))
        for m in re.finditer(r"\(([^()]+)\)", line.text)
        if re.search(phrases("rosters", "movements", "instead"), m[1], re.IGNORECASE)
    ]


def tells_instead(text: str) -> bool:
    """Tell whether a clause says who came in somebody's stead."""
    return (
        re.match(rf"\W*(?=i\s|for\s+h){phrases('rosters', 'movements', 'instead')}\b", text, re.IGNORECASE) is not None
    )


def first_sentence(text: str, start: int) -> tuple[str, list[tuple[str, int]]]:
    """Part a list of names from sentences behind it: `Ib Ravn (V). Lis Bo (V) deltog i hans sted.`

    A clause behind it tells of somebody else as well: `Ib, Lis og Bo, mens Kaj havde meldt afbud.`
    """
    spans = sentence_spans(text)
    while len(spans) > 1 and (_is_open(text, spans[0][1]) or _is_abbreviated(text[: spans[0][1]], text[spans[1][0] :])):
        spans[:2] = [(spans[0][0], spans[1][1])]
    told = [(text[b:e], start + b) for b, e in spans[1:]]
    end = spans[0][1] if len(spans) > 1 else len(text)
    contrasts, instead = (phrases("rosters", "movements", k) for k in ("contrasts", "instead"))
    also = rf"{phrases('rosters', 'movements', 'leads')}\s+{phrases('rosters', 'movements', 'present_verbs')}"
    clause = re.search(
        rf",?\s+{contrasts}\s+(?=.)|(?:,|\s[-–])\s+(?={instead}\b)|,\s+(?:(?:og|samt)\s+)?(?={also}\s)",
        text[:end],
        re.IGNORECASE,
    )
    behind = text[clause.end() : end] if clause else ""
    if clause and (tells_attendance(behind, 0) or any(attendance_in(behind, 0, known=True))):
        told.insert(0, (text[clause.end() : end], start + clause.end()))
        end = clause.start()
    return text[:end], told


def _is_open(text: str, end: int) -> bool:
    """Tell whether a parenthesis is open at a place, and closed behind it: `Lis Bo (tillidsrepr. | HK)`."""
    return text.count("(", 0, end) > text.count(")", 0, end) and ")" in text[end:]


def parted_by_stops(text: str) -> str:
    """Write semicolons for the full stops between people: `Ib Ravn, formand. Lis Bo, næstformand. Ole Bak.`"""
    stops = [m.start() for m in re.finditer(r"(?<=[a-zæøå]{4})\.\s+(?=[A-ZÆØÅ])", text)]
    bounds = [0, *(n + 1 for n in stops), len(text)]
    parts = [text[a:b].strip(" .") for a, b in pairwise(bounds)]
    people = [read_entries(p, 0) for p in parts if p]
    if any(any(attendance_in(p, 0, known=True)) for p in parts):
        return text
    if len(parts) < 2 or not all(len(found) == 1 and share >= 1.0 for found, share in people):
        return text
    if not any(found[0].role for found, _ in people):
        return text
    return "".join(";" if n in stops else c for n, c in enumerate(text))


def _is_abbreviated(before: str, behind: str) -> bool:
    """Tell whether a full stop in a list of names shortens a title: `…, Husmd. | Jens Chr. Bundgaard, …`."""
    last = re.search(r"(?:^|[,;]\s*|\b(?:og|samt)\s+)([\w.-]+)\.$", before)
    name = re.split(r"[,;(]|\s(?:og|samt)\s", behind, maxsplit=1)[0]
    return last is not None and not is_given_name(last[1]) and is_full_name(name.strip(" ."))


def exceptions(text: str, start: int) -> tuple[str, list[Entry]]:
    """Part from a list those who were not there: `Hele bestyrelsen undtagen Lis og Kaj`; `KB, LK (afbud: JH)`.

    Brackets tell why, `Alle undtagen Lis (syg) og Kaj`, or go on with others.
    """
    # not at the stop of `Aug. Holm`
    stop = r",?\s+(?:der|som|da)\s|(?<![A-ZÆØÅ])(?<!\b[A-ZÆØÅ][a-zæøå])(?<!\b[A-ZÆØÅ][a-zæøå]{2})\.|$"
    lead = rf"(?:^|[,\s])+{phrases('rosters', 'movements', 'except')}[\s:]+"
    why = rf"{lead}(?P<who>(?=[^(]*\([^()]*\)\s*(?:,|og|samt)\s)(?:[^()]|\([^()]*\))+?)(?={stop})"
    outside = rf"{lead}(?P<who>.+?)(?=[(]|{stop})"
    inside = rf"\s*\({phrases('rosters', 'absent')}\s*[:–-]?\s+(?P<who>[^()]+)\)"
    for pattern in (why, outside, inside) if len(text) <= _LONGEST else (outside, inside):
        match = re.search(pattern, text, re.IGNORECASE)
        if match is None:
            continue
        found, share = read_entries(match["who"], start + match.start("who"), lenient=True)
        if found and share >= _SURE:
            return text[: match.start()], found
    return text, []
