"""Statements that a noun makes: `Der kom fra Lis et ønske om ro`, `Det er Ibs opfattelse, at …`, `Ibs svar var, at`."""

import re
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.nominal import may_speak, told_by
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.extraction.topics import quote, read_topic
from analyser.language.lexicon import lexicon, phrases
from analyser.minutes import Act, Quote

_LONGEST = 40  # code points of a name, or of what stands in front of a noun


def read_raised(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """Read what somebody raised, holds or answers, where the noun says so and the verb is `var`, `kom`, `er`."""
    return (
        _behind_noun(prose, sentence, cast)
        or _in_front_of_noun(prose, sentence, cast)
        or _holding(prose, sentence, cast)
    )


def _behind_noun(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Der kom et forslag fra Lis om flere bænke.`"""
    match = _there().match(prose, sentence.start, sentence.end)
    told = told_by(prose, sentence, match.end(), cast) if match else None
    if match is None or told is None:
        return None
    readings, behind = told
    topic = read_topic(prose, _behind_about(prose, behind, sentence.end), sentence.end, None)
    return _said(match["noun"], readings, topic or quote(prose, *match.span("what")), sentence)


def _in_front_of_noun(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Der var fra Lis et ønske om flere bænke.` `Fra Lis kom der et ønske om flere bænke.`"""
    for pattern in (_there_from(), _from_there()):
        match = pattern.match(prose, sentence.start, sentence.end)
        readings = _people(match["who"], match.start("who"), cast) if match else []
        if match is not None and readings:
            topic = read_topic(prose, match.start("what"), sentence.end, None)
            return _said(match["noun"], readings, topic, sentence)
    return None


def _holding(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Det er Lis Bos opfattelse, at …`, `Lis Bos svar var, at …`, `Svaret fra Lis Bo var, at …`."""
    for pattern in _holds():
        match = pattern.match(prose, sentence.start, sentence.end)
        readings = _people(match["who"], match.start("who"), cast) if match else []
        if match is not None and readings:
            return _said(match["noun"], readings, read_topic(prose, match.end(), sentence.end, None), sentence)
    return None


def _people(name: str, start: int, cast: Cast) -> list[Reading]:
    found = [] if _is_owned(name, cast) else read_actors(name, start, cast)
    return found if all(may_speak(r) for r in found) else []


def _is_owned(name: str, cast: Cast) -> bool:
    """Tell whether somebody is told by whose he is: `Svaret fra Ole Bechs | advokat var, at …`."""
    owners = [w.rstrip("'’") for w in name.split()[:-1]]
    return any(w[0].isupper() and w.endswith("s") and _bare(w) in cast.name_words for w in owners if w)


def _bare(word: str) -> str:
    return re.sub(r"['’]?s$", "", word).casefold()


def _said(noun: str, readings: list[Reading], topic: Quote | None, sentence: Sentence) -> Said:
    return Said(tuple(readings), None, _act(noun.casefold()), topic, sentence, sentence.start, tense="none")


def _act(noun: str) -> Act:
    nouns, acts = lexicon("speech_nouns")["nouns"], lexicon("speech_nouns")["acts"]
    kind = next((k for k, known in nouns.items() if any(noun.startswith(n) for n in known)), "remark")
    act: Act = acts.get(kind, kind)
    return act


def _behind_about(prose: str, start: int, end: int) -> int:
    about = re.compile(rf"\s*(?:{phrases('speech_nouns', 'nominal', 'about')}\s|:)").match(prose, start, end)
    return about.end() if about else start


def _noun() -> str:
    kinds = ("ask", "propose", "remark", "object", "stress", "thank")
    nouns = "|".join(phrases("speech_nouns", "nouns", kind) for kind in kinds)
    more = phrases("speech_nouns", "nominal", "nouns")
    return rf"(?P<noun>(?:{nouns}|{more})(?:er|r|e)?)(?![\wæøå])"


def _what() -> str:
    """A noun with what may stand in front: `et stærkt ønske`; not `ikke noget ønske`."""
    return rf"(?P<what>(?!(?:ikke|ingen|intet|aldrig)\s)(?:[a-zæøå]+\s+){{0,3}}?{_noun()})"


def _is() -> str:
    adverbs = phrases("adverbs", "skipped")
    return rf"{phrases('speech_nouns', 'raised', 'verbs')}(?:\s+(?!ikke\b){adverbs})?"


def _who() -> str:
    return rf"(?P<who>[^.,;:()]{{2,{_LONGEST}}}?)"


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"der\s+{_is()}\s+{_what()}\s+fra\s+", re.IGNORECASE)


@cache
def _there_from() -> re.Pattern[str]:
    return re.compile(rf"der\s+{_is()}\s+fra\s+{_who()}(?:['’]?s\s+side)?\s+{_what()}", re.IGNORECASE)


@cache
def _from_there() -> re.Pattern[str]:
    return re.compile(rf"fra\s+{_who()}(?:['’]?s\s+side)?\s+{_is()}\s+der\s+{_what()}", re.IGNORECASE)


@cache
def _holds() -> tuple[re.Pattern[str], ...]:
    views, answers = phrases("adverbs", "views"), phrases("speech_nouns", "raised", "answers")
    definite = phrases("speech_nouns", "raised", "definite")
    clause = r",?\s+(?=at\s)"
    is_ = r"(?:er|var)(?:\s+(?:fortsat|stadig))?"
    return (
        re.compile(rf"det\s+{is_}\s+{_who()}['’]?s\s+(?P<noun>{views}){clause}", re.IGNORECASE),
        re.compile(rf"{_who()}['’]?s\s+(?P<noun>{views}|{answers})\s+{is_}{clause}", re.IGNORECASE),
        re.compile(rf"(?P<noun>{definite})\s+fra\s+{_who()}\s+{is_}{clause}", re.IGNORECASE),
    )
