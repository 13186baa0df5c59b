"""Scores for people (a table) and for programs (JSON)."""

import json
from collections.abc import Iterable
from typing import Any

from analyser.evaluation.run import Evaluation
from analyser.evaluation.scores import Counts, Figure, Scores, Wrong

_ORDER = (
    "meeting",
    "participants",
    "attendance",
    "participant.role",
    "participant.organisation",
    "participant.functions",
    "agenda",
    "agenda.points",
    "items",
    "item.title",
    "statements",
    "statements+speaker",
    "statements.speaker",
    "statements.wrong_speaker",
    "statements.item",
    "statements.verb",
    "statements.topic",
    "decisions",
    "decisions+by",
    "decisions.by",
    "decisions.item",
    "decisions.kind",
    "decisions.votes",
    "actions",
    "actions+responsible",
    "actions.responsible",
    "actions.item",
    "actions.due",
    "mentions",
    "mentions.wrong",
    "diagnostics",
    "provenance",
)


def as_table(evaluation: Evaluation, *, errors: bool = False) -> str:
    """Give the figures as lines of text: each document, all together, and where there are several, each folder.

    Of unseen documents nothing is shown but the sums.
    """
    parts = []
    for document in evaluation.documents:
        if document.scores and not document.unseen:
            parts.append(_table(document.name, document.scores, errors=errors))
    total = evaluation.total
    if total.figures:
        scored = sum(1 for d in evaluation.documents if d.scores)
        parts.append(_table(f"all ({scored} of {len(evaluation.documents)} documents)", total, errors=False))
    if len(evaluation.folders) > 1:
        parts.append(_folders(evaluation))
    return "\n".join(parts)


def as_json(evaluation: Evaluation, *, errors: bool = False) -> str:
    """Give the figures as JSON: `{"documents": {NAME: {KIND: {…}}}, "folders": {NAME: {…}}, "all": {KIND: {…}}}`.

    A kind that is counted has `tp`, `fp` and `fn`; one that is a field of facts found has `ok` and `n`. Both have
    `precision`, `recall` and `f1`, null where there is nothing to divide by. One that counts facts given to the wrong
    one has `wrong`, `n` and `rate`. With `errors`, `errors` lists them. Unseen documents are in the sums only.
    """
    scored = {d.name: d.scores for d in evaluation.documents if d.scores and not d.unseen}
    whole: dict[str, Any] = {
        "documents": {name: _plain(scores) for name, scores in scored.items()},
        "folders": {name or ".": _plain(scores) for name, scores in evaluation.folders.items()},
        "all": _plain(evaluation.total),
    }
    if errors:
        whole["errors"] = {name: scores.errors for name, scores in scored.items()}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def value_of(figure: Figure | None) -> float | None:
    """Give the one value by which a figure is compared: the F1, or the rate of what counts wrong ones."""
    if figure is None:
        return None
    return figure.rate if isinstance(figure, Wrong) else figure.f1


def in_the_order(kinds: Iterable[str]) -> list[str]:
    """Sort kinds of figures as they are shown."""
    return sorted(kinds, key=_ORDER.index)


def _sorted(scores: Scores) -> list[tuple[str, Figure]]:
    return [(kind, scores.figures[kind]) for kind in in_the_order(scores.figures)]


def _plain(scores: Scores) -> dict[str, dict[str, float | None]]:
    return {kind: {**vars(figure), **_derived(figure)} for kind, figure in _sorted(scores)}


def _derived(figure: Figure) -> dict[str, float | None]:
    if isinstance(figure, Wrong):
        return {"rate": figure.rate}
    return {"precision": figure.precision, "recall": figure.recall, "f1": figure.f1}


def _folders(evaluation: Evaluation) -> str:
    """Compare the folders: the F1 of each, and with two, what the second has more or less than the first."""
    folders = evaluation.folders
    kinds = in_the_order({kind for scores in folders.values() for kind in scores.figures})
    counts = [sum(1 for d in evaluation.documents if d.scores and d.folder == name) for name in folders]
    names = [f"{name or '.'} ({count})" for name, count in zip(folders, counts, strict=True)]
    wide = [max(10, len(name) + 2) for name in names]
    head = "".join(f"{name:>{width}}" for name, width in zip(names, wide, strict=True))
    lines = [
        "== F1 by folder (documents)",
        f"{'':26}{head}{'difference':>12}" if len(folders) == 2 else f"{'':26}{head}",
    ]
    for kind in kinds:
        values = [value_of(scores.figures.get(kind)) for scores in folders.values()]
        line = f"{kind:26}" + "".join(f"{_figure(value):>{width}}" for value, width in zip(values, wide, strict=True))
        if len(values) == 2:
            first, second = values
            line += f"{'-' if first is None or second is None else f'{second - first:+.3f}':>12}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _table(title: str, scores: Scores, *, errors: bool) -> str:
    lines = [f"== {title}", f"{'':26}{'precision':>10}{'recall':>8}{'F1':>8}"]
    for kind, figure in _sorted(scores):
        if isinstance(figure, Wrong):
            lines.append(f"{kind:26}{_figure(figure.rate):>26}  {figure.wrong}/{figure.n} wrong")
            continue
        if isinstance(figure, Counts):
            counted = f"tp {figure.tp} fp {figure.fp} fn {figure.fn}"
        else:
            counted = f"{figure.ok}/{figure.n}"
        shown = f"{_figure(figure.precision):>10}{_figure(figure.recall):>8}{_figure(figure.f1):>8}"
        lines.append(f"{kind:26}{shown}  {counted}")
    if errors:
        lines += [f"   {error}" for error in scores.errors]
    return "\n".join(lines) + "\n"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
