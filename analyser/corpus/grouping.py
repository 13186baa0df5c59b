"""Appearances put together into people: which are compared, which become one, and which stay in doubt."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from analyser.corpus.appearances import Appearance
from analyser.corpus.likeness import COMMON, DOUBTFUL, ONE, Reason, reasons, score

LARGEST_BLOCK = 50
"""Appearances of one name in so many organisations are not compared across them: such a name tells nobody apart."""

_FOLDED = str.maketrans({"d": "t", "c": "k", "q": "k", "w": "v", "z": "s", "g": "k", "b": "p"})

Two = tuple[str, str]
"""The ids of two appearances."""


class Pair(NamedTuple):
    """Two appearances, the earlier first, and how likely they are one person."""

    a: Appearance
    b: Appearance
    score: float
    reasons: Sequence[Reason]


class Groups:
    """Appearances put together, none with one that it must stay apart from."""

    def __init__(self, ones: Sequence[Appearance], apart: Iterable[Two]) -> None:
        self._group: dict[str, list[Appearance]] = {}
        for one in ones:
            self._group.setdefault(one.id, []).append(one)  # one id, one person, even were it another's by chance
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def of(self, one: str) -> list[Appearance]:
        """Give all that were put together with an appearance."""
        return self._group[one]

    def are_apart(self, a: str, b: str) -> bool:
        """Tell whether two, or any that they were put together with, must stay apart."""
        ours, theirs = self.of(a), self.of(b)
        if any(two.id in self._apart[one.id] for one in ours for two in theirs):
            return True
        meetings = {minutes for one in ours for minutes, _ in one.lines}
        return any(minutes in meetings for two in theirs for minutes, _ in two.lines)  # on one roster

    def join(self, a: str, b: str) -> None:
        """Put two together, with all that each was put together with."""
        ours, theirs = self.of(a), self.of(b)
        if ours is theirs:
            return
        ours += theirs
        for one in theirs:
            self._group[one.id] = ours

    def all(self) -> list[list[Appearance]]:
        """Give each group once, its earliest appearance first."""
        distinct = {id(group): sorted(group, key=lambda one: one.order) for group in self._group.values()}
        return sorted(distinct.values(), key=lambda group: group[0].order)


def put_together(groups: Groups, together: Iterable[Two], pairs: Iterable[Pair]) -> None:
    """Put together whom somebody decided to be one, then the likeliest pairs first, as long as nothing forbids it."""
    for a, b in together:
        groups.join(a, b)
    for pair in sorted(pairs, key=_likeliest):
        if pair.score >= ONE and not groups.are_apart(pair.a.id, pair.b.id):
            groups.join(pair.a.id, pair.b.id)


def in_doubt(groups: Groups, pairs: Iterable[Pair]) -> Iterator[tuple[str, str, float, str]]:
    """Give the ids of the people who may be one, each two by the appearances of theirs that are most alike."""
    person = {one.id: group[0].id for group in groups.all() for one in group}
    best: dict[Two, Pair] = {}
    for pair in sorted(pairs, key=_likeliest):
        a, b = sorted((person[pair.a.id], person[pair.b.id]))
        if a != b and not groups.are_apart(pair.a.id, pair.b.id):
            best.setdefault((a, b), pair)
    for (a, b), pair in best.items():
        told = [(reason.comparison, reason.seen, reason.points) for reason in pair.reasons]
        yield a, b, pair.score, json.dumps(told, ensure_ascii=False)


def scored(ones: Sequence[Appearance], places: Mapping[str, int]) -> Iterator[Pair]:
    """Compare the appearances that may be one person, and give those that are doubtful at least.

    Only those are compared that share a name, or an organisation and the sound of a name; so the work grows with the
    number of people, not with its square.

    Args:
        ones: to compare with each other.
        places: in how many organisations of the whole store each name (as `name_key` has it) stands.
    """
    named: defaultdict[str, list[Appearance]] = defaultdict(list)
    sounding: defaultdict[tuple[str, str], list[Appearance]] = defaultdict(list)
    for one in ones:
        if places[one.name_key] <= LARGEST_BLOCK:
            named[one.name_key].append(one)
        if (sounds := sound_of(one)) is not None:
            sounding[sounds, one.organisation_key].append(one)
    compared = set()
    for block in [*named.values(), *sounding.values()]:
        for a, b in combinations(sorted(block, key=lambda one: one.order), 2):
            if (a.id, b.id) not in compared:
                compared.add((a.id, b.id))
                found = reasons(a, b, common=places[a.name_key] >= COMMON)
                if score(found) >= DOUBTFUL:
                    yield Pair(a, b, score(found), found)


def places_of(ones: Iterable[Appearance]) -> dict[str, int]:
    """Count the organisations in which each name stands."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in ones:
        found[one.name_key].add(one.organisation_key)
    return {name: len(organisations) for name, organisations in found.items()}


def sound_of(one: Appearance) -> str | None:
    """Give what names share that may be spellings of one; None for a lone name, which is compared by no sound."""
    return f"{one.words[0][0]} {_sound(one.words[-1])}" if len(one.words) > 1 else None


def _sound(word: str) -> str:
    """Give what spellings of a family name share: `Pedersen`, `Petersen`, `Pederson`."""
    folded = re.sub(r"[aeiouyæøåäöh]", "", word[1:].replace("ch", "k").replace("ph", "f").translate(_FOLDED))
    return word[:1].translate(_FOLDED) + re.sub(r"(.)\1+", r"\1", folded)


def _likeliest(pair: Pair) -> tuple[float, tuple[str, str, str, int], tuple[str, str, str, int]]:
    return -pair.score, pair.a.order, pair.b.order
