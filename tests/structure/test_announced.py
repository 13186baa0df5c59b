"""Items that have their titles from the agenda above them, or whose headings it announces."""

import pytest

from tests.structure.documents import outline

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
