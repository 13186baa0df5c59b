"""A person corrects a name and a role on the pages: what is then shown, kept, refused."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from analyser.corpus.analysing import Done
from analyser.corpus.finding import Found
from analyser.corpus.importing import import_found
from analyser.corpus.keeping import keep, keep_file
from analyser.corpus.store import connect
from analyser.corpus.workers import ThisProcess
from analyser.evaluation import parse
from analyser.explorer import make_app
from analyser.minutes import Candidate, Diagnostic
from tests.corpus.invented import invented_minutes
from tests.explorer.conftest import BASE, HARM, hostile

FORM = {"origin": BASE, "content-type": "application/x-www-form-urlencoded"}
_, TORNBY, NORREAA = (mention.span for mention in invented_minutes().mentions)
RECORD = invented_minutes().model_copy(
    update={
        "diagnostics": (Diagnostic(code="role_mismatch", severity="warning", message="", span=TORNBY),),
        "mentions": (
            *invented_minutes().mentions[:2],
            invented_minutes().mentions[2].model_copy(update={"candidates": (Candidate(participant="p3", score=0.4),)}),
        ),
        "statements": tuple(
            row.model_copy(update={"speaker": row.speaker.model_copy(update={"role": "rektor"})})
            if row.speaker.participant == "p2"
            else row
            for row in invented_minutes().statements
        ),
    }
)
SHA = RECORD.source.sha256
LINK = f"/ret/{SHA}/{NORREAA[0]}/{NORREAA[1]}"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "arkiv.db"
    with closing(connect(path, write=True)) as connection:
        keep(connection, "/arkiv/2024.txt", RECORD)
        keep(connection, "/arkiv/ondt.txt", hostile())
    return path


@pytest.fixture
def reader(archive: Path) -> Iterator[TestClient]:
    with TestClient(make_app(archive), base_url=BASE, follow_redirects=False) as client:
        yield client


def forms(html: str) -> list[tuple[str, dict[str, str], list[tuple[str, str]]]]:
    """Every form that sends: its address, hidden fields, buttons with a name."""
    found = []
    for action, inside in re.findall(r'<form[^>]*method="post" action="([^"]+)">(.*?)</form>', html, re.DOTALL):
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', inside)
        buttons = re.findall(r'<button[^>]* name="([^"]+)" value="([^"]*)">', inside)
        found.append((action, {k: unescape(v) for k, v in hidden}, [(k, unescape(v)) for k, v in buttons]))
    return found


def press(reader: TestClient, page: str, button: tuple[str, str]) -> str:
    """Press the one button with this name and value on a page; give where that leads."""
    (sent,) = [(a, h) for a, h, buttons in forms(reader.get(page).text) if button in buttons]
    answer = reader.post(sent[0], data={**sent[1], button[0]: button[1]}, headers={"origin": BASE})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def text(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def test_an_unknown_name_is_settled_from_the_list_of_doubts(reader: TestClient) -> None:
    assert "Ukendte navne 1" in text(reader.get("/tvivl").text)
    onward = press(reader, "/tvivl", ("deltager", "p3"))
    assert onward == "/tvivl?slags=unlinked_name&gemt=1"
    after = text(reader.get(onward).text)
    assert "Rettelsen er gemt" in after
    assert "Ukendte navne 0" in after
    assert f'id="navn-{NORREAA[0]}" href="#deltager-p3"' in reader.get(f"/moede/{SHA}").text


def test_a_name_is_nobody_on_the_list(reader: TestClient) -> None:
    press(reader, "/tvivl", ("deltager", ""))
    meeting = reader.get(f"/moede/{SHA}").text
    assert "Navnet svarer ikke" not in meeting
    assert "Nørreå" in meeting


@pytest.mark.parametrize("role", ["rektor", "skoleleder"])
def test_a_title_is_settled(reader: TestClient, role: str) -> None:
    onward = press(reader, "/tvivl?slags=role_mismatch", ("rolle", role))
    assert "Titler 0" in text(reader.get(onward).text)
    assert f"Jens Ole Tornby ret rollen for Jens Ole Tornby {role}" in text(reader.get(f"/moede/{SHA}").text)
    assert f"Jens Ole Tornby {role}" in text(reader.get("/?navn=Jens+Ole+Tornby").text)
    assert role in text(reader.get(f"/person/{SHA}/p2").text)


def test_a_speaker_is_corrected_from_the_meeting(reader: TestClient) -> None:
    meeting = reader.get(f"/moede/{SHA}").text
    span = RECORD.statements[2].speaker.span
    choose = f"/ret/{SHA}/{span[0]}/{span[1]}"
    assert f'href="{choose}"' in meeting
    onward = press(reader, choose, ("deltager", "p1"))
    assert onward == f"/moede/{SHA}?gemt=1#navn-{span[0]}"
    assert "Rettelsen er gemt" in reader.get(onward).text
    assert "2 udsagn" in text(reader.get("/?navn=Karla+Rosenvang").text)


def test_a_role_of_ones_own_words(reader: TestClient) -> None:
    ((action, hidden, _),) = forms(reader.get(f"/ret/{SHA}/p1").text)
    reader.post(action, data={**hidden, "rolle": HARM}, headers={"origin": BASE})
    for page in (f"/moede/{SHA}", "/", f"/person/{SHA}/p1", "/rettelser", f"/ret/{SHA}/p1", "/personer"):
        html = reader.get(page).text
        assert "<script" not in html
        assert 'onmouseover="x' not in html
    assert "1 udsagn" in text(reader.get("/", params={"rolle": HARM, "q": "indbrudsforebyggelse"}).text)


def test_a_correction_is_listed_and_taken_back(reader: TestClient) -> None:
    press(reader, "/tvivl", ("deltager", "p3"))
    listed = reader.get("/rettelser").text
    assert "Nørreå er Mie Fjordager" in text(listed)
    (button,) = forms(listed)[0][2]
    assert press(reader, "/rettelser", button) == "/rettelser?gemt=1"
    assert "Ukendte navne 1" in text(reader.get("/tvivl").text)
    assert "Der er ingen rettelser" in text(reader.get("/rettelser").text)


def test_a_correction_stands_after_another_import(reader: TestClient, archive: Path, tmp_path: Path) -> None:
    press(reader, "/tvivl", ("deltager", "p3"))
    press(reader, "/tvivl?slags=role_mismatch", ("rolle", "rektor"))
    file = tmp_path / "2024.txt"
    file.write_text("the analyser below makes the same of it")
    workers = ThisProcess(lambda task: Done(task, task.sha256, [RECORD]))
    with closing(connect(archive, write=True)) as connection:
        outcomes = list(import_found(connection, Found(files=[file]), workers, again=True))
    assert [outcome.status for outcome in outcomes] == ["imported"]
    assert f'id="navn-{NORREAA[0]}" href="#deltager-p3"' in reader.get(f"/moede/{SHA}").text
    assert "Jens Ole Tornby rektor" in text(reader.get("/?navn=Jens+Ole+Tornby").text)
    assert "Ukendte navne 0" in text(reader.get("/tvivl").text)


def test_corrections_are_given_as_gold(reader: TestClient) -> None:
    press(reader, "/tvivl", ("deltager", "p3"))
    (address,) = re.findall(r'href="(/rettelser/[^"]+\.gold)"', reader.get("/rettelser").text)
    answer = reader.get(address)
    assert answer.headers["content-disposition"] == f'attachment; filename="{SHA[:12]}.gold"'
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    minutes, gold = parse(answer.text)
    assert minutes == RECORD.text
    assert [(row.text, row.participant) for row in gold.mentions] == [("Nørreå", "Mie Fjordager")]


@pytest.mark.parametrize(
    ("headers", "change", "status"),
    [
        ({}, {}, 303),
        ({"origin": "http://evil.example"}, {}, 403),
        ({"origin": "null"}, {}, 403),
        ({"origin": ""}, {}, 403),
        ({"host": "evil.example:8765", "origin": "http://evil.example:8765"}, {}, 403),
        ({"sec-fetch-site": "cross-site"}, {}, 403),
        ({"content-type": "text/plain"}, {}, 415),
        ({"content-type": "application/json"}, {}, 415),
        ({}, {"token": ""}, 403),
        ({}, {"token": "x" * 43}, 403),
        ({}, {"token": "æ"}, 403),
        ({}, {"deltager": "p99"}, 404),
        ({}, {"deltager": "p3' OR 1=1"}, 404),
        ({}, {"filler": "x" * 20_000}, 413),
    ],
)
def test_what_is_refused(
    reader: TestClient, archive: Path, headers: dict[str, str], change: dict[str, str], status: int
) -> None:
    _, hidden, _ = forms(reader.get("/tvivl").text)[0]
    fields = {"token": hidden["token"], "deltager": "p3", **change}
    body = "&".join(f"{key}={value}" for key, value in fields.items()).encode()
    answer = reader.post(LINK, content=body if "æ" not in str(change) else b"token=%C3%A6", headers=FORM | headers)
    assert answer.status_code == status
    with sqlite3.connect(archive) as connection:
        assert connection.execute("SELECT count(*) FROM corrections").fetchone()[0] == (status == 303)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&" * 3000 + b"a=1" + b"&a=1" * 20, b""])
def test_what_is_no_form(reader: TestClient, body: bytes) -> None:
    assert reader.post(LINK, content=body, headers=FORM).status_code in (400, 403)


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/tvivl", "role_mismatch\r\nX: y", "x"])
def test_a_form_leads_nowhere_else(reader: TestClient, back: str) -> None:
    _, hidden, _ = forms(reader.get("/tvivl").text)[0]
    data = {"token": hidden["token"], "deltager": "p3", "tilbage": back}
    answer = reader.post(LINK, data=data, headers={"origin": BASE})
    assert answer.headers["location"] == f"/moede/{SHA}?gemt=1#navn-{NORREAA[0]}"
    shown = reader.get(LINK, params={"tilbage": back}).text
    assert "evil" not in re.sub(r'<input type="hidden" name="tilbage" value="[^"]*">', "", shown)


def test_a_store_that_is_in_use_says_so(reader: TestClient, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, hidden, _ = forms(reader.get("/tvivl").text)[0]

    def locked(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("analyser.explorer.correcting.correct_link", locked)
    answer = reader.post(LINK, data={"token": hidden["token"], "deltager": "p3"}, headers={"origin": BASE})
    assert answer.status_code == 503
    assert "Rettelsen kunne ikke gemmes" in answer.text


def test_a_second_meeting_of_one_file_has_people_of_its_own(tmp_path: Path) -> None:
    first, second = (
        RECORD,
        RECORD.model_copy(
            update={"participants": (RECORD.participants[1].model_copy(update={"id": "p1"}),), "statements": ()}
        ),
    )
    second = second.model_copy(update={"decisions": (), "actions": (), "mentions": ()})
    path = tmp_path / "arkiv.db"
    with closing(connect(path, write=True)) as connection:
        keep_file(connection, "/arkiv/bog.txt", SHA, [first, second])
    with TestClient(make_app(path), base_url=BASE) as reader:
        listed = reader.get("/personer?navn=Tornby").text
        (address,) = re.findall(r'href="(/person/[^"]+)"', listed)
        assert address == f"/person/{SHA}.2/p1"
        assert "2 møder · 1 udsagn · 1 opgave" in text(listed)
        assert "<h1><bdi>Jens Ole Tornby</bdi></h1>" in reader.get(address).text
        assert "Jens Ole Tornby" in reader.get(f"/moede/{SHA}.2").text
