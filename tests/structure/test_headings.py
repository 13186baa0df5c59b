"""Headings of every family, and lines that are none."""

import pytest

from analyser.reading import source_of
from analyser.structure import build_outline
from analyser.structure.headings import is_sentence, read_heading
from analyser.structure.lines import find_furniture, split_lines
from analyser.structure.parts import is_part
from tests.structure.documents import HEAD, ROSTER, outline

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


# the body of minutes, and its items as number:title
ITEMS = [
    ("1. Valg\nIntet.\n\n2. Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("Ad 1 Valg\nIntet.\n\nAd 2 Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("Punkt 1: Valg\nIntet.\n\nPunkt 2: Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("§ 1 Valg\nIntet.\n\n§ 2 Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("Sag nr. 11 Lokalplan\nGodkendt.\n\nSag nr. 12 Vejen\nUdsat.\n", ["11:Lokalplan", "12:Vejen"]),
    ("Sag nr. 09/21 Kaj 3\nGodkendt.\n\nSag nr. 09/22 Bropenge\nUdsat.\n", ["09/21:Kaj 3", "09/22:Bropenge"]),
    ("I. Valg\nIntet.\n\nII. Regnskab\nGodkendt.\n\nIII. Budget\nGodkendt.\n", ["I:Valg", "II:Regnskab", "III:Budget"]),
    ("**Nyt fra huset**\nDer er nye stole.\n\n**Taget**\nTaget holder.\n", [":Nyt fra huset", ":Taget"]),
    ("NYT FRA HUSET\nDer er nye stole.\n\nTAGET\nTaget holder.\n", [":NYT FRA HUSET", ":TAGET"]),
    ("Nyt fra huset\n\nDer er nye stole.\n\nEventuelt\n\nIntet at bemærke.", [":Nyt fra huset", ":Eventuelt"]),
    ("A. Valg\nIntet.\n\nB. Regnskab\nGodkendt.\n\nC. Budget\nGodkendt.\n", ["A:Valg", "B:Regnskab", "C:Budget"]),
    ("_Nyt fra huset_\nDer er nye stole.\n\n_Taget_\nTaget holder.\n", [":Nyt fra huset", ":Taget"]),
    # short lines between sentences, with no blank line
    ("Nyt fra huset\nDer er nye stole.\nHøring: Trafikplan\nVi svarer ikke.\nEventuelt\nIntet.\n",
     [":Nyt fra huset", ":Høring: Trafikplan", ":Eventuelt"]),
    ("- Nyt fra huset\nDer er nye stole.\n- Taget\nDet er stadig helt tæt.\n- Evt.\nDer var ikke noget.\n",
     [":Nyt fra huset", ":Taget", ":Evt."]),
    ("NYT FRA HUSET\nDer er nye stole.\n\nHØRING: TRAFIKPLAN\nTaget holder.\n",
     [":NYT FRA HUSET", ":HØRING: TRAFIKPLAN"]),
    # the title below the number
    ("Punkt 1\nValg\nDer var ikke noget.\n\nPunkt 2\nRegnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("Ad 1.\nDer var ikke noget.\n\nAd 2.\nGodkendt.\n", ["1:None", "2:None"]),
    # an agenda that is counted from one, items that run on from the last meeting
    ("Dagsorden:\n1. Valg\n2. Regnskab\n\n22. Valg\nIntet.\n\n23. Regnskab\nGodkendt.\n", ["22:Valg", "23:Regnskab"]),
    ("Dagsorden:\n1. Valg\n2. Taget\n3. Evt\n\nI. Valg\nIntet.\n\nII. Taget\nTaget holder.\n\nIII. Evt\nIntet.\n",
     ["I:Valg", "II:Taget", "III:Evt"]),
    ("1. Valg\nIntet.\n\n2. Forslag\nForslag A. Altaner\nVedtaget.\nForslag B. Katte\nForkastet.\n\n3. Evt\nIntet.\n",
     ["1:Valg", "2:Forslag", "A:Altaner", "B:Katte", "3:Evt"]),
    # sentences by letter, cut by the margin, are no sub-items
    ("1. Orientering\na) Tilsynet har meddelt, at påbuddet fra fe-\nbruar er løst.\n"
     "b) Direktøren tiltræder en stilling i\nRigsarkivet.\n\n2. Evt\nIntet.\n", ["1:Orientering", "2:Evt"]),
    # a list inside an item is no run of items
    (
        "1. Valg\nVi skal huske:\n1. Stole\n2. Borde\n3. Duge\n\n2. Taget\nDer er 3 huller.\n\n3. Eventuelt\nIntet.\n",
        ["1:Valg", "2:Taget", "3:Eventuelt"],
    ),
    # who reports, and a word that opens a part elsewhere
    ("Opfølgning\nLyset virker igen.\n\nFra ledelsen\nIda fortalte om budgettet.\n\nEvt\nDer var ikke noget.\n",
     [":Opfølgning", ":Fra ledelsen", ":Evt"]),
    # letters that are titles, with initials in the text below; an answer below each, and the numbers of the cases
    ("Ad 1. Kantinen\na) Priser\nDe forhøjes.\nb) Rygning\nV. Nyrup foreslog et forbud.\n\nAd 2. Evt\nIntet.\n",
     ["1:Kantinen", "1a:Priser", "1b:Rygning", "2:Evt"]),
    # lines that begin with a paragraph of the law, where the margin cut them
    ("1. Valg\nIda blev valgt i henhold til lovens\n§ 41 og stk. 2, som det er\nsædvane.\n\n2. Taget\nDet holder.\n\n"
     "3. Ferie\nDen er fastsat efter lovens\n§ 42 om ferie.\n\n4. Lys\nIntet.\n\n5. Vand\nIntet.\n\n6. Evt\nIntet.\n",
     ["1:Valg", "2:Taget", "3:Ferie", "4:Lys", "5:Vand", "6:Evt"]),
    # lines that begin with the number of something else
    ("9.1 Tidsplan\nDen holder.\n\n9.2 Penge\nNr. 14-18 godkendt.\nNr. 19 afventer pris.\n\n9.3 Tag\nIntet.\n\n"
     "9.4 Lys\nIntet.\n\n9.5 Evt\nIntet.\n", ["9.1:Tidsplan", "9.2:Penge", "9.3:Tag", "9.4:Lys", "9.5:Evt"]),
    # the end of a mail
    ("* Valg\nDet går godt for os.\n\n* Taget\nDet holder endnu i år.\n\n* Evt\nDer var ikke noget.\n\n"
     "Mange hilsner\nIda\n", [":Valg", ":Taget", ":Evt"]),
    # a number that was skipped
    ("1. Valg\nIntet.\n\n2. Taget\nIntet.\n\n4. Eventuelt\nIntet.\n", ["1:Valg", "2:Taget", "4:Eventuelt"]),
    # glued to the sentence before, as when a page became text
    ("1. Taget\nTaget holder.2.Vaskeriet\nEn maskine er ny.\n\n3. Eventuelt\nIntet.\n",
     ["1:Taget", "2:Vaskeriet", "3:Eventuelt"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "items"), ITEMS)
def test_items(body: str, items: list[str]) -> None:
    found = outline(items=body)
    assert [f"{i.number or ''}:{i.title}" for i in found.items] == items
    for item in found.items:
        assert item.heading is not None
        assert (item.title or "") in found.source.text[slice(*item.heading)]


# a body whose items have their titles from the agenda above it
TITLED_ABOVE = [
    (
        "Dagsordenen var følgende:\n1. Valg.\n2. Beretning.\n3. Stuen.\n\n1. Til dirigent valgtes Ida Holm.\n"
        "2. Formanden aflagde beretning.\n3. Der er hul i gulvet i stuen.\n",
        ["1:Valg", "2:Beretning", "3:Stuen"],
    ),
    # the agenda stands close above items that have a blank line each
    (
        "Dagsorden:\n1. Valg af referent\n2. Taget på hallen\n3. Evt.\n\n1. Ida Holm blev valgt som referent.\n\n"
        "2. Taget holder.\n\n3. Intet.\n",
        ["1:Valg af referent", "2:Taget på hallen", "3:Evt."],
    ),
    # a point of the agenda that is parted
    (
        "Dagsorden:\n1. Valg\n2. Udvalg\n- a. Bane\n- b. Turnering\n3. Evt.\n\nAd 1: Ida blev valgt.\n\n"
        "Ad 2a: Ib fortalte om banen.\n\nAd 2b: Ib har lavet en plan.\n\nAd 3: Intet.\n",
        ["1:Valg", "2a:Bane", "2b:Turnering", "3:Evt."],
    ),
    # titles below that end in a stop
    (
        "Pkt. 1\nGodkendelse af referat.\nDet blev godkendt.\n\nPkt. 2\nJuleafslutning.\nAfholdes den 12. december.\n\n"
        "Pkt. 3\nEvt.\nIntet.\n",
        ["1:Godkendelse af referat", "2:Juleafslutning", "3:Evt."],
    ),
    # numbers with those of the cases, titles below
    (
        "Indholdsfortegnelse:\n51. Valg af formand\n52. Meddelelser\n53. Eventuelt\n\n51.\tJ.nr. 00.01.00G01\tBU/tr\n"
        "VALG AF FORMAND\n\nIda blev valgt.\n\n52.\tJ.nr. 00.01.00G01\nMEDDELELSER\na. Fra formanden: Intet.\n\n"
        "53.\nEVENTUELT\nIntet.\n",
        ["51:VALG AF FORMAND", "52:MEDDELELSER", "53:EVENTUELT"],
    ),
    # its points have lines below them, and the items no titles
    (
        "Dagsorden:\n1. Godkendelse\n2. Orientering\n   a. fra formanden\n   b. fra præsten\n   c. fra værgen\n"
        "3. Evt.\n\n1. Godkendt.\n2. a. Formanden havde været til møde.\n   b. Intet.\n   c. Intet.\n3. Intet.\n",
        ["1:Godkendelse", "2:Orientering", "3:Evt."],
    ),
    ("Dagsorden:\n1. Valg\n2. Taget\n3. Evt\n\nAd 1.\nIntet.\n\nAd 2-3.\nUdsat.\n", ["1:Valg", "2-3:Taget; Evt"]),
    (
        "Dagsorden:\n1. Valg\n2. Taget\n3. Evt\n\nPkt. 1: Godkendt.\nPkt. 2+3: Begge udsat.\n",
        ["1:Valg", "2+3:Taget; Evt"],
    ),
]


@pytest.mark.parametrize(("body", "items"), TITLED_ABOVE)
def test_items_that_have_their_titles_from_the_agenda(body: str, items: list[str]) -> None:
    found = outline(items=body)
    assert [f"{i.number or ''}:{i.title}" for i in found.items] == items
    assert [d.code for d in found.diagnostics] == []


def test_a_page_that_begins_at_a_column_of_its_own() -> None:
    items = "1. Valg\nIntet.\n2. Taget\na) Tegl\nDet holder.\nb) Render\nDe holder.\n3. Evt\nIntet."
    shifted = "\n".join(f"      {line}" for line in f"{HEAD}\n\n{ROSTER}\n\n{items}".split("\n"))
    found = [build_outline(source_of(text)) for text in (f"{HEAD}\n\n{ROSTER}\n\n{items}", shifted)]
    assert [i.number for i in found[0].items] == [i.number for i in found[1].items] == ["1", "2", "2a", "2b", "3"]


def test_a_case_number_is_no_page() -> None:
    found = outline(
        items="Pkt. 1 Valg\n19/1\nBeslutning\nGodkendt.\n\nPkt. 2 Taget\n19/44\nBeslutning\nGodkendt.\n\n"
        "Pkt. 3 Evt\n18/9\nBeslutning\nGodkendt.\n"
    )
    assert [(p.item, found.prose[p.start : p.end]) for p in found.paragraphs if p.part == "decision"] == [
        ("i1", "Godkendt."),
        ("i2", "Godkendt."),
        ("i3", "Godkendt."),
    ]


def test_an_agenda_that_names_a_group_of_people() -> None:
    found = outline(
        items="Dagsorden\n\n• Ferie\n• Elever\n• Evt.\n\nFerie\nIntet.\n\nElever\nVi får 3.\n\nEvt.\nIntet.\n"
    )
    assert [i.title for i in found.items] == ["Ferie", "Elever", "Evt."]


# an agenda, a body whose headings are written in another way, and the items as number:title
AGENDA = "Dagsorden:\n1. Valg\n2. Regnskab for 2023\n3. Evt.\n\n"
TEXT = "Der var ikke noget.\n\n"
ANNOUNCED = {
    "no number": (AGENDA, ["Valg", "Regnskab for 2023", "Evt."], [":Valg", ":Regnskab for 2023", ":Evt."]),
    "upper case": (AGENDA, ["VALG", "REGNSKAB FOR 2023:", "EVENTUELT"], [":VALG", ":REGNSKAB FOR 2023", ":EVENTUELT"]),
    "another mark": (AGENDA, ["1/ Valg", "2/ Regnskab for 2023", "3/ Evt"], ["1:Valg", "2:Regnskab for 2023", "3:Evt"]),
    "bullets": (AGENDA, ["• Valg", "• Regnskab for 2023", "• Evt."], [":Valg", ":Regnskab for 2023", ":Evt."]),
    "an item more": (
        AGENDA,
        ["**Valg**", "**Taget**", "**Regnskab for 2023**", "**Evt.**"],
        [":Valg", ":Taget", ":Regnskab for 2023", ":Evt."],
    ),
    "an agenda of dashes": (
        "Dagsorden:\n- Valg\n- Regnskab for 2023\n- Evt.\n\n",
        ["1. Valg", "2. Regnskab for 2023", "3. Evt."],
        ["1:Valg", "2:Regnskab for 2023", "3:Evt."],
    ),
    "said to be sent out": (
        "Dagsorden var udsendt således:\n1. Valg\n2. Regnskab for 2023\n3. Evt.\n\n",
        ["Ad 1.", "Ad 2.", "Ad 3."],
        ["1:Valg", "2:Regnskab for 2023", "3:Evt."],
    ),
}


@pytest.mark.parametrize(("agenda", "headings", "items"), ANNOUNCED.values(), ids=ANNOUNCED.keys())
def test_headings_that_the_agenda_announces(agenda: str, headings: list[str], items: list[str]) -> None:
    found = outline(items=agenda + "".join(f"{h}\n{TEXT}" for h in headings))
    assert [f"{i.number or ''}:{i.title}" for i in found.items] == items
    assert len(found.agenda) == 3


def test_no_item_of_a_line_with_the_day_and_the_hour() -> None:
    text = (
        "REFERAT AF MØDE I BRUGERRÅDET\n\nONSDAG DEN 14. MAJ 2008 KL. 13.30 I CAFÉEN\n\nTil stede: Lis Bo og Ib Ravn.\n"
        "\nNYT FRA HUSET\nLis Bo orienterede om den nye kok.\n\nMADEN\nIb Ravn klagede over sovsen.\n"
    )
    found = build_outline(source_of(text))
    assert [i.title for i in found.items] == ["NYT FRA HUSET", "MADEN"]
    assert (found.meeting.date, found.meeting.start) == ("2008-05-14", "13:30")


def test_sub_items_have_a_parent() -> None:
    body = (
        "1. Skolen\n\n1.1 Taget\nTaget er tæt.\n\n1.2 Døren\nDøren binder.\n\n"
        "2. Børnehaven\n2a. Legepladsen\nGyngen mangler.\n2b. Køkkenet\nOvnen er ny.\n\n3. Eventuelt\nIntet."
    )
    items = outline(items=body).items
    numbers = {i.id: i.number for i in items}
    assert [(i.number, numbers.get(i.parent or "")) for i in items] == [
        ("1", None),
        ("1.1", "1"),
        ("1.2", "1"),
        ("2", None),
        ("2a", "2"),
        ("2b", "2"),
        ("3", None),
    ]


def test_a_short_document_on_one_line() -> None:
    text = (
        "Referat af bestyrelsesmøde i Fjordby IF den 4. maj 2015 kl. 19 Til stede: Agnete Brolund, Ulla Tange "
        "Referent: Ulla Tange 1. Økonomi Agnete gennemgik regnskabet, og der er et overskud på 12.000 kr. "
        "2. Sommerfest Ulla bestiller et telt, og Agnete spørger, om vi kan låne grillen af naboen igen i år. "
        "3. Eventuelt Intet."
    )
    found = build_outline(source_of(text))
    assert [i.number for i in found.items] == ["1", "2", "3"]
    assert [p.name for p in found.participants] == ["Agnete Brolund", "Ulla Tange"]


def test_text_before_the_first_item_is_an_item_without_number() -> None:
    found = outline(items="Mødet åbnede med en sang, og alle fik kaffe.\n\n1. Valg\nIntet.\n\n2. Eventuelt\nIntet.\n")
    first = found.items[0]
    assert (first.number, first.title, first.heading) == (None, None, None)
    assert found.source.text[slice(*first.span)] == "Mødet åbnede med en sang, og alle fik kaffe."


def test_items_under_the_number_of_the_meeting() -> None:
    text = "Byggemøde nr. 14\n\n14.1 Tidsplan\nIda Holm fremlagde den.\n\n14.2 Økonomi\nIntet nyt.\n\n14.3 Evt.\nIntet."
    items = build_outline(source_of(text, "text")).items
    assert [(i.number, i.title, i.parent) for i in items] == [
        ("14.1", "Tidsplan", None),
        ("14.2", "Økonomi", None),
        ("14.3", "Evt.", None),
    ]


def test_items_below_items_under_the_number_of_the_meeting() -> None:
    text = (
        "Byggemøde nr. 14\n\n14.1 Tidsplan\nIda Holm fremlagde den.\n\n14.2 Fagene\n\n14.2.1 Arkitekt\nIntet nyt.\n\n"
        "14.2.2 Ingeniør\nIntet nyt.\n\n14.3 Evt.\nIntet."
    )
    items = build_outline(source_of(text)).items
    parents = {i.id: i.number for i in items}
    found = [(i.number, parents.get(i.parent or "")) for i in items if i.number]
    assert found == [("14.1", None), ("14.2", None), ("14.2.1", "14.2"), ("14.2.2", "14.2"), ("14.3", None)]


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
