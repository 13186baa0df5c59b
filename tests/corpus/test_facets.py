"""What facts are told apart by follows the views through every change, and so do the sums of it."""

import sqlite3
from collections import Counter

import pytest

from analyser.corpus.corrections import correct_link, correct_role, corrections, undo
from analyser.corpus.erasing import erase_file, erase_person
from analyser.corpus.facets import KIND_COLUMNS, words_of
from analyser.corpus.keeping import keep
from analyser.corpus.question import VIEWS
from tests.corpus.invented import invented_minutes

RECORD = invented_minutes(7, 2024)
DOCUMENT = (RECORD.source.sha256, 1)


def seen(connection: sqlite3.Connection) -> Counter[tuple[str, str, str, bool]]:
    """Count in the views: the kind of fact, the facet, its value, whether somebody on a roster is named."""
    found: Counter[tuple[str, str, str, bool]] = Counter()
    for kind, (view, _, actor) in VIEWS.items():
        for row in connection.execute(f"SELECT * FROM {view}"):
            facets = {name: row[name] for name in ("role", "organisation", "body")} | {"actor": row[actor]}
            facets |= {"year": row["date"] and row["date"][:4], "kind": row[KIND_COLUMNS.get(kind, "item")]}
            if kind == "actions":
                del facets["kind"]
            found.update((kind, name, value, row["participant"] is not None) for name, value in facets.items() if value)
    return found


def kept(connection: sqlite3.Connection) -> Counter[tuple[str, str, str, bool]]:
    """Give the same from the sums that the store keeps."""
    found: Counter[tuple[str, str, str, bool]] = Counter()
    for row in connection.execute(
        "SELECT kind, facet, coalesce(text, value) AS value, facts, listed FROM facet_sums"
        " LEFT JOIN labels ON labels.key = value AND facet NOT IN ('kind', 'year')"
    ):
        key = (row["kind"], row["facet"], row["value"])
        found.update({(*key, True): row["listed"], (*key, False): row["facts"] - row["listed"]})
    return +found


def in_topics(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [
        tuple(row) for row in connection.execute("SELECT word, sum(reports) FROM topic_words GROUP BY 1 ORDER BY 1")
    ]


def test_sums_follow_imports_and_corrections(writing: sqlite3.Connection) -> None:
    assert kept(writing) == seen(writing)
    before = kept(writing)
    assert before["statements", "role", "skoleleder", True] == 2  # of two meetings
    correct_role(writing, DOCUMENT, "p2", "rektor")
    correct_link(writing, DOCUMENT, RECORD.statements[2].speaker.span, "p3")
    assert kept(writing) == seen(writing) != before
    for made in corrections(writing):
        undo(writing, made.key)
    assert kept(writing) == seen(writing) == before
    fewer = RECORD.model_copy(update={"statements": RECORD.statements[1:]})
    keep(writing, "/arkiv/2024.txt", fewer)
    assert kept(writing) == seen(writing) != before
    keep(writing, "/arkiv/2024.txt", invented_minutes(9, 2021))  # the file has others now
    assert kept(writing) == seen(writing)
    assert writing.execute("SELECT count(*) FROM facet_sums WHERE facts = 0").fetchone()[0] == 0


def test_sums_follow_what_is_erased(writing: sqlite3.Connection) -> None:
    erase_person(writing, "Karla Rosenvang")
    assert kept(writing) == seen(writing)
    assert not writing.execute("SELECT 1 FROM labels WHERE text LIKE '%rosenvang%'").fetchone()
    erase_file(writing, "/arkiv/2024.txt")
    assert kept(writing) == seen(writing)
    assert writing.execute("SELECT count(*) FROM statements_facets").fetchone()[0] == 3


def test_words_of_topics_are_counted_once_a_report(writing: sqlite3.Connection) -> None:
    assert in_topics(writing) == [("indbrudsforebyggelse", 2), ("nørreå", 2)]
    erase_file(writing, "/arkiv/2024.txt")
    assert in_topics(writing) == [("indbrudsforebyggelse", 1), ("nørreå", 1)]


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("Trafikplan og trafikplan", '["trafikplan"]'),
        ("nye veje i Ny By", '["veje"]'),
        ("", "[]"),
        (None, "[]"),
    ],
)
def test_words_of_a_topic(topic: str | None, words: str) -> None:
    assert words_of(topic) == words
