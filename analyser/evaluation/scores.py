"""Counts of right, wrong and missed facts of one document, by kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from analyser.evaluation.gold import Gold, GoldAction, GoldDecision, GoldStatement, near, where
from analyser.evaluation.matching import match, normal, overlap, same_actor
from analyser.minutes import Action, Actor, Decision, Minutes, Span, Statement

G = TypeVar("G", GoldStatement, GoldDecision, GoldAction)
P = TypeVar("P", Statement, Decision, Action)

TITLE_OF_AGENDA = 0.8
TITLE_OF_ITEM = 0.9
TOPIC = 0.7
MEETING = 0.6
"""Word overlap (F1) from which two texts count as the same."""


@dataclass
class Counts:
    """Facts found (`tp`), found wrongly (`fp`) and missed (`fn`)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """How much of what was found is right; None where nothing was."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """How much of what there is was found; None where there is nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; None where there was nothing to find and nothing found."""
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else None


@dataclass
class Share:
    """Of `n` fields of facts that were found, `ok` are right: precision, recall and F1 are one figure."""

    ok: int = 0
    n: int = 0

    @property
    def precision(self) -> float | None:
        """The share that is right; None where there is none."""
        return self.ok / self.n if self.n else None

    recall = precision
    f1 = precision


@dataclass
class Wrong:
    """Of `n` annotated facts, `wrong` were given to somebody else than the one who is meant: the harmful kind."""

    wrong: int = 0
    n: int = 0

    @property
    def rate(self) -> float | None:
        """The share that is wrong; None where there is none."""
        return self.wrong / self.n if self.n else None


Figure = Counts | Share | Wrong


@dataclass
class Scores:
    """The figures of one document or of many, by kind of fact, and a line for each error."""

    figures: dict[str, Figure] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def count(self, kind: str, tp: int = 0, fp: int = 0, fn: int = 0) -> None:
        """Add to the counts of a kind."""
        counts = self.figures.setdefault(kind, Counts())
        assert isinstance(counts, Counts), kind
        counts.tp += tp
        counts.fp += fp
        counts.fn += fn

    def share(self, kind: str, good: bool, error: str | None = None) -> None:
        """Add one field, right or wrong, and say what was wrong."""
        share = self.figures.setdefault(kind, Share())
        assert isinstance(share, Share), kind
        share.n += 1
        share.ok += good
        if error and not good:
            self.errors.append(error)

    def blame(self, kind: str, wrong: bool) -> None:
        """Count one annotated fact, and whether it was given to somebody else."""
        figure = self.figures.setdefault(kind, Wrong())
        assert isinstance(figure, Wrong), kind
        figure.n += 1
        figure.wrong += wrong

    def add(self, other: "Scores") -> None:
        """Add the figures of another document; its errors stay with it."""
        for kind, figure in other.figures.items():
            if isinstance(figure, Counts):
                self.count(kind, figure.tp, figure.fp, figure.fn)
            elif isinstance(figure, Wrong):
                blamed = self.figures.setdefault(kind, Wrong())
                assert isinstance(blamed, Wrong), kind
                blamed.wrong += figure.wrong
                blamed.n += figure.n
            else:
                share = self.figures.setdefault(kind, Share())
                assert isinstance(share, Share), kind
                share.ok += figure.ok
                share.n += figure.n


def score_document(gold: Gold, got: Minutes | None, text: str) -> Scores:
    """Score the record of one document; `got` None scores as a record that holds nothing.

    Args:
        text: the document's text, used where there is no record, in which the gold's rows have their places. A row
            without a place is looked up by its head, in the record's own text.

    Raises:
        ValueError: a head has not one place in the text; `gold.settle` finds all of them beforehand.
    """
    scores = Scores()
    text = got.text if got is not None and got.text else text
    _meeting(scores, gold, got)
    _participants(scores, gold, got)
    _agenda(scores, gold, got)
    _items(scores, gold, got, text)
    _statements(scores, gold, got, text)
    _decisions(scores, gold, got, text)
    _actions(scores, gold, got, text)
    _mentions(scores, gold, got, text)
    found = {d.code for d in got.diagnostics} if got else set()
    for code in gold.diagnostics:
        scores.share("diagnostics", code in found, f"diagnostic missing: {code}")
    if got:
        _provenance(scores, got)
    return scores


def _meeting(scores: Scores, gold: Gold, got: Minutes | None) -> None:
    facts = got.meeting.model_dump() if got else {}
    for key, wanted in gold.meeting.items():
        value = facts.get(key)
        if key in ("date", "start", "end"):
            good = normal(str(value)) == normal(str(wanted))
        else:
            good = normal(str(wanted)) in normal(value) or overlap(value, str(wanted)) >= MEETING
        scores.share("meeting", good, f"meeting.{key}: {value!r} for {wanted!r}")


def _participants(scores: Scores, gold: Gold, got: Minutes | None) -> None:
    wanted = {normal(p.name): p for p in gold.participants}
    found = {normal(p.name): p for p in got.participants} if got else {}
    scores.count("participants")
    for key, want in wanted.items():
        have = found.get(key)
        if have is None:
            if not want.optional:
                scores.count("participants", fn=1)
                scores.errors.append(f"participant missed: {want.name}")
            continue
        scores.count("participants", tp=1)
        same = have.attendance == want.attendance
        scores.share("attendance", same, f"attendance {want.name}: {have.attendance} for {want.attendance}")
        for name, is_, be in (
            ("role", have.role, want.role),
            ("organisation", have.organisation, want.organisation),
        ):
            if be:
                error = f"{name} of {want.name}: {is_!r} for {be!r}"
                scores.share(f"participant.{name}", normal(is_) == normal(be), error)
        for function in want.functions:
            error = f"function {function} of {want.name} missing"
            scores.share("participant.functions", function in have.functions, error)
    for key, have in found.items():
        if key not in wanted:
            scores.count("participants", fp=1)
            scores.errors.append(f"participant spurious: {have.name!r}")


def _agenda(scores: Scores, gold: Gold, got: Minutes | None) -> None:
    left = list(got.agenda) if got else []
    scores.count("agenda")
    for want in gold.agenda:
        same = (p for p in left if p.number == want.number and overlap(p.title, want.title) >= TITLE_OF_AGENDA)
        have = next(same, None)
        if have is None:
            scores.count("agenda", fn=1)
            scores.errors.append(f"agenda missed: {want.number} {want.title}")
            continue
        left.remove(have)
        scores.count("agenda", tp=1)
        if want.points is not None:
            error = f"points of agenda {want.number}: {len(have.points)} for {want.points}"
            scores.share("agenda.points", len(have.points) == want.points, error)
    for spare in left:
        scores.count("agenda", fp=1)
        scores.errors.append(f"agenda spurious: {spare.number} {spare.title!r}")


def _items(scores: Scores, gold: Gold, got: Minutes | None, text: str) -> None:
    left = list(got.items) if got else []
    scores.count("items")
    for want in gold.items:
        start = where(text, want)[0]
        have = next((i for i in left if (i.number or None) == want.number and abs(i.span[0] - start) <= 3), None)
        if have is not None:
            left.remove(have)
            scores.count("items", tp=1)
            if want.title:
                error = f"title of item {want.number}: {have.title!r} for {want.title!r}"
                scores.share("item.title", overlap(have.title, want.title) >= TITLE_OF_ITEM, error)
        elif not want.optional:
            scores.count("items", fn=1)
            scores.errors.append(f"item missed: {want.number} at {want.starts[:50]!r}")
    for spare in left:
        if not spare.number and spare.span[1] - spare.span[0] < 3:
            continue  # an empty stretch before the first heading
        scores.count("items", fp=1)
        scores.errors.append(f"item spurious: {spare.number} {spare.title!r}")


def _statements(scores: Scores, gold: Gold, got: Minutes | None, text: str) -> None:
    found = got.statements if got else ()
    if not gold.given("statements"):
        return
    for want, have in _facts(scores, "statements", "speaker", gold.statements, found, _speaker, got, text):
        if want.verb:
            same = normal(have.verb) == normal(want.verb)
            scores.share("statements.verb", same, f"verb {have.verb!r} for {want.verb!r}")
        if want.topic:
            topic = have.topic.text if have.topic else None
            same = overlap(topic, want.topic) >= TOPIC
            scores.share("statements.topic", same, f"topic {topic!r} for {want.topic!r}")


def _decisions(scores: Scores, gold: Gold, got: Minutes | None, text: str) -> None:
    found = got.decisions if got else ()
    if not gold.given("decisions"):
        return
    for want, have in _facts(scores, "decisions", "by", gold.decisions, found, _by, got, text):
        if want.kind:
            error = f"decision kind {have.kind!r} for {want.kind!r} at {want.head[:50]!r}"
            scores.share("decisions.kind", have.kind == want.kind, error)
        if want.votes:
            votes = have.votes.model_dump(by_alias=True) if have.votes else {}
            scores.share("decisions.votes", votes == want.votes, f"votes {votes} for {want.votes}")


def _actions(scores: Scores, gold: Gold, got: Minutes | None, text: str) -> None:
    found = got.actions if got else ()
    if not gold.given("actions"):
        return
    for want, have in _facts(scores, "actions", "responsible", gold.actions, found, _responsible, got, text):
        if want.due:
            since, until = (have.due.from_ or "", have.due.to or "") if have.due else ("", "")
            limits = want.due.split("/")
            good = since.startswith(limits[0]) or until.startswith(limits[-1])
            scores.share("actions.due", good, f"due {since}/{until} for {want.due!r}")


def _speaker(row: Statement) -> Actor:
    return row.speaker


def _by(row: Decision) -> Actor | None:
    return row.by


def _responsible(row: Action) -> Actor | None:
    return row.responsible


def _facts(
    scores: Scores,
    kind: str,
    key: str,
    gold: Sequence[G],
    found: Sequence[P],
    actor: Callable[[P], Actor | None],
    got: Minutes | None,
    text: str,
) -> list[tuple[G, P]]:
    """Score what statements, decisions and actions share; give the pairs, whose other fields are to be scored.

    `kind` counts the facts found, `kind+key` those found with the right actor as well.
    """
    firm = match([row for row in gold if not row.optional], found, text)
    spurious = match([row for row in gold if row.optional], firm.spurious, text).spurious
    for row in firm.missed:
        scores.errors.append(f"{kind} missed: {row.head[:70]!r}")
    for extra in spurious:
        scores.errors.append(f"{kind} spurious: {text[extra.span[0] : extra.span[1]][:70]!r}")
    missed, wrong = len(firm.missed), len(spurious)
    scores.count(kind, len(firm.pairs), wrong, missed)
    scores.count(f"{kind}+{key}", 0, wrong, missed)
    wrong_names = 0
    names = _names(got)
    numbers = {item.id: item.number or None for item in got.items} if got else {}
    for want, have in firm.pairs:
        good = True
        if want.given(key):
            wanted, is_ = getattr(want, key), actor(have)
            good = same_actor(wanted, is_, names)
            called = (names.get(is_.participant or "") or is_.name) if is_ else None
            if kind == "statements":
                somebody = is_ is not None and (is_.participant is not None or is_.kind == "organisation")
                wrong_names += somebody and not good
            scores.share(f"{kind}.{key}", good, f"{kind} {key}: {called!r} for {wanted!r} at {want.head[:50]!r}")
        scores.count(f"{kind}+{key}", int(good), int(not good), int(not good))
        if want.given("item"):
            number = numbers.get(have.item or "")
            error = f"{kind} item: {number!r} for {want.item!r} at {want.head[:50]!r}"
            scores.share(f"{kind}.item", number == want.item, error)
    if kind == "statements":
        for n in range(len(firm.pairs) + missed):
            scores.blame("statements.wrong_speaker", n < wrong_names)
    return firm.pairs


def _mentions(scores: Scores, gold: Gold, got: Minutes | None, text: str) -> None:
    found = got.mentions if got else ()
    names = _names(got)
    for want in gold.mentions:
        start = near(text, want)
        end = start + len(want.text)
        linked = [names.get(m.participant) for m in found if m.participant and m.span[0] < end and m.span[1] > start]
        if want.participant is None:
            good = not linked
        else:
            good = any(name and normal(name) == normal(want.participant) for name in linked)
        scores.blame("mentions.wrong", bool(linked) and not good)
        scores.share("mentions", good, f"mention {want.text!r} not linked to {want.participant!r}")


def _names(got: Minutes | None) -> dict[str, str]:
    return {p.id: p.name for p in got.participants if p.name} if got else {}


def _provenance(scores: Scores, got: Minutes) -> None:
    """Check that every fact points at a piece of the text, and that mentions point at their own words."""
    length = len(got.text)
    spans: list[Span] = []
    for rows in (got.participants, got.agenda, got.items, got.statements, got.decisions, got.actions):
        spans += [row.span for row in rows]
    for start, end in spans:
        scores.share("provenance", 0 <= start < end <= length, f"no such span: {start}-{end}")
    for m in got.mentions:
        start, end = m.span
        good = 0 <= start < end <= length and got.text[start:end] == m.text
        scores.share("provenance", good, f"mention {m.text!r} is not the text at {start}-{end}")
