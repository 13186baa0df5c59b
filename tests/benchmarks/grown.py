"""A store of any size, made without the analyser: invented bodies, people, topics; the same for the same size."""

import random
from functools import cache
from hashlib import sha256
from pathlib import Path

from analyser.corpus.identifying import identify
from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from analyser.language.lexicon import words
from analyser.minutes import (
    Action,
    Actor,
    Analysis,
    Candidate,
    Decision,
    Diagnostic,
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

FIRST = (
    "Karla",
    "Jens",
    "Mie",
    "Ulrik",
    "Birthe",
    "Sanne",
    "Tom",
    "Pia",
    "Otto",
    "Helle",
    "Villads",
    "Rigmor",
    "Aksel",
)
LAST = (
    "Rosenvang",
    "Tornby",
    "Fjordager",
    "Stenhave",
    "Vangsgård",
    "Myrup",
    "Ellehøj",
    "Kragebæk",
    "Vibholm",
    "Engdal",
)
ROLES = ("formand", "skoleleder", "borgmester", "politidirektør", "centerleder", "konsulent", "kasserer")
BODIES = [f"{kind} {place}" for kind in ("Kredsrådet", "Ældrerådet", "Skolebestyrelsen", "Lokaludvalget")
          for place in ("Nørreå", "Solbjerg", "Lyngmark", "Kystlunde", "Engsø", "Tjørnby")]  # fmt: skip
TOPICS = ("indbrud", "trafiksikkerhed", "budgettet", "skolevejen", "hærværk", "lokalplanen", "cykelstien", "kantinen")
VERBS = {
    "orienterede om": ("orientere", "report"),
    "spurgte til": ("spørge", "ask"),
    "foreslog": ("foreslå", "propose"),
}
KINDS = ("adopted", "rejected", "noted", "postponed", "agreed")

STATEMENTS = 20
"""Statements of a meeting; it has a quarter as many decisions and tasks."""


def grow(path: Path, meetings: int) -> None:
    """Make a store of that many meetings."""
    chance = random.Random(6)
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    connection = connect(path, write=True)
    connection.execute("PRAGMA synchronous = OFF")
    for number in range(meetings):
        keep(connection, f"/arkiv/{number:06}.txt", minutes_of(number, chance, people))
    identify(connection)
    connection.close()


@cache
def _compounds() -> list[str]:
    """Give some 60,000 words of invented compounds, and some that are searched for."""
    parts = sorted(words("compounds", "parts"))
    ends = ("", "en", "erne")
    said = [f"{one}{link}{two}{end}" for one in parts for two in parts for link in ("", "s") for end in ends]
    chance = random.Random(7)
    searched = [f"{word}{end}" for word in ("indbrud", "villaindbrud", "budget") for end in ("", "det", "dene")]
    return [*chance.sample(said, min(60_000, len(said))), *searched * 200]


def minutes_of(number: int, chance: random.Random, people: list[str]) -> Minutes:
    """Give the record of a meeting; `people` are who can be there."""
    body = chance.choice(BODIES)
    date = f"{chance.randint(1985, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    page = _Page(f"Referat af møde i {body} den {date}\nTil stede:\n")
    roster = tuple(
        Participant(
            id=f"p{n}", name=name, role=(role := chance.choice(ROLES)), organisation=body.split()[1] + " Kommune",
            span=page.add(f"{name}, {role}\n", len(name)),
        )
        for n, name in enumerate(chance.sample(people, 8), 1)
    )  # fmt: skip
    items, statements, decisions, actions, mentions = [], [], [], [], []
    doubts = []
    for n in range(1, 6):
        topic = chance.choice(TOPICS)
        heading = page.add(f"\n{n}. Om {topic}\n")
        for _ in range(STATEMENTS // 5):
            person = chance.choice(roster)
            said, (verb, act) = chance.choice(list(VERBS.items()))
            sentence = page.add(f"{person.name} {said} {topic} ved {chance.choice(LAST)}skolen. ")
            more = page.add(f"Det gælder {' og '.join(chance.choices(_compounds(), k=4))}. ")
            begin = sentence[0]
            name = (begin, begin + len(person.name))
            at = begin + len(person.name) + len(said) + 2
            statements.append(
                Statement(
                    id=f"s{len(statements) + 1}", item=f"i{n}", verb=verb, act=act, span=sentence,
                    extent=(sentence[0], more[1]),
                    speaker=_actor(person, name), topic=Quote(text=topic, span=(at, at + len(topic))),
                )
            )  # fmt: skip
            mentions.append(_mention(person.name, person.id, name))
        decision = page.add("Det blev besluttet at arbejde videre. ")
        decisions.append(Decision(id=f"d{n}", item=f"i{n}", kind=chance.choice(KINDS), text="videre", span=decision))
        person = chance.choice(roster)
        task = page.add(f"{person.name} skriver et notat. ")
        name = (task[0], task[0] + len(person.name))
        actions.append(
            Action(id=f"a{n}", item=f"i{n}", text="skriver et notat", responsible=_actor(person, name), span=task)
        )
        items.append(Item(id=f"i{n}", number=str(n), title=f"Om {topic}", heading=heading, span=(heading[0], task[1])))
    stranger = page.add("Ukendt Gæst takkede.\n", len("Ukendt Gæst"))
    first = roster[0].id
    mentions.append(
        Mention(
            text="Ukendt Gæst", method="none", score=0.0, candidates=(Candidate(participant=first, score=0.6),),
            span=stranger,
        )
    )  # fmt: skip
    doubts.append(Diagnostic(code="unlinked_name", severity="warning", message="nobody fits", span=stranger))
    text = page.text
    return Minutes(
        source=SourceFacts(
            name=f"{number:06}.txt", sha256=sha256(f"{number}".encode()).hexdigest(), media_type="text/plain",
            encoding="utf-8",
        ),
        analysis=Analysis(analyser="0.1.0", model="invented"),
        text=text,
        meeting=Meeting(title=f"Møde i {body}", body=body, organisation=body.split()[1] + " Kommune", date=date),
        participants=roster,
        items=tuple(items),
        statements=tuple(statements),
        decisions=tuple(decisions),
        actions=tuple(actions),
        mentions=tuple(mentions),
        diagnostics=tuple(doubts),
    )  # fmt: skip


class _Page:
    """A text that grows, and says where each piece of it came to stand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def add(self, piece: str, length: int | None = None) -> Span:
        start = len(self.text)
        self.text += piece
        return start, start + (len(piece.rstrip()) if length is None else length)


def _actor(person: Participant, span: Span) -> Actor:
    return Actor(
        kind="person", participant=person.id, name=person.name, role=person.role, organisation=person.organisation,
        span=span,
    )  # fmt: skip


def _mention(text: str, participant: str, span: Span) -> Mention:
    return Mention(text=text, participant=participant, method="exact", score=1.0, span=span)
