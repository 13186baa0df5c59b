"""People as an import works them out: their list, their pages, and who may be one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from analyser.corpus import Corpus
from analyser.corpus.identifying import decide, identify
from analyser.corpus.store import connect
from analyser.explorer import make_app
from tests.corpus.test_identifying import meet
from tests.explorer.conftest import BASE
from tests.explorer.test_correcting import forms
from tests.explorer.test_correcting import text as visible
from tests.explorer.test_pages import ELEMENTS, Read


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Give a store with two of one name, in doubt whether they are one, and one whose name is written in two ways."""
    path = tmp_path / "arkiv.db"
    with closing(connect(path, write=True)) as connection:
        meet(connection, "2019-01-10", ("Karen Holm", "medlem", "Søby"), ("Jens Ole Åby", None, None))
        meet(connection, "2021-01-10", ("Karen Holm", "formand", "Søby"), ("Jens Åby", None, None))
        meet(connection, "2022-03-01", ("Karen Holm", "læge", "Nørreå"), body="Sundhedsrådet", place="Nørreå")
        identify(connection)
    return path


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(make_app(store), base_url=BASE, headers={"Origin": BASE}) as client:
        yield client


@pytest.fixture
def ids(store: Path) -> dict[str, str]:
    with closing(connect(store)) as connection:
        rows = connection.execute("SELECT organisation, id FROM people WHERE name LIKE 'karen%'")
        return {row["organisation"]: row["id"] for row in rows}


def text(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return visible(answer.text)


def test_the_list_has_the_people_of_the_corpus(client: TestClient, store: Path) -> None:
    with closing(Corpus(connect(store))) as corpus:
        frame = corpus.people()
    links = [href for href in Read(client.get("/personer").text).values("href") if href.startswith("/person/")]
    assert links == [f"/person/{key}" for key in frame["id"]]
    assert "medlem, formand · Søby · 2 møder" in text(client, "/personer?navn=holm")


def test_a_name_as_any_line_writes_it_finds_all_of_its_bearer(client: TestClient, store: Path) -> None:
    with closing(connect(store, write=True)) as connection:
        a, b = (row["id"] for row in connection.execute("SELECT id FROM people WHERE name LIKE 'Jens%'"))
        decide(connection, a, b, same=True)
    assert "2 møder" in text(client, "/personer?navn=ole")


@pytest.mark.parametrize(
    ("place", "shown", "absent"),
    [
        ("Søby", ["formand", "10. januar 2019", "10. januar 2021", "Andre med samme navn Karen Holm Nørreå"], ["læge"]),
        ("Nørreå", ["læge", "1. marts 2022", "Andre med samme navn Karen Holm Søby"], ["formand", "2021"]),
    ],
)
def test_a_page_of_a_person(
    client: TestClient, ids: dict[str, str], place: str, shown: list[str], absent: list[str]
) -> None:
    page = text(client, f"/person/{ids[place]}")
    assert [words for words in shown if words not in page] == []
    assert [words for words in absent if words in page] == []


def test_a_roster_line_leads_to_its_person(client: TestClient, ids: dict[str, str]) -> None:
    for meeting, place in ((0, "Søby"), (1, "Søby"), (2, "Nørreå")):
        answer = client.get(f"/person/{meeting:064d}/p1", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (307, f"/person/{ids[place]}")


@pytest.mark.parametrize("path", ["/person/ingen", "/person/x/p1", f"/person/{0:064d}/p9"])
def test_nobody(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_who_is_gone_from_every_roster_is_in_no_list(store: Path) -> None:
    with closing(connect(store, write=True)) as connection:
        connection.execute("INSERT INTO people (id, name) VALUES ('rest-1', 'Rest Restrup')")
        assert "Rest Restrup" not in set(Corpus(connection).people()["name"])


def test_two_who_may_be_one_are_listed_with_what_speaks_for_it(client: TestClient) -> None:
    page = text(client, "/tvivl?slags=people")
    assert "Samme person? 2" in page
    assert "Karen Holm Søby · medlem, formand · Havneudvalget · 2019–2021 · 2 møder" in page
    assert "For: navn, tid. Imod: organisation, organ, rolle." in page


@pytest.mark.parametrize(("answer", "told", "people"), [("en", "samme person", 1), ("to", "to personer", 2)])
def test_a_pair_is_settled_and_that_is_taken_back(
    client: TestClient, store: Path, ids: dict[str, str], answer: str, told: str, people: int
) -> None:
    before = state(store)
    assert settle(client, ids, answer) == "/tvivl?slags=people&gemt=1"
    assert "Rettelsen er gemt" in text(client, "/tvivl?slags=people&gemt=1")
    assert "Samme person? 1" in text(client, "/tvivl?slags=people")
    assert text(client, "/personer?navn=holm").count("Karen Holm") == people
    assert f"Karen Holm Nørreå Karen Holm Søby {told} Fortryd" in text(client, "/rettelser")
    decided = state(store)
    with closing(connect(store, write=True)) as connection:  # the command line decides the same
        decide(connection, *ids.values(), same=answer == "en")
    assert state(store) == decided
    (undo,) = [form for form in forms(client.get("/rettelser").text) if form[0] == "/rettelser/personer"]
    answered = client.post(undo[0], data={**undo[1], "noegle": undo[2][0][1]}, follow_redirects=False)
    assert answered.headers["location"] == "/rettelser?gemt=1"
    assert state(store) == before


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"token": "x"}, 403),
        ({"a": "ingen"}, 404),
        ({"b": ""}, 404),
        ({"svar": "måske"}, 400),
    ],
)
def test_what_is_refused(
    client: TestClient, store: Path, ids: dict[str, str], change: dict[str, str], status: int
) -> None:
    before = state(store)
    hidden = forms(client.get("/tvivl?slags=people").text)[0][1]
    a, b = ids.values()
    assert client.post("/tvivl", data={**hidden, "a": a, "b": b, "svar": "en", **change}).status_code == status
    assert client.post("/rettelser/personer", data={**hidden, "noegle": "0", **change}).status_code in (403, 404)
    assert client.post("/tvivl", data={**hidden, "svar": "en"}, headers={"Origin": "http://ond.dk"}).status_code == 403
    assert state(store) == before


def test_every_page_is_whole_and_every_link_leads_somewhere(client: TestClient, ids: dict[str, str]) -> None:
    settle(client, ids, "to")
    for path in ("/personer", "/tvivl?slags=people", "/rettelser", *(f"/person/{key}" for key in ids.values())):
        read = Read(client.get(path).text)
        assert {tag for tag, _ in read.elements} <= {*ELEMENTS.split(), "br"}
        assert len(set(read.values("id"))) == len(read.values("id"))
        for href in set(read.values("href")):
            assert href.startswith("#") or client.get(href).status_code == 200


def settle(client: TestClient, ids: dict[str, str], answer: str) -> str:
    """Answer whether the two of one name are one; give where that leads."""
    pairs = forms(client.get("/tvivl?slags=people").text)
    (sent,) = [form for form in pairs if {form[1]["a"], form[1]["b"]} == set(ids.values())]
    assert ("svar", answer) in sent[2]
    answered = client.post(sent[0], data={**sent[1], "svar": answer}, follow_redirects=False)
    assert answered.status_code == 303
    return answered.headers["location"]


def state(store: Path) -> list[list[tuple[object, ...]]]:
    """Give all that the store has of people."""
    with closing(connect(store)) as connection:
        return [
            [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]
            for table in ("people", "doubtful_pairs", "people_decided")
        ]
