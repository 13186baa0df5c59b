"""Records that say just what gold says, and the same with random faults."""

from random import Random

from analyser.evaluation import Gold
from analyser.evaluation.gold import near, where
from analyser.minutes import (
    Action,
    Actor,
    AgendaPoint,
    Analysis,
    Decision,
    Diagnostic,
    Due,
    Item,
    Meeting,
    Mention,
    Minutes,
    Participant,
    Quote,
    SourceFacts,
    Span,
    Statement,
)


def echo(gold: Gold, text: str) -> Minutes:
    """Give the record that scores 1 in everything."""
    people = {p.name: f"p{n}" for n, p in enumerate(gold.participants)}

    def actor(name: str | None, span: Span) -> Actor:
        if name is None:
            return Actor(kind="unknown", span=span)
        if name.startswith("org:"):
            return Actor(kind="organisation", name=name[4:], organisation=name[4:], span=span)
        return Actor(kind="person", participant=people[name], name=name, span=span)

    items = [
        Item(id=f"i{n}", number=row.number, title=row.title, span=(where(text, row)[0], len(text)))
        for n, row in enumerate(gold.items)
    ]
    item = {row.number: row.id for row in items}
    return Minutes(
        source=SourceFacts(name="echo.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8"),
        analysis=Analysis(analyser="0", model="echo"),
        text=text,
        meeting=Meeting(**gold.meeting),
        participants=tuple(
            Participant(
                id=people[p.name],
                name=p.name,
                role=p.role,
                organisation=p.organisation,
                attendance=p.attendance,
                functions=p.functions,
                span=(0, 9),
            )
            for p in gold.participants
        ),
        agenda=tuple(
            AgendaPoint(number=a.number, title=a.title, points=("x",) * (a.points or 0), span=(0, 9))
            for a in gold.agenda
        ),
        items=tuple(items),
        statements=tuple(
            Statement(
                id=f"s{n}",
                item=item.get(row.item),
                speaker=actor(row.speaker, where(text, row)),
                verb=row.verb,
                act="report",
                topic=Quote(text=row.topic, span=where(text, row)) if row.topic else None,
                span=where(text, row),
                extent=where(text, row),
            )
            for n, row in enumerate(gold.statements)
        ),
        decisions=tuple(
            Decision(
                id=f"d{n}",
                item=item.get(row.item),
                kind=row.kind or "noted",
                by=actor(row.by, where(text, row)) if row.by else None,
                text=row.head,
                span=where(text, row),
                votes=row.votes,  # type: ignore[arg-type]
            )
            for n, row in enumerate(gold.decisions)
        ),
        actions=tuple(
            Action(
                id=f"a{n}",
                item=item.get(row.item),
                responsible=actor(row.responsible, where(text, row)) if row.responsible else None,
                text=row.head,
                due=Due(text="", from_=row.due.split("/")[0], to=row.due.split("/")[-1]) if row.due else None,
                span=where(text, row),
            )
            for n, row in enumerate(gold.actions)
        ),
        mentions=tuple(
            Mention(
                text=row.text,
                participant=people.get(row.participant or ""),
                method="partial",
                score=1.0,
                span=(near(text, row), near(text, row) + len(row.text)),
            )
            for row in gold.mentions
        ),
        diagnostics=tuple(Diagnostic(code=code, severity="info", message="") for code in gold.diagnostics),
    )


def spoil(record: Minutes, random: Random) -> Minutes:
    """Drop, double, move and change facts at random, most of them a little."""

    def some(rows: tuple) -> tuple:  # type: ignore[type-arg]
        out = []
        for row in rows:
            fate = random.random()
            if fate < 0.15:
                continue
            if fate < 0.25:
                move = random.randint(-60, 60)
                start = max(0, row.span[0] + move)
                row = row.model_copy(update={"span": (start, max(start, row.span[1] + move))})
            out.append(row)
            if fate > 0.92:
                out.append(row)
        return tuple(out)

    def mixed(rows: tuple, key: str) -> tuple:  # type: ignore[type-arg]
        """Swap one field between rows, now and then."""
        values = [getattr(row, key) for row in rows]
        return tuple(
            row.model_copy(update={key: random.choice(values)}) if random.random() < 0.3 else row for row in some(rows)
        )

    statements = mixed(mixed(mixed(record.statements, "speaker"), "topic"), "verb")
    return record.model_copy(
        update={
            "meeting": record.meeting.model_copy(update={"place": None, "start": "10:00"}),
            "participants": mixed(mixed(record.participants, "role"), "attendance"),
            "agenda": mixed(mixed(record.agenda, "title"), "points"),
            "items": mixed(mixed(record.items, "number"), "title"),
            "statements": mixed(statements, "item"),
            "decisions": mixed(mixed(mixed(record.decisions, "kind"), "by"), "votes"),
            "actions": mixed(mixed(record.actions, "due"), "responsible"),
            "mentions": mixed(mixed(record.mentions, "participant"), "span"),
            "diagnostics": record.diagnostics if random.random() < 0.5 else (),
        }
    )
