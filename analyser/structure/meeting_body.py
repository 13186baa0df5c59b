"""Which body met, and the organisation it belongs to."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import affixes, lexicon, phrases, words
from analyser.language.names import is_collective, is_full_name, is_given_name
from analyser.language.times import find_time
from analyser.language.words import last_word
from analyser.structure.lines import Line
from analyser.structure.meeting_time import short_days

_HELD = re.compile(r"(?i)(.{2,}?)[s-]{0,2}(?:møde(?:t|r)?|referat|protokol(?:lat)?)$")
_OWNED = re.compile(r"(?i)(.+?)s\s+(?:møde|(?:forhandlings|beslutnings)?protokol(?:lat)?)\b")
_ABBREVIATED = 3  # letters
_LONGEST_MEETING = 3  # days
_SHORTENED = re.compile(r"(?:\.[a-zæøå]|& Co|\bm\.fl)\.$", re.IGNORECASE)
_SHORT_NAME = 2  # words of a house that nothing but its place tells
_ANY_YEAR = date(2000, 1, 1)
_NEAR_TOP = 8  # lines
_TITLE_LINES = 4
_OWNERS = "kommuner?|sogne?|skole|provsti|region|amt|pastorat|bibliotek|universitet|centre?|center"


def find_body(
    lines: Sequence[Line], titles: Sequence[Line], labels: dict[str, list[tuple[Line, str]]]
) -> tuple[str | None, str | None]:
    """Find the body that met and the organisation it belongs to.

    `Referat af kredsrådsmøde i Vesterby Kommune den 15. marts 2024` gives kredsråd, Vesterby Kommune;
    `ÆLDRERÅDET I VESTERBY KOMMUNE` Ældrerådet, Vesterby Kommune; `Møde i Lokal-MED, Plejecenter Solbakken` both.
    """
    organisation = next((value.strip() for _, value in labels.get("organisation", [])), None)
    body: str | None = None
    for _, value in labels.get("body", [])[:1]:
        body, owners = _read_title(value, None)
        body = body or value.strip()
        organisation = organisation or _nearest(owners, body)
    houses: list[str] = []
    for line in titles:
        held = _held_by().search(line.text) if body is None else None
        if held and names_body(held["body"]):  # `Aar 1951 den 12. April holdt Vesterby Sogneraad Møde paa Kroen.`
            body, owner = _parted(held["body"])
            houses += [owner] if owner else []
            continue
        inside = _held_in().search(line.text) if body is None else None
        if inside and names_body(inside["body"]):  # `… afholdtes Møde i Vesterby Sogneraad paa Kroen.`
            body = inside["body"]
            continue
        before = body
        body, owners = _read_title(line.text, body)
        # the house that the meeting itself is said to be of goes before one above it, of who keeps its books
        owned = before is None and body is not None and re.search(r"\s(?:i|for)\s+(?=[A-ZÆØÅ])", line.text) is not None
        houses = [*owners, *houses] if owned else [*houses, *owners]
    for line in lines if body is None else ():
        held = _held_by().search(line.text) or _held_in().search(line.text)
        if held and names_body(held["body"]):
            body = held["body"]
            break
        if re.match(
            rf"{phrases('meeting', 'title', 'openers')}\b", close_up(line.text), re.IGNORECASE
        ) or _met().search(line.text):
            body, owners = _read_title(line.text, None)
            houses += owners
            if body is not None:
                break
    if body is None:  # `Emne: Styregruppemøde – ny skole`
        body = next((_read_title(v, None)[0] for _, v in labels.get("subject", []) if names_body(v)), None)
    if (
        body is not None
        and " " in body
        and any(w.endswith(affixes("bodies", "houses")) for w in body.casefold().split())
    ):
        houses.append(body)  # `Vejlauget Kystvejen` alone
        body = None
    if organisation is None and not houses:
        houses = [n.text for n in lines[:_NEAR_TOP] if _is_house(n.text)]
    if organisation is None and not houses and body is not None:
        houses = _beside_body(titles)
    organisation = organisation or _nearest(houses, body)
    if organisation is None and body is not None and len(body.split()) > 1 and _is_authority(body):
        organisation = body  # a parish council is nobody's but its own
    return body, organisation


def _beside_body(titles: Sequence[Line]) -> list[str]:
    """Find a house that no word tells: it stands beside the body on its line, or alone above or below it.

    `Nordfjord Fødevarer, Arbejdsmiljøudvalget`; `Fjordby Fødevarer` / `Bestyrelsesmøde nr. 4`.
    """
    lines = [_title_parts(close_up(n.text.strip("*_# "))) for n in titles[:_TITLE_LINES]]
    held = next((n for n, parts in enumerate(lines) if any(map(names_body, parts))), None)
    if held is None:
        return []
    beside = [p for p in lines[held] if not names_body(p)]
    sections = tuple(words("bodies", "parts_of_organisations"))
    around = (*lines[max(0, held - 1) : held], *lines[held + 1 : held + 2])
    # alone, or with a part of it behind: `AAB Nordby, afd. 12`
    near = [parts[0] for parts in around if parts and all(p.casefold().startswith(sections) for p in parts[1:])]
    return [_plain_case(p) for p in (*beside, *near) if _is_named(p)]


def _is_named(part: str) -> bool:
    """Tell whether a part of a title is a proper name: capitals in front, no figures, nothing of meetings and days."""
    words_of = part.split()
    known = {w.strip(".,:").casefold() for w in words_of}
    about = words("meeting", "title", "about") | words("calendar", "weekdays", "names")
    places = any(known_ in words("meeting", "places", "ends") for known_ in known)
    return (
        len(words_of) >= 2
        and words_of[0][0].isupper()
        and all(w[0].isupper() or w in words("titles", "joining") for w in words_of)
        and not re.search(r"[\d:]", part)
        and not known & about
        and not places
        and not is_full_name(part)
        and words_of[0].casefold() not in words("meeting", "title", "projects")
        and not known & {"ved", "v/"}  # `Velkomst ved Helge`
        and not re.match(rf"{phrases('meeting', 'title', 'openers')}\b", part, re.IGNORECASE)
    )


def _read_title(text: str, body: str | None) -> tuple[str | None, list[str]]:
    """Read one line of the title: (the body, also where `body` was known; what may be its organisation)."""
    houses: list[str] = []
    for part in (_plain_case(re.sub(r"\s+", " ", p)) for p in _title_parts(close_up(text.strip("*_# ")))):
        weak = body is not None and _is_weak(body) and names_body(part)
        if body is not None and weak and (not _is_weak(part) or _is_short_for(part, body)):
            houses.append(
                body
            )  # `Spejdergruppen Ravnene` / `Gruppestyrelsesmøde`; `Lyngby Landsbylaug` / `landsbylauget`
            body = None
        if body is not None and _has_committees(body) and _is_part_of_authority(text, part):
            houses.append(body)  # `Hørsted Sogns Menighedsråd` / `Møde i kirkegårdsudvalget`
            body = None
        if body is None and names_body(part):
            body, owner = _parted(part)
            houses += [owner] if owner else []
        elif body is not None and " " in part and names_body(part) and _is_weak(part) and part[0].isupper():
            houses.append(part)  # `bestyrelsesmøde, Tranby Badmintonklub`
        elif names_body(part) and (owner := _parted(part)[1]):  # the body again: `Ældrerådet i Vesterby Kommune`
            houses.append(owner)
        elif names_organisation(part) and part.split()[0].casefold() not in words("meeting", "title", "projects"):
            houses.append(re.sub(r"^(?:for|i|ved|af|på)\s+", "", part).strip(" ,"))
    return body, houses


def house_in(text: str) -> str | None:
    """Give the organisation that a line names beside a body: `Bestyrelsen i Grundejerforeningen Bakkedraget`."""
    return _nearest(_read_title(text, None)[1], None)


def _has_committees(body: str) -> bool:
    """Tell whether a body is one that has committees of its own: `Amtsrådet`, `Hørsted Menighedsråd`."""
    return _indefinite(body.casefold()).endswith(tuple(words("bodies", "with_committees")))


def _is_part_of_authority(text: str, part: str) -> bool:
    """Tell whether a line names the meeting of a body that is a part of the one above: `Møde i kirkegårdsudvalget`."""
    met = re.search(r"møde", text, re.IGNORECASE) is not None or part == _plain_case(text.strip(" ."))
    return met and names_body(part) and any(_indefinite(w.casefold()).endswith("udvalg") for w in part.split()[:2])


def _nearest(houses: Sequence[str], body: str | None) -> str | None:
    """Choose the organisation of a body: the `Institut` of an `institutråd`; a department where nothing else is."""
    first = (body or "").split()[0].casefold() if body else ""
    whole = [h for h in houses if not h.casefold().startswith(tuple(words("bodies", "parts_of_organisations")))]
    alike = [h for h in whole if len(h.split()[0]) > 5 and first.startswith(h.split()[0].casefold())]
    return next(iter([*alike, *whole, *houses]), None)


def _is_weak(body: str) -> bool:
    """Tell whether the name of a body may as well be that of a house: `Nygade Kollegium`, `Spejdergruppen Ravnene`."""
    ends = tuple(words("bodies", "also_houses"))
    return not any(
        names_body(w) and not w.casefold().endswith(ends) and not _indefinite(w.casefold()).endswith(ends)
        for w in body.split()
    )


def _is_short_for(part: str, body: str) -> bool:
    """Tell whether a body is called by one word of its name: `landsbylauget` of `Lyngby Landsbylaug`."""
    forms = {part.casefold(), _indefinite(part.casefold())}
    return " " not in part and " " in body and any(w.casefold() in forms for w in body.split())


def _is_house(text: str) -> bool:
    """Tell whether a line is nothing but the name of an authority: `Vesterby Kommune`."""
    owners = words("meeting", "places", "owners")
    return 2 <= len(text.split()) <= 4 and text.split()[-1].casefold() in owners and not re.search(r"[\d:,]", text)


def _is_authority(body: str) -> bool:
    return body.casefold().endswith(tuple(words("bodies", "authorities")))


def close_up(text: str) -> str:
    """Close up spaced letters: `R E F E R A T`, `B Y R Å D` (words stand two blanks or more apart)."""
    lead = re.match(r"(?:\S ){3,}\S(?=\s{2,}\S\S)", text)
    if lead:  # `R E F E R A T   af bestyrelsens møde`
        return f"{lead.group().replace(' ', '')} {text[lead.end() :].lstrip()}"
    if re.fullmatch(r"(?:\S ){3,}\S(?: {2,}(?:\S )*\S)*", text) is None:
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))


def page_header(text: str) -> str | None:
    """Read the organisation out of a header of the page: `SUNDBY BRAND OG REDNING          Side 1 af 5`."""
    page = rf"\s*[|–—-]?\s*{phrases('headings', 'furniture', 'page')}\.?\s*\d+(?:\s*(?:af|/)\s*\d+)?\s*$"
    bare = _plain_case(re.sub(page, "", text, flags=re.IGNORECASE).strip())
    if not bare or bare == text or len(bare.split()) > 6 or re.search(r"[\d:.,]", bare) or names_body(bare):
        return None
    opener = re.match(rf"{phrases('meeting', 'title', 'openers')}\b", bare, re.IGNORECASE)
    return bare if len(bare.split()) > 1 and opener is None else None


def is_room(text: str) -> bool:
    """Tell whether words name a room or a house to meet in: `Konfirmandstuen`; not `Børnehuset Regnbuen`."""
    low = text.casefold()
    named = low.endswith(affixes("meeting", "places", "rooms")) and low not in words("meeting", "places", "no_rooms")
    return " " not in text and named


def _parted(part: str) -> tuple[str, str | None]:
    """Part the body from the organisation it belongs to.

    `Vesterby Kommunes Ældreråd`; `Brugerrådet på Center Birken`; `Bestyrelsesmøde Vesterby IF`.
    """
    owner = re.match(rf"^(.+?(?:{_OWNERS}))s\s+(.+)$", part, re.IGNORECASE)
    if owner and names_body(owner[2]):
        return _body_name(owner[2]), owner[1]
    kinds = phrases("bodies", "organisation_starts")
    inner = re.search(rf"\s(?P<link>i|for|ved|på|under|af)\s+(?=[A-ZÆØÅ]|(?i:{kinds})\s+[A-ZÆØÅ])", part)
    if inner and names_body(part[: inner.start()]):
        behind = re.sub(r"\s(?:paa|på|hos)\s.*$", "", part[inner.end() :].strip(" ,"))
        if is_room(behind):
            return _body_name(part[: inner.start()]), None
        if inner["link"] != "for" or names_organisation(behind):
            return _body_name(part[: inner.start()]), behind
        return _body_name(part), None
    tokens = part.split()
    place = next((n for n, t in enumerate(tokens) if names_body(t)), None)
    if place is not None:
        before, behind = " ".join(tokens[:place]), " ".join(tokens[place + 1 :])
        if behind and behind[0].isupper() and (names_organisation(behind) or _stands_beside(tokens[place], behind)):
            return _body_name(" ".join(tokens[: place + 1])), behind
        if before and not behind and names_organisation(before) and not re.search(r"\b(?:og|-)$", before):
            return _body_name(tokens[place]), before
    return _body_name(part), None


def _stands_beside(body: str, behind: str) -> bool:
    """Tell whether a name right behind a meeting is the house that met: `TRIO-møde Åbakken`; not a room, nor a day."""
    parts = behind.split()
    about = words("meeting", "title", "about") | words("calendar", "weekdays", "names")
    named = all(re.fullmatch(r"[A-ZÆØÅ][a-zæøåé]{2,}(?:-[A-ZÆØÅ][a-zæøå]+)?", p) for p in parts)
    return (
        re.search(r"møde(?:t)?$", body, re.IGNORECASE) is not None
        and len(parts) <= _SHORT_NAME
        and named
        and not any(p.casefold() in about for p in parts)
        and not any(p.casefold() in words("meeting", "places", "ends") or is_room(p) for p in parts)
        and parts[0].casefold() not in words("meeting", "title", "projects")
        and not is_given_name(parts[0])
    )


def _title_parts(text: str) -> list[str]:
    """Cut a title line into what may be the body and what the organisation; the date goes."""
    days = [d for d in find_dates(text) if (d.last - d.first).days <= _LONGEST_MEETING]
    weekday = rf"(?:\b{phrases('calendar', 'weekdays', 'names')},?\s*)?(?:\b(?:den|d\.)\s*)?$"
    for mention in reversed(days or short_days(text) or find_dates(text) or _days_of_any_year(text)):
        before = re.sub(weekday, "", text[: mention.start], flags=re.IGNORECASE)
        text = f"{before} | {text[mention.end :]}"
    time = find_time(text)
    if time:
        text = f"{text[: time[2]]} | {text[time[3] :]}"
    opener = rf"^(?:{phrases('meeting', 'title', 'openers')}(?:\s+nr\.?\s*[\d/]+)?\s*(?:af|fra|for|til|:|-|–|,)?\s+)+"
    text = re.sub(opener, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:ordinært?|ekstraordinært?|afholdt|det|den)\s+", "", text, flags=re.IGNORECASE)
    met = r"^(?:(?:af|fra)\s+)?(?:møde[t]?\s+(?:nr\.?\s*\d+\s+)?(?:i|for|af|med)\s+|møde\s+)"
    text = re.sub(met, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:i|for|af|fra|ved)\s+(?=\w)", "", text, flags=re.IGNORECASE)
    held = phrases("meeting", "sentences", "held")  # `Ekstraordinær generalforsamling afholdtes paa Kroen`
    text = re.sub(rf"(?<=\w)\s+{held}\s+(?:paa|på|i|hos)\s", " | ", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*\((?:stiftet|grundlagt|oprettet)[^()]*\)", "", text, flags=re.IGNORECASE)
    return [_trimmed(p) for p in re.split(r"\s*(?:\||,|\s[-–—•·]\s|\t|\s{3,})\s*", text) if p.strip(" .:")]


def _trimmed(part: str) -> str:
    """Strip a part of a title of what stands around it, not of the last stop of `a.m.b.a.` and `& Co.`"""
    return part.strip(" :").lstrip(".") if _SHORTENED.search(part.strip(" :")) else part.strip(" .:")


def _days_of_any_year(text: str) -> list[DateMention]:
    """Find days that have no year: `bestyrelsesmøde i Fjordby Vandværk d. 13/5`."""
    marked = re.compile(rf"\b(?:den|d\.?|{phrases('calendar', 'weekdays', 'names')})\s*(?=\d)", re.IGNORECASE)
    found = find_dates(text, reference=_ANY_YEAR)
    return [d for d in found if d.first == d.last and (m := marked.search(text, 0, d.end)) and m.end() >= d.start]


def names_body(part: str) -> bool:
    """Tell whether a part of a title names a body: `Kulturudvalget`, `kredsrådsmøde`."""
    low = part.casefold()
    tokens = re.findall(r"[\wæøåé.-]+", low)
    if low in words("bodies", "whole") or (tokens and tokens[0] in lexicon("bodies")["abbreviated"]):
        return True
    ends = [*lexicon("bodies")["ends"]]
    for token in (*tokens[:4], *tokens[4:][-1:]):
        if token in words("bodies", "whole") or (token.endswith("møde") and token.endswith(_whole_meetings())):
            return True  # `Kontaktforældremøde`
        held = re.sub(r"(?:-|s)?(?:mødet?s?|referat|protokol(?:lat)?)$", "", token) or token
        for bare in (held, _indefinite(held), re.sub(r"[nt]s?$", "", held)):  # `bestyrelsen`, `rådet`, `udvalgets`
            if bare in words("bodies", "whole") or any(bare.endswith(e) and bare != "møde" for e in ends):
                return True
    return False


@cache
def _whole_meetings() -> tuple[str, ...]:
    return tuple(w for w in words("bodies", "whole") if w.endswith("møde"))


def _body_name(part: str) -> str:
    """Give the name of the body: `kredsrådsmøde` is held by the `kredsråd`, `BEST.MØDE` by the `bestyrelse`."""
    first = next(iter(part.casefold().split()), "")
    if first in lexicon("bodies")["abbreviated"]:
        return str(lexicon("bodies")["abbreviated"][first])
    front = (
        rf"^(?:[^\w]+|(?:ordinær|ekstraordinær)t?\s+|konstituerende\s+|{phrases('meeting', 'sentences', 'held')}\s+)+"
    )
    trimmed = re.sub(front, "", part.strip(" ,"), flags=re.IGNORECASE)
    for token in re.finditer(r"\S+", trimmed):
        if token.group().casefold() in words("bodies", "whole") and "møde" in token.group().casefold():
            return trimmed[: token.end()]  # an `årsmøde` is held by nobody else
        held = _HELD.match(token.group())
        if held and held[1].casefold() in words("bodies", "whole") and "møde" in held[1].casefold():
            return trimmed[: token.start() + held.end(1)]  # `Byggemødereferat nr. 14`
        if held and names_body(held[1]):
            name, rest = trimmed[: token.start() + held.end(1)], trimmed[token.end() :]
            if name.casefold().endswith(affixes("bodies", "named_for")) and re.match(r"\sfor\s[a-zæøå]", rest):
                return f"{name}{rest}"  # `netværksmøde for kommunale klimakoordinatorer`
            return _definite(name)
    owned = _OWNED.match(trimmed)
    if owned and names_body(owned[1]):
        return owned[1]
    bare = re.sub(r"\s+nr\.?\s*\d.*$", "", trimmed)
    alone = re.fullmatch(r"(\S+)((?:\s+\d\S*)?)", bare)  # `BEBOERRÅD`, `klasseforældreråd 4.B`
    return f"{_definite(alone[1])}{alone[2]}" if alone else bare


def _definite(name: str) -> str:
    """Give the name of a body as one speaks of it, so that it is one name in all its minutes: `bestyrelsen`."""
    low = name.casefold()
    if re.search(r"s\s+\S+$", low):
        return name  # `Vejlaugets bestyrelse` is definite as it stands
    for end, ending in lexicon("bodies")["definite"].items():
        if low.endswith(end):
            shouted = name.isupper() and len(name) > _ABBREVIATED
            return f"{name.capitalize() if shouted else name}{ending}"
    return name


def names_organisation(part: str) -> bool:
    """Tell whether a part of a title names an organisation: `Vesterby Kommune`, `Regionshospitalet Vesterbæk`."""
    low = part.casefold().rstrip(".")
    last = last_word(low)
    if len(low.split()) > 1 and is_collective(part.split()[0]) and not names_body(part):
        return True  # `Regionshospitalet Vesterbæk`
    if _opens_organisation().search(low):
        return True
    if len(low.split()) > 1 and last in words("bodies", "organisation_letters") and part.split()[-1].isupper():
        return True  # `Grindby HK`
    return any(last == e or (last.endswith(e) and len(e) > 4) for e in words("bodies", "organisation_ends")) or bool(
        re.search(r"\b(?:kommunes?|sogns?|skole|provsti|universitet|region|afdeling)\b", low)
    )


@cache
def _opens_organisation() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('bodies', 'organisation_starts')}\b")


def _indefinite(word: str) -> str:
    return re.sub(r"(?:et|en|ets|ens|s)$", "", word) if len(word) > 5 else word


def _plain_case(text: str) -> str:
    """Write an upper-case title with capitals at the start of words only."""
    if not text.isupper():
        return text
    small = words("meeting", "title", "small")
    return " ".join(w.lower() if w.lower() in small else _capitalised(w) for w in text.split())


def _capitalised(word: str) -> str:
    """`ÆLDRERÅD` to `Ældreråd`; what has no vowel is an abbreviation (`SSP-netværk`), so is what has strokes: `A/B`."""
    if "/" in word or "." in word:
        return word
    first, hyphen, rest = word.partition("-")
    short = re.search(r"[AEIOUYÆØÅ]", first) is None
    if rest.casefold() in words("bodies", "whole") and len(rest) <= _ABBREVIATED:
        return f"{first.capitalize()}{hyphen}{rest}"  # `CENTER-MED`
    rest = rest.lower() if short or names_body(rest) else rest.capitalize()
    return f"{first}{hyphen}{rest}" if short else f"{first.capitalize()}{hyphen}{rest}"


@cache
def _held_by() -> re.Pattern[str]:
    kinds = r"(?:(?:ordinært|ekstraordinært|offentligt)\s+)?"
    return re.compile(
        rf"\b(?:holdt|afholdt|afholdtes\s+af|holder)\s+(?P<body>[A-ZÆØÅ][\w -]{{3,60}}?)\s+{kinds}møde\b",
        re.IGNORECASE,
    )


@cache
def _held_in() -> re.Pattern[str]:
    held, kinds = phrases("meeting", "sentences", "held"), phrases("protocols", "heading", "meeting_ends")
    return re.compile(
        rf"\b{held}\s+(?:(?:ordinær|ekstraordinær|offentlig)t?\s+)?\w*{kinds}\s+(?:i|af|for)\s+"
        r"(?P<body>[A-ZÆØÅ][\w .-]{2,60}?)(?=\s+(?:paa|på|i|hos|kl)\b|[.,]|$)",
        re.IGNORECASE,
    )


@cache
def _met() -> re.Pattern[str]:
    # `Aar 1952, den 4. Marts Kl. 14 afholdtes Bestyrelsesmøde paa Mejeriets Kontor.`
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'held')}\s+\w{{4,}}møde\b", re.IGNORECASE)
