"""A corpus as files for other programs: CSV for spreadsheets, Parquet for analysis, Akoma Ntoso for archives."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pandas as pd

from analyser.corpus.corpus import Corpus
from analyser.corpus.excel import as_csv
from analyser.corpus.masking import masked, masked_frame
from analyser.corpus.writing import write_whole

Format = Literal["csv", "parquet", "akn"]


def export(corpus: Corpus, folder: Path, form: Format, *, personal_numbers: bool = False) -> Iterator[Path]:
    """Write a corpus into a folder, and give each file as it is written.

    CSV and Parquet: `statements`, `decisions`, `actions`, `people` and `meetings`, a file each. Akoma Ntoso: a file a
    meeting, named by its date and the beginning of its content's SHA-256. Files of the same name are replaced.

    Args:
        corpus: what to write.
        folder: made where there is none.
        form: the format.
        personal_numbers: leave Danish personal numbers readable; else their last four digits are hidden.

    Raises:
        OSError: the folder cannot be made, or a file not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if form == "akn":
        yield from _meetings(corpus, folder, personal_numbers)
        return
    encode: Callable[[pd.DataFrame], bytes] = _parquet if form == "parquet" else _csv
    for name in ("statements", "decisions", "actions", "people", "meetings"):
        frame: pd.DataFrame = getattr(corpus, name)()
        path = folder / f"{name}.{form}"
        write_whole(path, encode(frame if personal_numbers else masked_frame(frame)))
        yield path


def _csv(frame: pd.DataFrame) -> bytes:
    return as_csv(frame).encode("utf-8")


def _parquet(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()


def _meetings(corpus: Corpus, folder: Path, personal_numbers: bool) -> Iterator[Path]:
    from analyser.corpus.akoma_ntoso import as_akoma_ntoso

    for minutes in corpus.records():
        path = folder / f"{minutes.meeting.date or 'undated'}-{minutes.source.sha256[:12]}.xml"
        write_whole(path, as_akoma_ntoso(minutes, hide=(lambda text: text) if personal_numbers else masked))
        yield path
