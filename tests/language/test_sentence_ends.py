"""Where sentences end: `|` marks each end, and a line break is one too."""

import pytest

from analyser.language.sentences import sentence_spans

SENTENCES = [
    # plain ends
    "Salen var fuld.|Alle var glade.",
    "Er det rigtigt?|Ja!|Godt…",
    "Er det dyrt?!|Ja.",
    'Han sagde: "Nu går vi."|Så gik han.',
    # abbreviations
    "Der kom ca. 325 gæster.|Salen var fuld.",
    "Brevet er sendt, f.eks. til Jensby.|Det er godt.",
    "Det gælder bl.a. Nørrevej.",
    "Dr. Vad kom.|Hun gik.",
    "Se pkt. 4.|Herefter blev der spist.",
    "Stole, borde m.v.|Alle er købt.",
    "Prisen er 200 kr.|Det er dyrt.",
    "Et Overskud paa 412 Kr. 80 Øre.|Det er godt.",
    "Prisen er 200 kr.|80 stemte for.",
    "Ventetiden er 3 mdr.|Lis Bo lover tal.",
    "Ventetiden er 3 mdr. pr. plads.",
    "Der blev købt for 3 mio. kr. i alt.|Det er meget.",
    "Filen ligger på www.fjordby.dk.|Se den.",
    # initials
    "H. C. Vad talte.|Han gik.",
    "Chr. Vad og Th. Lyng kom.|De gik.",
    "Der er uro i hus A.|Alle hørte det.",
    "Det er især på afd. B.|Trine er enig.",
    "Der er indbrud i blok D.|Hassan spurgte.",
    "Vi går videre med skitse B.|Erling indhenter tilbud.",
    "Vi går videre med skitse B. Otto Bro indhenter tilbud.",
    "Brevet er fra lærer B. Otto på skolen.",
    "Brevet er fra B. Otto på skolen.",
    "Imod stemte A.|Derefter gik man videre.",
    "Imod stemte V og O.|Formandens stemme talte.",
    "For stemte V, C og O.|Peter Bech undlod.",
    "Kortet er tegnet af Jan P.|Bestyrelsen er glad.",
    "Imod stemte A.|Peter Bech undlod.",
    "Imod stemte A. Bruun og Toft.",
    "C. Formanden takkede.",
    "For stemte A, F og C.|Imod stemte V og O.|Forslaget faldt.",
    "Imod stemte V.|Forslaget er vedtaget.",
    "Imod stemte Ø.|F undlod.",
    "Imod stemte N. Ravn.|Forslaget er vedtaget.",
    "Der kom A. Vad og C. Ravn.|Salen var fuld.",
    # ordinals, days and figures
    "Første del er trykt.|2. del følger.",
    "Mødet holdes den 14. marts.|Alle er velkomne.",
    "Vi mødes d. 3. Maj.|Velkommen.",
    "Der var 12.|Det er nok.",
    "Vi ses i 2024.|Hilsen bestyrelsen",
    "Mødet slutter kl. 21.|Tak for i aften.",
    "Det er gade nr. 7.|Her bor ingen.",
    # what a stop without a capital behind it does
    "Ja. nej.|Jo.",
    "...",
]


@pytest.mark.parametrize("marked", SENTENCES)
@pytest.mark.parametrize("between", [" ", "\n", "  "])
def test_sentences(marked: str, between: str) -> None:
    expected = marked.split("|")
    text = between.join(expected)
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n"])
def test_blanks_hold_no_sentence(text: str) -> None:
    assert sentence_spans(text) == []


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "Et. To er her. Tre er der. Fire."
    spans = sentence_spans(text, 4, 26)
    assert [text[start:end] for start, end in spans] == ["To er her.", "Tre er der."]


def test_a_line_end_is_a_sentence_end() -> None:
    text = "Overskrift uden punktum\nOg en linje"
    assert [text[start:end] for start, end in sentence_spans(text)] == text.split("\n")
