"""Sentences that tell who said what, in hard shapes: quotations, asides, names before the verb that did not speak.

For the stage that trains the parser alone; each maker's docstring shows what it makes.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.training.conllu import Sentence, spaced
from models.training.minutes.actors import DEFINITE_TITLE, TITLE, bare_titles, body, definite_titles, flat
from models.training.minutes.grammar import (
    HEAD,
    Piece,
    adposition,
    capitalised,
    join,
    named,
    punctuation,
    sentence,
    word,
)
from models.training.minutes.lexicon import listed, speech_verbs
from models.training.minutes.matters import (
    COMMON,
    NEUTER,
    PARTICIPLE,
    PAST,
    PRESENT,
    Nouns,
    auxiliary,
    matter,
    noun_phrase,
)
from models.training.minutes.sentences import (
    Maker,
    Parts,
    acting,
    complement,
    finite,
    heading,
    opening,
    passive,
    roster,
    tidy,
)
from models.training.names import noise, others, people
from models.training.names.lines import tokenizer
from models.training.names.swap import capitalised_nouns

QUOTES = [('"', '"'), ("»", "«"), ("”", "”"), ("“", "”")]


def tokens(name: str) -> Piece:
    return flat([token.text for token in tokenizer()(name)])


def name(chance: Random) -> Piece:
    """`Amina El-Sayed`, `J.P. Holm`, `helle stenhave`"""
    return named(tokens(noise.worn_name(people.person(chance), chance)), "PER")


def organisation(chance: Random) -> Piece:
    return named(tokens(others.organisation(chance)), "ORG")


def speaker(chance: Random) -> Piece:
    """Whoever speaks: a name, with a title, with an aside, two of them, a title alone, a body."""
    kind, comma = chance.random(), punctuation(",")
    if kind < 0.28:
        return name(chance)
    if kind < 0.50:
        post = title(chance)
        return join(("nmod", capitalised(post) if chance.random() < 0.3 else post), (HEAD, name(chance)))
    if kind < 0.56:
        return join((HEAD, definite_title(chance)), ("appos", name(chance)))
    if kind < 0.62:
        return join((HEAD, definite_title(chance)), ("appos", aside(name(chance))))
    if kind < 0.68:
        addition = organisation(chance) if chance.random() < 0.6 else title(chance)
        return join((HEAD, name(chance)), ("appos", aside(addition)))
    if kind < 0.72:
        who: Parts = [("punct", comma), ("nsubj", word("der", "PRON", "PartType=Inf"))]
        is_ = join(*who, ("cop", auxiliary("er", "være")), (HEAD, title(chance)),
                   ("punct", comma))  # fmt: skip
        return join((HEAD, name(chance)), ("acl:relcl", is_))
    if kind < 0.76:
        inside = join(("punct", punctuation("(")), (HEAD, organisation(chance)), ("punct", punctuation(")")))
        return join((HEAD, name(chance)), ("appos", inside))
    if kind < 0.80:
        return join((HEAD, name(chance)), ("nmod", join(("case", adposition("fra")), (HEAD, organisation(chance)))))
    if kind < 0.86:
        return join(
            (HEAD, name(chance)),
            ("conj", join(("cc", word(chance.choice(["og", "og", "samt"]), "CCONJ")), (HEAD, name(chance)))),
        )
    if kind < 0.91:
        return definite_title(chance)
    return body(chance) if kind < 0.96 else organisation(chance)


def title(chance: Random) -> Piece:
    """`borgmester`, `teknik- og miljøchef`, `formand og kasserer`"""
    chosen = chance.choice(bare_titles())
    last = word(chosen, "NOUN", TITLE, chosen)
    kind = chance.random()
    if kind < 0.12:
        half = chance.choice(listed("titles", "starts")).removesuffix("-").lower() + "-"
        first = word(half, "NOUN", TITLE, half)
    elif kind < 0.17:
        first = word(other := chance.choice(bare_titles()), "NOUN", TITLE, other)
    else:
        return last
    return join((HEAD, first), ("conj", join(("cc", word("og", "CCONJ")), (HEAD, last))))


def definite_title(chance: Random) -> Piece:
    form = chance.choice(list(definite_titles()))
    return word(form, "NOUN", DEFINITE_TITLE, definite_titles()[form])


def aside(piece: Piece) -> Piece:
    return join(("punct", punctuation(",")), (HEAD, piece), ("punct", punctuation(",")))


def verb(chance: Random) -> Piece:
    """A verb that goes with what was said."""
    chosen = chance.choice([each for each in speech_verbs() if {"at", "om?"} & set(each.complements)])
    if chance.random() < 0.35:
        form = chance.choice(
            [("siger", PRESENT, "sige"), ("sagde", PAST, "sige"), ("spurgte", PAST, "spørge"), ("lød", PAST, "lyde")]
        )
        return word(form[0], "VERB", form[1], form[2])
    return finite(chosen, chance)


def quoted(nouns: Nouns, chance: Random) -> Piece:
    """`"Budgettet er vedtaget," sagde Helle Stenhave til mødet`, `– Vi kontakter kommunen, siger formanden`"""
    said = capitalised(chance.choice((passive, acting, simple))(nouns, chance))
    kind, mark = chance.random(), punctuation('"')
    if kind < 0.6:
        comma = [("punct", punctuation(",")), ("punct", mark)]
        inner = join(("punct", mark), (HEAD, said), *(comma if chance.random() < 0.5 else comma[::-1]))
    elif kind < 0.8:
        inner = join(("punct", punctuation(chance.choice(["–", "-"]))), (HEAD, said), ("punct", punctuation(",")))
    else:
        inner = join((HEAD, said), ("punct", punctuation(",")))
    parts: Parts = [("ccomp", inner), (HEAD, verb(chance)), ("nsubj", speaker(chance))]
    if chance.random() < 0.2:
        parts.append(
            ("obl", join(("case", adposition(chance.choice(["til", "om", "i"]))), (HEAD, noun_phrase(nouns, chance))))
        )
    return join(*parts)


def simple(nouns: Nouns, chance: Random) -> Piece:
    """`Budgettet er klar`, `Vi har fået en plan`"""
    if chance.random() < 0.5:
        ready = word(
            chance.choice(["klar", "færdig", "vigtig", "dyr", "god"]),
            "ADJ",
            "Definite=Ind|Degree=Pos|Gender=Com|Number=Sing",
        )
        return join(("nsubj", noun_phrase(nouns, chance)), ("cop", auxiliary("er", "være")), (HEAD, ready))
    we = word("vi", "PRON", "Case=Nom|Number=Plur|Person=1|PronType=Prs", "vi")
    got = word("fået", "VERB", PARTICIPLE, "få")
    return join(("nsubj", we), ("aux", auxiliary("har", "have")), (HEAD, got), ("obj", noun_phrase(nouns, chance)))


def direct(nouns: Nouns, chance: Random) -> Piece:
    """`Formanden for udvalget, Helle Stenhave, orienterede om sagen`; the speaker first"""
    chosen = chance.choice(speech_verbs())
    return join(("nsubj", speaker(chance)), (HEAD, finite(chosen, chance)), *complement(chosen, nouns, chance))


def asked(nouns: Nouns, chance: Random) -> Piece:
    """`På spørgsmål fra Bo Lind oplyste Helle Stenhave, at sagen er udsat`: the first name is not who spoke"""
    chosen = chance.choice(speech_verbs())
    noun, gender = chance.choice(
        [("spørgsmål", NEUTER), ("forespørgsel", COMMON), ("baggrund", COMMON), ("opfordring", COMMON)]
    )
    inner: Parts = [("case", adposition(chance.choice(["fra", "fra", "af"]))), (HEAD, speaker(chance))]
    frame = join(
        ("case", adposition(chance.choice(["På", "Efter", "Med"]))),
        (HEAD, word(noun, "NOUN", gender)),
        ("nmod", join(*inner)),
    )
    return join(
        ("obl", frame), (HEAD, finite(chosen, chance)), ("nsubj", speaker(chance)), *complement(chosen, nouns, chance)
    )


def answered(nouns: Nouns, chance: Random) -> Piece:
    """`Hertil svarede Helle Stenhave, at sagen er udsat`, `Om budgettet sagde hun …`, `Herefter har formanden …`"""
    chosen = chance.choice(speech_verbs())
    if chance.random() < 0.4:
        adverb = chance.choice(
            ["Hertil", "Dertil", "Herom", "Heroverfor", "Sluttelig", "Videre", "Senere", "Tidligere", "Her"]
        )
        first: tuple[str, Piece] = ("advmod", word(adverb, "ADV"))
    else:
        first = opening(nouns, chance)
    if chance.random() < 0.15:
        spoken = word(chosen.participle, "VERB", PARTICIPLE, chosen.infinitive)
        return join(
            first,
            ("aux", auxiliary("har", "have")),
            ("nsubj", speaker(chance)),
            (HEAD, spoken),
            *complement(chosen, nouns, chance),
        )
    return join(first, (HEAD, finite(chosen, chance)), ("nsubj", speaker(chance)), *complement(chosen, nouns, chance))


def after(nouns: Nouns, chance: Random) -> Piece:
    """`Da Bo Lind havde fremlagt budgettet, takkede Helle Stenhave for arbejdet`"""
    chosen, first = (
        chance.choice(speech_verbs()),
        chance.choice([each for each in speech_verbs() if "" in each.complements]),
    )
    before = join(
        ("mark", word(chance.choice(["Da", "Efter at", "Idet"]).split()[0], "SCONJ")),
        ("nsubj", speaker(chance)),
        ("aux", auxiliary("havde", "have", PAST)),
        (HEAD, word(first.participle, "VERB", PARTICIPLE, first.infinitive)),
        ("obj", matter(nouns, chance)),
        ("punct", punctuation(",")),
    )
    return join(
        ("advcl", before),
        (HEAD, finite(chosen, chance)),
        ("nsubj", speaker(chance)),
        *complement(chosen, nouns, chance),
    )


def asked_whom(nouns: Nouns, chance: Random) -> Piece:
    """`Helle Stenhave spurgte Bo Lind, om sagen er udsat`, `Herefter takkede hun formanden for planen`"""
    form, feats, lemma = chance.choice(
        [("takkede", PAST, "takke"), ("spurgte", PAST, "spørge"), ("roste", PAST, "rose"), ("støttede", PAST, "støtte")]
    )
    tail: Parts = [
        ("obj", speaker(chance)),
        ("obl", join(("case", adposition("for" if lemma != "spørge" else "om")), (HEAD, matter(nouns, chance)))),
    ]
    if chance.random() < 0.5:
        return join(("nsubj", speaker(chance)), (HEAD, word(form, "VERB", feats, lemma)), *tail)
    return join(opening(nouns, chance), (HEAD, word(form, "VERB", feats, lemma)), ("nsubj", speaker(chance)), *tail)


#: Shares of sentences in capitals, and in the spelling before 1948.
CAPITALS, OLD = 0.03, 0.07
#: (maker, weight, what ends the sentence)
MAKERS: list[tuple[Maker, int, str]] = [
    (quoted, 22, "."), (direct, 22, "."), (asked, 8, "."), (answered, 22, "."), (after, 5, "."), (asked_whom, 7, "."),
    (acting, 8, "."), (passive, 6, "."), (heading, 6, ""), (roster, 5, ""),
]  # fmt: skip


def made(nouns: Nouns, count: int, chance: Random) -> Iterator[Sentence]:
    """`count` sentences; the same `chance` gives the same ones."""
    ending = {maker: end for maker, _, end in MAKERS}
    for maker in chance.choices([maker for maker, _, _ in MAKERS], [weight for _, weight, _ in MAKERS], k=count):
        made = marked(spaced(tidy(sentence(maker(nouns, chance), ending[maker]))), chance.choice(QUOTES))
        kind = chance.random()
        if kind < CAPITALS:
            made = [replace(token, form=token.form.upper()) for token in made]
        elif kind < CAPITALS + OLD:
            made = capitalised_nouns(made)
        yield made


def marked(tokens: Sentence, marks: tuple[str, str]) -> Sentence:
    """With the quotation marks given."""
    made: Sentence = []
    opened = False
    for token in tokens:
        if token.form == '"':
            opened = not opened
            token = replace(token, form=marks[0] if opened else marks[1], lemma=marks[0] if opened else marks[1])
        made.append(token)
    return made


#: Words from which a sentence is too long to be a headline; the share of the shorter ones that lose their full stop.
HEADLINE, UNMARKED = 11, 0.3


def headlines(sentences: list[Sentence], chance: Random) -> list[Sentence]:
    """Some short sentences without their full stop, as headlines are, and nothing else between them and the next."""
    made = []
    for each in sentences:
        last = len(each) - 1
        leaf = each[last].form == "." and not any(token.head == last for token in each)
        made.append(each[:-1] if leaf and 2 < len(each) < HEADLINE and chance.random() < UNMARKED else each)
    return made
