"""One document saved in every format gives the same facts, spans aside."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyser import analyse
from analyser.minutes import Actor, Minutes
from tests.reading import one_document as one

FORMATS: dict[str, Callable[[], bytes]] = {
    "utf-8.txt": lambda: one.as_text().encode(),
    "utf-16.txt": lambda: one.as_text().encode("utf-16"),
    "cp1252.txt": lambda: one.as_text().encode("cp1252"),
    "cp865.txt": lambda: one.as_text().encode("cp865"),
    "cp850.txt": lambda: one.as_text().replace("\n", "\r\n").encode("cp850"),
    "mac.txt": lambda: one.as_text().replace("\n", "\r").encode("mac_roman"),
    "mojibake.txt": lambda: one.as_text().encode().decode("cp1252", errors="replace").encode(),
    "word.docx": one.as_docx,
    "open.odt": one.as_odt,
    "rich.rtf": one.as_rtf,
    "page.html": one.as_html,
    "page.pdf": one.as_pdf,
    "text.eml": lambda: one.as_mail(one.as_text(), subject=""),
    "word.eml": lambda: one.as_mail("Hermed referatet.", ("referat.docx", one.as_docx())),
    "word.msg": lambda: one.as_msg("Hermed referatet.", ("referat.docx", one.as_docx())),
    "text.zip": lambda: one.as_zip("referat.txt", one.as_text().encode("cp865")),
    "word.zip": lambda: one.as_zip("1998/referat.docx", one.as_docx()),
}


def facts(minutes: Minutes) -> dict[str, list[Any]]:
    """Give each fact by what it says."""
    number = {i.id: i.number for i in minutes.items}

    def actor(who: Actor | None) -> tuple[Any, ...] | None:
        return who and (who.kind, who.name, who.role, who.organisation)

    return {
        "meeting": [(m, v) for m, v in minutes.meeting if m != "title"],
        "participants": [(p.name, p.role, p.organisation, p.attendance, p.functions) for p in minutes.participants],
        "items": [(i.number, i.title) for i in minutes.items],
        "statements": [
            (number[s.item or ""], actor(s.speaker), s.verb, s.act, s.topic and s.topic.text)
            for s in minutes.statements
        ],
        "decisions": [(number[d.item or ""], d.kind, actor(d.by), flat(d.text)) for d in minutes.decisions],
        "actions": [
            (number[a.item or ""], actor(a.responsible), flat(a.text), a.due and (a.due.text, a.due.to))
            for a in minutes.actions
        ],
    }


def flat(text: str) -> str:
    """Give text on one line, since a page breaks its lines where a paragraph of Word does not."""
    return " ".join(text.split())


def test_the_facts_are_those_of_the_document(tmp_path: Path) -> None:
    found = facts(analysed(tmp_path, "utf-8.txt"))
    assert found["participants"] == [
        ("Åse Brolund", "Borgmester", "Ærøborg Kommune", "present", ()),
        ("Søren Blåbjerg", "Kommunaldirektør", "Ærøborg Kommune", "present", ("minute_taker",)),
        ("Birthe Vangsgård", "Formand", None, "present", ("chair",)),
        ("Jens Kær Ørum", "Kasserer", None, "present", ()),
        ("Lis Møllegård", "Sekretær", None, "absent", ()),
    ]
    assert found["items"] == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Orientering fra kommunen"),
        ("3", "Økonomi"),
        ("4", "Eventuelt"),
    ]
    assert [(n, who[1], verb) for n, who, verb, _, _ in found["statements"]] == [
        ("2", "Åse Brolund", "orientere"),
        ("2", "Ældrerådet", "takke"),
        ("2", "Søren Blåbjerg", "oplyse"),
        ("3", "Jens Kær Ørum", "gennemgå"),
    ]
    assert [(n, kind) for n, kind, _, _ in found["decisions"]] == [("1", "adopted"), ("3", "adopted")]
    assert [(n, who[1], due) for n, who, _, due in found["actions"]] == [
        ("3", "Birthe Vangsgård", ("inden den 1. oktober 2023", "2023-10-01"))
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_facts(tmp_path: Path, name: str) -> None:
    assert facts(analysed(tmp_path, name)) == facts(analysed(tmp_path, "utf-8.txt"))


def analysed(folder: Path, name: str) -> Minutes:
    path = folder / name
    path.write_bytes(FORMATS[name]())
    return analyse(path, model="blank:da")
