"""Words of a sentence with their places, and what the language model says of each where one was loaded."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# an initial or a short name keeps its full stop in front of another name: `H. C. Lund`, `Sigv. Møll`
_SHORT = "|".join(rf"(?<=\b[A-ZÆØÅ][a-zæø]{{{n}}})" for n in (1, 2, 3))
_WORD = re.compile(r"[\w§&]+(?:[.'’´/-]+[\w]+)*['’]?(?:(?<=\b[A-ZÆØÅ])\.|(?:" + _SHORT + r")\.(?=\s[A-ZÆØÅ]))?|[^\w\s]")


@dataclass(frozen=True)
class Tag:
    """What a model says of words: part of speech (UPOS), and the lemma of the one at an offset."""

    pos: str
    lemma_at: Callable[[int], str]


@dataclass(frozen=True)
class Word:
    """A word or mark: `text[start:end]`, its lower-case form, and the model's tag or None."""

    text: str
    start: int
    end: int
    low: str
    tag: Tag | None = None

    @property
    def is_mark(self) -> bool:
        """A punctuation mark, not a word."""
        return not self.text[0].isalnum() and self.text[0] not in "§&"

    @property
    def lemma(self) -> str:
        """The model's lemma, '' without one."""
        return self.tag.lemma_at(self.start) if self.tag else ""


def last_word(text: str) -> str:
    """Give the last word of a text, '' where it holds none."""
    return next(reversed(text.split()), "")


def words_of(text: str, start: int, end: int, tags: Mapping[int, Tag] | None = None) -> list[Word]:
    """Cut `text[start:end]` into words and marks; offsets count code points of `text`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word, (begin, stop) = match.group(), match.span()
        found.append(Word(word, begin, stop, word.casefold(), tags.get(begin) if tags else None))
    return found
