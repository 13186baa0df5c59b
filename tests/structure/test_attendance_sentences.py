"""Sentences that tell who came, left, stood in, led and wrote: `Næstformanden forlod mødet kl. 20.15.`"""

import pytest

from tests.structure.documents import AB, TV, UT, described, outline, people

MOVES = {
    "all but one": (
        "Tilstede var alle rådets medlemmer undtagen Ulla Tange, der havde meldt afbud.",
        [f"{UT}; absent"],
    ),
    "afbud and a substitute": (
        "Agnete Brolund havde meldt afbud; i hendes sted mødte Ulla Tange.",
        [f"{AB}; absent", f"{UT}; substitute"],
    ),
    "i stedet for": (
        "Til stede: Torkild Vestmark.\nAgnete Brolund havde meldt afbud, og Ulla Tange deltog i stedet for Agnete.",
        [TV, f"{AB}; absent", f"{UT}; substitute"],
    ),
    "two in one sentence": (
        "Til mødet kom Agnete, Preben og Solveig. Ulla var forhindret og Torkild kom først kl. 20.",
        ["Agnete", "Preben", "Solveig", "Ulla; absent", "Torkild; partial"],
    ),
    "a clause behind the list": (
        "Mødt var Agnete (formand), Preben og Torkild, mens Ulla havde meldt afbud.",
        ["Agnete; formand; chair", "Preben", "Torkild", "Ulla; absent"],
    ),
    "for whom": (
        "Fraværende: Agnete Brolund, for hvem mødte sygehjælper Ulla Tange.",
        [f"{AB}; absent", f"{UT}; sygehjælper; substitute"],
    ),
    "all but one, for whom another came": (
        "Alle medlemmer var til stede, undtagen Agnete Brolund, for hvem Torkild Vestmark deltog som stedfortræder, "
        "og Ulla Tange.",
        [f"{AB}; absent", f"{TV}; stedfortræder; substitute", f"{UT}; absent"],
    ),
    "all but one, for whom came another": (
        "Samtlige medlemmer var mødt, undtagen Agnete Brolund, for hvem mødte Torkild Vestmark, og Ulla Tange.",
        [f"{AB}; absent", f"{TV}; substitute", f"{UT}; absent"],
    ),
    "as what somebody came besides": (
        "Til stede: Agnete Brolund.\nEndvidere deltog direktør Ulla Tange og som protokolfører fuldmægtig "
        "Torkild Vestmark.",
        [AB, f"{UT}; direktør", f"{TV}; fuldmægtig; minute_taker"],
    ),
    "in whose place": (
        "Afbud: Agnete Brolund. Suppleant Ulla Tange deltog i Agnetes sted.",
        [f"{AB}; absent", f"{UT}; Suppleant; substitute"],
    ),
    "who led and who wrote": (
        "Til stede: Agnete, Torkild og Ulla. Ulla var ordstyrer og Torkild skrev.",
        ["Agnete", "Torkild; minute_taker", "Ulla; chair"],
    ),
    "who led, of a name that ends as a verb": (
        "Til stede: Agnete, Torkild og Peter. Peter var ordstyrer og Torkild skrev.",
        ["Agnete", "Torkild; minute_taker", "Peter; chair"],
    ),
    "a title led, as the chair was away": (
        "Til stede: Agnete Brolund (næstformand), Torkild Vestmark\nAfbud: Ulla Tange (formand)\n"
        "Næstformanden ledede mødet.",
        [f"{AB}; næstformand; chair", TV, f"{UT}; formand; absent"],
    ),
    "who led in the chair's absence": (
        "Til stede: Agnete Brolund, Torkild Vestmark. I formandens fravær blev mødet ledet af Torkild Vestmark.",
        [AB, f"{TV}; chair"],
    ),
    "who led beside the formand": (
        "Til stede: Agnete Brolund (formand), Torkild Vestmark.\nTorkild ledede forhandlingerne.",
        [f"{AB}; formand", f"{TV}; chair"],
    ),
    "who opened it beside the formand": (
        "Til stede: Agnete Brolund (formand), Torkild Vestmark.\nMødet åbnedes af Torkild Vestmark.",
        [f"{AB}; formand; chair", f"{TV}; chair"],
    ),
    "a title leaves": (
        "Til stede: Agnete Brolund (formand), Ulla Tange (næstformand).\nNæstformanden forlod mødet kl. 20.15.",
        [f"{AB}; formand; chair", f"{UT}; næstformand; partial"],
    ),
    "for a while": (
        "Til stede: Agnete Brolund.\nForstander Ulla Tange var med de første 20 minutter.",
        [AB, f"{UT}; Forstander; partial"],
    ),
    "a title comes with something": (
        "Til stede: Agnete Brolund (formand), Ulla Tange.\nFormanden kom med et forslag til næste punkt.",
        [f"{AB}; formand; chair", UT],
    ),
    "somebody comes with something": (
        "Til stede: Agnete Brolund, Ulla Tange.\nUlla Tange kommer med et forslag på næste møde.",
        [AB, UT],
    ),
    "besides, with a title in front": (
        "Til stede: Agnete Brolund\nDesuden mejeribestyrer C. F. Hornemand og konsulent Ulla Tange fra Solbo",
        [AB, "C. F. Hornemand; mejeribestyrer", f"{UT}; konsulent; @Solbo; guest"],  # the first may be of this house
    ),
    "called and did not come": (
        "Til stede: Agnete Brolund\nUlla Tange var indkaldt, men mødte ikke frem.",
        [AB, f"{UT}; absent"],
    ),
    "who opened the meeting": (
        "Mødet åbnedes af formanden, Gdr. Laurids Kjær.",
        ["Laurids Kjær; Gdr; chair"],
    ),
    "both from one place": (
        "Til stede: Agnete Brolund.\n"
        "Under punkt 3 deltog overlæge Torkild Vestmark og læge Ulla Tange, begge Klinik Nord.",
        [AB, f"{TV}; overlæge; @Klinik Nord; partial; guest", f"{UT}; læge; @Klinik Nord; partial; guest"],
    ),
    "left": ("Til stede: Agnete Brolund, Ulla Tange.\nUlla Tange forlod mødet kl. 20.15.", [AB, f"{UT}; partial"]),
    "one item only": (
        "Til stede: Agnete Brolund.\nDesuden deltog Ulla Tange under punkt 3.",
        [AB, f"{UT}; partial; guest"],
    ),
}


@pytest.mark.parametrize(("roster", "expected"), MOVES.values(), ids=MOVES.keys())
def test_sentences_of_attendance(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


# the first sentence of an item, and who got which function by it
ELECTIONS = [
    ("Til referent valgtes Torkild Vestmark.", {TV: ("minute_taker",)}),
    ("Bestyrelsen foreslog Ulla Tange som dirigent.", {UT: ("chair",)}),
    ("Agnete Brolund blev valgt til ordstyrer.", {AB: ("chair",)}),
    (
        "Agnete Brolund blev valgt som dirigent og Torkild Vestmark som referent.",
        {AB: ("chair",), TV: ("minute_taker",)},
    ),
    ("Protokollen førtes af Torkild Vestmark.", {TV: ("minute_taker",)}),
    ("Mødet blev ledet af Agnete Brolund.", {AB: ("chair",)}),
    ("Agnete Brolund blev valgt til formand.", {}),  # who leads the association does not lead the meeting
]


@pytest.mark.parametrize(("sentence", "functions"), ELECTIONS)
def test_elections(sentence: str, functions: dict[str, tuple[str, ...]]) -> None:
    found = outline(roster=f"Til stede: {AB}, {TV}, {UT}", items=f"1. Valg\n{sentence}\n\n2. Eventuelt\nIntet.\n")
    assert {p.name: p.functions for p in found.participants if p.functions} == functions


# the parts of the meeting that a roster gives people, and who they are for it
PARTS = [
    (
        "Til stede: Agnete Brolund (formand), Ulla Tange (kasserer, til pkt. 3), Torkild Vestmark",
        [f"{AB}; formand; chair", f"{UT}; kasserer; partial", TV],
    ),
    (
        "Til stede: Agnete Brolund (formand), Ulla Tange (næstformand, under pkt. 1-3), Torkild Vestmark",
        [f"{AB}; formand; chair", f"{UT}; næstformand; partial", TV],
    ),
    (
        "Til stede: Agnete Brolund (formand), Ulla Tange (gartner, til pkt. 3), Torkild Vestmark",
        [f"{AB}; formand; chair", f"{UT}; gartner; partial", TV],
    ),
    (
        "Til stede: Agnete Brolund (formand), Ulla Tange (gartner, under pkt. 3), Torkild Vestmark",
        [f"{AB}; formand; chair", f"{UT}; gartner; partial; guest", TV],
    ),
]


@pytest.mark.parametrize(("roster", "expected"), PARTS)
def test_who_came_for_a_part(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


# the last lines of minutes, and who kept them
LAST = [
    ("2. Kage til næste møde\n\nUlla", {}),
    ("2. Kage til næste møde\nTorkild bager.\n\nUlla", {UT: ("minute_taker",)}),
    ("2. Kage til næste møde\n\n/Ulla", {UT: ("minute_taker",)}),
]


@pytest.mark.parametrize(("items", "functions"), LAST)
def test_who_signs_last(items: str, functions: dict[str, tuple[str, ...]]) -> None:
    found = outline(roster=f"Til stede: {AB}, {TV}, {UT}", items=f"1. Taget\nTaget er tæt.\n\n{items}\n")
    assert {p.name: p.functions for p in found.participants if p.functions} == functions


# what stands at the end, and what those on the roster are by it
OFFICES = [
    (
        "Agnete Brolund, formand      Torkild Vestmark, sekretær",
        [f"{AB}; formand; chair", f"{TV}; sekretær; minute_taker"],
    ),
    ("Agnete Brolund      Torkild Vestmark\nformand       kasserer", [f"{AB}; formand; chair", f"{TV}; kasserer"]),
    ("_______\nA. Brolund (formand)\n\n_______\nT. Vestmark (kasserer)", [f"{AB}; formand; chair", f"{TV}; kasserer"]),
    ("Agnete Brolund, formand\nSolbo, den 3/4 2024", [f"{AB}; formand; chair", TV]),
    ("Vi valgte:\nAgnete Brolund, formand\nTorkild Vestmark, kasserer", [AB, TV]),  # from now on
    (
        "Bestyrelsen har konstitueret sig således\nAgnete Brolund, formand\nTorkild Vestmark, kasserer",
        [AB, TV],
    ),
    ("Ny bestyrelse\n\nAgnete Brolund, formand\nTorkild Vestmark, kasserer", [AB, TV]),
    ("Ulla Tange blev valgt.\n\nAgnete Brolund, formand", [f"{AB}; formand; chair", TV]),
    ("Kaj Eg, formand", [AB, TV]),  # who is on no roster need not have been there
]


@pytest.mark.parametrize(("end", "expected"), OFFICES)
def test_what_those_who_sign_are(end: str, expected: list[str]) -> None:
    found = outline(
        roster=f"Til stede: {AB}, {TV}", items=f"1. Taget\nTaget er tæt.\n\n2. Eventuelt\nIntet.\n\n{end}\n"
    )
    assert [described(p) for p in found.participants] == expected


def test_who_signs_as_formand_need_not_have_led() -> None:
    found = outline(
        roster=f"Ordstyrer: {TV}\nTil stede: {AB}, {TV}", items=f"1. Taget\nTaget er tæt.\n\n{AB}, formand\n"
    )
    assert [described(p) for p in found.participants] == [f"{TV}; chair", f"{AB}; formand"]


def test_the_fullest_name_is_that_of_who_signs_with_an_initial() -> None:
    items = "1. Taget\nTaget er tæt.\n\nA. Bundgaard.  J. Kjeldsen.  P. Toft.\n"
    told = "Alle Medlemmer var mødt. Sognerådsformand Anders Bundgaard ledede Forhandlingerne."
    found = outline("Møde i Sogneraadet den 11. Marts 1949", told, items).participants
    assert [described(p) for p in found] == ["Anders Bundgaard; Sognerådsformand; chair", "J. Kjeldsen", "P. Toft"]


# the signatures of a meeting that names nobody else, what its items tell, and who was there
FULL_NAMES = [
    ("Jens P. Nørbjerg, Vejudvalgets Formand, foreslog Grus.", "J. P. Nørbjerg.  L. Ebbesen.  Petra Schou",
     ["Jens P. Nørbjerg", "L. Ebbesen", "Petra Schou"]),
    ("Kassereren, uddeler Laust Ebbesen, oplæste Regnskabet.", "J. P. Nørbjerg.  L. Ebbesen.  Petra Schou",
     ["J. P. Nørbjerg", "Laust Ebbesen", "Petra Schou"]),
    ("Ansøgning fra Laust Ebbesen om Vand.", "J. P. Nørbjerg.  L. Ebbesen.  Petra Schou",
     ["J. P. Nørbjerg", "L. Ebbesen", "Petra Schou"]),
    ("Laust Ebbesen var imod. Lars Ebbesen var for.", "J. P. Nørbjerg.  L. Ebbesen.  Petra Schou",
     ["J. P. Nørbjerg", "L. Ebbesen", "Petra Schou"]),
    ("Taget er tæt.", "Kr. Overgaard\n  Formand\nJ. P. Nørbjerg.  L. Ebbesen.",
     ["Kr. Overgaard; Formand; chair", "J. P. Nørbjerg", "L. Ebbesen"]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "signed", "expected"), FULL_NAMES)
def test_who_signs_is_called_by_the_name_that_the_minutes_give(told: str, signed: str, expected: list[str]) -> None:
    found = outline("Møde i Sogneraadet den 11. Marts 1949", "", f"1. Vejen\n{told}\n\n2. Andet\nIntet.\n\n{signed}\n")
    assert [described(p) for p in found.participants] == expected


# what stands below `Valg af dirigent`, and who leads the assembly
PROPOSED = [
    ("Valgt blev lærer Ulla Tange, som takkede for valget.", UT),
    ("Enstemmigt valgt blev Ulla Tange.", UT),
    ("Bestyrelsen foreslog Ulla Tange.", UT),
    ("Bestyrelsen foreslog Ulla Tange, nr. 17.", UT),
    ("Bestyrelsen foreslog advokat Ulla Tange, nr. 17, der blev valgt.", UT),
    ("Bestyrelsen foreslog Ulla Tange. Hun blev enstemmigt valgt.", UT),
    ("Bestyrelsen foreslog Ulla Tange. Ulla blev valgt.", UT),
    ("Bestyrelsen foreslog Ulla Tange, og hun blev valgt.", UT),
    ("Bestyrelsen foreslog Ulla Tange, der blev valgt uden modkandidat.", UT),
    ("Bestyrelsen foreslog Ulla Tange. Torkild Vestmark blev valgt som referent.", UT),
    ("Bestyrelsen foreslog Ulla Tange. Dirigenten blev valgt og takkede for valget.", UT),
    ("Bestyrelsen foreslog Ulla Tange, og Torkild Vestmark blev foreslået af salen. Torkild Vestmark blev valgt.", TV),
    ("Bestyrelsen foreslog Ulla Tange, og Torkild Vestmark blev foreslået af salen.", None),
    ("Bestyrelsen foreslog Ulla Tange, som ikke ønskede hvervet. Torkild Vestmark blev valgt.", TV),
    ("Bestyrelsen foreslog Ulla Tange, som ikke ønskede hvervet.", None),
    ("Bestyrelsen foreslog Ulla Tange. Torkild Vestmark blev valgt.", TV),
    ("Agnete foreslog Ulla, men Torkild blev valgt.", TV),
    ("Bestyrelsen foreslog Ulla Tange som dirigent, men Torkild Vestmark blev valgt.", TV),
    ("Bestyrelsen foreslog Ulla Tange som dirigent, og hun blev valgt.", UT),
]


@pytest.mark.parametrize(("sentences", "chair"), PROPOSED)
def test_who_is_elected_of_those_proposed(sentences: str, chair: str | None) -> None:
    items = f"1. Valg af dirigent\n{sentences}\n\n2. Eventuelt\nIntet.\n"
    found = outline(roster=f"Til stede: {AB}, {TV}, {UT}", items=items)
    assert [p.name for p in found.participants if "chair" in p.functions] == ([chair] if chair else [])


# a sentence of an item, and who was not there by it
AWAY = [
    ("Alle var mødt undtagen Ulla Tange.", {UT: "absent"}),
    ("Alle stemte for undtagen Ulla Tange.", {}),
    ("Alle medlemmer støttede planen bortset fra Ulla Tange.", {}),
    ("Forslaget blev vedtaget af alle undtagen Ulla Tange.", {}),
    ("Ulla Tange meldte fra.", {UT: "absent"}),
    ("Ulla Tange havde meldt afbud til mødet.", {UT: "absent"}),
    ("Ulla Tange havde meldt afbud til dagens møde.", {UT: "absent"}),
    ("Ulla Tange havde meldt afbud på grund af sygdom.", {UT: "absent"}),
    ("Ulla Tange kunne ikke deltage i bestyrelsesmødet.", {UT: "absent"}),
    ("I stedet for Ulla Tange mødte Torkild Vestmark.", {UT: "absent"}),
    ("I stedet for Ulla Tange deltog Torkild Vestmark i mødet.", {UT: "absent"}),
    ("Ulla Tange meldte fra til sommerfesten.", {}),
    ("Ulla har meldt fra til udvalget.", {}),
    ("Ulla Tange havde meldt afbud til generalprøven.", {}),
    ("Ulla Tange kunne ikke deltage i mødet med kommunen.", {}),
    ("Ulla Tange har meldt afbud den 5. maj.", {}),
    ("I stedet for Ulla Tange deltager Torkild Vestmark i mødet med kommunen den 4. maj.", {}),
    ("I stedet for Ulla Tange deltager Torkild Vestmark i udvalget.", {}),
    ("I stedet for Ulla Tange mødte Torkild Vestmark op hos kommunen.", {}),
]


@pytest.mark.parametrize(("sentence", "away"), AWAY)
def test_who_was_away_from_the_meeting(sentence: str, away: dict[str, str]) -> None:
    found = outline(roster=f"Til stede: {AB}, {TV}, {UT}", items=f"1. Nyt\n{sentence}\n\n2. Eventuelt\nIntet.\n")
    assert {p.name: p.attendance for p in found.participants if p.attendance != "present"} == away


# the sentences of an item, and whom they add to those on the roster
CAME = [
    ("Konsulent Kaj Eg deltog.", ["Kaj Eg; Konsulent"]),
    ("Konsulent Kaj Eg deltog under punktet.", ["Kaj Eg; Konsulent; partial; guest"]),
    ("Konsulent Kaj Eg deltog under punkt 1. Arkitekt Bo Lund deltog også.",
     ["Kaj Eg; Konsulent; partial; guest", "Bo Lund; Arkitekt"]),
    ("Ulla fremlagde tegningerne. Desuden deltog konsulent Kaj Eg fra Solbo.", ["Kaj Eg; konsulent; @Solbo; guest"]),
    ("Ulla fremlagde tegningerne. Konsulent Kaj Eg deltog under punkt 1.", ["Kaj Eg; Konsulent; partial; guest"]),
    ("Ulla fremlagde regnskabet. Revisor Kaj Eg deltog ved gennemgangen.", ["Kaj Eg; Revisor"]),
    ("Agnete bød velkommen. Til stede var Ulla Tange og konsulent Kaj Eg. Arkitekt Bo Lund deltog også.",
     ["Kaj Eg; konsulent", "Bo Lund; Arkitekt"]),
    ("Ulla fortalte om mødet i Vandværket i februar. Formand Jens Bak deltog også.", []),
    ("Ulla og Torkild var til møde i kommunen den 3. marts. Direktør Kaj Eg deltog.", []),
    ("Ulla var til møde i kommunen, og direktør Kaj Eg deltog.", []),
    ("Generalforsamling afholdes den 5. maj. Advokat Bo Lund deltager.", []),
    ("Borgmester Rita Falk deltager.", []),
    ("Jens Bak deltog også i kommunens møde om vejen.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "added"), CAME)
def test_who_takes_part_in_what_is_told(sentences: str, added: list[str]) -> None:
    found = outline(roster=f"Til stede: {AB}, {TV}, {UT}", items=f"1. Nyt\n{sentences}\n\n2. Eventuelt\nIntet.\n")
    assert [described(p) for p in found.participants][3:] == added


def test_present_and_absent_is_a_conflict() -> None:
    found = outline(roster="Til stede: Agnete Brolund, Ulla Tange\nAfbud: Ulla Tange")
    assert [(p.name, p.attendance) for p in found.participants] == [(AB, "present"), (UT, "absent")]
    assert [d.code for d in found.diagnostics] == ["attendance_conflict"]


def test_who_is_elected_formand_leads_the_meetings_to_come() -> None:
    items = f"1. Valg af formand for det kommende år\nValgt blev {TV} med 6 stemmer.\n\n2. Eventuelt\nIntet.\n"
    found = outline(roster=f"Til stede: {AB} (formand), {TV}, {UT}", items=items)
    assert [p.name for p in found.participants if "chair" in p.functions] == [AB]
