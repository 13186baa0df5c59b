"""Whom titles mean that no roster gives, or that the text gives to somebody else: Danish left, who speaks right."""

import pytest

from analyser import analyse_text
from analyser.minutes import Actor
from tests.extraction.documents import who

HEAD = """Referat af generalforsamling i Bakkeby Vandværk den 3. marts 2020

Til stede: Agnete Brolund (formand), Torkild Vestmark (1. næstformand), Solveig Hjortkær (2. næstformand), Lis Bo,
Ib Holm, Jens Kvist, Mona Friis, HK
"""

TITLES = [
    # in apposition, in front of the name or behind it, and by the title alone after that
    ("Revisor Lis Bo gennemgik regnskabet. Revisoren svarede på spørgsmål.", ["Lis Bo", "Lis Bo"]),
    ("Kassereren, Ib Holm, fremlagde budgettet. Kassereren takkede.", ["Ib Holm", "Ib Holm"]),
    ("Ib Holm, kasserer, fremlagde budgettet.\nKassereren takkede.", ["Ib Holm", "Ib Holm"]),
    ("Driftsleder Jens Kvist fremviste rørene.\nSenere tilføjede driftslederen, at de er nye.",
     ["Jens Kvist", "Jens Kvist"]),
    ("Arkitekten anslog prisen.\nArkitekt Mona Friis viste tegninger.", ["Mona Friis", "Mona Friis"]),
    ("Revisor gennemgik regnskabet.\nUnderskrift: Lis Bo, revisor", ["Lis Bo"]),
    # the one whom the item calls so, not who bears it on the roster
    ("Udvalgsformand Ib Holm forelagde sagen. Lis Bo var imod. Udvalgsformanden svarede, at det haster.",
     ["Ib Holm", "Lis Bo", "Ib Holm"]),
    # in front of a list, nobody's
    ("Talsmænd\nTAP: Lis Bo (laborant), Ib Holm (sekretær)\nTAP spurgte til ferien.", ["?"]),
    # from the election on
    ("Lis fik 4 stemmer og Ib 3, og Lis er dermed kasserer. Jens Kvist var imod. Den nyvalgte kasserer takkede.",
     ["Jens Kvist", "Lis Bo"]),
    ("Mona Friis blev ny kasserer. Kassereren takkede for valget.", ["Mona Friis"]),
    # by order, by place
    ("Her foreslog 2. næstformanden en pause.", ["Solveig Hjortkær"]),
    ("Det støttede 1. næstformanden.", ["Torkild Vestmark"]),
    # who was elected has the title from then on
    ("Jens Kvist blev valgt til talsmand. Den nye talsmand takkede for tilliden.", ["Jens Kvist"]),
    ("Den nye formand takkede for tilliden.\nAgnete takkede af.", ["?", "Agnete Brolund"]),
    ("Den tidligere formand takkede for tilliden.", ["?"]),
    ("Den fungerende formand takkede for tilliden.", ["?"]),
    # without an article
    ("Revisor gennemgik regnskabet.\nRevisor Lis Bo gik kl. 20.", ["Lis Bo"]),
    ("Formand og 1. næstformand takkede for valget.", ["Agnete Brolund", "Torkild Vestmark"]),
    ("Fra administrator deltog Mona Friis. Administrator gennemgik budgettet.", ["Mona Friis"]),
    ("Fra administrator deltog Mona Friis og Lis Bo. Administrator gennemgik budgettet.", ["?"]),
    ("Udvalgets formand, Ib Holm, forelagde sagen. Udvalgsformanden tilføjede, at det haster.",
     ["Ib Holm", "Ib Holm"]),
    ("Formand Ib Holm forelagde sagen. Formanden tilføjede, at det haster.", ["Ib Holm", "?"]),
    ("Begge næstformænd støttede forslaget.", ["Torkild Vestmark", "Solveig Hjortkær"]),
    # of no roster, called by the family name alone later
    ("På forslag af Sejr Ettrup blev der holdt pause. Ettrup takkede for det.", ["Sejr Ettrup"]),
    # who put the proposal
    ("Forslag fra Mona Friis om hunde. Forslagsstilleren begrundede det.", ["Mona Friis"]),
    ("Mona Friis motiverede forslaget.\nLis Bo var imod.\nForslagsstilleren svarede, at hunde larmer.",
     ["Mona Friis", "Lis Bo", "Mona Friis"]),
    ("Forslagsstilleren begrundede det.", ["?"]),
    # a list is no apposition
    ("Til udvalget valgtes Formanden, Fru Holm og Kvist. Formanden takkede.", ["Agnete Brolund"]),
    ("Til udvalget valgtes kassereren, Ib Holm og Lis Bo. Kassereren takkede.", ["?"]),
    ("Formanden for Fjordby IF, Ib Holm, takkede.\nFormanden svarede, at det var godt.",
     ["Ib Holm", "Agnete Brolund"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), TITLES)
def test_whom_a_title_means(text: str, speakers: list[str]) -> None:
    record = analyse_text(f"{HEAD}\n1. Taget\n\n{text}\n")
    assert [_name(s.speaker) for s in record.statements] == speakers


def _name(speaker: Actor) -> str:
    written = who(speaker)
    return "?" if written.startswith("<") else written


HEADINGS = [
    ("2. Valg af talsmand\nJens Kvist blev valgt med 3 stemmer, Ib Holm fik 2.\nTalsmanden takkede.", "Jens Kvist"),
    ("2. Valg af dirigent\nAgnete foreslog Lis Bo, som blev valgt.\n\n3. Evt.\nDirigenten takkede.", "Lis Bo"),
    ("2. Forslag fra Mona Friis om hunde\nForslagsstilleren talte om hunde og takkede.", "Mona Friis"),
    ("2. Valg af dirigent: Ib Holm\nDer var kaffe.\n\n3. Evt.\nDirigenten takkede.", "Ib Holm"),
    ("2. Valg\nValg af revisor: Lis Bo (genvalgt)\n\n3. Evt.\nRevisoren takkede.", "Lis Bo"),
    ("2. Valg\nValg af revisorer: Lis Bo og Ib Holm\n\n3. Evt.\nRevisoren takkede.", "?"),
    ("2. Dirigenten\nDirigenten takkede.", "?"),
]


@pytest.mark.parametrize(("items", "speaker"), HEADINGS)
def test_whom_a_title_means_by_what_a_heading_says(items: str, speaker: str) -> None:
    record = analyse_text(f"{HEAD}\n1. Taget\nTaget er tæt.\n\n{items}\n")
    assert _name(record.statements[-1].speaker) == speaker


def test_names_in_the_roster_the_headings_and_signatures_are_mentions() -> None:
    record = analyse_text(f"{HEAD}\n1. Forslag fra Mona Friis\n\nTaget er tæt.\n\nReferent: Lis Bo\n")
    names = {p.id: p.name for p in record.participants}
    linked = [names[m.participant] for m in record.mentions if m.participant]
    assert linked.count("Mona Friis") == 2
    assert linked.count("Lis Bo") == 2


HOUSES = """Møde i Lokaludvalget den 3. marts 2020

Til stede: Agnete Brolund (leder), TR Torkild Vestmark (BUPL), TR Solveig Hjortkær (FOA), Lis Bo

1. Taget

"""


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("TR (BUPL) takkede for kaffen.", ["Torkild Vestmark"]),
        ("TR (FOA) takkede for kaffen.", ["Solveig Hjortkær"]),
        ("TR BUPL: Taget er tæt.", ["Torkild Vestmark"]),
        ("TR (HK) takkede for kaffen.", ["?"]),
        ("TR takkede for kaffen.", ["?"]),
        ("TR'erne takkede for kaffen.", ["Torkild Vestmark", "Solveig Hjortkær"]),
    ],
)
def test_of_several_with_a_title_the_house_tells_which(text: str, speakers: list[str]) -> None:
    assert [_name(s.speaker) for s in analyse_text(f"{HOUSES}{text}\n").statements] == speakers


CHAIRMEN = [
    ("Ungdomsrådet", "Bo skriver til udvalgsformanden.", None),
    ("Teknisk Udvalg", "Bo skriver til udvalgsformanden.", "Agnete Brolund"),
    ("Teknisk Udvalg", "Bo skriver til bestyrelsesformanden.", None),
    ("bestyrelsen", "Bo skriver til bestyrelsesformanden.", "Agnete Brolund"),
]


@pytest.mark.parametrize(("body", "text", "meant"), CHAIRMEN)
def test_whose_formand_a_front_tells(body: str, text: str, meant: str | None) -> None:
    roster = "Til stede: Agnete Brolund (formand), Bo Ek"
    record = analyse_text(f"Møde i {body} den 3. marts 2020\n\n{roster}\n\n1. Taget\n{text}\n")
    names = {p.id: p.name for p in record.participants}
    linked = [names[m.participant] for m in record.mentions if m.participant and "formanden" in m.text]
    assert linked == ([meant] if meant else [])


TOWNS = """Møde i Kredsrådet den 3. marts 2020

Til stede:
Borgmester Agnete Brolund, Fjordby Kommune
Borgmester Torkild Vestmark, Søndre Vig Kommune

1. Tryghed

"""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Borgmesteren i Fjordby spurgte til kørekort.", "Agnete Brolund"),
        ("Borgmesteren i Fjordby Kommune spurgte til kørekort.", "Agnete Brolund"),
        ("Fjordby Kommunes borgmester spurgte til kørekort.", "Agnete Brolund"),
        ("Borgmesteren fra Søndre Vig Kommune spurgte til kørekort.", "Torkild Vestmark"),
        ("Borgmesteren i Nørre Vig Kommune spurgte til kørekort.", "?"),
        ("Borgmesteren spurgte til kørekort.", "?"),
    ],
)
def test_of_several_with_a_title_the_town_tells_which(text: str, speaker: str) -> None:
    assert [_name(s.speaker) for s in analyse_text(f"{TOWNS}{text}\n").statements] == [speaker]


MAYORS = [
    ("Økonomiudvalget", "Borgmesteren", "Agnete Brolund"),
    ("Fjordby Byråd", "Borgmesteren", "Agnete Brolund"),
    ("Amtsrådet", "Amtsborgmesteren", "Agnete Brolund"),
    ("Ældrerådet", "Borgmesteren", "?"),  # whoever it is, not the chair
]


@pytest.mark.parametrize(("body", "title", "speaker"), MAYORS)
def test_a_mayor_chairs_by_law(body: str, title: str, speaker: str) -> None:
    roster = "Til stede: Agnete Brolund, formand (V), Torkild Vestmark (A)"
    record = analyse_text(f"Møde i {body} den 3. marts 2020\n\n{roster}\n\n1. Taget\n{title} takkede for kaffen.\n")
    assert [_name(s.speaker) for s in record.statements] == [speaker]


def test_a_label_in_front_of_several_is_nobodys_title() -> None:
    roster = "VIP: Agnete Brolund (formand), Torkild Vestmark\nTAP: Lis Bo, Solveig Hjortkær"
    record = analyse_text(
        f"Møde i Institutrådet den 3. marts 2020\n\nTil stede:\n{roster}\n\n1. Taget\nTaget er tæt.\n"
    )
    assert not [m.text for m in record.mentions if m.text in ("VIP", "TAP")]


IN_THE_TEXT = [
    ("Nøglen ligger hos viceværten.", {"viceværten": "Torkild Vestmark"}),
    ("Ligeledes viceværtens nøgle.", {"viceværtens": "Torkild Vestmark"}),
    ("Inspektøren kender sagen.", {"Inspektøren": "Solveig Hjortkær"}),
    ("Lederen kender sagen.", {"Lederen": "Lis Bo"}),
    ("FTR kender sagen.", {"FTR": "Agnete Brolund"}),
]


@pytest.mark.parametrize(("text", "facts"), IN_THE_TEXT)
def test_titles_that_are_part_of_another_or_stand_beside_a_house(text: str, facts: dict[str, str]) -> None:
    roster = [
        "Agnete Brolund, FTR FOA og næstformand",
        "Torkild Vestmark, vicevært",
        "Solveig Hjortkær, ungdomsskoleinspektør",
        "Lis Bo, projektleder",
    ]
    lines = "\n".join(roster)
    record = analyse_text(f"Møde i Lokaludvalget\n\nTil stede:\n{lines}\n\n1. Taget\n{text}\n\n2. Evt.\nIntet.\n")
    names = {p.id: p.name for p in record.participants}
    start = record.items[0].span[0]
    assert {m.text: names[m.participant] for m in record.mentions if m.participant and m.span[0] > start} == facts


def test_the_number_of_an_item_is_none_of_a_title() -> None:
    roster = "Til stede: Agnete Brolund (institutleder), Torkild Vestmark"
    record = analyse_text(f"Møde\n\n{roster}\n\n1.\nGodkendt.\n\n2.\nInstitutlederen nævnte festen.\n")
    assert [s.speaker.name for s in record.statements] == ["Agnete Brolund"]
    assert "Institutlederen" in [m.text for m in record.mentions if m.participant]


QUALIFIED = [
    ("Den nuværende kasserer takkede.", "Torkild Vestmark"),
    ("Den nuværende kasserer, Lis Bo, takkede.", "Lis Bo"),
    ("Den tidligere kasserer takkede.", "?"),
    ("Den afgående kasserer takkede.", "?"),
    ("Ib Kvist blev valgt til kasserer. Den afgående kasserer takkede.", "Torkild Vestmark"),
    ("Kasserer: Lis Bo blev valgt i stedet for Torkild Vestmark. Den nye kasserer takkede.", "Lis Bo"),
    ("Kirkeværgen (Jannik) gennemgik regnskabet. Kirkeværgen takkede.", "Jannik Mejer"),
    ("Kasseren takkede.", "Torkild Vestmark"),
    ("Kass. takkede.", "Torkild Vestmark"),
    ("Formd. takkede.", "Agnete Brolund"),
    ("Hr. Mejer takkede.", "Jannik Mejer"),
]


@pytest.mark.parametrize(("text", "speaker"), QUALIFIED)
def test_titles_with_an_adjective_misspelt_or_cut_short(text: str, speaker: str) -> None:
    roster = "Til stede: Agnete Brolund (formand), Torkild Vestmark (kasserer), Jannik Mejer"
    record = analyse_text(f"Møde i bestyrelsen\n\n{roster}\n\n1. Taget\n{text}\n\n2. Evt.\nIntet.\n")
    assert _name(record.statements[-1].speaker) == speaker


NAMED = [
    ("Det har kass. rettet.", {"kass": "Torkild Vestmark"}),
    ("Brev fra Mejer.", {"Mejer": "Jannik Mejer"}),
    ("Hans forslag er dyrt.", {}),
    ("Det ved Sofie.", {"Sofie": "Sofie Krag"}),
    ("Den nye TR vælges i maj.", {}),
    ("Der ringes til HR.", {}),
]


@pytest.mark.parametrize(("text", "facts"), NAMED)
def test_names_that_look_like_something_else(text: str, facts: dict[str, str]) -> None:
    roster = "Til stede: Hans-Erik Brolund (TR), Torkild Vestmark (kasserer), Jannik Mejer, Sofie Krag, Anna-Sofie Bo"
    record = analyse_text(f"Møde i bestyrelsen\n\n{roster}\n\n1. Taget\n{text}\n\n2. Evt.\nIntet.\n")
    names = {p.id: p.name for p in record.participants}
    start = record.items[0].span[0]
    assert {m.text: names[m.participant] for m in record.mentions if m.participant and m.span[0] > start} == facts
