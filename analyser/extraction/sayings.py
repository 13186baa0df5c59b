"""Statements with no verb of saying: `Ib Mikkel: Bænkene er sat op.`, `Ifølge direktøren skyldes det …`."""

import re
from functools import cache
from itertools import pairwise

from analyser.extraction.actors import read_actors
from analyser.extraction.bidding import calls
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.extraction.task_lines import opens_with_task
from analyser.extraction.topics import quote
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.verbs import read_form


def read_view(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Ifølge direktøren skyldes det …`, `Efter Lis Bos opfattelse kan …`: what somebody holds."""
    match = _source().match(prose, sentence.start, sentence.end)
    if match is None:
        return None
    if match["view"] is not None:
        readings = read_actors(re.sub(r"['’]?s$", "", match["whose"]), match.start("whose"), cast)
        behind = match.end()
    else:
        readings, behind = [], match.end()
        for n, token in enumerate(sentence.words):
            if token.start < match.end():
                continue
            if token.is_mark or n > 9:
                break
            found = read_actors(prose[match.end() : token.end], match.end(), cast)
            if found:
                readings, behind = found, token.end
    if not readings or readings[0].actor.kind not in ("person", "role"):
        return None
    return Said(tuple(readings), None, "report", quote(prose, behind, sentence.end), sentence, sentence.start)


def read_labelled(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Ib Mikkelsen: Bænkene er sat op.` `MK: Intet nyt.` `Håndbold v/ Nadja: Der mangler trænere.`"""
    text = prose[sentence.start : sentence.end]
    if ":" not in text:
        return None
    match = re.match(
        r"^[\s\-–—•*]*(?:[a-zæøå]\)\s+|\d{1,2}[.)]\s+)?(?:[^:;.!?\n]{2,40}:\s+(?=[^:;.!?\n]{1,40}:\s))?(?P<who>[^:;.!?\n]{1,60}?(?:\.[^:;!?\n]{0,30}?)?)\s*:\s*(?=\S)",
        text,
    )
    if match is None:
        alone = re.match(r"^[\s\-–—•*]*(?P<who>[^:;.!?\n]{2,60}):\s*$", text)
        readings = read_actors(alone["who"], sentence.start + alone.start("who"), cast) if alone else []
        if readings and all(r.actor.participant for r in readings):  # `Skolelederen:` above a list
            return Said(tuple(readings), None, "report", None, sentence, sentence.start)
        return None
    if match.end() >= len(text) or opens_with_task(text) or calls(text) or _votes().match(text, match.end()):
        return None
    who, begin = match["who"], sentence.start + match.start("who")
    by = re.search(r"\bv(?:/|\.|ed\s)\s*(?=[a-zæøå]*[A-ZÆØÅ]|[a-zæøå]+en$)", who) or _from().match(who)
    if by:
        who, begin = who[by.end() :], begin + by.end()
        sent = read_actors(who, begin, cast) if _from().match(match["who"]) else []
        if not all(r.actor.participant or r.actor.kind == "role" for r in sent):
            return None  # `Fra ministeriet: cirkulære om …`; `Fra kirkeværgen: …` is said, whoever that is
    if who.casefold().strip() in _task_labels():
        return None
    about = _concerning().search(who)
    named = read_actors(who[: about.start()], begin, cast) if about else []
    if about and named and all(r.actor.participant for r in named):  # `Lis Bo ang. taget: Det er utæt.`
        who = who[: about.start()]
    readings = read_actors(who, begin, cast)
    if not readings or not all(_may_label(r) for r in readings):
        return None
    functions = words("functions", "as_label", "chair") | words("functions", "as_label", "minute_taker")
    behind = text[match.end() :].split(",")[0].strip(" .")
    if who.casefold().strip() in functions and read_actors(behind, 0, cast):
        return None  # `Referent: Annette Fris, den 3. februar`
    titled = any(r.actor.kind == "role" or (r.mention is not None and r.mention.method == "role") for r in readings)
    named = read_actors(behind, 0, cast) if titled else []
    if named and all(r.actor.participant for r in named):
        return None  # `Suppleant: Birger Holm`
    body = readings[0].actor.kind == "organisation"
    if (titled or body) and re.fullmatch(r"\d+\s+[a-zæøå]+\W*", text[match.end() :]):
        return None  # `Tømrer: 4 mand`, who are at work
    if ((titled or body) and _elects().search(text)) or _stands().match(text, match.end()):
        return None  # `Formand: Grethe Sand blev genvalgt`, `Bestyrelse: Ib Holm genvalgt, Lis Bo nyvalgt`
    if _letter().match(text) or (len(readings) > 1 and text[match.end()].islower()):
        return None  # `Stine + Thomas: kage og kaffe` is a task
    if readings[0].actor.participant is None and _opens_with_speaker(prose, sentence, match.end(), cast):
        return None  # `Aktivitetsudvalget: Vibe orienterede om …`, `TAP: LB mindede om …`
    topic = quote(prose, sentence.start + match.end(), sentence.end)
    if topic is None:
        return None
    return Said(tuple(readings), None, "report", topic, sentence, sentence.start)


def _opens_with_speaker(prose: str, sentence: Sentence, behind: int, cast: Cast) -> bool:
    """Tell whether a person is the subject right behind a label."""
    tokens = [t for t in sentence.words if t.start >= sentence.start + behind][:5]
    return any(
        any(f.kind in ("past", "present") for f in read_form(token.low))
        and any(
            r.actor.kind in ("person", "role")
            for r in read_actors(prose[tokens[0].start : before.end], tokens[0].start, cast)
        )
        for before, token in pairwise(tokens)
    )


@cache
def _votes() -> re.Pattern[str]:
    """`Ib Holm: | 34 stemmer (valgt)`: what he got in a ballot, and nothing that he said."""
    return re.compile(rf"\d+(?:\s+{phrases('decisions', 'votes', 'stemmer')})?\s*(?:[.,;(–—-]|$)", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    """`Fra Lis Bo: …`, `Spørgsmål fra Lis Bo: …`, `Nyt fra Lis Bo: …`."""
    nouns = "|".join(sorted({n for kind in lexicon("speech_nouns")["nouns"].values() for n in kind}))
    return re.compile(rf"^(?:\w*(?:{nouns})(?:er|r|e)?\s+)?[Ff]ra\s+(?=[A-ZÆØÅ])", re.IGNORECASE)


@cache
def _concerning() -> re.Pattern[str]:
    return re.compile(rf"\s{phrases('adverbs', 'concerning')}\s.*$", re.IGNORECASE)


@cache
def _letter() -> re.Pattern[str]:
    # `Fra Skadedyrsselskabet v/ J. Mogensen: tilbud`: a letter that came in, not somebody at the meeting
    return re.compile(r"^[\s\-–—•*]*[Ff]ra\s.*\bv/")


def _may_label(reading: Reading) -> bool:
    if reading.actor.kind == "person":
        return reading.actor.participant is not None or (
            reading.mention is not None and (bool(reading.mention.candidates) or " " in reading.mention.text)
        )
    return reading.actor.kind in ("organisation", "role")


@cache
def _task_labels() -> frozenset[str]:
    return frozenset().union(*(words("actions", "labels", kind) for kind in ("responsible", "due", "task")))


@cache
def _elects() -> re.Pattern[str]:
    either = f"(?:{phrases('decisions', 'answers', 'appointed')}|{phrases('decisions', 'appointments', 'vacant')})"
    return re.compile(rf"\b{either}\b", re.IGNORECASE)


@cache
def _stands() -> re.Pattern[str]:
    """`Ib Holm: | genvalgt`, `Lis Bo: | modtager ikke genvalg`."""
    chosen, standing = phrases("decisions", "answers", "appointed"), phrases("decisions", "appointments", "standing")
    return re.compile(rf"(?:{chosen}|{standing})(?![\wæøå])", re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{phrases('adverbs', 'according')}\s+|(?:efter|i)\s+(?P<whose>[\w .-]{{2,40}}?['’]?s)"
        rf"\s+(?P<view>{phrases('adverbs', 'views')})\s+)",
        re.IGNORECASE,
    )
