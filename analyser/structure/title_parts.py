"""A line of a title in its parts, in plain letters: `R E F E R A T   af rådsmøde, Solbo` to `rådsmøde` and `Solbo`."""

import re

from analyser.language.dates import ANY_DAY, DateMention, find_dates
from analyser.language.lexicon import phrases, words
from analyser.language.times import find_time
from analyser.structure.bodies import ABBREVIATED, names_body
from analyser.structure.meeting_time import short_days

_LONGEST_MEETING = 3  # days
# between the parts of a title; also a stop: `Lokalhistorisk Forening. Bestyrelsesmøde`
_PARTING = re.compile(r"\s*(?:\||,|\s[-–—•·]\s|\t|\s{3,}|(?<=[a-zæøå]{5})\.\s+(?=[A-ZÆØÅ][a-zæøå]{3}))\s*")
_SHORTENED = re.compile(r"(?:\.[a-zæøå]|& Co|\bm\.fl)\.$", re.IGNORECASE)


def close_up(text: str) -> str:
    """Close up spaced letters: `R E F E R A T`, `B Y R Å D` (words stand two blanks or more apart)."""
    lead = re.match(r"(?:\S ){3,}\S(?=\s{2,}\S\S)", text)
    if lead:  # `R E F E R A T   af bestyrelsens møde`
        return f"{lead.group().replace(' ', '')} {text[lead.end() :].lstrip()}"
    if re.fullmatch(r"(?:\S ){3,}\S(?: {2,}(?:\S )*\S)*", text) is None:
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))


def title_parts(text: str) -> list[str]:
    """Cut a title line into what may be the body and what the organisation; the date goes."""
    days = [d for d in find_dates(text) if (d.last - d.first).days <= _LONGEST_MEETING]
    weekday = rf"(?:\b{phrases('calendar', 'weekdays', 'names')},?\s*)?(?:\b(?:den|d\.)\s*)?$"
    for mention in reversed(days or short_days(text) or find_dates(text) or _days_of_any_year(text)):
        before = re.sub(weekday, "", text[: mention.start], flags=re.IGNORECASE)
        text = f"{before} | {text[mention.end :]}"
    time = find_time(text)
    if time:
        text = f"{text[: time[2]]} | {text[time[3] :]}"
    opener = rf"^(?:{phrases('meeting', 'title', 'openers')}(?:\s+nr\.?\s*[\d/]+)?\s*(?:af|fra|for|til|:|-|–|,)?\s+)+"
    text = re.sub(opener, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:ordinært?|ekstraordinært?|afholdt|det|den)\s+", "", text, flags=re.IGNORECASE)
    met = r"^(?:(?:af|fra)\s+)?(?:møde[t]?\s+(?:nr\.?\s*\d+\s+)?(?:i|for|af|med)\s+|møde\s+)"
    text = re.sub(met, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:i|for|af|fra|ved)\s+(?=\w)", "", text, flags=re.IGNORECASE)
    held = phrases("meeting", "sentences", "held")  # `Ekstraordinær generalforsamling afholdtes paa Kroen`
    text = re.sub(rf"(?<=\w)\s+{held}\s+(?:paa|på|i|hos)\s", " | ", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*\((?:stiftet|grundlagt|oprettet)[^()]*\)", "", text, flags=re.IGNORECASE)
    return [_trimmed(p) for p in _PARTING.split(text) if p.strip(" .:")]


def _trimmed(part: str) -> str:
    """Strip a part of a title of what stands around it, not of the last stop of `a.m.b.a.` and `& Co.`"""
    return part.strip(" :").lstrip(".") if _SHORTENED.search(part.strip(" :")) else part.strip(" .:")


def _days_of_any_year(text: str) -> list[DateMention]:
    """Find days that have no year: `bestyrelsesmøde i Fjordby Vandværk d. 13/5`."""
    marked = re.compile(rf"\b(?:den|d\.?|{phrases('calendar', 'weekdays', 'names')})\s*(?=\d)", re.IGNORECASE)
    found = find_dates(text, reference=ANY_DAY)
    return [d for d in found if d.first == d.last and (m := marked.search(text, 0, d.end)) and m.end() >= d.start]


def plain_case(text: str) -> str:
    """Write an upper-case title with capitals at the start of words only."""
    if not text.isupper():
        return text
    small = words("meeting", "title", "small")
    return " ".join(w.lower() if w.lower() in small else _capitalised(w) for w in text.split())


def _capitalised(word: str) -> str:
    """`ÆLDRERÅD` to `Ældreråd`; what has no vowel is an abbreviation (`SSP-netværk`), so is what has strokes: `A/B`."""
    if "/" in word or "." in word:
        return word
    first, hyphen, rest = word.partition("-")
    short = re.search(r"[AEIOUYÆØÅ]", first) is None
    if rest.casefold() in words("bodies", "whole") and len(rest) <= ABBREVIATED:
        return f"{first.capitalize()}{hyphen}{rest}"  # `CENTER-MED`
    rest = rest.lower() if short or names_body(rest) else rest.capitalize()
    return f"{first}{hyphen}{rest}" if short else f"{first.capitalize()}{hyphen}{rest}"
