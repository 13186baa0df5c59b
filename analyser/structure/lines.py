"""The lines of a document and the page furniture among them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analyser.language.lexicon import phrases, words
from analyser.language.names import is_given_name

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


_MOST_CUTS = 300
_FEW = 3  # a document of so few lines lost its line ends
_PAGE = 300  # code points from which one of them holds more than one line
_ENDLESS_NUMBER = re.compile(
    r"(?<=\s)(?:(?:[Aa]d|[Pp]kt|[Pp]unkt|[Ss]ag)\.?\s+(?:nr\.\s*)?)?(?P<number>\d{1,2})[.):]\s*(?=[A-ZÆØÅ][a-zæøå])"
)
_GLUED = re.compile(r"(?<!\W\d\.)(?<!\W\d\d\.)(?<=[a-zæøå0-9][.!?])(?=\d{1,2}[.)]\s?[A-ZÆØÅ][a-zæøå]+)")


def split_lines(text: str) -> list[Line]:
    """Split text at line ends (and form feeds); offsets count code points.

    A numbered heading glued to the sentence before it, as when a page became text, opens a line of its own:
    `… bliver stående indtil videre.4.Vaskeriet`.
    """
    lines: list[Line] = []
    position = 0
    for raw, gap in _raw_lines(text):
        stripped = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if stripped else 0
        start = position + lead
        lines.append(Line(len(lines), start, start + len(stripped), stripped, lead))
        position += len(raw) + gap
    return lines


def _raw_lines(text: str) -> Iterator[tuple[str, int]]:
    raws = re.split(r"[\n\f\v\u2028\u2029]", text)
    longest = LONGEST if sum(bool(raw.strip()) for raw in raws) > _FEW else _PAGE
    for raw in raws:
        pieces = _GLUED.split(raw) if len(raw) <= longest else _inside(raw)
        for n, piece in enumerate(pieces, 1):
            yield piece, int(n == len(pieces))


def _inside(raw: str) -> list[str]:
    """Part a page that came as one endless line before its numbered headings and the labels of its head.

    Numbers count where they run on from one: `… Referent: Lis Bo | 1. Taget … | 2. Økonomi …`.
    """
    cuts = {m.start() for m in _endless_label().finditer(raw)}
    expected = 1
    for match in _ENDLESS_NUMBER.finditer(raw):
        if int(match["number"]) == expected:
            cuts.add(match.start())
            cuts |= _title_end(raw, match.end())
            expected += 1
    ordered = sorted(cuts)[:_MOST_CUTS]
    return [raw[a:b] for a, b in zip([0, *ordered], [*ordered, len(raw)], strict=True)]


def _title_end(raw: str, start: int) -> set[int]:
    """Find where a title on an endless line runs into the text: `Økonomi | Hans Falk gennemgik regnskabet.`

    That is before a capital behind a word that may end a title, where a sentence begins: a given name with a verb
    behind it, a finite verb before the full stop, or an answer (`Intet.`).
    """
    run = re.match(r"[^.!?:]{3,90}", raw[start:])
    for match in re.finditer(r"(?<=[a-zæøå])\s+(?=[A-ZÆØÅ][a-zæøå]+)", run.group()) if run else ():
        last = run.group()[: match.start()].split()[-1] if run else ""
        behind = re.match(r"[^.!?]*", raw[start + match.end() :])
        told = behind.group().split() if behind else []
        small = {w.casefold() for w in told[1:]}
        answers = {w for kind in ("starts", "finite") for w in words("headings", "answers", kind)}
        named = bool(told) and is_given_name(told[0]) and any(w[0].islower() for w in told[1:4])
        sentence = named or small & words("headings", "answers", "finite") or told[0].casefold() in answers
        if sentence and last not in words("adverbs", "prepositions") | words("titles", "joining"):
            return {start + match.end()}
    return set()


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
    keys = {n.index: _key(n.text) for n in lines if 3 <= len(n.text) <= 120 and not _is_of_the_minutes(n.text)}
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
    found = {
        n.index: (int(m[1]), int(m[2])) for n in lines if (m := re.fullmatch(r"(\d{1,3})\s*/\s*(\d{1,3})", n.text))
    }
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
    return re.sub(r"\d+", "0", re.sub(r"\s+", " ", text.casefold()))


@cache
def _endless_label() -> re.Pattern[str]:
    kinds = [phrases("rosters", kind) for kind in ("present", "absent", "guest")]
    kinds += [phrases("functions", "as_label", kind) for kind in ("chair", "minute_taker")]
    kinds += [phrases("meeting", "labels", "place"), phrases("headings", "agenda", "heads")]
    return re.compile(rf"(?<=\s)(?:{'|'.join(kinds)})\s*:\s", re.IGNORECASE)


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
