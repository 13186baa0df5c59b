"""What people type, and what it finds."""

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analyser.corpus.search import danish_order, fits, fts_query, words


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("indbrud", '"indbrud"*'),
        ("vold familie", '"vold"* AND "familie"*'),
        ('"vold i familien" børn', '"vold i familien"* AND "børn"*'),
        ("MED-udvalg", '"MED"* AND "udvalg"*'),
        ("a OR b NOT c", '"a"* AND "OR"* AND "b"* AND "NOT"* AND "c"*'),
        ("NEAR(x y, 3)", '"NEAR"* AND "x"* AND "y"* AND "3"*'),
        ("topic:skole", '"topic"* AND "skole"*'),
        ('skæv" citat', '"skæv"* AND "citat"*'),
        ("cafe\u0301", '"café"*'),
        ("*", None),
        ('""', None),
        ("  ", None),
        ("_", None),
    ],
)
def test_fts_query(typed: str, query: str | None) -> None:
    assert fts_query(typed) == query


TEXTS = ["Karla orienterede om indbrudsforebyggelse.", "Der er indbruddene og årets gang.", "Vold i familien."]


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 0')")
    connection.executemany("INSERT INTO t VALUES (?)", [(text,) for text in TEXTS])
    return connection


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("indbrud", [0, 1]),
        ("INDBRUD", [0, 1]),
        ("forebyggelse", []),
        ("årets", [1]),
        ("arets", []),
        ('"i familien"', [2]),
        ('"familien i"', []),
        ("familien i", [2]),
    ],
)
def test_what_is_found(index: sqlite3.Connection, typed: str, found: list[int]) -> None:
    rows = index.execute("SELECT rowid - 1 FROM t WHERE t MATCH ? ORDER BY 1", (fts_query(typed),))
    assert [row[0] for row in rows] == found


@given(st.text())
@example('"' * 99)
@example("ord " * 5000)
@example("\x00indbrud\x00")
@example("ⅷ ª ٣ 𐞁 𞤀 a\u0300")
def test_no_text_breaks_the_query(index: sqlite3.Connection, typed: str) -> None:
    query = fts_query(typed)
    if query is not None:
        index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchone()


@given(st.sampled_from(TEXTS), st.data())
def test_the_beginning_of_any_word_finds_its_text(index: sqlite3.Connection, text: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words(text)))
    begun = word[: data.draw(st.integers(1, len(word)))]
    rows = index.execute("SELECT x FROM t WHERE t MATCH ?", (fts_query(f"  «{begun}» "),))
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
