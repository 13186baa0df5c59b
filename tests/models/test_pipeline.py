"""The shipped pipeline: its parts, its size, and what it reads in sentences as minutes have them."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

FOLDER = Path(__file__).parents[2] / "models" / "da_referat_sm"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return spacy.load(FOLDER)


def test_components_are_those_of_da_core_news_sm(pipeline: Language) -> None:
    assert pipeline.pipe_names == ["tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "ner"]


def test_entity_labels(pipeline: Language) -> None:
    assert set(pipeline.pipe_labels["ner"]) == {"PER", "ORG", "LOC", "MISC"}


def test_size() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 20 * MEGABYTE


def test_no_text_of_the_corpora_is_shipped(pipeline: Language) -> None:
    strings = (FOLDER / "vocab" / "strings.json").read_text(encoding="utf8")
    assert len(strings) < 0.2 * MEGABYTE


SPEAKERS = [
    ("Politidirektør Helle Stenhave orienterede om den nye indsats.", "orienterede", "Helle Stenhave"),
    ("Herefter gennemgik Bo Tranholm regnskabet.", "gennemgik", "Bo Tranholm"),
    ("I forhold til trafiksikkerheden takkede kommunen for samarbejdet.", "takkede", "kommunen"),
    ("Bestyrelsen godkendte referatet.", "godkendte", "Bestyrelsen"),
    ("Fatima Holmgaard oplyste, at der er behov for en ny plan.", "oplyste", "Fatima Holmgaard"),
    ("Formanden bød velkommen til mødet.", "bød", "Formanden"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SPEAKERS)
def test_who_said_it(pipeline: Language, text: str, verb: str, subject: str) -> None:
    doc = pipeline(text)
    said = next(token for token in doc if token.text == verb)
    subjects = [token for token in said.children if token.dep_ == "nsubj"]
    assert [token.text in subject.split() for token in subjects] == [True]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Politidirektør Helle Stenhave orienterede om den nye indsats.", ["Helle Stenhave"]),
        ("Til stede var Helle Stenhave, Bo Tranholm og Fatima Lind.", ["Helle Stenhave", "Bo Tranholm", "Fatima Lind"]),
        ("Helle Stenhave og Bo Tranholm kontakter kommunen.", ["Helle Stenhave", "Bo Tranholm"]),
        ("Bestyrelsen godkendte referatet.", []),
    ],
)
def test_people(pipeline: Language, text: str, people: list[str]) -> None:
    assert [entity.text for entity in pipeline(text).ents if entity.label_ == "PER"] == people


@pytest.mark.parametrize(
    ("text", "word", "lemma", "upos"),
    [
        ("Formanden orienterede om sagerne.", "orienterede", "orientere", "VERB"),
        ("Formanden orienterede om sagerne.", "sagerne", "sag", "NOUN"),
        ("Vi har drøftet budgettet.", "har", "have", "AUX"),
        ("Vi har drøftet budgettet.", "budgettet", "budget", "NOUN"),
    ],
)
def test_words(pipeline: Language, text: str, word: str, lemma: str, upos: str) -> None:
    token = next(token for token in pipeline(text) if token.text == word)
    assert (token.lemma_, token.pos_) == (lemma, upos)
