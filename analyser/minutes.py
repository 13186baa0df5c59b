"""The record that analysis gives back (schema 1), its JSON form and its JSON Schema.

Every fact carries a `span`: `(start, end)` in `Minutes.text`, counted in Unicode code points, so that
`minutes.text[start:end]` is what the fact was read from. Ids are unique within one record and the same for the
same input. Records are frozen; equal input gives equal bytes (`Minutes.to_json`).
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Score = Annotated[float, Field(ge=0.0, le=1.0)]

Attendance = Literal["present", "absent", "partial"]
Function = Literal["chair", "minute_taker", "substitute", "observer", "guest"]
ActorKind = Literal["person", "organisation", "role", "unknown"]
Act = Literal[
    "report", "ask", "answer", "propose", "support", "object", "stress", "remark", "thank", "welcome", "commit"
]
DecisionKind = Literal[
    "adopted", "rejected", "noted", "postponed", "agreed", "appointed", "recommended", "referred", "reported"
]
LinkMethod = Literal["exact", "partial", "fuzzy", "initials", "role", "coreference", "corrected", "none"]
EntityLabel = Literal["PER", "ORG", "LOC", "MISC", "DATE"]
Severity = Literal["info", "warning", "error"]
DiagnosticCode = Literal[
    "role_mismatch",
    "unlinked_name",
    "ambiguous_name",
    "attendance_conflict",
    "item_without_agenda",
    "agenda_without_item",
    "repeated_sentence",
    "suspect_spelling",
    "no_participants",
    "no_items",
    "no_model",
    "unreadable_page",
    "guessed_encoding",
    "personal_number",
]


class Record(BaseModel):
    """What all records share: they are frozen, and fields that a newer version added are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class SourceFacts(Record):
    """The file that was read. `pages` is the number of pages, or null where the format knows none.

    `page_starts` are the offsets at which the pages begin, in their order; `first_page` is the number of the first of
    them. `part` is where the text lies in that of the file, if it is one meeting of several in it, else null.
    """

    name: str
    sha256: str
    media_type: str
    encoding: str
    pages: int | None = None
    page_starts: tuple[int, ...] | None = None
    first_page: int = 1
    part: Span | None = None


class Analysis(Record):
    """Which version of the analyser and which language pipeline made the record.

    `lexicon` is the SHA-256 of the user's own words that it was read with; a record without any has no such field.
    """

    analyser: str
    model: str
    lexicon: str | None = None


class Meeting(Record):
    """Facts about the meeting as a whole; `date` is ISO 8601, `start` and `end` are HH:MM."""

    title: str | None = None
    body: str | None = None
    organisation: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None


class Participant(Record):
    """A person on the roster, or one who took part though no roster names them."""

    id: str
    name: str
    role: str | None = None
    organisation: str | None = None
    initials: str | None = None
    attendance: Attendance = "present"
    functions: tuple[Function, ...] = ()
    note: str | None = None
    span: Span


class AgendaPoint(Record):
    """One line of the agenda as it stands apart from the body; `points` are the lines below it."""

    number: str | None = None
    title: str
    points: tuple[str, ...] = ()
    note: str | None = None
    span: Span


class Item(Record):
    """An agenda item as the body of the minutes treats it; `heading` is null for text before the first heading."""

    id: str
    number: str | None = None
    title: str | None = None
    heading: Span | None = None
    span: Span
    parent: str | None = None


class Actor(Record):
    """Who said, decided or is to do something. `unknown`: someone the text does not name (`en beboer`)."""

    kind: ActorKind
    participant: str | None = None
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    span: Span


class Quote(Record):
    """A piece of the text with its place."""

    text: str
    span: Span


class Statement(Record):
    """A sentence that says who said something; `extent` adds the sentences that follow on it."""

    id: str
    item: str | None
    speaker: Actor
    verb: str | None
    act: Act
    topic: Quote | None = None
    span: Span
    extent: Span


class Votes(Record):
    """Votes as counted in the minutes."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_by_name=True, validate_by_alias=True)

    for_: int | None = Field(default=None, alias="for")
    against: int | None = None
    abstain: int | None = None


class Decision(Record):
    """What was decided; `by` is null where the sentence names nobody who decides."""

    id: str
    item: str | None
    kind: DecisionKind
    by: Actor | None = None
    text: str
    votes: Votes | None = None
    span: Span


class Due(Record):
    """A time limit: the words, and the first and last day they can mean (ISO 8601, null for open)."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_by_name=True, validate_by_alias=True)

    text: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    span: Span | None = None


class Action(Record):
    """What is to be done, by whom and when."""

    id: str
    item: str | None
    responsible: Actor | None = None
    text: str
    due: Due | None = None
    span: Span


class Candidate(Record):
    """A participant that a mention may mean, with the score of that reading."""

    participant: str
    score: Score


class Mention(Record):
    """A name, title or pronoun in the text and whom it was linked to; null where none or several fit."""

    text: str
    participant: str | None = None
    method: LinkMethod
    score: Score
    candidates: tuple[Candidate, ...] = ()
    span: Span


class Entity(Record):
    """A named thing or a date; `value` is the normal form (`2024-09-01/2024-11-30` for `efteråret 2024`)."""

    text: str
    label: EntityLabel
    value: str | None = None
    span: Span


class Diagnostic(Record):
    """Something a reader should know or check."""

    code: DiagnosticCode
    severity: Severity
    message: str
    span: Span | None = None


class Minutes(Record):
    """Everything that was read from one document."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    source: SourceFacts
    analysis: Analysis
    text: str
    meeting: Meeting
    participants: tuple[Participant, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    items: tuple[Item, ...] = ()
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    model_config = ConfigDict(frozen=True, extra="ignore", validate_by_name=True, validate_by_alias=True)

    def to_json(self) -> str:
        """Give the record as JSON: UTF-8 text, two spaces of indent, a final newline."""
        absent = {"analysis": {"lexicon"}} if self.analysis.lexicon is None else None
        return self.model_dump_json(by_alias=True, indent=2, exclude=absent) + "\n"

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read a record from its JSON.

        Raises:
            pydantic.ValidationError: the JSON is not a record of schema 1; it names the fields that are wrong.
        """
        return cls.model_validate_json(data)


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of the record, as `referat schema` prints it."""
    schema = Minutes.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
