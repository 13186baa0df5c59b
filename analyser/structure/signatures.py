"""Signatures below old minutes: all who were there signed the book, and often nothing else names them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from analyser.language.lexicon import words
from analyser.language.names import is_full_name, is_given_name, is_title, looks_like_name
from analyser.structure.closings import is_closing
from analyser.structure.entry import Entry, describe, function_of, is_organisation
from analyser.structure.groups import Group, RosterEntry
from analyser.structure.lines import Line
from analyser.structure.roster import Roster

_LEAST = 3  # names; one or two only where it is told who led and who wrote
_MOST_LINES = 25
_LONGEST_NAME = 4
# cells end at gaps, commas, strokes, and full stops that are not of a short name: `A. Holm. Jens Lund. Chr. Ravn.`
_CELL = re.compile(r"[^\s,/.](?:(?!\s{2,}|\t|,|\s/|(?<=[a-zæøå]{3})\.\s).)*")
_SIGNED = re.compile(r"\s*(?:\(?sign\.?\)?|/sign\.?/?)\s*$", re.IGNORECASE)


def read_signatures(lines: Sequence[Line]) -> Roster:
    """Read the names that the last lines consist of; an empty roster where they are fewer than three.

    `O. Lundgaard      Anton Ravnsbjerg` / `Johs. Vestbo, Karl Ørum` / `Th. Nygaard`.
    """
    entries: list[RosterEntry] = []
    for line in reversed(lines[-_MOST_LINES:]):
        if line.blank:
            continue
        found = _names(line)
        if not found:
            break
        entries = [RosterEntry(entry, Group("present"), line.index) for entry in found] + entries
    both = len(entries) > 1 and {f for e in entries for f in e.entry.functions} >= {"chair", "minute_taker"}
    if len(entries) < _LEAST and not both:
        return Roster((), frozenset())
    return Roster(tuple(entries), frozenset(e.line for e in entries))


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
