"""Phrases as regular-expression alternatives."""

import re
from collections.abc import Iterable, Sequence

_STEP = re.compile(r"\\s\+|\\.|.", re.DOTALL)


def each(phrases: Iterable[str]) -> list[str]:
    """Give each phrase as a regular expression, the longest first, spaces flexible."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return [re.escape(p).replace(r"\ ", r"\s+") for p in ordered]


def either(phrases: Iterable[str]) -> str:
    """Give phrases as one alternative, the longest first, spaces flexible.

    Those that begin alike share their beginning: `kl`, `klokken` and `ved` give `(?:kl(?:okken|)|ved)`. The engine
    tries alternatives one by one wherever it looks, so it has fewer to try.
    """
    return f"(?:{_tree([tuple(_STEP.findall(p)) for p in each(phrases)])})"


def _tree(phrases: Sequence[tuple[str, ...]]) -> str:
    """Give what matches the first of some phrases that fits, each phrase in steps."""
    tails: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for phrase in phrases:
        tails.setdefault(phrase[:1], []).append(phrase[1:])
    branches = ["".join(head) + (_tree(rest) if head else "") for head, rest in tails.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
