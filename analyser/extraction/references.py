"""Whom pronouns mean: `han`, `hende`, `Hans suppleant`, `sidstnævnte`; one person, or several who may be meant.

Looked at are the words in front of the pronoun, then the sentences before it, the nearest first. The first of them that
names somebody of the pronoun's gender decides: one such person is meant; of two, neither.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from analyser.extraction.cast import Cast, Reference
from analyser.extraction.clause_openings import looks_finite, owns
from analyser.extraction.persons import Named, agrees_with, named_in
from analyser.extraction.sentences import Sentence
from analyser.extraction.writers import writes
from analyser.language.lexicon import phrases, words
from analyser.language.verbs import read_form
from analyser.language.words import Word
from analyser.structure import elected_in

_SURE = {"sentence": 0.8, "before": 0.7, "item": 0.6}
_PARAGRAPHS_BACK = 2
_HEAD = 2  # words in front of a subject behind its verb: `Endvidere orienterede | hun`
_BACK = 3  # sentences in which one who goes on has spoken
_ANSWERED = frozenset(("ask", "remark", "object", "propose", "stress"))


@dataclass
class _Told:
    """A sentence that was read: whom it names, in order."""

    sentence: Sentence
    named: list[Named]

    @property
    def place(self) -> int:
        """The index of the paragraph."""
        return self.sentence.place


def read_references(
    prose: str, sentences: Sequence[Sentence], headings: Mapping[str, Sentence], cast: Cast
) -> "ReadReferences":
    """Read whom each pronoun means, by its offset; `headings` are those of the items, by the item's id.

    A line outside the items is read by itself: `Afbud: Ib Holm. Lis Bo mødte i hans sted.`
    """
    return ReadReferences(prose, sentences, headings, cast)


class ReadReferences:
    """Whom pronouns mean, read up to where somebody asks: few sentences hold a pronoun."""

    def __init__(self, prose: str, sentences: Sequence[Sentence], headings: Mapping[str, Sentence], cast: Cast) -> None:
        self._groups: list[tuple[int, _Group]] = []  # by the offset of each sentence
        for _, run in groupby(sentences, key=lambda s: (s.item, s.paragraph.start if s.place < 0 else -1)):
            group = _Group(prose, tuple(run), headings, cast)
            self._groups += [(sentence.start, group) for sentence in group.sentences]
        self._groups.sort(key=lambda place: place[0])

    def get(self, at: int, /) -> Reference | None:
        """Give whom the word at an offset means; None where it is no such word."""
        n = bisect_right(self._groups, at, key=lambda place: place[0])
        return self._groups[n - 1][1].get(at) if n else None


class _Group:
    """The sentences of an item, or a line outside the items, read in order."""

    def __init__(
        self, prose: str, sentences: tuple[Sentence, ...], headings: Mapping[str, Sentence], cast: Cast
    ) -> None:
        self.sentences = sentences
        self._found: dict[int, Reference] = {}
        self._reading = _read(prose, sentences, headings.get(sentences[0].item or ""), cast, self._found)
        self._read_to = -1

    def get(self, at: int) -> Reference | None:
        while self._read_to < at and (last := next(self._reading, None)) is not None:
            self._read_to = last.end
        return self._found.get(at)


def _read(
    prose: str, sentences: Sequence[Sentence], head: Sentence | None, cast: Cast, found: dict[int, Reference]
) -> Iterator[Sentence]:
    """Read sentences one by one into `found`, and give each when it is read."""
    before = [_Told(head, named_in(prose, head, cast))] if head is not None else []
    last: Sentence | None = None
    label: Named | None = None
    for sentence in sentences:
        named = named_in(prose, sentence, cast)
        label = _label(prose, sentence, named) or (label if last and last.place == sentence.place else None)
        told = _Told(sentence, named)
        for n, several in enumerate(named):
            if several.titled and len(several.bearers) > 1:
                meant = _by_house(prose, sentence, several, last, cast)
                meant = meant or _told_apart(several, named[:n], before, sentence.place)
                if meant is not None:
                    found[several.start] = meant
                    named[n] = replace(
                        several,
                        key=str(meant.participant),
                        participant=meant.participant,
                        name=meant.name,
                        bearers=(str(meant.participant),),
                    )
        found |= _of_themselves(prose, sentence, label, cast)
        for n, word in _pronouns(sentence):
            meant = _apposed(prose, word, named) or _elected(prose, word, n, last, before)
            meant = meant or _resolve(word.low, n, sentence, named, before)
            found[word.start] = meant
            named.append(_as_named(word, meant, cast))
            named.sort(key=lambda x: x.start)
        before.append(told)
        last = sentence
        yield sentence


def _by_house(prose: str, sentence: Sentence, several: Named, last: Sentence | None, cast: Cast) -> Reference | None:
    """`Oddum: Borgmesteren orienterede`, `Oddum v/ borgmesteren: …`, `Borgmesteren (Oddum)`: of several with a title
    the one from the house beside it, or from the one that heads the lines, `Oddum:`."""
    front, behind = prose[sentence.start : several.start], prose[several.end : sentence.end]
    beside = _house_behind().match(behind)
    label = _house_before().match(front)
    houses = [h for h in (label and label["house"], beside and (beside["house"] or beside["place"])) if h]
    if not houses and last is not None and last.place in (sentence.place, sentence.place - 1):
        head = _house_before().fullmatch(prose[last.start : last.end])
        houses = [head["house"]] if head is not None else []
    for house in houses:
        named = re.compile(rf"(?<![\wæøå]){re.escape(house)}(?![\wæøå])", re.IGNORECASE)
        fits = [p for p in cast.people if p.id in several.bearers and named.search(p.organisation or "")]
        if len(fits) == 1:
            return Reference(fits[0].id, fits[0].name, _SURE["before"])
    return None


@cache
def _house_before() -> re.Pattern[str]:
    """A label, or a house that somebody stands for: `Oddum: |`, `Oddum Kommune v/ |`, `Oddum ved formanden og |`."""
    by = phrases("speech_nouns", "nominal", "by")
    return re.compile(
        rf"[\s\-–—•*]*(?P<house>[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå-]+)*)(?::.*|,?\s+{by}\s*(?:[\wæøå]+\s+og\s+)?)$"
    )


@cache
def _house_behind() -> re.Pattern[str]:
    """`Borgmesteren | (Oddum)`, `Borgmesteren |, Oddum, orienterede`."""
    house = r"(?P<house>[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå-]+)*)"
    return re.compile(rf"\s*(?:\({house}\)|,\s+{house.replace('house', 'place')}(?:,|:))")


def _told_apart(several: Named, inside: Sequence[Named], before: Sequence[_Told], place: int) -> Reference | None:
    """`Efter anmodning fra professor Lis Bo … Professoren begrundede`: of several who bear a title, or a name, the one
    whom the sentence before has named, or the only one whom the item has."""
    spans = [inside, *(t.named for t in reversed(before) if t.place == place), [x for t in before for x in t.named]]
    for named in spans:
        fits = {x.participant: x for x in named if x.participant in several.bearers}
        if fits:
            one = next(iter(fits.values())) if len(fits) == 1 else None
            return Reference(one.participant, one.name, _SURE["before"]) if one else None
    return None


def _label(prose: str, sentence: Sentence, named: Sequence[Named]) -> Named | None:
    """Give whose words a sentence and those behind it are: `Lis: Vi har søgt, og jeg rykker for svar.`"""
    first = named[0] if named else None
    opens = first is not None and not re.search(r"\w", prose[sentence.start : first.start])
    return first if first is not None and opens and prose[first.end : first.end + 1] == ":" else None


def _of_themselves(prose: str, sentence: Sentence, label: Named | None, cast: Cast) -> dict[int, Reference]:
    myself = words("pronouns", "myself")
    if label is None and cast.writer is not None:
        name = next(p.name for p in cast.people if p.id == cast.writer)
        wrote = Reference(cast.writer, name, _SURE["item"])
        places = [n for n, word in enumerate(sentence.words) if word.low in myself]
        return {sentence.words[n].start: wrote for n in places if writes(prose, sentence, n)}
    if label is None or label.participant is None:
        return {}
    meant = Reference(label.participant, label.name, _SURE["sentence"])
    return {word.start: meant for word in sentence.words if word.low in myself and word.start > label.end}


def _pronouns(sentence: Sentence) -> Iterator[tuple[int, Word]]:
    wanted = (
        words("pronouns", "men") | words("pronouns", "women") | words("pronouns", "last") | words("pronouns", "first")
    )
    for n, word in enumerate(sentence.words):
        if word.low in wanted and (word.text != "Hans" or owns(sentence.words, n)):
            yield n, word


def _resolve(pronoun: str, n: int, sentence: Sentence, named: Sequence[Named], before: Sequence[_Told]) -> Reference:
    if pronoun in words("pronouns", "last") | words("pronouns", "first"):
        return _by_order(pronoun, sentence.words[n].start, named, before)
    word = sentence.words[n]
    if n + 1 < len(sentence.words) and sentence.words[n + 1].low in words("pronouns", "naming"):
        return Reference(None, None, 0.0)
    clause = _clause(sentence.words, n)
    inside = [x for x in named if x.start < word.start and x.start < clause]
    inside = [x for x in inside if x.key not in _subjects(pronoun, sentence.words, n, clause, named)]
    same = [x for x in named if clause <= x.start < word.start]
    if pronoun in words("pronouns", "possessive"):  # `takkede Ole for hans arbejde`: Ole's, and not who thanked
        subject = same[:1] if same and not _is_governed(sentence.words, same[0]) else []
        inside, same = [*inside, *same[len(subject) :]], subject
    excluded = {x.key for x in same}
    if pronoun not in words("pronouns", "possessive"):  # `Han var ifølge formanden enig`: not the formand
        excluded |= {x.key for x in named if x.start > word.start}
    paragraph = [t for t in before if t.place == sentence.place]
    if not any(t.named for t in paragraph) and _goes_on(pronoun, sentence.words, n):
        speaker = _last_speaker(pronoun, before[-_BACK:])
        if speaker is not None:
            return Reference(speaker.participant, speaker.name, _SURE["before"])
    if pronoun in words("pronouns", "person") and _answers(sentence.words, n) and paragraph:
        asked = {x.key for x in paragraph[-1].named if _is_answered(paragraph[-1], x)}
        excluded |= asked
        if asked:  # only one who has spoken answers
            paragraph = [replace(t, named=[x for x in t.named if _speaks(t.sentence, x)]) for t in paragraph]
    fits = _fits(pronoun, inside, excluded)
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
                if len(last) == 1 and _speaks(whole[-1].sentence, next(iter(last.values()))):
                    return _choose(last, "before")
            if fits:
                return _choose(fits, "before")
    everybody = [replace(x, leaning=None) for t in before for x in t.named]
    return _choose(_fits(pronoun, everybody, excluded), "item")


def _goes_on(pronoun: str, tokens: Sequence[Word], n: int) -> bool:
    """`Hun orienterede | endvidere om festen`, `Endvidere orienterede hun`: at the head of its sentence, by a verb."""
    head = tokens[: n + 4]
    return (
        pronoun in words("pronouns", "person")
        and n <= _HEAD
        and bool(_acts(tokens, n))
        and any(t.low in words("pronouns", "going_on") for t in head)
    )


def _last_speaker(pronoun: str, before: Sequence[_Told]) -> Named | None:
    """The one who spoke last, if the pronoun can be his."""
    for told in reversed(before):
        spoke = [x for x in told.named if x.name is not None and _speaks(told.sentence, x)]
        if spoke:
            return spoke[0] if len(spoke) == 1 and spoke[0].gender and agrees_with(pronoun, spoke[0]) else None
    return None


def _answers(tokens: Sequence[Word], n: int) -> bool:
    """`Han | svarede`, `Det sagde han | ja til`."""
    return _acts(tokens, n) == {"answer"} or (
        n + 1 < len(tokens) and tokens[n + 1].low in words("pronouns", "answering")
    )


def _acts(tokens: Sequence[Word], n: int) -> set[str]:
    """Give what the verb beside the word at `n` does: `Han | svarede` answers."""
    beside = [tokens[m].low for m in (n + 1, n - 1) if 0 <= m < len(tokens)]
    return {form.verb.act for low in beside for form in read_form(low) if form.kind in ("past", "present")}


def _is_answered(told: _Told, named: Named) -> bool:
    """Tell whether somebody said what is answered behind it: `Ib | spurgte …`, `Ib | fandt planen dyr`, `Så spurgte
    Ib |`; not `Lis opfordrede Ib |`."""
    tokens = told.sentence.words
    n = next((n for n, t in enumerate(tokens) if t.start >= named.end), None)
    if n is None:
        return False
    first = next(m for m, t in enumerate(tokens) if t.end > named.start)
    front = first > 0 and not any(x.start < tokens[first - 1].start for x in told.named)
    acts = {
        form.verb.act
        for low in (tokens[n].low, *([tokens[first - 1].low] if front else []))
        for form in read_form(low)
        if form.kind in ("past", "present")
    }
    return bool(acts) and acts <= _ANSWERED


def _is_governed(tokens: Sequence[Word], named: Named) -> bool:
    """Tell whether a preposition stands in front, so that somebody is no subject: `Tak til | Lis`."""
    before = next((t for t in reversed(tokens) if t.end <= named.start), None)
    return before is not None and before.low in words("adverbs", "prepositions")


def _speaks(sentence: Sentence, named: Named) -> bool:
    """Tell whether somebody is the subject of a verb in the past: `Lis | oplyste`; not `Lis melder tilbage`."""
    n = next((n for n, t in enumerate(sentence.words) if t.start >= named.end), None)
    return n is not None and any(
        f.kind == "past" for m in (n, n - 2) if m >= 0 for f in read_form(sentence.words[m].low)
    )


def _fits(pronoun: str, named: Sequence[Named], excluded: set[str] | frozenset[str]) -> dict[str, Named]:
    fits = {x.key: x for x in named if x.key not in excluded and agrees_with(pronoun, x)}
    # an unnamed person stands in the way as the first one: `Viceværten kom`, not `talte med viceværten`
    known = {key: x for key, x in fits.items() if not x.unnamed or x is named[0]}
    return known or fits


def _choose(fits: Mapping[str, Named], where: str) -> Reference:
    """Take the only one who fits; of several all are candidates."""
    one = next(iter(fits.values())) if len(fits) == 1 else None
    if one is not None and one.name is not None and (where != "item" or one.gender is not None):
        return Reference(one.participant, one.name, _SURE[where])
    return Reference(None, None, 0.0, tuple(dict.fromkeys(p for x in fits.values() for p in x.bearers)))


def _apposed(prose: str, word: Word, named: Sequence[Named]) -> Reference | None:
    """`Rasmus og Sigurd fortalte. Han | (Sigurd) har fundet en bold`: who stands in brackets behind it."""
    beside = next((x for x in named if prose[word.end : x.start] == " (" and prose[x.end : x.end + 1] == ")"), None)
    if beside is None or beside.participant is None or not agrees_with(word.low, beside):
        return None
    return Reference(beside.participant, beside.name, _SURE["sentence"])


def _elected(prose: str, word: Word, n: int, last: Sentence | None, before: Sequence[_Told]) -> Reference | None:
    """`Ole Bech foreslog Ib Holm som dirigent. Han blev valgt`: the one who got the function."""
    if last is None or n > 1 or word.low not in words("pronouns", "person"):
        return None
    for entry in elected_in(prose[last.start : last.end], last.start):
        for x in before[-1].named:
            if entry.start <= x.start < entry.end and x.name is not None and agrees_with(word.low, x):
                return Reference(x.participant, x.name, _SURE["before"])
    return None


def _by_order(pronoun: str, start: int, named: Sequence[Named], before: Sequence[_Told]) -> Reference:
    """`… udpeget Lis Bo og Ib Holm. Formanden kontakter sidstnævnte`: the one whom the sentence before named last; of
    two who stand in front in the same sentence, one of these."""
    inside = [x for x in named if x.start < start]
    listed = (t.named for t in reversed(before[-_BACK:]) if len({x.key for x in t.named}) > 1)
    told = next(listed, before[-1].named if before else [])
    among = inside if len(inside) > 1 or not told else told
    if not among:
        return Reference(None, None, 0.0)
    who = among[0] if pronoun in words("pronouns", "first") else among[-1]
    return Reference(who.participant, who.name, _SURE["before"])


def _as_named(word: Word, meant: Reference, cast: Cast) -> Named:
    """A pronoun names somebody for those that follow; one that nobody can be told for stands in their way."""
    gender = (
        None
        if word.low in words("pronouns", "last") | words("pronouns", "first")
        else "m"
        if word.low in words("pronouns", "men")
        else "f"
    )
    key = meant.participant or meant.name or f"?{word.start}"
    bearers = (meant.participant,) if meant.participant else meant.candidates
    return Named(key, meant.participant, meant.name, gender, gender, tuple(bearers), word.start, word.end)


def _clause(tokens: Sequence[Word], n: int) -> int:
    """Give the offset at which the clause with the word at `n` begins."""
    for m in range(n - 1, -1, -1):
        if _opens_clause(tokens, m):
            return tokens[m].end
    return tokens[0].start


def _opens_clause(tokens: Sequence[Word], m: int) -> bool:
    token = tokens[m]
    if token.text in ".,;:–—-()":
        return True
    if token.low in words("adverbs", "joining"):
        following = tokens[m + 1] if m + 1 < len(tokens) else None
        return following is not None and following.text[0].islower() and not _is_listed(tokens, m)
    # `for` opens a clause only behind a comma, which did already
    return token.low in (words("adverbs", "subordinating") | words("adverbs", "clause_joining") - {"for"})


def _is_listed(tokens: Sequence[Word], m: int) -> bool:
    """Tell `formanden og kassereren takkede ham` from `formanden rejste sig og takkede ham`."""
    following = tokens[m + 1]
    if following.low in words("pronouns", "writer"):
        return True  # `Formanden og undertegnede taler med ham`
    if looks_finite(following.low):
        return False
    pos = following.pos
    return pos in ("NOUN", "PROPN", "ADJ", "DET") if pos is not None else following.low.endswith(("en", "et", "ne"))


def _subjects(pronoun: str, tokens: Sequence[Word], n: int, clause: int, named: Sequence[Named]) -> frozenset[str]:
    """Give who cannot be meant as the subject of a verb behind `og` is that of the verb before: `Bo gav Ib en nøgle og
    bad ham låse`."""
    opener = next((m for m in range(n - 1, -1, -1) if tokens[m].end == clause), None)
    if pronoun not in words("pronouns", "object") or opener is None:
        return frozenset()
    if tokens[opener].low not in words("adverbs", "joining") or any(clause <= x.start < tokens[n].start for x in named):
        return frozenset()
    before = [x for x in named if _clause(tokens, opener) <= x.start < clause]
    return frozenset(x.key for x in before[:1])
