"""People's names replaced by pseudonyms, the same one for the same person throughout an export.

Who is a person is read from the store: the rosters, whoever is named as an actor, what was linked to a participant or
to nobody, and what the analysis took for the name of a person; a given name that stands alone is one anyhow. In any
text, runs of words of these names become one pseudonym:
`Karla Rosenvang`, `Karla` and `Rosenvangs` become `Person 7QK2X` (and `Person 7QK2Xs`) where only one person bears
them; a name that several bear has a pseudonym of its own, since it cannot be told who is meant. Initials of rosters and
e-mail addresses go too. A word of a name that is an ordinary word as well (`Skov`) is replaced wherever it is written
with a capital: to hide too much harms nobody.

Pseudonyms hang on a key that is made anew for each export and not kept, so that nobody can work them out from a list
of names. Offsets stay those of the original text.
"""

import hashlib
import hmac
import re
import secrets
import sqlite3
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyser.corpus.search import name_key
from analyser.language.lexicon import words as listed
from analyser.language.names import is_everyday_word, is_given_name, is_title_word, looks_like_name

_WORD = re.compile(r"[^\W\d_]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_INITIAL = r"(?:[A-ZÆØÅ]\.[ \u00a0]?)*"
_BETWEEN = re.compile(rf"(?:[ \u00a0]+|-|\.[ \u00a0]?|[ \u00a0]+{_INITIAL})")
_BEFORE = re.compile(rf"{_INITIAL}$")
_INITIALS = 12
"""Characters before a name in which its initials stand."""

_SHORTEST = 2
"""Letters of a word of a name that is replaced where it stands alone."""

E_MAIL = "[e-mail]"


_LINKED = """
SELECT minutes.key, json_extract(mention.value, '$.participant') AS participant,
       json_extract(mention.value, '$.text') AS text, json_extract(mention.value, '$.method') AS method
FROM minutes, json_each(minutes.record, '$.mentions') AS mention
WHERE participant IS NOT NULL AND method IN ('exact', 'partial', 'fuzzy', 'initials')
"""

_OTHERS = """
SELECT actor_name FROM statements WHERE actor_kind = 'person' AND actor_name IS NOT NULL
UNION SELECT actor_name FROM decisions WHERE actor_kind = 'person' AND actor_name IS NOT NULL
UNION SELECT actor_name FROM actions WHERE actor_kind = 'person' AND actor_name IS NOT NULL
UNION SELECT name FROM corrections WHERE name IS NOT NULL
UNION SELECT json_extract(entity.value, '$.text')
FROM minutes, json_each(minutes.record, '$.entities') AS entity
WHERE json_extract(entity.value, '$.label') = 'PER'
UNION SELECT json_extract(mention.value, '$.text')
FROM minutes, json_each(minutes.record, '$.mentions') AS mention
WHERE json_extract(mention.value, '$.participant') IS NULL
"""
"""Who is named, on a roster or not."""

_SHORT = re.compile(r"[A-ZÆØÅ]{2,4}")
"""Initials of somebody."""

_DEFINITE = ("en", "ens", "et", "ets", "erne", "ernes", "ne")


class Pseudonyms:
    """The pseudonyms of one export.

    Args:
        names: each person's key with a writing of the name; a person may have several.
        initials: each person's key with their initials as they are written.
        key: of the pseudonyms; a new one if None.
    """

    def __init__(
        self,
        names: Sequence[tuple[str, str]],
        initials: Sequence[tuple[str, str]] = (),
        key: bytes | None = None,
    ) -> None:
        self._key = secrets.token_bytes(32) if key is None else key
        self._people = {person for person, _ in names}
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        for person, name in names:
            for word in _WORD.findall(name):
                if _may_name(word):
                    self._bearers[word.casefold()].add(person)
        self._initials: defaultdict[str, set[str]] = defaultdict(set)
        for person, short in initials:
            if len(short) >= _SHORTEST:
                self._initials[short].add(person)

    def __call__(self, text: str) -> str:
        """Give a text in which no name is left that the store knows; a person's key gives their pseudonym."""
        if text in self._people:
            return self.of(text)
        text = _EMAIL.sub(E_MAIL, text)
        out, at = [], 0
        for run in self._runs(text, anyhow=text.startswith("/")):
            start = run.start - len(_initials_before(text, at, run.start))
            who = min(run.people) if len(run.people) == 1 else f"\0{run.words}"
            out += [text[at:start], self.of(who), "s" if run.genitive else ""]
            at = run.end
        return "".join([*out, text[at:]])

    def _runs(self, text: str, *, anyhow: bool) -> Iterator["_Run"]:
        """Give the runs of words of names; `anyhow`: those in lower case are names too, as in a file's path."""
        run: _Run | None = None
        for found in _WORD.finditer(text):
            people, word = self._whose(found[0], anyhow)
            if not people:
                continue
            words, start = word.casefold(), found.start()
            if run:
                if _BETWEEN.fullmatch(text, run.end, start) and (both := run.people & people):
                    people, words, start = both, f"{run.words} {words}", run.start
                else:
                    yield run
            run = _Run(start, found.end(), people, words, genitive=word != found[0])
        if run:
            yield run

    def _whose(self, word: str, anyhow: bool) -> tuple[frozenset[str], str]:
        """Give who can be meant by a word, and the word without a genitive's s; nobody for another word."""
        if word in self._initials:
            return frozenset(self._initials[word]), word
        if anyhow or word[0].isupper():
            for bare in (word, word.removesuffix("s"), word.removesuffix("S")):
                if people := self._bearers.get(bare.casefold()):
                    return frozenset(people), bare
            for bare in (word, word.removesuffix("s")):
                if word[0].isupper() and is_given_name(bare) and not is_everyday_word(bare):
                    return frozenset({bare.casefold()}), bare  # a stranger's
        return frozenset(), word

    def of(self, who: str) -> str:
        """Give the pseudonym of a person's key."""
        digest = hmac.new(self._key, who.encode("utf-8", "replace"), hashlib.sha256).digest()
        return f"Person {b32encode(digest)[:8].decode()}"


@dataclass(frozen=True)
class _Run:
    """Words of a name that stand together: their place, whose they can be, and what they are in lower case."""

    start: int
    end: int
    people: frozenset[str]
    words: str
    genitive: bool


def pseudonyms_of(connection: sqlite3.Connection, key: bytes | None = None) -> Pseudonyms:
    """Make the pseudonyms for the people of a store."""
    names: list[tuple[str, str]] = []
    initials: list[tuple[str, str]] = []
    whose = {}
    for row in connection.execute("SELECT minutes, id, name, initials, person FROM participants"):
        person = whose[row["minutes"], row["id"]] = row["person"] or name_key(row["name"])
        names.append((person, row["name"]))
        initials += [(person, row["initials"])] if row["initials"] else []
    for row in connection.execute(_LINKED):
        if person := whose.get((row["key"], row["participant"])):
            if row["method"] == "initials":
                initials.append((person, row["text"]))
            else:
                names.append((person, _untitled(row["text"])))
    rostered = {word.casefold() for _, name in names for word in _WORD.findall(name)}
    lone = set()
    for (text,) in connection.execute(_OTHERS):
        name = _untitled(text)
        if " " not in name:
            lone.add(name)
        elif not rostered.issuperset(word.casefold() for word in _WORD.findall(name)):
            names.append((name_key(name), name))
    for pair in connection.execute("SELECT a_name, b_name FROM people_decided"):
        names += [(name, name.title()) for name in pair if not rostered.issuperset(_WORD.findall(name))]
    known = {word.casefold() for _, name in names for word in _WORD.findall(name)}
    lone = {word for word in lone if word.casefold() not in known and word.removesuffix("s").casefold() not in known}
    initials += [(word, word) for word in sorted(lone) if _SHORT.fullmatch(word)]
    for word in sorted(_names_among(connection, lone)):
        person = word.removesuffix("s").casefold()
        names += [(person, word), (person, word.removesuffix("s"))]
    return Pseudonyms(names, initials, key)


def _names_among(connection: sqlite3.Connection, lone: set[str]) -> set[str]:
    """Give the single words that are names, of those that were taken for one.

    Given names are. Others are where they look like one, are no title (`Formanden`), and stand nowhere in small
    letters (`Badminton`).
    """
    given = {word for word in lone if is_given_name(word) or is_given_name(word.removesuffix("s"))}
    others = {word for word in lone - given if _may_name(word) and looks_like_name(word) and not _is_title(word)}
    if not others:
        return given
    small = {word.lower(): word for word in others}
    for (text,) in connection.execute("SELECT json_extract(record, '$.text') FROM minutes"):
        for word in small.keys() & set(_WORD.findall(text)):
            others.discard(small[word])
    return given | others


def _is_title(word: str) -> bool:
    return any(is_title_word(word.removesuffix(ending)) for ending in ("", *_DEFINITE))


def _may_name(word: str) -> bool:
    """Tell whether a word of a name names anybody: not `von`, not an initial."""
    return len(word) >= _SHORTEST and word[0].isupper() and word.lower() not in listed("names", "particles")


def _untitled(text: str) -> str:
    """Give a name as the text has it without titles (`Politidirektør Bo`) and without the next column of a roster."""
    return " ".join(word for word in _WORD.findall(re.split(r"[\t\n]", text)[0]) if not is_title_word(word))


def _initials_before(text: str, start: int, end: int) -> str:
    """Give the initials that stand before a name, from `start` on: `H. C. ` before `Lund`."""
    found = _BEFORE.search(text, max(start, end - _INITIALS), end)
    return found[0] if found else ""
