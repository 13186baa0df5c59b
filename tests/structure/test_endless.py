"""Text that lost its line ends: where lines once began, and what is read of it."""

import re

import pytest

from analyser.reading import source_of
from analyser.structure import build_outline
from analyser.structure.endless import lost_ends
from analyser.structure.lines import split_lines

REST = (
    " || 1. Økonomi | Lis Bo gennemgik regnskabet, som viser et overskud på 12.000 kr., og bad om, at alle bilag "
    "bliver sendt til hende i god tid, så hun kan nå at bogføre dem inden den frist, som revisoren har sat. Det blev "
    "aftalt at gøre det fremover, og Ib Ravn skriver til dem, der mangler. || 2. Eventuelt | Intet."
)

# lines as they were, with ` | ` for each line end and ` || ` for a blank line
HEADS = [
    "Referat – bestyrelsesmøde i Erhvervsakademi Fjordby | Tid: Onsdag den 18. juni 2014, kl. 14-17 | Sted: Campus",
    "Egeby IF | Referat af bestyrelsesmøde | Torsdag den 3. maj 2018 kl. 18.30 | Klubhuset | Deltagere: Ib Ravn, Lis",
    "Egeby IF | Ekstraordinær generalforsamling | Klubhuset | Deltagere: Ib Ravn, Lis Bo",
    "Bestyrelsesmøde | Boligforeningen Sundparken | Onsdag den 9. oktober 2019 kl. 17.30 | Deltagere: Ib Ravn",
    "Referat | Deltagere: Ib Ravn, Lis Bo | Afbud: Ole Bak | Fra skolen: rektor Kaj Eg, vicerektor Ida Lyng",
    "Referat | Present/Tilstede: Ib Ravn (IR), Lis Bo (LB) | Afbud: Prof. Ole Bak (OB) | Referent: adm. Kaj Eg (KE)",
    "Referat | Deltagere: Formand Leif Bang | Næstformand Aisha Rahman | Frank Dyrlund | Jytte Holm Bech | Afbud: Kaj",
    "Referat | Fra skolen: Direktør Nikolaj Frost | Driftschef Bente Ladefoged | Sekretær Lis Bo, referent",
    "Referat | Deltagere: Leif Bang (LB), formand | Aisha Rahman (AR), kasserer | Ib Ravn (IR) | Ole Bak (OB)",
    "Referat | Deltagere: Leif Bang (LB) - formand | Aisha Rahman (AR) - kasserer | Ib Ravn (IR)",
    "Referat | Til stede: Torkild Bak | Direktør for Social og Sundhed, Lone Lind | SSP-konsulent Mikkel Overby",
    "Referat | Til stede: Ib Ravn | Hedelands Politi: Vicepolitiinspektør Bjarne Bak | Øvrige: Lis Bo",
    "Referat | Til stede: Ib Ravn (forperson) | Postdoc Lis Bo | Afbud | Lektor Rolf Bak | Referent Sille Overby",
    "Referat | Dato 3. maj 2018 | Sted Medborgerhuset | Til stede: Ib Ravn, Lis Bo | Dagsorden",
    "Referat | Til stede: Ib Ravn, Lis Bo | Formanden bød velkommen.",
    # left as they are: a middle name, a family name that is a given name too, cells of a table
    "Referat | Til stede: Hans Peter Ravn, Ida Holm Frank, Bo Eg",
    "Referat Medlem\tTil stede\tAfbud Ib Ravn\tx",
]
BODIES = [
    "1. Evt. og næste møde | Jonna Wessel mindede om seminaret. || 2. Eventuelt | Lis Bo: Cafeen mangler et rum.",
    "1. Næste møde | Den 13. november kl. 17.30. Leif Bang kommer ej. || 2. Lukket punkt | Punktet er ikke refereret.",
    "1. Godkendelse af dagsorden | Godkendt. || 2. Undervisning (YA) | YA redegjorde for evalueringerne.",
    "1. APV | Punktet udskydes. || 2. Budget 2020 | Beslutning: Budgettet blev godkendt.",
    "1. Valg af dirigent | Solveig bød velkommen. || 2. Orientering fra Region Midt | Ib Ravn fortalte om planen.",
    "1. Orientering | a. Udlejning: 14 lejemål er ledige. | b. Personale: Ib Ravn holder op. || 2. Evt. | Intet.",
    "1. Forslag || 1.1 Hundehold | Lis Bo begrundede forslaget. || 1.2 Råderet | Det blev trukket. || 2. Evt. | Intet.",
    "Ad pkt. 1 – Vejen | Formanden orienterede om vejen. || Ad pkt. 2 – Evt. | Intet.",
    "1) Vejen | Formanden orienterede om den. || 2) Evt. | Intet at bemærke.",
    "1. Vejen || 2. Skolen i Aarhus || 3. Evt. || 1. Vejen | Lappes. || 2. Skolen i Aarhus | Nej. || 3. Evt. | Nej.",
    "1. Vejen | Ib Ravn svarede, at det blev vedtaget under punkt 4. Formanden takkede. || 2. Evt. | Intet.",
    # nobody can tell where the title ends
    "1. Orientering fra skoleleder Hans Peter orienterede om planen. || 2. Evt. | Intet.",
]
LAST = " || 3. Økonomi | " + REST.split(" | ")[1].split(" || ")[0]


def _lines(marked: str) -> None:
    text = re.sub(r" \|\|? ", " ", marked)
    lines = [n.text for n in split_lines(text, lost_ends(text))]
    assert lines == [part for line in marked.split(" || ") for part in ["", *line.split(" | ")]][1:]


@pytest.mark.parametrize("head", HEADS)
def test_lines_of_the_head(head: str) -> None:
    _lines(head + REST)


@pytest.mark.parametrize("body", BODIES)
def test_lines_of_the_items(body: str) -> None:
    last = LAST if "3. " not in body else LAST.replace("3.", "4.")
    _lines(f"Referat || {body}{last}")


PARAGRAPHS = [
    # labels inside lines
    "Referat af møde\n\nTil stede: Ib Ravn, Lis Bo | Afbud: Ole Bak | Referent: Kaj Eg\n\n{economy}",
    # a title that tells its day
    "Referat af møde i Solbakkens Grundejerforening den 10. marts 2023\n\nTil stede: Ib Ravn | Afbud: Ole Bak\n\n"
    "1. Vejen | {text}\n\n2. Taget | {text}",
    # titles that run into the text
    "Referat af møde\n\nTil stede: Ib Ravn | Afbud: Ole Bak\n\n1. Vejen | {text}\n\n2. Taget | {text}",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_lines_that_end_with_the_paragraph(marked: str) -> None:
    marked = marked.format(economy=REST.removeprefix(" || ").replace(" || ", "\n\n"), text=LAST.split(" | ")[1])
    text = marked.replace(" | ", " ")
    lines = [n.text for n in split_lines(text, lost_ends(text)) if n.text]
    assert lines == [part for part in re.split(r"\n+| \| ", marked) if part]


@pytest.mark.parametrize("mark", [":", "."])
def test_titles_with_their_mark_are_left_alone(mark: str) -> None:
    text = LAST.split(" | ")[1]
    assert (
        lost_ends(f"Referat\nTil stede: Ib Ravn\n\n1. Vejen{mark} {text}\n\n2. Taget{mark} {text}\n\nIntet\nSlut") == []
    )


def test_titles_in_capitals() -> None:
    body = REST.split(" | ")[1].split(" || ")[0]
    _lines(f"Referat af møde. || VELKOMST | Ib Ravn bød velkommen. || REFERAT FRA SIDST | Godkendt. || KASSEN | {body}")


def test_names_at_the_end() -> None:
    _lines(f"Referat{REST} Mødet sluttede kl. 21. | Leif Bang | Aisha Rahman | Jytte Holm Bech")


def test_pages() -> None:
    _lines(f"Referat{REST} Vi ses. | Side 1 af 2 | Referat af mødet")


def test_text_with_its_line_ends_is_left_alone() -> None:
    text = re.sub(r" \|\|? ", "\n", f"Referat | Til stede: Ib Ravn Lis Bo | Afbud: Kaj Eg{REST}")
    assert lost_ends(text) == []


def test_one_paragraph_a_line() -> None:
    told = (
        "Referat af bestyrelsesmøde i Solbakkens Grundejerforening den 10. marts 2023 kl. 19.00 i klubhuset. Til stede "
        "var formand Ib Ravn, kasserer Lis Bo og Kaj Eg, som tog referat. Ole Bak havde meldt afbud."
    )
    body = REST.split(" | ")[1].split(" || ")[0]
    text = f"{told}\n{body}\n{body}\nMødet sluttede kl. 21.30."
    assert lost_ends(text) == []
    found = build_outline(source_of(text))
    assert (found.meeting.date, found.meeting.start, found.meeting.place) == ("2023-03-10", "19:00", "klubhuset")
    assert [(p.name, p.attendance) for p in found.participants] == [
        ("Ib Ravn", "present"),
        ("Lis Bo", "present"),
        ("Kaj Eg", "present"),
        ("Ole Bak", "absent"),
    ]


def test_the_next_group_is_not_absent() -> None:
    head = "Referat af møde Deltagere: Formand Steen Borup Afbud: Peer Ibsen Fra akademiet: rektor Gorm Damsgård"
    found = build_outline(source_of(re.sub(r" \|\|? ", " ", head + REST)))
    assert [(p.name, p.attendance) for p in found.participants] == [
        ("Steen Borup", "present"),
        ("Peer Ibsen", "absent"),
        ("Gorm Damsgård", "present"),
    ]
    assert [(i.number, i.title) for i in found.items] == [("1", "Økonomi"), ("2", "Eventuelt")]
