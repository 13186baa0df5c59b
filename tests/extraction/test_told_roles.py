"""What the minutes tell of people's offices where the roster gives names alone, and of those whom no roster names."""

import pytest

from analyser import analyse_text
from tests.structure.documents import AB, TV, UT, described

HEAD = "Referat af bestyrelsesmøde i Bakkeby Borgerforening den 3. marts 2020\n\n"
REGION = "Referat af møde i regionsrådet den 3. marts 2020\n\n"
TOLD = [
    ("Formand Agnete Brolund bød velkommen. Kasserer Torkild Vestmark fremlagde regnskabet.",
     [f"{AB}; formand; chair", f"{TV}; kasserer", UT]),
    ("Formanden, Agnete Brolund, bød velkommen. Formand Ulla Tange svarede.", [AB, TV, UT]),  # of another body, maybe
    ("Formand Agnete Brolund bød velkommen. Ulla Tange blev valgt som dirigent.",
     [f"{AB}; formand", TV, f"{UT}; chair"]),
    ("Ulla Tange blev valgt som kasserer. Kassereren takkede.", [AB, TV, UT]),  # from now on
    ("Bestyrelsen har konstitueret sig således\nUlla Tange, formand\nTorkild Vestmark, kasserer", [AB, TV, UT]),
    ("Bestyrelsen har konstitueret sig således:\nUlla Tange, formand\nTorkild Vestmark, kasserer", [AB, TV, UT]),
    ("Ny bestyrelse\nUlla Tange, formand\n\nAgnete Brolund, kasserer", [AB, TV, UT]),
    ("Foreningens revisor, Kaj Eg, gennemgik regnskabet.", [AB, TV, UT, "Kaj Eg; revisor"]),
    ("Sportsudvalgets formand, Kaj Eg, gennemgik regnskabet.", [AB, TV, UT, "Kaj Eg; Sportsudvalgets formand"]),
    ("Tidligere formand Ulla Tange takkede for gaven.", [AB, TV, UT]),
    ("Kommende formand Ulla Tange præsenterede sig.", [AB, TV, UT]),
    ("Agnete fortalte, at formand Ulla Tange i Vestby Klub er gået af.", [AB, TV, UT]),
    ("Formand Ulla Tange fra naboforeningen fortalte om hegnet.", [AB, TV, UT]),
    ("Formand Ulla Tange fra Bakkeby Borgerforening bød velkommen.", [AB, TV, f"{UT}; formand; chair"]),
    ("Formand Ulla Tange fra bestyrelsen bød velkommen.", [AB, TV, f"{UT}; formand; chair"]),
    ("Formand Kaj Eg fra Solby IF orienterede om hallen.", [AB, TV, UT, "Kaj Eg"]),
    ("Formand Kaj Eg, Solby IF, orienterede om hallen.", [AB, TV, UT, "Kaj Eg"]),
    ("Tidligere formand Kaj Eg takkede for gaven.", [AB, TV, UT, "Kaj Eg"]),
    ("Konsulent Kaj Eg fra Solby IF orienterede om hallen.", [AB, TV, UT, "Kaj Eg; Konsulent"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected"), TOLD)
def test_offices_that_the_minutes_tell(sentences: str, expected: list[str]) -> None:
    record = analyse_text(f"{HEAD}Til stede: {AB}, {TV}, {UT}\n\n1. Nyt\n{sentences}\n\n2. Eventuelt\nIntet.\n")
    assert [described(p) for p in record.participants] == expected


def test_who_leads_by_law_and_the_party_of_one_on_no_roster() -> None:
    record = analyse_text(
        f"{REGION}1. Nyt\nRegionsrådsformand Kaj Eg orienterede om akutplanen. Lis Bo (SF) spurgte til prisen.\n"
    )
    assert [described(p) for p in record.participants] == ["Kaj Eg; Regionsrådsformand; chair", "Lis Bo; @SF"]


def test_a_guest_has_no_office_of_the_house_and_another_mayor_chairs_nothing() -> None:
    told = "1. Nyt\nFormand Kaj Eg orienterede om hallen.\n\n2. Eventuelt\nIntet.\n"
    record = analyse_text(f"{HEAD}Til stede: {AB}, {TV}\nGæst: Kaj Eg\n\n{told}")
    assert [described(p) for p in record.participants] == [AB, TV, "Kaj Eg; guest"]
    told = "1. Nyt\nBorgmester Kaj Eg fra Vestby Kommune spurgte om broen.\n"
    record = analyse_text(f"Referat af byrådsmøde den 3. marts 2020\n\n{told}")
    assert [described(p) for p in record.participants] == ["Kaj Eg"]


LETTERS = [
    ("Susanne Fog (SF), Karl Friis (KF), Bo Ek (BE)", [None, None, None]),
    ("Susanne Fog (SF), Karl Friis (KF)", [None, None]),
    ("Susanne Fog (SF), Karl Friis, Bo Ek", [None, None, None]),
    ("Susanne Fog (SF), Karl Friis (V), Bo Ek (A)", ["SF", "V", "A"]),
]


@pytest.mark.parametrize(("roster", "parties"), LETTERS)
def test_the_letters_of_a_name_are_initials_before_they_are_a_party(roster: str, parties: list[str | None]) -> None:
    record = analyse_text(f"{HEAD}Til stede: {roster}\n\n1. Nyt\nIntet.\n")
    assert [p.organisation for p in record.participants] == parties


BY_LAW = [
    ("byrådet", f"Til stede: Borgmester {AB}, {TV}", [AB]),
    ("byrådet", f"Til stede: {TV}\nGæst: Borgmester {AB}", []),
    ("byrådet", f"Til stede: {TV}\nAfbud: Borgmester {AB}", []),
    ("Ældrerådet", f"Til stede: Borgmester {AB}, {TV}", []),
]


@pytest.mark.parametrize(("body", "roster", "chair"), BY_LAW)
def test_who_visits_and_who_is_away_chair_nothing_by_law(body: str, roster: str, chair: list[str]) -> None:
    record = analyse_text(f"Referat af møde i {body} den 3. marts 2020\n\n{roster}\n\n1. Nyt\nIntet.\n")
    assert [p.name for p in record.participants if "chair" in p.functions] == chair


FORMER = [
    ("Tidligere formand Ulla Tange takkede for gaven.", [UT, None]),
    ("Kommende formand Ulla Tange præsenterede sig.", [UT, None]),
    ("Formand Ulla Tange præsenterede sig.", [UT, UT]),
]


@pytest.mark.parametrize(("sentence", "speakers"), FORMER)
def test_the_formand_is_not_who_was_or_will_be(sentence: str, speakers: list[str | None]) -> None:
    items = f"1. Nyt\n{sentence} Formanden svarede på spørgsmål.\n\n2. Eventuelt\nIntet.\n"
    record = analyse_text(f"{HEAD}Til stede: {AB}, {TV}, {UT}\n\n{items}")
    names = {p.id: p.name for p in record.participants}
    assert [names.get(s.speaker.participant or "") for s in record.statements] == speakers
