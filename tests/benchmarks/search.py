"""Frames against the bare SQL behind them, and words against the search index: `python -m tests.benchmarks.search
[MEETINGS] [STORE]`.

The store is that of `tests/benchmarks/grown.py`, with some 60,000 different words. What the bare SQL is says
`tests/benchmarks/bare.py`; both are the best of several, turn and turn about. STORE is kept and used again where it is
there.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence, Sized
from contextlib import closing
from pathlib import Path

from analyser.corpus import Corpus
from analyser.corpus.frames import COLUMNS, MEETINGS
from analyser.corpus.question import VIEWS
from analyser.corpus.search import fts_query
from analyser.corpus.store import connect
from analyser.corpus.vocabulary import terms_of
from tests.benchmarks.grown import grow
from tests.benchmarks.timing import against, line

SEARCHED = ("indbruddene", "villaindbrud", "skole", "ret", "budget cykel", "budgetterne", "findesikke")

_FACTS = ", ".join(f'"{name}"' for name in COLUMNS["statements"])


def report(connection: sqlite3.Connection) -> None:
    """Print a row a question."""
    corpus = Corpus(connection)
    print("| frame | ms | ms of bare SQL | times | rows |\n|---|---|---|---|---|")
    (rare,) = connection.execute(
        "SELECT word FROM words WHERE length(word) > 12 ORDER BY word LIMIT 1 OFFSET 500"
    ).fetchone()
    for asked in (*SEARCHED, rare):
        hits = "SELECT rowid AS key FROM statements_index WHERE statements_index MATCH ? ORDER BY rank"
        sql = f"SELECT {_FACTS}, topic, extent FROM ({hits}) CROSS JOIN who_said USING (key)"
        # which words of the store hold the letters asked for, then the rows that hold those that answer
        words = [("SELECT word FROM words_index WHERE words_index MATCH ?", (f'"{one}"',)) for one in asked.split()]
        rows = (sql, (fts_query(terms_of(connection, asked)),))
        timed(connection, f"statements(on={asked!r})", lambda asked=asked: corpus.statements(on=asked), [*words, rows])
    said = f"SELECT {_FACTS} FROM who_said"
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} AS f WHERE f.minutes = meetings.key) AS {table}"
        for table in ("participants", *VIEWS)
    )
    meetings = ", ".join(name for name in MEETINGS if name not in ("participants", *VIEWS))
    roster = (
        "SELECT person, count(*), sum(attendance = 'absent'), group_concat(DISTINCT role), group_concat(DISTINCT body),"
        " min(date), max(date) FROM who_was_there GROUP BY 1"
    )
    for name, run, sql in (
        ("statements(since='2024')", lambda: corpus.statements(since="2024"), f"{said} WHERE date >= '2024'"),
        (
            "statements(speaker='tornby')",
            lambda: corpus.statements(speaker="tornby"),
            f"{said} WHERE speaker LIKE '%tornby%'",
        ),
        (
            "statements(speaker='karla rosenvang', since='2020')",
            lambda: corpus.statements(speaker="karla rosenvang", since="2020"),
            f"{said} WHERE speaker = 'Karla Rosenvang' AND date >= '2020'",
        ),
        ("decisions(body='skolebestyrelsen', since='2023')",
         lambda: corpus.decisions(body="skolebestyrelsen", since="2023"),
         "SELECT * FROM who_decides WHERE body LIKE 'Skolebestyrelsen%' AND date >= '2023'"),
        ("meetings()", corpus.meetings, f"SELECT {meetings}, {counts} FROM meetings ORDER BY date DESC"),
        ("people()", corpus.people, roster),
        ("doubtful()", corpus.doubtful, "SELECT * FROM doubtful_pairs ORDER BY score DESC"),
    ):  # fmt: skip
        timed(connection, name, run, [(sql, ())])
    print("\n| words that answer | ms | words |\n|---|---|---|")
    for asked in SEARCHED:
        found, _ = against(lambda asked=asked: terms_of(connection, asked), lambda: None)
        print(f"| {asked} | {found:.2f} | {sum(len(term.forms) for term in terms_of(connection, asked))} |")


def timed(
    connection: sqlite3.Connection, name: str, run: Callable[[], Sized], bare: Sequence[tuple[str, tuple[str, ...]]]
) -> None:
    """Print one frame's times beside those of the SQL behind it."""
    times = against(run, lambda: [connection.execute(sql, given).fetchall() for sql, given in bare], 3)
    line(f"`{name}`", *times, len(run()))


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(given[1] if given[1:] else f"{folder}/grown.db")
        if not path.exists():
            grow(path, int(given[0]) if given else 10_000)
        with closing(connect(path)) as opened:
            counts = [
                opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("statements", "words")
            ]
            print(f"{counts[0]} statements, {counts[1]} words\n")
            report(opened)
