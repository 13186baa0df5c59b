"""Headings of every family, one line each, and lines that are none."""

import pytest

from analyser.structure.headings import is_sentence, read_heading
from analyser.structure.lines import find_furniture, split_lines
from analyser.structure.parts import is_part

# line, family, number, title
HEADINGS = [
    ("Ad 1 - Orientering", "ad", "1", "Orientering"),
    ("Ad pkt. 3: Budget", "ad", "3", "Budget"),
    ("Ad 3.", "ad", "3", None),
    ("Punkt 2a) Skolen", "point", "2a", "Skolen"),
    ("Pkt. 7 Eventuelt", "point", "7", "Eventuelt"),
    ("Punkt 1:", "point", "1", None),
    ("Sag nr. 12 Lokalplan", "case", "12", "Lokalplan"),
    ("§ 4 Valg", "paragraph", "4", "Valg"),
    ("3. Regnskab", "numbered", "3", "Regnskab"),
    ("3) Regnskab", "numbered", "3", "Regnskab"),
    ("3.Regnskab", "numbered", "3", "Regnskab"),
    ("3 Regnskab", "numbered", "3", "Regnskab"),
    ("2.1 Vej", "numbered", "2.1", "Vej"),
    ("2a. Skolen", "numbered", "2a", "Skolen"),
    ("5.a Forslag om høns", "numbered", "5.a", "Forslag om høns"),
    ("5A. Forslag om høns", "numbered", "5A", "Forslag om høns"),
    ("8 a Skrivelser", "numbered", "8a", "Skrivelser"),
    ("110. Godkendelse af dagsorden", "numbered", "110", "Godkendelse af dagsorden"),
    ("**5. Eventuelt**", "numbered", "5", "Eventuelt"),
    ("## 4. Valg", "numbered", "4", "Valg"),
    ("4. Valg (15 min.)", "numbered", "4", "Valg"),
    ("1.", "numbered", "1", None),
    ("1. Ingen bemærkninger til referatet.", "numbered", "1", None),  # the sentence is no title
    ("Ad 1. Dagsorden godkendt. Referatet blev godkendt.", "ad", "1", None),
    ("Ad 4. Jan: Nye nøgler er kommet.", "ad", "4", None),
    ("5. Man vedtog at afholde udflugt. Valgt: Fru Lund.", "numbered", "5", None),
    ("Ad 4. a) Forslag fra Ida Holm om bump.", "ad", "4", None),
    ("3. Budget: Kassereren fremlagde budgettet for i år.", "numbered", "3", "Budget"),
    ("Ad 1) Referat fra sidst: Godkendt.", "ad", "1", "Referat fra sidst"),
    ("Punkt 3 b. Lærerens Bolig. Udsat.", "point", "3b", "Lærerens Bolig"),
    (
        "Punkt 2. Ansøgning fra Enke M. Lund om Hjælp. Bevilgedes 25 Kr.",
        "point",
        "2",
        "Ansøgning fra Enke M. Lund om Hjælp",
    ),
    ("Pkt. 1: Godkendt.", "point", "1", None),
    ("5. Udgår", "numbered", "5", "Udgår"),
    ("4) Chr. Alstrup forespurgte, om der kunde bevilges et Beløb. Udsat.", "numbered", "4", None),
    ("1) Økonomi – Ib sender budgettet rundt.", "numbered", "1", "Økonomi"),
    ("2) Skole - Vi opslår stillingen.", "numbered", "2", "Skole"),
    ("3) Evt – intet", "numbered", "3", "Evt"),
    ("1. Økonomi – ...", "numbered", "1", "Økonomi"),
    ("1. Økonomi - .", "numbered", "1", "Økonomi"),
    ("4) Skolen – status og planer", "numbered", "4", "Skolen – status og planer"),
    ("Ad 3. Ida har fået tilbud:", "ad", "3", None),
    ("Ad 3. Tilbud på vejen:", "ad", "3", "Tilbud på vejen"),
    ("Nr. 3. Regnskab", "case", "3", "Regnskab"),
    ("2. J.nr. 8-30-2/79. Ansøgning fra Unionen", "numbered", "2", "J.nr. 8-30-2/79. Ansøgning fra Unionen"),
    ("Pkt. 4. Boring 4. Ida har talt med kommunen.", "point", "4", "Boring 4"),
    ("2. Regnskabet for 4. Kvartal fremlagdes af Kassereren.", "numbered", "2", None),
    ("Pkt. 1. Referat fra sidste møde underskrevet.", "point", "1", None),
    ("Pkt. 4. Forslag: Ingen.", "point", "4", "Forslag"),
    ("Pkt. 6. Valg: Ida Holm genvalgt. Ny suppleant: Ib Ravn.", "point", "6", "Valg"),
    ("51.\tJ.nr. 00.01.00G01\tBU/tr", "numbered", "51", None),
    ("1             Regnskab", "numbered", "1", "Regnskab"),
    ("Pkt 7 Næste møde: 14.09.", "point", "7", "Næste møde"),
    ("3. a. Formanden havde deltaget i mødet.", "numbered", "3", None),
    ("3. Vintertjeneste 1988/89.", "numbered", "3", "Vintertjeneste 1988/89"),
    ("4. Efter tur afgik Ida Holm og Ib Ravn.", "numbered", "4", None),
    (
        "2. Andragende fra Enkefru M. Lund om Hjælp. Bevilget med 60 Kr.",
        "numbered",
        "2",
        "Andragende fra Enkefru M. Lund om Hjælp",
    ),
    # several items at once
    ("Ad 4-5.", "ad", "4-5", None),
    ("Pkt. 3+4: Vej og sti", "point", "3+4", "Vej og sti"),
    ("Ad 3 og 4: Vej og sti", "ad", "3 og 4", "Vej og sti"),
    ("Punkt 5, 6 og 7", "point", "5, 6 og 7", None),
    ("3/ Regnskab", "numbered", "3", "Regnskab"),
    ("(3) Regnskab", "numbered", "3", "Regnskab"),
    ("22 (Åben) Regnskab", "numbered", "22", "Regnskab"),
    ("22. (Lukket) - Køb af areal", "numbered", "22", "Køb af areal"),
    ("7/2020 Regnskab", "numbered", "7/2020", "Regnskab"),
    ("110 Regnskab", "numbered", "110", "Regnskab"),
    ("2. punkt: Regnskab", "point", "2", "Regnskab"),
    ("Punkt #2: Regnskab", "point", "2", "Regnskab"),
    ("Punkt 22 (Åben): Regnskab", "point", "22", "Regnskab"),
    ("Åbent punkt 22: Regnskab", "point", "22", "Regnskab"),
    ("Til pkt. 3: Regnskab", "ad", "3", "Regnskab"),
    ("Vedr. punkt 3: Regnskab", "ad", "3", "Regnskab"),
    ("4. Høring: Trafikplan 2020-2024.", "numbered", "4", "Høring: Trafikplan 2020-2024"),
    ("4. Høring: Ida fremlagde udkastet.", "numbered", "4", "Høring"),
    ("6. Datoer for næste møde.", "numbered", "6", "Datoer for næste møde"),
    ("1\tGodkendelse af dagsorden\tGodkendt.\tAB", "numbered", "1", "Godkendelse af dagsorden"),
    ("4\tHøring: Torvet\tIda viste tegninger af det nye torv.\tIda skriver", "numbered", "4", "Høring: Torvet"),
    (
        "1. Skrivelse fra Amtet ang. Regnskabet for 1947-48. Taget til Efterretning.",
        *("numbered", "1", "Skrivelse fra Amtet ang. Regnskabet for 1947-48"),
    ),
    (
        "2. Andragende fra Lærer Lund om Tilskud. Der bevilgedes 150 Kr.",
        *("numbered", "2", "Andragende fra Lærer Lund om Tilskud"),
    ),
    ("6. Budgettet for 1949-50 gennemgikkes og underskreves.", "numbered", "6", None),
    ("IV. Eventuelt", "roman", "IV", "Eventuelt"),
    ("IV Eventuelt", "roman", "IV", "Eventuelt"),
    ("a) Formanden", "letter", "a", "Formanden"),
    # the stop of a word cut short stays
    ("4. Lys m.v.", "numbered", "4", "Lys m.v."),
    ("4. Borde, stole o.lign.", "numbered", "4", "Borde, stole o.lign."),
    ("4. Næste møde/evt.", "numbered", "4", "Næste møde/evt."),
    ("4. Kassen.", "numbered", "4", "Kassen"),
]


@pytest.mark.parametrize(("text", "family", "number", "title"), HEADINGS)
def test_headings(text: str, family: str, number: str, title: str | None) -> None:
    found = read_heading(split_lines(text)[0])
    assert found is not None
    assert (found.family, found.number, found.title) == (family, number, title)
    assert title is None or title in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "3. april 2024",
        "12.03.2014",
        "10.00 Velkomst",
        "14.30 pause",
        "5 stole",
        "11.500 kr. i alt",
        "Sagsnr. 00.22.02-G01-1-21",
        "Sagsnr. 21-004123",
        "2024 var et godt år",
        "Ad libitum",
        "Nr. 30 spurgte, om hækken må være så høj.",
        "Nr. 7 og 9 har klaget.",
        "Dagsorden",
        "Eventuelt",
        "Agnete Brolund",
    ],
)
def test_no_numbered_heading(text: str) -> None:
    assert read_heading(split_lines(text)[0]) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ingen bemærkninger til referatet.", True),
        ("Menighedsrådet ansøger om 380.000 kr. til nyt varmeanlæg.", True),
        ("Ansøgning fra Menighedsrådet om 380.000 kr. til varmeanlæg.", False),
        ("Legepladsen under højspændingen ved Søndergade og klager over den.", False),
        ("Formanden orienterede om taget.", True),
        ("Taget blev repareret.", True),
        ("Kloakering af Sønderengen.", False),
        ("Regnskab", False),
    ],
)
def test_a_sentence_is_no_title(text: str, sentence: bool) -> None:
    assert is_sentence(text) is sentence


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Beslutning:", "decision"),
        ("**Konklusion**", "decision"),
        ("Kultur- og Fritidsudvalget, den 22. august 2007:", "decision"),
        ("Møde i Kulturudvalget", None),
        ("Indstilling", "proposal"),
        ("Sagsfremstilling", "background"),
        ("Drøftelse", "discussion"),
        ("Ansvarlig:", "action"),
        ("Beslutning: Godkendt.", None),
        ("Taget", None),
    ],
)
def test_a_line_that_opens_a_part(text: str, part: str | None) -> None:
    assert is_part(text) == part


PAGES = "Side {0} af 4\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Beslutning",
        "Sagsfremstilling:",
        "Fraværende: Ib Ravn",
        "Indstilling:",
        "6. Evt.",
        "Beslutning i Byrådet den 11-06-2013",
    ],
)
def test_a_line_of_every_item_is_no_header_of_the_page(line: str) -> None:
    text = "".join(f"Sag {n}\n\n{line}\nGodkendt.\n\n{PAGES.format(n)}" for n in range(1, 5))
    lines = split_lines(text)
    assert not [n.text for n in lines if n.index in find_furniture(lines) and n.text == line]
