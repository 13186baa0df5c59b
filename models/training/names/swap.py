"""Sentences of the treebanks with other names in the place of theirs: what stands around a name is real."""

from dataclasses import replace
from random import Random

from models.training.conllu import Sentence, Token
from models.training.names import noise, others, people
from models.training.names.lines import tokenizer

#: Label → share of its names that are replaced.
SHARES = {"PER": 0.6, "LOC": 0.25, "ORG": 0.15}


def other(label: str, length: int, chance: Random) -> str:
    if label == "PER":
        if length == 1:
            return people.first_name(chance) if chance.random() < 0.4 else people.family_name(chance)
        return people.full_name(chance)
    return others.place(chance) if label == "LOC" else others.organisation(chance)


def bare(words: Sentence) -> Sentence:
    """A copy with forms and entities alone."""
    return [replace(word, lemma="", upos="", feats="", head=-1, deprel="") for word in words]


def swapped(sentence: Sentence, chance: Random) -> Sentence:
    """A copy with entities and forms alone (no tree, no tags), names replaced."""
    made: Sentence = []
    at = 0
    while at < len(sentence):
        end = at + 1
        label = sentence[at].entity.removeprefix("B-")
        if sentence[at].entity.startswith("B-"):
            while end < len(sentence) and sentence[end].entity.startswith("I-"):
                end += 1
        words = sentence[at:end]
        if label in SHARES and sentence[at].entity.startswith("B-") and chance.random() < SHARES[label]:
            name = other(label, len(words), chance)
            if label == "PER" and words[-1].form.endswith("s") and "Case=Gen" in words[-1].feats:
                name = people.genitive(name)
            doc = tokenizer()(noise.worn_name(name, chance))
            for number, token in enumerate(doc):
                space = bool(token.whitespace_) if number + 1 < len(doc) else words[-1].space_after
                made.append(Token(token.text, entity=f"{'I' if number else 'B'}-{label}", space_after=space))
        else:
            made.extend(bare(words))
        at = end
    return made


#: Opening and closing marks, each pair as often as it stands here.
QUOTES = ('""', '""', '""', "»«", "»«", "«»", "””", "””", "“”", "„“")


def requoted(sentence: Sentence, chance: Random) -> Sentence:
    """A copy with quotation marks of one kind, drawn: no corpus has all that minutes have."""
    marks, opened = chance.choice(QUOTES), False
    made: Sentence = []
    for token in sentence:
        if token.form in '"»«”“„':
            opened = not opened
            token = replace(token, form=marks[0] if opened else marks[1])
        made.append(token)
    return made


def capitalised_nouns(sentence: Sentence) -> Sentence:
    """As before 1948: nouns with a capital, `aa` for `å`."""
    return [
        replace(
            token,
            form=noise.old_spelling(token.form[:1].upper() + token.form[1:] if token.upos == "NOUN" else token.form),
        )
        for token in sentence
    ]
