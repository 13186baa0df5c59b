"""What the head and the foot of a page say about the meeting, for formats that keep them apart from the text."""

import re
from collections.abc import Sequence

_TOP = 40  # lines in which a document says what it is about
_MOST = 6


def with_heads(heads: Sequence[str], feet: Sequence[str], text: str) -> str:
    """Put what heads and feet say in front of the text, each line once, and a blank line behind it.

    A head's lines do where the text does not say the same: `Referat af møde i Ærø Økoråd`. A foot holds addresses
    and file numbers; its line is taken only where it has the date that head and text do not.
    """
    said = {_key(line) for line in text.splitlines()}
    kept: list[str] = []
    for line in heads:
        key = _key(line)
        if key and key not in said and re.search(r"[^\W\d_]{2}", line):
            said.add(key)
            kept.append(line.strip())
    kept = kept[:_MOST]
    top = "\n".join([*kept, *text.splitlines()[:_TOP]])
    if not _has_date(top):
        kept += [line.strip() for line in feet if _has_date(line)][:1]
    return "\n".join([*kept, "", text]) if kept else text


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()


def _has_date(text: str) -> bool:
    from analyser.language.dates import find_dates  # here, since the language room loads spaCy

    return any(d.first == d.last for line in text.splitlines() for d in find_dates(line))
