"""From roster entries to participants: one record a person, with all that the roster says of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analyser.language.definite import definite_title, indefinite
from analyser.language.lexicon import affixes, phrases, words
from analyser.language.names import initials_of, is_full_name, is_given_name, is_party, name_fits, split_title
from analyser.minutes import Attendance, Diagnostic, Participant
from analyser.structure.chairing import with_chair
from analyser.structure.entry import Entry, is_timed
from analyser.structure.groups import Group, sent_by
from analyser.structure.person import Person
from analyser.structure.roster import Roster, iterate_people

_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}")
_CUT = re.compile(r"[A-ZÆØÅ][a-zæøå]{0,3}\.")  # `A. Bundgaard`, `Th. Skov`


def make_participants(
    rosters: Iterable[Roster],
    sentences: Sequence[Entry],
    body: str | None = None,
    house: str | None = None,
    signed: str | None = None,
) -> tuple[tuple[Participant, ...], tuple[Diagnostic, ...]]:
    """Merge what several groups and sentences say about one person.

    A person both present and absent is absent, and a diagnostic says so. A short name merges only into the one
    person it fits, and only behind a function (`Referent: Tine G`) or in a sentence. `body` met, of the organisation
    `house`; `signed` is who signed at the end, alone.
    """
    people: list[Person] = []
    diagnostics: list[Diagnostic] = []
    rosters = list(rosters)
    for n, roster in enumerate(rosters):
        for found in iterate_people(roster):
            single_name = " " not in found.entry.name
            short = _gives_function(found.group) or (found.group.attendance == "absent" and single_name)
            short = short or (single_name and found.group.label not in _heads())  # `Brød og kaffe: Tobias`
            leads = {"chair", "minute_taker"} & set(found.entry.functions)
            short = short or (single_name and bool(leads))  # `Ordstyrer Gitte, Esben skriver.` below full names
            told = found.entry
            if single_name and leads and (told.role or "").casefold() in words("functions", "of_meeting"):
                told = replace(told, role=None)  # an ordstyrer has the function, and no office of that name
            _add(people, diagnostics, told, found.group, short=short, later=n > 0)
    for absent in [a for r in rosters for e in iterate_people(r) if (a := _stood_for(e.entry)) is not None]:
        if not any(p.attendance != "absent" for p in people if _fold(p.name) == _fold(absent.name)):
            _add(people, diagnostics, absent, Group("absent"), short=True)
    single = sum(" " not in p.name for p in people) >= 2  # a meeting of first names
    for entry in sentences:
        title = definite_title(entry.name)
        if title is not None:
            people = _with_movement(_with_functions(people, entry, title), entry, title)
            continue
        place = _find(people, entry.name, short=True)
        known = place is not None
        if entry.passing and entry.attendance is None and place is None:
            continue  # who is elected to something need not be there
        if entry.passing and "chair" in entry.functions and any("chair" in p.functions for p in people):
            entry = replace(entry, functions=())  # who signs as formand need not have led
        if known or " " in entry.name or entry.role or (single and is_given_name(entry.name)):
            met = people[place].attendance if place is not None and entry.passing else "present"
            _add(people, diagnostics, entry, Group(entry.attendance or met), short=True)
    people = _of_hosts(people, house)
    people = [_of_house(p, house) for p in _with_keeper(with_chair(people, body), signed)]
    participants = tuple(
        Participant(
            id=f"p{n}",
            name=p.name,
            role=p.role,
            organisation=p.organisation,
            initials=p.initials,
            attendance=p.attendance,
            functions=p.functions,
            note=p.note,
            span=p.span,
        )
        for n, p in enumerate(people, 1)
    )
    return participants, tuple(diagnostics)


def _stood_for(entry: Entry) -> Entry | None:
    """Give the one in whose stead somebody came, who so was away, and is of the same house.

    `Lis Bo (suppleant for Ib Ravn)`; `Lis Bo, Vesterby Kommune (i stedet for borgmester Ib Ravn)`.
    """
    role, name = split_title(entry.stands_for or "")
    if not is_full_name(name):
        return None
    return Entry(name, entry.start, entry.end, role, entry.organisation, attendance="absent")


def _of_hosts(people: list[Person], house: str | None) -> list[Person]:
    """Let those belong to the police who convene that stand beside others' houses with none: `Politidirektør Ida Holm`.

    A list of a kredsråd names the municipality of each guest, and of its own people the title alone.
    """
    last = (house or "").split()[-1:]
    if not last or last[0].casefold() not in words("bodies", "hosts"):
        return people
    guests = {p.organisation for p in people if p.organisation and p.organisation != house}
    own = [p for p in people if p.organisation is None and p.role and p.attendance != "absent"]
    if not guests or not any(last[0].casefold() in (p.role or "").casefold() for p in own):
        return people
    return [replace(p, organisation=house) if p in own else p for p in people]


def _of_house(person: Person, house: str | None) -> Person:
    """Name an organisation as the head of the minutes has it: `Fra kommunen:` in those of `Vesterby Kommune`."""
    whose = (person.organisation or "").casefold()
    if whose and whose in words("rosters", "own_body"):
        return replace(person, organisation=None)  # `Fra bestyrelsen:` tells of nobody's house
    if house is None or not whose or " " in whose or house.split()[-1].casefold() not in indefinite(whose):
        return person
    return replace(person, organisation=house)


def _heads() -> set[str]:
    """Give the labels below which a first name may be another person's: `Gæster: Lis`."""
    kinds = ("present", "absent", "guest", "observer", "substitute", "own_body")
    return {"", "fra", *(w for kind in kinds for w in words("rosters", kind))}


def _with_keeper(people: list[Person], signed: str | None) -> list[Person]:
    """Let the secretary keep the minutes where nobody else is said to: `Lis Bo (sekretær)`; or who signed them."""
    if any("minute_taker" in p.functions for p in people):
        return people
    ends = affixes("functions", "secretaries_of")
    kept = [
        n
        for n, p in enumerate(people)
        if p.attendance != "absent"
        and any(
            (bare := t.casefold().strip(" .")) in words("functions", "secretary") or bare.endswith(ends)
            for t in re.split(r";\s*|\s+og\s+", f"{p.role or ''};{p.note or ''}")
        )
    ]
    writer = _find(people, signed, short=True) if signed and not kept else None
    if writer is not None and people[writer].attendance != "absent" and "chair" not in people[writer].functions:
        kept = [writer]
    return [replace(p, functions=(*p.functions, "minute_taker")) if kept == [n] else p for n, p in enumerate(people)]


def _with_movement(people: list[Person], entry: Entry, title: str) -> list[Person]:
    """Note that the one who bears a title came late or left early: `næstformanden forlod mødet kl. 11.30`."""
    moved = re.search(phrases("rosters", "movements", "titled"), entry.note or "", re.IGNORECASE)
    if entry.attendance != "partial" or moved is None:
        return people
    bearers = _bearers(people, title)
    return [
        replace(p, attendance="partial") if bearers == [n] and p.attendance == "present" else p
        for n, p in enumerate(people)
    ]


def _with_functions(people: list[Person], entry: Entry, title: str) -> list[Person]:
    """Give a function to the one who bears a title: `Næstformanden ledede mødet.`"""
    bearers = _bearers(people, title)
    if len(bearers) != 1 or not entry.functions:
        return people
    added = tuple(f for f in entry.functions if f not in people[bearers[0]].functions)
    note = "; ".join(filter(None, (people[bearers[0]].note, entry.note))) or None
    people[bearers[0]] = replace(people[bearers[0]], functions=(*people[bearers[0]].functions, *added), note=note)
    return people


def _bearers(people: Sequence[Person], title: str) -> list[int]:
    return [n for n, p in enumerate(people) if title in re.split(r";\s*", f"{p.role}; {p.note}".casefold())]


def _is_leading(role: str) -> bool:
    """Tell whether a role is one that leads a house: `Institutleder`, `Centerchef`; not `Forældrerepræsentant`."""
    return role.casefold().endswith(tuple(words("functions", "leading")))


def _is_chairing(role: str | None) -> bool:
    """Tell whether a role is no more than chairing: `formand`."""
    return (role or "").casefold() in words("functions", "plain_chair")


def _gives_function(group: Group) -> bool:
    return group.function in ("chair", "minute_taker") or group.role is not None


def _find(people: Sequence[Person], name: str, short: bool) -> int | None:
    folded = _fold(name)
    for n, person in enumerate(people):
        if _fold(person.name) == folded:
            return n
    if not short:
        return None
    fits = [
        n for n, p in enumerate(people) if name_fits(name, p.name) or (p.initials and p.initials.casefold() == folded)
    ]
    if not fits and _INITIALS.fullmatch(name):  # `Ref.: TR`, and nobody's initials stand in the roster
        fits = [n for n, p in enumerate(people) if p.initials is None and initials_of(p.name) == name]
    return fits[0] if len(fits) == 1 else None


def _by_initials(people: Sequence[Person], entry: Entry) -> int | None:
    """Find the one whom a list calls by initials alone, where another line says what they stand for."""
    fits = [
        n
        for n, p in enumerate(people)
        if (p.name == entry.initials or entry.name == entry.initials) and entry.initials in (p.name, p.initials)
    ]
    return fits[0] if len(fits) == 1 else None


def _by_fuller_name(people: Sequence[Person], name: str) -> int | None:
    """Find the one whom a list calls by initial and family name: `A. Bundgaard` signs, and `Anders Bundgaard` led."""
    if _CUT.match(name) or " " not in name:
        return None
    fits = [n for n, p in enumerate(people) if _CUT.match(p.name) and name_fits(p.name, name)]
    return fits[0] if len(fits) == 1 else None


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


def _add(
    people: list[Person],
    diagnostics: list[Diagnostic],
    entry: Entry,
    group: Group,
    short: bool,
    later: bool = False,
) -> None:
    """Add one entry; `later`: it stands inside an item, so that who is absent there was absent for a part only."""
    attendance: Attendance = entry.attendance or group.attendance
    timed = entry.attendance == "partial" and is_timed(entry.note or "")  # `Fraværende: Ib Ravn (ved punkt 3)`
    if group.attendance == "absent" and entry.attendance not in ("absent", "present") and not timed:
        attendance = "absent"
    functions = entry.functions
    besides = group.label.startswith(tuple(words("rosters", "movements", "leads")))
    if besides and entry.attendance == "partial" and not functions and is_timed(entry.note or ""):
        functions = ("guest",)  # `Desuden: provst Ib Ravn (pkt. 2)`
    if _comes_for_items(entry) and not functions and group.attendance != "absent":
        functions = ("guest",)  # `Ib Ravn, oversygeplejerske, under punkt 2`
    visits = group.label.startswith(affixes("rosters", "movements", "besides")) and not functions
    if visits and len(entry.organisation or "") > 2 and not is_party(entry.organisation or ""):
        functions = ("guest",)  # `Desuden: konsulent Ib Ravn fra Landboforeningen`
    if group.function and group.function not in functions:
        functions = (*functions, group.function)
    if group.also and group.also not in functions:
        functions = (*functions, group.also)
    role = entry.role or group.role
    if group.role and _is_leading(group.role) and _is_chairing(entry.role):  # `Institutleder: Ib Ravn, formand`
        role = group.role
    party = entry.organisation is not None and entry.organisation in (entry.note or "").split("; ")
    # `Lis Bo (A)`, below `Udpeget af byrådet`
    party = party and (sent_by(group.label) is None or " fra " in group.label)
    unit = entry.organisation is not None and entry.organisation[0].islower()  # `Ib Ravn, lokalpolitiet`
    held = entry.organisation is not None and (entry.role or "").endswith(f" {entry.organisation}")
    organisation = (group.organisation if party or unit or held else None) or entry.organisation or group.organisation
    led = group.label if group.function == "chair" and group.role is None else None
    note = "; ".join(filter(None, (led, entry.note))) or None
    place = _find(people, entry.name, short)
    if place is None and entry.initials:
        place = _by_initials(people, entry)
    if place is not None and entry.initials == people[place].name:  # `MH`, and below `MH = Mette Holm`
        people[place] = replace(people[place], name=entry.name, span=(entry.start, entry.end))
    if place is None and short:
        place = _by_fuller_name(people, entry.name)
        if place is not None:
            people[place] = replace(people[place], name=entry.name, span=(entry.start, entry.end))
    if place is None and group.function == "minute_taker" and _INITIALS.fullmatch(entry.name):
        return  # initials of nobody on the roster
    if place is None:
        people.append(
            Person(
                entry.name,
                (entry.start, entry.end),
                role,
                organisation,
                entry.initials,
                attendance,
                functions,
                note,
            )
        )
        return
    known = people[place]
    if entry.passing or group.function is None:  # who is on the roster and came for a part is no guest
        functions = tuple(f for f in functions if f != "guest")
    if entry.passing and known.attendance == "present":
        attendance = "present"
    if later and attendance == "absent" and known.attendance != "absent":
        attendance = "partial"
    people[place] = replace(
        known,
        role=known.role or role,
        organisation=known.organisation or organisation,
        initials=known.initials or entry.initials,
        attendance=_stricter(known.attendance, attendance),
        functions=(*known.functions, *(f for f in functions if f not in known.functions)),
        note="; ".join(dict.fromkeys(n for n in (known.note, note) if n)) or None,
    )
    if "absent" in (known.attendance, attendance) and known.attendance != attendance and not _gives_function(group):
        diagnostics.append(
            Diagnostic(
                code="attendance_conflict",
                severity="warning",
                message=f"{known.name} is listed both as present and as absent; taken as absent",
                span=(entry.start, entry.end),
            )
        )


def _comes_for_items(entry: Entry) -> bool:
    """Tell whether a roster says that somebody came for an item, as those do who are no members: `under pkt. 2`.

    Who was there `til pkt. 3` left then, and the kasserer is of the board whatever the items.
    """
    if (entry.role or "").casefold() in words("titles", "elected"):
        return False
    told = re.search(
        r"\b(?:under|ved|kun\s+til)\s+(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d", entry.note or "", re.IGNORECASE
    )
    known = entry.role is not None or len(entry.organisation or "") > 4  # `(Studio Kyst, under punkt 2)`
    return told is not None and not entry.passing and entry.attendance == "partial" and known


def _stricter(one: Attendance, other: Attendance) -> Attendance:
    for attendance in ("absent", "partial"):
        if attendance in (one, other):
            return attendance
    return "present"
