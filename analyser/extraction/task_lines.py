"""Lines whose layout gives a task: `Ansvarlig: NAME`, `Frist: …`, `- grill: Ib + Lis`, `(Lis Bo)` at the end."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.sentences import Sentence
from analyser.extraction.tasks import Task, due_in, is_to_come, plans_in_passive
from analyser.language.dates import DateMention
from analyser.language.lexicon import lexicon, phrases, words

_MAY_NAME = re.compile(r"[:(/–—]|\s-\s")


def read_named_line(prose: str, sentence: Sentence, cast: Cast, day: date | None) -> Task | None:
    """`- grill: Mads-Peter + Jeppe`: a task and nothing but names behind it, or before it in parentheses at the end.

    Several names in front of a task are the same: `- Stine + Thomas: kage og kaffe`; so is a name behind a dash at the
    end: `Rykkere udsendes – Stine`, and one in front of a verb: `Stine: rydder fortovet`.
    """
    text = prose[sentence.start : sentence.end]
    if not _MAY_NAME.search(text):
        return None
    match = re.match(r"^[\s\-–—•*►=>]*(?P<who>[^:.]{2,60}?\s?(?:\+|&|\bog\b)\s?[^:.]{2,40}):\s*(?=[a-zæøå])", text)
    if match is not None:
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        if len(who) > 1 and all(r.actor.kind == "person" and r.actor.participant for r in who):
            return Task(tuple(who), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    limits = phrases("actions", "frames", "limits")
    match = re.match(
        rf"^[\s\-–—•*►=>]*(?P<task>[^:.]{{2,50}}):\s*(?P<who>[^:(]{{2,80}}?)"
        # possessive, for columns apart by thousands of blanks
        rf"(?:\s*+\([^()]*\))?(?:\s*+(?:(?<=\s)|,\s*+){limits}\b.*)?\s*+\.?$",
        text,
    )
    if match is not None:
        label = match["task"].casefold().strip()
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        people = bool(who) and all(r.actor.kind in ("person", "unknown") for r in who)
        appoints = tuple(words("decisions", "appointments", "ends"))
        appointment = any(w.endswith(appoints) for w in label.split()) or read_actors(match["task"], 0, cast)
        elected = any(w in verb_forms() or w in words("decisions", "answers", "appointed") for w in label.split())
        elected = elected or label in (
            words("actions", "labels", "standing") | words("actions", "labels", "chosen")
        )  # `Valgtes: Ib Holm`, `Genvalg: Lis Bo`
        elected = elected or label.split()[-1] in words("organisations", "unknown", "nouns") | words(
            "actions", "frames", "listed"
        )  # `Opdater listen over medlemmer: Ib, Lis`
        if people and not appointment and not elected and not _is_roster_label(label) and not _is_meeting_label(label):
            return Task(tuple(who), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    match = _labelled_task().match(text)
    if match is not None:
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        if who and all(r.actor.kind == "person" and r.actor.participant for r in who):
            return Task(tuple(who), due_in(prose, sentence.start, sentence.end, day), sentence, sentence.end)
    match = re.search(r"\((?P<who>[^()?]{2,50})(?P<open>\?)?\)\s*[.?]?$", text) or re.search(
        r"\s(?:[–—-]\s+|/\s?)(?P<who>[A-ZÆØÅ][^()?–—/-]{1,40}?)(?P<open>(?!))?\.?$", text
    )
    if match is not None:
        who = read_actors(match["who"], sentence.start + match.start("who"), cast, speaker=False)
        known = bool(who) and all(r.actor.kind == "person" and r.actor.participant for r in who)
        plans = match["open"] or sentence.paragraph.part in ("action", "decision")
        due = due_in(prose, sentence.start, sentence.end, day)
        if known and (
            plans or plans_in_passive(sentence) or (text.rstrip(" .").endswith(")") and _is_open(prose, sentence, due))
        ):
            return Task(tuple(who), due, sentence, sentence.end)
    return None


def _is_open(prose: str, sentence: Sentence, due: DateMention | None) -> bool:
    """Tell whether something is still to be done, so that who is named in brackets behind it is to do it: `Der laves en
    plakat (Ib)`, `Vi skal have købt stole (Ib)`, `Udvalget ønsker en opfølgning i juni (Ib)`."""
    if is_to_come(prose, sentence) or _to_have().search(prose, sentence.start, sentence.end):
        return True
    if due is None or _told().search(prose, sentence.start, sentence.end) is not None:
        return False
    return not any(t.low.endswith("t") and len(t.low) > 4 and t.pos in ("VERB", "ADJ") for t in sentence.words)


@cache
def _to_have() -> re.Pattern[str]:
    """`Vi | skal have | købt stole`."""
    return re.compile(rf"\b{phrases('actions', 'frames', 'to_have')}\s")


@cache
def _told() -> re.Pattern[str]:
    """A verb by which a sentence tells of what was or is."""
    return re.compile(rf"\b{phrases('actions', 'frames', 'told')}\b", re.IGNORECASE)


def opens_with_task(text: str) -> bool:
    """Tell whether a line is a task and its doer the label: `Ib Holm: rydder fortovet`."""
    return _labelled_task().match(text) is not None


@cache
def _labelled_task() -> re.Pattern[str]:
    verbs = phrases("actions", "verbs")
    return re.compile(rf"^[\s\-–—•*►=>]*(?P<who>[A-ZÆØÅ][^:.]{{0,50}}?):\s*(?i:{verbs})(?![\wæøå])")


def _is_roster_label(label: str) -> bool:
    kinds = ("present", "absent", "guest", "observer", "substitute")
    return any(label in words("rosters", k) for k in kinds) or any(
        label in words("functions", "as_label", f) for f in ("chair", "minute_taker")
    )


def _is_meeting_label(label: str) -> bool:
    """Tell whether a label is of the meeting or of a letter: `Næste møde: …`, `Fra: Lis Bo`."""
    meeting = lexicon("meeting")
    return any(label in words("meeting", part, kind) for part in ("labels", "mail") for kind in meeting[part])


def read_labels(
    prose: str,
    sentences: Sequence[Sentence],
    n: int,
    cast: Cast,
    day: date | None,
    inside: Callable[[Sentence], list[Task]],
) -> tuple[list[Task], int] | None:
    """Read lines of labels that belong together, with the index of what stands behind them.

    `Handling: Udkast laves` / `Ansvarlig: Lis Bo` / `Frist: 1. maj`; also `Udkast rundsendes. Ansvarlig: Lis Bo` and a
    line that ends in `(Lis Bo)` or `– Ansvarlig: Lis Bo`. `inside` reads the tasks that a sentence itself gives, for
    the doer of `Handling: Lis Bo laver et udkast`.
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
    own = _label("responsible").match(text)
    if (
        "task" not in seen
        and not (own and own["own"])  # `Ansvarlig for kaffe: Ib. Ansvarlig for kage: Lis.`
        and n > 0
        and sentences[n - 1].item == first.item
        and sentences[n - 1].place >= first.place - 1
    ):
        anchor = sentences[n - 1]
    if not responsible and not due and "task" not in seen:
        return None
    if "task" in seen and not responsible:
        whole = inside(first)
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
    text = re.split(r"[.;]\s|\s[–—-]\s|\s\(|\s*/\s*(?=\d|uge\s)", text)[0].rstrip(" .")
    while text:  # `ME, uge 5`: what stands behind the names is a time or a remark
        found = read_actors(text, start, cast, speaker=False)
        if found:
            return found
        text = text.rpartition(",")[0].rstrip()
    return []


@cache
def _label(kind: str) -> re.Pattern[str]:
    labels = phrases("actions", "labels", kind)
    marked = r"(?:[*_]*\s*:[*_]*\s*|(?<=ansv\.)\s+(?=[A-ZÆØÅ]))"  # `Ansv. LB`
    return re.compile(rf"^[\s\-–—•*]*{labels}(?P<own>\s+for\s+\w+)?{marked}", re.IGNORECASE)


@cache
def _any_label() -> re.Pattern[str]:
    kinds = "|".join(phrases("actions", "labels", k) for k in ("responsible", "due", "task"))
    return re.compile(rf"[\s,;.(]+(?:{kinds})\s*:", re.IGNORECASE)


@cache
def _responsible_inside() -> re.Pattern[str]:
    """`… – Ansvarlig: | Ib`, `(ansvarlig | Ib)`."""
    labels = phrases("actions", "labels", "responsible")
    return re.compile(rf"(?:[(.–—,-]\s*)(?i:{labels})(?:\s*:\s*|\s+(?=[A-ZÆØÅ]))(?P<who>[^().;]+)")
