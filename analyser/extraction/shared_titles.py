"""Which of several with one title or name is meant: `Oddum: Borgmesteren orienterede`, the mayor of Oddum."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.extraction.cast import SURE, Cast, Reference
from analyser.extraction.persons import Named, Told
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import phrases


def by_house(prose: str, sentence: Sentence, several: Named, last: Sentence | None, cast: Cast) -> Reference | None:
    """`Oddum: Borgmesteren orienterede`, `Oddum v/ borgmesteren: …`, `Borgmesteren (Oddum)`: of several with a title
    the one from the house beside it, or from the one that heads the lines, `Oddum:`."""
    front, behind = prose[sentence.start : several.start], prose[several.end : sentence.end]
    beside = _house_behind().match(behind)
    label = _house_before().match(front)
    houses = [h for h in (label and label["house"], beside and (beside["house"] or beside["place"])) if h]
    if not houses and last is not None and last.place in (sentence.place, sentence.place - 1):
        head = _house_before().fullmatch(prose[last.start : last.end])
        houses = [head["house"]] if head is not None else []
    for house in houses:
        named = re.compile(rf"(?<![\wæøå]){re.escape(house)}(?![\wæøå])", re.IGNORECASE)
        fits = [p for p in cast.people if p.id in several.bearers and named.search(p.organisation or "")]
        if len(fits) == 1:
            return Reference(fits[0].id, fits[0].name, SURE["before"])
    return None


@cache
def _house_before() -> re.Pattern[str]:
    """A label, or a house that somebody stands for: `Oddum: |`, `Oddum Kommune v/ |`, `Oddum ved formanden og |`."""
    by = phrases("speech_nouns", "nominal", "by")
    return re.compile(
        rf"[\s\-–—•*]*(?P<house>[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå-]+)*)(?::.*|,?\s+{by}\s*(?:[\wæøå]+\s+og\s+)?)$"
    )


@cache
def _house_behind() -> re.Pattern[str]:
    """`Borgmesteren | (Oddum)`, `Borgmesteren |, Oddum, orienterede`."""
    house = r"(?P<house>[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå-]+)*)"
    return re.compile(rf"\s*(?:\({house}\)|,\s+{house.replace('house', 'place')}(?:,|:))")


def told_apart(several: Named, inside: Sequence[Named], before: Sequence[Told], place: int) -> Reference | None:
    """`Efter anmodning fra professor Lis Bo … Professoren begrundede`: of several who bear a title, or a name, the one
    whom the sentence before has named, or the only one whom the item has."""
    spans = [inside, *(t.named for t in reversed(before) if t.place == place), [x for t in before for x in t.named]]
    for named in spans:
        fits = {x.participant: x for x in named if x.participant in several.bearers}
        if fits:
            one = next(iter(fits.values())) if len(fits) == 1 else None
            return Reference(one.participant, one.name, SURE["before"]) if one else None
    return None
