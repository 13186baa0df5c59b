"""The pages of a store with an invented meeting, one that means harm, and one of which little is known."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from analyser.corpus.analysing import Problem
from analyser.corpus.keeping import keep, keep_problems
from analyser.corpus.store import connect
from analyser.explorer import make_app
from analyser.minutes import Actor, Item, Meeting, Minutes, Statement
from tests.corpus.invented import invented_minutes

BASE = "http://127.0.0.1:8765"
HARM = '<script>alert(1)</script> " onmouseover="x() \u202eegan\u202c {{ 7*7 }} ]]> &amp; \'); DROP TABLE files; --'


def hostile() -> Minutes:
    """Give minutes in which every piece of text tries to be something else, and a name of a megabyte."""
    record = invented_minutes(1, 2020, name=f"{HARM}.txt", sha256="f" * 64)
    text = f"{HARM} oplyste, at 010203-1234 er {HARM}.\n" + "Navn " * 200_000
    actor = Actor(kind="person", participant="p1", name=HARM, role=HARM, organisation=HARM, span=(0, len(HARM)))
    people = [person.model_copy(update={"name": HARM, "role": HARM, "span": (0, 9)}) for person in record.participants]
    people[1] = people[1].model_copy(update={"name": text})
    return record.model_copy(
        update={
            "text": text,
            "meeting": record.meeting.model_copy(update={"title": HARM, "body": HARM, "place": HARM}),
            "participants": tuple(people),
            "items": (Item(id="i1", number=HARM, title=HARM, span=(0, 40)),),
            "agenda": (),
            "mentions": (),
            "decisions": (),
            "actions": (),
            "statements": (
                Statement(
                    id="s1", item="i1", speaker=actor, verb=HARM, act="report",
                    span=(0, text.index("\n")), extent=(0, len(text)),
                ),
            ),
        }
    )  # fmt: skip


def bare() -> Minutes:
    """Give minutes of which nothing is known but who said what: no title, body, date, item, verb or topic."""
    record = invented_minutes(2, 2021, sha256="b" * 64)
    statements = [row.model_copy(update={"item": None, "verb": None, "topic": None}) for row in record.statements]
    return record.model_copy(
        update={
            "meeting": Meeting(),
            "agenda": (),
            "items": (),
            "mentions": (),
            "statements": tuple(statements),
            "decisions": (record.decisions[0].model_copy(update={"item": None, "by": None}),),
            "actions": (record.actions[0].model_copy(update={"item": None, "responsible": None, "due": None}),),
        }
    )


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explorer") / "arkiv.db"
    connection = connect(path, write=True)
    keep(connection, "/arkiv/2024.txt", invented_minutes(7, 2024))
    keep(connection, f"/arkiv/{HARM}", hostile())
    keep(connection, "/arkiv/bare.txt", bare())
    problem = Problem("/arkiv/tom.txt", "/arkiv/tom.txt: the file is empty; nothing to analyse")
    keep_problems(connection, "/arkiv/tom.txt", [problem], "0.1.0")
    connection.close()
    return path


@pytest.fixture(scope="session")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(make_app(store), base_url=BASE) as client:
        yield client


@pytest.fixture
def page(client: TestClient) -> Callable[[str], str]:
    def get(path: str) -> str:
        answer = client.get(path)
        assert answer.status_code == 200, path
        return answer.text

    return get
