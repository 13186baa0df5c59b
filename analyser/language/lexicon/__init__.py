"""Danish knowledge as data: one concept a TOML file, commented in Danish terms."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Read the lexicon file `name` (without `.toml`); read once a process, so do not change what it gives.

    Raises:
        FileNotFoundError: there is no such file.
    """
    file = resources.files(__package__).joinpath(f"{name}.toml")
    with file.open("rb") as stream:
        return tomllib.load(stream)


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Give one list of a lexicon file as a set: `words("rosters", "remarks", "absent")`."""
    entry: Any = lexicon(name)
    for key in keys:
        entry = entry[key]
    return frozenset(entry)


@cache
def affixes(name: str, *keys: str) -> tuple[str, ...]:
    """Give one list of a lexicon file as what `str.startswith` and `str.endswith` take."""
    return tuple(sorted(words(name, *keys)))


@cache
def phrases(name: str, *keys: str) -> str:
    """Give one list of a lexicon file as a regular-expression alternative, longest first, spaces flexible."""
    ordered = sorted(words(name, *keys), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"
