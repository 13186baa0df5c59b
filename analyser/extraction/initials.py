"""Initials that no roster gives: `NF lægger referatet ud` in minutes that call several people so, `Ref. MBO`."""

import re
from collections.abc import Callable, Mapping, Sequence

from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import phrases, words
from analyser.minutes import Participant

INITIALS = re.compile(r"(?P<initials>[A-ZÆØÅ]{2,5})(?:['’]?s)?")
_ALONE = re.compile(r"/?\s*([A-ZÆØÅ]{2,4})")
_SHORT = 2  # letters of initials that may be something else's
_HABIT = 2  # people who are called by their initials, from which on the minutes have the habit


def infer_initials(prose: str, sentences: Sequence[Sentence], people: Sequence[Participant]) -> dict[str, str]:
    """Give the participants by the initials that the text uses of them; those of the roster are not repeated.

    Initials fit by all words of a name or by the first and the last: `MBO` and `MO` for Maj-Britt Olling, `PÅ` for Per
    Aagren. Where the roster gives any, only those are initials.
    """
    if any(p.initials for p in people if "minute_taker" not in p.functions):
        return {}  # `Ref. MBO` gives those of one, who signs by them
    bearers, longer = _by_form(people, forms), _by_form(people, longer_forms)
    found, long_found, alone = dict[str, str](), dict[str, str](), dict[str, str]()
    for sentence in sentences:
        only = prose[sentence.start : sentence.end].strip(" .:()→-–")
        for word in sentence.words:
            match = INITIALS.fullmatch(word.text)
            if match is None or _is_title(match["initials"]):
                continue
            letters = match["initials"]
            if letters in bearers:
                found[letters] = bearers[letters]
                if letters == only and len(letters) > _SHORT:  # `Takstbladet sendes til kommunen. | IMS`
                    alone[letters] = bearers[letters]
            elif letters in longer:
                long_found[letters] = longer[letters]
    if len(set(long_found.values())) > _HABIT:
        return long_found | found
    known = {who for form, who in found.items() if form.casefold() not in words("organisations", "whole")}
    keepers = frozenset(p.id for p in people if "minute_taker" in p.functions)
    return found if len(known) >= _HABIT else alone | _signed(prose, bearers, keepers)


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
