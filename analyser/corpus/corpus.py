"""A corpus opened for questions."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict, Unpack

import pandas as pd

from analyser.corpus import frames
from analyser.corpus.corrected import Correction, corrected
from analyser.corpus.corrections import corrections
from analyser.corpus.corrections_made import corrected_records, corrections_made
from analyser.corpus.masking import Hide
from analyser.corpus.people import doubtful, people
from analyser.corpus.popolo import as_popolo
from analyser.corpus.pseudonyms import Pseudonyms, pseudonyms_of
from analyser.corpus.question import Question
from analyser.corpus.store import connect
from analyser.minutes import Minutes


class Asked(TypedDict, total=False):
    """What can be asked of every kind of fact; see `Corpus`."""

    on: str | None
    speaker: str | None
    body: str | None
    since: str | date | None
    until: str | date | None


class Corpus:
    """Questions to a store; each answer is a pandas frame in which every fact has its source.

    `file`, `page`, `start`, `end` and `quote` say where a row was read: pages count from 1 and are missing where the
    file has none, offsets count code points in the record's text, and `quote` is what stands there. `participant` is
    the id of a roster line within its meeting, `person` the same person across meetings. The questions that several
    methods share:

    - `on`: words that must occur, also inflected and in compounds: `indbrud` finds `indbruddene`, `villaindbrud` and
      `indbrudsforebyggelse`, `ret` finds no `retning`. Words in double quotes must stand together and as they are
      typed; `indbr*` is every word that begins so. Words as typed come first, then inflections, then compounds; the
      column `matched` says which words of a row answered, and how.
    - `speaker`, `body`: words of a name, whole or begun.
    - `since`, `until`: a `date`, or `2019`, `2019-03`, `2019-03-15`; both ends are included.

    All of them raise QuestionError (a ValueError) for a date that is none and for a field that holds no word.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._connection.close()

    def statements(self, **asked: Unpack[Asked]) -> pd.DataFrame:
        """Give who said what. `speaker` is the participant linked to; where `participant` is missing, as written."""
        return frames.facts(self._connection, "statements", Question(**asked))

    def decisions(self, **asked: Unpack[Asked]) -> pd.DataFrame:
        """Give what was decided; `speaker` asks for who decides."""
        return frames.facts(self._connection, "decisions", Question(**asked))

    def actions(self, *, open: bool = False, on_day: str | date | None = None, **asked: Unpack[Asked]) -> pd.DataFrame:
        """Give what is to be done, by whom and when; `speaker` asks for who is responsible.

        With `open`, only what may still be waiting on a day, today if none is given: tasks whose time limit has not
        passed and tasks without one. Minutes do not tell reliably what was done, so nothing more is known.
        """
        day = (on_day or date.today()) if open else None
        return frames.facts(self._connection, "actions", Question(**asked, open_on=day))

    def people(self, **asked: Unpack[Asked]) -> pd.DataFrame:
        """Give who is on the rosters, a row a person; see `analyser.corpus.people`."""
        return people(self._connection, Question(**asked))

    def doubtful(self) -> pd.DataFrame:
        """Give the pairs of people who may be one, the likeliest first, with what speaks for and against it."""
        return doubtful(self._connection)

    def meetings(
        self, *, body: str | None = None, since: str | date | None = None, until: str | date | None = None
    ) -> pd.DataFrame:
        """Give the meetings with the counts of their facts, the newest first; the source is the whole `file`."""
        return frames.meetings(self._connection, Question(body=body, since=since, until=until))

    def failures(self) -> pd.DataFrame:
        """Give what could not be read and why, as far as it has not been put right since; times are in UTC."""
        names = ("file", "problem", "first_tried", "last_tried", "times")
        rows = self._connection.execute(
            "SELECT path, problem, first, last, times FROM failures WHERE stands ORDER BY path, last"
        )
        return frames.typed(rows.fetchall(), names)

    def corrections(self) -> pd.DataFrame:
        """Give what people corrected, in the order in which they did.

        `what` is `link` or `role`, `quote` what stands at the place, `name` the participant that it means (missing for
        nobody), `role` the right role, and `now` the one or the other in words. `stands` says whether the place and
        the participant are still in the minutes as they are now read; else the correction waits and changes nothing.
        Last come decisions about two people: `what` is `people`, `quote` and `name` are their names.
        """
        return corrections_made(self._connection)

    def corrected(self) -> Iterator[tuple[Minutes, int, list[Correction]]]:
        """Give each record that people corrected, as it was extracted, with its part and their corrections."""
        return corrected_records(self._connection)

    def pseudonyms(self, key: bytes | None = None) -> Pseudonyms:
        """Give what replaces the names of people in a text, each by the same pseudonym; without a key, new ones."""
        return pseudonyms_of(self._connection, key)

    def popolo(self, *, hide: Hide = lambda text: text) -> str:
        """Give people, organisations, memberships and meetings as Popolo JSON; `hide` is applied to every text."""
        return as_popolo(self._connection, hide=hide)

    def records(self) -> Iterator[Minutes]:
        """Give every record whole, the oldest meeting first, with what people corrected."""
        sql = "SELECT sha256, part, record FROM minutes ORDER BY date NULLS FIRST, sha256, part"
        for row in self._connection.execute(sql):
            made = corrections(self._connection, (row["sha256"], row["part"]))
            yield corrected(Minutes.from_json(row["record"]), made)

    def record(self, sha256: str) -> Minutes | None:
        """Give the record of the document with this content (its first part), corrected; None where there is none."""
        sql = "SELECT record FROM minutes WHERE sha256 = ? AND part = 1"
        row = self._connection.execute(sql, (sha256,)).fetchone()
        return corrected(Minutes.from_json(row["record"]), corrections(self._connection, (sha256, 1))) if row else None


def open_corpus(path: str | Path) -> Corpus:
    """Open a store for questions; nothing that is asked changes it.

    Raises:
        StoreError: there is no store, it is another kind of file, or a newer version made it.
    """
    return Corpus(connect(path))
