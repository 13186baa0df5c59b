"""A corpus in files: what stands in them, and that no personal number does."""

import io
from pathlib import Path

import pandas as pd
import pytest

from analyser.corpus import open_corpus
from analyser.corpus.export import Format, export
from analyser.corpus.keeping import keep
from analyser.corpus.masking import masked, masked_frame
from analyser.corpus.store import connect
from analyser.corpus.writing import write_whole
from tests.corpus.invented import invented_minutes

TABLES = ["statements", "decisions", "actions", "people", "meetings"]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables(store: Path, tmp_path: Path, form: Format) -> None:
    with open_corpus(store) as corpus:
        written = list(export(corpus, tmp_path / "out" / form, form))
        assert [path.name for path in written] == [f"{name}.{form}" for name in TABLES]
        assert sorted(path.name for path in written[0].parent.iterdir()) == sorted(path.name for path in written)
        if form == "parquet":
            frame = pd.read_parquet(written[2])
            pd.testing.assert_frame_equal(frame, corpus.actions(), check_dtype=False, check_categorical=False)
            assert str(frame["due_to"].dtype).startswith("datetime64")
        else:
            frame = pd.read_csv(written[2], sep=";", decimal=",", parse_dates=["date", "due_to"])
            assert list(frame["due_to"]) == list(corpus.actions()["due_to"])


def test_akoma_ntoso(store: Path, tmp_path: Path) -> None:
    with open_corpus(store) as corpus:
        written = list(export(corpus, tmp_path, "akn"))
    assert [path.name for path in written] == ["2023-05-09-000000000000.xml", "2024-05-07-000000000000.xml"]


@pytest.mark.parametrize("form", ["csv", "parquet", "akn", "popolo"])
def test_personal_numbers_are_hidden_unless_asked_for(store: Path, tmp_path: Path, form: Format) -> None:
    record = invented_minutes(8)
    text = record.text.replace("Skolelederen spurgte", "010203-1234 spurgte:")
    connection = connect(store, write=True)
    keep(connection, "/arkiv/010203-1234.txt", record.model_copy(update={"text": text}))
    connection.close()
    with open_corpus(store) as corpus:
        for asked in (False, True):
            found = [path for path in export(corpus, tmp_path, form, personal_numbers=asked) if holds(path, "1234")]
            assert bool(found) is asked


def holds(path: Path, words: str) -> bool:
    if path.suffix == ".parquet":
        return words in pd.read_parquet(io.BytesIO(path.read_bytes())).to_csv()
    return words in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("010203-1234", "010203-••••"),
        ("CPR 3112991234 og 010203 4321.", "CPR 311299•••• og 010203 ••••."),
        ("310203-1234", "310203-1234"),
        ("Sagsnr. 24/0102", "Sagsnr. 24/0102"),
    ],
)
def test_masked(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert len(shown) == len(text)


def test_a_masked_frame_keeps_its_types(store: Path) -> None:
    with open_corpus(store) as corpus:
        for frame in (corpus.actions(), corpus.actions(since="2030")):
            pd.testing.assert_frame_equal(masked_frame(frame), frame)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    write_whole(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
