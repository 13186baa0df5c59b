"""Decisions: what was adopted, rejected, noted, postponed, agreed, appointed, recommended, referred.

A sentence decides by a fixed phrase (`taget til efterretning`), by a verb of deciding in the passive (`blev godkendt`,
`godkendtes`, `Dagsordenen godkendt`), by a body and such a verb (`Bestyrelsen vedtog`), or because it stands under
`Beslutning`. What another body decided elsewhere is `reported`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.answers import bare_text, read_answer, read_phrase
from analyser.extraction.appointments import read_appointment
from analyser.extraction.cast import Cast
from analyser.extraction.decided import Decided
from analyser.extraction.deciders import deciding_body, opening_body, opens_with_person
from analyser.extraction.deciding_verbs import plans, read_verb, verb_forms
from analyser.extraction.organisations import is_own_body
from analyser.extraction.reported_decisions import read_reported
from analyser.extraction.sentences import Sentence
from analyser.extraction.votes import is_lost, read_votes
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_full_name
from analyser.language.words import last_word

_SHORT = 9  # words of an answer that is a decision by itself


def find_decisions(
    prose: str,
    sentences: Sequence[Sentence],
    cast: Cast,
    said: Mapping[int, int],
    tasks: frozenset[int],
    titles: Mapping[str, str],
) -> list[Decided]:
    """Find the decisions of a document, in order.

    `said` gives for the sentences (by their offset) in which somebody says something where that begins, `tasks` are the
    offsets of those that give somebody a task: under `Beslutning` a task is an action, not a decision as well. `titles`
    are the items' titles by id. A count of votes beside a decision belongs to it.
    """
    found: list[Decided] = []
    listed = False  # what stands in a list below `Borgmesteren orienterede om følgende:` was not decided
    for n, sentence in enumerate(sentences):
        listed = sentence.paragraph.bullet and (listed or _opens_list(prose, sentences[n - 1], said))
        if listed:
            continue
        before = found[-1] if found else None
        decided = _approved(prose, sentence, titles) or _decide(
            prose, sentence, cast, sentence.start in said, sentence.start in tasks
        )
        if decided is None and said.get(sentence.start, 0) > sentence.start:
            decided = _before_saying(prose, sentence, cast, said[sentence.start])
        if decided is None:
            continue
        if before is not None and before.counted and decided.resolved and before.sentence is sentences[n - 1]:
            found[-1] = replace(
                decided, kind=before.kind, votes=before.votes
            )  # `Afstemning: 4 ja, 2 nej. Vi går videre.`
            continue
        if decided.counted and before is not None and before.sentence.place == sentence.place and before.votes is None:
            found[-1] = replace(before, votes=decided.votes)
            continue
        found.append(decided)
    return found


def _opens_list(prose: str, sentence: Sentence, said: Mapping[int, int]) -> bool:
    return sentence.start in said and prose[sentence.start : sentence.end].rstrip().endswith(":")


def _approved(prose: str, sentence: Sentence, titles: Mapping[str, str]) -> Decided | None:
    """`Ingen bemærkninger.` below `Godkendelse af dagsorden`."""
    title = bare_text(titles.get(sentence.item or "", ""))
    approves = title.startswith(tuple(words("decisions", "approval", "titles")))
    if approves and bare_text(prose[sentence.start : sentence.end]) in words("decisions", "approval", "answers"):
        return Decided("adopted", None, None, sentence)
    return None


def _before_saying(prose: str, sentence: Sentence, cast: Cast, clause: int) -> Decided | None:
    """Read what stands in front of a statement: `Budgettet blev godkendt, og | formanden takkede.`"""
    first = tuple(w for w in sentence.words if w.end <= clause)
    while first and (first[-1].is_mark or first[-1].low in words("adverbs", "clause_joining")):
        first = first[:-1]
    if len(first) < 3:
        return None
    end = min(w.start for w in sentence.words if w.start >= first[-1].end) if first[-1].end < clause else clause
    return _decide(prose, replace(sentence, end=min(end, clause), words=first), cast, said=False, task=True)


def _decide(prose: str, sentence: Sentence, cast: Cast, said: bool, task: bool) -> Decided | None:
    text = prose[sentence.start : sentence.end]
    bare = bare_text(text)
    part = sentence.paragraph.part
    if _labelled().match(bare):
        part = "decision"
    if not bare or text.rstrip().endswith("?") or _signed(text):
        return None
    if part == "proposal":
        return _recommended(prose, sentence, cast)
    if part == "background":
        return read_reported(prose, sentence, cast, told=True)
    votes = read_votes(text)
    short = len(bare.split()) <= _SHORT
    answer = read_answer(bare if short else re.split(r"[,;:]|\sda\s", bare)[0].strip() + " ")
    label, _, rest = bare.partition(":")
    if answer is None and not rest:
        subject, _, last = bare.rpartition(" ")
        if subject in words("decisions", "objects", "nouns") and last == "ok":
            answer = "adopted"  # `Dagsorden ok.`
    if answer is None and rest and last_word(label) in words("decisions", "objects", "nouns"):
        answer = read_answer(rest.strip())  # `Dagsorden: ok.`
    if answer == "nothing":
        return None
    if answer is not None:
        return Decided(answer, None, votes, sentence)  # type: ignore[arg-type]
    appointed = read_appointment(prose, sentence, cast)
    if appointed is not None:
        return appointed
    reported = read_reported(prose, sentence, cast)
    if reported is not None:
        return reported
    hypothetical = _is_hypothetical(bare)
    kind, by = (None, None) if hypothetical else read_verb(prose, sentence, cast)
    if said and by is None:
        body = opening_body(prose, sentence, cast) if read_phrase(bare) == "noted" else None
        if body is not None and is_own_body(body, cast):
            return Decided("noted", body, None, sentence)  # `Udvalget tog orienteringen til efterretning og bad om …`
        follows = _follows().search(bare)  # `Carl fremlagde regnskabet, som blev godkendt.`
        return Decided(verb_forms()[follows["verb"]][1], None, votes, sentence) if follows else None
    if kind is None and not hypothetical:
        kind = read_phrase(bare)
        by = opening_body(prose, sentence, cast) if kind is not None else None
        if kind == "rejected" and by is None and opens_with_person(prose, sentence, cast):
            return None
    if kind is not None:
        return Decided(kind, by, votes, sentence)
    if votes is not None and _voted().search(bare):
        return Decided("rejected" if is_lost(votes) else "adopted", None, votes, sentence, counted=True)
    if not said and not hypothetical and _takes_upon_itself(prose, sentence, cast):
        return Decided("agreed", None, votes, sentence, resolved=True)
    if votes is not None and part == "decision":
        return Decided("rejected" if is_lost(votes) else "adopted", None, votes, sentence)
    told = len(bare.split()) >= 2 and re.search(r"(?<![\w-])[a-zæøå]{3,}", text)  # not `12-03-2019 Kulturudvalget`
    fallback = part == "decision" and not said and not task and told
    if fallback and not _aside().search(bare) and not hypothetical:
        return Decided("agreed", None, votes, sentence)
    return None


def _takes_upon_itself(prose: str, sentence: Sentence, cast: Cast) -> bool:
    """`Vi køber en ny, max 3.000 kr.`; `Bestyrelsen støtter forslaget.`: what the meeting will do, in the present."""
    tokens = [t for t in sentence.words if not t.is_mark]
    if len(tokens) < 3:
        return False
    negated = any(t.low in words("adverbs", "negating") for t in tokens[2:4])
    if tokens[0].low not in words("decisions", "bodies", "we"):
        if negated or not _own_do().match(prose, tokens[1].start, sentence.end):
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
            by = deciding_body(prose, sentence, n, cast) if found[0] in ("past", "present") else None
            return Decided("recommended", by, None, sentence)
    return None


def _signed(text: str) -> bool:
    """Tell whether a line is for signatures: `Ib Holm ________`, or nothing but names: `Ib Holm\t\tLis Bo`."""
    cells = [c for c in re.split(r"\t+|\s{3,}|_{3,}", text.strip(" .")) if c.strip()]
    return "___" in text or (len(cells) > 1 and all(is_full_name(c.strip(" .")) for c in cells))


@cache
def _own_do() -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'bodies', 'own_do')}(?![\wæøå])")


def _is_hypothetical(bare: str) -> bool:
    """Tell whether a sentence only supposes; not where it decides first: `Det vedtoges, at alle skal vælges`."""
    match = _hypothetical().search(bare)
    return match is not None and plans().search(bare[: match.start()]) is None


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'labels', 'decision')}\s*:")


@cache
def _hypothetical() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'hypothetical', 'words')}(?![\wæøå])")


@cache
def _follows() -> re.Pattern[str]:
    listed = {p: k for _, _, p, k in lexicon("decisions")["verbs"] if k in ("adopted", "rejected", "postponed")}
    either = "|".join(sorted(listed))
    return re.compile(
        rf",\s+(?:som|der|hvorefter|og)\s+(?:[\wæøå]+\s+){{0,2}}?blev\s+(?:[\wæøå]+\s+)?(?P<verb>{either})(?=$|\s+(?:uden|med|enstemmigt)\b)"
    )


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'asides', 'words')}(?![\wæøå])")


@cache
def _voted() -> re.Pattern[str]:
    return re.compile(r"\bstem(?:t|mer|te|mes|tes|ning)|\bafstemning|\bvedtag|\bforkast|\bfor\b.*\b(?:i?mod)\b")
