"""Facts that fit what was asked, a page of them, and what they could be narrowed by. Values are parameters."""

import sqlite3
from collections.abc import Mapping

from analyser.corpus.question import VIEWS, Kind, Question, condition, order, terms
from analyser.explorer.paging import Answers, page_of

PAGE = 25
"""Facts on a page."""

MOST = 12
"""Values of a facet that are shown, the commonest first."""

COUNTED = 20_000
"""Facts of which every facet is counted though nothing is asked; of more, only those that the meetings tell."""

KIND_COLUMNS: dict[Kind, str] = {"statements": "act", "decisions": "kind"}
"""What a kind of fact is told apart by; tasks by nothing."""

KEYS = ("q", "navn", "rolle", "organisation", "organ", "slags", "aar", "emne")
"""What an address of a search may ask, in the order of the page."""

FACETS = {"navn": "actor", "rolle": "role", "organisation": "organisation", "organ": "body", "slags": "kind",
          "aar": "year"}  # fmt: skip
"""What a search can be narrowed by, and the column that holds it."""

Facets = dict[str, list[tuple[str, int]]]


def search(
    connection: sqlite3.Connection, kind: Kind, asked: Mapping[str, str], page: int
) -> tuple[Answers[sqlite3.Row], Facets]:
    """Give one page of facts, the first if there is no such page, and counts of all of them by facet.

    Each fact has its actor as `actor`. What is narrowed already is no facet. Where nothing is asked of more than
    `COUNTED` facts, only bodies and years are facets.

    Args:
        connection: a store; its temporary table `found` is made anew.
        kind: of facts.
        asked: values in full by the keys of `KEYS`, '' for what is not asked. `q` are words that must occur, `emne`
            is a word that must begin one of the topic.
        page: counted from 1.

    Raises:
        QuestionError: a value holds no word, or is no year.
    """
    total: int = connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0]
    if total > COUNTED and not any(asked.values()):
        return _newest(connection, kind, total, page), _of_meetings(connection, kind)
    _hit(connection, kind, asked)
    total = connection.execute("SELECT count(*) FROM found").fetchone()[0]
    page = page_of(page, total, PAGE)
    view, _, actor = VIEWS[kind]
    rows = connection.execute(
        f'SELECT {view}.*, {view}."{actor}" AS actor FROM found CROSS JOIN {view} ON {view}.key = found.key'
        " WHERE found.rowid > ? AND found.rowid <= ? ORDER BY found.rowid",
        ((page - 1) * PAGE, page * PAGE),
    )
    answers = Answers(rows.fetchall(), total, page, PAGE)
    return answers, {key: _counts(connection, key) for key in FACETS if not asked.get(key)}


def _newest(connection: sqlite3.Connection, kind: Kind, total: int, page: int) -> Answers[sqlite3.Row]:
    """Give one page of all facts of a kind: the meetings are gone through by date, as far as that page."""
    view, _, actor = VIEWS[kind]
    page = page_of(page, total, PAGE)
    keys = connection.execute(
        f"SELECT facts.key FROM minutes CROSS JOIN {kind} AS facts ON facts.minutes = minutes.key"
        " ORDER BY minutes.date DESC NULLS LAST, minutes.sha256, facts.start, facts.key LIMIT ? OFFSET ?",
        (PAGE, (page - 1) * PAGE),
    ).fetchall()
    rows = [
        connection.execute(f'SELECT *, "{actor}" AS actor FROM {view} WHERE key = ?', tuple(key)).fetchone()
        for key in keys
    ]
    return Answers(rows, total, page, PAGE)


def _of_meetings(connection: sqlite3.Connection, kind: Kind) -> Facets:
    """Count all facts of a kind by what is a meeting's: each meeting's are counted in an index, unread."""
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("DROP TABLE IF EXISTS temp.found")
    connection.execute(
        "CREATE TEMP TABLE found AS SELECT body, substr(date, 1, 4) AS year, sum(n) AS n"
        f" FROM (SELECT minutes, count(*) AS n FROM {kind} GROUP BY 1) JOIN minutes ON minutes.key = minutes"
        " GROUP BY 1, 2"
    )
    return {key: _counts(connection, key, "sum(n)") for key in ("organ", "aar")}


def _hit(connection: sqlite3.Connection, kind: Kind, asked: Mapping[str, str]) -> None:
    """Put all that fits into `found`, the best first: the page and every facet are then read from one small table."""
    view, index, actor = VIEWS[kind]
    named = KIND_COLUMNS.get(kind)
    question = Question(
        on=asked.get("q") or None,
        speaker=asked.get("navn") or None,
        body=asked.get("organ") or None,
        since=asked.get("aar") or None,
        until=asked.get("aar") or None,
        exact=True,
    )
    where, values = condition(connection, kind, question)
    parameters: list[object] = list(values)
    columns = {"rolle": "role", "organisation": "organisation", **({"slags": named} if named else {})}
    for key, column in columns.items():
        if wanted := asked.get(key):
            where += f' AND {view}."{column}" = ?'
            parameters.append(wanted)
    if (topic := asked.get("emne")) and kind == "statements":
        where += f" AND {view}.key IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)"
        parameters.append(topic_query(connection, topic))
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("DROP TABLE IF EXISTS temp.found")
    connection.execute(
        f'CREATE TEMP TABLE found AS SELECT {view}.key, {view}."{actor}" AS actor, {view}.role, {view}.organisation,'
        f" {view}.body, substr({view}.date, 1, 4) AS year, {f'{view}.{named}' if named else 'NULL'} AS kind"
        f" {where} {order(kind, question)}",
        parameters,
    )


def topic_query(connection: sqlite3.Connection, word: str) -> str:
    """Give the FTS5 query for statements whose topic holds these words, each as it is or inflected.

    Raises:
        QuestionError: there is no word.
    """
    queries = [term.query("exact", "inflection") for term in terms(connection, Question(on=word))]
    return f"topic : ({' AND '.join(f'({query})' for query in queries)})"


def inflections(connection: sqlite3.Connection, word: str) -> set[str]:
    """Give the words that `topic_query` looks for, in lower case."""
    asked = terms(connection, Question(on=word))
    return {form for term in asked for form, how in term.forms.items() if how in ("exact", "inflection")}


def _counts(connection: sqlite3.Connection, key: str, count: str = "count(*)") -> list[tuple[str, int]]:
    """Count the hits by a facet: the commonest first, years the newest first."""
    column = FACETS[key]
    sorted_by = "1 DESC" if key == "aar" else "2 DESC, 1"
    rows = connection.execute(
        f"SELECT {column}, {count} FROM found WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY {sorted_by} LIMIT {MOST}"
    )
    return [(row[0], row[1]) for row in rows]
