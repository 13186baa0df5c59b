"""A record with a person's corrections laid over it; the record itself stays as it was extracted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from analyser.corpus.search import name_key
from analyser.minutes import Actor, Diagnostic, Mention, Minutes, Participant, Span, Statement

Document = tuple[str, int]
"""The content (sha256) of a document, and which of its meetings: 1 where it has one."""


@dataclass(frozen=True)
class Correction:
    """What a person said of one place.

    Attributes:
        key: its number in the store.
        document: whose text it is.
        what: `link`: the words mean the participant `name`, or nobody on the roster where that is None.
            `role`: the participant `name` has the role `role`, or none.
        span: the place; of a role, that of the roster line.
        quote: the words that stand there.
        name: the participant, by name.
        roster: the place of the participant's line on the roster, which tells two of one name apart.
        role: the right role.
        made: when, UTC, ISO 8601.
    """

    key: int
    document: Document
    what: Literal["link", "role"]
    span: Span
    quote: str
    name: str | None
    roster: Span | None
    role: str | None
    made: str


def stands(minutes: Minutes, correction: Correction) -> bool:
    """Tell whether the words and the participant of a correction are still there; else it changes nothing."""
    if minutes.text[slice(*correction.span)] != correction.quote:
        return False
    return correction.name is None or meant(minutes, correction) is not None


def meant(minutes: Minutes, correction: Correction) -> Participant | None:
    """Give the participant that a correction names; None for nobody, and where several fit and none in that place."""
    fits = [p for p in minutes.participants if name_key(p.name) == name_key(correction.name)]
    if len(fits) > 1:
        fits = [p for p in fits if p.span == correction.roster]
    return fits[0] if len(fits) == 1 else None


def corrected(minutes: Minutes, corrections: Iterable[Correction]) -> Minutes:
    """Give the record with its corrections; the doubts that they settle are gone.

    A mention that was corrected has the method `corrected`. A link holds for the words at its place alone, in all
    facts whose actor they are: another mention of the same name is another place.
    """
    standing = [c for c in corrections if stands(minutes, c)]
    for correction in standing:
        if correction.what == "role":
            minutes = _with_role(minutes, correction)
    links = [c for c in standing if c.what == "link"]
    extracted = minutes
    for correction in links:
        minutes = _with_link(minutes, extracted, correction)
    return minutes


def actors(minutes: Minutes) -> list[tuple[str, str, Actor]]:
    """Give the kind and id of every fact that has an actor, and the actor."""
    rows = [("statements", row.id, row.speaker) for row in minutes.statements]
    rows += [("decisions", row.id, row.by) for row in minutes.decisions if row.by]
    rows += [("actions", row.id, row.responsible) for row in minutes.actions if row.responsible]
    return rows


def nested(one: Span, other: Span) -> bool:
    """Tell whether one of two places lies within the other, or is the other."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def _with_role(minutes: Minutes, correction: Correction) -> Minutes:
    person = meant(minutes, correction)
    assert person is not None  # it stands
    people = [p.model_copy(update={"role": correction.role}) if p.id == person.id else p for p in minutes.participants]

    def renewed(actor: Actor) -> Actor:
        """Give the actor the new role where it had that of the roster, not one of the sentence's own."""
        mine = actor.participant == person.id and actor.role == person.role
        return actor.model_copy(update={"role": correction.role}) if mine else actor

    settled = [row.span for row in minutes.mentions if row.participant == person.id]
    settled += [actor.span for _, _, actor in actors(minutes) if actor.participant == person.id]
    return _with_actors(minutes, renewed).model_copy(
        update={
            "participants": tuple(people),
            "diagnostics": _without(minutes.diagnostics, ("role_mismatch",), settled),
        }
    )


def _with_link(minutes: Minutes, extracted: Minutes, correction: Correction) -> Minutes:
    """Lay one link over the record; `extracted` tells which places meant the same before."""
    person = meant(minutes, correction)
    spans = _places(extracted, correction.span)

    def renewed(actor: Actor) -> Actor:
        return _linked(actor, person, minutes.text) if actor.span in spans else actor

    def renewed_mention(mention: Mention) -> Mention:
        if mention.span not in spans:
            return mention
        changed = {"participant": person and person.id, "method": "corrected", "score": 1.0, "candidates": ()}
        return mention.model_copy(update=changed)

    codes = ("unlinked_name", "ambiguous_name", "role_mismatch")
    return _with_actors(minutes, renewed).model_copy(
        update={
            "mentions": tuple(map(renewed_mention, minutes.mentions)),
            "diagnostics": _without(minutes.diagnostics, codes, list(spans)),
        }
    )


def _linked(actor: Actor, person: Participant | None, text: str) -> Actor:
    """Give the actor as that participant; as nobody, it has only the words that stand there."""
    if person is None:
        changed = {"participant": None, "name": text[slice(*actor.span)], "role": None, "organisation": None}
    else:
        changed = {"participant": person.id, "name": person.name, "role": person.role}
        changed |= {"organisation": person.organisation, "kind": "person"}
    return actor.model_copy(update=changed)


def _places(minutes: Minutes, span: Span) -> set[Span]:
    """Give the spans that a link at this one concerns: an actor's, and the mention's within it.

    `Politidirektør Ulrik Stenhave` is an actor, `Ulrik Stenhave` in it a mention. They go together where they were
    linked to the same participant; where both were linked to nobody, if it is the only such mention in the actor.
    """
    spans = {span}
    for _, _, actor in actors(minutes):
        inside = [m for m in minutes.mentions if actor.span[0] <= m.span[0] and m.span[1] <= actor.span[1]]
        same = [m for m in inside if m.participant == actor.participant]
        if actor.participant is None and len(same) > 1:
            continue
        if span == actor.span:
            spans |= {m.span for m in same}
        elif span in [m.span for m in same]:
            spans.add(actor.span)
    return spans


def _with_actors(minutes: Minutes, renewed: Callable[[Actor], Actor]) -> Minutes:
    statements: Sequence[Statement] = [
        row.model_copy(update={"speaker": renewed(row.speaker)}) for row in minutes.statements
    ]
    decisions = [row.model_copy(update={"by": row.by and renewed(row.by)}) for row in minutes.decisions]
    actions = [
        row.model_copy(update={"responsible": row.responsible and renewed(row.responsible)}) for row in minutes.actions
    ]
    changed = {"statements": tuple(statements), "decisions": tuple(decisions), "actions": tuple(actions)}
    return minutes.model_copy(update=changed)


def _without(rows: Sequence[Diagnostic], codes: tuple[str, ...], settled: Sequence[Span]) -> tuple[Diagnostic, ...]:
    """Leave out the diagnostics of these codes that stand at a place that was settled, or around or within one."""
    return tuple(
        row
        for row in rows
        if row.code not in codes or row.span is None or not any(nested(row.span, place) for place in settled)
    )
