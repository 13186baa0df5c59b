"""Tasks of tables of items: who is to do what a row tells, and by when, stands in columns of its own.

`2 | Tidsplan | Bo Ek sender planen. | BE | 9/10`; `3 | Økonomi | Det blev besluttet at bygge om. | LB | 1/11`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.decided import Decided
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.extraction.task_verbs import tells_news
from analyser.extraction.tasks import Task, due_in, is_to_come, plans_in_passive
from analyser.language.dates import ANY_DAY, DateMention, find_dates
from analyser.structure import Assignment


def assign(
    tasks: Sequence[Task],
    assignments: Sequence[Assignment],
    prose: str,
    sentences: Sequence[Sentence],
    cast: Cast,
    day: date | None,
) -> list[Task]:
    """Give the tasks of each row its people and its time limit, where the row's text does not name them.

    A cell for tasks (`Indhente tilbud`) is one beside a person or a day, whatever its words.
    """
    found = _by_sentence(tasks)
    for row, own in _rows(assignments, sentences):
        people, days = _people(row, prose, cast), _days(row, prose, day)
        if not any(people) and not any(days):
            continue
        for s in own:
            if s.paragraph.part == "action" and s.start not in found and not _is_people(prose, s, cast):
                found[s.start] = [Task((), due_in(prose, s.start, s.end, day), s, s.end)]
        chosen = _of_row(row, own, found)
        behind = [s for s in own if chosen and s.start > chosen[-1].sentence.start and plans_in_passive(s)]
        if behind and any(people) and not any(t.responsible for t in chosen):
            chosen = [Task((), None, behind[-1], behind[-1].end)]  # `Festen holdes den 3. maj. Telt lejes. | Bo`
            found[behind[-1].start] = chosen
        filled = _filled(chosen, people, days)
        for start in {t.sentence.start for t in chosen}:
            found[start] = [filled.get((t.begins, start), t) for t in found[start]]
    return _in_order(found)


def assign_rest(
    tasks: Sequence[Task],
    assignments: Sequence[Assignment],
    prose: str,
    sentences: Sequence[Sentence],
    cast: Cast,
    day: date | None,
    decided: Sequence[Decided],
    said: Sequence[Said],
) -> list[Task]:
    """Make a task of each row that names people and tells no task: its plan, its decision or its last sentence.

    Where no day is set, only of what is still to come (`Det blev besluttet at bygge om.`): of `Regnskabet blev
    godkendt.` the column tells whose item it was.
    """
    found = _by_sentence(tasks)
    decisions = {d.sentence.start for d in decided}
    speakers = {s.sentence.start: s.speakers for s in said}
    for row, whole in _rows(assignments, sentences):
        people = [r for readings in _people(row, prose, cast) for r in readings]
        for s in whole:
            if s.paragraph.part == "action":
                people += read_actors(prose[s.start : s.end], s.start, cast, speaker=False)
        own = [s for s in whole if not _is_people(prose, s, cast)]
        if not people or not own or _of_row(row, own, found) or tells_news(prose, own[-1].words):
            continue
        due = next((d for d in _days(row, prose, day) if d and d.last != day), None)
        planned = [s for s in own if plans_in_passive(s)]
        same = [s for s in own if due and (d := due_in(prose, s.start, s.end, day)) and d.last == due.last]
        anchor = (same or planned or [s for s in own if s.start in decisions] or own)[-1]
        spoken = {r.actor.participant for r in people} & {r.actor.participant for r in speakers.get(anchor.start, ())}
        limit = due_in(prose, anchor.start, anchor.end, day)
        to_come = anchor in planned or is_to_come(prose, anchor) or (limit is not None and limit.open_start)
        if due is None and (spoken or not to_come):
            continue
        due = due or limit or due_in(prose, anchor.start, anchor.end, day)
        found[anchor.start] = [Task(tuple(people), due, anchor, anchor.end)]
    return _in_order(found)


def people_of_rows(assignments: Sequence[Assignment], prose: str, cast: Cast) -> list[Reading]:
    """Read all people of the columns for them, whether a task is theirs or not: they are named there."""
    return [r for row in assignments for readings in _people(row, prose, cast) for r in readings]


def _by_sentence(tasks: Sequence[Task]) -> dict[int, list[Task]]:
    found: dict[int, list[Task]] = {}
    for task in tasks:
        found.setdefault(task.sentence.start, []).append(task)
    return found


def _in_order(found: Mapping[int, Sequence[Task]]) -> list[Task]:
    return [t for start in sorted(found) for t in sorted(found[start], key=lambda t: t.begins)]


def _rows(
    assignments: Sequence[Assignment], sentences: Sequence[Sentence]
) -> Iterator[tuple[Assignment, list[Sentence]]]:
    """Give each row with the sentences of its texts; `sentences` are in the order of the document."""
    starts = [s.start for s in sentences]
    for row in assignments:
        first, last = bisect_left(starts, row.texts[0][0]), bisect_left(starts, row.texts[-1][1])
        yield row, [s for s in sentences[first:last] if any(start <= s.start < end for start, end in row.texts)]


def _of_row(row: Assignment, sentences: Sequence[Sentence], tasks: Mapping[int, Sequence[Task]]) -> list[Task]:
    """Give the tasks of a row: of its cells for tasks, or of the paragraph next to the people, or of all its text."""
    own = [t for s in sentences for t in tasks.get(s.start, ())]
    in_cell = [t for t in own if t.sentence.paragraph.part == "action"]
    start, end = row.texts[-1]
    return in_cell or [t for t in own if start <= t.sentence.start < end] or own


def _filled(
    tasks: Sequence[Task], people: Sequence[Sequence[Reading]], days: Sequence[DateMention | None]
) -> dict[tuple[int, int], Task]:
    """Give tasks what their row says, by where they begin.

    As many people's paragraphs as tasks are one each. Else all are for the tasks that name nobody, and for a task that
    stands alone; the day is for those that the people have.
    """
    each = len(tasks) > 1 and len(people) == len(tasks)
    dated = len(tasks) > 1 and len(days) == len(tasks)
    everybody = [r for readings in people for r in readings]
    out: dict[tuple[int, int], Task] = {}
    for n, task in enumerate(tasks):
        own = list(people[n]) if each else everybody
        day = days[n] if dated else next((d for d in days if d), None) if len(days) == 1 else None
        theirs = {r.actor.participant or r.actor.name for r in task.responsible}
        mine = {r.actor.participant or r.actor.name for r in own}
        concerned = not task.responsible or len(tasks) == 1 or bool(theirs & mine)
        responsible = task.responsible
        if not responsible or (len(tasks) == 1 and own):
            responsible += tuple(r for r in own if (r.actor.participant or r.actor.name) not in theirs)
        due = task.due or (day if concerned else None)
        out[(task.begins, task.sentence.start)] = replace(task, responsible=responsible, due=due)
    return out


def _people(row: Assignment, prose: str, cast: Cast) -> list[list[Reading]]:
    """Read the people of a row, a paragraph's each: `Lis, Bo`, `LB/BE`, `AS, 15/10`."""
    return [list(_named(prose, start, end, cast)) for start, end in row.responsible]


def _named(prose: str, start: int, end: int, cast: Cast) -> Iterator[Reading]:
    dates = [d.start for d in find_dates(prose, start, end, ANY_DAY)]
    end = min([end, *dates])
    whole = read_actors(prose[start:end].rstrip(" ,;.(–-"), start, cast, speaker=False)
    if whole:
        yield from whole
        return
    for part in re.finditer(r"(?:(?!\s*[,/;+&()]|\s+og\s|\s+samt\s).)+", prose[start:end]):
        text = part.group()
        lead = len(text) - len(re.sub(r"^[\s,/;+&()]*(?:(?:og|samt)\s+)?", "", text))
        if text[lead:].strip():
            yield from read_actors(text[lead:].strip(" ."), start + part.start() + lead, cast, speaker=False)


def _days(row: Assignment, prose: str, day: date | None) -> list[DateMention | None]:
    return [due_in(prose, start, end, day) for start, end in row.due]


def _is_people(prose: str, sentence: Sentence, cast: Cast) -> bool:
    """Tell whether a cell for tasks names people and no more: `Opfølgning | Lis`."""
    return bool(read_actors(prose[sentence.start : sentence.end], sentence.start, cast, speaker=False))
