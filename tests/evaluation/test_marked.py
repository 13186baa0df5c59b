"""Gold marked inside the text: what a tag says, what undoes what, and what is told of a slip."""

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyser.evaluation import Gold, ParseError, find_gold, parse, print_marked, read_document
from analyser.evaluation.documents import write_marked, write_pair
from analyser.evaluation.gold import in_order, unsettle
from analyser.evaluation.marked import TAGS

OWN = Path(__file__).resolve().parents[2] / "data" / "gold"
GOLD = find_gold(OWN)


def rows(gold: Gold, kind: str) -> list[dict[str, Any]]:
    return [row.model_dump(exclude_unset=True) for row in getattr(gold, kind)]


@pytest.mark.parametrize(
    ("marked", "text", "kind", "facts"),
    [
        (
            '<item number="2" title="Budget">2. Budget</item>\nNyt.',
            "2. Budget\nNyt.",
            "items",
            [{"number": "2", "title": "Budget", "starts": "2. Budget"}],
        ),
        ('<item number="">Velkomst</item>', "Velkomst", "items", [{"number": None, "starts": "Velkomst"}]),
        (
            'Til stede: <participant role="formand" functions="chair minute_taker">Karen  Holt</participant>',
            "Til stede: Karen  Holt",
            "participants",
            [
                {
                    "name": "Karen Holt",
                    "attendance": "present",
                    "role": "formand",
                    "functions": ("chair", "minute_taker"),
                }
            ],
        ),
        (
            '<participant name="Karen Holt" attendance="absent" optional>Holt, Karen</participant>',
            "Holt, Karen",
            "participants",
            [{"name": "Karen Holt", "attendance": "absent", "optional": True}],
        ),
        (
            '<statement speaker="Karen Holt" verb="orientere" topic="budgettet">Karen orienterede om</statement> det',
            "Karen orienterede om det",
            "statements",
            [
                {
                    "speaker": "Karen Holt",
                    "verb": "orientere",
                    "topic": "budgettet",
                    "head": "Karen orienterede om",
                    "item": None,
                }
            ],
        ),
        (
            '<item number="1">1.</item> <statement speaker="" verb="">En beboer</statement>',
            "1. En beboer",
            "statements",
            [{"speaker": None, "verb": None, "head": "En beboer", "item": "1"}],
        ),
        (
            '<item number="1">1.</item> <action responsible="A" item="2" due="2024-05">A ringer</action>',
            "1. A ringer",
            "actions",
            [{"responsible": "A", "item": "2", "due": "2024-05", "head": "A ringer"}],
        ),
        ('<action item="any">Ring</action>', "Ring", "actions", [{"head": "Ring"}]),
        (
            '<action responsible="A"><action responsible="B">A og B ringer</action></action>',
            "A og B ringer",
            "actions",
            [
                {"responsible": "A", "head": "A og B ringer", "item": None},
                {"responsible": "B", "head": "A og B ringer", "item": None},
            ],
        ),
        (
            "<action#1>A ringer <action>og</action#1> skriver</action>",
            "A ringer og skriver",
            "actions",
            [{"head": "A ringer og", "item": None}, {"head": "og skriver", "item": None}],
        ),
        (
            '<decision kind="adopted" for="5" against="0" optional>Vedtaget</decision>',
            "Vedtaget",
            "decisions",
            [
                {
                    "kind": "adopted",
                    "votes": {"for": 5, "against": 0, "abstain": None},
                    "optional": True,
                    "head": "Vedtaget",
                    "item": None,
                }
            ],
        ),
        (
            'Så <mention participant="">Lars</mention> kom',
            "Så Lars kom",
            "mentions",
            [{"participant": None, "head": "Lars", "text": "Lars"}],
        ),
        (
            'A &lt;b> & &amp;lt; < 3 <mention participant="A &amp;amp; &quot;B&quot;">A</mention>',
            "A <b> & &lt; < 3 A",
            "mentions",
            [{"participant": 'A &amp; "B"', "head": "A", "text": "A"}],
        ),
    ],
)
def test_a_tag_says(marked: str, text: str, kind: str, facts: list[dict[str, Any]]) -> None:
    plain, gold = parse(marked)
    assert plain == text
    assert rows(gold, kind) == facts


def test_the_head_block() -> None:
    text, gold = parse(
        '+++\nmeeting.date = 2024-05-07\nmeeting.place = ""\n'
        'agenda = [\n  {number = "1", title = "Nyt", points = 2},\n]\n'
        'participants = [{name = "Bo Ek", attendance = "absent"}]\n'
        'diagnostics = ["ambiguous_name"]\nnot_annotated = ["actions"]\n+++\nReferat\n'
    )
    assert text == "Referat\n"
    assert gold.meeting == {"date": "2024-05-07", "place": None}
    assert rows(gold, "agenda") == [{"number": "1", "title": "Nyt", "points": 2}]
    assert rows(gold, "participants") == [{"name": "Bo Ek", "attendance": "absent"}]
    assert gold.diagnostics == ("ambiguous_name",)
    assert not gold.given("actions")
    assert gold.given("statements")


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("a\n<statment>b</statment>", "line 2: '<statment>b</statment>' is no tag that is known; tags are <item>"),
        ("a <b@c.dk>", "line 1: '<b@c.dk>' is no tag; tags are"),
        ("Se <referat> her", "in the minutes write &lt; for <"),
        ("a\n\n<action due=2024>b</action>", "line 3: '<action due=2024>b</action>' is no tag"),
        ('<action who="A">b</action>', "line 1: <action> knows no 'who'; it knows responsible, due, item"),
        ('<action due="2024" due="2025">b</action>', "line 1: <action>: due stands twice; take one out"),
        ("<action due>b</action>", 'line 1: <action>: due has no value; write due="…", or due=""'),
        ('<action optional="yes">b</action>', "line 1: <action>: optional takes no value"),
        ("x\n<action>b", "line 2: <action> is never closed; put </action> behind the words"),
        ("b</action>", "line 1: </action> closes nothing that is open"),
        ("<action>b</decision></action>", "</decision> closes nothing that is open"),
        ("a<action></action>b", "<action> marks no words"),
        ('<action>b</action due="2024">', "a closing tag has no attributes"),
        ('\n<decision kind="vedtaget">b</decision>', "line 2: <decision>: kind: Input should be 'adopted'"),
        ('<decision for="fem">b</decision>', "<decision>: for='fem' is no count of votes; write digits"),
        ("<mention>b</mention>", "<mention>: participant: Field required"),
        ("+++\nmeeting.date = \"2024\"\nReferat", "line 1: the head block has no end; close it with a line of +++"),
        ("+++\nmeeting.date = \"2024\"\nmeeting.place = Skolen\n+++\n", 'line 3: Invalid value; write KEY = "VALUE"'),
        ("+++\ndiagnostics = []\ndate = \"2024\"\n+++\n", "line 3: the head block knows no 'date'; it knows meeting"),
        ("+++\nmeeting = \"2024\"\n+++\n", "the head block is of another form"),
        ("+++\nagenda = [{nr = \"1\", title = \"\"}]\n+++\n", "the head block: agenda.0.number: Field required"),
        ("+++\nnot_annotated = [\"actions\"]\n+++\n<action>b</action>", "not_annotated: 'actions' is marked"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_line(marked: str, said: str) -> None:
    with pytest.raises(ParseError) as told:
        parse(marked, "byraad.gold")
    assert str(told.value).startswith("byraad.gold: line ")
    assert said in str(told.value)


@pytest.mark.parametrize("path", GOLD.values(), ids=GOLD)
def test_printing_and_reading_undo_each_other_on_our_gold(path: Path, tmp_path: Path) -> None:
    document = read_document(path)
    marked = print_marked(document.text, document.gold)
    text, gold = parse(marked)
    assert (text, gold) == (document.text, document.gold)
    assert gold.model_dump(exclude_unset=True) == document.gold.model_dump(exclude_unset=True)
    assert print_marked(text, gold) == marked


@pytest.mark.parametrize("path", GOLD.values(), ids=GOLD)
def test_a_pair_has_the_same_facts_at_the_same_places(path: Path, tmp_path: Path) -> None:
    document = read_document(path)
    pair = read_document(write_pair(document, tmp_path))
    assert pair.text == document.text
    for kind in ("items", "statements", "decisions", "actions", "mentions"):
        wanted = [(row.at, row.model_copy(update={"head": "", "starts": ""})) for row in getattr(document.gold, kind)]
        found = [(row.at, row.model_copy(update={"head": "", "starts": ""})) for row in getattr(pair.gold, kind)]
        assert sorted(found, key=repr) == sorted(wanted, key=repr)
    again = read_document(write_marked(pair, tmp_path))
    assert again.text == document.text


# what is hard to print: letters that tags and entities are made of, and names in several parts
WORDS = st.text(st.sampled_from('ab <>/&;"#\nlæ'), max_size=5).map(lambda s: unicodedata.normalize("NFC", s))
PIECES = st.lists(WORDS | st.sampled_from(["&lt;", "</action>", "<item", "+++\n", "&#10;", "optional"]), max_size=12)
VALUE = WORDS.map(lambda value: value or None)


def fields_of(draw: Callable[..., Any], kind: str, run: str) -> dict[str, Any]:
    """Draw a row of a kind, some of its fields left out; None is drawn as often as a value."""
    some = {key: draw(VALUE) for key in draw(st.sets(st.sampled_from(["verb", "topic", "due", "by", "role", "title"])))}
    optional = {"optional": True} if draw(st.booleans()) else {}
    item = draw(st.sampled_from([{}, {"item": None}, {"item": "1"}, {"item": "2"}]))
    match kind:
        case "items":
            return {
                "number": draw(st.sampled_from([None, "1", "2"])),
                "starts": run,
                **optional,
                **_only(some, "title"),
            }
        case "participants":
            row = {"name": draw(st.sampled_from([" ".join(run.split()), "Bo Ek"])) or "Bo Ek", "head": run}
            return {
                **row,
                "attendance": draw(st.sampled_from(["present", "partial"])),
                **optional,
                **_only(some, "role"),
            }
        case "statements":
            return {"head": run, **item, **optional, **_only(some, "verb", "topic")}
        case "decisions":
            votes = draw(st.sampled_from([{}, {"votes": {"for": 3, "against": 1, "abstain": None}}]))
            return {"head": run, **item, **optional, **votes, **_only(some, "by")}
        case "actions":
            return {"head": run, **item, **optional, **_only(some, "due")}
    return {"head": run, "text": run, "participant": draw(VALUE)}


def _only(fields: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key in keys}


@st.composite
def annotated(draw: Callable[..., Any]) -> tuple[str, Gold]:
    """Draw a text with rows over runs of it that nest, cross and coincide as they like."""
    text = "".join(draw(PIECES))
    drawn: dict[str, list[dict[str, Any]]] = {tag.kind: [] for tag in TAGS.values()}
    for _ in range(draw(st.integers(0, 7)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        kind = draw(st.sampled_from(sorted(drawn)))
        drawn[kind].append({**fields_of(draw, kind, text[start:end]), "at": start})
    meeting = draw(st.dictionaries(st.sampled_from(["date", "place"]), VALUE))
    agenda = [{"number": draw(VALUE), "title": draw(WORDS) or "x"} for _ in range(draw(st.integers(0, 2)))]
    facts = {kind: found for kind, found in drawn.items() if found or draw(st.booleans()) or kind in ("items", "mentions", "participants")}  # fmt: skip # noqa: E501
    return text, in_order(Gold.model_validate({"meeting": meeting, "agenda": agenda, **facts}))


@given(annotated())
def test_printing_and_reading_undo_each_other(case: tuple[str, Gold]) -> None:
    text, gold = case
    marked = print_marked(text, gold)
    again, found = parse(marked)
    assert again == text
    assert found.model_dump(exclude_unset=True) == gold.model_dump(exclude_unset=True)
    assert found == gold
    assert print_marked(again, found) == marked


@given(annotated())
def test_heads_grow_until_they_occur_once(case: tuple[str, Gold]) -> None:
    text, gold = case
    for row in unsettle(gold, text).statements:
        assert text.count(row.head) == 1
        assert row.at is None


@given(st.text(st.sampled_from('a<>/"=+# \n') | st.characters(codec="utf-8")))
def test_any_text_is_read_or_refused(marked: str) -> None:
    with suppress(ParseError):
        text, gold = parse(marked)
        assert parse(print_marked(text, gold)) == (text, gold)
