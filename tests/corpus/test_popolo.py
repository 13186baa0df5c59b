"""Who is who, as Popolo JSON."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import analyser
from analyser.corpus.keeping import keep
from analyser.corpus.masking import masked
from analyser.corpus.store import connect
from tests.corpus.invented import invented_minutes


@pytest.fixture
def popolo(store: Path) -> dict[str, list[dict[str, object]]]:
    with analyser.open(store) as corpus:
        return json.loads(corpus.popolo())


def test_people_and_what_they_belong_to(popolo: dict[str, list[dict[str, object]]]) -> None:
    names = {entry["id"]: entry["name"] for entry in (*popolo["persons"], *popolo["organizations"])}
    assert sorted(str(entry["name"]) for entry in popolo["persons"]) == [
        "Jens Ole Tornby", "Karla Rosenvang", "Mie Fjordager"
    ]  # fmt: skip
    (tornby,) = [m for m in popolo["memberships"] if names[m["person_id"]] == "Jens Ole Tornby"]
    assert names[tornby["organization_id"]] == "Trivselsrådet"
    assert (tornby["role"], tornby["start_date"], tornby["end_date"]) == ("skoleleder", "2023-05-09", "2024-05-07")
    (council,) = [o for o in popolo["organizations"] if o["name"] == "Trivselsrådet"]
    assert names[council["parent_id"]] == "Nørreå Kommune"


def test_meetings_and_who_was_there(popolo: dict[str, list[dict[str, object]]]) -> None:
    assert [event["start_date"] for event in popolo["events"]] == ["2023-05-09", "2024-05-07"]
    for event in popolo["events"]:
        assert len(event["attendees"]) == 2  # Mie Fjordager sent her regrets
        assert event["sources"][0]["url"].startswith("file:///arkiv/")


def test_it_is_valid(store: Path) -> None:
    """By the part of the published specification that is used; with the hours of a summer's and a winter's meeting."""
    connection = connect(store, write=True)
    for day, hour in (("2024-07-01", "10:00"), ("2024-01-10", "19:30"), ("foråret", "10:00")):
        record = invented_minutes(1, 2020, sha256=day.encode().hex().zfill(64))
        meeting = record.meeting.model_copy(update={"date": day, "start": hour})
        keep(connection, f"/arkiv/møde {day}.txt", record.model_copy(update={"meeting": meeting}))
    connection.close()
    with analyser.open(store) as corpus:
        entries = json.loads(corpus.popolo())
    schema = json.loads((Path(__file__).parent / "popolo.schema.json").read_text("utf-8"))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(entries)
    times = {event["start_date"] for event in entries["events"]}
    assert times == {None, "2023-05-09", "2024-05-07", "2024-07-01T10:00+02:00", "2024-01-10T19:30+01:00"}
    assert "file:///arkiv/m%C3%B8de%202024-01-10.txt" in {event["sources"][0]["url"] for event in entries["events"]}


def test_every_id_that_is_named_is_there(popolo: dict[str, list[dict[str, object]]]) -> None:
    ids = [entry["id"] for entries in popolo.values() for entry in entries]
    assert len(ids) == len(set(ids))
    named = {
        value
        for entries in popolo.values()
        for entry in (*entries, *(a for e in entries for a in e.get("attendees", ())))
        for name, value in entry.items()
        if name.endswith("_id") and value
    }
    assert named <= set(ids)


def test_every_text_is_hidden(store: Path) -> None:
    with analyser.open(store) as corpus:
        assert corpus.popolo(hide=masked) == corpus.popolo()
        hidden = corpus.popolo(hide=lambda text: "#")
    for word in ("Tornby", "Trivsel", "skoleleder", "arkiv"):
        assert word not in hidden
