"""Sentences in which a wrong name is near at hand: what stands beside them must be the right one or nobody."""

import pytest

from analyser import analyse_text

ROSTER = """Referat af bestyrelsesmøde i Bakkeby Borgerforening den 3. marts 2020

Til stede: Agnete Brolund (formand), Torkild Vestmark (kasserer), Solveig Hjortkær (skoleleder), Mogens Askebjerg
(politiinspektør), Erik Lyngdal (vagtmester), Preben Lyngdal, Karl Brandt, Jens Holm, Lone Krog, Lone Brandt,
Johanne Bak

1. Taget

"""

# (sentences, the speakers' names in order; "?" for somebody who is not linked to the roster)
SAYINGS = {
    "who asked does not answer himself": (
        "Karl Brandt spurgte til taget. Han svarede, at det er tæt.",
        ["Karl Brandt", "?"],
    ),
    "who told before answers": (
        "Erik Lyngdal fortalte om taget. Karl Brandt spurgte til prisen. Han svarede, at det er dyrt.",
        ["Erik Lyngdal", "Karl Brandt", "Erik Lyngdal"],
    ),
    "who is asked in a list": (
        "Bestyrelsen\n- anmodede Jens Holm om et notat\nKarl Brandt støttede det.",
        ["Karl Brandt"],
    ),
    "one from the council": ("Jens Holm fra kommunen viste tallene.", ["Jens Holm"]),
    "a stranger in front": ("Tjorven savner flere bænke.", []),
    "two bodies in two clauses": ("Jens Holm roste taget, og bestyrelsen takkede for maden.", ["Jens Holm", "?"]),
    "whom we ask": ("Vi bad Jens Holm om at slukke lyset.", []),
    "whom a neighbour asks": ("Naboen spurgte Jens Holm, om hegnet flyttes.", []),
    "whom a neighbour thanks": ("Ejeren takkede Karl Brandt for hjælpen.", ["?"]),
    "who asks after a time": ("Sidste år spurgte Jens Holm til taget.", ["Jens Holm"]),
    "who tells of a thing": ("Regnskabet gennemgik Torkild Vestmark.", ["Torkild Vestmark"]),
    "both behind where": (
        "Der var debat, hvor både Jens Holm og Karl Brandt støttede planen.",
        ["Jens Holm", "Karl Brandt"],
    ),
    "one whose words are told": ("Fra Jens Holm lød det, at taget er tæt.", ["Jens Holm"]),
    "the exception": ("Alle undtagen Jens Holm støttede forslaget.", []),
    "the denial": ("Jens Holm støttede ikke forslaget.", []),
    "neither of two": ("Hverken Karl Brandt eller Jens Holm støttede forslaget.", []),
    "a genitive as agent": ("Planen blev kritiseret af Jens Holms søn.", []),
    "another first name that ends in s": ("Johannes fortalte om turen.", ["?"]),
    "another first name": ("Vibse Hjortkær takkede for kaffen.", []),
    "a stranger by his family name": ("Lorentzen mente, at det er for dyrt.", ["?"]),
    "a class": ("Klassen mente, at det er for dyrt.", []),
    "a family": ("Familien Brandt takkede for hjælpen.", []),
    "another body's officer": ("Formanden for Fjordby IF takkede for lån af hallen.", ["?"]),
    "another body's officer, owned": ("Elevrådets formand oplyste, at der er fest.", ["?"]),
    "the deputy nobody is": ("Næstformanden takkede for sangen.", ["?"]),
    "the former one": ("Den tidligere formand oplyste, at det var dyrt.", ["?"]),
    "she in a line before": (
        "Solveig Hjortkær fortalte om en tur. Agnete sang.\nKarl Brandt spurgte til prisen. Fire kroner, sagde hun.",
        ["Solveig Hjortkær", "Karl Brandt", "?"],
    ),
    "an officer from elsewhere": ("Formanden fra Fjordby IF takkede for lån af hallen.", ["?"]),
    "the other side": ("Modsat Jens Holm mente Karl Brandt, at det går.", ["Karl Brandt"]),
    "who was told": ("Jens Holm har af Karl Brandt fået oplyst, at taget er tæt.", []),
    "a quotation": ('Jens Holm spurgte: "Har Karl Brandt oplyst det?"', ["Jens Holm"]),
    "he after two": ("Karl Brandt takkede Mogens Askebjerg. Han svarede, at det gik.", ["Karl Brandt", "?"]),
    "he after one": ("Erik Lyngdal orienterede om taget. Han tilføjede, at det er tæt.", ["Erik Lyngdal"] * 2),
    "he after a stranger": (
        "Erik Lyngdal orienterede om taget. En beboer var vred. Han spurgte, hvem der betaler.",
        ["Erik Lyngdal", "?"],
    ),
    "she is no Erik": ("Erik Lyngdal orienterede om taget. Hun tilføjede, at det er tæt.", ["Erik Lyngdal", "?"]),
    "one letter apart": ("Jens Holt takkede for kaffen.", ["?"]),
    "a label of two": ("Erik Lyngdal, Karl Brandt: Taget er tæt.", ["Erik Lyngdal", "Karl Brandt"]),
    "one of two Lones": ("Lone spurgte til prisen.", ["?"]),
    "two Lyngdals": ("Lyngdal spurgte til prisen.", ["?"]),
    "who was asked": ("Jens Holm blev spurgt af Karl Brandt, om taget er tæt.", ["Karl Brandt"]),
    "inside what was said": ("Formanden oplyste, at Jens Holm havde spurgt til taget.", ["Agnete Brolund"]),
    "about somebody": ("Det blev oplyst, at Karl Brandt er syg.", []),
    "a question from somebody": ("På spørgsmål fra Karl Brandt svarede Jens Holm, at taget er tæt.", ["Jens Holm"]),
}


@pytest.mark.parametrize(("text", "speakers"), SAYINGS.values(), ids=SAYINGS.keys())
def test_who_is_said_to_speak(text: str, speakers: list[str]) -> None:
    minutes = analyse_text(ROSTER + text + "\n")
    names = {p.id: p.name for p in minutes.participants if p.note != "on no list of participants"}
    assert [names.get(s.speaker.participant or "", "?") for s in minutes.statements] == speakers


TASKS = {
    "who is to be contacted": ("Karl Brandt skal kontaktes af formanden inden 1. maj 2020.", ["Agnete Brolund"]),
    "another first name that ends in s": ("Johannes kontakter banken.", ["?"]),
    "who is not to": ("Karl Brandt skal ikke kontakte kommunen.", []),
    "who may": ("Hvis det regner, kontakter Karl Brandt en tømrer.", []),
}


@pytest.mark.parametrize(("text", "doers"), TASKS.values(), ids=TASKS.keys())
def test_who_is_to_do_it(text: str, doers: list[str]) -> None:
    minutes = analyse_text(ROSTER + text + "\n")
    names = {p.id: p.name for p in minutes.participants}
    linked = [a.responsible.participant if a.responsible else None for a in minutes.actions]
    assert [names.get(who or "", "?") for who in linked] == doers
