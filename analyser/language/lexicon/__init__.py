"""Danish knowledge as data: one concept a TOML file, commented in Danish terms.

A user's own words are added to it while an analysis asks for that (`using`); else the lexicon is as shipped.
"""

from functools import cache
from typing import Any

from analyser.language.lexicon.alternatives import each, either
from analyser.language.lexicon.checking import LexiconError
from analyser.language.lexicon.in_force import own_in_force, using
from analyser.language.lexicon.merging import merged
from analyser.language.lexicon.own import OwnLexicon, own_lexicon
from analyser.language.lexicon.shipped import shipped

__all__ = [
    "LexiconError",
    "OwnLexicon",
    "affixes",
    "each",
    "either",
    "lexicon",
    "own_in_force",
    "own_lexicon",
    "phrases",
    "using",
    "words",
]


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Give the lexicon file `name` (without `.toml`), a user's words in it; do not change what it gives.

    Raises:
        FileNotFoundError: there is no such file.
    """
    own = own_in_force()
    added = own.files.get(name) if own else None
    return merged(shipped(name), added) if added else shipped(name)


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
    return either(words(name, *keys))
