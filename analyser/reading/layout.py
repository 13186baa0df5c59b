"""Paragraphs, list lines and table rows written out as the plain text that the structure room reads.

A paragraph is a line. A row is a line with its cells parted by tabs, which is what rosters live on; but where a cell
holds sentences, its cells are lines of their own, as what was said under a heading is. Where the head of a table says
that each row is an agenda item, cells stay in their columns.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

_SHORT = 110
"""Code points; lines that are no longer stay together, as those of a roster or a letterhead do. Of our 54 gold minutes
saved as docx, a line a paragraph, 53 gave the facts that they give as text; 51 with 75 here, 48 with 55."""
_SHORT_CELL = 60
_SENTENCE = re.compile(r"\w+\s+\w+\s+\S.*[.!?]$|\w+\.$")
_LABEL = re.compile(r"[^\t]{1,60}:?")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; line breaks inside it stay. `listed`: it has a number or a bullet, which is part of `text`."""

    text: str
    role: Literal["plain", "heading", "listed"] = "plain"


@dataclass(frozen=True)
class Row:
    """One row of a table: the paragraphs of each cell; a cell over several columns is followed by empty ones."""

    cells: tuple[tuple[str, ...], ...]


Block = Paragraph | Row


def lay_out(blocks: Iterable[Block]) -> str:
    """Write blocks out as text that ends in a line end; empty if they hold nothing.

    An empty paragraph is a blank line. One is put around headings and tables, and beside long paragraphs, so that
    what is a paragraph of its own is read as one.
    """
    lines: list[str] = []
    before: Block | None = None
    columns: tuple[str, ...] = ()
    for block in blocks:
        columns = (_columns_of(block) or columns) if isinstance(block, Row) else ()
        own = list(in_columns(block.cells, columns)) if columns and isinstance(block, Row) else _lines_of(block)
        if not any(line.strip() for line in own):
            if lines and lines[-1]:
                lines.append("")
            before = None
            continue
        if lines and lines[-1] and before is not None and _apart(before, block):
            lines.append("")
        lines += own
        before = block
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def is_prose(text: str) -> bool:
    """Tell whether the text of a cell is sentences, not a name, a title or a label: `Formanden bød velkommen.`"""
    return len(text) > 2 and _SENTENCE.search(text) is not None and not re.search(r"\b(?:evt|mv|m\.v|m\.fl)\.$", text)


def _lines_of(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [line.rstrip() for line in block.text.split("\n")]
    return list(_row_lines(block.cells))


def _row_lines(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lay out one row.

    `Anna Bech | Formand | X` is a line. `1. Velkomst | Formanden bød velkommen.` is two, `Til stede: | Anna | Bo` a
    list below its label, and lists side by side are rows again, one of each.
    """
    full = [[part.strip() for part in cell if part.strip()] for cell in cells]
    if not any(full):
        return
    most = max(len(cell) for cell in full)
    prose = any(is_prose(part) for cell in full for part in cell)
    if most == 1 and not prose:
        yield "\t".join(" ".join(cell) for cell in full).rstrip()
    elif sum(len(cell) > 1 for cell in full) > 1 and not prose and _even(full):
        for parts in zip_longest(*full, fillvalue=""):
            yield "\t".join(parts).rstrip()
    elif not prose and len(full[0]) == 1 and len(full) == 2 and _LABEL.fullmatch(full[0][0]):
        yield f"{full[0][0]}\t{full[1][0]}"
        yield from full[1][1:]
    else:
        for cell in full:
            yield from cell


def _columns_of(row: Row) -> tuple[str, ...]:
    """Give what the columns below a row hold, if it is the head of a table of agenda items."""
    if sum(bool(cell) for cell in row.cells) < 2 or any(len(cell) > 3 for cell in row.cells):
        return ()
    from analyser.language.columns import item_columns  # here, since the language room loads spaCy

    return item_columns([" ".join(cell) for cell in row.cells])


def in_columns(cells: Sequence[Sequence[str]], columns: Sequence[str]) -> Iterator[str]:
    """Lay out a row, each cell whole before the next: behind the first paragraph of a cell, tabs lead to its column.

    `2 | Tidsplan | Bo kom. / Lis gik. | Bo` is `2⇥Tidsplan⇥Bo kom.` and `⇥⇥Lis gik.⇥Bo`. A second paragraph in the cell
    of a title is the first of the text.
    """
    full = [[" ".join(part.split()) for part in cell if part.strip()] for cell in cells]
    if not any(full):
        return
    for n, kind in enumerate(columns[: len(full)]):
        if kind in ("number", "title") and len(full[n]) > 1:
            following = columns[n + 1] if n + 1 < len(full) else ""
            if kind == "title" and following in ("text", "discussion", "background"):
                full[n + 1] = full[n][1:] + full[n + 1]
                full[n] = full[n][:1]
            else:
                full[n] = [" ".join(full[n])]
    line = ""
    for n, cell in enumerate(full):
        line += "\t" if n else ""
        for m, part in enumerate(cell):
            if m:
                yield line.rstrip()
                line = "\t" * n
            line += part
    yield line.rstrip() if "\t" in line.rstrip() else f"{line.rstrip()}\t"


def _even(cells: Sequence[Sequence[str]]) -> bool:
    return all(len(part) <= _SHORT_CELL for cell in cells for part in cell)


def _apart(before: Block, block: Block) -> bool:
    if isinstance(before, Row) or isinstance(block, Row):
        return type(before) is not type(block)
    if "heading" in (before.role, block.role):
        return True
    if before.role == block.role == "listed" or ("\t" in before.text and "\t" in block.text):
        return False
    reads_on = block.role == "plain" and block.text.strip()[:1].islower()  # `Det indstilles,` / `at sagen udsættes.`
    return not reads_on and max(len(before.text), len(block.text)) > _SHORT
