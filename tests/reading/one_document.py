"""One document of our own invention, as blocks, and as a file of each format."""

import io
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import style as odf_style
from odf import table as odf_table
from odf import text as odf_text
from odf.namespaces import TEXTNS, XMLNS
from odf.opendocument import OpenDocumentText
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.reading import ole


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Numbered:
    """A heading that the format numbers itself."""

    number: int
    title: str


@dataclass(frozen=True)
class Bullet:
    text: str


BLOCKS: tuple[str | Table | Numbered | Bullet, ...] = (
    "Referat af møde i Ældrerådet i Ærøborg Kommune den 14. september 2023",
    "Mødet blev afholdt på rådhuset i Ærøborg.",
    "Fra Ærøborg Kommune",
    "Åse Brolund\tBorgmester",
    "Søren Blåbjerg\tKommunaldirektør (referent)",
    "Fra Ældrerådet",
    Table(
        (
            ("Navn", "Titel", "Til stede", "Afbud"),
            ("Birthe Vangsgård", "Formand", "X", ""),
            ("Jens Kær Ørum", "Kasserer", "X", ""),
            ("Lis Møllegård", "Sekretær", "", "X"),
        )
    ),
    Numbered(1, "Godkendelse af dagsorden"),
    "Dagsordenen blev godkendt.",
    Numbered(2, "Orientering fra kommunen"),
    "Borgmester Åse Brolund orienterede om budgettet for 2024. Ældrerådet takkede for den gode dialog.",
    "Søren Blåbjerg oplyste, at plejehjemmet på Ærøgade åbner i foråret 2024.",
    Bullet("Pladserne bliver fordelt af visitationen."),
    Numbered(3, "Økonomi"),
    "Jens Kær Ørum gennemgik regnskabet. Rådet godkendte regnskabet enstemmigt.",
    "Birthe Vangsgård sender regnskabet til kommunen inden den 1. oktober 2023.",
    Numbered(4, "Eventuelt"),
    "Intet.",
)


def lines() -> list[str]:
    out: list[str] = []
    for n, block in enumerate(BLOCKS):
        if isinstance(block, Table):
            out += ["\t".join(row).rstrip() for row in block.rows]
        elif isinstance(block, Numbered):
            out += ["", f"{block.number}. {block.title}"]
        elif isinstance(block, Bullet):
            out.append(f"- {block.text}")
        else:
            out += [""] * (n > 0 and "\t" not in block and len(block) > 55) + [block]
    return out


def as_text() -> str:
    return "".join(f"{line}\n" for line in lines())


def as_docx() -> bytes:
    document = docx.Document()
    _count_headings(document)
    for block in BLOCKS:
        if isinstance(block, Table):
            table = document.add_table(0, len(block.rows[0]))
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif isinstance(block, Numbered):
            document.add_paragraph(block.title, style="Heading 1")
        elif isinstance(block, Bullet):
            document.add_paragraph(block.text, style="List Bullet")
        else:
            document.add_paragraph(block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _count_headings(document) -> None:
    """Let Word number the style Heading 1 by a list of its own: `1.`, `2.` …"""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "990")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1.")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    numbering.insert(0, abstract)
    number = numbering.add_num(990)
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = number.numId


def as_odt() -> bytes:
    document = OpenDocumentText()
    numbers = odf_text.ListStyle(name="Numbers")
    numbers.addElement(odf_text.ListLevelStyleNumber(level=1, numformat="1", numsuffix="."))
    bullets = odf_text.ListStyle(name="Bullets")
    bullets.addElement(odf_text.ListLevelStyleBullet(level=1, bulletchar="•"))
    document.automaticstyles.addElement(numbers)
    document.automaticstyles.addElement(bullets)
    document.automaticstyles.addElement(odf_style.Style(name="Plain", family="paragraph"))
    for block in BLOCKS:
        if isinstance(block, Table):
            table = odf_table.Table()
            table.addElement(odf_table.TableColumn(numbercolumnsrepeated=len(block.rows[0])))
            for row in block.rows:
                line = odf_table.TableRow()
                for text in row:
                    cell = odf_table.TableCell()
                    cell.addElement(odf_text.P(text=text))
                    line.addElement(cell)
                table.addElement(line)
            document.text.addElement(table)
        elif isinstance(block, Numbered | Bullet):
            heading = isinstance(block, Numbered)
            listed = odf_text.List(stylename=numbers if heading else bullets)
            if heading:
                listed.setAttrNS(XMLNS, "id", f"list{block.number}")
                if block.number > 1:
                    listed.setAttrNS(TEXTNS, "continue-list", f"list{block.number - 1}")
            item = odf_text.ListItem()
            item.addElement(odf_text.H(outlinelevel=1, text=block.title) if heading else odf_text.P(text=block.text))
            listed.addElement(item)
            document.text.addElement(listed)
        else:
            paragraph = odf_text.P()
            for n, piece in enumerate(block.split("\t")):
                if n:
                    paragraph.addElement(odf_text.Tab())
                paragraph.addText(piece)
            document.text.addElement(paragraph)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def as_zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def as_rtf() -> bytes:
    """Write the document as Word 97 did: letters as `\\'e6`, rows defined before and after their cells."""
    parts = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"]
    for block in BLOCKS:
        if isinstance(block, Table):
            for row in block.rows:
                define = r"\trowd\trgaph70" + "".join(rf"\cellx{2000 * n}" for n in range(1, len(row) + 1))
                cells = "".join(rf"{text}\cell " for text in row)
                parts.append(rf"{define}\pard\intbl {cells}\pard\intbl{{{define}\row }}\pard ")
        elif isinstance(block, Numbered):
            parts.append(rf"\pard{{\listtext\f0 {block.number}.\tab}}\ls1 {block.title}\par ")
        elif isinstance(block, Bullet):
            parts.append(rf"\pard{{\pntext\f1\'b7\tab}}{{\*\pn\pnlvlblt}} {block.text}\par ")
        else:
            parts.append(r"\pard " + block.replace("\t", r"\tab ") + r"\par ")
    written = "".join(parts) + "}"
    return "".join(c if c.isascii() else rf"\'{c.encode('cp1252').hex()}" for c in written).encode("ascii")


def as_html() -> bytes:
    """Write the document as a page of minutes: headings with their numbers, between the site's own furniture."""
    parts: list[str] = []
    for n, block in enumerate(BLOCKS):
        if isinstance(block, Table):
            rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in block.rows)
            parts.append(f"<table>{rows}</table>")
        elif isinstance(block, Numbered):
            parts.append(f"<h2>{block.number}. {block.title}</h2>")
        elif isinstance(block, Bullet):
            parts.append(f"<ul><li>{block.text}</li></ul>")
        elif "\t" in block:
            cells = "".join(f"<td>{text}</td>" for text in block.split("\t"))
            parts.append(f"<table><tr>{cells}</tr></table>")
        else:
            parts.append(f"<h1>{block}</h1>" if n == 0 else f"<p>{block}</p>")
    page = f"""<!DOCTYPE html><html lang="da"><head><meta charset="iso-8859-1"><title>Møder | Ærøborg</title>
    <style>p {{ color: red }}</style><script>var a = "<p>Sag 1</p>";</script></head><body>
    <header><a href="/">Ærøborg Kommune</a><nav><ul><li>Politik</li><li>Dagsordener</li></ul></nav></header>
    <div id="cookie-banner"><p>Vi bruger cookies. Accepter alle</p></div>
    <main><ol class="breadcrumb"><li>Forside</li><li>Møder</li></ol>{"".join(parts)}
    <a href="#top">Til toppen</a></main><footer><p>Rådhusgade 1, Ærøborg</p></footer></body></html>"""
    return page.encode("iso-8859-1")


def as_pdf() -> bytes:
    """Print the document on pages of 22 lines, with a head and a page number on each; columns stand on tab stops."""
    printed: list[tuple[str, ...]] = []
    for n, block in enumerate(BLOCKS):
        if isinstance(block, Table):
            printed += [("",), *block.rows, ("",)]
        elif isinstance(block, Numbered):
            printed += [("",), (f"{block.number}.  {block.title}",)]
        elif isinstance(block, Bullet):
            printed.append((f"\u2022 {block.text}",))
        else:
            wrapped = simpleSplit(block.replace("\t", "|"), "Helvetica", 11, 400)
            printed += [tuple(line.split("|")) for line in wrapped] + [("",)] * (n < 2 or len(wrapped) > 1)
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1)
    for start in range(0, len(printed), 22):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, 800, "Ærøborg Kommune, Ældrerådet")
        canvas.drawString(270, 30, f"Side {start // 22 + 1} af 2")
        canvas.setFont("Helvetica", 11)
        for n, cells in enumerate(printed[start : start + 22]):
            for column, text in enumerate(cells):
                canvas.drawString(70 + 120 * column, 760 - 15 * n, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def as_mail(body: str, *attached: tuple[str, bytes], subject: str = "Referat") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "aase@aeroe.example", "raadet@aeroe.example"
    message.set_content(body)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def as_msg(body: str, *attached: tuple[str, bytes]) -> bytes:
    return ole.ole(ole.mail("Referat", body, *attached))
