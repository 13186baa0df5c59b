"""The record of an action while it is being read, and its time limit."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from analyser.extraction.cast import Reading
from analyser.extraction.deciding_verbs import plans
from analyser.extraction.sentences import Sentence
from analyser.language.dates import DateMention, find_dates
from analyser.language.lexicon import lexicon, words
from analyser.language.words import Word


@dataclass(frozen=True)
class Task:
    """An action before it has an id: its people or bodies (none: nobody is named), time limit and sentence."""

    responsible: tuple[Reading, ...]
    due: DateMention | None
    sentence: Sentence
    end: int
    start: int = -1  # offset of the clause, where it is not the sentence's first

    @property
    def begins(self) -> int:
        """Where the task begins: its sentence, or its clause behind another task of the sentence."""
        return self.start if self.start >= 0 else self.sentence.start


def due_in(prose: str, start: int, end: int, day: date | None) -> DateMention | None:
    """Find the time limit of a sentence: a limit (`senest den 1/9`) before a date, a date before a year alone.

    Behind `efter` a day is no limit: `Lis undersøger det efter sommerferien`.
    """
    dates = [d for d in find_dates(prose, start, end, day) if not (_only_a_year(d) or _is_since(prose, start, d))]
    if day is not None:
        ahead = [d for d in dates if d.last >= day]
        dates = ahead
    limits = [d for d in dates if d.open_start]
    return next(iter(limits or dates), None)


def _is_since(prose: str, start: int, mention: DateMention) -> bool:
    before = prose[start : mention.start].split()[-1:]
    return bool(before) and before[0].casefold() in words("calendar", "before", "since")


def _only_a_year(mention: DateMention) -> bool:
    return bool(re.fullmatch(r"(?:år(?:et)?\s+)?\d{4}", mention.text.strip().casefold()))


def is_past_passive(token: Word) -> bool:
    """Tell `oplystes`, `vedtoges` and `gennemgikkes` from the present, `skiftes` of `skifte` among it."""
    low = token.low
    if low.endswith(("ttes", "ftes", *words("actions", "passive", "present_in_t"))) and not low.endswith("sattes"):
        return False
    return low.endswith(("edes", "tes", "gikkes", "toges", "gaves", "gjordes", "sattes", "lagdes"))


def plans_in_passive(sentence: Sentence) -> bool:
    """`Vippen fjernes i uge 43`: any verb in -es of the present, with a date ahead."""
    for n, token in enumerate(sentence.words):
        low = token.low
        formed = len(low) > 5 and low.endswith("es") and not is_past_passive(token)
        placed = n == 0 or token.text.islower()
        if not formed or not placed or low in _not_planned():
            continue
        if any(t.low in words("actions", "frames", "might") for t in sentence.words[max(0, n - 3) : n]):
            continue  # `14 birke bør fældes i vinter`
        if token.pos in (None, "VERB", "AUX"):
            return True
    return False


def is_to_come(prose: str, sentence: Sentence) -> bool:
    """`Det blev besluttet at bygge om.`, `Telt lejes hos Fest & Farver.`; not `Regnskabet blev godkendt.`"""
    states = words("actions", "states", "passive")
    passives = (t for t in sentence.words if t.text.islower() and len(t.low) > 4 and t.low.endswith("es"))
    planned = any(t.low not in states and not is_past_passive(t) for t in passives)
    return planned or plans().search(prose[sentence.start : sentence.end].casefold()) is not None


@cache
def _not_planned() -> frozenset[str]:
    """The passives that decide, or tell how things are."""
    decided = {f"{infinitive}s" for infinitive, _, _, _ in lexicon("decisions")["verbs"]}
    return frozenset(decided) | words("actions", "states", "passive")
