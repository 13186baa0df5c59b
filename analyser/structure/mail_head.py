"""The head of a mail that brings the minutes: who sent it to whom and when, which tells nothing of the meeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from analyser.language.dates import find_dates
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.times import find_time
from analyser.structure.closings import closing_block, is_closing
from analyser.structure.groups import known_label
from analyser.structure.lines import Line

_TOP = 12  # lines among which the head begins
_LEAST = 3  # labels that make one
_LONGEST_GREETING = 40


@dataclass(frozen=True)
class MailHead:
    """The lines of a mail's head and of its greeting, its subject as a line of its own, to whom it
    went, and the day it was sent.

    `letter` are the lines that the mail says itself, up to its sender's name, where the minutes follow below.
    `dated` is its line with a day and no hour: a memo may give there the day of the meeting.
    """

    lines: frozenset[int] = frozenset()
    letter: frozenset[int] = frozenset()
    subject: Line | None = None
    recipient: str | None = None
    sent: date | None = None
    dated: Line | None = None


def read_mail_head(lines: Sequence[Line]) -> MailHead:
    """Read the head of a mail at the top of the minutes, or give an empty one.

    `Fra: Lis Bo` / `Sendt: 14. maj 2019 21:14` / `Til: Bestyrelsen` / `Emne: Referat …`; three such labels of which
    one is who sent it and one what it is about, one a line. The greeting below (`Hej alle`) belongs to it.
    """
    told: dict[str, Line] = {}
    last = None
    for line in lines:
        label = _label().match(line.text)
        if label is None:
            if told and not line.blank:
                break
            if line.index >= _TOP:
                break
            continue
        kind = next(k for k in lexicon("meeting")["mail"] if label["label"].casefold() in words("meeting", "mail", k))
        told.setdefault(kind, line)
        last = line.index
    if len(told) < _LEAST or not {"sender", "subject"} <= set(told) or last is None:
        return MailHead()
    first = min(n.index for n in told.values())
    head = {n.index for n in lines[first : last + 1]}
    below = [n for n in lines[last + 1 :] if not n.blank][:1]
    head |= {n.index for n in below if is_greeting(n.text)}
    letter = _letter(lines[last + 1 :])
    recipient = _value(told["recipient"]) if "recipient" in told else None
    return MailHead(
        frozenset(head),
        frozenset(letter) - head,
        _value(told["subject"]),
        recipient.text if recipient else None,
        _day(told.get("sent")),
        _dated(told.get("sent")),
    )


def is_greeting(text: str) -> bool:
    """Tell whether a line only greets those it is sent to: `Hej alle`, `Kære bestyrelse,`."""
    match = re.match(rf"{phrases('meeting', 'greetings')}\b", text, re.IGNORECASE)
    return match is not None and len(text) <= _LONGEST_GREETING and re.search(r"[.:]\s*\S|\d", text) is None


def _letter(lines: Sequence[Line]) -> list[int]:
    """Give the lines down to the closing of a mail and who signed it, where that stands near the top.

    None where the minutes have begun above it: `Til stede: Ib Holm, Lis Bo` / `Hilsen fra Per`.
    """
    solid = [n for n in lines if not n.blank]
    for at, line in enumerate(solid[:_TOP]):
        if known_label(line.text) is not None:
            return []
        if is_closing(line.text):
            last = closing_block(solid, at)[-1]
            if solid[-1].index <= last.index:
                return []  # nothing follows: the mail says the minutes itself
            return [m.index for m in solid if m.index <= last.index]
    return []


def _value(line: Line) -> Line | None:
    """Give what stands behind a label as a line of its own, without what a reply puts in front: `SV: Referat`."""
    label = _label().match(line.text)
    front = label.end() if label else 0
    again = re.match(rf"(?:{phrases('meeting', 'replies')}\s*:\s*)+", line.text[front:], re.IGNORECASE)
    front += again.end() if again else 0
    return replace(line, start=line.start + front, text=line.text[front:]) if line.text[front:] else None


def _day(line: Line | None) -> date | None:
    found = [d.first for d in find_dates(line.text) if d.first == d.last] if line else []
    return found[0] if found else None


def _dated(line: Line | None) -> Line | None:
    """Give the line of a memo that need not tell when it was sent: `Dato: 10. marts 2023`.

    Not `Sendt: 14. marts 2023`, nor `Dato: 14. marts 2023 21:14`, as a mail has it.
    """
    label = _label().match(line.text) if line else None
    if line is None or label is None or label["label"].casefold() not in words("meeting", "labels", "date"):
        return None
    days = find_dates(line.text)
    return line if days and find_time(line.text[days[-1].end :], marked=False) is None else None


@cache
def _label() -> re.Pattern[str]:
    kinds = "|".join(phrases("meeting", "mail", kind) for kind in lexicon("meeting")["mail"])
    return re.compile(rf"[*_>\s]*(?P<label>{kinds})\s*:[*_]*\s*", re.IGNORECASE)
