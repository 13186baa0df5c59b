"""The agenda in front of the minutes, and where it and the items do not agree."""

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


def test_an_agenda_of_one_line_with_no_word_in_front() -> None:
    read = outline(
        items="1) Økonomi 2) Nyt tag 3) Evt.\n\n1) Økonomi\nDer er penge.\n\n2) Nyt tag\nTætnet.\n\n3) Evt.\nIntet."
    )
    assert [(a.number, a.title) for a in read.agenda] == [("1", "Økonomi"), ("2", "Nyt tag"), ("3", "Evt")]
    assert [i.title for i in read.items] == ["Økonomi", "Nyt tag", "Evt."]
