"""Sentences of the lines in `lexicon/name_lines.toml`, with their names as entities and no trees."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import spacy
from spacy.language import Language

from models.training.conllu import Sentence, Token
from models.training.minutes.actors import bare_titles, definite_titles
from models.training.minutes.lexicon import bodies, listed, speech_verbs
from models.training.minutes.matters import Nouns
from models.training.names import noise, others, people
from models.training.names.sources import LEXICON, parts

#: Which share of the lines is of which kind.
SHARES = {"saying": 30, "tasks": 20, "lists": 20, "places": 11, "organisations": 12, "without": 16, "old": 8}
CHOICE, SLOT = re.compile(r"\(([^()]*\|[^()]*)\)"), re.compile(r"\{(\w+)\}")
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
#: Slot → (label, what fills it); with `s` after its name, in the genitive.
NAMED: dict[str, tuple[str, Callable[[Random], str]]] = {
    "per": ("PER", people.person),
    "full": ("PER", people.full_name),
    "first": ("PER", people.first_name),
    "last": ("PER", people.family_name),
    "ini": ("PER", people.initials),
    "org": ("ORG", others.organisation),
    "party": ("ORG", lambda chance: chance.choice(parts()["organisations"]["parties"])),
    "loc": ("LOC", others.place),
    "village": ("LOC", others.village),
    "street": ("LOC", others.street),
    "misc": ("MISC", others.work),
}


@cache
def lines() -> dict[str, list[str]]:
    read = tomllib.loads((LEXICON / "name_lines.toml").read_text(encoding="utf8"))
    return {kind: text.strip().splitlines() for kind, text in read.items()}


@cache
def tokenizer() -> Language:
    return spacy.blank("da")


def chosen(line: str, chance: Random) -> str:
    """`(a|b) c` → `a c`"""
    return CHOICE.sub(lambda found: chance.choice(found[1].split("|")), line)


def compound(nouns: Nouns, chance: Random) -> str:
    """What a noun may be put together with: `budget-` of `budget`, so that many nouns are ones never seen before."""
    if chance.random() < 0.7:
        return ""
    first = nouns.draw(chance).lemma
    return first + ("s" if first.endswith(("ing", "hed", "skab", "ion", "tet", "dom")) else "")


def title(chance: Random) -> str:
    """`borgmester`, `teknik- og miljøchef`, `formand og kasserer`, `fmd.`"""
    kind, last = chance.random(), chance.choice(bare_titles())
    if kind < 0.07:
        return f"{chance.choice(listed('titles', 'starts')).removesuffix('-').lower()}- og {last}"
    if kind < 0.10:
        return f"{chance.choice(bare_titles())} og {last}"
    if kind < 0.20:
        return chance.choice(parts()["people"]["titles"])
    return last


def common(slot: str, nouns: Nouns, chance: Random) -> str:
    """What fills a slot that is no name. Raises KeyError for a slot that there is not."""
    verb = chance.choice([verb for verb in speech_verbs() if "at" in verb.complements])
    teller = chance.choice([verb for verb in speech_verbs() if {"om", "for", "", "til"} & set(verb.complements)])
    about = next(each for each in teller.complements if each in {"om", "for", "", "til"})
    tense = chance.random() < 0.75
    noun, first = nouns.draw(chance), compound(nouns, chance)
    made: dict[str, Callable[[], str]] = {
        "title": lambda: title(chance),
        "deftitle": lambda: chance.choice(list(definite_titles())),
        "body": lambda: chance.choice(bodies()).definite,
        "noun": lambda: first + (noun.definite if chance.random() < 0.7 else noun.definite_plural),
        "thing": lambda: first + (noun.lemma if chance.random() < 0.7 else noun.plural),
        "matter": lambda: f"{noun.definite} {chance.choice(['for', 'om', 'til', 'i'])} {nouns.draw(chance).definite}",
        "says": lambda: verb.past if tense else verb.present,
        "tells": lambda: f"{teller.past if tense else teller.present} {about}".strip(),
        "tells0": lambda: "orienterede",
        "about": lambda: "om",
        "date": lambda: (
            f"{chance.randint(1, 31)}. {chance.choice(MONTHS)}"
            + chance.choice(["", "", f" {chance.randint(1899, 2031)}"])
        ),
        "n": lambda: str(chance.randint(1, 99)),
    }
    return made[slot]()


def filled(line: str, nouns: Nouns, chance: Random, *, old: bool = False) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a line and its names as (start, end, label)."""
    text, at = "", 0
    names: list[tuple[int, int, str]] = []
    line = chosen(line, chance)
    for slot in SLOT.finditer(line):
        text += line[at : slot.start()]
        at, key = slot.end(), slot[1]
        start = len(text)
        named = key if key in NAMED else key.removesuffix("s")
        if named in NAMED:
            label, make = NAMED[named]
            name = make(chance)
            name = people.genitive(name) if named != key else name
            text += (
                noise.old_spelling(name) if old else name if key in {"ini", "party"} else noise.worn_name(name, chance)
            )
            names.append((start, len(text), label))
        else:
            word = common(key.lower(), nouns, chance)
            word = (
                word.upper()
                if key.isupper() and len(key) > 1
                else word[:1].upper() + word[1:]
                if key[0].isupper()
                else word
            )
            text += noise.old_spelling(word) if old else word
    return text + line[at:], names


def sentence(text: str, names: list[tuple[int, int, str]]) -> Sentence:
    """The words of a text with their entities, as spaCy's Danish tokenizer parts it."""
    doc = tokenizer()(text)
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in names]
    doc.set_ents([span for span in spans if span is not None])
    return [
        Token(
            token.text,
            entity=f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
            space_after=bool(token.whitespace_),
        )
        for token in doc
    ]


def made(nouns: Nouns, count: int, chance: Random) -> Iterator[Sentence]:
    """`count` lines; the same `chance` gives the same ones. One in thirty stands in lower case altogether."""
    for kind in chance.choices(list(SHARES), list(SHARES.values()), k=count):
        text, names = filled(chance.choice(lines()[kind]), nouns, chance, old=kind == "old")
        if chance.random() < 0.03:
            text = text.lower() if len(text.lower()) == len(text) else text
        elif kind == "saying" and chance.random() < 0.03:
            text = text.upper() if len(text.upper()) == len(text) else text
        tokens = sentence(text, names)
        tokens[-1].space_after = True
        yield tokens
