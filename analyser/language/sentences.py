"""Where Danish sentences end: full stops that end one, and those of abbreviations and ordinals, which do not."""

import re
from functools import cache

from analyser.language.definite import definite_title
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_collective, is_given_name, is_title_word

_STOP = re.compile(r"(?<![.!?…])(?P<mark>[.!?…]+)(?P<close>[\"”»’')\]]*)(?P<gap>\s+|(?=[A-ZÆØÅ][a-zæøå]+\s))|\n")
_ANY_STOP = re.compile(r"[.!?…\n]")
_BETWEEN_WORDS = re.compile(r"[\s(\"”»]")
_LOOK = 24
_ORDINAL = re.compile(r"\d{1,2}")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give the sentences of `text[start:end]` as `[start, end)` without the blanks around them.

    A line end ends one as well (paragraphs come with their inner line breaks made into spaces). Not at the stops of
    `ca. 325`, `f.eks. til forældre`, `2. del`, `den 14. marts`, `H. C. Lund`, `pga. store udgifter`.
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    if _ANY_STOP.search(text, start, stop) is None:  # so with most that stands outside the items, and fast to tell
        _add(spans, text, begin, stop)
        return spans
    for match in _STOP.finditer(text, start, stop):
        if match["mark"] and not _ends(text, match, start, stop):
            continue
        cut = match.end("close") if match["mark"] else match.start()
        _add(spans, text, begin, cut)
        begin = match.end()
    _add(spans, text, begin, stop)
    return spans


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append((begin, end))


def _ends(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Tell whether the stop at `match` ends a sentence."""
    following = text[match.end() : min(stop, match.end() + _LOOK)]
    if not following.strip():
        return True
    opens = following.lstrip("\"”»«„'’(–—-• ")
    if match["mark"] != ".":
        return not opens[:1].islower()
    word = _BETWEEN_WORDS.split(text[max(start, match.start() - 40) : match.start()])[-1]
    low = word.casefold()
    if not match["gap"]:
        # `kl. 18.19.Herefter`: glued on with no space; `Cand.Merc` and names of files are not
        return len(word) > 3 and word[-1:].isalnum() and "." not in word and not low.startswith(("www", "http"))
    if opens[:1].islower():
        return False
    if low in words("abbreviations", "units") and _part().match(opens):
        return False  # `412 Kr. | 80 Øre`
    if low in words("abbreviations", "units") and re.search(
        r"\d\s*$", text[max(start, match.start() - len(word) - 3) : match.start() - len(word)]
    ):
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():  # before `d.` for den, which D is not
        front = text[max(start, match.start() - 20) : match.start() - 1]
        return _is_letter(front, opens) or _opens_no_surname(front, opens)
    if low in words("abbreviations", "always"):
        return False
    if word[:1].isupper() and low in words("abbreviations", "names"):
        return False
    if low in words("abbreviations", "rarely_last"):
        return opens[:1].isupper()
    if _ORDINAL.fullmatch(word):
        return not _is_ordinal(text, match.start() - len(word), opens)
    return True


def _is_letter(before: str, following: str) -> bool:
    """Tell the letter of a thing from an initial: `i blok |D|. Yusuf spurgte`, `skitse |B|. Erling indhenter`; not
    `H. C. Lund`, `lærer |K|. Otto`, `hos |P|. Bo Lund`."""
    noun = re.search(r"(?<![\wæøå])([a-zæøå]+)\.?\s$", before)
    if noun is None:
        return False
    if noun[1] in words("abbreviations", "lettered"):
        return True
    voted = noun[1] in words("abbreviations", "voting")  # `Imod stemte |A|. Peter Bech undlod`; not `stemte |A|. Bech`
    family = r"(?:\s[A-ZÆØÅ][\wæøå-]+)?" if voted else ""
    first = re.match(rf"(?P<name>[A-ZÆØÅ][\wæøå-]+){family}\s[a-zæøå]", following)
    plain = len(noun[1]) > 2 and noun[1] not in words("adverbs", "prepositions") and not is_title_word(noun[1])
    return first is not None and plain and is_given_name(first["name"])


def _opens_no_surname(before: str, following: str) -> bool:
    """Tell that what follows a letter is nobody's family name: `Imod stemte |A|. Derefter …`, `V, C og |O|. Peter Bech
    undlod`; not `C. |` at the head of a line, which numbers it."""
    if re.search(r"[\wæøå,]\s$", before) is None:
        return False
    first = re.match(r"[A-ZÆØÅ][\wæøå-]*", following)
    if first is None or re.search(r"(?<!\w)[A-ZÆØÅ](?:,|\s(?:og|samt))\s$", before):
        return first is not None
    word = first.group()
    if re.match(r"[A-ZÆØÅ](?:,|\s+[a-zæøå]{2})", following):
        return True  # `Imod stemte |Ø|. F undlod`
    plain = (
        word.casefold() in _never_surnames() | _voted_on() or is_collective(word) or definite_title(word) is not None
    )
    return plain and not is_given_name(word)


@cache
def _never_surnames() -> frozenset[str]:
    kinds = ("prepositions", "skipped", "subordinating", "pairing")
    return frozenset().union(*(words("adverbs", kind) for kind in kinds), words("pronouns", "clause"))


@cache
def _voted_on() -> frozenset[str]:
    """The words that open a sentence about a vote, or about what was voted on: `Imod`, `Forslaget`."""
    opening = frozenset(phrase.split()[0] for phrase in words("decisions", "votes", "opens")) - {"et", "en", "der"}
    return opening | words("decisions", "votes", "put") | words("decisions", "objects", "nouns")


def _is_ordinal(text: str, position: int, following: str) -> bool:
    """Tell `den 14. Marts`, `2. Verdenskrig` and `Suppleanter: 1. Ib Holm, 2. Lis Bo` from `i punkt 3. Herefter`."""
    first = re.match(r"[\wæøåÆØÅ]+", following)
    if first and first.group().casefold() in words("abbreviations", "ordinal"):
        return True
    if first and first.group().casefold() in _month_names():
        whole = {names[0] for names in lexicon("calendar")["months"].values()}
        return first.group()[0].islower() or first.group().casefold() in whole  # but `uge 33. Jan spurgte`
    return position == 0 or bool(
        re.search(r"(?:\bden|\bd\.|\n|(?<!\d)[:,])\s*$", text[max(0, position - 6) : position])
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"\d{{1,2}}\s*{phrases('abbreviations', 'parts')}(?![\wæøå])", re.IGNORECASE)


@cache
def _month_names() -> frozenset[str]:
    return frozenset(n for names in lexicon("calendar")["months"].values() for n in names)
