"""Sentences with their place in the outline: what every extractor of this room reads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

from analyser.language.sentences import sentence_spans
from analyser.language.words import Tags, Word, words_of
from analyser.minutes import Item, Span
from analyser.structure import Outline, Paragraph

_CELL = re.compile(r"[^\n\t ]+(?: [^\n\t ]+)*")  # of a table
_FREE = re.compile(rb"\0+")

LONGEST = 3000  # code points; what is longer is no sentence, and is read up to here


@dataclass(frozen=True)
class Sentence:
    """One sentence: `[start, end)`, its words, and the paragraph it stands in (`place` is that paragraph's index)."""

    start: int
    end: int
    words: tuple[Word, ...]
    paragraph: Paragraph
    place: int

    @property
    def item(self) -> str | None:
        """The id of the agenda item."""
        return self.paragraph.item


@dataclass(frozen=True)
class Places:
    """Where people are named: the sentences of the items, their headings by the item's id, the lines around them."""

    sentences: tuple[Sentence, ...]
    headings: dict[str, Sentence]
    margins: tuple[Sentence, ...]

    @property
    def all(self) -> tuple[Sentence, ...]:
        """All of them, in order."""
        every = (*self.margins, *self.headings.values(), *self.sentences)
        return tuple(sorted(every, key=lambda s: s.start))


def read_places(outline: Outline, sentences: Sequence[Sentence]) -> Places:
    """Collect the places of a document where people are named."""
    return Places(tuple(sentences), read_headings(outline), tuple(read_margins(outline)))


def read_sentences(doc: Doc, outline: Outline, tags: Tags | None = None) -> list[Sentence]:
    """Give the sentences of all paragraphs, in order, as the pipeline's sentence ends cut them; `tags` tells of their
    words what the model says."""
    return list(_sentences(outline, _bounds(doc, len(outline.prose)), tags))


def read_headings(outline: Outline) -> dict[str, Sentence]:
    """Give the headings of the items as sentences, by the item's id, without their numbers.

    `A. Formanden` is the first part of an item, and nobody's name.
    """
    return {
        item.id: Sentence(start, end, tuple(words_of(outline.prose, start, end)), Paragraph(start, end, item.id), -1)
        for item in outline.items
        if item.heading is not None
        for start, end in (_without_number(outline.prose, *item.heading, item),)
    }


def _without_number(prose: str, start: int, end: int, item: Item) -> Span:
    at = prose.find(item.title, start, end) if item.title and item.number else -1
    return max(start, at), end


def read_margins(outline: Outline) -> list[Sentence]:
    """Give what stands outside the items' text as sentences, a line's by itself: head, rosters, agenda, signatures."""
    prose = outline.prose
    taken = bytearray(len(prose))
    inside = [(p.start, p.end) for p in outline.paragraphs] + [i.heading for i in outline.items if i.heading]
    for start, end in inside:
        taken[start:end] = b"\1" * (end - start)
    found: list[Sentence] = []
    for run in _FREE.finditer(taken):  # most of the text is the items'
        for cell in _CELL.finditer(outline.source.text, run.start(), run.end()):
            start, end = cell.span()
            if prose[start:end].strip() and end - start <= LONGEST:
                line = Paragraph(start, end, None)
                spans = sentence_spans(prose, start, end)
                found += [Sentence(b, e, tuple(words_of(prose, b, e)), line, -1) for b, e in spans]
    return found


def _sentences(outline: Outline, bounds: Sequence[tuple[int, int]], tags: Tags | None) -> Iterator[Sentence]:
    prose = outline.prose
    n = 0
    for place, paragraph in enumerate(outline.paragraphs):
        while n < len(bounds) and bounds[n][1] <= paragraph.start:
            n += 1
        m = n
        while m < len(bounds) and bounds[m][0] < paragraph.end:
            start, end = max(bounds[m][0], paragraph.start), min(bounds[m][1], paragraph.end)
            while start < end and prose[start].isspace():
                start += 1
            while end > start and prose[end - 1].isspace():
                end -= 1
            if start < end:
                words = tuple(words_of(prose, start, min(end, start + LONGEST), tags))
                yield Sentence(start, end, words, paragraph, place)
            m += 1


def _bounds(doc: Doc, end: int) -> list[tuple[int, int]]:
    """Give `[start, end)` of each sentence of the document (`doc.sents` takes quadratic time on long ones)."""
    if not len(doc):
        return []
    idx = doc.to_array(IDX)
    first = [int(i) for i, opens in zip(idx, doc.to_array(SENT_START), strict=True) if opens == 1]
    return list(zip(first, [*first[1:], end], strict=True))
