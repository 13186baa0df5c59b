"""Labels inside an endless line, each of which once opened a line: `… Afbud: Ole Bak | Referent: Ib Ravn`."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from analyser.language.lexicon import phrases, words
from analyser.language.names import is_given_name, is_title, is_title_word
from analyser.structure.entry import function_of, is_organisation

_HEAD = ("date", "start", "end", "place")
_ROSTER = ("present", "absent", "guest", "observer", "substitute")
_BEFORE = 80  # code points in front of a label that are looked at
_PARTS = ("decision", "action", "proposal", "discussion", "background")
_TITLED = re.compile(r"(?<=\s)([A-ZÆØÅ][\wæøå.-]+):(?=\s+\S)")
_HOUSE = re.compile(r"(?<=\s)((?:[A-ZÆØÅ][\wæøå.&/-]*\s+){0,3}[A-ZÆØÅ][\wæøå&/-]*):(?=\s)")
_ORIGIN = re.compile(r"(?<=\s)(?:Fra|For)\s+[\wæøåÆØÅ .-]{2,50}:(?=\s)")


def label_starts(text: str, body: int) -> Iterator[int]:
    """Find where labels begin; `body` is where the first item does, before which more of them are labels.

    `Sted: Rådhuset | Til stede: Ib Ravn | Borgmester: Ole Bak | Fra skolen: Lis Bo | Hedelands Politi: Kaj Eg`
    """
    head = text[:body]
    found = [m.start() for m in (*_known().finditer(text), *_ORIGIN.finditer(head), *_dated().finditer(head))]
    found += [m.start() for m in _TITLED.finditer(head) if is_title(m[1]) or function_of(m[1])]
    found += _houses(head)
    agenda = re.search(rf"(?<=\s)(?=[A-ZÆØÅ])(?i:{phrases('headings', 'agenda', 'heads')})\s+$", head)
    found += [agenda.start()] if agenda else []
    yield from (n for n in found if is_free(text, n))
    yield from _bare_labels(head)


def labels_inside(line: str) -> int:
    """Count the labels inside a line that nothing parts from what stands before: `Mødt: Ib Ravn Afbud: Ole Bak`."""
    found = [m.start() for m in _known().finditer(line) if m.start() and is_free(line, m.start())]
    return sum(re.search(r"(?:[.;!?\t]|\s{3,})\s*$", line[:n]) is None for n in found)


def is_free(text: str, start: int) -> bool:
    """Tell whether what stands before a place can end a line: no comma, no preposition, no bracket, no `a.`."""
    before = text[max(0, start - 40) : start].rstrip()
    last = before.split()[-1].casefold() if before.split() else ""
    if re.search(r"(?:(?:^|\s)[a-zæøåA-ZÆØÅ][.)]|[,:(/\-–&\"“])$", before):
        return False
    return last not in words("adverbs", "prepositions") | words("adverbs", "joining") | words("meeting", "before_day")


def _houses(head: str) -> Iterator[int]:
    """Find the house of a label, behind the family name of somebody: `… Pia Rønholt | Hedelands Politi: …`."""
    for match in _HOUSE.finditer(head):
        parts = list(re.finditer(r"\S+", match[1]))
        for n, part in enumerate(parts):
            named = is_given_name(part.group()) or (n > 0 and is_given_name(parts[n - 1].group()))
            if part.group()[0].isupper() and not named and is_organisation(match[1][part.start() :]):
                yield match.start() + part.start()
                break


def _bare_labels(head: str) -> Iterator[int]:
    """Find labels with no colon: `… Magnus Lind | Afbud Lektor Rolf Bo | Referent Lis Eg`.

    Not where one follows the other, or one stands twice: these are cells of a table, `Navn Til stede Afbud Ib Ravn x`.
    """
    found = [m for m in _bare().finditer(head) if is_free(head, m.start()) and _is_led(head[m.end() :])]
    count = Counter(m["label"].casefold() for m in found)
    absent = sum(m["absent"] is not None for m in found)
    for match in found:
        before = head[max(0, match.start() - _BEFORE) : match.start()]
        cell = re.search(r"(?:\t|\|\s*)$", before) or _behind_label().search(before)
        if cell is None and count[match["label"].casefold()] == 1 and not (match["absent"] and absent > 1):
            yield match.start()


def _is_led(behind: str) -> bool:
    """Tell whether somebody stands behind a label, by a given name or a title."""
    first = re.split(r"[\s,;(]", behind, maxsplit=1)[0]
    return is_given_name(first.rstrip(".")) or (first[:1].isupper() and is_title_word(first))


@cache
def _known() -> re.Pattern[str]:
    kinds = [phrases("rosters", kind) for kind in _ROSTER]
    kinds += [phrases("functions", "as_label", kind) for kind in ("chair", "minute_taker")]
    kinds += [phrases("meeting", "labels", kind) for kind in _HEAD]
    kinds += [phrases("headings", "agenda", "heads"), *(phrases("headings", "parts", kind) for kind in _PARTS)]
    # `Present/Tilstede:`, `Ordstyrer og referent:`, `Til stede fra hus A:`, `Deltagere (12):`
    tail = r"(?:\s*(?:/|&|og)\s*[\wæøå]+)?(?:\s+fra\s+[\wæøå ]{2,30})?(?:\s*\([^()]*\))?\s*:(?=\s)"
    return re.compile(rf"(?<=\s)(?=[A-ZÆØÅ])(?i:(?:[\wæøå]+/)?(?:{'|'.join(kinds)}){tail})")


@cache
def _bare() -> re.Pattern[str]:
    kinds = "|".join(phrases("rosters", kind) for kind in _ROSTER if kind != "absent")
    taker, absent = phrases("functions", "as_label", "minute_taker"), phrases("rosters", "absent")
    return re.compile(
        rf"(?<=\s)(?=[A-ZÆØÅ])(?P<label>(?i:(?P<absent>{absent})|{kinds}|{taker}))(?![\wæøå:-])\.?[ \t]+(?=[A-ZÆØÅ])"
    )


@cache
def _behind_label() -> re.Pattern[str]:
    kinds = "|".join(phrases("rosters", kind) for kind in _ROSTER)
    return re.compile(rf"(?<![\wæøå])(?:{kinds})\s*$", re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    # `… | Tid 14.00 | Sted Kroen`
    dated, named = (phrases("meeting", "bare_labels", kind) for kind in ("dated", "named"))
    day = r"(?=\s+(?:[\wæøå]+dag\b|d\.|den\b|[Kk]l|\d))"
    return re.compile(rf"(?<=\s)(?=[A-ZÆØÅ])(?:(?i:{dated}){day}|(?i:{named})(?=\s+[A-ZÆØÅ\d]))")
