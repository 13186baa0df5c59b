"""Bodies, authorities and sides as noun phrases: `Kommunen`, `Medarbejdersiden`, `FOA`, a party by its letter."""

import re
from functools import cache, lru_cache

from analyser.extraction.cast import Cast, Reading
from analyser.language.definite import indefinite
from analyser.language.lexicon import affixes, lexicon, words
from analyser.language.words import last_word
from analyser.minutes import Actor

_LONGEST_ABBREVIATION = 5
_LETTER = re.compile(r"\w")
_AND = re.compile(r"\s+og\s+")


def read_organisation(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Kommunen`, `Midt- og Vestby Politi`, `Medarbejdersiden`, `FOA`: named in full where the document does."""
    full = text if _is_party(text, cast) else resolve_organisation(text, cast)
    if full is None:
        return None
    end = start + len(text)
    return Reading(Actor(kind="organisation", name=full, organisation=text, span=(start, end)), None, start, end)


def resolve_organisation(text: str, cast: Cast) -> str | None:
    """Give the full name of the organisation that `text` names, or None where it names none.

    `Kommunen` is `Vesterby Kommune` where just one organisation of the document ends in `Kommune`.
    """
    low = text.casefold()
    if cast.meeting.body and _abbreviates(text, cast.meeting.body):
        return cast.meeting.body
    for known in cast.organisations:
        if low in (known.casefold(), known.casefold().removesuffix("s")):
            return _preferred(known, cast)
    if not _LETTER.match(text) or len(text.split()) > 6:
        return None
    parts = low.split()
    if len(parts) > 1 and _begins_as_organisation(text):
        return text
    if any(p in words("adverbs", "prepositions") for p in parts):
        return None
    halves = _AND.split(low)
    if len(halves) == 2 and all(h.endswith(affixes("organisations", "ends")) for h in halves):
        return None  # `Kommunen og politiet` are two
    if low in words("organisations", "never") or parts[-1] in words("organisations", "never"):
        return None
    if low in words("organisations", "whole") and (text[0].isupper()):
        return text
    if len(parts) > 1 and parts[0] in words("organisations", "whole") and text[0].isupper():
        return text if all(p[0].isupper() for p in text.split()) else None  # `BUPL Skærhøj`
    if not parts[-1].endswith(affixes("organisations", "ends")):
        return _named(text, cast)
    if len(parts) > 1 and not (
        parts[0] in words("organisations", "in_front")
        or parts[-2].endswith(("s", "-"))
        or parts[-2] in ("og", "samlede")
    ):
        return None
    if len(parts) > 1 and parts[0] in words("adverbs", "clause_joining"):
        return None  # `mens praksisområdet`
    if "," in low or (parts[-2:-1] == ["og"] and not any(p.endswith("-") for p in parts[:-2])):
        return None  # `KB roste arbejdet, og bestyrelsen`; `Børne- og Ungeudvalget` is one
    if parts[0] in words("organisations", "unknown", "starts") and parts[0] not in ("en", "et"):
        return None
    if len(parts) > 2 and parts[-2] == "og" and any(p in cast.name_words for p in parts[:-2]):
        return None  # `Lis og personalet` are two
    if len(parts) == 1:
        stems = indefinite(parts[0])
        fits = [o for o in cast.organisations if last_word(o.casefold()) in stems]
        if len({f.casefold() for f in fits}) == 1:
            return _preferred(fits[0], cast)
        body = cast.meeting.body
        if body and parts[0] in words("organisations", "bare_bodies"):
            last = last_word(body.casefold())
            if (
                last.endswith((parts[0], parts[0].removesuffix("et")))
                and last != parts[0]
                and parts[0] != "bestyrelsen"
            ):
                named = last.endswith(parts[0]) or last == parts[0].removesuffix("et")  # `Teknisk Udvalg`
                return body if named else f"{body}et"
    return text


def _abbreviates(text: str, body: str) -> bool:
    """Tell whether letters stand for a body: `SU` for Samarbejdsudvalget, `TMU` for Teknik- og Miljøudvalget."""
    short = text.isupper() and text.isalpha() and 2 <= len(text) <= _LONGEST_ABBREVIATION
    return short and text.casefold() in _letters(body)


@lru_cache(maxsize=64)
def _letters(body: str) -> frozenset[str]:
    """Give the letters that a body may go by: of its words, and of the kind that the last one ends in."""
    parts = [p for p in re.findall(r"\w+", body.casefold()) if p not in words("titles", "joining")]
    if not parts:
        return frozenset()
    kinds = [k for form in indefinite(parts[-1]) for k in lexicon("bodies")["ends"] if form.endswith(k) and form != k]
    letters = "".join(p[0] for p in parts)
    return frozenset({letters, *(letters + max(kinds, key=len)[0] for _ in kinds[:1])})


def _begins_as_organisation(text: str) -> bool:
    """`Center for Plan og Vækst`, `Region Kattegat`: how organisations begin, and a name behind it."""
    if not text[0].isupper():
        return False
    low = text.casefold()
    if not low.startswith(_long_starts()):
        return False
    return any(low.startswith(s) and text[len(s) :].split()[0][0].isupper() for s in _long_starts())


def _is_party(text: str, cast: Cast) -> bool:
    """`A og F ønsker tilført protokollen`: a letter that the roster gives to somebody."""
    if len(text) > 2 or not text.isupper():
        return False
    return any(text in (part.strip() for part in (p.note or "").split(";")) for p in cast.people)


def is_own_body(reading: Reading, cast: Cast) -> bool:
    """Tell whether an organisation is the body that meets: `Rådet`, `Bestyrelsen`, or the body by its name."""
    body = (cast.meeting.body or "").casefold()
    written = (reading.actor.organisation or "").casefold()
    name = (reading.actor.name or "").casefold()
    if not body:
        return written.endswith(affixes("decisions", "bodies", "own"))
    last = last_word(re.split(r"\s+(?:for|om|ved)\s+", body)[0])  # `Udvalget for det nære sundhedsvæsen`
    for form in (written, name):
        if form and (
            form == body
            or (form in words("decisions", "bodies", "own") and (_stem(form) in last or _stem(last) in form))
        ):
            return True
        if form and (_stem(form) == _stem(last) or _stem(form) == _stem(body)):
            return True
    return False


def _stem(word: str) -> str:
    return word.removesuffix("en").removesuffix("et").replace("aa", "å")


def _preferred(name: str, cast: Cast) -> str:
    own = cast.meeting.organisation
    return own if own and own.casefold() == name.casefold() else name


def _named(text: str, cast: Cast) -> str | None:
    """`Vesterby Kommune`, `Bo Trygge`: a name in capitals that ends as organisations do."""
    parts = text.split()
    if len(parts) < 2 or not text[0].isupper():
        return None
    last = parts[-1].casefold()
    if len(parts) == 2 and last in words("organisations", "indefinite", "nouns"):
        return text
    if parts[0].casefold().endswith(affixes("organisations", "ends")) and all(p[0].isupper() for p in parts[1:]):
        return text  # `Naboforeningen Ulvehøj`
    if last.endswith(_long_ends()):
        return text
    return text if last in words("bodies", "organisation_ends") else None


@cache
def _long_starts() -> tuple[str, ...]:
    return tuple(f"{s} " for s in words("bodies", "organisation_starts") if len(s) > 3)


@cache
def _long_ends() -> tuple[str, ...]:
    return tuple(e for e in words("bodies", "organisation_ends") if len(e) > 6)
