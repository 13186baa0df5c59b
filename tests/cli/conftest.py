"""The command line in this process, with invented minutes in a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from analyser.cli import app
from tests.corpus.invented import TEXT

Referat = Callable[..., Result]


@pytest.fixture
def referat() -> Referat:
    def run(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="referat")

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two minutes of different days."""
    folder = tmp_path / "arkiv"
    (folder / "2023").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT.format(day=7, year=2024), "utf-8")
    (folder / "2023" / "b.txt").write_text(TEXT.format(day=9, year=2023), "utf-8")
    return folder


@pytest.fixture
def store(referat: Referat, folder: Path) -> Path:
    store = folder.parent / "arkiv.db"
    assert referat("import", folder, "--store", store).exit_code == 0
    return store
