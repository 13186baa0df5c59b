"""Lines that open a group of the roster: `Til stede:`, `Fra Vesterby Kommune`, `Forældrevalgte` over names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analyser.language.definite import singular_title
from analyser.language.lexicon import affixes, lexicon, phrases, words
from analyser.language.names import fits_initials, is_title, looks_like_name
from analyser.minutes import Attendance
from analyser.structure.entries import read_entries
from analyser.structure.entry import function_of, is_organisation
from analyser.structure.groups import Group, known_label, named_group, sent_by, without_kind
from analyser.structure.lines import LONGEST, Line
from analyser.structure.person_line import read_person_line
from analyser.structure.roster_lists import exceptions, first_sentence

_SURE = 0.75
_COLUMN = 6
_LONGEST_NAME = 4  # words of who signs
_PLACE = re.compile(
    r"(?:\d{1,3}\.?\s?[a-zæøå]{2,12}|(?:[A-ZÆØÅ][a-zæøå]{2,10}\.?)\s\d{1,3}[a-zæøå]?)\s*:\s*(?=\S)"
)  # `1. sal:`

_CLASS = re.compile(
    r"[\s•*-]*(?P<label>\d{1,2}\.?\s?(?:[A-Za-zÆØÅæøå]{1,2}|klasse|årgang))\s*:\s+(?=\S)"
)  # `0.A: Alma`


def side_group(label: str) -> Group | None:
    """Read the head of one of several lists that stand side by side: `Afbud`, `Gæster:`, `Fra Vesterby Kommune`."""
    known = known_label(label)
    if known is not None:
        return known[0] if known[1] >= len(label) else None
    bare = re.sub(rf"^{phrases('rosters', 'organisation_prefix')}\s+", "", label.rstrip(":"), flags=re.IGNORECASE)
    return Group(organisation=bare, label="fra") if is_organisation(bare) else None


def open_group(
    line: Line, before: Group | None, following: Sequence[Line], strict: bool, headed: bool = False
) -> tuple[Group, str, int] | None:
    """Open a group where the line is a head: (group, what stands behind it, its offset).

    `headed`: the group `before` has a line of its own, and heads what follows: `Afbud:` / `Badminton: Ib Ravn`.
    """
    sent, mark, rest = line.text.partition(":")
    if not strict and sent_by(sent) is not None and _fits(rest, following, strict):  # `Medlemmer udpeget af DH`
        return named_group(sent, before), rest.strip(), line.end - len(rest.lstrip()) if mark else line.end
    known = known_label(line.text)
    if known is not None:
        group, position = known
        whole = _namely().match(line.text, position)
        position = whole.end() if whole else position
        rest = line.text[position:]
        rest = rest.replace("/", ";") if group.also else rest  # `Ordstyrer/referent: Lis/Ib`
        if _fits(rest, following, strict) or initials_of_taker(group, rest):
            if (
                group.attendance == "present"
                and before is not None
                and before.attendance == "absent"
                and group.label in ("fra",)
            ):
                group = replace(group, attendance="absent")
            return group, rest.strip(), line.start + position + len(rest) - len(rest.lstrip())
    if strict:
        return None
    origin = re.match(rf"{phrases('rosters', 'organisation_prefix')}\s+(?=\S)", line.text, re.IGNORECASE)
    organisation, colon, rest = line.text[origin.end() :].partition(":") if origin else ("", "", "")
    opens = bool(colon) or not re.search(r"[.!?]$", line.text)
    told = len(organisation) <= 90 and opens and not re.search(r"\d", organisation)
    if origin and told and _fits(rest, following, strict):
        attendance: Attendance = before.attendance if before and not rest.strip() else "present"
        organisation = re.sub(r"\s+(?:deltog|mødte|var)$", "", organisation.strip())
        house = None if _are_people(organisation) else without_kind(organisation)
        return Group(attendance, None, None, house, "fra"), rest.strip(), line.end - len(rest.lstrip())
    below = next((n for n in following if not n.blank), None)
    head = line.indent == 0 and below is not None and 0 < below.indent < _COLUMN and len(line.text.split()) <= 4
    if head and line.text[0].isupper() and not re.search(r"[\d:.,]", line.text) and _people_follow(following):
        return named_group(line.text, before), "", line.end  # `Forældrevalgte` over lines with a tab in front
    spoke = re.match(rf"{phrases('rosters', 'speakers')}\s*:?\s+(?=\S)", line.text, re.IGNORECASE) if before else None
    if spoke and read_entries(line.text[spoke.end() :], 0)[1] >= 1.0 and _fits(line.text[spoke.end() :], (), True):
        return Group(label=spoke.group().casefold().strip(" :")), line.text[spoke.end() :], line.start + spoke.end()
    classed = _CLASS.match(line.text)
    below_too = any(_CLASS.match(n.text) for n in [n for n in following if not n.blank][:1])
    if classed and (before is not None or below_too) and _fits(line.text[classed.end() :], (), True):
        came: Attendance = before.attendance if before is not None and headed else "present"
        return Group(came, label=classed["label"]), line.text[classed.end() :], line.start + classed.end()
    label = re.match(r"^([^:\t]{2,60}):\s*(.*)$", line.text)
    defined = label is not None and re.fullmatch(r"[A-ZÆØÅ]{2,4}", label[1]) is not None  # `PL: Preben Lund` is no head
    defined = defined and label is not None and fits_initials(label[1], label[2])
    if label and not _is_meeting_label(label[1]) and not defined:
        rest = label[2]
        found, share = read_entries(rest, 0) if rest else ([], 0.0)
        if share < 1.0 and ";" in rest:  # `Direktør Ib Ravn, Danbo; HR-chef Lis Holm, Norbank`
            parts = [read_person_line(p.strip(), 0, inline=True) for p in rest.split(";") if p.strip(" .")]
            found, share = [p for p in parts if p is not None], float(all(p is not None for p in parts))
        ranked = re.fullmatch(r"\d\.\s+(?P<office>\w+)", label[1])  # `1. suppleant: Ib Ravn`
        plain = not re.search(r"\d", label[1]) or (ranked is not None and is_title(ranked["office"]))
        plain = plain or (before is not None and _PLACE.match(line.text) is not None)
        if rest and found and share >= 1.0 and plain:
            group = named_group(label[1], before)
            if _are_letters(label[1], found[0].name) and group.organisation is None and group.role is None:
                group = replace(group, organisation=label[1].strip())  # `LO: Ib Ravn`
            if headed and before is not None and before.attendance == "absent":
                group = replace(group, attendance="absent")
            return group, rest, line.start + line.text.find(rest, len(label[1]))
        headless = before is not None or is_organisation(label[1]) or singular_title(label[1]) is not None
        if not rest and headless and _people_follow(following) and not re.search(r"\d", label[1]):
            return named_group(label[1], before), "", line.end
    bare = line.text.strip("*_ ")
    if before is not None and _is_lone_head(bare, before) and not _is_person(line) and _people_follow(following):
        house = bare if before.organisation == before.label and not _are_people(bare) else None
        return replace(named_group(bare, before), organisation=house, role=None, label=bare), "", line.end
    if (
        before is not None
        and is_organisation(bare)
        and len(bare.split()) <= 6
        and _people_follow(following)
        and not _is_person(line)
    ):
        return Group(before.attendance, before.function, None, bare.rstrip(":"), bare), "", line.end
    return None


@cache
def _namely() -> re.Pattern[str]:
    """`Mødt var | hele Bestyrelsen, nemlig` over names, or before them."""
    everybody, namely = phrases("rosters", "movements", "everybody"), phrases("rosters", "namely")
    return re.compile(rf"\s*(?:{everybody}\s+)?\w+\s*,?\s*{namely}\s*:?\s*(?=[A-ZÆØÅ]|$)", re.IGNORECASE)


def _is_lone_head(text: str, before: Group) -> bool:
    """Tell whether a line among names heads those below it: `Ph.d.-repræsentant`, `Praktiserende læger`."""
    if not text[:1].isupper() or len(text.split()) > 4 or re.search(r"[\d:,;()\t]|[.!?]$", text):
        return False
    if text.casefold().endswith(affixes("rosters", "one_ends")) and len(text.split()) <= 2:
        return True
    beside = before.organisation is not None and before.organisation == before.label
    return beside and " " in text and not looks_like_name(text, 2) and not is_title(text.split()[0])


def _are_people(label: str) -> bool:
    """Tell whether a head names those whom somebody stands for, no organisation: `For brugerne`, `Fra forældrene`."""
    return label.casefold().endswith((*affixes("rosters", "people_ends"), *affixes("rosters", "one_ends")))


def _are_letters(label: str, name: str) -> bool:
    """Tell whether a label is a house by its letters, not the initials of who follows: `LO`, `DA`."""
    return re.fullmatch(r"[A-ZÆØÅ]{2,5}", label.strip()) is not None and not fits_initials(label.strip(), name)


def initials_of_taker(group: Group, rest: str) -> bool:
    """Tell whether nothing but initials follows a function: `Ref. CF`."""
    return group.function == "minute_taker" and re.fullmatch(r"[A-ZÆØÅ]{2,4}", rest.strip(" .")) is not None


def is_office(line: Line) -> bool:
    """Tell whether a line is nothing but one office: `Formand`."""
    text = line.text.strip(" .()")
    return " " not in text and function_of(text) in ("chair", "minute_taker") and is_title(text)


def stands_below_name(line: Line, before: Line | None) -> bool:
    """Tell whether a line is the office of who signs right above it: `Kr. Holm` / `Formand`."""
    if before is None or before.blank or not is_office(line):
        return False
    name = before.text.strip(" .")
    return looks_like_name(name, 2) and len(name.split()) <= _LONGEST_NAME


def _fits(rest: str, following: Sequence[Line], strict: bool) -> bool:
    """Tell whether names stand behind a label, on its line or the next ones."""
    bare = rest.strip(" .")
    if not bare:
        return _people_follow(following)
    if bare in "-–" or bare.casefold() in words("rosters", "nobody"):
        return not strict
    first = first_sentence(bare, 0)[0]
    if exceptions(first, 0)[1]:
        return True
    found, share = read_entries(first, 0, lenient=True)
    return bool(found) and share >= (_SURE if strict else 0.5)


def _people_follow(following: Sequence[Line]) -> bool:
    seen = 0
    for line in following:
        if line.blank:
            seen += 1
            if seen > 2:
                return False
            continue
        if len(line.text) > LONGEST:
            return False
        place = _PLACE.match(line.text)
        found, share = read_entries(line.text[place.end() if place else 0 :], 0)
        if (found and share >= _SURE) or read_person_line(line.text, 0) is not None:
            return True
        known = known_label(line.text)
        origin = re.match(r"fra\s+[A-ZÆØÅ]", line.text, re.IGNORECASE) or is_organisation(line.text.rstrip(":"))
        lenient, sure = read_entries(line.text, 0, lenient=True)
        return bool(known or origin) or (bool(lenient) and sure >= 1.0 and len(line.text.split()) <= 8)
    return False


def _is_person(line: Line) -> bool:
    found, share = read_entries(line.text, line.start)
    return bool(found) and share >= 1.0


def _is_meeting_label(label: str) -> bool:
    low = label.casefold().strip(" .*_")
    return any(low in words("meeting", "labels", kind) for kind in lexicon("meeting")["labels"]) or any(
        low in words("headings", "parts", kind) for kind in ("decision", "action", "proposal", "background")
    )
