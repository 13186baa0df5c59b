"""What is spoken of: noun phrases, and clauses that tell something."""

from random import Random

from models.training.minutes.actors import actor, body, organisation, place
from models.training.minutes.grammar import HEAD, Piece, adposition, join, punctuation, word
from models.training.minutes.lexicon import Noun, act_verbs, entries, matters, words

ARTICLES = {"Com": ("en", "den"), "Neut": ("et", "det")}
PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act"
PARTICIPLE = "Definite=Ind|Number=Sing|Tense=Past|VerbForm=Part"
INFINITIVE = "VerbForm=Inf|Voice=Act"


class Nouns:
    """The lexicon's nouns, and any others given (for a wider vocabulary), drawn half and half."""

    def __init__(self, others: list[Noun]) -> None:
        self.own, self.others = matters(), others

    def draw(self, chance: Random) -> Noun:
        return chance.choice(self.others if self.others and chance.random() < 0.4 else self.own)


def adjective(noun: Noun, definite: bool, plural: bool, chance: Random) -> Piece:
    common, inflected, neuter = chance.choice(entries(words()["phrases"]["adjectives"]))
    if common == inflected:
        if common.endswith("ende"):
            return word(common, "VERB", "Tense=Pres|VerbForm=Part", common.removesuffix("nde"))
        return word(common, "ADJ", "Degree=Pos")
    if plural:
        return word(inflected, "ADJ", "Degree=Pos|Number=Plur", common)
    if definite:
        return word(inflected, "ADJ", "Definite=Def|Degree=Pos|Number=Sing", common)
    if noun.gender == "Neut":
        return word(neuter, "ADJ", "Definite=Ind|Degree=Pos|Gender=Neut|Number=Sing", common)
    return word(common, "ADJ", "Definite=Ind|Degree=Pos|Gender=Com|Number=Sing", common)


def noun_phrase(nouns: Nouns, chance: Random) -> Piece:
    """`budgettet`, `en ny plan`, `det kommende projekt`, `resultaterne`, `kommunens budget`"""
    noun, kind = nouns.draw(chance), chance.random()
    if kind < 0.3:
        return word(noun.definite, "NOUN", noun.feats(True, False), noun.lemma)
    if kind < 0.45:
        return word(noun.definite_plural, "NOUN", noun.feats(True, True), noun.lemma)
    if kind < 0.55:
        return word(noun.plural, "NOUN", noun.feats(False, True), noun.lemma)
    if kind < 0.85:
        demonstrative = chance.random() < 0.6
        return join(
            ("det", article(noun, demonstrative)),
            ("amod", adjective(noun, demonstrative, False, chance)),
            (HEAD, word(noun.lemma, "NOUN", noun.feats(False, False), noun.lemma)),
        )
    owner = genitive(body(chance))
    return join(("nmod:poss", owner), (HEAD, word(noun.lemma, "NOUN", noun.feats(False, False), noun.lemma)))


def article(noun: Noun, demonstrative: bool) -> Piece:
    form = ARTICLES[noun.gender][demonstrative]
    kind = "Dem" if demonstrative else "Ind"
    return word(form, "DET", f"Gender={noun.gender}|Number=Sing|PronType={kind}", "den" if demonstrative else "en")


def genitive(noun: Piece) -> Piece:
    token = noun.tokens[0]
    return word(f"{token.form}s", token.upos, f"Case=Gen|{token.feats}", token.lemma)


def matter(nouns: Nouns, chance: Random) -> Piece:
    """A noun phrase, one time in three with another after a preposition: `planen for det nye byggeri i Vesterlev`."""
    head, kind = noun_phrase(nouns, chance), chance.random()
    if kind < 0.30:
        link = adposition(chance.choice(["for", "om", "med", "til", "på", "fra", "i", "vedrørende"]))
        return join((HEAD, head), ("nmod", join(("case", link), (HEAD, noun_phrase(nouns, chance)))))
    if kind < 0.38:
        return join((HEAD, head), ("nmod", join(("case", adposition("i")), (HEAD, place(chance)))))
    if kind < 0.46:
        return join((HEAD, head), ("nmod", join(("case", adposition("med")), (HEAD, organisation(chance)))))
    if kind < 0.56:
        conjunct = join(("cc", word("og", "CCONJ")), (HEAD, noun_phrase(nouns, chance)))
        return join((HEAD, head), ("conj", conjunct))
    if kind < 0.62:
        return join((HEAD, head), ("nmod", join(("case", adposition("i")), (HEAD, year(chance)))))
    return head


def year(chance: Random) -> Piece:
    return word(number := str(chance.randint(1998, 2031)), "NUM", "NumType=Card", number)


def auxiliary(form: str, lemma: str, feats: str = PRESENT) -> Piece:
    return word(form, "AUX", feats, lemma)


def clause(nouns: Nouns, chance: Random, mark: str = "at") -> Piece:
    """What follows on `at` (or `om`), with its comma: `, at der er behov for en ny plan`"""
    opening = (
        [("punct", punctuation(",")), ("mark", word(mark, "SCONJ"))]
        if chance.random() < 0.8
        else [("mark", word(mark, "SCONJ"))]
    )
    kind, subject = chance.random(), ("nsubj", actor(chance) if chance.random() < 0.5 else noun_phrase(nouns, chance))
    verb = chance.choice(act_verbs())
    if kind < 0.2:
        noun = word(*chance.choice([("behov", "NOUN", NEUTER), ("fokus", "NOUN", NEUTER), ("tale", "NOUN", COMMON)]))
        link = {"behov": "for", "fokus": "på", "tale": "om"}[noun.tokens[0].form]
        after = join(("case", adposition(link)), (HEAD, matter(nouns, chance)))
        return join(*opening, ("expl", word("der", "PRON")), (HEAD, word("er", "VERB", PRESENT, "være")),
                    ("obj", join((HEAD, noun), ("nmod", after))))  # fmt: skip
    if kind < 0.4:
        return join(*opening, subject, ("aux", modal(chance)), (HEAD, word(verb.infinitive, "VERB", INFINITIVE)),
                    ("obj", matter(nouns, chance)))  # fmt: skip
    if kind < 0.6:
        been = ("aux", auxiliary("blevet", "blive", PARTICIPLE))
        return join(*opening, subject, ("aux", auxiliary("er", "være")), been,
                    (HEAD, word(verb.participle, "VERB", PARTICIPLE, verb.infinitive)))  # fmt: skip
    if kind < 0.8:
        return join(*opening, subject, (HEAD, word(verb.present, "VERB", PRESENT, verb.infinitive)),
                    ("obj", matter(nouns, chance)))  # fmt: skip
    predicate = chance.choice(["klar", "færdig", "positiv", "vigtig", "tilfreds"])
    return join(*opening, subject, ("cop", auxiliary("er", "være")),
                (HEAD, word(predicate, "ADJ", "Definite=Ind|Degree=Pos|Gender=Com|Number=Sing")))  # fmt: skip


NEUTER, COMMON = "Definite=Ind|Gender=Neut|Number=Sing", "Definite=Ind|Gender=Com|Number=Sing"


def modal(chance: Random) -> Piece:
    form, lemma = chance.choice(
        [("skal", "skulle"), ("vil", "ville"), ("kan", "kunne"), ("bør", "burde"), ("må", "måtte")]
    )
    return auxiliary(form, lemma)
