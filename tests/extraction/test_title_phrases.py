"""Titles as noun phrases: what they are in the indefinite form, and that the word in the middle may be one at all."""

import pytest

from analyser.extraction.cast import Cast
from analyser.extraction.offices import may_be_title, title_in
from analyser.minutes import Meeting, Participant

PEOPLE = tuple(
    Participant(id=f"p{n}", name=name, role=role, span=(0, 1))
    for n, (name, role) in enumerate([("Lis Bo", "visitator"), ("Ib Holm", "bygningssagkyndig")], 1)
)
CAST = Cast(PEOPLE, (), Meeting())


@pytest.mark.parametrize(
    ("phrase", "word", "title"),
    [
        ("Formanden", "Formanden", "formand"),
        ("2. næstformanden", "næstformanden", "2. næstformand"),
        ("1. næstformand", "næstformand", "1. næstformand"),
        ("FTR'en", "FTR'en", "ftr"),
        ("FOA-TR", "FOA-TR", "tr"),
        ("HK-repræsentanten", "HK-repræsentanten", "hk-repræsentant"),
        ("Skolens leder", "leder", "leder"),
        ("Formanden for udvalget", "Formanden", "formand"),
        ("Visitatoren", "Visitatoren", "visitator"),
        ("Den bygningssagkyndige", "bygningssagkyndige", "bygningssagkyndig"),
        ("Bestyrelsen", "Bestyrelsen", None),
        ("budgettet", "budgettet", None),
    ],
)
def test_a_title_in_a_phrase(phrase: str, word: str, title: str | None) -> None:
    assert title_in(phrase, CAST) == title
    assert may_be_title(word, CAST) == (title is not None)


def test_a_genitive_may_be_a_title() -> None:
    assert may_be_title("Formandens", CAST)
