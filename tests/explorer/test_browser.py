"""The pages in headless Chromium: reading, narrowing, correcting, by mouse and by keys, on a phone and on paper."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from tests.corpus.invented import invented_minutes
from tests.explorer.conftest import bare, hostile

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install -e '.[dev]')")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here (apt-get install chromium)")

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SAMPLE = Path(__file__).parents[2] / "data/samples/kredsraad-solbjerg-2023-09-14.txt"
RECORD = invented_minutes(7, 2024)
SHA = RECORD.source.sha256
PAGES = [
    "/", "/?q=!!", "/?rolle=skoleleder&aar=2024", "/moeder", "/personer", "/overblik", "/tvivl",
    "/tvivl?slags=role_mismatch", "/tvivl?slags=people", "/tvivl?slags=files", "/rettelser", "/findes-ikke",
    f"/moede/{SHA}",
    f"/person/{SHA}/p2", f"/ret/{SHA}/p2", "/ret/{}/{}/{}".format(SHA, *RECORD.mentions[2].span),
]  # fmt: skip
HARMED = [f"/moede/{'f' * 64}", f"/person/{'f' * 64}/p1", f"/ret/{'f' * 64}/p1"]


def referat(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "analyser.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample, and a store of it and of invented minutes, some of which mean harm."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "referater").mkdir()
    shutil.copy(SAMPLE, folder / "referater" / "kredsraad.txt")
    referat("import", folder / "referater", "--store", folder / "arkiv.db")
    with closing(connect(folder / "arkiv.db", write=True)) as connection:
        for number, record in enumerate(
            (RECORD, hostile(), bare(), *(invented_minutes(9, y) for y in range(2015, 2024)))
        ):
            keep(connection, f"/arkiv/{number}.txt", record)
    return folder


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Show a store, and give the address of its pages."""
    command = [sys.executable, "-m", "analyser.cli", "explore", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        yield re.findall(r"http://[\d.:]+", said)[0]
        server.terminate()


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with serving(folder / "arkiv.db") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "sync_api.Browser", base: str) -> Iterator["sync_api.Page"]:
    """A page on which nothing runs, nothing pops up, nothing is asked of anybody else."""
    context = browser.new_context(base_url=base, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: wrong.append(f"dialog {dialog.message}"))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda said: wrong.append(said.text) if "Security" in said.text else None)
    page.on("request", lambda asked: None if asked.url.startswith(base) else wrong.append(f"request {asked.url}"))
    yield page
    context.close()
    assert wrong == []


def test_search_narrow_open_the_source_and_go_back(page: "sync_api.Page") -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("ungeindsats")
    page.get_by_role("button", name="Søg").click()
    assert page.get_by_role("heading", name="1 udsagn").is_visible()
    assert page.locator(".hit").all_inner_texts() == ["ungeindsats"]
    page.goto("/?q=indbrud")
    page.get_by_role("link", name="Pia Kragebæk").last.click()
    page.get_by_role("link", name="2023", exact=True).click()
    assert page.get_by_role("heading", name="1 udsagn").is_visible()
    page.locator(".source").click()
    place = page.locator(":target")
    assert place.get_attribute("aria-label") == "Udsagn: se uddraget"
    assert place.evaluate("e => e.nextElementSibling.innerText").startswith("Politiinspektøren")
    place.click()
    assert page.locator(":target").inner_text().startswith("Pia Kragebæk")
    page.locator(":target .fact").click()
    assert page.locator(":target").get_attribute("aria-label") == "Udsagn: se uddraget"


def test_a_correction_stands_after_another_import(page: "sync_api.Page", folder: Path) -> None:
    page.goto("/tvivl?slags=role_mismatch")
    page.get_by_role("button", name="Vicepolitidirektør").click()
    assert page.get_by_role("status").inner_text().startswith("Rettelsen er gemt")
    assert page.get_by_role("button", name="Vicepolitidirektør").count() == 0
    page.goto("/?q=sommerhusområderne")
    page.locator(".source").click()
    page.locator(":target").click()
    page.locator(":target").get_by_role("link", name="ret").click()
    page.get_by_role("button", name="Tom Ellehøj").click()
    assert page.get_by_role("status").is_visible()
    referat("import", folder / "referater", "--store", folder / "arkiv.db", "--again")
    page.goto("/?q=sommerhusområderne")
    assert page.locator("article h3").inner_text() == "Tom Ellehøj Kommunaldirektør"
    page.goto("/?rolle=Vicepolitidirekt%C3%B8r")
    assert page.locator("article h3").inner_text() == "Jens Otto Vibholm Vicepolitidirektør"
    page.goto("/rettelser")
    assert page.get_by_role("row").count() == 3
    with page.expect_download() as download:
        page.locator('a[href$=".gold"]').click()
    marked = Path(download.value.path()).read_text("utf-8")
    assert '<mention participant="Tom Ellehøj">Kommunen</mention>' in marked
    page.get_by_role("button", name="Fortryd rettelsen af Kommunen").click()
    page.goto("/?q=sommerhusområderne")
    assert page.locator("article h3").inner_text() == "Solbjerg Kommune"


def test_keys_alone_are_enough(page: "sync_api.Page") -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Gå til indholdet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("cykelstien")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=cykelstien")
    tabbed(page, "Trivselsrådet")
    page.keyboard.press("Enter")
    page.wait_for_url("**organ=**")
    page.goto("/tvivl?slags=unlinked_name")
    tabbed(page, "ingen på listen")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Rettelsen er gemt")
    outline = page.evaluate("getComputedStyle(document.querySelector('.skip')).outlineStyle")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != outline


def tabbed(page: "sync_api.Page", name: str) -> None:
    """Press Tab until something of that name has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text() == name:
            return
    raise AssertionError(f"no Tab leads to {name!r}")


@pytest.mark.parametrize(
    ("scheme", "rules", "paths"),
    [
        ("light", {}, [path for path in PAGES if path not in ("/?q=!!", "/findes-ikke")]),
        ("dark", {"runOnly": ["color-contrast"]}, ["/", "/overblik", "/tvivl", f"/moede/{SHA}"]),
    ],
)
def test_axe_finds_nothing_serious(
    browser: "sync_api.Browser", base: str, scheme: str, rules: dict[str, list[str]], paths: list[str]
) -> None:
    context = browser.new_context(base_url=base, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    page = context.new_page()
    found = []
    for path in paths:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        report = axe.Axe().run(page, options={"resultTypes": ["violations"], **rules}).response
        found += [
            (path, wrong["id"], wrong["nodes"][0]["html"][:200], wrong["nodes"][0]["failureSummary"])
            for wrong in report["violations"]
            if wrong["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []


def test_nothing_is_wider_than_a_phone(page: "sync_api.Page") -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in (*PAGES, *HARMED):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_paper_holds_the_text_and_nothing_to_press(page: "sync_api.Page") -> None:
    page.emulate_media(media="print")
    for path in PAGES:
        page.goto(path)
        assert page.locator("h1").is_visible()
        seen = "[...document.querySelectorAll('nav, button, .settle, .fix, .facets')].some(e => e.offsetParent)"
        assert not page.evaluate(seen), path
    page.goto(f"/moede/{SHA}")
    assert "Karla Rosenvang orienterede" in page.locator(".minutes").inner_text()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_minutes_that_mean_harm_do_none(page: "sync_api.Page") -> None:
    for path in ("/", "/moeder", "/personer", "/overblik", *HARMED):
        page.goto(path)
        assert page.evaluate("document.scripts.length") == 0
        assert page.evaluate("[...document.querySelectorAll('*')].every(e => !e.hasAttribute('onmouseover'))")
