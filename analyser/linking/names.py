"""Names as written to participants: whole, in part, misspelt, by initials."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from analyser.language.names import (
    fits_initials,
    gender_of,
    gender_told,
    is_given_name,
    is_title_word,
    nickname_in,
    spellings_of,
)
from analyser.linking.link import NOBODY, Link, choose
from analyser.linking.roles import same_role
from analyser.minutes import LinkMethod, Participant

THRESHOLD = 0.75
_SOUNDS = (
    ("aa", "å"),
    ("ch", "k"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("hj", "j"),
    ("qu", "kv"),
    ("qv", "kv"),
    ("x", "ks"),
    ("gh", "g"),
    ("oe", "ø"),
)
_STROKES = str.maketrans("ıłđ", "ild")
_LETTERS = str.maketrans("wzcéüöä", "vskeyøæ")
_GENITIVE = re.compile(r"[A-ZÆØÅ]{2,5}s")
_DOUBLED = re.compile(r"(.)\1")


def link_name(
    text: str, people: Sequence[Participant], title: str | None = None, speaker: bool = False, owner: bool = False
) -> Link:
    """Link a name to one of the people.

    `Otto Vibholm` is `Jens Otto Vibholm` (partial), `Herta Vinholt` is `Herta Winholt` (fuzzy), `MK` is Mette Krog
    (initials). A title in front decides between two who fit; for a speaker, so does who was there. `owner` tells that
    a noun follows: `Hannes | forslag` is Hanne's.
    """
    bare = text.strip(" .,:;'’\"")
    bare = re.sub(r"(?<=[a-zæøå])['’]?s$", "", bare) if _possessive(bare, people, owner) else bare
    if not bare:
        return NOBODY
    score = _scoring(bare)
    scored = [(p.id, *found) for p in people if (found := score(p)) is not None]
    as_written = [s for s in scored if s[2] != "fuzzy"]
    if as_written and len(as_written) < len(scored):  # `Krog` of a Krog and a Krogh
        scored = as_written
    link = choose(scored, THRESHOLD)
    if link.participant is None and link.candidates:
        link = _decide(bare, link, people, title, speaker) or link
    return link


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """Fold spellings that sound alike: `Winholt`, `Vinnholt` give vinholt; `Christoffer`, `Kristoffer` kristofer."""
    folded = name.casefold()
    for written, heard in _SOUNDS:
        folded = folded.replace(written, heard)
    return _DOUBLED.sub(r"\1", folded.translate(_LETTERS))


def _possessive(text: str, people: Sequence[Participant], owner: bool) -> bool:
    """Tell whether the last s is a genitive: nobody's name ends in it."""
    last = text.split()[-1].casefold() if text.split() else ""
    if not last.endswith("s") or any(last in p.name.casefold().split() for p in people):
        return False
    # `Hannes forslag` where there is a Hanne and no Hannes; `Hannes fortalte` is another
    return not is_given_name(text.split()[-1]) or (
        owner and any(last[:-1] in p.name.casefold().split() for p in people)
    )


def _decide(text: str, link: Link, people: Sequence[Participant], title: str | None, speaker: bool) -> Link | None:
    equal = [p for p in people if p.id in {c.participant for c in link.candidates}]
    if len(equal) < 2 or link.score < THRESHOLD:
        return None
    gender = gender_told(title) if title else None
    if gender:
        fits = [p for p in equal if gender_of(p.name) == gender]
        if len(fits) == 1 and all(gender_of(p.name) for p in equal):
            return Link(fits[0].id, "partial", link.score, link.candidates)
    if title:
        fits = [p for p in equal if p.role and same_role(title, p.role)]
        if len(fits) == 1:
            return Link(fits[0].id, "partial", link.score, link.candidates)
    if " " not in text:  # `Sofie` of a Sofie and an Anna-Sofie
        fits = [p for p in equal if text.casefold() == p.name.split()[0].casefold()]
        if len(fits) == 1 and all("-" in p.name.split()[0] for p in equal if p is not fits[0]):
            return Link(fits[0].id, "partial", link.score, link.candidates)
    if speaker:
        there = [p for p in equal if p.attendance != "absent"]
        if len(there) == 1:
            return Link(there[0].id, "partial", link.score, link.candidates)
    return None


def _scoring(text: str) -> Callable[[Participant], tuple[float, LinkMethod] | None]:
    """Give what compares a text with the name and initials of somebody: a score and how they are alike, or None."""
    low, written, letters = text.casefold(), _parts(text), text.replace(".", "")
    genitive = text[:-1] if _GENITIVE.fullmatch(text) else None
    shouted = len(text) > 2 and text.isupper()
    may_be_initials = text.isupper() and 2 <= len(letters) <= 5 and " " not in text
    first = _beginnings(written[:1]) if written and written[0] else frozenset()

    def score(person: Participant) -> tuple[float, LinkMethod] | None:
        if genitive is not None and person.initials == genitive:
            return 1.0, "initials"
        full = _joined(_parts(person.name), written)
        if shouted and low in full:
            return 0.92, "partial"  # `VIGGO`, no initials
        if may_be_initials:
            return _initials(letters, person)
        if person.initials and low == person.initials.casefold():
            return 1.0, "initials"
        if not written or not full:
            return None
        if first and all(full) and first.isdisjoint(_beginnings(full)):
            return None  # no word of the name can be the first that is written
        here = _joined(written, full)
        if len(here) == len(full) and all(w.rstrip(".") == f.rstrip(".") for w, f in zip(here, full, strict=True)):
            return 1.0, "exact"
        return _aligned(here, full)

    def score_or_nickname(person: Participant) -> tuple[float, LinkMethod] | None:
        found = score(person)
        if found is None and (nickname := nickname_in(person.note)) is not None:
            first, _, rest = person.name.partition(" ")
            return score(person.model_copy(update={"name": f"{first} {nickname} {rest}"}))
        return found

    return score_or_nickname


def _joined(parts: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Write two words as one where the other writing does: `Inger Marie Krogh`, which `Ingermarie` is."""
    for n in range(len(parts) - 1):
        if parts[n] + parts[n + 1] in others:
            return (*parts[:n], parts[n] + parts[n + 1], *parts[n + 2 :])
    return parts


@lru_cache(maxsize=65536)
def _beginnings(words: tuple[str, ...]) -> frozenset[str]:
    """Give the first letters of words, as written and (in capitals) as heard: words that share none are not alike."""
    return frozenset(w[0] for w in words) | frozenset(sound(w)[0].upper() for w in words)


def _initials(text: str, person: Participant) -> tuple[float, LinkMethod] | None:
    if person.initials:
        return (1.0, "initials") if person.initials.casefold() == text.casefold() else None
    if text.casefold() == person.name.casefold():
        return 1.0, "exact"
    if "-" in text:  # `U.-B.` for Ulla-Britt
        first = person.name.split()[0] if person.name else ""
        double = "-".join(part[:1] for part in first.split("-"))
        return (0.9, "initials") if "-" in first and double.casefold() == text.casefold() else None
    if not fits_initials(text, person.name):
        return None
    whole = "".join(p[0] for p in re.split(r"[\s-]+", person.name) if p).casefold()
    first_last = whole[:1] + whole[-1:]
    return (0.9, "initials") if text.casefold() in (whole, first_last) else (0.8, "initials")


def _aligned(written: Sequence[str], full: Sequence[str]) -> tuple[float, LinkMethod] | None:
    """Align the words of a mention with those of a name, in order; every word must find its own."""
    place, total, fuzzy, short = 0, 0.0, False, 0
    for n, word in enumerate(written):
        best: tuple[float, int] | None = None
        for m in range(place, len(full)):
            likeness = _likeness(word, full[m], alone=len(written) == 1, first=n == 0)
            if likeness > 0 and (best is None or likeness > best[0]):
                best = (likeness, m)
        if best is None:
            return None
        total += best[0]
        fuzzy = fuzzy or (best[0] < 1.0 and not _is_short(word, full[best[1]]))
        short += _is_short(word, full[best[1]])
        place = best[1] + 1
    if short == len(written):
        return None
    mean = total / len(written)
    missing = len(full) - len(written)
    if fuzzy:
        return (mean * (0.95 if missing == 0 else 0.9), "fuzzy")
    return (0.92 if missing or short else 0.98) * mean, "partial"


def _is_short(word: str, full: str) -> bool:
    """Tell `E.` and `Chr.` for a longer word, either way."""
    one, other = word.rstrip("."), full.rstrip(".")
    return one != other and ((len(one) <= 3 and other.startswith(one)) or (len(other) <= 3 and one.startswith(other)))


@lru_cache(maxsize=65536)
def _likeness(word: str, full: str, alone: bool, first: bool) -> float:
    """How like two words of names are, 0 to 1; 0 where they are different names."""
    if word == full:
        return 1.0
    if (
        _is_short(word, full)
        and not alone
        and (word.endswith(".") or full.endswith(".") or not first or len(word) == 1)
    ):
        return 0.97
    if min(len(word), len(full)) < 3:
        return 0.0
    if sound(word) == sound(full):
        return 0.97
    if word.capitalize() in spellings_of(full.capitalize()):
        return 0.0 if alone else 0.9  # `Kai Aagesen` is Kaj Aagesen; `Kai` alone may be another
    if is_given_name(word.capitalize()) and is_given_name(full.capitalize()):
        return 0.0  # two different given names: Lone is not Lene
    distance = min(OSA.distance(word, full), OSA.distance(sound(word), sound(full)) + (len(word) < 4))
    longest = max(len(word), len(full))
    another = alone or (len(word) == len(full) and sorted(word) != sorted(full))  # `Lis Holst` may be no Lis Holtz
    shortest = 6 if another else 5  # `Lilian Thbo`, `Lilian Thyob` is Lilian Thybo
    if word[0] != full[0] or distance > (1 if longest < 8 or alone else 2) or longest < shortest:
        return 0.0
    return 1 - distance / longest


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """Take away marks that Danish keyboards leave out: `yıldırım` gives yildirim, `demirtaş` demirtas; å and é stay."""
    kept = "".join(c if c in "åäöüé" else unicodedata.normalize("NFD", c)[0] for c in word)
    return kept.translate(_STROKES)


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(
        _plain(w.casefold()).strip(",:;()'’\"“”»«„")
        for w in re.split(r"[\s-]+|(?<=\.)(?=[A-ZÆØÅ])", name)
        if w and not (is_title_word(w) and len(name.split()) > 2 and not is_given_name(w) and w == name.split()[0])
    )
