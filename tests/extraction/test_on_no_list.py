"""Who speaks and is on no list of participants, and what is told of him."""

import pytest

from analyser import analyse_text
from tests.extraction.documents import minutes


def test_who_speaks_and_is_on_no_list_is_added_and_marked() -> None:
    record = minutes("Karla Vestmark oplyste, at taget er tæt.")
    (statement,) = record.statements
    person = next(p for p in record.participants if p.id == statement.speaker.participant)
    assert (person.name, person.note) == ("Karla Vestmark", "on no list of participants")


NEWCOMERS = [
    ("Lærer Ravnkær mødte og redegjorde for skolen.", "Ravnkær"),
    ("Ravnkær redegjorde for skolen.", None),
    ("Fru Ravnkær klagede over støj.", None),
    ("Karla Ravnkær ønskede ikke genvalg.", None),
    ("Formanden læste et brev fra lodsejeren Karla Ravnkær op. Ravnkær klager over støj.", None),
]


@pytest.mark.parametrize(("text", "name"), NEWCOMERS)
def test_who_becomes_a_participant_by_speaking(text: str, name: str | None) -> None:
    added = [p.name for p in minutes(text).participants if p.note == "on no list of participants"]
    assert added == ([name] if name else [])


def test_who_is_added_has_the_title_that_he_is_called_by_elsewhere() -> None:
    record = minutes("Kasserer Karla Vestmark havde regnet på det. Karla Vestmark foreslog et lån.")
    assert [p.role for p in record.participants if p.note == "on no list of participants"] == ["kasserer"]


UNLISTED = [
    ("Til stede: Alle undtagen Ulla", "Sofie viste billeder. Anne-Sofie takkede.", ["Sofie", "Anne-Sofie"]),
    ("Til stede: Alle undtagen Ulla", "Jacob spurgte til taget. Jakob takkede.", ["Jacob"]),
    ("Til stede: Alle undtagen Ulla", "Ib læste et brev fra Karla op. Karla skriver, at taget er tæt.", ["Ib"]),
    ("Til stede: Alle undtagen Ulla", "Vi har fået brev fra Karla. Hun skriver, at taget er tæt.", []),
    ("Til stede: Bo Ek og Lis Holm", "Sofie viste billeder.", []),
]


@pytest.mark.parametrize(("roster", "text", "names"), UNLISTED)
def test_where_nobody_is_listed_who_speaks_was_there(roster: str, text: str, names: list[str]) -> None:
    record = analyse_text(f"Personalemøde den 3. marts 2020\n\n{roster}\nOrdstyrer: Trine\n\n1. Nyt\n{text}\n")
    assert [p.name for p in record.participants if p.note == "on no list of participants"] == names


def test_who_puts_up_a_dirigent_above_the_first_item_speaks_as_well() -> None:
    record = analyse_text(
        "Ordinær generalforsamling den 27. marts 1974\n\nFormanden, gårdejer Torkild Vestmark, bød velkommen og "
        "foreslog lærer Agnete Brolund til dirigent. Hun blev valgt.\n\n1. Beretning\nSmedemester Ras. Holt takkede.\n"
    )
    names = {p.id: p.name for p in record.participants}
    assert [(names[s.speaker.participant or ""], s.verb) for s in record.statements] == [
        ("Torkild Vestmark", "byde velkommen"),
        ("Torkild Vestmark", "foreslå"),
        ("Ras. Holt", "takke"),
    ]
