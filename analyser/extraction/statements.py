"""Statements: sentences that say who said something.

For each word that can be a form of a verb of saying, the subject is looked for where Danish puts it: right in front of
the finite verb (`Formanden orienterede …`), right behind it (`Herefter takkede kommunen …`, `…, oplyste Lund`), or,
in the passive, behind `af`. A sentence with no such subject is no statement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analyser.extraction.cast import Cast, Reading
from analyser.extraction.clauses import resumed
from analyser.extraction.deciders import deciding_majority
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.left_out import read_left_out
from analyser.extraction.nominal import read_nominal
from analyser.extraction.organisations import is_own_body
from analyser.extraction.predicates import Predicate, predicates_at
from analyser.extraction.raised import read_raised
from analyser.extraction.rounds import read_rounds
from analyser.extraction.said import Said
from analyser.extraction.sayings import read_labelled, read_view
from analyser.extraction.sentences import Sentence
from analyser.extraction.signed import read_signed
from analyser.extraction.subjects import find_subject
from analyser.extraction.topics import quote, read_topic
from analyser.extraction.what_is_said import is_quoted, topic_of
from analyser.language.lexicon import phrases, words
from analyser.language.words import Word

Subject = tuple[Predicate, tuple[Reading, ...], int]


def find_statements(prose: str, sentences: Sequence[Sentence], cast: Cast) -> list[Said]:
    """Find the statements of a document, in order."""
    found: list[Said] = []
    rounds = read_rounds(prose, sentences, cast)
    for n, sentence in enumerate(sentences):
        opens = n == 0 or sentences[n - 1].place != sentence.place
        said = [rounds[n]] if n in rounds else list(_in_sentence(prose, sentence, cast, opens))
        if not said and found and not opens and found[-1].sentence is sentences[n - 1]:
            said = list(_left_out(prose, sentence, found[-1]))
        found += said
    return _without_descriptions(found, cast)


def _left_out(prose: str, sentence: Sentence, before: Said) -> Iterator[Said]:
    """`Lis Bo medgav, at det haster. | Tilføjede, at to er på vej.`: the subject is that of the sentence before."""
    tokens = sentence.words
    if not tokens or before.verb is None or not tokens[0].text[:1].isupper():
        return
    for predicate in predicates_at(tokens, 0, prose):
        if predicate.voice == "active" and predicate.tense == "past" and predicate.verb is not None:
            topic = topic_of(prose, sentence, predicate, before.speakers, tokens[predicate.last].end, sentence.end)
            yield Said(before.speakers, predicate.lemma, predicate.act, topic, sentence, sentence.start)
            return


def _without_descriptions(found: Sequence[Said], cast: Cast) -> list[Said]:
    """Leave out what only describes: `Politiet ønsker at …` in minutes that tell what was said in the past tense."""
    past = sum(s.tense == "past" and s.verb is not None for s in found)
    present = sum(s.tense == "present" for s in found)
    if past <= present:
        return list(found)
    outside = {o.casefold() for o in cast.organisations}
    return [
        s
        for s in found
        if s.tense != "present"
        or not any(
            (r.actor.name or "").casefold() in outside if r.actor.kind == "organisation" else _is_news(s, r)
            for r in s.speakers
        )
    ]


def _is_news(said: Said, reading: Reading) -> bool:
    """`Entreprenøren regner med tre dage`: a title of nobody at the meeting, and no clause with what was said."""
    clause = said.topic is not None and said.topic.text.startswith("at ")
    return reading.actor.kind == "role" and reading.actor.participant is None and not clause


def _in_sentence(prose: str, sentence: Sentence, cast: Cast, opens: bool) -> Iterator[Said]:
    labelled = (
        read_labelled(prose, sentence, cast) if opens or (sentence.words and sentence.words[0].start > 0) else None
    )
    labelled = labelled or read_nominal(prose, sentence, cast)
    if labelled is not None:
        yield labelled
        return
    tokens = sentence.words
    held = read_view(prose, sentence, cast) or read_raised(prose, sentence, cast)
    found: list[tuple[Predicate, tuple[Reading, ...], int]] = []
    taken_to = -1
    quoted = _quoted_words(tokens)
    for n in range(len(tokens)):
        if n <= taken_to or n in quoted:
            continue
        for predicate in predicates_at(tokens, n, prose):
            subject = find_subject(prose, sentence, predicate, cast, found)
            if subject is None:
                continue
            readings, topic_from = subject
            if predicate.voice == "bare" and found:
                continue  # `… svarede, at kommunen har set på det, men ikke | givet tilsagn`
            if _gives_reason(tokens, predicate, readings):
                continue
            if _denied(tokens, predicate) or _no_saying().match(prose, tokens[predicate.finite].start, sentence.end):
                continue
            if any(_takes(p, predicate) for p, _, _ in found):
                continue  # `havde forståelse for ønsket`: `havde` is no auxiliary here
            if predicate.verb is not None and predicate.verb.decides and any(_is_body(r, cast) for r in readings):
                break  # `Bestyrelsen sagde ja tak`, in whatever other way that could be read
            decides = tokens[predicate.finite].low in verb_forms()
            if decides and deciding_majority(prose, sentence, predicate.finite, cast) is not None:
                continue  # `Et flertal bestående af Ib Holm (V) og Lis Bo (A) anbefaler indstillingen`
            found.append((predicate, readings, topic_from))
            taken_to = predicate.last
            break
    signed = read_signed(prose, sentence, cast) if held is None and not found else None
    if signed is not None:
        yield signed
        return
    if held is not None:
        found = [f for f in found if not _is_held(tokens, held, f[0])]
        end = _clause_end(sentence, found[0] if found else None)
        yield replace(held, topic=quote(prose, held.topic.span[0], end) if held.topic else None)
    found = _without_floor(found)
    parted = None
    if len(found) > 1 and _is_quoting(prose, sentence, found[-1]):
        parted = _parted(sentence, found)
        if parted is None:
            found = found[-1:]  # `Keld har meldt det, sagde Bent.`: what is quoted says nothing of its own
    for k, (predicate, readings, topic_from) in enumerate(found):
        following = found[k + 1] if k + 1 < len(found) else None
        end = _clause_end(sentence, following)
        end = min(end, resumed(sentence, predicate.last) or end)
        others = list(read_left_out(prose, sentence, predicate, topic_from, end, cast))
        topic = topic_of(prose, sentence, predicate, readings, topic_from, others[0].joint if others else end)
        if parted is not None:
            said = quote(prose, tokens[parted + 1].start, tokens[predicate.finite - 1].start)
            asked = topic_of(prose, sentence, predicate, readings, topic_from, tokens[parted - 1].end)
            topic = asked if following is not None else said
        yield Said(
            speakers=readings,
            verb=predicate.lemma,
            act=predicate.act,
            topic=topic,
            sentence=sentence,
            at=tokens[predicate.finite].start,
            misspelt=predicate.misspelt,
            tense=predicate.tense,
            clause=_clause_start(sentence, predicate, readings),
            start=sentence.start if k == 0 and held is None else _clause_start(sentence, predicate, readings),
        )
        ends = [*(o.joint for o in others[1:]), end]
        for other, behind in zip(others, ends, strict=False):
            about = read_topic(prose, other.topic_from, behind, None)
            begins = other.readings[0].start
            yield Said(
                other.readings, predicate.lemma, predicate.act, about, sentence, begins,
                tense=predicate.tense, clause=begins, start=begins,
            )  # fmt: skip


def _is_held(tokens: Sequence[Word], held: Said, predicate: Predicate) -> bool:
    """Tell whether a verb is the one of what somebody holds: `Ifølge Lis | har Ib sagt, at …`."""
    begins = held.topic.span[0] if held.topic is not None else held.sentence.end
    before = [t for t in tokens if begins <= t.start < tokens[predicate.finite].start]
    return not any(t.is_mark for t in before)


def _without_floor(found: Sequence[Subject]) -> list[Subject]:
    """Leave out `fik ordet` where another verb of the speaker follows: `Ib fik ordet og | redegjorde for sagen`."""
    floor = words("speech_verbs", "floor")
    return [f for n, f in enumerate(found) if f[0].lemma not in floor or all(f[1] != g[1] for g in found[n + 1 :])]


def _takes(before: Predicate, predicate: Predicate) -> bool:
    """Tell whether the finite verb of one predicate is a verb of its own already: `havde ordet`."""
    verb = before.verb
    return before.finite == before.last == predicate.finite and verb is not None and verb.particle is not None


def _gives_reason(tokens: Sequence[Word], predicate: Predicate, readings: Sequence[Reading]) -> bool:
    """Tell whether a clause only says why: `…, idet flere pårørende | har efterspurgt et sådant sted`.

    What bodies have said is such a reason in the present or perfect; `idet kommunen oplyste, at` is said.
    """
    start = min(r.start for r in readings)
    opener = next((t for t in reversed(tokens[: predicate.finite]) if t.start < start), None)
    if opener is None or opener.low not in words("adverbs", "reasons"):
        return False
    told = predicate.tense == "present" or tokens[predicate.finite].low in words("verb_forms", "auxiliaries", "have")
    return all(r.actor.kind == "unknown" or (told and r.actor.kind == "organisation") for r in readings)


def _quoted_words(tokens: Sequence[Word]) -> frozenset[int]:
    """Give the indexes of the words inside quotation marks, which are said by somebody else."""
    inside: set[int] = set()
    opened: int | None = None
    for n, token in enumerate(tokens):
        if token.text in '"”“»«„':
            if opened is not None:
                inside.update(range(opened, n))
            opened = n if opened is None else None
    return frozenset(inside)


def _denied(tokens: Sequence[Word], predicate: Predicate) -> bool:
    """Tell whether somebody did not say it: `støttede ikke forslaget`, `har aldrig oplyst`.

    `mente ikke, at` is an opinion all the same. `meldte afbud` says that somebody stayed away.
    """
    behind = tokens[predicate.last + 1 : predicate.last + 2]
    if behind and behind[0].low in words("speech_verbs", "says_nothing"):
        return True
    if predicate.act not in ("report", "ask", "answer", "support", "thank", "welcome", "commit"):
        return False
    if predicate.verb is not None and predicate.act != predicate.verb.act:
        return False  # `kunne ikke støtte forslaget`
    near = [*tokens[predicate.finite + 1 : predicate.last], *tokens[predicate.last + 1 : predicate.last + 2]]
    return any(t.low in words("adverbs", "negating") for t in near)


def _is_body(reading: Reading, cast: Cast) -> bool:
    return reading.actor.kind == "organisation" and is_own_body(reading, cast)


def _is_quoting(prose: str, sentence: Sentence, last: tuple[Predicate, tuple[Reading, ...], int]) -> bool:
    predicate, readings, _ = last
    behind = readings[0].start > sentence.words[predicate.finite].start
    return behind and sentence.words[predicate.finite - 1].text in ',”"»«' and is_quoted(prose, sentence, predicate)


def _parted(sentence: Sentence, found: Sequence[Subject]) -> int | None:
    """Give the joint between what one asked and what another answers: `Lis spurgte, om det går – | men det ved ingen,
    svarede Ib`.
    """
    tokens = sentence.words
    (asked, _, _), (answer, _, _) = found[-2:]
    if len(found) != 2 or asked.act != "ask" or asked.tense != "past" or asked.voice != "active":
        return None
    if tokens[asked.finite].low in words("verb_forms", "auxiliaries", "have"):
        return None
    joints = words("adverbs", "joining")
    for n in range(answer.finite - 2, asked.last + 1, -1):
        if tokens[n].low in joints and (tokens[n - 1].is_mark and tokens[n - 1].text != ")"):
            return n
    return None


def _clause_start(sentence: Sentence, predicate: Predicate, readings: tuple[Reading, ...]) -> int:
    finite = sentence.words[predicate.finite].start
    return min([finite, *(r.start for r in readings if sentence.start < r.start < finite and finite - r.start < 80)])


def _clause_end(sentence: Sentence, following: tuple[Predicate, tuple[Reading, ...], int] | None) -> int:
    """Where the words of one statement end: at the next one of the sentence, or at the sentence's end."""
    if following is None:
        return sentence.end
    predicate, readings, _ = following
    edge = min([sentence.words[predicate.finite].start, *(r.start for r in readings if r.start > sentence.start)])
    n = next((k for k, t in enumerate(sentence.words) if t.start >= edge), len(sentence.words))
    if n >= len(sentence.words) or (
        edge == readings[0].start and predicate.finite and sentence.words[predicate.finite].start < edge
    ):
        edge = sentence.words[predicate.finite].start
        n = predicate.finite
    joint = sentence.words[n - 2] if n > 2 else None
    if joint and sentence.words[n - 1].low in ("det", "dette"):
        if joint.text in ",;" or joint.low in words("adverbs", "joining"):
            n -= 1  # `spurgte, om det var lovligt, | det mente Bo`, `…, men | det vidste Bo ikke`
    elif joint and joint.text == "," and sentence.words[n - 1].low in words("adverbs", "skipped"):
        n -= 1  # `fortalte, at turen er aflyst, | dog håbede Bo på et nyt forsøg`
    if n > 2 and sentence.words[n - 1].low in words("adverbs", "relative") and sentence.words[n - 2].text == ",":
        n -= 1  # `refererede til brevet, | hvor Bo foreslog`
    while n > 0 and (
        sentence.words[n - 1].low in words("adverbs", "clause_joining") or sentence.words[n - 1].text == ","
    ):
        n -= 1
    return sentence.words[n - 1].end if n > 0 else sentence.end


@cache
def _no_saying() -> re.Pattern[str]:
    return re.compile(rf"{phrases('speech_verbs', 'no_saying')}(?![\wæøå])", re.IGNORECASE)
