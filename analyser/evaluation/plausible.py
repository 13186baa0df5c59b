"""Whether gold can be right: what a machine sees of the slips that annotators make."""

from collections import Counter
from datetime import date

from analyser.evaluation.gold import FACTS, Gold, GoldAction, GoldDecision, GoldItem, GoldStatement, run_of, where


def complaints(text: str, gold: Gold) -> list[str]:
    """Give a line for each row that can hardly be meant so.

    Whoever speaks, decides, is to do something or is mentioned is a participant or `org:NAME`; no participant and no
    item stands twice; every row marks words of the text; facts stand under items that there are; days are days.
    """
    found = []
    people = Counter(row.name for row in gold.participants)
    found += [f"participant {name!r} stands {count} times" for name, count in people.items() if count > 1]
    found += [
        f"items {number!r} stand at {count} places with the same title"
        for (number, title), count in Counter((row.number, row.title) for row in gold.items).items()
        if count > 1 and number and title
    ]
    numbers = {row.number for row in gold.items}
    for kind in FACTS:
        for fact in getattr(gold, kind):
            actor = _actor(fact)
            if actor is not None and not actor.startswith("org:") and actor not in people:
                found.append(f"{kind}: {actor!r} is no participant, at {run_of(fact)[:50]!r}")
            if fact.given("item") and fact.item is not None and fact.item not in numbers:
                found.append(f"{kind}: there is no item {fact.item!r}, at {run_of(fact)[:50]!r}")
            if isinstance(fact, GoldAction) and fact.due and not all(map(_is_day, fact.due.split("/"))):
                found.append(f"actions: {fact.due!r} is no day or month, at {run_of(fact)[:50]!r}")
    rows: list[GoldItem | GoldStatement | GoldDecision | GoldAction] = []
    rows += [*gold.items, *gold.statements, *gold.decisions, *gold.actions]
    for row in rows:
        start, end = where(text, row)
        if text[start:end] != run_of(row) or not run_of(row).strip():
            found.append(f"{run_of(row)[:50]!r} is not what stands at its place")
    for mention in gold.mentions:
        if mention.participant is not None and mention.participant not in people:
            found.append(f"mentions: {mention.participant!r} is no participant, at {mention.text!r}")
    if gold.meeting.get("date") and not _is_day(str(gold.meeting["date"])):
        found.append(f"meeting: {gold.meeting['date']!r} is no date")
    return found


def _actor(row: GoldStatement | GoldDecision | GoldAction) -> str | None:
    if isinstance(row, GoldStatement):
        return row.speaker
    return row.by if isinstance(row, GoldDecision) else row.responsible


def _is_day(written: str) -> bool:
    """Tell whether this is `2024`, `2024-09` or `2024-09-01`."""
    try:
        date.fromisoformat(written + "-01-01"[len(written) - 4 :] if 4 <= len(written) < 10 else written)
    except ValueError:
        return False
    return True
