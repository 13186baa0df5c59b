"""Doubts as a person can settle them: what stands there, and what it could mean."""

import sqlite3
from dataclasses import dataclass

from analyser.corpus.corrected import Document, actors, corrected, nested
from analyser.corpus.corrections import corrections, doubts
from analyser.explorer import pairing
from analyser.explorer.paging import Answers, page_of
from analyser.minutes import Minutes, Participant, Span

PAGE = 25
"""Doubts on a page."""

FILES = "files"
"""The kind of doubt that files which could not be read are."""

MOST_FILES = 100
"""Files on a page."""

CODES = ("unlinked_name", "ambiguous_name", "role_mismatch", "attendance_conflict")
"""Kinds of doubt, in the order of the page."""

_CONTEXT = 90
"""Code points that are shown before and after the words in doubt."""

_OFFERED = 3
"""Participants that are offered at once; the rest one page further."""


_AROUND = " ,.:"
"""What stands between a title and a name, and belongs to neither."""


@dataclass(frozen=True)
class Doubt:
    """A place that somebody should look at.

    Attributes:
        code: of the diagnostic.
        span: the place.
        before: the text before it, of its own line.
        quote: the words there.
        after: the text after it.
        people: participants that it may mean, the likeliest first.
        person: whom it is taken to mean; None for nobody yet.
        roles: titles that it gives that participant, and that the roster does.
    """

    code: str
    span: Span
    before: str
    quote: str
    after: str
    people: tuple[Participant, ...]
    person: Participant | None
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Doubtful:
    """A doubt with the meeting (a row) that it is about."""

    meeting: sqlite3.Row
    doubt: Doubt


def extracted(connection: sqlite3.Connection, document: Document) -> Minutes | None:
    """Give the record of a document as it was extracted."""
    row = connection.execute("SELECT record FROM minutes WHERE sha256 = ? AND part = ?", document).fetchone()
    return Minutes.from_json(row["record"]) if row else None


def record(connection: sqlite3.Connection, document: Document) -> Minutes | None:
    """Give the record of a document with its corrections."""
    minutes = extracted(connection, document)
    return corrected(minutes, corrections(connection, document)) if minutes else None


def doubts_of(minutes: Minutes) -> list[Doubt]:
    """Give the doubts of a record in the order of its text."""
    return [_doubt(minutes, code, span) for code, span in doubts(minutes)]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the doubts by code, the pairs of people as `PAIRS`, and the files that could not be read as `FILES`."""
    found = dict.fromkeys(CODES, 0)
    found |= {row[0]: row[1] for row in connection.execute("SELECT code, count(*) FROM doubts GROUP BY code")}
    found[pairing.PAIRS] = pairing.count(connection)
    found[FILES] = connection.execute("SELECT count(*) FROM failures WHERE stands").fetchone()[0]
    return found


def page(connection: sqlite3.Connection, code: str, total: int, number: int) -> Answers[Doubtful]:
    """Give one page of the doubts of a code, those of the newest meetings first; files are no page of these."""
    number = page_of(number, total, PAGE)
    rows = connection.execute(
        'SELECT doubts.start, doubts."end", meetings.* FROM doubts JOIN meetings ON meetings.key = doubts.minutes'
        " WHERE doubts.code = ? ORDER BY meetings.date DESC NULLS LAST, doubts.minutes, doubts.start"
        " LIMIT ? OFFSET ?",
        (code, PAGE, (number - 1) * PAGE),
    ).fetchall()
    records: dict[Document, Minutes] = {}
    found = []
    for row in rows:
        document = (row["sha256"], row["part"])
        if document not in records and (minutes := record(connection, document)):
            records[document] = minutes
        found.append(Doubtful(row, _doubt(records[document], code, (row["start"], row["end"]))))
    return Answers(found, total, number, PAGE)


def failed_files(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """Give the first documents that could not be read, as far as that has not been put right since, with why."""
    sql = "SELECT path, problem FROM failures WHERE stands ORDER BY path, last LIMIT ?"
    return connection.execute(sql, (MOST_FILES,)).fetchall()


def around(text: str, span: Span) -> tuple[str, str, str]:
    """Give what stands before a place on its line, the words there, and what follows; cut to be shown, at words."""
    start, end = span
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before = text[begin:start]
    after = text[end : len(text) if stop < 0 else stop]
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return before, text[start:end], after


def _doubt(minutes: Minutes, code: str, span: Span) -> Doubt:
    people = {person.id: person for person in minutes.participants}
    mention = next((m for m in minutes.mentions if m.span == span), None)
    ranked = sorted(mention.candidates, key=lambda c: -c.score) if mention else []
    person, title = _meant(minutes, span) if code == "role_mismatch" else (None, None)
    holder = people.get(person or "")
    return Doubt(
        code,
        span,
        *around(minutes.text, span),
        people=tuple(people[c.participant] for c in ranked if c.participant in people)[:_OFFERED],
        person=holder,
        roles=tuple(dict.fromkeys(role.strip(_AROUND) for role in (title, holder.role) if role)) if holder else (),
    )


def _meant(minutes: Minutes, span: Span) -> tuple[str | None, str | None]:
    """Give whom a place means and with which title, as its actor or the mention within it has them."""
    for _, _, actor in actors(minutes):
        if actor.participant and nested(actor.span, span):
            return actor.participant, actor.role
    for mention in minutes.mentions:
        if mention.participant and nested(mention.span, span):
            title = minutes.text[span[0] : mention.span[0]].strip(_AROUND) if span[0] < mention.span[0] else None
            return mention.participant, title
    return None, None
