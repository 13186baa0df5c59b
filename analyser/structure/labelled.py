"""Items that are a line each, title and text: `* Klassekasse: Der er 1.340 kr. på kontoen.`"""

import re
from collections.abc import Sequence

from analyser.language.definite import definite_title
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_full_name, is_given_name, is_title
from analyser.structure.groups import known_label, opens_roster
from analyser.structure.headings import Candidate, is_answer, is_common_title, is_followed, is_sentence
from analyser.structure.lines import Line
from analyser.structure.parts import is_part

_LABELLED = re.compile(r"(?P<mark>[*•·▪►–-]?)\s*(?P<title>[A-ZÆØÅ][^:.!?\t]{1,44}\.?):\s+(?=\S)")
_STOPPED = re.compile(r"(?P<mark>[*•·▪►–-]?)\s*(?P<title>[A-ZÆØÅ][^:.!?\t]{1,44})(?P<stop>\.)\s+(?=\S)")
_BOLD = re.compile(r"\*\*(?P<title>[A-ZÆØÅ][^*\t]{1,60})\*\*\s*[:–—-]?\s+(?=\S)")
_DASHED = re.compile(r"(?P<title>[A-ZÆØÅ][^:.!?\t–—]{1,44}?\.?)\s+[-–—]\s+(?=\S)")
_FEWEST = 3
_LONGEST_TOPIC = 90
_SHARE = 0.6  # of the paragraphs that must open with a title, where few of these are well known


def find_labelled(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find items whose title stands before a colon in front of their text, all with the same mark.

    `* Trivsel: Louise fortalte …`, `- Økonomi: Der er …`; with no mark only where two of the titles are well known
    (`Evt.: Intet at bemærke`), or one is and most paragraphs open so. Three are needed. A person (`Ida: Det går
    godt.`), a part of an item (`Beslutning: …`) and what belongs to the head (`Sted: …`, `Afbud: …`) are none.

    A title may also end in a full stop: `Budget. Ida gennemgik det.` where most paragraphs open so.
    """
    found: dict[str, list[Candidate]] = {}
    stopped: list[Candidate] = []
    doubtful: list[tuple[str, Candidate]] = []
    for line in lines[1:]:
        match = _LABELLED.match(line.text) or _STOPPED.match(line.text)
        if match is None or line.index in furniture:
            continue
        behind = line.text[match.end() :]
        if len(behind.split()) < 2 and not is_answer(behind):
            continue
        ends = match.end("title") + 1
        title = match["title"].strip()
        own = Candidate(line.index, "title", None, (), title, line.start + match.start("title"), line.start + ends, 1.0)
        if "stop" in match.groupdict():
            if is_common_title(title) and len(title.split()[-1]) > 2:  # not `Næste møde 8/12 kl. 19`
                stopped.append(own)
                doubtful.append((match["mark"], own))
        elif _is_title(title, line.text):
            found.setdefault(match["mark"], []).append(own)
        elif match["mark"] and is_title(title) and " " not in title:
            doubtful.append((match["mark"], own))  # `- Vikar: Ida er på kursus.` between others
    found = {mark: _without_parts(run) for mark, run in found.items()}
    usable = [(mark, run) for mark, run in found.items() if run and _are_titles(run, lines, mark)]
    if not usable:
        others = find_timed(lines, furniture) or _find_set_off(lines, furniture)
        if others:
            return others
        return stopped if len(stopped) > _FEWEST and _open_most(stopped, lines, 0) else []
    mark, run = max(usable, key=lambda u: len(u[1]))
    more = [c for m, c in doubtful if m == mark and c.line > run[0].line]
    return sorted([*run, *more], key=lambda c: c.line)


def find_timed(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find items that stand at their hour: `12.35-13.00 Strategi`; three are needed, each later than the one before."""
    timed = re.compile(
        r"(?:kl\.?\s*)?(?P<start>\d{1,2}[.:]\d\d)(?:\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?)?\s*[:.–-]?\s+(?P<title>[A-ZÆØÅ].*)",
        re.IGNORECASE,
    )
    found: list[Candidate] = []
    times: list[str] = []
    for line in lines[1:]:
        match = timed.match(line.text) if len(line.text) <= _LONGEST_TOPIC and line.index not in furniture else None
        if match is None or is_sentence(match["title"]) or not is_followed(line, lines):
            continue
        times.append(match["start"].replace(":", ".").zfill(5))
        title = match["title"].strip("*_ ").rstrip(":")
        found.append(Candidate(line.index, "title", None, (), title, line.start, line.end, 1.0))
    return found if len(found) >= _FEWEST and times == sorted(set(times)) else []


def _find_set_off(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find items whose title is in bold, or before a dash, in front of their text.

    `**Økonomi** – Ida viste regnskabet.`; `Juletur - Ida bestiller bus.` where one title is well known and most lines
    are of that form.
    """
    for pattern, known in ((_BOLD, 0), (_DASHED, 1)):
        found = []
        for line in lines[1:]:
            match = pattern.match(line.text)
            if match and line.index not in furniture and _is_title(match["title"], f"{match['title']}: x"):
                start, end = line.start + match.start(), line.start + match.end("title")
                end += 2 if not known else 0
                found.append(Candidate(line.index, "title", None, (), match["title"].rstrip(":"), start, end, 1.0))
        common = sum(is_common_title(c.title or "") for c in found)
        if len(found) >= _FEWEST and common >= known and (not known or _open_most(found, lines, 0)):
            return found
    return []


def _without_parts(run: list[Candidate]) -> list[Candidate]:
    """Leave out what opens a part of an item, as it does in each: `Baggrund: …` / `Referat: …`."""
    titles = [(c.title or "").casefold() for c in run]
    return [c for c in run if is_part(c.title or "") is None or titles.count((c.title or "").casefold()) == 1]


def _are_titles(run: Sequence[Candidate], lines: Sequence[Line], mark: str) -> bool:
    """Tell whether labels are titles: three at least, beside those of an office (`Formanden: …`) that may speak.

    With no mark two of them must be well known, or one and most paragraphs have a label.
    """
    if sum(definite_title(c.title or "") is None for c in run) < _FEWEST:
        return False
    known = sum(is_common_title(c.title or "") for c in run)
    return bool(mark) or known >= 2 or (known == 1 and _open_most(run, lines, 1))


def _open_most(run: Sequence[Candidate], lines: Sequence[Line], blanks: int) -> bool:
    """Tell whether most paragraphs from the first title to the last have one; with no blank line a line is one."""
    own = {c.line for c in run}
    solid = [n for n in lines[run[0].line : run[-1].line + 1] if not n.blank]
    opening = [n.index for n in solid if not blanks or lines[n.index - 1].blank]
    return sum(n in own for n in opening) >= max(_FEWEST, _SHARE * len(opening))


def find_topics(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find items whose title stands behind a word for an item: `Emne: Trivsel i 2.b`; two are needed."""
    topic = re.compile(
        rf"[*_#\s]*{phrases('headings', 'item', 'topic')}\s*:[*_]*\s+(?P<title>[^\W\d].*)", re.IGNORECASE
    )
    found = []
    for line in lines[1:]:
        match = topic.match(line.text)
        if match and line.index not in furniture and len(match["title"]) <= _LONGEST_TOPIC and is_followed(line, lines):
            title = match["title"].strip("*_ ").rstrip(".")
            found.append(Candidate(line.index, "title", None, (), title, line.start, line.end, 1.0))
    return found if len({c.title for c in found}) > 1 else []


def with_labelled(titled: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Add to headings on lines of their own those items that are a line each: `Sidste referat: OK.` above `Økonomi`.

    They stand apart, and are well known; above the first heading only the last may be one.
    """
    own = {c.line for c in titled}
    first = titled[0].line
    above = max(
        (n.index for n in lines[: max(0, first - 1)] if n.blank and not lines[n.index + 1].blank), default=first
    )
    found = []
    for line in lines[above + 1 :]:
        match = _LABELLED.match(line.text)
        apart = lines[line.index - 1].blank
        if match is None or line.index in own or not apart or match["mark"] or not is_common_title(match["title"]):
            continue
        behind = line.text[match.end() :]
        if not is_answer(re.split(r"(?<=\w)[.,]\s", behind)[0]) and not (is_sentence(behind) and line.index > first):
            continue
        start = line.start + match.start("title")
        end = line.start + match.end("title") + 1
        found.append(Candidate(line.index, "title", None, (), match["title"].strip(), start, end, 1.0))
    return sorted([*titled, *found], key=lambda c: c.line)


def _of_the_head() -> set[str]:
    return {label for labels in lexicon("meeting")["labels"].values() for label in labels}


def _is_title(title: str, text: str) -> bool:
    bare = title.strip("*_ ").casefold()
    first = title.split()[0]
    label = known_label(text.lstrip("*•·▪►–- "))
    return (
        len(title.split()) <= 6
        and label is None
        and not opens_roster(text)
        and is_part(title) not in ("decision", "action", "proposal")
        and (bare in words("headings", "item", "untitled") or bare not in _of_the_head())
        and not is_full_name(title)
        and not is_given_name(first)
        and not _is_speaker(title.split())
        and not re.fullmatch(r"[A-ZÆØÅ]{2,4}", title)
    )


def _is_speaker(title: Sequence[str]) -> bool:
    """Tell whether a label is somebody by title: `Formand`, `Formand Bo`; not `Formand for en dag`."""
    alone = len(title) == 1 or not title[1].islower() or title[1] in words("titles", "joining") or is_title(title[-1])
    return alone and is_title(title[0])
