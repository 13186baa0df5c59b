"""The words of a store: which of them are forms of a word, or compounds that hold it.

The search index (FTS5) holds the words as they stand, so that any program can read it; what is Danish happens here,
before the search: a word that was typed becomes the words of the store that answer it.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache

from analyser.corpus.search import How, Term, Typed, typed, words
from analyser.language.compounds import SHORTEST, holds
from analyser.language.inflections import inflected, stem

MOST_FORMS = 300
"""Words that answer one that was typed, the shortest first; more would only slow the search down."""

# endings of a form that stands in no compound: `skolen`, `skolerne`
_DEFINITE = ("en", "ens", "et", "ets", "ene", "enes", "erne", "ernes")


def learn(connection: sqlite3.Connection, texts: Iterable[str | None]) -> None:
    """Add the words of texts to the store's; within the transaction that adds the texts."""
    found = {word.lower() for text in texts if text for word in words(text)}
    connection.executemany(
        "INSERT INTO words (word, stem) VALUES (?, ?) ON CONFLICT DO NOTHING",
        ((word, stem(word)) for word in sorted(found)),
    )


def forget(connection: sqlite3.Connection) -> None:
    """Take away words that no fact holds any longer; within the transaction that took the facts away."""
    tables = ("statements_index", "decisions_index", "actions_index")
    for table in tables:
        connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab('main', '{table}', 'row')")
    left = " UNION ".join(f"SELECT term FROM temp.{table}_words" for table in tables)
    connection.execute(f"DELETE FROM words WHERE word NOT IN ({left})")
    for table in tables:
        connection.execute(f"DROP TABLE temp.{table}_words")


def terms_of(connection: sqlite3.Connection, text: str) -> list[Term]:
    """Give what a person typed as terms; none where it holds no word."""
    return [Term(one, _answering(connection, one)) for one in typed(text)]


def _answering(connection: sqlite3.Connection, one: Typed) -> dict[str, How]:
    if one.quoted:
        return {}  # its words, and no others
    return {one.words[0]: "beginning"} if one.begun else _forms(connection, one.words[0])


def _forms(connection: sqlite3.Connection, word: str) -> dict[str, How]:
    """Give the words of the store that answer one: itself, its forms, compounds that hold it."""
    forms: dict[str, How] = {word: "exact"}
    if not word.isalpha():
        return forms

    @cache
    def is_word(part: str) -> bool:
        return connection.execute("SELECT 1 FROM words WHERE word = ?", (part,)).fetchone() is not None

    for (other,) in connection.execute("SELECT word FROM words WHERE stem = ?", (stem(word),)):
        if inflected(word, other, is_word):
            forms.setdefault(other, "inflection")
    parts = _in_compounds(word, list(forms))
    asked = " OR ".join(f'"{part}"' for part in parts)
    rows = connection.execute("SELECT word FROM words_index WHERE words_index MATCH ?", (asked,)) if asked else ()
    for other in sorted((other for (other,) in rows), key=lambda other: (len(other), other)):
        if len(forms) >= MOST_FORMS:
            break
        if other not in forms and any(part in other and holds(other, part, is_word) for part in parts):
            forms[other] = "compound"
    return forms


def _in_compounds(word: str, forms: list[str]) -> list[str]:
    """Give a word as it may stand in compounds: as it was typed, and without the ending of a definite form."""
    parts = {word, min(forms, key=len)}
    if min(forms, key=len) == word:
        for base in (word.removesuffix(ending) for ending in _DEFINITE if word.endswith(ending)):
            parts |= {part for part in (base, base[:-1], f"{base}e") if inflected(part, word)}
    return sorted(part for part in parts if len(part) >= SHORTEST)
