"""The head of an endless text: what the meeting is called, its day and what stands behind its hour."""

import re
from collections.abc import Iterator
from functools import cache

from analyser.language.dates import find_dates
from analyser.language.lexicon import phrases
from analyser.structure.endless_labels import is_free

_HEAD = 400  # code points within which the day and the hour of the meeting stand


def meeting_starts(text: str, body: int) -> Iterator[int]:
    """Find what stood on lines of its own above the roster; `body` is where the first item begins.

    `Nordly Boligselskab | Referat af afdelingsmøde | Torsdag den 13. september 2018 kl. 18.30 | Fælleshuset`
    """
    head = text[: min(body, _HEAD)]
    for match in _called().finditer(head):
        if match.start() and is_free(head, match.start()):
            yield match.start()
        if match["behind"] is not None:
            yield match.end()
    for match in re.finditer(r"\d[.:]\d\d\.?\s+(?=[A-ZÆØÅ][a-zæøå])", head):
        yield match.end()
    for day in find_dates(head):
        weekday = _weekday().search(head[: day.start])
        start = weekday.start() if weekday else day.start
        # `… Solbakkens Grundejerforening den 10. marts 2023` runs on: a line begins with a capital or a figure
        if start and not head[start].islower() and is_free(head, start) and _labelled().search(head[:start]) is None:
            yield start


@cache
def _called() -> re.Pattern[str]:
    # `Nordly Boligselskab | Referat af afdelingsmøde`, `Egeby IF | Bestyrelsesmøde | Klubhuset`
    ranked = rf"(?:(?i:{phrases('protocols', 'heading', 'ranks')})\s+)?"
    openers, kinds = phrases("meeting", "title", "openers"), phrases("protocols", "heading", "meeting_ends")
    opened = rf"(?i:{openers})(?=\s)"
    return re.compile(
        rf"(?:(?<=\s)|^)(?=[A-ZÆØÅ])(?:{opened}|{ranked}[\wæøåÆØÅ-]*(?i:{kinds})(?P<behind>\s+(?=[A-ZÆØÅ]))?)"
    )


@cache
def _weekday() -> re.Pattern[str]:
    weekday = phrases("calendar", "weekdays", "names")
    return re.compile(rf"(?<=\s){weekday},?\s+(?:d\.|den)?\s*$", re.IGNORECASE)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('meeting', 'bare_labels', 'dated')}\s*$", re.IGNORECASE)
