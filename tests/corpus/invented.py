"""Records of invented minutes, made without the analyser: people and places that do not exist."""

from analyser.minutes import (
    Action,
    Actor,
    AgendaPoint,
    Analysis,
    Decision,
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

TEXT = """Referat af møde i Trivselsrådet den {day}. maj {year}

Til stede: Karla Rosenvang (formand), Jens Ole Tornby, skoleleder
Afbud: Mie Fjordager

1. Indbrud og tryghed
Karla Rosenvang orienterede om indbrudsforebyggelse i Nørreå. Der er færre indbrud end i fjor.
Skolelederen spurgte til børnenes skolevej. Trivselsrådet vedtog at søge 2,5 mio. kr.
Tornby skriver ansøgningen inden 1. juni {year}.

2. Eventuelt
Nørreå Kommune oplyste, at <b>cykelstien</b> er færdig.
"""


def at(text: str, words: str) -> Span:
    """Give the span of the first place of some words."""
    start = text.index(words)
    return start, start + len(words)


def invented_minutes(day: int = 7, year: int = 2024, *, name: str = "trivselsraad.txt", sha256: str = "") -> Minutes:
    """Give the record of a short meeting with one of each kind of fact."""
    text = TEXT.format(day=day, year=year)
    karla = Actor(kind="person", participant="p1", name="Karla Rosenvang", span=at(text, "Karla Rosenvang orienterede"))
    tornby = Actor(kind="person", participant="p2", name="Tornby", role="skoleleder", span=at(text, "Skolelederen"))
    council = Actor(kind="organisation", name="Trivselsrådet", span=at(text, "Trivselsrådet vedtog"))
    town = Actor(
        kind="organisation", name="Nørreå Kommune", organisation="Nørreå Kommune", span=at(text, "Nørreå Kommune")
    )
    report = "Karla Rosenvang orienterede om indbrudsforebyggelse i Nørreå."
    start, end = at(text, report + " Der er færre indbrud end i fjor.")
    question = "Skolelederen spurgte til børnenes skolevej."
    decided = "Trivselsrådet vedtog at søge 2,5 mio. kr."
    task = f"Tornby skriver ansøgningen inden 1. juni {year}."
    told = "Nørreå Kommune oplyste, at <b>cykelstien</b> er færdig."
    return Minutes(
        source=SourceFacts(
            name=name, sha256=sha256 or f"{day:02d}{year}".zfill(64), media_type="text/plain", encoding="utf-8"
        ),
        analysis=Analysis(analyser="0.1.0", model="invented"),
        text=text,
        meeting=Meeting(
            title="Referat af møde i Trivselsrådet",
            body="Trivselsrådet",
            organisation="Nørreå Kommune",
            date=f"{year}-05-{day:02d}",
        ),
        participants=(
            Participant(id="p1", name="Karla Rosenvang", functions=("chair",), span=at(text, "Karla Rosenvang")),
            Participant(id="p2", name="Jens Ole Tornby", role="skoleleder", span=at(text, "Jens Ole Tornby")),
            Participant(id="p3", name="Mie Fjordager", attendance="absent", span=at(text, "Mie Fjordager")),
        ),
        agenda=(AgendaPoint(number="1", title="Indbrud og tryghed", span=at(text, "1. Indbrud og tryghed")),),
        items=(
            Item(
                id="i1",
                number="1",
                title="Indbrud og tryghed",
                heading=at(text, "1. Indbrud og tryghed"),
                span=(text.index("1. Indbrud"), text.index("2. Eventuelt")),
            ),
            Item(
                id="i2",
                number="2",
                title="Eventuelt",
                heading=at(text, "2. Eventuelt"),
                span=(text.index("2. Eventuelt"), len(text)),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                item="i1",
                speaker=karla,
                verb="orientere",
                act="report",
                topic=Quote(text="indbrudsforebyggelse i Nørreå", span=at(text, "indbrudsforebyggelse i Nørreå")),
                span=(start, start + len(report)),
                extent=(start, end),
            ),
            Statement(
                id="s2",
                item="i1",
                speaker=tornby,
                verb="spørge",
                act="ask",
                topic=Quote(text="børnenes skolevej", span=at(text, "børnenes skolevej")),
                span=at(text, question),
                extent=at(text, question),
            ),
            Statement(
                id="s3",
                item="i2",
                speaker=town,
                verb="oplyse",
                act="report",
                span=at(text, told),
                extent=at(text, told),
            ),
        ),
        decisions=(Decision(id="d1", item="i1", kind="adopted", by=council, text=decided, span=at(text, decided)),),
        actions=(
            Action(
                id="a1",
                item="i1",
                responsible=tornby,
                text="skriver ansøgningen",
                due=Due(
                    text=f"inden 1. juni {year}", from_=None, to=f"{year}-06-01", span=at(text, f"inden 1. juni {year}")
                ),
                span=at(text, task),
            ),
        ),
        mentions=(
            Mention(
                text="Karla Rosenvang",
                participant="p1",
                method="exact",
                score=1.0,
                span=(start, start + len("Karla Rosenvang")),
            ),
            Mention(text="Skolelederen", participant="p2", method="role", score=0.9, span=at(text, "Skolelederen")),
            Mention(text="Nørreå", method="none", score=0.0, span=at(text, "Nørreå")),
        ),
    )
