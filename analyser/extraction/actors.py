"""Who a noun phrase means: a person by name, title or pronoun, an organisation, a function, or somebody unnamed."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from analyser.extraction.cast import Cast, Reading, link_in, mention_of, reference_mention, stranger
from analyser.extraction.homes import home_key, named_at_home
from analyser.extraction.houses import read_sent
from analyser.extraction.offices import read_office
from analyser.extraction.organisations import read_organisation
from analyser.language.definite import definite_title, singular_title
from analyser.language.lexicon import phrases, words
from analyser.language.names import (
    DOUBLE_INITIAL,
    is_everyday_word,
    is_full_name,
    is_given_name,
    is_patronymic,
    is_title_word,
    is_two_names,
    looks_like_name,
    split_title,
)
from analyser.language.words import ARROWS, last_word
from analyser.linking import Link
from analyser.linking.roles import same_role
from analyser.minutes import Actor

_LONGEST = 12  # words of a noun phrase
_WIDEST = 400  # code points of one; more are blanks between columns
_FEW = 3  # people whom a plural can mean
_TAIL = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]\s*)+$")
_BY = re.compile(r"^[A-ZÆØÅ0-9][^,]*?,?\s+(?:ved|v\.|v/)\s*(?=[A-ZÆØÅ])")
_LEAD = re.compile(rf"[\s\-–—•{ARROWS}@*,;:\"”“»«'(]*")
_JOINT = re.compile(r"\s*,\s+(?:og\s+|samt\s+)?|\s+(?:og|samt|&)\s+|\s*/\s*|\s*\+\s*")
_APPOSITIVE = re.compile(r"^([^,]+),\s+(.+)$")


def read_actors(text: str, start: int, cast: Cast, speaker: bool = True) -> list[Reading]:
    """Read the whole of `text` as one actor or several joined by commas and `og`; [] where it is something else.

    `Knud Sejer og Gerda Winther`, `Politidirektør Helle Holm`, `Børn- og Ungedirektøren`, `Kommunen`, `Hun`, `MK`.
    `start` is the offset of `text` in the document.
    """
    text, start = _trim(text, start)
    if not text or len(text) > _WIDEST or len(text.split()) > _LONGEST:
        return []
    both = _read_both(text, start, cast) or _read_all(text, start, cast)
    if both:
        return both
    one = _read_one(text, start, cast, speaker)
    if one is not None:
        return [one]
    pieces = _split(text, start)
    if len(pieces) < 2:
        return []
    found = [_read_one(t, s, cast, speaker) or _myself(t, s) for t, s in pieces]
    if any(f is None for f in found):
        return []
    seen: dict[str, Reading] = {}  # `Formand/kasserer` may be one
    for n, reading in enumerate(f for f in found if f is not None):
        seen.setdefault(reading.actor.participant or f"?{n}", reading)
    return list(seen.values())


def _read_both(text: str, start: int, cast: Cast) -> list[Reading]:
    """`Begge næstformænd`, `De to tillidsrepræsentanter`: the two who bear the title, if they are just two."""
    match = _both().fullmatch(text)
    title = singular_title(match["titles"]) if match else None
    if match is None or title is None:
        return []
    bearers = [p for p in cast.people if p.role and _bears(title, p.role)]
    if len(bearers) != 2:
        return []
    places = [(start, start + len(match["both"])), (start + match.start("titles"), start + len(text))]
    return [
        Reading(
            Actor(kind="person", participant=p.id, name=p.name, role=p.role, organisation=p.organisation, span=place),
            mention_of(text[place[0] - start : place[1] - start], place[0], Link(p.id, "role", 0.85)),
            *place,
        )
        for p, place in zip(bearers, places, strict=True)
    ]


def _read_all(text: str, start: int, cast: Cast) -> list[Reading]:
    """`TR'erne`, `Tillidsrepræsentanterne`: all who bear a title that somebody elected them to, if they are few."""
    title = singular_title(text) or (definite_title(text) if text.endswith("erne") else None)
    if title is None or title not in words("titles", "sent"):
        return []
    bearers = [p for p in cast.people if p.role and _bears(title, p.role) and p.attendance != "absent"]
    if not 2 <= len(bearers) <= _FEW:
        return []
    place = (start, start + len(text))
    return [
        Reading(
            Actor(kind="person", participant=p.id, name=p.name, role=p.role, organisation=p.organisation, span=place),
            None,
            *place,
        )
        for p in bearers
    ]


def _bears(title: str, role: str) -> bool:
    return same_role(title, role) or same_role(title, last_word(role.split(",")[0]))


def _trim(text: str, start: int) -> tuple[str, int]:
    lead = _LEAD.match(text)
    skip = lead.end() if lead else 0
    return text[skip:].rstrip(' \t\n,;:"”“»«-–—'), start + skip


def _split(text: str, start: int) -> list[tuple[str, int]]:
    pieces, position = [], 0
    for match in _JOINT.finditer(text):
        if text[position : match.start()].endswith("-"):
            continue
        pieces.append((text[position : match.start()], start + position))
        position = match.end()
    pieces.append((text[position:], start + position))
    return [p for p in pieces if p[0].strip()]


def _read_one(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    bare = _TAIL.sub("", text) if text.rstrip().endswith((")", "]")) else text
    housed = _of_house(text, start, cast) if " " in text else None
    if housed is not None:
        return housed
    named = named_at_home(text) if bare != text else None
    if named is not None:  # `Have 70 (Lis Bo)`
        return _person(named, start + text.rfind(named), cast, speaker)
    for read in (_pronoun, _neighbour, _person, read_office, read_organisation, _nobody):
        found = _once(read, bare, start, cast, speaker) if read in _LASTING else read(bare, start, cast, speaker)
        if found is not None:
            return found
    by = _BY.search(bare)
    if by:  # `B-siden ved Lis Bo`
        return _person(bare[by.end() :], start + by.end(), cast, speaker)
    origin = _origin().search(bare)
    appositive = _APPOSITIVE.match(bare)
    if appositive and not (origin and origin.group().startswith(",")):
        return _apposition(appositive, start, cast, speaker)
    if origin and origin.start() > 0:
        return _person(bare[: origin.start()], start, cast, speaker)
    return None


def _of_house(text: str, start: int, cast: Cast) -> Reading | None:
    """`TR (BUPL)`, `TR for Yngre Læger`, `FOA's TR`: the one with a title whom a house sent."""
    sent = read_sent(text, cast)
    if sent is None:
        return None
    person, title = sent
    if not (title.casefold() in words("titles", "whole") or definite_title(title) or text.endswith(title)):
        return None
    span = (start, start + len(text))
    actor = Actor(
        kind="person",
        participant=person.id,
        name=person.name,
        role=person.role,
        organisation=person.organisation,
        span=span,
    )
    return Reading(actor, mention_of(text, start, Link(person.id, "role", 0.85)), *span)


def _pronoun(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Hun`, `Han`: whom it was found to mean, if that is just one; `Jeg` of the one who writes."""
    low = text.casefold()
    mine = low in words("pronouns", "myself") and cast.writer is not None
    if low not in _pronouns() and not mine:
        return None
    end = start + len(text)
    meant = cast.references.get(start)
    if mine and meant is None:
        return None
    actor = Actor(kind="unknown", span=(start, end))
    if meant is not None and meant.name is not None:
        actor = Actor(kind="person", participant=meant.participant, name=meant.name, span=(start, end))
    return Reading(actor, reference_mention(text, start, meant), start, end)


def _neighbour(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Have 77`, whose that is."""
    who = cast.homes.get(home_key(text)) if cast.homes else None
    person = next((p for p in cast.people if p.id == who), None)
    if person is None:
        return None
    end = start + len(text)
    actor = Actor(kind="person", participant=person.id, name=person.name, role=person.role, span=(start, end))
    return Reading(actor, mention_of(text, start, Link(person.id, "role", 0.85)), start, end)


def _myself(text: str, start: int) -> Reading | None:
    """`Ib og | jeg`: somebody who does not say who it is, beside one who is named."""
    span = (start, start + len(text))
    known = text.casefold() in words("pronouns", "myself") | words("pronouns", "writer")
    return Reading(Actor(kind="unknown", span=span), None, *span) if known else None


def _person(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Hans Rost`, `Politiinspektør Hans Rost`, `Hans`, `MK`, `formanden Ib Ravn`."""
    end = start + len(text)
    title, name = split_title(text)
    if title is None:
        first, _, rest = text.partition(" ")
        if rest.casefold() in cast.name_words and first.casefold() in words("titles", "addresses"):
            title, name = first, rest  # `Hr. Mejer`, though it ends as titles do
        elif (
            rest
            and definite_title(first)
            and looks_like_name(rest)
            and (first[0].islower() or is_given_name(rest.split()[0]))
        ):
            title, name = definite_title(first), rest
    family = _family(name, cast) or _family(text, cast)
    if family is not None:
        title, name = (title, name) if _family(name, cast) else (None, text)
    named = family is not None or (name[:1].isupper() and _could_be_name(name, cast))
    if not named and not any(p.initials and p.initials == text for p in cast.people) and text not in cast.initials:
        return None
    link = family or link_in(cast, name, title, speaker)
    if link.participant is None and is_two_names(name):
        return None
    full = None
    if link.participant is None and not link.candidates:
        full = stranger(name, cast)
        known = title and looks_like_name(name) and len(name.split()) <= 4
        alone = " " not in name and is_given_name(name) and not is_everyday_word(name)
        alone = alone or (" " not in name and is_patronymic(name) and not _is_near(name, cast))
        if not (known or alone or full or is_full_name(name)):
            return None
    if link.participant is None and link.candidates and not link.ambiguous and not is_full_name(name) and title is None:
        return None
    place = start + text.rfind(name)
    mention = mention_of(name, place, link)
    person = next((p for p in cast.people if p.id == link.participant), None)
    actor = Actor(
        kind="unknown" if link.ambiguous else "person",
        participant=link.participant,
        name=person.name if person else full or name,
        role=title or (person.role if person else None),
        organisation=person.organisation if person else None,
        span=(start, end),
    )
    return Reading(actor, mention, start, end, title)


def _is_near(name: str, cast: Cast) -> bool:
    """Tell whether one here is called nearly so, who may be meant: `Petersen` of a Pedersen."""
    return any(w[:2] == name[:2].casefold() and w.endswith("sen") for w in cast.name_words)


def _family(name: str, cast: Cast) -> Link | None:
    """Link a family name by its particle: `De la Cour`, `von Hagen`, where one here is called so."""
    low = name.casefold()
    if " " not in low or low.split()[0] not in words("names", "particles"):
        return None
    fits = [p for p in cast.people if p.name.casefold().endswith(f" {low}")]
    return Link(fits[0].id, "partial", 0.9) if len(fits) == 1 else None


def _could_be_name(name: str, cast: Cast) -> bool:
    if looks_like_name(name) or DOUBLE_INITIAL.fullmatch(name):
        return True
    if name.casefold() in cast.name_words:
        return True  # a family name that is a title as well: `Nymand`
    return (
        name.isupper()
        and name.isalpha()
        and 2 <= len(name) <= 4
        and name.casefold() not in words("organisations", "whole")
    )


def _nobody(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`En beboer`, `Flere af medlemmerne`, `Enkelte forældre`, `Nr. 17`: somebody whom the text does not name."""
    end = start + len(text)
    if _unnamed().match(text):
        return Reading(Actor(kind="unknown", name=text, span=(start, end)), None, start, end)
    return None


def _senders() -> str:
    """`De studerendes | repræsentanter`, `Beboernes | repræsentant`: whom many send."""
    return r"(?:de\s+)?[\wæøå]+(?:nes|endes)\s+"


def _home() -> str:
    return rf"{phrases('organisations', 'unknown', 'homes')}\.?\s*\d+\s?[A-Za-z]?\b"


@lru_cache(maxsize=1)
def _origin() -> re.Pattern[str]:
    """`Ib Holm | fra Fjordby`, `Ida | i nr. 7`, `Ida |, nr. 7`."""
    return re.compile(
        rf"\s+(?:fra|v/)\s+(?=[A-ZÆØÅ]|[a-zæøå]{{4,}}(?:en|et|erne)$).*$|(?:\s+(?:fra|i|på)|,)\s+(?i:{_home()})$"
    )


@lru_cache(maxsize=1)
def _unnamed() -> re.Pattern[str]:
    starts = phrases("organisations", "unknown", "starts")
    nouns = phrases("organisations", "unknown", "nouns")
    definite = phrases("organisations", "unknown", "definite")
    ends = phrases("organisations", "ends")
    origin = r"(?:\s+(?:i|fra|på)\s+[\w\s.]{1,25})?"
    alone = phrases("organisations", "unknown", "alone")
    return re.compile(
        rf"^(?:{starts}\s+(?:[\wæøå-]+\s+){{0,2}}?(?:{nouns}){origin}|{definite}{origin}|{starts}\s+af\s+\w*{ends}|{_senders()}(?:{nouns})|{alone}|{_home()})$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _pronouns() -> frozenset[str]:
    ordered = words("pronouns", "last") | words("pronouns", "first") | words("pronouns", "nearest")
    return words("pronouns", "person") | ordered


@lru_cache(maxsize=1)
def _both() -> re.Pattern[str]:
    return re.compile(rf"(?P<both>{phrases('pronouns', 'both')})\s+(?P<titles>[a-zæøå]+(?:['’][a-z]+)?)", re.IGNORECASE)


def opens_unnamed(prose: str, start: int) -> bool:
    """Tell whether somebody whom the text does not name can stand at `start`."""
    return _unnamed_openings().match(prose, start) is not None


@lru_cache(maxsize=1)
def _unnamed_openings() -> re.Pattern[str]:
    """How what `_unnamed` reads begins."""
    kinds = "|".join(phrases("organisations", "unknown", kind) for kind in ("starts", "definite", "alone"))
    return re.compile(rf"{kinds}|{_home()}|{_senders()}", re.IGNORECASE)


_LASTING = (_person, read_organisation, _nobody)  # what these read does not depend on who has spoken before


def _once(
    read: Callable[[str, int, Cast, bool], Reading | None], text: str, start: int, cast: Cast, speaker: bool
) -> Reading | None:
    key = (read.__name__, text, start, speaker)
    if key not in cast.readings:
        cast.readings[key] = read(text, start, cast, speaker)
    return cast.readings[key]


def _apposition(match: re.Match[str], start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Formanden, Ib Ravn`, `Formanden, lærer Ib Ravn`, `Ib Ravn, formand`, `Ib Ravn, der er ny i rådet`: one person.

    They are named twice; two people would be joined by `og`.
    """
    first, second = match[1], match[2]
    offset = start + match.start(2)
    head = _person(first, start, cast, speaker)
    if head is not None:
        if re.match(r"(?:der|som|fra)\b", second) or (
            second[0].islower() and not re.search(r"\b(?:og|men)\b", second) and is_title_word(second.split()[0])
        ):
            return head
        return None
    role = read_office(first, start, cast, speaker)
    if role is None:
        return None
    name = _person(second, offset, cast, speaker) if looks_like_name(split_title(second)[1]) else None
    if name is not None:
        return replace(name, start=start, title=role.title)
    return role if re.match(r"(?:der|som)\b", second) else None
