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


SIGNED_BELOW = [
    ("Karen Holt", "Ref. KH", "KH"),
    ("Karen Holt", "Referatet er skrevet af KH", "KH"),
    ("Karen Holt", "KH", "KH"),
    ("Karen Holt", "K.H.", "K.H."),
    ("Agnete Foss", "AF", None),  # who kept no minutes
]


@pytest.mark.parametrize(("who", "line", "mention"), SIGNED_BELOW)
def test_who_signs_the_minutes_by_initials(who: str, line: str, mention: str | None) -> None:
    head = "Referat\n\nTil stede: Agnete Foss (formand), Torkild Vestmark, Karen Holt (referent)"
    record = analyse_text(f"{head}\n\n1. Taget\nTaget er tæt.\n\n2. Evt.\nIntet.\n\n{line}\n")
    names = {p.id: p.name for p in record.participants}
    found = [m.text for m in record.mentions if names.get(m.participant or "") == who and m.text != who]
    assert found == ([mention] if mention else [])


INITIALS = [
    ("AF spurgte til taget. Det besvarede TV.", ["AF = Agnete Foss", "TV = Torkild Vestmark"]),
    ("AGFO spurgte til taget. TOVE svarede. Det bakkede KAHO op.",
     ["AGFO = Agnete Foss", "TOVE = Torkild Vestmark", "KAHO = Karen Maria Holt"]),
    ("Takstbladet sendes til kommunen. KMH", ["KMH = Karen Maria Holt"]),
    ("Regnskabet v/ TV. Det er fint.", ["TV = Torkild Vestmark"]),
    ("Takstbladet sendes til kommunen. KH", []),
    ("Vi afventer svar fra KMH.", []),  # once, it may be a firm
    ("AF ringer til smeden.", ["AF = Agnete Foss"]),
    ("Taget males (AF).", ["AF = Agnete Foss"]),
    ("Kage: AF", ["AF = Agnete Foss"]),
    ("KM laver plakaten.", ["KM = Karen Maria Holt"]),  # her given names
    ("K-M laver plakaten.", ["K-M = Karen Maria Holt"]),
    ("Vi afventer AF.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), INITIALS)
def test_initials_that_no_roster_gives(text: str, facts: list[str]) -> None:
    head = "Referat\n\nTil stede: Agnete Foss (formand), Torkild Vestmark, Karen Maria Holt"
    record = analyse_text(f"{head}\n\n1. Taget\n{text}\n\n2. Evt.\nIntet.\n")
    names = {p.id: p.name for p in record.participants}
    found = [f"{m.text} = {names[m.participant]}" for m in record.mentions if m.participant and m.text.isupper()]
    assert found == facts


def test_letters_of_a_body_or_a_thing_are_nobody_s_initials() -> None:
    head = "Referat fra Skolebestyrelsen\n\nTil stede: Susanne Bak (formand), Inge Thorsen, Karl Dam, Ole Ravn"
    text = "KD og OR mødes. SB mener, at IT er dyrt. SB drøftede taget."
    record = analyse_text(f"{head}\n\n1. Taget\n{text}\n\n2. Evt.\nIntet.\n")
    assert [m.text for m in record.mentions if m.participant and m.text.isupper()] == ["KD", "OR"]


PEOPLE_TOO = [
    ("KH spurgte. BE ringer. PC sender listen. NB foreslog en dato.", ["KH", "BE", "PC", "NB"]),
    ("KH spurgte. BE ringer. PC virker ikke. NB: Husk kaffe.", ["KH", "BE"]),
    ("KH spurgte. BE ringer. En ny PC sender listen. PC er dyr.", ["KH", "BE"]),
    ("PC sender listen.", []),  # in minutes that call nobody else so
]  # fmt: skip


@pytest.mark.parametrize(("text", "initials"), PEOPLE_TOO)
def test_letters_of_a_thing_are_those_of_who_does_what_people_do(text: str, initials: list[str]) -> None:
    head = "Referat\n\nTil stede: Peter Christensen, Niels Bo, Karen Holt, Bo Ek"
    record = analyse_text(f"{head}\n\n1. Taget\n{text}\n\n2. Evt.\nIntet.\n")
    assert [m.text for m in record.mentions if m.participant and m.text.isupper()] == initials


def test_of_those_whose_initials_the_roster_lacks() -> None:
    head = "Referat\n\nTil stede: Agnete Foss (AFO), Torkild Vestmark (TVE), Ole Bang"
    record = analyse_text(f"{head}\n\n1. Taget\nAFO spørger TVE. OB ringer til smeden.\n\n2. Evt.\nIntet.\n")
    names = {p.id: p.name for p in record.participants}
    assert [names.get(m.participant or "") for m in record.mentions if m.text == "OB"] == ["Ole Bang"]


def test_the_initials_of_who_signed_leave_the_others_theirs() -> None:
    head = "Referat\n\nTil stede: Agnete Foss (formand), Torkild Vestmark, Karen Holt (referent)"
    record = analyse_text(f"{head}\n\n1. Taget\n2 var for (AF, TV).\n\n2. Evt.\nIntet.\n\nRef. KH\n")
    linked = [m.text for m in record.mentions if m.participant]
    assert linked[-3:] == ["AF", "TV", "KH"]
