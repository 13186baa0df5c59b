"""Whether a title that the text calls somebody by is an office of those who meet: not `Tidligere formand Bo Ek`."""

import re
from functools import cache

from analyser.extraction.cast import Cast
from analyser.language.definite import indefinite
from analyser.language.lexicon import phrases, words
from analyser.language.words import last_word
from analyser.structure.bodies import names_organisation
from analyser.structure.signatures import is_of_elected

_LISTED = 600  # code points of a list of those who were elected
_REACH = 80  # code points behind a title in which the name and the house stand


def is_held_here(prose: str, start: int, end: int, cast: Cast) -> bool:
    """Tell whether the title at `[start, end)`, behind or in front of a name, is borne now in the body that meets.

    `Tidligere formand Bo Ek takkede`, `Formand Per Kold fra Solby IF orienterede`, `formand Bo Ek i Vestby Klub` and
    `Formand Per Kold, Solby IF, orienterede` tell of other times and houses; so does a line below `Ny bestyrelse`.
    """
    close = prose.find("\n", start)
    if is_of_elected(prose[max(0, start - _LISTED) : close if close >= 0 else len(prose)].split("\n")):
        return False
    if _other_time().search(prose[max(0, start - _REACH) : start]):
        return False
    behind = _house_behind().match(prose, end, end + _REACH)
    if behind is None:
        return True
    bare = behind["bare"]
    if bare is not None and not names_organisation(bare):
        return True
    return _is_own(bare or behind["whose"] or behind["of"], cast)


def _is_own(house: str, cast: Cast) -> bool:
    low = house.casefold()
    if low in words("rosters", "own_body"):
        return True
    own = [place.casefold() for place in (cast.meeting.organisation, cast.meeting.body) if place]
    stems = tuple(stem for stem in indefinite(low) if len(stem) > 3)
    return any(
        f" {low} " in f" {place} " or f" {place} " in f" {low} " or last_word(place).endswith(stems) for place in own
    )


@cache
def _other_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrases('titles', 'former')}\s+$", re.IGNORECASE)


@cache
def _house_behind() -> re.Pattern[str]:
    """`Formand | Per Kold fra Solby IF`, `Formand | Per Kold, Solby IF,`, `formand | Bo Ek fra naboforeningen`."""
    name = r"(?:[A-ZÆØÅ][\w.'-]*\s+){0,3}[A-ZÆØÅ][\w.'-]*"
    house = r"[A-ZÆØÅ][\w&.-]*(?:\s+(?:[A-ZÆØÅ&][\w&.-]*|og|for)(?=\s|[,)]))*"
    placed = phrases("titles", "belonging")
    return re.compile(
        rf"(?:{name})?(?:\s+{placed}\s+(?P<whose>{house})|\s+(?:fra|hos)\s+(?P<of>[a-zæøå]{{3,}}(?:en|et)\b)"
        rf"|\s*[,(]\s*(?P<bare>{house})\s*[,)])"
    )
