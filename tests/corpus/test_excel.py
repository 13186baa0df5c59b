"""What a cell becomes; every table comes back from CSV as it went in, and none of its cells is a formula."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analyser.corpus.excel import MARK, as_csv, cell


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Rønde", "Rønde"),
        (1.5, "1,5"),
        (-2, "-2"),
        (-0.5, "-0,5"),
        (pd.NA, ""),
        (None, ""),
        (pd.NaT, ""),
        (float("nan"), ""),
        (pd.Timestamp("2024-03-15"), "2024-03-15"),
        (date(2024, 3, 15), "2024-03-15"),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("- punkt", "'- punkt"),
        ("+45 12345678", "'+45 12345678"),
        ("\t=1", "'\t=1"),
        ("\r\n =1", "'\r\n =1"),
        ("\u200b\ufeff=1", "'\u200b\ufeff=1"),
        ("＝1+1", "'＝1+1"),
        ("a=1", "a=1"),
        ("'=1", "'=1"),
        ("a\x00b\x1b[31m\x9b", "a\ufffdb\ufffd[31m\ufffd"),
        ("referat\u202excod.exe", "referat\ufffdxcod.exe"),
        ("kom\xadmune", "kom\xadmune"),
    ],
)
def test_cell(value: object, text: str) -> None:
    assert cell(value) == text


TURNING = [chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=TURNING)


@given(st.lists(st.text(LETTERS | st.sampled_from("\t\r\n")), min_size=1))
@example(["a;b", 'c"d', "e\nf", "g\r\nh", "=1;=2", '"=1'])
def test_every_cell_comes_back(texts: list[str]) -> None:
    data = as_csv(pd.DataFrame({"a": texts, "b": texts}, dtype="string"))
    assert data.startswith(MARK)
    rows = list(csv.reader(io.StringIO(data.removeprefix(MARK), newline=""), delimiter=";"))
    assert rows[0] == ["a", "b"]
    for text, row in zip(texts, rows[1:], strict=True):
        for read in row:
            assert read in (text, f"'{text}")
            assert read.lstrip()[:1] not in tuple("=+-@")


def test_lines_end_as_excel_wants() -> None:
    assert as_csv(pd.DataFrame({"a": [1.25], "b": ["x;y"]})) == '\ufeffa;b\r\n1,25;"x;y"\r\n'
