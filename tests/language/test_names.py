"""Names and titles: what is one, and where a title ends and a name begins."""

import pytest

from analyser.language.names import (
    fits_initials,
    gender_of,
    initials_of,
    is_full_name,
    is_given_name,
    is_title,
    leaning_of,
    looks_like_name,
    name_fits,
    split_title,
    split_trailing_title,
)

NAMES = [
    "Agnete Brolund",
    "Else-Marie Vad",
    "H. C. Tange",
    "Ole von Tange",
    "C. F. Hornemand",
    "Karen Margrethe de la Tange",
    "Chr. Vestmark",
    "ULLA TANGE",
    "D'Angelo Vest",
    "Žofia Novák",
]
NO_NAMES = ["Fjordby Kommune", "Torsdag", "agnete brolund", "Agnete 4", "Provst Møller", "AB", "", "Nyt fra huset"]


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert looks_like_name(text, 2)


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_names(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Agnete Brolund", True),
        ("H. C. Tange", True),
        ("Chr. Tange", True),
        ("Agnete", False),
        ("Vesle Bakke", False),
        ("Torsdag", False),
    ],
)
def test_a_name_is_sure_with_a_known_first_name(text: str, sure: bool) -> None:
    assert is_full_name(text) is sure


@pytest.mark.parametrize(("name", "gender"), [("Tobjørg", "m"), ("Nasira", "f"), ("Kim", None), ("Ole", "m")])
def test_a_name_that_nobody_knows_leans_to_a_gender(name: str, gender: str | None) -> None:
    assert leaning_of(name) == gender


def test_given_names() -> None:
    assert is_given_name("Agnete")
    assert is_given_name("Else-Marie")
    assert not is_given_name("Vestmark")


TITLES_IN_FRONT = [
    ("Politiinspektør | Mogens Askebjerg"),
    ("skoleleder | Solveig Hjortkær"),
    ("TR | Ulla Tange"),
    ("Provst | Niels Møller"),
    ("Børn- og Ungedirektør | Solveig Hjortkær"),
    ("Direktør for Børn og Kultur | Anja Tange"),
    ("Konst. afdelingschef | Preben Lyngdal"),
    ("Formand, borgmester | Ib Tange"),
    ("1. viceborgmester | Ib Tange"),
]


@pytest.mark.parametrize("marked", TITLES_IN_FRONT)
def test_a_title_in_front(marked: str) -> None:
    title, name = marked.split(" | ")
    assert split_title(f"{title} {name}") == (title, name)
    assert is_title(title)


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Preben Lyngdal kommunaldirektør", "Preben Lyngdal", "kommunaldirektør"),
        ("Preben Lyngdal Kommunaldirektør", "Preben Lyngdal", "Kommunaldirektør"),
        ("Ulla Ravnholm Tange næstformand", "Ulla Ravnholm Tange", "næstformand"),
        ("Ulla Tange", "Ulla Tange", None),
        ("Knud Degn", "Knud Degn", None),  # a family name that was a title once
    ],
)
def test_a_title_behind(text: str, name: str, title: str | None) -> None:
    assert split_trailing_title(text) == (name, title)


TRADES = [  # titles in no list, made as such words are, in front of a name with a known first name
    ("Kystlivredder | Ulla Tange"),
    ("Farmakonom | Preben Lyngdal"),
    ("Aktivitetsmager | Karen Holm"),
]


@pytest.mark.parametrize("marked", TRADES)
def test_a_trade_that_no_list_knows(marked: str) -> None:
    title, name = marked.split(" | ")
    assert split_title(f"{title} {name}") == (title, name)


@pytest.mark.parametrize("text", ["Observatører Ulla Tange", "Medlemmer Ulla Tange", "Kristoffer Ulrik Tange"])
def test_labels_and_names_are_no_trades(text: str) -> None:
    assert split_title(text) == (None, text)


@pytest.mark.parametrize("text", ["Ulla Tange", "H. C. Tange", "Agnete"])
def test_no_title_in_front(text: str) -> None:
    assert split_title(text) == (None, text)


@pytest.mark.parametrize("text", ["Kasserer", "næstformand", "Chef for Børn og Unge", "1. suppleant", "TR"])
def test_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize("text", ["Brolund", "Agnete Brolund", "Fjordby", ""])
def test_no_titles(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("initials", "name", "fits"),
    [
        ("MK", "Mette Kirstine Juul", True),
        ("MJ", "Mette Kirstine Juul", True),
        ("MKJ", "Mette Kirstine Juul", True),
        ("MEJU", "Mette Kirstine Juul", True),
        ("KJ", "Mette Kirstine Juul", False),
        ("MX", "Mette Kirstine Juul", False),
        ("EMV", "Else-Marie Vad", True),
        ("", "Else-Marie Vad", False),
    ],
)
def test_initials(initials: str, name: str, fits: bool) -> None:
    assert fits_initials(initials, name) is fits


def test_initials_of_a_name() -> None:
    assert initials_of("Else-Marie Vad") == "EMV"


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Tine G", "Tine Grønlund", True),
        ("Tine", "Tine Grønlund", True),
        ("Grønlund", "Tine Grønlund", True),
        ("Tine H", "Tine Grønlund", False),
        ("G Tine", "Tine Grønlund", False),
        ("Tina", "Tine Grønlund", False),
    ],
)
def test_a_short_form_of_a_name(short: str, full: str, fits: bool) -> None:
    assert name_fits(short, full) is fits


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Ole Tange", "m"), ("Solveig Hjortkær", "f"), ("Nasrin Tange", "f"), ("H. C. Tange", None), ("Kim Tange", None)],
)
def test_gender_where_a_name_tells_it(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender
