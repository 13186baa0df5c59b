"""Whom a title means at a place of the text: who is called so there, who bears it on the roster, who was elected."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analyser.extraction.cast import Bearer, Cast, told_apart
from analyser.language.definite import indefinite, singular_title
from analyser.language.lexicon import lexicon, words
from analyser.language.names import is_party
from analyser.language.words import last_word
from analyser.linking import Link, link_role
from analyser.linking.link import NOBODY
from analyser.linking.roles import is_last_part, is_lesser, offices_of, same_role
from analyser.minutes import Participant

_SURE = 0.9  # score of who bears the very title on the roster


def link_title(text: str, title: str, start: int, cast: Cast) -> tuple[Link, str | None]:
    """Link a title, `title` in its indefinite form, that stands as `text` at `start`; with the name of the one it means
    where no roster has that one.

    Who is called so right there comes first (`Formanden, Ib Holm`), then whom the item has called so, the roster, and
    whom the minutes call so anywhere.
    """
    end = start + len(text)
    here = [b for b in cast.bearers if (b.start < end and b.end > start) or b.start == start]
    low = [w.casefold() for w in text.split()]
    title = " ".join(w for w in title.split() if w not in _qualifiers()) or title
    if here and _matches(title, here[-1].title):
        return _of(here[-1], 0.95)
    if any(w in words("titles", "fresh") for w in low[:-1]):
        elected = [b for b in cast.bearers if 0 < b.since <= start and _matches(title, b.title)]
        return _of(elected[-1], 0.85) if elected else (NOBODY, None)
    if any(w in words("titles", "outgoing") for w in low[:-1]):
        return _outgoing(title, cast), None
    if any(w in words("titles", "acting") for w in low[:-1]):
        return link_role(title, [p for p in cast.people if _is_acting(p)]), None
    if title == "repræsentant":
        link = _of_group(text, cast)
        if link.participant is not None:
            return link, None
    there = _of_place(text, cast)
    if there:
        link = link_role(title, there)
        if link.participant is None and len(there) == 1 and title in words("titles", "representing"):
            link = Link(there[0].id, "role", 0.75)
        if link.participant is not None:
            return link, None
    if not is_here(text, title, cast):
        return (_called(title, start, cast) if _of_another(_front(title), cast) else None) or (NOBODY, None)
    link = told_apart(_of_body(link_role(title, cast.people), cast), start, end, cast)
    called = _called(title, start, cast)
    if called is not None:
        return called if link.score < 1 or link.participant in (None, called[0].participant) else (_either(link), None)
    led = {b.participant: b for b in cast.bearers if 0 < b.since <= start and b.title == title}
    if link.score < _SURE and len(led) == 1 and title in words("functions", "chair"):
        return _of(next(iter(led.values())), 0.85)  # `Valg af ordstyrer: Bjarne`, and not who leads the board
    if link.participant is not None and _contradicted(title, link.participant, cast):
        return _either(link), None
    if link.participant is not None or link.ambiguous:
        return link, None
    return _anywhere(title, start, cast) or _by_law(title, cast) or (link, None)


def _outgoing(title: str, cast: Cast) -> Link:
    """`Den afgående kasserer` is the one of the roster where the minutes tell that another was elected."""
    chosen = {b.participant for b in cast.bearers if b.since > 0 and _matches(title, b.title)}
    return link_role(title, [p for p in cast.people if p.id not in chosen]) if chosen else NOBODY


def _qualifiers() -> frozenset[str]:
    return words("titles", "former") | words("titles", "acting") | words("titles", "standing")


def _of(bearer: Bearer, score: float) -> tuple[Link, str | None]:
    if bearer.participant is None:
        return NOBODY, bearer.name
    return Link(bearer.participant, "role", score), None


def _of_group(text: str, cast: Cast) -> Link:
    """`Pædagogernes repræsentant` is the pædagogrepræsentant, `Forældrenes repræsentant` the forældrerepræsentant."""
    owner = re.match(r"(?P<many>[\wæøå]+)s['’]?\s", text)
    if owner is None:
        return NOBODY
    there = [
        p for p in cast.people if (p.role or "").casefold() == owner["many"].casefold() and p.attendance != "absent"
    ]
    if len(there) == 1:  # `de studerendes repræsentant` of those who are called studerende
        return Link(there[0].id, "role", 0.75)
    one = singular_title(owner["many"])
    if one is None:
        return NOBODY
    fronts = (one, f"{one}e", owner["many"].removesuffix("ne"))
    links = [link_role(f"{front.casefold()}repræsentant", cast.people) for front in fronts]
    return next((link for link in links if link.participant is not None), NOBODY)


def _matches(title: str, borne: str) -> bool:
    return same_role(title, borne) or is_last_part(title, borne)


def _called(title: str, start: int, cast: Cast) -> tuple[Link, str | None] | None:
    """`Udvalgsformand Lis Bo forelagde sagen. … Udvalgsformanden svarede`: the one called so last in the item."""
    item = bisect_right(cast.breaks, start)
    for bearer in reversed(cast.bearers):
        same = bisect_right(cast.breaks, bearer.start) == item
        longer = title not in words("functions", "plain_chair") and is_last_part(title, bearer.title)
        fits = bearer.title == title or longer
        if bearer.start < start and same and item and fits:
            return _of(bearer, 0.9)
    return None


def _contradicted(title: str, participant: str, cast: Cast) -> bool:
    """Tell whether the roster was read so that one bears a title whose words stand beside another: `Ole Bech, formand,`
    and the next line begins with Lis Bo."""
    beside = [b for b in cast.bearers if b.item is None and b.since == 0 and b.title == title and b.participant]
    return bool(beside) and all(b.participant != participant for b in beside)


def _either(link: Link) -> Link:
    """Of one who bears a title on the roster and another whom the item calls so, neither is meant for sure."""
    return Link(None, "none", link.score, link.candidates)


def _anywhere(title: str, start: int, cast: Cast) -> tuple[Link, str | None] | None:
    """Whom the minutes call so anywhere, if that is one; who is elected later does not have the title yet."""
    known = [b for b in cast.bearers if b.since <= start]
    for fits in ([b for b in known if same_role(title, b.title)], [b for b in known if is_last_part(title, b.title)]):
        people = {b.participant or b.name: b for b in fits}
        if len(people) == 1:
            return _of(next(iter(people.values())), 0.75)
        if people:
            return None
    return None


def _by_law(title: str, cast: Cast) -> tuple[Link, str | None] | None:
    """`Borgmesteren` at a meeting of the Økonomiudvalg, whose chairman he is by law; the roster calls him `formand`."""
    body = (cast.meeting.body or "").casefold().removesuffix("et").removesuffix("n")
    bodies = next((tuple(ends) for known, *ends in lexicon("functions")["by_law"] if known == title), ())
    plain = words("functions", "plain_chair")
    chairs = [p for p in cast.people if "chair" in p.functions and (p.role or "").casefold() in plain]
    if not bodies or not body.endswith(bodies) or len(chairs) != 1:
        return None
    return Link(chairs[0].id, "role", 0.75), None


def _is_acting(person: Participant) -> bool:
    said = f"{person.role or ''} {person.note or ''}".casefold().split()
    return any(w in words("titles", "acting") for w in said)


def is_here(text: str, title: str, cast: Cast) -> bool:
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
        _is_place(behind[0], places) or any(_belongings(text) in (p.role or "").casefold() for p in cast.people)
    ):
        return False
    owner = parts[-2] if len(parts) > 1 and parts[-2].casefold().endswith("s") else None
    owner = None if owner is not None and owner.casefold() in words("pronouns", "our") else owner
    if owner is not None and not _is_place(owner.rstrip("s'’"), places):
        return False
    front = _front(title)
    own = front.startswith(tuple(words("functions", "own_fronts"))) and not _of_another(front, cast)
    if front and not is_lesser(front) and not own:
        held = any(title in offices_of(p.role or "") for p in cast.people)  # `udvalgsformand for Børneudvalget`
        return held or _is_place(front.rstrip("s"), places)
    return True


def _front(title: str) -> str:
    """Give what stands in front of `formand` in one word with it: `udvalgs`."""
    head = next((h for h in sorted(words("functions", "standing_chair")) if title.endswith(h)), title)
    return title.removesuffix(head)


def _of_another(front: str, cast: Cast) -> bool:
    """Tell whether the front of a title names another kind of body than the one that meets: `udvalgsformanden` at a
    meeting of the Ældreråd."""
    body = last_word((cast.meeting.body or "").casefold())
    kinds = [own.removesuffix("s") for own in words("functions", "own_fronts")]
    mine = [kind for kind in kinds if kind in body]
    return bool(mine) and front.removesuffix("s") in kinds and front.removesuffix("s") not in mine


def _belongings(text: str) -> str:
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
    """Give where somebody belongs: who stands for a party, or for a union, sits in the body that meets."""
    whose = (person.organisation or own).casefold()
    elected = (person.role or "").casefold() in words("titles", "sent") - words("titles", "elected")
    return own if elected or is_party(whose) else whose


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
    """Give the participants from the place that a title names: `Oddums borgmester`, `Borgmesteren i Oddum`,
    `Borgmesteren i Sorring Kommune`, `Medarbejderrepræsentanten fra køkkenet`, `FOA-TR`."""
    match = (
        re.search(r"\s(?:i|fra|for|hos|ved)\s+(?P<behind>[\wæøå-]+(?: [A-ZÆØÅ][\wæøå-]+){0,3})$", text)
        or re.match(r"(?P<behind>[A-ZÆØÅ][\wæøå-]+?(?: [A-ZÆØÅ][\wæøå-]+?){0,3})['’]?s['’]?\s+(?=[a-zæøå])", text)
        or re.match(r"(?P<behind>[A-ZÆØÅ]{2,}|[A-ZÆØÅ][a-zæøå]+)-(?=\w+$)", text)
    )
    if match is None:
        return []
    stems = {match["behind"].casefold(), f"{match['behind'].casefold()}s", *indefinite(match["behind"])}
    named = [s for s in stems if len(s) > 1]
    place = re.compile(
        rf"(?:^|[\s;(,]){'|'.join(map(re.escape, named)).join(('(?:', ')'))}(?:$|[\s;),])", re.IGNORECASE
    )
    return [p for p in cast.people if place.search(p.organisation or "") or place.search(p.note or "")]
