"""Whether one sentence decides, and what: by a phrase, a verb, an answer, a count, or where it stands."""

import re
from dataclasses import replace
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.answers import (
    bare_text,
    read_acquired,
    read_entry,
    read_line,
    read_outcome,
    read_parted,
    read_phrase,
    read_result,
)
from analyser.extraction.appointments import read_appointment
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.clauses import main_clauses, without_joint
from analyser.extraction.decided import Decided
from analyser.extraction.deciders import (
    answering_agent,
    deciding_body,
    deciding_person,
    opening_body,
    opens_with_person,
    takes_note,
)
from analyser.extraction.deciding_verbs import closing, plans, read_verb, refine, verb_forms
from analyser.extraction.decision_patterns import (
    adopting_label,
    agrees,
    aside,
    decision_label,
    declares,
    elected_first,
    following_clause,
    own_doing,
    passive_advice,
    put_forward,
    supposing,
    voted,
    when_and_who,
)
from analyser.extraction.organisations import is_own_body
from analyser.extraction.reported_decisions import read_reported
from analyser.extraction.sentences import Sentence
from analyser.extraction.vote_counts import opens_with_count, votes_between
from analyser.extraction.votes import elects, is_lost
from analyser.language.definite import definite_title
from analyser.language.lexicon import phrases, words
from analyser.language.names import is_full_name
from analyser.minutes import DecisionKind, Votes

_LABEL = 30  # code points within which the label of a decision stands in front of it
_COLUMNS = re.compile(r"\t+|\s{3,}|_{3,}")


def outcome_of(votes: Votes | None) -> DecisionKind:
    """Give what a count of votes makes of what was voted on."""
    return "rejected" if votes is not None and is_lost(votes) else "adopted"


def read_approval(prose: str, sentence: Sentence, title: str) -> Decided | None:
    """`Ingen bemærkninger.` below `Godkendelse af dagsorden`."""
    approves = bare_text(title).startswith(tuple(words("decisions", "approval", "titles")))
    if approves and bare_text(prose[sentence.start : sentence.end]) in words("decisions", "approval", "answers"):
        return Decided("adopted", None, None, sentence)
    return None


def decide_before_saying(prose: str, sentence: Sentence, cast: Cast, clause: int) -> Decided | None:
    """Read what stands in front of a statement: `Budgettet blev godkendt, og | formanden takkede.`"""
    first = without_joint(tuple(w for w in sentence.words if w.end <= clause))
    if len(first) < 3:
        return None
    end = min(w.start for w in sentence.words if w.start >= first[-1].end) if first[-1].end < clause else clause
    return decide(prose, replace(sentence, end=min(end, clause), words=first), cast, said=False, task=True)


def decide_in_clause(prose: str, sentence: Sentence, cast: Cast, spoken: frozenset[int]) -> Decided | None:
    """Read a main clause that decides in a sentence that tells more: `Ib fremlagde sagen, og | det blev besluttet …`.

    Not a clause in which somebody says something.
    """
    if sentence.paragraph.part in ("proposal", "background"):
        return None
    for clause in main_clauses(sentence):
        bare = bare_text(prose[clause.start : clause.end])
        if any(clause.start <= at < clause.end for at in spoken) or is_hypothetical(bare) or bare.endswith("?"):
            continue
        kind, by = read_verb(prose, clause, cast)
        if kind is not None and by is None and clause.words[0].low in verb_forms():  # `…, vedtog | udvalget at vente`
            by = deciding_body(prose, sentence, sentence.words.index(clause.words[0]), cast)
        if _is_to_come(clause):
            continue
        if kind is not None and (by is None or kind == "reported" or is_own_body(by, cast)):
            votes = votes_between(prose, clause.start, sentence.end, cast)
            return Decided(kind, by, votes, clause, last=sentence)
    return None


def _is_to_come(clause: Sentence) -> bool:
    """`…, hvorfor der skal udpeges en ny`, `…, og planen kan vedtages i maj`: nothing is decided yet."""
    modal = words("verb_forms", "auxiliaries", "infinitive")
    return any(a.low in modal for a in clause.words[:4] if not a.is_mark)


def decide(prose: str, sentence: Sentence, cast: Cast, said: bool, task: bool) -> Decided | None:
    """Read what one sentence decides: `said` and `task` tell whether somebody says something in it, or is to do it."""
    text = prose[sentence.start : sentence.end]
    bare = bare_text(text)
    part = sentence.paragraph.part
    if decision_label().match(bare):
        part = "decision"
    if not bare or text.rstrip().endswith("?") or _signed(text):
        return None
    if part == "proposal":
        return _recommended(prose, sentence, cast)
    if part == "background" and not _grants(sentence):
        return read_reported(prose, sentence, cast, told=True)
    votes = votes_between(prose, sentence.start, sentence.end, cast)
    answer = read_line(bare) or (_yes_or_no(bare) if part == "decision" else None)
    entry = None if answer or read_actors(text.split(":")[0], 0, cast) else read_entry(bare)
    answer = answer or entry
    if answer == "nothing":
        return None
    if answer is not None:
        by = answering_agent(prose, sentence, cast)
        return Decided(answer, by, votes, sentence, entry=entry is not None)  # type: ignore[arg-type]
    appointed = read_appointment(prose, sentence, cast)
    if appointed is not None:
        return appointed
    reported = read_reported(prose, sentence, cast)
    if reported is not None:
        return reported
    hypothetical = is_hypothetical(bare)
    kind, by = (None, None) if hypothetical else read_verb(prose, sentence, cast)
    advises = kind == "recommended" and (by is None or by.actor.kind == "unknown")
    if advises and not passive_advice().search(bare) and opens_with_person(prose, sentence, cast):
        return None  # `Han anbefalede det dyreste.`
    if task and by is not None and _is_agent(prose, by) and any(t.low in _limits() for t in sentence.words):
        return None  # `Referatet godkendes af Ib Holm senest den 1. maj`: he has that to do
    if said and kind == "recommended" and by is not None and not is_own_body(by, cast) and _in_past(sentence):
        return None  # `Politiet anbefalede kl. 3`: what somebody was for, and no recommendation put to the meeting
    declared = _declared(prose, sentence, votes) if said else None
    if declared is not None:
        return Decided(declared, None, votes, sentence)
    if said and by is None and elected_first().match(bare):
        return Decided("appointed", None, votes, sentence)
    if said and by is None:
        body = opening_body(prose, sentence, cast) if read_phrase(bare) == "noted" else None
        if body is not None and is_own_body(body, cast):
            return Decided("noted", body, None, sentence)  # `Udvalget tog orienteringen til efterretning og bad om …`
        return _following(prose, sentence, bare, votes, cast)
    if kind is None and not hypothetical:
        kind = read_phrase(bare) or read_parted(bare) or read_acquired(bare) or read_result(sentence)
        if kind == "agreed" and (refine(kind, text) != "recommended" or put_forward().search(bare)):
            kind = refine(kind, text)  # `Man enedes om at indstille Ib`; not `enige om at anbefale kommunen at vente`
        by = opening_body(prose, sentence, cast) if kind is not None else None
        personal = kind == "rejected" or (kind == "recommended" and not passive_advice().search(bare))
        personal = personal or any(t.low in words("decisions", "follows") for t in sentence.words)
        if personal and by is None and opens_with_person(prose, sentence, cast):
            return None
        if kind == "noted" and by is None and takes_note(prose, sentence, cast):
            return None
    ayes = votes is not None and votes.for_ is not None
    if kind == "agreed" and ayes and not agrees().search(bare):
        kind = None  # `Resultatet blev 14 for og 11 imod`
    if kind is not None:
        return Decided(kind, by, votes, sentence)
    told = None if said or hypothetical else read_outcome(bare)
    if told is not None:
        return Decided(refine(told, text), None, votes, sentence, counted=True)
    if ayes and voted().search(bare):
        if elects(text):
            return Decided("appointed", None, votes, sentence)
        return Decided(outcome_of(votes), None, votes, sentence, counted=True)
    apart = not task or (sentence.words[0].low in words("decisions", "bodies", "we") and _by_another().search(text))
    if not said and apart and not hypothetical and _takes_upon_itself(prose, sentence, cast):
        kind = _by_label(prose, sentence)
        return Decided(kind, _own_body(prose, sentence, cast), votes, sentence, resolved=True)
    if ayes and part == "decision":
        return Decided(outcome_of(votes), None, votes, sentence, counted=opens_with_count(text))
    if part == "decision" and votes is not None and opens_with_count(text):
        return None  # `1 undlod.` counts for what stands beside it
    wordy = len(bare.split()) >= 2 and re.search(r"(?<![\w-])[a-zæøå]{3,}", text)  # not `12-03-2019 Kulturudvalget`
    fallback = part == "decision" and not said and not task and wordy and not when_and_who().search(text)
    if fallback and not aside().search(bare) and not hypothetical:
        return Decided(_by_label(prose, sentence), _own_body(prose, sentence, cast), votes, sentence)
    return None


@cache
def _by_another() -> re.Pattern[str]:
    """`Vi prøver et opslag, | som Lis skriver`: what we decide, and in a clause of its own who does it."""
    return re.compile(r",\s+(?:som|hvilket)\s+[A-ZÆØÅ]")


def _yes_or_no(bare: str) -> DecisionKind | None:
    """`Beslutning: Ja.`"""
    label = decision_label().match(bare)
    answer = bare[label.end() if label else 0 :].strip(" .!")
    if answer in words("decisions", "labels", "yes"):
        return "adopted"
    return "rejected" if answer in words("decisions", "labels", "no") else None


def _limits() -> frozenset[str]:
    return words("actions", "frames", "limits")


def _is_agent(prose: str, by: Reading) -> bool:
    before = prose[max(0, by.start - _LABEL) : by.start]
    return by.actor.kind == "person" and re.search(r"(?<!t)es\s+(?:[\wæøå]+\s+)?af\s+$", before) is not None


def _in_past(sentence: Sentence) -> bool:
    return any(verb_forms().get(t.low) == ("past", "recommended") for t in sentence.words)


def _declared(prose: str, sentence: Sentence, votes: Votes | None) -> DecisionKind | None:
    """`Dirigenten konstaterede, at forslaget var vedtaget med 44 stemmer`: what came out of it; not `var godkendt af
    revisor`, nor what another tells: `Lis konstaterede, at byggesagen er godkendt`."""
    text = prose[sentence.start : sentence.end].casefold()
    match = declares().search(text)
    if match is None:
        return None
    front = re.split(r"[,;:]", text[: match.start()])[-1].split()
    presides = any((definite_title(w) or w) in words("functions", "chair") for w in front)
    told = votes is not None or any(w in words("decisions", "hereby") for w in text.split())
    return verb_forms()[match["verb"]][1] if presides or told else None


def _following(prose: str, sentence: Sentence, bare: str, votes: Votes | None, cast: Cast) -> Decided | None:
    """`Carl fremlagde regnskabet, | som blev godkendt`; `Lis foreslog en udflugt, | og det var der stemning for`."""
    follows = following_clause().search(bare)
    if follows is None:
        return None
    verb = follows["verb"] or follows["passive"]
    if verb:
        return Decided(verb_forms()[verb][1], None, votes, sentence)
    if follows["past"]:
        found = read_actors(follows["body"].capitalize(), sentence.start, cast)
        own = bool(found) and is_own_body(found[0], cast)
        return Decided(verb_forms()[follows["past"]][1], found[0], votes, sentence) if own else None
    return Decided("rejected" if follows["denied"] else "agreed", None, votes, sentence)


def _grants(sentence: Sentence) -> bool:
    """`Økonomi: 2.500 kr. bevilget.`: an answer in one line, not the background of a case."""
    bare = [t for t in sentence.words if not t.is_mark]
    return 1 < len(bare) <= 6 and bare[-1].low in closing()


def _own_body(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """Read the body that meets where it opens the sentence: `Konklusion: Rådet støtter forslaget.`"""
    body = opening_body(prose, sentence, cast)
    return body if body is not None and is_own_body(body, cast) else None


def _takes_upon_itself(prose: str, sentence: Sentence, cast: Cast) -> bool:
    """`Vi køber en ny, max 3.000 kr.`; `Bestyrelsen støtter forslaget.`: what the meeting will do, in the present."""
    tokens = [t for t in sentence.words if not t.is_mark]
    if len(tokens) < 3:
        return False
    negated = any(t.low in words("adverbs", "negating") for t in tokens[2:4])
    if tokens[0].low not in words("decisions", "bodies", "we"):
        if negated or not own_doing().match(prose, tokens[1].start, sentence.end):
            return False
        found = read_actors(tokens[0].text, tokens[0].start, cast)
        return bool(found) and is_own_body(found[0], cast)
    present = tokens[1].low.endswith("er") and tokens[1].low not in words("actions", "states", "verbs")
    return (present or tokens[1].low in words("decisions", "bodies", "we_do")) and not negated


def _recommended(prose: str, sentence: Sentence, cast: Cast) -> Decided | None:
    """`Forvaltningen indstiller, at forslaget godkendes.`: what was put before the meeting under `Indstilling`."""
    for n, token in enumerate(sentence.words):
        found = verb_forms().get(token.low)
        if found is not None and found[1] == "recommended":
            active = found[0] in ("past", "present")
            by = deciding_body(prose, sentence, n, cast) if active else None
            by = by or (deciding_person(prose, sentence, n, cast) if active else None)
            return Decided("recommended", by, None, sentence)
    return None


@cache
def _signing() -> re.Pattern[str]:
    signing = phrases("decisions", "signing")
    return re.compile(rf"\W*(?:\w+\s+(?:er|blev)\s+)?{signing}(?![\wæøå])", re.IGNORECASE)


def _signed(text: str) -> bool:
    """Tell whether a line is for signatures: `Ib Holm ________`, or nothing but names: `Ib Holm\t\tLis Bo`; or tells
    of them: `Underskrevet digitalt`."""
    cells = [c for c in _COLUMNS.split(text.strip(" .")) if c.strip()]
    if _signing().match(text):
        return True
    return "___" in text or (len(cells) > 1 and all(is_full_name(c.strip(" .")) for c in cells))


def is_hypothetical(bare: str) -> bool:
    """Tell whether a sentence only supposes; not where it decides first: `Det vedtoges, at alle skal vælges`."""
    match = supposing().search(_put_and_elected().sub("", bare))
    if match is not None and match.group() == "når" and read_phrase(bare[: match.start()]) == "postponed":
        return False  # `Sagen tages op igen, når regnskabet foreligger`
    return match is not None and plans().search(bare[: match.start()]) is None


@cache
def _put_and_elected() -> re.Pattern[str]:
    """`Ib Holm | blev foreslået som dirigent og valgt`."""
    chosen = phrases("decisions", "answers", "appointed")
    return re.compile(rf"\bblev\s+foreslået\s+(?=(?:som\s+[\wæøå]+\s+)?og\s+(?:[\wæøå]+\s+)?{chosen}(?![\wæøå]))")


def _by_label(prose: str, sentence: Sentence) -> DecisionKind:
    """`Besluttet: Salen males.` was adopted, `Aftalt: Salen males.` and what no label stands before was agreed."""
    return "adopted" if adopting_label().search(prose, max(0, sentence.start - _LABEL), sentence.start) else "agreed"
