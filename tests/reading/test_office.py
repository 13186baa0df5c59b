"""The one document as LibreOffice saves it in other formats gives the same facts; old Word is read by it, too."""

import shutil
import subprocess
from pathlib import Path

import pytest

from analyser import analyse
from tests.reading import one_document as one
from tests.reading.test_formats import facts

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save the document from docx in each format; one start of LibreOffice a format."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(one.as_docx())
    for suffix in SUFFIXES:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(SOFFICE), "--headless", profile, "--convert-to", suffix, "--outdir", str(folder), "a.docx"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder


SUFFIXES = ["odt", "rtf", "html", "pdf", "doc"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_libreoffice_saves_gives_the_same_facts(saved: Path, suffix: str) -> None:
    same = facts(analyse(saved / "a.docx", model="blank:da"))
    assert facts(analyse(saved / f"a.{suffix}", model="blank:da")) == same
