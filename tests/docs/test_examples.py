"""Every example of the documentation does what the page says: commands, Python, SQL.

In a page, `console` blocks hold commands after `$` and what they print, `pycon` blocks Python as at its prompt, `sql`
blocks queries; `toml` blocks are files that are written, named in their first line. They run in the order of the page,
in a folder with `minutes/` (our samples) and `arkiv.db` (a corpus of them). `…` in what is printed stands for anything;
alone on a line, for any lines.
"""

import doctest
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyser.cli import app
from analyser.corpus import import_minutes, tables

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
BLOCK = re.compile(r"^```(console|pycon|sql|toml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "data" / "samples", folder / "minutes")
    import_minutes([folder / "minutes"], folder / "arkiv.db")
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page(page: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tables, "_WIDTH", 100)
    names: dict[str, object] = {}
    for found in BLOCK.finditer(page.read_text("utf-8")):
        kind, block = found.groups()
        line = page.read_text("utf-8").count("\n", 0, found.start()) + 2
        if kind == "console":
            commands(block)
        elif kind == "toml":
            file = tmp_path / block.splitlines()[0].removeprefix("# ")
            file.parent.mkdir(exist_ok=True)
            file.write_text(block, "utf-8")
        elif kind == "pycon":
            python(block, names, page.name, line)
        else:
            assert sqlite3.connect("arkiv.db").execute(block).fetchall()


def commands(block: str) -> None:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, wanted = part.partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "referat", command
        result = CliRunner().invoke(app, arguments, prog_name="referat")
        pattern = "".join(
            r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + "\n"
            for line in wanted.splitlines()
        )
        shown = "".join(f"{line.rstrip()}\n" for line in result.output.splitlines())
        assert re.fullmatch(pattern, shown), f"$ {command}\n{shown}"


def python(block: str, names: dict[str, object], page: str, line: int) -> None:
    test = doctest.DocTestParser().get_doctest(block.replace("…", "..."), names, page, page, line)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    said: list[str] = []
    assert runner.run(test, out=said.append, clear_globs=False).failed == 0, "".join(said)
    names.update(test.globs)


def test_there_are_examples() -> None:
    kinds = [found[1] for page in PAGES for found in BLOCK.finditer(page.read_text("utf-8"))]
    assert kinds.count("console") > 5
    assert kinds.count("pycon") > 3


@pytest.mark.skipif(find_spec("material") is None, reason="mkdocs-material is not installed: pip install -e '.[docs]'")
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"],
        cwd=ROOT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in ("tutorial", "reference/record", "reference/lexicon", "reference/commands", "privacy"):
        assert (tmp_path / "site" / name / "index.html").exists()
    addresses = re.findall(r'(?:src|href)="(https?://[^"]+)"', (tmp_path / "site" / "index.html").read_text("utf-8"))
    assert not [address for address in addresses if not address.startswith("https://squidfunk.github.io")]


def test_the_officer_is_told_of_every_table(made: Path) -> None:
    connection = sqlite3.connect(made / "arkiv.db")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    shadows = {name for name in names if "_index_" in name}  # what FTS5 keeps its index in
    told = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "privacy.md").read_text("utf-8")))
    assert names - shadows - told - {"sqlite_stat1"} == set()
