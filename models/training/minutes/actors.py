"""Those who speak and act: people by name, with a title, by initials; organisations; bodies."""

from functools import cache
from random import Random

from models.training.minutes.grammar import HEAD, Piece, adposition, join, named, punctuation, word
from models.training.minutes.lexicon import Noun, bodies, listed

TITLE = "Definite=Ind|Gender=Com|Number=Sing"
DEFINITE_TITLE = "Definite=Def|Gender=Com|Number=Sing"


def surname(chance: Random) -> str:
    """`Stenhave`, `Holmgaard`, `Nørkjær`; one in three a common one."""
    if chance.random() < 0.33:
        return chance.choice(listed("", "plain_surnames"))
    return chance.choice(listed("", "surname_starts")) + chance.choice(listed("", "surname_ends"))


def place_name(chance: Random) -> str:
    return chance.choice(listed("", "place_starts")) + chance.choice(listed("", "place_ends"))


def name(chance: Random) -> Piece:
    """`Helle Stenhave`, `Helle B. Stenhave`, `Helle Lind Stenhave`, `Karen Margrethe`, `Helle`, `Stenhave`, `HK`."""
    first, last = chance.choice(listed("", "first_names")), surname(chance)
    kind = chance.random()
    if kind < 0.55:
        parts = [first, last]
    elif kind < 0.65:
        parts = [first, chance.choice(listed("", "middle_initials")), last]
    elif kind < 0.73:
        parts = [first, surname(chance), last]
    elif kind < 0.78:
        parts = [first, chance.choice(listed("", "first_names"))]
    elif kind < 0.93:
        parts = [first]
    elif kind < 0.97:
        parts = [last]
    else:
        parts = [first[0] + last[0]] if chance.random() < 0.5 else [(first[:2] + last[0]).upper()]
    return named(flat(parts), "PER")


def flat(parts: list[str]) -> Piece:
    head, *others = (word(part, "PROPN", lemma=part) for part in parts)
    return join((HEAD, head), *(("flat", other) for other in others))


def definite(title: str) -> str:
    """`formand` → `formanden`, `sekretær` → `sekretæren`, `skoleleder` → `skolelederen`, `lærer` → `læreren`."""
    return title + ("n" if title.endswith("e") else "en")


@cache
def bare_titles() -> list[str]:
    """The listed titles, several times over, and those put together of the lexicon's parts."""
    made = [start + end for start in listed("titles", "starts") for end in listed("titles", "ends")]
    return [*listed("titles", "bare") * 8, *made]


@cache
def definite_titles() -> dict[str, str]:
    """Definite form → title; those whose definite form is not regular are left out."""
    irregular = ("lem", "mand", "or", "ansvarlig", "konsulent")
    return {definite(title): title for title in bare_titles() if not title.isupper() and not title.endswith(irregular)}


def organisation(chance: Random) -> Piece:
    """`Vesterlev Kommune`, `Syd- og Nørlyngs Politi` in short, `FOA`, `Region Nordlyng`."""
    if chance.random() < 0.6:
        place = place_name(chance)
        kind = chance.choice(listed("organisations", "after_place"))
        if kind == "Politi" and chance.random() < 0.3:
            return named(joint_district(place, chance), "ORG")
        if kind == "Politi" and chance.random() < 0.7:
            genitive = word(f"{place}s", "PROPN", "Case=Gen", lemma=place)
            return named(join(("nmod:poss", genitive), (HEAD, word(kind, "PROPN", lemma=kind))), "ORG")
        return named(flat([place, kind]), "ORG")
    return named(flat(chance.choice(listed("organisations", "alone")).split()), "ORG")


def joint_district(place: str, chance: Random) -> Piece:
    """`Midt- og Vesterlevs Politi`"""
    second = join(("cc", word("og", "CCONJ")), (HEAD, word(f"{place}s", "PROPN", "Case=Gen", lemma=place)))
    half = chance.choice(listed("", "first_halves"))
    first = join((HEAD, word(half, "PROPN", lemma=half)), ("conj", second))
    return join(("nmod:poss", first), (HEAD, word("Politi", "PROPN", lemma="Politi")))


def place(chance: Random) -> Piece:
    """`Vesterlev`, `Kirkevej 12`"""
    if chance.random() < 0.25:
        street = place_name(chance) + chance.choice(listed("", "street_ends"))
        if chance.random() < 0.4:
            number = word(str(chance.randint(1, 199)), "NUM", "NumType=Card")
            return named(join((HEAD, word(street, "PROPN", lemma=street)), ("nummod", number)), "LOC")
        return named(word(street, "PROPN", lemma=street), "LOC")
    return named(word(spelled := place_name(chance), "PROPN", lemma=spelled), "LOC")


def body(chance: Random) -> Piece:
    """`bestyrelsen`, `politiet`: a common noun, no entity."""
    noun: Noun = chance.choice(bodies())
    return word(noun.definite, "NOUN", noun.feats(True, False), noun.lemma)


def title_before(chance: Random) -> Piece:
    """`politidirektør Helle Stenhave` (the name is the head), `formanden Helle Stenhave` (the title is)."""
    person = name(chance)
    while len(person.tokens) == 1 and person.tokens[0].form.isupper():
        person = name(chance)
    if chance.random() < 0.8:
        title = chance.choice(bare_titles())
        form = title if chance.random() < 0.6 else title[:1].upper() + title[1:]
        return join(("nmod", word(form, "NOUN", TITLE, title)), (HEAD, person))
    return join((HEAD, titled(chance)), ("appos", person))


def titled(chance: Random) -> Piece:
    """`politidirektøren`"""
    form = chance.choice(list(definite_titles()))
    return word(form, "NOUN", DEFINITE_TITLE, definite_titles()[form])


def with_addition(chance: Random) -> Piece:
    """`Helle Stenhave, Vesterlev Kommune,` or `Helle Stenhave (A)` or `Helle Stenhave fra Vesterlev Kommune`."""
    person = title_before(chance) if chance.random() < 0.4 else name(chance)
    kind = chance.random()
    if kind < 0.35:
        comma = punctuation(",")
        addition = join(("punct", comma), (HEAD, organisation(chance)), ("punct", comma))
        return join((HEAD, person), ("appos", addition))
    if kind < 0.5:
        comma = punctuation(",")
        title = word(chosen := chance.choice(bare_titles()), "NOUN", TITLE, chosen)
        return join((HEAD, person), ("appos", join(("punct", comma), (HEAD, title), ("punct", comma))))
    if kind < 0.75:
        letters = chance.choice(
            ["A", "B", "C", "F", "V", "O", "Ø", "Å", "L", "HK", "FOA", "MKJ", "BT", "TR", "DSR", "LHA"]
        )
        inside = join(
            ("punct", punctuation("(")), (HEAD, word(letters, "PROPN", lemma=letters)), ("punct", punctuation(")"))
        )
        return join((HEAD, person), ("appos", inside))
    return join((HEAD, person), ("nmod", join(("case", adposition("fra")), (HEAD, organisation(chance)))))


def actor(chance: Random) -> Piece:
    """Anyone who can be the subject of a verb of saying."""
    kind = chance.random()
    if kind < 0.25:
        return title_before(chance)
    if kind < 0.50:
        return name(chance)
    if kind < 0.62:
        return with_addition(chance)
    if kind < 0.72:
        return titled(chance)
    if kind < 0.84:
        return body(chance)
    if kind < 0.93:
        return organisation(chance)
    return pair(chance)


def pair(chance: Random) -> Piece:
    """`Helle Stenhave og Bo`, `Helle, Bo og Fatima`"""
    people = [name(chance) for _ in range(chance.choice((2, 2, 3)))]
    parts: list[tuple[str, Piece]] = [(HEAD, people[0])]
    for each in people[1:-1]:
        parts.append(("conj", join(("punct", punctuation(",")), (HEAD, each))))
    parts.append(("conj", join(("cc", word("og", "CCONJ")), (HEAD, people[-1]))))
    return join(*parts)
