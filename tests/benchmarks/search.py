"""Search and the queries against the bare SQL behind them, in a store of 10,000 meetings and 200,000 statements.

    python -m tests.benchmarks.search [MEETINGS]

The statements are made of invented compounds, so that the store has some 60,000 different words. Each query is timed
five times with its baseline between; the least times are given. The baseline of a search is FTS5 asked for the same
words of the store, already known; that of a question without words is its `SELECT` with nothing made of the rows.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from analyser.corpus import Corpus
from analyser.corpus.question import Kind, Question, condition, order
from analyser.corpus.search import fts_query
from analyser.corpus.store import connect, transaction
from analyser.corpus.vocabulary import learn, terms_of
from analyser.language.lexicon import words

STATEMENTS = 20
"""Statements of a meeting."""

REPEATS = 5

FIRST, LAST = ("Karla", "Jens", "Mie", "Ulrik", "Birthe", "Villads"), ("Rosenvang", "Tornby", "Fjordager", "Vibholm")
BODIES = [f"{body} {place}" for body in ("Kredsrådet", "Ældrerådet") for place in ("Nørreå", "Solbjerg", "Engsø")]


def grow(connection: sqlite3.Connection, meetings: int) -> None:
    """Lay invented meetings straight into the tables."""
    chance = random.Random(6)
    parts = sorted(words("compounds", "parts"))
    said = [
        f"{one}{chance.choice(('', 's'))}{two}{end}" for one in parts for two in parts for end in ("", "en", "erne")
    ]
    said += [f"{word}{end}" for word in ("indbrud", "villaindbrud", "budget") for end in ("", "det", "dene")] * 400
    plain = sorted(words("adverbs", "skipped"))
    with transaction(connection):
        for number in range(meetings):
            day = f"{1985 + number % 40}-{1 + number % 12:02}-{1 + number % 28:02}"
            connection.execute(
                "INSERT INTO minutes (key, sha256, part, analyser, asked_model, model, body, date, record)"
                " VALUES (?, ?, 1, '0', '', '', ?, ?, '{}')",
                (number, str(number), BODIES[number % len(BODIES)], day),
            )
            connection.execute("INSERT INTO files (path) VALUES (?)", (f"/arkiv/{number}.txt",))
            connection.execute("INSERT INTO holdings VALUES (?, 1, ?)", (f"/arkiv/{number}.txt", number))
            for n in range(STATEMENTS):
                who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
                topic = " og ".join(chance.sample(said, 2))
                text = (
                    f"{who} orienterede om {topic}. {' '.join(chance.choices(said, k=6) + chance.choices(plain, k=6))}."
                )
                connection.execute(
                    'INSERT INTO statements (minutes, id, actor_kind, actor_name, act, topic, start, "end", quote,'
                    " extent_start, extent_end, extent) VALUES (?, ?, 'person', ?, 'report', ?, 0, 9, ?, 0, 9, ?)",
                    (number, f"s{n}", who, topic, text, text),
                )
        rows = connection.execute("SELECT extent FROM statements")
        learn(connection, (row[0] for row in rows))


def timed(run: Callable[[], object], baseline: Callable[[], object]) -> tuple[float, float]:
    """Give the least time of each in milliseconds, the one run after the other."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for what, into in zip((run, baseline), times, strict=True):
            begin = perf_counter()
            what()
            into.append((perf_counter() - begin) * 1000)
    return min(times[0]), min(times[1])


def report(connection: sqlite3.Connection) -> None:
    """Print a line a query."""
    corpus = Corpus(connection)
    print(f"{'':34}{'ms':>9}{'bare SQL':>10}{'times':>7}{'rows':>8}")
    for asked in ("indbrud", "indbruddene", "skole", "ret", "mål", "by", "budget cykel", "kommuneplan", "findesikke"):
        query = fts_query(terms_of(connection, asked))
        kind: Kind = "statements"

        def page(asked: str = asked, kind: Kind = kind) -> object:
            question = Question(on=asked)
            where, parameters = condition(connection, kind, question)
            sql = f"SELECT who_said.* {where} {order(kind, question)} LIMIT 25"
            return connection.execute(sql, parameters).fetchall()

        def bare(query: str = query) -> object:
            sql = "SELECT rowid FROM statements_index WHERE statements_index MATCH ? ORDER BY rank LIMIT 25"
            return connection.execute(sql, (query,)).fetchall()

        rows = connection.execute("SELECT count(*) FROM statements_index WHERE statements_index MATCH ?", (query,))
        line(f"the first 25 on {asked}", *timed(page, bare), rows.fetchone()[0])
        line(f"its words alone ({asked})", *timed(lambda asked=asked: terms_of(connection, asked), bare), 0)
    named = "SELECT * FROM who_said WHERE"
    for name, run, sql in (
        ("statements(since='2024')", lambda: corpus.statements(since="2024"), f"{named} date >= '2024'"),
        (
            "statements(speaker='tornby')",
            lambda: corpus.statements(speaker="tornby"),
            f"{named} speaker LIKE '%tornby%'",
        ),
        ("statements(on='indbrud')", lambda: corpus.statements(on="indbrud"), f"{named} extent LIKE '%indbrud%'"),
        ("meetings()", corpus.meetings, "SELECT * FROM meetings"),
    ):
        frame = run()
        line(name, *timed(run, lambda sql=sql: connection.execute(sql).fetchall()), len(frame))


def line(name: str, ours: float, bare: float, rows: int) -> None:
    """Print one query's times."""
    print(f"{name:34}{ours:9.1f}{bare:10.1f}{ours / bare:7.1f}{rows:8}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        opened = connect(Path(folder) / "arkiv.db", write=True)
        grow(opened, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
        counts = [opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("statements", "words")]
        print(f"{counts[0]} statements, {counts[1]} words")
        report(opened)
        opened.close()
