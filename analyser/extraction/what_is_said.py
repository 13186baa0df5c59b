"""What is said, as its sentence tells it: behind the verb, or in front of it where it is quoted or a subject."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from analyser.extraction.cast import Reading
from analyser.extraction.predicates import Predicate
from analyser.extraction.sentences import Sentence
from analyser.extraction.topics import is_question, quote, read_topic
from analyser.language.lexicon import phrases, words
from analyser.language.words import Word
from analyser.minutes import Quote

_QUOTING = (",", "”", '"', "»", "«", "-", "–")  # a mark between what is said and its verb: `Det er dyrt, | mente Bo`


def topic_of(
    prose: str, sentence: Sentence, predicate: Predicate, readings: Sequence[Reading], topic_from: int, end: int
) -> Quote | None:
    """Give what a statement is about: most often what stands behind its verb, from `topic_from` up to `end`."""
    if predicate.voice == "passive":
        return _of_passive(prose, sentence, predicate, readings, topic_from, end)
    tokens, verb = sentence.words, predicate.verb
    begin = topic_from
    if verb is not None and verb.particle:
        match = _up_to(verb.particle).match(prose, begin, end)
        parts = verb.particle in words("adverbs", "verb_particles")
        if match and (parts or not prose[match.end() : end].strip(" .,;:!?")):
            # `ridse baggrunden op`, `bragte det på bane`; not `erklærede sig enig`
            between = read_topic(prose, begin, match.end("between"), None)
            if between is not None and between.text not in words("pronouns", "itself"):
                return between
        begin = match.end() if match else begin
    topic = read_topic(prose, begin, end, verb)
    if not (readings and readings[0].start > tokens[predicate.finite].start):
        return topic
    front = tokens[: predicate.finite]
    if front and front[-1].text in _QUOTING and (topic is None or is_quoted(prose, sentence, predicate)):
        return quote(prose, sentence.start, front[-1].start)
    clause = topic is not None and re.match(r"at\b", topic.text)
    if len(front) == 1 and front[0].low in ("det", "dette") and not clause:
        return quote(prose, front[0].start, front[0].end)  # `Det frarådede Keld på det kraftigste.`
    if topic is None and verb is not None and not verb.complement and _is_thing(front):
        return quote(prose, front[0].start, front[-1].end)  # `Regnskabet gennemgik Keld.`
    return topic


def _of_passive(
    prose: str, sentence: Sentence, predicate: Predicate, readings: Sequence[Reading], topic_from: int, end: int
) -> Quote | None:
    """`Regnskabet blev gennemgået af Bo`: its subject, or with `der` and `det` what stands behind."""
    tokens = sentence.words
    particle = predicate.verb.particle if predicate.verb is not None else None
    part = _up_to(particle).match(prose, topic_from, end) if particle else None
    clause = _told_clause().match(prose, part.end() if part else topic_from, end)
    if clause and clause.end() < end and not _about_a_thing(prose, clause.end(), end):
        # `Lis blev af Ib spurgt, | hvornår …`, `gjort opmærksom på, | at …`
        return read_topic(prose, clause.end(), end, None)
    subject = quote(prose, sentence.start, tokens[predicate.finite].start) if predicate.finite else None
    behind = tokens[predicate.last].end
    agent = min((r.start for r in readings), default=0)
    told = re.compile(r"(?P<told>.*\S)\s+af\s*$", re.DOTALL).match(prose, behind, max(behind, agent))
    if told and predicate.finite == 1 and tokens[0].low == "der":
        return read_topic(prose, behind, told.end("told"), predicate.verb)  # `Der blev givet | en status af Bo`
    impersonal = any(t.low in ("der", "det") for t in tokens[: predicate.last] if not t.is_mark)
    if impersonal and (subject is None or _only_opens(tokens, predicate.finite)):
        return read_topic(prose, topic_from, end, predicate.verb)  # `Der blev af Bo spurgt til taget`
    return subject


def _is_thing(front: Sequence[Word]) -> bool:
    """Tell whether what stands in front of a verb is its object, and no time or circumstance: `Årets regnskab`."""
    adverbial = words("adverbs", "prepositions") | words("adverbs", "skipped") | words("adverbs", "subordinating")
    if not front or len(front) > 4 or any(t.is_mark or t.low in adverbial for t in front):
        return False
    timed = any(t.low in words("calendar", "time_nouns") or t.text[0].isdigit() for t in front)
    return not timed and front[-1].low.endswith(("en", "et", "ne")) and front[-1].pos in (None, "NOUN", "PROPN")


def _only_opens(tokens: Sequence[Word], finite: int) -> bool:
    """Tell whether only `Der` or `Fra Lis Bo` stands in front of a passive, which is no topic."""
    first = tokens[0].low
    return (first in ("der", "det") and finite <= 2) or first in ("fra", "af")


def is_quoted(prose: str, sentence: Sentence, predicate: Predicate) -> bool:
    """Tell whether what was said stands in front: `Det kan de ikke, oplyste Lund.`, not `Som svar herpå, oplyste …`."""
    rest = prose[sentence.words[predicate.last].end : sentence.end]
    fronted = sentence.words[0].low in words("adverbs", "prepositions") and len(rest.split()) > 1
    if fronted and _relative_in(sentence.words[: predicate.finite]):
        return False  # `På baggrund af tallene, som Ib gennemgik, foreslog Lis en besparelse`
    if _told_clause().search(rest.partition(",")[2]) or sentence.words[0].low in words("adverbs", "timed"):
        return False  # `Da Lis havde talt, spurgte Ib, hvad det koster`
    return len(rest.split()) <= 5 and " at " not in f" {rest} "


def _relative_in(tokens: Sequence[Word]) -> bool:
    return any(a.text == "," and b.low in words("adverbs", "relative") for a, b in pairwise(tokens))


@cache
def _told_clause() -> re.Pattern[str]:
    asking = phrases("adverbs", "asking")
    return re.compile(rf"(?:\s+(?:på|om|til|for))?[\s,]*(?=(?:at|{asking}|hvem|hvad)\s)")


def _about_a_thing(prose: str, start: int, end: int) -> bool:
    """Tell `(spurgt af Ib) om | prisen` from `om | prisen holder`."""
    return prose.startswith("om ", start) and not is_question(prose, start, end)


@cache
def _up_to(particle: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<between>[^,;]{{0,60}}?)\b{re.escape(particle)}\w*", re.IGNORECASE)
