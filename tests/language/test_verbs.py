"""Verbs of saying: their forms, and forms with a slip of the pen."""

import pytest

from analyser.language.verbs import guess_lemma, read_form, read_misspelt


@pytest.mark.parametrize(
    ("word", "lemma", "kind"),
    [
        ("orienterede", "orientere", "past"),
        ("orienterer", "orientere", "present"),
        ("orienteret", "orientere", "participle"),
        ("Oplyste", "oplyse", "past"),
        ("oplyses", "oplyse", "passive"),
        ("redegjorde", "redegøre", "past"),
        ("gennemgik", "gennemgå", "past"),
        ("fortalte", "fortælle", "past"),
        ("sagde", "sige", "past"),
        ("bakkede", "bakke op", "past"),
        ("gjorde", "gøre opmærksom", "past"),
    ],
)
def test_forms(word: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in [(form.verb.lemma, form.kind) for form in read_form(word)]


@pytest.mark.parametrize("word", ["sorterede", "huset", "", "Brolund"])
def test_other_words(word: str) -> None:
    assert read_form(word) == ()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("orientered", "orientere"),
        ("oplystte", "oplyse"),
        ("gennemggik", "gennemgå"),
        ("redegjrde", "redegøre"),
        ("spurte", "spørge"),
        ("tilføjde", "tilføje"),
        ("bemrkede", "bemærke"),
        ("understregde", "understrege"),
    ],
)
def test_a_slip_of_the_pen(word: str, lemma: str) -> None:
    assert {form.verb.lemma for form in read_misspelt(word)} == {lemma}


@pytest.mark.parametrize("word", ["ansatte", "orkestrerede", "mødte", "hus"])
def test_another_verb_is_no_slip(word: str) -> None:
    assert read_misspelt(word) == ()


@pytest.mark.parametrize(
    ("form", "lemma"), [("debatterede", "debattere"), ("orkestrerede", "orkestrere"), ("kunde", None), ("stede", None)]
)
def test_the_infinitive_of_an_unknown_verb(form: str, lemma: str | None) -> None:
    assert guess_lemma(form) == lemma
