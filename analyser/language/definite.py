"""Titles in other forms: definite (`Politiinspektøren`, `FTR'en`) and plural (`medarbejderrepræsentanter`)."""

import re
from functools import lru_cache

from analyser.language.lexicon import lexicon, words
from analyser.language.names import is_given_name, is_title_word, looks_like_name

_OF_LETTERS = re.compile(r"([A-ZÆØÅ]{2,4})['’](?:er|erne)")
_SHORT = 6  # letters from which on a definite form may have a consonant doubled


@lru_cache(maxsize=65536)  # asked of most words, several times over
def indefinite(word: str) -> tuple[str, ...]:
    """Give the forms a definite noun can come from: `direktøren`: direktør; `lederen`: leder; `FTR'en`: FTR."""
    low = word.casefold().replace("’", "'")
    if "'" in low:
        return (low.split("'")[0],)
    found = []
    for ending in ("erne", "ene", "en", "et", "n", "t"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            found.append(low.removesuffix(ending))
    # `biskoppen`, `kokken`: a short vowel doubles what follows it
    short = low[:-2] if low.endswith(("en", "et")) and len(low) > _SHORT else ""
    if short[-1:] == short[-2:-1] and short[-1:] not in "aeiouyæøå":
        found.append(short[:-1])
    return tuple(found)


@lru_cache(maxsize=65536)
def definite_title(word: str) -> str | None:
    """Give the title of a definite form, or None: `Politiinspektøren` gives politiinspektør; `Bestyrelsen` none."""
    if word.casefold() in words("organisations", "never"):
        return None
    meant = lexicon("titles")["miswritten"].get(word.casefold())
    if meant is not None:
        return str(meant)
    for base in indefinite(word):
        if base in words("functions", "no_person", "words"):
            return None
        if base in functions_by_word() or (is_title_word(base) and base not in words("titles", "of_many")):
            return base
    return None


@lru_cache(maxsize=65536)
def singular_title(word: str) -> str | None:
    """Give the title that several bear, or None: `Forældrerepræsentanterne`: Forældrerepræsentant; `elever`: elev."""
    low = word.casefold().rstrip(":")
    letters = _OF_LETTERS.fullmatch(word)
    if letters and letters[1].casefold() in words("titles", "whole"):
        return letters[1].casefold()  # `TR'er`
    for many, one in lexicon("titles")["plural"].items():
        if low.endswith(many):
            front = word[: len(low) - len(many)]
            return f"{front}{one}" if front or low == word else str(one).capitalize()
    for ending in ("erne", "ene", "er", "e"):
        base = word.rstrip(":").removesuffix(ending)
        if base != word and len(base) > 4 and is_title_word(base) and not is_title_word(word):
            return base
    return None


def split_plural_title(text: str) -> tuple[str | None, str]:
    """Part the title of several from the first of them: `lærerne Ib Holm` gives (`lærer`, `Ib Holm`)."""
    first, _, rest = text.partition(" ")
    if not rest or not looks_like_name(rest):
        return None, text
    one = singular_title(first)
    return (one, rest.strip()) if one is not None and not is_given_name(first) else (None, text)


@lru_cache(maxsize=1)
def functions_by_word() -> dict[str, str]:
    """Give the functions at a meeting by the words that name them: `ordstyrer` gives `chair`."""
    return {
        word: function
        for function in lexicon("functions")
        if function in ("chair", "minute_taker", "substitute", "observer", "guest")
        for word in words("functions", function)
    }
