"""Statements: sentences that say who said something.

For each word that can be a form of a verb of saying, the subject is looked for where Danish puts it: right in front of
the finite verb (`Formanden orienterede …`), right behind it (`Herefter takkede kommunen …`, `…, oplyste Lund`), or,
in the passive, behind `af`. A sentence with no such subject is no statement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analyser.extraction.actors import Cast, Reading, is_own_body, read_actors
from analyser.extraction.mentions import mentions_in
from analyser.extraction.sentences import Sentence
from analyser.extraction.topics import quote, read_topic
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import gender_of
from analyser.language.verbs import (
    Form,
    SpeechVerb,
    guess_lemma,
    read_form,
    read_misspelt,
    speech_phrases,
)
from analyser.language.words import Word
from analyser.minutes import Act, Quote
from analyser.structure import elected_in

_PARTICLE_REACH = 7
_SUBJECT_WORDS = 14


@dataclass(frozen=True)
class Said:
    """A statement before it has an id: its speakers (one or several), verb, act, topic, and its sentence."""

    speakers: tuple[Reading, ...]
    verb: str | None
    act: Act
    topic: Quote | None
    sentence: Sentence
    at: int
    misspelt: bool = False
    tense: str = "past"
    start: int = -1  # offset of the clause, where it is not the sentence's first

    @property
    def begins(self) -> int:
        """Where the statement begins: its sentence, or its clause behind another statement of the sentence."""
        return self.start if self.start >= 0 else self.sentence.start


@dataclass(frozen=True)
class _Predicate:
    """A verb of saying as it stands: words `[finite, last]`, where its topic begins, how it was recognised."""

    finite: int
    last: int
    verb: SpeechVerb | None
    lemma: str
    act: Act
    voice: str
    misspelt: bool = False
    tense: str = "past"


def find_statements(prose: str, sentences: Sequence[Sentence], cast: Cast) -> list[Said]:
    """Find the statements of a document, in order.

    Pronouns are read from the last person who spoke in the same item, unless the sentence between named another.
    """
    found: list[Said] = []
    antecedent: Reading | None = None
    item: str | None = None
    for n, sentence in enumerate(sentences):
        if sentence.item != item:
            item, antecedent = sentence.item, None
        opens = n == 0 or sentences[n - 1].place != sentence.place
        said = list(_in_sentence(prose, sentence, cast.after(antecedent), opens))
        found += said
        antecedent = _antecedent(prose, sentence, cast, said, antecedent)
    return _without_descriptions(found, cast)


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
        or not any((r.actor.name or "").casefold() in outside for r in s.speakers if r.actor.kind == "organisation")
    ]


def _antecedent(
    prose: str, sentence: Sentence, cast: Cast, said: Sequence[Said], before: Reading | None
) -> Reading | None:
    """Whom `hun` in the next sentence would mean: the one person who spoke, or who opened the sentence."""
    elected = _elected(prose, sentence, cast)
    if elected is not None:
        return elected
    if said:
        last = said[-1]
        people = [r for r in last.speakers if r.actor.kind == "person"]
        chosen = people[0] if len(last.speakers) == 1 and people else None
        return chosen if chosen is not None and not _others(prose, sentence, cast, chosen) else None
    subject = _opening_person(sentence, prose, cast)
    if subject is not None:
        return None if _others(prose, sentence, cast, subject) else subject
    return before if before is not None and not _others(prose, sentence, cast, before) else None


def _others(prose: str, sentence: Sentence, cast: Cast, subject: Reading) -> bool:
    """Tell whether a sentence names somebody else whom the same pronoun could mean, or somebody unnamed."""
    second = sentence.words[min(1, len(sentence.words) - 1)].end if sentence.words else sentence.start
    opening = read_actors(prose[sentence.start : second], sentence.start, cast)
    if opening and opening[0].actor.kind == "unknown" and opening[0].mention is None:
        return True
    gender = gender_of(str(subject.actor.name or ""))
    for mention in mentions_in(prose, sentence, cast):
        person = next((p for p in cast.people if p.id == mention.participant), None)
        name = person.name if person else mention.text
        same = person is not None and person.id == subject.actor.participant
        if not same and mention.method != "role" and gender_of(name) in (gender, None):
            return True
    return False


def _elected(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """`Bestyrelsen foreslog Viggo Thos som dirigent. Han …`: the one who got the function."""
    for entry in elected_in(prose[sentence.start : sentence.end], sentence.start):
        found = read_actors(entry.name, entry.start, cast)
        if found:
            return found[0]
    return None


def _opening_person(sentence: Sentence, prose: str, cast: Cast) -> Reading | None:
    """Read a person who opens a sentence that says nothing: `Ole Bech har været formand i ti år.`"""
    for size in (4, 3, 2, 1):
        if len(sentence.words) > size and sentence.words[0].text[0].isupper():
            found = read_actors(prose[sentence.start : sentence.words[size - 1].end], sentence.start, cast)
            if (
                len(found) == 1
                and found[0].actor.kind == "person"
                and found[0].mention
                and found[0].mention.method != "coreference"
            ):
                return found[0]
    return None


def _in_sentence(prose: str, sentence: Sentence, cast: Cast, opens: bool) -> Iterator[Said]:
    labelled = _labelled(prose, sentence, cast) if opens or (sentence.words and sentence.words[0].start > 0) else None
    if labelled is not None:
        yield labelled
        return
    tokens = sentence.words
    found: list[tuple[_Predicate, tuple[Reading, ...], int]] = []
    taken_to = -1
    quoted = _quoted_words(tokens)
    for n in range(len(tokens)):
        if n <= taken_to or n in quoted:
            continue
        for predicate in _predicates(tokens, n, prose):
            subject = _subject(prose, sentence, predicate, cast, found)
            if subject is None:
                continue
            readings, topic_from = subject
            if _denied(tokens, predicate):
                continue
            if predicate.verb is not None and predicate.verb.decides and any(_is_body(r, cast) for r in readings):
                continue
            found.append((predicate, readings, topic_from))
            taken_to = predicate.last
            if len(readings) == 1 and readings[0].actor.participant is not None:
                # `Noah synes, at …, og han spurgte …`: the nearer of two, unless the sentence names another he
                named = [m for m in mentions_in(prose, sentence, cast) if m.span[0] < tokens[n].start]
                same = gender_of(str(readings[0].actor.name))
                others = {
                    m.participant for m in named if m.participant and gender_of(_name_of(m.participant, cast)) == same
                }
                cast = cast.after(readings[0] if len(others) <= 1 else None)
            break
    if not found:
        held = _according_to(prose, sentence, cast)
        if held is not None:
            yield held
        return
    if len(found) > 1 and _is_quoting(prose, sentence, found[-1]):
        found = found[-1:]  # `Keld har meldt det, sagde Bent.`: what is quoted says nothing of its own
    for k, (predicate, readings, topic_from) in enumerate(found):
        following = found[k + 1] if k + 1 < len(found) else None
        end = _clause_end(sentence, following)
        yield Said(
            speakers=readings,
            verb=predicate.lemma,
            act=predicate.act,
            topic=_topic(prose, sentence, predicate, readings, topic_from, end),
            sentence=sentence,
            at=tokens[predicate.finite].start,
            misspelt=predicate.misspelt,
            tense=predicate.tense,
            start=sentence.start if k == 0 else _clause_start(sentence, predicate, readings),
        )


def _name_of(participant: str, cast: Cast) -> str:
    return next(p.name for p in cast.people if p.id == participant)


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


def _denied(tokens: Sequence[Word], predicate: _Predicate) -> bool:
    """Tell whether somebody did not say it: `støttede ikke forslaget`, `har aldrig oplyst`.

    `mente ikke, at` is an opinion all the same.
    """
    if predicate.act not in ("report", "ask", "answer", "support", "thank", "welcome", "commit"):
        return False
    near = [*tokens[predicate.finite + 1 : predicate.last], *tokens[predicate.last + 1 : predicate.last + 2]]
    return any(t.low in words("adverbs", "negating") for t in near)


def _is_body(reading: Reading, cast: Cast) -> bool:
    return reading.actor.kind == "organisation" and is_own_body(reading, cast)


def _is_quoting(prose: str, sentence: Sentence, last: tuple[_Predicate, tuple[Reading, ...], int]) -> bool:
    predicate, readings, _ = last
    behind = readings[0].start > sentence.words[predicate.finite].start
    return behind and sentence.words[predicate.finite - 1].text in ',”"»«' and _quoted(prose, sentence, predicate)


def _according_to(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Ifølge direktøren skyldes det …`, `Efter Lis Bos opfattelse kan …`: what somebody holds."""
    match = _source().match(prose, sentence.start, sentence.end)
    if match is None:
        return None
    if match["view"] is not None:
        readings = read_actors(re.sub(r"['’]?s$", "", match["whose"]), match.start("whose"), cast)
        behind = match.end()
    else:
        readings, behind = [], match.end()
        for n, token in enumerate(sentence.words):
            if token.start < match.end():
                continue
            if token.is_mark or n > 9:
                break
            found = read_actors(prose[match.end() : token.end], match.end(), cast)
            if found:
                readings, behind = found, token.end
    if not readings or readings[0].actor.kind not in ("person", "role"):
        return None
    return Said(tuple(readings), None, "report", quote(prose, behind, sentence.end), sentence, sentence.start)


def _labelled(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """`Ib Mikkelsen: Bænkene er sat op.` `MK: Intet nyt.` `Håndbold v/ Nadja: Der mangler trænere.`"""
    text = prose[sentence.start : sentence.end]
    match = re.match(
        r"^[\s\-–—•*]*(?:[a-zæøå]\)\s+|\d{1,2}[.)]\s+)?(?P<who>[^:;.!?\n]{1,60}?(?:\.[^:;!?\n]{1,30}?)?)\s*:\s*(?=\S)",
        text,
    )
    if match is None:
        alone = re.match(r"^[\s\-–—•*]*(?P<who>[^:;.!?\n]{2,60}):\s*$", text)
        readings = read_actors(alone["who"], sentence.start + alone.start("who"), cast) if alone else []
        if readings and all(r.actor.participant for r in readings):  # `Skolelederen:` above a list
            return Said(tuple(readings), None, "report", None, sentence, sentence.start)
        return None
    if match.end() >= len(text):
        return None
    who, begin = match["who"], sentence.start + match.start("who")
    by = re.search(r"\bv(?:/|ed\s)\s*(?=[A-ZÆØÅ])", who)
    if by:
        who, begin = who[by.end() :], begin + by.end()
    if who.casefold().strip() in _task_labels():
        return None
    readings = read_actors(who, begin, cast)
    if not readings or not all(_may_label(r) for r in readings):
        return None
    functions = words("functions", "as_label", "chair") | words("functions", "as_label", "minute_taker")
    behind = text[match.end() :].split(",")[0].strip(" .")
    if who.casefold().strip() in functions and read_actors(behind, 0, cast):
        return None  # `Referent: Annette Fris, den 3. februar`
    titled = any(r.mention is not None and r.mention.method == "role" for r in readings)
    if titled and _elects().search(text):
        return None  # `Formand: Grethe Sand blev genvalgt`
    topic = quote(prose, sentence.start + match.end(), sentence.end)
    if topic is None:
        return None
    return Said(tuple(readings), None, "report", topic, sentence, sentence.start)


def _may_label(reading: Reading) -> bool:
    if reading.actor.kind == "person":
        return reading.actor.participant is not None or (
            reading.mention is not None and (bool(reading.mention.candidates) or " " in reading.mention.text)
        )
    return reading.actor.kind in ("organisation", "role")


def _predicates(tokens: Sequence[Word], n: int, prose: str) -> Iterator[_Predicate]:
    """Give the ways in which the word at `n` is the verb of a statement."""
    low = tokens[n].low
    for phrase, verb in speech_phrases():
        last = _phrase_end(tokens, n, phrase) if low == phrase[0] else None
        if last is not None:
            yield _Predicate(n, last, verb, verb.lemma, verb.act, "active")
    for form in read_form(low):
        yield from _as_form(tokens, n, form, prose)
    if low.endswith(("ede", "te", "et", "red", "ed", "rde")) and tokens[n].text.islower() and not read_form(low):
        for form in read_misspelt(low)[:1]:
            if _has_what_it_needs(tokens, n, form.verb):
                yield _Predicate(n, n, form.verb, form.verb.lemma, form.verb.act, "active", misspelt=True)
        lemma = guess_lemma(low) if low not in _decision_pasts() else None
        tag = tokens[n].tag
        if lemma is not None and _clause_follows(tokens, n) and (tag is None or tag.pos in ("VERB", "AUX")):
            yield _Predicate(n, n, None, tag.lemma if tag and tag.lemma else lemma, "remark", "active")


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


def _as_form(tokens: Sequence[Word], n: int, form: Form, prose: str) -> Iterator[_Predicate]:
    verb = form.verb
    if not _has_what_it_needs(tokens, n, verb):
        return
    last = n
    if form.kind in ("past", "present"):
        if _control_at(tokens, n, prose):
            return
        yield _Predicate(n, last, verb, verb.lemma, verb.act, "active", tense=form.kind)
    if form.kind == "participle":
        helper = _helper(tokens, n, words("verb_forms", "auxiliaries", "have"))
        if any(t.low in words("verb_forms", "auxiliaries", "get") for t in tokens[max(0, n - 3) : n]):
            return  # `har fået oplyst`: somebody else said it
        if helper is not None:
            yield _Predicate(helper, last, verb, verb.lemma, verb.act, "active")
        passive = _helper(tokens, n, words("verb_forms", "auxiliaries", "passive"))
        if passive is not None:
            yield _Predicate(passive, last, verb, verb.lemma, verb.act, "passive")
        if helper is None and passive is None and n > 0:
            yield _Predicate(n, last, verb, verb.lemma, verb.act, "bare", misspelt=True)
    if form.kind == "passive":
        yield _Predicate(n, last, verb, verb.lemma, verb.act, "passive")
    if form.kind == "infinitive":
        control = _control(tokens, n, prose)
        modal = _helper(tokens, n, words("verb_forms", "auxiliaries", "infinitive"), reach=5)
        if control is not None:
            yield _Predicate(control, last, verb, verb.lemma, verb.act, "active")
        elif modal is not None and _says(tokens, modal) and not any(t.low == "ikke" for t in tokens[modal:n]):
            yield _Predicate(modal, last, verb, verb.lemma, verb.act, "active")


def _says(tokens: Sequence[Word], n: int) -> bool:
    says = words("verb_forms", "control", "says")
    low = tokens[n].low
    return low in says or any(f"{low} {t.low}" in says for t in tokens[n + 1 : n + 2])


def _helper(tokens: Sequence[Word], n: int, helpers: frozenset[str], reach: int = 6) -> int | None:
    """Find the auxiliary in front of a participle or infinitive, with no comma between: `har desuden orienteret`."""
    for m in range(n - 1, max(-1, n - 1 - reach), -1):
        if tokens[m].text in ",;:" or tokens[m].low == "at":
            return None
        if tokens[m].low in helpers:
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
    return match is not None and any(f.kind == "infinitive" for t in behind[1:] for f in read_form(t.low))


def _has_what_it_needs(tokens: Sequence[Word], n: int, verb: SpeechVerb) -> bool:
    behind = [t.low for t in tokens[n + 1 : n + 1 + _PARTICLE_REACH]]
    if verb.particle is not None:
        particle = verb.particle.split()
        width = len(particle)
        windows = [behind[k : k + width] for k in range(len(behind))]
        stems = [w for w in windows if w == particle or (width == 1 and w and w[0] in _plurals(particle[0]))]
        if not stems:
            return False
    if verb.objects and not any(b in verb.objects for b in behind):
        return False
    if verb.needs == "clause":
        return _clause_follows(tokens, n)
    if verb.needs == "opinion":  # `fandt beløbene for høje`, not `fandt sted`, `fandt nøglen`
        return _clause_follows(tokens, n) or (
            len(behind) >= 3 and behind[0] not in ("sted", "vej", "ud", "frem", "tilbage")
        )
    if verb.needs == "om":
        return behind[:1] == ["om"] or behind[:2] == [",", "om"]
    return True


def _plurals(noun: str) -> tuple[str, ...]:
    return (noun, f"{noun}er", f"{noun}e") if len(noun) > 4 else (noun,)


def _clause_follows(tokens: Sequence[Word], n: int) -> bool:
    behind = [t.low for t in tokens[n + 1 : n + 6]]
    for k, word in enumerate(behind):
        if word == "at":
            return (
                k == 0
                or behind[k - 1] in (",", "om", "på", "til", "for", "over")
                or (k <= 3 and tokens[n + 1 + k].low == "at")
            )
    return bool(behind[:1]) and behind[0] in ("om", "hvordan", "hvorfor", "hvornår", "hvorvidt") and len(behind) > 2


def _subject(
    prose: str,
    sentence: Sentence,
    predicate: _Predicate,
    cast: Cast,
    found: Sequence[tuple[_Predicate, tuple[Reading, ...], int]],
) -> tuple[tuple[Reading, ...], int] | None:
    """Find the subject of a predicate: (readings, offset where the topic may begin)."""
    tokens, finite = sentence.words, predicate.finite
    behind = tokens[predicate.last].end
    if predicate.voice == "passive":
        return _agent(prose, sentence, predicate, cast)
    coordinated = _coordinated(prose, tokens, finite, cast, found)
    if coordinated is not None:
        return coordinated, behind
    if not _in_subordinate(tokens, finite):
        before = _before(prose, sentence, finite, cast)
        if before:
            return tuple(before), behind
    if predicate.voice == "bare" or predicate.finite == 0:
        return None
    if _in_subordinate(tokens, finite):
        return None
    return _after(prose, sentence, predicate, cast)


def _coordinated(
    prose: str,
    tokens: Sequence[Word],
    finite: int,
    cast: Cast,
    found: Sequence[tuple[_Predicate, tuple[Reading, ...], int]],
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
    if any(t.low in words("adverbs", "subordinating") for t in tokens[:stop] if t.low != "der"):
        return None
    for n in range(min(stop - 1, 7), 0, -1):
        if _looks_finite(tokens[n].low):
            found = read_actors(prose[tokens[0].start : tokens[n - 1].end], tokens[0].start, cast)
            if found:
                return tuple(found)
    return None


def _looks_finite(word: str) -> bool:
    helpers = words("verb_forms", "auxiliaries", "participle") | words("verb_forms", "auxiliaries", "infinitive")
    return (
        word in helpers
        or word.endswith("ede")
        or word in words("verb_forms", "no_speech", "past")
        or any(f.kind in ("past", "present") for f in read_form(word))
    )


def _in_subordinate(tokens: Sequence[Word], finite: int) -> bool:
    """Tell whether the verb stands in a clause that `at`, `som`, `da` … opened."""
    openers = words("adverbs", "subordinating")
    m = finite - 1
    while m >= 0 and tokens[m].text not in ",;:()" and finite - m < _SUBJECT_WORDS:
        if tokens[m].low in openers and not (
            tokens[m].low in ("om", "der", "så") and m > 0 and tokens[m - 1].text not in ",;:"
        ):
            previous = tokens[m - 1].low if m > 0 else ","
            # `I forlængelse af, at` and `efter at` open clauses too; `med at` of a control phrase does not
            if not (tokens[m].low == "at" and previous in ("med", "for", "til", "ved") and m > 0):
                return True
        m -= 1
    return False


def _before(prose: str, sentence: Sentence, finite: int, cast: Cast) -> list[Reading]:
    """Read the subject right in front of the finite verb."""
    tokens = sentence.words
    if finite == 0 or any(t.low in words("adverbs", "excluding") for t in tokens[max(0, finite - 8) : finite]):
        return []
    end = tokens[finite - 1].end
    starts = [0] + [
        m + 1
        for m in range(finite - 1)
        if tokens[m].text in ",;:–—-" or tokens[m].low in words("adverbs", "clause_joining")
    ]
    for m in starts:
        if finite - m > _SUBJECT_WORDS:
            continue
        if m > 1 and tokens[m - 1].low in ("og", "samt") and _reads_before(prose, tokens, m - 1, cast):
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


def _reads_before(prose: str, tokens: Sequence[Word], stop: int, cast: Cast) -> bool:
    """Tell whether an actor stands in front of `og`, so that what follows is only half of the subject."""
    return stop > 0 and bool(read_actors(prose[tokens[max(0, stop - 3)].start : tokens[stop - 1].end], 0, cast))


def _after(prose: str, sentence: Sentence, predicate: _Predicate, cast: Cast) -> tuple[tuple[Reading, ...], int] | None:
    """Read the subject right behind the finite verb of an inverted clause."""
    tokens, finite = sentence.words, predicate.finite
    best: tuple[list[Reading], int] | None = None
    first = finite + 1
    for last in range(first, min(len(tokens), first + 10)):
        if tokens[last].text in ".;:!?" or tokens[last].low in words("adverbs", "prepositions"):
            break
        found = read_actors(prose[tokens[first].start : tokens[last].end], tokens[first].start, cast)
        if found and tokens[last].text not in "," and not _owns(tokens, last, found):
            linked = best is not None and any(r.actor.participant for r in best[0])
            if not linked or any(r.actor.participant for r in found):
                best = (found, last)
    if best is None:
        return None
    readings, last = best
    if predicate.last > finite:  # `kan formanden oplyse`
        return tuple(readings), max(tokens[predicate.last].end, tokens[last].end)
    return tuple(readings), tokens[last].end


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


def _agent(prose: str, sentence: Sentence, predicate: _Predicate, cast: Cast) -> tuple[tuple[Reading, ...], int] | None:
    """Read the agent of a passive: `Regnskabet blev gennemgået af kassereren`, `Af formanden blev det oplyst, at`."""
    tokens = sentence.words
    places = [
        m
        for m in range(len(tokens) - 1)
        if tokens[m].low == "af" and (m < predicate.finite + 2 or m <= predicate.last + 8)
    ]
    for m in sorted(places, key=lambda m: abs(m - predicate.last)):
        if any(tokens[k].text in ";:" for k in range(min(m, predicate.finite), max(m, predicate.last))):
            continue
        best: tuple[list[Reading], int] | None = None
        for last in range(m + 1, min(len(tokens), m + 10)):
            if tokens[last].text in ".;:!?" or tokens[last].low in words("adverbs", "prepositions"):
                break
            found = read_actors(prose[tokens[m + 1].start : tokens[last].end], tokens[m + 1].start, cast)
            if found and tokens[last].text != "," and not _owns(tokens, last, found):
                best = (found, last)
        if best:
            return tuple(best[0]), max(tokens[predicate.last].end, tokens[best[1]].end if m > predicate.last else 0)
    return None


def _clause_start(sentence: Sentence, predicate: _Predicate, readings: tuple[Reading, ...]) -> int:
    finite = sentence.words[predicate.finite].start
    return min([finite, *(r.start for r in readings if sentence.start < r.start < finite and finite - r.start < 80)])


def _clause_end(sentence: Sentence, following: tuple[_Predicate, tuple[Reading, ...], int] | None) -> int:
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
    while n > 0 and (sentence.words[n - 1].low in words("adverbs", "joining") or sentence.words[n - 1].text == ","):
        n -= 1
    return sentence.words[n - 1].end if n > 0 else sentence.end


def _topic(
    prose: str, sentence: Sentence, predicate: _Predicate, readings: Sequence[Reading], topic_from: int, end: int
) -> Quote | None:
    tokens = sentence.words
    if predicate.voice == "passive":
        clause = re.compile(r"[\s,]*(?=at\s)").match(prose, topic_from, end)
        if clause and clause.end() < end:
            return read_topic(prose, clause.end(), end, None)
        return quote(prose, sentence.start, tokens[predicate.finite].start) if predicate.finite else None
    verb = predicate.verb
    begin = topic_from
    if verb is not None and verb.particle:
        match = re.compile(rf"(?P<between>[^,;]{{0,60}}?)\b{re.escape(verb.particle)}\w*", re.IGNORECASE).match(
            prose, begin, end
        )
        if match and verb.particle in words("adverbs", "verb_particles"):
            between = read_topic(prose, begin, match.end("between"), None)  # `ridse baggrunden op`
            if between is not None:
                return between
        begin = match.end() if match else begin
    topic = read_topic(prose, begin, end, verb)
    inverted = bool(readings) and readings[0].start > tokens[predicate.finite].start
    before = tokens[predicate.finite - 1] if predicate.finite else None
    if (
        inverted
        and before is not None
        and before.text in (",", "”", '"', "»", "«", "-", "–")
        and (topic is None or _quoted(prose, sentence, predicate))
    ):
        return quote(prose, sentence.start, before.start)
    first = tokens[0]
    if (
        inverted
        and predicate.finite == 1
        and first.low in ("det", "dette")
        and (topic is None or not re.match(r"at\b", topic.text))
    ):
        return quote(prose, first.start, first.end)  # `Det frarådede Keld på det kraftigste.`
    return topic


def _quoted(prose: str, sentence: Sentence, predicate: _Predicate) -> bool:
    """Tell whether what was said stands in front: `Det kan de ikke, oplyste Lund.`, not `Som svar herpå, oplyste …`."""
    rest = prose[sentence.words[predicate.last].end : sentence.end]
    return len(rest.split()) <= 5 and " at " not in f" {rest} "


@cache
def _task_labels() -> frozenset[str]:
    return frozenset().union(*(words("actions", "labels", kind) for kind in ("responsible", "due", "task")))


@cache
def _elects() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('decisions', 'answers', 'appointed')}\b", re.IGNORECASE)


@cache
def _decision_pasts() -> frozenset[str]:
    """The past forms of verbs of deciding, which say nothing by themselves."""
    return frozenset(past for _, past, _, _ in lexicon("decisions")["verbs"])


@cache
def _source() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{phrases('adverbs', 'according')}\s+|(?:efter|i)\s+(?P<whose>[\w .-]{{2,40}}?['’]?s)"
        rf"\s+(?P<view>{phrases('adverbs', 'views')})\s+)",
        re.IGNORECASE,
    )


@cache
def _control_start() -> re.Pattern[str]:
    return re.compile(rf"{phrases('verb_forms', 'control', 'phrases')}(?![\wæøå])", re.IGNORECASE)


@cache
def _control_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('verb_forms', 'control', 'phrases')}\s+(?:[\wæøå]+\s+)?$", re.IGNORECASE)
