"""Predicates of saying: which words of a sentence are the verb of a statement, and in what voice.

`orienterede`, `har desuden orienteret`, `kunne oplyse`, `indledte med at takke`, `blev gennemgået`, `ville også vide`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.light_verbs import read_light
from analyser.language.names import is_given_name
from analyser.language.verbs import (
    Form,
    SpeechVerb,
    guess_lemma,
    read_form,
    read_misspelt,
    speech_phrases,
)
from analyser.language.words import Word
from analyser.minutes import Act

_PARTICLE_REACH = 10


@dataclass(frozen=True)
class Predicate:
    """A verb of saying as it stands: words `[finite, last]`, where its topic begins, how it was recognised."""

    finite: int
    last: int
    verb: SpeechVerb | None
    lemma: str
    act: Act
    voice: str
    misspelt: bool = False
    tense: str = "past"


def predicates_at(tokens: Sequence[Word], n: int, prose: str) -> Iterator[Predicate]:
    """Give the ways in which the word at `n` is the verb of a statement; `Skriver` in `Hanne Skriver` is none."""
    low = tokens[n].low
    if n and tokens[n].text.istitle() and is_given_name(tokens[n - 1].text):
        return
    for phrase, verb in speech_phrases().get(low, ()):
        last = _phrase_end(tokens, n, phrase)
        if last is not None and _has_what_it_needs(tokens, last, verb):
            yield Predicate(n, last, verb, verb.lemma, verb.act, "active")
    forms = (*read_light(tokens, n), *read_form(low))
    behind = _behind(tokens, n) if forms else []
    for form in forms:
        if _has_what_it_needs(tokens, n, form.verb, behind):
            yield from _as_form(tokens, n, form, prose)
    if low.endswith(("ede", "te", "et", "red", "ed", "rde")) and tokens[n].text.islower() and not read_form(low):
        for form in read_misspelt(low)[:1]:
            if _has_what_it_needs(tokens, n, form.verb):
                yield Predicate(n, n, form.verb, form.verb.lemma, form.verb.act, "active", misspelt=True)
        lemma = guess_lemma(low) if low not in _decision_pasts() else None
        if lemma is not None and _clause_follows(tokens, n) and tokens[n].pos in (None, "VERB", "AUX"):
            yield Predicate(n, n, None, tokens[n].lemma or lemma, "remark", "active")


def _phrase_end(tokens: Sequence[Word], n: int, phrase: tuple[str, ...]) -> int | None:
    """Find where a phrase ends that begins at `n`, adverbs between passed over: `ville også gerne vide`."""
    m = n
    for word in phrase[1:]:
        m += 1
        while m < len(tokens) and tokens[m].low != word and tokens[m].low in words("adverbs", "skipped"):
            m += 1
        if m >= len(tokens) or tokens[m].low != word:
            return None
    return m


def _as_form(tokens: Sequence[Word], n: int, form: Form, prose: str) -> Iterator[Predicate]:
    verb, last = form.verb, n
    if form.kind in ("past", "present"):
        if _control_at(tokens, n, prose):
            return
        yield Predicate(n, last, verb, verb.lemma, verb.act, "active", tense=form.kind)
    if form.kind == "participle":
        following = tokens[n + 1].low if n + 1 < len(tokens) else ""
        if following in words("verb_forms", "auxiliaries", "participle") | {"lød"}:
            return  # `svaret er nej`: a noun
        helper = _helper(tokens, n, words("verb_forms", "auxiliaries", "have"))
        if any(t.low in words("verb_forms", "auxiliaries", "get") for t in tokens[max(0, n - 3) : n]):
            return  # `har fået oplyst`: somebody else said it
        if helper is not None:
            yield Predicate(helper, last, verb, verb.lemma, verb.act, "active")
        passive = _helper(tokens, n, words("verb_forms", "auxiliaries", "passive"))
        if passive is not None:
            yield Predicate(passive, last, verb, verb.lemma, verb.act, "passive")
        if helper is None and passive is None and n > 0:
            yield Predicate(n, last, verb, verb.lemma, verb.act, "bare", misspelt=True)
    if form.kind == "passive":
        yield Predicate(n, last, verb, verb.lemma, verb.act, "passive")
    if form.kind == "infinitive":
        control = _control(tokens, n, prose)
        modal = _helper(tokens, n, words("verb_forms", "auxiliaries", "infinitive"), reach=5)
        if control is not None:
            yield Predicate(control, last, verb, verb.lemma, verb.act, "active")
        elif modal is not None and _says(tokens, modal):
            denied = any(t.low == "ikke" for t in tokens[modal:n])
            act: Act = "object" if verb.act == "support" else verb.act
            if not denied or verb.act == "support":  # `kunne ikke støtte forslaget`
                yield Predicate(modal, last, verb, verb.lemma, act if denied else verb.act, "active")


def _says(tokens: Sequence[Word], n: int) -> bool:
    says = words("verb_forms", "control", "says")
    low = tokens[n].low.replace("aa", "å")
    return low in says or any(f"{low} {t.low}" in says for t in tokens[n + 1 : n + 2])


def _helper(tokens: Sequence[Word], n: int, helpers: frozenset[str], reach: int = 9) -> int | None:
    """Find the auxiliary in front of a participle or infinitive, with no comma between: `har desuden orienteret`."""
    for m in range(n - 1, max(-1, n - 1 - reach), -1):
        if tokens[m].text in ",;:" or tokens[m].low == "at":
            return None
        if tokens[m].low.replace("aa", "å") in helpers:
            return m
    return None


def _control(tokens: Sequence[Word], n: int, prose: str) -> int | None:
    """Find where `indledte med at` begins in front of an infinitive."""
    first = max(0, n - 9)
    text = prose[tokens[first].start : tokens[n].start]
    match = _control_phrases().search(text)
    if match is None:
        return None
    place = tokens[first].start + match.start()
    return next((m for m in range(first, n) if tokens[m].start == place), None)


def _control_at(tokens: Sequence[Word], n: int, prose: str) -> bool:
    """Tell whether `indledte med at` begins at a word, so that the verb behind it counts."""
    behind = tokens[n : n + 8]
    match = _control_start().match(prose[behind[0].start : behind[-1].end])
    if match is None:
        return False
    # `ønskede at | få afklaret`: an infinitive that says something must come next, an adverb passed over
    following = [m for m in range(n + 1, n + len(behind)) if tokens[m].start >= behind[0].start + match.end()][:2]
    return any(
        f.kind == "infinitive" and _has_what_it_needs(tokens, m, f.verb)
        for m in following
        for f in read_form(tokens[m].low)
    )


def _behind(tokens: Sequence[Word], n: int) -> list[str]:
    """Give the words behind the one at `n` among which its particle and its object must stand."""
    return [t.low for t in tokens[n + 1 : n + 1 + _PARTICLE_REACH]]


def _has_what_it_needs(tokens: Sequence[Word], n: int, verb: SpeechVerb, behind: Sequence[str] | None = None) -> bool:
    behind = _behind(tokens, n) if behind is None else behind
    if verb.particle is not None:
        end = _particle_end(behind, verb.particle.split())
        if end is None:
            return False
        if verb.needs == "complement" and not _opens(behind[end:], verb.complement):
            return False
    if verb.objects and not any(b in verb.objects for b in (*behind, *_in_front(tokens, n))):
        return False
    if verb.needs == "end":
        end = _particle_end(behind, (verb.particle or "").split())
        return end == 1 and (behind[1:2] == [] or tokens[n + 2].is_mark or behind[1] in words("adverbs", "since"))
    if verb.needs == "clause":
        return _clause_follows(tokens, n)
    if verb.needs == "opinion":  # `fandt beløbene for høje`, not `fandt sted`, `fandt nøglen`
        limits = words("calendar", "before", "limits")
        near = takewhile(lambda t: t.low not in limits, tokens[n + 1 : n + 6])
        judged = (t for t in near if t.text[0].isalpha())
        if tokens[n].low.endswith("er") and behind[:1] and behind[0] in words("pronouns", "indefinite"):
            return _clause_follows(tokens, n)  # `Ole finder en god taler` is a task
        if tokens[n].low.endswith("er") and not any(t.pos in (None, "ADJ") for t in judged):
            return _clause_follows(tokens, n)  # `FA finder tre instruktører` is a task
        return _clause_follows(tokens, n) or (len(behind) >= 3 and behind[0] not in words("speech_verbs", "no_opinion"))
    if verb.needs == "thing":  # `ville have farten sat ned`, not `ville have været`
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        return following is not None and following.pos not in ("VERB", "AUX")
    if verb.needs == "om":
        return behind[:1] == ["om"] or behind[:2] == [",", "om"]
    return True


def _in_front(tokens: Sequence[Word], n: int) -> list[str]:
    """Give the words in front of a passive, of which one may be its object: `Spørgsmålet blev | rejst af Ib`."""
    passive = next((m for m in range(n - 1, max(0, n - 4), -1) if tokens[m].low in _passive()), None)
    return [t.low for t in tokens[:passive]] if passive else []


def _passive() -> frozenset[str]:
    return words("verb_forms", "auxiliaries", "become")


def _particle_end(behind: Sequence[str], particle: Sequence[str]) -> int | None:
    """Find where the particle ends among the words behind the verb; its last word may be inflected (`var enige`)."""
    *front, last = particle
    forms = _inflected(last)
    if forms.isdisjoint(behind):
        return None
    for k in range(len(front), len(behind)):
        answer = (
            k > 0 and not front and behind[k - 1] in words("speech_verbs", "answers")
        )  # `sige ja tak` thanks nobody
        if behind[k] in forms and list(behind[k - len(front) : k]) == front and not answer:
            return k + 1
    return None


def _opens(behind: Sequence[str], complement: Sequence[str]) -> bool:
    """Tell whether a word that opens the topic comes next: `(var glad) | for løsningen`, `| meget | over`, `|, at`."""
    for k, word in enumerate(behind[:2]):
        if any(behind[k : k + len(c.split())] == c.split() for c in complement):
            return True
        if word not in words("adverbs", "skipped"):
            break
    return list(behind[:2]) == [",", "at"] or list(behind[:1]) == ["at"]


@cache
def _inflected(word: str) -> frozenset[str]:
    """Give the forms of a noun or adjective: `bekymret`, `bekymrede`; `utryg`, `utrygge`; `opmærksom`,
    `opmærksomt`; `forslag`, `forslagene`."""
    if len(word) < 4:
        return frozenset((word,))
    neuter = (f"{word}t",) if word.endswith("som") else ()
    return frozenset((*neuter, word, f"{word}er", f"{word}e", f"{word}{word[-1]}e", f"{word[:-1]}de"))


def _clause_follows(tokens: Sequence[Word], n: int) -> bool:
    behind = [t.low for t in tokens[n + 1 : n + 6]]
    for k, word in enumerate(behind):
        if word in words("adverbs", "joining") and behind[k + 1 : k + 2] and _looks_finite(behind[k + 1]):
            return False  # `drøftede sagen og | ønsker, at …`
        if word == "at":
            return (
                k == 0
                or behind[k - 1] in (",", "om", "på", "til", "for", "over")
                or (k <= 3 and tokens[n + 1 + k].low == "at")
            )
    passed = words("adverbs", "negating") | words("adverbs", "hedging")
    bare = behind[1:] if behind[:1] and behind[0] in passed else behind
    if bare[:1] and bare[0] in words("pronouns", "clause") and len(bare) > 2 and _looks_finite_or_helps(bare[1]):
        return True  # `troede godt | det kunne lade sig gøre`
    if bare[:1] == [","] and len(bare) > 2 and bare[1] in words("pronouns", "clause"):
        return True  # `tror ikke, det holder`
    return bool(behind[:1]) and behind[0] in words("adverbs", "asking") and len(behind) > 2


def _looks_finite_or_helps(word: str) -> bool:
    return word in words("verb_forms", "auxiliaries", "answering") or _looks_finite(word)


def _looks_finite(word: str) -> bool:
    return any(f.kind in ("past", "present") for f in read_form(word))


@cache
def _decision_pasts() -> frozenset[str]:
    """The past forms of verbs of deciding, which say nothing by themselves."""
    return frozenset(past for _, past, _, _ in lexicon("decisions")["verbs"])


@cache
def _control_start() -> re.Pattern[str]:
    return re.compile(rf"{phrases('verb_forms', 'control', 'phrases')}(?![\wæøå])", re.IGNORECASE)


@cache
def _control_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('verb_forms', 'control', 'phrases')}\s+(?:[\wæøå]+\s+)?$", re.IGNORECASE)
