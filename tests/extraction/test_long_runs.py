"""Thousands of blanks or underscores on a line, as columns and lines to write on leave them, cost no more than text."""

from time import process_time

import pytest

from analyser import analyse_text

HEAD = "Referat af møde i Kulturudvalget\n\nTil stede: Karen Holt, Bo Ek, Ida Thy\n\n1. Taget\n"
RUN = 4000
LONG = [
    f"{HEAD}Taget: Karen{' ' * RUN}x\n",
    f"Referat{' ' * RUN}x\n\n{HEAD}Bo fortalte.\n",
    f"Referat side 1{' ' * RUN}x\n\n{HEAD}Bo fortalte.\n",
    f"{HEAD}Bo fortalte.\n\nd. {'_' * RUN}x y\n",
]


@pytest.mark.parametrize("text", LONG)
def test_long_runs_are_quick(text: str) -> None:
    analyse_text(HEAD, model="blank:da")
    start = process_time()
    analyse_text(text, model="blank:da")
    assert process_time() - start < 3  # each took over 4 s by patterns that try every place of the run
