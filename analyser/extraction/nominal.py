"""Reports that no verb tells: `Orientering ved Lis Bo om budgettet.`, `Gennemgang af regnskabet v/ kassereren.`"""

import re
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.extraction.topics import quote
from analyser.language.lexicon import affixes, lexicon, phrases
from analyser.language.verbs import read_form
from analyser.minutes import Act, Quote

_LONGEST = 8  # words of the one who reports


def read_nominal(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """Read a sentence that names a report and who gives it, in either order of topic and name, and holds no verb.

    `Kort oplæg ved Lis Bo, som …` counts; `Orientering ved Lis Bo om taget blev taget til efterretning` decides.
    """
    match = _opening().match(prose, sentence.start, sentence.end)
    if match is None:
        return _owned(prose, sentence, cast) or _participle(prose, sentence, cast)
    told = told_by(prose, sentence, match.end(), cast)
    if told is None:
        return None
    readings, behind = told
    topic = quote(prose, *match.span("topic")) if match["topic"] else _topic_behind(prose, behind, sentence.end)
    return _said(match["noun"], readings, topic, sentence)


def _owned(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Formandens orientering: Taget holder.`, `Lis Bos gennemgang af regnskabet.`"""
    match = _whose().match(prose, sentence.start, sentence.end)
    if match is None:
        return None
    readings = read_actors(match["who"], match.start("who"), cast)
    if not readings or not all(r.actor.participant for r in readings):
        return None
    if prose[match.end() :].startswith(":"):
        topic = quote(prose, match.end() + 1, sentence.end)
    else:
        if _holds_verb(sentence, match.end(), sentence.end):
            return None
        topic = _topic_behind(prose, match.end(), sentence.end)
    return _said(match["noun"], readings, topic, sentence) if topic is not None else None


def _participle(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Regnskabet fremlagt af Lis Bo.`, `Præsenteret af kassereren: det nye budget.`: a report in short."""
    match = _told().match(prose, sentence.start, sentence.end)
    form = (
        next((f for f in read_form(match["told"]) if f.kind == "participle" and f.verb.particle is None), None)
        if match
        else None
    )
    if match is None or form is None or form.verb.act != "report" or form.verb.needs or form.verb.objects:
        return None
    if match["topic"] and _holds_verb(sentence, *match.span("topic")):
        return None  # `Regnskabet blev fremlagt af Lis Bo` is read as a sentence
    told = told_by(prose, sentence, match.end(), cast)
    if told is None:
        return None
    readings, behind = told
    topic = quote(prose, *match.span("topic")) if match["topic"] else _topic_behind(prose, behind, sentence.end)
    if topic is None:
        return None
    return Said(tuple(readings), form.verb.lemma, "report", topic, sentence, sentence.start, tense="none")


def _said(noun: str, readings: list[Reading], topic: Quote | None, sentence: Sentence) -> Said:
    known = lexicon("speech_nouns")["nominal"]
    act: Act = known["acts"].get(noun.casefold(), "report")
    return Said(
        tuple(readings), known["verbs"].get(noun.casefold()), act, topic, sentence, sentence.start, tense="none"
    )


def may_speak(reading: Reading) -> bool:
    """Tell who is at the table: people, and sides of it (`fra medarbejdersiden`); not `et brev fra kommunen`."""
    side = (reading.actor.name or "").casefold().endswith(affixes("speech_nouns", "raised", "sides"))
    return reading.actor.kind in ("person", "role") or (reading.actor.kind == "organisation" and side)


def told_by(prose: str, sentence: Sentence, start: int, cast: Cast) -> tuple[list[Reading], int] | None:
    """Read who stands behind `ved` or `fra`, the longest first: people, with where that ends."""
    tokens = [t for t in sentence.words if t.end > start][:_LONGEST]
    for n in range(len(tokens), 0, -1):
        if tokens[n - 1].is_mark and tokens[n - 1].text != ")":
            continue
        found = read_actors(prose[start : tokens[n - 1].end], start, cast)
        people = [r for r in found if may_speak(r)]
        if not found or len(people) < len(found):
            continue
        end = tokens[n - 1].end
        following = prose[end : sentence.end]
        if not re.match(rf"\s*(?:[.,:;]|$)|\s+{_about()}\s", following):
            return None
        stop = next((end + m.start() for m in re.finditer(r"[,:;]", following)), sentence.end)
        return None if _holds_verb(sentence, end, stop) else (found, end)
    return None


def _holds_verb(sentence: Sentence, start: int, end: int) -> bool:
    within = [t for t in sentence.words if start <= t.start < end]
    return any(looks_finite(t.low) and t.text[0].islower() for t in within)


def _topic_behind(prose: str, start: int, end: int) -> Quote | None:
    about = re.compile(rf"\s*(?:{_about()}\s|:)").match(prose, start, end)
    return quote(prose, about.end(), end) if about else None


@cache
def _about() -> str:
    return phrases("speech_nouns", "nominal", "about")


def _nouns() -> str:
    return phrases("speech_nouns", "nominal", "nouns")


@cache
def _opening() -> re.Pattern[str]:
    """`Kort mundtlig orientering (om budgettet) ved |`; not `Orientering fra`, which heads what others send in."""
    manner, by = (phrases("speech_nouns", "nominal", key) for key in ("manner", "by"))
    mark = r"\s*(?:[-–—•*·]\s+|[a-zæøå]\)\s+)?"
    return re.compile(
        rf"{mark}(?:{manner}\s+){{0,2}}(?P<noun>{_nouns()})(?:\s+{_about()}\s+(?P<topic>[^.:;]{{2,80}}?))?,?\s+(?:{by})(?<=[/.\w])(?:(?<=[/.])\s*|\s+)(?=\S)",
        re.IGNORECASE,
    )


@cache
def _whose() -> re.Pattern[str]:
    """`Formandens orientering`, `Lis Bos korte gennemgang`."""
    manner = phrases("speech_nouns", "nominal", "manner")
    return re.compile(
        rf"\s*(?:[-–—•*·]\s+)?(?P<who>[A-ZÆØÅ][^.:;,]{{1,40}}?)['’]?s\s+(?:{manner}e?\s+)?(?P<noun>(?i:{_nouns()}))(?![\wæøå])"
    )


@cache
def _told() -> re.Pattern[str]:
    """`Regnskabet fremlagt af |`, `Præsenteret af |`."""
    by = phrases("speech_nouns", "nominal", "agents")
    return re.compile(
        rf"\s*(?:[-–—•*·]\s+)?(?:(?P<topic>[A-ZÆØÅ][^.:;,()]{{2,60}}?)\s+)?(?P<told>[A-ZÆØÅa-zæøå]{{4,}}t)\s+(?:{by})(?<=[/.\w])(?:(?<=[/.])\s*|\s+)(?=\S)"
    )
