"""The frames in which Danish minutes put figures of votes, in lower case."""

import re
from functools import cache
from typing import Literal

from analyser.language.lexicon import lexicon, phrases

Side = Literal["for", "against", "abstain"]


@cache
def number(name: str = "") -> str:
    """Give a group (with a name, where one is given) for a figure or a number word: `1.050`, `tolv`, `enogtyve`."""
    group = f"(?P<{name}>" if name else "("
    votes = lexicon("decisions")["votes"]
    ones = "|".join(w for w, n in votes["numbers"].items() if 0 < n < 10 and " " not in w)
    tens = "|".join(sorted(votes["tens"], key=len, reverse=True))
    spelt = "|".join(sorted(votes["numbers"], key=len, reverse=True))
    return rf"(?<![\d–-]){group}\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|(?:{ones})og(?:{tens})|{spelt}|{tens})"


@cache
def in_order() -> re.Pattern[str]:
    """`For: 14 Imod: 11 Blank: 2`, `Ja 14, nej 11, blanke 3`, `for 14 – imod 11`: each figure behind its side.

    In `14 for, 11 imod, 2 blanke` a comma stands between a side and the figure behind it.
    """

    def side(name: Side) -> str:
        return rf"{_given(name)}\s*:?\s*{number(name)}(?![\wæøå])"

    gap = r"(?:\s*[,;./–—-]\s*|\s+og\s+|\s+)"
    return re.compile(
        rf"(?<!\d\s)(?<![\wæøå]){side('for')}{gap}{side('against')}(?:{gap}{side('abstain')})?(?!\s+(?:for|imod|blank))"
    )


@cache
def frames() -> tuple[re.Pattern[str], ...]:
    """Frames that hold both sides: `7 stemmer mod 2`, `4 mod 1 stemme`, `et flertal på 17 mod 8`, `vedtaget 6-2`; the
    last one may count a third: `vedtaget (6-0-1)`."""
    n, stemmer = number(), phrases("decisions", "votes", "stemmer")
    ends = r"(?=\s*(?:[.,;:)]|$|\s(?:at|og|idet|mens|medens|men|blev|stemmer?|vedtog\w*|besluttede\w*)\b))"
    return (
        re.compile(
            rf"\b(?:med\s+)?{n}\s+(?:ja-?\s*)?{stemmer}\s+(?:for\s+)?(?:i?mod|og)\s+{n}\b(?!\s+(?:blank|undlod))"
        ),
        re.compile(rf"\b{n}\s+i?mod\s+{n}\s+stemmer?\b"),
        re.compile(
            rf"(?:\bmed\s+(?:et\s+)?|\bflertal\s+på\s+|\bstemmetal\w*\s+|\bstemmerne\s+|\(){n}\s+i?mod\s+{n}{ends}"
        ),
        re.compile(rf"\bfor\b\s+(?:[\wæøå]+\s+)?stemte\s+{n}\b,?\s+(?:og\s+)?i?mod\s+(?:stemte\s+)?{n}\b"),
        re.compile(
            r"(?:\b(?:stemmer|stemmerne|stemmetal(?:let|lene)?|afstemning(?:en)?)\D{0,25}?\b"
            r"|\b(?:stemte|stemt|blev)\s+(?=\d{1,3}\s*[-–]\s*\d{1,3}\s+for\b)"
            r"|\b(?:vedtaget|forkastet|godkendt|faldt|nedstemt|stemmelighed)[\s,:(]*"
            r"|\bflertal(?:let)?\s*\(|\((?=\d{1,3}\s*[-–]\s*\d{1,3}\s*[,)][^()]*\b(?:for|i?mod|stemte)\b)|\((?=[^()]*\).*\bstem(?:te|t|mer)\b))"
            r"(?P<for>\d{1,3})\s*[-–]\s*(?P<against>\d{1,3})(?:\s*[-–]\s*(?P<abstain>\d{1,3}))?\b(?!\s*(?:år|kr|\.\s*[\da-zæøå]))"
        ),
    )


@cache
def of_one_side(side: Side) -> tuple[re.Pattern[str], ...]:
    """`4 (Bo, Lis) stemte for`, `for: 4`, `imod stemte 2`, `for forslaget stemte Ø (2 stemmer)`, `mod 1 stemme`."""
    n, given = number(), _given(side)
    opens = rf"\b{given}\s+(?:[\wæøå]+\s+)?stemte:?\s"
    counted = r"(?:medlemmer\s+|stemmer?\s+|personer\s+|husstande\s+|deltagere\s+)?"
    there = r"(?:fremmødte\s+|tilstedeværende\s+|af\s+de\s+fremmødte\s+)?"
    more = (
        re.compile(rf"\bstem\w*\b.*\bi?mod\s+{n}\b(?!\s+(?:mod|stk|kr))"),
        re.compile(rf"\bmod\s+{n}\s+stemmer?\b"),
        re.compile(rf"\b(?:vedtag\w*|vedtog\w*|godkend\w*|tiltr[åæ]\w*)\s+(?:i)?mod\s+{n}\s*(?:[.,;)]|$)"),
    )
    return (
        re.compile(
            rf"\b{n}\s+(?:\([^()]*\)\s+)?(?:(?:ud\s+)?af\s+(?:de\s+)?\d+\s+)?{there}{counted}(?:af\s+\w+\s+)?"
            rf"(?:der\s+)?(?:stemte\s+|stemmer\s+|var\s+)?{given}(?![\wæøå])(?!(?<=\bmod)\s+[\wæøå])"
        ),
        re.compile(
            rf"(?<![\wæøå]){given}(?:\s+(?:indstillingen|forslaget|ændringsforslaget))?\s*(?:stemte|stemmer|:)\s*{n}\b"
        ),
        re.compile(
            rf"{opens}[^.;(]{{1,60}}\((?:i\s+alt\s+|ialt\s+)?{n}(?:\s+stemmer?)?\)(?!\s*(?:,|og\s)[^.;()]{{1,30}}\(\d)"
        ),
        re.compile(rf"{opens}{n}\b"),
        *((re.compile(rf"\b{n},\s+(?:der|som)\s+{given}(?![\wæøå])"),) if side == "abstain" else ()),
        *(more if side == "against" else ()),
    )


@cache
def of_parties(side: Side) -> re.Pattern[str]:
    """`For stemte: A (5), F (2).`, `Imod: V (4 stemmer) og O (1)`: each party with its own figure."""
    other = rf"(?:i?mod|for|{_given('abstain')})\b"
    one = rf"(?:(?!{other})[\wæøå])(?:(?!\b{other})[\wæøå ]){{0,30}}?\s*\(\d+(?:\s+stemmer?)?\)"
    return re.compile(
        rf"(?<![\wæøå]){_given(side)}(?:\s+[\wæøå]+)?(?:\s+stemte:?|\s*:)\s*(?P<parties>{one}(?:(?:,\s*|\s+og\s+|\s+samt\s+){one})*)"
    )


@cache
def majorities(side: Side) -> re.Pattern[str]:
    """`Et flertal på 8 vedtog`, `Flertallet (5) stemte for`, `Et flertal bestående af A, F og Ø (12) stemte for`; a
    majority may also vote against."""
    most = phrases("decisions", "votes", "majority" if side == "for" else "minority")
    other = "(?:nej|i?mod)" if side == "for" else "(?:ja|for)"
    of = phrases("decisions", "votes", "of")
    return re.compile(
        rf"(?<![\wæøå]){most}\s+(?:{of}\s+(?:[^.;:()\d]{{1,80}}\()?|\(){number()}(?![\wæøå-])(?!\s+i?mod)"
        rf"(?!\)\s*(?:,|og\s)[^.;()]{{1,30}}\(\d)(?![^,.;]*\bstemte\s+{other}\b)"
    )


def _given(side: Side) -> str:
    return phrases("decisions", "votes", side)


@cache
def everybody() -> re.Pattern[str]:
    """`Samtlige 7 tilstedeværende stemte for`, `alle 9 stemte for`: nobody voted against."""
    return re.compile(rf"\b(?:samtlige|alle)\s+{number()}\s+(?:[\wæøå]+\s+){{0,2}}?stemte\s+for\b")


@cache
def won() -> re.Pattern[str]:
    """What one who was elected got: `fik Bo | 4 stemmer og Lis 3`, `Ib Holm (| 41 stemmer)`, `Lis | fik 8`."""
    got = phrases("decisions", "votes", "got")
    return re.compile(rf"(?<![-–])\b{number()}\s+stemmer\b|\b{got}\s+{number()}\b(?!\s+(?:år|stk|kr))")
