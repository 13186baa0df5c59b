"""Appointments that no verb of deciding tells: `Valgudvalg: Erna og Lilly`, `Mathilde dirigent`."""

import re
from functools import cache, lru_cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.decided import Decided
from analyser.extraction.sentences import Sentence
from analyser.extraction.votes import make_votes
from analyser.language.lexicon import phrases

_LAST_CLAUSE = re.compile(r"[,;]\s+(?:og\s+)?(?=[A-ZÆØÅ])")


def read_appointment(prose: str, sentence: Sentence, cast: Cast) -> Decided | None:
    """Read a sentence that says who is what from now on, below a heading of elections or anywhere."""
    text = prose[sentence.start : sentence.end]
    if "\n" in text or "___" in text:
        return None  # a line for signatures
    for match in _formed(text):
        sure = _counting().match(text) is not None and not text.rstrip().endswith(":")
        if sure or _are_people(match["who"], sentence.start + match.start("who"), cast):
            count = match.groupdict().get("count")
            return Decided("appointed", None, make_votes({"for": int(count)}) if count else None, sentence)
    tail = _LAST_CLAUSE.search(text)  # `Lis fik 4 stemmer og Ib 3, og | Lis er dermed formand.`
    become = _with_function().match(text[tail.end() :]) if tail else None
    if tail and become and _are_people(become["who"], sentence.start + tail.end() + become.start("who"), cast):
        name = re.escape(become["who"])
        count = re.search(rf"\bfik\s+{name}\s+(\d+)\s+stemmer|\b{name}\s+fik\s+(\d+)\s+stemmer", text)
        votes = make_votes({"for": int(count[1] or count[2])}) if count else None
        return Decided("appointed", None, votes, sentence)
    return None


@lru_cache(maxsize=256)  # what looks for tasks asks of each sentence, and then what looks for decisions
def _formed(text: str) -> tuple[re.Match[str], ...]:
    """Match the forms of a sentence that appoints, whoever stands in it."""
    forms = (
        _labelled,
        _with_function,
        _group,
        _makes_up,
        _becomes,
        _enters_as,
        _again,
        _in_office,
        _set_up,
        _elected,
    )
    return tuple(match for form in forms if (match := form().match(text)) is not None)


def read_elected(prose: str, sentence: Sentence, title: str, cast: Cast) -> Decided | None:
    """`Lis Bo og Ib Holm.`, `Dirigent: Lis Bo` below `Valg af dirigent og referent`: nothing but who was elected."""
    if not _elections().search(title):
        return None
    text = prose[sentence.start : sentence.end]
    match = re.match(r"^[\s\-–—•*]*(?:[A-ZÆØÅ][^:.;,]{1,40}:\s*)?(?P<who>[A-ZÆØÅ][^:;]{2,80}?)\.?$", text)
    match = _is_office().match(text) or match
    if (
        match is None
        or _standing().match(text)
        or not _are_people(match["who"], sentence.start + match.start("who"), cast)
    ):
        return None
    return Decided("appointed", None, None, sentence)


@cache
def _elections() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('headings', 'elections', 'titles')}(?![\wæøå])", re.IGNORECASE)


@cache
def _counting() -> re.Pattern[str]:
    """`Stemmetællere blev have 12 og have 60`: those who count votes need no name."""
    sure, becomes = (phrases("decisions", "appointments", key) for key in ("sure", "becomes"))
    return re.compile(rf"[\s\-–—•*]*{sure}(?::|\s+{becomes})\s", re.IGNORECASE)


@cache
def _is_office() -> re.Pattern[str]:
    """`Helge er næstformand.`"""
    functions = phrases("decisions", "appointments", "functions")
    return re.compile(rf"^[\s\-–—•*]*(?P<who>[A-ZÆØÅ][^:;,.]{{1,40}}?)\s+er\s+(?:ny\s+)?{functions}\.?$")


@cache
def _standing() -> re.Pattern[str]:
    """`På valg: Lis Bo`: who may be elected, not who was."""
    return re.compile(rf"[\s\-–—•*]*{phrases('actions', 'labels', 'standing')}", re.IGNORECASE)


def _are_people(who: str, start: int, cast: Cast) -> bool:
    """Tell whether a list names people and nobody else: `1. Ole Brix, 2. Ib Holm (2 år) og en elev`."""
    bare = re.sub(r"\b\d\.\s*(?=[A-ZÆØÅ])|\s*\([^()]*\)|\s+og\s+en\s+[a-zæøå]+$", "", who)
    readings = read_actors(bare, start, cast, speaker=False)
    named = (r for r in readings if r.mention is None or r.mention.method != "role")  # `… bliver Formanden`
    return bool(readings) and [r.actor.kind in ("person", "unknown") for r in named] == [True] * len(readings)


@cache
def _labelled() -> re.Pattern[str]:
    """`Valgudvalg: Erna og Lilly`, `Kontaktperson bliver Ib Ravn`, `b. Revisor: Genvalg af Ib`."""
    ends = phrases("decisions", "appointments", "ends")
    becomes, again = (phrases("decisions", "appointments", key) for key in ("becomes", "again"))
    return re.compile(
        rf"^[\s\-–—•*]*(?:[a-h\d][.)]\s*)?(?:[Nn]y\s+|[Ss]om\s+)?[^:.,;]{{0,40}}?(?i:{ends}(?:et|en|ne|erne)?)"
        rf"(?::\s*(?:(?i:{again})\s+)?|\s+{becomes}\s+(?=[A-ZÆØÅ]|have\s\d|nr\.\s\d))(?P<who>.+?)\.?$"
    )


@cache
def _becomes() -> re.Pattern[str]:
    """`Dirigent blev Lis Bo`, `Formand blev Ib Holm med 12 stemmer`, `Ny kasserer er Ib Holm`."""
    ends, functions, becomes = (phrases("decisions", "appointments", key) for key in ("ends", "functions", "becomes"))
    return re.compile(
        rf"^[\s\-–—•*]*(?:(?:[Tt]il\s+|[Ss]om\s+)?[^:.,;]{{0,30}}?(?i:{ends}|{functions})\s+{becomes}"
        rf"|[Nn]y\s+[\wæøå-]*(?i:{ends}|{functions})\s+er)\s+(?P<who>[A-ZÆØÅ][^:;.]{{1,80}}?)(?:\s+med\s+(?P<count>\d{{1,4}})\s+stemmer)?\.?$"
    )


@cache
def _enters_as() -> re.Pattern[str]:
    """`Som nyt medlem af udvalget indtrådte Ib Holm.`, `I stedet for Lis Bo indtræder Ib Holm.`"""
    joins = phrases("decisions", "appointments", "joins")
    return re.compile(
        rf"^[\s\-–—•*]*(?:Som|I\s+stedet)\s[^:;.]{{2,80}}?\s{joins}\s+(?:[a-zæøå]+\s+)?"
        r"(?P<who>[A-ZÆØÅ][^:;.]{1,60}?)\.?$"
    )


@cache
def _with_function() -> re.Pattern[str]:
    """`Mathilde dirigent, Jonatan referent.`, `Ole Bech blev formand`."""
    functions = phrases("decisions", "appointments", "functions")
    becomes = phrases("decisions", "appointments", "becomes")
    return re.compile(
        rf"^[\s\-–—•*]*(?P<who>[A-ZÆØÅ][^,:;.]{{1,40}}?)\s+(?:{becomes}\s+{functions}(?=$|\W)|{functions}(?=\.$|,\s+[A-ZÆØÅ]))"
    )


@cache
def _in_office() -> re.Pattern[str]:
    """`Lis Bo indtræder som medlem`, `Lis kommer med i udvalget`, `Lis bliver risikoejer`, `Lis overtager kassen`."""
    enters, becomes = (phrases("decisions", "appointments", key) for key in ("enters", "becomes"))
    ends, posts = (phrases("decisions", "appointments", key) for key in ("offices", "posts"))
    some = r"(?:[\wæøå]+\s+){0,2}?"
    return re.compile(
        rf"^[\s\-–—•*]*(?P<who>[A-ZÆØÅ][^,:;.]{{1,60}}?)\s+(?:{enters}\s+{some}[\wæøå-]*{ends}"
        rf"|{becomes}\s+(?:ny\s+)?[\wæøå-]*{ends}|overtager\s+[\wæøå-]*{posts})(?![\wæøå])"
    )


@cache
def _set_up() -> re.Pattern[str]:
    """`Arbejdsgruppe om taget nedsat: Ib, Lis og Bo. Forslag til juni.`"""
    return re.compile(
        r"^[\s\-–—•*]*[^:.;]{0,60}?(?:gruppe|udvalg|komit[eé])[^:.;]{0,40}?"
        r"\s(?:nedsat|nedsættes|blev nedsat):\s*(?P<who>[A-ZÆØÅ].+?)\.?$"
    )


@cache
def _elected() -> re.Pattern[str]:
    """`Lis Bo (nyvalgt)`, `c. Ib Holm (genvalg).`, `Lis Bo: genvalgt`."""
    answers = phrases("decisions", "answers", "appointed")
    return re.compile(
        rf"^[\s\-–—•*]*(?:[a-zæøå\d][.)]\s*)?(?P<who>[A-ZÆØÅ][^:.;()]{{2,60}}?)\s*(?:\({answers}\)|:\s*{answers})\.?$"
    )


@cache
def _group() -> re.Pattern[str]:
    """`Den består af Ib, Lis (tovholder) og Bo og afleverer i maj.`, with names: not `Den består af fem medlemmer`."""
    consists, now = (phrases("decisions", "appointments", key) for key in ("consists", "now"))
    return re.compile(
        rf"^[\s\-–—•*]*(?:Den|Det|[A-ZÆØÅ]\w*(?:en|et))\s+(?:{consists}|består\s+{now}\s+af)\s+"
        r"(?P<who>(?=.*[A-ZÆØÅ]).+?)(?:\.?$|\s+og\s+(?=[a-zæøå]+er\b))"
    )


@cache
def _makes_up() -> re.Pattern[str]:
    """`Ib og Lis udgør skrivegruppe for planen.`"""
    ends, makes_up = (phrases("decisions", "appointments", key) for key in ("ends", "makes_up"))
    return re.compile(rf"^[\s\-–—•*]*(?P<who>[A-ZÆØÅ].{{2,80}}?)\s+{makes_up}\s+(?:en\s+)?[a-zæøå-]*{ends}")


@cache
def _again() -> re.Pattern[str]:
    """`Genvalg til Ib Holm og Lis Bo.`"""
    again = phrases("decisions", "appointments", "again")
    return re.compile(rf"^[\s\-–—•*]*(?i:{again})\s+(?P<who>[A-ZÆØÅ].+?)\.?$")
