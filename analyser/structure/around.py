"""What stands around a name in a list of people and is part of neither name nor title: `saaledes`, `som formand`."""

import re
from dataclasses import replace
from functools import cache

from analyser.language.definite import singular_title
from analyser.language.lexicon import phrases
from analyser.language.names import is_collective, looks_like_name, split_title
from analyser.structure.entry import function_of
from analyser.structure.pieces import Piece

_AMONG = re.compile(r"(?:heraf|herunder|blandt\s+andre|bl\.?\s?a\.)\s+(?:fra\s+\w+\s+)?(?=\w)")
_HEAD = re.compile(r"(?P<all>følgende\s+)?(?P<head>[A-ZÆØÅa-zæøå-]+(?:\s[a-zæøå-]+)?):\s+(?=\w)", re.IGNORECASE)
_OFFICE = re.compile(r"(?P<name>\S.*?)\s+(?:som\s+)?(?P<office>[a-zæøå]+)\.?")


def without_lead(piece: Piece) -> Piece:
    """Take from a piece of a list what leads to the name.

    `heraf Ib Ravn`; `47 lærere samt ledelsen: rektor Ib Ravn`; `følgende rådsmedlemmer: gårdejer Ib Ravn`;
    `saaledes Sogneraadsformand Ib Ravn`; `hele bestyrelsen samt driftsleder Ib Ravn`.
    """
    position = 0
    for pattern in (_AMONG, _counted(), _HEAD, _fillers()):
        match = pattern.match(piece.text, position)
        if match is None or (pattern is _HEAD and not _heads_people(match)):
            continue
        position = match.end()
    return replace(piece, text=piece.text[position:], start=piece.start + position) if position else piece


def split_office(text: str) -> tuple[str, str | None]:
    """Part a name from the function at the meeting behind it: `Ib Ravn som formand`; `Ib Ravn (IR) ref.`"""
    match = _OFFICE.fullmatch(text)
    if match is None or function_of(match["office"]) is None or not looks_like_name(split_title(match["name"])[1], 2):
        return text, None
    return match["name"], match["office"]


def _heads_people(match: re.Match[str]) -> bool:
    last = match["head"].split()[-1]
    return match["all"] is not None or is_collective(last) or singular_title(last) is not None


@cache
def _counted() -> re.Pattern[str]:
    # `47 lærere samt | rektor Ib Ravn`, `Hele bestyrelsen samt | driftsleder Ib Ravn`
    many = rf"(?:ca\.?\s*)?\d+|{phrases('rosters', 'whole')}"
    return re.compile(rf"(?:{many})\s+[a-zæøå]+\s+(?:samt|og|plus)\s+(?=\w)", re.IGNORECASE)


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(rf"{phrases('rosters', 'fillers')}\s+(?=\w)", re.IGNORECASE)
