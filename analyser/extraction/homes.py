"""Those whom minutes of neighbours call by where they live: `Have 77 foreslog`, `Nr. 14 spurgte`.

Whose a home is, the roster tells (`Ib Holm (have 77)`), or the text where it names both: `Have 70 (Lis Bo) mente`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analyser.language.lexicon import phrases
from analyser.language.names import is_full_name
from analyser.linking import link_name
from analyser.minutes import Participant


def home_pattern() -> str:
    """Give the pattern of a household by its number: `Have 77`, `nr. 14`, `lejl. 3 B`."""
    return rf"{phrases('organisations', 'unknown', 'households')}\.?\s*\d+\s?[A-Za-z]?\b"


def home_key(text: str) -> str:
    """Give what two ways of writing a home have in common: `Nr. 14` and `nr 14`."""
    return re.sub(r"[\s.]+", " ", text.casefold()).strip()


def find_homes(prose: str, people: Sequence[Participant]) -> dict[str, str]:
    """Find the participants by their homes; of a home that two have, neither is told by it."""
    found: dict[str, set[str]] = {}
    for home, who in (*_of_roster(people), *_of_text(prose, people)):
        found.setdefault(home, set()).add(who)
    return {home: next(iter(who)) for home, who in found.items() if len(who) == 1}


def named_at_home(text: str) -> str | None:
    """Give the name in brackets behind a home: `Have 70 (Lis Bo)`."""
    match = _home_and_name().fullmatch(text.strip())
    return match["name"] if match is not None and is_full_name(match["name"]) else None


def _of_roster(people: Sequence[Participant]) -> Iterator[tuple[str, str]]:
    for person in people:
        for part in re.split(r"[;,]\s*", f"{person.note or ''}; {person.organisation or ''}"):
            if part and _home().fullmatch(part.strip()):
                yield home_key(part), person.id


def _of_text(prose: str, people: Sequence[Participant]) -> Iterator[tuple[str, str]]:
    for match in _home_and_name().finditer(prose):
        who = link_name(match["name"], people).participant if is_full_name(match["name"]) else None
        if who is not None:
            yield home_key(match["home"]), who


@cache
def _home() -> re.Pattern[str]:
    return re.compile(home_pattern(), re.IGNORECASE)


@cache
def _home_and_name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<home>(?i:{home_pattern()}))\s+\((?P<name>[A-ZÆØÅ][\w. -]{{3,40}})\)")
