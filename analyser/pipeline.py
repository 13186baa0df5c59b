"""The order of the work, as spaCy components: `nlp = analyser.load(); nlp(text)._.minutes`."""

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from spacy.attrs import IDX, LENGTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from analyser.extraction import extract
from analyser.language import load_another, load_model, model_name
from analyser.language.lexicon import OwnLexicon, own_in_force, own_lexicon, using
from analyser.language.personal_numbers import find_personal_numbers
from analyser.language.sentences import sentence_spans
from analyser.language.tagging import LEMMATIZER, TAGGERS, VECTORS, needs_vectors, read_words
from analyser.minutes import Analysis, Diagnostic, Minutes, SourceFacts
from analyser.reading import Source, source_of
from analyser.structure import Outline, build_outline

for _name in ("outline", "minutes"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)

OWN = ("referat_sentences", "referat_minutes")
_PIECE = re.compile(r"[^ ]{1,120} ?| ")
_ENDLESS = re.compile(r"\S{5000}")  # no word: spaCy's tokenizer takes quadratic time on it
_LONGEST_TEXT = 1_000_000  # code points that a statistical model reads at once (spaCy's own limit)


class SentenceEnds:
    """Sets sentence starts from the outline: paragraphs, healed page breaks, Danish abbreviations."""

    def __init__(self, own: OwnLexicon | None = None) -> None:
        self.own = own

    def __call__(self, doc: Doc) -> Doc:
        """Read the outline where none is set, and mark the first word of each sentence."""
        with using(self.own):
            return self._mark(doc)

    def _mark(self, doc: Doc) -> Doc:
        if doc._.outline is None:
            doc._.outline = build_outline(source_of(doc.text))
        outline: Outline = doc._.outline
        starts = set()
        for paragraph in outline.paragraphs:
            starts.add(paragraph.end)
            starts.update(start for start, _ in sentence_spans(outline.prose, paragraph.start, paragraph.end))
        idx = doc.to_array(IDX).astype("int64")
        lengths = doc.to_array(LENGTH).astype("int64")
        found = np.full(len(doc), -1, dtype="int64")
        ordered = np.array(sorted(starts), dtype="int64")
        if len(doc) and len(ordered):
            # a sentence starts in the word that covers its first character
            covered = np.searchsorted(idx, ordered, side="right") - 1
            within = (covered >= 0) & (ordered < idx[covered] + np.maximum(lengths[covered], 1))
            found[covered[within]] = 1
        if len(doc):
            found[0] = 1
            doc.from_array([SENT_START], found.reshape(-1, 1).astype("uint64"))  # type: ignore[arg-type]
        return doc


class MinutesMaker:
    """Puts the record together: the outline's facts and those of the sentences."""

    def __init__(self, nlp: Language, own: OwnLexicon | None = None) -> None:
        self.nlp = nlp
        self.model = model_name(nlp)
        self.own = own

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.minutes`."""
        with using(self.own):
            return self._make(doc)

    def _make(self, doc: Doc) -> Doc:
        outline: Outline = doc._.outline
        source, own = outline.source, own_in_force()
        facts = extract(doc, outline, read_words(self.nlp, doc) if _is_readable(outline) else None)
        diagnostics = [*_about_reading(source, self.model), *outline.diagnostics, *facts.diagnostics]
        if facts.participants:
            diagnostics = [d for d in diagnostics if d.code != "no_participants" or not outline.participants]
        doc._.minutes = Minutes(
            source=SourceFacts(
                name=source.name,
                sha256=source.sha256,
                media_type=source.media_type,
                encoding=source.encoding,
                pages=len(source.pages) if source.pages else None,
                page_starts=source.pages or None,
                first_page=source.first_page,
                part=source.part,
            ),
            analysis=Analysis(analyser=analyser_version(), model=self.model, lexicon=own.digest if own else None),
            text=source.text,
            meeting=outline.meeting,
            participants=facts.participants,
            agenda=outline.agenda,
            items=outline.items,
            statements=facts.statements,
            decisions=facts.decisions,
            actions=facts.actions,
            mentions=facts.mentions,
            entities=facts.entities,
            diagnostics=tuple(diagnostics),
        )
        return doc


@Language.factory(
    "referat_sentences", default_config={"lexicon": None}, assigns=["token.is_sent_start", "doc._.outline"]
)
def make_sentences(nlp: Language, name: str, lexicon: str | None) -> SentenceEnds:
    """Make the component that sets sentence ends; `lexicon` is the way to a user's own words."""
    return SentenceEnds(own_lexicon(lexicon))


@Language.factory(
    "referat_minutes",
    default_config={"lexicon": None},
    requires=["token.is_sent_start", "doc._.outline"],
    assigns=["doc._.minutes"],
)
def make_minutes(nlp: Language, name: str, lexicon: str | None) -> MinutesMaker:
    """Make the component that sets `doc._.minutes`; `lexicon` is the way to a user's own words."""
    return MinutesMaker(nlp, own_lexicon(lexicon))


def load(model: str | None = None, lexicon: str | Path | None = None) -> Language:
    """Load the whole pipeline over a language model (see `analyser.language.load_model`).

    Args:
        model: a name or a folder; None for the best there is.
        lexicon: a folder or file of a user's own words (`analyser.language.lexicon.own`), which are read here. With
            them the pipeline is a new one each time.

    Raises:
        ModelError: the model that the caller names cannot be loaded.
        LexiconError: the user's words cannot be read.
    """
    nlp = load_model(model) if lexicon is None else load_another(model)
    if OWN[-1] not in nlp.pipe_names:
        own = {"lexicon": str(Path(lexicon).absolute())} if lexicon is not None else {}
        nlp.add_pipe(OWN[0], first=True, config=own)
        nlp.add_pipe(OWN[-1], last=True, config=own)
    return nlp


def analyse_source(source: Source, model: str | None = None, own: OwnLexicon | None = None) -> Minutes:
    """Analyse a document that was read; of the model runs what the rules and the record read."""
    with using(own):
        return _analyse(source, load(model))


def _analyse(source: Source, nlp: Language) -> Minutes:
    outline = build_outline(source)
    readable = _is_readable(outline)
    doc = nlp.make_doc(outline.prose) if readable else _plain_doc(nlp, outline.prose)
    doc._.outline = outline
    for name in read_whole(nlp) if readable else OWN:
        doc = nlp.get_pipe(name)(doc)
    minutes: Minutes = doc._.minutes
    return minutes


def read_whole(nlp: Language) -> list[str]:
    """Give the components that read the whole of each document, in order.

    The record has the names that the model finds anywhere. Parts of speech and lemmas are read where a rule asks
    (`analyser.language.tagging`), and no rule reads trees.
    """
    asked = {"parser", VECTORS, LEMMATIZER, *TAGGERS}
    names = [name for name in nlp.pipe_names if name not in asked]
    return [name for name in nlp.pipe_names if name in names or (name == VECTORS and needs_vectors(nlp, names))]


def _is_readable(outline: Outline) -> bool:
    """Tell whether a statistical model can read a document."""
    return len(outline.source.text) <= _LONGEST_TEXT and _ENDLESS.search(outline.prose) is None


def _plain_doc(nlp: Language, text: str) -> Doc:
    """Make a document of a text too long for a model: words parted at blanks, none longer than a line of print."""
    tokens = _PIECE.findall(text)
    return Doc(
        nlp.vocab,
        words=[t.removesuffix(" ") or " " for t in tokens],
        spaces=[t.endswith(" ") and t != " " for t in tokens],
    )


@cache
def analyser_version() -> str:
    """Give this project's version."""
    try:
        return version("referat-analyser")
    except PackageNotFoundError:
        return "unknown"


def _about_reading(source: Source, model: str) -> list[Diagnostic]:
    found = []
    if source.encoding_guessed:
        message = f"no mark proves the encoding; the bytes were read as {source.encoding}"
        found.append(Diagnostic(code="guessed_encoding", severity="warning", message=message))
    if source.mended_lines:
        message = f"letters saved in a wrong encoding (`Ã¦` for `æ`) were mended in {source.mended_lines} lines"
        found.append(Diagnostic(code="guessed_encoding", severity="warning", message=message))
    for page in source.unreadable_pages:
        message = f"page {page} gave no text"
        found.append(Diagnostic(code="unreadable_page", severity="warning", message=message))
    for start, end in find_personal_numbers(source.text):
        message = "this has the form of a personal number (CPR)"
        found.append(Diagnostic(code="personal_number", severity="warning", message=message, span=(start, end)))
    if model.startswith("blank"):
        message = "no Danish model is installed: the rules worked alone"
        found.append(Diagnostic(code="no_model", severity="info", message=message))
    return found
