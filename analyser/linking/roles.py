"""Titles and functions as written to participants: `Politidirektøren`, `FTR'en`, `Formanden`, `Referenten`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from analyser.language.definite import definite_title, functions_by_word
from analyser.language.lexicon import lexicon, words
from analyser.language.words import last_word
from analyser.linking.link import NOBODY, Link, choose
from analyser.minutes import Function, LinkMethod, Participant

_SHORTEST_TRADE = 4  # letters: `smed`
_BETWEEN = re.compile(r"\s*[;,/]\s*|\s+og\s+")


@lru_cache(maxsize=8192)
def same_role(one: str, other: str) -> bool:
    """Tell whether two titles name the same office: `FTR` and `Fællestillidsrepræsentant`, `Afdelingschef` and
    `Afdelingschef for Drift`."""
    a, b = _office(one), _office(other)
    return a == b or _canonical(a) == _canonical(b)


def link_role(title: str, people: Sequence[Participant]) -> Link:
    """Link a title in its indefinite form to the one who bears it.

    First the whole title, then functions (`formand`: who chairs), then its last part (`chefen` for `ældrechef`).
    Several bearers make it ambiguous; those who were absent count only where nobody else bears it.
    """
    low = _office(title)
    if low in words("functions", "plain_chair"):  # a guest who is the formand of another body is not meant
        people = [p for p in people if "chair" in p.functions or not {"guest", "observer"} & set(p.functions)]
    scored: list[tuple[str, float, LinkMethod]] = []
    for person in people:
        score = _role_score(low, person)
        if score:
            scored.append((person.id, score - (0.15 if person.attendance == "absent" else 0.0), "role"))
    return choose(scored, 0.6) if scored else NOBODY


def _role_score(title: str, person: Participant) -> float:
    return _score(title, person.role or "", person.note or "", person.functions, person.organisation or "")


@lru_cache(maxsize=8192)  # a title stands in many sentences, and is compared with everybody
def _score(title: str, role: str, note: str, functions: Sequence[Function], organisation: str) -> float:
    written = offices_of(role)
    if title in written:
        return 1.0
    offices = [_canonical(office) for office in written]
    title = _canonical(title)
    whole = _canonical(_office(role))
    if title in offices or title == whole:
        return 0.93  # `Udvalgsformanden` is first who is called so, then the `formand`
    if any(title == _canonical(last_word(o)) for o in offices if " " in o):
        return 0.9  # `revisor` is the `statsaut. revisor`
    if title in _canonical_whole() and any(title == _canonical(o.split()[0]) for o in written if " " in o):
        return 0.9  # `FTR` is the `FTR FOA`
    if title in _otherwise(role):
        return 0.9
    notes = [_canonical(_office(n)) for n in note.split(";")]
    if title in notes:
        return 0.95
    function = functions_by_word().get(title)
    if function is not None and function in functions:
        if function == "chair" and not _chairs_as(title, offices, notes):
            return 0.0
        # the næstformand who leads in the formand's stead is the `formand` only where nobody bears that title
        return 0.7 if any(o.endswith(title) and is_lesser(o.removesuffix(title)) for o in offices) else 0.85
    if any(is_last_part(title, o) for o in [*offices, whole]):
        return 0.8
    if title in words("functions", "as_label", "minute_taker") and "minute_taker" in functions:
        return 0.75  # `Sekretæren` where nobody has that office: who takes the minutes
    if any(is_last_part(o, title) for o in offices):
        return 0.7
    return 0.7 if not role and _is_of_firm(title, organisation) else 0.0


def _is_of_firm(title: str, organisation: str) -> bool:
    """Tell whether a firm is called after a trade, so that its one man at the table is meant by it.

    `Arkitekten` is who came from `Arkitekt Nord A/S`, `Mureren` from `Murermester Holm`.
    """
    first = organisation.casefold().split()[:1]
    named = bool(first) and first[0].startswith(title) and first[0].removeprefix(title) in words("titles", "firm_ends")
    return named and len(title) >= _SHORTEST_TRADE and " " in organisation


def is_last_part(short: str, full: str) -> bool:
    """Tell whether a title is the last part of another: `chef` of `ældrechef`; `formand` is none of `næstformand`."""
    if len(short) < 4 or short == full or not full.endswith(short) or " " in full:
        return False
    return not is_lesser(full.removesuffix(short))


def is_lesser(front: str) -> bool:
    """Tell whether the front of a title makes another office of it: `vice`; not `ungdomsskole`, `projekt`."""
    titles = lexicon("titles")
    return front.startswith(tuple(titles["lesser"])) and not front.startswith(tuple(titles["not_lesser"]))


def _chairs_as(title: str, offices: Sequence[str], notes: Sequence[str]) -> bool:
    """Tell whether one who chairs is meant: the `formand` is not the `dirigent` who was elected for the day."""
    elected, standing = words("functions", "elected_chair"), words("functions", "standing_chair")
    if title in elected:
        return not any(o in standing for o in offices)
    if title in standing:
        return not any(n in elected for n in [*offices, *notes])
    return True


@lru_cache(maxsize=1)
def _canonical_whole() -> frozenset[str]:
    return frozenset(_canonical(t) for t in words("titles", "sent"))


def offices_of(role: str) -> tuple[str, ...]:
    """Give the offices of a role as the roster has it: `formand og pæd. leder` gives formand, pædagogisk leder."""
    return tuple(_office(part) for part in _BETWEEN.split(role) if part)


@lru_cache(maxsize=8192)
def _office(title: str) -> str:
    """Give the office itself in lower case: `Afdelingschef for Drift` gives afdelingschef."""
    bare = re.sub(r"\s+", " ", title.casefold()).strip(" ,")
    office = in_full(re.split(r"\s+(?:for|i|ved|på|af|hos|fra)\s+", bare)[0]).strip(" .")
    first, _, rest = office.partition(" ")
    if rest and all(w.strip(".") in words("titles", "addresses") for w in rest.split()):
        return definite_title(first) or first  # `Formanden, Gdr. Ib Holm` as some write it: `Formanden Gdr. Ib Holm`
    return office


def in_full(title: str) -> str:
    """Write the words of a title in full: `forbrugerrepr.` gives forbrugerrepræsentant, `kst.` konstitueret."""
    found = []
    for word in title.split():
        bare = word.rstrip(".")
        if bare in lexicon("titles")["adjectives"]:
            found.append(str(lexicon("titles")["adjectives"][bare]))
            continue
        short = next((s for s in _short() if bare.endswith(s) and bare not in words("titles", "clipped")), None)
        found.append(bare.removesuffix(short) + lexicon("titles")["short"][short] if short else word)
    return " ".join(found)


@lru_cache(maxsize=1)
def _short() -> tuple[str, ...]:
    return tuple(sorted(lexicon("titles")["short"], key=lambda s: (-len(s), s)))


@lru_cache(maxsize=8192)
def _otherwise(role: str) -> frozenset[str]:
    """Give the offices of a role by what else an adjective in it is short for: `adm. leder` gives administrativ leder,
    too."""
    parts = (part.casefold().partition(" ") for part in _BETWEEN.split(role))
    also = lexicon("titles")["adjectives_too"]
    return frozenset(f"{also[a.rstrip('.')]} {_office(rest)}" for a, _, rest in parts if rest and a.rstrip(".") in also)


@lru_cache(maxsize=8192)
def _canonical(title: str) -> str:
    for name, others in lexicon("titles")["same"].items():
        if title in others:
            return str(name)
    return title
