"""A page of a PDF as a picture, drawn when it is asked for from the file that was read, if that is still the same."""

import hashlib
import io
import sqlite3
from pathlib import Path
from threading import Lock

from analyser.corpus.corrected import Document

LARGEST = 2_000
"""Dots along the longer side of a picture."""

_SCALE = 2.0
"""Dots a point (1/72 inch)."""

_MOST_BYTES = 256 * 1024 * 1024
"""Bytes of a file that is still looked at."""

_drawing = Lock()  # PDFium is not made for several threads


def pdf_of(connection: sqlite3.Connection, document: Document) -> bytes | None:
    """Give the PDF that a document was read from; None where it is gone, has changed, or lies in an archive."""
    sha256 = document[0]
    for (path,) in connection.execute("SELECT path FROM files WHERE sha256 = ? ORDER BY path", (sha256,)):
        try:
            if Path(path).stat().st_size > _MOST_BYTES:
                continue
            data = Path(path).read_bytes()
        except OSError:
            continue
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
    return None


def draw(pdf: bytes, number: int) -> bytes | None:
    """Draw a page, counted from 1, as PNG; None where there is no such page or it cannot be drawn."""
    import pypdfium2 as pdfium

    with _drawing:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError:
            return None
        try:
            if not 1 <= number <= len(document):
                return None
            page = document[number - 1]
            scale = min(_SCALE, LARGEST / max(page.get_size()))
            picture = page.render(scale=scale).to_pil()
        except pdfium.PdfiumError:
            return None
        finally:
            document.close()
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG")
    return out.getvalue()
