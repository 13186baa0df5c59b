"""Initials that no roster gives: `NF lægger referatet ud` in minutes that call several people so, `Ref. MBO`."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_given_name
from analyser.language.verbs import read_form
from analyser.language.words import ARROWS, Word
from analyser.minutes import Participant

INITIALS = re.compile(r"(?P<initials>[A-ZÆØÅ]{2,5}|[A-ZÆØÅ]-[A-ZÆØÅ])(?:['’]?s)?")
_ALONE = re.compile(r"/?\s*([A-ZÆØÅ]{2,4})")
_SHORT = 2  # letters of initials that may be something else's
_HABIT = 2  # people who are called by their initials, from which on the minutes have the habit


def infer_initials(
    prose: str, sentences: Sequence[Sentence], people: Sequence[Participant], others: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Give the participants by the initials that the text uses of them; those of the roster are not repeated.

    Initials fit by all words of a name or by the first and the last: `MBO` and `MO` for Maj-Britt Olling, `PÅ` for Per
    Aagren. Where the roster gives any, of the others only those are called so who do something (`|OB| ringer`).
    `others` are what is short for a house or a body.
    """
    lacking = [p for p in people if p.initials is None]
    bearers, longer, given = (_by_form(lacking, kind) for kind in (forms, longer_forms, given_forms))
    taken = frozenset(p.initials for p in people) | others
    found, long_found, alone, rare = dict[str, str](), dict[str, str](), dict[str, str](), dict[str, str]()
    things = set[str]()
    for sentence in sentences:
        only = prose[sentence.start : sentence.end].strip(f" .:()-–{ARROWS}")
        for n, word in enumerate(sentence.words):
            match = INITIALS.fullmatch(word.text)
            if match is None or match["initials"] in taken:
                continue
            letters = match["initials"]
            who = bearers.get(letters)
            if is_something(letters):
                if who is not None and letters.casefold() in words("abbreviations", "people_too"):
                    rare |= {letters: who} if _does(sentence.words, n) else {}
                    things |= {letters} if _is_thing(sentence.words, n) else set()
                continue
            if who is not None:
                found[letters] = who
                if letters == only and len(letters) > _SHORT:  # `Takstbladet sendes til kommunen. | IMS`
                    alone[letters] = who
            elif letters in longer:
                long_found[letters] = longer[letters]
            who = who or given.get(letters)
            if who is not None and acts(prose, sentence.words, n) and letters.casefold() not in _unions():
                alone[letters] = who
    if any(p.initials for p in people if "minute_taker" not in p.functions):
        return alone  # `Ref. MBO` gives those of one, who signs by them
    if len(set(long_found.values())) > _HABIT:
        return long_found | found
    known = {who for form, who in found.items() if form.casefold() not in words("organisations", "whole")}
    keepers = frozenset(p.id for p in people if "minute_taker" in p.functions)
    if len(known) >= _HABIT:
        return found | alone | {letters: who for letters, who in rare.items() if letters not in things}
    return alone | _signed(prose, bearers, keepers)


def _does(tokens: Sequence[Word], n: int) -> bool:
    """`PC | sender listen`, `NB | foreslog`: who says or does what people do; not `PC | virker ikke`, `NB: …`."""
    behind = tokens[n + 1].low if n + 1 < len(tokens) else ""
    said = any(form.kind in ("past", "present") for form in read_form(behind))
    return behind not in words("verb_forms", "auxiliaries", "have") and (said or behind in words("actions", "verbs"))


def _is_thing(tokens: Sequence[Word], n: int) -> bool:
    """`en ny | PC`, `på | PC`: by a word that stands in front of no person."""
    return n > 0 and tokens[n - 1].low in words("abbreviations", "thing_before")


def acts(prose: str, tokens: Sequence[Word], n: int) -> bool:
    """Tell whether a word stands as one who does or says something: `|OB| ringer`, `Herefter spurgte |OB|`, `Kage:
    |OB|`, `Kagen bages (|OB|)`."""
    word = tokens[n]
    before, behind = (tokens[m] if 0 <= m < len(tokens) else None for m in (n - 1, n + 1))
    if before is None or (n == 1 and before.is_mark):
        return behind is not None and (behind.text == ":" or _is_finite(behind.low))
    if prose[word.start - 1] == "(" and prose[word.end : word.end + 1] == ")":
        return True
    if before.text == ":" and n > 1:
        return behind is None or behind.text in ".,/"
    return any(form.kind in ("past", "present") for form in read_form(before.low))


def _is_finite(low: str) -> bool:
    """Tell a verb in the past or the present: `ringede`, `sender`; not `for`, `eller`."""
    present = low.endswith("r") and low.isalpha() and low not in words("adverbs", "prepositions")
    return looks_finite(low) or (present and low not in words("adverbs", "excluding") and len(low) > _SHORT)


def _by_form(people: Sequence[Participant], forms_of: Callable[[str], set[str]]) -> dict[str, str]:
    """Give the one participant by each form of initials that is only his."""
    bearers: dict[str, list[str]] = {}
    for person in people:
        for form in forms_of(person.name):
            bearers.setdefault(form, []).append(person.id)
    return {form: who[0] for form, who in bearers.items() if len(who) == 1}


def forms(name: str) -> set[str]:
    """Give the initials of a name, whole and of first and last word; `Aa` counts as `Å` too."""
    parts = [p for p in re.split(r"[\s-]+", name) if p and p[0].isupper()]
    if len(parts) < 2:
        return set()
    found = set()
    for firsts in ([p[0] for p in parts], ["Å" if p.startswith("Aa") else p[0] for p in parts]):
        found |= {"".join(firsts), firsts[0] + firsts[-1]}
    return found


def longer_forms(name: str) -> set[str]:
    """Give those of several letters a word, as networks of offices make them: `JEHO`, `JHO`, `JEH` for Jens Holm."""
    parts = [p.upper() for p in re.split(r"[\s-]+", name) if p and p[0].isupper()]
    if len(parts) < 2 or min(len(parts[0]), len(parts[-1])) < 2:
        return set()
    first, last = parts[0], parts[-1]
    return {first[:2] + last[:2], first[0] + last[:2], first[:2] + last[0], first[:3] + last[0], first[0] + last[:3]}


def given_forms(name: str) -> set[str]:
    """Give those of who has two given names, by these alone: `HP` for Hans Peter Krag, `A-G` for Anne-Grethe Juel."""
    first, *more = (p for p in name.split() if p[:1].isupper())
    two = first.split("-") if "-" in first else [first, *more[:1]] if len(more) > 1 else []
    if len(two) != _SHORT or not all(part and is_given_name(part) for part in two):
        return set()
    letters = two[0][0] + two[1][0]
    return {letters, f"{letters[0]}-{letters[1]}"}


def _signed(prose: str, bearers: Mapping[str, str], keepers: frozenset[str]) -> dict[str, str]:
    """`Ref. MBO`, `Referatet er skrevet af MBO`: who signs, in minutes without the habit; `MBO` alone below the minutes
    is who kept them, and `v/ MBO` who presents an item."""
    signed = re.finditer(rf"(?m)(?:^|[ \t]){phrases('functions', 'signs')}\s*([A-ZÆØÅ]{{2,4}})\.?\s*$", prose)
    found = {m[1]: bearers[m[1]] for m in signed if m[1] in bearers}
    for m in re.finditer(rf"(?<!\w){phrases('functions', 'presented_by')}\s*([A-ZÆØÅ]{{2,4}})(?![\w-])", prose):
        if m[1] in bearers and m[1].casefold() not in words("organisations", "whole") and not _is_title(m[1]):
            found[m[1]] = bearers[m[1]]
    above, _, lowest = prose.rstrip().rpartition("\n")
    last = _ALONE.fullmatch(lowest.strip()) if above else None
    if last and bearers.get(last[1]) in keepers:
        found[last[1]] = bearers[last[1]]
    return found


def _is_title(word: str) -> bool:
    return word.casefold() in words("titles", "whole")


def is_something(letters: str) -> bool:
    """Tell what is short for a thing or a title, whoever may be called so: `IT`, `PR`, `TR`."""
    return _is_title(letters) or letters.casefold() in words("abbreviations", "things")


@cache
def _unions() -> frozenset[str]:
    return words("organisations", "whole") | words("organisations", "letters") | words("organisations", "parties")


def of_houses(houses: Sequence[str]) -> frozenset[str]:
    """Give the letters of bodies and houses: `SB` of Skolebestyrelsen, `VBF` of Vesterlund Borgerforening."""
    found: set[str] = set()
    for house in houses:
        parts = [w for w in re.split(r"[\s-]+", house) if w[:1].isalpha()]
        heads = [h for h in (_second_part(w) for w in parts) if h]
        firsts = [w[0] for w in parts if w[0].isupper()]
        found |= {"".join(firsts).upper()} | {(w[0] + h).upper() for w in parts for h in heads if w[0].isupper()}
        found |= {("".join(firsts) + h).upper() for h in heads}
    return frozenset(found)


def _second_part(word: str) -> str:
    """Give the letter with which the last part of the name of a body begins: `bestyrelsen` of Skolebestyrelsen."""
    low = word.casefold()
    for ending in ("n", "en", "et", ""):
        ends = [e for e in lexicon("bodies")["ends"] if low.removesuffix(ending).endswith(e) and len(e) < len(word) - 2]
        if ends:
            return str(max(ends, key=len)[0])
    return ""
