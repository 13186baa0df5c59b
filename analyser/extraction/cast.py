"""The cast of a document: who can act in it, and the records in which noun phrases are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from analyser.language.lexicon import words
from analyser.language.names import leaning_of
from analyser.language.words import last_word
from analyser.linking import Link, link_name
from analyser.linking.roles import same_role
from analyser.minutes import Actor, Meeting, Mention, Participant


@dataclass(frozen=True)
class Reading:
    """An actor as read from `[start, end)`, and the mention that the record keeps of it (None for organisations)."""

    actor: Actor
    mention: Mention | None
    start: int
    end: int
    title: str | None = None


@dataclass(frozen=True)
class Cast:
    """Who can act in one document: its participants and organisations.

    `antecedents` are those whom a pronoun may mean, the nearest first, `spoken` the participants who have spoken in the
    item so far. What was once read of its people stays in `links`, `mentions` and `readings`, as several rules read the
    same words; casts that differ in `antecedents` or `spoken` alone share it.
    """

    people: tuple[Participant, ...]
    organisations: tuple[str, ...]
    meeting: Meeting
    antecedents: tuple[Reading, ...] = ()
    spoken: frozenset[str] = frozenset()
    links: dict[tuple[str, str | None, bool], Link] = field(default_factory=dict, compare=False, repr=False)
    mentions: dict[tuple[int, str], tuple[Mention, ...]] = field(default_factory=dict, compare=False, repr=False)
    readings: dict[tuple[str, str, int, bool], Reading | None] = field(default_factory=dict, compare=False, repr=False)

    def heard(self, spoken: frozenset[str]) -> "Cast":
        """Give the same cast with others who have spoken."""
        return replace(self, spoken=spoken)

    def after(self, antecedents: tuple[Reading, ...]) -> "Cast":
        """Give the same cast with other antecedents for pronouns."""
        return replace(self, antecedents=antecedents)


def link_in(cast: Cast, name: str, title: str | None = None, speaker: bool = False) -> Link:
    """Link a name to one of the cast (see `link_name`)."""
    key = (name, title, speaker)
    link = cast.links.get(key)
    if link is None:
        link = cast.links[key] = link_name(name, cast.people, title, speaker)
    return link


def make_cast(people: Sequence[Participant], meeting: Meeting) -> Cast:
    """Collect the organisations that the head and the roster name; the meeting's own comes first."""
    own = meeting.organisation or ""
    halves = re.split(r"\s+og\s+(?=[A-ZÆØÅ])", own)
    pair = len(halves) == 2 and all(last_word(h).casefold() in words("bodies", "organisation_ends") for h in halves)
    named = [*(halves if pair else [own]), *(p.organisation for p in people)]
    kept: dict[str, str] = {}
    for name in named:
        if name:
            kept.setdefault(name.casefold(), name)
    return Cast(tuple(people), tuple(kept.values()), meeting)


def agrees(pronoun: str, reading: Reading) -> bool:
    """Tell whether a pronoun can mean somebody: `hun` is no Ole. A name that tells no gender agrees with both."""
    gender = leaning_of(reading.actor.name or "")
    low = pronoun.casefold()
    if gender == "m":
        return low not in words("pronouns", "women")
    return gender is None or low not in words("pronouns", "men")


def mention_of(text: str, start: int, link: Link) -> Mention:
    """Make the mention of a name or title at `start` from its link."""
    return Mention(
        text=text,
        participant=link.participant,
        method=link.method,
        score=link.score,
        candidates=link.candidates,
        span=(start, start + len(text)),
    )


def mismatched(reading: Reading, cast: Cast) -> Participant | None:
    """Give the participant whom the text calls by another title than the roster; None where they agree."""
    if reading.title is None or reading.actor.participant is None or reading.mention is None:
        return None
    if reading.mention.method in ("role", "coreference"):
        return None
    person = next(p for p in cast.people if p.id == reading.actor.participant)
    titles = [t for t in re.split(r"\s*[;,/]\s*", f"{person.role or ''};{person.note or ''}") if t]
    if person.role is None or any(same_role(reading.title, t) for t in titles):
        return None
    if any(reading.title.casefold() in words("functions", f) for f in ("chair", "minute_taker")):
        return None
    return person
