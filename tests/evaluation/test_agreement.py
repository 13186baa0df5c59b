"""Our figures are those of the scoring tool beside the project, where that is there."""

import importlib.util
from collections import OrderedDict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from analyser.evaluation import find_gold, read_document, score_document
from analyser.evaluation.documents import write_pair
from analyser.evaluation.scores import Counts, Scores, Wrong
from analyser.minutes import Minutes
from tests.evaluation.echo import echo, spoil

PROJECT = Path(__file__).parents[2]
TOOL = PROJECT.parent / "shared" / "tools" / "score.py"
FOLDERS = (PROJECT.parent / "shared" / "minutes", PROJECT / "data" / "gold")
GOLD = {name: path for folder in FOLDERS if TOOL.exists() for name, path in find_gold(folder).items()}


def figures_of_the_tool(gold: Path, record: Minutes | None, text: str) -> dict[str, Any]:
    import json

    spec = importlib.util.spec_from_file_location("score", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    out = json.loads(record.to_json()) if record else {}
    figures: OrderedDict[str, Any] = tool.score_document(json.loads(gold.read_text("utf-8")), out, text, lambda _: None)
    return {k: (v.tp, v.fp, v.fn, v.f1) if hasattr(v, "tp") else (v.ok, v.n, v.f1) for k, v in figures.items()}


def our_figures(scores: Scores) -> dict[str, Any]:
    return {
        kind: (f.tp, f.fp, f.fn, f.f1) if isinstance(f, Counts) else (f.ok, f.n, f.f1)
        for kind, f in scores.figures.items()
        if not isinstance(f, Wrong)  # the tool does not count these
    }


@pytest.mark.parametrize("path", GOLD.values(), ids=GOLD)
def test_every_figure_agrees(path: Path, tmp_path: Path) -> None:
    pair = write_pair(read_document(path), tmp_path)
    document = read_document(pair)
    gold, text = document.gold, document.text
    whole = echo(gold, text)
    random = Random(path.name.split(".")[0])
    # the tool takes an agenda's number that is null for the word "None", so that such an entry never matches
    left_out = {"agenda", "agenda.points"} if any(a.number is None for a in gold.agenda or ()) else set()
    for record in [None, whole, *(spoil(whole, random) for _ in range(40))]:
        ours, theirs = our_figures(score_document(gold, record, text)), figures_of_the_tool(pair, record, text)
        assert {k: v for k, v in ours.items() if k not in left_out} == {
            k: v for k, v in theirs.items() if k not in left_out
        }
