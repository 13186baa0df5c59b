"""Whom `han`, `hende`, `Hans suppleant` mean: Danish left, the one who is meant right; `-` for nobody."""

import pytest

from analyser import analyse_text

ROSTER = """Referat af bestyrelsesmøde i Bakkeby Borgerforening den 3. marts 2020

Til stede: Agnete Brolund (formand), Torkild Vestmark (kasserer), Solveig Hjortkær (sekretær), Karl Brandt, Jens Holm,
Ilham Saidi, Kim Ravn

1. Taget

"""

# each pronoun of the text stands in brackets
MEANT = [
    # the one of that gender who is named just before, in the sentence or in the one before it
    ("Karl Brandt stemte imod, idet [han] fandt taget for dyrt.", ["Karl Brandt"]),
    ("Karl Brandt orienterede om taget. [Han] mente, at det er tæt.", ["Karl Brandt"]),
    ("Agnete orienterede. Karl spurgte til prisen. [Hun] svarede, at den er fast.", ["Agnete Brolund"]),
    ("Solveig foreslog en fest. Det støttede Karl og Jens. [Hun] laver en liste.", ["Solveig Hjortkær"]),
    ("Kassereren gennemgik regnskabet. [Han] kunne berette om et overskud.", ["Torkild Vestmark"]),
    ("Ilham Saidi var imod. Karl Brandt gav [hende] ret.", ["Ilham Saidi"]),
    ("Karl Brandt rykker kommunen. Det gør [han] i næste uge.", ["Karl Brandt"]),
    ("Karl har bedt Solveig sige, at [hun] ikke kommer.", ["Solveig Hjortkær"]),
    # of two neither, of one whose name tells no gender nobody else
    ("Karl Brandt og Jens Holm fremlagde planen. [Han] tilføjede, at den er dyr.", ["-"]),
    ("Karl Brandt spurgte Jens Holm om prisen. [Han] tøvede.", ["-"]),
    ("Kim Ravn var imod. [Hun] fandt planen dyr.", ["Kim Ravn"]),
    ("En beboer var utilfreds. [Han] ville klage.", ["-"]),
    ("Karl Brandt anbefalede tømrer Kappel, da [han] er billig.", ["-"]),
    ("Kommunaldirektøren orienterer: Agnete har talt med ejeren. Salen er fuld. [Hun] skriver et brev.",
     ["Agnete Brolund"]),
    ("Karl Brandt orienterede. Viceværten mødte op. [Han] havde nøglen.", ["-"]),
    ("[Hun] takkede for kaffen.", ["-"]),
    # an object is not the subject of its verb
    ("Karl Brandt redegjorde for taget. Jens Holm mindede [ham] om fristen.", ["Karl Brandt"]),
    ("Karl Brandt redegjorde for taget. Jens Holm rejste sig og takkede [ham].", ["Karl Brandt"]),
    ("Solveig går af. Formanden takkede [hende] for arbejdet.", ["Solveig Hjortkær"]),
    ("Jens Holm takkede [ham].", ["-"]),
    ("Som dirigent foreslås Tage Munk fra nr. 7. Karl Brandt spørger [ham].", ["-"]),
    # whose it is
    ("Karl Brandt sagde, at det var [hans] sidste møde.", ["Karl Brandt"]),
    ("Karl Brandt er rejst. [Hans] forslag er dyrt.", ["Karl Brandt"]),
    ("Solveig er syg. Jens Holm deltog i [hendes] sted.", ["Solveig Hjortkær"]),
    ("Formanden takkede Karl for [hans] arbejde.", ["Karl Brandt"]),
    # who is named later in the sentence is not the one
    ("Karl Brandt fortalte om et møde. [Han] var ifølge Karl Brandt enig.", ["-"]),
    # who stands in brackets behind it
    ("Karl Brandt og Jens Holm fortalte om taget. [Han] (Jens Holm) har en stige.", ["Jens Holm"]),
    # who speaks of himself behind his name
    ("Karl: Vi har søgt om penge, og [jeg] rykker for svar.", ["Karl Brandt"]),
    # the next line, while it names nobody; and the only one of that gender whom the item names
    ("Agnete aflagde beretning. Der er bygget om.\n[Hun] takkede naboerne.", ["Agnete Brolund"]),
    ("Agnete spurgte til prisen. Solveig afviste det.\nDerudover orienterede [hun] om haven.", ["Solveig Hjortkær"]),
    ("Agnete orienterede. Solveig melder tilbage om lidt.\n[Hun] orienterede om haven.", ["-"]),
    ("Agnete fortalte om en tur.\nKarl spurgte til prisen. Fire kroner, sagde [hun].", ["Agnete Brolund"]),
    ("Agnete fortalte om en tur. Solveig sang.\nKarl spurgte til prisen. Fire kroner, sagde [hun].", ["-"]),
    # who was elected
    ("Karl Brandt foreslog Jens Holm som dirigent. [Han] blev valgt.", ["Jens Holm"]),
    # the one named last
    ("Til udvalget valgtes Jens Holm og Karl Brandt. Formanden ringer til [sidstnævnte].", ["Karl Brandt"]),
    ("Til udvalget valgtes Jens Holm og Karl Brandt. [Førstnævnte] er ny. [Sidstnævnte] var der ikke.",
     ["Jens Holm", "Karl Brandt"]),
    # who answers is not the one who has objected, and who goes on is the one who spoke
    ("Karl Brandt fremlagde planen. Jens Holm fandt den dyr. [Han] svarede, at den er billig.", ["Karl Brandt"]),
    ("Karl Brandt fremlagde planen. Jens Holm opfordrede Karl til at vente. Det sagde [han] ja til.", ["Karl Brandt"]),
    ("Agnete orienterede. Solveig melder tilbage.\n[Hun] orienterede endvidere om haven.",
     ["Agnete Brolund"]),
    # another than he whose she is, and one who is named behind
    ("Agnete er rejst. Karls kone har ringet, [hun] er frisk.", ["-"]),
    ("Agnete har ansat en pædagog. [Hun] hedder Liv.", ["-"]),
    # initials that the roster lacks
    ("AB bød velkommen, JH spurgte til taget. [Han] fandt det utæt.", ["Jens Holm"]),
    ("Efter KB's opfattelse er taget tæt, men [han] har ikke set det.", ["Karl Brandt"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "people"), MEANT)
def test_whom_a_pronoun_means(marked: str, people: list[str]) -> None:
    text, places = ROSTER, []
    for piece in marked.split("["):
        word, bracket, rest = piece.partition("]")
        if bracket:
            places.append((len(text), len(text) + len(word)))
        text += word + rest
    record = analyse_text(f"{text}\n")
    names = {p.id: p.name for p in record.participants}
    linked = {m.span: names.get(m.participant or "") for m in record.mentions}
    assert [linked.get(place) or "-" for place in places] == people


def test_of_two_who_may_be_meant_both_are_candidates() -> None:
    record = analyse_text(f"{ROSTER}Karl Brandt og Jens Holm fremlagde planen. Han tilføjede, at den er dyr.\n")
    names = {p.id: p.name for p in record.participants}
    (mention,) = (m for m in record.mentions if m.text == "Han")
    assert (mention.participant, mention.method) == (None, "none")
    assert sorted(names[c.participant] for c in mention.candidates) == ["Jens Holm", "Karl Brandt"]


TITLES = [
    ("Punktet er sat på efter ønske fra professor Lis Bo. Professoren begrundede det.", "Lis Bo"),
    ("Professoren begrundede punktet.", "-"),
]


@pytest.mark.parametrize(("text", "who"), TITLES)
def test_of_two_of_a_title_the_one_whom_the_item_names_is_meant(text: str, who: str) -> None:
    record = analyse_text(f"Referat\n\nTil stede:\nProfessor Lis Bo\nProfessor Ib Holm\n\n1. Nyt\n\n{text}\n")
    names = {p.id: p.name for p in record.participants}
    assert [names.get(s.speaker.participant or "", "-") for s in record.statements] == [who]


def test_a_line_of_the_roster_has_pronouns_too() -> None:
    record = analyse_text("Referat\n\nAfbud: Ib Holm. Lis Bo mødte i hans sted.\n\n1. Nyt\nIntet.\n")
    names = {p.id: p.name for p in record.participants}
    assert [names[m.participant or ""] for m in record.mentions if m.text == "hans"] == ["Ib Holm"]
