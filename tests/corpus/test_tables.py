"""Answers on a command line: what is shown of a row, and that no row steers the terminal."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console

from analyser.corpus import open_corpus
from analyser.corpus.tables import SHOWN, as_json_lines, as_table, visible


def test_a_table_folds_into_its_width(store: Path) -> None:
    with open_corpus(store) as corpus:
        frame = corpus.actions(since="2024", on="ansøgningen")
    console = Console(width=70, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(as_table(frame, SHOWN["actions"]))
    lines = console.export_text().splitlines()
    assert max(map(len, lines)) <= 70
    assert "2024-06-01" in "".join(lines)


def test_json_lines(store: Path) -> None:
    with open_corpus(store) as corpus:
        (row,) = map(json.loads, as_json_lines(corpus.actions(since="2024")).splitlines())
    assert row["date"] == "2024-05-07"
    assert row["due_from"] is None
    assert (row["due_to"], row["start"], row["responsible"]) == ("2024-06-01", 340, "Jens Ole Tornby")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ærø\n- og mere\t[b]", "Ærø - og mere [b]"),
        ("\x1b[31mrød\x07", "�[31mrød�"),
        ("abc\u202edef", "abc�def"),
        ("x\x9b31m", "x�31m"),
        ("\udc80", "�"),
        ("kom\xadmune", "kom\xadmune"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(max_size=30))
@example("\x1b[31m \x9b31m \u202eegan\u202c \u2066x\u2069 \ufeff\u2028")
def test_json_lines_steer_nothing_and_lose_nothing(text: str) -> None:
    line = as_json_lines(pd.DataFrame({"quote": pd.Series([text], dtype="object")}))
    assert json.loads(line) == {"quote": text}
    assert line.count("\n") == 1
    assert not set(line[:-1]) & {"\n", "\x1b", "\x9b", "\u202e", "\u2066", "\u200f", "\ufeff"}
