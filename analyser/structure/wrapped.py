"""Headings that the margin cut: a title or a sentence behind a number that goes on below, read as one line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyser.language.lexicon import words
from analyser.structure.headings import Candidate, read_heading
from analyser.structure.lines import LONGEST, Line
from analyser.structure.paragraphs import margin_of

_MOST_LINES = 8
_LONG_TITLE = 40
_SHARE = 0.6  # of the margin that a line must reach for it to be cut there
_TOLD = re.compile(r"\w{3}[:.]\s")
_BROKEN = re.compile(r"[a-zæøå]-$")


def read_wrapped(line: Line, lines: Sequence[Line], furniture: frozenset[int], margin: int | None) -> Candidate | None:
    """Read a line as a numbered heading, with the lines below on which it goes on.

    `3. Ansøgning om tilladelse til opsætning af et` / `drivhus på 14 kvm.` is one title, and `1. Formanden bød
    velkommen og orienterede om mødet med` / `kommunen om den nye vej.` none: a sentence.
    """
    alone = read_heading(line)
    if margin is None:
        margin = len(line.text) if _is_cut(line, lines) else None
    if alone is None or margin is None or (alone.end < line.end and alone.title is not None):
        return alone
    parts = [line]
    title = alone.title or ""
    told = _TOLD.search(title) is not None and title.partition(":")[0].casefold() not in words(
        "headings", "item", "kinds"
    )
    for other in lines[line.index + 1 : line.index + _MOST_LINES]:
        if other.index in furniture or not _goes_on(parts[-1], other, margin, told):
            break
        parts.append(other)
        told = told or _TOLD.search(other.text) is not None
    if len(parts) == 1:
        return alone
    text, starts = _joined(parts)
    read = read_heading(Line(line.index, line.start, line.start + len(text), text))
    if read is None:
        return alone
    reach = read.end - line.start
    n = max(n for n, start in enumerate(starts) if start < reach or n == 0)
    return replace(read, end=min(parts[n].start + reach - starts[n], parts[n].end))


def _is_cut(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a title was cut by hand where no other line is: `2. Forslag til ny politik for` / `bygninger`."""
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    lone = below is not None and (line.index + 2 == len(lines) or lines[line.index + 2].blank)
    long = _LONG_TITLE <= len(line.text) <= LONGEST and line.text.split()[-1].casefold() in words(
        "adverbs", "prepositions"
    )
    return lone and long and below is not None and below.text[:1].islower()


def margin_in(lines: Sequence[Line], furniture: frozenset[int]) -> int | None:
    """Find where the margin of a document is; None where paragraphs are a line each."""
    return margin_of([n for n in lines if n.index not in furniture])


def _goes_on(before: Line, line: Line, margin: int, told: bool) -> bool:
    """Tell whether the margin cut a line; `told` says that its title is over, and it may do so before any word.

    `4. Økonomi: Kassereren omdelte regnskabet. Overskud` / `11.500 kr.`; not `Høring: Ny plan` / `Ida orienterede.`
    """
    if line.blank or len(line.text) > LONGEST or before.indent + len(before.text) < _SHARE * margin:
        return False
    if read_heading(line) is not None or re.match(r"[-–—•*·o▪►+]\s", line.text):
        return False
    if _BROKEN.search(before.text):
        return line.text[0].isalpha()
    if re.search(r"[.!?:;]$", before.text):
        return before.text.endswith(".") and line.text[0].islower()  # `… med 12 Kr.` / `bevilgedes.`
    if told and before.indent + len(before.text) + 1 + len(line.text.split()[0]) > margin:
        return True
    last = before.text.split()[-1].casefold()
    open_end = last in words("adverbs", "prepositions") | words("adverbs", "joining") | words("titles", "joining")
    return line.text[0].islower() or open_end


def _joined(parts: Sequence[Line]) -> tuple[str, list[int]]:
    """Join lines into one; gives the text and where each of them begins in it."""
    text, starts = parts[0].text, [0]
    for part in parts[1:]:
        broken = _BROKEN.search(text) is not None and part.text[0].islower()
        broken = broken and part.text.split()[0] not in words("adverbs", "completing")
        text = text[:-1] if broken else f"{text} "
        starts.append(len(text))
        text += part.text
    return text, starts
