"""Records as Parquet, as a cluster writes and an import reads them: a row for each minutes, and for each problem.

| column | of minutes | of a problem |
|---|---|---|
| `file` | the file that they are of: its path or URL | the file that it is in |
| `file_sha256` | of the file's bytes | the same; null where they could not be read |
| `sha256`, `part` | the key: of the document, and which of the equal ones in its file, from 1 | null |
| `record` | the record as JSON | null |
| `path` | null | of a document: the file, or the file and the way inside it |
| `problem` | null | one line for people |
| `analyser`, `asked_model` | its version; the model that was asked for, '' for the usual one | the same |
| `lexicon` | SHA-256 of the user's own words, '' without any; Parquet of version 0.1 lacks it | the same |

All rows of a file stand together in one Parquet file, its minutes in their order; the name ends in `.records.parquet`.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from analyser.corpus.analysing import Done, Problem
from analyser.corpus.question import storable
from analyser.minutes import Minutes

SCHEMA = pa.schema(
    [
        pa.field("file", pa.string(), nullable=False),
        *(pa.field(name, pa.string()) for name in ("file_sha256", "sha256")),
        pa.field("part", pa.int32()),
        *(pa.field(name, pa.string()) for name in ("record", "path", "problem")),
        *(pa.field(name, pa.string(), nullable=False) for name in ("analyser", "asked_model")),
        pa.field("lexicon", pa.string()),
    ]
)

_NEWER = {"lexicon"}
"""Columns that older files lack."""

_GROUP = 64
"""Rows that are held as Python objects at once."""


class Made(NamedTuple):
    """By what minutes are made; whoever asks for anything else gets them analysed anew.

    Attributes:
        analyser: the version of it.
        asked_model: the model that was asked for, '' for the usual one.
        lexicon: the digest of the user's own words, '' without any.
    """

    analyser: str
    asked_model: str = ""
    lexicon: str = ""


class RecordsError(ValueError):
    """A Parquet file does not hold records; its text is one line that says why."""


@dataclass(frozen=True)
class FileRecords:
    """What the analysis of one file gave.

    Attributes:
        file: its path, absolute, or its URL.
        sha256: of its bytes; None where they could not be read.
        records: its minutes in their order: the document's sha256, the part, the record as JSON.
        made: by what.
        problems: one for each document that gave nothing.
    """

    file: str
    sha256: str | None
    made: Made
    records: list[tuple[str, int, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def file_records(file: str, done: Done, made: Made) -> FileRecords:
    """Give what was done with a file as its records."""
    parts: Counter[str] = Counter()
    found = FileRecords(storable(file), done.sha256, made)
    for minutes in done.documents:
        if isinstance(minutes, Minutes):  # what is known already is no record
            parts[minutes.source.sha256] += 1
            found.records.append((minutes.source.sha256, parts[minutes.source.sha256], minutes.to_json()))
    found.problems.extend(Problem(storable(problem.path), storable(problem.text)) for problem in done.problems)
    return found


def as_parquet(files: Iterable[FileRecords]) -> bytes:
    """Give a Parquet file of the records of several files."""
    out = io.BytesIO()
    rows: list[dict[str, Any]] = []
    with pq.ParquetWriter(out, SCHEMA, compression="zstd") as writer:
        for of_file in files:
            rows += _rows(of_file)
            if len(rows) >= _GROUP:
                writer.write_table(pa.Table.from_pylist(rows, SCHEMA))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, SCHEMA))
    return out.getvalue()


def from_parquet(data: bytes) -> Iterator[FileRecords]:
    """Give what a Parquet file holds, a file after the other.

    Raises:
        RecordsError: it is damaged, or its columns are others; what was given before is sound.
    """
    try:
        parquet = pq.ParquetFile(io.BytesIO(data))
        names = [name for name in SCHEMA.names if name in parquet.schema_arrow.names]
        if absent := [name for name in SCHEMA.names if name not in names and name not in _NEWER]:
            raise RecordsError(f"holds no records of minutes (no column {absent[0]})")
        schema = pa.schema([SCHEMA.field(name) for name in names])
        batches = (batch.select(names) for batch in parquet.iter_batches(_GROUP))
        rows = (row for batch in batches for row in pa.Table.from_batches([batch]).cast(schema).to_pylist())
        for file, of_file in groupby(rows, key=lambda row: str(row["file"])):
            yield _file_records(file, list(of_file))
    except (pa.ArrowException, OSError) as error:
        raise RecordsError(f"damaged, or no Parquet file ({' '.join(str(error).split())[:160]})") from error


def _rows(found: FileRecords) -> Iterator[dict[str, Any]]:
    common = {"file": found.file, "file_sha256": found.sha256, **found.made._asdict()}
    for sha256, part, record in found.records:
        yield {**common, "sha256": sha256, "part": part, "record": record}
    for problem in found.problems:
        yield {**common, "path": problem.path, "problem": problem.text}


def _file_records(file: str, rows: list[dict[str, Any]]) -> FileRecords:
    first = rows[0]
    return FileRecords(
        file,
        first["file_sha256"],
        Made(first["analyser"], first["asked_model"], first.get("lexicon") or ""),
        [(row["sha256"], row["part"], row["record"]) for row in rows if row["record"] is not None],
        [Problem(row["path"] or file, row["problem"]) for row in rows if row["problem"] is not None],
    )
