"""`referat evaluate`: scores against gold."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from analyser.cli.model import own_words
from analyser.cli.options import Lexicon, Model
from analyser.cli.output import progress, put, say, stop, succeed_or_exit


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Folder of NAME.gold, or NAME.txt with NAME.gold.json.", show_default=False)
    ],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Score the NAME.json in this folder; nothing is analysed.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is missed and what is wrong.")] = False,
    form: Annotated[Literal["table", "json"], typer.Option("--format")] = "table",
    model: Model = None,
    lexicon: Lexicon = None,
) -> None:
    """Score the analysis against gold annotations: precision, recall and F1 for each kind of fact."""
    from analyser.evaluation import Evaluation, GoldError, analysis, as_json, as_table, find_gold, records_in
    from analyser.evaluation import evaluate as score
    from analyser.language import ModelError

    own = own_words(lexicon)
    if predictions and not predictions.is_dir():
        stop(f"{predictions}: no such folder of records")
    try:
        files = find_gold(gold)
    except GoldError as error:
        stop(str(error))
    predict = records_in(predictions) if predictions else analysis(model, own)
    try:
        evaluation = Evaluation(list(progress(score(gold, predict, files), "Scoring", len(files))))
    except ModelError as error:
        stop(str(error))
    for document in evaluation.documents:
        for line in (document.problem or "").splitlines():
            say(line)
    put(as_json(evaluation, errors=errors) if form == "json" else as_table(evaluation, errors=errors))
    succeed_or_exit(not any(document.problem for document in evaluation.documents))
