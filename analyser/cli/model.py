"""The analysis with the model and the words of the user's own that were asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from analyser.cli.output import stop
from analyser.minutes import Minutes

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon


def own_words(path: Path | None) -> "OwnLexicon | None":
    """Read the words of the user's own; such as cannot be read are an unusable argument."""
    if path is None:
        return None
    from analyser.language.lexicon import LexiconError, own_lexicon

    try:
        return own_lexicon(path)
    except LexiconError as error:
        stop(str(error))


def analysis(model: str | None, own: "OwnLexicon | None") -> Callable[[Path], Minutes]:
    """Give what analyses a file; a model that cannot be loaded is an unusable argument."""

    def predict(path: Path) -> Minutes:
        from analyser.corpus.analysing import analysed
        from analyser.language import ModelError

        try:
            return analysed(path, model, own)
        except ModelError as error:
            stop(str(error))

    return predict
