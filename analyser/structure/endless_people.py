"""People one after the other on an endless line, with nothing between: `Formand Leif Bang Næstformand Aisha Rahman`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analyser.language.lexicon import words
from analyser.language.names import (
    NAME_WORD,
    is_full_name,
    is_given_name,
    is_name_word,
    is_title,
    is_title_word,
    split_title,
)
from analyser.structure.headings import is_finite


def people_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a person begins behind another, with a title in front or without.

    `Formand Leif Bang | Næstformand Aisha Rahman | Frank Dyrlund | Jytte Holm Bech`; nothing is cut where a given name
    has no family name behind it, as `Frank` of `Ida Holm Frank, Bo Ravn`. Where nothing stands between some, a title
    behind a comma is of the one before: `Leif Bang, formand | Aisha Rahman, kasserer | Frank Dyrlund`.
    """
    beside = list(_beside(text, start, end))
    yield from beside
    first = re.match(r"\S+", text[start:end])
    named = first is not None and is_given_name(first.group())
    pieces = [(m.group().strip(" ."), m.start()) for m in re.finditer(r"[^,]+", text[start:end])]
    # the last piece is no person, so that what stands behind a comma belongs to the one before it
    ends = len(pieces) > 2 and is_full_name(pieces[0][0]) and not is_full_name(split_title(pieces[-1][0])[1])
    for piece, at in pieces[1:-1] if ends else ():
        behind = re.search(rf"(?<=\s)({NAME_WORD})(?:\s+{NAME_WORD}){{1,3}}$", piece)
        if behind and is_given_name(behind[1]) and not is_given_name(piece.split()[0]):
            yield text.index(behind.group(), start + at)  # `Else Bodholt, Synslauget | Ulrik Rømer, Foreningen Øret`
    for match in _described().finditer(text[:end], start):
        sure = match["sign"] != "," or (named and (beside or ends))
        if sure and _is_description(match["title"].strip()) and is_given_name(match["name"]):
            yield match.start("name")


def _beside(text: str, start: int, end: int) -> Iterator[int]:
    found = [(m.group(), start + m.start()) for m in re.finditer(r"\S+", text[start:end])]
    told = [w for w, _ in found] + ["", ""]
    since = 0  # the first word of the person that is being read
    for n, (word, at) in enumerate(found):
        before = told[since:n]
        if word[0].islower() and word not in words("names", "particles"):
            since = n + 1
        elif n and re.search(r"[,;:.)]$", told[n - 1]) and not re.fullmatch(r"[A-ZÆØÅ]\.", told[n - 1]):
            since = n
            if told[n - 1].endswith(")") and _opens(told, n):
                yield at  # `Ib Ravn (formand) | Lis Bo (kasserer)`
        elif _begins(told, n, before, n > 0 and "\t" in text[found[n - 1][1] : at]):
            yield at
            since = n


def _begins(told: Sequence[str], n: int, before: Sequence[str], apart: bool) -> bool:
    """Tell whether a given name or a title opens the next person; `apart` is a title that a tab parts from the name.

    `…, Norddal Kommune | Chefanklager Marie Thorlund`, `Torkild Agerbæk | Direktør for Social og Sundhed`; not
    `Ledende overlæge`, nor the family name of `Bente Ladefoged`.
    """
    if is_given_name(told[n]) and is_name_word(told[n + 1]):
        return _is_whole(before)
    if apart or not _is_head(told[n]):
        return False
    if told[n + 1] in words("titles", "belonging"):
        return _is_person(before)
    led = bool(before) and is_name_word(before[-1]) and not is_given_name(before[-1])
    led = led and (not is_title_word(before[-1]) or len(before) > 2)
    return led and is_given_name(told[n + 1]) and is_name_word(told[n + 2])


@cache
def _described() -> re.Pattern[str]:
    # `Ib Ravn, formand Lis Bo`; `Ib Ravn - formand Lis Bo`; `Ib Ravn<tab>Formand for udvalget (leder) Lis Bo`
    return re.compile(
        r"(?P<sign>,|\t|\s[-–])\s*(?P<title>(?:[\wæøåÆØÅ./&-]+\s+){1,6}?)(?:\([^()]*\)\s+)?"
        rf"(?P<name>{NAME_WORD}(?=\s+{NAME_WORD}))(?<![A-ZÆØÅ])"
    )


def _is_description(title: str) -> bool:
    return is_title(title) and not any(len(w) < 2 or is_finite(w.casefold()) for w in title.split())


def _is_person(before: Sequence[str]) -> bool:
    return len(before) >= 2 and any(is_given_name(w) for w in before[:-1]) and is_name_word(before[-1])


def _is_whole(before: Sequence[str]) -> bool:
    """Tell whether the next name is somebody else's: not behind a given name (`Jens Ole`), nor behind a title."""
    return _is_person(before) and not is_given_name(before[-1]) and not _is_head(before[-1])


def _opens(told: Sequence[str], n: int) -> bool:
    return (is_given_name(told[n]) or _is_head(told[n])) and is_name_word(told[n + 1])


def _is_head(word: str) -> bool:
    return word[:1].isupper() and is_title_word(word) and not is_given_name(word)
