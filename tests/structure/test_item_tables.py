"""Minutes that are one table: the rows as items, and what of a row is told, decided, and to be done by whom."""

import io

import docx
import pytest

from analyser import analyse_text
from analyser.language.columns import item_columns
from analyser.minutes import Minutes
from analyser.reading import source_of
from analyser.reading.docx import read_docx
from analyser.structure import build_outline
from tests.extraction.documents import decided, said, tasks
from tests.test_pipeline import check

HEAD = """Referat af møde i Solvang Beboerforening
Torsdag den 14. marts 2024

Til stede: Karen Holt (KH, formand), Bo Ek (BE), Lis Ravn (LR), Ib Torp (IT)
"""


def record(table: str) -> Minutes:
    found = analyse_text(f"{HEAD}\n{table}")
    check(found)
    return found


def titles(minutes: Minutes) -> list[str]:
    return [f"{i.number or '-'} {i.title}" for i in minutes.items if i.heading]


def codes(minutes: Minutes) -> list[str]:
    return [d.code for d in minutes.diagnostics]


HEADS = [
    ("Nr. | Emne | Referat | Ansvar | Frist", "number title text responsible due"),
    ("# | Sag | Noter | Hvem | Hvornår", "number title text responsible due"),
    ("**Punkt** | **Referat/beslutning** | **Hvem**", "title text responsible"),
    ("Dagsordenspunkt | Drøftelse | Beslutning/Konklusion | Ansvarlig og deadline",
     "title discussion decision assigned"),
    ("Emne | Opfølgning", "title action"),
    ("Punkt | Emne | Bemærkninger", "number title text"),
    (" | Emne | Referat", "number title text"),
    ("Emne | Status | Handling (kort) | Ansvarlige", "title background action responsible"),
    ("Emne | Referat | Ved hvem mon", "title text text"),  # one may be unknown
    # rosters, tables of tasks, agendas
    ("Navn | Titel | Til stede", ""),
    ("Opgave | Ansvarlig | Frist", ""),
    ("Emne | Ansvarlig | Frist", ""),
    ("Nr. | Emne | Tid | Form", ""),
    ("Lis sagde | at Bo | kom for sent", ""),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "kinds"), HEADS)
def test_heads_tell_what_columns_hold(heads: str, kinds: str) -> None:
    assert " ".join(item_columns(heads.split(" | "))) == kinds


PIPES = """
| Nr. | Emne | Referat | Ansvar | Frist |
|---|---|---|---|---|
| 1 | Opfølgning | Referatet blev godkendt. | | |
| 2 | Tidsplan | Bo fremlagde planen. | BE sender planen til Lis | 9/4 |
| | | Ib spurgte til prisen. | | |
| 3 | Økonomi | Det blev besluttet at købe en bil. | BE | 1/5 |
| 4 | Evt. | Intet. | | |
"""
TABS = """
**Punkt**\t**Referat/beslutning**\t**Hvem**
1. Referat\tGodkendt.
2. Maskiner\tLis gennemgik regnskabet.
Der er et overskud på 12.000 kr.
Det blev besluttet at købe en ny plæneklipper.\tBo
3. Sommerfest\tFesten er den 15. juni. Telt lejes hos Fest & Farver.\tLis, Ib
4. Evt.

Næste møde\t2. maj 2024
"""
MARKDOWN = """
Dagsordenspunkt | Drøftelse | Konklusion | Ansvarlig og deadline
:--|:--|:--|:--
**1. Siden sidst** | Karen orienterede om mødet med kommunen. | Taget til efterretning |
**2. Lokaler** | Vi mangler plads.<br>Ib mener, at kælderen kan bruges. | Kælderen ryddes | IT, 1. maj
**3. Folder** | Tre tilbud er hentet. | LR bestiller 500 stk. | LR/BE 20/4
"""
FOLLOW_UP = """
| Emne | Opfølgning |
|---|---|
| Åbningstider | Bo laver en vagtplan |
| Kaffemaskine | Lis undersøger priser inden 1. april |
| Ferie | |
"""
HANDLING = """
#\tSag\tBemærkninger\tHandling\tAnsvarlig\tDeadline
1\tTaget\tDet drypper på loftet.\tIndhente to tilbud\tBo + Lis\t1. maj
\t\tForsikringen dækker ikke.
2\tHaven\tIb foreslog et nyt hegn.\tMåle op\tIT\t
3\tNæste møde\t2. maj kl. 19.\t\t\t
"""

DRAWN = """
Nr.   | Emne         | Noter                                    | Aktion/ansvarlig
------+--------------+------------------------------------------+-----------------
24-01 | Vagtplan     | Der mangler en vagt i påsken.            |
      |              | Karen foreslog at spørge naboen.         | Karen, senest 29/3
24-02 | Nye døre     | Maleren kommer i uge 20.                 | Bo åbner for maleren
"""

EACH_ITS_OWN = """
| Punkt | Drøftelse | Beslutning |
|---|---|---|
| 1. Taget | Bo fremlagde to tilbud. | Godkendt. |

| Punkt | Drøftelse | Beslutning |
|---|---|---|
| 2. Haven | Lis spurgte til hegnet. | Udsat |
"""

LAYOUTS = [
    (
        EACH_ITS_OWN,
        ["1 Taget", "2 Haven"],
        ["Bo Ek | fremlægge | to tilbud", "Lis Ravn | spørge | hegnet"],
        ["adopted | -", "postponed | -"],
        [],
    ),
    (
        DRAWN,
        ["24-01 Vagtplan", "24-02 Nye døre"],
        ["Karen Holt | foreslå | at spørge naboen"],
        [],
        ["Karen Holt | ../2024-03-29", "Bo Ek | -"],
    ),
    (
        PIPES,
        ["1 Opfølgning", "2 Tidsplan", "3 Økonomi", "4 Evt."],
        ["Bo Ek | fremlægge | planen", "Ib Torp | spørge | prisen"],
        ["adopted | -", "adopted | -"],
        ["Bo Ek | 2024-04-09/2024-04-09", "Bo Ek | 2024-05-01/2024-05-01"],
    ),
    (
        TABS,
        ["1 Referat", "2 Maskiner", "3 Sommerfest", "4 Evt."],
        ["Lis Ravn | gennemgå | regnskabet"],
        ["adopted | -", "adopted | -"],
        ["Bo Ek | -", "Lis Ravn | -", "Ib Torp | -"],
    ),
    (
        MARKDOWN,
        ["1 Siden sidst", "2 Lokaler", "3 Folder"],
        ["Karen Holt | orientere | mødet med kommunen", "Ib Torp | mene | at kælderen kan bruges"],
        ["noted | -", "agreed | -"],
        ["Ib Torp | 2024-05-01/2024-05-01", "Lis Ravn | 2024-04-20/2024-04-20", "Bo Ek | 2024-04-20/2024-04-20"],
    ),
    (
        FOLLOW_UP,
        ["- Åbningstider", "- Kaffemaskine", "- Ferie"],
        [],
        [],
        ["Bo Ek | -", "Lis Ravn | ../2024-04-01"],
    ),
    (
        HANDLING,
        ["1 Taget", "2 Haven", "3 Næste møde"],
        ["Ib Torp | foreslå | et nyt hegn"],
        [],
        ["Bo Ek | 2024-05-01/2024-05-01", "Lis Ravn | 2024-05-01/2024-05-01", "Ib Torp | -"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "items", "statements", "decisions", "actions"), LAYOUTS)
def test_a_row_is_an_item(
    table: str, items: list[str], statements: list[str], decisions: list[str], actions: list[str]
) -> None:
    minutes = record(table)
    assert titles(minutes) == items
    assert said(minutes) == statements
    assert decided(minutes) == decisions
    assert tasks(minutes) == actions
    assert "no_items" not in codes(minutes)


ROW = "| Punkt | Referat | Ansvarlig | Frist |\n|---|---|---|---|\n| Nyt | {} | {} | {} |\n| Evt. | Intet. | | |\n"

ROWS = [
    # text | responsible | due -> tasks
    ("Tilbud indhentes. Det haster.", "Bo", "", ["Bo Ek | -"]),
    ("Bo undersøger prisen.", "BE", "1/5", ["Bo Ek | 2024-05-01/2024-05-01"]),
    ("Bo undersøger prisen.", "", "1/5", ["Bo Ek | 2024-05-01/2024-05-01"]),
    ("Det blev besluttet at male salen. Det bliver dyrt.", "Lis og Bo", "", ["Lis Ravn | -", "Bo Ek | -"]),
    ("Bo gennemgik budgettet.", "Bo", "", []),  # whose item it was
    ("Godkendt.", "Karen", "", []),
    ("Intet nyt.", "", "1/5", []),
    ("Salen skal males.", "-", "", []),
    ("Valget blev drøftet. Montering begynder 1. maj.", "Bo", "01.05.2024", ["Bo Ek | 2024-05-01/2024-05-01"]),
    ("Bruddet er udbedret. Forsikringen kontaktes", "BE", "", ["Bo Ek | -"]),
]


@pytest.mark.parametrize(("text", "who", "due", "expected"), ROWS)
def test_people_and_days_in_columns_go_to_the_task_of_the_row(
    text: str, who: str, due: str, expected: list[str]
) -> None:
    assert tasks(record(ROW.format(text, who, due))) == expected


def test_a_task_quotes_the_row_and_its_day_the_cell() -> None:
    minutes = record(ROW.format("Det blev besluttet at male salen.", "Bo", "1/5"))
    (task,) = minutes.actions
    assert task.text == "Det blev besluttet at male salen."
    assert task.due
    assert task.due.text == "1/5"


NO_ITEMS = [
    "Navn\tFunktion\tTlf.\nBo Ek\tkasserer\t11 22 33 44\nLis Ravn\tsekretær\t55 66 77 88\n",
    "Opgave\tAnsvarlig\tFrist\nMale salen\tBo\t1/5\nKøbe kaffe\tLis\t2/5\n",
    "| Emne | Drøftelse | Beslutning |\n|---|---|---|\n| Økonomi | x | |\n| Haven | | x |\n",  # an agenda
]


@pytest.mark.parametrize("table", NO_ITEMS)
def test_rosters_tasks_and_agendas_are_no_items(table: str) -> None:
    assert not build_outline(source_of(f"{HEAD}\n{table}")).assignments
    assert "no_items" in codes(record(table))


def test_a_table_within_minutes_by_number_leaves_their_items() -> None:
    table = "Emne | Referat\n--- | ---\nTaget | Det drypper.\nHaven | Der er for vådt.\n"
    minutes = record(f"1. Økonomi\nBo gennemgik regnskabet.\n\n2. Vedligehold\nLis viste en liste.\n\n{table}")
    assert titles(minutes) == ["1 Økonomi", "2 Vedligehold"]


def test_a_table_of_word_with_several_paragraphs_in_a_cell() -> None:
    document = docx.Document()
    for line in HEAD.splitlines():
        document.add_paragraph(line)
    rows = [
        ("Pkt.", "Emne", "Drøftelse", "Beslutning", "Ansvarlig", "Frist"),
        (
            "1.",
            "Legeplads\nv/ Lis",
            "Lis fremlagde to skitser.\nBo spurgte til prisen.",
            "Skitse B",
            "LR\nBE",
            "1. maj",
        ),
        ("", "", "Kommunen skal høres.", "", "", ""),
        ("2.", "Økonomi", "Bo gennemgik budgettet.", "Der sendes rykkere ud.", "BE", "15/4"),
        ("3.", "Eventuelt", "", "", "", ""),
    ]
    table = document.add_table(rows=0, cols=6)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for other in others:
                cell.add_paragraph(other)
    out = io.BytesIO()
    document.save(out)
    minutes = analyse_text(read_docx(out.getvalue(), "a.docx").text)
    check(minutes)
    assert titles(minutes) == ["1 Legeplads", "2 Økonomi", "3 Eventuelt"]
    assert said(minutes) == [
        "Lis Ravn | fremlægge | to skitser",
        "Bo Ek | spørge | prisen",
        "Bo Ek | gennemgå | budgettet",
    ]
    assert tasks(minutes) == [
        "Lis Ravn | 2024-05-01/2024-05-01",
        "Bo Ek | 2024-05-01/2024-05-01",
        "Bo Ek | 2024-04-15/2024-04-15",
    ]
