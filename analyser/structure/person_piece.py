"""One piece of a list of people, read as a person: `forkvinde Carla Fog fra Solbo`, `Vandværket v/ Lis Bo – afbud`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analyser.language.definite import definite_title
from analyser.language.lexicon import phrases, words
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
from analyser.structure.around import split_office
from analyser.structure.entry import (
    Entry,
    describe,
    describe_aside,
    function_of,
    is_organisation,
    is_timed,
    is_union,
    keeps_minutes,
    noted,
    with_function,
    with_title,
)
from analyser.structure.pieces import BEFORE_NAME, DASH, Piece, is_initials

_LOWER_TITLE = re.compile(r"(?P<title>[a-zæøå][\wæøå.-]{3,}(?:\s[a-zæøå][\wæøå-]+)?)\s+(?P<name>[A-ZÆØÅ].+)")
_SHORT_TITLE = (
    re.compile(r"(?P<title>[A-ZÆØÅ]{2,5}(?:-[A-ZÆØÅ]{2,5})?)\s+(?P<name>[A-ZÆØÅ][a-zæøå].+)"),
    re.compile(r"(?P<title>[A-ZÆØÅ][a-zæøå]{3,}\.)\s+(?P<name>[A-ZÆØÅ].+)"),  # `Civiling.`
    re.compile(r"(?P<title>(?:[^\W\d_]{2,}\.){1,4})\s+(?P<name>[A-ZÆØÅ].+)"),  # `Stud.oecon.`, `Cand.polit.`
)
_LONG_TITLE = re.compile(r"(?P<title>[A-ZÆØÅ]\w+(?:\s[a-zæøå][\wæøå-]+)+)\s+(?P<name>[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ]\S+)+)")
_CLASS_BEHIND = re.compile(r"\s+(?:fra\s+)?\d{1,2}\.?\s?(?:[a-zæøåA-Z]|klasse)?$")  # `Liva 9.a`, `Liva fra 9. klasse`
_RANKED = re.compile(r"\d\.\s+[a-zæøå]\w+\s")
_NUMBER = re.compile(r"^[\s•*·\-–—]+(?:\d{1,2}[.)]\s*)?|^\d{1,2}[.)]\s*")
_INITIAL_LAST = re.compile(r"\w+\s[A-ZÆØÅ]\.")
_BEHIND_INITIALS = re.compile(r"(?P<name>[A-ZÆØÅ]\S*(?:\s[A-ZÆØÅ]\S*){0,3})\s(?P<trade>[a-zæøå][\wæøå-]*)")
_GOES_ON = re.compile(r"\s+(?:og|samt)$")
_STROKE = re.compile(r"(?<=\w)/(?=\w)")
_SENT_BY = re.compile(r"(?P<house>[^,(]{3,40}?)\s+(?:ved|v\.|v/)\s*(?=[^\W\d])")
_DOING = re.compile(r"som\s+(?P<what>[a-zæøå]+),?\s+(?=\S)")
_AREA = re.compile(r"(?P<area>[A-ZÆØÅ][\w -]{2,25}):\s+(?=[^\W\d])")
_CLASS = re.compile(r"(?:\d{1,2}\.?[a-zA-Z]|\d{1,2}\.\s[a-z]|\d{1,2}\.\s?klasse)\b\s?:?(?:\s+(?=[A-ZÆØÅ][a-zæøå])|$)")
_ORIGIN = re.compile(r"\s+(?:fra|v/|for)\s+(?=[^\W\d])")


def read_person(piece: Piece, lenient: bool) -> Entry | None:
    """Read one piece of a list as a person with title, function and organisation, or None.

    `lenient`: a name of a single word counts even where it is in no list of given names.
    """
    text = piece.text
    kin = _child_of().fullmatch(text) if piece.parens else None
    if kin and (is_given_name(piece.parens[0]) or is_full_name(piece.parens[0])):
        place = piece.start + len(text) + 2  # `Annes far (Bo)`: behind the blank and the parenthesis
        return noted(Entry(piece.parens[0], place, place + len(piece.parens[0])), text)
    pupils = _CLASS.match(text)
    if pupils:  # `7.a Magne`, `0.B: Lis Bo`
        if pupils.end() == len(text):
            return None
        return read_person(Piece(text[pupils.end() :], piece.start + pupils.end(), piece.parens), lenient)
    ranked = _RANKED.match(text)  # `1. viceborgmester Ib Ravn`
    if not (ranked and is_title(ranked.group())):
        text = _NUMBER.sub("", text)  # `2. Berit Eg`
    start = piece.start + len(piece.text) - len(text)
    timed = _timed().match(text)
    if timed:  # `fra kl. 11 Brian Holm`
        inner = read_person(Piece(text[timed.end() :], start + timed.end(), piece.parens), lenient)
        return noted(replace(inner, attendance="partial"), timed.group().strip()) if inner else None
    doing = _DOING.match(text)
    does = function_of(doing["what"]) if doing else None
    if doing and does:  # `som protokolfører fuldmægtig Lis Bo`
        inner = read_person(Piece(text[doing.end() :], start + doing.end(), piece.parens), lenient)
        return replace(inner, functions=with_function(inner.functions, does)) if inner else None
    if not is_timed(text):
        text = _CLASS_BEHIND.sub("", text)
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
        return with_title(inner, office) if inner else None
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
    title, union, name = split_union(head)
    organisation = organisation or union
    if title is None:
        title, name = split_title(head)
    if title is None:
        title, name = _split_unknown_title(head, piece.parens if lenient else ())
    from_start = start + head.rfind(name)
    trailing = None
    if title is None:
        name, trailing = split_trailing_title(name)
        behind = _BEHIND_INITIALS.fullmatch(name) if trailing is None and piece.parens else None
        trade = behind and not is_collective(behind["trade"])  # not `Lis Bo (LB) kommunen`
        if behind and trade and is_initials(piece.parens[0]) and piece.parens[0][0] == name[0]:
            name, trailing = behind["name"], behind["trade"]  # `Mads (MK) el`
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


def split_union(text: str) -> tuple[str | None, str | None, str]:
    """Part an office that is held for a union, and the union, from the name: `TR FOA Lis Bo`, `FTR for HK Ib Ravn`."""
    office, *rest = text.split() or [""]
    if len(rest) < 3 or office.casefold().strip(".") not in words("titles", "of_unions"):
        return None, None, text
    lead = 1 if rest[0] in words("titles", "belonging") else 0
    for size in range(1, len(rest) - lead - 1):
        union, name = " ".join(rest[lead : lead + size]), " ".join(rest[lead + size :])
        if is_union(union) and (is_full_name(name) or looks_like_name(name, 2)):
            return office, union, name
    return None, None, text


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
    found = _LOWER_TITLE.fullmatch(text)
    if found is None:
        short = next((m for pattern in _SHORT_TITLE if (m := pattern.fullmatch(text))), None)
        long = _LONG_TITLE.fullmatch(text)
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
def _timed() -> re.Pattern[str]:
    return re.compile(rf"{phrases('rosters', 'remarks', 'before')}\s*\d[\d.:]*\s+(?=[^\W\d_])", re.IGNORECASE)


@cache
def _remark() -> re.Pattern[str]:
    # `Lis Bo pga. ferie`; `Ib Ravn er på ferie hos sin bror`
    kinds = f"{phrases('rosters', 'remarks', 'behind')}|{phrases('rosters', 'movements', 'away')}"
    return re.compile(rf"\s+(?:{kinds})(?![\wæøå]).*$", re.IGNORECASE)
