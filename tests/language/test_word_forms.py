"""Forms of one word, and compounds that hold it: on the left what is looked for, on the right what answers or does not.

Words here come from no document; they are the kinds of words in which a search for letters goes wrong.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyser.language.compounds import holds
from analyser.language.inflections import inflected, stem

FORMS = [
    ("indbrud", "indbruddet indbruddene indbruddenes indbruds"),
    ("skole", "skolen skolens skoler skolerne skolernes"),
    ("tilskud", "tilskuddet tilskuddene"),
    ("ret", "retten rettens retter retterne"),
    ("by", "byen byens byer byerne"),
    ("sø", "søen søer søerne"),
    ("cykel", "cyklen cykler cyklerne"),
    ("regel", "reglen regler reglerne"),
    ("middel", "midlet midler midlerne"),
    ("center", "centeret centret centre centrene"),
    ("budget", "budgettet budgetter budgetterne"),
    ("bestyrelse", "bestyrelsen bestyrelser bestyrelsernes"),
    ("område", "området områder områderne"),
    ("mulighed", "muligheden muligheder mulighederne"),
    ("barn", "børn børnene børnenes barnet"),
    ("formand", "formanden formænd formændene"),
    ("nummer", "nummeret numre numrene"),
    ("lærer", "læreren lærere lærerne lærernes"),
    ("beboer", "beboere beboeren beboerne"),
    ("klub", "klubben klubber klubberne"),
    ("hus", "huset huse husene"),
]

NO_FORMS = [
    ("ret", "retning direkte rettidig kontoret"),
    ("bil", "bilag billet bilist"),
    ("mål", "målere måleren målerne måling"),
    ("lære", "læreren lærere"),
    ("mulig", "mulighed"),
    ("valg", "valgt valgte udvalg"),
    ("vand", "vandt vandring"),
    ("lov", "lovlig"),
    ("sag", "sagkyndig sagde"),
    ("by", "byge"),
    ("hus", "husk"),
    ("møde", "mødte"),
]

COMPOUNDS = [
    ("indbrud", "indbrudsforebyggelse villaindbrud villaindbruddene indbrudsbølgen"),
    ("skole", "folkeskolen skolevej skolebestyrelsen ungdomsskolens musikskole"),
    ("møde", "borgermøde forældremøderne mødelokale afdelingsmøde"),
    ("råd", "byråd byrådets elevrådsmøde ældrerådet rådhuset"),
    ("mål", "målgruppe"),
    ("bil", "biltrafik"),
    ("ret", "retssag byret"),
    ("tid", "mødetidspunkt åbningstider ventetid"),
    ("plan", "lokalplanen handleplan plangruppe"),
    ("vej", "skolevejen landevej vejbelysning"),
    ("sag", "dispensationssager personalesag"),
    ("hus", "klubhuset sommerhuse rådhus"),
    ("børn", "børnehaven børnefamilier"),
    ("budget", "budgetforslaget driftsbudget"),
    ("klub", "boldklubben klubhus"),
    ("støj", "støjmålinger støjvolden"),
    ("bestyrelse", "skolebestyrelse hovedbestyrelsen"),
    ("lærer", "lærerværelset kontaktlærer"),
]

NO_COMPOUNDS = [
    ("ret", "retning retningslinjer forretning kontoret centret konkret sekretær interesseret diskret beretning"),
    ("bil", "bilag billet billedet mobil stabil teaterbilletter bilist"),
    ("mål", "målere målt måling formål spørgsmål måltid"),
    ("brud", "indbrud"),
    ("valg", "udvalg klimaudvalget forretningsudvalg"),
    ("sport", "transport bustransporten portefølje"),
    ("tal", "aftale betaling flertal digital kvartal hospitalet samtaler"),
    ("råd", "område områder tilråde indsatsområder"),
    ("led", "afdelingsleder ledelsen billeder ledsager således ligeledes"),
    ("dag", "mandag pædagog onsdagen daglig"),
    ("vej", "vejledning vejret overvejer"),
    ("tid", "altid fremtidig tidligere"),
    ("del", "afdeling deltager anmeldelse handelsmand endelig"),
    ("sag", "opsagt ledsageordning hovedsagelig"),
    ("plan", "planet plantede beplantning"),
    ("lov", "ulovlig lovlige"),
    ("møde", "fremmøde imødekomme"),
    ("skud", "tilskud"),
    ("by", "gebyr bygning byrde"),
    ("hus", "husker"),
    ("land", "blandt udland planlanding"),
    ("elev", "elevator"),
    ("fest", "festival manifest"),
]


def pairs(table: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(word, other) for word, others in table for other in others.split()]


VOCABULARY = {word for table in (FORMS, NO_FORMS, COMPOUNDS, NO_COMPOUNDS) for pair in pairs(table) for word in pair}


@pytest.mark.parametrize(("word", "form"), pairs(FORMS))
def test_forms_of_one_word(word: str, form: str) -> None:
    assert inflected(word, form, VOCABULARY.__contains__)
    assert inflected(form, word, VOCABULARY.__contains__)
    assert stem(form) == stem(word)


@pytest.mark.parametrize(("word", "other"), pairs(NO_FORMS))
def test_words_that_only_begin_alike(word: str, other: str) -> None:
    assert not inflected(word, other, VOCABULARY.__contains__)
    assert not inflected(other, word, VOCABULARY.__contains__)


@pytest.mark.parametrize(("word", "compound"), pairs(COMPOUNDS))
def test_compounds_that_hold_a_word(word: str, compound: str) -> None:
    assert holds(compound, word)


@pytest.mark.parametrize(("word", "other"), pairs(NO_COMPOUNDS))
def test_words_that_only_hold_the_letters(word: str, other: str) -> None:
    assert not holds(other, word)
    assert not holds(other, word, VOCABULARY.__contains__)


@given(st.text(max_size=30), st.text(max_size=8))
def test_any_text_has_a_stem_and_holds_no_longer_word(text: str, word: str) -> None:
    assert inflected(text, text)
    assert stem(text) == stem(text)
    if holds(text, word):
        assert len(word) < len(text)
