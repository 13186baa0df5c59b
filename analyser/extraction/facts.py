"""All facts of one document: calls the extractors in their order and gives their findings ids and spans."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from spacy.tokens import Doc

from analyser.extraction.actions import find_actions
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.casting import make_cast
from analyser.extraction.decided import Decided
from analyser.extraction.decisions import find_decisions
from analyser.extraction.entities import find_entities
from analyser.extraction.margins import read_margins_of
from analyser.extraction.mentions import find_mentions, name_diagnostics, names_in
from analyser.extraction.newcomers import find_newcomers
from analyser.extraction.next_meeting import due_by_next_meeting
from analyser.extraction.promises import promises
from analyser.extraction.row_tasks import assign, assign_rest, people_of_rows
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence, read_places, read_sentences
from analyser.extraction.statements import find_statements
from analyser.extraction.task_clauses import is_agreed
from analyser.extraction.tasks import Task, due_in
from analyser.extraction.told_roles import with_told_roles
from analyser.language.lexicon import words
from analyser.language.names import is_full_name
from analyser.language.words import Tags
from analyser.minutes import (
    Action,
    Actor,
    Decision,
    Diagnostic,
    Due,
    Entity,
    Mention,
    Participant,
    Span,
    Statement,
)
from analyser.structure import Outline

Quoted = TypeVar("Quoted", Mention, Entity)

_REPEATS = 40  # code points from which a sentence that stands twice is worth a word


@dataclass(frozen=True)
class Facts:
    """What was said, decided and is to be done, by whom; `participants` has those whom no roster names as well."""

    participants: tuple[Participant, ...]
    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    diagnostics: tuple[Diagnostic, ...]


_VIEWS = ("remark", "object", "support", "stress", "thank")


def extract(doc: Doc, outline: Outline, tags: Tags | None = None) -> Facts:
    """Read the facts out of a document: `doc` gives the sentences, `outline` their places, `tags` tells of their words
    what the model says."""
    prose, text = outline.prose, outline.source.text
    sentences = read_sentences(doc, outline, tags)
    places = read_places(outline, sentences)
    cast = make_cast(outline, places, outline.participants)
    said = find_statements(prose, sentences, cast)
    newcomers = find_newcomers(prose, said, cast, _full_names(prose, places.all, cast), outline.meeting.body)
    if newcomers:
        cast = make_cast(outline, places, (*outline.participants, *newcomers))
        said = find_statements(prose, sentences, cast)
    said = [s for s in said if not promises(prose, s)]
    past = _tells_in_past(said)
    told = {
        s.sentence.start: s.speakers
        for s in said
        if s.tense != "present"
        or (s.act in _VIEWS and not is_agreed(s.sentence, s.at))  # `Karna mener …` in the present is no task
        or (s.topic is not None and s.act != "commit" and s.topic.text.startswith("at "))  # `Ole oplyser, at …`
        or not (past or _has_time(prose, s, outline.day) or is_agreed(s.sentence, s.at))
    }
    told_from = {s.sentence.start: _telling(s) for s in reversed(said)}
    tasks = find_actions(text, prose, sentences, cast, outline.day, told, told_from)
    assignments = (*outline.assignments, *read_margins_of(text, prose, sentences, cast))
    tasks = assign(tasks, assignments, prose, sentences, cast, outline.day)
    given = {t.sentence.start for t in tasks if t.responsible}
    pledging = words("speech_verbs", "pledging")  # `Ole lover at rydde op inden jul` is said and to be done
    said = [s for s in said if s.sentence.start in told or s.sentence.start not in given or s.verb in pledging]
    said_at = {s.sentence.start: _telling(s) for s in reversed(said)}
    tasks_at = frozenset(t.sentence.start for t in tasks if t.responsible)
    titles = {item.id: item.title or "" for item in outline.items}
    headings = [item.heading[1] for item in outline.items if item.heading]
    spoken = frozenset(s.at for s in said)
    decided = find_decisions(prose, sentences, cast, said_at, spoken, tasks_at, titles)
    tasks = assign_rest(tasks, assignments, prose, sentences, cast, outline.day, decided, said)
    tasks = due_by_next_meeting(tasks, prose, places, titles, outline.day)
    readings = [*_readings(said), *(d.by for d in decided if d.by), *(r for t in tasks for r in t.responsible)]
    readings += people_of_rows(assignments, prose, cast)
    mentions = find_mentions(prose, places, cast, readings)
    return Facts(
        participants=with_told_roles(cast, prose),
        statements=tuple(_statements(said, sentences)),
        decisions=tuple(_decision(n, d, text, headings) for n, d in enumerate(decided, 1)),
        actions=tuple(_actions(tasks, text)),
        mentions=tuple(_as_written(m, text) for m in mentions),
        entities=tuple(
            _as_written(e, text) for e in find_entities(doc, prose, sentences, mentions, readings, outline.day)
        ),
        diagnostics=(
            *name_diagnostics(mentions, readings, cast),
            *_repeated(text, sentences),
            *_misspelt(text, said),
        ),
    )


def _has_time(prose: str, said: Said, day: date | None) -> bool:
    """Tell whether a time says when something is told: `fremlægger planen den 1. maj`, not `tallene for januar`."""
    due = due_in(prose, said.sentence.start, said.sentence.end, day)
    if due is None:
        return False
    before = prose[said.sentence.start : due.start].split()[-1:]
    return not before or before[0].casefold() not in words("calendar", "before", "about")


def _telling(said: Said) -> int:
    """Where in its sentence a statement begins: behind `Ole laver en liste, og | Lis mindede om fristen`.

    What is quoted in front of the verb belongs to it: `Ole laver en liste, oplyste Lis`.
    """
    quoted = said.topic is not None and said.topic.span[0] < said.clause
    return said.sentence.start if quoted or said.clause < 0 else said.clause


def _as_written(found: Quoted, text: str) -> Quoted:
    """Give a fact the words of the document; the rules read prose, in which tabs and line ends are spaces."""
    written = text[slice(*found.span)]
    return found if found.text == written else found.model_copy(update={"text": written})


def _tells_in_past(said: Sequence[Said]) -> bool:
    """Tell whether these minutes tell what was said in the past tense, so that the present is for what is to come."""
    past = sum(s.tense == "past" and s.verb is not None for s in said)
    return past > sum(s.tense == "present" for s in said)


def _full_names(prose: str, sentences: Sequence[Sentence], cast: Cast) -> dict[str, Span]:
    """Give the full names in the text that are on no roster, each with the first place where it stands."""
    found = (m for s in sentences for m in names_in(prose, s, cast) if m.participant is None and not m.candidates)
    places: dict[str, Span] = {}
    for mention in found:
        if is_full_name(mention.text):
            places.setdefault(mention.text, mention.span)
    return places


def _readings(said: Iterable[Said]) -> list[Reading]:
    return [r for s in said for r in s.speakers]


def _statements(said: Sequence[Said], sentences: Sequence[Sentence]) -> Iterable[Statement]:
    extents = _extents(said, sentences)
    number = 0
    for s in said:
        for reading in s.speakers:
            number += 1
            yield Statement(
                id=f"s{number}",
                item=s.sentence.item,
                speaker=reading.actor,
                verb=s.verb,
                act=s.act,
                topic=s.topic,
                span=(s.begins, s.sentence.end),
                extent=(s.begins, extents[s.sentence.start]),
            )


def _extents(said: Sequence[Said], sentences: Sequence[Sentence]) -> dict[int, int]:
    """Where the words that follow on each statement end: before the next one, or with the paragraph."""
    speaking = {s.sentence.start for s in said}
    ends: dict[int, int] = {}
    current: Sentence | None = None
    for sentence in sentences:
        if sentence.start in speaking:
            current = sentence
        elif current is not None and sentence.place != current.place:
            current = None
        if current is not None:
            ends[current.start] = sentence.end
    return ends


def _decision(number: int, decided: Decided, text: str, headings: Sequence[int]) -> Decision:
    span = (_with_label(decided.begins, text, headings), decided.ends)
    return Decision(
        id=f"d{number}",
        item=decided.sentence.item,
        kind=decided.kind,
        by=decided.by.actor if decided.by else None,
        text=text[span[0] : span[1]],
        votes=decided.votes,
        span=span,
    )


def _with_label(start: int, text: str, headings: Sequence[int]) -> int:
    """Go back to the label on the same line, which says that something was decided: `Aftalt: | Salen males.`

    Not to the title of an item, which ends at one of `headings`: `Julefest: | Den aflyses.`
    """
    line = max(text.rfind("\n", 0, start) + 1, *(end for end in headings if end <= start), 0)
    label = re.match(r"\s*([A-ZÆØÅ][\wæøå ]{2,24}:)\s*$", text[line:start])
    return line + label.start(1) if label else start


def _actions(tasks: Sequence[Task], text: str) -> Iterable[Action]:
    number = 0
    for task in tasks:
        span = (task.begins, max(task.end, task.sentence.end))
        due = None
        if task.due is not None:
            first = None if task.due.open_start else task.due.first.isoformat()
            words = task.due.text.rstrip(". ")
            due = Due(
                text=words,
                from_=first,
                to=task.due.last.isoformat(),
                span=(task.due.start, task.due.start + len(words)),
            )
        actors: list[Actor | None] = [r.actor for r in task.responsible]
        for actor in actors or [None]:
            number += 1
            yield Action(
                id=f"a{number}",
                item=task.sentence.item,
                responsible=actor,
                text=text[span[0] : span[1]],
                due=due,
                span=span,
            )


def _repeated(text: str, sentences: Sequence[Sentence]) -> Iterable[Diagnostic]:
    seen: dict[str, Sentence] = {}
    for sentence in sentences:
        if sentence.end - sentence.start < _REPEATS:
            continue
        key = re.sub(r"\W+", " ", text[sentence.start : sentence.end]).casefold().strip()
        if len(key) < _REPEATS:
            continue
        if key in seen:
            yield Diagnostic(
                code="repeated_sentence",
                severity="info",
                message="this sentence stands twice",
                span=(sentence.start, sentence.end),
            )
        seen.setdefault(key, sentence)


def _misspelt(text: str, said: Sequence[Said]) -> Iterable[Diagnostic]:
    for statement in said:
        if statement.misspelt:
            word = next((w for w in statement.sentence.words if w.start == statement.at), None)
            if word is not None:
                message = f"“{text[word.start : word.end]}” was read as a form of “{statement.verb}”"
                yield Diagnostic(code="suspect_spelling", severity="info", message=message, span=(word.start, word.end))
