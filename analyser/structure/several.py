"""What a list says of several of its people at once, and lists in capitals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analyser.language.definite import singular_title
from analyser.language.lexicon import lexicon, phrases
from analyser.language.names import is_given_name
from analyser.structure.entry import Entry, with_title
from analyser.structure.pieces import Piece


def said_of_both(entries: list[Entry], pieces: Sequence[Piece], alone: bool) -> list[Entry]:
    """Let two hold what is said behind the second of them.

    `Alberte 8.b og Noah 7.a (begge til kl. 20)`; on a line of their own also `Alma og Viggo – til og med pkt. 2`.
    """
    if len(entries) < 2 or entries[-1].attendance is None or entries[-2].attendance is not None:
        return entries
    note = entries[-1].note or ""
    pair = alone and len(entries) == 2 and pieces[-1].joined and entries[-1].attendance == "partial"
    if not (pair or _of_two().search(note)):
        return entries
    return [*entries[:-2], replace(entries[-2], attendance=entries[-1].attendance, note=note or None), entries[-1]]


def of_several(text: str, entries: list[Entry], joined: bool = False) -> list[Entry] | None:
    """Give those at the end of a list what is said of several of them, or None where that says nothing of the kind.

    `…, begge næstformænd`; `…, begge Hospitalsenhed Nord`; `(begge fra Solbo)`; `joined`: two, also `(forældre)`.
    """
    said = _of_several().match(text)
    if len(entries) < 2:
        return None
    if said is None:
        one = singular_title(text) if joined and text.islower() and " " not in text else None
        return None if one is None else [*entries[:-2], *(replace(e, role=e.role or one) for e in entries[-2:])]
    whose = entries[-2:] if _of_two().match(text) else entries
    rest = entries[: -len(whose)]
    what = text[said.end() :]
    office = _one_of(what) if re.fullmatch(r"[a-zæøå]\S+", what) else None
    if office:
        return [*rest, *(with_title(e, office) if e.role is None else e for e in whose)]
    house = re.fullmatch(r"(?P<from>fra\s+)?(?P<house>[A-ZÆØÅ].*|[a-zæøå]+)", what)
    if house is None or not (house["from"] or house["house"][0].isupper()):
        return None
    return [*rest, *(replace(e, organisation=e.organisation or house["house"]) for e in whose)]


def _one_of(title: str) -> str | None:
    """Give one of several of a title, also of one whose vowel changes: `næstformænd` gives `næstformand`."""
    one = singular_title(title)
    if one is not None:
        return one
    ends = lexicon("titles")["plural"]
    end = next((e for e in ends if title.endswith(e)), None)
    return f"{title.removesuffix(end)}{ends[end]}" if end else None


def of_one_house(entries: list[Entry]) -> list[Entry]:
    """Let two come from the house that is named behind the second: `Ida Bo og Ib Ravn fra administrator, Solbo A/S`."""
    found = entries[:1]
    for entry in entries[1:]:
        before = found[-1]
        if before.organisation and before.organisation[0].islower() and before.organisation == entry.note:
            found[-1] = replace(before, organisation=entry.organisation)
        found.append(entry)
    return found


def spoken(text: str) -> str:
    """Write a list in capitals as one writes names: `ALBERTE, NOOR, MIKKEL F OG STORM`; initials stay."""
    if not text.isupper():
        return text
    plain = re.sub(r"[^\W\d_]{2,}", lambda m: m.group().capitalize(), text)
    names = [w for w in re.findall(r"[^\W\d_]+", plain) if len(w) > 1]
    if sum(is_given_name(w) and len(w) > 3 for w in names) * 3 < len(names):
        return text
    return re.sub(r"\b(?:Og|Samt)\b", lambda m: m.group().lower(), plain)


@cache
def _of_several() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases('rosters', 'of_two')}|{phrases('rosters', 'of_all')})\s+")


@cache
def _of_two() -> re.Pattern[str]:
    """`begge til kl. 20`, as the first of a note or behind another."""
    return re.compile(rf"(?:^|; ){phrases('rosters', 'of_two')}")
