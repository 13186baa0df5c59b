"""What was decided: the sentence, then `kind | by whom`."""

import pytest

from analyser.extraction.votes import read_votes
from tests.extraction.documents import decided, minutes, said

DECISIONS = [
    ("Budgettet blev godkendt.", "adopted | -"),
    ("Referatet godkendtes enstemmigt.", "adopted | -"),
    ("Godkendt.", "adopted | -"),
    ("Udvalget besluttede at købe nye stole.", "adopted | [Kulturudvalget]"),
    ("Forslaget blev forkastet.", "rejected | -"),
    ("Forslaget blev ikke vedtaget.", "rejected | -"),
    ("Orienteringen blev taget til efterretning.", "noted | -"),
    ("Taget til efterretning.", "noted | -"),
    ("Punktet blev udsat til næste møde.", "postponed | -"),
    ("Udvalget besluttede at udsætte sagen.", "postponed | [Kulturudvalget]"),
    ("Der var enighed om at male salen.", "agreed | -"),
    ("Det blev aftalt, at salen males.", "agreed | -"),
    ("Agnete Brolund blev valgt til formand.", "appointed | -"),
    ("Til næstformand valgtes Torkild Vestmark.", "appointed | -"),
    ("Valgudvalg: Agnete Brolund og Torkild Vestmark", "appointed | -"),
    ("Udvalget indstiller, at lokalplanen godkendes.", "recommended | [Kulturudvalget]"),
    ("Sagen blev henvist til økonomiudvalget.", "referred | -"),
    ("Byrådet har vedtaget en ny kulturpolitik.", "reported | [Byrådet]"),
    ("Dagsorden: ok.", "adopted | -"),
    ("Referat fra 20/1 underskrevet.", "adopted | -"),
    ("Vi siger ja tak til et halvt år på prøve.", "adopted | -"),
    ("Takkes nej til.", "rejected | -"),
    ("Det var der stemning for.", "agreed | -"),
    ("Afgøres på næste møde.", "postponed | -"),
    ("Kontaktperson bliver Torkild Vestmark.", "appointed | -"),
    ("Beslutning: Indstillingen blev fulgt.", "adopted | -"),
    ("Beslutning:\nDer holdes fest.", "agreed | -"),
]


@pytest.mark.parametrize(("text", "fact"), DECISIONS)
def test_decisions(text: str, fact: str) -> None:
    record = minutes(text)
    assert decided(record) == [fact]
    (decision,) = record.decisions
    assert decision.text == record.text[slice(*decision.span)]
    assert decision.text in text
    assert decision.item == "i1"


NO_DECISIONS = [
    "Budgettet blev drøftet.",
    "Hvis budgettet bliver godkendt, købes der stole.",
    "Kan budgettet blive godkendt?",
    "Torkild Vestmark foreslog, at budgettet godkendes.",
    "Torkild Vestmark takkede for den godkendte plan.",
    "Intet.",
    "Indstilling\nUdvalget har et nyt hus.",
]


@pytest.mark.parametrize("text", NO_DECISIONS)
def test_no_decision(text: str) -> None:
    assert decided(minutes(text)) == []


def test_a_proposal_under_its_heading_is_no_decision_of_this_meeting() -> None:
    record = minutes("Indstilling\nForvaltningen indstiller, at huset sælges.\n\nBeslutning\nUdsat.")
    assert decided(record) == ["recommended | [Forvaltningen]", "postponed | -"]


def test_a_body_that_decides_says_nothing_besides() -> None:
    record = minutes("Udvalget besluttede at købe nye stole.")
    assert said(record) == []


VOTES = [
    ("7 stemte for, 2 imod, og 1 undlod", (7, 2, 1)),
    ("vedtaget med 7 stemmer for, 2 imod, og 1 undlod", (7, 2, 1)),
    ("forkastet med 7 stemmer mod 2", (7, 2, None)),
    ("vedtaget med fem stemmer mod to", (5, 2, None)),
    ("afstemningen endte 6-2", (6, 2, None)),
    ("For stemte 5, imod stemte 4", (5, 4, None)),
]


@pytest.mark.parametrize(("text", "counted"), VOTES)
def test_votes(text: str, counted: tuple[int | None, ...]) -> None:
    votes = read_votes(text)
    assert votes is not None
    assert (votes.for_, votes.against, votes.abstain) == counted


@pytest.mark.parametrize("text", ["vedtaget enstemmigt", "", "Stolene er fra 6-2 klassen"])
def test_no_votes(text: str) -> None:
    assert read_votes(text) is None


def test_a_count_behind_a_decision_belongs_to_it() -> None:
    (decision,) = minutes("Forslaget blev vedtaget. 7 stemte for, 2 stemte imod.").decisions
    assert decision.votes is not None
    assert (decision.kind, decision.votes.for_, decision.votes.against) == ("adopted", 7, 2)
