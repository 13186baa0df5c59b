"""Roster entries: `Ældrechef Lone Wad (formand), TR Ib Ravn (FOA)` to persons with title, function, organisation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from analyser.language.definite import definite_title, split_plural_title
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import (
    fits_initials,
    is_collective,
    is_full_name,
    is_given_name,
    is_title,
    looks_like_name,
    split_title,
    split_trailing_title,
)
from analyser.minutes import Attendance, Function

FUNCTIONS: tuple[Function, ...] = ("chair", "minute_taker", "substitute", "observer", "guest")
_PARTY = re.compile(r"^[A-ZÆØÅ]{1,2}$")
_INITIALS = re.compile(r"^[A-Za-zÆØÅæøå]{2,5}$")
_SEPARATOR = re.compile(r"(?:\s*(?:[,;]|\s/\s|\t|\|)\s*|\s{3,})(?![^()]*\))")
_GAP = re.compile(r"\t|(?<=[^\s,;|])\s{3,}(?=\S)")
_JOINED = re.compile(r"\s+(?:og|samt|&)\s+(?![^()]*\))")
_DASH = re.compile(r"\s+[-–—]\s+|\s*–\s+")


@dataclass(frozen=True)
class Entry:
    """One person as a roster gives them; `start`, `end` are the place of the name."""

    name: str
    start: int
    end: int
    role: str | None = None
    organisation: str | None = None
    initials: str | None = None
    attendance: Attendance | None = None
    functions: tuple[Function, ...] = ()
    note: str | None = None
    stands_for: str | None = None


@dataclass
class _Piece:
    text: str
    start: int
    parens: list[str] = field(default_factory=list)
    joined: bool = False  # by `og` to the one before
    described: bool = False  # stands in a later cell of a line, and so says something of the person in the first


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
    entries, share = _read_entries(text, start, lenient, alone)
    single = sum(" " not in e.name for e in entries)
    if not lenient and single >= 2 and 0.5 <= share < 1.0:  # a list of first names, some of them rare
        more, all_of_it = _read_entries(text, start, True, alone)
        return (more, all_of_it) if all_of_it > share else (entries, share)
    return entries, share


def _read_entries(text: str, start: int, lenient: bool, alone: bool) -> tuple[list[Entry], float]:
    entries: list[Entry] = []
    waiting: list[str] = []  # titles whose name is still to come
    shared: str | None = None  # a title of several: `forældrerepræsentanter Maja Sø, Kim Bo og Trine Ask`
    understood = total = 0
    pieces = list(_pieces(text, start))
    short = lenient and not any(" " in p.text.strip(" .") for p in pieces)  # a list of initials, no full name in it
    for n, piece in enumerate(pieces):
        total += 1
        bare = piece.text.strip(" .:-–—•*")
        if not bare:
            total -= not piece.parens
            understood += bool(piece.parens)
            continue
        several, named = split_plural_title(bare)
        if several is not None:
            piece = replace(piece, text=named, start=piece.start + piece.text.rfind(named))
            bare, shared = named, several
        told = (piece.described and not is_full_name(bare)) or _is_origin(pieces, n, alone)
        entry = _person(piece, lenient) if not (told and entries) else None
        if entry is None and not told and short and _is_initials(bare):
            entry = Entry(bare, piece.start + piece.text.find(bare), piece.start + piece.text.find(bare) + len(bare))
            entry = replace(entry, initials=bare)
            for inner in piece.parens:
                entry = describe(entry, inner) or _noted(entry, inner)
        if entry is None and told and entries and not piece.described and entries[-1].organisation is None:
            understood += 1
            entries[-1] = describe(entries[-1], bare) or replace(entries[-1], organisation=bare)
            for inner in piece.parens:
                entries[-1] = describe(entries[-1], inner) or _noted(entries[-1], inner)
            continue
        if entry is not None:
            understood += 1
            for title in waiting:
                entry = _titled(entry, title)
            waiting = []
            shared = None if entry.role and several is None else shared
            entries.append(entry if entry.role or shared is None else replace(entry, role=shared))
            shared = None if piece.joined else shared
        elif (
            entries
            and not definite_title(bare)
            and not (
                is_title(bare)
                and entries[-1].role
                and _names_follow(text, piece)
                and not _is_origin(pieces, n + 1, alone)
            )
        ):
            changed = [describe(entries[-1], part) for part in _DASH.split(bare)]
            if any(c is not None for c in changed) or piece.described:
                understood += 1
                for part in _DASH.split(bare):
                    entries[-1] = describe(entries[-1], part) or _noted(entries[-1], part.strip())
            for inner in piece.parens:
                entries[-1] = describe(entries[-1], inner) or _noted(entries[-1], inner)
            if not piece.parens and len(entries) == 1 and n == len(pieces) - 1 and _is_place(bare):
                understood += 1
                if entries[-1].organisation is None:
                    entries[-1] = replace(entries[-1], organisation=bare)
        elif is_title(bare) or definite_title(bare):
            understood += 1
            waiting.append(bare)
    return entries, (understood / total if total else 0.0)


def _titled(entry: Entry, title: str) -> Entry:
    """Give a person the title that stood before, apart: `Formanden, Gdr. Laurids Kjær`; a function is their role."""
    function = function_of(definite_title(title) or title)
    if entry.role is None or function == "chair":
        functions = _with(entry.functions, function) if function else entry.functions
        changed = replace(entry, role=title, functions=functions)
        return _noted(changed, entry.role) if entry.role else changed
    return _noted(entry, title)


def _is_initials(text: str) -> bool:
    known = is_title(text) or text.casefold() in words("organisations", "whole")
    return re.fullmatch(r"[A-ZÆØÅ]{2,4}", text) is not None and not known


def _is_place(text: str) -> bool:
    """Tell whether what stands last behind one person is where they come from: `Husmand P. Andersen, Vester Hede`."""
    return text.split()[0].casefold() in words("names", "place_fronts") and len(text.split()) <= 3


def _is_origin(pieces: Sequence[_Piece], n: int, alone: bool) -> bool:
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
    known = any(is_given_name(w) for w in second.split()[:3])
    short = " " not in second or alone
    return not known and ((titled and (alone or not family)) or (full and short and not family))


def describe(entry: Entry, text: str) -> Entry | None:
    """Add to a person what a roster says of them: a title, a function, initials, an organisation, a remark; else None.

    `formand`, `referent`, `MK`, `FOA`, `afbud`, `fra kl. 18.30`, `suppleant for Ib Ravn`, `A`.
    """
    bare = text.strip(" .,:;")
    low = bare.casefold()
    if not bare:
        return entry
    if re.search(rf"(?:^|\b){phrases('rosters', 'remarks', 'absent')}\b", low) and len(bare.split()) <= 6:
        timed = is_timed(low)
        return _noted(replace(entry, attendance="partial" if timed else "absent"), bare)
    if re.match(rf"(?:deltog\s+)?{phrases('rosters', 'remarks', 'partial')}\b", low):
        return _noted(replace(entry, attendance="partial"), bare)
    stand_in = re.match(rf"(?:mødte\s+)?{phrases('rosters', 'remarks', 'substitute')}\s+(.+)$", bare, re.IGNORECASE)
    if stand_in and looks_like_name(_name_in(stand_in[1])):
        functions: tuple[Function, ...] = (*entry.functions, "substitute")
        return _noted(replace(entry, functions=functions, stands_for=_name_in(stand_in[1])), bare)
    if low in words("rosters", "remarks", "present"):
        return _noted(entry, bare)
    if bare.isupper() or bare.islower():
        if (
            _INITIALS.match(bare)
            and fits_initials(bare, entry.name)
            and low not in words("titles", "whole")
            and entry.initials is None
        ):
            return replace(entry, initials=bare)
        if _PARTY.match(bare) and bare.isupper() and not is_title(bare):
            return _noted(entry, bare)
    parts = [p for p in re.split(r"\s*(?:,|/|\bog\b)\s*", bare) if p]
    told = [function_of(p) or is_title(p) or (bool(_INITIALS.match(p)) and fits_initials(p, entry.name)) for p in parts]
    if len(parts) > 1 and (all(told) or ("," in bare and any(told))):
        for part in parts:
            entry = describe(entry, part) or _noted(entry, part)
        return entry
    function = function_of(bare)
    if function is not None:
        names_role = function == "chair" or (is_title(bare) and function != "minute_taker")
        role = entry.role or (bare if names_role else None)
        return replace(entry, role=role, functions=_with(entry.functions, function))
    if is_title(bare):
        title, organisation = _split_from(bare)
        if entry.role is None:
            return replace(entry, role=title, organisation=entry.organisation or organisation)
        return _noted(entry, bare)
    if is_organisation(bare) or (bare.isupper() and 2 <= len(bare) <= 8):
        if entry.organisation is None:
            return replace(entry, organisation=re.sub(r"^(?:fra|for)\s+", "", bare, flags=re.IGNORECASE))
        return _noted(entry, bare)
    return None


def is_timed(remark: str) -> bool:
    """Tell whether a remark is on a part of the meeting only: `fraværende ved punkt 3`; `indtil sag nr. 4`."""
    return re.search(r"\b(?:pkt|punkt\w*|kl|klokken|sag)\b\.?\s*(?:nr\.?\s*)?\d", remark, re.IGNORECASE) is not None


def function_of(text: str) -> Function | None:
    """Give the function at the meeting that a word names (`referent`, `ordstyrer`), or None."""
    low = text.casefold().strip(" .:")
    found = next((f for f in FUNCTIONS if low in words("functions", f)), None)
    heads = tuple(words("functions", "standing_chair"))
    lesser = tuple(words("titles", "lesser"))
    return "chair" if found is None and low.endswith(heads) and " " not in low and not low.startswith(lesser) else found


def is_organisation(text: str) -> bool:
    """Tell whether text names an organisation by a word that organisations end or begin with: `Vesterby Taxa`."""
    low = re.sub(r"^(?:fra|for)\s+", "", text.casefold().strip())
    if not low or len(low.split()) > 9:
        return False
    if is_collective(low.split()[0]):  # `Boligselskabet Solgården`
        return True
    if low in words("organisations", "whole"):
        return True
    last = low.split()[-1]
    ends = words("bodies", "organisation_ends")
    return (
        last in ends
        or any(last.endswith(e) for e in ends if len(e) > 4)
        or any(low.startswith(f"{s} ") for s in words("bodies", "organisation_starts"))
    )


def _person(piece: _Piece, lenient: bool) -> Entry | None:
    text = re.sub(r"^[\s•*·\-–—]+(?:\d{1,2}[.)]\s*)?|^\d{1,2}[.)]\s*", "", piece.text)  # `2. Berit Eg`
    start = piece.start + len(piece.text) - len(text)
    text = re.sub(r"\s+\d{1,2}\.?\s?[a-zæøåA-Z]?$", "", text)  # `Liva 9.a`
    text = re.sub(r"\s+(?:og|samt)$", "", text.rstrip(" .:,"))  # the list goes on below
    remark = _remark().search(text)
    remarks = [text[remark.start() :].strip()] if remark else []
    text = text[: remark.start()].rstrip(" -–—,") if remark else text
    head, *tails = _DASH.split(text)
    behind = re.search(r"(?<=\w)/(?=\w)", head)
    if behind and (is_title(head[behind.end() :]) or function_of(head[behind.end() :])):  # `Berit Eg/kasserer`
        head, tails = head[: behind.start()], [head[behind.end() :], *tails]
    office, _, named = head.partition(" ")
    if definite_title(office) and looks_like_name(named):  # `Formanden N. P. Holm`
        inner = _person(_Piece(head.removeprefix(office).lstrip(), start + len(office) + 1, piece.parens), lenient)
        return _titled(inner, office) if inner else None
    title, name = split_title(head)
    if title is None:
        title, name = _split_unknown_title(head)
    from_start = start + head.rfind(name)
    organisation = None
    origin = re.search(r"\s+(?:fra|v/)\s+(?=\w)", name)
    if origin:
        organisation, name = name[origin.end() :].strip(), name[: origin.start()]
    trailing = None
    if title is None:
        name, trailing = split_trailing_title(name)
    name = name.strip(" ,")
    if not looks_like_name(name):
        if not tails:
            return None
        # `Formand – Ib Ravn`
        inner = _person(_Piece(tails[-1], piece.start + piece.text.rfind(tails[-1]), piece.parens), lenient)
        return replace(inner, role=inner.role or head.strip()) if inner and is_title(head) else None
    alone = len(name.split()) == 1 and not (is_given_name(name) or title)
    if alone and (not lenient or is_collective(name) or definite_title(name)):
        return None
    role = title or trailing
    entry = Entry(name, from_start, from_start + len(name), None, organisation)
    if role:
        entry = describe(entry, role) or replace(entry, role=role)
        if (entry.role is None and not entry.functions) or (
            entry.role is None and "minute_taker" not in entry.functions
        ):
            entry = replace(entry, role=role)
    for extra in (*piece.parens, *(t.strip() for t in tails), *remarks):
        entry = describe(entry, extra) or _noted(entry, extra)
    return entry


def _split_unknown_title(text: str) -> tuple[str | None, str]:
    """Part what stands in lower case in front of a full name: `husmoder Carla Fog` gives (`husmoder`, `Carla Fog`)."""
    found = re.fullmatch(r"(?P<title>[a-zæøå][\wæøå-]{3,}\.?(?:\s[a-zæøå][\wæøå-]+)?)\s+(?P<name>[A-ZÆØÅ].+)", text)
    if found is None or not is_full_name(found["name"]):
        return None, text
    known = words("adverbs", "prepositions") | words("names", "particles")
    return (None, text) if any(w in known for w in found["title"].split()) else (found["title"], found["name"])


def _pieces(text: str, start: int) -> Iterator[_Piece]:
    """Cut a line at commas, semicolons, tabs and `og` between two persons; parentheses go with what is before them."""
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text)]
    cuts += [  # `Arne (formand) Berit (kasserer)`
        (m.start(1), m.end(1))
        for m in re.finditer(r"\)(\s+)([A-ZÆØÅ][\w-]+)", text)
        if is_given_name(m[2]) and (m.start(1), m.end(1)) not in cuts
    ]
    cuts.sort()
    dashes = [(m.start(), m.end()) for m in re.finditer(r"\s+[-–—]\s+(?=[A-ZÆØÅ])", text)]
    if len(dashes) >= 2 and all(_names_somebody(text[end:]) for _, end in dashes):
        cuts = sorted([*cuts, *dashes])  # `Heidi Berg (HB), formand - Jens Riis (JR) - Anja Slet (AS)`
    position = 0
    described = False
    wide = _GAP.search(text)
    tab = wide.start() if wide and not re.search(r"[,;]", text[: wide.start()]) else -1
    if tab > 0 and text[:tab].strip():
        # what stands in a later cell is one description: `Direktør for Børn, Unge og Familie`
        cuts = [c for c in cuts if c[0] < tab or _GAP.search(text, c[0] - 1, c[1] + 1)]
    for begin, end in [*cuts, (len(text), len(text))]:
        for piece in _joined(text[position:begin], start + position):
            piece.described = described
            yield piece
        described = described or (0 < tab <= begin)
        position = end


def _joined(text: str, start: int) -> Iterator[_Piece]:
    opening = re.match(r"(?:og|samt)\s+", text)
    position = opening.end() if opening else 0
    for match in _JOINED.finditer(text, position):
        left, right = text[position : match.start()], text[match.end() :]
        if _is_initials(left.strip()) and _is_initials(right.split(" og ")[0].strip(" .")):
            yield _piece(left, start + position)
            position = match.end()
            continue
        if left.endswith("-") or not (_names_somebody(left) and _names_somebody(right)):
            continue
        if not any(is_given_name(w) or is_title(w) for w in f"{left} {right}".split()) and " " not in left.strip():
            continue  # `Sundhed og Handicap`
        yield _piece(left, start + position)
        position = match.end()
    joined = position > 0
    last = _piece(text[position:], start + position)
    last.joined = joined
    yield last


def _piece(text: str, start: int) -> _Piece:
    parens = re.findall(r"[(\[]([^()\[\]]*)[)\]]", text)
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", lambda m: " " * len(m.group()), text)
    # what stands behind the parenthesis goes on: `Lis Bo (FOA) tillidsrepræsentant`
    lead = len(bare) - len(bare.lstrip())
    return _Piece(re.sub(r"\s{2,}", " ", bare.strip()) if "(" in text else bare.strip(), start + lead, parens)


def _names_somebody(text: str) -> bool:
    bare = _DASH.split(re.sub(r"\([^()]*\)|\b\d{1,2}\.?\s?[a-zæøå]\b", "", text))[0].strip(" .,:")
    first = _JOINED.split(bare)[0].split(",")[0].strip()
    _, name = split_title(split_plural_title(first)[1])
    name = re.split(r"\s+(?:fra|v/)\s+", name)[0]
    return looks_like_name(name) or looks_like_name(split_trailing_title(name)[0])


def _names_follow(text: str, piece: _Piece) -> bool:
    rest = text[text.find(piece.text) + len(piece.text) :].lstrip(" ,;")
    name = split_title(re.split(r"[,;(]", rest)[0].strip())[1]
    return bool(rest) and looks_like_name(name) and is_title(piece.text)


def _split_from(title: str) -> tuple[str, str | None]:
    match = re.search(r",?\s+fra\s+(?=[A-ZÆØÅ])", title)
    return (title[: match.start()], title[match.end() :]) if match else (title, None)


def _name_in(text: str) -> str:
    return split_title(text.strip(" ."))[1]


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"\s+{phrases('rosters', 'remarks', 'behind')}(?![\wæøå]).*$", re.IGNORECASE)


def _with(functions: tuple[Function, ...], function: Function) -> tuple[Function, ...]:
    return functions if function in functions else (*functions, function)


def _noted(entry: Entry, text: str) -> Entry:
    return replace(entry, note=f"{entry.note}; {text}" if entry.note else text)
