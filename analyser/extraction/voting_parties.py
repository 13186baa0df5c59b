"""Parties that voted: how many are at the meeting for each, by what stands beside the names of the roster."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.extraction.cast import Cast
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.vote_frames import Side
from analyser.language.lexicon import lexicon, phrases
from analyser.language.names import is_party
from analyser.minutes import Participant

_JOINTS = re.compile(r"\s*,\s*(?:og\s+)?|\s+(?:og|samt)\s+|\s*\+\s*")


def members_of(party: str, cast: Cast) -> set[str]:
    """Give those at the meeting who sit for a party: `V`, `Venstre`, `V's`; nobody where one of them was there for a
    part of it only."""
    low = _party(party)
    if low is None:
        return set()
    sitting = [p for p in cast.people if low in _parties_of(p) and p.attendance != "absent"]
    whole = all(p.attendance == "present" for p in sitting)
    return {p.id for p in sitting if not {"guest", "observer"} & set(p.functions)} if whole else set()


def parties_in(who: str) -> tuple[list[str], list[str]]:
    """Part a list into its parties and the rest: `V, O og Ib Holm`."""
    parts = [part.strip(" .") for part in _JOINTS.split(who.strip(" .")) if part.strip(" .")]
    parties = [part for part in parts if _party(part) is not None]
    return parties, [part for part in parts if part not in parties]


def voters_of(parties: Sequence[str], cast: Cast) -> set[str]:
    """Give all who sit for some parties; nobody where one of the parties has nobody on the roster."""
    members = [members_of(party, cast) for party in parties]
    return set().union(*members) if members and all(members) else set()


def party_votes(text: str, cast: Cast) -> dict[Side, int]:
    """Count the parties of `Et flertal (A, F og C) godkendte …`, `Vedtaget mod V og O`, `mod V's stemmer`."""
    found: dict[Side, int] = {}
    for match in _most().finditer(text):
        voters = _all_of(match["in"] or match["who"], cast)
        behind = text[match.end() :]
        voted = _voted().match(behind)
        decides = match["most"] and any(w in verb_forms() for w in behind.casefold().split()[:3])
        if voters and (voted or decides):
            found.setdefault("against" if voted and voted["against"] else "for", len(voters))
    for match in _against().finditer(text):
        voters = _all_of(match["who"], cast)
        if voters:
            found.setdefault("against", len(voters))
    return found


def _all_of(who: str, cast: Cast) -> set[str]:
    parties, others = parties_in(who)
    return set() if others else voters_of(parties, cast)


def _party(text: str) -> str | None:
    low = re.sub(r"['’]s$", "", text.strip(" .")).casefold()
    low = low if is_party(low) else low.removesuffix("s") if is_party(low.removesuffix("s")) else ""
    return _letters().get(low, low) or None


def _parties_of(person: Participant) -> set[str]:
    beside = re.split(r"[;,()]", f"{person.organisation or ''};{person.note or ''}")
    return {party for part in beside if (party := _party(part)) is not None}


@cache
def _letters() -> dict[str, str]:
    return {name: letter for letter, *names in lexicon("organisations")["party_letters"] for name in names}


@cache
def _most() -> re.Pattern[str]:
    """`Et flertal bestående af | A, F og Ø | stemte for`, `Et mindretal (| V og O |) stemte imod`."""
    most, least = (phrases("decisions", "votes", key) for key in ("majority", "minority"))
    return re.compile(
        rf"(?<![\wæøå])(?:(?P<most>(?i:{most}))|(?i:{least}))(?:\s+(?:i|af)\s+[\wæøå]+)?\s*"
        rf"(?:\((?P<in>[^()\d]+)\)|{phrases('decisions', 'votes', 'of')}\s+(?P<who>[A-ZÆØÅ][^.;:()\d]{{0,80}}?))"
        r"\s+(?=(?!og\b|samt\b)[a-zæøå]{2})"
    )


@cache
def _voted() -> re.Pattern[str]:
    ayes, noes = (phrases("decisions", "votes", f"voted_{side}") for side in ("for", "against"))
    return re.compile(rf"(?:(?P<against>{noes})|{ayes})", re.IGNORECASE)


@cache
def _against() -> re.Pattern[str]:
    """`Vedtaget mod | V og O|.`, `mod | V|'s stemmer`, `mod stemmerne fra | V`."""
    opposing, ballots_of, ballots = (phrases("decisions", "votes", k) for k in ("opposing", "ballots_of", "ballots"))
    return re.compile(
        rf"\b{opposing}\s+(?:{ballots_of}\s+)?(?P<who>[A-ZÆØÅ](?:[^.;:()\d]){{0,60}}?)(?:\s+{ballots})?(?=[.,;)]|$)"
    )
