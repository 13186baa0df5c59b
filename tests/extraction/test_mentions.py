"""Names, titles and pronouns that mean somebody, and what a reader should check."""

import pytest

from analyser import analyse_text
from analyser.minutes import Minutes
from tests.extraction.documents import minutes


def mentioned(record: Minutes) -> list[str]:
    """Give each mention in the items as `text = who (method)`."""
    names = {p.id: p.name for p in record.participants}
    inside = [m for m in record.mentions if m.span[0] >= record.items[0].span[0]]
    return [f"{m.text} = {names.get(m.participant or '', '-')} ({m.method})" for m in inside]


MENTIONS = [
    ("Planen er lavet af Torkild Vestmark.", ["Torkild Vestmark = Torkild Vestmark (exact)"]),
    ("Planen er lavet af Vestmark.", ["Vestmark = Torkild Vestmark (partial)"]),
    ("Planen er lavet af Thorkild Westmark.", ["Thorkild Westmark = Torkild Vestmark (fuzzy)"]),
    ("Planen er lavet af URT.", ["URT = Ulla Ravnholm Tange (initials)"]),
    ("Planen er lavet af kassereren.", ["kassereren = Torkild Vestmark (role)"]),
    ("Planen er lavet af Lyngdal.", ["Lyngdal = - (none)"]),
    ("Planen er lavet af Karla Vestmark.", ["Karla Vestmark = - (none)"]),
    ("Planen er lavet af Torkild Vestmark og kassereren.",
     ["Torkild Vestmark = Torkild Vestmark (exact)", "kassereren = Torkild Vestmark (role)"]),
    ("Mogens Askebjerg talte. Han takkede.",
     ["Mogens Askebjerg = Mogens Askebjerg (exact)", "Han = Mogens Askebjerg (coreference)"]),
    ("Mødet hævet.\nTorkild Vestmark     Mogens Askebjerg",
     ["Torkild Vestmark = Torkild Vestmark (exact)", "Mogens Askebjerg = Mogens Askebjerg (exact)"]),
    ("Mødet hævet.\nTorkild Vestmark\tMogens Askebjerg\tUlla Tange",
     ["Torkild Vestmark = Torkild Vestmark (exact)", "Mogens Askebjerg = Mogens Askebjerg (exact)",
      "Ulla Tange = Ulla Ravnholm Tange (partial)"]),
    ("Det bliver til jul, lød svaret fra Erik.", ["Erik = Erik Lyngdal (partial)"]),
    ("Fra Torkild lød et ønske om mere.", ["Torkild = Torkild Vestmark (partial)"]),
    ("Stillet af Torkild.", ["Torkild = Torkild Vestmark (partial)"]),
    ("Efter kassererens forslag blev det valgt.", ["kassererens = Torkild Vestmark (role)"]),
    ("Planen er lavet af Torkild Vestmark jun.", []),
    ("Udsat på grund af URT's afbud.", ["URT's = Ulla Ravnholm Tange (initials)"]),
    ("Planen er lavet af kommunen.", []),
    ("Planen er lavet i Fjordby.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), MENTIONS)
def test_mentions(text: str, facts: list[str]) -> None:
    assert mentioned(minutes(text)) == facts


def test_of_two_who_fit_both_are_candidates() -> None:
    record = minutes("Planen er lavet af Lyngdal.")
    (mention,) = (m for m in record.mentions if m.participant is None)
    names = {p.id: p.name for p in record.participants}
    assert sorted(names[c.participant] for c in mention.candidates) == ["Erik Lyngdal", "Preben Lyngdal"]


LONG = "Torkild Vestmark oplyste, at taget på den gamle skole er tæt."
DIAGNOSTICS = [
    ("Taget er tæt.", {}),
    ("Planen er lavet af Lyngdal.", {"ambiguous_name": "Lyngdal"}),
    ("Planen er lavet af Karla Vestmark.", {"unlinked_name": "Karla Vestmark"}),
    ("Skoleleder Vestmark oplyste, at taget er tæt.", {"role_mismatch": "Skoleleder Vestmark"}),
    ("Hr. Vestmark oplyste, at taget er tæt.", {}),
    ("Murermester Vestmark oplyste, at taget er tæt.", {}),
    ("Taget er tæt, hvorimod kasserer Vestmark ville se det selv.", {}),
    ("Rådet har drøftet taget og bemærket, at det er tæt.", {}),
    ("Vestmark orientered om taget.", {"suspect_spelling": "orientered"}),
    (f"{LONG} {LONG}", {"repeated_sentence": LONG}),
]


@pytest.mark.parametrize(("text", "marked"), DIAGNOSTICS)
def test_diagnostics(text: str, marked: dict[str, str]) -> None:
    record = minutes(text)
    found = {d.code: record.text[slice(*d.span)] for d in record.diagnostics if d.span}
    assert found == marked


def test_a_text_that_is_no_minutes() -> None:
    record = analyse_text("Kære Else\nTak for sidst. Her er opskriften på æblekage.")
    assert {"no_participants", "no_items"} <= {d.code for d in record.diagnostics}
    assert (record.participants, record.statements, record.decisions, record.actions) == ((), (), (), ())


def test_minutes_have_participants_and_items() -> None:
    assert not {"no_participants", "no_items"} & {d.code for d in minutes("Taget er tæt.").diagnostics}


def test_the_letter_of_a_heading_is_no_initial() -> None:
    record = minutes(
        "A. Formanden\nFormanden orienterede om salen.\nB. Kassereren\nKassereren orienterede om budgettet."
    )
    assert [i.title for i in record.items][1:3] == ["Formanden", "Kassereren"]
    assert {s.speaker.name for s in record.statements} == {"Agnete Brolund", "Torkild Vestmark"}
