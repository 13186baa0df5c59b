"""What people corrected, as a frame and with the records that it is about."""

import sqlite3
from collections.abc import Iterator

import pandas as pd

from analyser.corpus.corrected import Correction, Document, stands
from analyser.corpus.corrections import corrections
from analyser.corpus.decisions import decisions, known_in, resolved, spelled
from analyser.corpus.frames import typed
from analyser.minutes import Minutes

CORRECTIONS = (
    "date", "body", "what", "quote", "name", "role", "now", "stands", "made", "file", "start", "end", "sha256", "part",
)  # fmt: skip


def corrections_made(connection: sqlite3.Connection) -> pd.DataFrame:
    """Give the corrections, those of documents that are not there too, then what was decided about people."""
    rows: list[tuple[object, ...]] = []
    records: dict[Document, tuple[sqlite3.Row, Minutes] | None] = {}
    for one in corrections(connection):
        if one.document not in records:
            records[one.document] = _record(connection, one.document)
        found = records[one.document]
        meeting = found and found[0]
        rows.append((
            meeting and meeting["date"], meeting and meeting["body"], one.what, one.quote, one.name, one.role,
            (one.role or "no role") if one.what == "role" else (one.name or "nobody on the roster"),
            "yes" if found and stands(found[1], one) else "no", one.made, meeting and meeting["file"], *one.span,
            *one.document,
        ))  # fmt: skip
    standing = {one.decision for one in resolved(connection, known_in(connection))}
    for decision in decisions(connection):
        now, stand = "one person" if decision.same else "two people", "yes" if decision in standing else "no"
        a, _ = spelled(connection, decision.a_name, decision.a_organisation)
        b, _ = spelled(connection, decision.b_name, decision.b_organisation)
        rows.append((None, None, "people", a, b, None, now, stand, *(None,) * 6))
    return typed(rows, CORRECTIONS)


def corrected_records(connection: sqlite3.Connection) -> Iterator[tuple[Minutes, int, list[Correction]]]:
    """Give each record that was corrected, as it was extracted, with its part and its corrections."""
    for document in dict.fromkeys(one.document for one in corrections(connection)):
        if found := _record(connection, document):
            yield found[1], document[1], corrections(connection, document)


def _record(connection: sqlite3.Connection, document: Document) -> tuple[sqlite3.Row, Minutes] | None:
    row = connection.execute(
        "SELECT meetings.*, minutes.record FROM minutes JOIN meetings USING (key)"
        " WHERE minutes.sha256 = ? AND minutes.part = ?",
        document,
    ).fetchone()
    return (row, Minutes.from_json(row["record"])) if row else None
