"""Tables of tasks: a line `Opgave | Ansvarlig | Frist`, and below it a line a task, its cells parted by tabs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.sentences import Sentence
from analyser.extraction.tasks import Task, due_in
from analyser.language.lexicon import words

_KINDS = ("task", "responsible", "due")
_CELL = re.compile(r"[^\t|]+")


@dataclass(frozen=True)
class Table:
    """The tasks of a document's tables, and the offsets of the sentences (the head too) that they were read from."""

    tasks: tuple[Task, ...]
    read: frozenset[int]


def read_task_tables(text: str, prose: str, sentences: Sequence[Sentence], cast: Cast, day: date | None) -> Table:
    """Read the rows of all tables of tasks; `text` is the source, in which the tabs still stand.

    Below `Opgave⇥Ansvarlig⇥Frist` the row `Oplæg om taget⇥Jannik og Ilham⇥10/10` is a task of two with a time limit.
    """
    tasks: list[Task] = []
    read: set[int] = set()
    columns: list[str | None] = []
    for sentence in sentences:
        cells = [m for m in _CELL.finditer(text, sentence.start, sentence.end) if m.group().strip()]
        head = [_kind(m.group()) for m in cells]
        if _is_head([m.group() for m in cells], head):
            columns = head
            read.add(sentence.start)
            continue
        if not columns or not 1 < len(cells) <= len(columns):
            columns = []
            continue
        row = dict(zip(columns, cells, strict=False))
        who = row.get("responsible")
        found = read_actors(who.group(), who.start(), cast, speaker=False) if who else []
        limit = row.get("due")
        due = due_in(prose, limit.start(), limit.end(), day) if limit else None
        tasks.append(Task(tuple(found), due, sentence, sentence.end))
        read.add(sentence.start)
    return Table(tuple(tasks), frozenset(read))


def _is_head(cells: Sequence[str], kinds: Sequence[str | None]) -> bool:
    """Tell whether cells are the head of a table of tasks: `Opgave | Ansvarlig | Frist`, `Nr. | Hvem | Hvad`."""
    if len(cells) < 2 or "responsible" not in kinds:
        return False
    return None not in kinds or ("task" in kinds and all(len(c.split()) <= 3 for c in cells))


def _kind(cell: str) -> str | None:
    """Tell what a column is for: `Ansvarlig` gives responsible."""
    low = cell.strip(" .:*").casefold()
    return next((kind for kind in _KINDS if low in words("actions", "labels", kind)), None)
