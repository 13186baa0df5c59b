"""What one who was elected got, told in front of it: `Ib fik 12 stemmer, Lis 8. | Ib er valgt.`"""

import re
from collections.abc import Sequence
from functools import cache

from analyser.extraction.decided import Decided
from analyser.extraction.sentences import Sentence
from analyser.extraction.votes import make_votes
from analyser.language.lexicon import phrases
from analyser.minutes import Votes

_REACH = 8  # sentences in front, a line a candidate
_NAME = r"[A-ZÆØÅ][\wæøåÆØÅ'-]*\.?(?:\s[A-ZÆØÅ][\wæøåÆØÅ'-]*\.?)*"


def votes_won(prose: str, sentences: Sequence[Sentence], n: int, decided: Decided) -> Votes | None:
    """Give what the one whom sentence `n` elects got in the ballot right before it; None of several elected.

    So of proposals: `Forslag A fik 12 stemmer, forslag B 8. | Forslag A er vedtaget.`
    """
    if decided.kind not in ("appointed", "adopted") or decided.votes is not None:
        return None
    sentence = sentences[n]
    won: dict[str, int] = {}
    for before in reversed(sentences[max(0, n - _REACH) : n]):
        text = prose[before.start : before.end]
        counts = _counts(text) if before.item == sentence.item and _is_ballot().search(text) else {}
        if not counts:
            break
        won = {**counts, **won}
    if not won:
        return None
    text = prose[sentence.start : sentence.end]
    named = [m.group() for m in re.finditer(_NAME, text)]
    meant = {who for name in named for who in won if _fits(name, who)}
    strange = [m for m in re.finditer(_NAME, text) if m.start() and not any(_fits(m.group(), who) for who in won)]
    return make_votes({"for": won[meant.pop()]}) if len(meant) == 1 and not strange else None


def _counts(text: str) -> dict[str, int]:
    return {m["who"] or m["behind"]: int(m["count"] or m["got"]) for m in _one().finditer(text)}


def _fits(name: str, other: str) -> bool:
    """Tell whether two names may be one's: `Ib` and `Ib Holm`."""
    one, two = name.strip(". ").split(), other.strip(". ").split()
    return one[0] == two[0] and (len(one) == 1 or len(two) == 1 or one[-1] == two[-1])


@cache
def _is_ballot() -> re.Pattern[str]:
    return re.compile(rf"\bstemme|\d\s*{phrases('decisions', 'votes', 'stemmer')}(?![\wæøå])", re.IGNORECASE)


@cache
def _one() -> re.Pattern[str]:
    """`fik | Ib Holm 12`, `Ib Holm | fik 12`, `Lis 8`, `Lis: 8`."""
    got = phrases("decisions", "votes", "got")
    figure = r"{}(?![\d.,/:-]*\d)(?!\s*(?:år|kr|pct|%|\.\s*[a-zæøå]))"
    return re.compile(
        rf"\b{got}\s+(?P<behind>{_NAME})\s+{figure.format('(?P<got>[0-9]{1,4})')}"
        rf"|(?P<who>{_NAME})\s*(?::|\(|[-–]|,?\s+{got})?\s*{figure.format('(?P<count>[0-9]{1,4})')}"
    )
