"""Headings of agenda items: which lines can be one, and which of them are.

Every line that could open an item is a `Candidate` with evidence for and against; the chain of candidates whose
numbers run on and whose evidence is best makes the items. A second chain before it is the agenda.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_full_name, is_given_name
from analyser.structure.lines import LONGEST, Line

_ROMAN = {"i": 1, "v": 5, "x": 10}
_PREFIXED = ("ad", "point", "case", "paragraph")
_LONG_TITLE = 110
_DURATION = re.compile(r"\s*\((?:ca\.?\s*)?\d+\s*min[^()]*\)$", re.IGNORECASE)
_SURE = 1.5  # evidence of a line with a blank one before, text behind and a short title


@dataclass(frozen=True)
class Candidate:
    """A line that may be a heading.

    Attributes:
        line: index of the line.
        family: which way of writing: ad, point, case, paragraph, numbered, letter, roman, title.
        number: as written, without marks (`2a`, `4.1`); None for headings with no number.
        order: the number as integers, for running on: (4, 1).
        title: what follows the number; None where nothing does or where it is a sentence.
        start, end: the heading itself; a sentence behind the number is no part of it.
        evidence: for (> 0) and against being a heading.
    """

    line: int
    family: str
    number: str | None
    order: tuple[int, ...]
    title: str | None
    start: int
    end: int
    evidence: float = 0.0


def find_candidates(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Give every line that could be a numbered heading, in order."""
    found = []
    for line in lines:
        if line.blank or line.index in furniture or len(line.text) > LONGEST:
            continue
        candidate = read_heading(line)
        if candidate is not None and not _is_person(candidate.title):
            found.append(replace(candidate, evidence=_evidence(candidate, line, lines)))
    return found


def read_heading(line: Line) -> Candidate | None:
    """Read one line as a numbered heading, or None.

    `Ad 1 - Orientering`, `Ad pkt. 3: Budget`, `Punkt 2a) Skolen`, `Sag nr. 12 Lokalplan`, `§ 4 Valg`, `3. Regnskab`,
    `2.1 Vej`, `IV. Eventuelt`, `**5. Eventuelt**`.
    """
    lead = re.match(r"(?:[*_#]+\s*)*", line.text)
    skip = lead.end() if lead else 0
    text = line.text[skip:].rstrip("*_# ")
    for family in (*_PREFIXED, "numbered", "roman", "letter"):
        match = _heading_pattern(family).match(text)
        if match is None:
            continue
        written = match["number"] if match["number"] else match["year"]
        number = re.sub(r"\s+", "", written).strip(".")
        order = _order(number, family)
        if order is None:
            continue
        start = line.start + skip
        rest = text[match.end() :]
        title, used = _title(rest, family)
        end = start + (match.end() + used if used else len(text[: match.end()].rstrip()))
        return Candidate(line.index, family, number, order, title, start if skip == 0 else line.start, end)
    return None


def choose_headings(
    candidates: Sequence[Candidate], agenda_at: int | None = None
) -> tuple[list[Candidate], list[Candidate]]:
    """Choose which candidates open items: (items, agenda lines).

    `agenda_at` is the line of a heading such as `Dagsorden`; a chain behind it that another follows is the agenda.
    """
    for family in _PREFIXED:
        own = [c for c in candidates if c.family == family]
        if len(own) >= (1 if family == "ad" else 2):
            items, agenda = _two_chains(own)
            if not agenda:
                agenda = _chain([c for c in candidates if c.family == "numbered" and c.line < items[0].line])
                if agenda_at is not None:
                    agenda = [c for c in agenda if c.line > agenda_at]
                elif not _same_titles(agenda, items):
                    agenda = []
            own_lines = {c.line for c in items}
            return _with_children(items, candidates, own_lines), agenda
    numbered = [c for c in candidates if c.family in ("numbered", "paragraph", "case", "point")]
    roman = [c for c in candidates if c.family == "roman"]
    items, agenda = _two_chains([c for c in numbered if len(c.order) == 1])
    items = _with_late(items, numbered)
    if len(roman) >= 3 and len(_chain(roman)) >= max(3, len(items)):
        items, agenda = _two_chains(roman)
    if not items:
        return [], []
    return _with_children(items, candidates, {c.line for c in items}), agenda


def _same_titles(agenda: Sequence[Candidate], items: Sequence[Candidate]) -> bool:
    """Tell whether a list in front of the items is their agenda: half of its titles stand there again."""
    titles = {(c.title or "").casefold().strip(" .:") for c in items}
    return 2 * sum((c.title or "").casefold().strip(" .:") in titles for c in agenda) >= len(agenda) > 1


def find_untitled(lines: Sequence[Line], furniture: frozenset[int], first: int, last: int) -> list[Candidate]:
    """Find headings that carry no number between two lines: upper case, bold, underlined, or short and set apart.

    `**Nyt fra huset**`, `ØKONOMI`, `Budget` over `------`; one style, the most marked that occurs twice, wins.
    """
    styles: dict[str, list[Candidate]] = {"marked": [], "upper": [], "short": [], "between": []}
    # where no item has parts such as `Beslutning`, a line `Økonomi` is the title of one
    parted = any(is_part(n.text) in ("decision", "proposal") for n in lines[first:last] if len(n.text) <= 40)
    for line in lines[first:last]:
        if (
            line.index == 0
            or line.blank
            or line.index in furniture
            or not 2 <= len(line.text) <= 90
            or not _is_followed(line, lines)
            or _is_person(line.text.strip("*_# "))
        ):
            continue
        style = _style(line, lines, furniture, parted)
        if style is not None:
            title = line.text.strip("*_#•· ").rstrip(":").strip()
            styles[style].append(Candidate(line.index, "title", None, (), title, line.start, line.end, 1.0))
    either = sorted([*styles["short"], *styles["between"]], key=lambda c: c.line)
    if len(either) >= 3 and len(styles["between"]) > len(styles["short"]):
        styles["short"] = either
    return next((styles[s] for s in ("marked", "upper", "short") if len(styles[s]) >= 2), [])


def _is_person(title: str | None) -> bool:
    """Tell whether a line is one of a roster, not a heading: `ARNE DAL, FORMAND`; `2. Berit Eg`."""
    name, *told = re.split(r"\s*(?:[,(\t:]|\s[-–]\s)\s*", title or "", maxsplit=1)
    return is_full_name(name.strip()) and (not told or len(told[0].split()) <= 3)


def is_part(text: str) -> str | None:
    """Give the kind of part that a whole line opens: `Beslutning:` is a decision, `Sagsfremstilling` background."""
    bare = re.sub(r"\s+", " ", text.strip("*_# ").rstrip(":. ").casefold())
    for kind in ("decision", "action", "proposal", "discussion", "background"):
        if bare in words("headings", "parts", kind):
            return kind
    if bare.startswith("beslutning") and len(bare) < 70 and bare.split()[0] in words("headings", "parts", "decision"):
        return "decision"
    return None


def is_sentence(text: str) -> bool:
    """Tell whether text behind a number is a sentence, not a title: `Ingen bemærkninger til referatet.`

    A title may end in a full stop (`Kloakering af Sønderengen.`): a sentence has a finite verb, or is an answer.
    """
    stripped = text.strip()
    if not re.search(r"[.!?]$", stripped) or len(stripped.split()) < 2:
        return False
    low = [w.strip(".,;:!?()").casefold() for w in stripped.split()]
    first, second = stripped.split()[:2]
    if is_given_name(first) and second.islower() and low[1] not in words("adverbs", "joining"):
        return True  # `Karl køber ti nye bolde.`
    return low[0] in words("headings", "answers", "starts") or any(
        w in words("headings", "answers", "finite") or re.search(r"(?:[rt]ede|[lprs]te|edes)$", w) for w in low[:20]
    )


def _title(rest: str, family: str) -> tuple[str | None, int]:
    """Read the title behind a number: (title, how many characters of `rest` belong to the heading)."""
    stripped = re.split(r"\t", rest.strip())[0].strip()  # later cells hold times and kinds
    if not stripped:
        return None, 0
    stop = re.match(r"\s*(?P<title>[A-ZÆØÅ][^.:?!]{1,50})\.\s+(?=[A-ZÆØÅ])", rest)
    if stop and _is_short_title(stop["title"]) and _sentence_behind(rest[stop.end() :]):
        return stop["title"].strip(), stop.end("title")  # `Økonomi. Berit gennemgik tallene.`
    if is_sentence(stripped) and ":" not in stripped[:60]:
        return None, 0
    colon = re.search(r":\s+(?=\S)", rest)
    if colon and colon.start() <= 70 and len(rest) - colon.end() > 12 and _sentence_behind(rest[colon.end() :]):
        return rest[: colon.start()].strip(), colon.start() + 1
    title = _DURATION.sub("", stripped.rstrip(":").strip().strip("*_").strip())
    if not re.search(r"\b(?:evt|mv|m\.v|m\.m|mm|m\.fl|o\.l)\.$", title.casefold()):
        title = title.rstrip(".")
    return title or None, len(rest.rstrip())


def _is_short_title(text: str) -> bool:
    last = text.split()[-1].casefold()
    shortened = (last in words("abbreviations", "always") and last not in words("headings", "item", "untitled")) or (
        len(last) < 3
    )
    return len(text.split()) <= 6 and not shortened and not is_sentence(f"{text}.") and not is_full_name(text)


def _sentence_behind(text: str) -> bool:
    return bool(re.search(r"[.!]$", text.strip())) and len(text.split()) >= 2


def _evidence(candidate: Candidate, line: Line, lines: Sequence[Line]) -> float:
    """Weigh one candidate; the weights were set by hand on minutes of a dozen kinds."""
    score = 0.0
    title = candidate.title or ""
    if line.index == 0 or lines[line.index - 1].blank:
        score += 0.6
    if _is_followed(line, lines):
        score += 0.7
    if candidate.family in _PREFIXED:
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
        score -= 0.3 if candidate.family in _PREFIXED else 0.6
    if line.indent >= 2:
        score -= 0.5
    if re.search(r"\.{4,}\s*\d+$|\t\d+$", line.text):
        score -= 0.8  # a table of contents
    return score


def _is_followed(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether text that is no heading follows."""
    for other in lines[line.index + 1 : line.index + 4]:
        if not other.blank:
            return len(other.text) > LONGEST or read_heading(other) is None
    return False


def _two_chains(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    best = _chain(candidates)
    if len(best) < 1:
        return [], []
    before = [c for c in candidates if c.line < best[0].line]
    after = [c for c in candidates if c.line > best[-1].line]
    agenda = _chain(before) if len(before) >= 2 else []
    if not agenda and len(after) >= 2:
        later = _chain(after)
        # the agenda came first and scored as high: the chain with the text between its lines is the body
        if len(later) >= 2 and _spread(later) > 2 * _spread(best) and later[0].order <= best[0].order:
            return later, best
    return best, agenda


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
    gap = after.order[0] - before.order[0]
    if gap == 1:
        return 1.0
    if gap == 0 and after.order > before.order:
        return 0.9
    if gap > 1:
        return 0.4 - 0.25 * min(gap, 6)
    # items taken in another order: only headings that say so by their word may go back
    return -0.6 if back and after.family in _PREFIXED and after.order != before.order else None


def _with_late(items: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add items taken out of their order: a number that the chain lacks, on a line that surely is a heading."""
    if len(items) < 2:
        return items
    numbers = {c.order for c in items}
    late = [
        c
        for c in candidates
        if items[0].line < c.line
        and c.order not in numbers
        and c.evidence >= _SURE
        and len(c.order) == 1
        and c.title
        and c.order[0] < max(numbers)[0]
    ]
    return sorted([*items, *late], key=lambda c: c.line)


def _with_children(items: list[Candidate], candidates: Sequence[Candidate], own: set[int]) -> list[Candidate]:
    """Add sub-items (`2a`, `4.1`) whose main number is the item they stand in, or one that has no heading."""
    result = []
    bounds = [c.line for c in items[1:]] + [10**9]
    headed = {c.order[0] for c in items}
    for item, bound in zip(items, bounds, strict=True):
        result.append(item)
        if len(item.order) > 1:
            continue
        mains = {item.order[0], *({item.order[0] + 1} - headed)}
        for c in candidates:
            inside = item.line < c.line < bound and c.line not in own and len(c.order) > 1
            if inside and c.order[0] in mains and c.title and c.evidence > -0.5 and c.family != "letter":
                result.append(c)
        inside_letters = [c for c in candidates if c.family == "letter" and item.line < c.line < bound]
        result += [
            replace(c, order=(*item.order, *c.order), number=f"{item.number}{c.number}")  # `a)` in item 5 is 5a
            for c in _letters(inside_letters)
        ]
    return sorted(result, key=lambda c: c.line)


def _letters(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Choose `a) Formanden`, `b) Studienævnet` …: letters that run on from the first, each a title with text below."""
    run: list[Candidate] = []
    for c in candidates:
        if c.order == (len(run) + 1,) and c.title and len(c.title) <= 70 and not c.title.endswith((".", ",", ";")):
            run.append(c)
    return run if len(run) >= 2 and all(c.evidence >= 0.9 for c in run) else []


def _order(number: str, family: str) -> tuple[int, ...] | None:
    if family == "roman":
        value = 0
        for letter, following in zip(number.lower(), f"{number.lower()[1:]} ", strict=True):
            worth = _ROMAN[letter]
            value += -worth if _ROMAN.get(following, 0) > worth else worth
        return (value,)
    parts = re.findall(r"\d+|[a-zæøå]", number.split("-")[0].split("–")[0].lower())
    if not parts or len(parts) > 4:
        return None
    order = tuple(int(p) if p.isdigit() else ord(p) - 96 for p in parts)
    if order[-1] == 0 and len(order) == 2:
        order = order[:1]  # `1.0` is item 1
    return order if order[0] < 1000 else None


def _style(line: Line, lines: Sequence[Line], furniture: frozenset[int], parted: bool) -> str | None:
    text = line.text
    bullet = re.match(r"[*•·]\s+(?=\S)", text)
    if bullet and _between_sentences(line, lines, text[bullet.end() :]):
        return "between"
    if (
        is_part(text) in ("decision", "action", "proposal")
        or text.startswith(("-", "•", "–"))
        or _is_agenda_or_minutes(text)
    ):
        return None
    if re.match(r"^(?:\*\*.+\*\*|__.+__|#+\s.+)$", text):
        return "marked"
    if is_part(text) and parted:
        return None
    following = lines[line.index + 1].text if line.index + 1 < len(lines) else ""
    if re.match(r"^[-=_~]{3,}$", following):
        return "marked"
    letters = re.sub(r"[^A-Za-zÆØÅæøå]", "", text)
    apart = line.index == 0 or lines[line.index - 1].blank or line.index - 1 in furniture
    if len(letters) >= 3 and letters.isupper() and not re.search(r"\d{3,}|[.!;,]$|:\s", text):
        return "upper"
    if (
        apart
        and len(text) <= 60
        and text[0].isupper()
        and "\t" not in text
        and (not re.search(r"[.!;,]$", text) or text.casefold().rstrip(".:") in words("headings", "item", "untitled"))
    ):
        if re.search(r":\s*\S", text):
            return None
        return "short"
    return "between" if _between_sentences(line, lines, text) else None


def _between_sentences(line: Line, lines: Sequence[Line], title: str) -> bool:
    """Tell whether a few words with no full stop stand between two sentences, on a line of their own."""
    before = lines[line.index - 1].text
    following = lines[line.index + 1].text if line.index + 1 < len(lines) else ""
    short = len(title.split()) <= 5 and len(title) <= 45 and title[:1].isupper()
    bare = not re.search(r"[.!?;,]$|:\s|\t", title)
    ended = not before or bool(re.search(r"[.!?]$", before))
    return short and bare and ended and bool(re.search(r"\s\S+\s\S+.*[.!?]$", following))


def _is_agenda_or_minutes(text: str) -> bool:
    bare = text.strip("*_# ").rstrip(":. ").casefold()
    return bare in words("headings", "agenda", "heads") or bare in words("headings", "minutes", "heads")


@cache
def _heading_pattern(family: str) -> re.Pattern[str]:
    # not a file's number: `Sagsnr. 01.02.05-P16-7-20`, `Sag 21-004123`
    number = r"(?!\d\d\.\d\d\.\d\d|\d+[-/]\d{3})"
    number += r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}(?:\.?\s?[a-h](?![\wæøå]))?(?:\s?[-–]\s?\d{1,2}(?!\d))?)"
    close = r"(?:\s*[.):]+|(?=\s|$|[-–—]))\s*(?:[-–—:]\s*)?"
    if family in _PREFIXED:
        entry = lexicon("headings")["item"]
        if family == "paragraph":
            return re.compile(rf"§\s*{number}{close}")
        if family == "ad":
            point = phrases("headings", "item", "point")
            return re.compile(rf"{entry['ad'][0]}\.?\s*(?:{point}\.?\s*)?{number}{close}", re.IGNORECASE)
        year = r"(?P<year>\d{1,4}/\d{2,4})(?=\s*[:.–-]?\s+[^\W\d_])\s*[:.–-]?\s*"  # `Sag 14/2015: Vejene`
        heads = phrases("headings", "item", family)
        either = f"{number}{close}|{year if family == 'case' else '(?P<year>(?!))'}"
        return re.compile(rf"{heads}\.?\s*(?:{either})", re.IGNORECASE)
    if family == "letter":
        return re.compile(r"(?P<number>[a-hA-H])(?:[.)]\s+(?=[A-ZÆØÅ])|\)\s*(?=[a-zæøåA-ZÆØÅ]{3}))")
    if family == "roman":
        return re.compile(r"(?P<number>[IVX]{1,5})[.)]\s+(?:[-–—:]\s*)?(?=\S)")
    months = "|".join(n for names in lexicon("calendar")["months"].values() for n in names)
    # `3. Regnskab`, `3) Regnskab`, `3.Regnskab`, `4.1 Vej`, `2a. Skolen`; not `3. april`, not `12.03.2014`, not `10.00`
    return re.compile(
        rf"(?!\d{{1,2}}\.?\s*(?:{months})\b)(?!\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})(?!\d{{1,2}}[.:]\d\d(?!\d))"
        r"(?P<number>(?:\d{3}(?=\.\s)|\d{1,2})(?:\.\d{1,2}){0,2}(?:\.?\s?[a-hA-H])?(?![\wæøå]))"
        r"(?:\s*[.)]$|(?:\s*[.):]+\s*(?:[-–—:]\s*)?|\s*[-–—]\s+|\t\s*|(?<=\.\d)\s+|(?<=\d[a-hA-H])\s+"
        r"|(?<=\d[.\s][a-h])\s+(?=[A-ZÆØÅ])|\s{1,4}(?=[A-ZÆØÅ][a-zæøå]+))(?=\S))"
    )
