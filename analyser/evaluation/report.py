"""Scores for people (a table) and for programs (JSON)."""

import json
from typing import Any

from analyser.evaluation.run import Evaluation
from analyser.evaluation.scores import Counts, Scores, Share

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
    "diagnostics",
    "provenance",
)


def as_table(evaluation: Evaluation, *, errors: bool = False) -> str:
    """Give the figures as lines of text: each document, then all together."""
    parts = []
    for document in evaluation.documents:
        if document.scores:
            parts.append(_table(document.name, document.scores, errors=errors))
    total = evaluation.total
    if total.figures:
        scored = sum(1 for d in evaluation.documents if d.scores)
        parts.append(_table(f"all ({scored} of {len(evaluation.documents)} documents)", total, errors=False))
    return "\n".join(parts)


def as_json(evaluation: Evaluation, *, errors: bool = False) -> str:
    """Give the figures as JSON: `{"documents": {NAME: {KIND: {…}}}, "all": {KIND: {…}}}`.

    A kind that is counted has `tp`, `fp` and `fn`; one that is a field of facts found has `ok` and `n`. Both have
    `precision`, `recall` and `f1`, null where there is nothing to divide by. With `errors`, `errors` lists them.
    """
    scored = {d.name: d.scores for d in evaluation.documents if d.scores}
    whole: dict[str, Any] = {
        "documents": {name: _plain(scores) for name, scores in scored.items()},
        "all": _plain(evaluation.total),
    }
    if errors:
        whole["errors"] = {name: scores.errors for name, scores in scored.items()}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _sorted(scores: Scores) -> list[tuple[str, Counts | Share]]:
    return sorted(scores.figures.items(), key=lambda row: _ORDER.index(row[0]))


def _plain(scores: Scores) -> dict[str, dict[str, float | None]]:
    return {
        kind: {**vars(figure), "precision": figure.precision, "recall": figure.recall, "f1": figure.f1}
        for kind, figure in _sorted(scores)
    }


def _table(title: str, scores: Scores, *, errors: bool) -> str:
    lines = [f"== {title}", f"{'':26}{'precision':>10}{'recall':>8}{'F1':>8}"]
    for kind, figure in _sorted(scores):
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
