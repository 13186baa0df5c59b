"""What the model says of words, read where it is asked for, is what it says when it reads the whole text."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from analyser import analyse_text
from analyser.language import load_model
from analyser.language.model import shipped_path
from analyser.language.tagging import needs_vectors, reach_of, read_words
from analyser.pipeline import load, read_whole
from analyser.reading import source_of
from analyser.structure import build_outline

TEXT = (Path(__file__).parents[2] / "data/samples/kredsraad-solbjerg-2023-09-14.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def shipped() -> Language:
    path = shipped_path()
    assert path is not None
    return spacy.load(path)


def read(nlp: Language, text: str) -> Doc:
    """Run the whole pipeline."""
    return nlp(text)


def unread(nlp: Language, text: str) -> Doc:
    """Make a document of which only the sentence ends are known."""
    whole = read(nlp, text)
    doc = nlp.make_doc(text)
    for token, same in zip(doc, whole, strict=True):
        token.is_sent_start = same.is_sent_start
    return doc


def test_tags_are_those_of_the_whole_text(shipped: Language) -> None:
    doc = unread(shipped, TEXT)
    tags = read_words(shipped, doc)
    assert tags is not None
    whole = read(shipped, TEXT)
    assert reach_of(shipped) == 4
    assert [tags.pos_at(t.idx) for t in whole] == [t.pos_ for t in whole]
    assert not doc.tensor.size  # it was read in pieces
    assert [tags.lemma_at(t.idx) for t in whole] == [t.lemma_ for t in whole]


def test_they_are_so_where_nobody_can_tell_how_far_a_tag_looks(
    shipped: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analyser.language.tagging.reach_of", lambda nlp: None)
    tags = read_words(shipped, unread(shipped, TEXT))
    assert tags is not None
    assert [tags.pos_at(t.idx) for t in read(shipped, TEXT)] == [t.pos_ for t in read(shipped, TEXT)]


def test_what_has_been_read_is_not_read_again(shipped: Language) -> None:
    doc = read(shipped, "Bestyrelsen debatterede, om huset skal males.")
    with shipped.select_pipes(enable=["morphologizer"]):
        tags = read_words(shipped, doc)
        assert tags is not None
        assert tags.pos_at(doc[1].idx) == "VERB"
        assert tags.pos_at(3) is None  # no word begins there


def test_a_blank_pipeline_tells_nothing() -> None:
    nlp = load_model("blank:da")
    assert read_words(nlp, nlp.make_doc("Ingen bemærkninger.")) is None


def test_shared_vectors_are_made_for_the_whole_text_only_where_something_reads_it_by_them(shipped: Language) -> None:
    assert needs_vectors(shipped, ["ner", "parser"])
    assert not needs_vectors(shipped, ["ner"])
    assert read_whole(load()) == ["referat_sentences", "ner", "referat_minutes"]


def test_the_record_is_the_same_where_the_pipeline_has_read_everything() -> None:
    nlp = load()
    outline = build_outline(source_of(TEXT, "text"))
    doc = nlp.make_doc(outline.prose)
    doc._.outline = outline
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert doc.has_annotation("LEMMA")
    assert doc._.minutes == analyse_text(TEXT)
