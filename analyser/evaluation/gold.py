"""Gold annotations: `NAME.gold.json` beside `NAME.txt`, what a careful clerk would say is in the minutes.

Gold points at the text by `head`, a run of characters that occurs exactly once in it, so that annotators need not
count offsets. A row marked `optional` is one that two careful annotators could disagree on: it counts neither as
missed nor as wrong.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from analyser.minutes import Attendance, DecisionKind, DiagnosticCode, Function

SUFFIX = ".gold.json"


class GoldError(ValueError):
    """Gold that cannot be used; its text names the file, and says on each line what is wrong."""


class _Row(BaseModel):
    """Unknown keys are errors: a misspelt key would silently leave a fact unscored."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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


def names_in(folder: Path) -> list[str]:
    """Give the names of the documents in a folder of gold, in order.

    Raises:
        GoldError: the folder cannot be read or holds no gold.
    """
    try:
        names = sorted(path.name.removesuffix(SUFFIX) for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except OSError as error:
        raise GoldError(f"{folder}: cannot be read as a folder ({error.strerror})") from error
    if not names:
        raise GoldError(f"{folder}: no NAME{SUFFIX} in this folder")
    return names


def read_gold(path: Path) -> Gold:
    """Read one file of gold.

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


def check_places(gold: Gold, text: str, where: Path) -> None:
    """Check that every head of the gold has its one place in the text, and every mention stands near its head.

    Raises:
        GoldError: with a line for each head that has not.
    """
    heads = [item.starts for item in gold.items]
    for rows in (gold.statements, gold.decisions, gold.actions, gold.mentions):
        heads += [row.head for row in rows]
    wrong = []
    for head in dict.fromkeys(heads):
        try:
            place(text, head)
        except ValueError as error:
            wrong.append(f"{where}: {error}")
    if not wrong:
        wrong += [
            f"{where}: the mention {row.text!r} does not stand near its head {row.head!r}"
            for row in gold.mentions
            if near(text, row) < 0
        ]
    if wrong:
        raise GoldError("\n".join(wrong))


def near(text: str, row: GoldMention) -> int:
    """Give the offset of a mention: the first within 200 code points before its head to 300 after; -1 for none."""
    start, end = place(text, row.head)
    return text.find(row.text, max(0, start - 200), end + 300)
