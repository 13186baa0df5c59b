"""Counts over the whole store, each with the search that gives the rows behind it."""

import sqlite3
from dataclasses import dataclass
from functools import cache

from spacy.lang.da.stop_words import STOP_WORDS

from analyser.corpus.question import VIEWS
from analyser.explorer.searching import inflections, topic_query, topic_terms
from analyser.language.lexicon import lexicon

MOST = 10
"""Topics and speakers that are shown, the commonest first."""


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
    tables = ("minutes", *(f"{kind}_facets" for kind in VIEWS))
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
    by_topic: dict[str, dict[str, int]] = {}
    forms: set[str] = set()
    common = connection.execute("SELECT word FROM topic_words GROUP BY word ORDER BY sum(reports) DESC, word")
    for (word,) in common:
        if word in forms or not _tells(word):
            continue
        asked = topic_terms(connection, word)
        rows = connection.execute(
            "SELECT coalesce(substr(day, 1, 4), ''), count(*) FROM statements_index AS hits"
            " CROSS JOIN statements_facets AS facets ON facets.key = hits.rowid"
            " WHERE statements_index MATCH ? AND facets.kind = 'report' GROUP BY 1",
            (topic_query(asked),),
        )
        by_topic[word] = {row[0]: row[1] for row in rows}
        forms |= inflections(asked)
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
    rows = connection.execute(
        "SELECT value, facts FROM facet_sums WHERE kind = 'decisions' AND facet = 'kind' ORDER BY 2 DESC, 1"
    )
    return [(row[0], row[1]) for row in rows]


def speakers(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Count statements by the names of speakers who are on a roster, the commonest first."""
    rows = connection.execute(
        "SELECT substr(max(printf('%09d', facts) || text), 10), sum(facts)"
        " FROM facet_sums JOIN labels ON labels.key = value WHERE kind = 'statements' AND facet = 'actor'"
        " GROUP BY folded HAVING sum(listed) > 0 ORDER BY 2 DESC, 1"
        f" LIMIT {MOST}"
    )
    return [(row[0], row[1]) for row in rows]


def _tells(word: str) -> bool:
    return word not in STOP_WORDS and word not in _times() and not word.isdigit()


@cache
def _times() -> frozenset[str]:
    """Give the names of months, days and seasons: they date a topic, and are none."""
    calendar = lexicon("calendar")
    months = (name for names in calendar["months"].values() for name in names)
    return frozenset([*months, *calendar["weekdays"]["names"], *calendar["seasons"]])
