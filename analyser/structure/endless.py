"""Where lines once ended in a text that lost its line ends: text of a PDF or a web page on one endless line, or on
lines that end only with the page or the paragraph."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from analyser.language.lexicon import phrases
from analyser.language.names import is_name_word
from analyser.structure.endless_capitals import capital_titles
from analyser.structure.endless_labels import label_starts, labels_inside
from analyser.structure.endless_meeting import meeting_starts
from analyser.structure.endless_numbers import find_numbered, letter_starts, number_end
from analyser.structure.endless_people import people_starts
from analyser.structure.endless_titles import sentence_start, title_ends

_MEAN = 150  # code points of a line, blank ones left out, from which line ends are lost: whole minutes have fewer
_LABELLED = 60  # from which they are where labels stand inside lines
_GLUED = 80  # code points of a line that holds a heading and its text
_FEWEST = 2
_BLANKS = 80  # how many blanks may stand in front of a line
_LEAST = 300  # code points of a document that can have lost some


def lost_ends(text: str) -> list[int]:
    """Find the offsets at which a line once began, where nearly all line ends are lost; none in other texts.

    An offset that stands there twice is where a heading begins: a blank line stood before it.
    `… Afbud: Ole Bak | Fra skolen: rektor Ib Ravn || 1. Økonomi | Lis Bo gennemgik tallene. || 2. Evt. | Intet.`
    """
    if not _are_lost(text):
        return []
    numbered = find_numbered(text)
    marks = {n.end for n in numbered}  # `3. Orientering: …` has its label behind the number
    body = numbered[0].start if numbered else len(text)
    labels = sorted({*label_starts(text, body), *meeting_starts(text, body)} - marks)
    letters = list(letter_starts(text, numbered))
    cuts = {*labels, *letters, *title_ends(text, numbered, letters), *page_marks(text), *bullets(text)}
    cuts |= {*_in_the_head(text, labels, body), *_names_at_the_end(text)}
    capitals = [] if numbered else capital_titles(text)
    heads = {*(n.start for n in numbered), *(start for start, _ in capitals)}
    cuts |= heads | {end for _, end in capitals}
    cuts = {n + len(text[n : n + _BLANKS]) - len(text[n : n + _BLANKS].lstrip()) for n in cuts}
    return sorted(n for n in [*cuts, *heads] if 0 < n < len(text))


def _are_lost(text: str) -> bool:
    """Tell whether lines end only with the page or the paragraph.

    They are long, or several have a label inside that no full stop parts from the one before (`… Ib Ravn Afbud: Ole
    Bak`), or most headings with a number have their text on their line (`1. Økonomi Lis Bo gennemgik tallene.`).
    """
    raws = [raw for raw in map(str.strip, re.split(r"[\n\f\v\u2028\u2029]", text)) if raw]
    whole = sum(map(len, raws))
    if whole < _LEAST or whole >= _MEAN * len(raws):
        return whole >= _LEAST
    if whole >= _LABELLED * len(raws) and sum(map(labels_inside, raws)) >= _FEWEST:
        return True
    ends = [(raw, number_end(raw)) for raw in raws if "\t" not in raw]
    headed = [raw[end:] for raw, end in ends if end is not None]
    glued = sum(len(rest) >= _GLUED and _runs_on(rest) for rest in headed)
    return glued >= max(_FEWEST, len(headed) / 2)


def _runs_on(rest: str) -> bool:
    """Tell whether a title runs into its text with nothing between; `2. Driften: Ib Ravn aflagde rapport.` does not."""
    start = sentence_start(rest)
    return start is not None and not rest[:start].rstrip().endswith((":", "."))


def _in_the_head(text: str, labels: Sequence[int], end: int) -> Iterator[int]:
    """Part what stands behind the labels of the head: people with no comma between, and a sentence behind them."""
    bounds = [n for n in labels if n < end]
    for start, stop in pairwise([*bounds, end]):
        colon = re.match(r"[^:\n]{2,60}:\s*", text[start:stop])
        begin = start + (colon.end() if colon else 0)
        prose = sentence_start(text[begin:stop], labelled=False)
        if prose is not None:
            yield begin + prose
            stop = begin + prose
        yield from people_starts(text, begin, stop)


def bullets(text: str) -> Iterator[int]:
    """Find the signs of a list: `… følgende: | • Taget er tæt. | • Døren binder.`; `… salen: | - Hvem? | - Hvor?`."""
    for match in re.finditer(r"(?<=\s)[•▪►](?=\s)|(?<=[.:?!])\s+(-\s)(?=[A-ZÆØÅ])", text):
        yield match.start(1) if match[1] else match.start()


def _names_at_the_end(text: str) -> Iterator[int]:
    """Part the names of those who signed: `… mødet sluttede kl. 21. | Leif Bang | Aisha Rahman`."""
    tail = re.search(r"(?<=[a-zæøå0-9][.!?])\s+([A-ZÆØÅ][^.!?:]{8,300})$", text.rstrip())
    found = list(people_starts(text, tail.start(1), tail.end(1))) if tail else []
    if tail and found and all(is_name_word(w) for w in tail[1].replace(",", " ").split()):
        yield tail.start(1)
        yield from found


def page_marks(text: str) -> Iterator[int]:
    """Find where the number of a page begins and ends: `… blev godkendt. | Side 2 af 5 | Referat …`."""
    for match in _page().finditer(text):
        yield match.start()
        yield match.end()


@cache
def _page() -> re.Pattern[str]:
    page = phrases("headings", "furniture", "page")
    return re.compile(rf"(?<=\s)(?=[A-ZÆØÅ])(?i:{page}\s+\d{{1,3}}\s+(?:af|ud\s+af|/)\s+\d{{1,3}})(?=\s)")
