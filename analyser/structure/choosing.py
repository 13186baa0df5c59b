"""Which lines are the headings of items, where several readers found some."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.language.lexicon import phrases, words
from analyser.structure.announced import Announced, find_announced, title_key
from analyser.structure.chains import choose_headings, complete, find_candidates, with_titles_below
from analyser.structure.groups import opens_roster
from analyser.structure.headings import Candidate, is_followed
from analyser.structure.heads import is_prose, line_of, people_told
from analyser.structure.labelled import find_labelled, find_topics, with_labelled
from analyser.structure.lines import Line
from analyser.structure.untitled import find_untitled

_ENOUGH = 3  # numbered items, among which one with no number is an item as well
_LABELLED = re.compile(r"^[^:.]{2,40}:\s")


def find_headings(lines: Sequence[Line], furniture: frozenset[int]) -> tuple[list[Candidate], list[Candidate]]:
    """Find the headings of the items in the minutes, and those of the points on the agenda."""
    candidates = find_candidates(lines, furniture)
    agenda_at = line_of(lines, furniture, "agenda", 0, None)
    items, agenda = choose_headings(candidates, agenda_at)
    items = with_titles_below(items, lines)
    listed_at = agenda_at if agenda_at is not None or agenda or not items else items[0].line - 1
    announced = find_announced(lines, furniture, listed_at) if listed_at is not None else None
    if announced is not None and _finds_more(announced, items):
        return _with_others(announced, candidates, lines, furniture), list(announced.agenda)
    if announced is not None and not agenda:
        return sorted(items, key=lambda c: c.line), list(announced.agenda)
    own = {c.line for c in items}
    if items and not agenda and all(c.family in ("numbered", "roman") for c in items):
        compact = (items[-1].line - items[0].line) <= 1.5 * len(items)
        listed = agenda_at is not None and agenda_at < items[0].line
        behind = find_untitled(lines, furniture, items[-1].line + 1 if listed else 0, len(lines)) if compact else []
        # not `1. ØKONOMI` below a title in capitals
        behind = [c for c in _below_the_roster(behind, lines) if c.line not in own]
        if len(behind) >= 2 and (listed or len(behind) > len(items)):
            return behind, items if listed else []
    numbered = all(c.family in ("numbered", "roman") for c in items)
    untitled = _untitled(lines, furniture) if numbered and (len(items) < 2 or not agenda) else []
    if not own >= {c.line for c in untitled} and (len(items) < 2 or len(untitled) > 2 * len(items)):
        return with_labelled(untitled, lines), []
    headed = _with_unnumbered(sorted(items, key=lambda c: c.line), lines, furniture)
    return headed or find_topics(lines, furniture) or find_labelled(lines, furniture), agenda


def _with_unnumbered(items: list[Candidate], lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Add to numbered items those of common titles that have no number: `Meddelelser` below `Sag nr. 25 Pakhuset`."""
    if len(items) < _ENOUGH:
        return items
    titles = {title_key(c.title or "") for c in items}
    found = [
        Candidate(n.index, "title", None, (), n.text[added.end() :].rstrip(":. ") or None, n.start, n.end, 1.0)
        for n in lines[items[0].line + 1 :]
        if n.index not in furniture
        and (added := _added().match(n.text))
        and lines[n.index - 1].index not in {c.line for c in items}
    ]
    found += [
        Candidate(n.index, "title", None, (), n.text.rstrip(":"), n.start, n.end, 1.0)
        for n in lines[items[0].line + 1 :]
        if n.text.casefold().rstrip(":.") in words("headings", "item", "late")
        and n.index not in furniture
        and lines[n.index - 1].blank
        and is_followed(n, lines, "letter")
        and title_key(n.text) not in titles
    ]
    return sorted([*items, *found], key=lambda c: c.line)


@cache
def _added() -> re.Pattern[str]:
    # `Tillægspunkt: Musikskolen`
    return re.compile(rf"{phrases('headings', 'item', 'added')}\s*[:–-]\s*(?=[A-ZÆØÅ])", re.IGNORECASE)


def _finds_more(announced: Announced, items: Sequence[Candidate]) -> bool:
    """Tell whether more items of the body carry a title of the agenda than the chain of numbers found."""
    titles = {title_key(c.title or "") for c in announced.agenda}
    below = max(c.line for c in announced.agenda)
    return len(announced.items) > sum(c.line > below and title_key(c.title or "") in titles for c in items)


def _with_others(
    announced: Announced, candidates: Sequence[Candidate], lines: Sequence[Line], furniture: frozenset[int]
) -> list[Candidate]:
    """Add to the announced items those that are written as they are and that the agenda lacks, and their sub-items."""
    items = list(announced.items)
    if sum(c.number is not None for c in items) * 2 > len(items):
        return complete(items, candidates)
    alike = find_untitled(lines, furniture, items[0].line, len(lines))
    own = {c.line for c in items}
    if sum(c.line in own for c in alike) * 3 >= len(items) * 2:
        items += [c for c in alike if c.line not in own]
    return sorted(items, key=lambda c: c.line)


def _untitled(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find headings with no number behind the head of the minutes, which ends before the first sentence of a text."""
    found = [c for c in find_untitled(lines, furniture, 0, len(lines)) if not _opens_roster(lines[c.line].text)]
    found = _below_the_roster(found, lines)
    prose = next(
        (
            n.index
            for n in lines
            if n.index > 2
            and is_prose(n)
            and not people_told(n.text, n.start)
            and not opens_roster(n.text)
            and not _LABELLED.match(n.text)
        ),
        len(lines),
    )
    before = [c for c in found if c.line < prose]
    first = len(before) - 1
    while first > 0 and _answered(lines[before[first - 1].line + 1 : before[first].line]):
        first -= 1
    return found[max(0, first) :]


def _below_the_roster(found: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Leave out lines of the title in capitals: the list of who came stands below them, and no sentence between."""
    roster = next((n.index for n in lines if not n.blank and opens_roster(n.text)), None)
    prose = next((n.index for n in lines if is_prose(n) and not opens_roster(n.text)), len(lines))
    return [c for c in found if roster is None or c.line > roster or roster > prose]


def _opens_roster(text: str) -> bool:
    return opens_roster(text) and not text.casefold().startswith("fra ")  # `Fra ledelsen`, with sentences below


def _answered(between: Sequence[Line]) -> bool:
    """Tell whether nothing but a short answer stands between two lines: `Godkendt.`"""
    text = [n.text for n in between if not n.blank]
    return len(text) == 1 and bool(re.fullmatch(r"[A-ZÆØÅ][^:\t]{2,40}(?:\.|:-?\))", text[0]))
