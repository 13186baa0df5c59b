"""A book of minutes parted into its meetings, and minutes that stay whole."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from analyser.evaluation import read_document
from analyser.reading import source_of
from analyser.structure import build_outline, part_meetings

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"

OLD = """Forhandlingsprotokol for Ærø Sogneraad

Aar 1948, Torsdag den 15. April Kl. 14 afholdtes Møde i Sogneraadet paa Kommunekontoret.
Til Stede var Formanden, Gdr. Laurids Ærbjerg, samt Lærer Chr. Ågård og Smed Bo Ås.

1. Protokollen oplæstes og godkendtes.
2. Ansøgning fra Lærer Ågård om Brændsel.
Bevilgedes.

Aar 1948, Torsdag den 13. Maj Kl. 14 afholdtes Møde i Sogneraadet paa Kommunekontoret.
Til Stede var Formanden, Gdr. Laurids Ærbjerg, og Smed Bo Ås.

1. Protokollen oplæstes og godkendtes.
2. Vejen til Ærøby.
Udsattes.
"""

NEW = """Ærø Vandværk

Bestyrelsesmøde den 4. maj 1998

Til stede: Bo Ås, Ida Øst, Jan Ærbjerg

1. Godkendelse af referat fra bestyrelsesmødet den 2. marts 1998
Godkendt.

2. Ny pumpe
Bo Ås indhenter tilbud.

3. Næste møde
Bestyrelsesmøde den 8. juni 1998 hos Ida Øst.

Ærø Vandværk

Bestyrelsesmøde den 8. juni 1998

Til stede: Bo Ås, Ida Øst
Afbud: Jan Ærbjerg

1. Godkendelse af referat
Godkendt.

2. Ny pumpe
Tilbuddet blev vedtaget.

Ærø Vandværk

Ekstraordinær generalforsamling den 1. juli 1998

Til stede: Bo Ås, Ida Øst og 12 medlemmer

1. Valg af dirigent
Ida Øst blev valgt.
"""

UNNUMBERED = """Referat af møde i Ærø Økoråd den 4. maj 2012

Deltagere: Bo Ås, Ida Øst

Stien
Stien males blå.

Referat af møde i Ærø Økoråd den 8. juni 2012

Deltagere: Bo Ås, Jan Ærbjerg

Broen
Broen bliver stående.
"""


@pytest.mark.parametrize(
    ("book", "days", "people"),
    [
        (OLD, ["1948-04-15", "1948-05-13"], [3, 2]),
        (NEW, ["1998-05-04", "1998-06-08", "1998-07-01"], [3, 3, 2]),
        (UNNUMBERED, ["2012-05-04", "2012-06-08"], [2, 2]),
    ],
)
def test_a_book_of_minutes_is_parted_into_its_meetings(book: str, days: list[str], people: list[int]) -> None:
    parts = part_meetings(source_of(book, "bog.txt"))
    outlines = [build_outline(part) for part in parts]
    assert [o.meeting.date for o in outlines] == days
    assert [len(o.participants) for o in outlines] == people
    assert [p.name for p in parts] == [f"bog.txt#{n}" for n in range(1, len(days) + 1)]


@pytest.mark.parametrize("book", [OLD, NEW, UNNUMBERED])
def test_each_part_is_its_piece_of_the_file(book: str) -> None:
    parts = part_meetings(source_of(book, "bog.txt"))
    places = [p.part for p in parts if p.part is not None]
    assert [p.text for p in parts] == [book[start:end] for start, end in places]
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert "".join("".join(p.text.split()) for p in parts) == "".join(book.split())  # nothing is lost
    assert len({p.sha256 for p in parts}) == len(parts)


def test_what_is_above_each_heading_goes_with_its_meeting() -> None:
    assert all(part.text.startswith("Ærø Vandværk\n") for part in part_meetings(source_of(NEW)))


def test_the_pages_of_a_part_are_those_of_the_file() -> None:
    june, july = NEW.index("Ærø Vandværk\n\nBestyrelsesmøde den 8."), NEW.index("Ærø Vandværk\n\nEkstra")
    source = replace(source_of(NEW, "bog.pdf"), pages=(0, 150, june + 90, july), unreadable_pages=(2,))
    parts = part_meetings(source)
    assert [(p.first_page, p.pages) for p in parts] == [(1, (0, 150)), (2, (0, 90)), (4, (0,))]
    assert [p.unreadable_pages for p in parts] == [(2,), (2,), ()]


WHOLE = [
    NEW[: NEW.index("Ærø Vandværk\n\nBestyrelsesmøde den 8.")],
    # the head of the page, and the next meeting, are no new meetings
    NEW[:120] + "\nBestyrelsesmøde den 4. maj 1998\n\nTil stede: Bo Ås, Ida Øst\n\n1. Valg\nIda blev valgt.\n",
    # a heading with nobody under it
    NEW[:200] + "\nBestyrelsesmøde den 8. juni 1998\n\nMødet er aflyst.\n",
    # people, but the numbers go on
    NEW[:200] + "\nBestyrelsesmøde den 8. juni 1998\n\nTil stede: Bo Ås, Ida Øst\n\n7. Valg\nIda.\n\n8. Evt.\nIntet.\n",
    "",
    "Hermed intet.\n",
]


@pytest.mark.parametrize("text", WHOLE)
def test_the_minutes_of_one_meeting_stay_whole(text: str) -> None:
    source = source_of(text, "a.txt")
    assert part_meetings(source) == (source,)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.gold")), ids=lambda path: path.stem)
def test_gold_stays_whole(path: Path) -> None:
    source = source_of(read_document(path, path.stem).text, path.stem)
    assert part_meetings(source) == (source,)
