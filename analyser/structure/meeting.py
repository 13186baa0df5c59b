"""Facts about the meeting as a whole: title, body, organisation, date, times, place; from the head of the minutes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from analyser.language.dates import find_dates
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.sentences import sentence_spans
from analyser.minutes import Meeting
from analyser.structure.bodies import names_body, names_organisation
from analyser.structure.heads import is_idle
from analyser.structure.letterhead import is_of_the_office
from analyser.structure.lines import LONGEST, Line
from analyser.structure.mail_head import MailHead, is_greeting
from analyser.structure.meeting_body import find_body, house_in, page_header, without_page
from analyser.structure.meeting_place import find_place, house_of
from analyser.structure.meeting_time import find_day, find_hours
from analyser.structure.title_parts import close_up

_LABEL = re.compile(r"^[*_]*([^:\t*_]{1,40}?)\s*[*_]*(?::|\t)[*_]*\s*(.*)$")
_WHOLE = re.compile(r"^(.+?)()$")
_SIGN = re.compile(r"^([^\w\s•*#(\[\"'«»“”„.,:;/–—-]{1,2})\s+(\S.*)$")
_NO_MAIL = MailHead()
_STACKED = 2  # labels on lines of their own from which values stand below them
_TITLE_LINES = 6
_LONG_TITLE = 12  # words
_TOP = 10  # lines among which those are that the office wrote
_TITLE_OF = 3  # of these lines


def read_meeting(
    head: Sequence[Line], everything: Sequence[Line], mail: MailHead = _NO_MAIL
) -> tuple[Meeting, frozenset[int]]:
    """Read the facts from the lines before the first item; the end of the meeting may stand anywhere.

    `mail`: the head of the mail that brought the minutes; from its day a day with no year is counted, and whom it went
    to may name the organisation.

    Returns the facts, and the indexes of the lines of `head` that gave nothing but them.
    """
    usable = [_plain_row(n) for n in head if not n.blank and len(n.text) <= LONGEST and not is_greeting(n.text)]
    labels = _labels(usable)
    used = {line.index for found in labels.values() for line, _ in found[:1]}
    titles = _title_lines(usable, used)
    used |= {n.index for n in (*titles, *(n for n in usable[:_TOP] if is_of_the_office(n.text)))}
    named = [n for n in usable if names_meeting(n.text)]
    day, day_line = find_day(usable, labels, titles, named, mail.sent)
    if day is None and mail.dated is not None:
        day, day_line = find_day([mail.dated], {}, [], [])
    start, end, time_line = find_hours(usable, labels, day_line, everything)
    place, place_line = find_place(usable, labels, day_line, time_line)
    used |= {n.index for n in (day_line, time_line, place_line) if n is not None and _mostly_facts(n)}
    first = next((n for n in everything if not n.blank), None)
    body, organisation = find_body(usable, titles, labels)
    if body is None and first is not None and first not in usable and names_body(header := without_page(first.text)):
        body, organisation = find_body(usable, [replace(first, text=header), *titles], labels)
    if organisation is None and place_line is not None:
        organisation = house_of(place_line.text)
    if organisation is None and first is not None and first not in usable:
        organisation = page_header(first.text)
    organisation = organisation or house_in(mail.recipient or "")
    by_mail = mail.subject is not None and titles[:1] == [mail.subject] and names_meeting(mail.subject.text)
    title = _title(titles[:1] if by_mail else titles, [value for _, value in labels.get("subject", [])])
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


def _plain_row(line: Line) -> Line:
    """Write a row of a table as its cells stand: `| Dato | 9. marts 2017 |`."""
    row = re.fullmatch(r"\|(?P<cells>.+)\|", line.text)
    return replace(line, text=re.sub(r"\s*\|\s*", "\t", row["cells"].strip())) if row else line


def _title(lines: Sequence[Line], subjects: Sequence[str] = ()) -> str | None:
    """Join what the document is called: the lines on top that name a meeting, a body or its house, no address.

    `SDR. BY VANDVÆRK` / `Kildevej 2` / `Referat af bestyrelsesmøde`. Where nothing but `REFERAT` tells of a meeting, a
    subject may: `Emne: Kredsrådsmøde den 25. februar`.
    """
    cells = [c for n in lines for c in _title_cells(n.text)]
    texts = [t for c in cells if (t := re.sub(r"\s+", " ", close_up(c.strip("*_# "))))]
    telling = [t for t in texts if _opens_title(t) or names_body(t) or names_organisation(t)]
    subject = next((v for v in subjects if names_meeting(v)), None)
    if subject is not None and not any(" " in t and _opens_title(t) for t in telling):
        telling.append(subject)
    named = [t for t in telling if names_meeting(t) or t.isupper()]
    if len(telling) > _TITLE_OF and named and named[-1] not in telling[:_TITLE_OF]:
        telling = [*telling[: _TITLE_OF - 1], named[-1]]
    joined = ""
    for text in (telling or texts)[:_TITLE_OF]:  # `REFERAT` / `af møde i Kredsrådet` is one
        joined += f"{(' ' if text[0].islower() else ' – ') if joined else ''}{text}"
    return joined[:300] or None


def _title_cells(text: str) -> list[str]:
    """Part a line of the title from what stands far from it, the day of a letter or who wrote it: `PØ/il`."""
    if close_up(text) != text:
        return [text]
    sentences = sentence_spans(text)
    if len(sentences) > 1 and len(text.split()) > _LONG_TITLE:
        text = text[slice(*sentences[0])]  # `Aar 1949 afholdt Sogneraadet Møde. Alle Medlemmer var mødt.`
    first, *others = re.split(r"\s{3,}|\t+|\s[·•|]\s", text)
    return [first, *(o for o in others if _opens_title(o) or names_body(o) or names_organisation(o))]


def _labels(lines: Sequence[Line]) -> dict[str, list[tuple[Line, str]]]:
    found: dict[str, list[tuple[Line, str]]] = {}
    stacked = sum(_is_known_label(n.text) for n in lines) >= _STACKED
    for line, cell in ((one, cell) for one in lines for cell in _cells(one.text)):
        match = _LABEL.match(cell)
        match = _bare_label().match(cell) or match
        if match is None and stacked and _is_known_label(cell):
            match = _WHOLE.match(cell)  # `Dato` / `3. maj 2011` / `Sted` / `Rådhuset`
        match = match or _SIGN.match(cell)  # `📍 Ungehuset`
        low = (match[1] if match else cell).casefold().strip(" .")
        value = match[2] if match else ""
        if match and ":" not in cell and low in words("meeting", "bare_labels", "rooms"):
            value = cell  # `Mødelokale B, Ry Rådhus`
        for kind in lexicon("meeting")["labels"]:
            if low in words("meeting", "labels", kind):
                if not value and match:
                    value = next((m.text for m in lines if m.index > line.index), "")
                if value:
                    found.setdefault(kind, []).append((line, value))
    return found


def _cells(text: str) -> list[str]:
    """Cut a line that holds several labels.

    `Mødedato: 4/2-2015\t\tKl.: 8.30\t\tLokale: Kantinen`; `Dato: 4/2-2015 Tid: kl. 8.30 Sted: Kantinen`.
    """
    cells = [c for c in re.split(r"\t+|\s{3,}", text) if c]
    if len(cells) >= 2 and all(re.match(r"[^:]{2,40}:\s*\S", c) for c in cells):
        return cells
    apart = [c for c in re.split(r"\s{2,}|\s(?=[^\w\s]{1,2}\s)", text) if c]  # `Dato 15.3.2022  Tid 13-15  Sted Salen`
    if len(apart) >= 2 and all(_bare_label().match(c) or _signed(c) for c in apart):
        return apart
    starts = [m.start() for m in _label_inside().finditer(text)]
    if not starts or not _LABEL.match(text):
        return [text]
    return [text[a:b].strip() for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def _signed(text: str) -> bool:
    """Tell whether a sign stands for a label: `📍 Klubhuset`."""
    match = _SIGN.match(text)
    return match is not None and any(match[1] in words("meeting", "labels", k) for k in lexicon("meeting")["labels"])


def _is_known_label(text: str) -> bool:
    return any(
        text.casefold().strip(" .*_") in words("meeting", "labels", k)
        for k in ("date", "start", "end", "place", "body")
    )


def _title_lines(lines: Sequence[Line], used: set[int]) -> list[Line]:
    """Take the lines at the top that say what the document is: `Referat af møde i Lokal-MED, Plejecenter Solbakken`.

    What an office writes between them is left out: `J.nr. 1-30-72`, `Sagsbehandler: HLB`, the day of a letter.
    """
    titles: list[Line] = []
    lines = [n for n in lines if not is_of_the_office(n.text)][:_TOP]
    for line in lines[:_TITLE_LINES]:
        first, *others = re.split(r"\t+|\s{3,}", line.text)
        if others and names_meeting(first) and all(_is_labelled(o) for o in others):
            titles.append(
                replace(line, end=line.start + len(first), text=first)
            )  # `Byggemøde nr. 9    Dato: 15.09.2020`
            continue
        if line.index in used and not titles:
            continue  # the day may stand on top
        if line.index in used or (_is_labelled(line.text) and not _opens_title(line.text)):
            break
        if titles and _heads_columns(line.text):
            continue
        if len(line.text) > 160 or len(titles) >= 4 or _is_roster_like(line.text):
            break
        if titles and _is_approved(line.text):
            break
        goes_on = bool(titles) and _opens_title(titles[-1].text) and line.text[:1].islower()  # `REFERAT` / `af mødet …`
        goes_on = goes_on or (names_meeting(line.text) and bool(find_dates(line.text)))
        if titles and not goes_on and is_idle(line.text):
            break  # `Mødet indledtes med salme nr. 729.`
        if re.search(r"[.!]$", line.text) and len(line.text.split()) > 8 and titles and not goes_on:
            break
        titles.append(line)
    return titles


def _is_approved(text: str) -> bool:
    """Tell whether a line says what came of other minutes: `Referat fra mødet den 1. marts blev godkendt.`"""
    told = {w.strip(".,").casefold() for w in text.split()} if text.endswith(".") else set()
    return bool(told & words("headings", "answers", "approved"))


def _heads_columns(text: str) -> bool:
    """Tell whether a line heads the columns of what follows: `Dagsorden/Referat/Ansvarlig`."""
    parts = [p.strip(" .").casefold() for p in text.split("/")]
    told = words("columns", "heads", "responsible") | words("columns", "heads", "due")
    return len(parts) > 1 and parts[-1] in told


def names_meeting(text: str) -> bool:
    """Tell whether a line begins with what the meeting is called.

    `Ordinær Generalforsamling den 24. November`, `Bestyrelsesmøde tirsdag`, `Referat af ordinært møde i SU`.
    """
    bare = re.sub(rf"^(?:{phrases('meeting', 'title', 'openers')}\s+)+", "", text, flags=re.IGNORECASE)
    kinds = phrases("protocols", "heading", "meeting_ends")
    ranked = r"(?:(?:ordinær|ekstraordinær|konstituerende|ordinært|ekstraordinært|fælles|åbent|lukket)t?\s+)?"
    return (bare != text and _opens_title(text) and names_body(bare)) or (
        re.match(rf"(?:af\s+|fra\s+)?{ranked}[\wæøå-]*{kinds}(?![\wæøå])", bare, re.IGNORECASE) is not None
    )


def _is_labelled(text: str) -> bool:
    """Tell whether a line is a label with what it says; a tab may also part the two houses of a title."""
    match = _LABEL.match(text)
    if match is None or ":" in text[: match.start(2)]:
        return match is not None
    return any(match[1].casefold().strip(" .") in words("meeting", "labels", k) for k in lexicon("meeting")["labels"])


def _opens_title(text: str) -> bool:
    return bool(re.match(rf"{phrases('meeting', 'title', 'openers')}\b", text, re.IGNORECASE))


def _is_roster_like(text: str) -> bool:
    kinds = ("present", "absent", "guest")
    return any(
        re.match(rf"{phrases('rosters', k)}\s*(?:[:\t]|$)", text, re.IGNORECASE) for k in kinds
    ) and not _opens_title(text)


def _mostly_facts(line: Line) -> bool:
    """Tell whether nothing is left of a line but date, time and place."""
    return len(line.text) <= 140


def meeting_day(meeting: Meeting) -> date | None:
    """Give the meeting's day, from which dates with no year are counted."""
    return date.fromisoformat(meeting.date) if meeting.date else None


@cache
def _bare_label() -> re.Pattern[str]:
    # `Tid 15:00`, `Dato 3. maj 2011`, `Sted Rådhuset`
    dated = rf"{phrases('meeting', 'bare_labels', 'dated')}(?=\s+(?:\w+dag\b|d\.|den\b|kl|\d))"
    named = phrases("meeting", "bare_labels", "named")
    return re.compile(rf"^((?i:{dated})|(?i:{named})(?=\s+[A-ZÆØÅ\d]))\s+(\S.*)$")


@cache
def _label_inside() -> re.Pattern[str]:
    kinds = "|".join(phrases("meeting", "labels", kind) for kind in ("date", "start", "end", "place"))
    return re.compile(rf"(?<=\s)(?=(?-i:[A-ZÆØÅ])\w)(?:{kinds})\s*:\s", re.IGNORECASE)
