"""Titles and functions as noun phrases: `Formanden`, `Skolens leder`, `Borgmesteren i Oddum`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from analyser.extraction.cast import Cast, Reading, mention_of, told_apart
from analyser.language.definite import definite_title, indefinite
from analyser.language.lexicon import affixes, words
from analyser.language.names import is_given_name, is_party, is_title_word
from analyser.language.words import last_word
from analyser.linking import Link, link_role
from analyser.linking.link import NOBODY
from analyser.minutes import Actor, Participant


def read_office(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Formanden`, `FTR'en`, `Børn- og Ungedirektøren`, `Skolens leder`, `Formanden for udvalget`, `Undertegnede`."""
    if text.casefold() in words("pronouns", "writer"):
        return _writer(text, start, cast)
    title = read_title(text) or _of_roster(text, cast)
    bare = title is None and " " not in text and is_title_word(text) and not is_given_name(text)
    if title is None and not bare:
        return None
    title = title or text.casefold()
    end = start + len(text)
    there = _of_place(text, cast)
    if there:
        link = link_role(title, there)
    else:
        link = told_apart(_of_body(link_role(title, cast.people), cast), start, end, cast)
        link = link if _is_here(text, title, cast) else NOBODY
    if bare and link.participant is None and not text[0].isupper():
        return None
    person = next((p for p in cast.people if p.id == link.participant), None)
    actor = Actor(
        kind="person" if person else "unknown" if link.ambiguous else "role",
        participant=link.participant,
        name=person.name if person else None,
        role=person.role if person and person.role else title,
        organisation=person.organisation if person else None,
        span=(start, end),
    )
    return Reading(actor, mention_of(text, start, link), start, end, title)


def _writer(text: str, start: int, cast: Cast) -> Reading | None:
    """`Undertegnede foreslog …`: the one who takes the minutes."""
    writers = [p for p in cast.people if "minute_taker" in p.functions]
    if len(writers) != 1:
        return None
    person, span = writers[0], (start, start + len(text))
    actor = Actor(kind="person", participant=person.id, name=person.name, role=person.role, span=span)
    link = Link(person.id, "role", 0.85)
    return Reading(actor, mention_of(text, start, link), start, span[1])


def _of_roster(text: str, cast: Cast) -> str | None:
    """Read the definite form of a title that no list knows and the roster has: `Visitatoren`."""
    bases = indefinite(text) if " " not in text else ()
    if not bases:
        return None
    held = {(p.role or "").casefold() for p in cast.people}
    return next((base for base in bases if base in held), None)


def _is_here(text: str, title: str, cast: Cast) -> bool:
    """Tell whether a title can be that of somebody at the meeting.

    `formanden for Fjordby IF`, `Elevrådets formand` and `den tidligere formand` are others, unless that is the body
    that meets or an organisation of the roster.
    """
    parts = text.split()
    if any(p.casefold() in words("titles", "former") for p in parts):
        return False
    places = [o.casefold() for o in cast.organisations] + [(cast.meeting.body or "").casefold()]
    behind = re.split(r"\s+(?:for|i|ved|på|af|hos|fra)\s+", text)[1:]
    if behind and not (
        _is_place(behind[0], places) or any(title_of(text) in (p.role or "").casefold() for p in cast.people)
    ):
        return False
    owner = parts[-2] if len(parts) > 1 and parts[-2].casefold().endswith("s") else None
    if owner is not None and not _is_place(owner[:-1], places):
        return False
    head = next((h for h in sorted(words("functions", "standing_chair")) if title.endswith(h)), title)
    front = title.removesuffix(head)
    common = (*words("titles", "lesser"), *words("functions", "own_fronts"))
    if front and not front.startswith(common):
        held = any(title == (p.role or "").casefold() for p in cast.people)
        return held or _is_place(front.rstrip("s"), places)
    return True


def title_of(text: str) -> str:
    """Give a title with what belongs to it, in lower case: `Chefen for Børn og Unge` gives `for børn og unge`."""
    match = re.search(r"\s+(?:for|i|ved|på|af|hos)\s+.+$", text)
    return match.group().strip().casefold() if match else text.casefold()


def _is_place(name: str, places: Sequence[str]) -> bool:
    low = name.casefold()
    stems = (low, *indefinite(low))
    return any(
        place and (place == s or (last_word(place).endswith(s) and len(s) > 3)) for place in places for s in stems
    )


def _house(person: Participant, own: str) -> str:
    """Give where somebody belongs: who stands for a party sits in the body that meets."""
    whose = (person.organisation or own).casefold()
    return own if is_party(whose) else whose


def _of_body(link: Link, cast: Cast) -> Link:
    """Let a title that several bear mean the one of them who bears it here: `næstformand`, not a guest's `næstformand,
    PLO Kattegat`."""
    if not link.ambiguous:
        return link
    own = (cast.meeting.organisation or "").casefold()
    bearers = [p for p in cast.people if p.id in {c.participant for c in link.candidates}]
    here = [p for p in bearers if "guest" not in p.functions and _house(p, own) == own]
    return Link(here[0].id, "role", link.score, link.candidates) if len(here) == 1 else link


def _of_place(text: str, cast: Cast) -> list[Participant]:
    """Give the participants from the place that a title names: `Oddums borgmester`, `Borgmesteren i Oddum`."""
    match = re.search(r"\s(?:i|fra|for)\s+(?P<behind>[A-ZÆØÅ][\wæøå-]+)$", text) or re.match(
        r"(?P<behind>[A-ZÆØÅ][\wæøå-]+?)s['’]?\s+(?=[a-zæøå])", text
    )
    if match is None:
        return []
    place = re.compile(rf"(?:^|[\s;]){re.escape(match['behind'])}(?:$|[\s;])", re.IGNORECASE)
    return [p for p in cast.people if place.search(p.organisation or "") or place.search(p.note or "")]


@lru_cache(maxsize=8192)
def read_title(text: str) -> str | None:
    """Give the title that a definite noun phrase names, in its indefinite form; None for other phrases."""
    parts = text.split()
    if not parts or len(parts) > 6 or not re.match(r"^[\w’']", text):
        return None
    head = re.split(r"\s+(?:for|i|ved|på|af|hos|fra)\s+", text)
    if len(head) > 1 and (len(head) > 2 or not _names_body(head[1])):
        return None
    phrase = head[0].split()
    base = definite_title(phrase[-1])
    if base is not None:
        before = phrase[:-1]
        joined = before and before[-1].casefold() == "og" and before[0].endswith("-")
        if not before or joined or before[0].casefold() in words("pronouns", "articles"):
            lead = before if joined else [w for w in before if w.casefold() not in words("pronouns", "articles")]
            return " ".join([*lead, base])
        if before[-1].casefold().endswith("s") and before[-1].casefold() not in words("adverbs", "clause_joining"):
            return base if len(before) <= 2 else None
        return None
    if len(phrase) < 2 or not is_title_word(phrase[-1]) or phrase[-1][0].isupper():
        return None
    if phrase[-2].casefold() in words("pronouns", "own"):
        return None
    owned = phrase[-2].casefold().endswith("s") and phrase[0][0].isupper()  # `Skolens leder`
    return " ".join(phrase[1:]) if owned or phrase[0].casefold() in words("pronouns", "articles") else None


def _names_body(text: str) -> bool:
    low = text.casefold()
    return last_word(low).endswith(affixes("organisations", "ends")) or text[:1].isupper()
