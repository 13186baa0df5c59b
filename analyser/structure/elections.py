"""Sentences that give somebody a function at the meeting: who was elected dirigent (who leads a general assembly),
who kept the minutes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analyser.language.definite import definite_title
from analyser.language.lexicon import affixes, phrases, words
from analyser.language.names import is_collective, name_fits
from analyser.language.sentences import sentence_spans
from analyser.minutes import Function
from analyser.structure.attendance import attendance_in
from analyser.structure.entries import read_entries
from analyser.structure.entry import Entry, function_of

_LONGEST = 500
_CONSTITUTED = re.compile(r"[-–•*\s]*(?P<office>\w+)\s*:\s+(?P<name>[A-ZÆØÅ][^:;,]{2,40}?)\.?")
_LABEL = re.compile(r"^[^.]{2,40}:")


def tells_attendance(text: str, start: int) -> bool:
    """Tell whether a line among names is a sentence: `Kaj Holm deltog under punkt 3.`, `Protokollen førtes af …`."""
    if len(text) > _LONGEST or _LABEL.match(text):
        return False
    moved = any(attendance_in(text, start, known=True)) and bool(re.search(r"\.$|\bkl\b|\bp(?:un)?kt\b", text))
    # `Hanne Skriver (V), gik kl. 17.30` is a row of the list
    listed = rf"\)\s*[-–]|^[^,]+,\s+{phrases('rosters', 'movements', 'verbs')}\b"
    return (moved and "(" not in text.split(")")[-1] and not re.search(listed, text)) or any(elected_in(text, start))


def elected_in(sentence: str, start: int) -> Iterator[Entry]:
    """Read who got a function in one sentence; `start` is the sentence's offset.

    `Til referent valgtes Birgit Stald`; `Bestyrelsen foreslog advokat Viggo Thos som dirigent`; `Ole Bech blev valgt
    til ordstyrer`; `Protokollen førtes af kommunesekretær E. Bruun`; `Referent: Lis Bo` stands in the roster.
    """
    if len(sentence) > _LONGEST:
        return
    constituted = _CONSTITUTED.fullmatch(sentence.strip())
    if constituted and constituted["office"].casefold() in words("titles", "elected"):  # `Næstformand: Ib Ravn`
        named, share = read_entries(constituted["name"], start + sentence.find(constituted["name"]))
        if len(named) == 1 and share >= 1.0:
            yield replace(named[0], role=constituted["office"], passing=True)
        return
    for match in _keeping().finditer(sentence):
        keeper = _last_person(sentence, match.start(), start)
        if keeper is None and re.search(r"\sog$", sentence[: match.start()]):  # `Aase bød velkommen og ledede mødet.`
            keeper = _first_person(sentence, 0, start)
        if keeper is None:
            keeper = _titled_before(sentence, match.start(), start)
        yield from _given(keeper, "chair" if match["chair"] else "minute_taker", match["chair"])
    kept = _kept().search(sentence)
    if kept:
        function: Function = "chair" if kept["chair"] else "minute_taker"
        yield from _given(_first_person(sentence, kept.end(), start), function, kept["chair"])
        return
    for match in _office().finditer(sentence):
        found = function_of(match["office"])
        if found not in ("chair", "minute_taker"):
            if re.search(r"valgt\s*$", sentence[: match.start()]):
                entry = _last_person(sentence, match.start(), start)
                if entry is not None:
                    yield replace(entry, note=match["office"])
            continue
        behind = re.match(
            rf"\s*(?:\w+\s+){{0,3}}?{phrases('rosters', 'elections', 'verbs')}\s+(?:bestyrelsen\s+)?",
            sentence[match.end() :],
            re.IGNORECASE,
        )
        people = _first_person(sentence, match.end() + behind.end(), start) if behind else None
        if people is None and re.match(r"\s+[A-ZÆØÅ]", sentence[match.end() :]):  # `…, og som referent Sofie Dahl`
            people = _first_person(sentence, match.end(), start)
        label = re.match(r"\s*:\s*", sentence[match.end() :])
        if label:  # `Som dirigent: Ib Holm       Som referent: Lis Bo`
            cell = re.split(r"\s{3,}|\t", sentence[match.end() + label.end() :])[0]
            behind_label = _first_person(sentence[: match.end() + label.end()] + cell, match.end() + label.end(), start)
            yield from _given(behind_label, found, match["office"])
            continue
        if people is None and not re.match(r"\s*(?:valgtes|valgt)", sentence[match.end() :]):
            people = _last_person(sentence, match.start(), start)
        proposed = re.search(rf"\b{phrases('titles', 'put_up')}\b", sentence[: match.start()], re.IGNORECASE)
        if people and proposed and not _office().search(sentence, match.end()):
            rival = _rival(
                people, sentence, match.end(), start
            )  # `… foreslog Per Dam som dirigent, men Ole blev valgt.`
            people = rival or people
        yield from _given(people, found, match["office"])


def elected_under(title: str, sentence: str, start: int, behind: str = "") -> Iterator[Entry]:
    """Read who was elected by one of the first sentences below `Valg af dirigent`: `Viggo Thos blev valgt.`

    `behind` is what the item tells behind the sentence: who was only proposed is not elected where another is.
    """
    match = _heading().search(title)
    if match is None or len(sentence) > _LONGEST or _office().search(sentence):
        return  # `Ida Holm blev valgt som dirigent og Ole Bak som referent.` says itself who has which
    found = function_of(match["office"])
    proposed = re.search(r"\bforeslog\s+(?P<name>[^,]{3,60}),\s+(?:som|der)\s+(?:også\s+)?blev\s+\w*valgt", sentence)
    if proposed and found is not None:
        yield from _given(_first_person(proposed["name"], 0, start + proposed.start("name")), found, match["office"])
        return
    # `foreslog Hartvig Bo`, `foreslog advokat Hartvig Bo`
    put_up = re.search(rf"\b{phrases('titles', 'put_up')}\s+(?=(?:[a-zæøå.]+\s){{0,3}}[A-ZÆØÅ])", sentence)
    if put_up and found is not None:  # `Bestyrelsen foreslog Hartvig Bo, nr. 17.`
        yield from _given(_proposed(sentence, put_up.end(), start, found, behind), found, match["office"])
        return
    # `Valgt blev lærer Aage Rosendal, som takkede.`; a formand so elected leads the meetings to come
    standing = match["office"].casefold() in words("functions", "standing_chair")
    fronted = None if standing else _elected_first().match(sentence)
    start, sentence = (start + fronted.end(), sentence[fronted.end() :]) if fronted else (start, sentence)
    name = re.split(rf"\s+{phrases('rosters', 'elections', 'ends_name')}\b|[.,:(]", sentence)[0]
    if found is not None and len(name.split()) <= 5:
        yield from _given(_first_person(name, 0, start), found, match["office"])


def _proposed(sentence: str, position: int, start: int, office: Function, behind: str) -> Entry | None:
    """Read who was elected by a proposal, which is who was proposed where nobody else was put up or elected.

    `Lis foreslog Mette, men | Ole blev valgt.` is Ole's; `Bestyrelsen foreslog Mette, som ikke ønskede hvervet.` and
    `Bestyrelsen foreslog Ole, og Per blev foreslået af salen.` are nobody's before the sentence that tells.
    """
    entry = _first_person(sentence, position, start)
    if entry is None:
        return None
    rival = _rival(entry, sentence, position, start)
    if rival is not None:
        return rival
    rest = sentence[position:]
    if _declined().search(rest) or re.search(rf"\b{phrases('titles', 'put_up')}\b", rest, re.IGNORECASE):
        return None
    for begin, end in sentence_spans(behind):
        of = _office().search(behind, begin, end)
        if of and function_of(of["office"]) != office:
            continue  # `Lis Bo blev valgt som referent.`
        names = [*_is_elected().finditer(behind, begin, end), *_elected_is().finditer(behind, begin, end)]
        people = [p for m in names if (p := _first_person(m["name"], 0, 0)) is not None]
        if any(not _is_one(p.name, entry.name) for p in people):
            return None
    return entry


def _rival(entry: Entry, sentence: str, position: int, start: int) -> Entry | None:
    """Read who else was elected, behind the one who was proposed: `…, men Ole blev valgt.`"""
    for elected in _is_elected().finditer(sentence, position):
        other = _first_person(elected["name"], 0, start + elected.start("name"))
        if other is not None and not _is_one(other.name, entry.name):
            return other
    return None


def _is_one(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: `Ole`, `Ole Bech`."""
    return name_fits(one, other) or name_fits(other, one)


def _given(entry: Entry | None, function: Function, office: str | None) -> Iterator[Entry]:
    if entry is not None:
        note = office if function == "chair" else entry.note
        yield replace(entry, functions=(function,), note=note, attendance="present")


def _first_person(sentence: str, position: int, start: int) -> Entry | None:
    """Read the person who stands first from `position` on: the longest run of words that is one."""
    office = re.match(r"\s*(\w+),\s+(?=[A-ZÆØÅ])", sentence[position:])  # `formanden, Gdr. Laurids Kjær`
    if office and definite_title(office[1]):
        position += office.end()
    tokens = list(re.finditer(r"\S+", sentence[position:]))[:7]
    for n in range(len(tokens), 0, -1):
        text = sentence[position : position + tokens[n - 1].end()].strip(" .,;:")
        lead = len(sentence[position:]) - len(sentence[position:].lstrip())
        found, share = read_entries(text, start + position + lead)
        if len(found) == 1 and share >= 1.0 and "," not in text:
            return None if is_collective((found[0].role or "-").split()[0]) else found[0]
    return None


def _last_person(sentence: str, position: int, start: int) -> Entry | None:
    """Read the person who stands right before `position`: `advokat Viggo Thos | som dirigent`."""
    before = re.sub(
        r"(?:,\s+(?:der|som))?[\s,]*(?:\b(?:blev|er|var))?\s*(?:enstemmigt\s+|hermed\s+|derefter\s+|dermed\s+)?(?:gen|ny)?(?:valgt(?:es)?|udpeget|udpegedes|foreslået)?\s*$",
        "",
        sentence[:position],
    )
    tokens = list(re.finditer(r"\S+", before))[-6:]
    # `… som dirigent og | Ole Bak | som referent`
    joined = [n for n, t in enumerate(tokens) if t.group().casefold() in words("rosters", "elections", "joining")]
    for token in tokens[joined[-1] + 1 :] if joined else tokens:
        if token.group().casefold() in words("pronouns", "person"):
            continue
        if token.group().casefold() in words("rosters", "elections", "not_yet"):
            return None  # `Vi var enige om at spørge Lis Bo som dirigent.`
        text = before[token.start() :]
        found, share = read_entries(text, start + token.start())
        if len(found) == 1 and share >= 1.0 and found[0].end >= start + len(before.rstrip()) - 1:
            return replace(found[0], role=_bare_title(found[0].role))
    return None


def _titled_before(sentence: str, position: int, start: int) -> Entry | None:
    """Read who is called by title alone right before `position`, where a clause begins: `Næstformanden | ledede`."""
    word = re.search(r"(?:^|[.;,]\s+|\bog\s+)([A-ZÆØÅ]?[a-zæøå]{4,})$", sentence[:position])
    if word is None or definite_title(word[1]) is None:
        return None
    return Entry(word[1], start + word.start(1), start + word.end(1))


def _bare_title(title: str | None) -> str | None:
    """Take from a title the words of the sentence before it: `foreslog advokat`; not `statsaut. revisor`."""
    told = (title or "").split()
    while len(told) > 1 and told[0].islower() and not told[0].endswith(affixes("titles", "adjective_ends")):
        del told[0]
    return " ".join(told) or None


@cache
def _keeping() -> re.Pattern[str]:
    chair = phrases("rosters", "elections", "chairing")
    keeping = phrases("rosters", "elections", "keeping")
    # `Egon var ordstyrer og Ruth skrev.`
    return re.compile(rf"\s+(?:(?P<chair>{chair})|{keeping})(?=\s*(?:[.,;]|$|\s(?:og|samt|mens)\s))", re.IGNORECASE)


@cache
def _kept() -> re.Pattern[str]:
    chair = phrases("rosters", "elections", "chair_of_kept")
    # `I formandens fravær blev mødet ledet af Lis Bo.`
    lead = phrases("rosters", "elections", "in_absence")
    return re.compile(
        rf"^\s*(?:i\s+[^,.]{{0,40}}?\b{lead}\b[^,.]{{0,30}}?,?\s+)?"
        rf"(?:(?P<chair>{chair})|{phrases('rosters', 'elections', 'kept_by')})\s+",
        re.IGNORECASE,
    )


@cache
def _office() -> re.Pattern[str]:
    held = words("functions", "chair") | words("functions", "minute_taker")
    offices = sorted((held - words("functions", "not_elected")) | words("functions", "offices"), key=len, reverse=True)
    return re.compile(
        rf"\b(?:som|til)\s+(?:mødets\s+|aftenens\s+)?(?P<office>{'|'.join(map(re.escape, offices))})\b", re.IGNORECASE
    )


@cache
def _is_elected() -> re.Pattern[str]:
    # `… men Per Dam | blev derefter enstemmigt valgt`
    return re.compile(
        r"(?P<name>[A-ZÆØÅ][\w.-]*(?:\s[A-ZÆØÅ][\w.-]*){0,3})\s+"
        rf"(?:(?:blev|er|var)\s+(?:\w+\s+){{0,3}}?)?{phrases('titles', 'elects')}\b"
    )


@cache
def _elected_is() -> re.Pattern[str]:
    # `Valgt blev | Per Dam.` `Salen valgte | Per Dam.`
    return re.compile(
        rf"(?i:\b{phrases('titles', 'elects')})\s+(?:blev\s+)?(?P<name>[A-ZÆØÅ][\w.-]*(?:\s[A-ZÆØÅ][\w.-]*){{0,3}})"
    )


@cache
def _declined() -> re.Pattern[str]:
    # `…, som ikke ønskede hvervet`, `…, men hun ville ikke`
    return re.compile(rf"\b{phrases('rosters', 'elections', 'declining')}\b", re.IGNORECASE)


@cache
def _heading() -> re.Pattern[str]:
    offices = sorted(words("functions", "chair") | words("functions", "minute_taker"), key=len, reverse=True)
    named = "|".join(map(re.escape, offices))
    return re.compile(
        rf"^(?:valg|udpegning)\s+af\s+(?:(?!(?:{named})\b)\w+\s+og\s+)?(?P<office>{named})\b", re.IGNORECASE
    )


@cache
def _elected_first() -> re.Pattern[str]:
    """`Valgt blev | lærer Aage Rosendal, som takkede.`"""
    elected, became = (phrases("rosters", "elections", k) for k in ("elected", "became"))
    return re.compile(rf"\s*(?:\w+\s+)?{elected}\s+{became}\s+(?:\w+t\s+)?(?=\S)", re.IGNORECASE)
