"""The subject of a predicate of saying, where Danish word order puts it.

Right in front of the finite verb (`Formanden orienterede …`), right behind it (`Herefter takkede kommunen …`,
`…, oplyste Lund`), at the head of the sentence for a second verb (`… og oplyste, at`), and behind `af` in the passive.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.predicates import Predicate
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.names import is_given_name
from analyser.language.verbs import (
    read_form,
)
from analyser.language.words import Word

_SUBJECT_WORDS = 14
_ADVERBIAL = ("ADP", "ADV", "SCONJ", "CCONJ")


def find_subject(
    prose: str,
    sentence: Sentence,
    predicate: Predicate,
    cast: Cast,
    found: Sequence[tuple[Predicate, tuple[Reading, ...], int]],
) -> tuple[tuple[Reading, ...], int] | None:
    """Find the subject of a predicate: (readings, offset where the topic may begin)."""
    tokens, finite = sentence.words, predicate.finite
    behind = tokens[predicate.last].end
    if predicate.voice == "passive":
        return _agent(prose, sentence, predicate, cast)
    coordinated = _coordinated(prose, tokens, finite, cast, found)
    if coordinated is not None:
        return coordinated, behind
    told = _related(prose, tokens, finite, cast)
    if told:
        return tuple(told), behind
    if not _in_subordinate(tokens, finite):
        before = _before(prose, sentence, finite, cast)
        if before:
            return tuple(before), behind
    if predicate.voice == "bare" or predicate.finite == 0:
        return None
    if _in_subordinate(tokens, finite):
        return _behind_clause(prose, sentence, predicate, cast)
    if tokens[predicate.last].low == "fra":  # `…, lød svaret fra | Bo`
        source = _source(prose, tokens, predicate.last + 1, cast)
        return (tuple(source), behind) if source else None
    if predicate.lemma == "lyde":  # `Fra Ib | lød det, at …`
        source = _source(prose, tokens, 1, cast) if tokens[0].low == "fra" else []
        return (tuple(source), behind) if source and source[0].end <= tokens[finite].start else None
    if _has_own_subject(tokens, predicate):
        return None
    return _after(prose, sentence, predicate, cast) or _listed(tokens, predicate, found)


def _has_own_subject(tokens: Sequence[Word], predicate: Predicate) -> bool:
    """Tell whether somebody whom nobody knows stands in front, so that a name behind is who was spoken to.

    `Vi | spurgte Lone`, `Naboen | bad Lone om at slukke`; not `Regnskabet gennemgik Lone`, `Sidste år spurgte Lone`.
    """
    finite = predicate.finite
    begins = next((m + 1 for m in range(finite - 1, -1, -1) if tokens[m].text in ",;:–—-"), 0)
    front = [t for t in tokens[begins:finite] if not t.is_mark]
    if not front:
        return False
    if front[-1].low in words("pronouns", "nominative") or (len(front) == 1 and is_given_name(front[0].text)):
        return True
    if predicate.lemma.split()[0] not in words("speech_verbs", "addressing"):
        return False
    adverbial = words("adverbs", "prepositions") | words("adverbs", "skipped") | words("adverbs", "subordinating")
    timed = any(t.low in words("calendar", "time_nouns") or t.text[0].isdigit() for t in front)
    if front[0].low in adverbial or timed or front[0].pos in _ADVERBIAL:
        return False
    pos = front[-1].pos
    return pos in ("NOUN", "PROPN") if pos is not None else front[-1].low.endswith(("en", "et", "ne"))


def _behind_clause(
    prose: str, sentence: Sentence, predicate: Predicate, cast: Cast
) -> tuple[tuple[Reading, ...], int] | None:
    """`Da Ib var syg | oplæste Lis brevet`, `Inden drøftelsen | læste Lis op`: no comma ends what stands in front."""
    tokens, finite = sentence.words, predicate.finite
    opens = tokens[0].low in words("adverbs", "subordinating") and predicate.tense == "past" and finite > 1
    if not opens or predicate.last + 1 >= len(tokens) or any(t.is_mark for t in tokens[:finite]):
        return None
    found = _after(prose, sentence, predicate, cast)
    if found is None or not all(r.actor.participant for r in found[0]) or found[0][0].start != tokens[finite + 1].start:
        return None
    return found


def _source(prose: str, tokens: Sequence[Word], first: int, cast: Cast) -> list[Reading]:
    """Read who stands behind `lød svaret fra`; the full stop behind `Ole.` is not the short form of a name."""
    for last in range(min(len(tokens), first + 6) - 1, first - 1, -1):
        if tokens[last].is_mark:
            continue
        found = read_actors(prose[tokens[first].start : tokens[last].end], tokens[first].start, cast)
        if found:
            return found
    return []


def _listed(
    tokens: Sequence[Word],
    predicate: Predicate,
    found: Sequence[tuple[Predicate, tuple[Reading, ...], int]],
) -> tuple[tuple[Reading, ...], int] | None:
    """`Bo orienterede om festen, | takkede hjælperne og opfordrede til flere`: three verbs, the last behind `og`."""
    finite = predicate.finite
    if not found or found[-1][0].voice != "active" or predicate.tense != "past" or tokens[finite - 1].text != ",":
        return None
    closes = any(
        a.low in words("adverbs", "joining") and looks_finite(b.low) for a, b in pairwise(tokens[predicate.last + 1 :])
    )
    return (found[-1][1], tokens[predicate.last].end) if closes else None


def _related(prose: str, tokens: Sequence[Word], finite: int, cast: Cast) -> list[Reading]:
    """`Formanden gav ordet til Ib Holm, der | fremlagde regnskabet`: the one named last, who opens no sentence.

    `Ib Holm, der har orienteret om sagen, var syg` says nothing.
    """
    if finite < 4 or tokens[finite - 1].low not in ("der", "som") or tokens[finite - 2].text != ",":
        return []
    if not any(f.kind == "past" for f in read_form(tokens[finite].low)):
        return []
    if any(t.low in words("adverbs", "subordinating") for t in tokens[: finite - 2]):
        return []
    for m in range(max(1, finite - 7), finite - 2):
        found = read_actors(prose[tokens[m].start : tokens[finite - 3].end], tokens[m].start, cast)
        if len(found) == 1 and found[0].actor.participant is not None:
            return found
    return []


def _coordinated(
    prose: str,
    tokens: Sequence[Word],
    finite: int,
    cast: Cast,
    found: Sequence[tuple[Predicate, tuple[Reading, ...], int]],
) -> tuple[Reading, ...] | None:
    """`Ledelsen anerkendte problemet og oplyste, at …`: the subject of the verb before."""
    if finite == 0:
        return None
    m = finite - 1
    while m > 0 and tokens[m].low in words("adverbs", "skipped"):
        m -= 1
    if tokens[m].low not in words("adverbs", "joining"):
        return None
    if found:
        return found[-1][1] if found[-1][0].voice == "active" else None
    return opening_subject(prose, tokens, m, cast)


def opening_subject(prose: str, tokens: Sequence[Word], stop: int, cast: Cast) -> tuple[Reading, ...] | None:
    """Read the subject that opens a sentence, in front of its first verb: `Han | blev valgt og konstaterede, at …`.

    `stop` is the index of the word before which the first verb must stand.
    """
    if any(_opens_clause(tokens, m) for m in range(stop)):
        return None
    for n in range(min(stop - 1, 7), 0, -1):
        if looks_finite(tokens[n].low):
            found = read_actors(prose[tokens[0].start : tokens[n - 1].end], tokens[0].start, cast)
            if found:
                return tuple(found)
    return None


def _opens_clause(tokens: Sequence[Word], m: int) -> bool:
    """Tell whether a word opens a subordinate clause; `om` in `en konference om kultur` does not."""
    low = tokens[m].low
    preposition = low == "om" and m > 0 and not tokens[m - 1].is_mark
    return low in words("adverbs", "subordinating") and low != "der" and not preposition


def looks_finite(word: str) -> bool:
    """Tell whether a word in lower case looks like a finite verb: `var`, `orienterede`."""
    helpers = words("verb_forms", "auxiliaries", "participle") | words("verb_forms", "auxiliaries", "infinitive")
    return (
        word in helpers
        or word.endswith("ede")
        or word in words("verb_forms", "no_speech", "past")
        or any(f.kind in ("past", "present") for f in read_form(word))
    )


def _in_subordinate(tokens: Sequence[Word], finite: int) -> bool:
    """Tell whether the verb stands in a clause that `at`, `som`, `da` … opened."""
    openers = words("adverbs", "subordinating") - words("adverbs", "clause_joining")
    m = finite - 1
    while m >= 0 and tokens[m].text not in ",;:()" and finite - m < _SUBJECT_WORDS:
        if m == 0 and tokens[m].low == "som":
            return False  # `Som svar på Bos spørgsmål | oplyste Lis`
        if m == 0 and tokens[m].low == "så" and finite == 1:
            return False  # `Så | spurgte Lis til taget`
        if tokens[m].low in openers and not (
            tokens[m].low in ("om", "der", "så") and m > 0 and tokens[m - 1].text not in ",;:"
        ):
            previous = tokens[m - 1].low if m > 0 else ","
            past = any(f.kind == "past" for f in read_form(tokens[finite].low))
            if tokens[m].low == "hvor" and previous == "," and m > 1 and past:
                return False  # `Lejen blev drøftet, hvor Bo pegede på renten`
            if previous == "efter" and tokens[m].low == "at" and tokens[finite].low == "havde":
                return False  # `efter at Bo | havde oplyst, at taget er tæt`
            # `I forlængelse af, at` and `efter at` open clauses too; `med at` of a control phrase does not
            if not (tokens[m].low == "at" and previous in ("med", "for", "til", "ved") and m > 0):
                return True
        m -= 1
    return False


def _before(prose: str, sentence: Sentence, finite: int, cast: Cast) -> list[Reading]:
    """Read the subject right in front of the finite verb."""
    tokens = sentence.words
    begins = next((m for m in range(finite - 1, 0, -1) if tokens[m].text in ",;:"), 0)
    near = tokens[max(begins, finite - 8) : finite]
    if finite == 0 or any(t.low in words("adverbs", "excluding") for t in near):
        return []
    end = tokens[finite - 1].end
    starts = [0] + [
        m + 1
        for m in range(finite - 1)
        if tokens[m].text in ",;:–—-"
        or tokens[m].low in words("adverbs", "clause_joining")
        or (tokens[m].low == "hvor" and m > 1)
    ]
    if tokens[0].low == "som" and tokens[finite + 1 : finite + 2] and tokens[finite + 1].text == ":":
        starts.append(1)  # `Som Lis sagde: …`
    for m in starts:
        while m < finite - 1 and (tokens[m].low in words("adverbs", "fronting") or tokens[m].text == "."):
            m += 1  # `Også Lis Bo | fandt`, `hvor bl.a. Lis | pegede på`
        if finite - m > _SUBJECT_WORDS:
            continue
        half = m > 1 and tokens[m - 1].low in ("og", "samt") and not _joins_clauses(tokens, m - 1)
        if half and _reads_before(prose, tokens, m - 1, cast):
            continue
        found = read_actors(prose[tokens[m].start : end], tokens[m].start, cast)
        if found:
            return found
    if tokens[finite - 1].text == ",":  # `Henrik Lau, nr. 14, spurgte`
        comma = next((m for m in range(finite - 2, max(0, finite - 10), -1) if tokens[m].text == ","), None)
        found = read_actors(prose[tokens[0].start : tokens[comma - 1].end], tokens[0].start, cast) if comma else []
        if found and found[0].actor.kind in ("person", "role"):
            return found
    for m in range(max(0, finite - 6), finite):  # a slip in front: `Den Politidirektør Helle Holm orienterede`
        if (
            m == 0
            or tokens[m - 1].low in words("adverbs", "prepositions")
            or (tokens[m - 1].text[0].isupper() and m > 1)
        ):
            continue
        if tokens[m].low in words("adverbs", "prepositions") or not tokens[m].text[0].isupper():
            continue
        found = read_actors(prose[tokens[m].start : end], tokens[m].start, cast)
        person = len(found) == 1 and found[0].actor.participant is not None and found[0].actor.kind == "person"
        if person and found[0].title is not None:
            return found
    return []


def _joins_clauses(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether `og` joins two clauses: `Lis foreslog Ib Ravn, | og Bo foreslog Ida Holm`.

    A verb stands before it, with no mark between but a comma right there: two verbs of main clauses have two subjects.
    Not in `I samråd med Lis | og Bo foreslog formanden`, nor in `Formanden, der var syg, | og Bo spurgte`.
    """
    verb = next((m for m in range(n - 1, 0, -1) if tokens[m].text.islower() and looks_finite(tokens[m].low)), None)
    if verb is None or _in_subordinate(tokens, verb):
        return False
    return not any(t.is_mark for t in tokens[verb + 1 : n - 1])


def _reads_before(prose: str, tokens: Sequence[Word], stop: int, cast: Cast) -> bool:
    """Tell whether an actor stands in front of `og`, so that what follows is only half of the subject."""
    return any(
        read_actors(prose[tokens[m].start : tokens[stop - 1].end], tokens[m].start, cast)
        for m in range(max(0, stop - 3), stop)
    )


def _after(prose: str, sentence: Sentence, predicate: Predicate, cast: Cast) -> tuple[tuple[Reading, ...], int] | None:
    """Read the subject right behind the finite verb of an inverted clause."""
    tokens, finite = sentence.words, predicate.finite
    best: tuple[list[Reading], int] | None = None
    first = finite + 1
    for last in range(first, min(len(tokens), first + 10)):
        if _ends_subject(tokens, last):
            break
        found = read_actors(prose[tokens[first].start : tokens[last].end], tokens[first].start, cast)
        if found and _owns(tokens, last, found):
            best = None
            break
        if found and _counts_things(tokens, last, found):
            continue  # `Noor savner flere | bænke`
        if (len(found) > 1 and _has_verb(tokens, last)) or (best and _opens_another_clause(tokens, last)):
            break
        if found and tokens[last].text not in ",":
            linked = best is not None and any(r.actor.participant for r in best[0])
            if not linked or any(r.actor.participant for r in found):
                best = (found, last)
    if best is None:
        return None
    readings, last = best
    if predicate.last > finite:  # `kan formanden oplyse`
        return tuple(readings), max(tokens[predicate.last].end, tokens[last].end)
    return tuple(readings), tokens[last].end


def _counts_things(tokens: Sequence[Word], last: int, found: Sequence[Reading]) -> bool:
    """Tell whether somebody unnamed is no more than the first word of what is spoken of: `flere | bænke`."""
    unnamed = len(found) == 1 and found[0].actor.kind == "unknown" and found[0].mention is None
    return unnamed and last + 1 < len(tokens) and tokens[last + 1].pos in ("NOUN", "ADJ")


def _has_verb(tokens: Sequence[Word], last: int) -> bool:
    """Tell whether the last of several has a verb of his own: `Så spurgte formanden og Lis | svarede ja`."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    return behind is not None and behind.text.islower() and looks_finite(behind.low)


def _opens_another_clause(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether a clause with a verb of its own opens: `Så spurgte formanden | , og Lis og Ib svarede ja`."""
    if tokens[n].text != "," or n + 1 >= len(tokens) or tokens[n + 1].low not in words("adverbs", "joining"):
        return False
    behind = list(takewhile(lambda t: not t.is_mark, tokens[n + 2 : n + 2 + _SUBJECT_WORDS]))
    return any(t.text.islower() and looks_finite(t.low) for t in behind)


def _ends_subject(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether a noun phrase cannot reach over a word: a full stop, a preposition, `mens`; the stop of `1.
    næstformanden` ends none."""
    token = tokens[n]
    if token.text == "." and n + 1 < len(tokens) and tokens[n - 1].text.isdigit() and tokens[n + 1].text.islower():
        return False
    joins = words("adverbs", "clause_joining") - words("adverbs", "joining")
    return token.text in ".;:!?" or token.text in words("adverbs", "prepositions") or token.low in joins


def _owns(tokens: Sequence[Word], last: int, found: Sequence[Reading]) -> bool:
    """Tell whether a name is a genitive: `af Jens Holms | søn` means the son."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or following.is_mark or not tokens[last].low.endswith("s"):
        return False
    names = " ".join(str(r.actor.name or "").casefold() for r in found).split()
    return (
        found[-1].actor.kind == "person"
        and tokens[last].low not in names
        and following.low not in words("adverbs", "prepositions")
    )


def _agent(prose: str, sentence: Sentence, predicate: Predicate, cast: Cast) -> tuple[tuple[Reading, ...], int] | None:
    """Read the agent of a passive: `Regnskabet blev gennemgået af kassereren`, `Af formanden blev det oplyst, at`."""
    tokens = sentence.words
    places = [
        m
        for m in range(len(tokens) - 1)
        if tokens[m].low == "af" and (m < predicate.finite + 2 or m <= predicate.last + 8)
    ]
    if not places and tokens[0].low == "fra":
        places = [0]  # `Fra Lis Bo blev der udtrykt utilfredshed`
    for m in sorted(places, key=lambda m: abs(m - predicate.last)):
        if any(tokens[k].text in ";:" for k in range(min(m, predicate.finite), max(m, predicate.last))):
            continue
        best: tuple[list[Reading], int] | None = None
        for last in range(m + 1, min(len(tokens), m + 10)):
            if _ends_subject(tokens, last):
                break
            found = read_actors(prose[tokens[m + 1].start : tokens[last].end], tokens[m + 1].start, cast)
            if found and _owns(tokens, last, found):
                best = None
                break
            if found and tokens[last].text != ",":
                best = (found, last)
        if best:
            return tuple(best[0]), max(tokens[predicate.last].end, tokens[best[1]].end if m > predicate.last else 0)
    return None
