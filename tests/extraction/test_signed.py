"""Remarks signed behind by who made them: the sentence, then who speaks."""

import pytest

from analyser import analyse_text

HEAD = """Referat af møde i Kulturudvalget
Torsdag den 14. marts 2024 kl. 16.00

Til stede:
Agnete Foss (AF), formand
Torkild Vestmark (TV), kasserer
Karen Holt (KH)

1. Orientering
"""

SIGNED = [
    ("Der mangler lys på stien (AF).", "Agnete Foss"),
    ("Der mangler lys på stien – KH", "Karen Holt"),
    ("Der mangler lys på stien – Karen Holt", "Karen Holt"),
    ("Stien er mørk /KH", "Karen Holt"),
    ("Der har været indbrud i klubhuset (TV).", "Torkild Vestmark"),
    ("Vi er glade for den nye hal - Karen Holt.", "Karen Holt"),
]


@pytest.mark.parametrize(("text", "speaker"), SIGNED)
def test_a_remark_is_of_who_signed_it(text: str, speaker: str) -> None:
    (statement,) = analyse_text(f"{HEAD}{text}\n\n2. Næste møde\nDatoen er ukendt.\n").statements
    assert (statement.speaker.name, statement.verb) == (speaker, None)
    assert statement.topic is not None
    assert "(" not in statement.topic.text


UNSIGNED = [
    "Der mangler lys på stien (V).",
    "Der mangler en aftale med forbundet (DBU).",
    "Vi har fået ny kasserer (Karen Holt).",
    "Nøglen ligger hos naboen (Karen Holt).",
    "Nøglerne er hos Agnete Foss / Karen Holt.",
    "Kassereren er syg (TV).",
    "Der købes nye lamper (TV).",
    "Lamper skal købes (TV).",
    "Budgettet blev godkendt (KH).",
    "Karen er valgt til formand (KH).",
]


@pytest.mark.parametrize("text", UNSIGNED)
def test_what_stands_in_brackets_is_not_always_a_signature(text: str) -> None:
    assert analyse_text(f"{HEAD}{text}\n\n2. Næste møde\nDatoen er ukendt.\n").statements == ()
