"""Actions: who is to do what by when.

A person or body and a verb in the present (`Dorthe laver et udkast`), a modal (`Formanden skal …`) or a promise
(`Ib Ravn lovede at …`); a planned event (`Den 3. april afholdes der møde`); lines `Ansvarlig: NAME`, `Frist: …`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading, agrees
from analyser.extraction.sentences import Sentence
from analyser.extraction.subjects import opening_subject
from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.words import Word

_REACH = 9


@dataclass(frozen=True)
class Task:
    """An action before it has an id: its people or bodies (none: nobody is named), time limit and sentence."""

    responsible: tuple[Reading, ...]
    due: DateMention | None
    sentence: Sentence
    end: int
    start: int = -1  # offset of the clause, where it is not the sentence's first

    @property
    def begins(self) -> int:
        """Where the task begins: its sentence, or its clause behind another task of the sentence."""
        return self.start if self.start >= 0 else self.sentence.start


def find_actions(
    prose: str,
    sentences: Sequence[Sentence],
    cast: Cast,
    day: date | None,
    said: Mapping[int, tuple[Reading, ...]],
    meant: Mapping[int, tuple[Reading, ...]],
) -> list[Task]:
    """Find the actions of a document, in order.

    `said` gives the speakers of each sentence (by its offset) that is a statement: who speaks there is no doer by
    the way, and `de` in the next sentence means them; `meant` gives those whom `han` or `hun` can mean in each.
    """
    found: list[Task] = []
    before: tuple[Reading, ...] = ()
    n = 0
    while n < len(sentences):
        sentence = sentences[n]
        cast = cast.after(meant.get(sentence.start, ()))
        if n and sentences[n - 1].item != sentence.item:
            before = ()
        last = found[-1] if found else None
        if n and sentences[n - 1].start in said:
            before = said[sentences[n - 1].start]
        elif n and last is not None and last.sentence.start == sentences[n - 1].start:
            before = last.responsible
        elif n:
            before = _named(prose, sentences[n - 1], cast)
        labelled = _labelled(prose, sentences, n, cast, day)
        if labelled is not None:
            tasks, n = labelled
            late = tasks[0] if len(tasks) == 1 and not tasks[0].responsible and tasks[0].due else None
            if late is not None and any(t.sentence is late.sentence for t in found):
                found = [replace(t, due=t.due or late.due) if t.sentence is late.sentence else t for t in found]
                continue  # `HB og BK samler forslag. Frist: 20. august.`
            found += tasks
            continue
        limit = _limit(prose, sentence, day) if last is not None and n and last.sentence is sentences[n - 1] else None
        if limit is not None:
            found = [replace(t, due=t.due or limit) if t.sentence is sentences[n - 1] else t for t in found]
            n += 1
            continue
        if sentence.paragraph.part not in ("background", "proposal"):
            found += _in_sentence(prose, sentence, cast, day, sentence.start in said, before)
        n += 1
    return found


def _limit(prose: str, sentence: Sentence, day: date | None) -> DateMention | None:
    """Read a sentence that only says when what stands before it is to be done: `Skal stå klar medio maj.`"""
    text = prose[sentence.start : sentence.end]
    if len(sentence.words) > 9 or not _limit_opening().match(text):
        return None
    return due_in(prose, sentence.start, sentence.end, day)


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


def _named(prose: str, sentence: Sentence, cast: Cast) -> tuple[Reading, ...]:
    """Read the people that a line names behind its label: `Festudvalg: Camilla og Fritte.`, then `De kommer …`."""
    text = prose[sentence.start : sentence.end]
    _, mark, who = text.partition(":")
    readings = read_actors(who.strip(" ."), sentence.end - len(who.lstrip()), cast, speaker=False) if mark else []
    return tuple(readings) if all(r.actor.kind == "person" for r in readings) else ()


def _in_sentence(
    prose: str,
    sentence: Sentence,
    cast: Cast,
    day: date | None,
    said: bool,
    before: tuple[Reading, ...] = (),
) -> list[Task]:
    text = prose[sentence.start : sentence.end]
    if text.rstrip().endswith("?") and "(" not in text:
        return []
    if _hypothetical().search(text):
        return []
    named = _named_line(prose, sentence, cast, day)
    if named is not None:
        return [named]
    dated = due_in(prose, sentence.start, sentence.end, day)
    assigned = _assigned(prose, sentence, cast)
    if assigned:
        return [Task(tuple(assigned), dated, sentence, sentence.end)]
    found = _doers(prose, sentence, cast, dated is not None, said, before)
    if found:
        ends = [*(place for place, _ in found[1:]), sentence.end]
        tasks = []
        for n, ((place, readings), end) in enumerate(zip(found, ends, strict=True)):
            start = sentence.start if n == 0 else place
            due = dated if len(found) == 1 else due_in(prose, start, end, day)
            tasks.append(Task(tuple(readings), due, sentence, sentence.end, start))
        return tasks
    agents = [] if said or _told().search(text) else _agents(prose, sentence, cast)
    if agents and all(r.actor.participant for r in agents):  # `Kostpolitikken tilrettes af Emil.`
        return [Task(tuple(agents), dated, sentence, sentence.end)]
    if said or dated is None or _told().search(text):
        return []
    if _planned().search(text) or _passive(sentence):
        return [Task(tuple(agents), dated, sentence, sentence.end)]
    return []


def _named_line(prose: str, sentence: Sentence, cast: Cast, day: date | None) -> Task | None:
    """`- grill: Mads-Peter + Jeppe`: a task and nothing but names behind it, or before it in parentheses at the end.

    Several names in front of a task are the same: `- Stine + Thomas: kage og kaffe`.
    """
    text = prose[sentence.start : sentence.end]
    match = re.match(r"^[\s\-–—•*►=>]*(?P<who>[^:.]{2,60}?\s?(?:\+|&|\bog\b)\s?[^:.]{2,40}):\s*(?=[a-zæøå])", text)
    if match is not None:
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        if len(who) > 1 and all(r.actor.kind == "person" and r.actor.participant for r in who):
            return Task(tuple(who), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    match = re.match(r"^[\s\-–—•*►=>]*(?P<task>[^:.]{2,50}):\s*(?P<who>[^:(]{2,80}?)\s*(?:\([^()]*\))?\.?$", text)
    if match is not None:
        label = match["task"].casefold().strip()
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        people = bool(who) and all(r.actor.kind in ("person", "unknown") for r in who)
        appoints = tuple(words("decisions", "appointments", "ends"))
        appointment = any(w.endswith(appoints) for w in label.split()) or read_actors(match["task"], 0, cast)
        if people and not appointment and not _is_roster_label(label) and not _is_meeting_label(label):
            return Task(tuple(who), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    match = re.search(r"\((?P<who>[^()?]{2,50})(?P<open>\?)?\)\s*[.?]?$", text)
    if match is not None and (match["open"] or sentence.paragraph.part in ("action", "decision")):
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        if who and all(r.actor.kind == "person" and r.actor.participant for r in who):
            return Task(tuple(who), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    return None


def _is_roster_label(label: str) -> bool:
    kinds = ("present", "absent", "guest", "observer", "substitute")
    return any(label in words("rosters", k) for k in kinds) or any(
        label in words("functions", "as_label", f) for f in ("chair", "minute_taker")
    )


def _is_meeting_label(label: str) -> bool:
    return any(label in words("meeting", "labels", kind) for kind in lexicon("meeting")["labels"])


def _passive(sentence: Sentence) -> bool:
    """`Vippen fjernes i uge 43`: any verb in -es of the present, with a date ahead."""
    decided = {f"{infinitive}s" for infinitive, _, _, _ in lexicon("decisions")["verbs"]}
    passed = decided | words("actions", "states", "passive")
    for n, token in enumerate(sentence.words):
        low = token.low
        formed = len(low) > 5 and low.endswith("es") and not low.endswith(("edes", "tes"))
        placed = n == 0 or token.text.islower()
        if formed and placed and low not in passed and (token.tag is None or token.tag.pos in ("VERB", "AUX")):
            return True
    return False


def _agents(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """`underskrives af formanden og borgmesteren`."""
    tokens = sentence.words
    for n, token in enumerate(tokens):
        particle = n > 1 and tokens[n - 1].low in words("adverbs", "verb_particles")
        verb = tokens[n - 2 if particle else n - 1].low if n else ""
        if token.low == "af" and verb.endswith("es") and verb not in words("actions", "passive", "ruled"):
            return _behind(prose, tokens, n, cast)
    return []


def _assigned(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """`Generalforsamlingen pålagde bestyrelsen at …`, `Formanden bad Lis Bo om at …`, `Det overdroges Brink at …`."""
    tokens = sentence.words
    for n, token in enumerate(tokens[:-3]):
        if token.low not in words("actions", "frames", "assigns") or _subordinate(tokens, n):
            continue
        if any(t.low in words("adverbs", "negating") for t in tokens[n + 1 : n + 3]):
            continue
        for m in range(n + 2, min(len(tokens), n + 9)):
            if tokens[m].low not in ("at", "om", "til"):
                continue
            to_do = tokens[m].low == "at" or (m + 1 < len(tokens) and tokens[m + 1].low == "at")
            found = read_actors(
                prose[tokens[n + 1].start : tokens[m - 1].end], tokens[n + 1].start, cast, speaker=False
            )
            if to_do and found and all(r.actor.kind in ("person", "role", "organisation") for r in found):
                return found
            break
    return []


def _doers(
    prose: str, sentence: Sentence, cast: Cast, dated: bool, said: bool, before: tuple[Reading, ...]
) -> list[tuple[int, list[Reading]]]:
    """Find who is to do something, each with the offset of the clause: in front of the verb or, inverted, behind it."""
    tokens = sentence.words
    found: list[tuple[int, list[Reading]]] = []
    for n, token in enumerate(tokens):
        if token.is_mark or n > 60:
            continue
        frame = _frame(prose, tokens, n, sentence.end, dated)
        if frame is None or _subordinate(tokens, n):
            continue
        if any(t.low in words("adverbs", "negating") for t in tokens[n + 1 : n + 3]):
            continue
        if frame == "modal" and any(t.low.endswith("es") for t in tokens[n + 1 : n + 3]):
            agents = _agents(prose, sentence, cast)  # `skal kontaktes af formanden`
            found += [(sentence.start, agents)] if agents and not said else []
            continue
        readings = _subject(prose, tokens, n, cast, frame, before)
        if (
            not readings
            or not _may_do(readings, frame, dated)
            or (said and (_outside(readings) or frame in ("present", "verb")))
        ):
            continue
        if found and _same(found[-1][1], readings):
            continue
        found.append(
            (min(readings[0].start, token.start) if readings[0].start >= sentence.start else token.start, readings)
        )
    return found


def _subject(
    prose: str, tokens: Sequence[Word], n: int, cast: Cast, frame: str, before: tuple[Reading, ...]
) -> list[Reading]:
    if n > 0 and tokens[n - 1].low in words("adverbs", "joining"):
        # `… og lovede at undersøge sagen`: the subject that opens the sentence
        return list(opening_subject(prose, tokens, n - 1, cast) or ()) if frame == "promise" else []
    if n > 0 and tokens[n - 1].low in words("pronouns", "plural") | words("pronouns", "person"):
        if tokens[n - 1].low in words("pronouns", "plural"):
            return list(before) if len(before) > 1 else []
        return _by_pronoun(tokens[n - 1].text, before, cast)
    readings = _before(prose, tokens, n, cast)
    if not readings and n > 0 and frame != "promise":
        readings = _behind(prose, tokens, n, cast)
    return readings


def _by_pronoun(pronoun: str, before: tuple[Reading, ...], cast: Cast) -> list[Reading]:
    """Read `han` or `hun`: of those who were named last the only one that it agrees with."""
    fits = [r for r in cast.antecedents or before if agrees(pronoun, r)]
    return fits if len(fits) == 1 else []


def _same(one: Sequence[Reading], other: Sequence[Reading]) -> bool:
    return {r.actor.participant or r.actor.name for r in one} == {r.actor.participant or r.actor.name for r in other}


def _outside(readings: Sequence[Reading]) -> bool:
    return any(r.actor.kind == "organisation" for r in readings)


def _may_do(readings: Sequence[Reading], frame: str, dated: bool) -> bool:
    kinds = {r.actor.kind for r in readings}
    if "unknown" in kinds:  # one of two of the same name: a task, and nobody's; `en beboer` has none
        return all(r.actor.kind == "person" or r.mention is not None for r in readings)
    if kinds <= {"person", "role"}:
        return True
    if kinds <= {"person", "role", "organisation"}:
        return frame == "promise" or dated or frame == "verb"
    return False


def _frame(prose: str, tokens: Sequence[Word], n: int, end: int, dated: bool) -> str | None:
    """Tell what makes the word at `n` a task: a known verb, a promise, a modal, or any verb in the present."""
    rest = prose[tokens[n].start : end]
    if _promise().match(rest):
        return "promise"
    if _verbs().match(rest):
        return "verb"
    low = tokens[n].low
    if dated and low in words("actions", "dated"):
        return "verb"
    if low in words("actions", "brings") and _brings(tokens, n):
        return "verb"
    if low == "deltager" and _goes_there(tokens, n):
        return "verb"
    if low in words("actions", "frames", "must"):
        return "modal"
    if low in words("actions", "frames", "will") and any(
        f"{t.low}r" in words("actions", "verbs") for t in tokens[n + 1 : n + 5]
    ):
        return "modal"
    tag = tokens[n].tag
    present = len(low) >= 5 and low.endswith("er") and tokens[n].text.islower()
    behind_name = n > 0 and tokens[n - 1].text[0].isupper() and (tag is None or tag.pos in ("VERB", "AUX"))
    return "present" if present and behind_name and low not in words("actions", "states", "verbs") else None


def _goes_there(tokens: Sequence[Word], n: int) -> bool:
    """`Aase Pilgaard og Otto Ferslev deltager.`; not `Berit Lauge deltager under punktet`, which is of this meeting."""
    behind = [t.low for t in tokens[n + 1 : n + 5]]
    here = ("punkt", "møde", "behandling", "sag", "pkt", "online")
    return (
        not behind
        or behind[0] in ".;"
        or (behind[0] in ("i", "på", "ved") and not any(b.startswith(here) for b in behind))
    )


def _brings(tokens: Sequence[Word], n: int) -> bool:
    """`Yusuf har kage med til næste møde`; not `Verner har talt med kommunen`."""
    for m in range(n + 2, min(n + 5, len(tokens))):
        if tokens[m].low == "med":
            return m + 1 == len(tokens) or tokens[m + 1].is_mark or tokens[m + 1].low in ("til", "på", "hjem", "næste")
    return False


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
    return any(t.low in words("actions", "frames", "agreed") for t in tokens[:at])


def _before(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    if n == 0 or any(t.low in words("adverbs", "excluding") for t in tokens[max(0, n - 8) : n]):
        return []
    starts = [0] + [
        m + 1
        for m in range(n - 1)
        if tokens[m].text in ",;:–—-=>(."
        or tokens[m].low in words("adverbs", "clause_joining")
        or tokens[m].low == "at"
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
        if found is None or (found[0] in seen and found[0] in ("task", "responsible")):
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
            due = due or due_in(prose, behind, sentence.end, day)
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
        responsible = [r for task in whole for r in task.responsible]
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
    while text:  # `ME, uge 5`: what stands behind the names is a time or a remark
        found = read_actors(text, start, cast, speaker=False)
        if found:
            return found
        text = text.rpartition(",")[0].rstrip()
    return []


@cache
def _promise() -> re.Pattern[str]:
    promise = phrases("actions", "frames", "promise").replace(r"\s+at", r",?\s+at")
    return re.compile(rf"{promise}(?![\wæøå])(?!\s+have\b)", re.IGNORECASE)


@cache
def _limit_opening() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'frames', 'limits')}(?![\wæøå])", re.IGNORECASE)


@cache
def _hypothetical() -> re.Pattern[str]:
    return re.compile(r"\b(?:hvis|såfremt|skulle\s+have)\b", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(r"\b(?:blev|var|har|havde|fik)\b", re.IGNORECASE)


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
