"""What of a mail, a web page or a printed page stands around the minutes."""

import pytest

from analyser.reading import source_of
from analyser.structure import build_outline
from tests.structure.documents import HEAD, ITEMS, ROSTER

# what stands above the head
ABOVE = [
    "Kære alle\n\nHer kommer referatet fra i går. Sig til, hvis I har rettelser.",
    "Hej bestyrelse,\nHermed referat fra mødet.\n\nVenlig hilsen\nIda",
    "Fra: Ida Holm\nEmne: Referat\n\nKære alle\n\nTak for i går! Her er et hurtigt referat.",
]


@pytest.mark.parametrize("above", ABOVE)
def test_a_letter_is_no_text_of_the_minutes(above: str) -> None:
    read = build_outline(source_of(f"{above}\n\n{HEAD}\n\n{ROSTER}\n\n{ITEMS}"))
    assert [read.source.text[p.start : p.end] for p in read.paragraphs if p.item == "i0"] == []


# what stands below the last item, and what of it is text of that item
BELOW = [
    ("Læs også\nReferat af mødet i maj\nReferat af mødet i juni\n\nKontakt\nForeningen Havnen\nKajen 4", []),
    ("Kontakt\nNordlund Kommune\nTlf. 11 22 33 44", []),
    ("Download bilag", []),
    ("Kontakt\nIda skriver til kommunen.", ["Kontakt", "Ida skriver til kommunen."]),
    (
        "Læs mere\nIda kontakter kommunen\nNæste møde 4. maj",
        ["Ida kontakter kommunen", "Næste møde 4. maj"],
    ),
    ("Kontakt\nIda Holm, formand\nOle Bech og Lis Bo\nwww.havnen.example", []),
]


@pytest.mark.parametrize(("below", "texts"), BELOW)
def test_links_and_addresses_are_no_text_of_the_last_item(below: str, texts: list[str]) -> None:
    read = build_outline(source_of(f"{HEAD}\n\n{ROSTER}\n\n{ITEMS}\n{below}\n"))
    last = [read.source.text[p.start : p.end] for p in read.paragraphs if p.item == read.items[-1].id]
    assert last == ["Intet at bemærke.", *texts]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (
            "Økonomi\n\nLis gennemgik regnskabet.\n\nKontakt\n\nOle kontakter kommunen\nLis ser på taget",
            ["Økonomi", "Kontakt"],
        ),
        (
            "1. Kassen\nLis gennemgik regnskabet.\n2. Naboer\nKontakt\n3. Eventuelt\nIntet",
            ["Kassen", "Naboer", "Eventuelt"],
        ),
    ],
)
def test_an_item_named_as_links_and_addresses_are(body: str, titles: list[str]) -> None:
    assert [i.title for i in build_outline(source_of(f"{HEAD}\n\n{ROSTER}\n\n{body}\n")).items] == titles


def test_the_page_at_the_margin() -> None:
    page = "Skovby Kommune          Kulturudvalget, den 14. marts 2024          Side {}"
    text = f"{HEAD}\n\n{ROSTER}\n\n{page.format(2)}\n\n{ITEMS}\n{page.format(3)}\n"
    read = build_outline(source_of(text))
    assert [i.number for i in read.items] == ["1", "2"]
    assert all("Side" not in text[p.start : p.end] for p in read.paragraphs)
