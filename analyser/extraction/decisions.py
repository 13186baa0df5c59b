"""Decisions: what was adopted, rejected, noted, postponed, agreed, appointed, recommended, referred.

A sentence decides by a fixed phrase (`taget til efterretning`), by a verb of deciding in the passive (`blev godkendt`,
`godkendtes`, `Dagsordenen godkendt`), by a body and such a verb (`Bestyrelsen vedtog`), or because it stands under
`Beslutning`. What another body decided elsewhere is `reported`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analyser.extraction.actors import Cast, Reading, read_actors
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import lexicon, phrases, words
from analyser.minutes import DecisionKind, Votes

_SHORT = 9  # words of an answer that is a decision by itself
_ORDER: tuple[DecisionKind, ...] = (
    "rejected", "postponed", "noted", "appointed", "referred", "recommended", "adopted", "agreed",
)  # fmt: skip


@dataclass(frozen=True)
class Decided:
    """A decision before it has an id."""

    kind: DecisionKind
    by: Reading | None
    votes: Votes | None
    sentence: Sentence


def find_decisions(
    prose: str, sentences: Sequence[Sentence], cast: Cast, said: frozenset[int], tasks: frozenset[int]
) -> list[Decided]:
    """Find the decisions of a document, in order.

    `said` are the offsets of sentences in which somebody says something, `tasks` of those that give somebody a task:
    under `Beslutning` a task is an action, not a decision as well.
    """
    found = []
    for sentence in sentences:
        decided = _decide(prose, sentence, cast, sentence.start in said, sentence.start in tasks)
        if decided is not None:
            found.append(decided)
    return found


def _decide(prose: str, sentence: Sentence, cast: Cast, said: bool, task: bool) -> Decided | None:
    text = prose[sentence.start : sentence.end]
    bare = _bare(text)
    if not bare or text.rstrip().endswith("?") or sentence.paragraph.part in ("proposal", "background"):
        reported = _reported(prose, sentence, cast) if bare and sentence.paragraph.part == "background" else None
        return reported
    votes = read_votes(text)
    short = len(bare.split()) <= _SHORT
    answer = _answer(bare) if short else None
    if answer == "nothing":
        return None
    if answer is not None:
        return Decided(answer, None, votes, sentence)  # type: ignore[arg-type]
    if not said or sentence.paragraph.part == "decision":
        reported = _reported(prose, sentence, cast)
        if reported is not None:
            return reported
        if _hypothetical().search(bare):
            return None
        kind, by = _by_verb(prose, sentence, cast)
        kind = kind or _by_phrase(bare)
        if kind is not None:
            return Decided(kind, by, votes, sentence)
        if votes is not None and _voted().search(bare):
            return Decided("rejected" if _lost(votes) else "adopted", None, votes, sentence)
        if sentence.paragraph.part == "decision" and not task and len(bare.split()) >= 2:
            return Decided("agreed", None, votes, sentence)
    return None


def _bare(text: str) -> str:
    return re.sub(r"^[\s\-–—•*►=>]+|[\s.!*]+$", "", text).casefold()


def _answer(bare: str) -> str | None:
    """Read a short answer below a heading: `Godkendt.` `Taget til efterretning.` `Udsat til næste møde.` `Intet.`"""
    plain = re.sub(r"[,:].*$", "", bare).strip()
    for kind in lexicon("decisions")["answers"]:
        known = words("decisions", "answers", kind)
        if bare in known or plain in known:
            return str(kind)
    for kind in ("rejected", "postponed", "noted", "adopted"):
        if _answer_start(kind).match(bare):
            return kind
    return None


def _by_phrase(bare: str) -> DecisionKind | None:
    best: tuple[int, DecisionKind] | None = None
    for kind in _ORDER:
        match = _phrase(kind).search(bare)
        if match and kind == "noted" and not _noted_heads().search(bare):
            continue
        if match and (best is None or len(match.group()) > best[0]):
            best = (len(match.group()), kind)
    return best[1] if best else None


def _by_verb(prose: str, sentence: Sentence, cast: Cast) -> tuple[DecisionKind | None, Reading | None]:
    """Read a verb of deciding with the body in front or behind, or in the passive."""
    tokens = sentence.words
    forms = _verb_forms()
    for n, token in enumerate(tokens):
        found = forms.get(token.low)
        if found is None:
            continue
        voice, kind = found
        if _negated(tokens, n):
            kind = "rejected" if kind in ("adopted", "agreed", "recommended") else kind
        if voice == "past" or voice == "present":
            by = _deciding(prose, sentence, n, cast)
            if by is not None:
                return _refine(kind, prose[sentence.start : sentence.end]), by
            if tokens[n - 1].low == "man" or n == 0 or n + 1 < len(tokens) and tokens[n + 1].low == "man":
                return kind, None
            continue
        if voice == "passive":
            return _refine(kind, prose[sentence.start : sentence.end]), _agent(prose, sentence, n, cast)
        if voice == "participle" and _is_passive(tokens, n, sentence):
            return _refine(kind, prose[sentence.start : sentence.end]), _agent(prose, sentence, n, cast)
    return None, None


def _refine(kind: DecisionKind, text: str) -> DecisionKind:
    """Let what was decided say more than the verb: `besluttede at udsætte sagen` postpones it."""
    if kind != "agreed":
        return kind
    low = text.casefold()
    for other in ("postponed", "rejected", "referred"):
        if _content(other).search(low):
            return other  # type: ignore[return-value]
    return kind


def _is_passive(tokens: Sequence, n: int, sentence: Sentence) -> bool:  # type: ignore[type-arg]
    """Tell `blev godkendt` and the bare `Dagsordenen godkendt` from `har godkendt` and `den godkendte plan`."""
    before = [t.low for t in tokens[max(0, n - 7) : n]]
    if any(b in words("verb_forms", "auxiliaries", "have") for b in before[-4:]):
        return False
    if any(b in ("blev", "bliver", "blevet", "ble", "bleve") for b in before):
        return True
    if before and any(b in ("er", "var") for b in before[-3:]):
        return tokens[n].low not in ("udsat",)
    nouns = words("decisions", "objects", "nouns")
    short = len(tokens) <= 14
    opening = [t.low for t in tokens[:n] if not t.is_mark]
    return (
        n == 0
        or short
        and len(opening) <= 6
        and (any(o in nouns or o.endswith(("en", "et", "erne")) for o in opening) or _capital(tokens, n))
    )


def _capital(tokens: Sequence, n: int) -> bool:  # type: ignore[type-arg]
    """`Ib Ravn valgt`, `Ole Bech genvalgt til kasserer`."""
    return n > 0 and all(t.text[0].isupper() or t.is_mark or t.low in ("og", "som", "blev") for t in tokens[:n])


def _negated(tokens: Sequence, n: int) -> bool:  # type: ignore[type-arg]
    return any(t.low == "ikke" for t in tokens[max(0, n - 3) : n + 3])


def _deciding(prose: str, sentence: Sentence, n: int, cast: Cast) -> Reading | None:
    """Read the body that decides, in front of its verb or right behind it."""
    tokens = sentence.words
    for m in range(max(0, n - 6), n):
        if m == 0 or tokens[m - 1].text in ",;:" or tokens[m - 1].low in ("og", "men", "at"):
            found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast)
            if found and found[0].actor.kind in ("organisation", "unknown"):
                return found[0]
    for last in range(min(len(tokens) - 1, n + 4), n, -1):
        if n > 0:
            found = read_actors(prose[tokens[n + 1].start : tokens[last].end], tokens[n + 1].start, cast)
            if found and found[0].actor.kind == "organisation":
                return found[0]
    return None


def _agent(prose: str, sentence: Sentence, n: int, cast: Cast) -> Reading | None:
    """Read who decided in the passive: `blev godkendt af bestyrelsen`."""
    tokens = sentence.words
    for m in range(n + 1, min(len(tokens) - 1, n + 6)):
        if tokens[m].low != "af":
            continue
        for last in range(min(len(tokens) - 1, m + 5), m, -1):
            found = read_actors(prose[tokens[m + 1].start : tokens[last].end], tokens[m + 1].start, cast)
            if found and found[0].actor.kind == "organisation":
                return found[0]
    return None


def _reported(prose: str, sentence: Sentence, cast: Cast) -> Decided | None:
    """`Kommunen har besluttet at lave en sti`: decided by another body than the one that meets."""
    tokens = sentence.words
    for n, token in enumerate(tokens):
        if token.low not in words("decisions", "reported", "auxiliaries") or n == 0:
            continue
        rest = prose[token.end : sentence.end]
        if not _reported_participle().match(rest):
            continue
        for m in range(max(0, n - 6), n):
            found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast)
            if found and found[0].actor.kind == "organisation":
                own = _is_own(found[0], cast)
                return Decided(
                    "agreed" if own else "reported",
                    found[0],
                    read_votes(prose[sentence.start : sentence.end]),
                    sentence,
                )
    return None


def _is_own(reading: Reading, cast: Cast) -> bool:
    """Tell whether an organisation is the body that meets."""
    body = (cast.meeting.body or "").casefold()
    name = (reading.actor.organisation or reading.actor.name or "").casefold()
    if name in ("bestyrelsen", "udvalget", "rådet", "nævnet", "byrådet", "menighedsrådet", "sogneraadet", "sognerådet"):
        return bool(body) and (name.removesuffix("en").removesuffix("et") in body or body.endswith(name))
    return bool(body) and (name == body or name.removesuffix("et") == body or name.removesuffix("en") == body)


def read_votes(text: str) -> Votes | None:
    """Read votes with figures: `7 for, 2 imod, 1 undlod`; `med 5 stemmer mod 2`; `6-2`."""
    low = text.casefold()
    number = rf"(\d{{1,4}}|{'|'.join(sorted(lexicon('decisions')['votes']['numbers'], key=len, reverse=True))})"
    match = re.search(
        rf"\b(?:med\s+)?{number}\s+(?:ja-)?stemmer\s+(?:for\s+)?(?:i?mod|og)\s+{number}\b", low
    ) or re.search(
        r"\b(?:stemmer|stemmetal(?:let|lene)?|vedtaget|forkastet|afstemning(?:en)?)\D{0,25}?\b(\d{1,3})\s*[-–]\s*(\d{1,3})\b",
        low,
    )
    found: dict[str, int] = {}
    if match:
        found = {"for": _figure(match[1]), "against": _figure(match[2])}
    for kind in ("for", "against", "abstain"):
        if kind in found:
            continue
        given = phrases("decisions", "votes", kind)
        numbered = re.search(
            rf"\b{number}\s+(?:medlemmer\s+|stemmer\s+|personer\s+|af\s+\w+\s+)?(?:stemte\s+|stemmer\s+|var\s+)?{given}(?![\wæøå])",
            low,
        )
        if numbered is None:
            numbered = re.search(rf"(?<![\wæøå]){given}\s*(?:stemte|stemmer|:)\s*{number}\b", low)
        if numbered:
            found[kind] = _figure(numbered[1])
    if "for" not in found and "against" not in found:
        return None
    if "abstain" not in found and re.search(r"\bingen\s+(?:undlod|blanke)", low):
        found["abstain"] = 0
    return Votes.model_validate(found)


def _figure(word: str) -> int:
    return int(word) if word.isdigit() else int(lexicon("decisions")["votes"]["numbers"][word])


def _lost(votes: Votes) -> bool:
    return (votes.for_ or 0) <= (votes.against or 0)


@cache
def _verb_forms() -> dict[str, tuple[str, DecisionKind]]:
    forms: dict[str, tuple[str, DecisionKind]] = {}
    for infinitive, past, participle, kind in lexicon("decisions")["verbs"]:
        forms[past] = ("past", kind)
        forms[f"{infinitive}r"] = ("present", kind)
        forms[f"{infinitive}s"] = ("passive", kind)
        forms[f"{past}s"] = ("passive", kind)
        forms[participle] = ("participle", kind)
        if participle.endswith("et"):
            forms.setdefault(f"{participle[:-1]}de", ("past", kind))
    for form, kind in lexicon("decisions")["old"]:
        if " " not in form:
            forms[form] = ("passive", kind)
    return forms


@cache
def _phrase(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])")


@cache
def _content(kind: str) -> re.Pattern[str]:
    infinitives = [i for i, _, _, k in lexicon("decisions")["verbs"] if k == kind]
    return re.compile(
        rf"\bat\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(infinitives)})\b|(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])"
    )


@cache
def _answer_start(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'answers', kind)}(?=$|[\s,.:–-])")


@cache
def _noted_heads() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', 'noted_heads')}(?![\wæøå])")


@cache
def _hypothetical() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'hypothetical', 'words')}(?![\wæøå])")


@cache
def _reported_participle() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:[\wæøå]+\s+){{0,3}}?{phrases('decisions', 'reported', 'participles')}(?![\wæøå])", re.IGNORECASE
    )


@cache
def _voted() -> re.Pattern[str]:
    return re.compile(r"\bstem(?:t|mer|te|mes|tes|ning)|\bafstemning|\bvedtag|\bforkast|\bfor\b.*\b(?:i?mod)\b")
