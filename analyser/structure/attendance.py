"""Sentences that say who came, went, stayed away or stood in: `Aksel Brand havde meldt afbud; i hans sted mødte …`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.definite import definite_title
from analyser.language.lexicon import either, phrases, words
from analyser.language.sentences import sentence_spans
from analyser.minutes import Attendance, Function
from analyser.structure.away_from import elsewhere, from_something_else, on_other_days
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry, function_of, is_timed

_SURE = 0.99
# somebody at the start of a sentence, who may have stops in their name: `Torben K. Rasch`, `Chr. Holm`
_WHO = r"(?:[^.]|(?<=\b[A-ZÆØÅ])\.|(?<=\b[A-ZÆØÅ][a-zæøå])\.|(?<=\b[A-ZÆØÅ][a-zæøå]{2})\.){2,80}?"


def attendance_in(sentence: str, start: int, known: bool = False, place: int | None = None) -> Iterator[Entry]:
    """Read the people of one sentence with what it says of their attendance.

    `Aksel Brand havde meldt afbud` (absent); `i hans sted mødte Inga Vad`, `Ole Bech deltog i stedet for Lis Bo`
    (substitute); `Desuden deltog graver Poul Ny under punkt 3` (partial); `Ib Ravn forlod mødet kl. 17.40` (partial);
    `Afbud fra Lis Bo` (absent). `start` is the sentence's offset; with `known` single names count. `place` counts the
    sentences that its item tells before it of other things: `Lis fortalte om mødet i Møldrup. | Jens Bak deltog også.`
    """
    if len(sentence) > 600:
        return
    mostly = _was_mostly_there().match(sentence)
    if mostly and _is_there().search(sentence):  # `Samtlige Medlemmer var mødt, undtagen Ib Ravn, der var syg`
        end = next((e for _, e in sentence_spans(sentence)), len(sentence))
        excepted = _excepted(sentence[:end], start, mostly.end(), known)
        yield from (replace(e, attendance=e.attendance or "absent") for e in excepted)
        return
    for clause, offset in _clauses(sentence, start):
        if not _tells().search(clause):
            found = []  # so with most
        else:
            found = [] if place is not None and _leans(clause, place) else list(_clause(clause, offset, known))
        yield from found
        place = None if place is None else 0 if found else place + 1


@cache
def _tells() -> re.Pattern[str]:
    """What stands in each clause from which `_clause` reads somebody."""
    kinds = (
        "present_before",
        "present_verbs",
        "instead",
        "away_before",
        "away",
        "leads",
        "verbs",
        "recused",
        "leaving",
    )
    every = either({phrase for kind in kinds for phrase in words("rosters", "movements", kind)})
    return re.compile(rf"\b{every}", re.IGNORECASE)


def _leans(clause: str, place: int) -> bool:
    """Tell whether a clause of an item only says that somebody takes part, which may be in what was told before.

    `Direktør Kaj Eg deltog.`, `Jens Bak deltog også.` behind other sentences; `Anne Lund deltager.` anywhere, and
    `Ib Holm deltog også i kommunens møde om vejen.`; not `Kaj Eg deltog under punktet.`
    """
    told = _bare().search(clause)
    if told is None:
        return False
    return place > 0 or told["now"] is not None or told["where"] is not None


def _clauses(sentence: str, start: int) -> Iterator[tuple[str, int]]:
    for position, end in sentence_spans(sentence):
        for match in _clause_end().finditer(sentence, position, end):
            yield sentence[position : match.start()], start + position
            position = match.end()
        yield sentence[position:end], start + position


def _clause(clause: str, start: int, known: bool) -> Iterator[Entry]:
    match = _present_before().match(clause)
    if match:
        yield from _people(clause[match.end() :], start + match.end(), known)
        return
    match = _in_place_of().match(clause)
    if match and (elsewhere().search(match["who"]) or find_dates(match["who"], reference=ANY_DAY)):
        return  # `I stedet for Per Dam deltager Ole Bech i mødet med kommunen den 4. maj.`
    if match:  # `I stedet for Thomas Bo mødte Rolf Eg`
        for entry in _people(match["away"], start + match.start("away"), known):
            yield replace(entry, attendance="absent")
        for entry in _people(match["who"], start + match.start("who"), known):
            yield replace(entry, functions=("substitute",), note=clause.strip(" ."), attendance="present")
        return
    match = _instead().search(clause)
    if match:
        before, behind = clause[: match.start()], clause[match.end() :]
        people = list(_people(before, start, known)) or list(_people(behind, start + match.end(), known))
        what = re.search(r"\bsom\s+(\w+)", match.group())  # `deltog som stedfortræder`
        role = what[1] if what and function_of(what[1]) == "substitute" else None
        for entry in people:
            told = replace(entry, role=entry.role or role, functions=("substitute",))
            yield replace(told, note=clause.strip(" ."), attendance="present")
        return
    match = _away_before().search(clause)
    if match and match["away"].casefold() in words("rosters", "movements", "except") and not _is_there().search(clause):
        return  # `Alle stemte for | undtagen Ib Ravn`
    if match:
        for entry in _people(clause[match.end() :], start + match.end(), known):
            yield replace(entry, attendance="absent")
        return
    match = _away().search(clause)
    behind = clause[match.end() :] if match else ""
    if match and not on_other_days(match.group(), behind) and not from_something_else(behind):
        before = re.sub(r"\s+(?:var|er|blev)\s+(?:\w+\s+)?indkaldt,?(?:\s+men)?\s*$", "", clause[: match.start()])
        whose = _whose_substitute().match(before)  # `Hans suppleant Ib Ravn mødte heller ikke frem.`
        lead = whose.end() if whose else 0
        for entry in _people(before[lead:], start + lead, known):
            if whose:
                entry = replace(entry, functions=("substitute",))
            part = is_timed(behind)  # `fraværende indtil sag nr. 3`
            yield replace(entry, attendance="partial" if part else "absent", note=match.group().strip())
        return
    match = _was_there().search(clause)
    if match:
        only = _only().search(clause)
        people = list(_people(match["who"], start + match.start("who"), known))
        visits = re.match(rf"{phrases('rosters', 'movements', 'besides')}\b", clause, re.IGNORECASE) is not None
        latter = only is not None and re.search(r"\b(?:sidstnævnte|denne)\s*$", clause[: only.start()]) is not None
        for entry in people:
            timed = only if only and (not latter or entry is people[-1]) else None
            note = timed.group().strip() if timed else None
            guest = (
                visits and not entry.functions and bool(entry.organisation)
            )  # `Endvidere var Ib Ravn fra Solbo til Stede`
            functions: tuple[Function, ...] = ("guest",) if guest else entry.functions
            yield replace(entry, attendance="partial" if timed else "present", note=note, functions=functions)
        return
    match = _took_part().search(clause)
    if match:
        parts = _between_points().split(clause[match.end() :])
        if len(parts) > 1 and not list(_people(clause[: match.start()], start, known)):
            # `Desuden deltog organist Ib Ravn under punkt 4 | og arkitekt Lis Bo under punkt 3.`
            offset = match.end()
            # of who came for no part, nobody says that they were there for one
            for one in parts:
                offset = clause.find(one, offset)
                yield from _took_part_in(f"{match.group()} {one}", start + offset - match.end() - 1, known)
            return
        yield from _took_part_in(clause, start, known)
        return
    match = _moved().match(clause) or _moved_inverted().match(clause) or _recused().match(clause)
    if match:
        for entry in _people(match["who"], start + match.start("who"), known):
            yield replace(entry, attendance="partial", note=clause.strip(" ."))


def _took_part_in(clause: str, start: int, known: bool) -> Iterator[Entry]:
    """Read who took part, for how long, as what and from where: `Fra Solbo deltog som gæst Ib Ravn under punkt 3.`"""
    match = _took_part().search(clause)
    if match is None:
        return
    behind = clause[match.end() :]
    only = _only().search(clause)
    origin = match["origin"]
    told: Function | None = "guest" if match["guest"] else "observer" if match["observer"] else None
    names = [] if origin or told else list(_people(clause[: match.start()], start, known))
    latter = _latter().search(behind)  # `… og amtslæge Ib Ravn, sidstnævnte under sag 2`
    whole = only
    people = behind[: latter.start()] if latter else _only().sub("", behind)
    names = names or list(_people(people, start + match.end(), known))
    for entry in names:
        only = whole if latter is None or entry is names[-1] else None
        note = only.group().strip() if only else entry.note
        functions: tuple[Function, ...] = (told,) if told else entry.functions
        if only and not functions and re.search(r"\bp(?:un)?kt", only.group(), re.IGNORECASE):
            functions = ("guest",)
        whose = entry.organisation or origin
        besides = re.match(rf"{phrases('rosters', 'movements', 'leads')}\b", match.group(), re.IGNORECASE)
        also = re.match(
            rf"\s*{phrases('rosters', 'fillers')}\b", behind, re.IGNORECASE
        )  # `Ib Ravn fra provstiet deltog også`
        if also and not functions and entry.organisation:
            functions = ("guest",)
        if besides and not functions and entry.organisation and entry.organisation[0].isupper():
            functions = ("guest",)  # `Endvidere deltog revisor Ib Ravn fra Solbo A/S`
        attendance: Attendance = "partial" if only else "present"
        # who is on the roster and came to an item was there for all of it, not who came late or left
        passing = only is not None and not re.match(r"\s*(?:kun|fra|til|de\s+første)\b", only.group(), re.IGNORECASE)
        yield replace(entry, attendance=attendance, note=note, organisation=whose, functions=functions, passing=passing)


def _excepted(sentence: str, start: int, position: int, known: bool) -> Iterator[Entry]:
    """Read those who were not there, and who is said to have come in their stead.

    `… med undtagelse af fru Lis Bo, for hvem suppleanten, postbud Ib Ravn, var indkaldt, og gårdejer Ole Vad.`;
    `… undtagen Lis Bo, for hvem Ib Ravn deltog som stedfortræder, og Ole Vad.`
    """
    told = sentence[position:]
    while told:
        aside = re.search(r",?\s+for\s+hvem\s.*?(?=,\s+(?:og|samt)\s|$)", told)
        end = aside.start() if aside else len(told)
        yield from _people(told[:end], start + position, known)
        if aside is None:
            return
        lead = re.match(r",?\s+for\s+hvem\s+", aside.group())
        stood = aside.start() + (lead.end() if lead else 0)
        for began in (aside.start(), stood):  # `for hvem mødte Ib Ravn`; `Ib Ravn mødte som suppleant`
            clause = told[began : aside.end()].rstrip(" ,.")
            began += len(clause) - len(clause.lstrip(" ,"))
            there = list(_clause(clause.lstrip(" ,"), start + position + began, known))
            instead = [e for e in there if "substitute" in e.functions]
            yield from instead
            if instead:
                break
        position += aside.end()
        told = sentence[position:]
        skip = re.match(r",?\s+(?:og|samt)\s+", told)
        position += skip.end() if skip else 0
        told = told[skip.end() :] if skip else told


def _people(text: str, start: int, known: bool) -> Iterator[Entry]:
    lead = re.match(r"^[\s,.:]*(?:kun\s+|også\s+|endvidere\s+|desuden\s+|samt\s+|og\s+|var\s+)*", text, re.IGNORECASE)
    skip = lead.end() if lead else 0
    bare = re.sub(r",\s+(?:der|som|hvor)\s.*$", "", text[skip:])  # `…, der førte protokollen`
    bare = re.sub(r"[\s,.:]+$", "", bare)
    if known and re.fullmatch(r"[A-ZÆØÅ]{2,5}", bare):
        yield Entry(bare, start + skip, start + skip + len(bare))
        return
    if known and definite_title(bare) is not None:  # `næstformanden`
        yield Entry(bare, start + skip, start + skip + len(bare))
        return
    found, share = read_entries(bare, start + skip, lenient=False)
    if found and share >= _SURE:
        yield from (e for e in found if known or " " in e.name)


@cache
def _clause_end() -> re.Pattern[str]:
    told = "|".join(phrases("rosters", "movements", k) for k in ("verbs", "present_verbs", "away", "instead"))
    # `Pia var forhindret | og Bjarne kom først kl. 20`
    return re.compile(
        rf";\s+|,\s+(?:da|idet|hvorefter)\s+|,\s+(?:men|mens|medens)\s+(?!{phrases('rosters', 'movements', 'away')})"
        # `…, og Susanne Krag, fuldmægtig.` goes on with those who came
        rf"|,\s+og\s+(?!{phrases('rosters', 'movements', 'away')})(?=[^;]*\b(?:{told}|var|blev|er|valgt\w*)\b)"
        r"|\s+(?:og|mens|medens|men)\s+(?=i\s+h(?:ans|endes)\s+sted)"
        rf"|\s+(?:og|mens|medens|men)\s+(?=[A-ZÆØÅ][\wæøå.-]*(?:\s[A-ZÆØÅ][\wæøå.-]*){{0,3}}\s+(?:{told})\b)"
    )


@cache
def _away() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('rosters', 'movements', 'away')}\b", re.IGNORECASE)


@cache
def _away_before() -> re.Pattern[str]:
    away = phrases("rosters", "movements", "away_before")
    return re.compile(rf"^[\s\w]{{0,60}}?\b(?P<away>{away})\b:?", re.IGNORECASE)


@cache
def _is_there() -> re.Pattern[str]:
    """What tells beside `alle undtagen` that it is of who came: `var mødt`, `er til stede`."""
    return re.compile(rf"\b{phrases('rosters', 'movements', 'there')}\b", re.IGNORECASE)


@cache
def _instead() -> re.Pattern[str]:
    verbs = phrases("rosters", "movements", "present_verbs")
    # `Karna Løvgren deltog i Hennings sted`
    whose = rf"{verbs}\s+(?:som\s+suppleant\s+)?i\s+(?-i:[A-ZÆØÅ])[\wæøå. -]{{1,40}}s['’]?\s+(?:sted|fravær)"
    return re.compile(rf"\b(?:{phrases('rosters', 'movements', 'instead')}|{whose})\b(?:\s+for)?", re.IGNORECASE)


@cache
def _in_place_of() -> re.Pattern[str]:
    verbs = phrases("rosters", "movements", "present_verbs")
    return re.compile(rf"^i\s+stedet\s+for\s+(?P<away>.{{3,60}}?)\s+{verbs}\s+(?P<who>\S.*)$", re.IGNORECASE)


@cache
def _was_there() -> re.Pattern[str]:
    leads = phrases("rosters", "movements", "leads")
    # `Desuden var Organist P. Holm til Stede under Punkt 3.`
    return re.compile(rf"^{leads}\s+var\s+(?P<who>.{{3,120}}?)\s+(?:til\s?stede|mødt|med)\b", re.IGNORECASE)


@cache
def _took_part() -> re.Pattern[str]:
    verbs = phrases("rosters", "movements", "present_verbs")
    guest, observer = (phrases("rosters", "movements", k) for k in ("as_guest", "as_observer"))
    lead = rf"{phrases('rosters', 'movements', 'leads')}|under\s+(?:punkt|pkt\.?)\s*\d+"
    also = phrases("rosters", "fillers")
    role = rf"(?P<guest>{guest})|(?P<observer>{observer})"
    # `Fra administrator, Solbo A/S, deltog`
    origin = r"fra\s+(?:(?:vores\s+|foreningens\s+)?[a-zæøå]+,\s+(?=[A-ZÆØÅ]))?(?P<origin>[^,]{2,50}?),?\s+"
    return re.compile(
        rf"^(?:(?:{lead}|{role})\s+)*(?:{origin})?{verbs}\b(?!\s+(?:i|ikke)\b)"
        r"(?:\s+(?:endvidere|desuden|også|tillige))?"
        rf"|\b{verbs}(?=\.?\s*$|\s+(?:{also}|under|i\s+p|fra\s+(?:kl|p)|til\s+(?:kl|p)|ved|kun|som\s+gæst|mødet|online|de\s+første)\b)",
        re.IGNORECASE,
    )


@cache
def _bare() -> re.Pattern[str]:
    now = phrases("rosters", "movements", "present_now")
    verbs = phrases("rosters", "movements", "present_verbs")
    also = phrases("rosters", "fillers")
    return re.compile(
        rf"\b(?:(?P<now>{now})|{verbs})(?:\s+{also})?(?:[\s.]*$|\s+(?!ved\b)(?P<where>{elsewhere().pattern}))",
        re.IGNORECASE,
    )


@cache
def _between_points() -> re.Pattern[str]:
    return re.compile(r"(?<=\d)\s+(?:og|samt)\s+(?=\D)", re.IGNORECASE)


@cache
def _present_before() -> re.Pattern[str]:
    return re.compile(rf"{phrases('rosters', 'movements', 'present_before')}\b:?\s+(?=\S)", re.IGNORECASE)


@cache
def _was_mostly_there() -> re.Pattern[str]:
    excepted = phrases("rosters", "movements", "except")
    present = phrases("rosters", "present")
    everybody = phrases("rosters", "movements", "everybody")
    return re.compile(
        rf"(?:{present}\s+(?:var\s+)?)?{everybody}\b[^.:]{{2,60}}?,?\s+{excepted}\s+(?=\S)",
        re.IGNORECASE,
    )


@cache
def _whose_substitute() -> re.Pattern[str]:
    return re.compile(rf"(?:hans|hendes|deres)\s+{phrases('functions', 'substitute')}\s+", re.IGNORECASE)


@cache
def _recused() -> re.Pattern[str]:
    # `Ib Ravn erklærede sig inhabil og forlod salen`: who is only recused stays where they are
    left = phrases("rosters", "movements", "left")
    return re.compile(
        rf"^(?P<who>[^.]{{2,80}}?)\s+{phrases('rosters', 'movements', 'recused')}\b(?=.*\b{left}\b)", re.IGNORECASE
    )


@cache
def _only() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:kun\s+)?\b(?:under|i|til|fra|ved|til\s+og\s+med|fra\s+og\s+med)\s+(?:behandlingen\s+af\s+)?"
        r"(?:punkt(?:et|erne)?|pkt\.?|kl\.?|sag(?:erne)?(?:\s+nr\.?)?|dagsordenens)\s*[\d., og–-]*.*$"
        r"|\s*\b(?:i\s+)?de\s+første\s+\d+\s+minutter.*$",
        re.IGNORECASE,
    )


@cache
def _latter() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:sidstnævnte|denne)(?={_only().pattern})", re.IGNORECASE)


@cache
def _moved() -> re.Pattern[str]:
    verbs = phrases("rosters", "movements", "verbs")
    cues = phrases("rosters", "movements", "cues")
    return re.compile(
        rf"^(?P<who>{_WHO})\s+(?={verbs}\b)(?=.*\b{cues}\b){verbs}\b(?!\s+(?:ikke\s+)?med\s)", re.IGNORECASE
    )


@cache
def _moved_inverted() -> re.Pattern[str]:
    verbs = phrases("rosters", "movements", "leaving")
    return re.compile(
        rf"^(?:kl|klokken|under|efter|ved|herefter|inden|i)\b[^,]{{0,60}}?\s{verbs}\s+"
        r"(?P<who>[A-ZÆØÅ][\w. -]{1,40}?)\s+(?:\w+-)?(?:mødet|lokalet|salen)\b",
        re.IGNORECASE,
    )
