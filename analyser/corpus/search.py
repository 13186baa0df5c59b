"""Free text to a query: what a person types is words to look for, never syntax."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

MOST_WORDS = 32
"""Words of a query beyond this are passed over: they narrow nothing more, and FTS5 bounds its expressions."""

How = Literal["exact", "inflection", "compound", "beginning"]

HOWS: tuple[How, ...] = ("exact", "inflection", "compound", "beginning")
"""How a word can answer what was typed, the best first."""

_WORD = re.compile(r"[^\W_]+")
_TYPED = re.compile(r"([^\W_]+)(\*?)")
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Typed:
    """A word that was typed, or a phrase: several that must stand together.

    Attributes:
        words: in NFC and lower case.
        quoted: stood in double quotes: these words and no others.
        begun: a star stood behind it: every word that begins so.
    """

    words: tuple[str, ...]
    quoted: bool = False
    begun: bool = False


@dataclass(frozen=True)
class Term:
    """A word or phrase that was typed, with the words that answer it and how each does."""

    typed: Typed
    forms: Mapping[str, How]

    def query(self, *hows: How) -> str | None:
        """Give the FTS5 query for the words that answer in one of these ways; None where none does."""
        if self.typed.quoted:
            return f'"{" ".join(self.typed.words)}"'
        if self.typed.begun:
            return f'"{self.typed.words[0]}"*'
        return " OR ".join(f'"{word}"' for word, how in self.forms.items() if how in hows) or None

    def how(self, word: str) -> How | None:
        """Tell how a word in lower case answers; None where it does not."""
        if self.typed.quoted:
            return "exact" if word in self.typed.words else None
        if self.typed.begun:
            return "beginning" if word.startswith(self.typed.words) else None
        return self.forms.get(word)


def words(text: str) -> list[str]:
    """Split text into words in NFC: runs of letters and digits."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def typed(text: str) -> list[Typed]:
    """Read what a person typed: words, phrases in double quotes, words with a star behind them (`indbr*`)."""
    text = unicodedata.normalize("NFC", text).lower()
    phrases = (Typed(tuple(words(quoted)), quoted=True) for quoted in _QUOTED.findall(text))
    single = (Typed((word,), begun=bool(star)) for word, star in _TYPED.findall(_QUOTED.sub(" ", text)))
    left, found = MOST_WORDS, []
    for one in chain(phrases, single):
        if one.words and len(one.words) <= left:
            found.append(one)
            left -= len(one.words)
    return found


def fts_query(terms: Sequence[Term]) -> str:
    """Turn terms into an FTS5 query: each must be answered. No word works as an operator, since each is quoted."""
    return " AND ".join(f"({term.query(*HOWS)})" for term in terms)


def tiers(terms: Sequence[Term]) -> list[str]:
    """Give the FTS5 queries by which answers rank: one that fits fewer of them comes behind one that fits more."""
    queries = []
    for term in terms:
        if not (term.typed.quoted or term.typed.begun):
            worst = max(HOWS.index(how) for how in term.forms.values())
            steps = (term.query(*HOWS[:tier]) for tier in range(1, worst + 1))
            queries += [query for query in dict.fromkeys(steps) if query]
    return queries


def why(text: str, terms: Sequence[Term]) -> str:
    """Say which words of a text in NFC answer, and how, the best first: `indbrud (exact), villaindbrud (compound)`."""
    said: dict[str, How] = {}
    for word in dict.fromkeys(_WORD.findall(text.lower())):
        if hows := [how for term in terms if (how := term.how(word))]:
            said[word] = min(hows, key=HOWS.index)
    return ", ".join(f"{word} ({how})" for word, how in sorted(said.items(), key=lambda item: HOWS.index(item[1])))


def fits(name: str | None, query: str) -> bool:
    """Tell whether each word of the query begins a word of the name (`ole t` fits `Jens Ole Tornby`).

    Words of the query need not stand in order, but no two of them may begin the same word of the name.
    """
    left = [word.casefold() for word in words(name or "")]
    wanted = sorted((word.casefold() for word in words(query)), key=len, reverse=True)
    for word in wanted:
        begun = min((other for other in left if other.startswith(word)), key=len, default=None)
        if begun is None:
            return False
        left.remove(begun)
    return bool(wanted)


def name_key(name: str | None) -> str:
    """Give what two writings of one name share: case and white space do not tell names apart."""
    return " ".join((name or "").casefold().split())


def danish_order(name: str) -> str:
    """Give a sort key for Danish: æ, ø and å come after z, in this order."""
    return name.casefold().translate(_AFTER_Z)


_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
