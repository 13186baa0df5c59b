"""The record of a statement while it is being read."""

from dataclasses import dataclass

from analyser.extraction.cast import Reading
from analyser.extraction.sentences import Sentence
from analyser.minutes import Act, Quote


@dataclass(frozen=True)
class Said:
    """A statement before it has an id: its speakers (one or several), verb, act, topic, and its sentence."""

    speakers: tuple[Reading, ...]
    verb: str | None
    act: Act
    topic: Quote | None
    sentence: Sentence
    at: int
    misspelt: bool = False
    tense: str = "past"
    clause: int = -1  # offset of its subject or verb, whichever comes first
    start: int = -1  # offset of the clause, where it is not the sentence's first

    @property
    def begins(self) -> int:
        """Where the statement begins: its sentence, or its clause behind another statement of the sentence."""
        return self.start if self.start >= 0 else self.sentence.start
