"""The items of a whole document: their numbers, titles and parents, and what opens none."""

import pytest

from analyser.reading import source_of
from analyser.structure import build_outline
from tests.structure.documents import HEAD, ROSTER, outline

# the body of minutes, and its items as number:title
ITEMS = [
    ("1. Valg\nIntet.\n\n2. Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("Ad 1 Valg\nIntet.\n\nAd 2 Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("Punkt 1: Valg\nIntet.\n\nPunkt 2: Regnskab\nGodkendt.\n", ["1:Valg", "2:Regnskab"]),
    ("5a) Valg\nIntet.\n\n5b) Regnskab\nGodkendt.\n\n5c) Evt.\nIntet.\n", ["5a:Valg", "5b:Regnskab", "5c:Evt."]),
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
