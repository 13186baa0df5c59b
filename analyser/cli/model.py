"""The analysis with the model that was asked for."""

from collections.abc import Callable
from pathlib import Path

from analyser.cli.output import stop
from analyser.minutes import Minutes


def analysis(model: str | None) -> Callable[[Path], Minutes]:
    """Give what analyses a file; a model that cannot be loaded is an unusable argument."""

    def predict(path: Path) -> Minutes:
        from analyser.corpus.analysing import analysed
        from analyser.language import ModelError

        try:
            return analysed(path, model)
        except ModelError as error:
            stop(str(error))

    return predict
