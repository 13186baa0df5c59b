"""Lines to paragraphs: what reads on over a line end, a blank line or a page break, and what does not."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from analyser.language.lexicon import lexicon, words
from analyser.language.names import is_given_name, looks_like_name
from analyser.structure.lines import LONGEST, Line

_BULLET = re.compile(r"^\s*(?:(?:[-–—•*·o▪►+]|\d{1,2}[.)]|[a-zæøå]\))\s+|[a-h]\.\s*(?=[A-ZÆØÅ][\wæøå]))")
_LABEL = re.compile(r"^[A-ZÆØÅ][\wæøåÆØÅ .'/-]{0,40}:(?:\s|$)")
_COLUMNS = re.compile(r"\t|\s{3,}")
_WRAPPED = 55
_CUT = 45  # code points from which a line that ends within a sentence was cut by the margin
_WIDEST = 110  # code points; no margin is wider


@dataclass(frozen=True)
class Block:
    """Lines that read as one: `[start, end)` and whether it is a line of a list."""

    start: int
    end: int
    bullet: bool


def make_blocks(lines: Sequence[Line], furniture: frozenset[int]) -> list[Block]:
    """Join the lines of one item into blocks.

    A block goes on where the line before is cut short by the margin or the page: `… bliver udsat for indbrud,` /
    blank / `for at ingen …`. Furniture between is passed over; a list's line opens a block of its own.
    """
    blocks: list[Block] = []
    margin = margin_of([n for n in lines if n.index not in furniture])
    blank = False
    last: Line | None = None
    for line in lines:
        if line.index in furniture:
            continue
        if line.blank:
            blank = True
            continue
        bullet = bool(_BULLET.match(line.text)) and len(line.text) <= LONGEST and not _dated().match(line.text)
        if bullet and line.text[0].isdigit() and last is not None and not blank:
            bullet = not _is_open(last)  # `… rygeforbud mellem kl. 11 og` / `13. Forslaget faldt.`
        if last is not None and not bullet and _reads_on(last, line, blank, margin):
            blocks[-1] = Block(blocks[-1].start, line.end, blocks[-1].bullet)
        else:
            blocks.append(Block(line.start, line.end, bullet))
        blank, last = False, line
    return blocks


def make_prose(text: str, lines: Sequence[Line], furniture: frozenset[int], blocks: Sequence[Block]) -> str:
    """Give the text at the same length with furniture, and line breaks inside blocks, as spaces; words hyphenated
    over a line end close up, and the spaces they leave stand behind the word."""
    out = list(text)
    for line in lines:
        if line.index in furniture:
            out[line.start : line.end] = " " * (line.end - line.start)
    for block in blocks:
        for n in range(block.start, block.end):
            if out[n] in "\n\f\v\u00a0\u2028\u2029":
                out[n] = " "
    prose = "".join(out).replace("\u00a0", " ")
    prose = re.sub(r"([a-zæøå])(-[ ]*\n?[ ]+)([a-zæøå]+[.,;:!?)]*)(?![a-zæøå])", _close_up(text), prose)
    return re.sub(r"(\w)\u00ad([\wæøå]*)", r"\1\2 ", prose)


def _close_up(text: str) -> Callable[[re.Match[str]], str]:
    def close(match: re.Match[str]) -> str:
        between = text[match.start(2) : match.end(2)]
        if "\n" not in between or match[3].rstrip(".,;:!?)") in words("adverbs", "completing"):
            return match[0]
        return match[1] + match[3] + " " * len(match[2])

    return close


def margin_of(lines: Sequence[Line]) -> int | None:
    """Find where lines were cut: the length of the longest; None where lines are as long as their paragraphs.

    A line in columns (`Lis Bo          Ib Ravn`) is as long as its columns are wide.
    """
    longest = max((len(n.text) for n in lines if not _COLUMNS.search(n.text)), default=0)
    return longest if _WRAPPED <= longest <= _WIDEST else None


def _reads_on(before: Line, line: Line, blank: bool, margin: int | None) -> bool:
    if _LABEL.match(line.text) or (
        _LABEL.match(before.text) and len(before.text) < _WRAPPED and before.text.endswith(":")
    ):
        return False
    open_end = not re.search(r"[.!?:;\"”»)]$", before.text)
    low = line.text[0].islower()
    if blank:
        return low and (open_end or before.text.endswith(",")) and len(before.text) > 25
    if low:
        return re.match(r"v/\s?\w", line.text) is None  # `v/ formanden: …`
    if _BULLET.match(before.text) and line.indent <= before.indent and open_end:
        return False  # `- bad om en plan` / `Lis Holm var imod`: a point of a list ends without a stop
    if line.text[0].isdigit() and open_end and len(before.text) >= _CUT and before.text[-1].islower():
        return True  # `… ved skrivelse af` / `9. maj har tiltrådt …`
    if _is_open(before):
        return True  # `Lis foreslog Ib Ravn, og` / `Bo Ek foreslog Ida Holm`
    begun = re.search(r"[.!?]\s+([^.!?]+)$", before.text)
    if begun and len(before.text) >= _CUT and is_given_name(begun[1].split()[0]) and looks_like_name(begun[1]):
        return True  # `… en plan. Viggo Ramsø` / `Lund svarede, at …`
    # a line whose next word would have fitted was ended by hand
    fits = margin is None or len(before.text) + 1 + len(line.text.split()[0]) <= margin
    return not fits and len(before.text) >= _WRAPPED


def _is_open(line: Line) -> bool:
    """Tell whether a line must go on: it is cut behind `og`, or `… en gruppe bestående af`."""
    last = line.text.split()[-1]
    return len(line.text) >= _CUT and last in words("adverbs", "joining") | words("adverbs", "leading")


@cache
def _dated() -> re.Pattern[str]:
    """`3. maj` opens no point of a list."""
    return re.compile(
        rf"^\s*\d{{1,2}}\.\s+(?:{'|'.join(n for names in lexicon('calendar')['months'].values() for n in names)})\b"
    )
