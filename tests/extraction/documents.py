"""One small meeting of invented people, and facts of it in one line each."""

from analyser import analyse_text
from analyser.minutes import Actor, Minutes

HEAD = """Referat af møde i Kulturudvalget
Fjordby Kommune
Torsdag den 14. marts 2024 kl. 16.00

Til stede:
Agnete Brolund, formand
Torkild Vestmark, kasserer
Solveig Hjortkær, skoleleder
Mogens Askebjerg, politiinspektør
Ulla Ravnholm Tange, sundhedschef (URT)
Preben Lyngdal, kommunaldirektør
Erik Lyngdal, vagtmester

Afbud:
Gudrun Damsgård, bibliotekar

Ad 1. Nyt fra kommunen
"""
COUNCIL = """Referat af møde i Teknikudvalget
Fjordby Kommune
Torsdag den 14. marts 2024 kl. 16.00

Til stede:
Agnete Brolund (A), formand
Torkild Vestmark (V)
Solveig Hjortkær (F)
Mogens Askebjerg (O)
Ulla Ravnholm Tange (A)
Preben Lyngdal (V), næstformand
Erik Dam (C)

Afbud:
Gudrun Damsgård (V)

Ad 1. Lokalplan for havnen
"""
TAIL = "\n\nAd 2. Næste møde\nDatoen er endnu ukendt.\n"


def minutes(body: str) -> Minutes:
    """Analyse the meeting with `body` below its first heading."""
    return analyse_text(f"{HEAD}{body}{TAIL}")


def council(body: str) -> Minutes:
    """Analyse a meeting of politicians, the letters of whose parties stand in the roster."""
    return analyse_text(f"{COUNCIL}{body}{TAIL}")


def who(actor: Actor | None) -> str:
    """Write an actor: a participant by name, `[organisation]`, `<role>`, `?` for somebody unnamed, `-` for None."""
    if actor is None:
        return "-"
    if actor.kind == "organisation":
        return f"[{actor.name}]"
    if actor.kind == "role":
        return f"<{actor.role}>"
    if actor.kind == "unknown":
        assert actor.participant is None
        return "?"
    assert actor.name
    return actor.name


def said(record: Minutes) -> list[str]:
    """Give each statement as `who | verb | topic`, `-` for what is not there."""
    return [f"{who(s.speaker)} | {s.verb or '-'} | {s.topic.text if s.topic else '-'}" for s in record.statements]


def decided(record: Minutes) -> list[str]:
    """Give each decision as `kind | who`."""
    return [f"{d.kind} | {who(d.by)}" for d in record.decisions]


def tasks(record: Minutes) -> list[str]:
    """Give each action as `who | due`, the due as first and last day."""
    return [
        f"{who(a.responsible)} | " + (f"{a.due.from_ or '..'}/{a.due.to}" if a.due else "-") for a in record.actions
    ]
