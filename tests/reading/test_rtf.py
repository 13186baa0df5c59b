"""RTF: what stands in one, and the text that it is read as."""

import pytest

from analyser.reading import ReadingError
from analyser.reading.rtf import read_rtf

BODIES = [
    (r"Bo\tab formand\par", "Bo\tformand\n"),
    (r"Bo\line Ida\par", "Bo\nIda\n"),
    (r"\'c6r\'f8, \u230?rlig\par", "Ærø, ærlig\n"),
    (r"{\listtext 1.\tab}Valg\par{\listtext 2.\tab}Evt.\par", "1. Valg\n2. Evt.\n"),
    (r"{\pntext\'b7\tab}Status\par", "- Status\n"),
    (
        r"\trowd\cellx1\cellx2 Navn\cell Afbud\cell\row\trowd\cellx1\cellx2 Bo\cell\cell\row\pard Evt.\par",
        "Navn\tAfbud\nBo\n\nEvt.\n",
    ),
    (r"\trowd\cellx1 Til stede:\cell Bo\par Ida\cell\row\pard", "Til stede:\tBo\nIda\n"),
    (r"Budgettet{\footnote\pard\plain Uden renter} blev vedtaget.\par", "Budgettet blev vedtaget.\n(Uden renter)\n"),
    (r"{\header\pard \'c6r\'f8 R\'e5d\par Side {\field{\*\fldinst PAGE}{\fldrslt 2}}\par}Bo\par", "Ærø Råd\n\nBo\n"),
    (r"{\pict\pngblip 89504e47}{\*\shppict{\pict 8950}}Bo\par", "Bo\n"),
    (r"{\pict\bin5 }}}}}}Bo\par", "Bo\n"),
    (r'{\field{\*\fldinst{HYPERLINK "https://aeroe.example"}}{\fldrslt{Se bilag}}}\par', "Se bilag\n"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_what_a_document_says(body: str, text: str) -> None:
    source = read_rtf(rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode("ascii"), "a.rtf")
    assert (source.text, source.encoding) == (text, "windows-1252")


@pytest.mark.parametrize(
    ("head", "data", "said"),
    [
        (r"\ansi\ansicpg1252", b"\\'e6\xf8", "windows-1252"),
        (r"\pca", b"\\'91\x9b", "cp850"),
        (r"\mac", b"\\'be\xbf", "macintosh"),
    ],
)  # fmt: skip
def test_the_encoding_that_it_declares(head: str, data: bytes, said: str) -> None:
    source = read_rtf(b"{\\rtf1" + head.encode() + b" " + data + b"\\par}", "a.rtf")
    assert (source.text, source.encoding) == ("æø\n", said)


@pytest.mark.parametrize("data", [b"{\\rtf1\\ansi }", b"{\\rtf1", b"{\\rtf1\\ansi {\\pict 8950}}"])
def test_what_gives_no_text(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"a\.rtf: the document holds no text"):
        read_rtf(data, "a.rtf")
