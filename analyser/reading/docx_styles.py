"""Styles of a Word document: which are headings, and which number their paragraphs."""

from dataclasses import dataclass

from lxml import etree

from analyser.reading.docx_numbering import W

_HEADINGS = ("heading", "overskrift", "title", "titel")  # the beginnings of Word's own style names, in both languages
_BASES = 20  # styles that rest on one another


@dataclass(frozen=True)
class Style:
    """What matters of a paragraph's style: list and level where it numbers, and whether it is that of a heading."""

    list_id: str | None = None
    level: int = 0
    heading: bool = False


PLAIN = Style()


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Read the part `word/styles.xml`: styles by their id, with what they inherit."""
    if root is None:
        return {}
    found = {s.get(f"{W}styleId", ""): s for s in root.iterfind(f"{W}style") if s.get(f"{W}type") == "paragraph"}
    return {style_id: _resolve(style_id, found) for style_id in found}


def list_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Give list id and level of paragraph properties, each None where they say nothing."""
    if properties is None:
        return None, None
    list_id = properties.find(f"{W}numPr/{W}numId")
    level = properties.find(f"{W}numPr/{W}ilvl")
    return (
        None if list_id is None else list_id.get(f"{W}val"),
        None if level is None or not level.get(f"{W}val", "").isdecimal() else int(level.get(f"{W}val", "0")),
    )


def is_outlined(properties: etree._Element | None) -> bool:
    """Tell whether paragraph properties set a level of the outline, 0 to 8; 9 is body text."""
    level = None if properties is None else properties.find(f"{W}outlineLvl")
    return level is not None and level.get(f"{W}val") in set("012345678")


def _resolve(style_id: str, found: dict[str, etree._Element]) -> Style:
    list_id: str | None = None
    level: int | None = None
    heading = False
    at: str | None = style_id
    for _ in range(_BASES):
        style = found.get(at or "")
        if style is None:
            break
        properties = style.find(f"{W}pPr")
        own_list, own_level = list_of(properties)
        list_id = own_list if list_id is None else list_id
        level = own_level if level is None else level
        name = style.find(f"{W}name")
        named = "" if name is None else name.get(f"{W}val", "").casefold()
        heading = heading or is_outlined(properties) or named.startswith(_HEADINGS)
        base = style.find(f"{W}basedOn")
        at = None if base is None else base.get(f"{W}val")
    return Style(list_id, level or 0, heading)
