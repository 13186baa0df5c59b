"""Sentences that count votes, by figures or by name: `For stemte Bo og Lis. Imod stemte Ib.`"""

import re
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.decided import Decided
from analyser.extraction.deciding_verbs import closing
from analyser.extraction.sentences import Sentence
from analyser.extraction.vote_frames import Side
from analyser.extraction.votes import SIDES, make_votes, merged, read_votes, tally, without_voters
from analyser.extraction.voting_parties import parties_in, party_votes, voters_of
from analyser.language.lexicon import phrases
from analyser.language.names import is_full_name
from analyser.minutes import Votes

_LONGEST = 40  # words of a sentence that does nothing but count
_SHORTENED = r"(?:(?<=\b[A-ZÆØÅ])\.|(?<=\b[A-ZÆØÅ][a-zæøå])\.|(?<=\b[A-ZÆØÅ][a-zæøå]{2})\.)(?=\s)"  # `N.`, `Chr.`


def count_of(prose: str, sentence: Sentence, cast: Cast) -> Votes | None:
    """Count the votes of a sentence that does nothing else; None where it says something else.

    A party is counted where the roster says who sits for it; no body is: who knows how many sit there.
    """
    text = prose[sentence.start : sentence.end]
    if len(sentence.words) > _LONGEST:
        return None
    if not opens_with_count(text):
        named = _may_name().search(text) and (_voting().match(text) or _yet().match(text) or _recorded().match(text))
        found = named_votes(text, sentence.start, cast) if named else {}
        return make_votes(found) if found else None
    found = tally(text)
    for side, count in named_votes(text, sentence.start, cast).items():
        found.setdefault(side, count)
    return make_votes(found) if found else None


def votes_between(prose: str, start: int, end: int, cast: Cast) -> Votes | None:
    """Read the votes of a clause and what stands behind it, by figures or by name: `…, men Ib Holm stemte imod`."""
    text = prose[start:end]
    named = named_votes(text, start, cast)
    return merged(read_votes(text), make_votes(named) if named else None)


def opens_with_count(text: str) -> bool:
    """Tell whether a sentence begins as one that only counts votes: `For stemte`, `Imod: Lis Bo`."""
    return _counts().match(text) is not None


def is_casting_vote(text: str) -> bool:
    """Tell whether a sentence between a count and what came of it says what broke a tie: `Formandens stemme var
    afgørende.`"""
    return _casting().search(text) is not None


@cache
def _casting() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'votes', 'casting')}(?![\wæøå])", re.IGNORECASE)


def named_votes(text: str, start: int, cast: Cast) -> dict[Side, int]:
    """Count those who are named beside how they voted: `…, idet Lis Bo og Ib Holm stemte imod`, `Imod: Ib Holm`."""
    found: dict[Side, int] = {}
    some: int | None = None  # `Lis Bo stemte for`: one of many, unless those against are named as well
    bare = without_voters(text)
    told = _may_name().search(text) is not None
    for pattern in (_named(), _dissent(), _elliptic(), _against_voices(), _abstained(), _recorded()) if told else ():
        for match in pattern.finditer(bare):
            side: Side = next((s for s in SIDES if match.groupdict().get(s)), "against")
            group = "who" if match["who"] else "with"
            people = _voters(match[group], start + match.start(group), cast)
            alone = people and re.search(rf"{_only()}\s", match.group()) is not None
            if people and side == "for" and pattern is _dissent() and not alone:
                some = some or len(people)
            elif people:
                found.setdefault(side, len(people))
    for side, count in party_votes(text, cast).items():
        found.setdefault(side, count)
    if some is not None and "against" in found:
        found.setdefault("for", some)
    return found


def _voters(who: str, start: int, cast: Cast) -> set[str]:
    """Read a list of people; what stands in front of them is no name: `Forslaget blev vedtaget, | Lis Bo`.

    Old protocols have no roster: there a full name will do (`N. Ravn stemte imod`).
    """
    parties, others = parties_in(who)
    if parties:
        sitting = voters_of(parties, cast)
        besides = _voters(", ".join(others), start, cast) if others else set()
        return sitting | besides if sitting and (besides or not others) else set()
    while who:
        readings = read_actors(re.sub(r"\s+", " ", who).strip(" ."), start, cast, speaker=False)
        people = {_voter(r) for r in readings}
        if readings:
            return {p for p in people if p} if None not in people else set()
        front, comma, rest = who.partition(",")
        if not comma or not front.split()[-1:] or front.split()[-1][0].isupper():
            return set()
        who, start = rest, start + len(front) + 1
    return set()


def _voter(reading: Reading) -> str | None:
    actor = reading.actor
    if actor.participant is not None or actor.kind != "person":
        return actor.participant
    return actor.name if actor.name and is_full_name(actor.name) else None


@cache
def _may_name() -> re.Pattern[str]:
    """What stands in each sentence that names those who voted, in whatever way `named_votes` reads."""
    return re.compile(rf"stem|[Mm]od|[Ff]or\s*:|(?i:{phrases('decisions', 'votes', 'neither')})|{_voted()}")


@cache
def _counts() -> re.Pattern[str]:
    """How a count begins: `For stemte`, `Imod`, `4 ja`, `Én undlod`, `Ved afstemningen stemte 2`, `Stemmerne faldt`."""
    numbers = phrases("decisions", "votes", "numbers")
    opens = phrases("decisions", "votes", "opens")
    return re.compile(
        rf"[\s\-–—•*]*(?:(?:{opens})(?![\wæøå])|(?:\d{{1,4}}|{numbers})\s+(?:\([^()]*\)\s+)?"
        rf"(?:(?:medlemmer|personer|stemmer?)\s+)?(?:\([^()]*\)\s+)?(?:af\s+\w+\s+)?(?:\([^()]*\)\s+)?"
        rf"(?:ja|nej|for|i?mod|stem|undlod|blank|hverken))",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    """`For forslaget stemte | Bo og Lis`, `imod stemte | Ib`, `Imod: | Ib`, `Hverken for eller imod: | Lis`."""
    neither = rf"(?i:{phrases('decisions', 'votes', 'neither')})"
    return re.compile(
        rf"(?<![\wæøå])(?:(?P<for>[Ff]or)|(?P<against>[Ii]?[Mm]od)|(?P<abstain>{neither}))"
        r"(?:\s+(?:[\wæøå]+\s+)?stemte:?|\s*:)\s+(?:\d+:\s+)?"
        rf"(?P<who>[A-ZÆØÅ](?:[^.;:()]|{_SHORTENED})*?)"
        rf"(?=,?\s+(?:og\s+|mens\s+)?i?mod\s+stemte|\s*(?:(?!{_SHORTENED})\.|[;)])|$)"
    )


@cache
def _dissent() -> re.Pattern[str]:
    """`…, idet | Lis Bo | stemte imod`, `Lis Bo og Ib Holm | undlod at stemme`, `dog stemte | Ib | imod`."""
    return re.compile(
        rf"(?:^[\s\-–—•*]*|[;,.(]\s*|\b(?:idet|mens|medens|og|men|hvor)\s+)(?:{_only()}\s+)?{_who()}\s+"
        rf"(?:{_voted()})(?![\wæøå]|\s+at\b)"
    )


@cache
def _elliptic() -> re.Pattern[str]:
    """`Bo stemte for, | Ib | imod.`, `dog stemte | Ib | imod`."""
    return re.compile(
        rf"(?:,\s+|\b(?:[Dd]og|men|idet|mens|hvorimod)\s+(?:stemte\s+)?){_who()}\s+(?:dog\s+)?(?P<against>i?mod)(?=\s*[.,;)]|$)"
    )


@cache
def _against_voices() -> re.Pattern[str]:
    """`Vedtaget mod | Lis Bo|s stemme`, `dog med | Lis Bo|s stemme imod`."""
    who = r"(?P<{}>[A-ZÆØÅ][^.;:,\d]{{1,60}}?)['’]?s\s+stemme\b"
    return re.compile(rf"\b[Mm]od\s+{who.format('who')}|\bdog\s+med\s+{who.format('with')}\s+i?mod\b")


@cache
def _abstained() -> re.Pattern[str]:
    """`…, dog undlod | Lis Bo | at stemme`."""
    return re.compile(
        rf"\b(?:[Dd]og|men|idet|mens)\s+(?P<abstain>undlod)\s+{_who()}\s+at\s+(?:stemme|afgive\s+stemme)\b"
    )


@cache
def _recorded() -> re.Pattern[str]:
    """`| Lis Bo | ønskede ført til protokols, at hun stemte imod`; not `Lis Bo bad om, at de stemte imod`: what
    others were asked to do."""
    asks, minutes = (phrases("decisions", "votes", key) for key in ("asks", "recording"))
    return re.compile(
        rf"[\s\-–—•*]*{_who()}\s+{asks}\s(?:[^.;]{{0,60}}?\s)?{minutes}(?![\wæøå])[^.;,]{{0,40}},?\s+at\s+(?:han|hun|de)\s+"
        r"(?:stemte|havde\s+stemt|har\s+stemt)\s+(?P<against>i?mod)\b"
    )


@cache
def _voting() -> re.Pattern[str]:
    """A sentence that opens with who voted: `Lis Bo og Ib Holm stemte imod`, `Kun Lis Bo undlod at stemme`."""
    return re.compile(rf"[\s\-–—•*]*(?:{_only()}\s+)?{_who()}\s+(?:{_voted()})(?![\wæøå]|\s+at\b)")


@cache
def _yet() -> re.Pattern[str]:
    """`Dog stemte | Lis Bo | imod.`"""
    return re.compile(rf"[\s\-–—•*]*Dog\s+stemte\s+{_who()}\s+i?mod\b")


def _only() -> str:
    """`Kun` in front of who voted so."""
    return rf"(?i:{phrases('decisions', 'votes', 'only')})"


def _who() -> str:
    """A group for names; they reach over no word that opens a clause, and no stop but that of `N. Chr. Bo`."""
    opens = r"\b(?:idet|mens|medens|men|da|dog|som|der|at)\b"
    return rf"(?P<who>[A-ZÆØÅ](?:(?!{opens})(?:[^;:.]|{_SHORTENED})){{0,80}}?)"


@cache
def _voted() -> str:
    """A group a side: how those in front of it voted."""
    return "|".join(f"(?P<{side}>{phrases('decisions', 'votes', f'voted_{side}')})" for side in SIDES)


def supplements_votes(votes: Votes | None, counts: Votes) -> bool:
    """Tell whether a count can be of the decision before it, which may be counted already."""
    told = votes.model_dump() if votes is not None else {}
    return all(told.get(side) in (None, count) for side, count in counts.model_dump().items() if count is not None)


def counts_anew(before: Decided, counts: Votes | None, sentence: Sentence) -> bool:
    """Tell whether a line counts votes of its own: `Café: vedtaget, 6 stemmer`, and below `Festival: 4 for, 2 imod`."""
    if counts is None or counts.for_ is None or sentence.place == before.sentence.place:
        return False
    both = before.votes is not None and before.votes.for_ is not None
    bare = [t for t in sentence.words if not t.is_mark]
    return both or (any(t.text == ":" for t in sentence.words) and bool(bare) and bare[-1].low in closing())
