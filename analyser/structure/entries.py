"""A line of a roster, its pieces put together to persons: `Ib Ravn, formand, TR Lis Bo og Åse Holm, begge Solbo`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analyser.language.definite import definite_title, split_plural_title
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import fits_initials, is_full_name, is_given_name, is_title, split_title
from analyser.minutes import Function
from analyser.structure.around import without_lead
from analyser.structure.entry import (
    Entry,
    describe,
    describe_aside,
    is_organisation,
    leads_house,
    noted,
    with_function,
    with_title,
)
from analyser.structure.person_piece import read_person
from analyser.structure.pieces import DASH, Piece, cut, is_initials, names_follow
from analyser.structure.several import of_one_house, of_several, said_of_both, spoken

_LETTERS = re.compile(r"[A-ZÆØÅ]{2,4}")
_COUNTED = re.compile(r"\d+\s+[a-zæøå]+(?:\s[a-zæøå]+)?")


def read_entries(text: str, start: int, lenient: bool = False, alone: bool = False) -> tuple[list[Entry], float]:
    """Read one line or list of a roster.

    `Dorte Vestby\\tBorgmester`; `Formand Ib Ravn, kasserer Lis Bo, Åse Holm`; `Ib Ravn, formand, Lis Bo, kasserer`;
    `Lis Bo (LB)`; `Ole Friis fra Vesterby Taxa`; `Næstformand, FTR Karen Juul (FOA), AMR Dorthe Lind`.

    Args:
        text: the line; `start` is its offset in the document.
        start: offset of `text`.
        lenient: names of a single word count even where they are in no list of given names.
        alone: the line belongs to a list of one person a line, so that `Berit Eg, Nørsø Erhverv` names one.

    Returns:
        The persons, and the share (0 to 1) of the line's pieces that could be understood as part of a roster.
    """
    behind = _behind_its_house(text, start)
    if behind is not None:
        return [behind], 1.0
    entries, share = _read_entries(text, start, lenient, alone)
    single = sum(" " not in e.name for e in entries)
    if not lenient and single >= 2 and 0.5 <= share < 1.0:  # a list of first names, some of them rare
        more, all_of_it = _read_entries(text, start, True, alone)
        return (more, all_of_it) if all_of_it > share else (entries, share)
    return entries, share


def _behind_its_house(text: str, start: int) -> Entry | None:
    """Read a row that begins with the house of who stands in its second cell: `Murermester Eg ApS\\tEgon Eg\\tEE`."""
    cells = list(re.finditer(r"[^\t]+", text))
    if not 2 <= len(cells) <= 4 or len(cells[0].group()) > 60:
        return None
    house = re.fullmatch(r"(?P<name>[^()]+?)\s*(?:\((?P<as>[^()]*)\))?", cells[0].group().strip(" :•-–"))
    if house is None or not is_full_name(cells[1].group().strip()):
        return None
    first = house["name"]
    if (
        is_full_name(first)
        or is_given_name(first.split()[0])
        or is_initials(first)
        or (is_title(first) and not is_organisation(first))
    ):
        return None
    found, share = _read_entries(text[cells[1].start() :], start + cells[1].start(), False, True)
    if len(found) != 1 or share < 1.0:
        return None
    if first.casefold() in words("titles", "occupations"):  # `Bygherre\\tHanne Toft`
        return with_title(found[0], first)
    entry = replace(found[0], organisation=found[0].organisation or first)
    return (describe(entry, house["as"]) or entry) if house["as"] else entry


def _read_entries(text: str, start: int, lenient: bool, alone: bool) -> tuple[list[Entry], float]:
    text = spoken(text) if lenient else text
    entries: list[Entry] = []
    waiting: list[str] = []  # titles whose name is still to come
    shared: str | None = None  # a title of several: `forældrerepræsentanter Maja Sø, Kim Bo og Trine Ask`
    understood = total = 0
    in_front = behind = False  # whether titles stand in front of the names, or behind them
    text = re.sub(r",?\s+(?:og|samt|plus)\s+(?:ca\.?\s*)?\d+\s+\w+(?:\s\w+)?\.?$", "", text)  # `… samt 14 medlemmer`
    text = _class_behind().sub(" ", text)
    if lenient and re.search(r"\sog\s", text):
        text = re.sub(rf"\s+{phrases('rosters', 'tails')}\.?$", "", text)  # `Hans, Per og Annika var til stede`
    pieces = list(cut(text, start))
    short = lenient and not any(" " in p.text.strip(" .") for p in pieces)  # a list of initials, no full name in it
    some = any(is_initials(p.text.strip(" .")) for p in pieces)
    letters = (
        short and some and len(pieces) > 1 and all(_LETTERS.fullmatch(p.text.strip(" .")) for p in pieces)
    )  # `MH, KL, BS`
    origin: str | None = None
    for n, piece in enumerate(pieces):
        total += 1
        piece = without_lead(piece)
        origin = piece.house or origin
        bare = piece.text.strip(" .:-–—•*")
        if _COUNTED.fullmatch(bare):  # `12 personer`
            total -= 1
            continue
        if bare.casefold() in words("rosters", "nobody"):
            total -= 1
            continue
        if not bare:
            total -= not piece.parens
            understood += bool(piece.parens)
            continue
        several_of = of_several(bare, entries)
        if several_of is not None:  # `…, begge næstformænd`
            understood += 1
            entries = several_of
            continue
        every = [inner for inner in piece.parens if of_several(inner, [*entries, *entries], piece.joined) is not None]
        piece = replace(piece, parens=[inner for inner in piece.parens if inner not in every])
        kept = _keeps().fullmatch(bare)
        if kept and entries:  # `…, der førte Protokollen`
            understood += 1
            function: Function = "chair" if kept["chair"] else "minute_taker"
            entries[-1] = replace(entries[-1], functions=with_function(entries[-1].functions, function))
            continue
        latter = re.fullmatch(r"(?:sidstnævnte|denne)\s+(?:(?:som|er|var|kun)\s+)?(\w+.*)", bare)
        told_of = describe(entries[-1], latter[1]) if latter and entries else None
        if told_of is not None:  # `…, sidstnævnte som protokolfører`, `…, sidstnævnte under sag 2`
            understood += 1
            entries[-1] = told_of
            continue
        several, named = split_plural_title(bare)
        if several is not None:
            piece = replace(piece, text=named, start=piece.start + piece.text.rfind(named))
            bare, shared, waiting = named, several, []
        named_behind = _named_behind(piece, text, start) if is_initials(bare) else None
        if named_behind is not None:
            understood += 1
            entries.append(named_behind)
            continue
        told = (piece.described and not is_full_name(bare)) or _is_origin(pieces, n, alone)
        told = told or (bool(entries) and entries[-1].role is None and leads_house(bare) is not None)
        entry = read_person(piece, lenient) if not (told and entries) else None
        if entry is None and not told and short and (is_initials(bare) or letters):
            entry = Entry(bare, piece.start + piece.text.find(bare), piece.start + piece.text.find(bare) + len(bare))
            entry = replace(entry, initials=bare)
            for inner in piece.parens:
                entry = describe_aside(entry, inner)
        if entry is None and told and entries and not piece.described and entries[-1].organisation is None:
            understood += 1
            entries[-1] = describe(entries[-1], bare) or replace(entries[-1], organisation=bare)
            for inner in piece.parens:
                entries[-1] = describe_aside(entries[-1], inner)
            continue
        if entry is not None:
            understood += 1
            if sum(definite_title(t) is not None for t in waiting) > 1:
                waiting = []  # `Formanden, Kassereren, A. Holm`: of those who bear the titles no name is told
            for title in waiting:
                entry = with_title(entry, title)
            in_front = in_front or (entry.role is not None and split_title(piece.text)[0] is not None) or bool(waiting)
            waiting = []
            entry = replace(entry, organisation=entry.organisation or origin)
            shared = None if entry.role and several is None else shared
            entries.append(entry if entry.role or shared is None else replace(entry, role=shared))
            shares = bool(piece.joined and not piece.apart and entry.organisation and re.search(r"\sfra\s", piece.text))
            # `Mejeribestyrer Ida Holm og Konsulent Ib Ravn fra Solbo` may be of two houses
            shares = shares and len(entries) > 1 and not (entries[-2].role and entry.role)
            shares = shares and (shared is not None or _is_pair(text, pieces[n - 1].start - start))
            if shares and entries[-2].organisation is None:  # `Ida Holm og Ib Ravn fra Solbo`
                entries[-2] = replace(entries[-2], organisation=entry.organisation)
            shared = None if piece.joined and several is None else shared
            for inner in every:  # `Ida Holm og Ib Ravn (begge fra Solbo)`
                entries = of_several(inner, entries, piece.joined) or entries
        elif (
            entries
            and not definite_title(bare)
            and not (
                is_title(bare)
                and (in_front or not behind)
                and entries[-1].role
                and names_follow(text, piece)
                and not _is_origin(pieces, n + 1, alone)
            )
        ):
            changed = [describe(entries[-1], part) for part in DASH.split(bare)]
            if any(c is not None for c in changed) or piece.described:
                understood += 1
                behind = behind or is_title(bare)
                for part in DASH.split(bare):
                    entries[-1] = describe(entries[-1], part) or noted(entries[-1], part.strip())
            for inner in piece.parens:
                entries[-1] = describe_aside(entries[-1], inner)
            if not piece.parens and len(entries) == 1 and n == len(pieces) - 1 and _is_place(bare):
                understood += 1
                if entries[-1].organisation is None:
                    entries[-1] = replace(entries[-1], organisation=bare)
        elif is_title(bare) or definite_title(bare):
            understood += 1
            waiting.append(bare)
    return said_of_both(of_one_house(entries), pieces, alone), (understood / total if total else 0.0)


def _is_pair(text: str, position: int) -> bool:
    """Tell whether two joined by `og` stand by themselves from `position` on, not as the last of a list.

    `Gæster: | Ida Holm og Ib Ravn fra Solbo`; not `Ole Bo, | Ida Holm og Ib Ravn fra Solbo`.
    """
    return re.search(r",\s*$", text[:position]) is None


def _named_behind(piece: Piece, text: str, start: int) -> Entry | None:
    """Read the person whose initials stand in front of them: `LN (Lars Nymark)`."""
    initials = piece.text.strip(" .:-–—•*")
    for inner in piece.parens:
        found = read_person(Piece(inner, start + text.find(inner, piece.start - start)), True)
        if found is not None and " " in found.name and fits_initials(initials, found.name):
            return replace(found, initials=initials)
    return None


def _is_place(text: str) -> bool:
    """Tell whether what stands last behind one person is where they come from: `Husmand P. Andersen, Vester Hede`."""
    return text.split()[0].casefold() in words("names", "place_fronts") and len(text.split()) <= 3


def _is_origin(pieces: Sequence[Piece], n: int, alone: bool) -> bool:
    """Tell whether a piece says where the one person of the line comes from.

    `Nikolaj Steen, Yngre Læger`; `Gårdejer Niels Thomsen, formand, Hammerum`.
    """
    if n == 2 and len(pieces) == 3:
        title, place = pieces[1].text, pieces[2].text
        titled = is_title(title) and not split_title(title)[0] and split_title(pieces[0].text)[0] is not None
        return titled and not pieces[2].joined and " " not in place and place[:1].isupper() and not is_given_name(place)
    if n != 1 or len(pieces) != 2:
        return False
    second = pieces[1].text
    if pieces[1].joined or not second[:1].isupper() or is_title(second) or split_title(second)[0] is not None:
        return False
    titled = split_title(pieces[0].text)[0] is not None
    full = len(pieces[0].text.split()) > 1 and is_given_name(pieces[0].text.split()[0])
    family = second.casefold().endswith(tuple(lexicon("names")["family_ends"]))
    if "&" in second and (titled or full):
        return True  # `arkitekt Lis Bo, Brok & Sten`
    known = any(is_given_name(w) for w in second.split()[:3])
    short = " " not in second or alone
    return not known and ((titled and (alone or not family)) or (full and short and not family))


@cache
def _class_behind() -> re.Pattern[str]:
    # the comma in `Liva Bo, 9.b`; none of those in `Liva Bo, 9.b Noah Ek, 8.b ingen`
    return re.compile(rf",(?=\s*\d{{1,2}}\.\s?[A-Za-zæøå]\b(?!\s?:?\s+(?:[A-ZÆØÅ]|{phrases('rosters', 'nobody')})))")


@cache
def _keeps() -> re.Pattern[str]:
    chair, keeping = (phrases("rosters", "elections", k) for k in ("chairing", "keeping"))
    return re.compile(rf"(?:der|som)\s+(?:(?P<chair>{chair})|{keeping})", re.IGNORECASE)
