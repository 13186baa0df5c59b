"""Where the meeting was."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.language.dates import find_dates
from analyser.language.lexicon import affixes, phrases, words
from analyser.language.times import find_time
from analyser.structure.bodies import names_body, names_organisation
from analyser.structure.lines import Line
from analyser.structure.meeting_time import RANGE

_NEAR_TOP = 8  # lines


def find_place(
    lines: Sequence[Line],
    labels: dict[str, list[tuple[Line, str]]],
    day_line: Line | None,
    time_line: Line | None,
) -> tuple[str | None, Line | None]:
    """Find the place (what it is called, its line): behind a label, in a sentence, beside or below date and time."""
    for line, value in labels.get("place", []):
        rest = _without_date(value)
        if rest:
            return rest, line
    held = _held()
    for line in lines:
        match = held.search(line.text) or _held_inverted().search(line.text)
        if match is None and find_dates(line.text):
            match = _opening_held().match(line.text)
        if match:
            behind = re.sub(r"^[\s,]*(?:(?:på|paa|i|via|over)\s+)?", "", _without_date(line.text[match.end() :]))
            body, _, house = _behind_body(behind)
            inner = re.match(r"[^.;]+", house if body else behind)
            if inner and inner[0].strip() and not names_body(inner[0].split()[0]):
                return inner[0].strip(" ,"), line
    for line in lines[:_NEAR_TOP]:
        before = _before_day().search(line.text)
        if before and find_dates(line.text):
            return before["place"], line
    for candidate in (time_line, day_line):
        if candidate is None:
            continue
        beside = _place_beside(candidate.text)
        if beside:
            return _whole_place(beside, candidate, lines), candidate
    dated = max((n.index for n in (time_line, day_line) if n is not None), default=None)
    if dated is not None:
        below = next((n for n in lines if n.index == dated + 1), None)
        if below is not None and _looks_like_place(below.text):
            return _without_house(below.text).strip(" ,."), below
    for line in lines[:_NEAR_TOP]:  # `Referat af Menighedsraadsmøde i Konfirmandstuen d. 8. Februar 1951`
        room = _in_room().search(line.text)
        if room and is_room(room["room"]):
            return room["room"], line
    return None, None


def _behind_body(text: str) -> tuple[str, str, str]:
    """Part what stands behind `afholdtes Møde i`: `Sogneraadet | paa | Kommunekontoret`.

    Gives two empty texts and the whole where no body stands there.
    """
    inner = re.match(r"(?P<body>[^,.;]{3,60}?)\s+(?P<link>paa|på|i|hos)\s+(?P<place>\S.*)$", text)
    if inner and (names_body(inner["body"]) or names_organisation(inner["body"])):
        return inner["body"], inner["link"], inner["place"]
    return "", "", text


def _whole_place(place: str, line: Line, lines: Sequence[Line]) -> str:
    """Add to a place what the margin cut off: `… på amtsgården,` / `mødesal A.`"""
    below = next((n for n in lines if n.index == line.index + 1), None)
    cut = line.text.endswith(",") and below is not None and len(below.text) <= 60 and ":" not in below.text
    return f"{place}, {below.text.rstrip(' .')}" if cut and below is not None else place


def house_of(text: str) -> str | None:
    """Give the organisation that a line of the place begins with: `Vesterby Kommune, Byrådssalen`."""
    house, _, rest = text.partition(", ")
    owner = len(house.split()) > 1 and house.split()[-1].casefold() in words("meeting", "places", "owners")
    return house if rest and owner else None


def _without_house(text: str) -> str:
    house = house_of(text)
    return text[len(house) + 2 :] if house else re.sub(r"^(?:i|på)\s+", "", text, flags=re.IGNORECASE)


def _place_beside(text: str) -> str | None:
    """Read the place on the line of the date: `… kl. 19 i Kulturhuset`, `…, mødelokale 3`, `Klubhuset, 19-21.30`."""
    time = find_time(text)
    while time and (later := find_time(text[time[3] :])):  # `kl. 10.00 - 29. september, kl. 12.00, i …`
        time = (later[0], later[1], time[3] + later[2], time[3] + later[3])
    dates = [d for d in find_dates(text) if not _numbered_room().search(text[: d.start])]
    last = max([time[3] if time else 0, *(d.end for d in dates)])
    between = (
        re.fullmatch(r"[\s,]*(?:på|paa|i|hos)\s+(?P<place>[^;]{3,60}?)[\s,]*", text[dates[0].end : time[2]])
        if (dates and time and dates[0].end < time[2])
        else None
    )
    if between:  # `den 3. februar i klubhuset, kl. 19`
        return between["place"]
    part = _day_part().match(text[last:]) if time else None  # `Kl. 9 Formiddag i Raadhuset`
    last += part.end() if part else 0
    bare = re.match(
        rf"[\s,]*{RANGE.pattern}|[\s,]*\d{{1,2}}[.:]\d\d(?:\s*(?:-|–|til)\s*\d{{1,2}}[.:]\d\d)?", text[last:]
    )
    if bare and last:
        last += bare.end()
    span = RANGE.search(text)
    if not last and span:
        before = text[: span.start()].rstrip()
        return before.rstrip(" ,") if before.endswith(",") and 3 <= len(before) <= 60 else None
    rest = text[last:]
    front = re.match(r"(?P<place>[^,;]{3,40}),\s+", text[: dates[0].start]) if dates else None
    if front and not rest.strip(" .") and is_place_name(front["place"]):
        return front["place"]  # `Hytten, 7. maj 2019 kl. 18.30`
    led = (
        re.match(r"(?P<place>[^,;:]{3,40}?),?\s+(?=(?:kl|klokken)\b)", text[: time[3]], re.IGNORECASE) if time else None
    )
    if led and not dates and not rest.strip(" .") and is_place_name(led["place"]):
        return led["place"]  # `Klubhuset kl. 19.00`
    online = re.match(r"\s*\((?:(?:på|via|over|i)\s+)?(?P<place>[A-ZÆØÅ][\w-]+)(?:\s+(?:pga|grundet)\b[^)]*)?\)", rest)
    if online and is_place_name(online["place"]):
        return online["place"]  # `kl. 17-19 (Teams pga. corona)`
    stop = r"(?=$|;|(?<!Sct)(?<!Skt)(?<!St)(?<!Sdr)(?<!Ndr)(?<!Nr)(?<!Gl)(?<!Kgl)(?<!nr)(?<!\d)\.\s|\.$)"
    case = re.IGNORECASE if text.isupper() else 0
    named = re.match(
        rf"[\s,.)\-–]*(?:(?:på|paa|i|ved|via|over)\b|sted:|(?=hos\s)|(?=hjemme\s+hos\s))\s*(?P<place>[^;]{{1,80}}?){stop}",
        rest,
        case,
    )
    if named and not RANGE.search(named["place"]) and not (time is None and _has_no_house(named["place"])):
        return named["place"].strip(" ,.-–") or None
    behind = re.match(r"^[\s)]*(?:,\s*|\s[-–]\s)(?P<place>[^;]{3,80}?)\.?$", rest)
    if last and behind and not re.search(r"\d{4}|\bkl\b", behind["place"]):
        return behind["place"].strip(" ,")
    return None


def _has_no_house(text: str) -> bool:
    """Tell whether words name an association, which meets but is no place: `Grundejerforeningen Lærken`."""
    ends = affixes("meeting", "places", "houseless")
    return any(w.endswith(ends) for w in text.casefold().split()) and "hus" not in text.casefold()


def _looks_like_place(text: str) -> bool:
    """Tell whether a line below the date is where the meeting was: `Idrættens Gård, Vestre Ringvej 88, Skelby`."""
    bare = re.sub(r"^(?:hos|i|på|paa)\s+", "", text)
    named = bare[:1].isupper() or (
        bare != text and is_room(re.split(r"[,\s]", bare)[0])
    )  # `i selskabslokalet, Havnevej 4`
    text = bare.rstrip(".") if bare != text else bare  # `på Hotel Fredensborg.`
    if not 3 <= len(text) <= 90 or ":" in text or not named or re.search(r"[.!?]$", text):
        return False
    low = text.casefold()
    first = re.split(r"[,\s]", low)[0]
    known = any(re.search(rf"{re.escape(e)}\b", low) for e in words("meeting", "places", "ends"))
    return known and not find_dates(text) and first not in words("rosters", "present")


def is_place_name(text: str) -> bool:
    """Tell whether words are the name of a room or a house to meet in: `Hytten`, `Lokale 3`."""
    low = text.casefold().strip()
    ends, rooms = words("meeting", "places", "ends"), words("meeting", "bare_labels", "rooms")
    return (
        low.split()[-1] in ends
        or low.split()[0] in words("meeting", "places", "fronts")
        or low.split()[0] in rooms
        or is_room(text)
    )


def _without_date(value: str) -> str:
    """Take dates and times out of what a label says: `Torsdag den 3. maj 2018 kl. 19, Kulturhuset` leaves the house."""
    out = value
    for mention in reversed([d for d in find_dates(value) if not _numbered_room().search(value[: d.start])]):
        out = out[: mention.start] + out[mention.end :]
    time = find_time(out)
    if time:
        out = out[: time[2]] + out[time[3] :]
    return re.sub(r"^(?:på|i)\s+(?=[A-ZÆØÅ])", "", out.strip(" ,.-–")).strip(" ,.")


def is_room(text: str) -> bool:
    """Tell whether words name a room or a house to meet in: `Konfirmandstuen`; not `Børnehuset Regnbuen`."""
    low = text.casefold()
    named = low.endswith(affixes("meeting", "places", "rooms")) and low not in words("meeting", "places", "no_rooms")
    return " " not in text and named


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"\bmøde(?:t|rne)?\s+(?:\w+\s+)?{phrases('meeting', 'sentences', 'held')}\b", re.IGNORECASE)


@cache
def _in_room() -> re.Pattern[str]:
    day = rf"den\b|d\.|kl|{phrases('calendar', 'weekdays', 'names')}\b|\d{{1,2}}[./]"
    return re.compile(rf"\s(?:i|på|paa)\s+(?P<room>[\wæøå-]+)(?=\s*(?:[,.]|$|{day}))", re.IGNORECASE)


@cache
def _before_day() -> re.Pattern[str]:
    # `Afholdt i marketenderiet tirsdag den 17. oktober 1978`
    held, weekday = phrases("meeting", "sentences", "held"), phrases("calendar", "weekdays", "names")
    return re.compile(
        rf"^{held}\s+(?:i|på|paa|hos)\s+(?P<place>[^,;.\d]{{3,40}}?),?\s+(?=(?:{weekday}|den|d\.)\s)", re.IGNORECASE
    )


@cache
def _opening_held() -> re.Pattern[str]:
    # `Ekstraordinær generalforsamling afholdtes paa Nørre Kro torsdag den 3. februar`
    kinds, held = phrases("protocols", "heading", "meeting_ends"), phrases("meeting", "sentences", "held")
    return re.compile(rf"(?:[\wæøå-]+\s+)?[\wæøå-]*{kinds}\s+{held}(?=\s+(?:paa|på|i|hos)\s)", re.IGNORECASE)


@cache
def _day_part() -> re.Pattern[str]:
    kinds = "|".join(phrases("meeting", "day_parts", k) for k in ("before_noon", "after_noon"))
    return re.compile(rf"\s*(?:{kinds})(?![\w])", re.IGNORECASE)


@cache
def _held_inverted() -> re.Pattern[str]:
    return re.compile(
        rf"\b{phrases('meeting', 'sentences', 'held')}\s+[\w\s-]{{0,40}}?"
        rf"(?:møde(?:t|r)?|{phrases('protocols', 'heading', 'meeting_ends')})(?=\s+(?:paa|på|i|hos)\s)",
        re.IGNORECASE,
    )


@cache
def _numbered_room() -> re.Pattern[str]:
    """`Lokale | 3.1.09`: a number, and no date."""
    return re.compile(rf"\b{phrases('meeting', 'places', 'numbered')}\s*$", re.IGNORECASE)
