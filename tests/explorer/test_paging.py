"""Lists that are longer than a page: every row is reached, and no page grows with the corpus."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from analyser.explorer import make_app
from analyser.explorer.queries import LIST
from analyser.explorer.searching import PAGE
from tests.corpus.invented import invented_minutes
from tests.explorer.conftest import BASE

MEETINGS = LIST + 5


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("paging") / "arkiv.db"
    connection = connect(path, write=True)
    for number in range(MEETINGS):
        keep(connection, f"/arkiv/{number}.txt", invented_minutes(1 + number % 28, 1990 + number // 28))
    connection.close()
    with TestClient(make_app(path), base_url=BASE) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "link", "rows", "size"),
    [
        ("/", r'class="source" href="([^"]+)"', 3 * MEETINGS, PAGE),
        ("/?q=cykelstien", r'class="source" href="([^"]+)"', MEETINGS, PAGE),
        ("/moeder", r'href="(/moede/[^"]+)"', MEETINGS, LIST),
    ],
)
def test_every_row_is_reached_by_the_next_page(pages: TestClient, path: str, link: str, rows: int, size: int) -> None:
    seen: list[str] = []
    address: str | None = path
    while address:
        text = pages.get(address).text
        found = re.findall(link, text)
        assert 0 < len(found) <= size
        seen += found
        following = re.search(r'rel="next" href="([^"]+)"', text)
        address = following[1].replace("&amp;", "&") if following else None
    assert len(seen) == len(set(seen)) == rows


def test_what_is_counted_of_all_is_counted_as_what_is_found(pages: TestClient) -> None:
    """The sums that the store keeps, against the facts of one body, which are all."""
    for side in (1, 3):
        every, found = pages.get(f"/?side={side}").text, pages.get(f"/?organ=TRIVSELSRÅDET&side={side}").text
        assert _section(every, "answers") == _section(found, "answers")
        for name in ("Hvem", "Rolle", "Organisation", "Slags", "År"):
            counts = re.findall(r'quiet">([0-9.]+)<', _facet(every, name))
            assert counts
            assert counts == re.findall(r'quiet">([0-9.]+)<', _facet(found, name))


def _section(text: str, kind: str) -> str:
    return text[text.index(f'<ol class="{kind}"') : text.index("</ol>")]


def _facet(text: str, name: str) -> str:
    found = re.search(rf"<h2>{name}</h2>.*?</section>", text, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("side", ["0", "-1", "9999", "x", "1e9", "٣", "9" * 30, ""])
def test_a_page_that_is_not_there_is_the_first(pages: TestClient, side: str) -> None:
    for path in ("/", "/moeder", "/personer"):
        assert pages.get(path, params={"side": side}).text == pages.get(path).text


def test_a_person_of_many_meetings(pages: TestClient) -> None:
    meeting = re.search(r'href="/moede/([^"]+)"', pages.get("/moeder").text)
    assert meeting is not None
    text = pages.get(f"/person/{meeting[1]}/p2").text
    assert text[text.index('id="moeder"') :].count("<tr>") == LIST + 1
    assert f"De seneste {LIST} af {MEETINGS} møder." in text
    assert 'href="/?navn=Jens+Ole+Tornby"' in text
    assert 'href="/opgaver?navn=Jens+Ole+Tornby"' in text


def test_a_name_without_a_word(pages: TestClient) -> None:
    assert pages.get("/personer?navn=!").status_code == 400


def test_case_makes_no_other_role_body_or_name(tmp_path: Path) -> None:
    connection = connect(tmp_path / "arkiv.db", write=True)
    for day, role, body in ((1, "Formand", "Trivselsrådet"), (2, "formand", "TRIVSELSRÅDET"), (3, "formand", None)):
        record = invented_minutes(day, 2024)
        people = (record.participants[0].model_copy(update={"role": role}), *record.participants[1:])
        meeting = record.meeting.model_copy(update={"body": body})
        keep(connection, f"/arkiv/{day}.txt", record.model_copy(update={"participants": people, "meeting": meeting}))
    connection.close()
    with TestClient(make_app(tmp_path / "arkiv.db"), base_url=BASE) as client:
        for path in ("/", "/?aar=2024"):
            assert 'href="/?' in _facet(client.get(path).text, "Rolle")
            assert re.findall(r"<bdi>(.*?)</bdi>", _facet(client.get(path).text, "Rolle")) == ["formand", "skoleleder"]
            assert re.findall(r"<bdi>(.*?)</bdi>", _facet(client.get(path).text, "Organ")) == ["Trivselsrådet"]
        for role in ("formand", "Formand", "FORMAND"):
            assert client.get("/", params={"rolle": role}).text.count("<article") == 3
        assert client.get("/", params={"organ": "trivselsrådet"}).text.count("<article") == 6
        assert client.get("/", params={"navn": "karla rosenvang"}).text.count("<article") == 3
        assert client.get("/", params={"rolle": "form"}).text.count("<article") == 0
