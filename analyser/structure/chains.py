"""Which of the lines that could be numbered headings open the items of a document.

Every such line is a `Candidate` with evidence for and against; the chain of candidates whose numbers run on and whose
evidence is best makes the items. A second chain before it is the agenda.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyser.language.lexicon import words
from analyser.structure.headings import PREFIXED, Candidate, bare_title, is_answer, is_followed, is_person, is_sentence
from analyser.structure.lines import LONGEST, Line
from analyser.structure.wrapped import margin_in, read_wrapped

_LONG_TITLE = 110
_SHORT_QUESTION = 9  # words
_LISTED = 1.5  # lines from one point of an agenda to the next, at most
_SURE = 1.5  # evidence of a line with a blank one before, text behind and a short title


def find_candidates(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Give every line that could be a numbered heading, in order."""
    found = []
    margin = margin_in(lines, furniture)
    left = min((n.indent for n in lines if not n.blank and n.index not in furniture), default=0)
    for line in lines:
        if line.blank or line.index in furniture or len(line.text) > LONGEST:
            continue
        candidate = read_wrapped(line, lines, furniture, margin)
        if candidate is not None and not is_person(candidate.title):
            found.append(replace(candidate, evidence=_evidence(candidate, line, lines, left)))
    return found


def choose_headings(
    candidates: Sequence[Candidate], agenda_at: int | None = None
) -> tuple[list[Candidate], list[Candidate]]:
    """Choose which candidates open items: (items, agenda lines).

    `agenda_at` is the line of a heading such as `Dagsorden`; a chain behind it that another follows is the agenda.
    """
    for family in PREFIXED:
        own = [c for c in candidates if c.family == family]
        if len(own) >= (1 if family == "ad" else 2):
            items, agenda = _two_chains(own)
            if not items or _outnumbered(items, candidates):
                continue
            if not agenda:
                agenda = _chain([c for c in candidates if c.family == "numbered" and c.line < items[0].line])
                if agenda_at is not None:
                    agenda = [c for c in agenda if c.line > agenda_at]
                elif not _same_titles(agenda, items):
                    agenda = []
            own_lines = {c.line for c in items}
            return _with_children(items, candidates, own_lines), agenda
    numbered = [c for c in candidates if c.family in ("numbered", "paragraph", "case", "point")]
    items, agenda = _two_chains([c for c in numbered if len(c.order) == 1], agenda_at)
    below_meeting = _below_the_number_of_the_meeting(numbered)
    if len(below_meeting) > len(items):
        lead = re.match(r"\d+", below_meeting[0].number or "")  # of `5a.1` as well
        meeting = int(lead.group()) if lead else 0
        deeper = [  # `14.5.1 Ingeniør` stands in 14.5
            replace(c, order=c.order[1:]) if len(c.order) == 3 and c.order[0] == meeting else c for c in candidates
        ]
        return _with_children(below_meeting, deeper, {c.line for c in below_meeting}), []
    items = _with_late(items, numbered)
    for family in ("roman", "letter"):  # the agenda may be by number, and its titles stand again
        own = [c for c in candidates if c.family == family and len(c.order) == 1]
        chain = _chain(own) if len(own) >= 3 else []
        if len(chain) >= max(3, len(items)) and (
            family == "roman" or not items or chain[0].line < items[0].line or _same_titles(items, chain)
        ):
            before = [c for c in items if c.line < chain[0].line]
            items, agenda = _two_chains(own)
            agenda = agenda or (before if _same_titles(before, items) else [])
            return sorted(items, key=lambda c: c.line), agenda
    if not items:
        return [], []
    if not agenda:
        items, agenda = _twice(items)
    return _with_children(items, candidates, {c.line for c in items}), agenda


def _outnumbered(items: Sequence[Candidate], candidates: Sequence[Candidate]) -> bool:
    """Tell whether other numbers head far more of the body: a line may begin with `§ 41` or `Nr. 19` by chance.

    Plain numbers from one on, or those below the number of the meeting (`9.1`).
    """
    plain = [c for c in candidates if c.family == "numbered"]
    numbered = _chain([c for c in plain if len(c.order) == 1 and c.title])
    behind = [c for c in numbered if c.line > items[0].line]
    if numbered and numbered[0].order == (1,) and len(behind) > 2 * len(items):
        return True
    return len(_below_the_number_of_the_meeting(plain)) > 2 * len(items)


def _below_the_number_of_the_meeting(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give items numbered under the number of the meeting: `14.1 Tidsplan`, `14.2 Økonomi` of the fourteenth meeting.

    Three are needed, all of one number that no heading has alone.
    """
    alone = {c.order[0] for c in candidates if len(c.order) == 1}
    firsts = [c.order[0] for c in candidates if len(c.order) == 2 and c.order[0] not in alone]
    meeting = max(firsts, key=firsts.count, default=None)
    own = [replace(c, order=(c.order[1],)) for c in candidates if len(c.order) == 2 and c.order[0] == meeting]
    chain = _chain(own) if len(own) >= 3 else []
    return chain if len(chain) >= 3 and chain[0].order == (1,) else []


def with_titles_below(items: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Give headings that are a number alone the title on the line below, where most of them have one there.

    `Punkt 1` / `Godkendelse af dagsorden`; not `Ad 1.` / `Formanden bød velkommen.` A short question behind a number,
    with text below, is a title too: `2. Skal vi have kontingent?`
    """
    items = [_asked(c, lines) for c in items]
    bare = [c for c in items if c.title is None and c.end == lines[c.line].end]
    below = {c.line: lines[c.line + 1] for c in bare if c.line + 1 < len(lines) and _is_title(lines[c.line + 1], lines)}
    if len(bare) < 2 or len(below) * 5 < len(bare) * 3:
        return list(items)
    return [
        replace(c, title=bare_title(below[c.line].text), end=below[c.line].end) if c in bare and c.line in below else c
        for c in items
    ]


def _asked(item: Candidate, lines: Sequence[Line]) -> Candidate:
    line = lines[item.line]
    rest = line.text[item.end - line.start :].strip() if item.title is None else ""
    short = rest.endswith("?") and len(rest.split()) <= _SHORT_QUESTION and not re.search(r"[.!?:]\s", rest)
    return replace(item, title=rest, end=line.end) if short and is_followed(line, lines) else item


def _is_title(line: Line, lines: Sequence[Line]) -> bool:
    text = line.text
    return (
        3 <= len(text) <= 90
        and not text[0].islower()
        and (not re.search(r"[!?;,:]$", text) or text.casefold().rstrip(".:") in words("headings", "item", "untitled"))
        and not is_answer(text)
        and not is_sentence(f"{text.rstrip('.')}.")
        and not is_person(text)
        and is_followed(line, lines, "letter")
    )


def _twice(items: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Part one run of numbers whose titles stand there twice: an agenda 1 to 7, the items 22 to 28."""
    titles = [(c.title or "").casefold().strip(" .:") for c in items]
    again = next((n for n, title in enumerate(titles) if title and title in titles[:n]), None)
    if again is None or again < 2 or not _same_titles(items[:again], items[again:]):
        return items, []
    return items[again:], items[:again]


def complete(items: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add to items that were found by their titles those that run on in the same family, and the sub-items of all."""
    family = max((c.family for c in items), key=[c.family for c in items].count)
    lines = {c.line for c in items}
    others = [c for c in candidates if c.family == family and c.line not in lines]
    found = _with_late(list(items), others)
    return _with_children(found, candidates, {c.line for c in found})


def _same_titles(agenda: Sequence[Candidate], items: Sequence[Candidate]) -> bool:
    """Tell whether a list in front of the items is their agenda: half of its titles stand there again."""
    titles = {(c.title or "").casefold().strip(" .:") for c in items}
    return 2 * sum((c.title or "").casefold().strip(" .:") in titles for c in agenda) >= len(agenda) > 1


def _evidence(candidate: Candidate, line: Line, lines: Sequence[Line], left: int) -> float:
    """Weigh one candidate on a page that begins at column `left`; the weights were set by hand on a dozen kinds."""
    score = 0.0
    title = candidate.title or ""
    if line.index == 0 or lines[line.index - 1].blank:
        score += 0.6
    if is_followed(line, lines):
        score += 0.7
    if candidate.family in PREFIXED:
        score += 1.5
    if title:
        score += 0.3 if len(title) <= 80 else (-0.8 if len(title) > _LONG_TITLE else 0.0)
        if title[0].islower() and len(candidate.order) == 1 and candidate.family != "letter":
            score -= 1.6
        if title.casefold().rstrip(".") in words("headings", "item", "untitled"):
            score += 0.6
        if re.search(r"[;,]$", title):
            score -= 1.0
    else:
        score -= 0.3 if candidate.family in PREFIXED else 0.6
    if line.indent - left >= 2:
        score -= 0.5
    if re.search(r"\.{4,}\s*\d+$|\t\d+$", line.text):
        score -= 0.8  # a table of contents
    return score


def _two_chains(
    candidates: Sequence[Candidate], agenda_at: int | None = None
) -> tuple[list[Candidate], list[Candidate]]:
    best = _chain(candidates)
    if len(best) < 1:
        return [], []
    best = _below_the_agenda(best, candidates)
    before = [c for c in candidates if c.line < best[0].line]
    after = [c for c in candidates if c.line > best[-1].line]
    agenda = _chain(before) if len(before) >= 2 else []
    if not agenda and len(after) >= 2:
        later = _chain(after)
        # the agenda came first and scored as high: the chain with the text between its lines is the body
        again = len(later) >= 2 and later[0].order <= best[0].order
        if again and (_spread(later) > 2 * _spread(best) or _is_listed(best, later, agenda_at)):
            return later, best
    return best, agenda


def _below_the_agenda(chain: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Let a chain begin where its first numbers stand again, if it began in an agenda that went on behind them.

    `1. Valg` / `2. Taget` / `3. Evt.` / blank / `1. Ida blev valgt.` / `2. Det holder.`: 1 is the later one.
    """
    for n in range(len(chain) - 1):
        between = [c for c in candidates if chain[n].line < c.line < chain[n + 1].line]
        if not between or _step(chain[n], between[0], False) != 1.0:
            continue
        again: list[Candidate] = []
        for wanted, c in zip(chain[n::-1], [c for c in between[::-1] if c.order <= chain[n].order], strict=False):
            if c.order != wanted.order:
                break
            again.insert(0, c)
        if len(again) == n + 1:
            return [*again, *chain[n + 1 :]]
    return chain


def _is_listed(first: Sequence[Candidate], later: Sequence[Candidate], agenda_at: int | None) -> bool:
    """Tell whether a chain is the agenda that another follows a line an item: titles close below `Dagsorden`.

    `1. Beretning.` / `2. Regnskab.` / blank / `1. Formanden aflagde Beretning.` / `2. Kassereren oplæste Regnskabet.`
    Its points may have lines below them where the items have no titles: `1. Godkendt.` / `2. a. Formanden oplyste …`
    """
    close = agenda_at is not None and 0 < first[0].line - agenda_at <= 2
    listed = _spread(first) <= _LISTED or sum(c.title is None for c in later) * 5 >= len(later) * 4
    return close and listed and all(c.title for c in first) and len(later) * 3 >= len(first) * 2


def _spread(chain: Sequence[Candidate]) -> float:
    return (chain[-1].line - chain[0].line) / max(1, len(chain) - 1)


def _chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Choose the best run of candidates by dynamic programming: numbers that go up by one, evidence for each."""
    if not candidates:
        return []
    usable = [c for c in candidates if c.evidence > -0.9][:3000]
    orders = [c.order for c in usable]
    once = len(set(orders)) == len(orders)  # a number that stands twice is in the agenda as well: no going back
    best: list[tuple[float, int]] = []
    for n, candidate in enumerate(usable):
        opening = 0.6 if candidate.order[0] == 1 else -0.15 * min(candidate.order[0], 8)
        score, back = candidate.evidence + opening, -1
        for m in range(max(0, n - 150), n):
            step = _step(usable[m], candidate, once)
            if step is not None and best[m][0] + step + candidate.evidence > score:
                score, back = best[m][0] + step + candidate.evidence, m
        best.append((score, back))
    if not best:
        return []
    n = max(range(len(best)), key=lambda k: best[k][0])
    if best[n][0] <= 0:
        return []
    chain = []
    while n >= 0:
        chain.append(usable[n])
        n = best[n][1]
    return chain[::-1]


def _step(before: Candidate, after: Candidate, back: bool) -> float | None:
    gap = after.order[0] - max(before.order[0], before.last)
    if gap == 1:
        return 1.0
    if gap == 0 and after.order > before.order:
        return 0.9
    if gap > 1:
        return 0.4 - 0.25 * min(gap, 6)
    # items taken in another order: only headings that say so by their word may go back
    return -0.6 if back and after.family in PREFIXED and after.order != before.order else None


def _with_late(items: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add items taken out of their order: a number that the chain lacks, on a line that surely is a heading."""
    numbers = {c.order for c in items if c.order}
    if len(numbers) < 2:
        return items
    late = [
        c
        for c in candidates
        if items[0].line < c.line
        and c.order not in numbers
        and c.evidence >= _SURE
        and len(c.order) == 1
        and c.title
        and min(numbers)[0] < c.order[0] < max(numbers)[0]
    ]
    return sorted([*items, *late], key=lambda c: c.line)


def _with_children(items: list[Candidate], candidates: Sequence[Candidate], own: set[int]) -> list[Candidate]:
    """Add sub-items (`2a`, `4.1`) whose main number is the item they stand in, or one that has no heading."""
    result = []
    bounds = [c.line for c in items[1:]] + [10**9]
    headed = {c.order[0] for c in items if c.order}
    for item, bound in zip(items, bounds, strict=True):
        result.append(item)
        if len(item.order) != 1:
            continue
        mains = {item.order[0], *({item.order[0] + 1} - headed)}
        for c in candidates:
            inside = item.line < c.line < bound and c.line not in own and len(c.order) > 1
            if not inside or c.order[0] not in mains or c.family == "letter":
                continue
            if (c.title and c.evidence > -0.5) or (c.title is None and _has_sister(c, candidates)):
                result.append(c)
        inside_letters = [c for c in candidates if c.family == "letter" and item.line < c.line < bound]
        result += [
            # `a)` in item 5 is 5a; `Forslag A` keeps its letter
            replace(
                c,
                order=(*item.order, *c.order),
                number=c.number if c.title and len(c.title) + 6 < c.end - c.start else f"{item.number}{c.number}",
            )
            for c in _letters(inside_letters)
        ]
    return sorted(result, key=lambda c: c.line)


def _has_sister(child: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a part of an item that is a sentence, `5a. Vejen ønskedes optaget.`, has one near: `5b. Broen`."""
    near = [(*child.order[:-1], child.order[-1] + n) for n in (-1, 1)]
    lettered = child.number is not None and child.number[-1].isalpha()
    return lettered and any(c.title and c.number and c.number[-1].isalpha() and c.order in near for c in candidates)


def _letters(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Choose `a) Formanden`, `b) Studienævnet` …: letters that run on from the first, each a title with text below."""
    run: list[Candidate] = []
    for c in candidates:
        if c.order == (len(run) + 1,) and c.title and len(c.title) <= 70 and not c.title.endswith((".", ",", ";")):
            run.append(c)
    cut = any(c.title and _is_cut(c.title) for c in run)  # `a) Tilsynet har meddelt, at påbuddet fra fe-`
    return run if len(run) >= 2 and not cut and all(c.evidence >= 0.9 for c in run) else []


def _is_cut(title: str) -> bool:
    """Tell whether the margin ended a line, so that it is no title: in a word, or behind a preposition."""
    return title.endswith("-") or title.split()[-1] in words("adverbs", "prepositions")
