"""PDF: pages printed, and the text that they are read as."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from analyser.reading import ReadingError
from analyser.reading.ocr import has_ocr, read_image
from analyser.reading.pdf import read_pdf

Printed = tuple[float, float, str]  # left, points from the top, text


def printed(*pages: Sequence[Printed], **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), **options)  # type: ignore[arg-type]
    for page in pages:
        canvas.setFont("Helvetica", 10)
        for left, top, text in page:
            canvas.drawString(left, 842 - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, left: float = 70, top: float = 60, step: float = 13) -> list[Printed]:
    return [(left, top + step * n, text) for n, text in enumerate(texts)]


LONG = [
    "Formanden bød velkommen til det første møde og gav ordet videre",
    "til kassereren, som gennemgik regnskabet for året der er gået i",
    "foreningen; der var ingen bemærkninger til regnskabet, som altså",
    "blev godkendt af de fremmødte medlemmer uden nogen afstemning og",
    "uden indvendinger, hvorefter man gik over til det næste punkt på",
    "dagsordenen, som var indkomne forslag om at male gavlen blå igen",
    "til sommer, når vejret bliver varmt nok til at malingen kan nå at",
]

PAGES = [
    (lines("Referat af møde", "i Ærø Økoråd"), "Referat af møde\ni Ærø Økoråd\n"),
    ([(70, 60, "Bo Ås"), (250, 60, "Formand")], "Bo Ås\tFormand\n"),
    ([(70, 60, "1."), (106, 60, "Valg af formand")], "1. Valg af formand\n"),
    ([(70, 60, "•"), (106, 60, "Status på stien")], "- Status på stien\n"),
    (
        [
            *((left, 60, text) for left, text in ((70, "Navn"), (200, "Mødt"), (300, "Afbud"))),
            *((left, 73, text) for left, text in ((70, "Bo Ås"), (210, "X"))),
            *((left, 86, text) for left, text in ((70, "Ida Ø"), (310, "X"))),
        ],
        "Navn\tMødt\tAfbud\nBo Ås\tX\nIda Ø\t\tX\n",
    ),
    ([*lines(*LONG[:2]), *lines(*LONG[2:4], top=100)], "\n".join([*LONG[:2], "", *LONG[2:4], ""])),
    (
        # two columns of running text below a line across both
        [(70, 40, "Referat af den ordinære generalforsamling i foreningen Ærø Sti, som blev holdt i salen i maj"),
         *lines(*(n[:42] for n in LONG), left=70), *lines(*(n[:42].upper() for n in LONG), left=320)],
        "Referat af den ordinære generalforsamling i foreningen Ærø Sti, som blev holdt i salen i maj\n\n"
        + "\n".join(n[:42].strip() for n in LONG) + "\n\n" + "\n".join(n[:42].strip().upper() for n in LONG) + "\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("page", "text"), PAGES)
def test_what_a_page_says(page: Sequence[Printed], text: str) -> None:
    assert read_pdf(printed(page), "a.pdf").text == text


def test_heads_and_feet_stand_once_and_page_numbers_never() -> None:
    pages = [
        [(70, 30, "Ærø Økoråd, referat"), *lines(f"{n}. Sag", "Godkendt."), (280, 820, f"Side {n} af 3")]
        for n in (1, 2, 3)
    ]
    text = read_pdf(printed(*pages), "a.pdf").text
    assert text == "Ærø Økoråd, referat\n\n1. Sag\nGodkendt.\n\n2. Sag\nGodkendt.\n\n3. Sag\nGodkendt.\n"


def test_the_offset_of_each_page_is_kept() -> None:
    source = read_pdf(printed(lines(*LONG[:2]), [], lines(*LONG[2:3]), lines("Eventuelt")), "a.pdf")
    assert source.pages is not None
    starts = [source.text[start:].split("\n")[0] for start in source.pages]
    assert starts == [LONG[0], LONG[2], LONG[2], "Eventuelt"]
    assert source.text == "\n".join([*LONG[:3], "", "Eventuelt", ""])  # a sentence goes on over the page


def test_a_year_at_the_end_is_no_page_number() -> None:
    assert read_pdf(printed(lines("Næste møde holdes i maj", "2024.")), "a.pdf").text.endswith("\n2024.\n")


def cells(top: float, *rows: Sequence[str], lefts: Sequence[float] = (70, 100, 190, 380, 450)) -> list[Printed]:
    """Print lines of a table, a cell each column."""
    return [
        (left, top + 12 * n, text) for n, row in enumerate(rows) for left, text in zip(lefts, row, strict=False) if text
    ]


ITEMS = cells(
    60,
    ("Nr.", "Emne", "Referat", "Ansvar", "Frist"),
    ("1", "Godkendelse", "Ingen bemærkninger.", "", ""),
    ("", "af referat", "", "", ""),
    ("2", "Stien", "Bo Ås gennemgik planerne for", "BÅ", "1. maj"),
    ("", "", "stien langs åen, som er to kilo-", "IØ", ""),
    ("", "", "meter lang.", "", ""),
    ("", "", "- Der mangler en bro", "", ""),
)
ITEMS_TEXT = (
    "Nr.\tEmne\tReferat\tAnsvar\tFrist\n"
    "1\tGodkendelse af referat\tIngen bemærkninger.\n"
    "2\tStien\tBo Ås gennemgik planerne for stien langs åen, som er to kilometer lang.\n"
    "\t\t- Der mangler en bro\tBÅ\n"
    "\t\t\tIØ\t1. maj\n"
)


def test_a_table_of_items_is_read_cell_by_cell() -> None:
    below = [(70.0, 200.0, "Næste møde er den 2. maj i salen.")]
    assert read_pdf(printed([*ITEMS, *below]), "a.pdf").text == f"{ITEMS_TEXT}\nNæste møde er den 2. maj i salen.\n"


def test_a_table_of_items_goes_on_over_a_page() -> None:
    rest = cells(60, ("3", "Evt.", "Intet.", "", ""))
    assert read_pdf(printed(ITEMS, rest), "a.pdf").text == f"{ITEMS_TEXT}\n3\tEvt.\tIntet.\n"


def test_a_line_that_runs_on_over_the_columns_is_no_row() -> None:
    text = "Nr. Emne Referat Ansvar Frist er det, som der skal stå i hovedet af en tabel"
    assert read_pdf(printed([*ITEMS[:8], (70, 84, text)]), "a.pdf").text.endswith(f"{text}\n")


def scanned(text: str = "Referat af møde i Økorådet") -> bytes:
    """Print a page that is a picture of another."""
    import pypdfium2 as pdfium

    page = pdfium.PdfDocument(printed(lines(text, "Til stede: Søren Blåbjerg")))[0]
    dots = page.render(scale=300 / 72, grayscale=True).to_pil()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawInlineImage(dots, 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


needs_ocr = pytest.mark.skipif(not has_ocr(), reason="tesseract-ocr and tesseract-ocr-dan are not installed")


@needs_ocr
def test_a_scanned_page_is_recognised() -> None:
    source = read_pdf(scanned(), "a.pdf")
    assert source.text == "Referat af møde i Økorådet\nTil stede: Søren Blåbjerg\n"
    assert source.unreadable_pages == ()


@needs_ocr
def test_a_picture_is_recognised() -> None:
    import pypdfium2 as pdfium

    picture = pdfium.PdfDocument(printed(lines("Referat af møde i Økorådet")))[0].render(scale=4).to_pil()
    for form, media_type in (("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")):
        out = io.BytesIO()
        picture.save(out, form)
        source = read_image(out.getvalue(), "a.png")
        assert (source.text, source.media_type, source.pages) == ("Referat af møde i Økorådet\n", media_type, (0,))


def test_without_ocr_a_scanned_document_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analyser.reading.pdf.has_ocr", lambda: False)
    monkeypatch.setattr("analyser.reading.ocr.has_ocr", lambda: False)
    for read, data in ((read_pdf, scanned()), (read_image, b"\x89PNG")):
        with pytest.raises(ReadingError, match="apt install tesseract-ocr tesseract-ocr-dan"):
            read(data, "a.pdf")


def test_without_ocr_a_scanned_page_among_others_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2 as pdfium

    monkeypatch.setattr("analyser.reading.pdf.has_ocr", lambda: False)
    both = pdfium.PdfDocument(printed(lines("Referat af møde")))
    both.import_pages(pdfium.PdfDocument(scanned()))
    out = io.BytesIO()
    both.save(out)
    source = read_pdf(out.getvalue(), "a.pdf")
    assert (source.text, source.unreadable_pages) == ("Referat af møde\n", (2,))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (printed(lines("Referat"), encrypt=StandardEncryption("hemmelig")), "encrypted"),
        (printed(lines("Referat"))[:200], "damaged"),
        (b"%PDF-1.4 and no more", "damaged"),
        (printed([]), "no page of the PDF gives text"),
    ],
)
def test_what_gives_no_text(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as caught:
        read_pdf(data, "a.pdf")
    assert str(caught.value).startswith("a.pdf: ")
    assert "\n" not in str(caught.value)
