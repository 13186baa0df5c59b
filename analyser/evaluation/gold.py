"""Gold annotations: what a careful clerk would say is in the minutes.

A fact points at the text by `head`, a run of characters at which it stands, and `at`, the offset of that run. Gold
comes in two forms: marked inside the text (`marked`), where the place is the mark's; and as pairs, `NAME.gold.json`
beside `NAME.txt`, where the head must occur exactly once in the text, so that annotators need not count offsets. A row
marked `optional` is one that two careful annotators could disagree on: it counts neither as missed nor as wrong.
"""

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analyser.minutes import Attendance, DecisionKind, DiagnosticCode, Function

SUFFIX = ".gold.json"
FACTS: tuple[Literal["statements", "decisions", "actions"], ...] = ("statements", "decisions", "actions")
"""The kinds that are scored only where gold gives them, be it as an empty list."""


class GoldError(ValueError):
    """Gold that cannot be used; its text names the file, and says on each line what is wrong."""


class _Row(BaseModel):
    """Unknown keys are errors: a misspelt key would silently leave a fact unscored."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: int | None = Field(default=None, exclude=True, ge=0)
    """Offset (code points) of the words that the row points at; None where they are still to be looked up."""

    def given(self, key: str) -> bool:
        """Tell whether the annotator wrote the key at all: `"by": null` is a claim, no `by` is none."""
        return key in self.model_fields_set


class GoldParticipant(_Row):
    """A person with full name; fields that are left out are not scored."""

    name: str
    attendance: Attendance
    role: str | None = None
    organisation: str | None = None
    initials: str | None = None  # kept for the reader; not scored
    functions: tuple[Function, ...] = ()
    optional: bool = False
    head: str | None = Field(default=None, exclude=True)
    """The name as it stands at `at`."""


class GoldAgenda(_Row):
    """A line of the agenda; `points` is how many lines stand below it."""

    number: str | None
    title: str
    points: int | None = None


class GoldItem(_Row):
    """An item; `starts` is the head of its first line."""

    number: str | None
    title: str | None = None
    starts: str
    optional: bool = False


class _Fact(_Row):
    head: str
    item: str | None = None
    optional: bool = False


class GoldStatement(_Fact):
    """Who said something; `speaker` is a participant's name, `org:NAME`, or null where it cannot be known."""

    speaker: str | None = None
    verb: str | None = None
    topic: str | None = None


class GoldDecision(_Fact):
    """What was decided, by whom; `votes` holds `for`, `against` and `abstain`, all three as the record does."""

    kind: DecisionKind | None = None
    by: str | None = None
    votes: dict[Literal["for", "against", "abstain"], int | None] | None = None


class GoldAction(_Fact):
    """Who is to do something; `due` is a day, a month, or `from/to`."""

    responsible: str | None = None
    due: str | None = None


class GoldMention(_Row):
    """`text` near `head` means that participant, or nobody who can be known."""

    head: str
    text: str
    participant: str | None


class Gold(_Row):
    """All that is annotated of one document; kinds that are left out are not scored."""

    meeting: dict[str, str | None] = {}
    participants: tuple[GoldParticipant, ...] = ()
    agenda: tuple[GoldAgenda, ...] = ()
    items: tuple[GoldItem, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    decisions: tuple[GoldDecision, ...] = ()
    actions: tuple[GoldAction, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    diagnostics: tuple[DiagnosticCode, ...] = ()


def read_gold(path: Path) -> Gold:
    """Read one `NAME.gold.json`; its heads are not looked up (see `settle`).

    Raises:
        GoldError: it cannot be opened, or is no gold; each wrong field is named.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GoldError(f"{path}: cannot be opened ({error.strerror})") from error
    try:
        return Gold.model_validate_json(data)
    except ValidationError as error:
        wrong = (f"{path}: {'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}" for e in error.errors())
        raise GoldError("\n".join(wrong)) from error


def place(text: str, head: str) -> tuple[int, int]:
    """Find the one place of a head in the text.

    Raises:
        ValueError: it occurs not at all, or more than once.
    """
    start = text.find(head)
    if start < 0 or text.find(head, start + 1) >= 0:
        count = sum(text.startswith(head, i) for i in range(len(text))) if head else 0
        raise ValueError(f"the head must occur once in the text, and occurs {count} times: {head!r}")
    return start, start + len(head)


def run_of(row: GoldItem | GoldStatement | GoldDecision | GoldAction) -> str:
    """Give the run of characters that a row points at."""
    return row.starts if isinstance(row, GoldItem) else row.head


def where(text: str, row: GoldItem | GoldStatement | GoldDecision | GoldAction) -> tuple[int, int]:
    """Give the place `[start, end)` of the run that a row points at.

    Raises:
        ValueError: the row has no place yet, and its run has not just one in the text.
    """
    run = run_of(row)
    return place(text, run) if row.at is None else (row.at, row.at + len(run))


def near(text: str, row: GoldMention) -> int:
    """Give the offset of a mention: the first within 200 code points before its head to 300 after; -1 for none.

    Raises:
        ValueError: the mention has no place yet, and its head has not just one in the text.
    """
    if row.at is not None:
        return row.at
    start, end = place(text, row.head)
    return text.find(row.text, max(0, start - 200), end + 300)


def settle(gold: Gold, text: str, path: Path) -> Gold:
    """Give each row its place in the text and put the rows in the order of their places.

    A participant's is where the name first stands, if it does. A mention's head becomes the mention itself.

    Raises:
        GoldError: with a line for each head that has not its one place, and each mention that is not near its head.
    """
    wrong = []
    for head in dict.fromkeys(_heads(gold)):
        try:
            place(text, head)
        except ValueError as error:
            wrong.append(f"{path}: {error}")
    if not wrong:
        wrong += [
            f"{path}: the mention {row.text!r} does not stand near its head {row.head!r}"
            for row in gold.mentions
            if near(text, row) < 0
        ]
    if wrong:
        raise GoldError("\n".join(wrong))
    found: dict[str, list[_Row]] = {}
    for kind in ("items", *FACTS):
        found[kind] = [row.model_copy(update={"at": where(text, row)[0]}) for row in getattr(gold, kind)]
    found["mentions"] = [row.model_copy(update={"at": near(text, row), "head": row.text}) for row in gold.mentions]
    found["participants"] = [_named(text, row) for row in gold.participants]
    settled = {k: tuple(rows) for k, rows in found.items() if gold.given(k) or k not in FACTS}
    return in_order(gold.model_copy(update={**settled, "meeting": gold.meeting}))


def in_order(gold: Gold) -> Gold:
    """Put rows in the order of their places, of two at the same place the longer first; those without come last."""

    def order(row: _Row) -> tuple[bool, int, int]:
        run = row.starts if isinstance(row, GoldItem) else getattr(row, "head", None)
        return row.at is None, row.at or 0, -len(run or "")

    kinds = [kind for kind in ("participants", "items", *FACTS, "mentions") if gold.given(kind)]
    return gold.model_copy(update={kind: tuple(sorted(getattr(gold, kind), key=order)) for kind in kinds})


def unsettle(gold: Gold, text: str) -> Gold:
    """Give gold whose rows point by heads that occur once in the text, as pairs need it: `settle` undone.

    A head that occurs more than once grows by whole words to its right (at the end of the text, to its left).
    """
    found: dict[str, tuple[_Row, ...]] = {
        "items": tuple(
            row.model_copy(update={"at": None, "starts": _only(text, *where(text, row))}) for row in gold.items
        ),
        "mentions": tuple(
            row.model_copy(update={"at": None, "head": _head_near(text, near(text, row), row.text)})
            for row in gold.mentions
        ),
        "participants": tuple(row.model_copy(update={"at": None, "head": None}) for row in gold.participants),
    }
    for kind in FACTS:
        found[kind] = tuple(
            row.model_copy(update={"at": None, "head": _only(text, *where(text, row))}) for row in getattr(gold, kind)
        )
    return gold.model_copy(update={kind: rows for kind, rows in found.items() if gold.given(kind)})


def _named(text: str, row: GoldParticipant) -> GoldParticipant:
    words = r"\s+".join(map(re.escape, row.name.split()))
    found = re.search(rf"(?<!\w){words}(?!\w)", text) if words else None
    return row.model_copy(update={"at": found.start(), "head": found[0]}) if found else row


def _heads(gold: Gold) -> list[str]:
    rows = [row for kind in (*FACTS, "mentions") for row in getattr(gold, kind)]
    return [item.starts for item in gold.items] + [row.head for row in rows]


def _only(text: str, start: int, end: int) -> str:
    """Give the shortest run from `start` to `end` or a later end of a word that occurs once in the text."""
    while text.find(text[start:end]) != start or text.find(text[start:end], start + 1) >= 0:
        if end < len(text):
            end += 1
            while end < len(text) and text[end - 1 : end + 1].isalnum():
                end += 1
        else:
            start -= 1  # the whole text occurs once
    return text[start:end]


def _head_near(text: str, at: int, mention: str) -> str:
    """Give a head from which `near` finds a mention: beyond it where the same word stands shortly before."""
    before = text.rfind(mention, 0, at + len(mention) - 1)
    start = at if before < 0 else max(at, before + 201)
    start = min(start, len(text) - 1)
    return _only(text, start, max(start + 1, min(at + len(mention), len(text))))
