"""Offices of participants that no roster tells and the minutes do: `Kasserer Lis Bo fremlagde regnskabet.`"""

import re
from collections.abc import Sequence

from analyser.extraction.cast import Bearer, Cast
from analyser.extraction.titled_here import is_held_here
from analyser.language.lexicon import words
from analyser.language.names import initials_of, is_party
from analyser.minutes import Participant
from analyser.structure.chairing import chair_by_law

_OWNED = re.compile(r"[A-ZÆØÅ]\w+s['’]?\s(?P<title>[a-zæøå]+)")


def with_told_roles(cast: Cast, prose: str) -> tuple[Participant, ...]:
    """Give those of no role the office that the minutes call them by, and let the formand chair if nobody else does.

    `Formand Ib Ravn bød velkommen.`; of an office that two are called by, or that another has on the roster, nothing is
    said. Who is elected at the meeting (`since`) did not have it before; `Tidligere formand Ib Ravn` and `Formand Ib
    Ravn fra Solby IF` have none here. A guest leads nothing.
    """
    here = [b for b in cast.bearers if b.since == 0 and is_held_here(prose, b.start, b.end, cast)]
    people = [_told(person, here, cast) for person in cast.people]
    people = [_of_party(_unowned(p), people, prose) for p in people]
    if any("chair" in p.functions for p in people):
        return tuple(people)
    chair = chair_by_law(people, cast.meeting.body, besides=words("functions", "plain_chair"))
    if chair is not None:
        people[chair] = people[chair].model_copy(update={"functions": (*people[chair].functions, "chair")})
    return tuple(people)


def _visits(person: Participant) -> bool:
    return bool({"guest", "observer"} & set(person.functions))


def _told(person: Participant, here: Sequence[Bearer], cast: Cast) -> Participant:
    if person.role is not None or _visits(person):
        return person
    borne = {(p.role or "").casefold() for p in cast.people}
    called = [b for b in here if b.title in words("titles", "elected") - borne]
    own = list(dict.fromkeys(b.title for b in called if b.participant == person.id))
    sole = [title for title in own if {b.participant for b in called if b.title == title} == {person.id}]
    return person.model_copy(update={"role": sole[0]}) if len(sole) == 1 else person


def _unowned(person: Participant) -> Participant:
    """`Skolens revisor, Ib Ravn, gennemgik` tells of the revisor; whose formand one is matters."""
    owned = _OWNED.fullmatch(person.role or "")
    if owned is None or owned["title"] in words("titles", "representing"):
        return person
    return person.model_copy(update={"role": owned["title"]})


def _of_party(person: Participant, people: Sequence[Participant], prose: str) -> Participant:
    """`Lis Bo (SF) stillede et ændringsforslag`: the party of one whom no roster names.

    The letters of `Susanne Fog (SF), Karl Friis (KF), Bo Ek (BE)` are their own; those of `Susanne Fog (SF), Karl Friis
    (V)` are a party's, as others sit for one and nobody has initials.
    """
    if person.organisation is not None or person.span is None:
        return person
    behind = re.match(r"\s\((?P<party>[A-ZÆØÅ]{1,2})\)", prose[person.span[1] : person.span[1] + 8])
    party = behind["party"] if behind else ""
    if not is_party(party):
        return person
    if party in (person.initials, initials_of(person.name)):
        others = [p for p in people if p.id != person.id]
        if any(p.initials for p in others) or not any(is_party(p.organisation or "") for p in others):
            return person
    return person.model_copy(update={"organisation": party})
