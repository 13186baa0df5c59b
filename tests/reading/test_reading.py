"""Files in: encodings, line ends, and what cannot be read."""

import unicodedata
from pathlib import Path

import pytest

from analyser.reading import ReadingError, normalise, read, read_plain, source_of

TEXT = "Referat af møde i Ærø Økoråd\nTil stede: Åse Brolund\n"

ENCODINGS = [
    (TEXT.encode("utf-8"), "utf-8", False),
    (TEXT.encode("utf-8-sig"), "utf-8", False),
    (TEXT.encode("utf-16"), "utf-16", False),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", False),
    (TEXT.encode("cp1252"), "windows-1252", True),
    (TEXT.replace("\n", "\r\n").encode("utf-8"), "utf-8", False),
    (TEXT.replace("\n", "\r").encode("utf-8"), "utf-8", False),
    (unicodedata.normalize("NFD", TEXT).encode("utf-8"), "utf-8", False),
]


@pytest.mark.parametrize(("data", "encoding", "guessed"), ENCODINGS)
def test_one_text_from_many_bytes(data: bytes, encoding: str, guessed: bool) -> None:
    source = read_plain(data, "a.txt")
    assert (source.text, source.encoding, source.encoding_guessed) == (TEXT, encoding, guessed)
    assert source.pages is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.4 abc", "a PDF"),
        (b"PK\x03\x04abc", "Word"),
        (b"\xd0\xcf\x11\xe0abc", "old Word"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"\x89PNG\r\n", "a picture"),
        (bytes(range(32)) * 4, "binary"),
        (b"\xff\xfea\x00b", "damaged"),
    ],
)
def test_what_is_no_text(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as caught:
        read_plain(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "said"), [("none.txt", "cannot be opened"), (".", "folder"), ("a\0b", "not a file")])
def test_what_is_no_file(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read(tmp_path / name)


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.md"
    one.write_bytes(TEXT.encode())
    other.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert read(one).text == read(other).text
    assert read(one).sha256 != read(other).sha256
    assert (read(one).media_type, read(other).media_type) == ("text/plain", "text/markdown")
    assert read(one).sha256 == source_of(TEXT).sha256


def test_nothing_but_line_ends_and_composition_changes() -> None:
    assert normalise("  a\t\r\n\f b \r c\u00a0\u200b\n") == "  a\t\n\f b \n c\u00a0\u200b\n"
