"""Titles and sentences behind a number that the margin cut."""

import pytest

from tests.structure.documents import outline

# the lines of an item as typed, its title, and its text as paragraphs
CUT = [
    (
        "1. Formanden bød velkommen og orienterede om mødet med\n   kommunen om den nye vej, der skal anlægges i 1995.",
        None,
        ["Formanden bød velkommen og orienterede om mødet med kommunen om den nye vej, der skal anlægges i 1995."],
    ),
    (
        "1. Ansøgning fra have 17 om tilladelse til opsætning af et\n   drivhus på 14 kvm.\n   Bevilget.",
        "Ansøgning fra have 17 om tilladelse til opsætning af et drivhus på 14 kvm",
        ["Bevilget."],
    ),
    (
        "1. Skrivelse fra Kolonihaveforbundet angående forsikring af\nHuse og redskabsskure\nTaget til efterretning.",
        "Skrivelse fra Kolonihaveforbundet angående forsikring af Huse og redskabsskure",
        ["Taget til efterretning."],
    ),
    (
        "1. Agnete Brolund gennemgik regnskabet, som viste et over-\n   skud på 4.300 kr. Vandudgiften er stigende.",
        None,
        ["Agnete Brolund gennemgik regnskabet, som viste et overskud på 4.300 kr. Vandudgiften er stigende."],
    ),
    (
        "1. Ansøgning fra Arbejdsmand Jensen om Skattenedsættelse. Nedsættelse med 12 Kr.\nbevilgedes.",
        "Ansøgning fra Arbejdsmand Jensen om Skattenedsættelse",
        ["Nedsættelse med 12 Kr. bevilgedes."],
    ),
    (
        "1. Økonomi: Agnete Brolund omdelte et foreløbigt regnskab. Overskud\n11.500 kr. i alt.",
        "Økonomi",
        ["Agnete Brolund omdelte et foreløbigt regnskab. Overskud 11.500 kr. i alt."],
    ),
    (
        "1. Høring: Ny retningslinje for bænke og ophold i hele midtbyen\nAgnete Brolund orienterede.",
        "Høring: Ny retningslinje for bænke og ophold i hele midtbyen",
        ["Agnete Brolund orienterede."],
    ),
    # a line that is far from the margin was ended by hand
    (
        "1. Nyt fra formanden\ndet går godt, men der mangler stole.",
        "Nyt fra formanden",
        ["det går godt, men der mangler stole."],
    ),
]


@pytest.mark.parametrize(("lines", "title", "texts"), CUT)
def test_an_item_over_several_lines(lines: str, title: str | None, texts: list[str]) -> None:
    filler = "Torkild Vestmark undersøger, hvad der kan lade sig gøre, og"
    read = outline(items=f"{lines}\n\n2. Andet\n{filler}\nvender tilbage.\n\n3. Eventuelt\nIntet.\n")
    assert read.items[0].title == title
    found = [read.prose[p.start : p.end] for p in read.paragraphs if p.item == read.items[0].id]
    assert [" ".join(text.split()) for text in found] == texts
