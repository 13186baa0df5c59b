"""Counts over the whole store, each with the search that gives the rows behind it."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from functools import cache

from spacy.lang.da.stop_words import STOP_WORDS

from analyser.corpus.search import words
from analyser.explorer.searching import inflections, topic_query
from analyser.language.lexicon import lexicon

MOST = 10
"""Topics and speakers that are shown, the commonest first."""

_SHORTEST = 4
"""Letters of a word that can be a topic's."""


@dataclass(frozen=True)
class Totals:
    """How much there is; `first` and `last` are the years of the oldest and the newest meeting."""

    meetings: int
    statements: int
    decisions: int
    actions: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Grid:
    """Reports by topic and year.

    Attributes:
        topics: words, the commonest first.
        years: that are shown, in order.
        counts: reports by topic and year; what has none is left out.
        totals: reports by topic in all years, shown or not.
        earlier: the last year before those shown, None where there is none.
        later: the last of the years that follow on those shown, None where there is none.
    """

    topics: list[str]
    years: list[str]
    counts: dict[tuple[str, str], int]
    totals: dict[str, int]
    earlier: str | None
    later: str | None


def totals(connection: sqlite3.Connection) -> Totals:
    """Count what the store holds."""
    tables = ("minutes", "statements", "decisions", "actions")
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
    years = connection.execute("SELECT substr(min(date), 1, 4), substr(max(date), 1, 4) FROM minutes").fetchone()
    return Totals(*counts, *years)


def topics(connection: sqlite3.Connection, most: int, last: str | None = None) -> Grid:
    """Count reports by the commonest words of their topics and by year.

    A word is counted once a report, by the search that its mark leads to, so that both give the same rows.

    Args:
        connection: a store.
        most: how many years are shown.
        last: the last of them; the newest where it is None.
    """
    found: Counter[str] = Counter()
    for row in connection.execute("SELECT topic FROM statements WHERE act = 'report' AND topic IS NOT NULL"):
        found.update({word for word in map(str.casefold, words(row[0])) if _tells(word)})
    by_topic: dict[str, dict[str, int]] = {}
    forms: set[str] = set()
    for word, _ in found.most_common():
        if word in forms:
            continue
        rows = connection.execute(
            "SELECT coalesce(substr(minutes.date, 1, 4), ''), count(*) FROM statements"
            " JOIN minutes ON minutes.key = statements.minutes WHERE statements.act = 'report'"
            " AND statements.key IN (SELECT rowid FROM statements_index WHERE statements_index MATCH ?) GROUP BY 1",
            (topic_query(connection, word),),
        )
        by_topic[word] = {row[0]: row[1] for row in rows}
        forms |= inflections(connection, word)
        if len(by_topic) == MOST:
            break
    every = sorted({year for counts in by_topic.values() for year in counts if year})
    end = len([year for year in every if last is None or year <= last]) or len(every)
    begin = max(0, end - most)
    years = every[begin:end]
    return Grid(
        topics=list(by_topic),
        years=years,
        counts={(word, year): counts[year] for word, counts in by_topic.items() for year in years if year in counts},
        totals={word: sum(counts.values()) for word, counts in by_topic.items()},
        earlier=every[begin - 1] if begin else None,
        later=every[min(end + most, len(every)) - 1] if end < len(every) else None,
    )


def decisions(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Count decisions by kind, the commonest first."""
    rows = connection.execute("SELECT kind, count(*) FROM decisions GROUP BY 1 ORDER BY 2 DESC, 1")
    return [(row[0], row[1]) for row in rows]


def speakers(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Count statements by the names of speakers who are on a roster, the commonest first."""
    rows = connection.execute(
        "SELECT speaker, count(*) FROM who_said GROUP BY 1 HAVING max(participant) IS NOT NULL ORDER BY 2 DESC, 1"
        f" LIMIT {MOST}"
    )
    return [(row[0], row[1]) for row in rows]


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in STOP_WORDS and word not in _times() and not word.isdigit()


@cache
def _times() -> frozenset[str]:
    """Give the names of months and days: they date a topic, and are none."""
    calendar = lexicon("calendar")
    months = (name for names in calendar["months"].values() for name in names)
    return frozenset([*months, *calendar["weekdays"]["names"]])
