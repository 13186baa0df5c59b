"""`referat analyse --cluster`: what it takes; the analysis itself is in tests/corpus/test_cluster.py."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Referat


def test_records_need_a_place(referat: Referat, folder: Path) -> None:
    result = referat("analyse", folder, "--cluster", "local")
    assert result.exit_code == 2
    assert result.stderr == "--cluster: name a folder for the records with -o, or a URL; all workers must reach it\n"


def test_where_dask_is_absent_the_command_that_installs_it_is_said(
    referat: Referat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = referat("analyse", folder, "--cluster", "local", "-o", folder / "out")
    assert result.exit_code == 2
    told = "a cluster takes Dask, which is not installed: pip install 'referat-analyser[cluster]'\n"
    assert result.stderr == told


def test_nobody_answers(referat: Referat, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analyser.corpus.cluster._PATIENCE", 1)
    result = referat("analyse", folder, "--cluster", "tcp://127.0.0.1:9", "-o", folder / "out")
    assert result.exit_code == 2
    assert result.stderr.startswith("tcp://127.0.0.1:9: no Dask scheduler answers there (")
