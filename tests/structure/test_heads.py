"""Whole heads with their rosters, of every kind of body and time: `heads/*.txt`, the text above, what it says below.

A case begins with `### name`; behind `>>>` stand the facts of the meeting (those left out are not known), then each
person as `described` tells, then each item as `# number title`, where the case is about items.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyser.reading import source_of
from analyser.structure import Outline, build_outline
from tests.structure.documents import described

HEADS = Path(__file__).parent / "heads"
FACTS = ("body", "organisation", "date", "start", "end", "place")


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """Give each case as (name, text, lines of what it says)."""
    for path in sorted(HEADS.glob("*.txt")):
        for block in re.split(r"^### ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, body = block.split("\n", 1)
            text, said = body.split("\n>>>\n", 1)
            yield f"{path.stem}: {name}", text, said.strip().splitlines()


def say(outline: Outline, items: bool) -> list[str]:
    """Write what an outline says as a case has it."""
    meeting = outline.meeting.model_dump()
    facts = "; ".join(f"{key}={meeting[key]}" for key in FACTS if meeting[key])
    people = [described(p) for p in outline.participants]
    return [*filter(None, [facts]), *people, *(f"# {i.number} {i.title}" for i in outline.items if i.number and items)]


@pytest.mark.parametrize(("text", "said"), [pytest.param(t, s, id=n) for n, t, s in cases()])
def test_heads(text: str, said: list[str]) -> None:
    assert say(build_outline(source_of(text)), any(line.startswith("# ") for line in said)) == said
