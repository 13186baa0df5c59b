"""What each fault costs: a record, one fault, the figures that change."""

from typing import Any

import pytest

from analyser.evaluation import Gold, score_document
from analyser.evaluation.matching import normal, overlap
from analyser.evaluation.scores import Counts, Figure, Share, Wrong
from analyser.minutes import Actor, Minutes
from tests.corpus.invented import invented_minutes
from tests.evaluation.echo import echo

RECORD = invented_minutes()
GOLD = Gold.model_validate(
    {
        "meeting": {"body": "trivselsråd", "organisation": "Nørreå Kommune", "date": "2024-05-07"},
        "participants": [
            {"name": "Karla Rosenvang", "attendance": "present", "functions": ["chair"]},
            {"name": "Jens Ole Tornby", "attendance": "present", "role": "skoleleder"},
            {"name": "Mie Fjordager", "attendance": "absent"},
        ],
        "agenda": [{"number": "1", "title": "Indbrud og tryghed", "points": 0}],
        "items": [
            {"number": "1", "title": "Indbrud og tryghed", "starts": "1. Indbrud"},
            {"number": "2", "title": "Eventuelt", "starts": "2. Event"},
        ],
        "statements": [
            {"head": "Karla Rosenvang orienterede", "speaker": "Karla Rosenvang", "verb": "orientere", "item": "1",
             "topic": "indbrudsforebyggelse i Nørreå"},
            {"head": "Skolelederen spurgte", "speaker": "Jens Ole Tornby", "verb": "spørge", "item": "1"},
            {"head": "Nørreå Kommune oplyste", "speaker": "org:Nørreå Kommune", "verb": "oplyse", "item": "2"},
        ],
        "decisions": [{"head": "Trivselsrådet vedtog", "kind": "adopted", "by": "org:Trivselsrådet", "item": "1"}],
        "actions": [{"head": "Tornby skriver", "responsible": "Jens Ole Tornby", "due": "2024-06-01"}],
        "mentions": [{"head": "Skolelederen spurgte", "text": "Skolelederen", "participant": "Jens Ole Tornby"}],
    }
)  # fmt: skip


def without(key: str, index: int) -> Minutes:
    rows = list(getattr(RECORD, key))
    del rows[index]
    return RECORD.model_copy(update={key: tuple(rows)})


def with_(key: str, index: int, **changes: Any) -> Minutes:
    rows = list(getattr(RECORD, key))
    rows[index] = rows[index].model_copy(update=changes)
    return RECORD.model_copy(update={key: tuple(rows)})


def test_a_right_record_scores_one_in_everything() -> None:
    scores = score_document(GOLD, RECORD, RECORD.text)
    assert scores.errors == []
    wrong = {kind: figure for kind, figure in scores.figures.items() if isinstance(figure, Wrong)}
    assert {kind: figure.f1 for kind, figure in scores.figures.items() if kind not in wrong and figure.f1 != 1.0} == {}
    assert wrong == {"statements.wrong_speaker": Wrong(0, 3), "mentions.wrong": Wrong(0, 1)}
    assert {"statements+speaker", "decisions.kind", "actions.due", "mentions", "provenance"} <= set(scores.figures)


SOMEBODY = Actor(kind="unknown", span=(0, 4))
A_TITLE = Actor(kind="role", role="skoleleder", span=(0, 4))
THE_COUNCIL = Actor(kind="organisation", name="Byrådet", span=(0, 4))
MIE = Actor(kind="person", participant="p3", name="Mie Fjordager", span=(0, 4))

FAULTS = [
    (without("participants", 2), {"participants": Counts(2, 0, 1), "attendance": Share(2, 2)}),
    (with_("participants", 0, attendance="absent"), {"attendance": Share(2, 3)}),
    (with_("participants", 1, role="lærer"), {"participant.role": Share(0, 1)}),
    (with_("participants", 0, functions=()), {"participant.functions": Share(0, 1)}),
    (with_("participants", 2, name="Mia Fjord"), {"participants": Counts(2, 1, 1), "attendance": Share(2, 2)}),
    (without("agenda", 0), {"agenda": Counts(0, 0, 1)}),
    (without("items", 1), {"items": Counts(1, 0, 1), "item.title": Share(1, 1), "statements.item": Share(2, 3)}),
    (without("statements", 1), {"statements": Counts(2, 0, 1), "statements+speaker": Counts(2, 0, 1)}),
    (
        with_("statements", 0, speaker=MIE),
        {"statements": Counts(3, 0, 0), "statements+speaker": Counts(2, 1, 1), "statements.speaker": Share(2, 3)},
    ),
    # a wrong name harms; that nobody or a title is named does not
    (with_("statements", 0, speaker=MIE), {"statements.wrong_speaker": Wrong(1, 3)}),
    (with_("statements", 0, speaker=THE_COUNCIL), {"statements.wrong_speaker": Wrong(1, 3)}),
    (with_("statements", 0, speaker=SOMEBODY), {"statements.wrong_speaker": Wrong(0, 3)}),
    (with_("statements", 0, speaker=A_TITLE), {"statements.wrong_speaker": Wrong(0, 3)}),
    (without("statements", 0), {"statements.wrong_speaker": Wrong(0, 3)}),
    (with_("statements", 0, verb="sige"), {"statements.verb": Share(2, 3)}),
    (with_("statements", 0, topic=None), {"statements.topic": Share(0, 1)}),
    (with_("statements", 0, span=(0, 9)), {"statements": Counts(2, 1, 1)}),
    (with_("decisions", 0, kind="noted"), {"decisions.kind": Share(0, 1)}),
    (with_("decisions", 0, by=None), {"decisions": Counts(1, 0, 0), "decisions+by": Counts(0, 1, 1)}),
    (with_("actions", 0, due=None), {"actions.due": Share(0, 1)}),
    (with_("mentions", 1, participant="p3"), {"mentions": Share(0, 1), "mentions.wrong": Wrong(1, 1)}),
    (with_("mentions", 1, participant=None), {"mentions": Share(0, 1), "mentions.wrong": Wrong(0, 1)}),
    (with_("mentions", 1, text="Skoleleder"), {"provenance": Share(13, 14)}),
]


@pytest.mark.parametrize(("record", "changed"), FAULTS)
def test_a_fault_costs(record: Minutes, changed: dict[str, Figure]) -> None:
    figures = score_document(GOLD, record, record.text).figures
    assert {kind: figures[kind] for kind in changed} == changed


def test_an_optional_row_is_neither_missed_nor_wrong() -> None:
    rows = [row.model_copy(update={"optional": n == 0}) for n, row in enumerate(GOLD.statements)]
    gold = GOLD.model_copy(update={"statements": tuple(rows)})
    for record in (RECORD, without("statements", 0)):
        assert score_document(gold, record, record.text).figures["statements"] == Counts(2, 0, 0)


def test_points_of_an_agenda_with_no_numbers_are_matched_by_title() -> None:
    points = [row.model_copy(update={"number": None}) for row in GOLD.agenda]
    record = RECORD.model_copy(update={"agenda": tuple(r.model_copy(update={"number": None}) for r in RECORD.agenda)})
    scores = score_document(GOLD.model_copy(update={"agenda": tuple(points)}), record, record.text)
    assert (scores.figures["agenda"], scores.errors) == (Counts(1, 0, 0), [])


def test_no_record_is_scored_as_one_without_facts() -> None:
    figures = score_document(GOLD, None, RECORD.text).figures
    assert figures["statements"] == Counts(0, 0, 3)
    assert figures["participants"].recall == 0.0
    assert figures["participants"].precision is None


def test_the_echo_of_gold_scores_one() -> None:
    assert score_document(GOLD, echo(GOLD, RECORD.text), RECORD.text).errors == []


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(3, 1, 0), 0.75, 1.0, 6 / 7),
        (Counts(1, 0, 3), 1.0, 0.25, 0.4),
        (Counts(0, 2, 0), 0.0, None, 0.0),
        (Counts(), None, None, None),
        (Share(3, 4), 0.75, 0.75, 0.75),
        (Share(), None, None, None),
    ],
)
def test_figures(counts: Counts | Share, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (precision, recall, f1)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Børn- og Ungedirektør", "børn og ungedirektør"),
        ("  ÆLDRERÅDET:  ", "ældrerådet"),
        (None, ""),
        ("a\u030a", "å"),
    ],
)
def test_normal(text: str | None, folded: str) -> None:
    assert normal(text) == folded


@pytest.mark.parametrize(
    ("a", "b", "f1"),
    [("nyt om budget", "Budget, nyt om", 1.0), ("budget", "budget 2012", 2 / 3), ("x", "y", 0.0), ("", "", 0.0)],
)
def test_overlap(a: str, b: str, f1: float) -> None:
    assert overlap(a, b) == pytest.approx(f1)
