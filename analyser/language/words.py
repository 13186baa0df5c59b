"""Words of a sentence with their places, and what the language model says of each where one was loaded."""

import re
from typing import NamedTuple, Protocol

# an initial or a short name keeps its full stop in front of another name: `H. C. Lund`, `Sigv. Møll`
_SHORT = "|".join(rf"(?<=\b[A-ZÆØÅ][a-zæø]{{{n}}})" for n in (1, 2, 3))
_STOP = rf"(?=\.)(?:(?<=\b[A-ZÆØÅ])\.|(?:{_SHORT})\.(?=\s[A-ZÆØÅ]))"
_WORD = re.compile(rf"[\w§&]+(?:[.'’´/-]+[\w]+)*['’]?(?:{_STOP})?|[^\w\s]")

ARROWS = "→➡➜➔"  # in front of a task, or of who is to do it


class Tags(Protocol):
    """What tells of words what a language model says of them, by their offsets."""

    def pos_at(self, start: int) -> str | None:
        """Give the part of speech (UPOS) of the word at an offset."""

    def lemma_at(self, start: int) -> str:
        """Give its lemma."""


class Word(NamedTuple):  # of which there are many: it is made faster than a dataclass
    """A word or mark: `text[start:end]`, its lower-case form, and what tells its tags, or None."""

    text: str
    start: int
    end: int
    low: str
    tags: Tags | None = None

    @property
    def is_mark(self) -> bool:
        """A punctuation mark, not a word."""
        return not self.text[0].isalnum() and self.text[0] not in "§&"

    @property
    def pos(self) -> str | None:
        """The model's part of speech (UPOS), None without a model. It may have to read for it: ask this last."""
        return self.tags.pos_at(self.start) if self.tags else None

    @property
    def lemma(self) -> str:
        """The model's lemma, '' without one."""
        return self.tags.lemma_at(self.start) if self.tags else ""


def last_word(text: str) -> str:
    """Give the last word of a text, '' where it holds none."""
    return next(reversed(text.split()), "")


def words_of(text: str, start: int, end: int, tags: Tags | None = None) -> list[Word]:
    """Cut `text[start:end]` into words and marks; offsets count code points of `text`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word, (begin, stop) = match.group(), match.span()
        found.append(Word(word, begin, stop, word.casefold(), tags))
    return found
