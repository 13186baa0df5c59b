"""From a source to its outline: wires the readers of this room in their order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyser.language.lexicon import phrases, words
from analyser.language.sentences import sentence_spans
from analyser.minutes import AgendaPoint, Diagnostic, Item, Participant, Span
from analyser.reading import Source
from analyser.structure.agenda import read_agenda, read_inline_agenda
from analyser.structure.anchoring import as_written
from analyser.structure.announced import Announced, find_announced, title_key
from analyser.structure.attendance import attendance_in
from analyser.structure.chains import choose_headings, complete, find_candidates, with_titles_below
from analyser.structure.elections import elected_in, elected_under
from analyser.structure.entry import Entry
from analyser.structure.groups import opens_roster
from analyser.structure.headings import Candidate, is_part
from analyser.structure.labelled import find_labelled
from analyser.structure.lines import LONGEST, Line, find_furniture, split_lines
from analyser.structure.meeting import meeting_day, read_meeting
from analyser.structure.mending import Mended, mend
from analyser.structure.outline import Outline, Paragraph
from analyser.structure.paragraphs import Block, make_blocks, make_prose
from analyser.structure.participants import make_participants
from analyser.structure.roster import Roster, read_roster
from analyser.structure.signatures import read_signatures
from analyser.structure.untitled import find_untitled

_HEAD_AT_MOST = 120
_FIRST = 3  # sentences below `Valg af dirigent` of which one may tell who was elected
_LABELLED = re.compile(r"^[^:.]{2,40}:\s")


@dataclass(frozen=True)
class _Section:
    """The lines of one item behind its heading; `rest` is the offset where text goes on behind the heading."""

    item: str
    lines: tuple[Line, ...]
    rest: tuple[int, int] | None


def build_outline(source: Source) -> Outline:
    """Read the layout of a document: meeting, participants, agenda, items and paragraphs."""
    text = source.text
    lines = split_lines(text)
    furniture = find_furniture(lines)
    headings, chain = _headings(lines, furniture)
    headings = with_titles_below(headings, lines)
    first = headings[0].line if headings else None
    agenda_at = _line_of(lines, furniture, "agenda", 0, first)
    minutes_at = _minutes_line(lines, furniture, chain, first)
    agenda_end = min(n for n in (minutes_at, first, len(lines)) if n is not None)
    agenda, agenda_lines = read_agenda(chain, lines, furniture, agenda_end) if chain else ((), frozenset())
    if not agenda:
        agenda, agenda_lines = read_inline_agenda(lines[:first])
    head_end = first if first is not None else min(len(lines), _HEAD_AT_MOST)
    taken = furniture | agenda_lines | {n for n in (agenda_at, minutes_at) if n is not None}
    head = [n for n in lines[:head_end] if n.index not in taken]
    mended = mend(head)
    roster = _unmended(read_roster(mended.lines, taken), mended)
    meeting, meeting_lines = read_meeting([n for n in mended.lines if n.index not in roster.lines], lines)
    meeting_lines = frozenset(n for i in meeting_lines for n in mended.parts.get(i, (i,)))
    taken |= roster.lines | meeting_lines
    opening = [n for n in lines[: first if first is not None else len(lines)] if n.index not in taken]
    whole = mend(opening)
    told: dict[int, list[Entry]] = {}
    for n in whole.lines if first is not None else ():
        told |= {i: [] for i in whole.parts[n.index]} | {n.index: [whole.place(e) for e in _told(n.text, n.start)]}
        told |= {i: told[n.index] for i in whole.parts[n.index] if told[n.index]}
    if first is not None:  # the line with the date may go on to tell who came
        facts = [n for n in head if n.index in meeting_lines]
        told |= {n.index: _told(n.text, n.start) for n in facts}
    opening = [n for n in opening if not (told.get(n.index) or (first is not None and opens_roster(n.text)))]
    body_roster = read_roster(lines[first:] if first is not None else [], furniture, strict=True)
    arrived = [mended.place(e) for t, s in roster.sentences for e in _told(t, s)]
    arrived += [e for t, s in body_roster.sentences for e in _told(t, s)]
    arrived += list(dict.fromkeys(e for found in told.values() for e in found))
    items, sections = _items(lines, headings, opening, furniture)
    items = _titled(items, agenda)
    names = body_roster.lines - _elected(sections, items)
    paragraphs = _paragraphs(sections, furniture | names, lines)
    prose = make_prose(text, lines, furniture, [Block(p.start, p.end, p.bullet) for p in paragraphs])
    sentences = [*arrived, *_attendance(prose, paragraphs, items)]
    rosters = [roster, body_roster]
    if not any(e.group.attendance == "present" for r in rosters for e in r.entries):
        rosters.append(read_signatures(lines))
    participants, odd = make_participants(rosters, sentences, meeting.body, meeting.organisation)
    day = meeting_day(meeting)
    return Outline(
        source=source,
        prose=prose,
        meeting=meeting,
        participants=tuple(_as_written(text, p) for p in participants),
        agenda=agenda,
        items=items,
        paragraphs=paragraphs,
        day=day,
        diagnostics=(*odd, *_diagnostics(items, agenda, bool(participants))),
    )


def _as_written(text: str, person: Participant) -> Participant:
    name, span = as_written(text, person.span, person.name)
    return person.model_copy(update={"name": name, "span": span})


def _unmended(roster: Roster, mended: Mended) -> Roster:
    """Give a roster of mended lines the lines and places of the page."""
    entries = tuple(replace(e, entry=mended.place(e.entry)) for e in roster.entries)
    return replace(roster, entries=entries, lines=frozenset(n for i in roster.lines for n in mended.parts.get(i, (i,))))


def _headings(lines: Sequence[Line], furniture: frozenset[int]) -> tuple[list[Candidate], list[Candidate]]:
    candidates = find_candidates(lines, furniture)
    agenda_at = _line_of(lines, furniture, "agenda", 0, None)
    items, agenda = choose_headings(candidates, agenda_at)
    listed_at = agenda_at if agenda_at is not None or agenda or not items else items[0].line - 1
    announced = find_announced(lines, furniture, listed_at) if listed_at is not None else None
    if announced is not None and _finds_more(announced, items):
        return _with_others(announced, candidates, lines, furniture), list(announced.agenda)
    if announced is not None and not agenda:
        return sorted(items, key=lambda c: c.line), list(announced.agenda)
    if items and not agenda and all(c.family in ("numbered", "roman") for c in items):
        compact = (items[-1].line - items[0].line) <= 1.5 * len(items)
        listed = agenda_at is not None and agenda_at < items[0].line
        behind = find_untitled(lines, furniture, items[-1].line + 1 if listed else 0, len(lines)) if compact else []
        if len(behind) >= 2 and (listed or len(behind) > len(items)):
            return behind, items if listed else []
    numbered = all(c.family in ("numbered", "roman") for c in items)
    untitled = _untitled(lines, furniture) if numbered and (len(items) < 2 or not agenda) else []
    if untitled and (len(items) < 2 or len(untitled) > 2 * len(items)):
        return untitled, []
    return sorted(items, key=lambda c: c.line) or find_labelled(lines, furniture), agenda


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
    found = [c for c in find_untitled(lines, furniture, 0, len(lines)) if not opens_roster(lines[c.line].text)]
    prose = next(
        (
            n.index
            for n in lines
            if n.index > 2
            and _is_prose(n)
            and not _told(n.text, n.start)
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


def _answered(between: Sequence[Line]) -> bool:
    """Tell whether nothing but a short answer stands between two lines: `Godkendt.`"""
    text = [n.text for n in between if not n.blank]
    return len(text) == 1 and bool(re.fullmatch(r"[A-ZÆØÅ][^:\t]{2,40}\.", text[0]))


def _line_of(lines: Sequence[Line], furniture: frozenset[int], what: str, first: int, last: int | None) -> int | None:
    """Find the line that is nothing but a heading such as `Dagsorden:`."""
    for line in lines[first:last]:
        bare = line.text.strip("*_# ").rstrip(":. ").casefold()
        long = what == "agenda" and bare.startswith(tuple(words("headings", "agenda", "openings"))) and len(bare) <= 60
        if (bare in words("headings", what, "heads") or long) and line.index not in furniture:
            return line.index
    return None


def _minutes_line(
    lines: Sequence[Line], furniture: frozenset[int], chain: Sequence[Candidate], first: int | None
) -> int | None:
    """Find the line `Referat:` between the agenda and the first item; at the top of the page it is a title."""
    if chain:
        return _line_of(lines, furniture, "minutes", chain[-1].line + 1, first)
    return None


def _items(
    lines: Sequence[Line], headings: Sequence[Candidate], opening: Sequence[Line], furniture: frozenset[int]
) -> tuple[tuple[Item, ...], list[_Section]]:
    items: list[Item] = []
    sections: list[_Section] = []
    prose = [n for n in opening if _is_prose(n) or (n.index > 0 and _continues_prose(n, lines))]
    text_end = max((n.end for n in lines), default=0)
    if prose:
        last = max(n.end for n in prose)
        kept = tuple(
            n for n in opening if n.index >= prose[0].index and n.index not in furniture and (n in prose or n.blank)
        )
        items.append(Item(id="i0", span=(prose[0].start, last)))
        sections.append(_Section("i0", kept, None))
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
        line = lines[heading.line]
        rest = (heading.end, line.end) if line.end - heading.end > 2 else None
        sections.append(_Section(name, tuple(inside), rest))
    return tuple(items), sections


def _titled(items: Sequence[Item], agenda: Sequence[AgendaPoint]) -> tuple[Item, ...]:
    """Give items that are headed by nothing but a number (`Ad 3`) the title that the agenda has for it.

    An agenda of dashes is counted: its third line is number 3.
    """
    titles = {a.number or str(n): a.title for n, a in enumerate(agenda, 1)}
    return tuple(
        i.model_copy(update={"title": titles.get(i.number)}) if i.title is None and i.number is not None else i
        for i in items
    )


def _end(lines: Sequence[Line], heading: Candidate, bound: int, text_end: int) -> int:
    solid = [n.end for n in lines[heading.line : bound] if not n.blank]
    return max([heading.end, *solid[-1:]]) if solid else min(heading.end, text_end)


def _is_prose(line: Line) -> bool:
    """Tell whether a line of the head, which no reader of facts took, is a sentence of the minutes."""
    if line.blank or len(line.text.split()) < 3:
        return False
    if len(line.text) > LONGEST:
        return True
    return bool(re.search(r"[.!?]$", line.text)) or len(line.text) > 75


def _continues_prose(line: Line, lines: Sequence[Line]) -> bool:
    before = lines[line.index - 1]
    return not line.blank and _is_prose(before) and not re.search(r"[.!?:]$", before.text)


def _elected(sections: Sequence[_Section], items: Sequence[Item]) -> frozenset[int]:
    """Give the lines below headings of elections: `Suppleant: Lis Bo` tells there who was elected, not who came."""
    elections = {i.id for i in items if _elects().search(i.title or "")}
    return frozenset(line.index for s in sections if s.item in elections for line in s.lines)


@cache
def _elects() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('headings', 'elections', 'titles')}(?![\wæøå])", re.IGNORECASE)


def _paragraphs(sections: Sequence[_Section], skipped: frozenset[int], lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for section in sections:
        part: str | None = None
        pending: list[Line] = []
        if section.rest:
            begin, end = section.rest
            pending.append(Line(-1, begin, end, "x" * (end - begin)))
            found.append(Paragraph(begin, end, section.item))
            pending = []
        inline = alone = False
        for line in section.lines:
            opened = _part_of(line) if line.index not in skipped else None
            if opened is None:
                if inline and line.blank:
                    found += _blocks(pending, section.item, part, skipped, alone)
                    pending, part, inline, alone = [], None, False, False
                pending.append(line)
                continue
            found += _blocks(pending, section.item, part, skipped, alone)
            part, offset = opened
            inline = offset < len(line.text)
            alone = inline and part in ("proposal", "background") and not _goes_on(line.text[:offset])
            rest = line.text[offset:]
            pending = [Line(line.index, line.start + offset, line.end, rest)] if rest.strip() else []
        found += _blocks(pending, section.item, part, skipped, alone)
    return tuple(found)


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


def _told(text: str, start: int) -> list[Entry]:
    """Read the people of a line of the head that tells of attendance or of functions in sentences."""
    spans = sentence_spans(text) if len(text) <= LONGEST else []
    return [
        e
        for b, s in spans
        for e in (*attendance_in(text[b:s], start + b, known=True), *elected_in(text[b:s], start + b))
    ]


def _attendance(prose: str, paragraphs: Sequence[Paragraph], items: Sequence[Item]) -> list[Entry]:
    found: list[Entry] = []
    titles = {i.id: i.title or "" for i in items}
    read: Counter[str | None] = Counter()  # sentences of each item, until one has told who was elected
    for paragraph in paragraphs:
        for begin, end in sentence_spans(prose, paragraph.start, paragraph.end):
            found += attendance_in(prose[begin:end], begin, known=True)
            found += elected_in(prose[begin:end], begin)
            if read[paragraph.item] < _FIRST:
                elected = list(elected_under(titles.get(paragraph.item or "", ""), prose[begin:end], begin))
                found += elected
                read[paragraph.item] += _FIRST if elected else 1
    return found


def _diagnostics(items: Sequence[Item], agenda: Sequence[AgendaPoint], people: bool) -> list[Diagnostic]:
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
            if item.number is not None and item.parent is None and item.number not in numbers:
                say("item_without_agenda", "info", f"item {item.number} is not on the agenda", item.heading)
        treated = {i.number for i in titled}
        for point in agenda:
            if point.number is not None and point.number not in treated:
                say(
                    "agenda_without_item",
                    "info",
                    f"point {point.number} of the agenda is not in the minutes",
                    point.span,
                )
    return found
