"""Numbers of lists and headings in an OpenDocument text: `1.`, `2.1`, `a)`, or a bullet."""

from dataclasses import dataclass

from lxml import etree

from analyser.reading.list_numbers import write_number

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BULLET = "-"


@dataclass(frozen=True)
class Level:
    """One level: `1`, `a`, … or `bullet`; what stands around the number; how many levels it shows; the first number."""

    style: str
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1


class Counter:
    """Counts the paragraphs of one list, or the headings of a document."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def number(self, level: int, start: int | None = None) -> str:
        """Count one paragraph on, or to `start`, and give its number."""
        own = self._levels.get(level)
        if own is None:
            return ""
        self._counts[level] = self._counts.get(level, own.start - 1) + 1 if start is None else start
        for deeper in [at for at in self._counts if at > level]:
            del self._counts[deeper]
        if own.style == "bullet":
            return _BULLET
        if not own.style:
            return ""
        parts = []
        for at in range(max(0, level - own.shown + 1), level + 1):
            of = self._levels.get(at, own)
            if of.style and of.style != "bullet":
                parts.append(write_number(self._counts.get(at, of.start), of.style))
        return f"{own.before}{'.'.join(parts)}{own.after}".strip()


def read_list_styles(root: etree._Element | None) -> dict[str, dict[int, Level]]:
    """Read the list styles of a part, by name."""
    if root is None:
        return {}
    return {s.get(f"{_STYLE}name", ""): _levels(s) for s in root.iter(f"{TEXT}list-style")}


def read_outline_style(root: etree._Element | None) -> dict[int, Level]:
    """Read how the headings of a document are numbered."""
    style = None if root is None else next(root.iter(f"{TEXT}outline-style"), None)
    return {} if style is None else _levels(style)


def _levels(style: etree._Element) -> dict[int, Level]:
    levels = {}
    for element in style:
        at = element.get(f"{TEXT}level", "")
        if not at.isdecimal():
            continue
        bullet = element.tag == f"{TEXT}list-level-style-bullet"
        shown, start = element.get(f"{TEXT}display-levels", "1"), element.get(f"{TEXT}start-value", "1")
        levels[int(at) - 1] = Level(
            style="bullet" if bullet else element.get(f"{_STYLE}num-format", ""),
            before=element.get(f"{_STYLE}num-prefix", ""),
            after=element.get(f"{_STYLE}num-suffix", ""),
            shown=int(shown) if shown.isdecimal() else 1,
            start=int(start) if start.isdecimal() else 1,
        )
    return levels
