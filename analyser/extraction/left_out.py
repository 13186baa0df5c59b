"""Clauses that leave out the verb of the one in front: `Lis orienterede om taget, | Ib om kælderen og Bo om haven`."""

from collections.abc import Iterator
from dataclasses import dataclass

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.clause_openings import opens_clause
from analyser.extraction.predicates import Predicate
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words

_NAME = 5  # words of a name with its title


@dataclass(frozen=True)
class LeftOut:
    """Who says the same of something else: where the joint begins, who, where the topic begins."""

    joint: int
    readings: tuple[Reading, ...]
    topic_from: int


def read_left_out(
    prose: str, sentence: Sentence, predicate: Predicate, topic_from: int, end: int, cast: Cast
) -> Iterator[LeftOut]:
    """Read those between a joint and the preposition that the verb has: `orienterede om taget, | Ib om kælderen`.

    Only where the preposition stands right behind the verb, for in `takkede Lis for kaffen og Ib for kagen` both are
    thanked; and where no name ends in front of `og` (`om turen med Bo og Ib om søndagen`).
    """
    if predicate.verb is None or predicate.verb.particle or predicate.voice != "active":
        return
    tokens = [t for t in sentence.words if topic_from <= t.start < end]
    first = next((n for n, t in enumerate(tokens[:3]) if t.low not in words("adverbs", "skipped")), None)
    if first is None or tokens[first].low not in predicate.verb.complement:
        return
    preposition = tokens[first].low
    for n in range(first + 2, len(tokens) - 2):
        if tokens[n].low != preposition and opens_clause(tokens, n):
            return
        if tokens[n].text != "," and not (tokens[n].low == "og" and tokens[n - 1].text[0].islower()):
            continue
        m = n + 1
        while m < len(tokens) - 2 and tokens[m].low in words("adverbs", "skipped") | words("adverbs", "joining"):
            m += 1
        last = next((k for k in range(m + 1, min(len(tokens), m + 1 + _NAME)) if tokens[k].low == preposition), None)
        if last is None or last + 1 >= len(tokens):
            continue
        found = read_actors(prose[tokens[m].start : tokens[last - 1].end], tokens[m].start, cast)
        if found and all(r.actor.participant and r.actor.kind == "person" for r in found):
            yield LeftOut(tokens[n].start, tuple(found), tokens[last].end)
