"""What each part of the analysis is worth: the scores without it. `python -m analyser.evaluation.ablation data/gold`.

The analysis has no switches for this, as nobody wants it worse. Here, and here alone, the functions that stand at the
joints between rooms are put out of use for the time of a run; a joint that is renamed makes this fail, not lie.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from analyser.evaluation.documents import GoldDocument, find_gold, is_unseen
from analyser.evaluation.gold import GoldError
from analyser.evaluation.report import in_the_order, value_of
from analyser.evaluation.run import Evaluation, analysis, evaluate
from analyser.evaluation.scores import Scores
from analyser.linking import Link, link_name
from analyser.linking.link import NOBODY
from analyser.minutes import Minutes

SHOWN = (
    *("participants", "items", "statements", "statements+speaker", "statements.wrong_speaker", "statements.verb"),
    *(
        "statements.topic",
        "decisions",
        "decisions.kind",
        "actions",
        "actions+responsible",
        "mentions",
        "mentions.wrong",
    ),
)


@dataclass(frozen=True)
class Variant:
    """A way to run the analysis: a name for the table, a model, what is done without, and which mentions are kept."""

    name: str
    model: str | None = None
    instead: tuple[tuple[str, Callable[..., Any]], ...] = ()
    dropped: frozenset[str] = frozenset()


def _without_fuzzy(*arguments: Any, **named: Any) -> Link:  # noqa: ANN401 - what link_name takes
    link = link_name(*arguments, **named)
    return Link(None, "none", 0.0) if link.method == "fuzzy" else link


def _nobody(*_: Any, **__: Any) -> Link:  # noqa: ANN401 - what link_role takes
    return NOBODY


def _none(*_: Any, **__: Any) -> tuple[()]:  # noqa: ANN401 - what find_bearers takes
    return ()


def _nothing(*_: Any, **__: Any) -> dict[int, Any]:  # noqa: ANN401 - what read_references takes
    return {}


_NO_FUZZY = (("analyser.extraction.cast.link_name", _without_fuzzy),)
_NO_COREFERENCE = (
    ("analyser.extraction.holders.link_role", _nobody),
    ("analyser.extraction.casting.find_bearers", _none),
    ("analyser.extraction.casting.read_references", _nothing),
)
VARIANTS = (
    Variant("shipped model"),
    Variant("blank pipeline", "blank:da"),
    Variant("no fuzzy linking", None, _NO_FUZZY),
    Variant("no coreference", None, _NO_COREFERENCE, frozenset({"coreference", "role"})),
)


def analyser_of(variant: Variant) -> Callable[[GoldDocument], Minutes]:
    """Give what analyses a document in this way."""
    predict = analysis(variant.model)

    def analyse(document: GoldDocument) -> Minutes:
        with _joints(variant):
            record = predict(document)
        kept = tuple(m for m in record.mentions if m.method not in variant.dropped)
        return record.model_copy(update={"mentions": kept})

    return analyse


@contextmanager
def _joints(variant: Variant) -> Iterator[None]:
    with ExitStack() as stack:
        for target, function in variant.instead:
            stack.enter_context(patch(target, function))
        yield


def table(columns: Sequence[tuple[str, Scores]]) -> str:
    """Give a Markdown table: a row a kind of fact, a column a variant."""
    kinds = in_the_order({kind for _, scores in columns for kind in scores.figures if kind in SHOWN})
    lines = ["| |" + "".join(f" {name} |" for name, _ in columns), "|---|" + "---|" * len(columns)]
    for kind in kinds:
        values = [value_of(scores.figures.get(kind)) for _, scores in columns]
        lines.append(f"| {kind} |" + "".join(" - |" if value is None else f" {value:.3f} |" for value in values))
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Print the table of the gold that is worked on, and that of the unseen; 2 where there is no gold."""
    parser = argparse.ArgumentParser(prog="python -m analyser.evaluation.ablation", description=__doc__)
    parser.add_argument("gold", type=Path)
    folder: Path = parser.parse_args(arguments).gold
    try:
        files = find_gold(folder)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    for title, unseen in (("worked on", False), ("unseen", True)):
        some = {name: path for name, path in files.items() if is_unseen(path) == unseen}
        if some:
            columns = [
                (variant.name, Evaluation(list(evaluate(folder, analyser_of(variant), some))).total)
                for variant in VARIANTS
            ]
            print(f"{title}, {len(some)} documents\n\n{table(columns)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
