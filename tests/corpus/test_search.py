"""What people type, what it finds, in which order and why."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analyser.corpus import open_corpus
from analyser.corpus.keeping import keep
from analyser.corpus.migrating import versions
from analyser.corpus.search import danish_order, fits, fts_query, tiers, typed, words
from analyser.corpus.store import connect, transaction
from analyser.corpus.vocabulary import forget, terms_of
from tests.corpus.invented import invented_minutes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("indbrud", ["indbrud"]),
        ("Vold FAMILIE", ["vold", "familie"]),
        ('"vold i familien" børn', ['"vold i familien"', "børn"]),
        ("indbr*", ["indbr*"]),
        ("MED-udvalg", ["med", "udvalg"]),
        ("a OR b NOT c", ["a", "or", "b", "not", "c"]),
        ("NEAR(x y, 3)", ["near", "x", "y", "3"]),
        ("topic:skole", ["topic", "skole"]),
        ('skæv" citat', ["skæv", "citat"]),
        ("cafe\u0301", ["café"]),
        ("*", []),
        ('""', []),
        ("  _", []),
    ],
)
def test_typed(text: str, read: list[str]) -> None:
    shown = [f'"{" ".join(t.words)}"' if t.quoted else t.words[0] + "*" * t.begun for t in typed(text)]
    assert shown == read


TEXTS = {
    "villaindbrud": "Der var et villaindbrud i maj.",
    "indbrud": "Der var indbrud i maj.",
    "indbruddene": "Han nævnte indbruddene i maj.",
    "indbrudsforebyggelse": "Karla orienterede om indbrudsforebyggelse.",
    "retning": "I hvilken retning går det, spurgte hun.",
    "retten": "Sagen er for retten.",
    "bilag": "Se bilag 2 om årets gang.",
    "biler": "Der holder to biler.",
    "vold": "Vold i familien er ikke set.",
    "skole": "Den nye skole er åben.",
    "folkeskolen": "Folkeskolen og skolebestyrelsen er hørt.",
    "tal": "Antallet er 112.",
}


def store_of(path: Path, texts: list[str]) -> Path:
    """Make a store in which each text is what somebody said."""
    connection = connect(path, write=True)
    for number, text in enumerate(texts):
        record = invented_minutes(1 + number, sha256=f"{number}")
        whole = {"span": (0, len(text)), "extent": (0, len(text)), "topic": None, "item": None}
        said = record.statements[2].model_copy(update=whole)
        update = {"text": text, "statements": (said,), "decisions": (), "actions": (), "participants": (), "items": ()}
        keep(connection, f"/arkiv/{number}.txt", record.model_copy(update=update))
    connection.close()
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("search") / "arkiv.db", list(TEXTS.values()))


@pytest.fixture(scope="module")
def searched(archive: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(archive)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("asked", "found"),  # a bar parts those that rank alike from those behind them
    [
        ("indbrud", "indbrud | indbruddene | villaindbrud indbrudsforebyggelse"),
        ("indbruddet", "indbrud indbruddene | villaindbrud indbrudsforebyggelse"),
        ("indbruddene", "indbruddene | indbrud | villaindbrud indbrudsforebyggelse"),
        ("INDBRUD maj", "indbrud | indbruddene | villaindbrud"),
        ("indbr*", "indbrud indbruddene indbrudsforebyggelse"),
        ("skole", "skole | folkeskolen"),
        ("skolerne", "skole | folkeskolen"),
        ("ret", "retten"),
        ("bil", "biler"),
        ('"bil"', ""),
        ('"i familien"', "vold"),
        ('"familien i"', ""),
        ("familien i", "vold"),
        ("år", "bilag"),
        ("ar", ""),
        ("112", "tal"),
        ("2", "bilag"),
        ("11", ""),
    ],
)
def test_what_is_found_and_in_which_order(archive: Path, asked: str, found: str) -> None:
    with open_corpus(archive) as corpus:
        quotes = list(corpus.statements(on=asked)["quote"])
    names = {text: name for name, text in TEXTS.items()}
    for tier in found.split(" | "):
        alike = [quotes.pop(0) for _ in tier.split()]
        assert sorted(names[quote] for quote in alike) == sorted(tier.split())
    assert quotes == []


@pytest.mark.parametrize(
    ("asked", "quote", "why"),
    [
        ("indbrud", "villaindbrud", "villaindbrud (compound)"),
        ("indbrud maj", "indbruddene", "maj (exact), indbruddene (inflection)"),
        ("skole", "folkeskolen", "folkeskolen (compound), skolebestyrelsen (compound)"),
        ("indbrudsf*", "indbrudsforebyggelse", "indbrudsforebyggelse (beginning)"),
        ('"vold i"', "vold", "vold (exact), i (exact)"),
    ],
)
def test_a_row_says_why_it_matched(archive: Path, asked: str, quote: str, why: str) -> None:
    with open_corpus(archive) as corpus:
        frame = corpus.statements(on=asked).set_index("quote")
    assert frame.loc[TEXTS[quote], "matched"] == why


def test_a_store_of_before_learns_its_words(store: Path) -> None:
    connection = connect(store, write=True)
    before = connection.execute("SELECT word, stem FROM words ORDER BY word").fetchall()
    connection.executescript("DROP TABLE words;" + versions()[2][1])
    assert connection.execute("SELECT word, stem FROM words ORDER BY word").fetchall() == before
    assert ("cykelstien", "cykelsti") in [tuple(row) for row in before]
    connection.close()


def test_words_of_what_is_gone_are_forgotten(writing: sqlite3.Connection) -> None:
    with transaction(writing):
        writing.execute("DELETE FROM statements")
        forget(writing)
    left = {row["word"] for row in writing.execute("SELECT word FROM words")}
    assert "trivselsrådet" in left
    assert "indbrudsforebyggelse" not in left


def test_any_program_can_search_the_store(store: Path) -> None:
    connection = sqlite3.connect(store)  # with no function of ours
    found = connection.execute("SELECT count(*) FROM statements_index WHERE statements_index MATCH 'cykelstien'")
    assert found.fetchone() == (2,)
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall():
        connection.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchall()
    connection.close()


@given(st.text())
@example('"' * 99)
@example("ord " * 5000)
@example("\x00indbrud\x00")
@example("ⅷ ª ٣ 𐞁 𞤀 a\u0300 İ ß ŉ")
@settings(deadline=None)
def test_no_text_breaks_the_query(searched: sqlite3.Connection, asked: str) -> None:
    if terms := terms_of(searched, asked):
        sql = "SELECT count(*) FROM statements_index WHERE statements_index MATCH ?"
        for query in (fts_query(terms), *tiers(terms)):
            searched.execute(sql, (query,)).fetchone()


@given(st.sampled_from(list(TEXTS.values())), st.data())
@settings(deadline=None)
def test_any_word_and_any_beginning_finds_its_text(
    searched: sqlite3.Connection, text: str, data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(words(text)))
    begun = word[: data.draw(st.integers(1, len(word)))]
    for asked in (f"  «{word.upper()}» ", f"{begun}*"):
        rows = searched.execute(
            "SELECT quote FROM statements JOIN statements_index ON statements_index.rowid = key"
            " WHERE statements_index MATCH ?",
            (fts_query(terms_of(searched, asked)),),
        )
        assert text in [row[0] for row in rows]


@pytest.mark.parametrize(
    ("name", "query", "fit"),
    [
        ("Jens Ole Tornby", "tornby", True),
        ("Jens Ole Tornby", "ole t", True),
        ("Jens Ole Tornby", "TORN JENS", True),
        ("Jens Ole Tornby", "by", False),
        ("Jens Ole Tornby", "jens jens", False),
        ("Anna Andersen", "an an", True),
        ("Else-Marie Kås", "marie kå", True),
        ("Else-Marie Kås", "ka", False),
        (None, "jens", False),
        ("Jens", "", False),
    ],
)
def test_fits(name: str | None, query: str, fit: bool) -> None:
    assert fits(name, query) is fit


def test_danish_order() -> None:
    assert sorted(["Ås", "Ål", "Zeth", "Ørn", "Ærø", "ask"], key=danish_order) == [
        "ask", "Zeth", "Ærø", "Ørn", "Ål", "Ås"
    ]  # fmt: skip
