"""The places where a subject stands: before the finite verb, right behind it, behind `af` or `fra`."""

from collections.abc import Sequence
from itertools import takewhile

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.clause_openings import SUBJECT_WORDS, in_subordinate, looks_finite
from analyser.extraction.predicates import Predicate
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.words import Word


def read_source(prose: str, tokens: Sequence[Word], first: int, cast: Cast) -> list[Reading]:
    """Read who stands behind `lød svaret fra`; the full stop behind `Ole.` is not the short form of a name."""
    for last in range(min(len(tokens), first + 6) - 1, first - 1, -1):
        if tokens[last].is_mark:
            continue
        found = read_actors(prose[tokens[first].start : tokens[last].end], tokens[first].start, cast)
        if found:
            return found
    return []


def read_before(prose: str, sentence: Sentence, finite: int, cast: Cast) -> list[Reading]:
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
        or (tokens[m].low in words("adverbs", "clause_joining") and not _is_preposition(tokens, m))
        or (tokens[m].low == "hvor" and m > 1)
    ]
    if tokens[0].low == "som" and tokens[finite + 1 : finite + 2] and tokens[finite + 1].text == ":":
        starts.append(1)  # `Som Lis sagde: …`
    for m in starts:
        while m < finite - 1 and (tokens[m].low in words("adverbs", "fronting") or tokens[m].text == "."):
            m += 1  # `Også Lis Bo | fandt`, `hvor bl.a. Lis | pegede på`
        if finite - m > SUBJECT_WORDS:
            continue
        if _is_listed(prose, tokens, m, cast):
            continue
        half = m > 1 and tokens[m - 1].low in words("adverbs", "pairing") and not _joins_clauses(tokens, m - 1)
        if half and _reads_before(prose, tokens, m - 1, cast):
            continue
        found = read_actors(prose[tokens[m].start : end], tokens[m].start, cast)
        if found:
            return [*_described(prose, tokens, m, cast), *found]
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


def _described(prose: str, tokens: Sequence[Word], m: int, cast: Cast) -> list[Reading]:
    """Read the first of two of whom something is told: `Lis, der er ny, og | Ib, der er valgt, redegjorde`."""
    first = next((n for n in range(m) if tokens[n].text == ","), None)
    if first is None or m < 4 or tokens[m - 1].low != "og" or tokens[m - 2].text != "," or first == m - 2:
        return []
    alone = not any(t.is_mark for t in tokens[first + 1 : m - 2])
    if first == 0 or not alone or tokens[first + 1].low not in ("der", "som"):
        return []
    found = read_actors(prose[tokens[0].start : tokens[first - 1].end], tokens[0].start, cast)
    return found if all(r.actor.participant for r in found) else []


def _is_preposition(tokens: Sequence[Word], m: int) -> bool:
    """Tell `over for | Ib` and `en repræsentant for | Ib` from `…, for | Ib mente, at`."""
    return tokens[m].low in words("adverbs", "prepositions") and (m == 0 or not tokens[m - 1].is_mark)


def _is_listed(prose: str, tokens: Sequence[Word], m: int, cast: Cast) -> bool:
    """Tell whether what begins behind a comma goes on with a list: `Efter indlæg fra Lis, | Ib og Bo svarede jeg`.

    Not where the sentence opens with no preposition, nor where a verb stands in between.
    """
    if m < 3 or tokens[m - 1].text != "," or tokens[0].low not in words("adverbs", "prepositions"):
        return False
    behind = next((k + 1 for k in range(m - 2, -1, -1) if tokens[k].low in words("adverbs", "prepositions")), None)
    if behind is None or any(t.is_mark or looks_finite(t.low) for t in tokens[: m - 1]):
        return False
    return bool(read_actors(prose[tokens[behind].start : tokens[m - 2].end], tokens[behind].start, cast))


def _joins_clauses(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether `og` joins two clauses: `Lis foreslog Ib Ravn, | og Bo foreslog Ida Holm`.

    A verb stands before it, with no mark between but a comma right there: two verbs of main clauses have two subjects.
    Not in `I samråd med Lis | og Bo foreslog formanden`, nor in `Formanden, der var syg, | og Bo spurgte`.
    """
    verb = next((m for m in range(n - 1, 0, -1) if tokens[m].text.islower() and looks_finite(tokens[m].low)), None)
    if verb is None or in_subordinate(tokens, verb):
        return False
    return not any(t.is_mark for t in tokens[verb + 1 : n - 1])


def _reads_before(prose: str, tokens: Sequence[Word], stop: int, cast: Cast) -> bool:
    """Tell whether an actor stands in front of `og`, so that what follows is only half of the subject."""
    return any(
        read_actors(prose[tokens[m].start : tokens[stop - 1].end], tokens[m].start, cast)
        for m in range(max(0, stop - 3), stop)
    )


def read_after(
    prose: str, sentence: Sentence, predicate: Predicate, cast: Cast
) -> tuple[tuple[Reading, ...], int] | None:
    """Read the subject right behind the finite verb of an inverted clause."""
    tokens, finite = sentence.words, predicate.finite
    best: tuple[list[Reading], int] | None = None
    first = finite + 1
    while first + 1 < len(tokens) and tokens[first].low in words("adverbs", "fronting"):
        first += 1  # `Herefter spurgte også | Lis`
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
    behind = list(takewhile(lambda t: not t.is_mark, tokens[n + 2 : n + 2 + SUBJECT_WORDS]))
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


def _describes(tokens: Sequence[Word], m: int) -> bool:
    """Tell whether `af` opens what stands in front of a noun: `Den | af Lis stillede dagsorden`."""
    return m > 0 and tokens[m - 1].low in words("pronouns", "determiners")


def read_agent(
    prose: str, sentence: Sentence, predicate: Predicate, cast: Cast
) -> tuple[tuple[Reading, ...], int] | None:
    """Read the agent of a passive: `Regnskabet blev gennemgået af kassereren`, `Af formanden blev det oplyst, at`."""
    tokens = sentence.words
    places = [
        m
        for m in range(len(tokens) - 1)
        if tokens[m].low == "af" and (m < predicate.finite + 2 or m <= predicate.last + 8) and not _describes(tokens, m)
    ]
    if not places and tokens[0].low == "fra":
        places = [0]  # `Fra Lis Bo blev der udtrykt utilfredshed`
    if not places and tokens[0].low == "der" and [t.low for t in tokens[predicate.finite + 1 :][:1]] == ["fra"]:
        places = [predicate.finite + 1]  # `Der blev fra Lis Bo udtrykt utilfredshed`
    for m in sorted(places, key=lambda m: abs(m - predicate.last)):
        if any(tokens[k].text in ";:" for k in range(min(m, predicate.finite), max(m, predicate.last))):
            continue
        best: tuple[list[Reading], int] | None = None
        for last in range(m + 1, min(len(tokens), m + 10)):
            if _ends_subject(tokens, last):
                break
            found = read_actors(prose[tokens[m + 1].start : tokens[last].end], tokens[m + 1].start, cast)
            if found and _owns(tokens, last, found):
                best = (found, last) if tokens[last + 1].low == "side" else None  # `Fra Lis Bos side blev der`
                break
            if found and tokens[last].text != ",":
                best = (found, last)
        if best:
            return tuple(best[0]), max(tokens[predicate.last].end, tokens[best[1]].end if m > predicate.last else 0)
    return None
