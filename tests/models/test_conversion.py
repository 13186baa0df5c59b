"""Norwegian trees in Danish dress: what goes in on the left, what comes out on the right."""

import random

import pytest

from models.training import danish, habits, ndt
from models.training.conllu import Sentence, Token


def words(*rows: str) -> list[ndt.Word]:
    """Rows of `form lemma pos marks head function`, heads counted from 1, 0 for the root."""
    made = []
    for line in rows:
        form, lemma, pos, marks, head, function = line.split()
        made.append(ndt.Word(form, lemma, pos, frozenset(marks.split("|")), int(head) - 1, function, "O"))
    return made


TREES = [
    pytest.param(
        (
            "Jeg jeg pron pers 2 SUBJ",
            "har ha verb pres 0 FINV",
            "sett se verb perf-part 2 INFV",
            "huset hus subst be 3 DOBJ",
        ),
        [("Jeg", "nsubj", "sett"), ("har", "aux", "sett"), ("sett", "root", ""), ("huset", "obj", "sett")],
        id="the auxiliary comes under its verb",
    ),
    pytest.param(
        ("Vi vi pron pers 2 SUBJ", "bor bo verb pres 0 FINV", "i i prep _ 2 ADV", "Oslo Oslo subst prop 3 PUTFYLL"),
        [("Vi", "nsubj", "bor"), ("bor", "root", ""), ("i", "case", "Oslo"), ("Oslo", "obl", "bor")],
        id="the preposition comes under its noun",
    ),
    pytest.param(
        ("Hun hun pron pers 2 SUBJ", "er være verb pres 0 FINV", "lege lege subst ub 2 SPRED"),
        [("Hun", "nsubj", "lege"), ("er", "cop", "lege"), ("lege", "root", "")],
        id="the copula comes under its predicate",
    ),
    pytest.param(
        (
            "Hun hun pron pers 2 SUBJ",
            "er være verb pres 0 FINV",
            "på på prep _ 2 SPRED",
            "ferie ferie subst ub 3 PUTFYLL",
        ),
        [("Hun", "nsubj", "er"), ("er", "root", ""), ("på", "case", "ferie"), ("ferie", "obl", "er")],
        id="to be somewhere is a full verb, as in DDT",
    ),
    pytest.param(
        (
            "Per Per subst prop 4 SUBJ",
            "Olav Olav subst prop 1 FLAT",
            "Moe Moe subst prop 2 FLAT",
            "kom komme verb pret 0 FINV",
        ),
        [("Per", "nsubj", "kom"), ("Olav", "flat", "Per"), ("Moe", "flat", "Per"), ("kom", "root", "")],
        id="a name hangs under its first word",
    ),
    pytest.param(
        (
            "Det det pron pers 2 SUBJ",
            "holder holde verb pres 0 FINV",
            "sier si verb pres 2 PAR",
            "hun hun pron pers 3 SUBJ",
        ),
        [("Det", "nsubj", "holder"), ("holder", "ccomp", "sier"), ("sier", "root", ""), ("hun", "nsubj", "sier")],
        id="the verb of saying is the root",
    ),
    pytest.param(
        ("Han han pron pers 2 SUBJ", "går gå verb pres 0 FINV", "inn inn prep _ 2 ADV", "i i prep _ 3 PUTFYLL",
         "huset hus subst be 4 PUTFYLL"),
        [("Han", "nsubj", "går"), ("går", "root", ""), ("inn", "advmod", "går"), ("i", "case", "huset"),
         ("huset", "obl", "inn")],
        id="a direction is an adverb with what follows under it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("norwegian", "expected"), TREES)
def test_tree(norwegian: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    converted = ndt.convert(words(*norwegian))
    found = [(each.form, each.relation, converted[each.head].form if each.head >= 0 else "") for each in converted]
    assert found == expected


@pytest.mark.parametrize(
    ("norwegian", "expected"),
    [
        pytest.param(
            ("Boken bok subst be 3 SUBJ", "hans hans det poss 1 DET", "kom komme verb pret 0 FINV"),
            "Hans bog kom",
            id="the possessive goes first and the noun loses its article",
        ),
        pytest.param(
            ("Det det pron pers 2 FSUBJ", "er være verb pres 0 FINV", "fare fare subst ub 2 PSUBJ"),
            "Der er fare",
            id="existential der",
        ),
    ],
)
def test_dress(norwegian: tuple[str, ...], expected: str) -> None:
    dictionary = {"boken": "bogen", "bok": "bog", "kom": "kom", "fare": "fare"}
    forms = {("bok", False): "bok"}
    dressed = danish.danish(ndt.convert(words(*norwegian)), dictionary, forms, random.Random(1))
    assert " ".join(each.form for each in dressed) == expected


def test_a_fixed_phrase_hangs_under_its_first_word() -> None:
    sentence: Sentence = [
        Token("Mødet", upos="NOUN", head=1, deprel="nsubj"),
        Token("slutter", upos="VERB", head=1, deprel="ROOT"),
        Token("i", upos="ADP", head=3, deprel="case"),
        Token("dag", upos="NOUN", head=1, deprel="obl"),
    ]
    assert [(token.head, token.deprel) for token in habits.adopt(sentence)] == [
        (1, "nsubj"),
        (1, "ROOT"),
        (1, "advmod"),
        (2, "fixed"),
    ]
