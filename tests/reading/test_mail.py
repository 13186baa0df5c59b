"""Mails in: which of a mail's own text and what is attached comes out, and under which name."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from analyser.reading import Failure, ReadingError, Source, read, read_all
from analyser.reading.minutes_like import is_minutes_like
from tests.reading import ole
from tests.reading.one_document import as_docx, as_mail, as_msg, as_zip

MINUTES = "Til stede: Åse Brolund, Bo Ås\nAfbud: Søren Blåbjerg\n\n1. Økonomi\nGodkendt.\n"
NOTE = "Kære alle\n\nHermed referatet fra i går.\n\nVenlig hilsen Åse\n"
PLAIN = b"Referat A"


def told(path: Path) -> dict[str, str]:
    return {d.name: d.text.strip() if isinstance(d, Source) else d.problem for d in read_all(path)}


FORMS = [("a.eml", as_mail), ("a.msg", as_msg)]


@pytest.mark.parametrize(("name", "make"), FORMS)
@pytest.mark.parametrize(
    ("body", "attached", "found"),
    [
        (NOTE, (), {"": f"Referat\n\n{NOTE.strip()}"}),
        (MINUTES, (), {"": f"Referat\n\n{MINUTES.strip()}"}),
        (NOTE, (("maj.txt", PLAIN),), {"/maj.txt": "Referat A"}),
        (MINUTES, (("bilag.txt", PLAIN),), {"": f"Referat\n\n{MINUTES.strip()}", "/bilag.txt": "Referat A"}),
        (NOTE, (("møder.zip", as_zip("maj.txt", PLAIN)),), {"/møder.zip/maj.txt": "Referat A"}),
        (NOTE, (("a.txt", PLAIN), ("a.txt", b"Referat B")), {"/a.txt": "Referat A", "/a (2).txt": "Referat B"}),
        (NOTE, (("../../a.txt", PLAIN),), {"/a.txt": "Referat A"}),
        (
            NOTE,
            (("tal.xlsx", b"PK"),),
            {
                "": f"Referat\n\n{NOTE.strip()}",
                "/tal.xlsx": "{}/tal.xlsx: passed over, since files of its kind hold no minutes",
            },
        ),
        (NOTE, (("a.docx", b"PK\x03\x04"),), {"/a.docx": "{}/a.docx: the zip archive is damaged"}),
    ],
)
def test_what_comes_out_of_a_mail(tmp_path: Path, name: str, make, body: str, attached, found: dict[str, str]) -> None:
    path = tmp_path / name
    path.write_bytes(make(body, *attached))
    seen = told(path)
    assert list(seen) == [f"{name}{way}" for way in found]
    for way, text in found.items():
        assert seen[f"{name}{way}"].startswith(text.replace("{}", name)), way


@pytest.mark.parametrize(("name", "make"), FORMS)
def test_one_attachment_is_the_mail_s_document(tmp_path: Path, name: str, make) -> None:
    path = tmp_path / name
    path.write_bytes(make(NOTE, ("referat.docx", as_docx())))
    source = read(path)
    assert source.name == f"{name}/referat.docx"
    assert source.text.startswith("Referat af møde i Ældrerådet")


def test_a_mail_that_is_attached_is_read_as_one(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"] = "Referat: møde"
    inner.set_content(MINUTES)
    outer = EmailMessage()
    outer["Subject"] = "VS"
    outer.set_content(NOTE)
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    (tmp_path / "a.msg").write_bytes(ole.ole(ole.mail("VS", NOTE, ("", ole.mail("Referat: møde", MINUTES)))))
    assert list(told(tmp_path / "a.eml")) == ["a.eml/Referat: møde.eml"]
    assert list(told(tmp_path / "a.msg")) == ["a.msg/Referat: møde.msg"]


def test_mails_inside_mails_without_end(tmp_path: Path) -> None:
    tree, message = ole.mail("Inderst", MINUTES), as_mail(MINUTES)
    for _ in range(12):
        tree = ole.mail("VS", NOTE, ("", tree))
        message = as_mail(NOTE, ("vs.eml", message))
    (tmp_path / "a.msg").write_bytes(ole.ole(tree))
    (tmp_path / "a.eml").write_bytes(message)
    for name in ("a.msg", "a.eml"):
        found = list(read_all(tmp_path / name))
        assert [type(f) for f in found] == [Failure]
        assert "more than 3 deep" in found[0].problem


def test_text_in_html_and_a_logo(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Referat"
    message.set_content("<p>Til stede:&nbsp;Åse</p><p><img src='cid:logo'></p>", subtype="html")
    message.add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="logo.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    assert told(tmp_path / "a.eml") == {"a.eml": "Referat\n\nTil stede: Åse"}


@pytest.mark.parametrize(
    ("charset", "encoding", "said"),
    [
        ("iso-8859-1", "cp1252", ("iso-8859-1", False)),
        ("utf-8", "cp1252", ("windows-1252", True)),
        ("us-ascii", "cp865", ("cp850", True)),
        ("noget-andet", "utf-8", ("utf-8", False)),
    ],
)
def test_the_encoding_that_a_mail_declares(tmp_path: Path, charset: str, encoding: str, said: tuple[str, bool]) -> None:
    head = f'Subject: =?utf-8?q?M=C3=B8de?=\nContent-Type: text/plain; charset="{charset}"\n'
    (tmp_path / "a.eml").write_bytes(f"{head}Content-Transfer-Encoding: 8bit\n\n".encode() + MINUTES.encode(encoding))
    source = read(tmp_path / "a.eml")
    assert source.text == f"Møde\n\n{MINUTES}"
    assert (source.encoding, source.encoding_guessed) == said


def test_a_mail_of_an_old_outlook(tmp_path: Path) -> None:
    (tmp_path / "a.msg").write_bytes(ole.ole(ole.mail("Referat", MINUTES.encode("cp1252"))))
    source = read(tmp_path / "a.msg")
    assert (source.text, source.encoding, source.encoding_guessed) == (f"Referat\n\n{MINUTES}", "windows-1252", True)


def test_a_mail_of_outlook_in_html(tmp_path: Path) -> None:
    (tmp_path / "a.msg").write_bytes(ole.ole(ole.mail("Referat", "", html="<p>Møde på Ærø</p>".encode())))
    assert read(tmp_path / "a.msg").text == "Referat\n\nMøde på Ærø\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.eml", as_mail(""), "neither text nor attachments"),
        ("a.msg", ole.ole(ole.mail("Referat", "")), "neither text nor attachments"),
        ("a.msg", ole.ole(ole.mail("Referat", NOTE))[:700], "damaged"),
        ("a.msg", ole.ole({"EncryptedPackage": b"x"}), "encrypted"),
        ("a.doc", ole.ole({"Workbook": b"x"}), "no text"),
    ],
)
def test_what_gives_no_text(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadingError, match=said) as caught:
        read(tmp_path / name)
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        (MINUTES, True),
        ("Dagsorden\n1. Valg\n2. Økonomi\n3. Evt.\n", True),
        (NOTE, False),
        ("Hermed referatet. Deltagere: se bilag.\n", False),
        ("1. Husk kagen\n2. Husk nøglen\n3. Husk kaffen\n", False),
    ],
)
def test_what_reads_as_minutes(text: str, minutes: bool) -> None:
    assert is_minutes_like(text) == minutes
