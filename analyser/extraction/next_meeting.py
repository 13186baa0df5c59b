"""Tasks that are to be done by the next meeting, where the minutes say when that is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from analyser.extraction.sentences import Places, Sentence
from analyser.extraction.tasks import Task
from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import phrases, words

_NEAR = 2  # sentences below `Næste møde` in which its day stands


def due_by_next_meeting(
    tasks: Sequence[Task], prose: str, places: Places, titles: Mapping[str, str], day: date | None
) -> list[Task]:
    """Give the day of the next meeting to the tasks that are for it: `Lis laver et udkast til næste møde`.

    `titles` are the items' titles by id. Nothing is given where the minutes tell of two such days, or of none.
    """
    waiting = [n for n, task in enumerate(tasks) if task.due is None and _mark(prose, tasks, n)]
    meeting = _next_meeting(prose, places, titles, day) if waiting else None
    if meeting is None:
        return list(tasks)
    return [
        replace(task, due=_limit(mark, meeting)) if n in waiting and (mark := _mark(prose, tasks, n)) else task
        for n, task in enumerate(tasks)
    ]


def _mark(prose: str, tasks: Sequence[Task], n: int) -> re.Match[str] | None:
    """Find `til næste møde` in the clause of a task, before that of the next task in the sentence."""
    task = tasks[n]
    later = [t.begins for t in tasks if t.sentence is task.sentence and t.begins > task.begins]
    return _by_then().search(prose, task.begins, min([task.sentence.end, *later]))


def _limit(mark: re.Match[str], meeting: date) -> DateMention:
    limit = mark["by"].casefold() in words("calendar", "before", "limits") - {"til"}
    return DateMention(mark.start(), mark.end(), mark.group(), meeting, meeting, limit)


def _next_meeting(prose: str, places: Places, titles: Mapping[str, str], day: date | None) -> date | None:
    """Find the day of the next meeting: behind `Næste møde` in a sentence or a heading, or below that heading."""
    found: set[date] = set()
    below: dict[str, int] = {}
    headings = {id(s): item for item, s in places.headings.items()}
    for sentence in places.all:
        item = headings.get(id(sentence))
        opens = _opens().match(prose, sentence.start, sentence.end)
        if (
            item is None
            and opens is None
            and sentence.item is not None
            and _is_title().search(titles.get(sentence.item, ""))
        ):
            below[sentence.item] = below.get(sentence.item, 0) + 1
            if below[sentence.item] > _NEAR:
                continue
        elif opens is None and not (item is not None and _is_title().search(titles.get(item, ""))):
            continue
        found |= _first_day(prose, sentence, opens.end() if opens else sentence.start, day)
    return found.pop() if len(found) == 1 else None


def _first_day(prose: str, sentence: Sentence, start: int, day: date | None) -> set[date]:
    days = [
        d for d in find_dates(prose, start, sentence.end, day) if d.first == d.last and (day is None or d.last > day)
    ]
    return {d.last for d in days[:1]}


@cache
def _by_then() -> re.Pattern[str]:
    """`til næste møde`, `inden næste gang`; not `næste møde i festudvalget`, which is another's."""
    limits = phrases("calendar", "before", "limits")
    own, next_time, others = (phrases("actions", "frames", k) for k in ("own_next", "next_time", "not_ours"))
    return re.compile(
        rf"(?<![\wæøå])(?P<by>{limits}|på)\s+(?:(?:til|på)\s+)?(?:{own}\s+)?{next_time}(?![\wæøå])(?!\s+{others}\s)",
        re.IGNORECASE,
    )


@cache
def _is_title() -> re.Pattern[str]:
    following = phrases("actions", "frames", "following")
    return re.compile(rf"(?<![\wæøå]){following}\s+(?:[\wæøå]+\s+)?[\wæøå-]*møder?(?![\wæøå])", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    """`Næste møde: …`, `Dato for næste bestyrelsesmøde er …` as a sentence begins."""
    return re.compile(rf"\W*(?:[\wæøå]+\s+(?:og\s+[\wæøå]+\s+)?for\s+)?(?:det\s+)?{_is_title().pattern}", re.IGNORECASE)
