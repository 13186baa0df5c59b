"""From a source to its outline: wires the readers of this room in their order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analyser.language.names import split_nickname
from analyser.language.sentences import sentence_spans
from analyser.minutes import Item, Participant
from analyser.reading import Source
from analyser.structure.agenda import read_agenda, read_inline_agenda
from analyser.structure.anchoring import as_written
from analyser.structure.attendance import attendance_in
from analyser.structure.away_from import of_another_meeting
from analyser.structure.chains import with_titles_below
from analyser.structure.choosing import find_headings
from analyser.structure.closings import is_closing
from analyser.structure.elections import elected_in, elected_under
from analyser.structure.endless import lost_ends
from analyser.structure.entry import Entry
from analyser.structure.groups import opens_roster
from analyser.structure.heads import line_of, minutes_line, people_told, says_besides
from analyser.structure.item_parts import make_paragraphs
from analyser.structure.item_tables import cut_tables, headings_in_table
from analyser.structure.items import diagnose, lines_of_elections, make_items, with_agenda_titles
from analyser.structure.letters import closing_lines, greeting_lines
from analyser.structure.lines import Line, find_furniture, split_lines
from analyser.structure.mail_head import read_mail_head
from analyser.structure.meeting import meeting_day, read_meeting
from analyser.structure.mending import Mended, mend
from analyser.structure.outline import Outline, Paragraph
from analyser.structure.paragraphs import Block, make_prose
from analyser.structure.participants import make_participants
from analyser.structure.roster import Roster, read_roster
from analyser.structure.signatures import is_of_elected, last_signature, read_signatures, signed_offices

_HEAD_AT_MOST = 120
_FIRST = 3  # sentences below `Valg af dirigent` of which one may tell who was elected


def build_outline(source: Source) -> Outline:
    """Read the layout of a document: meeting, participants, agenda, items and paragraphs."""
    text = source.text
    lines = split_lines(text, lost_ends(text))
    cut = cut_tables(text, lines, find_furniture(lines) | closing_lines(lines))
    mail = read_mail_head(cut.lines)
    lines, furniture = cut.lines, cut.furniture | mail.lines
    headings, chain = headings_in_table(cut) if cut.headings else find_headings(lines, furniture | mail.letter)
    headings = with_titles_below(headings, lines)
    first = headings[0].line if headings else None
    agenda_at = line_of(lines, furniture, "agenda", 0, first)
    minutes_at = minutes_line(lines, furniture, chain, first)
    agenda_end = min(n for n in (minutes_at, first, len(lines)) if n is not None)
    agenda, agenda_lines = read_agenda(chain, lines, furniture, agenda_end) if chain else ((), frozenset())
    if not agenda:
        agenda, agenda_lines = read_inline_agenda(lines[:first])
    head_end = first if first is not None else min(len(lines), _HEAD_AT_MOST)
    taken = furniture | agenda_lines | {n for n in (agenda_at, minutes_at) if n is not None}
    letter = mail.letter if max(mail.letter, default=-1) < head_end else frozenset()
    head = [n for n in lines[:head_end] if n.index not in taken | letter]
    head = [mail.subject, *head] if mail.subject else head
    mended = mend([n for n in head if not is_closing(n.text)])  # nobody is called `Hilsen fra Per`
    roster = _unmended(read_roster(mended.lines, taken), mended)
    meeting, meeting_lines = read_meeting([n for n in mended.lines if n.index not in roster.lines], lines, mail)
    meeting_lines = frozenset(n for i in meeting_lines for n in mended.parts.get(i, (i,)))
    taken |= roster.lines | meeting_lines
    handed = greeting_lines(lines[:first]) if first is not None else frozenset()
    opening = [n for n in lines[: first if first is not None else len(lines)] if n.index not in taken | handed]
    whole = mend(opening)
    told: dict[int, list[Entry]] = {}
    for n in whole.lines if first is not None else ():
        told |= {i: [] for i in whole.parts[n.index]} | {
            n.index: [whole.place(e) for e in people_told(n.text, n.start)]
        }
        told |= {i: told[n.index] for i in whole.parts[n.index] if told[n.index]}
    if first is not None:  # the line with the date may go on to tell who came
        facts = [n for n in head if n.index in meeting_lines]
        told |= {n.index: people_told(n.text, n.start) for n in facts}
    gone = {n.index for n in opening if told.get(n.index) and not says_besides(n.text, n.start)}
    opening = [n for n in opening if n.index not in gone and (first is None or not opens_roster(n.text))]
    body_roster = read_roster(lines[first:] if first is not None else [], furniture | cut.aside, strict=True)
    arrived = [mended.place(e) for t, s in roster.sentences for e in people_told(t, s)]
    arrived += [e for t, s in body_roster.sentences for e in people_told(t, s)]
    arrived += list(dict.fromkeys(e for found in told.values() for e in found))
    items, sections = make_items(lines, headings, opening, furniture)
    items = with_agenda_titles(items, agenda)
    elections = lines_of_elections(sections, items)
    body_roster = _without_elected(body_roster, elections, lines)
    names = body_roster.lines - elections
    paragraphs = make_paragraphs(sections, furniture | names | cut.aside, cut.cells)
    prose = make_prose(text, lines, furniture, [Block(p.start, p.end, p.bullet) for p in paragraphs])
    sentences = [*arrived, *_attendance(prose, paragraphs, items), *signed_offices(lines)]
    rosters = [roster, body_roster]
    if not any(e.group.attendance == "present" for r in rosters for e in r.entries):
        rosters.append(read_signatures(lines))
    signed = last_signature(lines, {h.line for h in headings})
    participants, odd = make_participants(rosters, sentences, meeting.body, meeting.organisation, signed)
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
        diagnostics=(*odd, *diagnose(items, agenda, bool(participants))),
        assignments=cut.assignments,
    )


def _as_written(text: str, person: Participant) -> Participant:
    name, span = as_written(text, person.span, person.name)
    loud = name.isupper() and " " in name
    role = person.role.capitalize() if loud and person.role and person.role.isupper() and len(person.role) > 2 else None
    quiet = re.sub(r"[^\W\d_]{2,}", lambda m: m.group().capitalize(), name) if loud else name  # `PER HOLTE`
    bare, nickname = split_nickname(quiet)
    note = "; ".join(filter(None, (f'"{nickname}"', person.note))) if nickname else person.note
    return person.model_copy(update={"name": bare, "span": span, "role": role or person.role, "note": note})


def _unmended(roster: Roster, mended: Mended) -> Roster:
    """Give a roster of mended lines the lines and places of the page."""
    entries = tuple(replace(e, entry=mended.place(e.entry)) for e in roster.entries)
    return replace(roster, entries=entries, lines=frozenset(n for i in roster.lines for n in mended.parts.get(i, (i,))))


def _without_elected(roster: Roster, elections: frozenset[int], lines: Sequence[Line]) -> Roster:
    """Leave out who are elected substitutes under an item of elections: they need not be there.

    Those below `Bestyrelsen har konstitueret sig således:` are what they are from now on.
    """
    kept = tuple(
        e
        for e in roster.entries
        if not (e.line in elections and e.group.function == "substitute")
        and not is_of_elected([n.text for n in lines[: e.line + 1]])
    )
    return replace(roster, entries=kept)


def _attendance(prose: str, paragraphs: Sequence[Paragraph], items: Sequence[Item]) -> list[Entry]:
    found: list[Entry] = []
    titles = {i.id: i.title or "" for i in items}
    ends = {p.item: p.end for p in paragraphs}
    told: Counter[str | None] = Counter()  # sentences of each item since one told who came
    read: Counter[str | None] = Counter()  # sentences of each item, until one has told who was elected
    for paragraph in paragraphs:
        for begin, end in sentence_spans(prose, paragraph.start, paragraph.end):
            title = titles.get(paragraph.item or "", "")
            if not of_another_meeting(title) and not of_another_meeting(prose[begin:end]):
                place = told[paragraph.item] if paragraph.item is not None else None
                came = list(attendance_in(prose[begin:end], begin, known=True, place=place))
                found += came
                told[paragraph.item] = 0 if came else told[paragraph.item] + 1
            else:
                told[paragraph.item] += 1
            found += elected_in(prose[begin:end], begin)
            if read[paragraph.item] < _FIRST:
                behind = prose[end : ends[paragraph.item]]
                elected = list(elected_under(title, prose[begin:end], begin, behind))
                found += elected
                read[paragraph.item] += _FIRST if elected else 1
    return found
