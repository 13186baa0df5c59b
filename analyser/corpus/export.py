"""A corpus as files: CSV for spreadsheets, Parquet for analysis, Akoma Ntoso for archives, Popolo for who is who."""

import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pandas as pd

from analyser.corpus.corpus import Corpus
from analyser.corpus.excel import as_csv
from analyser.corpus.masking import Hide, hidden_frame, hiding
from analyser.corpus.writing import write_whole

Format = Literal["csv", "parquet", "akn", "popolo"]


def export(
    corpus: Corpus, folder: Path, form: Format, *, personal_numbers: bool = False, pseudonyms: bool = False
) -> Iterator[Path]:
    """Write a corpus into a folder, and give each file as it is written.

    CSV and Parquet: `statements`, `decisions`, `actions`, `people` and `meetings`, a file each. Akoma Ntoso: a file a
    meeting, named by its date, the beginning of its content's SHA-256 and, where one file holds several meetings, its
    number. Popolo: `popolo.json`. Files of the same name are replaced.

    Args:
        corpus: what to write.
        folder: made where there is none.
        form: the format.
        personal_numbers: leave Danish personal numbers readable; else their last four digits are hidden.
        pseudonyms: replace the names of people, each by the same pseudonym throughout; another export has others.

    Raises:
        OSError: the folder cannot be made, or a file not be written.
    """
    hide = hiding(personal_numbers, corpus.pseudonyms() if pseudonyms else None)
    folder.mkdir(parents=True, exist_ok=True)
    if form == "akn":
        yield from _meetings(corpus, folder, hide)
        return
    if form == "popolo":
        path = folder / "popolo.json"
        write_whole(path, corpus.popolo(hide=hide).encode("utf-8"))
        yield path
        return
    encode: Callable[[pd.DataFrame], bytes] = _parquet if form == "parquet" else _csv
    for name in ("statements", "decisions", "actions", "people", "meetings"):
        path = folder / f"{name}.{form}"
        write_whole(path, encode(hidden_frame(getattr(corpus, name)(), hide)))
        yield path


def _csv(frame: pd.DataFrame) -> bytes:
    return as_csv(frame).encode("utf-8")


def _parquet(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()


def _meetings(corpus: Corpus, folder: Path, hide: Hide) -> Iterator[Path]:
    from analyser.corpus.akoma_ntoso import as_akoma_ntoso

    written: Counter[str] = Counter()
    for minutes in corpus.records():
        name = f"{minutes.meeting.date or 'undated'}-{minutes.source.sha256[:12]}"
        written[name] += 1
        path = folder / f"{name}{f'-{written[name]}' if written[name] > 1 else ''}.xml"
        write_whole(path, as_akoma_ntoso(minutes, hide=hide))
        yield path
