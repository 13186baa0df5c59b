"""The notebooks run, cell by cell, on invented minutes."""

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.corpus.invented import invented_minutes

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "samples").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    for year in (2023, 2024):
        text = invented_minutes(7, year).text.replace("indbrudsforebyggelse", "budgetforslaget")
        (tmp_path / "data" / "samples" / f"{year}.txt").write_text(text, "utf-8")
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] for cell in cells), "notebooks are kept without outputs: they may hold names"
    shown: list[object] = []
    names: dict[str, object] = {}
    for cell in cells:
        *lines, last = "".join(cell["source"]).split("\n")
        exec(compile("\n".join(lines), path.name, "exec"), names)
        try:
            shown.append(eval(compile(last, path.name, "eval"), names))
        except SyntaxError:  # the last line of the cell is a statement
            exec(compile(last, path.name, "exec"), names)
    frames = [value for value in shown if isinstance(value, pd.DataFrame)]
    assert len(frames) >= 4
    assert not any(frame.empty for frame in frames)
    assert shown[-1] is True
