"""Places, organisations and works as text, many of which look like people: `Lille Ravnstrup`, `Falkenberg Byg`."""

from random import Random

from models.training.minutes.lexicon import listed
from models.training.names.people import family_name, full_name
from models.training.names.sources import names, parts


def village(chance: Random) -> str:
    """`Kollerup`, invented; or one in use."""
    kind = chance.random()
    if kind < 0.45:
        return chance.choice(listed("", "place_starts")) + chance.choice(listed("", "place_ends"))
    if kind < 0.75:
        return chance.choice(names().danish_places)
    stem = chance.choice(parts()["people"]["starts"]).rstrip("-")
    return stem + chance.choice(listed("", "place_ends"))


def estate(chance: Random) -> str:
    """`Rosenhaven`, `Kirkemarken`"""
    own = parts()["places"]
    starts = own["definite_starts"] if chance.random() < 0.7 else parts()["people"]["starts"]
    return chance.choice(starts).rstrip("-") + chance.choice(own["definite"])


def street(chance: Random) -> str:
    """`Kirkevej`, `Gl. Møllestræde 12`, `Nordre Ringgade 4, 2. th.`"""
    own = parts()["places"]
    stem = chance.choice(
        [*own["definite_starts"], *listed("", "place_starts"), village(chance) + chance.choice(["", "s"])]
    )
    name = stem.rstrip("-") + chance.choice(own["streets"])
    if chance.random() < 0.12:
        name = f"{chance.choice(own['street_fronts'])} {name}"
    if chance.random() < 0.4:
        name += f" {chance.randint(1, 240)}" + chance.choice(["", "", "", "A", "B"])
    return name


def place(chance: Random) -> str:
    own, kind = parts()["places"], chance.random()
    if kind < 0.40:
        return village(chance)
    if kind < 0.52:
        return f"{chance.choice(own['fronts'])} {village(chance)}"
    if kind < 0.62:
        return f"{village(chance)} {chance.choice(own['backs'])}"
    if kind < 0.74:
        return estate(chance)
    if kind < 0.86:
        return street(chance)
    if kind < 0.93:
        return chance.choice(names().countries)
    return chance.choice(names().foreign_places)


def organisation(chance: Random) -> str:
    own, kind = parts()["organisations"], chance.random()
    if kind < 0.42:
        stem = chance.choice((village, village, village, family_name, estate))(chance)
        if chance.random() < 0.1:
            stem = f"{chance.choice(parts()['places']['fronts'])} {stem}"
        return f"{stem} {chance.choice(own['after'])}" + (
            f" {chance.choice(own['forms'])}" if chance.random() < 0.08 else ""
        )
    if kind < 0.54:
        stem = (
            chance.choice((village, estate, family_name))(chance)
            if chance.random() < 0.5
            else chance.choice(own["names"])
        )
        return f"{chance.choice(own['before'])} {stem}"
    if kind < 0.64:
        stem = full_name(chance) if chance.random() < 0.2 else family_name(chance)
        return f"{stem} {chance.choice(own['forms'])}"
    if kind < 0.68:
        return f"{family_name(chance)} & {family_name(chance)}" + chance.choice(["", " A/S", " ApS"])
    if kind < 0.72:
        kinds = ["Politi", "Kommune", "Venner", "Håndværkere", "Sogneråd", "Menighed"]
        return f"{village(chance)}s {chance.choice(kinds)}"
    if kind < 0.77:
        return "".join(chance.choice("ABDEFGHIKLMNOPRSTV") for _ in range(chance.choice((2, 3, 3, 4))))
    if kind < 0.80:
        return f"{chance.choice(['Syd', 'Nord', 'Midt', 'Øst', 'Vest', 'Fjord', 'Sund', 'Hede'])}" + chance.choice(
            [
                "lyng Forsyning",
                "havn Vand",
                "kredsen",
                "energi",
                "trafik",
                "banen A/S",
                "lands Avis",
                "kystens Folkeblad",
            ]
        )
    return chance.choice(own["alone"])


def work(chance: Random) -> str:
    return chance.choice(parts()["works"]["names"])
