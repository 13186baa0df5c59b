"""Headings to items: what each holds, its title from the agenda, and what the two do not have in common."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analyser.language.lexicon import phrases
from analyser.minutes import AgendaPoint, Diagnostic, Item, Span
from analyser.structure.headings import Candidate, several_numbers
from analyser.structure.heads import continues_prose, is_prose
from analyser.structure.lines import Line


@dataclass(frozen=True)
class Section:
    """The lines of one item below its heading; `rest` is what stands on the heading's line behind it."""

    item: str
    lines: tuple[Line, ...]
    rest: Line | None


def make_items(
    lines: Sequence[Line], headings: Sequence[Candidate], opening: Sequence[Line], furniture: frozenset[int]
) -> tuple[tuple[Item, ...], list[Section]]:
    """Give the items that the headings open, and the lines of each; text above the first is item `i0`."""
    items: list[Item] = []
    sections: list[Section] = []
    prose = [n for n in opening if is_prose(n) or (n.index > 0 and continues_prose(n, lines))]
    text_end = max((n.end for n in lines), default=0)
    if prose:
        last = max(n.end for n in prose)
        kept = tuple(
            n for n in opening if n.index >= prose[0].index and n.index not in furniture and (n in prose or n.blank)
        )
        items.append(Item(id="i0", span=(prose[0].start, last)))
        sections.append(Section("i0", kept, None))
    ids: dict[tuple[int, ...], str] = {}
    for n, heading in enumerate(headings):
        following = headings[n + 1].line if n + 1 < len(headings) else len(lines)
        inside = [n for n in lines[heading.line + 1 : following] if n.start >= heading.end]
        outer = next((h for h in headings[n + 1 :] if len(h.order) <= len(heading.order)), None)
        end = _end(lines, heading, outer.line if outer else len(lines), text_end)
        name = f"i{n + 1}"
        parent = ids.get(heading.order[:-1]) if len(heading.order) > 1 else None
        if heading.order:
            ids[heading.order] = name
        items.append(
            Item(
                id=name,
                number=heading.number,
                title=heading.title,
                heading=(heading.start, heading.end),
                span=(heading.start, end),
                parent=parent,
            )
        )
        line = max((n for n in lines[heading.line : following] if n.start <= heading.end), key=lambda n: n.start)
        behind = line.text[heading.end - line.start :].lstrip()
        rest = Line(line.index, line.end - len(behind), line.end, behind, line.indent)
        sections.append(Section(name, tuple(inside), rest if len(behind) > 1 else None))
    return tuple(items), sections


def with_agenda_titles(items: Sequence[Item], agenda: Sequence[AgendaPoint]) -> tuple[Item, ...]:
    """Give items that are headed by nothing but a number (`Ad 3`) the title that the agenda has for it.

    An agenda of dashes is counted: its third line is number 3. `Ad 4-5` has the titles of both.
    """
    titles = {a.number or str(n): a.title for n, a in enumerate(agenda, 1)}
    titles |= {  # `Ad 3a`, where `a. Baneudvalg` stands below point 3
        f"{a.number or n}{letter}": re.sub(r"^[a-h][.)]\s*", "", point)
        for n, a in enumerate(agenda, 1)
        for letter, point in zip("abcdefgh", a.points, strict=False)
    }
    return tuple(
        i.model_copy(update={"title": _titles_of(i.number, titles)}) if i.title is None and i.number is not None else i
        for i in items
    )


def _titles_of(number: str, titles: Mapping[str, str | None]) -> str | None:
    found = [titles.get(n) for n in several_numbers(number) or [number]]
    return "; ".join(t for t in found if t) or None


def _treated_by(number: str) -> list[str]:
    """Give the numbers on the agenda that an item answers to: `4-5` has two, `3a` belongs to 3."""
    lettered = re.fullmatch(r"(\d+)\.?[a-h]", number, re.IGNORECASE)
    return several_numbers(number) or [lettered[1] if lettered else number]


def _end(lines: Sequence[Line], heading: Candidate, bound: int, text_end: int) -> int:
    solid = [n.end for n in lines[heading.line : bound] if not n.blank]
    return max([heading.end, *solid[-1:]]) if solid else min(heading.end, text_end)


def lines_of_elections(sections: Sequence[Section], items: Sequence[Item]) -> frozenset[int]:
    """Give the lines below headings of elections: `Suppleant: Lis Bo` tells there who was elected, not who came."""
    elections = {i.id for i in items if _elects().search(i.title or "")}
    return frozenset(line.index for s in sections if s.item in elections for line in s.lines)


@cache
def _elects() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('headings', 'elections', 'titles')}(?![\wæøå])", re.IGNORECASE)


def diagnose(items: Sequence[Item], agenda: Sequence[AgendaPoint], people: bool) -> list[Diagnostic]:
    """Say what was not found, and what the agenda and the items do not have in common."""
    found: list[Diagnostic] = []

    def say(code: str, severity: str, message: str, span: Span | None = None) -> None:
        found.append(Diagnostic.model_validate({"code": code, "severity": severity, "message": message, "span": span}))

    if not people:
        say("no_participants", "warning", "no list of participants was found")
    titled = [i for i in items if i.heading is not None]
    if not titled:
        say("no_items", "warning", "no agenda items were found")
    if agenda and titled:
        numbers = {a.number for a in agenda if a.number is not None}
        for item in titled if numbers else ():
            if (
                item.number is not None
                and item.parent is None
                and not numbers & {item.number, *_treated_by(item.number)}
            ):
                say("item_without_agenda", "info", f"item {item.number} is not on the agenda", item.heading)
        treated = {n for i in titled if i.number is not None for n in (i.number, *_treated_by(i.number))}
        for point in agenda:
            if point.number is not None and point.number not in treated:
                say(
                    "agenda_without_item",
                    "info",
                    f"point {point.number} of the agenda is not in the minutes",
                    point.span,
                )
    return found
