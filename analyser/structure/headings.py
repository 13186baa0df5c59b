"""Headings of agenda items, line by line: which can be one, what number and title they carry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.lexicon import affixes, lexicon, phrases, words
from analyser.language.names import is_full_name, is_given_name
from analyser.language.sentences import sentence_spans
from analyser.language.verbs import read_form
from analyser.structure.lines import LONGEST, Line

_ROMAN = {"i": 1, "v": 5, "x": 10}
_LONGEST_LEAD = 16  # words of a title in front of a sentence on its line
_SHORT_LEAD = 4  # words of a title in front of a dash
_LONG = 8  # words of a sentence whose verb only its place tells
PREFIXED = ("ad", "point", "case", "paragraph")
_MOST_AT_ONCE = 8  # items treated under one heading
# behind a number, those of other items treated with it: `4-5`, `3+4`, `3 og 4`, `5, 6 og 7`
_FURTHER = r"(?:\s?[-–+&]\s?\d{1,2}|(?:,\s?\d{1,2})*\s+og\s+\d{1,2})+"
DURATION = re.compile(r"\s*\((?:ca\.?\s*)?\d+\s*min[^()]*\)$", re.IGNORECASE)
_BOLD = re.compile(r"(?:[*_#]+\s*)*")
_SEVERAL = re.compile(rf"\d{{1,3}}{_FURTHER}")
_BLANKS = re.compile(r"\s+")
_AND = re.compile(r"(?<=\d)og(?=\d)")
_PERSON_END = re.compile(r"\s*(?:[,(\t:]|\s[-–]\s)\s*")
_FILED = re.compile(r"\s*\S+\s+\S*\d\S*\s+(?=[A-ZÆØÅ][a-zæøå]{2})")
_CELL = re.compile(r"\s*[^\t]*")
_INITIAL = r"(?<=\s[A-ZÆØÅ])\.(?=\s[A-ZÆØÅ])"  # `Ansøgning fra Enke M. Lund. Bevilget.`
_TITLE_AND_STOP = re.compile(rf"\s*(?P<title>[A-ZÆØÅ](?:[^.:?!]|{_INITIAL}){{1,50}})\.\s+(?=[A-ZÆØÅ])")
_FIRST_STOP = re.compile(r"(?<=\w\w\.)\s+(?=[A-ZÆØÅ])")
_COLON = re.compile(r":\s+(?=\S)")
_LETTERED = re.compile(r"\s*[a-h][.)]\s")
_NOT_MAIN = re.compile(r"[-–/+&,\s]")
_OPEN_DASH = re.compile(r"(?<=\S)\s+[-–—]?\s*$")
_STOPS = re.compile(r"[.!?]$")
_PAST = re.compile(r"(?:[rt]ede|[lprs]te|[egr]des|[a-zæøå]{2}tes|gikkes|reves|toges|[a-zæøå]{3}erer)$")


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
        last: the main number of the last item treated with it (`Ad 4-5`); 0 where it is one item.
    """

    line: int
    family: str
    number: str | None
    order: tuple[int, ...]
    title: str | None
    start: int
    end: int
    evidence: float = 0.0
    last: int = 0


@lru_cache(maxsize=1024)  # each way to read the items of minutes asks of all their lines
def read_heading(line: Line) -> Candidate | None:
    """Read one line as a numbered heading, or None.

    `Ad 1 - Orientering`, `Ad pkt. 3: Budget`, `Punkt 2a) Skolen`, `Sag nr. 12 Lokalplan`, `§ 4 Valg`, `3. Regnskab`,
    `2.1 Vej`, `IV. Eventuelt`, `**5. Eventuelt**`.
    """
    lead = _BOLD.match(line.text)
    skip = lead.end() if lead else 0
    text = line.text[skip:].rstrip("*_# ")
    for family in (*PREFIXED, "numbered", "roman", "letter"):
        match = _heading_pattern(family).match(text)
        if match is None:
            continue
        written = next(g for g in ("number", "year", "counted") if match.groupdict().get(g))
        number = _as_number(match[written])
        order = _order(number, family)
        if order is None or (family in ("roman", "letter") and _is_initial(text)):
            continue
        rest = text[match.end() :]
        if family == "case" and match["number"] and _is_house(match.group(), rest):
            continue
        start = line.start + skip
        title, used = _title(rest, family)
        end = start + (match.end() + used if used else len(text[: match.end()].rstrip()))
        last = int(several_numbers(number)[-1]) if several_numbers(number) else 0
        return Candidate(line.index, family, number, order, title, start if skip == 0 else line.start, end, last=last)
    return None


def _is_house(number: str, rest: str) -> bool:
    """Tell whether a number is that of a house, whose people did something: `Nr. 30 spurgte, om …`; `Nr. 7 og 9`."""
    bare = re.match(r"(?:nr|no)\b", number, re.IGNORECASE) is not None
    return bare and rest[:1].islower() and not re.search(r"[.:)]\s*$", number)


def _is_initial(text: str) -> bool:
    """Tell whether a letter is the first name of somebody: `V. Nyrup foreslog, at …`; `G. Helsted, E. Tvede og …`."""
    name = re.match(
        r"[A-ZÆØÅ]\.\s+[A-ZÆØÅ][\wæøå-]+(?P<more>,?\s+(?:og\s+)?[A-ZÆØÅ]\.\s)?(?:\s+(?P<verb>[a-zæøå]+))?", text
    )
    return name is not None and (name["more"] is not None or _is_past(name["verb"] or ""))


def several_numbers(number: str) -> list[str]:
    """Give the numbers of items that were treated as one: `4-6` gives 4, 5, 6, `3+4` and `3 og 4` give 3, 4."""
    if not _SEVERAL.fullmatch(number):
        return []
    numbers = [int(n) for n in re.findall(r"\d+", number)]
    if re.search("[-–]", number) and len(numbers) == 2 and 0 < numbers[1] - numbers[0] < _MOST_AT_ONCE:
        numbers = list(range(numbers[0], numbers[1] + 1))
    return [str(n) for n in numbers] if numbers == sorted(set(numbers)) and len(numbers) > 1 else []


def _as_number(written: str) -> str:
    """Write a number without spaces, but for those around a word: `Ad 3 og 4` is `3 og 4`."""
    close = _BLANKS.sub("", written).strip(".")
    return _AND.sub(" og ", close).replace(",", ", ")


def bare_title(text: str) -> str:
    """Strip the marks behind a title: `Økonomi.`, `Vej – ...`; a word cut short keeps its own: `Evt.`, `Lys mv.`"""
    title = text.rstrip(": ")
    shortened = title.endswith(".") and _cut_short().search(title.casefold())
    return title if shortened else _OPEN_DASH.sub("", title.rstrip("."))


@cache
def _cut_short() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå.]){phrases('headings', 'item', 'cut_short')}\.$")


def is_common_title(title: str) -> bool:
    """Tell whether items of all kinds of meetings have a title: `Evt.`, `Økonomi`, `Godkendelse af sidste referat`."""
    low = title.strip("*_# ").casefold().rstrip(".:")
    known = words("headings", "item", "untitled") | words("headings", "item", "labelled")
    return low in known or low.startswith(affixes("headings", "item", "title_starts"))


@lru_cache(maxsize=4096)
def is_sentence(text: str) -> bool:
    """Tell whether text behind a number is a sentence, not a title: `Ingen bemærkninger til referatet.`

    A title may end in a full stop (`Kloakering af Sønderengen.`): a sentence has a finite verb (`Man vedtog at afholde
    udflugt.`), or is an answer (`Dagsorden godkendt.`).
    """
    stripped = text.strip()
    if not _STOPS.search(stripped) or len(stripped.split()) < 2:
        return False
    low = [w.strip(".,;:!?()").casefold() for w in stripped.split()]
    first, second = stripped.split()[:2]
    if is_given_name(first) and second.islower() and low[1] not in words("adverbs", "joining"):
        return True  # `Karl køber ti nye bolde.`
    if low[0] in words("headings", "answers", "starts") or low[-1] in words("headings", "answers", "ends"):
        return True
    acting = low[0].endswith(("en", "et", "ene", "erne")) and second.islower() and low[1].endswith("er")
    if acting and len(low) >= _LONG and low[1] not in words("adverbs", "prepositions"):
        return True  # `Menighedsrådet ansøger om 380.000 kr. til nyt varmeanlæg.`
    return any(is_finite(w) for w in low[:20])


def acts(text: str) -> bool:
    """Tell whether a line opens with a given name and what its bearer does: `Ole kontakter kommunen`.

    Not `Ole og Lis Bo`, `Ole fra skolen`, nor `Ole orienterer`, which may be a title.
    """
    first, second = [*text.split(), "", ""][:2]
    other = words("adverbs", "joining") | words("adverbs", "prepositions")
    plain = second.isalpha() and second.islower() and second not in other
    return plain and len(text.split()) > 2 and is_given_name(first)


def is_finite(low: str) -> bool:
    """Tell whether a word in lower case is a verb in the past, or a common one in the present: `gennemgik`, `er`."""
    no_verb = words("headings", "answers", "no_verb")
    if low in words("headings", "answers", "finite") | (words("verb_forms", "no_speech", "past") - no_verb):
        return True
    return low not in no_verb and not low.endswith(affixes("headings", "answers", "no_verb_ends")) and _is_past(low)


def _is_past(word: str) -> bool:
    """Tell whether a word in lower case has a finite form: `foreslog`, `drøftede`, `vedtoges`, `orienterer`."""
    return any(form.kind == "past" for form in read_form(word)) or _PAST.search(word) is not None


def is_person(title: str | None) -> bool:
    """Tell whether a line is one of a roster, not a heading: `ARNE DAL, FORMAND`; `2. Berit Eg`."""
    name, *told = _PERSON_END.split(title or "", maxsplit=1)
    return is_full_name(name.strip()) and (not told or len(told[0].split()) <= 3)


def is_followed(line: Line, lines: Sequence[Line], but: str = "") -> bool:
    """Tell whether text that is no heading follows, or one of the family `but`."""
    for other in lines[line.index + 1 : line.index + 4]:
        if not other.blank:
            heading = read_heading(other) if len(other.text) <= LONGEST else None
            return heading is None or heading.family == but
    return False


def _title(rest: str, family: str) -> tuple[str | None, int]:
    """Read the title behind a number: (title, how many characters of `rest` belong to the heading)."""
    if _journal().match(rest):
        filed = _FILED.match(rest)
        if filed is None or is_sentence(rest[filed.end() :]):
            return None, len(rest.rstrip())  # `51. J.nr. 00.01.00G01`, with the title below
        return bare_title(rest.strip()), len(rest.rstrip())
    cell = _CELL.match(rest)
    whole, rest = rest, cell.group() if cell else rest
    stripped = rest.strip()
    if not stripped:
        return None, 0
    later = [c for c in whole[len(rest) :].split("\t") if c.strip()]  # times and kinds, or the text of the item
    answers = words("headings", "answers", "starts") | words("headings", "answers", "ends")
    told = any(len(c.split()) >= 3 or c.split()[0].strip(".,").casefold() in answers for c in later)
    dash = re.search(r"\s[-–—]\s+(?=\S)", rest)
    if dash and len(rest[: dash.start()].split()) <= _SHORT_LEAD and _told_behind(rest[dash.end() :]):
        return rest[: dash.start()].strip(), dash.start()  # `Økonomi – Ib sender budgettet rundt.`
    stop = _TITLE_AND_STOP.match(rest)
    if stop and _is_short_title(stop["title"], rest[stop.end() :]) and _sentence_behind(rest[stop.end() :]):
        return stop["title"].strip(), stop.end("title")  # `Økonomi. Berit gennemgik tallene.`
    lead = _nominal_lead(rest)
    if lead is not None:
        return rest[:lead].strip().rstrip("."), lead
    first = _FIRST_STOP.split(stripped)[0]
    if any(is_sentence(text) and ":" not in text[:60] for text in (first, stripped)):
        return None, 0
    if acts(stripped) and stripped.endswith(":") and is_sentence(f"{stripped[:-1]}."):
        return None, 0  # `Ad 3. Ida har fået tilbud:`, with a list below
    colon = _COLON.search(rest)
    if _LETTERED.match(rest):
        return None, 0
    if colon and _is_speaker(rest[: colon.start()].strip()) and _sentence_behind(rest[colon.end() :]):
        return None, 0
    kind = colon is not None and rest[: colon.start()].strip().casefold() in words("headings", "item", "kinds")
    if colon and kind and not _tells(rest[colon.end() :]):
        colon = _COLON.search(rest, colon.end())  # `Høring: Trafikplan: Ida fremlagde …`
    if colon and is_common_title(rest[: colon.start()]) and _opens_with_day(rest[colon.end() :]):
        return rest[: colon.start()].strip(), colon.start() + 1  # `Næste møde: 14.09.`
    behind = colon is not None and (len(rest) - colon.end() > 12 or is_answer(rest[colon.end() :]))
    if colon and colon.start() <= 70 and behind and _sentence_behind(rest[colon.end() :]):
        return rest[: colon.start()].strip(), colon.start() + 1
    answer = is_answer(stripped) and (
        stripped[-1] in ".!" or stripped.casefold() in words("headings", "answers", "ends")
    )
    if answer and stripped.casefold().strip(" .!") not in words("headings", "answers", "titles"):
        return None, 0  # `Pkt. 1: Godkendt.`; not `Taget`, of the roof
    title = DURATION.sub("", stripped.rstrip(":").strip().strip("*_").strip())
    title = bare_title(_moved().sub("", title))
    return title or None, len((rest if told else whole).rstrip())


def _tells(text: str) -> bool:
    """Tell whether the text of an item stands behind its kind: `Forslag: Ingen.`, `Valg: Ida genvalgt. Suppleant: …`"""
    return is_answer(text) or is_sentence(text) or re.search(r"\w{3}[.!?]\s+[A-ZÆØÅ]", text) is not None


def _told_behind(text: str) -> bool:
    """Tell whether a sentence with somebody who does something, or an answer, stands behind a dash."""
    first = text.split(". ")[0].rstrip(".")
    if not first.strip():
        return False  # `Økonomi – ...`
    ours = first.split(maxsplit=1)[0].casefold() in words("pronouns", "nominative")
    return is_answer(text) or (text[:1].isupper() and (ours or (acts(first) and is_sentence(f"{first}."))))


def _opens_with_day(text: str) -> bool:
    days = find_dates(text, reference=ANY_DAY)
    return re.match(r"\d", text) is not None or (bool(days) and len(text[: days[0].start].split()) <= 1)


def _nominal_lead(rest: str) -> int | None:
    """Find the end of a sentence without a verb in front of one that says what came of it.

    `Skrivelse fra Amtet ang. Kommuneregnskabet for 1947-48. | Taget til Efterretning.`
    """
    spans = list(sentence_spans(rest, 0, len(rest)))
    if len(spans) < 2:
        return None
    first, second = (rest[a:b].strip() for a, b in spans[:2])
    named = (
        4 <= len(first.split()) <= _LONGEST_LEAD and first.endswith(".") and first[:1].isupper() and ":" not in first
    )
    return spans[0][1] if named and not is_sentence(first) and is_sentence(second) else None


@cache
def _journal() -> re.Pattern[str]:
    return re.compile(rf"\s*{phrases('headings', 'item', 'journal')}[.:\s]", re.IGNORECASE)


@cache
def _moved() -> re.Pattern[str]:
    # `Skolepenge (taget før pkt. 4)`
    return re.compile(rf"\s*\({phrases('headings', 'item', 'moved')}\b[^()]*\)$", re.IGNORECASE)


def _is_speaker(text: str) -> bool:
    """Tell whether what stands before a colon is somebody who speaks: `Ad 4. Jan: Nye nøgler er kommet.`"""
    return is_full_name(text) or (" " not in text and is_given_name(text))


def _is_short_title(text: str, behind: str) -> bool:
    """Tell whether what stands before a full stop is a title: `Økonomi`, `Boring 4` with `Ida …` behind.

    Not `Chr`, of `Chr. Holm`, nor `Regnskabet for 4`, of `4. Kvartal`.
    """
    last = text.split()[-1].casefold()
    short = words("abbreviations", "always") | words("abbreviations", "names")
    shortened = (last in short and last not in words("headings", "item", "untitled")) or len(last) < 3
    counted = re.search(r"[A-ZÆØÅ][\wæøå]{2,}\s\d{1,3}$", text) is not None
    shortened = shortened and not (counted and is_given_name(behind.split()[0]))
    return len(text.split()) <= 9 and not shortened and not is_sentence(f"{text}.") and not is_full_name(text)


def _sentence_behind(text: str) -> bool:
    return is_answer(text) or (bool(re.search(r"[.!]$", text.strip())) and len(text.split()) >= 2)


def is_answer(text: str) -> bool:
    """Tell whether text is one word that answers: `Godkendt.`, `Udsat.`, `Intet`."""
    answers = words("headings", "answers", "starts") | words("headings", "answers", "ends")
    return text.strip(" .!").casefold() in answers


def _order(number: str, family: str) -> tuple[int, ...] | None:
    if family == "roman":
        value = 0
        for letter, following in zip(number.lower(), f"{number.lower()[1:]} ", strict=True):
            worth = _ROMAN[letter]
            value += -worth if _ROMAN.get(following, 0) > worth else worth
        return (value,)
    filed = re.fullmatch(r"(\d{2})/(\d{2})", number) if family == "case" else None
    if filed:
        return int(filed[1]), int(filed[2])  # `Sag nr. 09/21`, the 21st of 2009
    parts = re.findall(r"\d+|[a-zæøå]", _NOT_MAIN.split(number)[0].lower())
    if not parts or len(parts) > 4:
        return None
    order = tuple(int(p) if p.isdigit() else ord(p) - 96 for p in parts)
    if order[-1] == 0 and len(order) == 2:
        order = order[:1]  # `1.0` is item 1
    return order if order[0] < 1000 else None


@cache
def _heading_pattern(family: str) -> re.Pattern[str]:
    # not a file's number: `Sagsnr. 01.02.05-P16-7-20`, `Sag 21-004123`
    number = r"#?(?!\d\d\.\d\d\.\d\d|\d+[-/]\d{3})"
    # `2a`, `2.a`, `2 a`; the `a)` of `Ad 4. a) Forslag fra Ida` is the first of the item's own list
    letter = r"(?:(?!\.\s(?:[a-h]\)|a\.\s))\.?\s?[a-h](?![\wæøå]))?"
    number += rf"(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}{letter}(?:{_FURTHER}(?!\d))?)"
    close = rf"(?:\s*[.):/]+|(?=\s|$|[-–—]))\s*{_status()}(?:[-–—:]\s*)?"
    entry = lexicon("headings")["item"]
    if family == "paragraph":
        return re.compile(rf"§\s*{number}{close}")
    if family == "ad":
        # `Ad 1`, `Ad pkt. 3:`, `Til pkt. 3`, `Vedr. punkt 4:`
        point, about = phrases("headings", "item", "point"), phrases("headings", "item", "about")
        return re.compile(
            rf"(?:{entry['ad'][0]}\.?\s*(?:{point}\.?\s*)?|{about}\.?\s+{point}\.?\s*){number}{close}", re.IGNORECASE
        )
    if family in PREFIXED:
        year = r"(?P<year>\d{1,4}/\d{2,4})(?=\s*[:.–-]?\s+[^\W\d_])\s*[:.–-]?\s*"  # `Sag 14/2015: Vejene`
        heads = phrases("headings", "item", family)
        # `2. punkt: Regnskab`
        counted = (
            r"(?P<counted>\d{1,2})\.\s*(?:punkt|pkt\.?)\s*[:.–-]\s*" if family == "point" else r"(?P<counted>(?!))"
        )
        either = f"{year if family == 'case' else '(?P<year>(?!))'}|{number}{close}"
        return re.compile(rf"{heads}\.?\s*(?:{either})|{counted}", re.IGNORECASE)
    if family == "letter":
        return re.compile(
            r"(?:(?P<word>(?i:forslag|delpunkt))\s+)?(?P<number>[a-nA-N])(?:[.):]\s+(?=[A-ZÆØÅ])|\)\s*(?=[a-zæøåA-ZÆØÅ]{3}))"
        )
    if family == "roman":
        return re.compile(r"(?P<number>[IVX]{1,5})(?:[.):]\s*(?:[-–—:]\s*)?|\s*[-–—]\s+|\s{1,4}(?=[A-ZÆØÅ]))(?=\S)")
    months = "|".join(n for names in lexicon("calendar")["months"].values() for n in names)
    # `3. Regnskab`, `3) Regnskab`, `3/ Regnskab`, `(3) Regnskab`, `3.Regnskab`, `4.1 Vej`, `2a. Skolen`,
    # `22 (Åben) Vej`, `7/2020 Vej`; not `3. april`, not `12.03.2014`, not `10.00`, not `11.500 kr.`
    return re.compile(
        rf"(?:#|\((?=\d{{1,2}}\)))?(?!\d{{1,2}}\.?\s*(?:{months})\b)(?!\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
        r"(?!\d{1,2}[.:]\d\d(?!\d))(?!\d{1,3}\.\d{3}(?!\d))(?:(?P<year>\d{1,3}/(?:19|20)\d\d)[.:]?\s+(?=[A-ZÆØÅ])|"
        r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}(?:(?!\.\sa\.\s)\.?\s?[a-hA-H])?(?![\wæøå]))(?:\s*[.)]$|"
        rf"(?:(?:\s*[.):]+\s*|/\s+(?=[A-ZÆØÅ])|\s+(?=\()){_status()}(?:[-–—:]\s*)?|\s*[-–—]\s+|\t\s*"
        r"|(?<=\.\d)\s+|(?<=\d[a-hA-H])\s+|(?<=\d[.\s][a-h])\s+(?=[A-ZÆØÅ])|\s{1,24}(?=[A-ZÆØÅ][a-zæøå]+))(?=\S)))"
    )


@cache
def _status() -> str:
    """Whether the public may hear it, between number and title: `22 (Åben) Vej`."""
    return rf"(?i:[(\[]\s*{phrases('headings', 'item', 'status')}\s*[)\]]\s*)?"
