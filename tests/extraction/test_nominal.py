"""Reports that no verb tells: the sentence, then `who | verb | topic`."""

import pytest

from tests.extraction.documents import minutes, said

REPORTS = [
    ("Orientering ved Agnete Brolund om budgettet.", "Agnete Brolund | orientere | budgettet"),
    ("Orientering v/ Agnete Brolund om budgettet.", "Agnete Brolund | orientere | budgettet"),
    ("Orientering v. formanden om budgettet.", "Agnete Brolund | orientere | budgettet"),
    ("Kort orientering fra Solveig om den nye skole.", "Solveig Hjortkær | orientere | den nye skole"),
    ("Kort mundtlig orientering ved kommunaldirektør Preben Lyngdal.", "Preben Lyngdal | orientere | -"),
    ("Orientering ved konsulent Ida Frost om reglerne.", "Ida Frost | orientere | reglerne"),
    ("Gennemgang af regnskabet ved kassereren.", "Torkild Vestmark | gennemgå | regnskabet"),
    ("Fremlæggelse af regnskabet v/kassereren.", "Torkild Vestmark | fremlægge | regnskabet"),
    ("Gennemgang ved Torkild Vestmark af regnskabet.", "Torkild Vestmark | gennemgå | regnskabet"),
    ("Kassererens gennemgang af regnskabet.", "Torkild Vestmark | gennemgå | regnskabet"),
    ("Formandens orientering: Budgettet holder.", "Agnete Brolund | orientere | Budgettet holder"),
    ("Oplæg v/ Torkild Vestmark om frivillige.", "Torkild Vestmark | holde oplæg | frivillige"),
    ("Kort oplæg ved Torkild Vestmark.", "Torkild Vestmark | holde oplæg | -"),
    ("Oplæg om frivillige v/Torkild, som har spurgt rundt.", "Torkild Vestmark | holde oplæg | frivillige"),
    ("Status på byggeriet ved Mogens Askebjerg.", "Mogens Askebjerg | - | byggeriet"),
    ("Velkomst ved formanden.", "Agnete Brolund | - | -"),
    ("Beretning v/ formanden: Året har været godt.", "Agnete Brolund | - | Året har været godt"),
    ("Orientering fra formanden: Budgettet holder.", "Agnete Brolund | - | Budgettet holder"),
    ("Regnskabet fremlagt af kassereren.", "Torkild Vestmark | fremlægge | Regnskabet"),
    ("Regnskabet gennemgået v/ Torkild Vestmark.", "Torkild Vestmark | gennemgå | Regnskabet"),
    ("Præsenteret af Solveig Hjortkær: den nye plan.", "Solveig Hjortkær | præsentere | den nye plan"),
]


@pytest.mark.parametrize(("text", "fact"), REPORTS)
def test_a_report_with_no_verb_is_a_statement(text: str, fact: str) -> None:
    assert said(minutes(text)) == [fact]


NO_REPORTS = [
    "Mundtlig orientering ved Preben Lyngdal om lukningen blev taget til efterretning.",
    "Formandens beretning blev godkendt.",
    "Formandens beretning.",
    "Orientering fra kommunen.",
    "Gennemgang af sidste referat.",
    "Drøftelse af budgettet.",
    "Rundvisning ved skolen.",
    "Oplæst af Torkild.",
    "Regnskabet fremlagt ved mødet.",
    "Møder afholdt af Torkild.",
]


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_only_names_a_report_is_no_statement(text: str) -> None:
    assert said(minutes(text)) == []
