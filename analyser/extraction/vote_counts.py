"""Sentences that only count votes, by figures or by name: `For stemte Bo og Lis. Imod stemte Ib.`"""

import re
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.sentences import Sentence
from analyser.extraction.votes import Side, make_votes, tally
from analyser.language.lexicon import phrases
from analyser.minutes import Votes

_LONGEST = 40  # words of a sentence that does nothing but count


def count_of(prose: str, sentence: Sentence, cast: Cast) -> Votes | None:
    """Count the votes of a sentence that does nothing else; None where it says something else.

    A party or a body that voted is not counted: who knows how many sit there.
    """
    text = prose[sentence.start : sentence.end]
    if len(sentence.words) > _LONGEST or not _counts().match(text):
        return None
    found = tally(text)
    for side, names in _named().findall(text):
        key: Side = "for" if side.casefold().startswith("for") else "against"
        readings = read_actors(names.strip(" ."), sentence.start, cast, speaker=False)
        if key not in found and readings and all(r.actor.participant for r in readings):
            found[key] = len(readings)
    return make_votes(found) if found else None


@cache
def _counts() -> re.Pattern[str]:
    """How a count begins: `For stemte`, `Imod`, `4 ja`, `Én undlod`, `Ved afstemningen stemte 2`, `Stemmerne faldt`."""
    numbers = phrases("decisions", "votes", "numbers")
    opens = phrases("decisions", "votes", "opens")
    return re.compile(
        rf"[\s\-–—•*]*(?:(?:{opens})(?![\wæøå])|(?:\d{{1,4}}|{numbers})\s+(?:(?:medlemmer|personer)\s+)?"
        rf"(?:ja|nej|for|i?mod|stem|undlod|blank|hverken))",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    """`For forslaget stemte | Bo og Lis`, `imod stemte | Ib`."""
    return re.compile(
        r"\b(For|Imod|Mod|imod|mod)\s+(?:[\wæøå]+\s+)?stemte\s+([A-ZÆØÅ][^.;:]*?)(?=,?\s+(?:og\s+|mens\s+)?i?mod\s+stemte|[.;]|$)"
    )
