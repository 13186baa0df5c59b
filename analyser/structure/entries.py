"""A line of a roster, its pieces put together to persons: `Ib Ravn, formand, TR Lis Bo og Åse Holm, begge Solbo`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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


@dataclass
class _Reading:
    """A list of a roster while it is read, piece by piece.

    Attributes:
        pieces: what it is cut into; `text` begins at `start` of the document.
        short: it is a list of initials, with no full name in it.
        letters: all of it is capitals: `MH, KL, BS`.
        entries: the people so far.
        waiting: titles whose name is still to come.
        shared: a title of several: `forældrerepræsentanter Maja Sø, Kim Bo og Trine Ask`.
        origin: the house of those who come.
        in_front, behind: whether titles stand in front of the names, or behind them.
        understood, total: how many pieces were, of how many.
    """

    text: str
    start: int
    lenient: bool
    alone: bool
    pieces: list[Piece]
    short: bool
    letters: bool
    entries: list[Entry] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    shared: str | None = None
    origin: str | None = None
    in_front: bool = False
    behind: bool = False
    understood: int = 0
    total: int = 0

    def read(self, n: int, piece: Piece) -> None:
        """Read the piece at place `n`: a person, or what is said of those before or behind it."""
        self.total += 1
        piece = without_lead(piece)
        self.origin = piece.house or self.origin
        bare = piece.text.strip(" .:-–—•*")
        if self._is_nobody(piece, bare) or self._tells_of_several(bare):
            return
        every = [p for p in piece.parens if of_several(p, [*self.entries, *self.entries], piece.joined) is not None]
        piece = replace(piece, parens=[inner for inner in piece.parens if inner not in every])
        if self._tells_of_last(bare):
            return
        several, named = split_plural_title(bare)
        if several is not None:
            piece = replace(piece, text=named, start=piece.start + piece.text.rfind(named))
            bare, self.shared, self.waiting = named, several, []
        named_behind = _named_behind(piece, self.text, self.start) if is_initials(bare) else None
        if named_behind is not None:
            self.understood += 1
            self.entries.append(named_behind)
            return
        told = self._is_told(n, piece, bare)
        entry = self._person(piece, bare, told)
        if entry is None and told and self._tells_origin(piece, bare):
            return
        if entry is not None:
            self._add(n, piece, entry, several)
            for inner in every:  # `Ida Holm og Ib Ravn (begge fra Solbo)`
                self.entries = of_several(inner, self.entries, piece.joined) or self.entries
        elif self._is_of_last(n, piece, bare):
            self._describe_last(n, piece, bare)
        elif is_title(bare) or definite_title(bare):
            self.understood += 1
            self.waiting.append(bare)

    def _is_nobody(self, piece: Piece, bare: str) -> bool:
        """Tell whether a piece counts people or says that there is nobody: `12 personer`; it counts for nothing."""
        if _COUNTED.fullmatch(bare) or bare.casefold() in words("rosters", "nobody"):
            self.total -= 1
            return True
        if not bare:
            self.total -= not piece.parens
            self.understood += bool(piece.parens)
        return not bare

    def _tells_of_several(self, bare: str) -> bool:
        """Add what is said of several of those before: `…, begge næstformænd`."""
        several = of_several(bare, self.entries)
        if several is None:
            return False
        self.understood += 1
        self.entries = several
        return True

    def _tells_of_last(self, bare: str) -> bool:
        """Add what is said of who was named last: `…, der førte Protokollen`, `…, sidstnævnte under sag 2`."""
        kept = _keeps().fullmatch(bare)
        if kept and self.entries:
            self.understood += 1
            function: Function = "chair" if kept["chair"] else "minute_taker"
            last = self.entries[-1]
            self.entries[-1] = replace(last, functions=with_function(last.functions, function))
            return True
        latter = re.fullmatch(r"(?:sidstnævnte|denne)\s+(?:(?:som|er|var|kun)\s+)?(\w+.*)", bare)
        told_of = describe(self.entries[-1], latter[1]) if latter and self.entries else None
        if told_of is None:
            return False
        self.understood += 1
        self.entries[-1] = told_of
        return True

    def _is_told(self, n: int, piece: Piece, bare: str) -> bool:
        """Tell whether a piece that may look like a name is said of who stands before it."""
        told = (piece.described and not is_full_name(bare)) or _is_origin(self.pieces, n, self.alone)
        return told or (bool(self.entries) and self.entries[-1].role is None and leads_house(bare) is not None)

    def _person(self, piece: Piece, bare: str, told: bool) -> Entry | None:
        """Read a piece as a person, in a list of initials also by these."""
        entry = read_person(piece, self.lenient) if not (told and self.entries) else None
        if entry is not None or told or not self.short or not (is_initials(bare) or self.letters):
            return entry
        begin = piece.start + piece.text.find(bare)
        entry = replace(Entry(bare, begin, begin + len(bare)), initials=bare)
        for inner in piece.parens:
            entry = describe_aside(entry, inner)
        return entry

    def _tells_origin(self, piece: Piece, bare: str) -> bool:
        """Add where who stands before comes from, or what he is there: `Nikolaj Steen, | Yngre Læger`."""
        if not self.entries or piece.described or self.entries[-1].organisation is not None:
            return False
        self.understood += 1
        self.entries[-1] = describe(self.entries[-1], bare) or replace(self.entries[-1], organisation=bare)
        for inner in piece.parens:
            self.entries[-1] = describe_aside(self.entries[-1], inner)
        return True

    def _add(self, n: int, piece: Piece, entry: Entry, several: str | None) -> None:
        """Add a person, with the titles that wait, the title that several share, and the house they come from."""
        self.understood += 1
        if sum(definite_title(t) is not None for t in self.waiting) > 1:
            self.waiting = []  # `Formanden, Kassereren, A. Holm`: of those who bear the titles no name is told
        for title in self.waiting:
            entry = with_title(entry, title)
        titled = entry.role is not None and split_title(piece.text)[0] is not None
        self.in_front = self.in_front or titled or bool(self.waiting)
        self.waiting = []
        entry = replace(entry, organisation=entry.organisation or self.origin)
        self.shared = None if entry.role and several is None else self.shared
        self.entries.append(entry if entry.role or self.shared is None else with_title(entry, self.shared))
        if self._shares_house(n, piece, entry):  # `Ida Holm og Ib Ravn fra Solbo`
            self.entries[-2] = replace(self.entries[-2], organisation=entry.organisation)
        self.shared = None if piece.joined and several is None else self.shared

    def _shares_house(self, n: int, piece: Piece, entry: Entry) -> bool:
        """Tell whether the house behind the second of two is that of the first as well, who has none of his own."""
        if not (piece.joined and not piece.apart and entry.organisation and re.search(r"\sfra\s", piece.text)):
            return False
        # `Mejeribestyrer Ida Holm og Konsulent Ib Ravn fra Solbo` may be of two houses
        if len(self.entries) < 2 or (self.entries[-2].role and entry.role) or self.entries[-2].organisation is not None:
            return False
        return self.shared is not None or _is_pair(self.text, self.pieces[n - 1].start - self.start)

    def _is_of_last(self, n: int, piece: Piece, bare: str) -> bool:
        """Tell whether a piece that is no person is said of who stands before, not of who comes behind it."""
        if not self.entries or definite_title(bare):
            return False
        leads = is_title(bare) and (self.in_front or not self.behind) and self.entries[-1].role
        return not (leads and names_follow(self.text, piece) and not _is_origin(self.pieces, n + 1, self.alone))

    def _describe_last(self, n: int, piece: Piece, bare: str) -> None:
        """Add what a piece says of who stands before it: a title, a house, a note."""
        changed = [describe(self.entries[-1], part) for part in DASH.split(bare)]
        if any(c is not None for c in changed) or piece.described:
            self.understood += 1
            self.behind = self.behind or is_title(bare)
            for part in DASH.split(bare):
                self.entries[-1] = describe(self.entries[-1], part) or noted(self.entries[-1], part.strip())
        for inner in piece.parens:
            self.entries[-1] = describe_aside(self.entries[-1], inner)
        if not piece.parens and len(self.entries) == 1 and n == len(self.pieces) - 1 and _is_place(bare):
            self.understood += 1
            if self.entries[-1].organisation is None:
                self.entries[-1] = replace(self.entries[-1], organisation=bare)


def _read_entries(text: str, start: int, lenient: bool, alone: bool) -> tuple[list[Entry], float]:
    text = _without_tails(spoken(text) if lenient else text, lenient)
    pieces = list(cut(text, start))
    short = lenient and not any(" " in p.text.strip(" .") for p in pieces)
    some = any(is_initials(p.text.strip(" .")) for p in pieces)
    letters = short and some and len(pieces) > 1 and all(_LETTERS.fullmatch(p.text.strip(" .")) for p in pieces)
    reading = _Reading(text, start, lenient, alone, pieces, short, letters)
    for n, piece in enumerate(pieces):
        reading.read(n, piece)
    share = reading.understood / reading.total if reading.total else 0.0
    return said_of_both(of_one_house(reading.entries), pieces, alone), share


def _without_tails(text: str, lenient: bool) -> str:
    """Take from a list what counts others at its end, commas in front of a class, and the verb of a sentence."""
    text = re.sub(r",?\s+(?:og|samt|plus)\s+(?:ca\.?\s*)?\d+\s+\w+(?:\s\w+)?\.?$", "", text)  # `… samt 14 medlemmer`
    text = _class_behind().sub(" ", text)
    if lenient and re.search(r"\sog\s", text):
        text = re.sub(rf"\s+{phrases('rosters', 'tails')}\.?$", "", text)  # `Hans, Per og Annika var til stede`
    return text


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
