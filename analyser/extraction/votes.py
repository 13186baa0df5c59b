"""Votes as minutes count them: `7 for, 2 imod`, `med 5 stemmer mod 2`, `Imod stemte Ø (2 stemmer)`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from analyser.language.lexicon import lexicon, phrases
from analyser.minutes import Votes

Side = Literal["for", "against", "abstain"]
_SIDES: tuple[Side, ...] = ("for", "against", "abstain")


def read_votes(text: str) -> Votes | None:
    """Read votes with figures: `7 for, 2 imod, 1 undlod`; `med 5 stemmer mod 2`; `6-2`. None where no side is told."""
    found = tally(text)
    return make_votes(found) if "for" in found or "against" in found else None


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
    """Count what a sentence tells of each side, also where it tells of one alone: `Én undlod.`"""
    low = text.casefold()
    if not _about_votes().search(low):
        return {}
    found = _both(low)
    for side in _SIDES:
        counted = None if side in found else _side(side, low)
        if counted is not None:
            found[side] = counted
    if "for" not in found and (carried := _carried().search(low)):  # `genvalgt med 5 stemmer`
        found["for"] = _figure(carried[1])
    if "abstain" not in found and (abstained := _abstained().search(text)):  # `idet Lis Bo og Ib Holm undlod at stemme`
        found["abstain"] = len(re.split(r",\s+|\s+(?:og|samt)\s+", abstained["who"]))
    return found


def is_lost(votes: Votes) -> bool:
    """Tell whether a proposal with these votes fell."""
    return (votes.for_ or 0) <= (votes.against or 0)


def _both(low: str) -> dict[Side, int]:
    """Read the two sides in one frame: `med 7 stemmer mod 2`, `4 mod 1 stemme`, `vedtaget 6-2`."""
    match = next((m for pattern in _frames() if (m := pattern.search(low))), None)
    if match is None:
        return {}
    ayes, noes = _figure(match[1]), _figure(match[2])
    if _lost().search(low) and ayes > noes and "for" not in match[0].split():  # `forkastet med 7 stemmer mod 2`
        ayes, noes = noes, ayes
    return {"for": ayes, "against": noes}


def _side(side: Side, low: str) -> int | None:
    match = next((m for pattern in _one(side) if (m := pattern.search(low))), None)
    return _figure(match[1]) if match else None


def _figure(word: str) -> int:
    word = word.replace(".", "")
    return int(word) if word.isdigit() else int(lexicon("decisions")["votes"]["numbers"][word])


def _number() -> str:
    spelt = "|".join(sorted(lexicon("decisions")["votes"]["numbers"], key=len, reverse=True))
    return rf"(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|{spelt})"


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    number = _number()
    return (
        re.compile(
            rf"\b(?:med\s+)?{number}\s+(?:ja-)?stemmer\s+(?:for\s+)?(?:i?mod|og)\s+{number}\b(?!\s+(?:blank|undlod))"
        ),
        re.compile(rf"\b{number}\s+i?mod\s+{number}\s+stemmer?\b"),
        re.compile(rf"\bfor\b\s+(?:[\wæøå]+\s+)?stemte\s+{number}\b,?\s+(?:og\s+)?i?mod\s+(?:stemte\s+)?{number}\b"),
        re.compile(
            r"(?:\(|\b(?:stemmer|stemmerne|stemmetal(?:let|lene)?|vedtaget|forkastet|godkendt|faldt|afstemning(?:en)?)"
            r"\D{0,25}?\b)(\d{1,3})\s*[-–]\s*(\d{1,3})\b(?!\s*(?:år|kr|\.\s*[\da-zæøå]))"
        ),
    )


@cache
def _one(side: Side) -> tuple[re.Pattern[str], ...]:
    """`4 (Bo, Lis) stemte for`, `for: 4`, `imod stemte 2`, `for forslaget stemte Ø (2 stemmer)`."""
    number, given = _number(), phrases("decisions", "votes", side)
    opens = rf"\b{given}\s+(?:[\wæøå]+\s+)?stemte\s"
    return (
        re.compile(
            rf"\b{number}\s+(?:\([^()]*\)\s+)?(?:medlemmer\s+|stemmer\s+|personer\s+|af\s+\w+\s+)?"
            rf"(?:der\s+)?(?:stemte\s+|stemmer\s+|var\s+)?{given}(?![\wæøå])"
        ),
        re.compile(rf"(?<![\wæøå]){given}\s*(?:stemte|stemmer|:)\s*{number}\b"),
        re.compile(rf"{opens}[^.;]{{1,60}}?\({number}\s+stemmer?\)"),
        re.compile(rf"{opens}{number}\b"),
        *((re.compile(rf"\bstem\w*\b.*\bi?mod\s+{number}\b(?!\s+(?:mod|stk|kr))"),) if side == "against" else ()),
    )


@cache
def _carried() -> re.Pattern[str]:
    elected = "valgt|genvalgt|nyvalgt|valgtes|genvalgtes|vedtaget|godkendt"
    return re.compile(rf"\b(?:{elected})\s+(?:[\wæøå.]+\s+){{0,4}}?med\s+{_number()}\s+stemmer\b(?!\s+(?:i?mod|for))")


@cache
def _about_votes() -> re.Pattern[str]:
    """What tells that figures are votes: `godkendte 3 for sent indkomne ansøgninger` has none of it."""
    return re.compile(r"\bstem|\bi?mod\b|\bafstemning|\bja\b|\bnej\b|\d\s*[-–]\s*\d|\bblank|\bundlod|\bhverken")


@cache
def _lost() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'votes', 'lost')}(?![\wæøå])")


@cache
def _abstained() -> re.Pattern[str]:
    abstains = phrases("decisions", "votes", "abstain")
    return re.compile(
        rf"(?:[;,.]|\b(?:idet|mens|medens|og))\s+(?P<who>[A-ZÆØÅ][^;:.()]{{0,60}}?)\s+{abstains}(?![\wæøå])"
    )
