"""Numbers and letters inside an endless line that open items: those that run on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from analyser.language.lexicon import lexicon, phrases, words

_MOST = 600  # numbers that are weighed
_REACH = 120  # how many numbers back the one before is looked for
_AGAIN = 1.0  # what a second chain costs, the agenda being the first
_LATE = 1.0  # what a chain costs that does not begin with 1
_GAP = 0.6  # what each number costs that is left out
_OTHER = 0.8  # what another way of writing costs
_PREFIXED = 0.5  # what a word in front is worth: `Punkt 4`
_LETTERED = 0.3  # what it costs to stand behind a word that takes a number
_FEWEST = 2


@dataclass(frozen=True)
class Numbered:
    """A number that may open an item: `[start, end)` of the mark with the blanks behind it, and what speaks for it."""

    start: int
    end: int
    order: tuple[int, ...]
    family: str
    weight: float


def find_numbered(text: str) -> list[Numbered]:
    """Find the numbers in an endless text that open points of the agenda or items.

    They run on, once or twice: `… Dagsorden: | 1. Taget | 2. Evt. | 1. Taget Lis bad om tilbud. | 2. Evt. Intet.`
    """
    found = _candidates(text)[:_MOST]
    best: list[tuple[float, int]] = []
    for n, one in enumerate(found):
        own = (one.weight - (0.0 if one.order in ((0,), (1,)) else _LATE), -1)
        for m in range(max(0, n - _REACH), n):
            left_out = _left_out(found[m].order, one.order)
            if left_out is None and not (one.order in ((0,), (1,)) and found[m].order[0] > 1):
                continue
            cost = _AGAIN if left_out is None else _GAP * left_out
            cost += _OTHER if found[m].family != one.family else 0.0
            own = max(own, (best[m][0] + one.weight - cost, m))
        best.append(own)
    at = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    chain: list[Numbered] = []
    while at >= 0:
        chain.insert(0, found[at])
        at = best[at][1]
    return chain if len(chain) >= _FEWEST else []


def runs_of(numbered: Sequence[Numbered]) -> list[list[Numbered]]:
    """Part numbers where they begin again."""
    runs: list[list[Numbered]] = []
    for one in numbered:
        if runs and one.order > runs[-1][-1].order:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def number_end(line: str) -> int | None:
    """Give where the number that a line begins with ends: `4. Vej`; None where it begins with none."""
    match = _pattern().match(line)
    return match.end() if match else None


def letter_starts(text: str, numbered: Sequence[Numbered]) -> Iterator[int]:
    """Find the letters inside an item that open its parts: `3. Orientering | a. Udlejning: … | b. Personale: …`."""
    bounds = [*(n.start for n in numbered), len(text)]
    for start, end in pairwise(bounds):
        run: list[int] = []
        for match in re.finditer(r"(?<=\s)([a-hA-H])[.)]\s+(?=[A-ZÆØÅ])", text[start:end]):
            if ord(match[1].lower()) - ord("a") == len(run):
                run.append(start + match.start())
        if len(run) >= _FEWEST:
            yield from run


def _left_out(before: tuple[int, ...], order: tuple[int, ...]) -> int | None:
    """Count the numbers that are left out between two; None where the second does not come after the first.

    None are between 2 and 3, 2 and 2.1, 2.4 and 3, 2.4 and 3.1.
    """
    if order <= before or len(order) > len(before) + 1:
        return None
    shared = next((n for n, (a, b) in enumerate(zip(before, order, strict=False)) if a != b), len(before))
    if shared == len(before):  # a part of the one before
        return max(0, order[-1] - 1)
    return order[shared] - before[shared] - 1 + sum(max(0, n - 1) for n in order[shared + 1 :])


def _candidates(text: str) -> list[Numbered]:
    found = []
    for match in _pattern().finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        last = before.split()[-1].casefold() if before.split() else ""
        ended = not before or re.search(r"[.!?)\"”»:]$", before) is not None
        known = last.strip(".,:;()") in words("headings", "item", "untitled")
        governed = last in words("adverbs", "prepositions") | words("adverbs", "joining") | words("titles", "joining")
        shortened = last.endswith(".") and last.rstrip(".") in words("abbreviations", "always") and not known
        small = match["prefix"] is not None and match["prefix"][0].islower()
        if small and not (ended and match["prefix"].startswith(tuple(words("headings", "item", "ad")))):
            continue  # `… blev godkendt. ad 4. Kassereren …`; not `under punkt 4`
        if governed or shortened or last.endswith(("§", ",")):
            continue
        weight = 1.0 if ended or known else 0.6
        weight -= _LETTERED if last in words("abbreviations", "lettered") else 0.0  # `forslag 6`, `hus 4`
        weight += _PREFIXED if match["prefix"] else 0.0 if match["mark"] or match["part"] else -_PREFIXED
        if weight > 0:
            family = (match["prefix"] or match["mark"] or "").strip(" .:").casefold()
            found.append(Numbered(match.start(), match.end(), _order(match["number"], match["part"]), family, weight))
    return found


def _order(number: str, part: str) -> tuple[int, ...]:
    below = [ord(p.lower()) - ord("a") + 1 if p.isalpha() else int(p) for p in re.findall(r"\d+|[a-h]", part)]
    return (int(number), *below) if below != [0] else (int(number),)


@cache
def _pattern() -> re.Pattern[str]:
    kinds = f"(?:{'|'.join(phrases('headings', 'item', kind) for kind in ('ad', 'point', 'case', 'paragraph'))})"
    months = "|".join(n for names in lexicon("calendar")["months"].values() for n in names)
    # `4. Vej`, `4) Vej`, `4 Vej`, `Ad 4. Vej`, `Punkt 4: Vej`, `§ 4. Vej`, `4.1 Vej`, `4a. Vej`; `… tid.4.Vej`
    return re.compile(
        rf"(?:(?<=\s)|(?<=[a-zæøå][.!?])|^)(?P<prefix>{kinds}\.?\s*(?:{kinds}\.?\s*)?)?"
        rf"(?P<number>\d{{1,3}})(?P<part>(?:\.\d{{1,2}}){{1,2}}(?!\d)|[a-h](?![\wæøå])|)(?P<mark>\s?[.):]|/(?=\s)|)(?:\s*[-–:])?\s*"
        rf"(?!(?i:{months})\b)(?=[\"”“»(]?(?-i:[A-ZÆØÅ])[\wæøå])(?<=[\s.):–-])",
        re.IGNORECASE | re.MULTILINE,
    )
