"""Signatures below old minutes: all who were there signed the book, and often nothing else names them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from analyser.language.definite import definite_title
from analyser.language.lexicon import phrases, words
from analyser.language.names import is_full_name, is_given_name, is_title, looks_like_name, name_fits, split_title
from analyser.structure.closings import is_closing
from analyser.structure.entry import Entry, describe, function_of, is_organisation
from analyser.structure.groups import Group, RosterEntry
from analyser.structure.lines import Line
from analyser.structure.roster import Roster
from analyser.structure.roster_heads import is_office

_LEAST = 3  # names; one or two only where it is told who led and who wrote
_MOST_LINES = 25
_LONGEST_NAME = 4
# cells end at gaps, commas, strokes, and full stops that are not of a short name: `A. Holm. Jens Lund. Chr. Ravn.`
_CELL = re.compile(r"[^\s,/.](?:(?!\s{2,}|\t|,|\s/|(?<=[a-zæøå]{3})\.\s).)*")
_MOST_OFFICES = 8  # lines at the end that may hold names and what each signs as
_OFFICE = re.compile(
    r"(?P<name>[^\W\d_][\w.'’ -]{2,40}?)(?:\s*,\s*|\s+[-–—]\s+|\s*\(|\s*/\s*)(?P<office>[^\W\d_][\w. ]{2,30}?)\)?\.?"
)
_EMPTY = re.compile(r"[\s_.\-–—=]*")
# possessive: the line to write on may be long
_DATED = re.compile(r"[^:]{0,40}\b(?:d\.|den|\d{1,2}[./-])[\s/\d._-]*+(?:[^\W\d_]{1,10}[\s\d./_-]*+)?")
_SIGNED = re.compile(r"\s*(?:\(?sign\.?\)?|/sign\.?/?)\s*$", re.IGNORECASE)


def read_signatures(lines: Sequence[Line]) -> Roster:
    """Read the names that the last lines consist of; an empty roster where they are fewer than three.

    `O. Lundgaard      Anton Ravnsbjerg` / `Johs. Vestbo, Karl Ørum` / `Th. Nygaard`; an office may stand below the one
    who has it: `Kr. Holm` / `Formand`. Who signs with initials has the full name that the minutes give them.
    """
    entries: list[RosterEntry] = []
    office: str | None = None
    for line in reversed(lines[-_MOST_LINES:]):
        if line.blank:
            continue
        if office is None and entries and is_office(line):
            office = line.text.strip(" .")
            continue
        found = _names(line)
        if not found or (office is not None and len(found) > 1):
            break
        if office is not None:
            found = [describe(found[0], office) or found[0]]
            office = None
        entries = [RosterEntry(entry, Group("present"), line.index) for entry in found] + entries
    both = len(entries) > 1 and {f for e in entries for f in e.entry.functions} >= {"chair", "minute_taker"}
    if len(entries) < _LEAST and not both:
        return Roster((), frozenset())
    own = frozenset(e.line for e in entries)
    told = [n for n in lines if n.index not in own and not n.blank]
    return Roster(tuple(replace(e, entry=_in_full(e.entry, told)) for e in entries), own)


def _in_full(entry: Entry, lines: Sequence[Line]) -> Entry:
    """Give who signs with initials the one full name that the minutes call them by: `J. P. Holm`: Jens P. Holm.

    The name opens a sentence, also behind titles: `Formanden, gdr. Jens P. Holm, foreslog`. Of whom else is told
    (`Ansøgning fra Jens Holm`) need not be the one.
    """
    *given, family = entry.name.split()
    if not given or not all(re.fullmatch(r"[A-ZÆØÅ]\.|[A-ZÆØÅ][a-zæøå]{1,3}\.", g) for g in given):
        return entry
    full = re.compile(rf"(?<![\w.])(?:[A-ZÆØÅ][\w.]*\s){{1,3}}{re.escape(family)}(?!\w)")
    found: dict[str, int] = {}
    for line in lines:
        for match in full.finditer(line.text) if family in line.text else ():
            name = split_title(match.group())[1]
            opens = _opens(line.text[: match.end() - len(name)])
            if opens and is_full_name(name) and not re.match(r"\w{1,4}\.", name) and name_fits(entry.name, name):
                found.setdefault(name, line.start + match.end() - len(name))
    if len(found) != 1:
        return entry
    ((name, start),) = found.items()
    return replace(entry, name=name, start=start, end=start + len(name))


def _opens(before: str) -> bool:
    """Tell whether nothing but titles stands between the start of a sentence and a place: `Kassereren, uddeler`."""
    titles = re.split(r"[.!?:]\s+(?=[A-ZÆØÅ]|$)", before)[-1].replace(",", " ").split()
    return all(is_title(t) or definite_title(t) is not None for t in titles)


def _names(line: Line) -> list[Entry]:
    """Read a line that holds nothing but names, or give nothing."""
    found: list[Entry] = []
    for cell in _CELL.finditer(line.text):
        name = _SIGNED.sub("", cell.group()).rstrip(" .")
        function = function_of(name)
        if found and (is_title(name) or function):  # `V. Nørholm, Formand.   Sophus Krag, Sekretær.`
            keeps = name.casefold() in words("functions", "secretary")
            found[-1] = describe(found[-1], name) or found[-1]
            found[-1] = replace(found[-1], functions=("minute_taker",)) if keeps else found[-1]
            continue
        if not looks_like_name(name, 2) or is_organisation(name):
            return []
        start = line.start + cell.start()
        found.append(Entry(name, start, start + len(name)))
    return found


def last_signature(lines: Sequence[Line], headings: Collection[int] = ()) -> str | None:
    """Give the one name that stands alone on the last line, as who wrote the minutes signs: `Inga Bisp`, `/Inga`.

    A greeting may stand above it: `Mange hilsner` / `Grethe`. Right below one of the `headings` it may be all that
    the item tells: `9. Kage til næste møde` / `Grethe`.
    """
    solid = [n for n in lines if not n.blank]
    if len(solid) < _LEAST:
        return None
    name = _SIGNED.sub("", solid[-1].text.lstrip("/ ")).strip(" .")
    above = solid[-2]
    if above.index in headings and not solid[-1].text.startswith("/"):
        return None
    apart = solid[-1].index - above.index > 1 or is_closing(above.text) or solid[-1].text.startswith("/")
    alone = apart and not looks_like_name(above.text.strip(" ."), 2) and len(name.split()) <= _LONGEST_NAME
    return name if alone and (is_full_name(name) or is_given_name(name)) else None


def signed_offices(lines: Sequence[Line]) -> list[Entry]:
    """Read what those who signed at the end are: `Ib Ravn, formand     Lis Bo, sekretær`.

    The office may stand below the name. Who is listed below `Bestyrelsen konstituerede sig således` was elected, and
    signs nothing. Whoever is on no roster is none by this (`passing`).
    """
    found: list[Entry] = []
    below: list[str] = []  # offices of the line below
    solid = [n for n in lines if not n.blank]
    for line in reversed(solid[-_MOST_OFFICES:]):
        cells = [m for m in re.finditer(r"(?:(?!\s{2,}|\t).)+", line.text) if not _EMPTY.fullmatch(m.group())]
        texts = [_SIGNED.sub("", c.group()).strip(" /_") for c in cells]
        if not texts or _DATED.fullmatch(line.text):
            continue
        pairs = [_OFFICE.fullmatch(text) for text in texts]
        named = [p for p in pairs if p is not None and looks_like_name(p["name"], 2) and _is_office(p["office"])]
        if len(named) == len(texts):
            told = [(p["name"], p["office"]) for p in named]
        elif all(_is_office(text) for text in texts):
            below = texts
            continue
        elif len(below) == len(texts) and all(looks_like_name(text, 2) for text in texts):
            told = list(zip(texts, below, strict=True))
        else:
            return [] if found and _lists_elected(line.text) else found
        below = []
        for cell, (name, office) in zip(cells, told, strict=True):
            start = line.start + cell.start() + cell.group().find(name)
            entry = Entry(name, start, start + len(name), passing=True)
            found.append(describe(entry, office) or entry)
    return found


def _lists_elected(text: str) -> bool:
    """Tell whether a line stands over people who were elected, not below whom they sign.

    `Bestyrelsen har konstitueret sig således`, `Ny bestyrelse`, `Vi valgte:`; not `Ida blev valgt.`, which is told.
    """
    return text.endswith(":") or (not text.endswith(".") and _elected_below().search(text) is not None)


def is_of_elected(texts: Sequence[str]) -> bool:
    """Tell whether the last of some lines is of one who was elected from now on, by the line over the list.

    `Ny bestyrelse` / `Bo Ek, formand` / `Ida Thy, kasserer`.
    """
    solid = [text.strip() for text in texts if text.strip()][-_MOST_OFFICES:]
    for n, text in enumerate(reversed(solid)):
        pair = _OFFICE.fullmatch(text)
        if pair is None or not looks_like_name(pair["name"], 2) or not _is_office(pair["office"]):
            return n > 0 and not text.endswith(".") and _elected_below().search(text) is not None
    return False


@cache
def _elected_below() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('rosters', 'elections', 'elected_below')}\b", re.IGNORECASE)


def _is_office(text: str) -> bool:
    """Tell whether a cell is nothing but what somebody signs as: `formand`, `referent`."""
    bare = text.strip(" .()")
    return function_of(bare) is not None or bare.casefold() in words("titles", "elected") or is_title(bare)
