"""People as minutes name them, as text: `Helle B. Stenhave`, `J.P. Holm`, `Amina El-Sayed`, `HBS`."""

from random import Random

from models.training.minutes.lexicon import listed
from models.training.names.sources import names, parts


def first_name(chance: Random) -> str:
    """A Danish one half of the time; else a Nordic, foreign, hard or made-up one; `Else-Marie`."""
    known, own, kind = names(), parts()["people"], chance.random()
    if kind < 0.45:
        chosen = chance.choice(known.danish)
    elif kind < 0.55:
        chosen = chance.choice(known.nordic)
    elif kind < 0.72:
        chosen = chance.choice(known.foreign)
    elif kind < 0.82:
        chosen = chance.choice(own["abroad"])
    elif kind < 0.90:
        chosen = chance.choice(own["hard"])
    else:
        chosen = made_up(chance)
    if chance.random() < 0.04:
        chosen += "-" + chance.choice(known.danish)
    return chosen


def made_up(chance: Random) -> str:
    """`Tojara`, `Brolinn`: a name nobody has, so that the words around have to tell."""
    own = parts()["people"]
    stem = "".join(chance.choice(own["syllables"]) for _ in range(chance.choice((1, 2, 2, 3))))
    return (stem + chance.choice(own["closing"])).capitalize()


def family_name(chance: Random) -> str:
    """`Jensen`, `Stenhave`, `Palleslund`, `Villadsen`, `El-Sayed`, `Hellerung`; `Holm-Nielsen`."""
    known, own, kind = names(), parts()["people"], chance.random()
    if kind < 0.22:
        chosen = chance.choice(known.danish_families)
    elif kind < 0.60:
        starts = own["starts"] if chance.random() < 0.7 else listed("", "surname_starts")
        chosen = chance.choice(starts).rstrip("-") + chance.choice(own["ends"])
    elif kind < 0.66:
        chosen = chance.choice(own["fathers"]) + chance.choice(["sen", "sen", "son", "sdatter"])
    elif kind < 0.80:
        chosen = chance.choice(known.foreign_families)
    elif kind < 0.88:
        chosen = chance.choice(own["families_abroad"])
    elif kind < 0.93:
        chosen = chance.choice(own["middle"])
    else:
        chosen = made_up(chance)
    turn = chance.random()
    if turn < 0.04:
        return f"{chosen}-{chance.choice(known.danish_families)}"
    if turn < 0.06:
        return chance.choice(own["joined"]) + chosen
    if turn < 0.08:
        return f"{chance.choice(own['particles'])} {chosen}"
    return chosen


def initial(chance: Random) -> str:
    return chance.choice("AAABBCDEEFGHHIJJKKLLMMNNOPPRSSTUVWØ") + "."


def full_name(chance: Random) -> str:
    """A first and a family name, and what may stand before and between."""
    kind, own = chance.random(), parts()["people"]
    first, last = first_name(chance), family_name(chance)
    if kind < 0.55:
        return f"{first} {last}"
    if kind < 0.65:
        return f"{first} {initial(chance)} {last}"
    if kind < 0.70:
        return f"{first} {chance.choice(own['middle'])} {last}"
    if kind < 0.75:
        return f"{first} {family_name(chance)} {last}"
    if kind < 0.80:
        return f"{first} {first_name(chance)} {last}"
    if kind < 0.84:
        return f"{initial(chance)} {last}"
    if kind < 0.90:
        between = chance.choice(["", " "])
        return f"{initial(chance)}{between}{initial(chance)} {last}"
    if kind < 0.93:
        return f"{chance.choice(own['short'])} {last}"
    if kind < 0.96:
        return f"{first} {chance.choice(own['particles'])} {last}"
    if kind < 0.98:
        return f"{first} {last}-{family_name(chance)}"
    return f"{first} {initial(chance)}{initial(chance)} {last}"


def person(chance: Random) -> str:
    """Anyone: a full name two times in three; `Helle`, `Stenhave`, `Helle S.`, `Karen Margrethe`."""
    kind = chance.random()
    if kind < 0.66:
        return full_name(chance)
    if kind < 0.86:
        return first_name(chance)
    if kind < 0.94:
        return family_name(chance)
    if kind < 0.97:
        return f"{first_name(chance)} {initial(chance)}"
    return f"{first_name(chance)} {first_name(chance)}"


def initials(chance: Random) -> str:
    """`HS`, `HBS`, `HEST`"""
    letters = "".join(initial(chance)[0] for _ in range(chance.choice((2, 2, 3, 3, 4))))
    return letters


def genitive(name: str) -> str:
    """`Helle Stenhaves`, `Jens'`"""
    return name + ("'" if name.lower().endswith(("s", "x", "z")) else "s")
