"""Named things: persons and organisations that were read, dates with their value, and what a model found besides."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from analyser.extraction.cast import Reading
from analyser.extraction.sentences import Sentence
from analyser.language.dates import find_dates
from analyser.minutes import Entity, EntityLabel, Mention

_LABELS: dict[str, EntityLabel] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def find_entities(
    doc: Doc,
    prose: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: Sequence[Reading],
    day: date | None,
) -> list[Entity]:
    """Find the entities of a document, in order, none overlapping: rules before the model."""
    found: list[Entity] = []
    taken = bytearray(len(prose))

    def add(start: int, end: int, label: EntityLabel, value: str | None) -> None:
        if end > start and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(Entity(text=prose[start:end], label=label, value=value, span=(start, end)))

    for mention in mentions:
        if mention.text[:1].isupper() and mention.method not in ("role", "coreference"):
            add(*mention.span, "PER", None)
    for reading in readings:
        if reading.actor.kind == "organisation":
            add(reading.start, reading.end, "ORG", reading.actor.name)
    for sentence in sentences:
        for found_date in find_dates(prose, sentence.start, sentence.end, day):
            add(found_date.start, found_date.end, "DATE", found_date.value)
    for ent in doc.ents:
        if ent.label_ in _LABELS:
            add(ent.start_char, ent.end_char, _LABELS[ent.label_], None)
    return sorted(found, key=lambda e: e.span)
