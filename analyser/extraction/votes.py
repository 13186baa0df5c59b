"""Votes as minutes count them: `7 for, 2 imod`, `med 5 stemmer mod 2`."""

import re

from analyser.language.lexicon import lexicon, phrases
from analyser.minutes import Votes


def read_votes(text: str) -> Votes | None:
    """Read votes with figures: `7 for, 2 imod, 1 undlod`; `med 5 stemmer mod 2`; `6-2`."""
    low = text.casefold()
    number = rf"(\d{{1,4}}|{'|'.join(sorted(lexicon('decisions')['votes']['numbers'], key=len, reverse=True))})"
    match = re.search(
        rf"\b(?:med\s+)?{number}\s+(?:ja-)?stemmer\s+(?:for\s+)?(?:i?mod|og)\s+{number}\b", low
    ) or re.search(
        r"\b(?:stemmer|stemmetal(?:let|lene)?|vedtaget|forkastet|afstemning(?:en)?)\D{0,25}?\b(\d{1,3})\s*[-–]\s*(\d{1,3})\b",
        low,
    )
    found: dict[str, int] = {}
    if match:
        found = {"for": _figure(match[1]), "against": _figure(match[2])}
    for kind in ("for", "against", "abstain"):
        if kind in found:
            continue
        given = phrases("decisions", "votes", kind)
        numbered = re.search(
            rf"\b{number}\s+(?:medlemmer\s+|stemmer\s+|personer\s+|af\s+\w+\s+)?(?:stemte\s+|stemmer\s+|var\s+)?{given}(?![\wæøå])",
            low,
        )
        if numbered is None:
            numbered = re.search(rf"(?<![\wæøå]){given}\s*(?:stemte|stemmer|:)\s*{number}\b", low)
        if numbered:
            found[kind] = _figure(numbered[1])
    turned = re.search(rf"\bfor\b\s+(?:[\wæøå]+\s+)?stemte\s+{number}\b", low)
    if turned and "for" not in found:
        found["for"] = _figure(turned[1])
    if "for" not in found and "against" not in found:
        return None
    if not re.search(r"\bstem|\bi?mod\b|\bafstemning|\bja\b|\bnej\b|\d\s*[-–]\s*\d|\bblank", low):
        return None  # `godkendte 3 for sent indkomne ansøgninger`
    if "abstain" not in found and re.search(r"\bingen\s+(?:undlod|blanke)", low):
        found["abstain"] = 0
    return Votes.model_validate(found)


def _figure(word: str) -> int:
    return int(word) if word.isdigit() else int(lexicon("decisions")["votes"]["numbers"][word])


def is_lost(votes: Votes) -> bool:
    """Tell whether a proposal with these votes fell."""
    return (votes.for_ or 0) <= (votes.against or 0)
