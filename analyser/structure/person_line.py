"""A roster line that holds one person, first their name, then what they are: `Ali Demir, imam, Foreningen Broen`."""

import re
from dataclasses import replace

from analyser.language.lexicon import phrases, words
from analyser.language.names import (
    fits_initials,
    is_collective,
    is_full_name,
    is_given_name,
    is_title,
    looks_like_name,
    split_title,
)
from analyser.structure.around import without_lead
from analyser.structure.entry import (
    Entry,
    describe,
    describe_aside,
    function_of,
    is_organisation,
    leads_house,
    noted,
    with_title,
)
from analyser.structure.person_piece import read_person
from analyser.structure.pieces import Piece, is_nickname

_FRONT = re.compile(r"^[\s•*·▪\-–—]*(?:\d{1,2}[.)]\s+(?![a-zæøå]))?")
_SEPARATOR = re.compile(r"\s*,\s*|\s+[-–—]\s+|\s*–\s+")
_TITLE_CELL = re.compile(r"[\s•*·▪\-–—]*(?P<title>[A-ZÆØÅa-zæøå][\w .-]{2,40}?)(?:\t|[^\S\n]{3,})(?=[A-ZÆØÅ])")
_LONGEST_TITLE = 6


def read_person_line(text: str, start: int, inline: bool = False) -> Entry | None:
    """Read a line with one person and what is said of them, or None where it may hold several or none.

    `Ali Demir, imam, Foreningen Broen`; `Bo Ek (A), udvalgsformand – deltog`; `Lektor Ida Lyng, Strandby Skole`.
    What stands in lower case behind the name is a title, what stands with a capital an organisation; `inline`: the text
    stands behind a label, where a name that is in no list may follow on a name.
    """
    column = _TITLE_CELL.match(text)
    if (
        column and is_title(column["title"]) and split_title(column["title"])[0] is None
    ):  # `Rådgiver        Lis Bo, Norvand Energi`
        inner = read_person_line(text[column.end() :], start + column.end(), inline)
        return with_title(inner, column["title"]) if inner else None
    front = _FRONT.match(text)
    lead = front.end() if front else 0
    body = text[lead:].rstrip(" .,;")
    first, *parts = [p.strip() for p in _outside(body) if p.strip(" .")] or [""]
    if not parts:
        return None
    marks = words("rosters", "columns", "yes") | words("rosters", "columns", "no")
    if any(p.casefold() in marks for p in parts):
        return None  # a row of a table
    pair = [split_title(p) for p in re.split(r"\s+(?:og|samt)\s+", first)]
    if len(pair) > 1 and all(looks_like_name(n, 2) for _, n in (pair[0], pair[-1])):
        return None  # `Kontorchef O. Brandt og fuldmægtig K. Riis (referent)`
    title, name = split_title(first)
    told = title is not None or is_title(parts[0].strip("() "))
    if parts[0].startswith("(") and fits_initials(parts[0].strip("()").split(",")[0], name):  # `Ömer Yücel (ÖY)`
        told = True
    if not (is_full_name(name) or (told and looks_like_name(name, 2))):
        return None
    unsure = inline and not told and looks_like_name(parts[0], 2) and not is_organisation(parts[0])
    if unsure or any(_names_another(p, behind) for p, behind in zip(parts, [*parts[1:], ""], strict=True)):
        return None
    entry = read_person(without_lead(Piece(first, start + lead + body.find(first))), lenient=True)
    for part in parts if entry else ():
        entry = _described(entry, part) if entry else None
    return entry


def _outside(text: str) -> list[str]:
    """Cut at commas, dashes, tabs and parentheses; what stands in parentheses, or is one title in a cell, stays whole.

    `Lis Bo \\t Direktør for Børn, Unge og Familie`.
    """
    found: list[str] = []
    for cell in re.split(r"\s*\t\s*|\s*\|\s*|\s{3,}", text):
        aside = re.search(r"\s*(\([^()]*\))$", cell)
        titled = cell[: aside.start()] if aside else cell
        if found and is_title(titled) and " for " in titled:
            found += [titled, aside[1]] if aside else [titled]
            continue
        position = 0
        for inner in [m for m in re.finditer(r"\([^()]*\)", cell) if not is_nickname(m)]:
            found += [*_SEPARATOR.split(cell[position : inner.start()]), inner.group()]
            position = inner.end()
        found += _SEPARATOR.split(cell[position:])
    return found


def _names_another(part: str, behind: str) -> bool:
    """Tell whether a part is a person: `lektor Ida Lyng`, `2. Ib Ravn`, `Malthe Sol` before `(MS)`."""
    if part.startswith("(") or leads_house(part) is not None:
        return False
    if re.match(r"\d{1,2}\.?\s?[A-Za-zæøå]\s+og\s", part):  # `Liva Bo, 9.b og Noah Ek, 8.a`
        return True
    joined = re.search(r"(?:^|\s)(?:og|samt)\s+(?=[A-ZÆØÅ])(.+)$", part)
    if (joined and is_full_name(" ".join(joined[1].split()[:2]))) or re.match(r"(?:og|samt)\s", part):
        return True
    if is_full_name(" ".join(part.split()[:2])) or is_given_name(part):
        return True
    pair = re.split(r"\s+(?:og|samt)\s+", part)  # `skolechef Lene Bo og sekretær Ida Holm`
    if len(pair) > 1 and any(t is not None and looks_like_name(n, 2) for t, n in map(split_title, pair)):
        return True
    titled = re.match(r"(?P<title>[a-zæøå][\w.-]+)\s+(?P<name>[A-ZÆØÅ]\S+\s[A-ZÆØÅ]\S+)", part)
    if titled and is_title(titled["title"]) and is_full_name(titled["name"]):  # `suppleant Birger Bo mødte`
        return True
    bare = re.sub(r"^(?:[a-zæøå][\w.-]*\s+)+", "", part)
    if behind.startswith("(") and " " in bare and fits_initials(behind.strip("()").split(",")[0], bare):
        return True
    other = read_person(Piece(part, 0), lenient=False)
    return other is not None and " " in other.name and (other.role is not None or is_full_name(other.name))


def _described(entry: Entry, part: str) -> Entry:
    if part.startswith("(") and part.endswith(")"):
        return describe_aside(entry, part[1:-1].strip())
    inner = part
    found = describe(entry, inner)
    if found is not None:
        return found
    if re.search(r"\d", part) or _is_area(part) or part.split()[0] in words("titles", "elects"):  # `genvalgt`
        return noted(entry, inner)
    if part[0].islower():
        came = re.match(rf"{phrases('rosters', 'movements', 'present_verbs')}\b", part) is not None
        said = words("headings", "answers", "starts") | words("headings", "answers", "finite")
        verb = came or part.split()[0] in said | words("adverbs", "prepositions")  # `intet hørt`
        if is_collective(part.split()[0]) and entry.organisation is None:  # `Lis Bo, kriminalforsorgen`
            return replace(entry, organisation=part)
        short = len(part.split()) <= _LONGEST_TITLE and not verb and part.islower()
        return replace(entry, role=part) if entry.role is None and short else noted(entry, part)
    if entry.organisation is None and not is_title(part) and function_of(part) is None:
        return replace(entry, organisation=part)
    return noted(entry, part)


def _is_area(text: str) -> bool:
    """Tell whether a part is what somebody looks after, no organisation: `Økonomi`, `Bredde og klubudvikling`."""
    low = text.casefold()
    known = low.endswith("udvalg") or low in words("headings", "parts", "background")
    return known or re.search(r"\sog\s[a-zæøå]", text) is not None
