"""A person or a file taken out of a store: nothing of them stays in the file, and all else does."""

from pathlib import Path

import pytest

import analyser
from analyser.corpus.analysing import Problem
from analyser.corpus.corrections import correct_link
from analyser.corpus.erased import erased_of, remember
from analyser.corpus.erasing import Erased, ErasingError, erase_file, erase_person
from analyser.corpus.identifying import identify
from analyser.corpus.keeping import keep, keep_problems
from analyser.corpus.store import connect
from tests.corpus.invented import at, invented_minutes


def content(store: Path) -> str:
    """Give all bytes of a store and of what SQLite keeps beside it."""
    files = [path for path in store.parent.iterdir() if path.name.startswith(store.name)]
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


@pytest.fixture
def archive(store: Path) -> Path:
    """The store with a third meeting, in which the person is not on the roster and another Karla is."""
    record = invented_minutes(8, 2022)
    text = record.text.replace("Mie Fjordager", "Karla Skovlyst").replace("Karla Rosenvang (", "Sigurd Vestervang (")
    people = [p.model_copy(update={"name": text[slice(*p.span)]}) for p in record.participants]
    text = text.replace("er færdig.", "er færdig, siger KARLA  ROSENVANG.")
    connection = connect(store, write=True)
    keep(connection, "/arkiv/2022.txt", record.model_copy(update={"text": text, "participants": tuple(people)}))
    connection.close()
    return store


def test_a_person_is_erased_from_the_whole_file(archive: Path) -> None:
    assert "Rosenvang" in content(archive)
    connection = connect(archive, write=True)
    assert erase_person(connection, "karla rosenvang") == Erased(3)
    connection.close()
    left = content(archive).casefold()
    assert "rosenvang" not in left
    assert "karla skovlyst" in left
    assert "jens ole tornby" in left


def test_what_is_left_is_as_sound_as_before(archive: Path) -> None:
    before = {minutes.source.sha256: minutes for minutes in records(archive)}
    connection = connect(archive, write=True)
    erase_person(connection, "Karla Rosenvang")
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()
    for minutes in records(archive):
        assert len(minutes.text) == len(before[minutes.source.sha256].text)
        assert [s.span for s in minutes.statements] == [s.span for s in before[minutes.source.sha256].statements]
    with analyser.open(archive) as corpus:
        texts = {minutes.source.sha256: minutes.text for minutes in corpus.records()}
        sources = dict(zip(corpus.meetings()["file"], corpus.meetings()["sha256"], strict=True))
        for frame in (corpus.statements(), corpus.decisions(), corpus.actions(), corpus.people()):
            for row in frame.to_dict("records"):
                assert texts[sources[row["file"]]][row["start"] : row["end"]] == row["quote"]
        assert len(corpus.statements(on="indbrud")) == 3
        assert corpus.statements(on="rosenvang").empty
        assert "••••• •••••••••" in set(corpus.statements()["speaker"])


def records(store: Path) -> list[analyser.Minutes]:
    with analyser.open(store) as corpus:
        return list(corpus.records())


def test_a_later_import_does_not_bring_the_name_back(archive: Path) -> None:
    connection = connect(archive, write=True)
    erase_person(connection, "Karla Rosenvang")
    once = [minutes.to_json() for minutes in records(archive)]
    keep(connection, "/arkiv/2024.txt", invented_minutes(7, 2024))  # as with --again
    assert [minutes.to_json() for minutes in records(archive)] == once
    new = invented_minutes(3, 2025)
    text = new.text.replace("er færdig.", "er færdig, sagde Karla og K.R. til KARLA ROSENVANGS mand.")
    keep(connection, "/arkiv/2025.txt", new.model_copy(update={"text": text}))
    elsewhere = invented_minutes(4, 2025)
    text = elsewhere.text.replace("Karla Rosenvang (", "Karla Skovlyst (").replace("er færdig.", "er Karlas.")
    people = [p.model_copy(update={"name": text[slice(*p.span)]}) for p in elsewhere.participants]
    keep(
        connection,
        "/arkiv/andre.txt",
        elsewhere.model_copy(update={"text": text, "participants": tuple(people)}),
    )
    identify(connection)
    connection.close()
    left = content(archive).casefold()
    assert "rosenvang" not in left
    texts = {minutes.meeting.date: minutes.text for minutes in records(archive)}
    assert "sagde ••••• og K.R. til ••••• •••••••••S mand" in texts["2025-05-03"]
    assert "Karla Skovlyst (formand)" in texts["2025-05-04"]
    assert "er Karlas." in texts["2025-05-04"]  # another Karla


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karla Rosenvang talte", {"Karla Rosenvang"}),
        ("KARLA  ROSENVANG og Karla-Rosenvangs mand", {"KARLA  ROSENVANG", "Karla-Rosenvang"}),
        ("Jens Hans", {"Jens Hans"}),
        ("Jens Hans' og Jens Hanss", {"Jens Hans"}),
        ("Karla 2 Rosenvang", set()),
        ("Karla talte med Rosenvang", set()),
        ("Rosenvang Karla", set()),
        ("", set()),
    ],
)
def test_erased_names_are_known_again(store: Path, text: str, names: set[str]) -> None:
    connection = connect(store, write=True)
    remember(connection, ["Karla Rosenvang", "Jens Hans", "Karla"])
    erased = erased_of(connection)
    assert erased is not None
    assert erased.named_in(text) == names
    assert connection.execute("SELECT count(*) FROM erased").fetchone()[0] == 2  # a lone name is many people's
    connection.close()


def test_a_first_name_goes_where_nobody_else_bears_it(store: Path) -> None:
    record = invented_minutes(8, 2022)
    text = record.text.replace("i fjor.", "i år, sagde Karla og KARLAS søn.")
    other = record.participants[2].model_copy(update={"name": "Karla Fjordager"})
    shared = (*record.participants[:2], other)
    connection = connect(store, write=True)
    keep(connection, "/arkiv/a.txt", record.model_copy(update={"text": text}))
    source = record.source.model_copy(update={"sha256": "b" * 64})
    keep(connection, "/arkiv/b.txt", record.model_copy(update={"text": text, "source": source, "participants": shared}))
    erase_person(connection, "Karla Rosenvang")
    connection.close()
    kept = {
        minutes.source.sha256[0]: minutes.text for minutes in records(store) if minutes.meeting.date == "2022-05-08"
    }
    assert "sagde ••••• og •••••S søn" in kept["0"]
    assert "sagde Karla og KARLAS søn" in kept["b"]


def test_what_a_person_was_corrected_to_is_erased_too(store: Path) -> None:
    connection = connect(store, write=True)
    minutes = invented_minutes(7, 2024)
    correct_link(connection, (minutes.source.sha256, 1), at(minutes.text, "Skolelederen"), "p1")
    erase_person(connection, "Karla Rosenvang")
    connection.close()
    assert "Rosenvang" not in content(store)


def test_the_id_of_a_person_is_erased_wherever_it_stands(store: Path) -> None:
    record = invented_minutes(8, 2022)
    text = record.text.replace("Karla Rosenvang", "Åse Rosenvænge")
    people = (record.participants[0].model_copy(update={"name": "Åse Rosenvænge"}), *record.participants[1:])
    connection = connect(store, write=True)
    keep(connection, "/arkiv/2022.txt", record.model_copy(update={"text": text, "participants": people}))
    identify(connection)
    (person,) = [row["id"] for row in connection.execute("SELECT id FROM people WHERE name LIKE 'Åse%'")]
    assert person.startswith("aase-rosenvaenge-")
    erase_person(connection, person)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert {row["name"] for row in connection.execute("SELECT name FROM people")} >= {
        "Karla Rosenvang",
        "••• ••••••••••",
    }
    connection.close()
    left = content(store).casefold()
    assert not any(name in left for name in ("rosenvænge", "rosenvaenge", person))


def test_another_writing_of_the_same_person_is_erased_too(store: Path) -> None:
    record = invented_minutes(8, 2022)
    text = record.text.replace("Karla Rosenvang", "Karla R. Vang")
    people = (record.participants[0].model_copy(update={"name": "Karla R. Vang"}), *record.participants[1:])
    connection = connect(store, write=True)
    keep(connection, "/arkiv/2022.txt", record.model_copy(update={"text": text, "participants": people}))
    connection.execute("INSERT INTO people (id, name) VALUES ('karla-1', 'Karla Rosenvang')")
    connection.execute("UPDATE participants SET person = 'karla-1' WHERE id = 'p1'")
    assert erase_person(connection, "Karla Rosenvang") == Erased(3)
    connection.close()
    assert "Vang" not in content(store)


def test_one_of_two_people_of_a_name_is_named_by_id(store: Path) -> None:
    connection = connect(store, write=True)
    for year, person in ((2023, "karla-rosenvang-1"), (2024, "karla-rosenvang-2")):
        connection.execute("INSERT INTO people (id, name) VALUES (?, 'Karla Rosenvang')", (person,))
        connection.execute(
            "UPDATE participants SET person = ? WHERE id = 'p1' AND minutes IN"
            " (SELECT key FROM minutes WHERE date LIKE ?)",
            (person, f"{year}%"),
        )
    with pytest.raises(
        ErasingError, match="several people; name one of them by id: karla-rosenvang-1, karla-rosenvang-2"
    ):
        erase_person(connection, "Karla Rosenvang")
    connection.close()


@pytest.mark.parametrize("name", ["Ukendt Gæst", "", "Karla"])
def test_nobody_of_that_name(store: Path, name: str) -> None:
    connection = connect(store, write=True)
    with pytest.raises(ErasingError, match=r"(no minutes hold|no roster has)"):
        erase_person(connection, name)
    connection.close()
    assert "Karla Rosenvang" in content(store)


def test_a_file_is_erased_with_what_no_other_holds(store: Path) -> None:
    connection = connect(store, write=True)
    keep(connection, "/arkiv/kopi.txt", invented_minutes(7, 2024))
    assert erase_file(connection, "/arkiv/kopi.txt") == Erased(0)
    assert erase_file(connection, "/arkiv/2024.txt") == Erased(1)
    with pytest.raises(ErasingError, match="knows no such file"):
        erase_file(connection, "/arkiv/2024.txt")
    connection.close()
    left = content(store)
    assert "juni 2023" in left
    assert "2024" not in left.replace("2024-", "")  # nothing but the time of an import


def test_what_failed_inside_a_file_is_no_longer_told_when_the_file_is_erased(store: Path) -> None:
    connection = connect(store, write=True)
    inside = [Problem(f"/arkiv/æske.zip/{name}", f"/arkiv/æske.zip/{name}: damaged") for name in ("a.docx", "b.docx")]
    keep_problems(connection, "/arkiv/æske.zip", inside, "0.1.0")
    keep_problems(connection, "/arkiv/c.docx", [Problem("/arkiv/c.docx", "/arkiv/c.docx: damaged")], "0.1.0")
    erase_file(connection, "/arkiv/æske.zip")
    assert [row["path"] for row in connection.execute("SELECT path FROM failures")] == ["/arkiv/c.docx"]
    connection.close()
    assert "æske" not in content(store)


def test_a_file_that_a_cluster_read_is_erased_by_its_url(store: Path) -> None:
    connection = connect(store, write=True)
    keep(connection, "s3://arkiv/2022.txt", invented_minutes(8, 2022, sha256="c" * 64))
    assert erase_file(connection, "s3://arkiv/2022.txt") == Erased(1)
    connection.close()
