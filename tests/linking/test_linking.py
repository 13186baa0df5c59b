"""Whom a name or a title means; where two fit, nobody."""

import pytest

from analyser.language.definite import definite_title, indefinite
from analyser.linking import link_name, link_role
from analyser.linking.names import sound
from analyser.linking.roles import same_role
from analyser.minutes import Participant

PEOPLE = tuple(
    Participant.model_validate({"id": name.split()[0], "span": (0, 1), "name": name, **more})
    for name, more in {
        "Agnete Brolund": {"role": "formand", "functions": ("chair",)},
        "Niels Kristian Vestmark": {"role": "kasserer"},
        "Solveig Hjortkær": {"role": "skoleleder", "initials": "SOH"},
        "Mogens Askebjerg": {"role": "vicepolitiinspektør"},
        "Ulla Ravnholm Tange": {"role": "vicepolitiinspektør"},
        "Preben Lyngdal": {"role": "Kommunaldirektør for Drift"},
        "Bente Lyngdal": {"role": "sekretær", "attendance": "absent"},
        "Vilhelmine Quist": {"role": "fællestillidsrepræsentant"},
        "Cemal Yıldırım": {"role": "gæst"},
    }.items()
)


@pytest.mark.parametrize(
    ("written", "who", "method"),
    [
        ("Agnete Brolund", "Agnete", "exact"),
        ("AGNETE BROLUND", "Agnete", "exact"),
        ("Agnete Brolunds", "Agnete", "exact"),
        ("Brolund", "Agnete", "partial"),
        ("Agnete", "Agnete", "partial"),
        ("A. Brolund", "Agnete", "partial"),
        ("Kristian Vestmark", "Niels", "partial"),
        ("N. K. Vestmark", "Niels", "partial"),
        ("Ulla Tange", "Ulla", "partial"),
        ("Ravnholm", "Ulla", "partial"),
        ("Preben Lyngdal", "Preben", "exact"),
        ("Solveig Hjortkjær", "Solveig", "fuzzy"),
        ("Christian Westmark", "Niels", "fuzzy"),
        ("Vilhelmine Kvist", "Vilhelmine", "fuzzy"),
        ("Cemal Yildirim", "Cemal", "exact"),
        ("Yildirim", "Cemal", "partial"),
        ("ULLA", "Ulla", "partial"),
        ("SOH", "Solveig", "initials"),
        ("AB", "Agnete", "initials"),
        ("NKV", "Niels", "initials"),
        ("Nielskristian", "Niels", "partial"),
        ("Nielskristian Vestmark", "Niels", "exact"),
        ("Preben Lyngdl", "Preben", "fuzzy"),
        ("Ulla Tnage", "Ulla", "fuzzy"),
        ("Solveigs", "Solveig", "partial"),
        # nobody, or several
        ("Lyngdal", None, "none"),
        ("Lone Brolund", None, "none"),
        ("Preben Brolund", None, "none"),
        ("Vestergaard", None, "none"),
        ("SH", None, "none"),  # her initials are known, and they are others
        ("XY", None, "none"),
        ("", None, "none"),
    ],
)
def test_names(written: str, who: str | None, method: str) -> None:
    link = link_name(written, PEOPLE)
    assert (link.participant, link.method) == (who, method)
    assert (link.score >= 0.75) == (who is not None or link.ambiguous)


def test_two_who_fit_are_both_named() -> None:
    link = link_name("Lyngdal", PEOPLE)
    assert link.ambiguous
    assert {c.participant for c in link.candidates} == {"Preben", "Bente"}


def test_a_title_or_having_been_there_decides_between_two() -> None:
    assert link_name("Lyngdal", PEOPLE, title="sekretær").participant == "Bente"
    assert link_name("Lyngdal", PEOPLE, title="kasserer").participant is None
    assert link_name("Lyngdal", PEOPLE, speaker=True).participant == "Preben"


@pytest.mark.parametrize(("owner", "who"), [(True, "Johanne"), (False, None)])
def test_another_given_name_is_a_genitive_only_where_a_noun_follows(owner: bool, who: str | None) -> None:
    people = [Participant(id="Johanne", name="Johanne Bak", span=(0, 1))]
    assert link_name("Johannes", people, owner=owner).participant == who


def test_an_address_decides_between_a_man_and_a_woman() -> None:
    assert link_name("Lyngdal", PEOPLE, title="Fru").participant == "Bente"
    assert link_name("Lyngdal", PEOPLE, title="Hr.").participant == "Preben"


def test_a_given_name_in_another_spelling_is_the_same_person_only_by_the_family_name() -> None:
    people = (Participant(id="p1", name="Kaj Aagesen", span=(0, 1)),)
    assert link_name("Kai Aagesen", people).participant == "p1"
    assert link_name("Kai", people).participant is None
    assert link_name("Karl Aagesen", people).participant is None


@pytest.mark.parametrize(
    ("one", "other"), [("Winther", "Vinter"), ("Christoffer", "Kristofer"), ("Aagaard", "Ågård"), ("Qvist", "Kvist")]
)
def test_spellings_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("formand", "Agnete"),
        ("kasserer", "Niels"),
        ("skoleleder", "Solveig"),
        ("kommunaldirektør", "Preben"),
        ("direktør", "Preben"),
        ("FTR", "Vilhelmine"),
        ("sekretær", "Bente"),
        ("vicepolitiinspektør", None),
        ("dirigent", None),
        ("borgmester", None),
        ("", None),
    ],
)
def test_titles(title: str, who: str | None) -> None:
    assert link_role(title, PEOPLE).participant == who


@pytest.mark.parametrize(
    ("title", "firms", "who"),
    [
        ("arkitekt", ["Arkitekt Nord A/S", "Murermester Holm"], "p0"),
        ("murer", ["Arkitekt Nord A/S", "Murermester Holm"], "p1"),
        ("arkitekt", ["Arkitektfirmaet Sten", "Solbo A/S"], "p0"),
        ("arkitekt", ["Arkitekt Nord A/S", "Arkitekt Nord A/S"], None),  # two of one firm
        ("maler", ["Malernes Fagforening", "Solbo A/S"], None),
    ],
)
def test_a_trade_is_the_one_who_came_from_its_firm(title: str, firms: list[str], who: str | None) -> None:
    people = [Participant(id=f"p{n}", name=f"Ib Ravn{n}", organisation=f, span=(0, 1)) for n, f in enumerate(firms)]
    assert link_role(title, people).participant == who


def test_who_is_called_by_the_very_title_goes_before_one_of_the_same_office() -> None:
    guest = Participant.model_validate({"id": "guest", "span": (0, 1), "name": "Bo Vad", "role": "udvalgsformand"})
    assert link_role("udvalgsformand", (*PEOPLE, guest)).participant == "guest"
    assert link_role("formand", (*PEOPLE, guest)).participant == "Agnete"


def test_a_guest_who_leads_another_body_is_not_the_formand() -> None:
    told = {"id": "guest", "span": (0, 1), "name": "Bo Vad", "role": "formand for Socialudvalget"}
    guest = Participant.model_validate({**told, "functions": ("guest",)})
    assert link_role("formand", (guest,)).participant is None
    assert link_role("formand", (Participant.model_validate(told),)).participant == "guest"


@pytest.mark.parametrize(
    ("role", "title"),
    [("Formanden Gdr", "formand"), ("pæd. leder", "pædagogisk leder"), ("fællestillidsmand", "FTR")],
)
def test_titles_in_other_forms_name_one_office(role: str, title: str) -> None:
    person = Participant.model_validate({"id": "p1", "span": (0, 1), "name": "Bo Vad", "role": role})
    assert link_role(title, (person,)).participant == "p1"


ADMINISTRATIVE = [
    ("adm. leder", "administrativ leder", "p1"),
    ("adm. leder", "administrerende leder", "p1"),
    ("adm. direktør", "administrativ leder", None),
    ("faglig leder", "administrativ leder", None),
]


@pytest.mark.parametrize(("role", "title", "who"), ADMINISTRATIVE)
def test_an_adjective_may_be_short_for_two(role: str, title: str, who: str | None) -> None:
    person = Participant.model_validate({"id": "p1", "span": (0, 1), "name": "Bo Vad", "role": role})
    assert link_role(title, (person,)).participant == who


def test_a_title_of_two_is_nobody_s() -> None:
    link = link_role("vicepolitiinspektør", PEOPLE)
    assert link.ambiguous
    assert {c.participant for c in link.candidates} == {"Mogens", "Ulla"}


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("Politiinspektøren", "politiinspektør"),
        ("lederen", "leder"),
        ("FTR'en", "ftr"),
        ("Formanden", "formand"),
        ("Biskoppen", "biskop"),
        ("Bestyrelsen", None),
        ("Brolund", None),
        ("huset", None),
    ],
)
def test_definite_titles(word: str, title: str | None) -> None:
    assert definite_title(word) == title


def test_what_a_definite_form_can_come_from() -> None:
    assert {"direktør"} <= set(indefinite("direktøren"))
    assert {"leder"} <= set(indefinite("lederen"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("FTR", "Fællestillidsrepræsentant", True),
        ("Afdelingschef", "Afdelingschef for Drift", True),
        ("kasserer", "Kasserer", True),
        ("formand", "næstformand", False),
        ("kasserer", "sekretær", False),
    ],
)
def test_offices(one: str, other: str, same: bool) -> None:
    assert same_role(one, other) is same


SHORT_TITLES = [
    ("forbrugerrepr.", "Forbrugerrepræsentant"),
    ("medarbejderrep.", "medarbejderrepræsentant"),
    ("kst. skoleleder", "konstitueret skoleleder"),
]


@pytest.mark.parametrize(("short", "full"), SHORT_TITLES)
def test_titles_that_are_cut_short(short: str, full: str) -> None:
    assert same_role(short, full)
    assert not same_role(short, "formand")


@pytest.mark.parametrize(
    ("roster", "who"),
    [
        ({"Bo": ("næstformand", "present", "chair"), "Ib": ("Formand", "absent", None)}, "Ib"),
        ({"Bo": ("nfmd.", "present", "chair"), "Ib": ("fmd.", "absent", None)}, "Ib"),
        ({"Bo": ("næstformand", "present", "chair"), "Ib": ("kasserer", "absent", None)}, "Bo"),
        ({"Bo": ("mødeleder", "present", "chair"), "Ib": ("Formand", "absent", None)}, None),
    ],
)
def test_the_formand_who_is_away_is_meant_before_the_naestformand_who_led(
    roster: dict[str, tuple[str, str, str | None]], who: str | None
) -> None:
    people = [
        Participant.model_validate(
            {"id": n, "span": (0, 1), "name": n, "role": r, "attendance": a, "functions": (f,) if f else ()}
        )
        for n, (r, a, f) in roster.items()
    ]
    assert link_role("formand", people).participant == who
