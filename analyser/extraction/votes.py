"""Votes as minutes count them: `7 for, 2 imod`, `med 5 stemmer mod 2`, `Imod stemte Ø (2 stemmer)`."""

import re
from collections.abc import Mapping
from functools import cache

from analyser.extraction.vote_frames import (
    Side,
    everybody,
    frames,
    in_order,
    majorities,
    number,
    of_one_side,
    of_parties,
    won,
)
from analyser.language.lexicon import lexicon, phrases
from analyser.language.names import is_party
from analyser.minutes import Votes

SIDES: tuple[Side, ...] = ("for", "against", "abstain")


def read_votes(text: str) -> Votes | None:
    """Read votes with figures: `7 for, 2 imod, 1 undlod`; `med 5 stemmer mod 2`; `6-2`. None where no side is told."""
    found = tally(text)
    return make_votes(found) if found else None


def make_votes(found: Mapping[Side, int]) -> Votes:
    """Make the record of what was counted of each side."""
    return Votes.model_validate(dict(found))


def merged(votes: Votes | None, more: Votes | None) -> Votes | None:
    """Add to votes what another sentence counts of the sides that they lack: `Vedtaget med 36 mod 1. Én undlod.`"""
    if votes is None or more is None:
        return votes or more
    told = {key: value for key, value in votes.model_dump(by_alias=True).items() if value is not None}
    return Votes.model_validate({**more.model_dump(by_alias=True, exclude_none=True), **told})


def tally(text: str) -> dict[Side, int]:
    """Count what a sentence tells of each side, also where it tells of one alone: `Én undlod.`

    Who voted so is taken out first: `13 stemmer (A, F og B) for og 12 stemmer (V og C) imod`.
    """
    text = without_voters(text)
    low = _but().sub(" ", text.casefold())
    if not _about_votes().search(low):
        return {}
    found = _in_order(low) or _both(low)
    for side in SIDES:
        counted = None if side in found else _side(side, low)
        if counted is not None:
            found[side] = counted
    if "for" not in found and (carried := _carried().search(low)):  # `genvalgt med 5 stemmer`
        found["for"] = _figure(next(group for group in carried.groups() if group))
    if "for" not in found and "against" not in found and (most := _won(low)) is not None:
        found["for"] = most
    if "against" not in found and everybody().search(low):
        found["against"] = 0
    if "abstain" not in found and (abstained := _abstained().search(text)):  # `idet Lis Bo og Ib Holm undlod at stemme`
        who = re.split(r",\s+|\s+(?:og|samt)\s+", abstained["who"])
        if not any(is_party(name) for name in who):
            found["abstain"] = len(who)
    return found


def without_voters(text: str) -> str:
    """Blank out who voted so, where it stands in brackets: `13 stemmer (A, F og B) for`; the rest keeps its place."""
    return _voters().sub(lambda match: " " * len(match.group()), text) if "(" in text else text


def is_lost(votes: Votes) -> bool:
    """Tell whether a proposal with these votes fell."""
    return (votes.for_ or 0) <= (votes.against or 0)


def _in_order(low: str) -> dict[Side, int]:
    """Read figures behind their sides: `For: 14 Imod: 11 Blank: 2`, `ja 14, nej 11`, `for 3, imod 6`."""
    match = in_order().search(low)
    if match is None:
        return {}
    return {side: _figure(match[side]) for side in SIDES if match[side]}


def _both(low: str) -> dict[Side, int]:
    """Read the two sides in one frame: `med 7 stemmer mod 2`, `4 mod 1 stemme`, `vedtaget 6-2`."""
    match = next((m for pattern in frames() if (m := pattern.search(low))), None)
    if match is None:
        return {}
    ayes, noes = _figure(match[1]), _figure(match[2])
    if _lost().search(low) and ayes > noes and "for" not in match[0].split():  # `forkastet med 7 stemmer mod 2`
        ayes, noes = noes, ayes
    third = match.groupdict().get("abstain")
    return {"for": ayes, "against": noes, **({"abstain": _figure(third)} if third else {})}


def _side(side: Side, low: str) -> int | None:
    match = next((m for pattern in of_one_side(side) if (m := pattern.search(low))), None)
    if match is not None:
        return _figure(match[1])
    listed = of_parties(side).search(low) if side != "abstain" else None
    if listed is not None:
        return sum(int(n) for n in re.findall(r"\((\d+)", listed["parties"]))
    match = majorities(side).search(low) if side != "abstain" else None
    return _figure(match[1]) if match else None


def elects(text: str) -> bool:
    """Tell whether a count is of an election, and says who won: `fik Bo 4 stemmer og Lis 3, og Bo er formand`."""
    return _won(text.casefold()) is not None


def _won(low: str) -> int | None:
    """`fik Bo 4 stemmer og Lis 3, og Bo er valgt`: the most of those told; of several elected nobody's."""
    if not _elected().search(low):
        return None
    counts = [_figure(next(g for g in match.groups() if g)) for match in won().finditer(low)]
    return max(counts) if len(counts) == 1 or (counts and _got().search(low)) else None


@cache
def _elected() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå])(?:{phrases('decisions', 'votes', 'elected')})(?![\wæøå])")


@cache
def _got() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'votes', 'got')}(?![\wæøå])")


def _figure(word: str) -> int:
    word = word.replace(".", "")
    if word.isdigit():
        return int(word)
    numbers, tens = (lexicon("decisions")["votes"][key] for key in ("numbers", "tens"))
    ones, _, ten = word.partition("og")
    if ten in tens and ones in numbers:
        return int(numbers[ones]) + int(tens[ten])
    return int(numbers[word] if word in numbers else tens[word])


@cache
def _voters() -> re.Pattern[str]:
    """Brackets in which nothing is counted: the parties or the people who voted so."""
    sides = "|".join(phrases("decisions", "votes", side) for side in SIDES)
    return re.compile(rf"\s*\((?![^()]*(?:\d|(?<![\wæøå])(?:{sides})(?![\wæøå])))[^()]*\)", re.IGNORECASE)


@cache
def _carried() -> re.Pattern[str]:
    """`genvalgt med 5 stemmer`, `valgt med 12 af 20 stemmer`, `Forslaget opnåede 14 stemmer`, `fik 14 stemmer og er
    dermed valgt`."""
    elected = "valgt|genvalgt|nyvalgt|valgtes|genvalgtes|vedtaget|godkendt|vedtoges|godkendtes"
    put, got = (phrases("decisions", "votes", key) for key in ("put", "got"))
    counted = rf"{number()}\s+(?:(?:ud\s+)?af\s+\d+\s+)?stemmer\b"
    return re.compile(
        rf"\b(?:{elected})\s+(?:[\wæøå.]+\s+){{0,4}}?med\s+{counted}(?!\s+(?:i?mod|for))"
        rf"|\b{put}\s+{got}\s+{counted}|,\s+(?:som|der)\s+{got}\s+{counted}"
        rf"|\benstemmigt\s+(?:[\wæøå]+\s*)?[,(]?\s*(?<![\wæøå]){counted}"
        rf"|\b(?:valgtes|nyvalgtes|valgt|valgt\s+blev)\s+[^(),;:.]{{2,40}}\({number()}\s+stemmer\)(?=\s*(?:mod|foran|mens|over)\b)"
        rf"|\b{got}\s+{counted}[^.;]{{0,20}}?\b(?:er|blev)\s+(?:[\wæøå]+\s+)?valgt\b"
    )


@cache
def _about_votes() -> re.Pattern[str]:
    """What tells that figures are votes: `godkendte 3 for sent indkomne ansøgninger` has none of it."""
    return re.compile(
        r"\b(?:stem|i?mod\b|afstemning|ja\b|nej\b|blank|undlod|hverken|flertal(?:let)?\s+(?:på|bestående|\())"
        r"|\d\s*[-–]\s*\d|\(\d+\s+for\)|^\W*for(?:\s+\w+)?\s*:\s*(?:\d+\W*$|[^.;]*\(\d)"
    )


@cache
def _but() -> re.Pattern[str]:
    """`Alle | på nær én | stemte for`: how many did not, and who knows what they did."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'votes', 'but')}\s+{number()}(?![\wæøå])")


@cache
def _lost() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'votes', 'lost')}(?![\wæøå])")


@cache
def _abstained() -> re.Pattern[str]:
    abstains = phrases("decisions", "votes", "abstain")
    return re.compile(
        rf"(?:[;,.]|\b(?:idet|mens|medens|og))\s+(?P<who>[A-ZÆØÅ](?:(?!\bstemte\b)[^;:.()]){{0,60}}?)\s+{abstains}(?![\wæøå])"
    )
