"""Pictures of pages to text, by Tesseract where it is installed; it reads Danish with `tesseract-ocr-dan`."""

import hashlib
import os
import re
import resource
import shutil
import subprocess
from functools import cache

from analyser.reading.plain import normalise
from analyser.reading.source import ReadingError, Source

MISSING = (
    "reading pictures takes Tesseract with Danish: install tesseract-ocr and tesseract-ocr-dan "
    "(Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-dan) and try again"
)
_SECONDS = 180  # for one page
_SECONDS_A_FILE = 1_800  # a TIFF may have hundreds of pages
_MOST_MEMORY = 4_000_000_000  # bytes
_MEDIA_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@cache
def has_ocr() -> bool:
    """Tell whether Tesseract is installed and can read Danish."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
    return "dan" in listed.stdout.split()


def read_image(data: bytes, name: str) -> Source:
    """Read a picture of a page, or of several in one TIFF.

    Raises:
        ReadingError: Tesseract is not installed, or finds no text.
    """
    if not has_ocr():
        raise ReadingError(f"{name}: {MISSING}")
    text = normalise(read_picture(data, _SECONDS_A_FILE))
    if not re.search(r"[^\W\d_]{2}", text):
        raise ReadingError(f"{name}: no text was found in the picture; scan the page again at 300 dpi")
    pages: list[int] = []
    whole = ""
    for page in text.split("\f"):
        pages.append(len(whole))
        whole += page.strip("\n") + "\n\n"
    media_type = next((t for mark, t in _MEDIA_TYPES.items() if data.startswith(mark)), "image/tiff")
    return Source(name, f"{whole.rstrip()}\n", media_type, "utf-8", hashlib.sha256(data).hexdigest(), tuple(pages))


def read_picture(picture: bytes, seconds: int = _SECONDS) -> str:
    """Give the text of a picture (PNG, JPEG, TIFF or PNM); empty where Tesseract finds none or gives up.

    Pages are parted by form feeds. Tesseract gets the picture on its standard input, and works with one thread,
    since an import runs several at once.
    """
    command = [shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", "dan", "--psm", "3"]
    command += ["-c", "preserve_interword_spaces=1"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            check=False,
            timeout=seconds,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            preexec_fn=_bound_memory,  # a small file may unpack to a picture of any size
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    text = done.stdout.decode("utf-8", errors="replace").removesuffix("\f")
    text = re.sub(r"[ ]{4,}", "\t", text)  # a gap as wide is a column's
    text = re.sub(r"^(\d{1,2})\.{2,5} (?=\S)", r"\1. ", text, flags=re.MULTILINE)  # specks behind a number
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _bound_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
