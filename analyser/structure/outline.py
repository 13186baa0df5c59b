"""The outline: what the layout of a document says, before any sentence is read."""

from dataclasses import dataclass
from datetime import date

from analyser.minutes import AgendaPoint, Diagnostic, Item, Meeting, Participant
from analyser.reading import Source


@dataclass(frozen=True)
class Paragraph:
    """A run of text that reads on: `[start, end)`, the item it stands in and the part of the item.

    `part` is decision, action, proposal, discussion or background, or None; `bullet` marks a list's line.
    """

    start: int
    end: int
    item: str | None
    part: str | None = None
    bullet: bool = False


@dataclass(frozen=True)
class Assignment:
    """What a row of a table says beside its text: `… | Lis, Bo | 1. maj`.

    Attributes:
        texts: `[start, end)` of the row's texts, in order.
        responsible: those of the cell that says who is to do it, a paragraph's each.
        due: those of the cell that says by when.
    """

    texts: tuple[tuple[int, int], ...]
    responsible: tuple[tuple[int, int], ...]
    due: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Outline:
    """The structure of one document.

    Attributes:
        source: the document.
        prose: as long as `source.text`, letter for letter at the same offsets, but with page furniture and line
            breaks inside a paragraph turned into spaces; hard line ends stay.
        meeting, participants, agenda, items: as in the record.
        paragraphs: the text of the items, in order, without headings, rosters and furniture.
        day: the meeting's day, for dates with no year.
        assignments: who is to do what by when, in tables of items.
        diagnostics: what was odd about the layout.
    """

    source: Source
    prose: str
    meeting: Meeting
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaPoint, ...]
    items: tuple[Item, ...]
    paragraphs: tuple[Paragraph, ...]
    day: date | None
    diagnostics: tuple[Diagnostic, ...]
    assignments: tuple[Assignment, ...] = ()
