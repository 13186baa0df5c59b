"""Lines of the head that the margin of a page cut in two, made whole again: `… Nørreskov Kommune (for-` / `mand)`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyser.language.lexicon import phrases
from analyser.structure.entry import Entry
from analyser.structure.groups import known_label
from analyser.structure.lines import LONGEST, Line

_BROKEN = re.compile(r"[a-zæøåé]-$")
_WIDE = 45  # code points from which a line may have been cut by the margin
_JOINING = re.compile(r"(?:og|eller|samt)\b")


@dataclass(frozen=True)
class Seam:
    """A mended line: it reaches from `start` to `end` in offsets of its own; from each of `cuts` on, so much more."""

    start: int
    end: int
    cuts: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Mended:
    """Lines, those that were cut made one; `parts` gives all lines that one was made of, by the first of them.

    Offsets in a mended line run on over its seams; `place` turns them into places of the document.
    """

    lines: tuple[Line, ...]
    parts: dict[int, tuple[int, ...]]
    seams: tuple[Seam, ...]

    def place(self, entry: Entry) -> Entry:
        """Give an entry its place in the document."""
        for seam in self.seams:
            if seam.start <= entry.start <= seam.end:
                start = entry.start + max((more for at, more in seam.cuts if at <= entry.start), default=0)
                end = entry.end + max((more for at, more in seam.cuts if at < entry.end), default=0)
                return replace(entry, start=start, end=end)
        return entry


def mend(lines: Sequence[Line]) -> Mended:
    """Join lines that were cut inside a word, inside parentheses, before them, or inside a sentence on who came.

    `(for-` / `mand)`; `Ramsø-` / `Lund`; `Nørreskov Kommune` / `(næstformand)`.
    """
    found: list[Line] = []
    parts: dict[int, tuple[int, ...]] = {}
    seams: dict[int, list[tuple[int, int]]] = {}
    for line in lines:
        before = found[-1] if found else None
        if before is not None and line.index == parts[before.index][-1] + 1 and _cut(before, line):
            text = _joined(before.text, line.text)
            at = before.start + len(text) - len(line.text)
            seams.setdefault(before.index, []).append((at, line.start - at))
            found[-1] = replace(before, end=before.start + len(text), text=text)
            parts[before.index] = (*parts[before.index], line.index)
        else:
            found.append(line)
            parts[line.index] = (line.index,)
    ends = {n.index: n for n in found}
    return Mended(tuple(found), parts, tuple(Seam(ends[i].start, ends[i].end, tuple(c)) for i, c in seams.items()))


def _cut(before: Line, line: Line) -> bool:
    if before.blank or line.blank or len(before.text) + len(line.text) > LONGEST or known_label(line.text):
        return False
    if _BROKEN.search(before.text):
        return line.text[0].isalpha()
    if before.text.count("(") > before.text.count(")"):
        return ")" in line.text
    if _tells().match(before.text) and ":" not in before.text and not re.search(r"[.!?]$", before.text):
        # `Desuden deltog kontorchef Ib Ravn og fuldmægtig` / `Lis Bo, der førte protokollen.`
        return len(before.text) >= _WIDE and not before.text.endswith(";")
    alone = re.fullmatch(r"\([^()=]+\)[.,;]?", line.text) is not None  # not `(MH = Mette Holm)`
    return alone and re.search(r"[\wæøå]$", before.text) is not None


def _joined(before: str, line: str) -> str:
    if not _BROKEN.search(before) or _JOINING.match(line):
        return f"{before} {line}"
    return f"{before if line[0].isupper() else before[:-1]}{line}"


@cache
def _tells() -> re.Pattern[str]:
    leads, verbs = phrases("rosters", "movements", "leads"), phrases("rosters", "movements", "present_verbs")
    return re.compile(rf"{leads}\s+{verbs}\s|.*\b{phrases('meeting', 'sentences', 'held')}\s+\w*møde\s", re.IGNORECASE)
