"""What somebody is away from: this meeting, or another thing: `Per meldte fra til sommerfesten`."""

import re
from functools import cache

from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.lexicon import phrases


def on_other_days(away: str, behind: str) -> bool:
    """Tell whether somebody is away on days that are named: `Ib er på kursus | d. 20.-21.`, `er syg | i uge 29`.

    `Lis har meldt afbud den 5. maj.`
    """
    named = bool(find_dates(behind, reference=ANY_DAY)) or re.match(r"\s*(?:d\.|den)\s*\d", behind) is not None
    return named and re.match(rf"{phrases('rosters', 'movements', 'away_now')}\s", away, re.IGNORECASE) is not None


def from_something_else(behind: str) -> bool:
    """Tell whether somebody is away from another thing than the meeting: `Per meldte fra | til sommerfesten.`"""
    return elsewhere().match(behind) is not None


def of_another_meeting(text: str) -> bool:
    """Tell whether words are on a meeting to come: the item `Næste møde`, `Ib har meldt afbud til næste møde.`"""
    return _other_meeting().search(text) is not None


@cache
def _other_meeting() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('rosters', 'movements', 'other_meetings')}\b", re.IGNORECASE)


@cache
def elsewhere() -> re.Pattern[str]:
    """`… til sommerfesten`, `… op hos kommunen`; not `i mødet`, `til dagens møde`, `i hele Mødet`."""
    own = phrases("rosters", "movements", "own_meeting")
    meeting = r"\w*mødet(?:s\s\w+)?(?!\s+(?:med|hos|om|i|på)\b(?!\s+(?:dag|aften)\b))"
    return re.compile(
        rf"(?:^|(?<=\s))\s*(?:op\s+|ned\s+)?(?:til|i|på|hos|ved)\s+(?!{own}\b|{meeting}\b|\d|kl\b|pkt|punkt|sag)",
        re.IGNORECASE,
    )
