"""Lines that bid: `Bestil borde (Ib)`, `Bestille borde → Ib og Lis`, `@Ib: Undersøg prisen`, `Lis: bestille borde`."""

import re
from datetime import date
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.sentences import Sentence
from analyser.extraction.tasks import Task, due_in
from analyser.language.definite import definite_title
from analyser.language.lexicon import either, lexicon, phrases, words
from analyser.language.words import ARROWS

_LEAD = r"^[\s\-–—•*►=>☐□]*"
_NAMES = rf"(?P<who>[A-ZÆØÅ][^@{ARROWS}:;.()\[\]?\d]{{1,50}}?)"


def read_bidding(prose: str, sentence: Sentence, cast: Cast, day: date | None) -> Task | None:
    """Read a line with an infinitive or imperative and, at its end, who is to do it; one that calls upon somebody
    whatever its words (`@Ib`, `→ Ib`); one with a label in front of an infinitive."""
    text = prose[sentence.start : sentence.end]
    ends = (_in_brackets(), _behind_dash(), _behind_comma()) if bids(text) else ()
    for pattern in (_called_first(), _called_last(), _labelled(), *ends):
        match = pattern.search(text)
        if match and pattern is _behind_comma() and _lists(text[: match.start()]):
            continue
        people = _people(match["who"], sentence.start + match.start("who"), cast) if match else []
        if people:
            return Task(tuple(people), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    return None


def read_called(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """Read a line with nothing but who is called upon for what stands before it: `→ Ib Holm`, `@Lis`."""
    match = _called_alone().fullmatch(prose, sentence.start, sentence.end)
    return _people(match["who"], match.start("who"), cast) if match else []


def bids(text: str) -> bool:
    """Tell whether a line opens with an infinitive or imperative: `Bestil borde`, `- Indhente tilbud`."""
    return _opening().match(text) is not None


def calls(text: str) -> bool:
    """Tell whether a label calls upon somebody: `@Ib: Undersøg prisen`, `Lis: bestille borde`."""
    return _called_first().match(text) is not None or _labelled().match(text) is not None


def _people(who: str, start: int, cast: Cast) -> list[Reading]:
    found = read_actors(who, start, cast, speaker=False)
    return found if all(r.actor.kind == "person" and r.actor.participant for r in found) else []


def _lists(front: str) -> bool:
    """Tell whether the names behind a comma may go on with a list: `Send referatet til Lis|, Ib og Per`, `Aftal en dag
    med formanden|, Ib og Per`; not `Send referat til alle|, Ib`."""
    last = (front.split() or [""])[-1]
    pronouns = words("pronouns", "person") | words("pronouns", "object") | words("pronouns", "myself")
    return not last[-1:].isalnum() or last[0].isupper() or last in pronouns or definite_title(last) is not None


def _verbs() -> list[str]:
    entries: list[str] = lexicon("actions")["verbs"]
    return entries


@cache
def _opening() -> re.Pattern[str]:
    """The verbs of tasks as infinitives and imperatives: `bestille`, `bestil`, `tage kontakt`, `tag kontakt`."""
    forms: set[str] = set()
    for entry in _verbs():
        present, _, rest = entry.partition(" ")
        infinitive = present.removesuffix("r")
        stem = infinitive.removesuffix("e") if len(infinitive) > 3 else infinitive
        stem = stem[:-1] if stem[-2:-1] == stem[-1:] and stem[-1:] not in "aeiouyæøå" else stem
        forms |= {f"{form} {rest}".strip() for form in (infinitive, stem)} - words("actions", "nouns")
    labels = phrases("actions", "labels", "task")  # `Opgave: | kontakte banken (Ib)`
    return re.compile(rf"{_LEAD}(?:(?i:{labels})\s*:\s*)?(?i:{either(forms)})\s+\S")


@cache
def _labelled() -> re.Pattern[str]:
    """`Lis, Bo: | bestille borde`, `Opgave til Ib: | ring til kommunen`."""
    forms = {entry.split()[0].removesuffix("r") for entry in _verbs()} - words("actions", "nouns")
    infinitives = "|".join(sorted(map(re.escape, forms)))
    return re.compile(rf"{_LEAD}(?P<task>(?i:opgaver?)\s+til\s+)?{_NAMES}:\s*(?(task)(?=\S)|(?=(?:{infinitives})\s))")


@cache
def _called_first() -> re.Pattern[str]:
    """`@| Ib: Undersøg prisen`."""
    return re.compile(rf"{_LEAD}@{_NAMES}:\s*(?=\S)")


@cache
def _called_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:[{ARROWS}]|=>|->|@)\s*@?{_NAMES}\s*\.?")


@cache
def _called_last() -> re.Pattern[str]:
    """`Prisen undersøges → | Ib og Lis`, `Undersøg prisen @| Ib`."""
    return re.compile(rf"\S\s*(?:[{ARROWS}]|=>|->|@)\s*@?{_NAMES}\s*\.?$")


@cache
def _in_brackets() -> re.Pattern[str]:
    """`Bestil borde (| Ib)`, `[| Ib]`, `(| Ib, inden 1/5)`."""
    when = rf"(?:,?\s+(?:{phrases('actions', 'frames', 'limits')}|uge|primo|medio|ultimo|d\.|den|\d)[^()\[\]]*)?"
    return re.compile(rf"[(\[]{_NAMES}{when}[)\]]\s*\.?$", re.MULTILINE)


@cache
def _behind_dash() -> re.Pattern[str]:
    """`Indhent tilbud – | Lis – frist 1. maj`."""
    return re.compile(rf"\s[–—-]\s+{_NAMES}{_limit()}\.?$")


@cache
def _behind_comma() -> re.Pattern[str]:
    """`Send referat til alle, | Ib`, `Send referat til alle, | Ib, inden 1. maj`."""
    return re.compile(rf",\s+{_NAMES}{_limit()}\.?$")


def _limit() -> str:
    """By when, behind who: `– frist 1. maj`."""
    return rf"(?:(?:\s+[–—-]|,)\s+(?i:{phrases('actions', 'frames', 'limits')})\b.*)?"
