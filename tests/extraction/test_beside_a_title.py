"""Whom a title, a part of a name or a name in the genitive means, by what stands beside it."""

import pytest

from analyser import analyse_text
from analyser.minutes import Minutes

HEAD = """Referat af møde i Kredsrådet
Torsdag den 14. marts 2024 kl. 16.00

Deltagere:
Borgmester Agnete Brolund, Hedelund Kommune
Borgmester Torkild Vestmark, Oddum Kommune
Direktør Solveig Hjortkær, Hedelund Kommune
Direktør Preben Lyngdal, Oddum Kommune
Næstformand Maria de la Cour
Klaus Nis, sekretær
Jens von Hagen

1. Orientering
"""


def _read(text: str) -> Minutes:
    return analyse_text(f"{HEAD}{text}\n\n2. Næste møde\nDatoen er ukendt.\n")


def _meant(record: Minutes) -> list[str]:
    names = {p.id: p.name for p in record.participants}
    inside = record.text.index("1. Orientering")
    return [f"{m.text}: {names.get(m.participant or '', '-')}" for m in record.mentions if m.span[0] > inside]


TITLES = [
    ("Hedelund: Borgmesteren orienterede om taget.", "Agnete Brolund"),
    ("Oddum: Borgmesteren orienterede om taget.", "Torkild Vestmark"),
    ("Oddum Kommune: Borgmesteren orienterede om taget.", "Torkild Vestmark"),
    ("Hedelund Kommune v/ borgmesteren: Taget er tæt.", "Agnete Brolund"),
    ("Oddum v/ direktøren: Taget er tæt.", "Preben Lyngdal"),
    ("Oddum:\nBorgmesteren orienterede om taget.", "Torkild Vestmark"),
    ("Borgmesteren (Oddum) orienterede om taget.", "Torkild Vestmark"),
    ("Borgmesteren, Oddum, orienterede om taget.", "Torkild Vestmark"),
    ("Borgmesteren orienterede om taget i Oddum.", None),
    ("Fjordby: Borgmesteren orienterede om taget.", None),
    ("Viceformanden orienterede om taget.", "Maria de la Cour"),
    ("Vores næstformand orienterede om taget.", "Maria de la Cour"),
    ("De la Cour orienterede om taget.", "Maria de la Cour"),
    ("Von Hagen orienterede om taget.", "Jens von Hagen"),
]


@pytest.mark.parametrize(("text", "speaker"), TITLES)
def test_who_speaks(text: str, speaker: str | None) -> None:
    assert [s.speaker.name for s in _read(text).statements] == [speaker]


def test_two_offices_in_one_label_are_two() -> None:
    said = _read("Næstformanden/sekretæren: Taget er tæt.").statements
    assert [s.speaker.name for s in said] == ["Maria de la Cour", "Klaus Nis"]


NAMES = [
    ("Solveigs forslag blev vedtaget.", ["Solveigs: Solveig Hjortkær"]),
    ("Klaus's forslag blev vedtaget.", ["Klaus's: Klaus Nis"]),
    ("Jens’s forslag blev vedtaget.", ["Jens’s: Jens von Hagen"]),
    ("Klaus’ forslag blev vedtaget.", ["Klaus: Klaus Nis"]),
    ("Opgaven gik til Klaus N. Udsættes til næste møde.", ["Klaus N.: Klaus Nis"]),
    ("Opgaven gik til Klaus N. Salen males.", ["Klaus N.: Klaus Nis"]),
    ("Opgaven gik til Klaus N. Holm.", ["Klaus N. Holm: -"]),
    ("Opgaven gik til Jan P. Udsættes.", ["Jan P.: -"]),
]


@pytest.mark.parametrize(("text", "mentions"), NAMES)
def test_where_a_name_ends(text: str, mentions: list[str]) -> None:
    assert _meant(_read(text)) == mentions
