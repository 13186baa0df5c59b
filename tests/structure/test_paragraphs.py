"""Page furniture, paragraphs that read on over a break, and the parts of an item."""

import pytest

from analyser.structure.lines import find_furniture, split_lines
from tests.structure.documents import outline


@pytest.mark.parametrize(
    "line",
    [
        "Side 2 af 5",
        "side 4",
        "s. 4",
        "- 3 -",
        "– 3 –",
        "3/5",
        "Blad nr. 2",
        "Til toppen",
        "Referat af møde   Side 2 af 5",
    ],
)
def test_page_furniture(line: str) -> None:
    lines = split_lines(f"Taget er tæt.\n{line}\nDøren binder.")
    assert find_furniture(lines) == {1}


@pytest.mark.parametrize("line", ["Side 2 er god", "- tre -", "Der var 3/5 tilbage", "3", "Eventuelt", ""])
def test_no_page_furniture(line: str) -> None:
    assert find_furniture(split_lines(f"Taget er tæt.\n{line}\nDøren binder.")) == frozenset()


def test_a_header_that_stands_again_beside_page_numbers() -> None:
    header = "Referat – Kulturudvalget"
    text = f"{header}\nTaget er tæt.\nSide 1 af 3\n{header}\nDøren binder.\nSide 2 af 3\n{header}\nVi slutter."
    lines = split_lines(text)
    assert sorted(find_furniture(lines)) == [2, 3, 5, 6]  # the first is the title


def test_a_title_that_begins_as_a_part_of_an_item_does_stands_again_on_each_page() -> None:
    title = "Referat fra bestyrelsesmøde i Solbo"
    text = f"{title}\nTaget er tæt.\nSide 1 af 3\n{title}\nDøren binder.\nSide 2 af 3\n{title}\nVi slutter."
    assert sorted(find_furniture(split_lines(text))) == [2, 3, 5, 6]


@pytest.mark.parametrize("title", ["Eventuelt", "c) Eventuelt", "III. Eventuelt", "Budget og regnskab"])
def test_a_title_that_stands_twice_near_page_numbers_is_no_header(title: str) -> None:
    lines = split_lines(f"Dagsorden\n{title}\nTaget\nSide 1 af 2\nTaget\nDøren binder.\nSide 2 af 2\n{title}\nIntet.")
    assert sorted(find_furniture(lines)) == [3, 6]


def test_lines() -> None:
    text = "Et her\n  To \f\tTre\u2028Fire.4.Femte punkt\n"
    lines = split_lines(text)
    assert [n.text for n in lines] == ["Et her", "To", "Tre", "Fire.", "4.Femte punkt", ""]
    assert [text[n.start : n.end] for n in lines] == [n.text for n in lines]


# lines below a heading, and the paragraphs that they make
PARAGRAPHS = [
    ("a. Formanden: Taget er tæt.\nb. Lis: Døren binder.", ["a. Formanden: Taget er tæt.", "b. Lis: Døren binder."]),
    ("a.Formand: Lis Bo\nb.Kasserer: Ib Ravn", ["a.Formand: Lis Bo", "b.Kasserer: Ib Ravn"]),
    ("Taget er tæt.\nDøren binder.", ["Taget er tæt.", "Døren binder."]),
    ("Taget er tæt, og\ndøren binder.", ["Taget er tæt, og døren binder."]),
    (
        "Vi har i år oplevet, at mange af husene er udsat for storm,\n\nSide 2 af 5\n\nog derfor kommer der nyt tag.",
        ["Vi har i år oplevet, at mange af husene er udsat for storm, og derfor kommer der nyt tag."],
    ),
    (
        "Bestyrelsen drøftede et nyt tag. Agnete Karla Brolund\nVestmark svarede, at det\nkommer.",
        ["Bestyrelsen drøftede et nyt tag. Agnete Karla Brolund Vestmark svarede, at det kommer."],
    ),
    (
        "Taget er tæt, og der kommer en ny dør, som er malet, og\nAgnete Brolund henter den.",
        ["Taget er tæt, og der kommer en ny dør, som er malet, og Agnete Brolund henter den."],
    ),
    (
        "Vi har i år set på taget ude ved det gamle hus, der hedder\nMøllebo, som er tæt nu.\n\n"
        "FJORDBY AMTSKOMMUNE                                                Side 2 af 3\n\nDøren binder.",
        ["Vi har i år set på taget ude ved det gamle hus, der hedder Møllebo, som er tæt nu.", "Døren binder."],
    ),
    (
        "Det aftaltes, at der nedsættes en arbejdsgruppe bestående af\nA. Brolund og T. Vestmark.",
        ["Det aftaltes, at der nedsættes en arbejdsgruppe bestående af A. Brolund og T. Vestmark."],
    ),
    (
        "Vestmark foreslog, at der er rygeforbud mellem kl. 11 og\n13. Forslaget fandt ikke tilslutning.",
        ["Vestmark foreslog, at der er rygeforbud mellem kl. 11 og 13. Forslaget fandt ikke tilslutning."],
    ),
    ("Der holdes møde om nabo-\nhjælp til alle.", ["Der holdes møde om nabohjælp til alle."]),
    ("- Stole\n- Borde\n- Duge", ["- Stole", "- Borde", "- Duge"]),
    (
        "Agnete Brolund: Taget er tæt, og det er godt.\nTorkild Vestmark: Døren binder.",
        ["Agnete Brolund: Taget er tæt, og det er godt.", "Torkild Vestmark: Døren binder."],
    ),
]


@pytest.mark.parametrize(("body", "paragraphs"), PARAGRAPHS)
def test_paragraphs(body: str, paragraphs: list[str]) -> None:
    found = outline(items=f"1. Taget\n{body}\n\n2. Eventuelt\nIntet.\n")
    inside = [found.prose[p.start : p.end] for p in found.paragraphs if p.item == "i1"]
    assert [" ".join(p.split()) for p in inside] == paragraphs
    assert len(found.prose) == len(found.source.text)


def test_parts_of_an_item() -> None:
    body = (
        "1. Huset\nSagsfremstilling\nKommunen har købt et hus.\n\nIndstilling\nDet indstilles, at huset sælges.\n\n"
        "Beslutning: Godkendt.\n\nDer blev serveret kaffe.\n\nAnsvarlig: Agnete Brolund\n\n2. Eventuelt\nIntet.\n"
    )
    found = outline(items=body)
    assert [(p.part, found.source.text[p.start : p.end]) for p in found.paragraphs] == [
        ("background", "Kommunen har købt et hus."),
        ("proposal", "Det indstilles, at huset sælges."),
        ("decision", "Godkendt."),
        (None, "Der blev serveret kaffe."),
        ("action", "Ansvarlig: Agnete Brolund"),
        (None, "Intet."),
    ]
