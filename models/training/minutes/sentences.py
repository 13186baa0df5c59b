"""Sentences as minutes have them. Each maker's docstring shows what it makes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from models.training.conllu import Sentence, spaced
from models.training.minutes.actors import (
    actor,
    bare_titles,
    name,
    organisation,
    pair,
    place,
    title_before,
    with_addition,
)
from models.training.minutes.grammar import HEAD, Piece, adposition, capitalised, join, punctuation, sentence, word
from models.training.minutes.lexicon import Verb, act_verbs, listed, speech_verbs
from models.training.minutes.matters import (
    COMMON,
    INFINITIVE,
    PARTICIPLE,
    PAST,
    PRESENT,
    Nouns,
    auxiliary,
    clause,
    matter,
    modal,
    noun_phrase,
)

Parts = list[tuple[str, Piece]]
ADVERB_FEATS = {"Yderligere": "Degree=Cmp", "Først": "Degree=Sup"}
MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]


def complement(verb: Verb, nouns: Nouns, chance: Random) -> Parts:
    """`om budgettet`, `, at der er behov for en plan`, `kommunen for planen`, `op om forslaget`"""
    kind = chance.choice(verb.complements)
    if kind == "at":
        return [("ccomp", clause(nouns, chance))]
    if kind == "om?":
        return [("ccomp", clause(nouns, chance, "om"))]
    if not kind:
        return [("obj", matter(nouns, chance))]
    *before, last = kind.split()
    parts: Parts = []
    for each in before:
        if each == "WHO":
            parts.append(("obj", actor(chance)))
        elif each in {"opmærksom", "velkommen"}:
            after = join(("case", adposition(last)), (HEAD, matter(nouns, chance)))
            feats = "Definite=Ind|Degree=Pos|Gender=Com|Number=Sing"
            return [("xcomp", join((HEAD, word(each, "ADJ", feats)), ("obl", after)))]
        else:
            parts.append(("advmod", word(each, "ADV")))
    return [*parts, ("obl", join(("case", adposition(last)), (HEAD, matter(nouns, chance))))]


def finite(verb: Verb, chance: Random) -> Piece:
    if chance.random() < 0.75:
        return word(verb.past, "VERB", PAST, verb.infinitive)
    return word(verb.present, "VERB", PRESENT, verb.infinitive)


def saying(nouns: Nouns, chance: Random) -> Piece:
    """`Politidirektør Helle Stenhave orienterede om budgettet`, also with `har` and a participle, also with a second
    verb"""
    verb, subject = chance.choice(speech_verbs()), ("nsubj", actor(chance))
    if chance.random() < 0.1:
        participle = word(verb.participle, "VERB", PARTICIPLE, verb.infinitive)
        return join(subject, ("aux", auxiliary("har", "have")), (HEAD, participle), *complement(verb, nouns, chance))
    parts: Parts = [subject, (HEAD, finite(verb, chance))]
    if chance.random() < 0.12:
        parts.append(("advmod", word(chance.choice(["kort", "også", "ligeledes", "endvidere", "herefter"]), "ADV")))
    parts.extend(complement(verb, nouns, chance))
    if chance.random() < 0.15:
        other = chance.choice(speech_verbs())
        conjunct = join(("cc", word("og", "CCONJ")), (HEAD, finite(other, chance)), *complement(other, nouns, chance))
        parts.append(("conj", conjunct))
    return join(*parts)


def inverted_saying(nouns: Nouns, chance: Random) -> Piece:
    """`Herefter orienterede formanden om sagen`, `I forhold til budgettet takkede kommunen for samarbejdet`"""
    verb = chance.choice(speech_verbs())
    subject = ("nsubj", actor(chance))
    rest = complement(verb, nouns, chance)
    if chance.random() < 0.15:
        participle = word(verb.participle, "VERB", PARTICIPLE, verb.infinitive)
        return join(opening(nouns, chance), ("aux", auxiliary("har", "have")), subject, (HEAD, participle), *rest)
    return join(opening(nouns, chance), (HEAD, finite(verb, chance)), subject, *rest)


def opening(nouns: Nouns, chance: Random) -> tuple[str, Piece]:
    """What stands before the verb in inverted order, with its relation to it."""
    kind = chance.random()
    if kind < 0.4:
        adverb = chance.choice(listed("phrases", "openings"))
        return "advmod", word(adverb, "ADV", ADVERB_FEATS.get(adverb, "_"), adverb.lower())
    if kind < 0.85:
        return "obl", framed(nouns, chance)
    number = chance.choice([str(chance.randint(1, 19)), f"{chance.randint(1, 9)}.{chance.randint(1, 9)}"])
    point = join((HEAD, word("punkt", "NOUN", NEUTER)), ("nmod", word(number, "NUM", "NumType=Card")))
    return "obl", join(("case", adposition(chance.choice(["Under", "Til", "Ad"]))), (HEAD, point))


NEUTER = "Definite=Ind|Gender=Neut|Number=Sing"


def framed(nouns: Nouns, chance: Random) -> Piece:
    """`I forhold til budgettet`: `I` and the noun after it, and what the whole is about as its `nmod`."""
    words = chance.choice(listed("phrases", "frames")).split()
    inner = matter(nouns, chance)
    if len(words) == 1:
        return join(("case", adposition(words[0])), (HEAD, inner))
    first, noun, last = words
    gender = NEUTER if noun in {"forhold", "hensyn"} else COMMON
    return join(
        ("case", adposition(first)),
        (HEAD, word(noun, "NOUN", gender)),
        ("nmod", join(("case", adposition(last)), (HEAD, inner))),
    )


def passive(nouns: Nouns, chance: Random) -> Piece:
    """`Budgettet blev gennemgået af Helle Stenhave`, `Sagen blev drøftet`"""
    verb = chance.choice([*act_verbs(), *(each for each in speech_verbs() if "" in each.complements)])
    parts: Parts = [
        ("nsubj", matter(nouns, chance)),
        ("aux", auxiliary("blev", "blive", PAST)),
        (HEAD, word(verb.participle, "VERB", PARTICIPLE, verb.infinitive)),
    ]
    if chance.random() < 0.6:
        parts.append(("obl", join(("case", adposition("af")), (HEAD, actor(chance)))))
    return join(*parts)


def impersonal(nouns: Nouns, chance: Random) -> Piece:
    """`Det blev besluttet, at formanden kontakter politiet`, `Der blev spurgt til budgettet`"""
    if chance.random() < 0.5:
        verb, lemma = chance.choice(
            [("besluttet", "beslutte"), ("aftalt", "aftale"), ("oplyst", "oplyse"), ("vedtaget", "vedtage")]
        )
        it = word("det", "PRON", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs")
        return join(("nsubj", it), ("aux", auxiliary("blev", "blive", PAST)),
                    (HEAD, word(verb, "VERB", PARTICIPLE, lemma)), ("ccomp", clause(nouns, chance)))  # fmt: skip
    verb, lemma, link = chance.choice(
        [("spurgt", "spørge", "til"), ("orienteret", "orientere", "om"), ("arbejdet", "arbejde", "med")]
    )
    matter_ = join(("case", adposition(link)), (HEAD, matter(nouns, chance)))
    return join(("expl", word("der", "PRON")), ("aux", auxiliary("blev", "blive", PAST)),
                (HEAD, word(verb, "VERB", PARTICIPLE, lemma)), ("obl", matter_))  # fmt: skip


def acting(nouns: Nouns, chance: Random) -> Piece:
    """`Helle undersøger sagen inden 1. maj`, `Bo og Fatima skal kontakte Vesterlev Kommune`, `Bestyrelsen godkendte
    referatet`"""
    verb, subject = chance.choice(act_verbs()), ("nsubj", pair(chance) if chance.random() < 0.15 else actor(chance))
    target = actor(chance) if verb.infinitive == "kontakte" or chance.random() < 0.1 else matter(nouns, chance)
    parts: Parts = [subject]
    if chance.random() < 0.3:
        parts += [("aux", modal(chance)), (HEAD, word(verb.infinitive, "VERB", INFINITIVE))]
    else:
        parts.append((HEAD, finite(verb, chance)))
    parts.append(("obj", target))
    if verb.infinitive == "sende" or chance.random() < 0.1:
        parts.append(("obl", join(("case", adposition("til")), (HEAD, actor(chance)))))
    if chance.random() < 0.25:
        parts.append(
            (
                "obl",
                join(("case", adposition(chance.choice(["inden", "senest", "til", "efter"]))), (HEAD, date(chance))),
            )
        )
    return join(*parts)


def date(chance: Random) -> Piece:
    """`1. maj`, `den 12. marts 2024`"""
    day = f"{chance.randint(1, 31)}."
    parts: Parts = [("amod", word(day, "ADJ", "NumType=Ord", day)), (HEAD, word(chance.choice(MONTHS), "NOUN", COMMON))]
    if chance.random() < 0.5:
        parts.insert(0, ("det", word("den", "DET", "Gender=Com|Number=Sing|PronType=Dem", "den")))
    if chance.random() < 0.4:
        parts.append(("nmod", word(number := str(chance.randint(1998, 2031)), "NUM", "NumType=Card", number)))
    return join(*parts)


def elected(nouns: Nouns, chance: Random) -> Piece:
    """`Helle Stenhave blev valgt til dirigent`, `Afbud fra Bo`, `Helle Stenhave deltog i mødet`"""
    kind = chance.random()
    if kind < 0.35:
        office = word(
            title := chance.choice(["dirigent", "formand", "referent", "kasserer", "næstformand"]),
            "NOUN",
            COMMON,
            title,
        )
        link = chance.choice(["til", "som"])
        case = adposition(link) if link == "til" else word("som", "ADP", "PartType=Inf")
        chosen = word("valgt", "VERB", PARTICIPLE, "vælge")
        return join(("nsubj", actor(chance)), ("aux", auxiliary("blev", "blive", PAST)), (HEAD, chosen),
                    ("obl", join(("case", case), (HEAD, office))))  # fmt: skip
    if kind < 0.6:
        absent = word("afbud", "NOUN", NEUTER)
        return join((HEAD, absent), ("nmod", join(("case", adposition("fra")), (HEAD, pair(chance)))))
    verb, lemma, link = chance.choice(
        [("deltog", "deltage", "i"), ("kom", "komme", "til"), ("talte", "tale", "om"), ("mødtes", "mødes", "med")]
    )
    other = (
        place(chance)
        if chance.random() < 0.3
        else organisation(chance)
        if chance.random() < 0.4
        else noun_phrase(nouns, chance)
    )
    return join(("nsubj", actor(chance)), (HEAD, word(verb, "VERB", PAST, lemma)),
                ("obl", join(("case", adposition(link)), (HEAD, other))))  # fmt: skip


def roster(nouns: Nouns, chance: Random) -> Piece:
    """`Til stede: Helle Stenhave, Bo Tranholm og Fatima`, `Referent: Helle Stenhave`, `Helle Stenhave, Vesterlev
    Kommune`"""
    kind = chance.random()
    if kind < 0.3:
        return title_before(chance) if chance.random() < 0.5 else with_addition(chance)
    if kind < 0.4:
        role = chance.choice(bare_titles())
        columns = join(("dep", word("\t", "", "")), (HEAD, word(role[:1].upper() + role[1:], "NOUN", COMMON, role)))
        return join((HEAD, name(chance)), ("appos", columns))
    label, upos = chance.choice([("Deltagere", "NOUN"), ("Referent", "NOUN"), ("Dirigent", "NOUN"), ("Afbud", "NOUN"),
                                 ("Mødeleder", "NOUN"), ("Fraværende", "VERB"), ("Ordstyrer", "NOUN")])  # fmt: skip
    people = [title_before(chance) if chance.random() < 0.3 else name(chance)]
    people += [name(chance) for _ in range(chance.choice((0, 0, 1, 3, 5)))]
    parts: Parts = [(HEAD, people[0])]
    for at, each in enumerate(people[1:], 2):
        last = at == len(people)
        link = ("cc", word("og", "CCONJ")) if last and chance.random() < 0.7 else ("punct", punctuation(","))
        parts.append(("conj", join(link, (HEAD, each))))
    feats = COMMON if upos == "NOUN" else "Tense=Pres|VerbForm=Part"
    return join((HEAD, word(label, upos, feats)), ("punct", punctuation(":")), ("list", join(*parts)))


def heading(nouns: Nouns, chance: Random) -> Piece:
    """`3. Godkendelse af dagsorden`, `Orientering fra formanden`, `Status på budgettet`"""
    noun, link = chance.choice(
        [
            ("godkendelse", "af"),
            ("orientering", "om"),
            ("status", "på"),
            ("drøftelse", "af"),
            ("valg", "af"),
            ("orientering", "fra"),
        ]
    )
    inner = actor(chance) if link == "fra" else matter(nouns, chance)
    feats = NEUTER if noun == "valg" else COMMON
    head = join((HEAD, word(noun, "NOUN", feats)), ("nmod", join(("case", adposition(link)), (HEAD, inner))))
    if chance.random() < 0.5:
        number = f"{chance.randint(1, 19)}."
        return join(("amod", word(number, "ADJ", "NumType=Ord", number)), (HEAD, capitalised(head)))
    return head


def short_decision(nouns: Nouns, chance: Random) -> Piece:
    """`Godkendt`, `Taget til efterretning`, `Punktet udsættes`"""
    verb = chance.choice(act_verbs())
    if verb.infinitive == "tage":
        noun = word("efterretning", "NOUN", COMMON)
        return join(
            (HEAD, word("taget", "VERB", PARTICIPLE, "tage")), ("obl", join(("case", adposition("til")), (HEAD, noun)))
        )
    if chance.random() < 0.4:
        return word(verb.participle, "VERB", PARTICIPLE, verb.infinitive)
    passive_form = verb.infinitive + "s"
    feats = PRESENT.replace("Act", "Pass")
    return join(("nsubj", matter(nouns, chance)), (HEAD, word(passive_form, "VERB", feats, verb.infinitive)))


Maker = Callable[[Nouns, Random], Piece]
#: (maker, weight, what ends the sentence)
MAKERS: list[tuple[Maker, int, str]] = [
    (saying, 30, "."),
    (inverted_saying, 28, "."),
    (passive, 7, "."),
    (impersonal, 5, "."),
    (acting, 14, "."),
    (elected, 6, "."),
    (roster, 4, ""),
    (heading, 3, ""),
    (short_decision, 3, "."),
]


def made(nouns: Nouns, count: int, chance: Random) -> Iterator[Sentence]:
    """`count` sentences; the same `chance` gives the same ones."""
    makers, weights, ending = (
        [maker for maker, _, _ in MAKERS],
        [weight for _, weight, _ in MAKERS],
        {m: e for m, _, e in MAKERS},
    )
    for maker in chance.choices(makers, weights, k=count):
        yield spaced(tidy(sentence(maker(nouns, chance), ending[maker])))


def tidy(tokens: Sentence) -> Sentence:
    """Without the comma that stands before another mark: an apposition's closing one at the sentence's end."""
    doubled = [
        at
        for at, token in enumerate(tokens)
        if token.form == "," and (at + 1 == len(tokens) or tokens[at + 1].form in {",", ".", ")"})
    ]
    for at in reversed(doubled):
        del tokens[at]
        for position, token in enumerate(tokens):
            tokens[position] = replace(token, head=token.head - (token.head > at))
    return tokens
