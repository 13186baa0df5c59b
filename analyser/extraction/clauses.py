"""Main clauses of a sentence that do not open it, so that each can be read by itself."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.words import Word


def main_clauses(sentence: Sentence) -> list[Sentence]:
    """Give the main clauses behind a comma or semicolon, each up to the next, as sentences.

    `Lone fremlagde sagen, og | det blev besluttet at gå videre.`
    `Efter en drøftelse, hvor Hardy bad om ro, | vedtog udvalget at gå videre.`
    `Regnskabet, som Lone gennemgik, | blev godkendt.`
    """
    tokens = sentence.words
    starts = [begins for n in range(2, len(tokens) - 2) if (begins := _begins(tokens, n)) is not None]
    found = []
    for first, last in pairwise([*starts, len(tokens)]):
        words_of = tokens[first:last] if last == len(tokens) else without_joint(tokens[first:last])
        end = sentence.end if last == len(tokens) else words_of[-1].end if words_of else tokens[first].end
        found += [replace(sentence, start=tokens[first].start, end=end, words=words_of)] if words_of else []
    return found


def without_joint(tokens: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out the mark and the word that join the next clause: `det blev besluttet at vente |, men`."""
    while tokens and (tokens[-1].is_mark or tokens[-1].low in words("adverbs", "clause_joining")):
        tokens = tokens[:-1]
    return tokens


def resumed(sentence: Sentence, n: int) -> int | None:
    """Give where the main clause resumes behind a clause in its middle that holds the word at `n`, or None.

    `Efter en drøftelse, hvor Hardy | bad om ro, | vedtog udvalget …`
    """
    tokens = sentence.words
    opens = tokens[0].low in words("adverbs", "prepositions") | words("adverbs", "subordinating")
    inside = tokens[0].low in words("adverbs", "subordinating") or any(
        a.text == "," and b.low in words("adverbs", "relative") for a, b in pairwise(tokens[:n])
    )
    if not (opens and inside):
        return None
    found = [m + 1 for m in range(n + 1, len(tokens) - 2) if tokens[m].text == "," and _is_finite(tokens[m + 1])]
    return tokens[found[-1] - 2].end if found else None


def _begins(tokens: Sequence[Word], n: int) -> int | None:
    """Give where a main clause begins behind the mark at `n`: at its finite verb, or behind `og`."""
    if tokens[n].text not in ",;":
        return None
    first = n + 1
    if tokens[first].low in words("adverbs", "clause_joining"):
        opens = tokens[first + 1].low
        return first + 1 if opens not in words("adverbs", "subordinating") or opens == "der" else None
    return first if _is_finite(tokens[first]) or tokens[n].text == ";" else None


def _is_finite(word: Word) -> bool:
    voice = verb_forms().get(word.low, ("", ""))[0]
    return word.text.islower() and (voice in ("past", "passive") or looks_finite(word.low))
