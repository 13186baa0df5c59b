"""Where names stand, and names of which a part does not."""

import pytest

from analyser.structure.anchoring import as_written

# text, the name as it was read, the name as it is kept
NAMES = [
    ("Til stede: Ib Bo (formand)S", "Ib Bo S", "Ib Bo"),
    ("Til stede: Ib  Bo", "Ib Bo", "Ib Bo"),
    ("Til stede: Viggo Ramsø-\nLund", "Viggo RamsøLund", "Viggo RamsøLund"),
]


@pytest.mark.parametrize(("text", "read", "kept"), NAMES)
def test_names_as_written(text: str, read: str, kept: str) -> None:
    name, (start, end) = as_written(text, (11, len(text)), read)
    assert name == kept
    assert "".join(text[start:end].replace("-", "").split()) == "".join(kept.split())
