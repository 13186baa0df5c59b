"""Names overwritten by dots of the same length, and what an import knows of those that were erased before.

A store keeps no erased name, but a keyed hash of it: enough to know the name when a source that still holds it is
analysed anew, and to overwrite it there as `analyser.corpus.erasing` did.
"""

import hashlib
import json
import re
import secrets
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from analyser.language.names import is_title_word
from analyser.minutes import Minutes

DOT = "\N{BULLET}"

WORD = re.compile(r"[^\W\d_]+")


class Redactor:
    """Overwrites names in a text: those of several words however they are written, single words as they are given."""

    def __init__(self, full: Collection[str], words: Collection[str] = ()) -> None:
        self.full = frozenset(name for name in full if len(WORD.findall(name)) > 1)
        self.words = frozenset(words)
        ordered = sorted(self.full, key=len, reverse=True)
        names = "|".join(r"[\W_]+".join(map(re.escape, WORD.findall(name))) for name in ordered)
        single = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        self._names = re.compile(rf"(?<![^\W\d_])(?:{names})(?=s?(?![^\W\d_]))", re.IGNORECASE) if names else None
        self._single = re.compile(rf"(?<![^\W\d_])(?:{single})(?=[sS]?(?![^\W\d_]))") if single else None
        self._pieces = [WORD.findall(name)[-1].casefold() for name in ordered]

    def and_also(self, full: Collection[str], words: Collection[str]) -> "Redactor":
        """Give one that overwrites more."""
        return Redactor(self.full | set(full), self.words | set(words))

    def may_stand_in(self, text: str) -> bool:
        """Tell whether a text may hold any of the names; quickly, and no too seldom."""
        low = text.casefold()
        return any(piece in low for piece in self._pieces) or any(word in text for word in self.words)

    def __call__(self, text: str) -> str:
        """Give the text with dots for the letters of each name."""
        text = self._names.sub(_dots, text) if self._names else text
        return self._single.sub(_dots, text) if self._single else text


def writings(record: Any, participant: str) -> tuple[set[str], set[str]]:  # noqa: ANN401
    """Give how somebody on the roster of a record (as JSON) is named in it: in full; by single words and initials."""
    (line,) = (one for one in record["participants"] if one["id"] == participant)
    others = (one["name"] for one in record["participants"] if one["id"] != participant)
    borne = {word.casefold() for name in others for word in WORD.findall(name)}
    linked = [
        mention["text"]
        for mention in record["mentions"]
        if mention["participant"] == participant and mention["method"] in ("exact", "partial", "fuzzy", "initials")
    ]
    named = [word for text in linked for word in WORD.findall(text) if not is_title_word(word)]
    words = {word for word in (*WORD.findall(line["name"]), *named) if len(word) > 1 and word[0].isupper()}
    words = {word for word in words if word.casefold() not in borne}
    words |= {word.upper() for word in words} | ({line["initials"]} if line["initials"] else set())
    return {name for name in (line["name"], *linked) if len(WORD.findall(name)) > 1}, words


def redacted(value: Any, redact: Callable[[str], str]) -> Any:  # noqa: ANN401
    """Give a record in which every text is overwritten, those with a place as their place has it now."""
    text = redact(value["text"])

    def walk(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, str):
            return redact(value)
        if isinstance(value, list):
            return [walk(one) for one in value]
        if isinstance(value, dict):
            made = {key: walk(one) for key, one in value.items()}
            if isinstance(value.get("span"), list) and isinstance(value.get("text"), str):
                start, end = value["span"]
                if end - start == len(value["text"]):
                    made["text"] = text[start:end]
            return made
        return value

    return {**walk(value), "text": text}


@dataclass(frozen=True)
class Erased:
    """The names that were erased from a store, as hashes."""

    digests: frozenset[str]
    lengths: frozenset[int]
    salt: bytes

    def named_in(self, text: str) -> set[str]:
        """Give the names of these that stand in a text, as it writes them."""
        words = list(WORD.finditer(text))
        joined = [_is_between(text[one.end() : other.start()]) for one, other in pairwise(words)]
        found = set()
        for length in self.lengths:
            for first in range(len(words) - length + 1):
                if all(joined[first : first + length - 1]):
                    run = [word[0].casefold() for word in words[first : first + length]]
                    for last in {run[-1], run[-1].removesuffix("s")}:
                        if _digest([*run[:-1], last], self.salt) in self.digests:
                            end = words[first + length - 1].start() + len(last)
                            found.add(text[words[first].start() : end])
        return found

    def is_of(self, name: str) -> bool:
        """Tell whether a name, as a whole, is one of these."""
        words = [word.casefold() for word in WORD.findall(name)]
        return len(words) in self.lengths and _digest(words, self.salt) in self.digests


def remember(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Note that these names were erased; within the transaction that overwrites them."""
    row = connection.execute("SELECT salt FROM erased LIMIT 1").fetchone()
    salt = str(row[0]) if row else secrets.token_hex(32)
    for name in names:
        words = [word.casefold() for word in WORD.findall(name)]
        if len(words) > 1:  # a lone name is many people's
            connection.execute(
                "INSERT INTO erased (digest, words, salt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (_digest(words, bytes.fromhex(salt)), len(words), salt),
            )


def erased_of(connection: sqlite3.Connection) -> Erased | None:
    """Give what was erased from a store; None for nothing."""
    rows = connection.execute("SELECT digest, words, salt FROM erased").fetchall()
    if not rows:
        return None
    lengths = frozenset(int(row["words"]) for row in rows)
    return Erased(frozenset(row["digest"] for row in rows), lengths, bytes.fromhex(rows[0]["salt"]))


def without_erased(minutes: Minutes, erased: Erased) -> Minutes:
    """Give a record in which the names that were erased are overwritten, as erasing them from it would."""
    rostered = [person for person in minutes.participants if erased.is_of(person.name)]
    names = erased.named_in(minutes.text) | {person.name for person in rostered}
    if not names:
        return minutes
    record = json.loads(minutes.to_json())
    redactor = Redactor(names)
    for person in rostered:
        redactor = redactor.and_also(*writings(record, person.id))
    return Minutes.from_json(json.dumps(redacted(record, redactor), ensure_ascii=False))


def _digest(words: Iterable[str], salt: bytes) -> str:
    return hashlib.blake2b(" ".join(words).encode(), key=salt, digest_size=16).hexdigest()


def _is_between(text: str) -> bool:
    """Tell whether what stands between two words can stand within a name, as `Redactor` has it."""
    return not any(character.isdigit() for character in text)


def _dots(found: re.Match[str]) -> str:
    return WORD.sub(lambda word: DOT * len(word[0]), found[0])
