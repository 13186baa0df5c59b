"""The record of a decision while it is being read."""

from dataclasses import dataclass

from analyser.extraction.cast import Reading
from analyser.extraction.sentences import Sentence
from analyser.minutes import DecisionKind, Votes


@dataclass(frozen=True)
class Decided:
    """A decision before it has an id."""

    kind: DecisionKind
    by: Reading | None
    votes: Votes | None
    sentence: Sentence
    uncertain: bool = False  # the other side voted too, and nobody can tell how many: `For stemte A. Imod stemte V.`
    counted: bool = False  # nothing but a count of votes
    resolved: bool = False  # what the meeting takes upon itself, and no verb of deciding
    entry: bool = False  # a line with a label and what came of it: `Grøn telefon: nedstemt`
    first: Sentence | None = None  # where its count of votes stands, in front of it
    last: Sentence | None = None  # where more of it stands, behind it
    until: int = -1  # where the list below ends that is a part of it

    @property
    def begins(self) -> int:
        """Where the decision begins: its sentence, or the count of votes before it."""
        return (self.first or self.sentence).start

    @property
    def ends(self) -> int:
        """Where the decision ends: with its sentence, or the list below."""
        return max(self.sentence.end, self.until)
