"""Titles in capitals inside an endless line: `… til ny rådgiver. | REFERAT FRA SIDSTE MØDE | Erna gjorde …`."""

import re

_FEWEST = 3
_RUN = re.compile(r"(?<=[.!?:)])\s+(?P<title>[A-ZÆØÅ]{3,}[A-ZÆØÅ0-9 .,/&-]*(?<=[A-ZÆØÅ.]))\s+(?=[A-ZÆØÅ\"”][a-zæøå])")


def capital_titles(text: str) -> list[tuple[int, int]]:
    """Find `[start, end)` of titles that nothing but their capitals tells, where there are at least three."""
    found = [m.span("title") for m in _RUN.finditer(text) if len(m["title"]) >= 5]
    return found if len(found) >= _FEWEST else []
