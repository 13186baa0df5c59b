"""Verbs of saying in the present that promise work: `Ib orienterer naboerne`, `Ib melder tilbage på næste møde`."""

import re
from functools import cache

from analyser.extraction.said import Said
from analyser.language.lexicon import phrases


def promises(prose: str, said: Said) -> bool:
    """Tell whether what reads as a statement is a task: said later (`på næste møde`), or to others than the meeting.

    `Ib orienterer om taget`, `Ib spørger, om taget er tæt` are statements of minutes that are written in the present.
    """
    if said.tense != "present" or said.verb is None:
        return False
    return is_promise(prose[said.at : said.sentence.end])


def is_promise(rest: str) -> bool:
    """Tell whether a clause from its verb on promises to tell somebody something: `orienterer naboerne`."""
    head = re.split(r",?\s+at\s", rest)[0]  # `foreslår, at vi næste gang får en bus` is said now
    return bool(_later().search(head) or _to_do().match(rest) or _to_others().match(rest))


@cache
def _later() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'telling', 'later')}(?![\wæøå])", re.IGNORECASE)


@cache
def _to_do() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'telling', 'tasks')}(?![\wæøå])", re.IGNORECASE)


@cache
def _to_others() -> re.Pattern[str]:
    """A verb with those who are told behind it, and neither a clause nor what opens a topic."""
    verbs, opens = phrases("actions", "telling", "verbs"), phrases("actions", "telling", "opens")
    skipped = phrases("adverbs", "skipped")
    return re.compile(rf"{verbs}\s+(?!(?:{skipped}\s+)*{opens}(?![\wæøå]))(?=[\wæøå]+)[^.:]*", re.IGNORECASE)
