"""When a predicted fact is the same as an annotated one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from analyser.evaluation.gold import GoldAction, GoldDecision, GoldStatement, where
from analyser.minutes import Actor

REACH = 400
"""How far (code points) a prediction may begin from the head it is paired with."""


class _Spanned(Protocol):
    @property
    def span(self) -> tuple[int, int]: ...


G = TypeVar("G", GoldStatement, GoldDecision, GoldAction)
P = TypeVar("P", bound=_Spanned)


@dataclass(frozen=True)
class Matching(Generic[G, P]):
    """Annotated and predicted facts side by side."""

    pairs: list[tuple[G, P]]
    missed: list[G]
    spurious: list[P]


def normal(text: str | None) -> str:
    """Fold case and turn runs of anything but letters, digits and underscores into one space."""
    return re.sub(r"[^\w]+", " ", unicodedata.normalize("NFC", text or "").casefold()).strip()


def overlap(a: str | None, b: str | None) -> float:
    """Give the F1 of the words of two texts, each word counted as often as it stands."""
    left, right = Counter(normal(a).split()), Counter(normal(b).split())
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def same_actor(gold: str | None, got: Actor | None, names: Mapping[str, str]) -> bool:
    """Tell whether an actor is the annotated one.

    Args:
        gold: a participant's name, `org:NAME`, or None for nobody who can be known.
        got: the predicted actor.
        names: the name of each predicted participant, by id.
    """
    if gold is None:
        return got is None or got.kind == "unknown"
    if got is None:
        return False
    if gold.startswith("org:"):
        wanted = normal(gold.removeprefix("org:"))
        return wanted in (normal(got.name), normal(got.organisation))
    return normal(names.get(got.participant or "") or got.name) == normal(gold)


def match(gold: Sequence[G], got: Sequence[P], text: str) -> Matching[G, P]:
    """Pair facts by place: each head, in order, takes the free prediction that touches it and begins nearest."""
    free = dict(enumerate(got))
    pairs, missed = [], []
    for row in gold:
        start, end = where(text, row)
        touching = [(abs(p.span[0] - start), key) for key, p in free.items() if p.span[0] < end and p.span[1] > start]
        distance, key = min(touching, default=(REACH + 1, -1))
        if distance <= REACH:
            pairs.append((row, free.pop(key)))
        else:
            missed.append(row)
    return Matching(pairs, missed, list(free.values()))
