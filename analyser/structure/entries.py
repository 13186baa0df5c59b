"""Roster entries: `Ældrechef Lone Wad (formand), TR Ib Ravn (FOA)` to persons with title, function, organisation."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analyser.language.definite import definite_title, singular_title, split_plural_title
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
from analyser.minutes import Function
from analyser.structure.around import split_office, without_lead
from analyser.structure.entry import (
    Entry,
    describe,
    describe_aside,
    function_of,
    gives_way,
    is_organisation,
    is_timed,
    keeps_minutes,
    noted,
    with_function,
)
from analyser.structure.pieces import BEFORE_NAME, DASH, Piece, cut, is_initials, names_follow
from analyser.structure.several import of_one_house, said_of_both, spoken

_LETTERS = re.compile(r"[A-ZÆØÅ]{2,4}")
_COUNTED = re.compile(r"\d+\s+[a-zæøå]+(?:\s[a-zæøå]+)?")
_RANKED = re.compile(r"\d\.\s+[a-zæøå]\w+\s")
_NUMBER = re.compile(r"^[\s•*·\-–—]+(?:\d{1,2}[.)]\s*)?|^\d{1,2}[.)]\s*")
_INITIAL_LAST = re.compile(r"\w+\s[A-ZÆØÅ]\.")
_GOES_ON = re.compile(r"\s+(?:og|samt)$")
_STROKE = re.compile(r"(?<=\w)/(?=\w)")
_SENT_BY = re.compile(r"(?P<house>[^,(]{3,40}?)\s+(?:ved|v\.|v/)\s*(?=[^\W\d])")
_AREA = re.compile(r"(?P<area>[A-ZÆØÅ][\w -]{2,25}):\s+(?=[^\W\d])")
_ORIGIN = re.compile(r"\s+(?:fra|v/|for)\s+(?=[^\W\d])")


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
        return _titled(found[0], first)
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
    text = re.sub(r",(?=\s*\d{1,2}\.\s?[A-Za-zæøå]\b)", " ", text)  # `Liva Bo, 9.b`
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
        ranked = re.match(r"(?:begge|alle(?:\s+tre|\s+fire)?)\s+(?P<title>[a-zæøå]\S+)$", bare)
        office = _one_of(ranked["title"]) if ranked else None
        if ranked and office and len(entries) > 1:  # `…, begge næstformænd`
            understood += 1
            whose = entries[-2:] if bare.startswith("begge") else entries
            entries[-len(whose) :] = [_titled(e, office) if e.role is None else e for e in whose]
            continue
        both = re.match(r"(?:begge|alle(?:\s+tre|\s+fire)?)\s+(?:fra\s+)?(?=[A-ZÆØÅ])", bare)
        if both and len(entries) > 1:  # `…, begge Hospitalsenhed Nord`
            understood += 1
            whose = entries[-2:] if bare.startswith("begge") else entries
            entries[-len(whose) :] = [replace(e, organisation=e.organisation or bare[both.end() :]) for e in whose]
            continue
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
                entry = _titled(entry, title)
            in_front = in_front or (entry.role is not None and split_title(piece.text)[0] is not None) or bool(waiting)
            waiting = []
            entry = replace(entry, organisation=entry.organisation or origin)
            shared = None if entry.role and several is None else shared
            entries.append(entry if entry.role or shared is None else replace(entry, role=shared))
            shares = bool(piece.joined and not piece.apart and entry.organisation and re.search(r"\sfra\s", piece.text))
            # `Mejeribestyrer Ida Holm og Konsulent Ib Ravn fra Solbo` may be of two houses
            shares = shares and len(entries) > 1 and not (entries[-2].role and entry.role)
            if shares and entries[-2].organisation is None:  # `Ida Holm og Ib Ravn fra Solbo`
                entries[-2] = replace(entries[-2], organisation=entry.organisation)
            shared = None if piece.joined and several is None else shared
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


def _named_behind(piece: Piece, text: str, start: int) -> Entry | None:
    """Read the person whose initials stand in front of them: `LN (Lars Nymark)`."""
    initials = piece.text.strip(" .:-–—•*")
    for inner in piece.parens:
        found = read_person(Piece(inner, start + text.find(inner, piece.start - start)), True)
        if found is not None and " " in found.name and fits_initials(initials, found.name):
            return replace(found, initials=initials)
    return None


def _titled(entry: Entry, title: str) -> Entry:
    """Give a person the title that stood before, apart: `Formanden, Gdr. Laurids Kjær`; a function is their role."""
    base = definite_title(title)
    title = title[: len(base)] if base and title.casefold().startswith(base) else title  # `Formanden`
    function = function_of(title)
    if entry.role is None or function == "chair" or gives_way(entry.role, title):
        functions = with_function(entry.functions, function) if function else entry.functions
        changed = replace(entry, role=title, functions=functions)
        return noted(changed, entry.role) if entry.role else changed
    return noted(entry, title)


def _one_of(title: str) -> str | None:
    """Give one of several of a title, also of one whose vowel changes: `næstformænd` gives `næstformand`."""
    one = singular_title(title)
    if one is not None:
        return one
    ends = lexicon("titles")["plural"]
    end = next((e for e in ends if title.endswith(e)), None)
    return f"{title.removesuffix(end)}{ends[end]}" if end else None


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


def read_person(piece: Piece, lenient: bool) -> Entry | None:
    """Read one piece of a list as a person with title, function and organisation, or None.

    `lenient`: a name of a single word counts even where it is in no list of given names.
    """
    text = piece.text
    kin = _child_of().fullmatch(text) if piece.parens else None
    if kin and (is_given_name(piece.parens[0]) or is_full_name(piece.parens[0])):
        place = piece.start + len(text) + 2  # `Annes far (Bo)`: behind the blank and the parenthesis
        return noted(Entry(piece.parens[0], place, place + len(piece.parens[0])), text)
    ranked = _RANKED.match(text)  # `1. viceborgmester Ib Ravn`
    if not (ranked and is_title(ranked.group())):
        text = _NUMBER.sub("", text)  # `2. Berit Eg`
    start = piece.start + len(piece.text) - len(text)
    timed = re.match(rf"{phrases('rosters', 'remarks', 'before')}\s*\d[\d.:]*\s+(?=[^\W\d_])", text, re.IGNORECASE)
    if timed:  # `fra kl. 11 Brian Holm`
        inner = read_person(Piece(text[timed.end() :], start + timed.end(), piece.parens), lenient)
        return noted(replace(inner, attendance="partial"), timed.group().strip()) if inner else None
    if not is_timed(text):
        text = re.sub(
            r"\s+(?:fra\s+)?\d{1,2}\.?\s?(?:[a-zæøåA-Z]|klasse)?$", "", text
        )  # `Liva 9.a`, `Liva fra 9. klasse`
    initial = _INITIAL_LAST.fullmatch(text)  # `Agnete B.` keeps its stop
    text = text if initial else _GOES_ON.sub("", text.rstrip(" .:,"))  # the list goes on below
    remark = _remark().search(text)
    remarks = [text[remark.start() :].strip()] if remark else []
    text = text[: remark.start()].rstrip(" -–—,") if remark else text
    head, *tails = DASH.split(text)
    behind = _STROKE.search(head)
    if behind and (is_title(head[behind.end() :]) or function_of(head[behind.end() :])):  # `Berit Eg/kasserer`
        head, tails = head[: behind.start()], [head[behind.end() :], *tails]
    office, _, named = head.partition(" ")
    if definite_title(office) and looks_like_name(named):  # `Formanden N. P. Holm`
        inner = read_person(Piece(head.removeprefix(office).lstrip(), start + len(office) + 1, piece.parens), lenient)
        return _titled(inner, office) if inner else None
    sent = _SENT_BY.match(head)
    titled = sent is not None and split_title(head[sent.end() :])[0] is not None
    if sent and (is_organisation(sent["house"]) or (titled and not is_title(sent["house"])) or _sends(sent, head)):
        # `Hjemmeværnet ved major Ib Holm`, `Vandværket v/ Lis Bo`
        inner = read_person(Piece(head[sent.end() :], start + sent.end(), piece.parens), lenient)
        if inner is None:
            return None
        functions = tuple(f for f in inner.functions if f != "chair")  # `Svømmeklubben v/ formand Ib Holm`: of the club
        return replace(inner, organisation=inner.organisation or sent["house"], functions=functions)
    area = _AREA.match(head)
    if area and is_full_name(split_title(head[area.end() :])[1]):  # `Økonomi: Ib Holm`, among others
        inner = read_person(Piece(head[area.end() :], start + area.end(), piece.parens), lenient)
        return noted(inner, area["area"]) if inner else None
    organisation = None
    origin = _ORIGIN.search(head)
    if origin and (origin.group().strip() != "for" or is_full_name(split_title(head[: origin.start()])[1])):
        organisation, head = head[origin.end() :].strip(), head[: origin.start()]
        if origin.group().strip() == "for" and is_full_name(split_title(organisation)[1]):  # `Lis Bo for Ib Holm`
            tails, organisation = [*tails, f"for {organisation}"], None
    head, held = split_office(head)
    tails += [held] if held else []
    title, name = split_title(head)
    if title is None:
        title, name = _split_unknown_title(head, piece.parens if lenient else ())
    from_start = start + head.rfind(name)
    trailing = None
    if title is None:
        name, trailing = split_trailing_title(name)
    name = name.strip(" ,")
    plain = BEFORE_NAME.match(name) if title is None else None
    if plain and is_given_name(plain["name"].split()[0]) and not _tells(plain["before"]):
        # `vores nye medlem Malene`, `spejderne Kalle`
        from_start += plain.start("name")
        title = plain["before"].split()[-1] if is_title(plain["before"].split()[-1]) else None
        name = plain["name"]
    told = re.match(r"((?:[A-ZÆØÅ]\S*\s+){2,4})([a-zæøå].*)$", name) if lenient and not looks_like_name(name) else None
    elected = told is not None and re.search(r"valgt|\bvalg\b|vælges", told[2])
    if told and not elected and is_full_name(told[1].strip()):  # `Ib Ravn intet hørt`
        name, remarks = told[1].strip(), [*remarks, told[2]]
    if not looks_like_name(name):
        if not tails:
            return None
        # `Formand – Ib Ravn`
        inner = read_person(Piece(tails[-1], piece.start + piece.text.rfind(tails[-1]), piece.parens), lenient)
        return replace(inner, role=inner.role or head.strip()) if inner and is_title(head) else None
    if (title is None or name.casefold() in words("organisations", "well_known")) and (
        not is_given_name(name.split()[0]) and is_organisation(name)
    ):
        return None  # `Yrsa Blach, Røde Kors`; `Yrsa Blach, TR Yngre Læger`
    if title and title.split()[-1].casefold() in words("titles", "joining"):
        return None  # `formand for | Vesterby Handelsforening`
    alone = len(name.split()) == 1 and not (is_given_name(name) or title)
    if alone and (not lenient or is_collective(name) or definite_title(name)):
        return None
    role = title or trailing
    entry = Entry(name, from_start, from_start + len(name), None, organisation)
    if role:
        known = is_title(role) or function_of(role) is not None or keeps_minutes(role)
        entry = (describe(entry, role) if known else None) or replace(entry, role=role)
        if (entry.role is None and not entry.functions) or (
            entry.role is None and "minute_taker" not in entry.functions
        ):
            entry = replace(entry, role=role)
    for extra in piece.parens:
        entry = describe_aside(entry, extra)
    for extra in (*(t.strip() for t in tails), *remarks):
        entry = describe(entry, extra) or noted(entry, extra)
    return entry


def _sends(sent: re.Match[str], text: str) -> bool:
    """Tell whether what stands before `v/` and a full name is a house that no word tells: `Tegnestuen v/ Ib Bo`."""
    house = sent["house"]
    speaks = re.fullmatch(phrases("rosters", "speakers"), house, re.IGNORECASE) is not None
    named = is_full_name(text[sent.end() :]) and re.search(r"v[./]\s*$", sent.group()) is not None
    person = "&" not in house and (is_title(house) or is_full_name(house))  # `Murermester Ib Bo & Søn v/ Ib Bo`
    return named and house[:1].isupper() and not (speaks or person)


def _tells(words_before: str) -> bool:
    """Tell whether words in front of a name belong to a sentence, not to the name: `foreslog`, `ved`."""
    known = words("adverbs", "prepositions") | words("headings", "answers", "finite")
    return any(w in known or re.search(r"(?:ede|[^s]te)$", w) for w in words_before.casefold().split()[:-1]) or (
        words_before.split()[-1].casefold() in known
    )


def _split_unknown_title(text: str, parens: Sequence[str] = ()) -> tuple[str | None, str]:
    """Part what stands in lower case, or short and in capitals, in front of a full name.

    `husmoder Carla Fog` gives (`husmoder`, `Carla Fog`); `stud.scient. Ib Ravn`; `CPI Dines Holt`; `Repræsentant for de
    frivillige Ida Lyng`. A name that is in no list of given names counts where its initials stand in parentheses.
    """
    lower = r"(?P<title>[a-zæøå][\wæøå.-]{3,}(?:\s[a-zæøå][\wæøå-]+)?)\s+(?P<name>[A-ZÆØÅ].+)"
    found = re.fullmatch(lower, text)
    if found is None:
        short = re.fullmatch(r"(?P<title>[A-ZÆØÅ]{2,5}(?:-[A-ZÆØÅ]{2,5})?)\s+(?P<name>[A-ZÆØÅ][a-zæøå].+)", text)
        long = re.fullmatch(
            r"(?P<title>[A-ZÆØÅ]\w+(?:\s[a-zæøå][\wæøå-]+)+)\s+(?P<name>[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ]\S+)+)", text
        )
        short = short or re.fullmatch(r"(?P<title>[A-ZÆØÅ][a-zæøå]{3,}\.)\s+(?P<name>[A-ZÆØÅ].+)", text)  # `Civiling.`
        degree = r"(?P<title>(?:[^\W\d_]{2,}\.){1,4})\s+(?P<name>[A-ZÆØÅ].+)"  # `Stud.oecon.`, `Cand.polit.`
        short = short or re.fullmatch(degree, text)
        if short and is_full_name(short["name"]):
            return short["title"], short["name"]
        if long and is_title(long["title"]) and looks_like_name(long["name"], 2):
            return long["title"], long["name"]
        return None, text
    initials = any(fits_initials(p.split(",")[0], found["name"]) for p in parens if p)
    if not is_full_name(found["name"]) and not (initials and looks_like_name(found["name"], 2)):
        return None, text
    known = words("adverbs", "prepositions") | words("names", "particles")
    return (None, text) if any(w in known for w in found["title"].split()) else (found["title"], found["name"])


@cache
def _child_of() -> re.Pattern[str]:
    return re.compile(rf"[A-ZÆØÅ][\w-]+['’]?\s+{phrases('rosters', 'kin')}")


@cache
def _keeps() -> re.Pattern[str]:
    chair, keeping = (phrases("rosters", "elections", k) for k in ("chairing", "keeping"))
    return re.compile(rf"(?:der|som)\s+(?:(?P<chair>{chair})|{keeping})", re.IGNORECASE)


@cache
def _remark() -> re.Pattern[str]:
    # `Lis Bo pga. ferie`; `Ib Ravn er på ferie hos sin bror`
    kinds = f"{phrases('rosters', 'remarks', 'behind')}|{phrases('rosters', 'movements', 'away')}"
    return re.compile(rf"\s+(?:{kinds})(?![\wæøå]).*$", re.IGNORECASE)
