"""Titles and functions as noun phrases: `Formanden`, `Skolens leder`, `Borgmesteren i Oddum`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from analyser.extraction.cast import Cast, Reading, mention_of
from analyser.extraction.holders import link_title
from analyser.language.definite import definite_title, indefinite
from analyser.language.lexicon import affixes, words
from analyser.language.names import is_given_name, is_title_word
from analyser.language.words import Word, last_word
from analyser.linking import Link
from analyser.minutes import Actor

_ORDERED = re.compile(r"\d\.\s[\wæøå]+")
_SENT = re.compile(
    r"[A-ZÆØÅ][A-ZÆØÅa-zæøå]+-(?P<hyphened>[A-ZÆØÅ]{2,4}|[a-zæøå]+)|(?P<apart>[A-ZÆØÅ]{2,4})\s(?:for|fra)\s[A-ZÆØÅ]\w+"
)
_ADJECTIVE = re.compile(r"[Dd]en\s(?P<base>[a-zæøå]{4,})e")  # `Den bygningssagkyndige`
_STARTS = re.compile(r"[\w’']")
_ORDER = re.compile(r"\d\.")
_ORDER_BEFORE = re.compile(r"(?<![\w.])\d\.\s$")
_INSIDE = re.compile(r"\s+(?:for|i|ved|på|af|hos|fra)\s+")


def read_office(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Formanden`, `FTR'en`, `Børn- og Ungedirektøren`, `Skolens leder`, `Formanden for udvalget`, `Undertegnede`."""
    if text.casefold() in words("pronouns", "writer"):
        return read_writer(text, start, cast)
    if all(is_title_word(half) or title_in(half, cast) for half in text.split("/", 1)) and "/" in text:
        return None  # `Formand/kasserer`: two, or one who is both
    title = title_in(text, cast)
    bare = title is None and " " not in text and is_title_word(text) and not is_given_name(text)
    bare = bare or (title is None and text.casefold() in cast.long_titles)  # `Pædagogisk leder orienterede`
    bare = bare and text.casefold() not in words("titles", "addresses")  # `HR` is no `hr.`
    if title is None and not bare:
        return None
    title = title or text.casefold()
    end = start + len(text)
    link, name = link_title(text, title, start, cast)
    if bare and link.participant is None and not text[0].isupper():
        return None
    person = next((p for p in cast.people if p.id == link.participant), None)
    actor = Actor(
        kind="person" if person or name else "unknown" if link.ambiguous else "role",
        participant=link.participant,
        name=person.name if person else name,
        role=person.role if person and person.role else title,
        organisation=person.organisation if person else None,
        span=(start, end),
    )
    return Reading(actor, mention_of(text, start, link), start, end, title)


def read_writer(text: str, start: int, cast: Cast) -> Reading | None:
    """`Undertegnede foreslog …`: the one who takes the minutes."""
    writers = [p for p in cast.people if "minute_taker" in p.functions or p.id == cast.writer]
    if len(writers) != 1:
        return None
    person, span = writers[0], (start, start + len(text))
    actor = Actor(kind="person", participant=person.id, name=person.name, role=person.role, span=span)
    link = Link(person.id, "role", 0.85)
    return Reading(actor, mention_of(text, start, link), start, span[1])


def title_in(text: str, cast: Cast) -> str | None:
    """Give the title that a definite noun phrase names, in its indefinite form, be it only the roster that knows it."""
    return read_title(text) or _of_roster(text, cast) or _of_house(text) or _by_order(text)


def may_be_title(word: str, cast: Cast) -> bool:
    """Tell whether `title_in` can find anything in a phrase around a word; it does in few, and is asked of all."""
    return "-" in word or _is_titular(word) or not cast.roles.isdisjoint(_bases(word))


@lru_cache(maxsize=65536)
def _bases(word: str) -> frozenset[str]:
    """Give what a word may be a form of, in the definite or the genitive."""
    forms = (word, word.removesuffix("s"))
    return frozenset(base for form in forms for base in (*indefinite(form), form[:-1]))


@lru_cache(maxsize=65536)
def _is_titular(word: str) -> bool:
    """Tell whether a word is a title in some form: `formand`, `formanden`, `formandens`."""
    return any(is_title_word(form) or definite_title(form) is not None for form in (word, word.removesuffix("s")))


def _by_order(text: str) -> str | None:
    """`Formand og | 1. næstformand`."""
    return text if _ORDERED.fullmatch(text) and is_title_word(text.split()[1]) else None


def _of_house(text: str) -> str | None:
    """`FOA-TR`, `HK-repræsentanten`, `TR for FOA`: the title of somebody by the house that sent him."""
    match = _SENT.fullmatch(text)
    if match is None:
        return None
    title = match["hyphened"] or match["apart"]
    return definite_title(title) or (title.casefold() if title.casefold() in words("titles", "whole") else None)


def title_phrases(prose: str, tokens: Sequence[Word], n: int) -> Iterator[tuple[str, int]]:
    """Give the noun phrases around the word at `n` that may be one title, the longest first, each with its offset.

    `2. næstformanden`, `Den nye talsmand`, `Seniorsektionens repræsentant`, `Kredsformanden fra Nord`.
    """
    first, last = n, n
    owned = n and tokens[n - 1].low.endswith(("s", "s'", "s’")) and not tokens[n - 1].is_mark
    if owned and definite_title(tokens[n].text.removesuffix("s")) is None:  # not `hos viceværten`
        first = n - 1
    while first and tokens[first - 1].low in _leading():
        first -= 1
    if first and tokens[first - 1].low in words("pronouns", "articles") | words("pronouns", "our"):
        first -= 1
    start = tokens[first].start
    order = _ORDER_BEFORE.search(prose[max(0, start - 4) : start])
    start -= len(order.group()) if order else 0
    if n + 2 < len(tokens) and _belongs(tokens[n + 1].low, tokens[n + 2].text):
        last = n + 2
    for begin in sorted({start, tokens[n].start}):
        for end in sorted({tokens[last].end, tokens[n].end}, reverse=True):
            yield prose[begin:end], begin


@cache
def _leading() -> frozenset[str]:
    return words("titles", "former") | words("titles", "acting") | words("titles", "standing") | {"daglige"}


def _belongs(preposition: str, word: str) -> bool:
    """Tell whether a title goes on: `for | Børneudvalget`, `fra | køkkenet`; not `for | Kaffen`."""
    body = word.casefold().endswith(affixes("organisations", "ends"))
    if preposition == "for":
        return body or word.isupper()
    return preposition in words("titles", "placed") and (body or word[0].isupper() or word.endswith(("et", "en")))


def _of_roster(text: str, cast: Cast) -> str | None:
    """Read the definite form of a title that no list knows and the roster has: `Visitatoren`."""
    if " " not in text:
        return next((base for base in indefinite(text) if base in cast.roles), None)
    adjective = _ADJECTIVE.fullmatch(text)
    bases = (adjective["base"],) if adjective else ()
    return next((base for base in bases if base in cast.roles), None)


@lru_cache(maxsize=8192)
def read_title(text: str) -> str | None:
    """Give the title that a definite noun phrase names, in its indefinite form; None for other phrases."""
    parts = text.split()
    if not parts or len(parts) > 6 or "," in text or not _STARTS.match(text):
        return None
    head = _INSIDE.split(text)
    if len(head) > 1 and (len(head) > 2 or not _names_body(head[1])):
        return None
    phrase = head[0].split()
    order = f"{phrase.pop(0)} " if len(phrase) > 1 and _ORDER.fullmatch(phrase[0]) else ""  # `2. næstformanden`
    base = definite_title(phrase[-1])
    base = f"{order}{base}" if base is not None else None
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
    if phrase[-2].casefold() in words("pronouns", "our") and len(phrase) == 2:
        return phrase[-1]  # `Vores formand`, in the minutes of those whose he is
    if phrase[-2].casefold() in words("pronouns", "own"):
        return None
    named = next(n for n, word in enumerate(phrase) if not word[0].isupper())  # `Sorring Kommunes | borgmester`
    owned = phrase[-2].casefold().endswith("s") and named > 0  # `Skolens leder`
    articled = phrase[0].casefold() in words("pronouns", "articles")
    return " ".join(phrase[max(named, 1) :]) if owned or articled else None


def _names_body(text: str) -> bool:
    low = text.casefold()
    return last_word(low).endswith(affixes("organisations", "ends")) or text[:1].isupper()
