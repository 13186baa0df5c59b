"""What single lines are: the head of the agenda or the minutes, a sentence, people who came or were elected."""

import re
from collections.abc import Sequence

from analyser.language.lexicon import phrases, words
from analyser.language.sentences import sentence_spans
from analyser.language.verbs import read_form
from analyser.structure.attendance import attendance_in
from analyser.structure.elections import elected_in
from analyser.structure.entry import Entry
from analyser.structure.headings import PREFIXED, Candidate, read_heading
from analyser.structure.lines import LONGEST, Line

_SHORT_ANSWER = 9  # words


def line_of(lines: Sequence[Line], furniture: frozenset[int], what: str, first: int, last: int | None) -> int | None:
    """Find the line that is nothing but a heading such as `Dagsorden:`."""
    for line in lines[first:last]:
        bare = line.text.strip("*_# ").rstrip(":. ").casefold()
        long = what == "agenda" and bare.startswith(tuple(words("headings", "agenda", "openings"))) and len(bare) <= 60
        if (
            (bare in words("headings", what, "heads") or long)
            and line.index not in furniture
            and not heads_approval(line, lines)
        ):
            return line.index
    return None


def heads_approval(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line such as `Dagsorden` is the title of an item, with what came of it below: `Godkendt.`

    Not with the first point of an agenda: `1. Godkendelse af dagsorden – Godkendt.`, `Godkendt referat fra sidst`.
    """
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    told = [w.strip(".,:;").casefold() for w in below.text.split()] if below is not None else []
    approved = words("headings", "answers", "approved")
    if below is None or not 0 < len(told) <= _SHORT_ANSWER or not any(w in approved for w in told):
        return False
    heading = read_heading(below)
    if heading is not None and heading.family in (*PREFIXED, "numbered"):
        return False
    following = lines[line.index + 2 : line.index + 3]
    goes_on = bool(following) and not following[0].blank and not below.text.endswith(".")
    return not (goes_on and told[0] in approved and _is_approved_thing(told[1:2]))


def _is_approved_thing(behind: Sequence[str]) -> bool:
    """Tell whether the word behind `Godkendt` is what was approved: `referat`; not `uden`, `og`, `enstemmigt`."""
    small = words("adverbs", "prepositions") | words("adverbs", "joining") | words("adverbs", "skipped")
    small |= words("headings", "answers", "approved")
    return any(w.isalpha() and w not in small for w in behind)


def minutes_line(
    lines: Sequence[Line], furniture: frozenset[int], chain: Sequence[Candidate], first: int | None
) -> int | None:
    """Find the line `Referat:` between the agenda and the first item; at the top of the page it is a title."""
    if chain:
        return line_of(lines, furniture, "minutes", chain[-1].line + 1, first)
    return None


def is_prose(line: Line) -> bool:
    """Tell whether a line of the head, which no reader of facts took, is a sentence of the minutes."""
    if line.blank or len(line.text.split()) < 3 or is_idle(line.text):
        return False
    if len(line.text) > LONGEST:
        return True
    return bool(re.search(r"[.!?]$", line.text)) or len(" ".join(line.text.split())) > 75  # not `Punkt      Frist`


def is_idle(text: str) -> bool:
    """Tell whether a line above the items says nothing that one would ask for.

    `Mødet indledtes med salme nr. 729.`, `Referatet betragtes som godkendt, hvis der ikke er gjort indsigelse.`
    """
    one = re.search(r"[.!?]\s+[A-ZÆØÅ]", text) is None
    return one and text.casefold().startswith(tuple(words("headings", "minutes", "idle")))


def continues_prose(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line goes on with a sentence that the line before did not end."""
    before = lines[line.index - 1]
    return not line.blank and is_prose(before) and not re.search(r"[.!?:]$", before.text)


def people_told(text: str, start: int) -> list[Entry]:
    """Read the people of a line of the head that tells of attendance or of functions in sentences.

    `Bemærkninger: Ib Ravn mødte kl. 15.20` is one as well.
    """
    label = re.match(rf"{phrases('rosters', 'remarks', 'labels')}\s*:\s+", text, re.IGNORECASE)
    if label:
        text, start = text[label.end() :], start + label.end()
    spans = sentence_spans(text) if len(text) <= LONGEST else []
    return [
        e
        for b, s in spans
        for e in (*attendance_in(text[b:s], start + b, known=True), *elected_in(text[b:s], start + b))
    ]


def says_besides(text: str, start: int) -> bool:
    """Tell whether a line of the head that tells of functions also tells what somebody said.

    `Formanden bød velkommen og foreslog Ib Ravn til dirigent.`; not `Ib Ravn var dirigent`, nor who came.
    """
    if any(attendance_in(text, start, known=True)):
        return False
    return any(form.kind == "past" for word in re.findall(r"\w+", text) for form in read_form(word))
