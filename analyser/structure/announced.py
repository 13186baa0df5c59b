"""Headings that the agenda announces: lines of the body that stand in it word for word, however either is written.

An agenda of dashes over items in bold, an agenda by number over items with none, `1.` above and `1/` below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyser.language.lexicon import lexicon
from analyser.structure.groups import opens_roster
from analyser.structure.headings import Candidate, bare_title, is_person, is_sentence, read_heading
from analyser.structure.lines import LONGEST, Line

_LONGEST_TITLE = 160
_MOST = 80
_SHARE = 0.6  # of the agenda's titles that must stand again below for it to be one
_MARKS = "*_#•·▪►○□–—- \t"
_TAIL = re.compile(
    r"\s*(?:\((?:ca\.?\s*)?(?:\d+\s*min|kl\.|\d{1,2}[.:]\d\d)[^()]*\)|\(bilag[^()]*\)|\.{3,}\s*\d*|\t\s*(?:side\s*)?\d{1,3})\s*$",
    re.IGNORECASE,
)
_NO_LETTERS = re.compile(r"[^\wæøå]+")


@dataclass(frozen=True)
class Announced:
    """The lines of an agenda and the lines of the body that are headings by it."""

    agenda: tuple[Candidate, ...]
    items: tuple[Candidate, ...]


def find_announced(lines: Sequence[Line], furniture: frozenset[int], agenda_at: int) -> Announced | None:
    """Read the list below the heading `Dagsorden` (line `agenda_at`), and find its titles again below it.

    Gives None where fewer than two, or less than three fifths of them, stand again.
    """
    listed, body = _listed(lines, furniture, agenda_at)
    if len(listed) < 2:
        return None
    items = find_titles([c.title or "" for c in listed], lines[body:], furniture)
    if len(items) < max(2, _SHARE * len(listed)):
        return None
    return Announced(tuple(listed), tuple(items))


def find_titles(titles: Sequence[str], lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find the lines that carry one of some titles, each title once: alone, or with text behind a colon or a stop."""
    wanted = {key: None for title in titles if (key := title_key(title))}
    found: list[Candidate] = []
    for line in lines:
        if line.blank or line.index in furniture or len(line.text) > LONGEST:
            continue
        candidate = _titled_by(line, wanted)
        if candidate is not None:
            found.append(candidate)
            del wanted[title_key(candidate.title or "")]
    return found


def title_key(title: str) -> str:
    """Give what two ways of writing a title have in common: `5. Evt. (10 min.)` and `EVENTUELT:` give `eventuelt`."""
    low = _TAIL.sub("", title.strip(_MARKS)).casefold()
    low = _NO_LETTERS.sub(" ", low).strip()
    same = lexicon("headings")["item"]["same"]
    return str(same.get(low, low))


def _titled_by(line: Line, wanted: dict[str, None]) -> Candidate | None:
    numbered = read_heading(line)
    if numbered is not None and title_key(numbered.title or "") in wanted:
        return numbered
    lead = len(line.text) - len(line.text.lstrip(_MARKS))
    text = line.text[lead:].rstrip(_MARKS)
    if title_key(text) in wanted:
        title = _bare(text)
        return Candidate(line.index, "title", None, (), title, line.start, line.end, 1.0)
    stop = next(
        (m for m in re.finditer(r"(?::|\.|\s[-–])\s+(?=\S)", text) if title_key(text[: m.start()]) in wanted), None
    )
    if stop is None:
        return None
    end = line.start + lead + stop.start() + (1 if text[stop.start()] in ":." else 0)
    return Candidate(line.index, "title", None, (), text[: stop.start()], line.start, end, 1.0)


def _listed(lines: Sequence[Line], furniture: frozenset[int], agenda_at: int) -> tuple[list[Candidate], int]:
    """Read the lines of the agenda, up to the line where one of its titles stands again: (lines, that line)."""
    found: list[Candidate] = []
    keys: set[str] = set()
    numbered = False
    for line in lines[agenda_at + 1 :]:
        if line.blank or line.index in furniture:
            continue
        candidate = _agenda_line(line)
        key = title_key(candidate.title or "") if candidate else ""
        if key and key in keys:
            return found, line.index
        if candidate is None or not key:
            if len(line.text) > _LONGEST_TITLE and len(found) >= 2:
                start = line.index  # the body begins with a sentence, its first titles may be written in another way
                return found, start
            continue
        numbered = numbered or (not found and candidate.number is not None)
        if numbered and (candidate.number is None or candidate.family == "letter"):
            continue  # a note, or a point below the one before
        if len(found) >= _MOST:
            break
        keys.add(key)
        found.append(candidate)
    return found, len(lines)


def _agenda_line(line: Line) -> Candidate | None:
    """Read one line as a title of the agenda, numbered or not; a sentence, a person, a line of the roster is none."""
    if len(line.text) > _LONGEST_TITLE:
        return None
    numbered = read_heading(line)
    if numbered is not None:
        return numbered if numbered.title else None
    text = line.text.strip(_MARKS)
    marked = line.text[0] in _MARKS and " " not in text  # `• Elever`
    if not text or is_sentence(text) or is_person(text) or (opens_roster(text) and not marked):
        return None
    title = _bare(text)
    return Candidate(line.index, "title", None, (), title, line.start, line.end, 1.0) if title else None


def _bare(text: str) -> str:
    return bare_title(_TAIL.sub("", text).rstrip(":* "))
