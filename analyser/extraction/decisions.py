"""Decisions: what was adopted, rejected, noted, postponed, agreed, appointed, recommended, referred.

A sentence decides by a fixed phrase (`taget til efterretning`), by a verb of deciding in the passive (`blev godkendt`,
`godkendtes`, `Dagsordenen godkendt`), by a body and such a verb (`Bestyrelsen vedtog`), or because it stands under
`Beslutning`. What another body decided elsewhere is `reported`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.organisations import is_own_body
from analyser.extraction.sentences import Sentence
from analyser.extraction.votes import is_lost, read_votes
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_full_name
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
    counted: bool = False  # nothing but a count of votes


def find_decisions(
    prose: str, sentences: Sequence[Sentence], cast: Cast, said: frozenset[int], tasks: frozenset[int]
) -> list[Decided]:
    """Find the decisions of a document, in order.

    `said` are the offsets of sentences in which somebody says something, `tasks` of those that give somebody a task:
    under `Beslutning` a task is an action, not a decision as well. A count of votes behind a decision belongs to it.
    """
    found: list[Decided] = []
    for sentence in sentences:
        decided = _decide(prose, sentence, cast, sentence.start in said, sentence.start in tasks)
        if decided is None:
            continue
        before = found[-1] if found else None
        if decided.counted and before is not None and before.sentence.place == sentence.place and before.votes is None:
            found[-1] = replace(before, votes=decided.votes)
            continue
        found.append(decided)
    return found


def _decide(prose: str, sentence: Sentence, cast: Cast, said: bool, task: bool) -> Decided | None:
    text = prose[sentence.start : sentence.end]
    bare = _bare(text)
    part = sentence.paragraph.part
    if not bare or text.rstrip().endswith("?") or _signed(text):
        return None
    if part == "proposal":
        return _recommended(prose, sentence, cast)
    if part == "background":
        return _reported(prose, sentence, cast, told=True)
    votes = read_votes(text)
    short = len(bare.split()) <= _SHORT
    answer = _answer(bare if short else re.split(r"[,;:]|\sda\s", bare)[0].strip() + " ")
    label, _, rest = bare.partition(":")
    if answer is None and rest and label.split()[-1] in words("decisions", "objects", "nouns"):
        answer = _answer(rest.strip())  # `Dagsorden: ok.`
    if answer == "nothing":
        return None
    if answer is not None:
        return Decided(answer, None, votes, sentence)  # type: ignore[arg-type]
    appointed = _appointment(prose, sentence, cast)
    if appointed is not None:
        return appointed
    reported = _reported(prose, sentence, cast)
    if reported is not None:
        return reported
    kind, by = (None, None) if _hypothetical().search(bare) else _by_verb(prose, sentence, cast)
    if said and by is None:
        follows = _follows().search(bare)  # `Carl fremlagde regnskabet, som blev godkendt.`
        return Decided(_verb_forms()[follows["verb"]][1], None, votes, sentence) if follows else None
    if kind is None and not _hypothetical().search(bare):
        kind, by = _by_phrase(bare), _opening_body(prose, sentence, cast)
        if kind == "rejected" and by is None and _opens_with_person(prose, sentence, cast):
            return None
    if kind is not None:
        return Decided(kind, by, votes, sentence)
    if votes is not None and _voted().search(bare):
        return Decided("rejected" if is_lost(votes) else "adopted", None, votes, sentence, counted=True)
    if not said and not _hypothetical().search(bare) and _takes_upon_itself(prose, sentence, cast):
        return Decided("agreed", None, votes, sentence)
    fallback = part == "decision" and not said and not task and len(bare.split()) >= 2
    if fallback and not _aside().search(bare) and not _hypothetical().search(bare):
        return Decided("agreed", None, votes, sentence)
    return None


def _takes_upon_itself(prose: str, sentence: Sentence, cast: Cast) -> bool:
    """`Vi køber en ny, max 3.000 kr.`; `Bestyrelsen støtter forslaget.`: what the meeting will do, in the present."""
    tokens = [t for t in sentence.words if not t.is_mark]
    if len(tokens) < 3:
        return False
    negated = any(t.low in words("adverbs", "negating") for t in tokens[2:4])
    if tokens[0].low not in words("decisions", "bodies", "we"):
        found = read_actors(tokens[0].text, tokens[0].start, cast)
        own = bool(found) and is_own_body(found[0], cast)
        return own and not negated and _own_do().match(prose, tokens[1].start, sentence.end) is not None
    return tokens[1].low in words("decisions", "bodies", "we_do") and not negated


def _recommended(prose: str, sentence: Sentence, cast: Cast) -> Decided | None:
    """`Forvaltningen indstiller, at forslaget godkendes.`: what was put before the meeting under `Indstilling`."""
    for n, token in enumerate(sentence.words):
        found = _verb_forms().get(token.low)
        if found is not None and found[1] == "recommended":
            by = _deciding(prose, sentence, n, cast) if found[0] in ("past", "present") else None
            return Decided("recommended", by, None, sentence)
    return None


def _appointment(prose: str, sentence: Sentence, cast: Cast) -> Decided | None:
    """`Valgudvalg: Erna og Lilly`, `Kasserer: Ib Ravn` below a heading of elections."""
    text = prose[sentence.start : sentence.end]
    becomes = r"\s+(?:bliver|blev|er\s+fremover|er\s+herefter)\s+(?=[A-ZÆØÅ])(?!\S+(?:en|et)\b)"
    match = re.match(rf"^[\s\-–—•*]*(?:[Nn]y\s+|[Ss]om\s+)?([^:.,;]{{3,40}}?)(?::\s*|{becomes})(.+?)\.?$", text)
    if match is None or not match[1].casefold().strip().endswith(tuple(words("decisions", "appointments", "ends"))):
        return None
    who = re.sub(r"\b\d\.\s*(?=[A-ZÆØÅ])", "", match[2])  # `1. Ole Brix, 2. Ib Holm`
    readings = read_actors(who, sentence.start + match.start(2), cast, speaker=False)
    named = readings and all(r.actor.kind in ("person", "unknown") for r in readings)
    return Decided("appointed", None, None, sentence) if named else None


def _signed(text: str) -> bool:
    """Tell whether a line is for signatures: `Ib Holm ________`, or nothing but names: `Ib Holm\t\tLis Bo`."""
    cells = [c for c in re.split(r"\t+|\s{3,}|_{3,}", text.strip(" .")) if c.strip()]
    return "___" in text or (len(cells) > 1 and all(is_full_name(c.strip(" .")) for c in cells))


def _opening_body(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """Read the body that a sentence begins with: `Institutrådet | tog orienteringen til efterretning`."""
    for n in range(min(5, len(sentence.words) - 1), 0, -1):
        found = read_actors(prose[sentence.start : sentence.words[n - 1].end], sentence.start, cast)
        if found and found[0].actor.kind == "organisation":
            return found[0]
    return None


def _opens_with_person(prose: str, sentence: Sentence, cast: Cast) -> bool:
    for n in range(min(5, len(sentence.words) - 1), 0, -1):
        found = read_actors(prose[sentence.start : sentence.words[n - 1].end], sentence.start, cast)
        if found and found[0].actor.kind in ("person", "role"):
            return True
    return False


def _bare(text: str) -> str:
    return re.sub(r"^[\s\-–—•*►=>]+|[\s.!*]+$", "", text).casefold().replace("aa", "å")


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
        if match and kind == "noted" and not _heads("noted_heads").search(bare):
            continue
        if match and match.group() == "underskrevet" and not _heads("underskrevet_heads").search(bare):
            continue
        if match and (best is None or len(match.group()) > best[0]):
            best = (len(match.group()), kind)
    return best[1] if best else None


def _by_verb(prose: str, sentence: Sentence, cast: Cast) -> tuple[DecisionKind | None, Reading | None]:
    """Read a verb of deciding with the body in front or behind, or in the passive."""
    tokens = sentence.words
    forms = _verb_forms()
    for n, token in enumerate(tokens):
        found = forms.get(token.low.replace("aa", "å"))
        if found is None or (
            n + 1 < len(tokens) and f"{token.low} {tokens[n + 1].low}" in words("decisions", "not_decided")
        ):
            continue
        voice, kind = found
        if _negated(tokens, n):
            kind = "rejected" if kind in ("adopted", "agreed", "recommended") else kind
        if voice in ("past", "present"):
            by = _deciding(prose, sentence, n, cast)
            outside = voice == "present" and kind != "recommended"  # `FOA udpeger en ny`: to come, and elsewhere
            if by is not None and (token.low in _own_only() or outside) and not is_own_body(by, cast):
                return None, None  # `A-siden tilsluttede sig bemærkningen`, `Sekretariatet henviste til …`
            if by is not None:
                if (
                    kind == "appointed"
                    and n + 1 < len(tokens)
                    and tokens[n + 1].text.islower()
                    and "til" not in {t.low for t in tokens}
                ):
                    kind = "adopted"  # `Bestyrelsen valgte tilbuddet fra …`
                if voice == "past" and kind in ("adopted", "rejected") and _elsewhere(by, cast):
                    return "reported", by
                return _refine(kind, prose[sentence.start : sentence.end]), by
            beside = {t.low for t in (*tokens[max(0, n - 1) : n], *tokens[n + 1 : n + 2])}
            if beside & words("decisions", "bodies", "we") or n == 0:
                return _refine(kind, prose[sentence.start : sentence.end]), None
            continue
        if voice in ("passive", "participle"):
            agent = _agent(prose, sentence, n, cast)
            if agent is not None and kind in ("adopted", "rejected") and _elsewhere(agent, cast):
                return "reported", agent
        if voice == "passive":
            return _refine(kind, prose[sentence.start : sentence.end]), _agent(prose, sentence, n, cast)
        if voice == "participle" and _is_passive(tokens, n, sentence):
            return _refine(kind, prose[sentence.start : sentence.end]), _agent(prose, sentence, n, cast)
    return None, None


def _elsewhere(by: Reading, cast: Cast) -> bool:
    """Tell whether another body decided than the one that meets: `Byrådet vedtog strategien` in a kredsråd."""
    known = by.actor.kind == "organisation" and cast.meeting.body is not None
    return (
        known
        and not is_own_body(by, cast)
        and (by.actor.organisation or "").casefold().endswith(tuple(words("decisions", "bodies", "elsewhere")))
    )


def _refine(kind: DecisionKind, text: str) -> DecisionKind:
    """Let what was decided say more than the verb: `besluttede at udsætte sagen` postpones it."""
    if kind == "appointed" and re.search(r"\bnedsæ?t", text.casefold()) and "bestående" not in text.casefold():
        return "agreed"  # `Der nedsættes et udvalg`, with nobody in it yet
    if kind not in ("agreed", "adopted") or not _plans().search(text.casefold()):
        return kind
    low = text.casefold()
    for other in ("postponed", "rejected", "referred", "recommended"):
        if _content(other).search(low):
            return other
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
    return n == 0 or (
        short
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
    for m in range(max(0, n - 12), n):
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


def _reported(prose: str, sentence: Sentence, cast: Cast, told: bool = False) -> Decided | None:
    """`Kommunen har besluttet at lave en sti`: decided by another body than the one that meets.

    With `told`, in the background of a case, the past tells of earlier decisions as well: `Byrådet afsatte i 2020 …`.
    """
    tokens = sentence.words
    for n, token in enumerate(tokens):
        if n == 0 or n > 12:
            continue
        perfect = token.low in words("decisions", "reported", "auxiliaries")
        perfect = perfect and _reported_participle().match(prose, token.end, sentence.end) is not None
        past = (told and _is_past(token.low)) or token.low in words("decisions", "reported", "past")
        if not perfect and not (told and past):
            continue
        for m in range(max(0, n - 6), n):
            found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast)
            if found and found[0].actor.kind == "organisation":
                own = is_own_body(found[0], cast) and not told
                votes = read_votes(prose[sentence.start : sentence.end])
                return Decided("adopted" if own else "reported", found[0], votes, sentence)
    return None


def _is_past(word: str) -> bool:
    found = _verb_forms().get(word)
    return found is not None and found[0] == "past"


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
def _own_do() -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'bodies', 'own_do')}(?![\wæøå])")


@cache
def _own_only() -> frozenset[str]:
    """The active forms that decide only with the body that meets as their subject."""
    own = words("decisions", "own_only")
    return frozenset(f for i, past, _, _ in lexicon("decisions")["verbs"] if i in own for f in (past, f"{i}r"))


@cache
def _phrase(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])")


@cache
def _content(kind: str) -> re.Pattern[str]:
    infinitives = [i for i, _, _, k in lexicon("decisions")["verbs"] if k == kind]
    return re.compile(
        rf"\bat\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(infinitives)})\b"
        rf"|(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])"
    )


@cache
def _answer_start(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'answers', kind)}(?=$|[\s,.:–-])")


@cache
def _heads(which: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', which)}(?![\wæøå])")


@cache
def _hypothetical() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'hypothetical', 'words')}(?![\wæøå])")


@cache
def _reported_participle() -> re.Pattern[str]:
    listed = words("decisions", "reported", "participles") | {p for _, _, p, _ in lexicon("decisions")["verbs"]}
    either = "|".join(re.escape(p) for p in sorted(listed, key=lambda p: (-len(p), p)))
    return re.compile(rf"\s+(?:[\wæøå.]+\s+){{0,4}}?(?:{either})(?![\wæøå])", re.IGNORECASE)


@cache
def _follows() -> re.Pattern[str]:
    listed = {p: k for _, _, p, k in lexicon("decisions")["verbs"] if k in ("adopted", "rejected", "postponed")}
    either = "|".join(sorted(listed))
    return re.compile(
        rf",\s+(?:som|der)\s+(?:[\wæøå]+\s+)?blev\s+(?:[\wæøå]+\s+)?(?P<verb>{either})(?=$|\s+(?:uden|med|enstemmigt)\b)"
    )


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'asides', 'words')}(?![\wæøå])")


@cache
def _plans() -> re.Pattern[str]:
    """`besluttede at …`, `besluttet at …`, `vedtoges at …`: what was decided is still to come."""
    return re.compile(r"(?:beslut|bestem|vedtag|vedtog|enig|aftal)\w*,?\s+(?:\w+\s+){0,2}?at\b")


@cache
def _voted() -> re.Pattern[str]:
    return re.compile(r"\bstem(?:t|mer|te|mes|tes|ning)|\bafstemning|\bvedtag|\bforkast|\bfor\b.*\b(?:i?mod)\b")
