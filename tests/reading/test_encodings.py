"""Encodings: æøå right in each, by evidence; mixed documents; letters that were saved wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyser.evaluation import read_document
from analyser.pipeline import analyse_source
from analyser.reading import ReadingError, read_plain
from analyser.reading.encodings import evidence
from analyser.reading.mojibake import mend

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"

TEXTS = [
    "Referat af møde i Ærø Økoråd\nTil stede: Åse Brolund\n",
    "DAGSORDEN FOR MØDET PÅ ÆBLEGÅRDEN\n1. REGNSKABET FOR ÅRET\n",
    "Til stede: Søren Blåbjerg\nAfbud: Bo Lund\n",
    "Købmand Lund bad om ordet.\n",
    "Formanden åbnede mødet kl. 19. Idéen fra André blev drøftet; § 4 og ½ time.\n",
    "Mødet på rådhuset, også for børn\nAydın\nÞórdís\n",
    "– Åse\n– Bo – på mødet\n– Ib\n",
    "år\n",
    "Æ\n",
]
SINGLE = ["cp1252", "iso-8859-1", "cp850", "cp865", "mac_roman"]


def has(encoding: str, text: str) -> bool:
    """Tell whether an encoding has all signs of a text; cp865 lacks the paragraph sign."""
    try:
        return bool(text.encode(encoding))
    except UnicodeEncodeError:
        return False


ALL = [*SINGLE, "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
PAIRS = [(t, e) for t in TEXTS for e in ALL if has(e, t) and (len(t) > 2 or e not in ("cp850", "cp865", "mac_roman"))]
"""One letter alone is no evidence; it is read as Windows-1252."""


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_one_text_from_any_encoding(text: str, encoding: str) -> None:
    source = read_plain(text.encode(encoding), "a.txt")
    assert source.text == text
    assert source.encoding_guessed == (encoding in SINGLE or encoding in ("utf-16-le", "utf-16-be"))
    assert source.mended_lines == 0


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1252", "windows-1252"),
        ("iso-8859-1", "windows-1252"),
        ("cp850", "cp850"),
        ("cp865", "cp850"),  # the two have the Danish letters in the same places
        ("mac_roman", "macintosh"),
        ("utf-16-le", "utf-16-le"),
    ],
)
def test_the_encoding_is_said(encoding: str, said: str) -> None:
    assert read_plain(TEXTS[0].encode(encoding), "a.txt").encoding == said


@given(
    st.lists(st.sampled_from(["år", "på", "møde", "Søren", "Ærø", "råd", "ÆBLE", "også", "Åse", "børn"]), min_size=3),
    st.sampled_from(SINGLE),
)
def test_danish_words_in_any_order(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    assert read_plain(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([("Mødet på Ærø", "utf-8"), ("Søren bød på øl", "cp1252"), ("Ingen", "ascii")], "utf-8 + windows-1252"),
        (
            [("Næste møde på Ærø", "cp1252"), ("Også årets møde", "cp1252"), ("Børnene får råd", "cp850")],
            "windows-1252 + cp850",
        ),
        ([("Næste møde på Ærø", "cp850"), ("Også årets møde", "cp850"), ("Børnene får råd", "utf-8")], "cp850 + utf-8"),
    ],
)
def test_a_document_that_is_mixed(lines: list[tuple[str, str]], said: str) -> None:
    source = read_plain(b"\r\n".join(text.encode(encoding) for text, encoding in lines), "a.txt")
    assert source.text.split("\n") == [text for text, _ in lines]
    assert (source.encoding, source.encoding_guessed) == (said, True)


WRONG = [
    ("Tilstedeværende: Åse Brolund på Ærø", "utf-8", "cp1252"),
    ("Tilstedeværende: Søren Blåbjerg på Ærø", "utf-8", "latin-1"),
    ("Næste møde – på rådhuset", "utf-8", "cp1252"),
    ("Mødet på rådhuset, også for børn", "cp850", "cp1252"),
    ("Mødet på rådhuset, også for børn", "cp1252", "cp850"),
]


@pytest.mark.parametrize(("text", "was", "read_by"), WRONG)
def test_letters_saved_wrong_are_mended(text: str, was: str, read_by: str) -> None:
    wrong = text.encode(was).decode(read_by)
    source = read_plain(f"{wrong}\nIngen ændringer på mødet\n".encode(), "a.txt")
    assert wrong != text
    assert source.text == f"{text}\nIngen ændringer på mødet\n"
    assert source.mended_lines == 1


def test_twice_wrong_is_mended() -> None:
    wrong = "Næste møde".encode().decode("cp1252").encode().decode("cp1252")
    assert mend(wrong) == ("Næste møde", 1)


@pytest.mark.parametrize(
    "line",
    [
        "Forslaget koster 5 µg/l, ca. 12° C, ‘ja’ sagde Müller; SÃO PAULO",
        "Idéen blev drøftet – 50 €",
        "Mødt: Åse (†), Søren",
        "DANS OG ÂNDELIGHED",
    ],
)
def test_what_is_not_wrong_stays(line: str) -> None:
    assert mend(line) == (line, 0)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.gold")), ids=lambda path: path.stem)
def test_gold_is_right_in_every_encoding_and_nothing_in_it_is_mended(path: Path) -> None:
    text = read_document(path, path.stem).text
    assert mend(text) == (text, 0)
    for encoding in SINGLE:
        data = text.encode(encoding, errors="replace")
        if not data.isascii():
            assert read_plain(data, "a.txt").text == data.decode(encoding), encoding


@pytest.mark.parametrize(
    ("better", "worse"),
    [("møde på Ærø", "m›de p† ’r›"), ("MØDE", "M¥DE"), ("Blåbjerg", "BlÕbjerg"), ("┌──┐", "ÚÄÄ¿")],
)
def test_evidence_tells_danish_from_noise(better: str, worse: str) -> None:
    assert evidence(better) > evidence(worse)


def test_ascii_alone_is_no_evidence() -> None:
    assert evidence("Referat: ingen bemaerkninger") == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Møde på Ærø".encode("cp850"), ["no mark proves the encoding; the bytes were read as cp850"]),
        ("Møde pÃ¥ Ã†rÃ¸".encode(), ["letters saved in a wrong encoding (`Ã¦` for `æ`) were mended in 1 lines"]),
        ("Møde på Ærø".encode(), []),
    ],
)
def test_a_guess_is_said_in_the_record(data: bytes, said: list[str]) -> None:
    minutes = analyse_source(read_plain(data, "a.txt"), "blank:da")
    assert [d.message for d in minutes.diagnostics if d.code == "guessed_encoding"] == said


@pytest.mark.parametrize("data", [bytes(range(32)) * 4, b"\x00\x01\x02\x03" * 100, b"\x00" * 5 + b"a"])
def test_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadingError, match="binary"):
        read_plain(data, "a.txt")
