"""Facts about the meeting as a whole: title, body, organisation, date, times, place; from the head of the minutes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_collective
from analyser.language.times import find_time
from analyser.minutes import Meeting
from analyser.structure.lines import LONGEST, Line

_LABEL = re.compile(r"^[*_]*([^:\t*_]{1,40}?)\s*[*_]*(?::|\t)[*_]*\s*(.*)$")
_RANGE = re.compile(r"(?<![\d/.-])([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\s?[-–]\s?([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d/.-])")
_TITLE_LINES = 6
_OWNERS = "kommune|sogn|skole|provsti|region|amt|pastorat|bibliotek|universitet|centre?|center"


def read_meeting(head: Sequence[Line], everything: Sequence[Line]) -> tuple[Meeting, frozenset[int]]:
    """Read the facts from the lines before the first item; the end of the meeting may stand anywhere.

    Returns the facts, and the indexes of the lines of `head` that gave nothing but them.
    """
    usable = [n for n in head if not n.blank and len(n.text) <= LONGEST]
    labels = _labels(usable)
    used = {line.index for found in labels.values() for line, _ in found[:1]}
    titles = _title_lines(usable, used)
    used |= {n.index for n in titles}
    day, day_line = _date(usable, labels, titles)
    start, end, time_line = _times(usable, labels, day_line, everything)
    place, place_line = _place(usable, labels, day_line, time_line)
    used |= {n.index for n in (day_line, time_line, place_line) if n is not None and _mostly_facts(n)}
    body, organisation = _body(usable, titles, labels)
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


def _date(
    lines: Sequence[Line], labels: dict[str, list[tuple[Line, str]]], titles: Sequence[Line]
) -> tuple[DateMention | None, Line | None]:
    for line, _ in labels.get("date", []):
        found = _whole_dates(line)
        if not found and line is not lines[-1]:
            following = lines[list(lines).index(line) + 1]
            found, line = _whole_dates(following), following
        if found:
            return found[0], line
    for line in (*titles, *lines):
        found = _whole_dates(line)
        if found:
            return found[0], line
    return _date_with_year_apart(lines)


def _date_with_year_apart(lines: Sequence[Line]) -> tuple[DateMention | None, Line | None]:
    """Read `Aar 1948, Torsdag den 15. April`, and a day under a title that ends in its year."""
    for line in lines:
        year = re.search(r"\b(?:1[89]|20)\d\d\b", line.text)
        if year is None:
            continue
        for other in lines:
            found = [d for d in find_dates(other.text, reference=date(int(year[0]), 1, 1)) if d.first == d.last]
            if found:
                day = found[0].first.replace(year=int(year[0]))
                return replace(found[0], first=day, last=day), other
    return None, None


def _whole_dates(line: Line) -> list[DateMention]:
    """Find days with a year; `reference` of 1 January makes sure that none is made up."""
    return [d for d in find_dates(line.text) if d.first == d.last]


def _times(
    lines: Sequence[Line], labels: dict[str, list[tuple[Line, str]]], day_line: Line | None, everything: Sequence[Line]
) -> tuple[str | None, str | None, Line | None]:
    start = end = None
    where: Line | None = None
    for line, value in labels.get("start", []):
        found = find_time(value, marked=False)
        if found and not _inside_date(value, found[2]):
            start, end, where = found[0], found[1], line
            break
    for line, value in labels.get("end", []):
        found = find_time(value, marked=False)
        if found:
            end = end or found[1] or found[0]
            where = where or line
            break
    if start is None:
        for line in ([day_line] if day_line else []) + list(lines):
            found = find_time(line.text)
            if found is None and line is day_line:
                found = _bare_after_date(line.text)
            if found:
                start, end, where = found[0], end or found[1], line
                break
    planned = end
    for line in everything:
        if len(line.text) > LONGEST or not line.text:
            continue
        match = _ended().search(line.text)
        if match and (end is None or (end == planned and " " in match.group() and line is not where)):
            found = find_time(line.text[match.start() :], marked=False)
            end = found[0] if found else end  # when it ended goes before when it was to end
        match = _started().search(line.text)
        if match and start is None:
            found = find_time(line.text[match.start() :], marked=False)
            start = found[0] if found else start
    if start is None:
        for line in lines[:8]:
            match = _RANGE.search(line.text)
            if match and not _inside_date(line.text, match.start()):
                return f"{int(match[1]):02d}:{match[2] or '00'}", end or f"{int(match[3]):02d}:{match[4] or '00'}", line
    return start, end, where


def _bare_after_date(text: str) -> tuple[str, str | None, int, int] | None:
    """Read `tirsdag den 3. maj 2016, 16.30-18.30`: the time behind the date with no `kl.`."""
    dates = find_dates(text)
    if not dates:
        return None
    rest = text[dates[0].end :]
    match = re.match(r"\s*,?\s*(?:fra\s+)?(?=\d{1,2}[.:]\d\d)", rest)
    return find_time(rest[match.end() :], marked=False) if match else None


def _inside_date(value: str, position: int) -> bool:
    return any(d.start <= position < d.end for d in find_dates(value))


def _place(
    lines: Sequence[Line],
    labels: dict[str, list[tuple[Line, str]]],
    day_line: Line | None,
    time_line: Line | None,
) -> tuple[str | None, Line | None]:
    for line, value in labels.get("place", []):
        rest = _without_date(value)
        if rest:
            return rest, line
    held = _held()
    for line in lines:
        match = held.search(line.text) or _held_inverted().search(line.text)
        if match:
            behind = re.sub(r"^[\s,]*(?:(?:på|paa|i|hos)\s+)?", "", _without_date(line.text[match.end() :]))
            inner = re.match(r"[^.;]+", behind)
            if inner and inner[0].strip():
                return inner[0].strip(" ,"), line
    for candidate in (time_line, day_line):
        if candidate is None:
            continue
        beside = _place_beside(candidate.text)
        if beside:
            return beside, candidate
    dated = max((n.index for n in (time_line, day_line) if n is not None), default=None)
    if dated is not None:
        below = next((n for n in lines if n.index == dated + 1), None)
        if below is not None and _looks_like_place(below.text):
            return below.text.strip(" ,."), below
    return None, None


def _place_beside(text: str) -> str | None:
    """Read the place on the line of the date: `… kl. 19 i Kulturhuset`, `…, mødelokale 3`, `Klubhuset, 19-21.30`."""
    time = find_time(text)
    dates = find_dates(text)
    last = max([time[3] if time else 0, *(d.end for d in dates)])
    bare = re.match(
        rf"[\s,]*{_RANGE.pattern}|[\s,]*\d{{1,2}}[.:]\d\d(?:\s*(?:-|–|til)\s*\d{{1,2}}[.:]\d\d)?", text[last:]
    )
    if bare and last:
        last += bare.end()
    span = _RANGE.search(text)
    if not last and span:
        before = text[: span.start()].rstrip()
        return before.rstrip(" ,") if before.endswith(",") and 3 <= len(before) <= 60 else None
    rest = text[last:]
    named = re.match(r"[\s,.)\-–]*(?:på|paa|i|hos|ved|sted:)\s+(?P<place>[^;]{1,80}?)(?=$|;|\.\s|\.$)", rest)
    if named:
        return named["place"].strip(" ,.-–") or None
    behind = re.match(r"^[\s)]*,\s*(?P<place>[^;]{3,80}?)\.?$", rest)
    if last and behind and not re.search(r"\d{4}|\bkl\b", behind["place"]):
        return behind["place"].strip(" ,")
    return None


def _looks_like_place(text: str) -> bool:
    """Tell whether a line below the date is where the meeting was: `Idrættens Gård, Vestre Ringvej 88, Skelby`."""
    if not 3 <= len(text) <= 90 or ":" in text or not text[0].isupper() or re.search(r"[.!?]$", text):
        return False
    low = text.casefold()
    first = re.split(r"[,\s]", low)[0]
    known = any(re.search(rf"{re.escape(e)}\b", low) for e in words("meeting", "places", "ends"))
    return known and not find_dates(text) and first not in words("rosters", "present")


def _without_date(value: str) -> str:
    """Take dates and times out of what a label says: `Torsdag den 3. maj 2018 kl. 19, Kulturhuset` leaves the house."""
    out = value
    for mention in reversed(find_dates(value)):
        out = out[: mention.start] + out[mention.end :]
    time = find_time(out)
    if time:
        out = out[: time[2]] + out[time[3] :]
    return re.sub(r"^(?:på|i)\s+(?=[A-ZÆØÅ])", "", out.strip(" ,.-–")).strip(" ,.")


def _mostly_facts(line: Line) -> bool:
    """Tell whether nothing is left of a line but date, time and place."""
    return len(line.text) <= 140


def _body(
    lines: Sequence[Line], titles: Sequence[Line], labels: dict[str, list[tuple[Line, str]]]
) -> tuple[str | None, str | None]:
    """Find the body that met and the organisation it belongs to.

    `Referat af kredsrådsmøde i Vesterby Kommune den 15. marts 2024` gives kredsråd, Vesterby Kommune;
    `ÆLDRERÅDET I VESTERBY KOMMUNE` Ældrerådet, Vesterby Kommune; `Møde i Lokal-MED, Plejecenter Solbakken` both.
    """
    body = organisation = None
    for _, value in labels.get("body", []):
        body = value.strip()
        break
    for line in titles:
        parts = [_plain_case(re.sub(r"\s+", " ", p)) for p in _title_parts(line.text.strip("*_# "))]
        for part in parts:
            low = part.casefold()
            if body is None and _names_body(part):
                body = _body_name(part)
                rest = low
                owner = re.match(rf"^(.+?(?:{_OWNERS}))s\s+(.+)$", part, re.IGNORECASE)
                if owner and _names_body(owner[2]):
                    body, organisation = _body_name(owner[2]), organisation or owner[1]
                    continue
                inner = re.search(r"\s(?P<link>i|for|ved|på|under|af)\s+(?=[A-ZÆØÅ])", part)
                if (
                    inner
                    and organisation is None
                    and (inner["link"] != "for" or _names_organisation(part[inner.end() :]))
                ):
                    organisation = part[inner.end() :].strip(" ,")
                    body = _body_name(part[: inner.start()])
                    continue
                if rest and not _names_organisation(part):
                    continue
            if organisation is None and _names_organisation(part):
                organisation = re.sub(r"^(?:for|i|ved|af|på)\s+", "", part).strip(" ,")
    return body, organisation


def _title_parts(text: str) -> list[str]:
    """Cut a title line into what may be the body and what the organisation; the date goes."""
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.start]} | {text[mention.end :]}"
    time = find_time(text)
    if time:
        text = f"{text[: time[2]]} | {text[time[3] :]}"
    opener = rf"^(?:{phrases('meeting', 'title', 'openers')}(?:\s+nr\.?\s*[\d/]+)?\s*(?:af|fra|for|til|:|-|–|,)?\s+)+"
    text = re.sub(opener, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:ordinært?|ekstraordinært?|afholdt|det|den)\s+", "", text, flags=re.IGNORECASE)
    met = r"^(?:(?:af|fra)\s+)?(?:møde[t]?\s+(?:nr\.?\s*\d+\s+)?(?:i|for|af|med)\s+|møde\s+)"
    text = re.sub(met, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:i|for|af|ved)\s+(?=[A-ZÆØÅ])", "", text)
    return [p.strip(" .:") for p in re.split(r"\s*(?:\||,|\s[-–—]\s|\t|\s{3,})\s*", text) if p.strip(" .:")]


def _names_body(part: str) -> bool:
    low = part.casefold()
    tokens = re.findall(r"[\wæøåé.-]+", low)
    if low in words("bodies", "whole"):
        return True
    ends = [*lexicon("bodies")["ends"]]
    for token in tokens[:4]:
        if token in words("bodies", "whole"):
            return True
        bare = _indefinite(re.sub(r"(?:-|s)?mødet?s?$", "", token) or token)
        if bare in words("bodies", "whole") or any(bare.endswith(e) and bare != "møde" for e in ends):
            return True
    return False


def _body_name(part: str) -> str:
    """Give the name of the body: `kredsrådsmøde` is held by the `kredsråd`."""
    trimmed = re.sub(r"^(?:ordinær|ekstraordinær)t?\s+", "", part.strip(" ,"), flags=re.IGNORECASE)
    match = re.match(
        r"^(.*?(?:råd|udvalg|bestyrelse|nævn|gruppe|raad))s?møde(?:t|r)?(?:\s+nr\.?.*)?$", trimmed, re.IGNORECASE
    )
    return match[1] if match else re.sub(r"\s+nr\.?\s*\d.*$", "", trimmed)


def _names_organisation(part: str) -> bool:
    low = part.casefold()
    last = low.split()[-1]
    if len(low.split()) > 1 and is_collective(part.split()[0]) and not _names_body(part):
        return True  # `Regionshospitalet Vesterbæk`
    if any(re.search(rf"\b{re.escape(s)}\b", low) for s in words("bodies", "organisation_starts")):
        return True
    return any(last == e or (last.endswith(e) and len(e) > 4) for e in words("bodies", "organisation_ends")) or bool(
        re.search(r"\b(?:kommunes?|sogns?|skole|provsti|universitet|region|afdeling)\b", low)
    )


def _indefinite(word: str) -> str:
    return re.sub(r"(?:et|en|ets|ens|s)$", "", word) if len(word) > 5 else word


def _plain_case(text: str) -> str:
    """Write an upper-case title with capitals at the start of words only."""
    if not text.isupper():
        return text
    small = {"i", "for", "af", "og", "på", "den", "til", "fra", "ved"}
    return " ".join(w.lower() if w.lower() in small else w.capitalize() for w in text.split())


def meeting_day(meeting: Meeting) -> date | None:
    """Give the meeting's day, from which dates with no year are counted."""
    return date.fromisoformat(meeting.date) if meeting.date else None


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"\bmøde(?:t|rne)?\s+(?:\w+\s+)?{phrases('meeting', 'sentences', 'held')}\b", re.IGNORECASE)


@cache
def _held_inverted() -> re.Pattern[str]:
    return re.compile(
        rf"\b{phrases('meeting', 'sentences', 'held')}\s+[\w\s-]{{0,40}}?møde(?:t|r)?(?=\s+(?:paa|på|i|hos)\s)",
        re.IGNORECASE,
    )


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'ended')}\b(?=.{{0,20}}\d)", re.IGNORECASE)


@cache
def _started() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('meeting', 'sentences', 'started')}\b(?=.{{0,20}}\d)", re.IGNORECASE)
