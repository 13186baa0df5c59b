"""Forms of one Danish word: `indbrud`, `indbruddets`, `indbruddene`.

Snowball's Danish stemmer says which words may be forms of one; it cuts derived words alike (`målere` to `mål`,
`mulighed` to `mul`) and leaves short ones whole (`byen`), so what it says is checked by their endings. The measure is
`tests/language/test_word_forms.py`.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

import snowballstemmer

from analyser.language.lexicon import lexicon
from analyser.language.lexicon import words as listed

_VOWELS = "aeiouyæøå"
_SHORTEST = 2
"""Letters that two forms share at least."""
# `byen`, `skoerne`: the stemmer leaves what is shorter than three letters and one more
_OPEN = re.compile(rf"([^{_VOWELS}]*[{_VOWELS}])(?:en|et|er|erne|ens|ets|ers|ernes)")
# an e that goes before an ending, as the stem has it: `cykl(er)`, `centr(et)`, and as the form has it
_NO_E_BEFORE_L = re.compile(rf"(?<=[{_VOWELS}])([^{_VOWELS}]+)l$")
_NO_E_BEFORE_R = re.compile(r"(?<=[bdfgkptv])r$")
_SHORTENED = re.compile(rf"(?<=[{_VOWELS}])([^{_VOWELS}]*[^{_VOWELS}lr])([lr])(e[nrt]?s?|er?nes?)$")
_DOUBLE = re.compile(rf"([^{_VOWELS}])\1(?=el)")


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("danish")


@cache
def _irregular() -> tuple[re.Pattern[str], dict[str, str]]:
    forms = {form: word for word, forms in lexicon("inflections")["irregular"].items() for form in forms}
    return re.compile(f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})$"), forms


def _regular(word: str) -> str:
    """Give the dictionary form of a word that changes its vowel, also at the end of a compound: `formænd`."""
    pattern, forms = _irregular()
    return pattern.sub(lambda found: forms[found[0]], word)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Give what the forms of a word share: `indbruddene` gives `indbrud`, `byen` gives `by`, `børn` gives `barn`.

    The word is in lower case. Words with one stem need not be forms of one word; `inflected` tells.
    """
    word = _regular(word)
    if found := _OPEN.fullmatch(word):
        return found[1]
    short, before = _stemmer().stemWord(word), word
    while short != before:  # `budgettet` to `budget` to `budg`, as `budget` is cut too
        short, before = _stemmer().stemWord(short), short
    short = _NO_E_BEFORE_R.sub("", _NO_E_BEFORE_L.sub(r"\1el", short))
    return _DOUBLE.sub(r"\1", short)


def inflected(word: str, other: str, is_word: Callable[[str], bool] = lambda word: False) -> bool:
    """Tell whether two words in lower case are forms of one: what they do not share are endings.

    `skole` and `skolerne` are, `mål` and `målere` are not. Where `is_word` knows a word in -ere (`måler` beside
    `målere`), that in -er is somebody or something that does it, and no form of the word without it.
    """
    word, other = _regular(word), _regular(other)
    if word == other:
        return True
    if stem(word) != stem(other) or _simple(word) != _simple(other):
        return False
    return _share(word, other, is_word) or _share(_restored(word), _restored(other), is_word)


def _share(word: str, other: str, is_word: Callable[[str], bool]) -> bool:
    """Tell whether the shortest beginning that leaves both words with endings leaves them with endings of one kind."""
    for length in range(_SHORTEST, min(len(word), len(other)) + 1):
        if word[:length] != other[:length]:
            return False
        ends = [_ending(w, length) for w in (word, other)]
        if None not in ends:
            one, two = (_is_agent(w, end, is_word) for w, end in zip((word, other), ends, strict=True))
            # `lærerne` is a form of `lærer`, and of `lære` as far as its ending tells
            return one is two or (ends[1] if one else ends[0]) in listed("inflections", "agent")
    return False


def _ending(word: str, length: int) -> str | None:
    """Give what stands behind the first letters where it is an ending; a doubled consonant goes: `indbrud|d|et`."""
    last, end = word[length - 1], word[length:]
    if len(end) > 1 and end[0] == last and last not in _VOWELS:
        end = end[1:]
    elif end in listed("inflections", "after_vowel"):
        return end if last in _VOWELS else None
    return end if end in listed("inflections", "endings") or end in listed("inflections", "agent") else None


def _is_agent(word: str, end: str | None, is_word: Callable[[str], bool]) -> bool:
    if not end or not end.startswith("er"):
        return False
    agent = f"{word.removesuffix(end)}er"
    return end in listed("inflections", "agent_only") or is_word(f"{agent}e") or is_word(f"{agent}en")


def _simple(word: str) -> bool:
    """Tell whether a word is one of those that look like a form of another: `billet` is none of `bil`."""
    return word.startswith(tuple(listed("compounds", "simple")))


def _restored(word: str) -> str:
    """Give a contracted form with the e that went: `cykler` gives `cykeler`, `midlerne` gives `midelerne`."""
    return _DOUBLE.sub(r"\1", _SHORTENED.sub(r"\1e\2\3", word))
