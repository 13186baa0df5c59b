"""What the columns of a table hold, by their heads: `Nr. | Emne | Referat | Ansvarlig | Frist`."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.language.lexicon import phrases, words

KINDS = (
    *("number", "title", "text", "discussion", "background", "proposal", "decision", "action"),
    *("responsible", "due", "ignored"),
)
TOLD = ("text", "discussion", "decision")
"""The columns that tell what came of an item."""
_LONGEST = 45  # code points of a head


def item_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Read the heads of a table whose rows are agenda items: what each column holds, or nothing.

    `assigned` is a column of responsible people and time limits both. A column called after titles is there, and one
    of texts, decisions or tasks; one head may be unknown, and its cells are text. `Opgave | Ansvarlig | Frist` is a
    table of tasks, `Navn | Titel` a roster, `Emne | Tid` an agenda.
    """
    kinds = [_kind(cell) for cell in cells]
    if len(kinds) < 2 or sum(k is None for k in kinds) > 1:
        return ()
    if kinds.count("title") > 1 and _bare(cells[kinds.index("title")]) in words("columns", "heads", "numbers_too"):
        kinds[kinds.index("title")] = "number"  # `Punkt | Emne | Referat`
    if kinds[0] == "ignored" and not cells[0].strip() and kinds[1] == "title":
        kinds[0] = "number"
    if kinds.count("title") != 1 or kinds.count("number") > 1 or not {*TOLD, "action"} & set(kinds):
        return ()
    return tuple(k or "text" for k in kinds)


def is_head(cell: str) -> bool:
    """Tell whether a cell is the known head of a column."""
    return bool(cell.strip()) and _kind(cell) is not None


def _kind(cell: str) -> str | None:
    bare = _bare(cell)
    if not bare:
        return "ignored"
    if len(bare) > _LONGEST:
        return None
    whole = _known(bare)
    if whole is not None:
        return whole
    parts = {_known(part) for part in re.split(rf"\s*[/,&+–-]\s*|\s+{phrases('columns', 'joining', 'words')}\s+", bare)}
    if None in parts:
        return None
    if len(parts) == 1:
        return next(iter(parts))
    if parts <= {"number", "title"}:
        return "title"
    if parts <= {"responsible", "due"}:
        return "assigned"
    if parts <= {"action", "responsible", "due"}:
        return "action"
    return "text" if not parts & {"number", "title", "ignored"} else None


def _bare(cell: str) -> str:
    """Take marks and remarks from a head: `**Ansvarlig (initialer):**`."""
    bare = re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", "", cell)).strip("*_:; ").casefold()
    return bare.lstrip("# ") or bare


@cache
def _known(bare: str) -> str | None:
    return next((kind for kind in KINDS if bare in words("columns", "heads", kind)), None)
