"""Zip archives in: every document by its way, and what is wrong with one said in its place."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from analyser.reading import Failure, ReadingError, Source, read, read_all

MAY = "Referat af møde i Ærø Økoråd den 4. maj 1998\n"
JUNE = "Referat af møde i Ærø Økoråd den 8. juni 1998\n"


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def told(path: Path) -> dict[str, str]:
    """Give the text of each document by its name, or the problem it has."""
    return {d.name: d.text if isinstance(d, Source) else d.problem for d in read_all(path)}


def test_every_document_by_its_way_and_its_own_digest(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.zip"
    inner = packed({"juni.txt": JUNE.encode("cp1252")})
    path.write_bytes(packed({"1998/maj.txt": MAY.encode(), "1998/resten.zip": inner, "__MACOSX/._maj.txt": b"\0\5"}))
    assert told(path) == {"arkiv.zip/1998/maj.txt": MAY, "arkiv.zip/1998/resten.zip/juni.txt": JUNE}
    assert {d.sha256 for d in read_all(path) if isinstance(d, Source)} == {
        hashlib.sha256(MAY.encode()).hexdigest(),
        hashlib.sha256(JUNE.encode("cp1252")).hexdigest(),
    }


def test_one_document_in_an_archive_is_the_file_s_document(tmp_path: Path) -> None:
    path = tmp_path / "maj.zip"
    path.write_bytes(packed({"maj.txt": MAY.encode(), "tal.xlsx": b"PK\x03\x04"}))
    assert read(path).text == MAY
    assert [d for d in read_all(path) if isinstance(d, Failure)] == [
        Failure("maj.zip/tal.xlsx", "maj.zip/tal.xlsx: passed over, since files of its kind hold no minutes", True)
    ]


def test_several_documents_are_no_file_to_analyse(tmp_path: Path) -> None:
    path = tmp_path / "to.zip"
    path.write_bytes(packed({"a.txt": b"En", "b.txt": b"To"}))
    with pytest.raises(ReadingError, match="several documents"):
        read(path)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("../../etc/referat.txt", "a.zip/etc/referat.txt"),
        ("C:\\møder\\referat.txt", "a.zip/møder/referat.txt"),
        ("/referat\x1b[2J.txt", "a.zip/referat[2J.txt"),
        ("Æblegård/ø.txt", "a.zip/Æblegård/ø.txt"),
    ],
)
def test_names_lead_nowhere(tmp_path: Path, name: str, seen: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({name: b"Referat"}))
    assert told(path) == {seen: "Referat"}


@pytest.mark.parametrize("encoding", ["cp850", "utf-8"])
def test_names_of_archives_that_do_not_say_their_encoding(tmp_path: Path, encoding: str) -> None:
    name = "Rødgrød på Ærø.txt"
    stand_in = "".join(chr(ord("a") + n % 26) for n in range(len(name.encode(encoding)) - 4)) + ".txt"
    path = tmp_path / "a.zip"
    path.write_bytes(packed({stand_in: b"Referat"}).replace(stand_in.encode(), name.encode(encoding)))
    assert told(path) == {f"a.zip/{name}": "Referat"}


def test_one_bad_document_stops_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = packed({"a.txt": b"Referat A", "b.txt": b"Referat B", "c.txt": b""}, zipfile.ZIP_STORED)
    path.write_bytes(whole.replace(b"Referat A", b"Referat X"))
    found = told(path)
    assert found["a.zip/b.txt"] == "Referat B"
    assert "damaged" in found["a.zip/a.txt"]
    assert "empty" in found["a.zip/c.txt"]


def test_an_encrypted_member_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(packed({"a.txt": b"Referat"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "encrypted" in told(path)["a.zip/a.txt"]


def test_an_archive_in_an_archive_without_end(tmp_path: Path) -> None:
    data = packed({"a.txt": b"Referat"})
    for _ in range(40):
        data = packed({"a.zip": data})
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert [d.problem for d in read_all(path) if isinstance(d, Failure)] == [
        "a.zip/a.zip/a.zip/a.zip: archives or mails inside one another, more than 3 deep; take it out first"
    ]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analyser.reading.limits._LEAST_ALLOWANCE", 1_000_000)
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": b"Referat", "b.txt": bytes(2_000_000), "c.txt": b"Referat"}))
    assert path.stat().st_size < 3_000
    found = told(path)
    assert "zip bomb" in found.pop("a.zip/b.txt")
    assert set(found.values()) == {"Referat"}


def test_what_archives_inside_an_archive_unpack_to_is_counted_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analyser.reading.limits._LEAST_ALLOWANCE", 1_000_000)
    path = tmp_path / "a.zip"
    path.write_bytes(packed({f"{n}.zip": packed({"a.txt": b" " * 400_000 + b"Referat"}) for n in range(4)}))
    found = list(told(path).values())
    assert [("zip bomb" in f, f.strip()[:7]) for f in found] == [
        (False, "Referat"),
        (False, "Referat"),
        (True, "a.zip/2"),
        (True, "a.zip/3"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and no more", "damaged"),
        (packed({"a.txt": MAY.encode()})[:-30], "damaged"),
        (packed({}), "empty"),
        (b"\x1f\x8b\x08 abc", "gzip"),
        (b"Rar!\x1a\x07\x00", "RAR"),
    ],
)
def test_what_is_no_archive_of_ours(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(ReadingError, match=said) as caught:
        read(path)
    assert str(caught.value).startswith("a.zip: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.zip"])
def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(ReadingError, match=r"too large to be minutes \(2,000 MB"):
        read(path)
