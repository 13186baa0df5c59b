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
