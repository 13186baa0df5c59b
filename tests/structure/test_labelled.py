"""Items that are a line each, title and text."""

import pytest

from analyser.reading import source_of
from analyser.structure import build_outline

HEAD = "Referat fra klasserådet i 4.B d. 12. september 2022\nTil stede: Mona Ejby og Ole Bak\nAfbud: Kim Toft\n\n"

LABELLED = [
    (
        "* Klassekasse: Der er 1.340 kr. på kontoen.\n* Trivsel: Mona fortalte om klassen.\n* Evt.: Intet at nævne.",
        ["Klassekasse", "Trivsel", "Evt."],
    ),
    (
        "Økonomi: Der er 12.000 kr. på kontoen.\n\nFest: Ole køber ind.\n\nEvt: Mona takkede for kaffen.",
        ["Økonomi", "Fest", "Evt"],
    ),
    (
        "Godkendelse af sidste referat: OK\n\nFormanden orienterer: Mona har været til møde.\n\n"
        "Ungdom: Der kommer 24 børn.\nOle hjælper.\n\nJulefrokost: Kim laver mad.\nNæste møde 8/12 kl. 19",
        ["Godkendelse af sidste referat", "Formanden orienterer", "Ungdom", "Julefrokost"],
    ),
    # titles that end in a full stop, well known or most of the lines
    (
        "Valg af dirigent. Mona Ejby.\nBeretning. Ole aflagde beretningen.\nBudget. Mona gennemgik det.\n"
        "Valg til bestyrelsen. Kim blev valgt.\nEvt. Ole takkede for kaffen.",
        ["Valg af dirigent", "Beretning", "Budget", "Valg til bestyrelsen", "Evt"],
    ),
    # between others a title may be somebody's, and `Evt.` has no colon
    (
        "- Fagdag: Mona laver plan.\n- Lejrskole: Ole har bestilt bus.\n- Bussen: Den er dyr.\n"
        "- Vikar: Kim er på kursus.\n- Evt. Intet.",
        ["Fagdag", "Lejrskole", "Bussen", "Vikar", "Evt"],
    ),
    # one of them on the line of its text, above those that have a line of their own
    (
        "Sidste referat: OK. Mona retter en slåfejl.\n\nØkonomi\nDer er penge nok.\n\nMadordningen\nMaden er god.\n\n"
        "Evt.\nOle takkede for kaffen.",
        ["Sidste referat", "Økonomi", "Madordningen", "Evt."],
    ),
    # a form filled in for each item: its title stands behind `Emne`
    (
        "Emne: Trivsel\nBaggrund: Der har været uro.\nReferat: Mona fortæller.\nAftale: Ole ringer.\n\n"
        "Emne: Skolefest\nReferat: Festen er i maj.\n\nEmne: Næste møde\nReferat: Det er i juni.",
        ["Trivsel", "Skolefest", "Næste møde"],
    ),
    # at their hour, in bold, before a dash
    (
        "12.30-12.35 Velkomst\nMona bød velkommen.\n\n12.35-13 Strategi\nOle har læst den.\n\n13.00 Evt.\nIntet.",
        ["Velkomst", "Strategi", "Evt."],
    ),
    (
        "**Økonomi** – Ole viste regnskabet.\n\n**Gadefest:** Den er i juni.\n\n**Trafik** Der er intet svar.",
        ["Økonomi", "Gadefest", "Trafik"],
    ),
    (
        "Trivsel - Mona fortalte om klassen.\nJuletur - Ole bestiller bus.\nKassen - Den er tom.\nEvt. - Intet.",
        ["Trivsel", "Juletur", "Kassen", "Evt."],
    ),
    ("Mona - Det går godt med klassen.\nOle - Det gør det.\nKim - Hvem køber ind?\nEvt - Intet.", []),
    # the titles of offices are people, too
    ("Formanden: Det går godt.\n\nKassereren: Der er penge.\n\nEvt.: Intet nyt.", []),
    # who speaks, what was decided, and two lines only
    ("Mona: Det går godt med klassen.\nOle: Det gør det.\nKim: Hvem køber ind?", []),
    ("- Beslutning: Vi køber ind.\n- Handling: Ole køber ind.\n- Ansvarlig: Ole Bak", []),
    ("- Klassekasse: Der er penge nok.\n- Trivsel: Det går godt.", []),
]


@pytest.mark.parametrize(("body", "titles"), LABELLED)
def test_items_of_a_line_each(body: str, titles: list[str]) -> None:
    assert [i.title for i in build_outline(source_of(HEAD + body, "text")).items if i.heading] == titles


def test_the_text_goes_on_behind_the_title() -> None:
    read = build_outline(source_of(HEAD + LABELLED[0][0], "text"))
    text = read.source.text
    assert [text[p.start : p.end].strip() for p in read.paragraphs][:2] == [
        "Der er 1.340 kr. på kontoen.",
        "Mona fortalte om klassen.",
    ]
