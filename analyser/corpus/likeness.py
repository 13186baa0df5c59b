"""How likely two appearances are one person: a score that can be taken apart.

Each comparison gives points, positive where it speaks for one person, and the score is their sum, as in probabilistic
record linkage (Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969; Splink lays its match weights out in
the same way). The points are chosen, not learnt from pairs that somebody judged: they are set so that no difference in
how a name is written, and no gap in time, is ever overcome without a person's decision.

| comparison | points |
|---|---|
| name | 6 the same, 3 the same but common, 4 one has more middle names, 1 `K.` for `Karen`, 1 a near spelling |
| organisation | 4 the same, 3 nearly, -4 another |
| body | 2 one shared, -1 none |
| role | 2 one shared, -1 none |
| initials | 2 the same, -3 others |
| time | 1 at most 4 years apart, 0 at most 12, -6 longer |
"""

from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_sort_ratio

from analyser.corpus.appearances import LONGEST_GAP, Appearance

ONE = 12.0
"""Points from which two are put together: the same name and nearly the same organisation, with a body they share."""

DOUBTFUL = 1.0
"""Points from which two are listed for a person to decide."""

COMMON = 4
"""A name that so many organisations have is common: that it is the same says less."""

_NEAR_ORGANISATION = 90.0
_CLOSE_YEARS = 4


@dataclass(frozen=True)
class Reason:
    """What one comparison gave."""

    comparison: str
    seen: str
    points: float


def reasons(a: Appearance, b: Appearance, *, common: bool = False) -> list[Reason]:
    """Compare two appearances; none where their names have nothing in common, which no other likeness makes good.

    Args:
        a: one.
        b: another.
        common: their name, if it is the same, is a common one.
    """
    named = _name(a, b, common)
    if named is None:
        return []
    found = [named, _organisation(a, b)]
    found += [_shared("body", a.bodies, b.bodies, 2, -1), _shared("role", a.roles, b.roles, 2, -1)]
    found += [_shared("initials", a.initials, b.initials, 2, -3), _time(a, b)]
    return [reason for reason in found if reason.points]


def score(found: list[Reason]) -> float:
    """Give the sum of the points; minus infinity where there was nothing to compare."""
    return sum(reason.points for reason in found) if found else float("-inf")


def _name(a: Appearance, b: Appearance, common: bool) -> Reason | None:
    seen = f"{a.name} / {b.name}"
    if a.name_key == b.name_key:
        if len(a.words) < 2:
            return Reason("name", f"{a.name} alone", 1)
        return Reason("name", f"{a.name}, common" if common else a.name, 3 if common else 6)
    if len(a.words) < 2 or len(b.words) < 2:
        return None
    if is_abbreviated(a.words, b.words) or is_abbreviated(b.words, a.words):
        return Reason("name", f"{seen}: abbreviated", 1)
    if (a.words[0], a.words[-1]) == (b.words[0], b.words[-1]):
        fewer, more = sorted((a.words, b.words), key=len)
        if set(fewer) <= set(more):
            return Reason("name", f"{seen}: more middle names", 4)
    if is_near_spelling(a.name_key, b.name_key):
        return Reason("name", f"{seen}: nearly the same", 1)
    return None


def is_abbreviated(short: list[str], long: list[str]) -> bool:
    """Tell whether a name has initials where another has names: `k. holm`, `karen holm`."""
    if short[-1] != long[-1] or len(short) > len(long) or len(short[0]) > 1:
        return False
    return all(len(word) == 1 and other.startswith(word) for word, other in zip(short[:-1], long[:-1], strict=False))


def is_near_spelling(a: str, b: str) -> bool:
    """Tell whether two names differ by one slip of the pen, or two in a long name: `petersen`, `pedersen`."""
    return OSA.distance(a, b) <= (1 if max(len(a), len(b)) < 12 else 2)


def _organisation(a: Appearance, b: Appearance) -> Reason:
    ours, theirs = a.organisation_key, b.organisation_key
    if not ours or not theirs:
        return Reason("organisation", "", 0)
    if ours == theirs:
        return Reason("organisation", a.organisation or ours, 4)
    seen = f"{a.organisation or ours} / {b.organisation or theirs}"
    return Reason("organisation", seen, 3 if token_sort_ratio(ours, theirs) >= _NEAR_ORGANISATION else -4)


def _shared(comparison: str, a: set[str], b: set[str], shared: float, none: float) -> Reason:
    if not a or not b:
        return Reason(comparison, "", 0)
    if both := sorted(a & b):
        return Reason(comparison, both[0], shared)
    return Reason(comparison, f"{min(a)} / {min(b)}", none)


def _time(a: Appearance, b: Appearance) -> Reason:
    if not a.dates or not b.dates:
        return Reason("time", "", 0)
    earlier, later = sorted((a, b), key=lambda one: one.dates[0])
    gap = (date.fromisoformat(later.dates[0]) - date.fromisoformat(earlier.dates[-1])).days / 365.25
    if gap <= _CLOSE_YEARS:
        return Reason("time", f"{later.dates[0]} follows on {earlier.dates[-1]}" if gap > 0 else "at the same time", 1)
    seen = f"{gap:.0f} years between {earlier.dates[-1]} and {later.dates[0]}"
    return Reason("time", seen, 0 if gap <= LONGEST_GAP else -6)
