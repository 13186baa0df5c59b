"""Who is given a task by somebody else: asked, charged with it, or named behind `af` and `til`."""

from collections.abc import Sequence

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.sentences import Sentence
from analyser.extraction.task_clauses import is_subordinate
from analyser.extraction.tasks import is_past_passive
from analyser.language.lexicon import words
from analyser.language.words import Word


def read_agents(prose: str, sentence: Sentence, cast: Cast, dated: bool) -> list[Reading]:
    """`underskrives af formanden og borgmesteren`, `rettes til af Ib`; `laves af Ib og hænges op af Lis` has two."""
    tokens = sentence.words
    between = words("adverbs", "verb_particles") | words("adverbs", "skipped") | words("actions", "frames", "soon")
    found: list[Reading] = []
    for n, token in enumerate(tokens):
        if token.low != "af" or n == 0:
            continue
        end = n - 1 if tokens[n - 1].low == "til" else n
        m = next((k for k in range(end - 1, max(-1, end - 4), -1) if tokens[k].low not in between), end - 1)
        verb, past = tokens[m].low, is_past_passive(tokens[m])
        if verb.endswith("es") and not past and verb not in words("actions", "passive", "ruled"):
            if not dated and verb.startswith(tuple(words("decisions", "signed_off"))):
                return found  # `Aftaleseddel 22 godkendes af bygherren`: he has
            agents = read_behind(prose, tokens, n, cast)
            if found and not all(r.actor.participant for r in agents):
                return found
            theirs = {r.actor.participant for r in found}
            found += [r for r in agents if r.actor.participant is None or r.actor.participant not in theirs]
    return found


def read_assigned(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """`Generalforsamlingen pålagde bestyrelsen at …`, `Formanden bad Lis Bo om at …`, `Det overdroges Brink at …`."""
    tokens = sentence.words
    handed = _handed(prose, tokens, cast)
    if handed:
        return handed
    for n, token in enumerate(tokens[:-3]):
        if token.low.replace("aa", "å") not in words("actions", "frames", "assigns") or is_subordinate(tokens, n):
            continue
        bidden = _bidden(prose, tokens, n, cast) if token.low in words("actions", "frames", "asks") else []
        if bidden:
            return bidden
        if any(t.low in words("adverbs", "negating") for t in tokens[n + 1 : n + 3]):
            continue
        first = n + 2 if tokens[n + 1].low == "til" else n + 1  # `Det overlodes til | formanden at …`
        for m in range(first + 1, min(len(tokens), n + 9)):
            if tokens[m].low not in ("at", "om", "til"):
                continue
            asks = tokens[m].low == "om" and token.low in words("actions", "frames", "asks")
            to_do = tokens[m].low == "at" or (m + 1 < len(tokens) and tokens[m + 1].low == "at") or asks
            found = read_actors(
                prose[tokens[first].start : tokens[m - 1].end], tokens[first].start, cast, speaker=False
            )
            if to_do and found and all(r.actor.kind in ("person", "role", "organisation") for r in found):
                return found
            break
    return []


def _handed(prose: str, tokens: Sequence[Word], cast: Cast) -> list[Reading]:
    """`Opgaven overdrages til Ib Holm.`: the one behind `til`."""
    hands = words("actions", "frames", "hands")
    for n, token in enumerate(tokens[:-2]):
        if token.low in hands and tokens[n + 1].low == "til":
            found = read_behind(prose, tokens, n + 1, cast)
            return found if found and all(r.actor.kind == "person" for r in found) else []
    return []


def _bidden(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    """`Formanden bad Ib Holm | rydde fortovet`: the one in front of an infinitive that no `at` opens."""
    for m in range(n + 2, min(len(tokens), n + 7)):
        if tokens[m].is_mark or tokens[m].low in words("adverbs", "prepositions"):
            return []
        if tokens[m].low.endswith(("e", "å")) and tokens[m].pos == "VERB":
            found = read_actors(
                prose[tokens[n + 1].start : tokens[m - 1].end], tokens[n + 1].start, cast, speaker=False
            )
            return found if found and all(r.actor.kind in ("person", "role", "organisation") for r in found) else []
    return []


def read_behind(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    """Read who stands right behind a word."""
    best: list[Reading] = []
    for last in range(n + 1, min(len(tokens), n + 8)):
        if tokens[last].text in ".;:!?" or tokens[last].text in words("adverbs", "prepositions"):
            break  # `Per` is a man
        found = read_actors(prose[tokens[n + 1].start : tokens[last].end], tokens[n + 1].start, cast, speaker=False)
        if found and tokens[last].text != ",":
            best = found
    return best
