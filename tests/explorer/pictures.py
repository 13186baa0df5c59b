"""Pictures of every page for the docs: `python -m tests.explorer.pictures docs/images`, with invented minutes alone.

It needs chromium and playwright, as `tests/explorer/test_browser.py` does. Look at what it makes before it is kept.
"""

import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from analyser.corpus.identifying import identify
from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from tests.benchmarks.grown import FIRST, LAST, minutes_of
from tests.corpus.test_identifying import meet
from tests.explorer.test_browser import FLAGS, serving
from tests.reading.one_document import as_pdf

SAMPLES = Path(__file__).parents[2] / "data/samples"
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
COLOURS = 64


def store_in(folder: Path) -> Path:
    """Make a store of the samples, a PDF, files that cannot be read, and minutes made without the analyser."""
    minutes, store = folder / "referater", folder / "arkiv.db"
    shutil.copytree(SAMPLES, minutes)
    (minutes / "aeldreraad.pdf").write_bytes(as_pdf())
    (minutes / "tom.txt").touch()
    (minutes / "skadet.docx").write_bytes(b"PK\x03\x04")
    command = [sys.executable, "-m", "analyser.cli", "import", str(minutes), "--store", str(store)]
    subprocess.run(command, check=False, capture_output=True)
    chance = random.Random(3)
    people = [f"{first} {last}" for first in FIRST[:6] for last in LAST[:5]]
    with closing(connect(store, write=True)) as connection:
        for number in range(60):
            keep(connection, f"/arkiv/{number:04}.txt", minutes_of(number, chance, people))
        for name, role, year in (
            ("K. Holm", "formand", 2019),
            ("Karen Holm", "formand", 2020),
            ("Karin Holm", None, 2022),
        ):
            meet(connection, f"{year}-01-10", (name, role, None))
        identify(connection)
    return store


def addresses(store: Path) -> dict[str, str]:
    """Give the pages that are shown, by the name of their picture."""
    with closing(connect(store)) as connection:
        (pdf,) = connection.execute("SELECT sha256 FROM meetings WHERE file LIKE '%.pdf'").fetchone()
        (text,) = connection.execute("SELECT sha256 FROM meetings WHERE file LIKE '%solbjerg-2023%'").fetchone()
        (person,) = connection.execute("SELECT person FROM participants GROUP BY 1 ORDER BY count(*) DESC").fetchone()
        doubt = connection.execute(
            'SELECT sha256, start, "end" FROM doubts JOIN minutes ON minutes.key = doubts.minutes'
            " WHERE code = 'unlinked_name' ORDER BY date DESC"
        ).fetchone()
    return {
        "search": "/?q=indbrud&organ=Kredsrådet+Lyngmark",
        "meetings": "/moeder",
        "meeting": f"/moede/{text}#tekst-s2",
        "scan": f"/side/{pdf}/1",
        "people": "/personer?navn=tornby",
        "person": f"/person/{person}",
        "overview": "/overblik",
        "doubts": "/tvivl",
        "same-person": "/tvivl?slags=people",
        "files": "/tvivl?slags=files",
        "choice": "/ret/{}/{}/{}?tilbage=unlinked_name".format(*doubt),
        "corrections": "/rettelser",
    }


def correct(page: Page, pages: dict[str, str]) -> None:
    """Correct something, so that there are corrections to show."""
    page.goto(pages["choice"])
    page.locator("button[name=deltager]").first.click()
    page.goto(pages["same-person"])
    page.get_by_role("button", name="samme person").first.click()


def small(path: Path) -> None:
    """Write a picture anew with few colours."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS)
    few.save(path, optimize=True)
    print(f"{path.stat().st_size:7} {path}")


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    with tempfile.TemporaryDirectory(prefix="arkiv") as made, sync_playwright() as playwright:
        store = store_in(Path(made))
        pages = addresses(store)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with serving(store) as base:
            page = browser.new_context(base_url=base, viewport=DESKTOP).new_page()
            for name, address in pages.items():
                if name == "corrections":
                    correct(page, pages)
                page.goto(address)
                page.screenshot(path=folder / f"explorer-{name}.png")
                small(folder / f"explorer-{name}.png")
            page = browser.new_context(base_url=base, viewport=PHONE).new_page()
            page.goto(pages["search"])
            page.screenshot(path=folder / "explorer-phone.png")
            small(folder / "explorer-phone.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
