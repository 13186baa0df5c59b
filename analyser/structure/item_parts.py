"""The lines of items to paragraphs, each with the part it stands in: `Beslutning:`, `Indstilling:`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from analyser.language.lexicon import phrases, words
from analyser.structure.items import Section
from analyser.structure.lines import LONGEST, Line
from analyser.structure.outline import Paragraph
from analyser.structure.paragraphs import make_blocks
from analyser.structure.parts import is_part


def make_paragraphs(
    sections: Sequence[Section], skipped: frozenset[int], cells: Mapping[int, tuple[int, str | None]]
) -> tuple[Paragraph, ...]:
    """Read the paragraphs of all items; `cells` gives the cell and the part of lines that stand in a table."""
    found: list[Paragraph] = []
    for section in sections:
        whole = (section.rest, *section.lines) if section.rest else section.lines
        for cell, lines in groupby(whole, lambda line: cells.get(line.index)):
            part = cell[1] if cell else None
            found += _of_lines(list(lines), section.item, part, skipped, cell is not None)
    return tuple(found)


def _of_lines(
    lines: Sequence[Line], item: str, own: str | None, skipped: frozenset[int], in_cell: bool
) -> list[Paragraph]:
    """Read the paragraphs of lines that begin in the part `own`; a word that is all of a cell opens no part."""
    found: list[Paragraph] = []
    part = own
    pending: list[Line] = []
    inline = alone = False
    for line in lines:
        opened = _part_of(line) if line.index not in skipped else None
        if opened is not None and in_cell and line is lines[-1] and opened[1] >= len(line.text):
            opened = None
        if opened is None:
            if inline and line.blank:
                found += _blocks(pending, item, part, skipped, alone)
                pending, part, inline, alone = [], own, False, False
            pending.append(line)
            continue
        found += _blocks(pending, item, part, skipped, alone)
        part, offset = opened
        inline = offset < len(line.text)
        alone = inline and part in ("proposal", "background") and not _goes_on(line.text[:offset])
        rest = line.text[offset:]
        pending = [Line(line.index, line.start + offset, line.end, rest)] if rest.strip() else []
    return found + _blocks(pending, item, part, skipped, alone)


def _goes_on(label: str) -> bool:
    """Tell whether a label is for all paragraphs below it: `Sagsfremstilling:`, not `Økonomi:` of a small society."""
    return label.strip(" *_:").casefold() in words("headings", "parts", "going_on")


def _part_of(line: Line) -> tuple[str, int] | None:
    """Read a line that opens a part of an item: (kind, offset of the text behind it): `Beslutning: Godkendt.`"""
    if line.blank or len(line.text) > LONGEST:
        return None
    whole = is_part(line.text)
    if whole is not None:
        return whole, len(line.text)
    if ":" not in line.text:
        return None
    for kind in ("decision", "action", "proposal", "background", "discussion"):
        match = _part_label(kind).match(line.text)
        if match:
            # the action's labels (`Ansvarlig: NAME`) stay with their text
            return (kind, 0) if kind == "action" else (kind, match.end())
    return None


@cache
def _part_label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^[*_\s]*{phrases('headings', 'parts', kind)}[*_]*\s*:[*_]*\s*(?=\S)", re.IGNORECASE)


def _blocks(
    lines: Sequence[Line], item: str, part: str | None, skipped: frozenset[int], alone: bool
) -> list[Paragraph]:
    """Give the paragraphs of a part; with `alone` only the first of them belongs to it.

    `Økonomi: 2.500 kr. bevilget.` / `Lis henter borde.`
    """
    blocks = make_blocks(lines, skipped)
    return [Paragraph(b.start, b.end, item, None if alone and n else part, b.bullet) for n, b in enumerate(blocks)]
