"""Verbs of saying: their forms, what belongs to them, and how far a misspelt form may be from one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from analyser.language.lexicon import lexicon, words
from analyser.minutes import Act


@dataclass(frozen=True)
class SpeechVerb:
    """A verb of saying as the lexicon gives it.

    Attributes:
        lemma: what the record gives, with its particle (`bakke op`).
        act: what kind of saying it is.
        particle: words that must stand behind the form, or None.
        complement: words that open the topic and are left out of it.
        needs: `clause` where it says something only with one (`fandt, at …`), `om` with `om`, `complement` where a word
            that opens the topic must stand behind the particle (`var glad for`), `end` where nothing but a time may
            (`takkede af efter 12 år`); or None.
        objects: nouns one of which must follow, or none at all.
        decides: with the body that meets as its subject it makes a decision, not a statement.
        until: words at which its topic ends (`begrundede forslaget | med støjen`).
        direct: its object is what it is about, not whom it speaks to (`refererede | klagen fra naboen`).
    """

    lemma: str
    act: Act
    particle: str | None
    complement: tuple[str, ...]
    needs: str | None
    objects: tuple[str, ...]
    decides: bool = False
    until: tuple[str, ...] = ()
    direct: bool = False


@dataclass(frozen=True)
class Form:
    """A form of a verb: finite (past or present), participle, infinitive or passive."""

    verb: SpeechVerb
    kind: str


@cache
def speech_forms() -> dict[str, tuple[Form, ...]]:
    """Give all forms of all verbs of saying, in lower case."""
    forms: dict[str, list[Form]] = {}
    for entry in _entries():
        verb = _verb(entry)
        for form, kind in inflect(entry):
            forms.setdefault(form, []).append(Form(verb, kind))
    # the more that is asked of a sentence, the earlier it is tried
    return {f: tuple(sorted(found, key=_demand, reverse=True)) for f, found in forms.items()}


@cache
def speech_phrases() -> dict[str, tuple[tuple[tuple[str, ...], SpeechVerb], ...]]:
    """Give the verbs of saying of several words (`ville gerne vide`) by the first of them, longest first."""
    found = [
        (tuple(phrase.split()), _verb(entry))
        for entry in lexicon("speech_verbs")["verbs"]
        for phrase in entry.get("phrase", [])
    ]
    found.sort(key=lambda p: -len(p[0]))
    return {first: tuple(p for p in found if p[0][0] == first) for first in {p[0][0] for p in found}}


def read_form(word: str) -> tuple[Form, ...]:
    """Give the readings of a word as a form of a verb of saying; none for other words."""
    return speech_forms().get(word.casefold().replace("aa", "å"), ())


def read_misspelt(word: str) -> tuple[Form, ...]:
    """Read a word that is one slip away from a past form: `orientered`, `oplystte`, `gennemggik`."""
    low = word.casefold()
    if len(low) < 6 or low in words("verb_forms", "no_speech", "past"):
        return ()
    whole = speech_forms().get(f"{low[:-3]}erede", ()) if low.endswith("ede") else ()
    if whole and all(f.kind == "past" for f in whole):
        return whole  # `orientede`: a syllable is missing
    for form, found in _long_past_forms().get(low[0], ()):
        if abs(len(form) - len(low)) <= 1 and OSA.distance(low, form, score_cutoff=1) <= 1:
            return found
    return ()


def guess_lemma(form: str) -> str | None:
    """Give the infinitive of a past form that no list knows: `debatterede` gives debattere; None for other words."""
    low = form.casefold()
    if low in words("verb_forms", "no_speech", "past") or len(low) < 6:
        return None
    if low.endswith("ede") and not low.endswith(("hede", "stede", "kunde")):
        return low[:-2]
    if low.endswith("te") and low[-3] not in "aeiouyæøå":
        return f"{low[:-2]}e" if not low.endswith(("ste", "tte")) or low.endswith("yste") else None
    return None


def _entries() -> Iterator[dict[str, object]]:
    """Give the entries of the lexicon, those with `adjectives` once for each: `være glad`, `stille sig skeptisk`."""
    for entry in lexicon("speech_verbs")["verbs"]:
        if "adjectives" in entry:
            for adjective, complement in entry["adjectives"].items():
                needs = {"needs": "complement"} if complement else {}
                yield {**entry, "particle": adjective, "complement": complement, **needs}
        elif "phrase" not in entry:
            yield entry


def _demand(form: Form) -> tuple[bool, bool]:
    return form.verb.particle is not None, bool(form.verb.objects)


@cache
def _long_past_forms() -> dict[str, list[tuple[str, tuple[Form, ...]]]]:
    """Give the past forms that a slip may be looked for in, by their first letter."""
    by_letter: dict[str, list[tuple[str, tuple[Form, ...]]]] = {}
    for form, found in speech_forms().items():
        if len(form) >= 7 and any(f.kind == "past" for f in found):
            by_letter.setdefault(form[0], []).append((form, found))
    return by_letter


def _verb(entry: dict[str, object]) -> SpeechVerb:
    lemma, particle = str(entry["lemma"]), entry.get("particle")
    full = str(entry.get("lemma_as") or (f"{lemma} {particle}" if particle else lemma))
    return SpeechVerb(
        lemma=full,
        act=entry["act"],  # type: ignore[arg-type]
        particle=str(particle) if particle else None,
        complement=tuple(sorted(_strings(entry.get("complement")), key=len, reverse=True)),
        needs=str(entry["needs"]) if "needs" in entry else None,
        objects=tuple(_strings(entry.get("objects"))),
        decides=bool(entry.get("decides")),
        until=tuple(_strings(entry.get("until"))),
        direct=bool(entry.get("direct")),
    )


def _strings(value: object) -> Sequence[str]:
    return [str(v) for v in value] if isinstance(value, list) else []


def inflect(entry: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Give the forms of a verb of the lexicon, each with what form it is.

    `orientere`: orienterer, orienterede, orienteret, orienteres, orienteredes."""
    lemma = str(entry["lemma"])
    listed = _strings(entry.get("forms"))
    if listed:
        present, past, participle = listed
    elif entry.get("pattern") == "te":
        stem = lemma.removesuffix("e")
        stem = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
        present, past, participle = f"{lemma}r", f"{stem}te", f"{stem}t"
    else:
        present, past, participle = f"{lemma}r", f"{lemma}de", f"{lemma}t"
    yield lemma, "infinitive"
    yield present, "present"
    yield past, "past"
    yield participle, "participle"
    yield f"{present.removesuffix('r')}s", "passive"
    yield f"{past}s", "passive"
    if past[-1] not in "aeiouyæøå":  # `foresloges`, `gennemgikkes`
        yield f"{past}es", "passive"
        yield f"{past}{past[-1]}es", "passive"
