"""Light verbs with a noun of saying: `kom med en opfordring til`, `havde et spørgsmål`, `gav en kort status på`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analyser.language.lexicon import lexicon, words
from analyser.language.verbs import Form, SpeechVerb, inflect
from analyser.language.words import Word
from analyser.minutes import Act

_REACH = 7  # words behind the verb within which its noun must stand
_COMPOUND = 6  # letters from which a noun may be the last part of a longer one: `ændringsforslag`


@dataclass(frozen=True)
class LightVerb:
    """A verb that says nothing without its noun.

    `kinds` are those of the nouns that it takes; `alone` keeps the noun out of its lemma, `whole` puts it into the
    topic.
    """

    lemma: str
    particle: str | None
    kinds: tuple[str, ...]
    alone: bool = False
    whole: bool = False


def read_light(tokens: Sequence[Word], n: int) -> Iterator[Form]:
    """Read the word at `n` as a form of a light verb, with the noun behind it.

    A bare noun belongs to the lemma (`holdt oplæg om taget`: `holde oplæg`); one with an article to the topic (`gav en
    status på taget`: `give`).
    """
    for verb, kind in light_forms().get(tokens[n].low, ()):
        found = _noun_behind(tokens, n, verb)
        if found is None and kind == "participle" and verb.particle is None:
            found = _noun_in_front(tokens, n, verb)
        if found is not None:
            yield Form(_speech_verb(verb, *found), kind)


@cache
def light_forms() -> dict[str, tuple[tuple[LightVerb, str], ...]]:
    """Give the forms of all light verbs, in lower case, each with what form it is."""
    forms: dict[str, list[tuple[LightVerb, str]]] = {}
    for entry in lexicon("speech_nouns")["verbs"]:
        verb = LightVerb(
            entry["lemma"],
            entry.get("particle"),
            tuple(entry["kinds"]),
            entry.get("alone", False),
            entry.get("whole", False),
        )
        for form, kind in inflect(entry):
            forms.setdefault(form, []).append((verb, kind))
    return {form: tuple(found) for form, found in forms.items()}


def _noun_behind(tokens: Sequence[Word], n: int, verb: LightVerb) -> tuple[str, Act, bool] | None:
    """Find the noun: (as written in lower case, its act, whether it is bare)."""
    stops, articles = words("speech_nouns", "between", "stops"), words("speech_nouns", "between", "articles")
    waits = verb.particle is not None
    passed: list[Word] = []
    for token in tokens[n + 1 : n + 1 + _REACH]:
        if waits and token.low == verb.particle:
            waits = False
            continue
        if token.is_mark or (not waits and (token.low in stops or token.low == "med")):
            return None
        act = None if waits else _act_of(token.low, verb.kinds)
        if act is not None:
            if any(_is_participle(t) for t in (*passed, token)):
                return None
            bare = not verb.whole and not any(t.low in articles or _is_genitive(t) for t in passed)
            return token.low, act, bare
        passed.append(token)
    return None


def _noun_in_front(tokens: Sequence[Word], n: int, verb: LightVerb) -> tuple[str, Act, bool] | None:
    """Find the noun that a passive has in front: `En status på taget blev | givet af kassereren`."""
    helper = next((m for m in range(n - 1, max(-1, n - 4), -1) if tokens[m].low in ("blev", "bliver")), None)
    for token in tokens[: helper or 0]:
        act = _act_of(token.low, verb.kinds) or _act_of_definite(token.low, verb.kinds)
        if token.is_mark:
            return None
        if act is not None:
            return token.low, act, False
    return None


def _is_genitive(token: Word) -> bool:
    """`aflagde bestyrelsens beretning`: whose it is, so that the noun is not bare."""
    return token.low.endswith("s") and token.text.islower() and token.pos == "NOUN"


def _is_participle(token: Word) -> bool:
    """`har sendt et forslag`: the word between is the verb, and `har` its auxiliary."""
    return token.low.endswith("t") and token.pos == "VERB"


def _act_of(word: str, kinds: Sequence[str]) -> Act | None:
    for kind in kinds:
        for noun in lexicon("speech_nouns")["nouns"][kind]:
            ends = word.endswith(noun) if len(noun) >= _COMPOUND else word == noun
            if ends or word in (f"{noun}er", f"{noun}r", f"{noun}e"):
                act: Act = lexicon("speech_nouns")["acts"].get(kind, kind)
                return act
    return None


def _act_of_definite(word: str, kinds: Sequence[str]) -> Act | None:
    """`Spørgsmålet blev | rejst af Ib`, `Forslagene blev stillet af Ib`."""
    bare = next((word[: -len(end)] for end in ("ene", "et", "en") if word.endswith(end)), None)
    return _act_of(bare, kinds) if bare else None


def _speech_verb(verb: LightVerb, noun: str, act: Act, bare: bool) -> SpeechVerb:
    front = f"{verb.lemma} {verb.particle}" if verb.lemma == "komme" else verb.lemma
    opens = lexicon("speech_nouns")["between"]["opens"]
    complement = tuple(opens) if bare else (verb.particle,) if verb.particle else ()
    return SpeechVerb(
        lemma=f"{front} {noun}" if bare and not verb.alone else front,
        act=act,
        particle=noun if bare else verb.particle,
        complement=complement,
        needs=None,
        objects=(),
    )
