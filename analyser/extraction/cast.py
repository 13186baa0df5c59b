"""The cast of a document: who can act in it, and the records in which noun phrases are read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import Protocol

from analyser.extraction.initials import INITIALS, is_something
from analyser.language.lexicon import words
from analyser.language.names import is_party, name_fits, nickname_in
from analyser.language.words import last_word
from analyser.linking import Link, link_name
from analyser.linking.link import NOBODY
from analyser.linking.names import sound
from analyser.linking.roles import is_last_part, offices_of, same_role
from analyser.minutes import Actor, Candidate, Meeting, Mention, Participant


@dataclass(frozen=True)
class Reading:
    """An actor as read from `[start, end)`, and the mention that the record keeps of it (None for organisations)."""

    actor: Actor
    mention: Mention | None
    start: int
    end: int
    title: str | None = None


@dataclass(frozen=True)
class Reference:
    """Whom a pronoun means, or a title or name that several bear: a participant, or somebody by name alone, or nobody
    who can be told for sure; then `candidates` are the participants who may be meant."""

    participant: str | None
    name: str | None
    score: float
    candidates: tuple[str, ...] = ()


SURE = {"sentence": 0.8, "before": 0.7, "item": 0.6}  # score of a reference, by how near whom it means is named


class References(Protocol):
    """Whom pronouns mean, and titles and names that several bear, by the offset where they stand."""

    def get(self, at: int, /) -> Reference | None:
        """Give whom the word at an offset means; None where there is no such word."""


@dataclass(frozen=True)
class Bearer:
    """Somebody whom the text calls by a title at `[start, end)`: `revisor` of `Revisor Lis Bo`.

    `since` is the offset from which on it holds, 0 for one that held before: who is elected has the title after that.
    """

    title: str
    participant: str | None
    name: str
    start: int
    end: int
    item: str | None
    since: int


@dataclass(frozen=True)
class Cast:
    """Who can act in one document: its participants and organisations.

    `references` says whom pronouns and ambiguous titles mean, by their offset, `initials` whose those are that the text
    uses and no roster gives, `no_initials` what is short for a house; `strangers` are the full names in it that are on
    no roster, `bearers` says who bears which title, `breaks` where items begin, `writer` who is `jeg`. What was once
    read of its people stays in `links`, `names`, `mentions` and `readings`, as several rules read the same words.
    """

    people: tuple[Participant, ...]
    organisations: tuple[str, ...]
    meeting: Meeting
    references: References = field(default_factory=dict[int, Reference], compare=False, repr=False)
    initials: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    no_initials: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    homes: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    strangers: tuple[str, ...] = field(default=(), compare=False, repr=False)
    bearers: tuple[Bearer, ...] = field(default=(), compare=False, repr=False)
    breaks: tuple[int, ...] = field(default=(), compare=False, repr=False)
    writer: str | None = field(default=None, compare=False, repr=False)
    links: dict[tuple[str, str | None, bool, bool], Link] = field(default_factory=dict, compare=False, repr=False)
    names: dict[tuple[int, str], tuple[Mention, ...]] = field(default_factory=dict, compare=False, repr=False)
    mentions: dict[tuple[int, str], tuple[Mention, ...]] = field(default_factory=dict, compare=False, repr=False)
    readings: dict[tuple[str, str, int, bool], Reading | None] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles of the roster in lower case."""
        return frozenset((p.role or "").casefold() for p in self.people)

    @cached_property
    def long_titles(self) -> frozenset[str]:
        """The titles of the roster that have an adjective, written in full: `pædagogisk leder`."""
        return frozenset(o for p in self.people for o in offices_of(p.role or "") if " " in o and "." not in o)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The last words of those titles: `leder`."""
        return frozenset(last_word(title) for title in self.long_titles)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of the people's names in lower case."""
        return frozenset(w for name in self.names_and_nicknames for w in name.casefold().split())

    @cached_property
    def names_and_nicknames(self) -> tuple[str, ...]:
        """The people's names, and what those who have a nickname are called."""
        return (*(p.name for p in self.people), *(called for p in self.people if (called := nickname_in(p.note))))

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How the parts of the people's names sound."""
        every = ((name.split(), re.split(r"[\s-]+", name)) for name in self.names_and_nicknames)
        joined = ("".join(two) for p in self.people for two in pairwise(re.split(r"[\s-]+", p.name)))  # `Ingermarie`
        single = (w.strip("()\"“”„»«'") for whole, parts in every for w in (*whole, *parts))  # `Ole "Fritte" Holm`
        return frozenset(sound(w) for w in (*single, *joined))


def link_in(cast: Cast, name: str, title: str | None = None, speaker: bool = False, owner: bool = False) -> Link:
    """Link a name to one of the cast (see `link_name`)."""
    key = (name, title, speaker, owner)
    link = cast.links.get(key)
    if link is None:
        initials = INITIALS.fullmatch(name)
        who = cast.initials.get(initials["initials"]) if initials else None
        known = Link(who, "initials", 0.9) if who is not None else None
        given = initials is not None and is_initials(name, cast)
        bare = initials["initials"] if initials and given else name  # `CBN's`
        if initials and not given and (bare in cast.no_initials or is_something(initials["initials"])):
            known = NOBODY  # `SB` of the Skolebestyrelse, at which a Susanne Bak sits
        link = cast.links[key] = known or link_name(bare, cast.people, title, speaker, owner)
    return link


def stranger(name: str, cast: Cast) -> str | None:
    """Give the one of no roster whom a part of a name means: `Ettrup`, where `Sejr Ettrup` stands in the minutes."""
    fits = [full for full in cast.strangers if name_fits(name, full)]
    return fits[0] if len(fits) == 1 else None


def is_initials(text: str, cast: Cast) -> bool:
    """Tell whether a word is the initials of somebody here, in the genitive as well: `GH`, `TV's`."""
    match = INITIALS.fullmatch(text)
    return match is not None and (
        match["initials"] in cast.initials or any(p.initials == match["initials"] for p in cast.people)
    )


def gather(people: Sequence[Participant], meeting: Meeting) -> Cast:
    """Collect the organisations that the head and the roster name; the meeting's own comes first."""
    own = meeting.organisation or ""
    halves = re.split(r"\s+og\s+(?=[A-ZÆØÅ])", own)
    pair = len(halves) == 2 and all(last_word(h).casefold() in words("bodies", "organisation_ends") for h in halves)
    named = [*(halves if pair else [own]), *(p.organisation for p in people)]
    kept: dict[str, str] = {}
    for name in named:
        if name and not is_party(name):  # a party is told of in votes, not as one that acts
            kept.setdefault(name.casefold(), name)
    return Cast(tuple(people), tuple(kept.values()), meeting)


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


@cache
def pronouns() -> frozenset[str]:
    """The words that mean somebody named before, or who speaks: `han`, `hende`, `sidstnævnte`, `jeg`."""
    return frozenset(
        word for kind in ("men", "women", "last", "first", "nearest", "myself") for word in words("pronouns", kind)
    )


def told_apart(link: Link, start: int, end: int, cast: Cast) -> Link:
    """Let a name or title that several bear mean the one of them whom the item has named, as `references` tells."""
    if not link.ambiguous:
        return link
    meant = next((r for at in range(start, end) if (r := cast.references.get(at)) is not None), None)
    if meant is None or meant.participant is None:
        return link
    return Link(meant.participant, "coreference", meant.score, link.candidates)


def reference_mention(text: str, start: int, meant: Reference | None) -> Mention:
    """Make the mention of a pronoun at `start`."""
    who = meant.participant if meant else None
    others = meant.candidates if meant and who is None else ()
    return Mention(
        text=text,
        participant=who,
        method="coreference" if who else "none",
        score=meant.score if meant and who else 0.0,
        candidates=tuple(Candidate(participant=p, score=0.5) for p in others),
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
    head, heads = _head(reading.title), [_head(t) for t in titles]
    if any(same_role(head, h) or is_last_part(head, h) for h in heads):
        return None  # `hvorimod overlærer Bo` for the overlærer; the revisor who is `statsaut. revisor`
    if any(h in words("titles", "occupations") or h in words("titles", "addresses") for h in (head, *heads)):
        return None  # a murermester is kasserer too, and `Frk. Bo` may be lærerinde
    if any(head in words("functions", f) for f in ("chair", "minute_taker")):
        return None
    return person


def _head(title: str) -> str:
    """The last word of a title: `statsaut. revisor` → `revisor`, `Kirkeværge:` → `kirkeværge`."""
    return last_word(title).rstrip(":").casefold()
