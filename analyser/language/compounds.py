"""Danish compounds: whether a word holds another as a part (`villa|indbrud|ene`), not just its letters (`bil|let`).

A part is one by what stands beside it: another part, known or long enough to be one, or an ending. Letters beside it
that are a prefix or a derivation (`ind|brud`, `ret|ning`) make another word. The measure is
`tests/language/test_word_forms.py`.
"""

import re
from collections.abc import Callable
from functools import cache

from analyser.language.inflections import inflected, stem
from analyser.language.lexicon import words as listed

SHORTEST = 3
"""Letters of a word that is looked for in compounds."""

_LONG = 4
"""Letters of a word that needs no known part beside it: fewer stand in many words by chance."""

_UNKNOWN = 4
"""Letters of a part that nobody knows."""

_VOWEL = re.compile("[aeiouyæøå]")

_LINKS = sorted(listed("compounds", "links"))
# a prefix between the word and another part: `klima|ud|valg`
_PREFIXED = re.compile(rf"...s?(?:{'|'.join(sorted(listed('compounds', 'inner_prefixes')))})$")

IsWord = Callable[[str], bool]


def holds(compound: str, word: str, is_word: IsWord = lambda part: False) -> bool:
    """Tell whether a word is a part of a compound; both are in lower case.

    Args:
        compound: a longer word.
        word: what it may hold, as it stands in compounds: `skole`, not `skolen`.
        is_word: tells of a part whether it is known as a word of its own; common parts are known anyhow.
    """
    if len(word) < SHORTEST or len(compound) <= len(word):
        return False
    at = compound.find(word)
    while at >= 0:
        before, behind = compound[:at], compound[at + len(word) :]
        if (
            not _is_simple(compound, at, at + len(word))
            and _begins(before, word, is_word)
            and (_continues(behind, word, is_word) or (before and _is_form(before, word, behind, is_word)))
        ):
            return True
        at = compound.find(word, at + 1)
    return False


def _is_simple(compound: str, start: int, end: int) -> bool:
    """Tell whether the letters from start to end belong to a word that is no compound."""
    return any(
        found.start() < end and start < found.end() and not (start <= found.start() and found.end() <= end)
        for found in _simple().finditer(compound)
    )


def _begins(part: str, word: str, is_word: IsWord) -> bool:
    """Tell whether what stands before the word can be the first part: nothing, or a word with or without its link."""
    if not part:
        return True
    if part in listed("compounds", "prefixes"):
        return False
    rests = [(part.removesuffix(link), link) for link in _LINKS if part.endswith(link)]
    if any(_is_known(rest, is_word) for rest, _ in rests):
        return True
    return not _PREFIXED.search(part) and any(_is_part(rest, word, link, is_word) for rest, link in rests)


def _continues(part: str, word: str, is_word: IsWord) -> bool:
    """Tell whether what stands behind the word can be the last part, with or without a link."""
    links = [link for link in _LINKS if part.startswith(link)]
    rests = [(part.removeprefix(link), link) for link in links]
    return not _derives(part) and any(
        not _derives(rest) and _is_part(rest, word, link, is_word) for rest, link in rests
    )


def _is_form(before: str, word: str, ending: str, is_word: IsWord) -> bool:
    """Tell whether the word stands last in the compound, whole and perhaps inflected.

    What looks like it may be an ending of the word before it: `kontor|et` ends in `ret`, `interesser|et` too.
    """
    if ending:
        return inflected(word, word + ending, is_word)
    cuts = [cut for cut in range(1, len(word)) if word[cut:] in listed("inflections", "endings")]
    return not any(_ends_in_word(before + word[:cut], len(before), before + word, is_word) for cut in cuts)


def _ends_in_word(text: str, reaching: int, compound: str, is_word: IsWord) -> bool:
    """Tell whether a text is a word, or ends in one that begins before `reaching`; the compound itself is none."""
    if is_word(text) or (is_word(f"{text}e") and f"{text}e" != compound):
        return True
    return any(text[start:] in _parts() for start in range(reaching))


def _is_part(part: str, word: str, link: str, is_word: IsWord) -> bool:
    """Tell whether letters beside the word are a part: known, or two that are, or long enough."""
    if part in _parts() or (len(part) >= SHORTEST and (stem(part) in _stems() or is_word(part))):
        return True
    if not _VOWEL.search(part):
        return False
    if len(part) >= _UNKNOWN and (len(word) >= _LONG or link == "s"):
        return True
    return any(
        _is_known(part[:cut].removesuffix("s"), is_word) and _is_known(part[cut:], is_word)
        for cut in range(2, len(part) - 2)
    )


def _is_known(part: str, is_word: IsWord) -> bool:
    return part in _parts() or (len(part) > 3 and (stem(part) in _stems() or is_word(part)))


def _derives(part: str) -> bool:
    """Tell whether a part begins with a derivation that ends there, is inflected, or goes on with s (`ningsplan`)."""
    return _derivation().match(part) is not None


@cache
def _derivation() -> re.Pattern[str]:
    suffixes = "|".join(sorted(listed("compounds", "suffixes"), key=len, reverse=True))
    return re.compile(rf"[a-zæøå]?(?:{suffixes})(?:s.*|e|t|n|r|en|er|et|erne|ens|erens|ene|ende)?$")


@cache
def _simple() -> re.Pattern[str]:
    return re.compile("|".join(sorted(listed("compounds", "simple"), key=len, reverse=True)))


@cache
def _parts() -> frozenset[str]:
    return listed("compounds", "parts")


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(part) for part in _parts())
