"""Reads Danish meeting minutes (referater) and gives back what is in them as data, each fact tied to its source."""

from pathlib import Path
from typing import TYPE_CHECKING

from analyser.minutes import Minutes
from analyser.reading import ReadingError, read, source_of

if TYPE_CHECKING:
    from spacy.language import Language

    from analyser.corpus import Corpus
    from analyser.language.lexicon import OwnLexicon

    Lexicon = str | Path | OwnLexicon | None

__all__ = ["Minutes", "ReadingError", "analyse", "analyse_text", "load", "open"]


def analyse(path: str | Path, *, model: str | None = None, lexicon: "Lexicon" = None) -> Minutes:
    """Analyse one file, with the words of a user's own folder or file of TOML where `lexicon` names one.

    Raises:
        ReadingError: the file cannot be read as text.
        ModelError: the language pipeline that `model` names cannot be loaded.
        LexiconError: the words that `lexicon` names cannot be read.
    """
    from analyser.language.lexicon import own_lexicon, using
    from analyser.pipeline import analyse_source

    with using(own_lexicon(lexicon)):
        return analyse_source(read(path), model)


def analyse_text(text: str, *, name: str = "text", model: str | None = None, lexicon: "Lexicon" = None) -> Minutes:
    """Analyse text that is in memory; any string gives a record."""
    from analyser.language.lexicon import own_lexicon
    from analyser.pipeline import analyse_source

    return analyse_source(source_of(text, name), model, own_lexicon(lexicon))


def load(model: str | None = None, *, lexicon: str | Path | None = None) -> "Language":
    """Give the spaCy pipeline, so that `load()(text)._.minutes` is the record of a text."""
    from analyser import pipeline

    return pipeline.load(model, lexicon)


def open(path: str | Path) -> "Corpus":
    """Open a corpus that `referat import` made, for questions: `analyser.open("arkiv.db").statements(on="indbrud")`.

    Raises:
        analyser.corpus.StoreError: there is no store, it is another kind of file, or of another version.
    """
    from analyser.corpus import open_corpus

    return open_corpus(path)
