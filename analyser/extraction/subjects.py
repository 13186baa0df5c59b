"""The subject of a predicate of saying, where Danish word order puts it.

Right in front of the finite verb (`Formanden orienterede …`), right behind it (`Herefter takkede kommunen …`,
`…, oplyste Lund`), at the head of the sentence for a second verb (`… og oplyste, at`), and behind `af` in the passive.
"""

from collections.abc import Sequence
from itertools import pairwise

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.clause_openings import in_subordinate, looks_finite, opens_clause
from analyser.extraction.predicates import Predicate
from analyser.extraction.sentences import Sentence
from analyser.extraction.subject_places import read_after, read_agent, read_before, read_source
from analyser.language.lexicon import words
from analyser.language.names import is_given_name
from analyser.language.verbs import (
    read_form,
)
from analyser.language.words import Word

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
        return read_agent(prose, sentence, predicate, cast)
    coordinated = _coordinated(prose, tokens, predicate, cast, found)
    if coordinated is not None:
        return coordinated, behind
    told = _related(prose, tokens, finite, cast)
    if told:
        return tuple(told), behind
    if not in_subordinate(tokens, finite):
        before = read_before(prose, sentence, finite, cast)
        if before:
            return tuple(before), behind
    if predicate.voice == "bare" or all(t.is_mark for t in tokens[:finite]):
        return None  # `- anmodede forvaltningen om et notat`: who did stands above the list
    if in_subordinate(tokens, finite):
        return _behind_clause(prose, sentence, predicate, cast)
    if tokens[predicate.last].low == "fra":  # `…, lød svaret fra | Bo`
        source = read_source(prose, tokens, predicate.last + 1, cast)
        return (tuple(source), behind) if source else None
    if predicate.lemma == "lyde":  # `Fra Ib | lød det, at …`
        source = read_source(prose, tokens, 1, cast) if tokens[0].low == "fra" else []
        return (tuple(source), behind) if source and source[0].end <= tokens[finite].start else None
    if _has_own_subject(tokens, predicate):
        return None
    return read_after(prose, sentence, predicate, cast) or _listed(tokens, predicate, found)


def _has_own_subject(tokens: Sequence[Word], predicate: Predicate) -> bool:
    """Tell whether somebody whom nobody knows stands in front, so that a name behind is who was spoken to.

    `Vi | spurgte Lone`, `Naboen | bad Lone om at slukke`; not `Regnskabet gennemgik Lone`, `Sidste år spurgte Lone`,
    `"Hvor er nøglen?" spurgte Lone`.
    """
    finite = predicate.finite
    begins = next((m + 1 for m in range(finite - 1, -1, -1) if tokens[m].text in ',;:–—-"”“»«?!'), 0)
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
    found = read_after(prose, sentence, predicate, cast)
    if found is None or not all(r.actor.participant for r in found[0]) or found[0][0].start != tokens[finite + 1].start:
        return None
    return found


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
    predicate: Predicate,
    cast: Cast,
    found: Sequence[tuple[Predicate, tuple[Reading, ...], int]],
) -> tuple[Reading, ...] | None:
    """`Ledelsen anerkendte problemet og oplyste, at …`: the subject of the verb before."""
    finite = predicate.finite
    if finite == 0:
        return None
    m = finite - 1
    while m > 0 and tokens[m].low in words("adverbs", "skipped"):
        m -= 1
    if tokens[m].low not in words("adverbs", "joining"):
        return None
    nearer = _nearer(prose, tokens, found[-1][0].last + 1 if found else 1, m, cast)
    if nearer is not None:
        return nearer or None
    if found:
        told = found[-1][0]
        if told.voice != "active" or _is_of_clause(prose, tokens, told, m, predicate, cast):
            return None
        return found[-1][1]
    return opening_subject(prose, tokens, m, cast)


def _is_of_clause(
    prose: str, tokens: Sequence[Word], told: Predicate, joint: int, predicate: Predicate, cast: Cast
) -> bool:
    """Tell whether a second verb goes on with what was told: `Lis nævnte, at Ib er syg | og har bedt om fri`.

    Not behind a comma (`…, at Ib var syg, og bad om ro`), nor in another tense than the clause (`at Ib er syg og bad
    om ro`), nor where the clause only tells how somebody is and the second verb stands in the tense of the first (`Lis
    oplyste, at Ib var syg og foreslog at vente`); who is told of must be somebody that can speak.
    """
    opener = next((k for k in range(told.last + 1, joint) if opens_clause(tokens, k)), None)
    if opener is None or tokens[joint - 1].text == ",":
        return False
    behind = next((k for k in range(opener + 1, joint) if _is_verb(tokens[k]) or tokens[k].text == ","), None)
    if behind is None or behind == opener + 1:
        return False
    subject = read_actors(prose[tokens[opener + 1].start : tokens[behind - 1].end], tokens[opener + 1].start, cast)
    named = bool(subject) and all(tokens[opener + 1].low not in words("pronouns", "person") for _ in subject)
    if not named:
        return False
    verb = next((tokens[k] for k in range(behind, joint) if _is_verb(tokens[k])), None)
    second = tokens[predicate.finite]
    if verb is not None and _is_state(verb) and not _is_state(second):
        parallel = _is_now(tokens[told.finite]) == _is_now(second)
        return not parallel and _is_now(verb) == _is_now(second)
    return verb is None or _is_now(verb) == _is_now(second)


def _is_state(word: Word) -> bool:
    """Tell `er`, `var`, `har`, `havde` from a verb of doing."""
    return any(word.low in words("verb_forms", "auxiliaries", kind) for kind in ("be", "have"))


def _is_verb(word: Word) -> bool:
    return word.text.islower() and (looks_finite(word.low) or _acts(word))


def _is_now(word: Word) -> bool:
    """Tell whether a finite verb stands in the present: `er`, `har`, `kan`, `svarer`."""
    return (word.low.endswith("r") and word.low != "var") or word.low in words("verb_forms", "auxiliaries", "now")


def _nearer(prose: str, tokens: Sequence[Word], first: int, stop: int, cast: Cast) -> tuple[Reading, ...] | None:
    """Read the subject of a main clause between two verbs: `Lis spurgte til taget; Ib | undersøger det og giver …`.

    Gives nobody behind a semicolon where none is to be read, and None where no such clause opens.
    """
    semicolon = next((m for m in range(stop - 1, first - 1, -1) if tokens[m].text == ";"), None)
    for m in range(stop - 2, max(first, semicolon or 0) - 1, -1):
        if tokens[m].text not in ",;–-":
            continue
        for n in range(min(stop - 1, m + 7), m + 1, -1):
            if tokens[n].text.islower() and (looks_finite(tokens[n].low) or _acts(tokens[n])):
                found = read_actors(prose[tokens[m + 1].start : tokens[n - 1].end], tokens[m + 1].start, cast)
                if found and all(r.actor.participant for r in found):
                    return tuple(found)
    return () if semicolon is not None else None


def _acts(word: Word) -> bool:
    """Tell whether a word is a verb in the present that no list knows: `undersøger`."""
    return len(word.low) > 4 and word.low.endswith("er") and word.pos in ("VERB", "AUX")


def opening_subject(prose: str, tokens: Sequence[Word], stop: int, cast: Cast) -> tuple[Reading, ...] | None:
    """Read the subject that opens a sentence, in front of its first verb: `Han | blev valgt og konstaterede, at …`.

    `stop` is the index of the word before which the first verb must stand.
    """
    clause = next((m for m in range(stop) if opens_clause(tokens, m)), None)
    if clause is not None and not (tokens[stop - 1].text == "," and clause > 2 and _is_inserted(tokens[clause - 1])):
        return None  # `Ib blev spurgt, om han var villig, | og svarede ja`: the clause between is over
    for n in range(min((clause or stop) - 1, 7), 0, -1):
        if looks_finite(tokens[n].low) or _happened(tokens[n]):
            found = read_actors(prose[tokens[0].start : tokens[n - 1].end], tokens[0].start, cast)
            if found:
                return tuple(found)
    return _inverted(prose, tokens, clause or stop, cast)


def _is_inserted(before: Word) -> bool:
    """`blev spurgt |, om han var villig`, `blev bedt om | at forklare sig`."""
    return before.text == "," or before.low in words("adverbs", "prepositions")


def _happened(word: Word) -> bool:
    """Tell whether a word is a past that no list knows: `afbrød`, `genoptog`, `overrakte`, `valgtes`."""
    past = word.low.endswith(("te", "tes", "edes")) or not word.low.endswith(("e", "es", "t"))
    return word.text.islower() and len(word.low) > 3 and past and word.pos == "VERB"


def _inverted(prose: str, tokens: Sequence[Word], stop: int, cast: Cast) -> tuple[Reading, ...] | None:
    """`Efter en pause genoptog | Lis Bo | mødet og spurgte, …`: the one right behind the first verb."""
    if tokens[0].low not in words("adverbs", "prepositions") | words("adverbs", "skipped"):
        return None
    finite = next((n for n in range(1, min(stop - 1, 9)) if looks_finite(tokens[n].low) or _happened(tokens[n])), None)
    if finite is None or any(t.is_mark for t in tokens[:finite]):
        return None
    for last in range(min(stop - 1, finite + 4), finite, -1):
        found = read_actors(prose[tokens[finite + 1].start : tokens[last].end], tokens[finite + 1].start, cast)
        if found and all(r.actor.participant for r in found):
            return tuple(found)
    return None
