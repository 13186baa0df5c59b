"""A body parted from what it belongs to: `Vesterby Kommunes Ældreråd` to `Ældrerådet` and `Vesterby Kommune`."""

import re

from analyser.language.lexicon import affixes, lexicon, phrases, words
from analyser.language.names import is_given_name
from analyser.structure.bodies import ABBREVIATED, names_body, names_organisation
from analyser.structure.meeting_place import is_room

_HELD = re.compile(r"(?i)(.{2,}?)[s-]{0,2}(?:møde(?:t|r)?|referat|protokol(?:lat)?)$")
_OWNED = re.compile(r"(?i)(.+?)s\s+(?:møde|(?:forhandlings|beslutnings)?protokol(?:lat)?)\b")
_SHORT_NAME = 2  # words of a house that nothing but its place tells
_OWNERS = "kommuner?|sogne?|skole|provsti|region|amt|pastorat|bibliotek|universitet|centre?|center"


def part_body(part: str) -> tuple[str, str | None]:
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
            shouted = name.isupper() and len(name) > ABBREVIATED
            return f"{name.capitalize() if shouted else name}{ending}"
    return name
