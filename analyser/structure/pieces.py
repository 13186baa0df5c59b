"""A list of people cut into pieces: at commas, semicolons, tabs, dashes, and `og` between two of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from analyser.language.definite import definite_title, split_plural_title
from analyser.language.lexicon import phrases, words
from analyser.language.names import (
    is_collective,
    is_full_name,
    is_given_name,
    is_title,
    looks_like_name,
    split_title,
    split_trailing_title,
)

_WIDE = r"[^\S\u00a0]{3,}"  # fixed spaces stand where the margin cut a list
_SEPARATOR = re.compile(rf"(?:\s*(?:[,;]|\s/\s|\t|\|)\s*|{_WIDE})(?![^()]*\))")
_GAP = re.compile(rf"\t|(?<=[^\s,;|]){_WIDE}(?=\S)")
_JOINED = re.compile(r"\s+(?:og|samt|&)\s+(?![^()]*\))")
BEFORE_NAME = re.compile(r"(?P<before>(?:[a-zæøå][\wæøå-]+\s+){1,3})(?P<name>[A-ZÆØÅ].*)$")
DASH = re.compile(r"\s+[-–—]\s+|\s*–\s+")
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")

_OPENING = re.compile(r"(?:og|samt)\s+")
_BEHIND_ASIDE = re.compile(r"\)(\s+)([A-ZÆØÅ][\w-]+)")
_DASH_BEFORE_NAME = re.compile(r"\s+[-–—]\s+(?=[A-ZÆØÅ])")
_BLANKS = re.compile(r"\s+")
_APART = re.compile(r"\s+\.$")
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}")

_FROM_HOUSE = re.compile(
    r"\s*(?:(?:samt|og|endvidere|desuden)\s+)?fra\s+(?P<house>[\w-]+)\s+(?=[A-ZÆØÅ]?[a-zæøå]\S*\s+[A-ZÆØÅ])"
)


@dataclass
class Piece:
    """A part of a list, at `start`, without its parentheses; what stood in them is in `parens`."""

    text: str
    start: int
    parens: list[str] = field(default_factory=list)
    joined: bool = False  # by `og` to the one before
    apart: bool = False  # joined behind a comma: `…, samt Ib Bo`
    house: str | None = None  # whom it and those behind it come from: `samt fra sekretariatet direktør Ib Bo`
    described: bool = False  # stands in a later cell of a line, and so says something of the person in the first


def cut(text: str, start: int) -> Iterator[Piece]:
    """Cut a line at commas, semicolons, tabs and `og` between two persons; parentheses go with what is before them."""
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text)]
    cuts += [  # `Arne (formand) Berit (kasserer)`
        (m.start(1), m.end(1))
        for m in _BEHIND_ASIDE.finditer(text)
        if is_given_name(m[2]) and (m.start(1), m.end(1)) not in cuts and not _behind_nickname(text, m.start(1))
    ]
    cuts.sort()
    dashes = [(m.start(), m.end()) for m in _DASH_BEFORE_NAME.finditer(text)]
    one = (
        len(dashes) == 1
        and "," in text[: dashes[0][0]]
        and is_full_name(re.split(r"[,(]", text[dashes[0][1] :])[0].strip())
    )
    titled = all(is_title(re.split(r"[,;]|\s[-–—]\s", text[:begin])[-1].strip()) for begin, _ in dashes)
    if (len(dashes) >= 2 or one) and not titled and all(_names_somebody(text[end:]) for _, end in dashes):
        cuts = sorted([*cuts, *dashes])  # `Heidi Berg (HB), formand - Jens Riis (JR) - Anja Slet (AS)`
    position = 0
    described = False
    wide = _GAP.search(text)
    tab = wide.start() if wide and not re.search(r"[,;]", text[: wide.start()]) else -1
    if wide and tab > 0 and is_full_name(split_title(re.split(r"[,;(\t]", text[wide.end() :])[0].strip())[1]):
        tab = -1  # two lists side by side: `Direktør Ib Torp          Gitte Aas, HK`
    if tab > 0 and text[:tab].strip():
        # what stands in a later cell is one description: `Direktør for Børn, Unge og Familie`
        cuts = [c for c in cuts if c[0] < tab or _GAP.search(text, c[0] - 1, c[1] + 1)]
    for begin, end in [*cuts, (len(text), len(text))]:
        for piece in _joined(text[position:begin], start + position):
            piece.described = described
            yield piece
        described = described or (0 < tab <= begin)
        position = end


def _joined(text: str, start: int) -> Iterator[Piece]:
    sent = _FROM_HOUSE.match(text)
    if sent and is_collective(sent["house"]):
        for n, piece in enumerate(_joined(text[sent.end() :], start + sent.end())):
            piece.house = sent["house"] if n == 0 else None
            yield piece
        return
    opening = _OPENING.match(text)
    position = opening.end() if opening else 0
    for match in _JOINED.finditer(text, position):
        left, right = text[position : match.start()], text[match.end() :]
        if is_initials(left.strip()) and is_initials(right.split(" og ")[0].strip(" .")):
            yield _piece(left, start + position)
            position = match.end()
            continue
        if "&" in match.group() and not (is_given_name(left.split()[0]) if left.split() else False):
            continue  # `Brok & Sten Arkitekter`
        titled = is_title(left.strip()) and split_title(left.strip())[0] is None  # `Ida Bo, leder og Ib Ravn, arkitekt`
        if titled and is_full_name(" ".join(re.split(r"[,;(]", right)[0].split())):
            yield _piece(left, start + position)
            position = match.end()
            continue
        borne = definite_title(left.strip()) is not None  # `Formanden samt Kollegaerne A. Holm og Ib Bo`
        if left.endswith("-") or not ((borne or _names_somebody(left)) and _names_somebody(right)):
            continue
        known = borne or any(is_given_name(w) or is_title(w) for w in f"{left} {right}".split())
        if not known and " " not in left.strip():
            continue  # `Sundhed og Handicap`
        yield _piece(left, start + position)
        position = match.end()
    joined = position > 0
    last = _piece(text[position:], start + position)
    last.joined = joined
    last.apart = opening is not None and position == opening.end()
    yield last


def _piece(text: str, start: int) -> Piece:
    asides = [m for m in _ASIDE.finditer(text) if not is_nickname(m)]
    parens = [m[1] for m in asides]
    bare = text
    for aside in asides:
        bare = f"{bare[: aside.start()]}{' ' * len(aside.group())}{bare[aside.end() :]}"
    # what stands behind the parenthesis goes on: `Lis Bo (FOA) tillidsrepræsentant`
    lead = len(bare) - len(bare.lstrip())
    return Piece(_BLANKS.sub(" ", _APART.sub("", bare.strip())), start + lead, parens)


def is_nickname(aside: re.Match[str]) -> bool:
    """Tell whether a parenthesis holds what somebody is called, in the middle of their name: `Lis (Lisbet) Bo`."""
    inner = aside.group().strip("()[] ")
    before, behind = aside.string[: aside.start()], aside.string[aside.end() :]
    first = re.search(r"(?:^|[,;]\s*|\bog\s+|\s)([^\W\d_][\w-]+)\s+$", before)
    last = re.match(r"\s+([A-ZÆØÅ][\w-]+)", behind)
    if first is None or last is None or not is_given_name(first[1]) or is_title(last[1]):
        return False
    return is_given_name(inner) and re.match(r"\s*[(\[]", behind[last.end() :]) is None  # not `Arne (Bo) Berit (Ib)`


def _behind_nickname(text: str, position: int) -> bool:
    aside = re.search(r"\([^()]*\)$", text[:position])
    whole = re.compile(r"\([^()]*\)").match(text, aside.start()) if aside else None
    return whole is not None and is_nickname(whole)


@lru_cache(maxsize=4096)
def is_initials(text: str) -> bool:
    """Tell whether text is nothing but a person's initials: `MK`; not `TR`, not `FOA`."""
    if _INITIALS.fullmatch(text) is None:
        return False
    return not (is_title(text) or text.casefold() in words("organisations", "whole"))


def _names_somebody(text: str) -> bool:
    bare = DASH.split(re.sub(r"\([^()]*\)|\b\d{1,2}\.?\s?[A-Za-zæøå]\b", "", text))[0].strip(" .,:")
    bare = re.sub(rf"^{phrases('rosters', 'remarks', 'before')}\s*\d[\d.:]*\s+", "", bare, flags=re.IGNORECASE)
    bare = re.sub(r"-\s+(?:og|samt)\s+", "-", bare)  # `Sundheds- og omsorgschef Lis Bo`
    first = _JOINED.split(bare)[0].split(",")[0].strip()
    plain = BEFORE_NAME.match(first)  # `vores nye medlem Malene`
    if plain and is_given_name(plain["name"].split()[0]):
        first = plain["name"]
    first = re.split(r"\s+(?:fra|v/)\s+", first)[0]
    _, name = split_title(split_plural_title(first)[1])
    return looks_like_name(name) or looks_like_name(split_trailing_title(name)[0])


def names_follow(text: str, piece: Piece) -> bool:
    """Tell whether a name stands behind a piece that is a title: `kasserer, Lis Bo`."""
    rest = text[text.find(piece.text) + len(piece.text) :].lstrip(" ,;")
    name = split_title(re.split(r"[,;(]", rest)[0].strip())[1]
    return bool(rest) and looks_like_name(name) and is_title(piece.text)
