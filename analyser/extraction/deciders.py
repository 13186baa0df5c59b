"""Who decides: the body in front of the verb or behind it, or the agent of a passive; and whether it is another."""

import re
from dataclasses import replace
from functools import cache

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.organisations import is_own_body
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import phrases, words


def opening_body(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """Read the body that a sentence begins with: `Institutrådet | tog orienteringen til efterretning`."""
    first = next((k + 1 for k, t in enumerate(sentence.words[:3]) if t.text == ":"), 0)  # `Konklusion: Rådet støtter …`
    start = sentence.words[first].start if first < len(sentence.words) else sentence.start
    for n in range(min(first + 5, len(sentence.words) - 1), first, -1):
        found = read_actors(prose[start : sentence.words[n - 1].end], start, cast)
        if found and found[0].actor.kind == "organisation":
            return found[0]
    return None


def opens_with_person(prose: str, sentence: Sentence, cast: Cast) -> bool:
    """Tell whether a person is the subject: `Ib Ravn kan ikke støtte forslaget` rejects nothing; nor does `Han …`."""
    if sentence.words and sentence.words[0].low in words("pronouns", "person"):
        return True
    if [t.low for t in sentence.words[1:2] if t.low in words("decisions", "objects", "nouns")]:
        return False  # `Sidstnævnte forslag bortfaldt`
    for n in range(min(5, len(sentence.words) - 1), 0, -1):
        found = read_actors(prose[sentence.start : sentence.words[n - 1].end], sentence.start, cast)
        if found and found[0].actor.kind in ("person", "role"):
            return True
    return False


def deciding_body(prose: str, sentence: Sentence, n: int, cast: Cast) -> Reading | None:
    """Read the body that decides, in front of its verb or right behind it."""
    tokens = sentence.words
    for m in range(max(0, n - 12), n):
        if m == 0 or tokens[m - 1].text in ",;:" or tokens[m - 1].low in ("og", "men", "at"):
            found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast)
            if found and found[0].actor.kind in ("organisation", "unknown"):
                return found[0]
    for last in range(min(len(tokens) - 1, n + 4), n, -1):
        if n > 0:
            found = read_actors(prose[tokens[n + 1].start : tokens[last].end], tokens[n + 1].start, cast)
            if found and found[0].actor.kind == "organisation":
                return found[0]
    return None


def deciding_majority(prose: str, sentence: Sentence, n: int, cast: Cast) -> tuple[Reading | None] | None:
    """Read `Et enigt udvalg | vedtog`, `Et flertal i udvalget | vedtog`, `Flertallet (5) | godkendte`: the body that
    meets, or nobody by name, as a tuple; None where no such words stand in front of the verb at `n`."""
    match = _majority().fullmatch(prose[sentence.start : sentence.words[n].start]) if n else None
    if match is None:
        return None
    body = match["body"] or match["whole"]
    start = sentence.start + match.start("body" if match["body"] else "whole") if body else 0
    for ending in ("", "et", "en", "t", "n") if body else ():
        found = read_actors(f"{body.capitalize()}{ending}", start, cast)
        if found and found[0].actor.kind == "organisation" and is_own_body(found[0], cast):
            place = (start, start + len(body))
            actor = found[0].actor.model_copy(update={"span": place, "organisation": body})
            return (replace(found[0], actor=actor, start=place[0], end=place[1]),)
    return (None,)


@cache
def _majority() -> re.Pattern[str]:
    united, most = phrases("decisions", "bodies", "united"), phrases("decisions", "bodies", "most")
    return re.compile(
        rf"[\s\-–—•*]*(?:[A-ZÆØÅ][\wæøå]*:\s*)?(?:(?:et|en)\s+(?:stort\s+og\s+)?{united}\s+(?P<body>[\wæøå-]+)"
        rf"|(?:et\s+(?:[\wæøå]+\s+)?)?{most}(?:\s+på\s+\d+(?:\s+medlemmer)?|\s+bestående\s+af\s(?:[^.;:()]|\([^()]*\)){{1,200}}?)?(?:\s*\([^()]*\))?"
        rf"(?:\s+(?:i|af)\s+(?P<whole>[\wæøå-]+?)s?(?:\s+medlemmer)?)?(?:\s*\([^()]*\))?)\s+",
        re.IGNORECASE,
    )


def deciding_person(prose: str, sentence: Sentence, n: int, cast: Cast) -> Reading | None:
    """Read the one person who decides right in front of the verb: `Direktøren | besluttede at lukke hallen`."""
    tokens = sentence.words
    found = read_actors(prose[sentence.start : tokens[n - 1].end], sentence.start, cast) if 0 < n < 8 else []
    return found[0] if len(found) == 1 and found[0].actor.kind in ("person", "role") else None


def takes_note(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """Read the person who notes something for himself: `Kritikken tog Ib Holm til efterretning` is no decision."""
    tokens = sentence.words
    for n, token in enumerate(tokens[:-1]):
        if token.low not in words("decisions", "takes"):
            continue
        before = deciding_person(prose, sentence, n, cast)
        if before is not None:
            return before
        for last in range(min(len(tokens), n + 4), n + 1, -1):
            found = read_actors(prose[tokens[n + 1].start : tokens[last - 1].end], tokens[n + 1].start, cast)
            if found and found[0].actor.kind == "person":
                return found[0]
    return None


def deciding_agent(prose: str, sentence: Sentence, n: int, cast: Cast) -> Reading | None:
    """Read who decided in the passive: `blev godkendt af bestyrelsen`; one person too, where he is of the meeting."""
    tokens = sentence.words
    for m in range(n + 1, min(len(tokens) - 1, n + 6)):
        if tokens[m].low != "af":
            continue
        for last in range(min(len(tokens) - 1, m + 5), m, -1):
            found = read_actors(prose[tokens[m + 1].start : tokens[last].end], tokens[m + 1].start, cast)
            if found and found[0].actor.kind == "organisation":
                return found[0]
            if len(found) == 1 and found[0].actor.participant is not None and _decides_things(tokens[n].low):
                return found[0]
    return None


def _decides_things(form: str) -> bool:
    """Tell `godkendes af bygherren` from `vælges af bestyrelsen`, `nedsat af formanden`."""
    return form.startswith(tuple(words("decisions", "signed_off")))


def answering_agent(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """Read who answers at the end of a short line: `Aftaleseddel 17: Godkendt af bygherren.`"""
    bare = [t for t in sentence.words if not t.is_mark]
    for n in range(max(1, len(bare) - 5), len(bare) - 1):
        if bare[n].low == "af" and bare[n - 1].low.endswith("t"):
            found = read_actors(prose[bare[n + 1].start : bare[-1].end], bare[n + 1].start, cast)
            return found[0] if len(found) == 1 and found[0].actor.participant is not None else None
    return None


def is_elsewhere(by: Reading, cast: Cast) -> bool:
    """Tell whether another body decided than the one that meets: `Byrådet vedtog strategien` in a kredsråd."""
    known = by.actor.kind == "organisation" and cast.meeting.body is not None
    return (
        known
        and not is_own_body(by, cast)
        and (by.actor.organisation or "").casefold().endswith(tuple(words("decisions", "bodies", "elsewhere")))
    )
