"""The bare SQL behind each page and frame: what the 20 times of the goal are measured against.

For a page: `SELECT`s that fetch the rows it lists, in the columns it shows, and the counts it shows, written by hand
with every index and table that the store has, as somebody would who knows it well. For a frame: one `SELECT` of its
rows in its columns, and where it searches one for the words that hold the letters asked for. Which of these answer is
known beforehand, and nothing is made of the rows. All run on one connection that stays open.
"""

import json
import sqlite3
from urllib.parse import parse_qs, urlsplit

from analyser.corpus.question import VIEWS, Kind
from analyser.corpus.search import fts_query
from analyser.corpus.vocabulary import terms_of

Sql = tuple[str, tuple[object, ...]]

COLUMNS: dict[Kind, str] = {
    "statements": "sha256, part, date, body, title, item, page, id, speaker, role, participant, person, act, quote",
    "decisions": 'sha256, part, date, body, title, item, page, id, "by", role, participant, person, kind, quote',
    "actions": "sha256, part, date, body, title, item, page, id, responsible, role, participant, person, due, quote",
}  # fmt: skip
"""What a page shows of a fact."""

_LABELLED = {"navn": "actor", "rolle": "role", "organisation": "organisation", "organ": "body"}
_MEETING = "SELECT key FROM minutes WHERE sha256 = ? AND part = 1"


def search_page(connection: sqlite3.Connection, kind: Kind, address: str) -> list[Sql]:
    """Give the facts of a search's page, and the counts of its facets."""
    asked = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
    offset = 25 * (int(asked.pop("side", "1")) - 1)
    index = VIEWS[kind][1]
    if not asked:
        newest = f"SELECT key FROM {kind}_facets ORDER BY day DESC, content, start LIMIT 25 OFFSET {offset}"
        sums = (
            "SELECT facet, coalesce(text, value), facts FROM facet_sums LEFT JOIN labels ON labels.key = value"
            " WHERE kind = ? ORDER BY facet, facts DESC"
        )
        return [_listed(kind, newest), (sums, (kind,))]
    source, tests, parameters = f"{kind}_facets AS f", [], []
    order = "day DESC, content, start"
    if words := asked.get("q"):
        source = f"{index} CROSS JOIN {source} ON f.key = {index}.rowid"
        tests.append(f"{index} MATCH ?")
        parameters.append(fts_query(terms_of(connection, words)))
        order = f"bm25({index}, 4.0, 1.0)"
    if topic := asked.get("emne"):
        tests.append(f"f.key IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)")
        parameters.append(f'topic : "{topic}"')
    for key, column in _LABELLED.items():
        if value := asked.get(key):
            tests.append(f"f.{column} IN (SELECT key FROM labels WHERE text = ?)")
            parameters.append(value)
    if value := asked.get("slags"):
        tests.append("f.kind = ?")
        parameters.append(value)
    if value := asked.get("aar"):
        tests.append("f.day BETWEEN ? AND ?")
        parameters += [f"{value}-01-01", f"{value}-12-31"]
    found = f"FROM {source} WHERE {' AND '.join(tests)}"
    sqls = [_listed(kind, f"SELECT f.key {found} ORDER BY {order} LIMIT 25 OFFSET {offset}", *parameters)]
    sqls.append((f"SELECT count(*) {found}", tuple(parameters)))
    for key, column in (*_LABELLED.items(), ("slags", "kind"), ("aar", "substr(f.day, 1, 4)")):
        if key not in asked:
            named = "(SELECT text FROM labels WHERE key = value)" if key in _LABELLED else "value"
            counted = f"SELECT {column} AS value, count(*) AS n {found} GROUP BY 1 ORDER BY 2 DESC LIMIT 12"
            sqls.append((f"SELECT {named}, n FROM ({counted})", tuple(parameters)))
    return sqls


def meetings_page(offset: int) -> list[Sql]:
    """Give a hundred meetings with the counts of their facts."""
    counts = ", ".join(f"(SELECT count(*) FROM {kind}_facets AS f WHERE f.minutes = shown.key)" for kind in VIEWS)
    shown = f"SELECT key FROM minutes ORDER BY date DESC, sha256, part LIMIT 100 OFFSET {offset}"
    columns = "sha256, meetings.part, body, title, date, organisation"
    return [
        (f"WITH shown AS MATERIALIZED ({shown}) SELECT {columns}, {counts} FROM shown JOIN meetings USING (key)", ()),
        ("SELECT count(*) FROM minutes", ()),
    ]


def meeting_page(sha256: str) -> list[Sql]:
    """Give a meeting's text, roster, facts, mentions and doubts."""
    text = "SELECT json_extract(record, '$.text'), title, body, date, organisation, starts, ends, place FROM minutes"
    places = "SELECT value ->> '$.span[0]', value ->> '$.span[1]', value ->> '$.participant'"
    extents: dict[Kind, str] = {"statements": ", topic, extent", "decisions": ", text", "actions": ", text"}
    facts: list[Sql] = [
        (f'SELECT {COLUMNS[kind]}, start, "end"{extents[kind]} FROM {VIEWS[kind][0]} WHERE sha256 = ? ORDER BY start',
         (sha256,))
        for kind in VIEWS
    ]  # fmt: skip
    return [
        (f"{text} WHERE sha256 = ? AND part = 1", (sha256,)),
        ("SELECT * FROM who_was_there WHERE sha256 = ? ORDER BY start", (sha256,)),
        *facts,
        (f"{places} FROM minutes, json_each(record, '$.mentions') WHERE sha256 = ?", (sha256,)),
        ("SELECT value FROM minutes, json_each(record, '$.diagnostics') WHERE sha256 = ?", (sha256,)),
        (f"SELECT * FROM doubts WHERE minutes = ({_MEETING})", (sha256,)),
        ("SELECT * FROM corrections WHERE sha256 = ?", (sha256,)),
    ]


def people_page(connection: sqlite3.Connection, like: str) -> list[Sql]:
    """Give a hundred people with their roles, meetings and counts of facts."""
    shown = "SELECT id, name, organisation FROM people WHERE name LIKE ? ORDER BY name LIMIT 100"
    ids = json.dumps([row[0] for row in connection.execute(shown, (like,))])
    theirs = "WHERE p.person IN (SELECT value FROM json_each(?)) GROUP BY 1"
    roster = (
        "SELECT p.person, count(*), sum(attendance = 'absent'), group_concat(DISTINCT role),"
        " group_concat(DISTINCT body), min(date), max(date)"
        " FROM participants AS p JOIN minutes ON minutes.key = p.minutes"
    )
    facts = (
        "SELECT p.person, count(*) FROM participants AS p JOIN {}_facets AS f"
        " ON (f.minutes, f.participant) = (p.minutes, p.id)"
    )
    return [
        (shown, (like,)),
        ("SELECT count(*) FROM people WHERE name LIKE ?", (like,)),
        (f"{roster} {theirs}", (ids,)),
        *((f"{facts.format(kind)} {theirs}", (ids,)) for kind in VIEWS),
    ]


def person_page(person: str) -> list[Sql]:
    """Give a person's roster lines, namesakes, and first facts of each kind."""
    facts = (
        "SELECT f.key FROM participants AS p JOIN {0}_facets AS f ON f.minutes = p.minutes AND f.participant = p.id"
        " WHERE p.person = ? ORDER BY day DESC, content, f.start LIMIT 101"
    )
    return [
        ("SELECT * FROM people WHERE id = ?", (person,)),
        ("SELECT * FROM people WHERE name = (SELECT name FROM people WHERE id = ?)", (person,)),
        ("SELECT * FROM who_was_there WHERE person = ? ORDER BY date DESC", (person,)),
        *(_listed(kind, facts.format(kind), person) for kind in VIEWS),
    ]


def overview_page(connection: sqlite3.Connection) -> list[Sql]:
    """Give the counts of the plots: topics by year, decisions by kind, speakers, totals."""
    words = connection.execute("SELECT word FROM topic_words GROUP BY 1 ORDER BY sum(reports) DESC LIMIT 10").fetchall()
    topics: list[Sql] = [
        ("SELECT substr(day, 1, 4), count(*) FROM statements_index AS hits CROSS JOIN statements_facets AS f"
         " ON f.key = hits.rowid WHERE statements_index MATCH ? AND f.kind = 'report' GROUP BY 1",
         (f'topic : "{word}"',))
        for (word,) in words
    ]  # fmt: skip
    return [
        *((f"SELECT count(*) FROM {table}", ()) for table in ("minutes", *VIEWS)),
        ("SELECT word FROM topic_words GROUP BY 1 ORDER BY sum(reports) DESC LIMIT 10", ()),
        *topics,
        ("SELECT value, facts FROM facet_sums WHERE kind = 'decisions' AND facet = 'kind'", ()),
        ("SELECT text, facts FROM facet_sums JOIN labels ON labels.key = value"
         " WHERE kind = 'statements' AND facet = 'actor' ORDER BY facts DESC LIMIT 10", ()),
    ]  # fmt: skip


def doubts_page(code: str) -> list[Sql]:
    """Give the counts of doubts, and the first of a code with the text around and the people that they may mean."""
    context = "substr(json_extract(record, '$.text'), start - 90, \"end\" - start + 180)"
    rows = (
        f'SELECT doubts.start, doubts."end", doubts.quote, {context}, sha256, part, body, title, date, doubts.minutes'
        " FROM doubts JOIN minutes ON minutes.key = doubts.minutes WHERE code = ? ORDER BY date DESC LIMIT 25"
    )
    people = (
        f"SELECT p.minutes, p.id, p.name, p.role FROM participants AS p WHERE minutes IN (SELECT minutes FROM ({rows}))"
    )
    return [
        ("SELECT code, count(*) FROM doubts GROUP BY 1", ()),
        ("SELECT count(*) FROM doubtful_pairs", ()),
        ("SELECT count(*) FROM failures WHERE stands", ()),
        (rows, (code,)),
        (people, (code,)),
    ]


def pairs_page() -> list[Sql]:
    """Give the counts of doubts, and the first pairs of people with what the rosters say of them."""
    pairs = "SELECT a, b, score, reasons FROM doubtful_pairs ORDER BY score DESC, a, b LIMIT 25"
    ids = f"WITH pairs AS ({pairs}) SELECT a FROM pairs UNION SELECT b FROM pairs"
    roster = (
        "SELECT p.person, count(*), group_concat(DISTINCT role), group_concat(DISTINCT body), min(date), max(date)"
        " FROM participants AS p JOIN minutes ON minutes.key = p.minutes"
    )
    return [
        ("SELECT code, count(*) FROM doubts GROUP BY 1", ()),
        ("SELECT count(*) FROM doubtful_pairs", ()),
        (pairs, ()),
        (f"SELECT * FROM people WHERE id IN ({ids})", ()),
        (f"{roster} WHERE p.person IN ({ids}) GROUP BY 1", ()),
    ]


def corrections_page() -> list[Sql]:
    """Give the corrections and decisions with their meetings."""
    meeting = "LEFT JOIN minutes USING (sha256, part)"
    return [
        (f"SELECT corrections.*, title, body, date FROM corrections {meeting}", ()),
        ("SELECT * FROM people_decided", ()),
        *(
            (
                f"SELECT p.name, p.organisation FROM people_decided JOIN appearances AS a ON a.name_key = {side}_name"
                f" AND a.organisation_key = {side}_organisation JOIN participants AS p ON p.appearance = a.id"
                " GROUP BY people_decided.rowid",
                (),
            )
            for side in "ab"
        ),
    ]


def choice_page(sha256: str, start: int, end: int) -> list[Sql]:
    """Give the text around a place, and the roster."""
    context = "substr(json_extract(record, '$.text'), ? - 90, ? + 180)"
    return [
        (f"SELECT title, body, date, {context} FROM minutes WHERE sha256 = ?", (start, end - start, sha256)),
        ("SELECT id, name, role FROM who_was_there WHERE sha256 = ? ORDER BY start", (sha256,)),
    ]


def _listed(kind: Kind, keys: str, *parameters: object) -> Sql:
    view = VIEWS[kind][0]
    sql = f"WITH shown AS MATERIALIZED ({keys}) SELECT {COLUMNS[kind]} FROM shown CROSS JOIN {view} USING (key)"
    return sql, parameters
