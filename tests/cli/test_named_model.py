"""`--model da_core_news_sm`: what is said where it is absent, and a whole analysis with a pipeline of that name."""

import importlib.util
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyser.language.model import load_model, shipped_path
from tests.cli.conftest import Referat

NAME, VERSION = "da_core_news_sm", "3.8.0"
INIT = """from pathlib import Path
from spacy.util import load_model_from_init_py

def load(**settings):
    return load_model_from_init_py(Path(__file__), **settings)
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed package of that name, as spaCy makes them, with the shipped pipeline inside."""
    shipped = shipped_path()
    assert shipped is not None
    site = tmp_path / "site"
    package, inside = site / NAME, site / NAME / f"{NAME}-{VERSION}"
    shutil.copytree(shipped, inside)
    meta = json.loads((inside / "meta.json").read_text("utf-8")) | {"name": "core_news_sm", "version": VERSION}
    for folder in (inside, package):
        (folder / "meta.json").write_text(json.dumps(meta), "utf-8")
    (package / "__init__.py").write_text(INIT, "utf-8")
    described = site / f"{NAME}-{VERSION}.dist-info"
    described.mkdir()
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n", "utf-8")
    monkeypatch.syspath_prepend(site)
    load_model.cache_clear()
    yield
    load_model.cache_clear()


@pytest.mark.usefixtures("stand_in")
def test_a_pipeline_of_that_name_does_the_whole_analysis(referat: Referat, folder: Path) -> None:
    named = referat("analyse", folder / "a.txt", "--model", NAME)
    assert named.exit_code == 0, named.stderr
    record, ours = (json.loads(result.stdout) for result in (named, referat("analyse", folder / "a.txt")))
    assert record["analysis"].pop("model") == f"{NAME} {VERSION}"
    assert ours["analysis"].pop("model").startswith("da_referat_sm")
    assert record["statements"]
    assert record == ours


@pytest.mark.skipif(importlib.util.find_spec(NAME) is not None, reason="da_core_news_sm is installed")
def test_where_it_is_absent_the_command_that_installs_it_is_said(referat: Referat, folder: Path) -> None:
    result = referat("analyse", folder / "a.txt", "--model", NAME)
    assert result.exit_code == 2
    assert f"python -m spacy download {NAME}" in result.stderr
    assert "leave --model out" in result.stderr
    assert len(result.stderr.splitlines()) == 1
