"""PDF: the text layer in reading order, and the offset of each page; OCR for pages that are pictures, where it is."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from analyser.reading.ocr import MISSING, has_ocr, read_picture
from analyser.reading.pdf_columns import in_reading_order
from analyser.reading.pdf_furniture import without_furniture
from analyser.reading.pdf_item_tables import Head, part_tables
from analyser.reading.pdf_lines import TextLine, read_lines
from analyser.reading.pdf_text import lay_out_lines
from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError, Source

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5_000
_SCALE = 300 / 72  # OCR wants 300 dots an inch
_LARGEST_PICTURE = 6_000  # dots along the longer side
_LEAST_LETTERS = 8  # a page with fewer, and a picture, is a scanned one
_READS_ON = re.compile(r"[^.!?:;\"”»)\s]\s*\Z")


def read_pdf(data: bytes, name: str) -> Source:
    """Read a PDF.

    Raises:
        ReadingError: it is damaged, encrypted, has more than 5,000 pages, or no page of it gives text.
    """
    document = _opened(data, name)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise ReadingError(f"{name}: {count:,} pages; a document may have {MOST_PAGES:,}; part it")
        layers = [_lines_of(document, n) for n in range(count)]
        scanned = [n for n in range(count) if _is_scanned(document, n, layers[n])]
        texts = list(_laid_out(without_furniture(layers)))
        unread: list[int] = []
        for n in scanned:
            seen = _recognised(document, n) if has_ocr() else ""
            texts[n] = seen or texts[n]
            if not seen:
                unread.append(n + 1)
    finally:
        document.close()
    text, pages = _joined(texts)
    if not text.strip():
        if scanned and not has_ocr():
            raise ReadingError(f"{name}: the PDF holds pictures of pages; {MISSING}")
        raise ReadingError(f"{name}: no page of the PDF gives text; scan it again, or save what it was made from")
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, text, MEDIA_TYPE, "utf-8", digest, pages=pages, unreadable_pages=tuple(unread))


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise ReadingError(f"{name}: the PDF is encrypted; save it without a password and try again") from error
        raise ReadingError(f"{name}: the PDF is damaged; get a whole copy, or print it to PDF again") from error


def _lines_of(document: pdfium.PdfDocument, number: int) -> list[TextLine]:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return []  # one damaged page of many
    try:
        return read_lines(page)
    finally:
        page.close()


def _is_scanned(document: pdfium.PdfDocument, number: int, lines: Sequence[TextLine]) -> bool:
    """Tell whether a page is a picture: it has hardly any text, and something else on it, or cannot be opened."""
    if sum(len(line.text) for line in lines) >= _LEAST_LETTERS:
        return False
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return True
    try:
        kinds = (raw.FPDF_PAGEOBJ_IMAGE,)
        return next(iter(page.get_objects(filter=kinds, max_depth=3)), None) is not None
    finally:
        page.close()


def _recognised(document: pdfium.PdfDocument, number: int) -> str:
    """Give the text of a page by OCR; empty where there is none, or the page cannot be opened."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return ""
    try:
        scale = min(_SCALE, _LARGEST_PICTURE / max(*page.get_size(), 1.0))
        bitmap = page.render(scale=scale, grayscale=True)
        dots = bitmap.to_numpy()
        height, width = dots.shape[:2]
        return read_picture(f"P5 {width} {height} 255\n".encode() + dots.tobytes())
    finally:
        page.close()


def _laid_out(pages: Iterable[Sequence[TextLine]]) -> Iterator[str]:
    """Write out pages; a table of agenda items may go on over them."""
    head: Head | None = None
    for lines in pages:
        segments, head = part_tables(lines, head)
        runs = [[s] if isinstance(s, str) else [lay_out_lines(run) for run in in_reading_order(s)] for s in segments]
        yield "\n\n".join(text for texts in runs for text in texts)


def _joined(texts: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Join the pages: the text, and where each begins in it. A sentence that a page breaks is not parted further."""
    whole = ""
    starts: list[int | None] = []
    for text in texts:
        own = normalise(text).strip("\n")
        if whole and own:
            reads_on = _READS_ON.search(whole) and own[0].islower()
            whole = f"{whole.rstrip()}\n" if reads_on else f"{whole.rstrip()}\n\n"
        starts.append(len(whole) if own else None)
        whole += own
    whole = f"{whole.rstrip()}\n" if whole.strip() else ""
    pages: list[int] = []
    for start in reversed(starts):  # an empty page begins where the next one does
        pages.append(start if start is not None else (pages[-1] if pages else len(whole)))
    return whole, tuple(reversed(pages))
