"""What facts are told apart by, beside them in small tables: who, role, organisation, body, kind, day; words of topics.

It follows from the views, corrections and all, and is worked out anew with each document, so that a page of a search
and its counts read a few numbers a fact in place of five tables.
"""

import json
import sqlite3

from analyser.corpus.question import VIEWS
from analyser.corpus.search import words

KIND_COLUMNS = {"statements": "act", "decisions": "kind"}
"""What a kind of fact is told apart by; tasks by nothing."""

SHORTEST = 4
"""Letters of a word that can be a topic's."""


def words_of(topic: str | None) -> str:
    """Give the words of a topic that are long enough to be one, in small letters, each once, as a JSON array."""
    return json.dumps(sorted({word.casefold() for word in words(topic or "") if len(word) >= SHORTEST}))


def renew(connection: sqlite3.Connection, minutes: int | None = None) -> None:
    """Work out the facets of one document's facts, or of all; within a transaction.

    Args:
        connection: a store open for writing.
        minutes: the key of the minutes; None for all, whose labels are then written anew too.
    """
    all_of_them = minutes is None
    parameters = () if all_of_them else (minutes,)
    if all_of_them:
        connection.execute("DELETE FROM labels")
    for kind, (view, _, actor) in VIEWS.items():
        theirs = "" if all_of_them else f" WHERE v.key IN (SELECT key FROM {kind} WHERE minutes = ?)"
        connection.execute(f"DELETE FROM {kind}_facets{'' if all_of_them else ' WHERE minutes = ?'}", parameters)
        texts = " UNION ".join(f'SELECT v."{name}" AS text FROM {view} AS v{theirs}' for name in (actor, *_LABELS))
        connection.execute(
            f"INSERT INTO labels (text, folded) SELECT text, name_key(text) FROM ({texts}) WHERE text IS NOT NULL"
            " ORDER BY text ON CONFLICT DO NOTHING",
            parameters * (1 + len(_LABELS)),
        )
        named = KIND_COLUMNS.get(kind)
        columns = ", ".join(f'(SELECT key FROM labels WHERE text = v."{name}")' for name in (actor, *_LABELS))
        connection.execute(
            f"INSERT INTO {kind}_facets SELECT v.key, facts.minutes, v.participant, {columns},"
            f" {f'v.{named}' if named else 'NULL'}, v.date, substr(v.sha256, 1, 12), v.start"
            f" FROM {view} AS v JOIN {kind} AS facts ON facts.key = v.key{theirs}",
            parameters,
        )
    theirs = "" if all_of_them else " AND minutes = ?"
    connection.execute(f"DELETE FROM topic_words WHERE 1{theirs}", parameters)
    connection.execute(
        "INSERT INTO topic_words SELECT minutes, value, count(*) FROM statements, json_each(words_of(topic))"
        f" WHERE act = 'report' AND topic IS NOT NULL{theirs} GROUP BY 1, 2",
        parameters,
    )


_LABELS = ("role", "organisation", "body")
