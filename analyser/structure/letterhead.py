"""What an office writes on top of the paper, which says nothing of the meeting: `J.nr. 1-30-72`, its address, a day."""

import re
from functools import cache

from analyser.language.dates import find_dates
from analyser.language.lexicon import phrases, words
from analyser.structure.bodies import names_organisation

_TOWN = re.compile(r"(?:DK-?\s?)?\d{4}\s+[A-ZÆØÅ][\wæøåÆØÅ.-]+(?:\s[A-ZÆØÅ][\wæøåÆØÅ.-]*)*")
_STREET = re.compile(r"(?P<street>[A-ZÆØÅ][\wæøåÆØÅ. -]*?)\s\d{1,3}\s?[A-Za-z]?(?:,.*)?")
_REACHED = re.compile(r"c/o\s.+|(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)


def is_of_the_office(text: str) -> bool:
    """Tell whether a line on top is about the paper, not the meeting.

    `J.nr. 1-30-72`, `Sagsbehandler: HLB`, `c/o Administrator Ib Ravn`, `Vestergade 4, 1. sal`, a day.
    """
    labelled = re.match(rf"{phrases('meeting', 'labels', 'ignored')}\.?\s*(?::|\d)", text, re.IGNORECASE)
    return labelled is not None or is_address(text) or is_day(text)


def is_day(text: str) -> bool:
    """Tell whether a line is nothing but a day, as of a letter: `Tirsdag den 12. april 2016`."""
    days = [d for d in find_dates(text) if d.first == d.last]
    return (
        bool(days)
        and _before_day().fullmatch(text[: days[0].start]) is not None
        and not text[days[0].end :].strip(" .,")
    )


def is_address(text: str) -> bool:
    """Tell whether a line is an address, or a part of one: `Vestergade 4, 1. sal`, `5000 Odinsby`, `ib@bo.example`.

    Not a house that is called by its street: `Ejerforeningen Vestergade 12`, `Afdeling Skovvangen 3`.
    """
    if _REACHED.fullmatch(text) or _TOWN.fullmatch(text):
        return True
    street = _STREET.fullmatch(text)
    if street is None or not street["street"].casefold().endswith(_street_ends()):
        return False
    return not names_organisation(street["street"])


@cache
def _street_ends() -> tuple[str, ...]:
    return tuple(words("meeting", "places", "streets"))


@cache
def _before_day() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases('calendar', 'weekdays', 'names')},?\s*)?(?:(?:den|d\.)\s*)?", re.IGNORECASE)
