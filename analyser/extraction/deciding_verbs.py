"""Verbs of deciding: with the body that decides (`Bestyrelsen vedtog`) or in the passive (`blev godkendt`)."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from analyser.extraction.cast import Cast, Reading
from analyser.extraction.deciders import (
    deciding_agent,
    deciding_body,
    deciding_majority,
    deciding_person,
    is_elsewhere,
)
from analyser.extraction.organisations import is_own_body
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_title_word
from analyser.language.words import Word
from analyser.minutes import DecisionKind

_LONGEST_ENDING = 5  # `modellerne`


def read_verb(prose: str, sentence: Sentence, cast: Cast) -> tuple[DecisionKind | None, Reading | None]:
    """Read a verb of deciding with the body in front or behind, or in the passive."""
    tokens = sentence.words
    forms = verb_forms()
    for n, token in enumerate(tokens):
        found = forms.get(token.low.replace("aa", "å"))
        impersonal = n > 0 and tokens[n - 1].low == "der" and token.low in words("decisions", "impersonal")
        impersonal = impersonal or [t.low for t in tokens[max(0, n - 2) : n]] == ["der", "var"]  # `Der var bevilget …`
        if (
            found is None
            or impersonal
            or (n + 1 < len(tokens) and f"{token.low} {tokens[n + 1].low}" in words("decisions", "not_decided"))
        ):
            continue
        voice, kind = found
        if _negated(tokens, n):
            if kind == "appointed":
                continue  # `Ib Holm blev ikke valgt`
            kind = "rejected" if kind in ("adopted", "agreed", "recommended") else kind
        if voice in ("past", "present"):
            most = deciding_majority(prose, sentence, n, cast)
            if most is not None:
                return refine(_chosen(kind, tokens, n), prose[sentence.start : sentence.end]), most[0]
            by = deciding_body(prose, sentence, n, cast)
            outside = voice == "present" and kind != "recommended"  # `FOA udpeger en ny`: to come, and elsewhere
            if by is not None and (token.low in _own_only() or outside) and not is_own_body(by, cast):
                return None, None  # `A-siden tilsluttede sig bemærkningen`, `Sekretariatet henviste til …`
            if by is not None:
                kind = _chosen(kind, tokens, n)
                if voice == "past" and kind in ("adopted", "rejected") and is_elsewhere(by, cast):
                    return "reported", by
                return refine(kind, prose[sentence.start : sentence.end]), by
            person = deciding_person(prose, sentence, n, cast) if token.low in words("decisions", "alone") else None
            if person is not None and kind == "appointed":
                if _picks(tokens, n):
                    return "adopted", person  # `Bygherren valgte løsning B`
                continue
            if person is not None:
                return refine(kind, prose[sentence.start : sentence.end]), person
            beside = {t.low for t in (*tokens[max(0, n - 1) : n], *tokens[n + 1 : n + 2])}
            if beside & words("decisions", "bodies", "we") or (n == 0 and voice == "past"):
                return refine(kind, prose[sentence.start : sentence.end]), None
            continue
        if voice in ("passive", "participle"):
            agent = deciding_agent(prose, sentence, n, cast)
            if agent is not None and kind in ("adopted", "rejected") and is_elsewhere(agent, cast):
                return "reported", agent
        if voice == "passive" and _is_to_come(tokens, n, kind):
            continue
        kind = _picked(kind, tokens, n)
        if voice == "passive":
            return refine(kind, prose[sentence.start : sentence.end]), deciding_agent(prose, sentence, n, cast)
        if voice == "participle" and _is_passive(tokens, n, sentence):
            return refine(kind, prose[sentence.start : sentence.end]), deciding_agent(prose, sentence, n, cast)
    return None, None


def _chosen(kind: DecisionKind, tokens: Sequence[Word], n: int) -> DecisionKind:
    """`Bestyrelsen valgte tilbuddet fra …` adopts something, and elects nobody."""
    thing = n + 1 < len(tokens) and tokens[n + 1].text.islower() and "til" not in {t.low for t in tokens}
    return "adopted" if kind == "appointed" and thing else kind


def _picked(kind: DecisionKind, tokens: Sequence[Word], n: int) -> DecisionKind:
    """`Der blev valgt en god bus`, `Løsning B vælges` pick a thing; `Der blev valgt en ny kasserer` elects."""
    things = words("decisions", "picked")
    front = [] if any(t.low in words("adverbs", "prepositions") for t in tokens[:n]) else tokens[max(0, n - 6) : n]
    if kind == "appointed" and any(_is_form(t.low, thing) for t in front for thing in things):
        return "adopted"
    behind = tokens[n + 1 : n + 6]
    article = behind[:1] and behind[0].low in ("en", "et")
    thing = article and not any(is_title_word(t.text) or t.text[0].isupper() for t in behind)
    return "adopted" if kind == "appointed" and thing else kind


def _is_form(word: str, thing: str) -> bool:
    """Tell whether a word is a thing with an ending: `forslaget`, `modellerne`; not `forslagsstilleren`."""
    return word.startswith(thing) and len(word) - len(thing) <= _LONGEST_ENDING


def refine(kind: DecisionKind, text: str) -> DecisionKind:
    """Let what was decided say more than the verb: `besluttede at udsætte sagen` postpones it."""
    if kind == "appointed" and _lowers().search(text.casefold()):
        return "adopted"
    if kind == "appointed" and re.search(r"\bnedsæ?t", text.casefold()) and "bestående" not in text.casefold():
        return "agreed"  # `Der nedsættes et udvalg`, with nobody in it yet
    if re.match(r"(?:til|som)\s[^.]{2,40}?\santog(?:e?s)?\b", text.casefold()):
        return "appointed"  # `Til snefogeder antoges Ib Holm`
    low = text.casefold()
    if kind == "referred" and _leaves().search(low):
        return "adopted"  # `Det overlodes til bestyrelsen at afslutte kontrakten`
    if kind not in ("agreed", "adopted") or not plans().search(low):
        return kind
    others: tuple[DecisionKind, ...] = ("postponed", "rejected", "referred", "recommended")
    planned = [(match.start(), other) for other in others if (match := _content(other).search(low)) is not None]
    planned = [p for p in planned if p[1] != "postponed" or not puts_by(low)]
    return min(planned, key=lambda p: p[0])[1] if planned else kind  # `vedtog at indstille, at sagen udsættes`


def _is_passive(tokens: Sequence[Word], n: int, sentence: Sentence) -> bool:
    """Tell `blev godkendt` and the bare `Dagsordenen godkendt` from `har godkendt` and `den godkendte plan`."""
    before = [t.low for t in tokens[max(0, n - 7) : n]]
    if any(b in words("verb_forms", "auxiliaries", "have") for b in before[-4:]):
        return False
    if any(b in words("verb_forms", "auxiliaries", "become") for b in before):
        return True
    if before and any(b in words("verb_forms", "auxiliaries", "be") for b in before[-3:]):
        return tokens[n].low not in ("udsat",)
    nouns = words("decisions", "objects", "nouns")
    short = len(tokens) <= 14
    opening = [t.low for t in tokens[:n] if not t.is_mark]
    ends = n == len(tokens) - 1 or (n == len(tokens) - 2 and tokens[-1].is_mark) or tokens[n + 1].text == "("
    if ends and 1 < len(opening) <= 5 and tokens[n].low in closing() and not _capital(tokens, n):
        return True  # `2.500 kr. bevilget.`
    return n == 0 or (
        short
        and len(opening) <= 6
        and (any(o in nouns or o.endswith(("en", "et", "erne")) for o in opening) or _capital(tokens, n))
    )


def _picks(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether a thing is chosen, not somebody: `valgte løsning B`, `valgte den lyse sten`."""
    behind = [t for t in tokens[n + 1 : n + 4] if not t.is_mark]
    return bool(behind) and any(t.low.startswith(tuple(words("decisions", "picked"))) for t in behind)


def _is_to_come(tokens: Sequence[Word], n: int, kind: str | None) -> bool:
    """`…, hvor budgettet skal endeligt | vedtages`: to be decided another day; `kan tiltrædes` is decided.

    So is who is elected (`På næste møde | vælges ny formand`).
    """
    if not tokens[n].low.endswith("es") or tokens[n].low.endswith(("tes", "edes", "oges")):
        return False
    if kind == "appointed" and _later().search(" ".join(t.low for t in tokens)):
        return True
    return any(t.low in words("decisions", "to_come") for t in tokens[max(0, n - 3) : n])


def _capital(tokens: Sequence[Word], n: int) -> bool:
    """`Ib Ravn valgt`, `Ole Bech genvalgt til kasserer`."""
    return n > 0 and all(t.text[0].isupper() or t.is_mark or t.low in ("og", "som", "blev") for t in tokens[:n])


def _negated(tokens: Sequence[Word], n: int) -> bool:
    behind = list(takewhile(lambda t: not t.is_mark and t.low != "at", tokens[n + 3 : n + 5]))
    return any(t.low == "ikke" for t in (*tokens[max(0, n - 3) : n + 3], *behind))


@cache
def verb_forms() -> dict[str, tuple[str, DecisionKind]]:
    """Give the forms of all verbs of deciding: (past, present, participle or passive; what they decide)."""
    forms: dict[str, tuple[str, DecisionKind]] = {}
    for infinitive, past, participle, kind in lexicon("decisions")["verbs"]:
        forms[past] = ("past", kind)
        forms[f"{infinitive}r"] = ("present", kind)
        forms[f"{infinitive}s"] = ("passive", kind)
        forms[f"{past}s"] = ("passive", kind)
        if past[-1] not in "aeiouyæøå":
            forms[f"{past}es"] = ("passive", kind)  # `antoges`, `vedtoges`
        forms[participle] = ("participle", kind)
        if participle.endswith("et"):
            forms.setdefault(f"{participle[:-1]}de", ("past", kind))
    for form, kind in lexicon("decisions")["old"]:
        if " " not in form:
            forms[form] = ("passive", kind)
    return forms


@cache
def _own_only() -> frozenset[str]:
    """The active forms that decide only with the body that meets as their subject."""
    own = words("decisions", "own_only")
    return frozenset(f for i, past, _, _ in lexicon("decisions")["verbs"] if i in own for f in (past, f"{i}r"))


@cache
def closing() -> frozenset[str]:
    """The participles that decide at the end of a short line: `Budget 6.000 kr. bevilget`."""
    kinds = ("adopted", "rejected", "postponed")
    return frozenset(p for _, _, p, kind in lexicon("decisions")["verbs"] if kind in kinds)


@cache
def _content(kind: str) -> re.Pattern[str]:
    infinitives = [i for i, _, _, k in lexicon("decisions")["verbs"] if k == kind]
    return re.compile(
        rf"\bat\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(infinitives)})\b"
        rf"|(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])"
    )


def puts_by(low: str) -> bool:
    """Tell whether money is put by, which postpones nothing: `Resten henlægges til vedligeholdelse`."""
    return "henl" in low and any(w in words("decisions", "put_by") for w in re.findall(r"[\wæøå]+", low))


@cache
def _later() -> re.Pattern[str]:
    """`(vælges) på næste møde`: not today."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'another_day')}(?![\wæøå])")


@cache
def _lowers() -> re.Pattern[str]:
    """`Skatten nedsættes til 20 kr.`: an amount, and no committee."""
    return re.compile(r"\bneds[æa]t\w*\s+(?:fra|til|med)\s+(?:kr\.?\s*)?\d")


@cache
def _leaves() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'leaves')}(?![\wæøå])[^.;]{{2,60}}?\s(?:til\s)?at\s")


@cache
def plans() -> re.Pattern[str]:
    """`besluttede at …`, `besluttet at …`, `vedtoges at …`, `stemte for at …`: what was decided is still to come."""
    return re.compile(
        r"(?:beslut|bestem|vedtag|vedtog|enig|ened|aftal)\w*,?\s+(?:\w+\s+){0,6}?at\b"
        r"|\b(?:stemte|var)\s+for,?\s+at\b"
    )
