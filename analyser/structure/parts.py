"""Parts of an item, and the lines that open them: `Beslutning:`, `Sagsfremstilling`."""

import re
from functools import cache, lru_cache

from analyser.language.lexicon import lexicon, phrases, words

_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=4096)  # several rules ask of each line
def is_part(text: str) -> str | None:
    """Give the kind of part that a whole line opens: `Beslutning:` is a decision, `Sagsfremstilling` background."""
    bare = _BLANKS.sub(" ", text.strip("*_# ").rstrip(":. ").casefold())
    if bare in _parts():
        return _parts()[bare]
    if _decided_by().fullmatch(bare):
        return "decision"
    if bare.startswith("beslutning") and len(bare) < 70 and bare.split()[0] in words("headings", "parts", "decision"):
        return "decision"
    return None


@cache
def _decided_by() -> re.Pattern[str]:
    # `Kulturudvalget, den 22. august 2007:` above what it decided
    months = "|".join(n for names in lexicon("calendar")["months"].values() for n in names)
    day = rf"(?:den\s|d\.\s?)\d{{1,2}}\.\s?(?:(?:{months})\.?|\d{{1,2}}\.)\s?(?:19|20)\d\d"
    return re.compile(
        rf"(?:[\wæøå-]+,?\s){{0,6}}?[\wæøå-]*{phrases('headings', 'parts', 'deciding')}(?:en|et|t)?,?\s{day}"
    )


@cache
def _parts() -> dict[str, str]:
    """Give the kinds of parts by the words that open them."""
    kinds = ("background", "discussion", "proposal", "action", "decision")  # the last has the word where two have it
    return {word: kind for kind in kinds for word in words("headings", "parts", kind)}
