"""Lists below a decision: `Udvalget besluttede:` above a decision a line, or above the parts of one."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.decided import Decided
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words

_GENERAL = ("adopted", "agreed")  # kinds that say less than the words above the list


def spread(
    prose: str,
    sentences: Sequence[Sentence],
    found: Sequence[Decided],
    said: Mapping[int, int],
    tasks: frozenset[int],
) -> list[Decided]:
    """Give each line of a list below a decision one of its own, or let the decision reach over the whole list.

    Lines that are sentences decide each for itself (`Udvalget besluttede: | - Salen males.`), but for those of `tasks`
    and `said`, which are facts of another kind; what `at` opens, or no verb stands in, is a part of the one above.
    """
    starts = [s.start for s in sentences]
    at = {d.sentence.start: bisect_right(starts, d.sentence.start) - 1 for d in found}  # a clause may decide
    inside = {starts[at[d.sentence.start]]: d for d in found}
    spread: list[Decided] = []
    read_to = -1
    for decided in found:
        if decided.sentence.start < read_to:
            continue
        lines = _lines(prose, sentences, at[decided.sentence.start]) if _is_head(prose, decided) else []
        if not lines:
            spread.append(decided)
            continue
        own = [s for s in lines if s.start == s.paragraph.start] if _opens_sentences(decided.sentence) else []
        if own and all(_is_sentence(prose, s) for s in own):
            each = [_of_line(decided, s, inside) for s in own if s.start not in tasks and s.start not in said]
            rest = [inside[s.start] for s in lines if s not in own and s.start in inside]
            spread += sorted([*each, *rest], key=lambda d: d.sentence.start) if each else [decided]
        else:
            spread.append(replace(decided, until=lines[-1].end))
        read_to = lines[-1].end
    return spread


def _is_head(prose: str, decided: Decided) -> bool:
    """Tell whether a decision goes on below: `Udvalget besluttede:`, `Det blev besluttet, at:`, `Rådet vedtog,`."""
    if decided.counted or decided.sentence.paragraph.bullet:
        return False
    text = prose[decided.sentence.start : decided.sentence.end].rstrip()
    return text.endswith((":", ",")) or text.endswith(" at")


def _opens_sentences(head: Sentence) -> bool:
    """Tell `Udvalget besluttede:`, `Der var enighed om følgende:` from what the lines only complete or belong to: `Det
    blev besluttet, at:`, `Referatet blev godkendt med følgende rettelser:`, `Udvalget besluttede at købe:`."""
    bare = [t.low for t in head.words if not t.is_mark]
    if "at" in bare or head.words[-1].text != ":":
        return False
    if bare[-1] in words("decisions", "bodies", "following"):
        return len(bare) > 1 and bare[-2] not in words("adverbs", "prepositions") - {"om"}
    return bare[-1] in verb_forms() or bare[-1] in words("decisions", "agreeing")


def _lines(prose: str, sentences: Sequence[Sentence], head: int) -> list[Sentence]:
    """Give the sentences of the list below a sentence: marked lines, or lines that `at` opens."""
    first = sentences[head]
    behind = (s for s in sentences[head + 1 :])
    lines = takewhile(lambda s: s.item == first.item and s.place != first.place and _is_line(prose, s), behind)
    return list(lines)


def _is_line(prose: str, sentence: Sentence) -> bool:
    start = sentence.paragraph.start
    return sentence.paragraph.bullet or _mark().match(prose, start, sentence.paragraph.end) is not None


def _is_sentence(prose: str, sentence: Sentence) -> bool:
    """Tell `- Salen males i maj` and `2. Der købes stole` from `- at salen males` and `- Budgettet`."""
    mark = _mark().match(prose, sentence.start, sentence.end)
    opens = mark.end() if mark else sentence.start
    tokens = [t for t in sentence.words if t.start >= opens and not t.is_mark]
    if len(tokens) < 2 or tokens[0].low == "at":
        return False
    return any(t.text.islower() and _is_verb(t.low, t.pos) for t in tokens[1:])


def _is_verb(low: str, pos: str | None) -> bool:
    if looks_finite(low):
        return True
    passive = len(low) > 4 and low.endswith("es")  # `males` is taken for a noun at times
    return passive or (pos in (None, "VERB", "AUX") and len(low) > 3 and low.endswith(("er", "år")))


def _of_line(head: Decided, line: Sentence, inside: Mapping[int, Decided]) -> Decided:
    """Read one line: by whom and how as the words above say, where the line itself does not say more."""
    own = inside.get(line.start)
    if own is None:
        return Decided(head.kind, head.by, None, line)
    kind = head.kind if own.kind in _GENERAL and own.votes is None else own.kind
    return replace(own, kind=kind, by=own.by or head.by)


@cache
def _mark() -> re.Pattern[str]:
    """What opens a line of a list: a bullet, `2.`, `b)`; `at`, which opens a part of the sentence above."""
    return re.compile(r"\s*(?:[-–—•*·▪►]\s+|\d{1,2}[.)]\s+|[a-zæøå][.)]\s+|(?=[Aa]t\s))")
