"""Initials that no roster gives: `NF lægger referatet ud` in minutes that call several people so, `Ref. MBO`."""

import re
from collections.abc import Mapping, Sequence

from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import phrases, words
from analyser.minutes import Participant

INITIALS = re.compile(r"(?P<initials>[A-ZÆØÅ]{2,5})(?:['’]?s)?")
_HABIT = 2  # people who are called by their initials, from which on the minutes have the habit


def infer_initials(prose: str, sentences: Sequence[Sentence], people: Sequence[Participant]) -> dict[str, str]:
    """Give the participants by the initials that the text uses of them; those of the roster are not repeated.

    Initials fit by all words of a name or by the first and the last: `MBO` and `MO` for Maj-Britt Olling, `PÅ` for Per
    Aagren. Where the roster gives any, only those are initials.
    """
    if any(p.initials for p in people):
        return {}
    bearers: dict[str, list[str]] = {}
    for person in people:
        for form in forms(person.name):
            bearers.setdefault(form, []).append(person.id)
    found: dict[str, str] = {}
    for sentence in sentences:
        for word in sentence.words:
            match = INITIALS.fullmatch(word.text)
            if match and len(bearers.get(match["initials"], ())) == 1 and not _is_title(match["initials"]):
                found[match["initials"]] = bearers[match["initials"]][0]
    known = {who for form, who in found.items() if form.casefold() not in words("organisations", "whole")}
    return found if len(known) >= _HABIT else _signed(prose, bearers)


def forms(name: str) -> set[str]:
    """Give the initials of a name, whole and of first and last word; `Aa` counts as `Å` too."""
    parts = [p for p in re.split(r"[\s-]+", name) if p and p[0].isupper()]
    if len(parts) < 2:
        return set()
    found = set()
    for firsts in ([p[0] for p in parts], ["Å" if p.startswith("Aa") else p[0] for p in parts]):
        found |= {"".join(firsts), firsts[0] + firsts[-1]}
    return found


def _signed(prose: str, bearers: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """`Ref. MBO`: who signs, in minutes without the habit."""
    signed = re.finditer(rf"(?m)(?:^|[ \t]){phrases('functions', 'signs')}\s*([A-ZÆØÅ]{{2,4}})\s*$", prose)
    return {m[1]: bearers[m[1]][0] for m in signed if len(bearers.get(m[1], ())) == 1}


def _is_title(word: str) -> bool:
    return word.casefold() in words("titles", "whole")
