"""Facts that fit what was asked, a page of them, and what they could be narrowed by. Values are parameters."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analyser.corpus.question import VIEWS, Kind, Question, first_day, hits, last_day, storable, terms
from analyser.corpus.search import Term, name_key
from analyser.explorer.paging import Answers, page_of

PAGE = 25
"""Facts on a page."""

MOST = 12
"""Values of a facet that are shown, the commonest first."""

KEYS = ("q", "navn", "rolle", "organisation", "organ", "slags", "aar", "emne")
"""What an address of a search may ask, in the order of the page."""

FACETS = {"navn": "actor", "rolle": "role", "organisation": "organisation", "organ": "body", "slags": "kind",
          "aar": "year"}  # fmt: skip
"""What a search can be narrowed by, and its name in the store."""

NAMED = ("navn", "rolle", "organisation", "organ")
"""Facets that are names: two writings of one, such as `Formand` and `formand`, are one."""

Facets = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Found:
    """What a search gave: one page of facts (views' rows, each with its `actor`), facets, and what was asked for."""

    answers: Answers[sqlite3.Row]
    facets: Facets
    words: list[Term]


def search(connection: sqlite3.Connection, kind: Kind, asked: Mapping[str, str], page: int) -> Found:
    """Give one page of facts, the first if there is no such page, and counts of all of them by facet.

    What is narrowed already is no facet.

    Args:
        connection: a store; its temporary table `found` is made anew.
        kind: of facts.
        asked: values in full by the keys of `KEYS`, '' for what is not asked. `q` are words that must occur, `emne`
            is a word that must begin one of the topic.
        page: counted from 1.

    Raises:
        QuestionError: a value holds no word, or is no year.
    """
    view, _, actor = VIEWS[kind]
    words: list[Term] = []
    if any(asked.values()):
        words = _hit(connection, kind, asked)
        source, order, counts = "temp.found", "tier, score, day DESC, content, start, key", _counted
        total: int = connection.execute("SELECT count(*) FROM temp.found").fetchone()[0]
    else:  # all there are, in an index that has their order
        source, order, counts = f"{kind}_facets", "day DESC, content, start", _summed
        total = connection.execute(f"SELECT count(*) FROM {kind}_facets").fetchone()[0]
    page = page_of(page, total, PAGE)
    rows = connection.execute(
        f"WITH shown AS MATERIALIZED (SELECT key FROM {source} ORDER BY {order} LIMIT ? OFFSET ?)"
        f' SELECT {view}.*, {view}."{actor}" AS actor FROM shown CROSS JOIN {view} ON {view}.key = shown.key',
        (PAGE, (page - 1) * PAGE),
    )
    answers = Answers(rows.fetchall(), total, page, PAGE)
    return Found(answers, {key: counts(connection, kind, key) for key in FACETS if not asked.get(key)}, words)


def _hit(connection: sqlite3.Connection, kind: Kind, asked: Mapping[str, str]) -> list[Term]:
    """Put all that fits into `found`: the page and every facet are then read from one small table."""
    index = VIEWS[kind][1]
    source, rank, tests = f"{kind}_facets AS facets", "0 AS tier, 0 AS score", ["1"]
    parameters: list[str] = []
    words = terms(connection, Question(on=asked.get("q") or None))
    if words:
        table, parameters = hits(kind, words)
        source, rank = f"{table} AS hits CROSS JOIN {source} ON facets.key = hits.key", "tier, score"
    for key in NAMED:
        if wanted := asked.get(key):
            tests.append(f"facets.{FACETS[key]} IN (SELECT key FROM labels WHERE folded = ?)")
            parameters.append(name_key(storable(wanted)))
    if wanted := asked.get("slags"):
        tests.append("facets.kind = ?")
        parameters.append(storable(wanted))
    if year := asked.get("aar"):
        tests.append("facets.day BETWEEN ? AND ?")
        parameters += [first_day(year) or "", last_day(year) or ""]
    if topic := asked.get("emne"):
        of_topic = topic_terms(connection, topic)
        words = [*words, *of_topic]
        if kind == "statements":
            tests.append(f"facets.key IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)")
            parameters.append(topic_query(of_topic))
    connection.execute("DROP TABLE IF EXISTS temp.found")
    connection.execute(
        f"CREATE TEMP TABLE found AS SELECT facets.key, {rank}, actor, role, organisation, body, kind, day, content,"
        f" start FROM {source} WHERE {' AND '.join(tests)}",
        parameters,
    )
    return words


def topic_terms(connection: sqlite3.Connection, word: str) -> list[Term]:
    """Give the words that `topic_query` looks for.

    Raises:
        QuestionError: there is no word.
    """
    return terms(connection, Question(on=word))


def topic_query(asked: Sequence[Term]) -> str:
    """Give the FTS5 query for statements whose topic holds these words, each as it is or inflected."""
    queries = [f"({term.query('exact', 'inflection')})" for term in asked]
    return f"topic : ({' AND '.join(queries)})"


def inflections(asked: Sequence[Term]) -> set[str]:
    """Give the words that `topic_query` looks for, in lower case."""
    return {form for term in asked for form, how in term.forms.items() if how in ("exact", "inflection")}


def _counted(connection: sqlite3.Connection, kind: Kind, key: str) -> list[tuple[str, int]]:
    """Count what was found by a facet."""
    column = "substr(day, 1, 4)" if key == "aar" else FACETS[key]
    counted = f"SELECT {column} AS value, count(*) AS n FROM temp.found WHERE value IS NOT NULL GROUP BY 1"
    return _commonest(connection, counted, key)


def _summed(connection: sqlite3.Connection, kind: Kind, key: str) -> list[tuple[str, int]]:
    """Give the counts by a facet of all facts of a kind, which the store keeps."""
    counted = f"SELECT value, facts AS n FROM facet_sums WHERE kind = '{kind}' AND facet = '{FACETS[key]}'"
    return _commonest(connection, counted, key)


def _commonest(connection: sqlite3.Connection, counted: str, key: str) -> list[tuple[str, int]]:
    """Give the commonest values first, years the newest first; of a name, its commonest writing."""
    if key in NAMED:
        counted = (
            "SELECT substr(max(printf('%09d', n) || text), 10) AS value, sum(n) AS n"
            f" FROM ({counted}) JOIN labels ON labels.key = value GROUP BY folded"
        )
    sorted_by = "1 DESC" if key == "aar" else "2 DESC, 1"
    rows = connection.execute(f"SELECT value, n FROM ({counted}) ORDER BY {sorted_by} LIMIT {MOST}")
    return [(row[0], row[1]) for row in rows]
