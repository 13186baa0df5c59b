"""What another body decided elsewhere, and the minutes only tell of: `Kommunen har besluttet at lave en sti`."""

import re
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.decided import Decided
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.organisations import is_own_body
from analyser.extraction.sentences import Sentence
from analyser.extraction.votes import read_votes
from analyser.language.lexicon import either, lexicon, words


def read_reported(prose: str, sentence: Sentence, cast: Cast, told: bool = False) -> Decided | None:
    """`Kommunen har besluttet at lave en sti`: decided by another body than the one that meets.

    With `told`, in the background of a case, the past tells of earlier decisions as well: `Byrådet afsatte i 2020 …`.
    """
    tokens = sentence.words
    auxiliaries, pasts = words("decisions", "reported", "auxiliaries"), words("decisions", "reported", "past")
    for n, token in enumerate(tokens[1:13], 1):
        past = told and (_is_past(token.low) or token.low in pasts)
        perfect = token.low in auxiliaries and _reported_participle().match(prose, token.end, sentence.end)
        if not perfect and not past:
            continue
        for m in range(max(0, n - 6), n):
            found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast)
            if found and found[0].actor.kind == "organisation":
                own = is_own_body(found[0], cast) and not told
                votes = read_votes(prose[sentence.start : sentence.end])
                return Decided("adopted" if own else "reported", found[0], votes, sentence)
    return None


def _is_past(word: str) -> bool:
    found = verb_forms().get(word)
    return found is not None and found[0] == "past"


@cache
def _reported_participle() -> re.Pattern[str]:
    listed = words("decisions", "reported", "participles") | {p for _, _, p, _ in lexicon("decisions")["verbs"]}
    return re.compile(rf"\s+(?:[\wæøå.]+\s+){{0,7}}?{either(listed)}(?![\wæøå])", re.IGNORECASE)
