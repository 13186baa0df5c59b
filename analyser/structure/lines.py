"""The lines of a document and the page furniture among them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from analyser.language.lexicon import phrases, words

LONGEST = 2000  # a longer line is prose: no heading, no roster, no furniture
_REPEATED = 3
_NEAR = 3


@dataclass(frozen=True)
class Line:
    """One line: its place in the list, `[start, end)` without the blanks around it, and the text between."""

    index: int
    start: int
    end: int
    text: str
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Nothing stands on the line."""
        return not self.text


_LINE_END = re.compile(r"[\n\f\v\u2028\u2029]")
_FRACTION = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})")
_BLANKS = re.compile(r"\s+")
_FIGURES = re.compile(r"\d+")
_NUMBERED = re.compile(r"[.!?]\d{1,2}[.)]")
_GLUED = re.compile(r"(?<!\W\d\.)(?<!\W\d\d\.)(?<=[a-zæøå0-9][.!?])(?=\d{1,2}[.)]\s?[A-ZÆØÅ][a-zæøå]+)")


def split_lines(text: str, ends: Sequence[int] = ()) -> list[Line]:
    """Split text at line ends (and form feeds), and at `ends` that were lost; offsets count code points.

    A numbered heading glued to the sentence before it, as when a page became text, opens a line of its own:
    `… bliver stående indtil videre.4.Vaskeriet`. An offset that stands twice among `ends` gives a blank line.
    """
    lines: list[Line] = []
    position = 0
    for raw, gap in _raw_lines(text, ends):
        stripped = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if stripped else 0
        start = position + lead
        lines.append(Line(len(lines), start, start + len(stripped), stripped, lead))
        position += len(raw) + gap
    return lines


def _raw_lines(text: str, ends: Sequence[int]) -> Iterator[tuple[str, int]]:
    position = 0
    for raw in _LINE_END.split(text):
        cuts = [n - position for n in ends[bisect_right(ends, position) : bisect_left(ends, position + len(raw))]]
        parts = [raw[a:b] for a, b in pairwise([0, *cuts, len(raw)])] if cuts else [raw]
        pieces = [piece for part in parts for piece in (_GLUED.split(part) if _NUMBERED.search(part) else [part])]
        for n, piece in enumerate(pieces, 1):
            yield piece, int(n == len(pieces))
        position += len(raw) + 1


def find_furniture(lines: list[Line]) -> frozenset[int]:
    """Give the indexes of lines that belong to the page, not to the minutes.

    `Side 2 af 5`, `- 3 -`, `Blad nr. 2`, `Til toppen`, and headers that stand again at the same place beside page
    numbers: `Referat – Kulturudvalget`; not `Eventuelt` that stands in the agenda and in the body.
    """
    pages = {n.index for n in lines if 0 < len(n.text) <= 160 and _page_line().match(n.text)}
    pages |= _fractions(lines)
    noise = words("headings", "furniture", "noise")
    plain = {
        n.index
        for n in lines
        if (low := n.text.casefold().strip(" :.»«>")) in words("headings", "furniture", "lines")
        or (len(low) <= 160 and any(w in low for w in noise))
    }
    # `Referat fra møde i Solbo`, the title, is no part `Referat` of an item
    title = next((n.text for n in lines if not n.blank), "")
    titled = len(title.split()) > 2 and not re.search(r":|[.]$", title)
    keys = {
        n.index: _key(n.text)
        for n in lines
        if 3 <= len(n.text) <= 120 and ((titled and n.text == title) or not _is_of_the_minutes(n.text))
    }
    counts = Counter(keys.values())
    pages |= _wide_headers(lines)
    solid = [n.index for n in lines if not n.blank]
    place = {index: n for n, index in enumerate(solid)}
    repeated: set[int] = set()
    beside = {  # lines near a page number, with how many lines below it they stand
        (solid[m], m - place[p])
        for p in pages
        for m in range(max(0, place[p] - _NEAR), min(len(solid), place[p] + _NEAR + 1))
    }
    places = Counter((keys[i], away) for i, away in beside if i in keys and i not in pages)
    headers = {key for (key, _), times in places.items() if times >= 2}
    near_page = {i for i, _ in beside}
    first = keys.get(solid[0]) if solid else None
    for index, key in keys.items():
        if (index in near_page and index not in pages and key in headers) or (
            key == first and index != solid[0] and counts[key] >= 2 and (index in near_page or counts[key] >= _REPEATED)
        ):
            repeated.add(index)
    return frozenset(pages | plain | (repeated - set(solid[:1])))


def _fractions(lines: list[Line]) -> set[int]:
    """Give lines that are a page of all pages: `3/5`; not `19/1`, the number of a case."""
    found = {n.index: (int(m[1]), int(m[2])) for n in lines if (m := _FRACTION.fullmatch(n.text))}
    pages = [page for page, _ in found.values()]
    whole = len({of for _, of in found.values()}) == 1 and all(page <= of for page, of in found.values())
    return set(found) if whole and pages == sorted(set(pages)) else set()


def _wide_headers(lines: list[Line]) -> set[int]:
    """Give headers that end in the number of their page at the margin, two at least of one kind.

    `Skovby Kommune          Byrådet, den 19. august 2008          Side 2`
    """
    found = {n.index: m["front"] for n in lines if (m := _wide_page().match(n.text))}
    counts = Counter(_key(front) for front in found.values())
    first = next((n.index for n in lines if not n.blank), 0)
    return {index for index, front in found.items() if counts[_key(front)] >= 2 and index != first}


@cache
def _wide_page() -> re.Pattern[str]:
    page = phrases("headings", "furniture", "page")
    return re.compile(rf"(?P<front>[^\W\d].{{0,140}}?)(?:\s{{3,}}|\t){page}\.?\s+\d{{1,3}}$", re.IGNORECASE)


def _is_of_the_minutes(text: str) -> bool:
    """Tell whether a line belongs to the minutes though it may stand again.

    `Ad 2.`, `6. Evt.`, `c) Evt.`, `IV. Evt.`, `Sagen blev udsat.`, `Godkendt.`; `Beslutning:`, `Beslutning i Byrådet
    den 1. maj` and `Fraværende: Ib Ravn` below each item.
    """
    if _item_line().match(text) or _part_line().match(text):
        return True
    answers = words("headings", "answers", "starts") | words("headings", "answers", "ends")
    return text.endswith(".") and (len(text.split()) >= 3 or text.split()[0].casefold().rstrip(".") in answers)


def _key(text: str) -> str:
    return _FIGURES.sub("0", _BLANKS.sub(" ", text.casefold()))


@cache
def _item_line() -> re.Pattern[str]:
    kinds = "|".join(phrases("headings", "item", kind) for kind in ("ad", "point", "case"))
    return re.compile(
        rf"(?i:(?:{kinds})\.?\s*){{1,2}}\d{{1,3}}\s*[.:)]*$|(?:\d{{1,2}}|[a-h]|[IVX]{{1,5}})[.)]\s*[A-ZÆØÅ]"
    )


@cache
def _part_line() -> re.Pattern[str]:
    kinds = "|".join(phrases("headings", "parts", k) for k in ("decision", "action", "proposal", "discussion"))
    kinds += f"|{phrases('headings', 'parts', 'background')}"
    told = "|".join(phrases("rosters", k) for k in ("present", "absent"))
    return re.compile(rf"[*_\s]*(?:(?:{kinds})[*_]*\s*(?::|$|\s(?:i|fra|af|på)\s)|(?:{told})[*_]*\s*:)", re.IGNORECASE)


@cache
def _page_line() -> re.Pattern[str]:
    page = phrases("headings", "furniture", "page")
    return re.compile(
        rf"""^(?:
            [-–—|\s]*{page}\.?\s*(?:nr\.)?\s*:?\s*\d{{1,4}}  # Side 2 af 5, Blad nr. 2
            (?:\s*(?:af|/|of|ud\s+af|-|–)\s*\d{{1,4}})?[-–—|\s.]*
          | [-–—]\s*\d{{1,4}}\s*[-–—]  # - 3 -
          | \S.{{0,110}}[\s|–—-]{page}\.?\s+\d{{1,3}}\s*(?:af|/)\s*\d{{1,3}}  # Referat … Side 2 af 5
          | {page}\.?\s+\d{{1,3}}\s*(?:af|/)\s*\d{{1,3}}\s*[|–—-].{{1,110}}
        )$""",
        re.IGNORECASE | re.VERBOSE,
    )
