"""Times of day as minutes write them: `kl. 13.00 – 15.00`, `kl 19:30`, `Kl. 17½`, `Kl. 22¾`, `kl. 1930`, `9:30`."""

import re

_MINUTES = r"\s?[.:,]\s?(?P<{0}m>[0-5]\d)|\s?(?P<{0}part>[½¼¾]|1/2|1/4|3/4)|(?<=\d\d)(?P<{0}glued>[0-5]\d)"
_PARTS = {"½": "30", "1/2": "30", "¼": "15", "1/4": "15", "¾": "45", "3/4": "45"}
_CLOCK = rf"(?P<{{0}}h>[01]?\d|2[0-4])(?:{_MINUTES})?(?!\d)"
_SPAN = re.compile(
    rf"\b(?:kl\.?|klokken)\s*{_CLOCK.format('a')}(?:\s*(?:-|–|—|til|og\s+sluttede\s+kl\.?)\s*(?:kl\.?\s*)?{_CLOCK.format('b')})?",
    re.IGNORECASE,
)
_WHOLE = _CLOCK.format("a").replace(")?(?!", ")(?!")  # with its minutes
_BARE = re.compile(rf"(?<![\d.,:/-]){_WHOLE}(?:\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?{_CLOCK.format('b')})?")


def find_time(text: str, marked: bool = True) -> tuple[str, str | None, int, int] | None:
    """Find the first time of day: (start `HH:MM`, end `HH:MM` or None, offset where it begins, where it ends).

    `marked` asks for a `kl.` in front; without it `9:30` counts as well, as behind the label `Starttidspunkt:`.
    """
    match = _SPAN.search(text) or (None if marked else _BARE.search(text))
    if match is None:
        return None
    end = _clock(match, "b") if match["bh"] else None
    return _clock(match, "a"), end, match.start(), match.end()


def _clock(match: re.Match[str], which: str) -> str:
    part = _PARTS.get(match[f"{which}part"] or "")
    minutes = part or match[f"{which}m"] or match[f"{which}glued"] or "00"
    return f"{int(match[f'{which}h']):02d}:{minutes}"
