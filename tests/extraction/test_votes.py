"""How votes are told: the sentence, then (for, against, abstain)."""

import pytest

from analyser.extraction.votes import read_votes
from tests.extraction.documents import council, minutes, tasks

VOTES = [
    ("7 stemte for, 2 imod, og 1 undlod", (7, 2, 1)),
    ("vedtaget med 7 stemmer for, 2 imod, og 1 undlod", (7, 2, 1)),
    ("forkastet med 7 stemmer mod 2", (2, 7, None)),  # who is more has won
    ("For forslaget stemte 5, imod 3", (5, 3, None)),
    ("3 stemte for, 6 imod og 1 (Ib Holm) undlod at stemme", (3, 6, 1)),
    ("vedtaget med 6 stemmer mod 2, idet Ib Holm undlod at stemme", (6, 2, 1)),
    ("1.050 stemte for, 290 imod", (1050, 290, None)),
    ("14 birke fældes (4-1, Ib imod)", (4, 1, None)),
    ("vedtaget med fem stemmer mod to", (5, 2, None)),
    ("afstemningen endte 6-2", (6, 2, None)),
    ("For stemte 5, imod stemte 4", (5, 4, None)),
    ("For stemte 2, imod 3", (2, 3, None)),
    ("17 stemte for, 23 imod og 1 stemte blankt", (17, 23, 1)),
    ("vedtaget med 19 stemmer for, 1 imod og 1 der hverken stemte for eller imod", (19, 1, 1)),
    ("genvalgt med 5 stemmer, 1 blank", (5, None, 1)),
    ("vedtaget med alle stemmer mod 1", (None, 1, None)),
    ("vedtaget med 4 mod 1 stemme", (4, 1, None)),
    ("vedtaget med stemmerne 6-3.", (6, 3, None)),
    ("vedtoges med 6 St. mod 3", (6, 3, None)),
    ("vedtoges med otte Stemmer imod eet", (8, 1, None)),
    ("vedtaget med seksten stemmer mod enogtyve", (16, 21, None)),
    ("nedstemt med 6 mod 3", (3, 6, None)),
    ("Udvalget afslog ansøgningen med 4 stemmer mod 2", (2, 4, None)),
    ("Indstillingen om afslag blev vedtaget med 4 stemmer mod 2", (4, 2, None)),
    ("vedtaget med et flertal på 17 mod 8", (17, 8, None)),
    ("Der var flertal for forslaget (20 mod 8)", (20, 8, None)),
    ("vedtaget med stemmerne 9-4 (V, C og O for; A og F imod)", (9, 4, None)),
    ("med 5 stemmer (V, C) mod 2 stemmer (A)", (5, 2, None)),
    ("med 13 stemmer (A, F og B) for og 12 stemmer (V og C) imod", (13, 12, None)),
    ("13 medlemmer (A, F og B) stemte for, 12 (V og C) stemte imod", (13, 12, None)),
    ("For stemte: A (5), F (2). Imod stemte: V (4) og O (1).", (7, 5, None)),
    ("For: 14 Imod: 11 Blank: 2", (14, 11, 2)),
    ("Afstemningen gav: Ja 14, nej 11, blanke 3", (14, 11, 3)),
    ("For 3, imod 6", (3, 6, None)),
    ("For forslaget stemte A, Enhedslisten og Ib Holm (i alt 11)", (11, None, None)),
    ("14 for, 11 imod, 2 blanke", (14, 11, 2)),
    ("12 for, 4 imod, 1 hverken/eller", (12, 4, 1)),
    ("5 for, ingen imod, 1 ved ikke", (5, 0, 1)),
    ("Et flertal på 8 vedtog forslaget", (8, None, None)),
    ("Flertallet (5) stemte for, mindretallet (2) imod", (5, 2, None)),
    ("Et flertal på 8 stemte imod, 3 for", (3, 8, None)),
    ("12 ud af 15 stemte for", (12, None, None)),
    ("12 af de 15 fremmødte stemte for", (12, None, None)),
    ("Forslaget opnåede 14 stemmer, mens 11 stemte imod", (14, 11, None)),
    ("valgt med 12 af 20 stemmer", (12, None, None)),
    ("Lis Bo fik 14 stemmer og er dermed valgt", (14, None, None)),
    ("Mod 2 stemmer vedtoges lukningen", (None, 2, None)),
    ("For forslaget stemte F (1), imod stemte A og V (5)", (1, 5, None)),
    ("Samtlige 7 tilstedeværende medlemmer stemte for", (7, 0, None)),
    ("enstemmigt vedtaget, 6 stemmer", (6, None, None)),
    ("5 stemmer for, ingen imod og 1, der undlod at stemme", (5, 0, 1)),
    ("Prisen går til Lis Bo, som fik 4 stemmer mod kontorets 2", (4, None, None)),
    ("Nyvalgt i stedet for Ole Bech: Ib Holm (41 stemmer)", (41, None, None)),
    ("Ved afstemningen fik Ib 4 stemmer og Lis 3, og Ib er dermed formand", (4, None, None)),
    ("Vi stemte 4-2 for at male salen", (4, 2, None)),
    ("Forslaget blev vedtaget, 1 hverken for eller imod", (None, None, 1)),
    ("For stemte A, F, B og Ø (5). Imod stemte V, C og O (4).", (5, 4, None)),
    ("Som nyt medlem valgtes Lis Bo (27 stemmer) mod Ib Holm (12 stemmer)", (27, None, None)),
    ("Et flertal (5-2) besluttede at sælge", (5, 2, None)),
    ("Forslaget vedtoges enstemmigt (9 stemmer)", (9, None, None)),
    ("enstemmigt vedtaget (9 for)", (9, None, None)),
    ("Vedtaget (6-0-1)", (6, 0, 1)),
    ("Vedtaget mod 1.", (None, 1, None)),
    ("Et flertal bestående af A, F og Ø (12) stemte for", (12, None, None)),
]


@pytest.mark.parametrize(("text", "counted"), VOTES)
def test_votes(text: str, counted: tuple[int | None, ...]) -> None:
    votes = read_votes(text)
    assert votes is not None
    assert (votes.for_, votes.against, votes.abstain) == counted


@pytest.mark.parametrize(
    "text",
    [
        "vedtaget enstemmigt",
        "",
        "Stolene er fra 6-2 klassen",
        "Forslaget om 3 mod 4 rum blev vedtaget",
        "Det blev vedtaget at holde åbent (10-14)",
        "Det blev vedtaget at mødes 17-19",
        "vedtaget, idet A undlod at stemme",
        "Godkendt, 3 for sent indkomne forslag kom med",
        "Alle på nær én stemte for",
        "Et flertal bestående af A (5) og F (2) vedtog det",
    ],
)
def test_no_votes(text: str) -> None:
    assert read_votes(text) is None


def test_a_count_in_front_of_what_the_meeting_will_do_belongs_to_it() -> None:
    (decision,) = minutes("Afstemning: 4 ja, 2 nej. Vi går videre.").decisions
    assert decision.votes is not None
    assert (decision.kind, decision.votes.for_, decision.votes.against) == ("adopted", 4, 2)
    assert decision.text == "Afstemning: 4 ja, 2 nej. Vi går videre."


COUNTS = [
    ("For forslaget stemte A og V (7 stemmer). Imod stemte Ø (2 stemmer). Forslaget blev vedtaget.",
     ("adopted", 7, 2, None)),
    ("Ved afstemningen stemte 2 for og 5 imod. Forslaget faldt.", ("rejected", 2, 5, None)),
    ("Budgettet blev vedtaget med 36 stemmer mod 1. Én undlod.", ("adopted", 36, 1, 1)),
    ("Beslutning:\nFor stemte 11. Imod stemte 28. 1 undlod. Forslaget blev forkastet.", ("rejected", 11, 28, 1)),
    ("Beslutning:\nFor stemte 1. Imod stemte 3. Forslaget er hermed bortfaldet.", ("rejected", 1, 3, None)),
    ("For stemte Agnete Brolund og Solveig Hjortkær. Imod stemte Torkild Vestmark. Forslaget blev vedtaget.",
     ("adopted", 2, 1, None)),
    ("For: 12\nImod: 5\nBlanke: 1\nForslaget blev vedtaget.", ("adopted", 12, 5, 1)),
    ("Imod forslaget stemte 12 (V og C). For stemte 13 (A og F).", ("adopted", 13, 12, None)),
    ("Forslaget blev vedtaget. Torkild Vestmark (A) stemte imod.", ("adopted", None, 1, None)),
    ("Godkendt, idet Torkild Vestmark og Ulla Tange stemte imod.", ("adopted", None, 2, None)),
    ("Udvalget godkendte planen, dog stemte Torkild Vestmark imod.", ("adopted", None, 1, None)),
    ("Vedtaget mod Torkild Vestmarks stemme.", ("adopted", None, 1, None)),
    ("Vedtaget. Imod: Torkild Vestmark. Undlod: Ulla Tange.", ("adopted", None, 1, 1)),
    ("Vedtaget (for: Agnete, Solveig; imod: Torkild).", ("adopted", 2, 1, None)),
    ("Agnete og Solveig stemte for, Torkild imod.", ("adopted", 2, 1, None)),
    ("Forslaget opnåede ikke det nødvendige flertal (14 for, 11 imod).", ("rejected", 14, 11, None)),
    ("Resultatet blev 14 for og 11 imod.", ("adopted", 14, 11, None)),
    ("Bevilget. N. Ravn stemte imod.", ("adopted", None, 1, None)),  # no roster has him
    ("Andragendet bevilgedes, idet N. Ravn stemte imod.", ("adopted", None, 1, None)),
    ("Vedtaget. Kun Torkild stemte imod.", ("adopted", None, 1, None)),
    ("Vedtaget. Dog stemte Torkild imod.", ("adopted", None, 1, None)),
    ("For: Agnete, Ulla. Imod: Torkild. Hverken for eller imod: Solveig.", ("adopted", 2, 1, 1)),
    ("Der var stemmelighed (4-4), og formandens stemme blev udslagsgivende. Vedtaget.", ("adopted", 4, 4, None)),
    ("Ulla fremlagde sagen, og det blev besluttet at sælge, men Torkild stemte imod.", ("adopted", None, 1, None)),
    ("Dirigenten konstaterede, at forslaget var vedtaget med 44 stemmer for og 3 imod.", ("adopted", 44, 3, None)),
    ("Torkild fik 12 stemmer, Solveig 8. Torkild er valgt.", ("appointed", 12, None, None)),
    ("Torkild: 34 stemmer\nUlla: 29 stemmer\nTorkild valgt til formand.", ("appointed", 34, None, None)),
    ("5 for, 0 imod, 1 blank. Udvalget indstiller hermed Torkild.", ("recommended", 5, 0, 1)),
    ("Forslag A fik 12 stemmer, forslag B 8. Forslag A er vedtaget.", ("adopted", 12, None, None)),
    ("Ja: 22, nej: 15, blanke: 3. Forslaget krævede 2/3 flertal og var dermed faldet.", ("rejected", 22, 15, 3)),
    ("Enstemmigt vedtaget, dog undlod Torkild at stemme.", ("adopted", None, None, 1)),
    ("Godkendt. 5 stemte for, Torkild stemte imod, Ulla undlod.", ("adopted", 5, 1, 1)),
    ("Vedtaget, dog med Torkilds stemme imod.", ("adopted", None, 1, None)),
    ("Vedtaget. Torkild ønskede ført til protokols, at han stemte imod.", ("adopted", None, 1, None)),
    ("Vedtaget. Torkild ønsker noteret i referatet, at han stemte imod.", ("adopted", None, 1, None)),
    ("Vedtaget med 5 stemmer. Torkild bad om, at de stemte imod forslaget.", ("adopted", 5, None, None)),
    ("Forslaget faldt, idet kun Torkild stemte for.", ("rejected", 1, None, None)),
    ("Formand blev Torkild Vestmark med 12 stemmer.", ("appointed", 12, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcome"), COUNTS)
def test_votes_told_in_several_sentences_are_of_one_decision(text: str, outcome: tuple[str | int | None, ...]) -> None:
    (decision,) = minutes(text).decisions
    assert decision.votes is not None
    assert (decision.kind, decision.votes.for_, decision.votes.against, decision.votes.abstain) == outcome


def test_what_broke_a_tie_decides_nothing_by_itself() -> None:
    assert minutes("Formandens stemme var afgørende.").decisions == ()


PARTIES = [
    ("For ændringsforslaget stemte F og A. Imod stemte V og O. Formandens stemme var afgørende. "
     "Ændringsforslaget bortfaldt.", ("rejected", 3, 3, None)),
    ("For stemte A, F og C. Imod stemte V og O. Forslaget blev vedtaget.", ("adopted", 4, 3, None)),
    ("Godkendt. Imod stemte V.", ("adopted", None, 2, None)),
    ("Godkendt. Venstre stemte imod.", ("adopted", None, 2, None)),
    ("Godkendt. V og O stemte imod, C undlod at stemme.", ("adopted", None, 3, 1)),
    ("Udvalget godkendte indstillingen, idet V og Mogens Askebjerg stemte imod.", ("adopted", None, 3, None)),
    ("Udvalget godkendte indstillingen mod V's stemmer.", ("adopted", None, 2, None)),
    ("Vedtaget mod V og O.", ("adopted", None, 3, None)),
    ("A og F stemte for, V og O imod. C undlod.", ("rejected", 3, 3, 1)),
    ("Et flertal bestående af A, F og C stemte for. V og O stemte imod.", ("adopted", 4, 3, None)),
    ("Et flertal bestående af A, F og Ø (12) stemte for. Imod stemte V (7). Undlod at stemme: C.",
     ("adopted", 12, 7, 1)),
    ("Et flertal (A, F og C) godkendte indstillingen. Et mindretal (V og O) stemte imod.", ("adopted", 4, 3, None)),
    ("Et flertal i udvalget (A, F, C) besluttede at godkende lokalplanen.", ("adopted", 4, None, None)),
    ("Godkendt. Ø stemte imod.", ("adopted", None, None, None)),  # nobody sits for it
    ("For stemte 5 (A, F, C, O). Imod stemte V. Forslaget er vedtaget.", ("adopted", 5, 2, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcome"), PARTIES)
def test_parties_are_counted_by_those_who_sit_for_them(text: str, outcome: tuple[str | int | None, ...]) -> None:
    (decision,) = council(text).decisions
    votes = decision.votes
    assert (decision.kind, *((votes.for_, votes.against, votes.abstain) if votes else (None,) * 3)) == outcome


def test_a_count_behind_a_decision_belongs_to_it() -> None:
    (decision,) = minutes("Forslaget blev vedtaget. 7 stemte for, 2 stemte imod.").decisions
    assert decision.votes is not None
    assert (decision.kind, decision.votes.for_, decision.votes.against) == ("adopted", 7, 2)


def test_two_counts_are_of_two_decisions() -> None:
    record = minutes("Forslag 1: 12 for, 3 imod. Vedtaget.\nForslag 2: 4 for, 11 imod. Forkastet.")
    assert [(d.kind, d.votes and d.votes.for_) for d in record.decisions] == [("adopted", 12), ("rejected", 4)]


def test_parties_that_dissent_are_no_number_of_votes() -> None:
    for text in (
        "Godkendt, idet A stemte imod.",
        "Godkendt, idet Liste Ø stemte imod.",
        "Godkendt. Ø undlod at stemme.",
        "Vedtaget. Radikale Venstre stemte imod.",
        "Vedtaget. Lokallisten Nord stemte imod.",
    ):
        assert [d.votes for d in minutes(text).decisions] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alle stemte for.", ["adopted"]),
        ("Et stort flertal stemte for.", ["adopted"]),
        ("Udvalgets flertal stemte for forslaget.", ["adopted"]),
        ("Alle stemte for at udsætte sagen.", ["postponed"]),
        ("Alle stemte for at bygge et skur.", ["adopted"]),
        ("Et snævert flertal stemte imod. Forslaget faldt.", ["rejected"]),
        ("Torkild stemte imod, resten for.", ["adopted"]),
        ("For stemte alle undtagen Torkild.", ["adopted"]),
        ("Valgt: Torkild (14 stemmer), Solveig (11 stemmer). Ikke valgt: Ulla (7 stemmer).", ["appointed"]),
        ("Ulla blev ikke valgt.", []),
    ],
)
def test_votes_in_words(text: str, expected: list[str]) -> None:
    assert [d.kind for d in minutes(text).decisions] == expected


def test_a_side_that_cannot_be_counted_leaves_the_outcome_open() -> None:
    assert council("For stemte A. Imod stemte Ø og Q.").decisions == ()
    (decision,) = council("For stemte A. Imod stemte Ø og Q. Forslaget faldt.").decisions
    assert decision.kind == "rejected"


def test_who_voted_has_nothing_to_do() -> None:
    assert tasks(minutes("For stemte 2: Agnete og Solveig. Imod: Torkild Vestmark.")) == []


def test_a_ballot_for_several_gives_no_one_s_votes() -> None:
    record = minutes("Torkild fik 12 stemmer, Solveig 8 og Ulla 3. Torkild og Solveig er valgt.")
    assert [(d.kind, d.votes) for d in record.decisions] == [("appointed", None)]
    assert [d.votes for d in minutes("Torkild fik 3 stemmer. Valgt blev Solveig.").decisions] == [None]


def test_votes_behind_a_name_are_nothing_that_was_said() -> None:
    assert minutes("Torkild: 34 stemmer\nUlla Tange: 29 stemmer (valgt)").statements == ()


def test_a_count_that_elects_appoints() -> None:
    (decision,) = minutes(
        "Ved afstemningen fik Torkild 4 stemmer og Solveig 3, og Torkild er dermed formand."
    ).decisions
    assert (decision.kind, decision.votes and decision.votes.for_) == ("appointed", 4)
