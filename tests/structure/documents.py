"""Small minutes of invented people, built of their parts."""

from analyser.minutes import Participant
from analyser.reading import source_of
from analyser.structure import Outline, build_outline

HEAD = "Referat af møde i Kulturudvalget\nTorsdag den 14. marts 2024 kl. 16.00"
ROSTER = "Til stede: Agnete Brolund, Torkild Vestmark"
ITEMS = "1. Nyt fra huset\nDer er kommet nye stole.\n\n2. Eventuelt\nIntet at bemærke.\n"
AB, TV, UT, PL = "Agnete Brolund", "Torkild Vestmark", "Ulla Tange", "Preben Lyngdal"  # people of most rosters


def outline(head: str = HEAD, roster: str = ROSTER, items: str = ITEMS) -> Outline:
    """Read the layout of minutes made of a head, a roster and items."""
    return build_outline(source_of(f"{head}\n\n{roster}\n\n{items}"))


def described(person: Participant) -> str:
    """Write a person in one line, without what is not known; `present` goes unsaid."""
    told = [person.name, person.role, person.organisation and f"@{person.organisation}"]
    told += [person.initials and f"({person.initials})", "" if person.attendance == "present" else person.attendance]
    return "; ".join(t for t in (*told, *person.functions) if t)


def people(roster: str) -> list[str]:
    """Read the people of a roster, each described in one line."""
    return [described(p) for p in outline(roster=roster).participants]
