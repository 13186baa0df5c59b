"""Marked gold read: the minutes as they are, and the rows that the tags around their words make."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NoReturn

from pydantic import ValidationError

from analyser.evaluation.gold import FACTS, Gold, GoldError, GoldItem, in_order
from analyser.evaluation.marked import ANY_ITEM, FENCE, OPENS, OPTIONAL, TAGS, VOTES, Marked, number_before
from analyser.reading import normalise

_HEAD = ("meeting", "agenda", "participants", "diagnostics", "not_annotated")
_TAG = re.compile(r'<(/?)([a-z]+)(?:#(\d+))?((?:\s+[a-z]+(?:="[^"]*")?)*)\s*>')
_ATTRIBUTE = re.compile(r'([a-z]+)(?:="([^"]*)")?')
_ENTITY = re.compile(r"&(lt|gt|amp|quot|#10);")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "#10": "\n"}


class ParseError(GoldError):
    """A marked text cannot be read; its text names the file and the line, and says what to do."""


@dataclass
class _Open:
    """A mark that is not closed yet."""

    name: str
    number: str | None
    values: dict[str, str | None]
    start: int
    line: int
    order: int


@dataclass(frozen=True)
class _Mark:
    """A mark that was closed: `[start, end)` in the text."""

    opened: _Open
    end: int


def parse(marked: str, name: str = "the text") -> tuple[str, Gold]:
    """Read a marked text; give the minutes as they are without marks, and the gold, its rows in order of place.

    Args:
        marked: the marked text. It is brought to the form of all our texts (NFC, `\\n` line ends) first.
        name: what errors call it.

    Raises:
        ParseError: a tag, an attribute or the head block is wrong; the first that is.
    """
    marked = normalise(marked.removeprefix("\ufeff"))
    head, first = _head_block(marked, name)
    text, marks = _marks(marked, first, name)
    return text, _gold(head, text, marks, name)


def _head_block(marked: str, name: str) -> tuple[dict[str, Any], int]:
    """Read what stands between the lines of `+++`; give it, and the offset at which the minutes begin."""
    if not marked.startswith(FENCE):
        return {}, 0
    end = marked.find(f"\n{FENCE}", len(FENCE) - 1)
    if end < 0:
        _fail(name, 1, "the head block has no end; close it with a line of +++")
    try:
        head = tomllib.loads(marked[len(FENCE) : end + 1])
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        said = str(error).split(" (at ")[0]
        _fail(name, int(found[1]) + 1 if found else 1, f'{said}; write KEY = "VALUE" (TOML) between the lines of +++')
    for key in head:
        if key not in _HEAD:
            _fail(name, _line_of(marked, key), f"the head block knows no {key!r}; it knows {', '.join(_HEAD)}")
    return head, end + 1 + len(FENCE)


def _line_of(marked: str, key: str) -> int:
    found = re.search(rf"^\W*{re.escape(key)}\b", marked, re.MULTILINE)
    return marked.count("\n", 0, found.start()) + 1 if found else 1


def _marks(marked: str, first: int, name: str) -> tuple[str, list[_Mark]]:
    """Take the tags out of the text from offset `first` on."""
    pieces: list[str] = []
    length, at = 0, first
    still: list[_Open] = []
    done: list[_Mark] = []
    count = 0
    for opens in OPENS.finditer(marked, first):
        if opens.start() < at:
            continue  # within the tag before: a value may hold a <
        piece = _decoded(marked[at : opens.start()])
        pieces.append(piece)
        length += len(piece)
        line = marked.count("\n", 0, opens.start()) + 1
        tag = _TAG.match(marked, opens.start())
        if tag is None or tag[2] not in TAGS:
            shown = marked[opens.start() : opens.start() + 30].split("\n")[0]
            known = ", ".join(f"<{known}>" for known in TAGS)
            what = "is no tag" if tag is None else "is no tag that is known"
            _fail(name, line, f'{shown!r} {what}; tags are {known} with NAME="VALUE"; in the minutes write &lt; for <')
        at = tag.end()
        if not tag[1]:
            count += 1
            still.append(_Open(tag[2], tag[3], _values(tag, name, line), length, line, count))
            continue
        if tag[4].strip():
            _fail(name, line, f"{tag[0]}: a closing tag has no attributes; write them in the opening one")
        mine = [o for o in still if (o.name, o.number) == (tag[2], tag[3])]
        if not mine:
            _fail(name, line, f"{tag[0]} closes nothing that is open; put its opening tag before it, or take it out")
        if mine[-1].start == length:
            _fail(name, line, f"<{tag[2]}> marks no words; put its tags around the words that it points at")
        still.remove(mine[-1])
        done.append(_Mark(mine[-1], length))
    if still:
        tag_name = still[-1].name + (f"#{still[-1].number}" if still[-1].number else "")
        _fail(
            name, still[-1].line, f"<{tag_name}> is never closed; put </{tag_name}> behind the words that it points at"
        )
    pieces.append(_decoded(marked[at:]))
    return "".join(pieces), sorted(done, key=lambda mark: mark.opened.order)


def _values(tag: re.Match[str], name: str, line: int) -> dict[str, str | None]:
    """Read the attributes of a tag; an empty value is None."""
    known = TAGS[tag[2]].attributes
    values: dict[str, str | None] = {}
    for found in _ATTRIBUTE.finditer(tag[4]):
        key, value = found[1], found[2]
        if key in values:
            _fail(name, line, f"<{tag[2]}>: {key} stands twice; take one out")
        if key == OPTIONAL and tag[2] != "mention":
            if value is not None:
                _fail(name, line, f"<{tag[2]}>: optional takes no value; write just optional")
            values[key] = "yes"
        elif key not in known:
            _fail(name, line, f"<{tag[2]}> knows no {key!r}; it knows {', '.join(known)}")
        elif value is None:
            _fail(name, line, f'<{tag[2]}>: {key} has no value; write {key}="…", or {key}="" to say that there is none')
        else:
            values[key] = _decoded(value) or None
    return values


def _decoded(piece: str) -> str:
    return _ENTITY.sub(lambda found: _ENTITIES[found[1]], piece)


def _gold(head: dict[str, Any], text: str, marks: Sequence[_Mark], name: str) -> Gold:
    rows: dict[str, list[Marked]] = {tag.kind: [] for tag in TAGS.values()}
    items: list[GoldItem] = []
    for mark in sorted(marks, key=lambda mark: mark.opened.name != "item"):  # items first: facts stand in them
        tag = TAGS[mark.opened.name]
        fields = _fields(mark, text[mark.opened.start : mark.end], number_before(items, mark.opened.start), name)
        try:
            row = tag.row.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(map(str, first["loc"]))
            _fail(name, mark.opened.line, f"<{mark.opened.name}>: {key}: {first['msg']}")
        if isinstance(row, GoldItem):
            items.append(row)
        rows[tag.kind].append(row)
    left_out = head.get("not_annotated", [])
    for kind in left_out:
        if kind not in FACTS or rows[kind]:
            _fail(name, 1, f"not_annotated: {kind!r} is marked in the text, or is none of {', '.join(FACTS)}")
    try:
        gold = Gold.model_validate(
            {
                "meeting": {key: _plain(value) for key, value in head.get("meeting", {}).items()},
                **({"agenda": [_nulled(row) for row in head["agenda"]]} if "agenda" in head else {}),
                **({"diagnostics": head["diagnostics"]} if "diagnostics" in head else {}),
                **{kind: found for kind, found in rows.items() if kind not in left_out and kind != "participants"},
                "participants": [*rows["participants"], *map(_nulled, head.get("participants", []))],
            }
        )
    except (ValidationError, AttributeError) as error:
        if isinstance(error, AttributeError):
            _fail(
                name, 1, "the head block is of another form; write meeting.date = …, agenda = [{number = …, title = …}]"
            )
        said = error.errors()[0]
        key = ".".join(map(str, said["loc"]))
        _fail(name, 1, f"the head block: {key}: {said['msg']}")
    return in_order(gold)


def _nulled(table: dict[str, object]) -> dict[str, object]:
    return {key: None if value == "" else value for key, value in table.items()}


def _plain(value: object) -> object:
    """Give a value of the head block as gold has it: a date without quotes is one too."""
    if isinstance(value, date | time):
        return value.isoformat()
    return None if value == "" else value


def _fields(mark: _Mark, run: str, number: str | None, name: str) -> dict[str, Any]:
    """Give the fields of the row that a mark makes; `number` is that of the item in which it stands."""
    fields: dict[str, Any] = dict(mark.opened.values)
    kind = mark.opened.name
    if fields.pop(OPTIONAL, None):
        fields["optional"] = True
    if kind == "item":
        fields["starts"] = run
    elif kind == "participant":
        fields.setdefault("name", " ".join(run.split()))
        fields["head"] = run
        fields.setdefault("attendance", "present")
        if "functions" in fields:
            fields["functions"] = (fields["functions"] or "").split()
    elif kind == "mention":
        fields.update(head=run, text=run)
    else:
        fields["head"] = run
        fields.setdefault("item", number)
        if fields["item"] == ANY_ITEM:
            del fields["item"]
    if votes := {key: fields.pop(key) for key in VOTES if key in fields}:
        for key, value in votes.items():
            if value is not None and not value.isdecimal():
                _fail(name, mark.opened.line, f"<{kind}>: {key}={value!r} is no count of votes; write digits")
        # the record names all three, and a count that the minutes do not give is left out by a hand that marks
        fields["votes"] = {key: int(votes[key]) if votes.get(key) else None for key in VOTES}
    return {**fields, "at": mark.opened.start}


def _fail(name: str, line: int, said: str) -> NoReturn:
    raise ParseError(f"{name}: line {line}: {said}")
