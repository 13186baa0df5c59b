"""Which body met, and the organisation it belongs to: `Lokal-MED, Plejecenter Solbakken`."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.language.lexicon import affixes, phrases, words
from analyser.language.names import is_full_name
from analyser.structure.bodies import indefinite, names_body, names_organisation
from analyser.structure.body_and_owner import part_body
from analyser.structure.lines import Line
from analyser.structure.title_parts import close_up, plain_case, title_parts

_NEAR_TOP = 8  # lines
_TITLE_LINES = 4
_OF_THE_COUNTRY = 2  # words


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
            body, owner = part_body(held["body"])
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
    lines = [title_parts(close_up(n.text.strip("*_# "))) for n in titles[:_TITLE_LINES]]
    held = next((n for n, parts in enumerate(lines) if any(map(names_body, parts))), None)
    if held is None:
        return []
    beside = [p for p in lines[held] if not names_body(p)]
    sections = tuple(words("bodies", "parts_of_organisations"))
    around = (*lines[max(0, held - 1) : held], *lines[held + 1 : held + 2])
    # alone, or with a part of it behind: `AAB Nordby, afd. 12`
    near = [parts[0] for parts in around if parts and all(p.casefold().startswith(sections) for p in parts[1:])]
    return [plain_case(p) for p in (*beside, *near) if _is_named(p)]


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
    for part in (plain_case(re.sub(r"\s+", " ", p)) for p in title_parts(close_up(text.strip("*_# ")))):
        if _is_national(part):
            houses.append(part)
            continue
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
            body, owner = part_body(part)
            houses += [owner] if owner else []
        elif body is not None and " " in part and names_body(part) and _is_weak(part) and part[0].isupper():
            houses.append(part)  # `bestyrelsesmøde, Tranby Badmintonklub`
        elif names_body(part) and (owner := part_body(part)[1]):  # the body again: `Ældrerådet i Vesterby Kommune`
            houses.append(owner)
        elif (
            names_organisation(part)
            and not _is_hall(part)
            and part.split()[0].casefold() not in words("meeting", "title", "projects")
        ):
            houses.append(re.sub(r"^(?:for|i|ved|af|på)\s+", "", part).strip(" ,"))
    return body, houses


def _is_national(part: str) -> bool:
    """Tell whether a part of a title is a house of the whole country that is called as a body is: `Dansk Byggeråd`."""
    front = part.split()[0].casefold() in words("bodies", "national")
    return front and len(part.split()) == _OF_THE_COUNTRY and "møde" not in part.casefold() and names_body(part)


def _is_hall(part: str) -> bool:
    """Tell whether a part of a title behind its day is where they met: `i Kulturhuset`; not `i Børnehuset Ærten`."""
    behind = re.fullmatch(r"(?:i|på|paa)\s+(?P<hall>[A-ZÆØÅ]\w+)", part)
    return behind is not None and behind["hall"].casefold().endswith(affixes("meeting", "places", "halls"))


def house_in(text: str) -> str | None:
    """Give the organisation that a line names beside a body: `Bestyrelsen i Grundejerforeningen Bakkedraget`."""
    return _nearest(_read_title(text, None)[1], None)


def _has_committees(body: str) -> bool:
    """Tell whether a body is one that has committees of its own: `Amtsrådet`, `Hørsted Menighedsråd`."""
    return indefinite(body.casefold()).endswith(tuple(words("bodies", "with_committees")))


def _is_part_of_authority(text: str, part: str) -> bool:
    """Tell whether a line names the meeting of a body that is a part of the one above: `Møde i kirkegårdsudvalget`."""
    met = re.search(r"møde", text, re.IGNORECASE) is not None or part == plain_case(text.strip(" ."))
    return met and names_body(part) and any(indefinite(w.casefold()).endswith("udvalg") for w in part.split()[:2])


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
        names_body(w) and not w.casefold().endswith(ends) and not indefinite(w.casefold()).endswith(ends)
        for w in body.split()
    )


def _is_short_for(part: str, body: str) -> bool:
    """Tell whether a body is called by one word of its name: `landsbylauget` of `Lyngby Landsbylaug`."""
    forms = {part.casefold(), indefinite(part.casefold())}
    return " " not in part and " " in body and any(w.casefold() in forms for w in body.split())


def _is_house(text: str) -> bool:
    """Tell whether a line is nothing but the name of an authority: `Vesterby Kommune`."""
    owners = words("meeting", "places", "owners")
    return 2 <= len(text.split()) <= 4 and text.split()[-1].casefold() in owners and not re.search(r"[\d:,]", text)


def _is_authority(body: str) -> bool:
    return body.casefold().endswith(tuple(words("bodies", "authorities")))


def without_page(text: str) -> str:
    """Take the number of the page from the end of its header: `Seniorrådet i Vesterby Kommune     Side 1 af 2`."""
    stripped = text.strip()
    page = _page_at_end().search(stripped)
    return re.sub(r"[|–—-]$", "", stripped[: page.start()].rstrip()).rstrip() if page else stripped


@cache
def _page_at_end() -> re.Pattern[str]:
    """`… | Side 1 af 2`; no blanks in front, which may be thousands, and each would be tried."""
    return re.compile(rf"{phrases('headings', 'furniture', 'page')}\.?\s*+\d++(?:\s*+(?:af|/)\s*\d+)?$", re.IGNORECASE)


def page_header(text: str) -> str | None:
    """Read the organisation out of a header of the page: `SUNDBY BRAND OG REDNING          Side 1 af 5`."""
    bare = plain_case(without_page(text))
    if not bare or bare == text or len(bare.split()) > 6 or re.search(r"[\d:.,]", bare) or names_body(bare):
        return None
    opener = re.match(rf"{phrases('meeting', 'title', 'openers')}\b", bare, re.IGNORECASE)
    return bare if len(bare.split()) > 1 and opener is None else None


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
