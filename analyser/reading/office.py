"""Old Word documents (doc), by LibreOffice where it is installed: saved as docx, and read as that."""

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from analyser.reading.docx import read_docx
from analyser.reading.source import ReadingError, Source

MEDIA_TYPE = "application/msword"
MISSING = (
    "an old Word document takes LibreOffice: install libreoffice-writer-nogui "
    "(Debian and Ubuntu: apt install libreoffice-writer-nogui), or save it as docx, and try again"
)
_SECONDS = 120


def read_doc(data: bytes, name: str) -> Source:
    """Read an old Word document.

    LibreOffice gets a copy in a folder of its own, with settings of its own, so that a running one is not disturbed
    and no macro runs; the folder is gone afterwards.

    Raises:
        ReadingError: LibreOffice is not installed, cannot read the document or takes longer than two minutes, or the
            document holds no text.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadingError(f"{name}: {MISSING}")
    with tempfile.TemporaryDirectory(prefix="referat-") as made:
        folder = Path(made)
        (folder / "document.doc").write_bytes(data)
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'settings').as_uri()}"]
        command += ["--convert-to", "docx", "--outdir", str(folder), str(folder / "document.doc")]
        try:
            subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise ReadingError(f"{name}: LibreOffice did not finish with it in two minutes; save it as docx") from error
        except OSError as error:
            raise ReadingError(f"{name}: LibreOffice cannot be started ({error.strerror}); {MISSING}") from error
        saved = folder / "document.docx"
        if not saved.is_file():
            raise ReadingError(f"{name}: LibreOffice cannot read it; open it in Word and save it as docx")
        source = read_docx(saved.read_bytes(), name)
    return replace(source, media_type=MEDIA_TYPE, sha256=hashlib.sha256(data).hexdigest())
