"""The agenda in front of the minutes, and where it and the items do not agree."""

import pytest

from tests.structure.documents import outline

AGENDA = """Dagsorden:
1. Godkendelse af referat
2. Økonomi
\t- Budget
\t- Regnskab
3. Nyt tag
Torkild Vestmark fremlægger
4. Eventuelt

Referat:

1. Godkendelse af referat
Referatet blev godkendt.

2. Økonomi
Budgettet blev drøftet.

3. Nyt tag
Taget er tæt.

4. Eventuelt
Intet.
"""


def test_points_and_notes() -> None:
    found = outline(items=AGENDA)
    assert [(a.number, a.title, a.points, a.note) for a in found.agenda] == [
        ("1", "Godkendelse af referat", (), None),
        ("2", "Økonomi", ("Budget", "Regnskab"), None),
        ("3", "Nyt tag", (), "Torkild Vestmark fremlægger"),
        ("4", "Eventuelt", (), None),
    ]
    text = found.source.text
    assert [text[slice(*a.span)] for a in found.agenda][1] == "2. Økonomi"
    assert [i.number for i in found.items] == ["1", "2", "3", "4"]
    assert found.items[0].span[0] > found.agenda[-1].span[1]
    assert not found.diagnostics


def test_minutes_without_an_agenda() -> None:
    found = outline()
    assert found.agenda == ()
    assert [i.number for i in found.items] == ["1", "2"]


def test_an_item_and_a_point_that_have_no_other() -> None:
    found = outline(
        items="Dagsorden\n1. Velkomst\n2. Valg\n3. Taget\n\nAd 1 Velkomst\nBrolund bød velkommen.\n\n"
        "Ad 2 Valg\nIntet.\n\nAd 4 Andet\nIntet.\n"
    )
    said = {d.code: found.source.text[slice(*d.span)] for d in found.diagnostics if d.span}
    assert said == {"item_without_agenda": "Ad 4 Andet", "agenda_without_item": "3. Taget"}


def test_pages_and_enclosures_are_no_titles() -> None:
    found = outline(
        items="Indholdsfortegnelse\nPkt.  Tekst  Side\n1  Valg  3\n2  Taget (bilag 2)  4\n3  Evt.  4\n\n"
        "1. Valg\nIntet.\n\n2. Taget\nIntet.\n\n3. Evt.\nIntet.\n"
    )
    assert [(a.number, a.title) for a in found.agenda] == [("1", "Valg"), ("2", "Taget"), ("3", "Evt.")]


def test_an_agenda_of_one_line_with_no_word_in_front() -> None:
    read = outline(
        items="1) Økonomi 2) Nyt tag 3) Evt.\n\n1) Økonomi\nDer er penge.\n\n2) Nyt tag\nTætnet.\n\n3) Evt.\nIntet."
    )
    assert [(a.number, a.title) for a in read.agenda] == [("1", "Økonomi"), ("2", "Nyt tag"), ("3", "Evt.")]
    assert [i.title for i in read.items] == ["Økonomi", "Nyt tag", "Evt."]


def test_lettered_lines_below_a_number_are_its_points() -> None:
    read = outline(
        items="Dagsorden:\n1. Velkomst\n2. Klima\n   a. Mobilitet\n   b. Energi\n3. Evt.\n\n"
        "1. Velkomst\nBrolund bød velkommen.\n\n2. Klima\nMobilitet: Der er nye ladestandere.\n\n"
        "Energi: Vestmark bad om tal.\n\n3. Evt.\nIntet."
    )
    assert [(a.number, a.points) for a in read.agenda] == [("1", ()), ("2", ("Mobilitet", "Energi")), ("3", ())]
    assert [i.title for i in read.items] == ["Velkomst", "Klima", "Evt."]


def test_a_roster_below_the_agenda() -> None:
    read = outline(
        roster="",
        items="Dagsorden\n1. Budget\n2. Evt.\n\nDeltagere: Agnete Brolund, Torkild Vestmark\nReferent: Ulla Tange\n\n"
        "1. Budget\nDer er penge.\n\n2. Evt.\nIntet.",
    )
    assert [p.name for p in read.participants] == ["Agnete Brolund", "Torkild Vestmark", "Ulla Tange"]
    assert [a.note for a in read.agenda] == [None, None]


COUNTED = [
    "Repræsenteret var 19 af 28 lejligheder, heraf 3 ved fuldmagt.",
    "Der var fremmødt 31 andelshavere, heraf 28 stemmeberettigede. Der var afgivet 2 fuldmagter.",
    "Der var mødt 47 beboere fra 33 lejemål (66 stemmer).",
]


@pytest.mark.parametrize("line", COUNTED)
def test_a_line_that_counts_who_came_is_no_item(line: str) -> None:
    assert [i.number for i in outline(roster=f"{line}\n\nTil stede: Agnete Brolund").items] == ["1", "2"]


def test_a_line_that_tells_more_is_an_item() -> None:
    told = "Der var fremmødt 31 andelshavere. Formanden bød velkommen og fortalte om de 3 nye boringer."
    assert [i.number for i in outline(roster=told).items] == [None, "1", "2"]


@pytest.mark.parametrize(
    ("below", "agenda", "items"),
    [
        ("Godkendt referat fra sidst\nBudget\nEvt.\n\n1. Budget\nIntet.\n\n2. Evt.\nIntet.\n", 3, 2),
        ("1. Godkendelse af dagsorden – Godkendt.\n2. Budget\nIntet.\n3. Evt.\nIntet.\n", 0, 3),
        # what came of the item that is called so
        ("Godkendt.\n\nBudget\nKassen er tom.\n\nEvt.\nIntet.\n", 0, 3),
    ],
)
def test_what_is_approved_below_the_head_of_the_agenda(below: str, agenda: int, items: int) -> None:
    found = outline(items=f"Dagsorden\n{below}")
    assert (len(found.agenda), len(found.items)) == (agenda, items)
    assert found.meeting.title == "Referat af møde i Kulturudvalget"
