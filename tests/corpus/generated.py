"""Any number of minutes in a folder, for imports that take a while: people and places that do not exist."""

import random
from pathlib import Path

_GIVEN = ("Karla", "Jens Ole", "Mie", "Asger", "Torben", "Signe", "Ulla", "Viggo", "Inger", "Malthe", "Rikke", "Poul")
_FAMILY = ("Rosenvang", "Tornby", "Fjordager", "Lyngtoft", "Bakkeholt", "Stenrøgel", "Åmosegaard", "Hvidtjørn", "Engsø")
_TITLES = ("skoleleder", "borgmester", "kredsformand", "politiassistent", "sagsbehandler", "kasserer", "centerchef")
_BODIES = ("Trivselsrådet", "Havneudvalget", "Børne- og Kulturudvalget", "Lokalrådet for Engsø", "Seniorrådet")
_TOPICS = ("cykelstien ved havnen", "indbrud i sommerhusene", "budgettet for næste år", "skolens nye bibliotek",
           "trafikken på Møllevej", "renoveringen af svømmehallen", "ungdomsklubbens åbningstider")  # fmt: skip
_SAID = ("{name} orienterede om {topic}.", "{name} spurgte til {topic}.", "{title} fremhævede {topic}.",
         "{name} foreslog, at udvalget ser på {topic}.", "{name} oplyste, at {topic} er udsat.")  # fmt: skip
_ENDS = ("Udvalget tog orienteringen til efterretning.", "Punktet blev udsat til næste møde.",
         "{name} undersøger sagen inden 1. {month}.", "Det blev vedtaget at søge {sum}.000 kr.")  # fmt: skip
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "august", "september", "oktober", "november")


def generate(folder: Path, count: int, *, seed: int = 0, first: int = 0) -> list[Path]:
    """Write `count` different minutes of some 1,500 characters, a hundred to a folder; equal for an equal seed."""
    paths = []
    for number in range(first, first + count):
        path = folder / f"{number // 100:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(minutes(number, random.Random(seed * 1_000_003 + number)), "utf-8")
        paths.append(path)
    return paths


def minutes(number: int, chance: random.Random) -> str:
    """Give the text of one of them."""
    names = sorted({f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}" for _ in range(6)})
    roster = {name: chance.choice(_TITLES) for name in names}
    month = chance.choice(_MONTHS)
    lines = [
        f"Referat nr. {number} af møde i {chance.choice(_BODIES)} den {chance.randint(1, 28)}. {month} "
        f"{1985 + number % 40}",
        "",
        "Til stede: " + ", ".join(f"{name} ({title})" for name, title in list(roster.items())[1:]),
        f"Afbud: {names[0]}",
    ]
    for item in range(1, 7):
        topic = chance.choice(_TOPICS)
        lines += ["", f"{item}. {topic.capitalize()}"]
        for _ in range(3):
            name = chance.choice(names)
            words = {"name": name, "title": roster[name].capitalize() + "en", "topic": chance.choice(_TOPICS)}
            lines.append(chance.choice(_SAID).format(**words))
        end = {"name": chance.choice(names), "month": chance.choice(_MONTHS), "sum": chance.randint(5, 900)}
        lines.append(chance.choice(_ENDS).format(**end))
    return "\n".join([*lines, ""])
