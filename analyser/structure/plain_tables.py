"""Rosters in a table that says nothing of attendance: `Firma | Navn | Init.`, `Navn\\tTitel\\tTlf.`"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyser.language.lexicon import words
from analyser.language.names import fits_initials, is_full_name, is_title, looks_like_name
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry, describe, describe_aside, is_organisation, noted
from analyser.structure.groups import Group, RosterEntry, known_label
from analyser.structure.lines import Line

KINDS = ("name", "organisation", "role", "initials", "ignored")
_LEAST_ROWS = 2


def read_plain_head(line: Line, following: Sequence[Line]) -> tuple[str, ...]:
    """Read the head of such a table: what each column holds, or nothing.

    One column is called after names, and each of the others after something else that is told of people; below stand
    at least two rows.
    """
    cells = [c.strip(" *_:.").casefold() for c in _cells(line.text)]
    kinds = tuple(next((k for k in KINDS if c in words("rosters", "columns", k)), "") for c in cells)
    if head_group(line) is not None and kinds[0] != "name":  # `Tilstede: | Init. | Firma`
        kinds = ("name", *kinds[1:])
    if len(kinds) < 2 or not all(kinds) or kinds.count("name") != 1 or set(kinds) == {"name"}:
        return ()
    rows = [n for n in following[: 2 * _LEAST_ROWS + 1] if not n.blank and not re.fullmatch(r"[|:\-+=\s]+", n.text)]
    read = sum(read_plain_row(n, kinds) is not None for n in rows[:_LEAST_ROWS])
    return kinds if read == _LEAST_ROWS else ()


def head_group(line: Line) -> Group | None:
    """Give the group that the first cell of a head opens for those below: `Tilstede:\\tInit.\\tFirma`."""
    first = next(iter(_cells(line.text)), "").strip(" *_")
    known = known_label(first)
    if known is None or known[1] < len(first) or known[0].attendance == "partial" or known[0].role:
        return None
    return known[0] if known[0].function in (None, "guest", "observer", "substitute") else None


def read_plain_row(line: Line, kinds: Sequence[str]) -> RosterEntry | None:
    """Read a row: `Tegnestuen Vinkel, arkitekt | Ib Ravn | IR (byggeleder, ref.)`."""
    cells = _cells(line.text)
    if not 2 <= len(cells) <= len(kinds):
        return None
    told = dict(zip(kinds, cells, strict=False))
    name = told.get("name", "")
    if not (is_full_name(re.split(r"[,(]", name)[0].strip()) or looks_like_name(name, 2)):
        return None
    found, share = read_entries(name, line.start + line.text.find(name), lenient=True)
    if len(found) != 1 or share < 1.0:
        return None
    entry = found[0]
    for kind in ("role", "initials", "organisation"):
        if kind in told and told[kind].strip(" -–"):
            entry = _with(entry, kind, told[kind].strip())
    return RosterEntry(entry, Group(), line.index)


def _with(entry: Entry, kind: str, cell: str) -> Entry:
    asides = re.findall(r"\(([^()]*)\)", cell)
    bare = re.sub(r"\s*\([^()]*\)", "", cell).strip()
    if kind == "initials":
        known = bare.isupper() or fits_initials(bare, entry.name)
        entry = replace(entry, initials=bare) if bare and known else noted(entry, bare)
    elif kind == "role":
        entry = describe(entry, bare) or replace(entry, role=bare)
    else:
        house, _, office = bare.partition(", ")
        if (is_title(house) or house.casefold() in words("titles", "occupations")) and not is_organisation(
            house
        ):  # `Arkitekt, Solbo A/S`
            house, office = office, house
        entry = replace(entry, organisation=house) if house else entry
        if office:  # `Fjordby Kommune, bygherre`
            entry = (describe(entry, office) or replace(entry, role=office)) if entry.role is None else entry
    for aside in asides:
        entry = describe_aside(entry, aside)
    return entry


def _cells(text: str) -> list[str]:
    bare = text.strip().removeprefix("|").removesuffix("|")
    return [c.strip() for c in re.split(r"\s*\|\s*|\t+|\s{3,}", bare)]
