"""What linking answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyser.minutes import Candidate, LinkMethod

CLOSE = 0.06  # two candidates nearer than this are equally good
_MOST = 5


@dataclass(frozen=True)
class Link:
    """Whom a mention means: a participant's id, or None where nobody or several fit; with all that were considered."""

    participant: str | None
    method: LinkMethod
    score: float
    candidates: tuple[Candidate, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Several participants fit equally well."""
        return self.participant is None and len(self.candidates) > 1


NOBODY = Link(None, "none", 0.0)


def choose(scored: Sequence[tuple[str, float, LinkMethod]], threshold: float) -> Link:
    """Choose the best of (participant, score, method), or nobody: below the threshold, or with two as good."""
    ordered = sorted(scored, key=lambda s: (-s[1], s[0]))[:_MOST]
    candidates = tuple(Candidate(participant=p, score=round(score, 3)) for p, score, _ in ordered if score > 0)
    if not ordered or ordered[0][1] < threshold:
        return Link(None, "none", 0.0, candidates)
    best = ordered[0]
    if len(ordered) > 1 and best[1] - ordered[1][1] < CLOSE:
        close = tuple(c for c in candidates if best[1] - c.score < CLOSE)
        return Link(None, "none", round(best[1], 3), close)
    return Link(best[0], best[2], round(best[1], 3), candidates)
