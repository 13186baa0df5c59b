"""Headings that carry no number: upper case, bold, underlined, or short and set apart."""

import re
from collections.abc import Sequence

from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.lexicon import phrases, words
from analyser.language.times import find_time
from analyser.structure.away_from import of_another_meeting
from analyser.structure.closings import is_closing
from analyser.structure.entries import read_entries
from analyser.structure.groups import known_label
from analyser.structure.headings import Candidate, acts, is_followed, is_person, is_sentence
from analyser.structure.heads import heads_approval
from analyser.structure.lines import LONGEST, Line
from analyser.structure.parts import is_part

_TOP = 4  # lines with text among which those of the meeting itself stand


def find_untitled(lines: Sequence[Line], furniture: frozenset[int], first: int, last: int) -> list[Candidate]:
    """Find headings that carry no number between two lines: upper case, bold, underlined, or short and set apart.

    `**Nyt fra huset**`, `ØKONOMI`, `Budget` over `------`; one style, the most marked that occurs twice, wins.
    """
    styles: dict[str, list[Candidate]] = {"marked": [], "upper": [], "short": [], "between": []}
    # where no item has parts such as `Beslutning`, a line `Økonomi` is the title of one
    parted = any(is_part(n.text) in ("decision", "proposal") for n in lines[first:last] if len(n.text) <= 40)
    top = {n.index for n in [n for n in lines if not n.blank][:_TOP]}
    for line in lines[first:last]:
        if (
            line.index == 0
            or line.blank
            or line.index in furniture
            or not 2 <= len(line.text) <= 90
            or not is_followed(line, lines)
            or is_person(line.text.strip("*_# "))
            or _tells_day(line.text.strip("*_# "))
            or _tells_next(line.text.strip("*_# "))
            or (line.index in top and _names_meeting(line.text.strip("*_# ")))
            or is_closing(line.text)
        ):
            continue
        style = _style(line, lines, furniture, parted)
        told = style in ("short", "between") and acts(line.text)
        if style is not None and not told and not _heads_people(line, lines):
            title = line.text.strip("*_#•·▪►+–- ").rstrip(":").strip()
            styles[style].append(Candidate(line.index, "title", None, (), title, line.start, line.end, 1.0))
    either = sorted([*styles["short"], *styles["between"]], key=lambda c: c.line)
    if len(either) >= 3 and len(styles["between"]) > len(styles["short"]):
        styles["short"] = either
    return next((styles[s] for s in ("marked", "upper", "short") if len(styles[s]) >= 2), [])


def _tells_day(text: str) -> bool:
    """Tell whether a line begins with a day, its year and an hour: `ONSDAG DEN 14. MAJ 2008 KL. 13.30 I CAFÉEN`."""
    days = [d for d in find_dates(text) if d.first == d.last]
    front = rf"(?:{phrases('calendar', 'weekdays', 'names')}\s*,?\s*)?(?:(?:den|d\.)\s*)?"
    opens = bool(days) and re.fullmatch(front, text[: days[0].start], re.IGNORECASE) is not None
    return opens and find_time(text[days[0].end :]) is not None


def _tells_next(text: str) -> bool:
    """Tell whether a line says when the next meeting is, which is no title: `Næste møde 24/11 - Ida har kage`."""
    return of_another_meeting(" ".join(text.split()[:2])) and bool(find_dates(text, reference=ANY_DAY))


def _names_meeting(text: str) -> bool:
    """Tell whether a line at the top says which meeting this was: `Referat af bestyrelsesmøde den 7. november 2005`."""
    minutes = rf"{phrases('headings', 'minutes', 'heads')}\s"
    return re.match(minutes, text, re.IGNORECASE) is not None and bool(find_dates(text))


def _heads_people(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line is a head of the roster: `AFBUD`, `Strandby Kommune:` over `Borgmester Lis Bo`."""
    label = known_label(line.text)
    below = next((n for n in lines[line.index + 1 : line.index + 3] if not n.blank), None)
    if label is not None and label[1] >= len(line.text):
        # `Fra ledelsen` / `Lis Bo fortalte om budgettet.`
        return not line.text.casefold().startswith("fra ") or below is None or not is_sentence(f"{below.text}.")
    if below is None or len(below.text) > LONGEST or is_sentence(below.text):
        return False  # `Lis Bo orienterede om den nye kok.`
    found, share = read_entries(below.text, below.start)
    return share >= 1.0 and any(" " in e.name for e in found)


def _style(line: Line, lines: Sequence[Line], furniture: frozenset[int], parted: bool) -> str | None:
    text = line.text
    bullet = re.match(r"[*•·▪►+–-]\s+(?=\S)", text)
    if bullet and _between_sentences(line, lines, text[bullet.end() :]):
        return "between"
    if (
        (is_part(text) in ("decision", "action", "proposal") and (parted or not _is_known(text)))
        or text.startswith(("-", "•", "–", "▪", "►"))
        or (_is_agenda_or_minutes(text) and not heads_approval(line, lines))
    ):
        return None
    if re.match(r"^(?:\*\*.+\*\*|__.+__|#+\s.+|_[^_]+_|\*[^*]+\*)$", text):
        return "marked"
    if is_part(text) and parted:
        return None
    following = lines[line.index + 1].text if line.index + 1 < len(lines) else ""
    if re.match(r"^[-=_~]{3,}$", following):
        return "marked"
    letters = re.sub(r"[^A-Za-zÆØÅæøå]", "", text)
    apart = line.index == 0 or lines[line.index - 1].blank or line.index - 1 in furniture
    known = _is_known(text)
    if (
        len(letters) >= 3
        and letters.isupper()
        and (known or not re.search(r"\d{3,}(?!\d)(?<!\d{4})|[.!;,]$|:\s", _without_kind(text)))
    ):
        return "upper"
    if (
        apart
        and len(text) <= 60
        and text[0].isupper()
        and "\t" not in text
        and (not re.search(r"[.!;,]$", text) or known)
        and not (text.endswith(":") and is_sentence(f"{text[:-1]}."))
    ):
        return None if re.search(r":\s*\S", _without_kind(text)) else "short"
    return "between" if _between_sentences(line, lines, text) else None


def _is_known(text: str) -> bool:
    return text.strip("*_# ").casefold().rstrip(".:") in words("headings", "item", "untitled")


def _between_sentences(line: Line, lines: Sequence[Line], title: str) -> bool:
    """Tell whether a few words with no full stop stand between two sentences, on a line of their own."""
    before = lines[line.index - 1].text
    following = lines[line.index + 1].text if line.index + 1 < len(lines) else ""
    short = len(title.split()) <= 6 and len(title) <= 50 and title[:1].isupper()
    known = title.casefold().rstrip(".:") in words("headings", "item", "untitled")
    bare = known or (
        not re.search(r"[.!?;,]$|:\s|\t", _without_kind(title)) and not is_sentence(f"{title.rstrip(':')}.")
    )
    ended = not before or bool(re.search(r"[.!?]$", before)) or before.startswith(("-", "•", "–", "*"))
    sentence = re.search(r"\s\S+\s\S+.*[.!?:]$", following)
    answer = re.fullmatch(r"[A-ZÆØÅ][^:\t]{2,40}\.", following)
    return short and bare and ended and bool(sentence or answer)


def _without_kind(title: str) -> str:
    """Take from a title what says of which kind it is: `Høring: Trafikplan`."""
    kind, colon, rest = title.partition(":")
    return rest.strip() if colon and kind.casefold() in words("headings", "item", "kinds") else title


def _is_agenda_or_minutes(text: str) -> bool:
    bare = text.strip("*_# ").rstrip(":. ").casefold()
    return bare in words("headings", "agenda", "heads") or bare in words("headings", "minutes", "heads")
