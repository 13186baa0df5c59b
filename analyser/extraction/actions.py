"""Actions: who is to do what by when.

A person or body and a verb in the present (`Dorthe laver et udkast`), a modal (`Formanden skal …`) or a promise
(`Ib Ravn lovede at …`); a planned event (`Den 3. april afholdes der møde`); lines `Ansvarlig: NAME`, `Frist: …`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from analyser.extraction.actors import Cast, Reading, read_actors
from analyser.extraction.sentences import Sentence
from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import phrases, words
from analyser.language.words import Word

_REACH = 9


@dataclass(frozen=True)
class Task:
    """An action before it has an id: its people or bodies (none: nobody is named), time limit and sentence."""

    responsible: tuple[Reading, ...]
    due: DateMention | None
    sentence: Sentence
    end: int


def find_actions(
    prose: str, sentences: Sequence[Sentence], cast: Cast, day: date | None, said: frozenset[int]
) -> list[Task]:
    """Find the actions of a document, in order. `said` are the offsets of sentences that are statements."""
    found: list[Task] = []
    n = 0
    while n < len(sentences):
        sentence = sentences[n]
        labelled = _labelled(prose, sentences, n, cast, day)
        if labelled is not None:
            tasks, n = labelled
            found += tasks
            continue
        if sentence.paragraph.part not in ("background", "proposal"):
            task = _in_sentence(prose, sentence, cast, day, sentence.start in said)
            if task is not None:
                found.append(task)
        n += 1
    return found


def due_in(prose: str, start: int, end: int, day: date | None) -> DateMention | None:
    """Find the time limit of a sentence: a limit (`senest den 1/9`) before a date, a date before a year alone."""
    dates = [d for d in find_dates(prose, start, end, day) if not _only_a_year(d)]
    if day is not None:
        ahead = [d for d in dates if d.last >= day]
        dates = ahead
    limits = [d for d in dates if d.open_start]
    return next(iter(limits or dates), None)


def _only_a_year(mention: DateMention) -> bool:
    return bool(re.fullmatch(r"(?:år(?:et)?\s+)?\d{4}", mention.text.strip().casefold()))


def _in_sentence(prose: str, sentence: Sentence, cast: Cast, day: date | None, said: bool) -> Task | None:
    text = prose[sentence.start : sentence.end]
    if text.rstrip().endswith("?") and "(" not in text:
        return None
    due = due_in(prose, sentence.start, sentence.end, day)
    doers = _doers(prose, sentence, cast, due is not None, said)
    if doers:
        return Task(tuple(doers), due, sentence, sentence.end)
    if said:
        return None
    if due is not None and _planned().search(text) and not re.search(r"\b(?:hvis|såfremt|blev|var)\b", text.casefold()):
        return Task((), due, sentence, sentence.end)
    return None


def _doers(prose: str, sentence: Sentence, cast: Cast, dated: bool, said: bool) -> list[Reading]:
    """Find who is to do something: in front of the verb or, inverted, behind it."""
    tokens = sentence.words
    for n, token in enumerate(tokens):
        if token.is_mark or n > 40:
            continue
        frame = _frame(prose, tokens, n, sentence.end)
        if frame is None:
            continue
        if _subordinate(tokens, n):
            continue
        before = _before(prose, tokens, n, cast)
        if before and _may_do(before, frame, dated):
            return before
        behind = _behind(prose, tokens, n, cast) if n > 0 else []
        if (
            behind
            and frame != "promise"
            and not before
            and _may_do(behind, frame, dated)
            and not (said and frame == "present")
        ):
            return behind
    return []


def _may_do(readings: Sequence[Reading], frame: str, dated: bool) -> bool:
    kinds = {r.actor.kind for r in readings}
    if kinds == {"person"} or kinds <= {"person", "role"}:
        return True
    if kinds <= {"person", "role", "organisation"}:
        return frame == "promise" or dated or frame == "verb"
    return False


def _frame(prose: str, tokens: Sequence[Word], n: int, end: int) -> str | None:
    """Tell what makes the word at `n` a task: a known verb, a promise, a modal, or any verb in the present."""
    rest = prose[tokens[n].start : end]
    if _promise().match(rest):
        return "promise"
    if _verbs().match(rest):
        return "verb"
    low = tokens[n].low
    if low in words("actions", "frames", "modal") and low in ("skal",):
        return "modal"
    tag = tokens[n].tag
    if (
        len(low) >= 5
        and low.endswith("er")
        and tokens[n].text.islower()
        and low not in words("actions", "states", "verbs")
    ):
        if n > 0 and tokens[n - 1].text[0].isupper() and (tag is None or tag.pos in ("VERB", "AUX")):
            return "present"
    return None


def _subordinate(tokens: Sequence[Word], n: int) -> bool:
    openers = words("adverbs", "subordinating")
    for m in range(n - 1, max(-1, n - _REACH), -1):
        if tokens[m].text in ",;:":
            return False
        if tokens[m].low in openers and tokens[m].low not in ("om", "så", "der"):
            # `Det blev aftalt, at Ole kontakter …` gives Ole a task
            return not (tokens[m].low == "at" and _agreed(tokens, m))
    return False


def _agreed(tokens: Sequence[Word], at: int) -> bool:
    return any(
        t.low
        in (
            "aftalt",
            "aftaltes",
            "besluttet",
            "enighed",
            "enige",
            "vedtaget",
            "aftale",
            "aftalte",
            "besluttede",
            "vedtog",
            "vedtoges",
            "besluttedes",
        )
        for t in tokens[:at]
    )


def _before(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    if n == 0:
        return []
    starts = [0] + [
        m + 1
        for m in range(n - 1)
        if tokens[m].text in ",;:–—-=>" or tokens[m].low in ("og", "men", "at", "godkendt", "samt")
    ]
    for m in starts:
        if n - m > _REACH + 3:
            continue
        found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast, speaker=False)
        if found:
            return found
    return []


def _behind(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    best: list[Reading] = []
    for last in range(n + 1, min(len(tokens), n + 8)):
        if tokens[last].text in ".;:!?" or tokens[last].low in words("adverbs", "prepositions"):
            break
        found = read_actors(prose[tokens[n + 1].start : tokens[last].end], tokens[n + 1].start, cast, speaker=False)
        if found and tokens[last].text != ",":
            best = found
    return best


def _labelled(
    prose: str, sentences: Sequence[Sentence], n: int, cast: Cast, day: date | None
) -> tuple[list[Task], int] | None:
    """Read lines of labels that belong together: `Handling: Udkast laves` / `Ansvarlig: Lis Bo` / `Frist: 1. maj`.

    Also `Udkast rundsendes. Ansvarlig: Lis Bo` and a line that ends in `(Lis Bo)` or `– Ansvarlig: Lis Bo`.
    """
    first = sentences[n]
    text = prose[first.start : first.end]
    kind = _label_kind(text)
    if kind is None:
        inner = _responsible_inside().search(text)
        if inner is None:
            return None
        readings = _people_of(prose, first.start + inner.start("who"), first.start + inner.end("who"), cast)
        if not readings:
            return None
        return [Task(tuple(readings), due_in(prose, first.start, first.end, day), first, first.end)], n + 1
    responsible: list[Reading] = []
    due: DateMention | None = None
    anchor = first
    end = first.end
    seen: set[str] = set()
    m = n
    while m < len(sentences) and sentences[m].item == first.item:
        sentence = sentences[m]
        line = prose[sentence.start : sentence.end]
        found = _label_kind(line)
        if found is None or found[0] in seen and found[0] in ("task", "responsible"):
            if (
                found is None
                and "task" in seen
                and "responsible" not in seen
                and sentence.place == sentences[m - 1].place
            ):
                end, m = sentence.end, m + 1
                continue
            break
        seen.add(found[0])
        behind = sentence.start + found[1]
        if found[0] == "responsible":
            stop = _next_label(prose, behind, sentence.end)
            responsible = _people_of(prose, behind, stop, cast)
            due = due or due_in(prose, stop, sentence.end, day)
        elif found[0] == "due":
            due = due_in(prose, behind, sentence.end, day) or due
        end, m = sentence.end, m + 1
    if "responsible" not in seen and "task" not in seen:
        return None
    if (
        "task" not in seen
        and n > 0
        and sentences[n - 1].item == first.item
        and sentences[n - 1].place >= first.place - 1
    ):
        anchor = sentences[n - 1]
    if not responsible and not due and "task" not in seen:
        return None
    if "task" in seen and not responsible:
        whole = _in_sentence(prose, first, cast, day, False)
        responsible = list(whole.responsible) if whole else []
        due = due or due_in(prose, first.start, first.end, day)
    return [Task(tuple(responsible), due, anchor, end)], m


def _label_kind(text: str) -> tuple[str, int] | None:
    for kind in ("responsible", "due", "task"):
        match = _label(kind).match(text)
        if match:
            return kind, match.end()
    return None


def _next_label(prose: str, start: int, end: int) -> int:
    match = _any_label().search(prose, start, end)
    return match.start() if match else end


def _people_of(prose: str, start: int, end: int, cast: Cast) -> list[Reading]:
    text = prose[start:end]
    text = re.split(r"[.;]\s|\s[–—-]\s|\s\(", text)[0].rstrip(" .")
    return read_actors(text, start, cast, speaker=False)


@cache
def _promise() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'frames', 'promise')}(?![\wæøå])", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'verbs')}(?![\wæøå])")


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'frames', 'passive')}(?![\wæøå])", re.IGNORECASE)


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^[\s\-–—•*]*{phrases('actions', 'labels', kind)}[*_]*\s*:[*_]*\s*", re.IGNORECASE)


@cache
def _any_label() -> re.Pattern[str]:
    kinds = "|".join(phrases("actions", "labels", k) for k in ("responsible", "due", "task"))
    return re.compile(rf"[\s,;.(]+(?:{kinds})\s*:", re.IGNORECASE)


@cache
def _responsible_inside() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[(.–—,-]\s*){phrases('actions', 'labels', 'responsible')}\s*:\s*(?P<who>[^().;]+)", re.IGNORECASE
    )
