"""Automatic numbers of a Word document, counted as Word shows them: `1.`, `2.1`, `a)`, or a bullet."""

import re
from dataclasses import dataclass, field

from lxml import etree

from analyser.reading.list_numbers import write_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {
    "decimal": "1",
    "decimalZero": "1",
    "ordinal": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_DEEPEST = 9
_BULLET = "-"


@dataclass(frozen=True)
class Level:
    """One level of a list: `1`, `a`, …, `bullet` or nothing; its text, `%1.%2`; the number that it begins with."""

    style: str
    text: str
    start: int = 1


@dataclass
class Numbering:
    """The lists of a document and how far each is counted; one is made for each reading of a document.

    Attributes:
        lists: for each list id, its abstract list, whose lists count together, and its levels.
        restarts: list ids that begin anew at a level, with the number.
    """

    lists: dict[str, tuple[str, dict[int, Level]]]
    restarts: dict[str, dict[int, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def number(self, list_id: str, level: int) -> str:
        """Count one paragraph on and give its number, `2.1`, a dash for a bullet, or nothing."""
        if list_id not in self.lists:
            return ""
        abstract, levels = self.lists[list_id]
        counts = self._counts.setdefault(abstract, {})
        if list_id not in self._started:
            self._started.add(list_id)
            for at, value in self.restarts.get(list_id, {}).items():
                counts[at] = value - 1
        own = levels.get(level)
        if own is None:
            return ""
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if own.style == "bullet":
            return _BULLET

        def written(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = levels.get(at)
            return "" if of is None else write_number(counts.get(at, of.start), of.style)

        return re.sub(r"%([1-9])", written, own.text).strip() if own.style else ""


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read the part `word/numbering.xml`."""
    if root is None:
        return Numbering({}, {})
    abstract = {a.get(f"{W}abstractNumId", ""): _levels(a) for a in root.iterfind(f"{W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, Level]]] = {}
    restarts: dict[str, dict[int, int]] = {}
    for number in root.iterfind(f"{W}num"):
        list_id = number.get(f"{W}numId", "")
        of = _value(number.find(f"{W}abstractNumId"))
        levels = dict(abstract.get(of, {}))
        for override in number.iterfind(f"{W}lvlOverride"):
            at = _integer(override.get(f"{W}ilvl"), 0)
            levels.update(_levels(override))
            start = override.find(f"{W}startOverride")
            if start is not None:
                restarts.setdefault(list_id, {})[at] = _integer(_value(start), 1)
        lists[list_id] = (of, levels)
    return Numbering(lists, restarts)


def _levels(parent: etree._Element) -> dict[int, Level]:
    levels = {}
    for level in parent.iterfind(f"{W}lvl"):
        at = _integer(level.get(f"{W}ilvl"), 0)
        style = _value(level.find(f"{W}numFmt")) or "decimal"
        shown = "bullet" if style == "bullet" else _STYLES.get(style, "" if style == "none" else "1")
        start = _integer(_value(level.find(f"{W}start")), 1)
        levels[min(at, _DEEPEST)] = Level(shown, _value(level.find(f"{W}lvlText")), start)
    return levels


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _integer(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,6}", written) else otherwise
