"""What a language model says of single words: part of speech and lemma, read where a rule asks.

Rules ask for few: a tagger that reads whole documents takes a quarter of the time of an analysis.
"""

from functools import cache, cached_property

import numpy as np
from spacy.attrs import IDX, LEMMA, POS, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

VECTORS = "tok2vec"
TAGGERS = ("tagger", "morphologizer", "attribute_ruler")  # what tells parts of speech, in the order of a pipeline
LEMMATIZER = "lemmatizer"
_WINDOWS = ("spacy.MaxoutWindowEncoder.", "spacy.MishWindowEncoder.")


class WordTags:
    """The tags of a document's words, by their offsets.

    Where the pipeline has tagged the document, those tags; else the sentence that holds a word is tagged when
    somebody asks for it, with as many words on each side as its tags depend on, so that they are what they would be in
    the whole document. Where it cannot be told how many these are, the whole document is tagged at once.
    """

    def __init__(self, nlp: Language, doc: Doc) -> None:
        self._nlp = nlp
        self._doc = doc
        self._codes = doc.to_array(POS).astype("int64")
        self._read = np.full(len(doc), bool(self._codes.any()))

    def pos_at(self, start: int) -> str | None:
        """Give the part of speech (UPOS) of the word at an offset; None where no word of the model begins there."""
        n = self._places.get(start)
        if n is None:
            return None
        if not self._read[n]:
            self._tag(n)
        return self._doc.vocab.strings[int(self._codes[n])]

    def lemma_at(self, start: int) -> str:
        """Give the lemma of the word at an offset, '' without one."""
        n = self._places.get(start)
        return "" if n is None else self._doc.vocab.strings[int(self._lemmas[n])]

    def _tag(self, n: int) -> None:
        reach = reach_of(self._nlp)
        if reach is None:
            self._codes = _run(self._nlp, self._doc, TAGGERS).to_array(POS).astype("int64")
            self._read[:] = True
            return
        m = int(np.searchsorted(self._starts, n, side="right"))
        first = int(self._starts[m - 1]) if m else 0
        last = int(self._starts[m]) if m < len(self._starts) else len(self._doc)
        begin = max(0, first - reach)
        part = _run(self._nlp, self._doc[begin : last + reach].as_doc(), TAGGERS)
        self._codes[first:last] = part.to_array(POS)[first - begin : last - begin]
        self._read[first:last] = True

    @cached_property
    def _places(self) -> dict[int, int]:
        """The index of each word by its offset."""
        return {int(start): n for n, start in enumerate(self._doc.to_array(IDX))}

    @cached_property
    def _starts(self) -> np.ndarray:
        """The indexes of the words that open a sentence."""
        return np.flatnonzero(self._doc.to_array(SENT_START) == 1)

    @cached_property
    def _lemmas(self) -> np.ndarray:
        """The codes of the lemmas; a lemmatizer may need the tags, and reads the whole document."""
        found = self._doc.to_array(LEMMA)
        if found.any() or not self._nlp.has_pipe(LEMMATIZER):
            return found
        return _run(self._nlp, self._doc, (*TAGGERS, LEMMATIZER)).to_array(LEMMA)


def read_words(nlp: Language, doc: Doc) -> WordTags | None:
    """Give what tells the tags of a document's words; None where the pipeline tells none."""
    told = any(nlp.has_pipe(name) for name in TAGGERS) or doc.to_array(POS).any()
    return WordTags(nlp, doc) if told else None


def needs_vectors(nlp: Language, names: list[str]) -> bool:
    """Tell whether one of some components reads the vectors that the pipeline shares."""
    shared = nlp.get_pipe(VECTORS) if nlp.has_pipe(VECTORS) else None
    return bool(set(names) & set(getattr(shared, "listening_components", ())))


def _run(nlp: Language, doc: Doc, names: tuple[str, ...]) -> Doc:
    """Run some components over a document, and before them the shared vectors where they have not been made."""
    names = names if doc.tensor.size else (VECTORS, *names)
    for name in names:
        if nlp.has_pipe(name):
            doc = nlp.get_pipe(name)(doc)
    return doc


@cache
def reach_of(nlp: Language) -> int | None:
    """Give how many words on each side the tags of one depend on: what the windows of all layers come to.

    None where the tagger reads by itself, or by something else than windows.
    """
    components = nlp.config["components"]
    layers = components.get(VECTORS, {}).get("model", {}).get("encode", {})
    taggers = [components[name].get("model", {}) for name in ("tagger", "morphologizer") if nlp.has_pipe(name)]
    listening = all("Tok2VecListener" in str(t.get("tok2vec", {}).get("@architectures")) for t in taggers)
    if not taggers or not listening or not str(layers.get("@architectures")).startswith(_WINDOWS):
        return None
    return int(layers["depth"]) * int(layers["window_size"])
