"""Votes as minutes count them: `7 for, 2 imod`, `med 5 stemmer mod 2`."""

import re
from functools import cache

from analyser.language.lexicon import lexicon, phrases
from analyser.minutes import Votes


def read_votes(text: str) -> Votes | None:
    """Read votes with figures: `7 for, 2 imod, 1 undlod`; `med 5 stemmer mod 2`; `6-2`."""
    low = text.casefold()
    spelt = "|".join(sorted(lexicon("decisions")["votes"]["numbers"], key=len, reverse=True))
    number = rf"(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|{spelt})"
    match = re.search(
        rf"\b(?:med\s+)?{number}\s+(?:ja-)?stemmer\s+(?:for\s+)?(?:i?mod|og)\s+{number}\b", low
    ) or re.search(
        r"(?:\(|\b(?:stemmer|stemmetal(?:let|lene)?|vedtaget|forkastet|afstemning(?:en)?)\D{0,25}?\b)(\d{1,3})\s*[-–]\s*(\d{1,3})\b(?!\s*(?:år|kr|\.))",
        low,
    )
    found: dict[str, int] = {}
    if match:
        found = {"for": _figure(match[1]), "against": _figure(match[2])}
        if _lost().search(low) and found["for"] > found["against"]:  # `forkastet med 7 stemmer mod 2`
            found = {"for": found["against"], "against": found["for"]}
    for kind in ("for", "against", "abstain"):
        if kind in found:
            continue
        given = phrases("decisions", "votes", kind)
        numbered = re.search(
            rf"\b{number}\s+(?:\([^()]*\)\s+)?(?:medlemmer\s+|stemmer\s+|personer\s+|af\s+\w+\s+)?(?:stemte\s+|stemmer\s+|var\s+)?{given}(?![\wæøå])",
            low,
        )
        if numbered is None:
            numbered = re.search(rf"(?<![\wæøå]){given}\s*(?:stemte|stemmer|:)\s*{number}\b", low)
        if numbered:
            found[kind] = _figure(numbered[1])
    turned = re.search(rf"\bfor\b\s+(?:[\wæøå]+\s+)?stemte\s+{number}\b(?:,?\s+(?:og\s+)?i?mod\s+{number}\b)?", low)
    if turned and "for" not in found:
        found["for"] = _figure(turned[1])
        found |= {"against": _figure(turned[2])} if turned[2] and "against" not in found else {}
    if "for" not in found and "against" not in found:
        return None
    if not re.search(r"\bstem|\bi?mod\b|\bafstemning|\bja\b|\bnej\b|\d\s*[-–]\s*\d|\bblank", low):
        return None  # `godkendte 3 for sent indkomne ansøgninger`
    if "abstain" not in found and re.search(r"\bingen\s+(?:undlod|blanke)", low):
        found["abstain"] = 0
    if "abstain" not in found and (abstained := _abstained().search(text)):  # `idet Lis Bo og Ib Holm undlod at stemme`
        found["abstain"] = len(re.split(r",\s+|\s+(?:og|samt)\s+", abstained["who"]))
    return Votes.model_validate(found)


def _figure(word: str) -> int:
    word = word.replace(".", "")
    return int(word) if word.isdigit() else int(lexicon("decisions")["votes"]["numbers"][word])


@cache
def _lost() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'votes', 'lost')}(?![\wæøå])")


@cache
def _abstained() -> re.Pattern[str]:
    abstains = phrases("decisions", "votes", "abstain")
    return re.compile(
        rf"(?:[;,.]|\b(?:idet|mens|medens|og))\s+(?P<who>[A-ZÆØÅ][^;:.()]{{0,60}}?)\s+{abstains}(?![\wæøå])"
    )


def is_lost(votes: Votes) -> bool:
    """Tell whether a proposal with these votes fell."""
    return (votes.for_ or 0) <= (votes.against or 0)
