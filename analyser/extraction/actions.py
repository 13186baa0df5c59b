"""Actions: who is to do what by when.

A person or body and a verb in the present (`Dorthe laver et udkast`), a modal (`Formanden skal …`) or a promise
(`Ib Ravn lovede at …`); a planned event (`Den 3. april afholdes der møde`); lines `Ansvarlig: NAME`, `Frist: …`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from analyser.extraction.actors import read_actors
from analyser.extraction.appointments import read_appointment
from analyser.extraction.assigned import read_agents, read_assigned
from analyser.extraction.bidding import read_bidding, read_called
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.doers import find_doers
from analyser.extraction.sentences import Sentence
from analyser.extraction.task_lines import read_labels, read_named_line
from analyser.extraction.task_tables import read_task_tables
from analyser.extraction.tasks import Task, due_in, plans_in_passive
from analyser.extraction.vote_counts import opens_with_count
from analyser.language.dates import DateMention
from analyser.language.lexicon import phrases

_RELATIVE = re.compile(r",\s+(?:som|der|hvor)\b")


def find_actions(
    text: str,
    prose: str,
    sentences: Sequence[Sentence],
    cast: Cast,
    day: date | None,
    said: Mapping[int, tuple[Reading, ...]],
    told_from: Mapping[int, int],
) -> list[Task]:
    """Find the actions of a document, in order.

    `text` is the source, `prose` what the outline made of it. `said` gives the speakers of each sentence (by offset)
    that is a statement, `told_from` where in it the telling begins: who speaks there is no doer by the way, and `de` in
    the next sentence means them.
    """
    table = read_task_tables(text, prose, sentences, cast, day)
    found: list[Task] = []
    before: tuple[Reading, ...] = ()
    n = 0
    while n < len(sentences):
        sentence = sentences[n]
        if n and sentences[n - 1].item != sentence.item:
            before = ()
        last = found[-1] if found else None
        if n and sentences[n - 1].start in said:
            before = said[sentences[n - 1].start]
        elif n and last is not None and last.sentence.start == sentences[n - 1].start:
            before = last.responsible
        elif n:
            before = _named(prose, sentences[n - 1], cast)
        if sentence.start in table.read:
            found += [t for t in table.tasks if t.sentence is sentence]
            n += 1
            continue
        labelled = read_labels(prose, sentences, n, cast, day, partial(_inside, prose, cast, day))
        if labelled is not None:
            tasks, n = labelled
            late = tasks[0] if len(tasks) == 1 and not tasks[0].responsible and tasks[0].due else None
            if late is not None and any(t.sentence is late.sentence for t in found):
                found = [replace(t, due=t.due or late.due) if t.sentence is late.sentence else t for t in found]
                continue  # `HB og BK samler forslag. Frist: 20. august.`
            found += tasks
            continue
        called = read_called(prose, sentence, cast) if n and sentences[n - 1].item == sentence.item else []
        if called:
            found = _called_upon(prose, found, sentences[n - 1], called, sentence, day)
            n += 1
            continue
        follows = last is not None and n and last.sentence is sentences[n - 1]
        limit = _limit(prose, sentence, cast, day) if follows else None
        if limit is not None:
            found = [replace(t, due=t.due or limit) if t.sentence is sentences[n - 1] else t for t in found]
            n += 1
            continue
        counts = opens_with_count(prose[sentence.start : sentence.end])  # `Imod stemte 1: Ib`
        if sentence.paragraph.part not in ("background", "proposal") and not counts:
            since = told_from.get(sentence.start) if sentence.start in said else None
            tasks = _in_sentence(prose, sentence, cast, day, since, before)
            if (
                tasks
                and n
                and any(t.due is None for t in tasks)
                and _by_then().search(prose, sentence.start, sentence.end)
            ):
                then = due_in(prose, sentences[n - 1].start, sentences[n - 1].end, day)
                tasks = [replace(t, due=t.due or then) for t in tasks]
            found += tasks
        n += 1
    return found


def _called_upon(
    prose: str, found: Sequence[Task], before: Sentence, called: Sequence[Reading], sentence: Sentence, day: date | None
) -> list[Task]:
    """Give what stands in front of `→ Ib Holm` to him: a task that names nobody, or the sentence as a new one."""
    if any(t.sentence is before for t in found):
        return [
            replace(t, responsible=t.responsible or tuple(called), end=sentence.end) if t.sentence is before else t
            for t in found
        ]
    return [*found, Task(tuple(called), due_in(prose, before.start, before.end, day), before, sentence.end)]


def _limit(prose: str, sentence: Sentence, cast: Cast, day: date | None) -> DateMention | None:
    """Read a sentence that only says when what stands before it is to be done: `Skal stå klar medio maj.`

    So does the cell of a table beside it: `LB, 15/10`.
    """
    text = prose[sentence.start : sentence.end]
    if len(sentence.words) > 9:
        return None
    if not _limit_opening().match(text):
        cell = re.match(
            r"(?P<who>[A-ZÆØÅ][^,;:]{1,40}),\s+(?=(?:uge|senest|inden|primo|medio|ultimo|d\.|den|\d))", text
        )
        who = read_actors(cell["who"], sentence.start, cast, speaker=False) if cell else []
        if not who or not all(r.actor.participant for r in who):
            return None
    return due_in(prose, sentence.start, sentence.end, day)


def _named(prose: str, sentence: Sentence, cast: Cast) -> tuple[Reading, ...]:
    """Read the people that a line names behind its label: `Festudvalg: Camilla og Fritte.`, then `De kommer …`."""
    text = prose[sentence.start : sentence.end]
    _, mark, who = text.partition(":")
    readings = read_actors(who.strip(" ."), sentence.end - len(who.lstrip()), cast, speaker=False) if mark else []
    return tuple(readings) if all(r.actor.kind == "person" for r in readings) else ()


def _inside(prose: str, cast: Cast, day: date | None, sentence: Sentence) -> list[Task]:
    return _in_sentence(prose, sentence, cast, day, told_from=None)


def _in_sentence(
    prose: str,
    sentence: Sentence,
    cast: Cast,
    day: date | None,
    told_from: int | None,
    before: tuple[Reading, ...] = (),
) -> list[Task]:
    said = told_from is not None
    text = prose[sentence.start : sentence.end]
    if text.rstrip().endswith("?") and "(" not in text:
        return []
    supposed = _hypothetical().search(text)
    if supposed is not None:
        first = _without_condition(prose, sentence, sentence.start + supposed.start())
        if first is None:
            return []
        sentence = first
        text = prose[sentence.start : sentence.end]
    appointed = read_appointment(prose, sentence, cast) is not None and not _in_charge().search(text)
    if appointed and due_in(prose, sentence.start, sentence.end, day) is None:
        return []  # `Lis kommer med i festudvalget`
    named = read_bidding(prose, sentence, cast, day) or read_named_line(prose, sentence, cast, day)
    if named is not None:
        return [named]
    dated = due_in(prose, sentence.start, sentence.end, day)
    assigned = read_assigned(prose, sentence, cast)
    if assigned:
        return [Task(tuple(assigned), dated, sentence, sentence.end)]
    found = find_doers(prose, sentence, cast, dated is not None, told_from, before)
    if found:
        ends = [*(place for place, _ in found[1:]), sentence.end]
        tasks = []
        for n, ((place, readings), end) in enumerate(zip(found, ends, strict=True)):
            anew = said and _splice().search(prose, sentence.start, place) is not None
            start = sentence.start if n == 0 and not anew else place
            due = due_in(prose, place, end, day) or (dated if len(found) == 1 else due_in(prose, start, end, day))
            tasks.append(Task(tuple(readings), due, sentence, sentence.end, start))
        return tasks
    main = _RELATIVE.split(text)[0]
    agents = [] if said or _told().search(main) else read_agents(prose, sentence, cast, dated is not None)
    if agents and all(r.actor.participant for r in agents):  # `Kostpolitikken tilrettes af Emil.`
        return [Task(tuple(agents), dated, sentence, sentence.end)]
    if said or dated is None or _told().search(text) or dated.last == day or _next_meeting().match(text):
        return []
    if _planned().search(text) or plans_in_passive(sentence):
        return [Task(tuple(agents) or tuple(_behind_dash(prose, sentence, cast)), dated, sentence, sentence.end)]
    return []


def _behind_dash(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """Read who is named behind a dash: `Alarmkæden ajourføres | - ST - 1/11`, `Taget tætnes inden jul – Ib og Bo`."""
    for match in re.finditer(
        r"\s[-–—]\s*(?P<who>[^-–—:.]{2,60}?)(?=\s[-–—]\s|\.?$)", prose[sentence.start : sentence.end]
    ):
        found = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        if found and all(r.actor.participant for r in found):
            return found
    return []


@cache
def _in_charge() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'labels', 'responsible')}(?![\wæøå])", re.IGNORECASE)


@cache
def _limit_opening() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'frames', 'limits')}(?![\wæøå])", re.IGNORECASE)


def _without_condition(prose: str, sentence: Sentence, at: int) -> Sentence | None:
    """`Ib rykker dem, | og hvis de ikke betaler, sender han regningen til inkasso.`: what holds whatever happens."""
    ends = re.compile(r"[,;]\s+(?:og|men)\s+$").search(prose, sentence.start, at)
    if ends is None:
        return None
    return replace(sentence, end=ends.start(), words=tuple(w for w in sentence.words if w.end <= ends.start()))


@cache
def _hypothetical() -> re.Pattern[str]:
    return re.compile(r"\b(?:hvis|såfremt|skulle\s+have\b(?!.*,\s))", re.IGNORECASE)


@cache
def _by_then() -> re.Pattern[str]:
    """`Sagen tages op den 3. maj. Forvaltningen laver | inden da | et notat.`, `Ib og Lis | deltager`."""
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'frames', 'then')}(?![\wæøå])", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(r"\b(?:blev|var|har|havde|fik)\b", re.IGNORECASE)


@cache
def _splice() -> re.Pattern[str]:
    """What parts a task from a statement in front of it: `Bo orienterede om regnskabet, | Ida sender det`."""
    return re.compile(r"[,;–-]\s*(?:[a-zæøå]+\s+)?\Z")


@cache
def _next_meeting() -> re.Pattern[str]:
    """`Næste møde afholdes den 4. maj`, which nobody has to do anything for."""
    following, held = (phrases("actions", "frames", key) for key in ("following", "held"))
    return re.compile(rf"[\s\-–—•*]*{following}\s+(?:[\wæøå]+\s+)?[\wæøå-]*møde\w*\s+{held}(?![\wæøå])", re.IGNORECASE)


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'frames', 'passive')}(?![\wæøå])", re.IGNORECASE)
