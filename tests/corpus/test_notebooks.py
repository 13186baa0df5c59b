"""The notebooks run, cell by cell, on our samples, and every cell that shows something shows what it should."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    axes = pytest.importorskip("matplotlib.axes", reason="matplotlib is not installed: pip install -e '.[dev]'")
    monkeypatch.setenv("MPLBACKEND", "Agg")
    shutil.copytree(ROOT / "data" / "samples", tmp_path / "data" / "samples")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
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
    plots = [value for value in shown if isinstance(value, axes.Axes)]
    assert len({id(plot) for plot in plots}) == len(plots) >= 3
    assert all(plot.has_data() and plot.get_title() for plot in plots)
    assert shown[-1] is True
