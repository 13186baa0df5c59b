"""The pages, as a reader goes through them: search, open the source, back, the person."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from analyser.explorer import make_app
from tests.corpus.invented import invented_minutes
from tests.explorer.conftest import BASE, HARM

Page = Callable[[str], str]
RECORD = invented_minutes(7, 2024)
MEETING = f"/moede/{RECORD.source.sha256}"
PERSON = f"/person/{RECORD.source.sha256}"
START, END = RECORD.mentions[2].span
PAGES = [
    "/", "/?q=indbrud", "/?q=oplyste&side=2", "/?navn=Karla+Rosenvang", "/beslutninger", "/opgaver?aar=2024", "/moeder",
    "/personer", "/personer?navn=torn", "/overblik", "/overblik?til=2023", "/?emne=indbrudsforebyggelse", MEETING,
    "/tvivl", "/tvivl?slags=unlinked_name&side=9", "/tvivl?slags=files", "/tvivl?slags=x", "/rettelser",
    f"/ret/{RECORD.source.sha256}/p2", f"/ret/{RECORD.source.sha256}/{START}/{END}?tilbage=unlinked_name",
    f"{PERSON}/p2", f"/moede/{'f' * 64}", f"/person/{'f' * 64}/p1", f"/moede/{'b' * 64}", f"/person/{'b' * 64}/p1",
]  # fmt: skip


ELEMENTS = """
html head meta title link body a header nav main h1 h2 h3 form label input button div section aside ol ul li article
blockquote b p span bdi time footer mark dl dt dd table thead tbody tr th td q kbd
figure figcaption details summary svg line text circle rect
"""


class Read(HTMLParser):
    """What a browser makes of a page: elements, ids, links, visible text, and whether it is well nested."""

    VOID = frozenset({"meta", "link", "input", "br", "img"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.minutes: list[str] | None = None
        self.inside = 0
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), attrs
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
            if dict(attrs).get("class") == "minutes":
                self.minutes, self.inside = [], len(self.open)
            self.label = (dict(attrs).get("class") or "").startswith("ref ")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.label = False
        if len(self.open) < self.inside:
            self.inside = 0

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.inside and self.minutes is not None and not self.label:
            self.minutes.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole(page: Page, path: str) -> None:
    read = Read(page(path))
    ids = read.values("id")
    assert len(set(ids)) == len(ids)
    for href in read.values("href"):
        assert href.startswith(("/", "#"))
        if href.startswith("#"):
            assert href[1:] in ids
    assert {tag for tag, _ in read.elements} <= set(ELEMENTS.split())
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    assert [tag for tag, _ in read.elements].count("h1") == 1
    assert ("html", {"lang": "da"}) in read.elements


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(client: TestClient, page: Page, path: str) -> None:
    for href in set(Read(page(path)).values("href")):
        if href.startswith("/"):
            address, _, place = href.partition("#")
            answer = client.get(address)
            assert answer.status_code == 200
            if place:
                assert place in Read(answer.text).values("id")


@pytest.mark.parametrize(
    ("path", "shown", "absent"),
    [
        ("/", ["7 udsagn", "Karla Rosenvang", "Jens Ole Tornby"], []),
        ("/?q=indbrud", ["2 udsagn", "indbrudsforebyggelse", "7. maj 2024", "punkt 1", "orientering"], ["skolevej"]),
        ("/?q=findesikke", ["0 udsagn", "Intet fundet"], ["Karla"]),
        ("/?navn=Jens+Ole+Tornby", ["2 udsagn", "skolevej", "fjern"], ["indbrudsforebyggelse"]),
        ("/?navn=Jens", ["0 udsagn"], []),
        ("/?aar=2020", ["1 udsagn"], ["Tornby"]),
        ("/?q=indbrud&side=99", ["2 udsagn"], []),
        ("/?q=indbrud&side=-1", ["2 udsagn"], []),
        ("/?rolle=skoleleder", ["2 udsagn", "skolevej"], ["indbrudsforebyggelse"]),
        ("/?organisation=N%C3%B8rre%C3%A5+Kommune", ["2 udsagn", "cykelstien"], ["skolevej"]),
        ("/?slags=ask", ["2 udsagn", "spørgsmål fjern"], ["indbrudsforebyggelse"]),
        ("/?emne=indbrudsforebyggelse", ["1 udsagn", "indbrudsforebyggelse"], ["skolevej"]),
        ("/?emne=forebyggelse", ["0 udsagn"], []),
        ("/beslutninger?slags=rejected", ["0 beslutninger"], ["Trivselsrådet vedtog"]),
        ("/beslutninger?aar=2024", ["1 beslutning", "Vedtaget", "Trivselsrådet vedtog"], []),
        ("/opgaver?aar=2024", ["1 opgave", "inden 1. juni 2024", "Jens Ole Tornby"], []),
        ("/beslutninger", ["2 beslutninger", "Ingen nævnt"], []),
        (
            "/tvivl",
            ["Ukendte navne 1", "orienterede om indbrudsforebyggelse i Nørreå. Der er", "ingen på listen"],
            ["Karla:"],
        ),
        ("/tvivl?slags=files", ["Filer 1", "tom.txt", "the file is empty"], ["Nørreå"]),
        ("/rettelser", ["Der er ingen rettelser"], ["Fortryd"]),
        (f"/ret/{RECORD.source.sha256}/p2", ["Hvilken rolle har Jens Ole Tornby?"], []),
        (f"/ret/{RECORD.source.sha256}/{START}/{END}", ["Hvem er Nørreå?", "Mie Fjordager", "(som nu)"], []),
        ("/moeder", ["Trivselsrådet, 7. maj 2024", "3 udsagn", "Møde, uden dato"], []),
        ("/personer?navn=torn", ["Jens Ole Tornby", "skoleleder"], ["Karla"]),
        (MEETING, ["Trivselsrådet, 7. maj 2024", "Mie Fjordager", "afbud", "Nørreå Navnet svarer ikke til nogen"], []),
        (f"{PERSON}/p2", ["Jens Ole Tornby", "skolevej", "Opgaver"], ["indbrudsforebyggelse"]),
    ],
)
def test_what_a_page_shows(page: Page, path: str, shown: list[str], absent: list[str]) -> None:
    text = " ".join(Read(page(path)).text.split())
    assert [words for words in shown if words not in text] == []
    assert [words for words in absent if words in text] == []


def test_a_mark_of_the_overview_leads_to_as_many_rows_as_it_says(page: Page) -> None:
    text = page("/overblik")
    tables = re.findall(r"<table>.*?</table>", text, re.DOTALL)
    assert len(tables) == 3
    marks = [mark for table in tables for mark in re.findall(r'<a href="([^"]+)">([\d.]+)', table)]
    assert len(marks) > 5
    for href, count in marks:
        rows = re.search(r'<h2 id="svar">([\d.]+)', page(unescape(href)))
        assert rows is not None
        assert rows[1] == count, href
    drawn = re.findall(r'<a href="([^"]+)" tabindex="-1">', text)
    assert set(drawn) <= {href for href, _ in marks}


def test_roles_over_time(page: Page) -> None:
    read = Read(page(f"{PERSON}/p2"))
    assert " ".join(read.text.split()).count("skoleleder · Trivselsrådet") == 1
    assert [attributes["href"] for tag, attributes in read.elements if attributes.get("tabindex") == "-1"] == [MEETING]


def test_the_minutes_stand_as_they_are_written(page: Page) -> None:
    assert "".join(Read(page(MEETING)).minutes or []) == RECORD.text


def test_facts_and_places_lead_to_each_other(page: Page) -> None:
    hrefs = Read(page(MEETING)).values("href")
    for key in ("s1", "s2", "s3", "d1", "a1"):
        assert hrefs.count(f"#tekst-{key}") == hrefs.count(f"#fakta-{key}") == 1


@pytest.mark.parametrize("path", ["/?q=!!", "/?aar=nu", "/?aar=9999-99"])
def test_what_cannot_be_asked(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "intet ord eller årstal" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/moede/0",
        f"/ret/{RECORD.source.sha256}/p99",
        f"/ret/{RECORD.source.sha256}/1/2",
        "/rettelser/0.gold",
        f"{PERSON}/p99",
        "/static/../pages.py",
        "/static/%2e%2e/pages.py",
    ],
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.text


@pytest.mark.parametrize("text", [HARM, "' OR 1=1 --", "a\x00b", "%", "\ud83d", "æ" * 5000, "((((", 'q" onfocus="x'])
def test_whatever_is_asked_is_only_words(client: TestClient, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    for key in ("q", "navn", "organ", "aar"):
        for path in ("/", "/beslutninger", "/opgaver", "/personer"):
            answer = client.get(path, params={key: text})
            assert answer.status_code in (200, 400)
            Read(answer.text)


def test_no_page_is_swamped_by_a_long_name(page: Page) -> None:
    for path in PAGES:
        if not path.startswith("/moede/"):
            assert len(page(path)) < 100_000


def test_personal_numbers_are_hidden_unless_asked_for(store: Path, page: Page) -> None:
    paths = ["/", "/?q=1234+010203", f"/moede/{'f' * 64}", f"/person/{'f' * 64}/p1"]
    for path in paths:
        assert "010203-1234" not in Read(page(path)).text
    with TestClient(make_app(store, personal_numbers=True), base_url=BASE) as client:
        assert "010203-1234" in client.get(paths[2]).text


def test_a_facet_keeps_what_was_asked(page: Page) -> None:
    hrefs = Read(page("/?q=indbrud&navn=Karla+Rosenvang")).values("href")
    assert "/?q=indbrud" in hrefs
    assert "/?q=indbrud&navn=Karla Rosenvang&aar=2024" in [unquote(href).replace("+", " ") for href in hrefs]
