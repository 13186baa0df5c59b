"""Word documents: what stands in one, and the text that it is read as."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from analyser.reading import ReadingError
from analyser.reading.docx import read_docx
from tests.reading.one_document import as_zip


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(*build: Callable[[Any], None]) -> str:
    document = docx.Document()
    for step in build:
        step(document)
    return read_docx(saved(document), "a.docx").text


def numbered(levels: list[tuple[str, str]], paragraphs: list[tuple[int, str]], **restart: int) -> Callable[[Any], None]:
    """Add a list of `(format, text)` levels and paragraphs `(level, text)` that it numbers."""

    def build(document: Any) -> None:
        numbering = document.part.numbering_part.element
        inner = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for n, (style, text) in enumerate(levels)
        )
        numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inner}</w:abstractNum>'))
        number = numbering.add_num(77)
        if restart:
            number.add_lvlOverride(ilvl=0).add_startOverride(restart["start"])
        for level, text in paragraphs:
            properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = number.numId

    return build


@pytest.mark.parametrize(
    ("levels", "paragraphs", "lines"),
    [
        ([("decimal", "%1.")], [(0, "Valg"), (0, "Evt.")], ["1. Valg", "2. Evt."]),
        ([("decimal", "%1"), ("decimal", "%1.%2")], [(0, "Vej"), (1, "Sti"), (1, "Å")], ["1 Vej", "1.1 Sti", "1.2 Å"]),
        ([("decimal", "Ad %1:")], [(0, "Valg"), (0, "Evt.")], ["Ad 1: Valg", "Ad 2: Evt."]),
        (
            [("upperRoman", "%1."), ("lowerLetter", "%2)")],
            [(0, "Vej"), (1, "Sti"), (0, "Å"), (1, "Bro")],
            ["I. Vej", "a) Sti", "II. Å", "a) Bro"],
        ),
        ([("bullet", "\uf0b7")], [(0, "Status"), (0, "Tal")], ["- Status", "- Tal"]),
        ([("none", "")], [(0, "Valg")], ["Valg"]),
    ],
)  # fmt: skip
def test_automatic_numbers_are_text(levels: Any, paragraphs: Any, lines: list[str]) -> None:
    assert text_of(numbered(levels, paragraphs)).split("\n")[:-1] == lines


def test_a_list_that_begins_at_another_number() -> None:
    assert text_of(numbered([("decimal", "%1.")], [(0, "Valg"), (0, "Evt.")], start=4)) == "4. Valg\n5. Evt.\n"


def table(*rows: tuple[str, ...]) -> Callable[[Any], None]:
    def build(document: Any) -> None:
        made = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                first, *others = text.split("|")
                cell.text = first
                for other in others:
                    cell.add_paragraph(other)

    return build


TABLES = [
    ([("Navn", "Til stede", "Afbud"), ("Bo Ås", "", "X")], "Navn\tTil stede\tAfbud\nBo Ås\t\tX\n"),
    ([("Til stede:", "Bo Ås, formand|Ida Ø|Jan Æ")], "Til stede:\tBo Ås, formand\nIda Ø\nJan Æ\n"),
    ([("Forældre|Bo Ås|Ida Ø", "Personale|Jan Æ")], "Forældre\tPersonale\nBo Ås\tJan Æ\nIda Ø\n"),
    (
        [("1. Velkomst", "Formanden bød velkommen.|Ingen bemærkninger.")],
        "1. Velkomst\nFormanden bød velkommen.\nIngen bemærkninger.\n",
    ),
    ([("Beslutning", "Indstillingen blev godkendt.")], "Beslutning\nIndstillingen blev godkendt.\n"),
    ([("", "Bo"), ("Ida", "")], "\tBo\nIda\n"),
    (  # a row an agenda item
        [
            ("Punkt", "Referat", "Hvem"),
            ("1. Sti|v/ Bo", "Bo kom.|Ida gik.", "Bo"),
            ("", "Jan blev.", ""),
            ("2. Evt.", "", ""),
        ],
        "Punkt\tReferat\tHvem\n1. Sti\tv/ Bo\n\tBo kom.\n\tIda gik.\tBo\n\tJan blev.\n2. Evt.\t\n",
    ),
]


@pytest.mark.parametrize(("rows", "text"), TABLES)
def test_tables_keep_their_cells(rows: Any, text: str) -> None:
    assert text_of(table(*rows)) == text


def test_an_automatic_number_is_all_of_a_cell() -> None:
    def build(document: Any) -> None:
        made = document.add_table(0, 2)
        for title in ("Sti", "Bro"):
            number, cell = made.add_row().cells
            cell.text = title
            properties = number.paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = document.part.numbering_part.element.num_lst[-1].numId

    assert text_of(numbered([("decimal", "%1.")], []), build) == "1.\tSti\n2.\tBro\n"


def test_a_wide_cell_keeps_the_columns() -> None:
    def build(document: Any) -> None:
        made = document.add_table(2, 3)
        made.cell(0, 0).merge(made.cell(0, 1)).text = "Navn og titel"
        made.cell(0, 2).text = "Afbud"
        for cell, text in zip(made.rows[1].cells, ("Bo", "Formand", "X"), strict=True):
            cell.text = text

    assert text_of(build) == "Navn og titel\t\tAfbud\nBo\tFormand\tX\n"


def heads(head: str, foot: str = "") -> Callable[[Any], None]:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = head
        document.sections[0].footer.paragraphs[0].text = foot

    return build


def paragraphs(*texts: str) -> Callable[[Any], None]:
    def build(document: Any) -> None:
        for text in texts:
            document.add_paragraph(text)

    return build


@pytest.mark.parametrize(
    ("head", "foot", "body", "text"),
    [
        ("Referat af møde i Ærø Økoråd", "", "Til stede: Bo", "Referat af møde i Ærø Økoråd\n\nTil stede: Bo\n"),
        ("Ærø Økoråd", "", "Ærø Økoråd", "Ærø Økoråd\n"),
        ("", "Storegade 1, Ærø", "Til stede: Bo", "Til stede: Bo\n"),
        ("", "Mødet den 4. maj 1998", "Til stede: Bo", "Mødet den 4. maj 1998\n\nTil stede: Bo\n"),
        ("", "Trykt den 5. maj 1998", "Møde den 4. maj 1998", "Møde den 4. maj 1998\n"),
    ],
)
def test_the_head_of_the_page_comes_once(head: str, foot: str, body: str, text: str) -> None:
    assert text_of(heads(head, foot), paragraphs(body)) == text


def test_page_numbers_of_the_head_are_left_out() -> None:
    def build(document: Any) -> None:
        paragraph = document.sections[0].header.paragraphs[0]
        paragraph.add_run("Side ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGE ")
        paragraph._p.append(field)
        document.sections[0].header.add_paragraph("Ærø Økoråd")
        document.add_paragraph("Til stede: Bo")

    assert text_of(build) == "Ærø Økoråd\n\nTil stede: Bo\n"


RUNS = [
    ('<w:r><w:t>Bo</w:t><w:tab/><w:t>formand</w:t></w:r>', "Bo\tformand"),
    ("<w:r><w:t>Bo</w:t><w:br/><w:t>Ida</w:t></w:r>", "Bo\nIda"),
    ("<w:ins><w:r><w:t>Ja</w:t></w:r></w:ins><w:del><w:r><w:delText>Nej</w:delText></w:r></w:del>", "Ja"),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>synlig</w:t></w:r>", "synlig"),
    ('<w:hyperlink><w:r><w:t>Se bilag</w:t></w:r></w:hyperlink>', "Se bilag"),
    ('<w:sdt><w:sdtContent><w:r><w:t>4. maj 1998</w:t></w:r></w:sdtContent></w:sdt>', "4. maj 1998"),
    ('<w:r><w:t>Bo </w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "Bo ☒"),
    ("<w:r><w:t>Børne</w:t><w:noBreakHyphen/><w:t>udvalget</w:t></w:r>", "Børne-udvalget"),
    (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE </w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>4. maj 1998</w:t><w:fldChar w:fldCharType="end"/></w:r>',
        "4. maj 1998",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "text"), RUNS)
def test_what_runs_say(xml: str, text: str) -> None:
    def build(document: Any) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))

    assert text_of(build) == f"{text}\n"


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Afbud: Ida Ø</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        f'<w:p {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        "<w:t>Til stede: Bo</w:t><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(lambda d: d.element.body.insert(0, parse_xml(xml))) == "Til stede: Bo\nAfbud: Ida Ø\n"


def parts(document: str, **others: str) -> bytes:
    out = {"word/document.xml": document, **{f"word/{name}.xml": xml for name, xml in others.items()}}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in out.items():
            archive.writestr(name, xml)
    return file.getvalue()


def test_a_footnote_stands_below_its_paragraph() -> None:
    body = (
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>Budgettet</w:t><w:footnoteReference w:id='2'/>"
        "<w:t> blev vedtaget.</w:t></w:r></w:p><w:p><w:r><w:t>Evt.</w:t></w:r></w:p></w:body></w:document>"
    )
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>Uden renter</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    text = read_docx(parts(body, footnotes=notes), "a.docx").text
    assert text == "Budgettet blev vedtaget.\n(Uden renter)\nEvt.\n"


BOMB = '<!DOCTYPE a [<!ENTITY b "ha">' + "".join(f'<!ENTITY b{n} "&b{n - 1};&b{n - 1};">' for n in range(1, 40)) + "]>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (parts(f"{BOMB.replace('&b0;', '&b;')}<a>&b39;</a>"), "entities|damaged"),
        (parts('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), "entities"),
        (parts("<w:document>"), "damaged"),
        (parts("<a/>"), "no text part"),
        (parts(f"<w:document {nsdecls('w')}><w:body/></w:document>"), "holds no text"),
        (saved(docx.Document()), "holds no text"),
        (saved(docx.Document())[:2000], "damaged"),
        (as_zip("word/document.xml", b" " * 70_000_000), "too large"),
    ],
)
def test_what_gives_no_text(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as caught:
        read_docx(data, "a.docx")
    assert str(caught.value).startswith("a.docx: ")
    assert "\n" not in str(caught.value)
