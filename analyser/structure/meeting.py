"""Facts about the meeting as a whole: title, body, organisation, date, times, place; from the head of the minutes."""

import re
from collections.abc import Sequence
from datetime import date

from analyser.language.lexicon import lexicon, phrases, words
from analyser.minutes import Meeting
from analyser.structure.lines import LONGEST, Line
from analyser.structure.meeting_body import find_body
from analyser.structure.meeting_place import find_place
from analyser.structure.meeting_time import find_day, find_hours

_LABEL = re.compile(r"^[*_]*([^:\t*_]{1,40}?)\s*[*_]*(?::|\t)[*_]*\s*(.*)$")
_TITLE_LINES = 6


def read_meeting(head: Sequence[Line], everything: Sequence[Line]) -> tuple[Meeting, frozenset[int]]:
    """Read the facts from the lines before the first item; the end of the meeting may stand anywhere.

    Returns the facts, and the indexes of the lines of `head` that gave nothing but them.
    """
    usable = [n for n in head if not n.blank and len(n.text) <= LONGEST]
    labels = _labels(usable)
    used = {line.index for found in labels.values() for line, _ in found[:1]}
    titles = _title_lines(usable, used)
    used |= {n.index for n in titles}
    day, day_line = find_day(usable, labels, titles)
    start, end, time_line = find_hours(usable, labels, day_line, everything)
    place, place_line = find_place(usable, labels, day_line, time_line)
    used |= {n.index for n in (day_line, time_line, place_line) if n is not None and _mostly_facts(n)}
    body, organisation = find_body(usable, titles, labels)
    title = " – ".join(re.sub(r"\s+", " ", n.text.strip("*_# ")) for n in titles[:2])[:300] or None
    return (
        Meeting(
            title=title,
            body=body,
            organisation=organisation,
            date=day.first.isoformat() if day else None,
            start=start,
            end=end,
            place=place,
        ),
        frozenset(used),
    )


def _labels(lines: Sequence[Line]) -> dict[str, list[tuple[Line, str]]]:
    found: dict[str, list[tuple[Line, str]]] = {}
    for line, cell in ((one, cell) for one in lines for cell in _cells(one.text)):
        match = _LABEL.match(cell)
        low = (match[1] if match else cell).casefold().strip(" .")
        value = match[2] if match else ""
        for kind in lexicon("meeting")["labels"]:
            if low in words("meeting", "labels", kind):
                if not value and match:
                    value = next((m.text for m in lines if m.index > line.index), "")
                if value:
                    found.setdefault(kind, []).append((line, value))
    return found


def _cells(text: str) -> list[str]:
    """Cut a line where wide gaps part several labels: `Mødedato: 4/2-2015\t\tKl.: 8.30\t\tLokale: Kantinen`."""
    cells = [c for c in re.split(r"\t+|\s{3,}", text) if c]
    return cells if len(cells) >= 2 and all(re.match(r"[^:]{2,40}:\s*\S", c) for c in cells) else [text]


def _title_lines(lines: Sequence[Line], used: set[int]) -> list[Line]:
    """Take the lines at the top that say what the document is: `Referat af møde i Lokal-MED, Plejecenter Solbakken`."""
    titles: list[Line] = []
    for line in lines[:_TITLE_LINES]:
        if line.index in used or (_LABEL.match(line.text) and not _opens_title(line.text)):
            break
        if len(line.text) > 160 or len(titles) >= 4 or _is_roster_like(line.text):
            break
        if re.search(r"[.!]$", line.text) and len(line.text.split()) > 8 and titles:
            break
        titles.append(line)
    return titles


def _opens_title(text: str) -> bool:
    return bool(re.match(rf"{phrases('meeting', 'title', 'openers')}\b", text, re.IGNORECASE))


def _is_roster_like(text: str) -> bool:
    kinds = ("present", "absent", "guest")
    return any(
        re.match(rf"{phrases('rosters', k)}\s*(?::|$)", text, re.IGNORECASE) for k in kinds
    ) and not _opens_title(text)


def _mostly_facts(line: Line) -> bool:
    """Tell whether nothing is left of a line but date, time and place."""
    return len(line.text) <= 140


def meeting_day(meeting: Meeting) -> date | None:
    """Give the meeting's day, from which dates with no year are counted."""
    return date.fromisoformat(meeting.date) if meeting.date else None
