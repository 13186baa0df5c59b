"""One person of a roster, and what a roster says of them: title, function, initials, organisation, remarks."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from analyser.language.definite import definite_title
from analyser.language.lexicon import affixes, lexicon, phrases, words
from analyser.language.names import (
    fits_initials,
    initials_of,
    is_collective,
    is_given_name,
    is_party,
    is_title,
    is_title_word,
    looks_like_name,
    split_title,
)
from analyser.minutes import Attendance, Function
from analyser.structure.bodies import long_ends, names_body

FUNCTIONS: tuple[Function, ...] = ("chair", "minute_taker", "substitute", "observer", "guest")
_PARTY = re.compile(r"^[A-ZÆØÅ]{1,2}$")
_BOTH = re.compile(r"^(?:begge|alle)\s+")
_GENITIVE = re.compile(r"[A-ZÆØÅ]\w+(?:en|et|ne)s")
_APPOINTED = re.compile(r"(?:udpeget|valgt|indstillet|udpeges|udpegede?)\s+af\s+")
_NAMED = re.compile(r"(?:De|Det|Den)\s+[A-ZÆØÅ]")
_INITIALS = re.compile(r"^[^\W\d_]{2,5}$")
_LISTED = re.compile(r"[^,]+ for [^,]+, (?:[^,]+, )*[^,]+ og [^,]+")
_PARTS = re.compile(r"\s*(?:,|(?<!\b[AIKP])/|/(?!S\b)|\bog\b)\s*")  # not `Solbo A/S`
_HELD = re.compile(r"(?P<office>[\w.-]+)\s+(?:for|i)\s+(?P<house>[A-ZÆØÅ][^,;]+)")
_FROM_HOUSE = re.compile(r",?\s+fra\s+(?=[A-ZÆØÅ])|\s+i\s+(?=[A-ZÆØÅ]{2})")
_TIMED = re.compile(r"\b(?:pkt|punkt\w*|kl|klokken|sag)\b\.?\s*(?:nr\.?\s*)?\d", re.IGNORECASE)
_FROM = re.compile(r"^(?:fra|for)\s+")
_OF_BODY = re.compile(r"(\w+) for (?:\w+s\s)?\w+(?:et|en)")


@dataclass(frozen=True)
class Entry:
    """One person as a roster gives them; `start`, `end` are the place of the name.

    `passing`: a sentence tells that they took part in an item, which says little of who is on the roster anyway.
    """

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
    passing: bool = False


def keeps_minutes(text: str) -> bool:
    """Tell whether words name who writes the minutes at hand: `undertegnede`, `referent`."""
    return (function_of(text) or _in_roster(text.casefold().strip(" ."))) == "minute_taker"


def describe(entry: Entry, text: str) -> Entry | None:
    """Add to a person what a roster says of them: a title, a function, initials, an organisation, a remark; else None.

    `formand`, `referent`, `MK`, `FOA`, `afbud`, `fra kl. 18.30`, `suppleant for Ib Ravn`, `A`.
    """
    bare = text.strip(" .,:;")
    bare = f"{bare}." if bare.endswith("& Co") else bare
    low = _BOTH.sub("", bare.casefold())
    if not bare:
        return entry
    if len(bare.split()) <= 6 and _away().search(low):
        timed = is_timed(low)
        return noted(replace(entry, attendance="partial" if timed else "absent"), bare)
    if low in words("rosters", "remarks", "came"):
        return noted(replace(entry, attendance="present"), bare)
    if _partly().match(low):
        return noted(replace(entry, attendance="partial"), bare)
    stand_in = _stands_in().match(bare)
    if stand_in and looks_like_name(_name_in(stand_in[1])) and (low[:4] != "for " or _is_somebody(stand_in[1])):
        functions: tuple[Function, ...] = with_function(entry.functions, "substitute")
        standing = replace(entry, functions=functions, stands_for=stand_in[1].strip(" ."))
        word = bare.split()[0]
        named = entry.role is None and function_of(word) == "substitute"  # `suppleant for Ib Ravn`
        return noted(replace(standing, role=word) if named else standing, bare)
    if low in words("rosters", "remarks", "present"):
        return noted(entry, bare)
    came_as = _came_as().match(bare)
    if came_as:  # `Lis Bo deltog som medarbejderrepræsentant`, also below `Afbud:`
        there = replace(entry, attendance="present")
        return (describe(there, came_as["what"]) if function_of(came_as["what"]) else None) or noted(there, bare)
    passing = _passing(bare)
    if passing is not None:  # `gæst under pkt. 4`
        visiting = replace(entry, functions=with_function(entry.functions, passing), attendance="partial")
        return noted(visiting, bare)
    if bare.isupper() or bare.islower():
        if (
            _INITIALS.match(bare)
            and fits_initials(bare, entry.name)
            and low not in words("titles", "whole")
            and (low not in words("organisations", "letters") or initials_of(entry.name).casefold() == low)
            and entry.initials is None
        ):
            return replace(entry, initials=bare)
        if _PARTY.match(bare) and bare.isupper() and not is_title(bare):
            union = (entry.role or "").casefold() in words("titles", "of_unions")  # `TR Lis Bo, JA`
            if (union or low in words("organisations", "letters")) and entry.organisation is None:
                return replace(entry, organisation=bare)  # `Jan Holm, HK`
            return noted(_of_party(entry, bare), bare)
    appointed = _APPOINTED.match(bare)
    if appointed and entry.organisation is None:  # `udpeget af Byrådet`
        return replace(entry, organisation=bare[appointed.end() :])
    if _NAMED.match(bare) and entry.organisation is None and not looks_like_name(bare[3:], 2):  # `De Studerende`
        return replace(entry, organisation=bare)
    listed = _LISTED.fullmatch(bare)
    if listed and is_title(bare) and entry.role is None:  # `Direktør for Børn, Unge og Familie`
        return replace(entry, role=bare)
    parts = [p for p in _PARTS.split(bare) if p]
    whole = "," not in bare and "/" not in bare and len(parts) > 1 and entry.role is None
    whole = whole and not any(_office_and_house(p)[1] for p in parts)  # `FTR FOA og næstformand`
    kept = words("functions", "secretary")  # `viceskoleinspektør og sekretær` keeps the minutes
    if whole and all(
        is_title(p) and function_of(p) is None and p.casefold() not in kept for p in parts
    ):  # `viceskoleleder og SFO-leder`
        return noted(replace(entry, role=bare), "; ".join(parts))
    trades = words("titles", "occupations")  # `(pårørende og formand)`
    told = [
        function_of(p)
        or is_title(p)
        or p.casefold() in trades
        or _passing(p) is not None
        or (bool(_INITIALS.match(p)) and fits_initials(p, entry.name))
        for p in parts
    ]
    if len(parts) > 1 and (all(told) or ("," in bare and any(told))):
        titled = any(is_title(p) or function_of(p) for p in parts)
        for part in parts:  # `(formand, Beboerforeningerne)`, `(Plan, projektleder)`
            whose = (entry.role is not None or titled) and entry.organisation is None and _is_house_like(part)
            entry = describe(entry, part) or (replace(entry, organisation=part) if whose else noted(entry, part))
        return entry
    if "," in bare and _is_remark(parts[-1]):  # `(Socialdemokratiet, gik kl. 20.30)`
        for part in parts:  # `(Studio Kyst, under punkt 2)`
            whose = entry.organisation is None and _is_house_like(part)
            entry = describe(entry, part) or (replace(entry, organisation=part) if whose else noted(entry, part))
        return entry
    function = function_of(bare) or _in_roster(low)
    if function is not None:
        names_role = function == "substitute" or (is_title(bare) and function != "minute_taker")
        names_role = names_role or (function == "chair" and function_of(bare) is not None)
        if names_role and gives_way(entry.role, bare):
            chairing = replace(entry, role=bare, functions=with_function(entry.functions, function))
            return noted(chairing, entry.role or "")
        role = entry.role or (bare if names_role else None)
        if role != bare and low in words("functions", "of_meeting"):
            entry = noted(entry, bare)  # `(næstformand, mødeleder)`
        return replace(entry, role=role, functions=with_function(entry.functions, function))
    office, house = _office_and_house(bare)
    if house is not None:  # `TR Yngre Læger`, `formand for Vesterby Handelsforening`
        entry = replace(entry, organisation=entry.organisation or house)
        return replace(entry, role=office) if entry.role is None else noted(entry, office)
    if is_title(bare) or low in words("titles", "occupations"):
        if gives_way(entry.role, bare):
            return noted(replace(entry, role=bare), entry.role or "")
        title, organisation = _split_from(bare)
        title, rest = _without_where(title)
        if entry.role is None:
            entry = replace(entry, role=title, organisation=entry.organisation or organisation)
            return (describe(entry, rest) or noted(entry, rest)) if rest else entry
        return noted(entry, bare)
    if low in words("organisations", "parties"):
        return noted(_of_party(entry, bare), bare)
    if is_organisation(bare) or (bare.isupper() and 2 <= len(bare) <= 8 and not bare[0].isdigit()):
        if entry.organisation is not None and entry.organisation[0].islower() and bare[0].isupper():
            entry = replace(noted(entry, entry.organisation), organisation=None)  # `fra administrator, Solbo A/S`
        if entry.organisation is None:
            return replace(entry, organisation=re.sub(r"^(?:fra|for)\s+", "", bare, flags=re.IGNORECASE))
        if entry.organisation.casefold().endswith(affixes("bodies", "units")):  # `…, Kirurgisk Klinik, Sundby Sygehus`
            return replace(entry, organisation=f"{entry.organisation}, {bare}")
        return noted(entry, bare)
    return None


def describe_aside(entry: Entry, text: str) -> Entry:
    """Add to a person what stands behind their name in parentheses; what else is written as a name is their house.

    `Else Falk (HK/Kommunal)`; `Nadja Priess (Yngre Læger)`; not `Tina Holm (Alfreds mor)`.
    """
    found = describe(entry, text)
    if found is not None:
        return found
    sections = [p.strip() for p in text.split(",")]
    if entry.organisation is None and is_section(sections[0]):  # `Ib Ravn (fodbold)`, `Lis Bo (havneudvalg, kasserer)`
        entry = replace(entry, organisation=sections[0])
        return describe_aside(entry, ", ".join(sections[1:])) if len(sections) > 1 else entry
    parts = text.strip(" .").split()
    named = all(w[0].isupper() or w in words("titles", "joining") for w in parts)
    if parts and named and not re.search(r"\d", text) and not is_given_name(parts[0]) and entry.organisation is None:
        return replace(entry, organisation=text.strip(" ."))
    return noted(entry, text)


def is_section(text: str) -> bool:
    """Tell whether a word is a part of a club or of its work that somebody answers for: `fodbold`, `havneudvalg`."""
    low = text.casefold().strip(" .")
    known = low in words("organisations", "sections", "whole") or low.endswith(
        affixes("organisations", "sections", "ends")
    )
    return known and " " not in low and low not in words("bodies", "whole")


def gives_way(role: str | None, office: str) -> bool:
    """Tell whether what somebody is in life gives way to what they are in the association: `Advokat` to `formand`."""
    office = office.casefold().strip(" .")
    elected = office in words("titles", "elected") or definite_title(office) in words("titles", "elected")
    low = (role or "").casefold().strip(" .")
    return elected and low in words("titles", "occupations")


def _of_party(entry: Entry, party: str) -> Entry:
    """Let the party be whom a politician stands for: `Ib Ravn (V)`; letters that no party has are a remark."""
    return replace(entry, organisation=party) if is_party(party) and entry.organisation is None else entry


def _is_somebody(text: str) -> bool:
    """Tell whether text behind `for` names a person: `kommunaldirektør Ib Ravn`; not `Venstre`."""
    title, name = split_title(text.strip(" ."))
    return title is not None or is_given_name(name.split()[0])


def _is_house_like(text: str) -> bool:
    """Tell whether a word behind a name may be whom somebody is from: `Plan`, `Studio Kyst`; not `Ida`, `DH`."""
    return text[:1].isupper() and len(text) > 3 and not is_given_name(text.split()[0])


@cache
def _away() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b){phrases('rosters', 'remarks', 'absent')}\b")


@cache
def _partly() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:deltog|deltager|mødte)\s+(?:\w+\s+)?)?{phrases('rosters', 'remarks', 'partial')}\b")


@cache
def _stands_in() -> re.Pattern[str]:
    came = r"(?:(?:mødte|mødt|indkaldt|deltog|deltager|møder)\s+)?(?:som\s+)?"
    return re.compile(rf"{came}{phrases('rosters', 'remarks', 'substitute')}\s+(.+)$", re.IGNORECASE)


@cache
def _came_as() -> re.Pattern[str]:
    return re.compile(rf"{phrases('rosters', 'remarks', 'came')}\s+som\s+(?P<what>.+)", re.IGNORECASE)


def _is_remark(text: str) -> bool:
    kinds = ("absent", "partial")
    return any(re.match(rf"{phrases('rosters', 'remarks', k)}(?![\wæøå])", text, re.IGNORECASE) for k in kinds)


def is_timed(remark: str) -> bool:
    """Tell whether a remark is on a part of the meeting only: `fraværende ved punkt 3`; `indtil sag nr. 4`."""
    return _TIMED.search(remark) is not None


@lru_cache(maxsize=4096)  # asked of each title and label of a roster, and few are alike in no other minutes
def function_of(text: str) -> Function | None:
    """Give the function at the meeting that a word names (`referent`, `ordstyrer`), or None."""
    low = text.casefold().strip(" .:")
    found = next((f for f in FUNCTIONS if low in words("functions", f)), None)
    office = _OF_BODY.fullmatch(low)  # `sekretær for udvalget`
    if office and office[1] in words("functions", "keeps_for"):
        return "minute_taker"
    heads = tuple(words("functions", "standing_chair"))
    lesser = tuple(words("titles", "lesser"))
    return "chair" if found is None and low.endswith(heads) and " " not in low and not low.startswith(lesser) else found


def _passing(text: str) -> Function | None:
    """Give what somebody was for a part of the meeting: `gæst under pkt. 4`, `observatør til kl. 20`."""
    word, _, rest = text.strip(" .").partition(" ")
    found = function_of(word)
    return found if found in ("guest", "observer", "substitute") and rest and is_timed(rest) else None


def _in_roster(text: str) -> Function | None:
    """Give the function that words tell behind a name in a roster, and nowhere else: `skriver`, `TAP-observatør`."""
    told = lexicon("functions")["in_roster"]
    found = next((f for f in FUNCTIONS if f in told and text in words("functions", "in_roster", f)), None)
    return (
        "observer" if found is None and text.endswith(tuple(f"-{w}" for w in words("functions", "observer"))) else found
    )


def is_organisation(text: str) -> bool:
    """Tell whether text names an organisation by a word that organisations end or begin with: `Vesterby Taxa`."""
    low = _FROM.sub("", text.casefold().strip())
    if not low or len(low.split()) > 9:
        return False
    if is_collective(low.split()[0]):  # `Boligselskabet Solgården`
        return True
    first = text.split()[0]
    if " " in low and _GENITIVE.fullmatch(first) and not is_given_name(first):  # `Kirkens Herberg`
        return True
    if len(low.split()) == 2 and first[0].isupper() and low.split()[1] in words("organisations", "indefinite", "nouns"):
        return not is_given_name(first)  # `Teknisk Forvaltning`
    if low in words("organisations", "whole") or low in words("organisations", "well_known"):
        return True
    last = low.split()[-1].rstrip(".")
    return last in words("bodies", "organisation_ends") or last.endswith(long_ends()) or low.startswith(_starts())


@cache
def _starts() -> tuple[str, ...]:
    return tuple(f"{s} " for s in words("bodies", "organisation_starts"))


def is_union(text: str) -> bool:
    """Tell whether text is a trade union, by its letters or in full: `FOA`, `Yngre Læger`."""
    low = text.casefold()
    return low in words("organisations", "letters") or low in words("organisations", "well_known")


def _split_from(title: str) -> tuple[str, str | None]:
    match = _FROM_HOUSE.search(title)  # `næstformand i PLO Nord`
    return (title[: match.start()], title[match.end() :]) if match else (title, None)


def _office_and_house(text: str) -> tuple[str, str | None]:
    """Give a title and the house that it is held in, or for: `TR` of `Yngre Læger`; `formand for Socialudvalget`.

    `Direktør for Børn og Unge` tells of no house.
    """
    office, _, house = text.partition(" ")
    if office.casefold() in words("titles", "of_unions") and is_organisation(house):
        return office, _FROM.sub("", house)
    led = leads_house(text)
    if led is not None:
        return led
    held = _HELD.fullmatch(text)
    offices = words("titles", "elected") | words("titles", "representing")
    if held is None or held["office"].casefold() not in offices:
        return text, None
    return text, held["house"] if is_organisation(held["house"]) or names_body(held["house"]) else None


def leads_house(text: str) -> tuple[str, str] | None:
    """Part a title from the house that is led: `leder Kastanjen`, `souschef Mælkebøtten`; not `leder Lis Bo`.

    A house of one word is called so in the definite; a family name is not.
    """
    office, _, house = text.partition(" ")
    leads = office.casefold().endswith(tuple(words("functions", "leading"))) and is_title(office)
    named = re.fullmatch(r"[A-ZÆØÅ][\wæøå-]+(?:(?<!s)en|et)", house) is not None or is_organisation(house)
    return (office, house) if leads and named and house[:1].isupper() and not is_given_name(house.split()[0]) else None


def _without_where(title: str) -> tuple[str, str]:
    """Part a title from where or how somebody bears it: `AMR lager`; `elevrepræsentant uden stemmeret`."""
    parts = title.split()
    if len(parts) < 2 or not is_title_word(parts[0]) or parts[1].casefold() in words("titles", "joining"):
        return title, ""
    behind = " ".join(parts[1:])
    told = parts[1] in ("med", "uden") or not is_title(behind)
    return (parts[0], behind) if told and not re.match(r"[(/]", behind) else (title, "")


def _name_in(text: str) -> str:
    return split_title(text.strip(" ."))[1]


def with_function(functions: tuple[Function, ...], function: Function) -> tuple[Function, ...]:
    """Add a function to others, once; an observer is no guest."""
    if function == "guest" and "observer" in functions:
        return functions
    kept = tuple(f for f in functions if f != "guest") if function == "observer" else functions
    return kept if function in kept else (*kept, function)


def noted(entry: Entry, text: str) -> Entry:
    """Add to a person's note."""
    return replace(entry, note=f"{entry.note}; {text}" if entry.note else text)


def with_title(entry: Entry, title: str) -> Entry:
    """Give a person the title that stood before, apart: `Formanden, Gdr. Laurids Kjær`; a function is their role."""
    base = definite_title(title)
    title = title[: len(base)] if base and title.casefold().startswith(base) else title  # `Formanden`
    function = function_of(title)
    if entry.role is None or function == "chair" or gives_way(entry.role, title):
        functions = with_function(entry.functions, function) if function else entry.functions
        changed = replace(entry, role=title, functions=functions)
        return noted(changed, entry.role) if entry.role else changed
    return noted(entry, title)
