"""Of several with one title the one whom a house sent, as words beside the title tell: `TR FOA`, `BUPL's TR`."""

import re
from collections.abc import Iterator

from analyser.extraction.cast import Cast
from analyser.language.definite import definite_title
from analyser.language.lexicon import words
from analyser.linking.roles import same_role
from analyser.minutes import Participant

_TITLE = re.compile(r"[\w'’-]+")
_LAST = re.compile(r"[\w'’-]+$")
_BETWEEN = 6  # code points between a title and its house, at most: ` hos `


def sent_by_house(prose: str, start: int, end: int, cast: Cast) -> tuple[Participant, int, int] | None:
    """Give who is meant by the title at `[start, end)` and the house beside it, and where both stand.

    `|TR| FOA havde intet nyt`, `|TR| for Yngre Læger`, `|TR'en| (3F)`, `BUPL's |TR|`, `FOA |TR|`.
    """
    title = definite_title(prose[start:end]) or prose[start:end].casefold()
    found: dict[str, tuple[Participant, int, int]] = {}
    for person, house in _senders(title, cast):
        low, wide = house.casefold(), len(house) + _BETWEEN
        if low in prose[end : end + wide].casefold():
            behind = re.compile(rf"\s(?:(?:for|fra|hos|ved)\s)?{re.escape(low)}(?![\w-])|\s?\({re.escape(low)}\)", re.I)
            if (match := behind.match(prose, end)) is not None:
                found[person.id] = person, start, match.end()
        elif low in prose[max(0, start - wide) : start].casefold():
            front = re.compile(rf"(?<![\w-]){re.escape(low)}['’]?s?['’]?\s$", re.I)
            before = front.search(prose, max(0, start - wide), start)
            if before is not None and (before.group().rstrip()[-1] in "s'’" or prose[start:end].isupper()):
                found[person.id] = person, before.start(), end
    return next(iter(found.values())) if len(found) == 1 else None


def read_sent(text: str, cast: Cast) -> tuple[Participant, str] | None:
    """Give who is meant where the whole of `text` is a title with its house, and the title."""
    for match in (_TITLE.match(text), _LAST.search(text)):
        found = sent_by_house(text, *match.span(), cast) if match else None
        if match is not None and found is not None and found[1:] == (0, len(text)):
            return found[0], match.group()
    return None


def _senders(title: str, cast: Cast) -> Iterator[tuple[Participant, str]]:
    """Give those who bear a title, each with the houses that the roster has beside him."""
    if title in words("titles", "addresses"):
        return
    for person in cast.people:
        if not person.role or not same_role(title, person.role):
            continue
        for house in (person.organisation, *(person.note or "").split("; ")):
            if house and (house[0].isupper() or house[0].isdigit()):
                yield person, house
