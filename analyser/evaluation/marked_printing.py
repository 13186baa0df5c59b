"""Marked gold written: tags around the words that its rows point at, and a head block for what has no place there."""

import json
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from analyser.evaluation.gold import (
    FACTS,
    Gold,
    GoldAction,
    GoldDecision,
    GoldItem,
    GoldParticipant,
    GoldStatement,
    in_order,
)
from analyser.evaluation.marked import ANY_ITEM, FENCE, OPENS, TAGS, Marked, number_before


def print_marked(text: str, gold: Gold) -> str:
    """Write minutes and their gold as a marked text.

    Args:
        text: the minutes (NFC, `\\n` line ends).
        gold: all rows but participants have their place in it (`gold.settle`); participants without one, and those
            whose name is not written as it stands there, are told of in the head block and in `name`.
    """
    gold = in_order(gold)
    tags: list[tuple[int, int, str, dict[str, str | None], bool]] = []
    for name, tag in TAGS.items():
        for row in getattr(gold, tag.kind):
            if row.at is None:
                continue
            end = row.at + len(_run(row))
            values = _attributes(row, text[row.at : end], number_before(gold.items, row.at))
            tags.append((row.at, end, name, values, getattr(row, "optional", False)))
    tags.sort(key=lambda tag: (tag[0], -tag[1]))  # stable: in the order of TAGS, and of the rows
    numbers = _numbers([(start, end, name) for start, end, name, _, _ in tags])
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for (start, end, name, values, optional), number in zip(tags, numbers, strict=True):
        called = name + number
        written = "".join(f' {key}="{_encoded(value or "", quoted=True)}"' for key, value in values.items())
        opening.setdefault(start, []).append(f"<{called}{written}{' optional' if optional else ''}>")
        closing.setdefault(end, []).insert(0, f"</{called}>")
    parts = [_printed_head(gold, text)]
    before = 0
    for at in sorted({*opening, *closing, len(text)}):
        parts.append(_encoded(text[before:at], after=text[at : at + 1]))
        parts += closing.get(at, [])
        parts += opening.get(at, [])
        before = at
    return "".join(parts)


def _run(row: Marked) -> str:
    return (row.starts if isinstance(row, GoldItem) else row.head) or ""


def _attributes(row: Marked, run: str, number: str | None) -> dict[str, str | None]:
    """Give the attributes of a row's tag, in their order; None is written as an empty value."""
    given: dict[str, Any] = {key: getattr(row, key) for key in type(row).model_fields if row.given(key)}
    if isinstance(row, GoldParticipant):
        if row.name == " ".join(run.split()):
            del given["name"]
        if row.attendance == "present":
            del given["attendance"]
        if "functions" in given:
            given["functions"] = " ".join(row.functions)
    elif isinstance(row, GoldStatement | GoldDecision | GoldAction):
        if "item" not in given:
            given["item"] = ANY_ITEM
        elif row.item == number:
            del given["item"]
    if isinstance(row, GoldDecision) and row.votes:
        given.update({key: str(count) for key, count in row.votes.items() if count is not None})
    tag = next(tag for tag in TAGS.values() if tag.row is type(row))
    return {key: given[key] for key in tag.attributes if key in given}


def _numbers(runs: Sequence[tuple[int, int, str]]) -> list[str]:
    """Number, as `#1`, every run that ends inside a later one of its kind: its closing tag would close that one."""
    out: list[str] = []
    count = 0
    for n, (start, end, name) in enumerate(runs):
        later = takewhile(lambda run, end=end: run[0] < end, runs[n + 1 :])  # type: ignore[misc]
        crosses = any(other == name and start < begin and end < close for begin, close, other in later)
        count += crosses
        out.append(f"#{count}" if crosses else "")
    return out


def _encoded(piece: str, *, after: str = "", quoted: bool = False) -> str:
    """Write what would be read as a tag or an entity so that it is not.

    Args:
        after: the character that follows on the piece in the text.
        quoted: it is to stand as an attribute's value.
    """
    piece = re.sub(r"&(?=(?:lt|gt|amp|quot|#10);)", "&amp;", piece)
    if quoted:
        return piece.replace('"', "&quot;").replace("\n", "&#10;")
    return OPENS.sub("&lt;", piece + after)[: -len(after) or None]


def _printed_head(gold: Gold, text: str) -> str:
    lines = [f"meeting.{key} = {_quoted(value or '')}" for key, value in gold.meeting.items()]
    if gold.given("agenda"):
        lines += ["agenda = [", *(f"  {_table(row.model_dump(exclude_unset=True))}," for row in gold.agenda), "]"]
    if unplaced := [row for row in gold.participants if row.at is None]:
        lines += ["participants = [", *(f"  {_table(row.model_dump(exclude_unset=True))}," for row in unplaced), "]"]
    if gold.given("diagnostics"):
        lines.append(f"diagnostics = {_quoted(list(gold.diagnostics))}")
    if left_out := [kind for kind in FACTS if not gold.given(kind)]:
        lines.append(f"not_annotated = {_quoted(left_out)}")
    if not lines and not text.startswith(FENCE):
        return ""
    return FENCE + "".join(f"{line}\n" for line in lines) + FENCE


def _table(fields: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{key} = {_quoted('' if value is None else value)}" for key, value in fields.items()) + "}"


def _quoted(value: object) -> str:
    """Write a value as TOML: its strings, lists and numbers are those of JSON, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
