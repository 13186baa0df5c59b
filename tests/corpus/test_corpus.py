"""Questions to a corpus of two meetings, and the rows they give."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.api.types import is_datetime64_any_dtype

import analyser
from analyser.corpus import StoreError, open_corpus
from analyser.corpus.keeping import keep
from analyser.corpus.question import first_day, last_day
from analyser.corpus.store import connect
from tests.corpus.invented import invented_minutes


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "2024"}, ["07 Karla Rosenvang", "07 Jens Ole Tornby", "07 Nørreå Kommune"]),
        ({"on": "indbrud"}, ["07 Karla Rosenvang", "09 Karla Rosenvang"]),
        ({"on": "skolevej", "since": "2024"}, ["07 Jens Ole Tornby"]),
        ({"on": "cykelstien kommune", "until": "2023-05"}, ["09 Nørreå Kommune"]),
        ({"speaker": "tornby", "until": date(2023, 12, 31)}, ["09 Jens Ole Tornby"]),
        ({"speaker": "torn jens", "since": "2024-05-07", "until": "2024-05-07"}, ["07 Jens Ole Tornby"]),
        ({"body": "trivsel", "since": "2024-06"}, []),
        ({"body": "byråd"}, []),
        ({"on": "!!"}, None),
        ({"speaker": "-"}, None),
        ({"since": "i fjor"}, None),
        ({"until": "2023-02-30"}, None),
        ({"speaker": "'; DROP TABLE statements; --"}, []),
    ],
)  # fmt: skip
def test_statements(store: Path, asked: dict[str, Any], said: list[str] | None) -> None:
    with open_corpus(store) as corpus:
        if said is None:
            with pytest.raises(ValueError, match=r"(no word|not a date|no such day)"):
                corpus.statements(**asked)
        else:
            frame = corpus.statements(**asked)
            assert [f"{day:%d} {who}" for day, who in zip(frame["date"], frame["speaker"], strict=True)] == said


def test_every_row_has_its_source(store: Path) -> None:
    text = {"/arkiv/2024.txt": invented_minutes(7, 2024).text, "/arkiv/2023.txt": invented_minutes(9, 2023).text}
    with open_corpus(store) as corpus:
        for frame in (corpus.statements(), corpus.decisions(), corpus.actions(), corpus.people()):
            assert len(frame)
            for row in frame.to_dict("records"):
                assert text[row["file"]][row["start"] : row["end"]] == row["quote"]


def test_columns_are_typed_with_rows_and_without(store: Path) -> None:
    with open_corpus(store) as corpus:
        for asked in ({}, {"since": "2030"}):
            actions = corpus.actions(**asked)
            assert is_datetime64_any_dtype(actions["due_to"])
            assert is_datetime64_any_dtype(actions["date"])
            assert isinstance(actions["body"].dtype, pd.CategoricalDtype)
            assert actions["start"].dtype == "Int64"
            assert corpus.decisions(**asked)["votes_for"].dtype == "Int64"
            assert isinstance(corpus.statements(**asked)["act"].dtype, pd.CategoricalDtype)


def test_decisions_and_actions(store: Path) -> None:
    with open_corpus(store) as corpus:
        decision = corpus.decisions(on="søge", since="2024").iloc[0]
        assert (decision["by"], decision["kind"], decision["item"]) == ("Trivselsrådet", "adopted", "1")
        action = corpus.actions(speaker="tornby", since="2024").iloc[0]
        assert action["due_to"] == pd.Timestamp("2024-06-01")
        assert pd.isna(action["due_from"])
        assert action["due"] == "inden 1. juni 2024"


def test_people(store: Path) -> None:
    with open_corpus(store) as corpus:
        frame = corpus.people().set_index("name")
        assert list(frame.index) == ["Jens Ole Tornby", "Karla Rosenvang", "Mie Fjordager"]
        tornby = frame.loc["Jens Ole Tornby"]
        assert (tornby["meetings"], tornby["statements"], tornby["actions"], tornby["roles"]) == (2, 2, 2, "skoleleder")
        assert (tornby["first"], tornby["last"]) == (pd.Timestamp("2023-05-09"), pd.Timestamp("2024-05-07"))
        assert frame.loc["Mie Fjordager"]["absent"] == 2
        assert list(corpus.people(on="indbrud", since="2024")["name"]) == ["Karla Rosenvang"]
        assert list(corpus.people(speaker="fjord")["name"]) == ["Mie Fjordager"]
        assert corpus.people(body="byråd").empty


def test_meetings_and_records(store: Path) -> None:
    with open_corpus(store) as corpus:
        meetings = corpus.meetings()
        assert list(meetings["statements"]) == [3, 3]
        assert list(corpus.records()) == [invented_minutes(9, 2023), invented_minutes(7, 2024)]
        assert corpus.record(meetings["sha256"][0]) == invented_minutes(7, 2024)
        assert corpus.record("no such content") is None
        assert corpus.failures().empty


def test_what_is_asked_changes_nothing(store: Path) -> None:
    with open_corpus(store) as corpus, pytest.raises(Exception, match="readonly"):
        corpus._connection.execute("DELETE FROM files")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such store; make one with `referat import"),
        (b"SQLite format 3\x00 and then nonsense" * 99, "not a store of minutes"),
        (b"Referat af et m\xc3\xb8de\n" * 99, "not a store of minutes"),
        (b"", "not a store of minutes; name another file"),
    ],
)
def test_what_is_no_store(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "x?mode=rwc #1.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=said) as error:
        open_corpus(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert path.exists() is (content is not None)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-2", "2023-02-01", "2023-02-28"),
        ("2019-03-15", "2019-03-15", "2019-03-15"),
        (date(2019, 3, 15), "2019-03-15", "2019-03-15"),
        (pd.Timestamp("2019-03-15 12:00"), "2019-03-15", "2019-03-15"),
        (None, None, None),
    ],
)
def test_days(asked: str | date | None, first: str | None, last: str | None) -> None:
    assert (first_day(asked), last_day(asked)) == (first, last)


@pytest.mark.parametrize("asked", ["15.3.2019", "2019-13", "2019-00", "0000", "2019-02-29", "", "١٢٣٤"])
def test_no_days(asked: str) -> None:
    for day in (first_day, last_day):
        with pytest.raises(ValueError, match=r"(not a date|no such day)"):
            day(asked)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ({"open": True, "on_day": "2023-06-01"}, ["2024-06-01", "2023-06-01"]),
        ({"open": True, "on_day": date(2023, 6, 2)}, ["2024-06-01"]),
        ({"open": True, "on_day": "2024-06-02"}, []),
        ({"open": True, "on_day": "2023-06-02", "until": "2023"}, []),
        ({}, ["2024-06-01", "2023-06-01"]),
    ],
)
def test_actions_that_may_be_open(store: Path, asked: dict[str, Any], due: list[str]) -> None:
    with analyser.open(store) as corpus:
        assert [str(day.date()) for day in corpus.actions(**asked)["due_to"]] == due


def test_an_action_without_a_time_limit_stays_open(store: Path) -> None:
    record = invented_minutes(11, 2022)
    (action,) = record.actions
    connection = connect(store, write=True)
    keep(
        connection, "/arkiv/2022.txt", record.model_copy(update={"actions": (action.model_copy(update={"due": None}),)})
    )
    connection.close()
    with analyser.open(store) as corpus:
        assert list(corpus.actions(open=True)["date"]) == [pd.Timestamp("2022-05-11")]


def test_meetings_of_a_time_and_a_body(store: Path) -> None:
    with analyser.open(store) as corpus:
        assert list(corpus.meetings(since="2024")["date"]) == [pd.Timestamp("2024-05-07")]
        assert len(corpus.meetings(body="trivsel", until="2024")) == 2
        assert corpus.meetings(body="byråd").empty


def test_the_page_of_each_fact(store: Path) -> None:
    record = invented_minutes(11, 2022)
    second = record.text.index("Skolelederen spurgte")
    source = record.source.model_copy(update={"pages": 2, "page_starts": (0, second)})
    connection = connect(store, write=True)
    keep(connection, "/arkiv/2022.pdf", record.model_copy(update={"source": source}))
    connection.close()
    with analyser.open(store) as corpus:
        assert list(corpus.statements(until="2022")["page"]) == [1, 2, 2]
        assert corpus.statements(since="2023")["page"].isna().all()
