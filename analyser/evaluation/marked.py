"""Gold marked inside the text: the minutes as they are, with tags around the words that facts point at.

    +++
    meeting.body = "kredsråd"
    +++
    Til stede: <participant role="formand">Karen Holt</participant>

    <item number="1" title="Budget">1. Budget</item>
    <statement speaker="Karen Holt" verb="orientere" topic="budgettet">Karen orienterede om</statement> budgettet.

Between the lines of `+++` stands, as TOML, what has no place in the text. Tags may lie within each other and may
cross; two of a kind that cross are told apart by a number: `<action#1 …> … </action#1>`. An empty value says that there
is none (`speaker=""`: it cannot be known who), which is not the same as leaving the attribute out.
`docs/evaluation.md` tells all.

`marked_reading.parse` reads the form, `marked_printing.print_marked` writes it; each undoes the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyser.evaluation.gold import (
    GoldAction,
    GoldDecision,
    GoldItem,
    GoldMention,
    GoldParticipant,
    GoldStatement,
)

SUFFIX = ".gold"

Marked = GoldItem | GoldParticipant | GoldStatement | GoldDecision | GoldAction | GoldMention


@dataclass(frozen=True)
class Tag:
    """A kind of mark: the kind of rows in the gold, their form, and the attributes in the order they are printed."""

    kind: str
    row: type[Marked]
    attributes: tuple[str, ...]


VOTES = ("for", "against", "abstain")
TAGS = {
    "item": Tag("items", GoldItem, ("number", "title")),
    "participant": Tag(
        "participants", GoldParticipant, ("name", "attendance", "role", "organisation", "initials", "functions")
    ),
    "statement": Tag("statements", GoldStatement, ("speaker", "verb", "topic", "item")),
    "decision": Tag("decisions", GoldDecision, ("kind", "by", *VOTES, "item")),
    "action": Tag("actions", GoldAction, ("responsible", "due", "item")),
    "mention": Tag("mentions", GoldMention, ("participant",)),
}
OPTIONAL = "optional"  # an attribute without a value: what is marked may be left out
ANY_ITEM = "any"  # the value of `item` where the row names none
FENCE = "+++\n"  # the lines around the head block
OPENS = re.compile(r"<(?=[a-zæøåA-ZÆØÅ/])")  # what begins a tag; in the minutes themselves it is written &lt;


def number_before(items: Sequence[GoldItem], at: int) -> str | None:
    """Give the number of the item in which a place lies: the last that begins there or before."""
    before = [item.number for item in items if item.at is not None and item.at <= at]
    return before[-1] if before else None
