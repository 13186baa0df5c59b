"""Where a name stands: readers of rosters fold white space and parentheses, which may shift what they say of places."""

import re

from analyser.minutes import Span

_REACH = 120  # code points around the place that was said


def anchored(text: str, span: Span, name: str) -> Span:
    """Give the place of a name in the text that is nearest to the one that was said.

    `Ib Bo (formand), Eva  Munk` read as `Eva Munk` gives the place of `Eva  Munk`; a name that stands nowhere near
    keeps its place.
    """
    start, end = span
    words = name.split()
    if not words or text[start:end].split() == words:
        return span
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [m.span() for m in pattern.finditer(text, max(0, start - _REACH), end + _REACH)]
    return min(found, key=lambda place: abs(place[0] - start), default=span)


def as_written(text: str, span: Span, name: str) -> tuple[str, Span]:
    """Give a name and its place, without words at its end that do not stand there.

    `Ib Bo (formand)S`, a name that a careless copy ran into the next word, is read as `Ib Bo S`: `Ib Bo`.
    """
    words = name.split()
    for n in range(len(words), 0, -1):
        kept = " ".join(words[:n])
        place = anchored(text, span, kept)
        if _letters(text[slice(*place)]) == _letters(kept):
            return kept, place
    return name, span


def _letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)  # a margin may cut a name: `Viggo Ramsø-` / `Lund`
