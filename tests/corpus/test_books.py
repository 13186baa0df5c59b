"""A book of minutes imported: one meeting each in the store, and again costs nothing."""

from pathlib import Path

import pytest

from analyser.corpus.analysing import Known, Task, work
from analyser.corpus.importing import import_minutes
from analyser.corpus.store import connect
from analyser.minutes import Minutes
from tests.structure.test_protocols import NEW


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "bog.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_each_meeting_of_a_book_is_minutes_of_its_own(tmp_path: Path, book: Path) -> None:
    store = tmp_path / "arkiv.db"
    assert [o.status for o in import_minutes([book], store, model="blank:da")] == ["imported"]
    assert [o.status for o in import_minutes([book], store, model="blank:da")] == ["unchanged"]
    rows = connect(store).execute("SELECT date FROM minutes ORDER BY date").fetchall()
    assert [row["date"] for row in rows] == ["1998-05-04", "1998-06-08", "1998-07-01"]


def test_a_record_says_where_in_the_book_it_stands(book: Path) -> None:
    done = work(Task(book), "blank:da")
    assert not done.problems
    found = [d.source for d in done.documents if isinstance(d, Minutes)]
    assert [s.name for s in found] == ["bog.txt#1", "bog.txt#2", "bog.txt#3"]
    texts = [d.text for d in done.documents if isinstance(d, Minutes)]
    assert texts == [NEW[s.part[0] : s.part[1]] for s in found if s.part]


def test_a_meeting_that_the_store_has_is_not_analysed_anew(book: Path) -> None:
    first = work(Task(book), "blank:da").documents[0]
    assert isinstance(first, Minutes)
    again = work(Task(book, known=frozenset({first.source.sha256})), "blank:da").documents
    assert [isinstance(d, Known) for d in again] == [True, False, False]
