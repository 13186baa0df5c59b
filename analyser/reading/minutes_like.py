"""Whether text that came with other things is minutes itself, or says only that minutes are attached."""

import re
from functools import cache

_LEAST_NUMBERED = 3


def is_minutes_like(text: str) -> bool:
    """Tell whether text has two marks of minutes, or more.

    The marks are a list of who came (`Til stede:`), one of who did not (`Afbud:`), a head of agenda or minutes on a
    line of its own, and three numbered lines. `Hermed referatet. Deltagere: se bilag.` has none.
    """
    lines = [line.strip() for line in text.splitlines()]
    numbered = sum(_numbered().match(line) is not None for line in lines)
    marks = [any(pattern.match(line) for line in lines) for pattern in _heads()]
    return sum(marks) + (numbered >= _LEAST_NUMBERED) >= 2


@cache
def _heads() -> tuple[re.Pattern[str], ...]:
    from analyser.language.lexicon import phrases  # here, since the language room loads spaCy

    rosters = [phrases("rosters", kind) for kind in ("present", "absent")]
    heads = f"(?:{phrases('headings', 'agenda', 'heads')}|{phrases('headings', 'minutes', 'heads')})"
    return (
        *(re.compile(rf"[*_#\s]*{roster}\s*[*_]*:", re.IGNORECASE) for roster in rosters),
        re.compile(rf"[*_#\s]*{heads}\s*[*_]*:?$", re.IGNORECASE),
    )


@cache
def _numbered() -> re.Pattern[str]:
    from analyser.language.lexicon import phrases

    point = f"(?:{phrases('headings', 'item', 'ad')}|{phrases('headings', 'item', 'point')})"
    return re.compile(rf"(?:{point}\.?\s*\d{{1,2}}\b|\d{{1,2}}[.)])\s*\S", re.IGNORECASE)
