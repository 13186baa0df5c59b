"""How names and lines get worn: lower case, capitals, slips of OCR, spelling before 1948. Text in, text out."""

from random import Random

#: What OCR reads for what stands there; both are common.
SLIPS = {
    "rn": "m",
    "m": "rn",
    "l": "1",
    "I": "l",
    "i": "l",
    "ø": "o",
    "å": "a",
    "æ": "ae",
    "e": "c",
    "c": "e",
    "O": "0",
    "S": "5",
    "u": "n",
    "n": "u",
    "h": "b",
    "B": "8",
    "d": "cl",
    "f": "t",
    "t": "f",
    "v": "y",
    "Ø": "O",
    "ii": "ü",
    "g": "q",
    "ll": "II",
    "a": "o",
}
SPELLINGS = {
    "å": "aa",
    "Å": "Aa",
    "æ": "ae",
    "ø": "oe",
    "ö": "ø",
    "ü": "y",
    "é": "e",
    "ks": "x",
    "v": "w",
    "k": "c",
    "t": "th",
    "f": "ph",
}


def slipped(text: str, chance: Random) -> str:
    """One or two letters read wrongly: `Stenhave` → `Stcnhave`."""
    for _ in range(chance.choice((1, 1, 2))):
        places = [(at, old) for old in SLIPS for at in range(1, len(text)) if text.startswith(old, at)]
        if places:
            at, old = chance.choice(places)
            text = text[:at] + SLIPS[old] + text[at + len(old) :]
    return text


def mistyped(text: str, chance: Random) -> str:
    """A letter too few, twice, or two that changed places: `Stenahve`."""
    at = chance.randrange(1, max(2, len(text) - 1))
    if " " in text[at : at + 2] or len(text) < 4:
        return text
    kind = chance.random()
    if kind < 0.35:
        return text[:at] + text[at + 1 :]
    if kind < 0.65:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def respelt(text: str, chance: Random) -> str:
    """`Gård` → `Gaard`, `Victor` for `Viktor`: other spellings of one name."""
    present = [old for old in SPELLINGS if old in text[1:]]
    return text[0] + text[1:].replace(old := chance.choice(present), SPELLINGS[old]) if present else text


def worn_name(name: str, chance: Random) -> str:
    """A name as it may stand: most are left alone; `helle stenhave`, `HELLE STENHAVE`, `Helle stenhave`."""
    kind = chance.random()
    if kind < 0.08:
        return name.lower()
    if kind < 0.11:
        return name.upper()
    if kind < 0.125:
        return name[:1] + name[1:].lower()
    if kind < 0.17:
        return slipped(name, chance)
    if kind < 0.20:
        return mistyped(name, chance)
    if kind < 0.24:
        return respelt(name, chance)
    return name


def old_spelling(text: str) -> str:
    """`Rådet` → `Raadet`"""
    return text.replace("å", "aa").replace("Å", "Aa")
