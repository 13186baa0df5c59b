"""What a person corrects: seen in every view, apart from what was extracted, and there after another import."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from analyser.corpus import open_corpus
from analyser.corpus.analysing import Done
from analyser.corpus.corrected import corrected, stands
from analyser.corpus.corrections import CorrectionError, correct_link, correct_role, corrections, undo
from analyser.corpus.finding import Found
from analyser.corpus.importing import import_found
from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from analyser.corpus.workers import ThisProcess
from analyser.minutes import Candidate, Diagnostic, Mention, Minutes, Participant
from tests.corpus.invented import at, invented_minutes

RECORD = invented_minutes(7, 2024)
DOCUMENT = (RECORD.source.sha256, 1)
KARLA = RECORD.statements[0].speaker.span
TORNBY = RECORD.statements[1].speaker.span


def who(connection: sqlite3.Connection, view: str = "who_said", actor: str = "speaker") -> list[tuple[object, ...]]:
    sql = f"SELECT {actor}, role, participant FROM {view} WHERE sha256 = ? ORDER BY start"
    return [tuple(row) for row in connection.execute(sql, (DOCUMENT[0],))]


def doubts(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    sql = "SELECT code, quote FROM doubts JOIN minutes ON minutes.key = doubts.minutes WHERE sha256 = ? ORDER BY start"
    return [tuple(row) for row in connection.execute(sql, (DOCUMENT[0],))]


EXTRACTED = [("Karla Rosenvang", None, "p1"), ("Jens Ole Tornby", "skoleleder", "p2"), ("Nørreå Kommune", None, None)]


@pytest.mark.parametrize(
    ("span", "participant", "row", "now"),
    [
        (KARLA, "p2", 0, ("Jens Ole Tornby", "skoleleder", "p2")),
        (KARLA, None, 0, ("Karla Rosenvang orienterede", None, None)),
        (TORNBY, "p1", 1, ("Karla Rosenvang", None, "p1")),
        (TORNBY, None, 1, ("Skolelederen", None, None)),
        (RECORD.statements[2].speaker.span, "p3", 2, ("Mie Fjordager", None, "p3")),
        (RECORD.mentions[0].span, "p3", 0, ("Mie Fjordager", None, "p3")),  # a mention within the actor
    ],
)  # fmt: skip
def test_a_link_is_corrected_in_the_view(
    writing: sqlite3.Connection,
    span: tuple[int, int],
    participant: str | None,
    row: int,
    now: tuple[str, str | None, str | None],
) -> None:
    assert who(writing) == EXTRACTED
    correct_link(writing, DOCUMENT, span, participant)
    assert who(writing) == [now if n == row else was for n, was in enumerate(EXTRACTED)]
    (made,) = corrections(writing)
    undo(writing, made.key)
    assert who(writing) == EXTRACTED
    assert corrections(writing) == []


def test_a_correction_holds_for_the_place_alone(writing: sqlite3.Connection) -> None:
    correct_link(writing, DOCUMENT, TORNBY, "p1")
    assert who(writing, "who_does", "responsible") == [("Karla Rosenvang", None, "p1")]  # the same words, in the record
    other = writing.execute("SELECT speaker FROM who_said WHERE sha256 <> ? ORDER BY start", DOCUMENT[:1]).fetchall()
    assert [row["speaker"] for row in other] == ["Karla Rosenvang", "Jens Ole Tornby", "Nørreå Kommune"]


def test_a_role_is_corrected_wherever_it_is_shown(writing: sqlite3.Connection) -> None:
    correct_role(writing, DOCUMENT, "p2", " viceskoleleder\n")
    assert who(writing)[1] == ("Jens Ole Tornby", "viceskoleleder", "p2")
    sql = "SELECT role FROM who_was_there WHERE sha256 = ? AND id = 'p2'"
    assert writing.execute(sql, DOCUMENT[:1]).fetchone()[0] == "viceskoleleder"
    correct_role(writing, DOCUMENT, "p2", "")
    assert writing.execute(sql, DOCUMENT[:1]).fetchone()[0] is None
    assert len(corrections(writing)) == 1


def test_the_last_word_on_a_place_counts(writing: sqlite3.Connection) -> None:
    correct_link(writing, DOCUMENT, TORNBY, "p1")
    correct_link(writing, DOCUMENT, TORNBY, None)
    correct_link(writing, DOCUMENT, TORNBY, "p3")
    assert who(writing)[1] == ("Mie Fjordager", None, "p3")
    assert len(corrections(writing)) == 1


def test_what_was_extracted_stays_as_it_was(writing: sqlite3.Connection) -> None:
    tables = ("minutes", "participants", "statements", "decisions", "actions")
    before = [writing.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
    correct_link(writing, DOCUMENT, KARLA, "p2")
    correct_role(writing, DOCUMENT, "p2", "rektor")
    assert [writing.execute(f"SELECT * FROM {table}").fetchall() for table in tables] == before


def test_the_api_gives_what_was_corrected(writing: sqlite3.Connection, store: Path) -> None:
    correct_link(writing, DOCUMENT, KARLA, "p3")
    correct_role(writing, DOCUMENT, "p2", "rektor")
    with open_corpus(store) as corpus:
        assert list(corpus.statements(speaker="mie")["topic"]) == ["indbrudsforebyggelse i Nørreå"]
        record = corpus.record(DOCUMENT[0])
        assert record is not None
        assert record.statements[0].speaker.name == "Mie Fjordager"
        assert record.mentions[0].participant == "p3"
        assert record.mentions[0].method == "corrected"
        assert record.participants[1].role == record.statements[1].speaker.role == "rektor"
        assert record in list(corpus.records())


@pytest.mark.parametrize(
    "again",
    [
        lambda record: record,
        # another version of the analyser: other ids, another order, another link
        lambda record: record.model_copy(
            update={
                "participants": tuple(
                    person.model_copy(update={"id": f"q{n}"}) for n, person in enumerate(reversed(record.participants))
                ),
                "statements": tuple(
                    row.model_copy(update={"speaker": row.speaker.model_copy(update={"participant": None})})
                    for row in record.statements
                ),
                "decisions": (),
                "actions": (),
                "mentions": (),
            }
        ),
    ],
)
def test_a_correction_stands_after_another_import(
    writing: sqlite3.Connection, tmp_path: Path, again: Callable[[Minutes], Minutes]
) -> None:
    correct_link(writing, DOCUMENT, KARLA, "p3")
    correct_role(writing, DOCUMENT, "p3", "kasserer")
    file = tmp_path / "2024.txt"
    file.write_text("whatever the analyser below makes of it")
    workers = ThisProcess(lambda task: Done(task, task.sha256, [again(RECORD)]))
    outcomes = list(import_found(writing, Found(files=[file]), workers, again=True))
    assert [outcome.status for outcome in outcomes] == ["imported"]
    assert who(writing)[0][:2] == ("Mie Fjordager", "kasserer")


def test_a_correction_waits_for_a_document_that_is_gone(writing: sqlite3.Connection) -> None:
    correct_link(writing, DOCUMENT, TORNBY, "p1")
    keep(writing, "/arkiv/2024.txt", invented_minutes(8, 2024))
    assert who(writing) == []
    keep(writing, "/arkiv/2024.txt", RECORD)
    assert who(writing)[1] == ("Karla Rosenvang", None, "p1")
    (made,) = corrections(writing)
    keep(writing, "/arkiv/2024.txt", invented_minutes(8, 2024))
    undo(writing, made.key)
    assert corrections(writing) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"text": RECORD.text.replace("Skolelederen", "Skolelæreren")},
        {"participants": tuple(person for person in RECORD.participants if person.id != "p1")},
    ],
)
def test_a_correction_whose_words_or_person_are_gone_changes_nothing(
    writing: sqlite3.Connection, changed: dict[str, object]
) -> None:
    correct_link(writing, DOCUMENT, TORNBY, "p1")
    (made,) = corrections(writing)
    now = RECORD.model_copy(update=changed)
    assert stands(RECORD, made)
    assert not stands(now, made)
    assert corrected(now, [made]) == now


def test_two_of_one_name_are_told_apart_by_their_place(writing: sqlite3.Connection) -> None:
    first, second, third = RECORD.participants
    twins = (first, second.model_copy(update={"name": "Karla Rosenvang"}), third)
    keep(writing, "/arkiv/2024.txt", RECORD.model_copy(update={"participants": twins}))
    correct_link(writing, DOCUMENT, KARLA, "p2")
    assert who(writing)[0] == ("Karla Rosenvang", "skoleleder", "p2")


STRANGER = Mention(text="Nørreå", method="none", score=0.0, span=at(RECORD.text, "Nørreå"))
TWO = (Candidate(participant="p1", score=0.5), Candidate(participant="p2", score=0.5))
MISMATCH = Diagnostic(code="role_mismatch", severity="warning", message="rektor, not skoleleder", span=TORNBY)


@pytest.mark.parametrize(
    ("changed", "before", "correct", "after"),
    [
        ({}, [("unlinked_name", "Nørreå")], lambda c: correct_link(c, DOCUMENT, STRANGER.span, "p1"), []),
        ({}, [("unlinked_name", "Nørreå")], lambda c: correct_link(c, DOCUMENT, STRANGER.span, None), []),
        ({"mentions": (STRANGER.model_copy(update={"candidates": TWO}),)}, [("ambiguous_name", "Nørreå")],
         lambda c: correct_link(c, DOCUMENT, KARLA, "p1"), [("ambiguous_name", "Nørreå")]),
        ({"diagnostics": (MISMATCH,), "mentions": ()}, [("role_mismatch", "Skolelederen")],
         lambda c: correct_role(c, DOCUMENT, "p2", "skoleleder"), []),
        ({"diagnostics": (MISMATCH,), "mentions": ()}, [("role_mismatch", "Skolelederen")],
         lambda c: correct_link(c, DOCUMENT, TORNBY, "p1"), []),
        ({"diagnostics": (MISMATCH,), "mentions": ()}, [("role_mismatch", "Skolelederen")],
         lambda c: correct_role(c, DOCUMENT, "p1", "formand"), [("role_mismatch", "Skolelederen")]),
    ],
)  # fmt: skip
def test_what_is_settled_is_no_doubt(
    writing: sqlite3.Connection,
    changed: dict[str, object],
    before: list[tuple[str, str]],
    correct: Callable[[sqlite3.Connection], None],
    after: list[tuple[str, str]],
) -> None:
    keep(writing, "/arkiv/2024.txt", RECORD.model_copy(update=changed))
    assert doubts(writing) == before
    correct(writing)
    assert doubts(writing) == after
    undo(writing, corrections(writing)[0].key)
    assert doubts(writing) == before


def test_the_doubts_of_an_older_store_are_found(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.db"
    connection = connect(path, write=True)
    keep(connection, "/arkiv/2024.txt", RECORD.model_copy(update={"diagnostics": (MISMATCH,)}))
    kept = doubts(connection)
    sql = (Path(__file__).parents[2] / "analyser/corpus/schema/0004_corrections.sql").read_text("utf-8")
    connection.execute("DELETE FROM doubts")
    for statement in sql.split(";"):
        if "INSERT INTO doubts" in statement:
            connection.execute(statement)
    assert doubts(connection) == kept == [("unlinked_name", "Nørreå"), ("role_mismatch", "Skolelederen")]
    connection.close()


@pytest.mark.parametrize(
    ("correct", "said"),
    [
        (lambda c: correct_link(c, ("0" * 64, 1), KARLA, "p1"), "no such minutes"),
        (lambda c: correct_link(c, (DOCUMENT[0], 2), KARLA, "p1"), "no such minutes"),
        (lambda c: correct_link(c, DOCUMENT, (3, 9), "p1"), "no name stands there"),
        (lambda c: correct_link(c, DOCUMENT, KARLA, "p9"), "p9: no such participant"),
        (lambda c: correct_role(c, DOCUMENT, "p9", "rektor"), "p9: no such participant"),
    ],
)
def test_what_cannot_be_corrected(
    writing: sqlite3.Connection, correct: Callable[[sqlite3.Connection], None], said: str
) -> None:
    with pytest.raises(CorrectionError, match=said):
        correct(writing)
    assert corrections(writing) == []


def test_a_roster_of_two_lines_for_one_name_and_place(writing: sqlite3.Connection) -> None:
    double = Participant(id="p4", name="Mie Fjordager", span=at(RECORD.text, "Jens Ole Tornby"))
    keep(writing, "/arkiv/2024.txt", RECORD.model_copy(update={"participants": (*RECORD.participants, double)}))
    correct_link(writing, DOCUMENT, KARLA, "p4")
    assert who(writing)[0] == ("Mie Fjordager", None, "p4")
