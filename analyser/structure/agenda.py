"""The agenda as it stands in front of the minutes: numbers, titles, the points below them, notes."""

import re
from collections.abc import Sequence

from analyser.language.lexicon import phrases
from analyser.minutes import AgendaPoint
from analyser.structure.groups import known_label
from analyser.structure.headings import Candidate, bare_title
from analyser.structure.lines import LONGEST, Line

_LEADER = re.compile(r"\s*(?:\.{3,}|\t|\s{3,})\s*(?:side\s*)?\d{1,3}$|\s*\.{4,}$", re.IGNORECASE)
_DURATION = re.compile(r"\s*\((?:ca\.?\s*)?(?:\d+\s*min[^()]*|kl\.?[^()]*|\d{1,2}[.:]\d\d[^()]*)\)\s*$", re.IGNORECASE)
_ENCLOSED = re.compile(r"\s*\(bilag[^()]*\)$", re.IGNORECASE)
_PAGE = re.compile(r"\s{2,}(\d{1,4})$")
_BULLET = re.compile(r"^\s*(?:[-–—•*·o▪►+]|[a-zæøå]\)|[a-h]\.(?=\s)|[A-H][.)])\s+")

_SENTENCE = re.compile(r"^[A-ZÆØÅ].*\s\S+\s\S+\s.*[.!]$")


def read_inline_agenda(lines: Sequence[Line]) -> tuple[tuple[AgendaPoint, ...], frozenset[int]]:
    """Read an agenda that runs on in one line: `Dagsorden: 1. Siden sidst 2. Økonomi 3. Evt.`

    Three points are enough with no word in front: `1) Siden sidst 2) Økonomi 3) Evt.`
    """
    named = rf"(?P<named>{phrases('headings', 'agenda', 'heads')}\s*:\s*)?"
    for line in lines:
        head = re.match(rf"[*_#\s]*{named}(?=1[.)])", line.text, re.IGNORECASE)
        if head is None or len(line.text) > LONGEST:
            continue
        points: list[AgendaPoint] = []
        position = head.end()
        marks = list(re.finditer(r"(?<![\w.])(\d{1,2})[.)]\s*(?=[A-ZÆØÅ])", line.text[position:]))
        marks = [m for n, m in enumerate(marks, 1) if int(m[1]) == n]
        if len(marks) < (2 if head["named"] else 3):
            continue
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            begin = position + mark.start()
            end = position + following.start() if following else len(line.text)
            end = begin + len(line.text[begin:end].rstrip(" ,;"))
            title = bare_title(line.text[position + mark.end() : end].strip(" ,;"))
            points.append(AgendaPoint(number=mark[1], title=title, span=(line.start + begin, line.start + end)))
        return tuple(points), frozenset({line.index})
    return (), frozenset()


def read_agenda(
    chain: Sequence[Candidate], lines: Sequence[Line], furniture: frozenset[int], last: int
) -> tuple[tuple[AgendaPoint, ...], frozenset[int]]:
    """Read the agenda: `chain` are its numbered lines, `last` the line before which it ends.

    Bulleted lines below a number are its points; other text is its note, as are durations (`(15 min.)`).
    Returns the agenda and the lines it takes up.
    """
    points: list[AgendaPoint] = []
    used: set[int] = set()
    paged = _has_pages([lines[c.line].text for c in chain])
    for candidate, bound in zip(chain, [*(c.line for c in chain[1:]), last], strict=True):
        line = lines[candidate.line]
        title = _LEADER.sub("", (candidate.title or line.text[candidate.end - line.start :]).strip()).strip()
        title = _PAGE.sub("", title) if paged else title
        notes: list[str] = []
        for aside in (_DURATION, _ENCLOSED):
            told = aside.search(title)
            if told:
                notes.append(told.group().strip(" ()"))
                title = title[: told.start()].strip()
        below: list[str] = []
        for other in lines[candidate.line + 1 : bound]:
            if other.blank or other.index in furniture:
                continue
            behind = candidate is chain[-1] and lines[other.index - 1].blank
            if behind and (_SENTENCE.search(other.text) or known_label(other.text) is not None):
                break  # the minutes begin, before their first item, or the roster stands below the agenda
            used.add(other.index)
            if other.start < candidate.end:
                continue  # the title goes on
            if _BULLET.match(other.text):
                below.append(_BULLET.sub("", other.text))
            elif below and notes == [] and other.text[0].islower():
                below[-1] = f"{below[-1]} {other.text}"
            else:
                notes.append(other.text)
        used.add(candidate.line)
        title = title.rstrip(":. ") if not title.endswith(("Evt.", "evt.")) else title
        points.append(
            AgendaPoint(
                number=candidate.number,
                title=title,
                points=tuple(below),
                note="\n".join(notes) or None,
                span=(line.start, line.end),
            )
        )
    return tuple(points), frozenset(used)


def _has_pages(texts: Sequence[str]) -> bool:
    """Tell whether each line ends in the number of a page that none before it exceeds: `2  Regnskab  4`."""
    pages = [int(m[1]) for text in texts if (m := _PAGE.search(text))]
    return len(texts) > 1 and len(pages) == len(texts) and pages == sorted(pages)
