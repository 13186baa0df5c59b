"""Where a title on an endless line ends and the text of its item begins."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyser.language.definite import definite_title
from analyser.language.lexicon import phrases, words
from analyser.language.names import is_given_name, is_title_word
from analyser.language.verbs import read_form
from analyser.structure.endless_numbers import Numbered, runs_of
from analyser.structure.headings import is_finite

_LONGEST = 160  # code points of a title
_FURTHEST = 24  # words among which the text begins


@dataclass(frozen=True)
class _Word:
    text: str
    start: int

    @property
    def bare(self) -> str:
        return self.text.strip('.,;:!?()"”“»«')

    @property
    def low(self) -> str:
        return self.bare.casefold()

    @property
    def capital(self) -> bool:
        return self.text.lstrip('"”“»')[:1].isupper()


def title_ends(text: str, numbered: Sequence[Numbered], parts: Sequence[int]) -> Iterator[int]:
    """Find where the titles behind numbers end: as the agenda has them, else where a sentence begins."""
    runs = runs_of(numbered)
    bounds = sorted([*(n.start for n in numbered), *parts, len(text)])
    rests = [[text[n.end : bounds[bisect_left(bounds, n.end)]] for n in run] for run in runs]
    titles: dict[tuple[int, ...], str] = {}
    if len(runs) > 1 and all(len(rest) <= _LONGEST for rest in rests[0][:-1]):
        titles = {n.order: rest.strip() for n, rest in zip(runs[0], rests[0], strict=True)}
        last = runs[0][-1]
        body = next((r for n, r in zip(runs[1], rests[1], strict=True) if n.order == last.order), "")
        shared = _shared(titles[last.order], body)
        if shared:
            titles[last.order] = titles[last.order][:shared]
            if rests[0][-1][shared:].strip():
                yield last.end + shared
    for n, run in enumerate(runs):
        for one, rest in zip(run, rests[n], strict=True):
            if n == 0 and titles:
                continue
            title = titles.get(one.order, "")
            shared = _shared(title, rest) if title else 0
            if title and shared >= len(title) and shared < len(rest.rstrip()):
                yield one.end + shared + (len(rest[shared:]) - len(rest[shared:].lstrip(" .:")))
                continue
            end = sentence_start(rest) or _known_end(rest)
            if end is not None:
                yield one.end + end


def _shared(title: str, body: str) -> int:
    """Count the code points of a title that a text begins with, in whole words."""
    shared = 0
    for a, b in zip(re.finditer(r"\S+", title), re.finditer(r"\S+", body), strict=False):
        if a.group().strip(".,:").casefold() != b.group().strip(".,:").casefold() or a.start() != b.start():
            break
        shared = a.start() + len(a.group().rstrip(":"))
    return shared


def _known_end(rest: str) -> int | None:
    """Find the end of a title that many minutes have, no sentence behind it: `Næste møde | Onsdag den 6. marts`."""
    known = re.match(rf"\s*{phrases('headings', 'item', 'untitled')}\.?\s+(?=[A-ZÆØÅ])", rest, re.IGNORECASE)
    return known.end() if known and rest[known.end() : known.end() + 1].isupper() else None


def sentence_start(text: str, labelled: bool = True) -> int | None:
    """Find where a sentence begins behind a title or a name: `Økonomi | Hans Falk gennemgik regnskabet.`

    That is before a capital where a subject with its verb follows, an answer (`Intet.`), somebody's word (`Lis: …`) or
    a part of the item (`Beslutning: …`). None where nobody can tell. `labelled`: a colon may stand behind who speaks.
    """
    reach = text[:400] if labelled else text
    found = [_Word(m.group(), m.start()) for m in re.finditer(r"\S+", reach)][: _FURTHEST if labelled else None]
    found = [w for w in found if re.search(r"\w", w.text)]
    for n, word in enumerate(found):
        if n and word.capital and _ends_title(found[n - 1]):
            if word.low in _answers() and not found[n - 1].text.endswith(","):
                return word.start
            if _part().match(text[word.start :]):
                return word.start
        closed = n > 0 and found[n - 1].low in words("headings", "item", "untitled")
        if closed and word.capital and found[n - 1].text.endswith("."):
            return word.start  # `Evt. | Lis mindede om …`
        if word.text.endswith(":") and n and labelled:
            return _place(found, _subject(found, n + 1))
        if n and not word.capital and _is_finite(word.low):
            return _place(found, _subject(found, n))
        if _stops(found, n):
            break
    stop = next((n + 1 for n in range(len(found)) if _stops(found, n)), len(found))
    return _place(found, _doer(found[:stop])) if labelled else None


def _doer(found: Sequence[_Word]) -> int | None:
    """Find somebody with a verb in the present behind their name: `Baner | Lotte Bisp bestiller nyt grus.`"""
    for n in range(1, len(found) - 1):
        if not is_given_name(found[n].bare) or found[n - 1].capital > (n == 1) or not _ends_title(found[n - 1]):
            continue
        behind = next((w for w in found[n + 1 : n + 4] if not w.capital), None)
        governed = behind is None or behind.low in words("adverbs", "prepositions") or is_title_word(behind.bare)
        if not governed and behind is not None and behind.low.endswith("r") and not is_title_word(found[n - 1].bare):
            return n
    return None


def _place(found: Sequence[_Word], n: int | None) -> int | None:
    return found[n].start if n else None


def _stops(found: Sequence[_Word], n: int) -> bool:
    """Tell whether a sentence ends with a word: not at `nr.`, nor where a small letter or a figure goes on."""
    text = found[n].text
    if not re.search(r"[.!?][)\"”»]?$", text):
        return False
    known = found[n].low in words("headings", "item", "untitled")
    short = found[n].low in words("abbreviations", "always") or len(found[n].low) < 2
    return not short and not (known and n == 0) and (n + 1 == len(found) or found[n + 1].capital)


def _subject(found: Sequence[_Word], verb: int) -> int | None:
    """Find the word that opens a sentence whose verb is known: the nearest capital that no name or title hangs on."""
    for n in range(verb - 1, 0, -1):
        if not found[n].capital:
            continue
        start = n
        while start > 1 and not _opens(found[n]) and not is_given_name(found[start].bare) and _hangs(found[start - 1]):
            start -= 1  # `Ravn` of `Ib Ravn`
        if not is_given_name(found[start].bare):
            start = n
        while start > 1 and is_given_name(found[start].bare) and is_given_name(found[start - 1].bare):
            start -= 1 if _hangs(found[start - 1]) else 0
            if not _hangs(found[start - 1]):
                break
        before = found[start - 1]
        if start > 1 and is_given_name(found[start].bare) and before.capital and is_title_word(before.bare):
            start -= 1  # `Rektor Ib Ravn`
            before = found[start - 1]
        if not _ends_title(before):
            continue
        if is_given_name(found[start].bare):
            elects = any(w.low in words("headings", "elections", "titles") for w in found[:start])
            titled = is_title_word(before.bare) and not before.text.endswith(")") and not elects
            return None if titled else start  # `Valg af dirigent | Solveig bød velkommen`
        loose = before.capital and before.bare != before.bare.upper() and start - 1 > 0
        if not loose or _opens(found[start]) or is_title_word(found[start].bare):
            return start
    return None


def _hangs(word: _Word) -> bool:
    return word.capital and not re.search(r"[.,:;)]$", word.text)


def _opens(word: _Word) -> bool:
    """Tell whether a word opens sentences, and is no part of a name: `Der`, `Formanden`, `Punktet`."""
    return word.bare in words("names", "never") or definite_title(word.bare) is not None


def _ends_title(word: _Word) -> bool:
    if re.search(r"[,\-–/&]$", word.text):
        return False
    open_words = words("adverbs", "prepositions") | words("titles", "joining") | words("adverbs", "joining")
    open_words |= words("pronouns", "articles") | words("pronouns", "indefinite") | words("pronouns", "possessive")
    return word.text.casefold() not in open_words and word.low not in open_words


def _is_finite(low: str) -> bool:
    if low.endswith("es") and not low.endswith(("nes", "res", "lles")) and len(low) > 5:
        return True  # `Punktet udskydes`
    return is_finite(low) or any(form.kind in ("past", "present", "finite") for form in read_form(low))


def _answers() -> frozenset[str]:
    return words("headings", "answers", "starts") | words("headings", "answers", "ends")


def _part() -> re.Pattern[str]:
    kinds = "|".join(phrases("headings", "parts", k) for k in ("decision", "action", "proposal", "discussion"))
    return re.compile(rf"(?:{kinds}|{phrases('headings', 'parts', 'going_on')})\s*:", re.IGNORECASE)
