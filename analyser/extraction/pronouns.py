"""Whom one pronoun means: `han`, `hende`, `Hans suppleant`, `sidstnævnte`; one person, or several who may be meant.

Looked at are the words in front of the pronoun, then the sentences before it, the nearest first. The first of them that
names somebody of the pronoun's gender decides: one such person is meant; of two, neither.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analyser.extraction.around_pronouns import (
    answers,
    asks_about,
    clause_start,
    described,
    goes_on,
    is_answered,
    is_governed,
    is_nearest,
    listed_first,
    says,
    speaks,
    subjects,
)
from analyser.extraction.cast import SURE, Reference
from analyser.extraction.clause_openings import owns
from analyser.extraction.persons import Named, Told, agrees_with
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import affixes, words
from analyser.language.words import Word
from analyser.structure import elected_in

_PARAGRAPHS_BACK = 2
_BACK = 3  # sentences in which one who goes on has spoken


def pronouns_in(sentence: Sentence) -> Iterator[tuple[int, Word]]:
    """Give the pronouns of a sentence that stand for people, with their index; `Hans` alone is a name."""
    wanted = (
        words("pronouns", "men") | words("pronouns", "women") | words("pronouns", "last") | words("pronouns", "first")
    )
    for n, word in enumerate(sentence.words):
        if word.low in words("pronouns", "nearest") and says(sentence.words, n):
            yield n, word
        if word.low in wanted and (word.text != "Hans" or owns(sentence.words, n)):
            yield n, word


def meant_by(
    prose: str, sentence: Sentence, n: int, named: Sequence[Named], last: Sentence | None, before: Sequence[Told]
) -> Reference:
    """Read whom the pronoun at the index `n` means.

    `named` are those whom its own sentence names, `last` is the sentence before it, `before` what was read so far.
    """
    word = sentence.words[n]
    meant = _apposed(prose, word, named) or _elected(prose, word, n, last, before)
    meant = meant or _welcomed(prose, sentence, n, last, before)
    return meant or _resolve(word.low, n, sentence, named, before)


def _resolve(pronoun: str, n: int, sentence: Sentence, named: Sequence[Named], before: Sequence[Told]) -> Reference:
    if pronoun in words("pronouns", "last") | words("pronouns", "first") | words("pronouns", "nearest"):
        return _by_order(pronoun, sentence, sentence.words[n].start, named, before)
    word = sentence.words[n]
    if n + 1 < len(sentence.words) and sentence.words[n + 1].low in words("pronouns", "naming"):
        return Reference(None, None, 0.0)
    clause = clause_start(sentence.words, n)
    inside = [x for x in named if x.start < word.start and x.start < clause]
    others = subjects(pronoun, sentence.words, n, clause, named) | described(pronoun, sentence.words, clause, named)
    inside = [x for x in inside if x.key not in others]
    same = [x for x in named if clause <= x.start < word.start]
    if pronoun in words("pronouns", "possessive"):  # `takkede Ole for hans arbejde`: Ole's, and not who thanked
        subject = listed_first(sentence.words, same) if same and not is_governed(sentence.words, same[0]) else []
        inside, same = [*inside, *same[len(subject) :]], subject
    excluded = {x.key for x in same}
    if pronoun not in words("pronouns", "possessive"):  # `Han var ifølge formanden enig`: not the formand
        excluded |= {x.key for x in named if x.start > word.start}
    paragraph = [t for t in before if t.place == sentence.place]
    if not any(t.named for t in paragraph) and goes_on(pronoun, sentence.words, n):
        speaker = _last_speaker(pronoun, before[-_BACK:])
        if speaker is not None:
            return Reference(speaker.participant, speaker.name, SURE["before"])
    if pronoun in words("pronouns", "person") and answers(sentence.words, n) and paragraph:
        asked = {x.key for x in paragraph[-1].named if is_answered(paragraph[-1], x)}
        excluded |= asked
        if asked:  # only one who has spoken answers
            paragraph = [replace(t, named=[x for x in t.named if speaks(t.sentence, x)]) for t in paragraph]
    fits = _fits(pronoun, inside, excluded)
    if set(fits) == {asks_about(pronoun, sentence.words, n, clause, named)}:  # who asks, or who is asked
        fits = next((more | fits for t in reversed(paragraph) if (more := _fits(pronoun, t.named, excluded))), fits)
    if fits:
        return _choose(fits, "sentence")
    for told in reversed(paragraph):
        fits = _fits(pronoun, told.named, excluded)
        if fits:
            return _choose(fits, "before")
    if not any(t.named for t in paragraph) and not inside:
        for back in range(1, _PARAGRAPHS_BACK + 1):  # the paragraph before counts as a whole
            whole = [t for t in before if t.place == sentence.place - back]
            fits = _fits(pronoun, [x for t in whole for x in t.named], excluded)
            if len(fits) > 1:
                last = _fits(pronoun, whole[-1].named, excluded)
                if len(last) == 1 and speaks(whole[-1].sentence, next(iter(last.values()))):
                    return _choose(last, "before")
            if fits:
                return _choose(fits, "before")
    everybody = [replace(x, leaning=None) for t in before for x in t.named]
    return _choose(_fits(pronoun, everybody, excluded), "item")


def _last_speaker(pronoun: str, before: Sequence[Told]) -> Named | None:
    """The one who spoke last, if the pronoun can be his."""
    for told in reversed(before):
        spoke = [x for x in told.named if x.name is not None and speaks(told.sentence, x)]
        if spoke:
            return spoke[0] if len(spoke) == 1 and spoke[0].gender and agrees_with(pronoun, spoke[0]) else None
    return None


def _fits(pronoun: str, named: Sequence[Named], excluded: set[str] | frozenset[str]) -> dict[str, Named]:
    fits = {x.key: x for x in named if x.key not in excluded and agrees_with(pronoun, x)}
    # an unnamed person stands in the way as the first one: `Viceværten kom`, not `talte med viceværten`
    known = {key: x for key, x in fits.items() if not x.unnamed or x is named[0]}
    return known or fits


def _choose(fits: Mapping[str, Named], where: str) -> Reference:
    """Take the only one who fits; of several all are candidates."""
    one = next(iter(fits.values())) if len(fits) == 1 else None
    if one is not None and one.name is not None and (where != "item" or one.gender is not None):
        return Reference(one.participant, one.name, SURE[where])
    return Reference(None, None, 0.0, tuple(dict.fromkeys(p for x in fits.values() for p in x.bearers)))


def _apposed(prose: str, word: Word, named: Sequence[Named]) -> Reference | None:
    """`Rasmus og Sigurd fortalte. Han | (Sigurd) har fundet en bold`: who stands in brackets behind it."""
    beside = next((x for x in named if prose[word.end : x.start] == " (" and prose[x.end : x.end + 1] == ")"), None)
    if beside is None or beside.participant is None or not agrees_with(word.low, beside):
        return None
    return Reference(beside.participant, beside.name, SURE["sentence"])


def _elected(prose: str, word: Word, n: int, last: Sentence | None, before: Sequence[Told]) -> Reference | None:
    """`Ole Bech foreslog Ib Holm som dirigent. Han blev valgt`: the one who got the function."""
    if last is None or n > 1 or word.low not in words("pronouns", "person"):
        return None
    for entry in elected_in(prose[last.start : last.end], last.start):
        for x in before[-1].named:
            if entry.start <= x.start < entry.end and x.name is not None and agrees_with(word.low, x):
                return Reference(x.participant, x.name, SURE["before"])
    return None


def _welcomed(
    prose: str, sentence: Sentence, n: int, last: Sentence | None, before: Sequence[Told]
) -> Reference | None:
    """`Susanne bød velkommen til Freja. Hun | er her i 10 uger`: who is new, by a verb that tells who that is."""
    word = sentence.words[n]
    if n or last is None or last.place != sentence.place or word.low not in words("pronouns", "person"):
        return None
    verb = sentence.words[1].low if len(sentence.words) > 1 else ""
    if verb not in words("pronouns", "introduced"):  # `Hun orienterer om dagsordenen` may be who welcomed
        return None
    for x in reversed(before[-1].named):
        front = prose[last.start : x.start].casefold().rstrip()
        if x.name is not None and agrees_with(word.low, x) and front.endswith(affixes("pronouns", "welcoming")):
            return Reference(x.participant, x.name, SURE["before"])
    return None


def _by_order(
    pronoun: str, sentence: Sentence, start: int, named: Sequence[Named], before: Sequence[Told]
) -> Reference:
    """`… udpeget Lis Bo og Ib Holm. Formanden kontakter sidstnævnte`: the one whom the sentence before named last; of
    two who stand in front in the same sentence, one of these."""
    inside = [x for x in named if x.start < start]
    if pronoun in words("pronouns", "nearest"):  # `Det overlodes Ib at svare. | Denne oplyste`
        near = (inside or (before[-1].named if before else []))[-1:]
        tokens = sentence.words if inside or not before else before[-1].sentence.words
        if near and is_nearest(tokens, near[0], start):
            return Reference(near[0].participant, near[0].name, SURE["before"])
        return Reference(None, None, 0.0)
    listed = (t.named for t in reversed(before[-_BACK:]) if len({x.key for x in t.named}) > 1)
    told = next(listed, before[-1].named if before else [])
    among = inside if len(inside) > 1 or not told else told
    if not among:
        return Reference(None, None, 0.0)
    who = among[0] if pronoun in words("pronouns", "first") else among[-1]
    return Reference(who.participant, who.name, SURE["before"])
