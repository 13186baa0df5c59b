"""Who is to do what a sentence plans: the subject of a verb in the present, a modal, a promise; who is asked to."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.promises import is_promise
from analyser.extraction.sentences import Sentence
from analyser.extraction.subjects import opening_subject
from analyser.extraction.tasks import is_past_passive
from analyser.language.definite import definite_title
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_title_word
from analyser.language.verbs import read_form
from analyser.language.words import Word

_REACH = 9
_NOUNS = ("NOUN", "PROPN")
_LETTERS = re.compile(r"\w+")


def read_agents(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """`underskrives af formanden og borgmesteren`."""
    tokens = sentence.words
    for n, token in enumerate(tokens):
        particle = n > 1 and tokens[n - 1].low in words("adverbs", "verb_particles")
        verb = tokens[n - 2 if particle else n - 1].low if n else ""
        past = n > 0 and is_past_passive(tokens[n - 1])
        if token.low == "af" and verb.endswith("es") and not past and verb not in words("actions", "passive", "ruled"):
            return _behind(prose, tokens, n, cast)
    return []


def read_assigned(prose: str, sentence: Sentence, cast: Cast) -> list[Reading]:
    """`Generalforsamlingen pålagde bestyrelsen at …`, `Formanden bad Lis Bo om at …`, `Det overdroges Brink at …`."""
    tokens = sentence.words
    handed = _handed(prose, tokens, cast)
    if handed:
        return handed
    for n, token in enumerate(tokens[:-3]):
        if token.low not in words("actions", "frames", "assigns") or _subordinate(tokens, n):
            continue
        bidden = _bidden(prose, tokens, n, cast) if token.low in words("actions", "frames", "asks") else []
        if bidden:
            return bidden
        if any(t.low in words("adverbs", "negating") for t in tokens[n + 1 : n + 3]):
            continue
        for m in range(n + 2, min(len(tokens), n + 9)):
            if tokens[m].low not in ("at", "om", "til"):
                continue
            asks = tokens[m].low == "om" and token.low in words("actions", "frames", "asks")
            to_do = tokens[m].low == "at" or (m + 1 < len(tokens) and tokens[m + 1].low == "at") or asks
            found = read_actors(
                prose[tokens[n + 1].start : tokens[m - 1].end], tokens[n + 1].start, cast, speaker=False
            )
            if to_do and found and all(r.actor.kind in ("person", "role", "organisation") for r in found):
                return found
            break
    return []


def _handed(prose: str, tokens: Sequence[Word], cast: Cast) -> list[Reading]:
    """`Opgaven overdrages til Ib Holm.`: the one behind `til`."""
    hands = words("actions", "frames", "hands")
    for n, token in enumerate(tokens[:-2]):
        if token.low in hands and tokens[n + 1].low == "til":
            found = _behind(prose, tokens, n + 1, cast)
            return found if found and all(r.actor.kind == "person" for r in found) else []
    return []


def _bidden(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    """`Formanden bad Ib Holm | rydde fortovet`: the one in front of an infinitive that no `at` opens."""
    for m in range(n + 2, min(len(tokens), n + 7)):
        if tokens[m].is_mark or tokens[m].low in words("adverbs", "prepositions"):
            return []
        if tokens[m].low.endswith(("e", "å")) and tokens[m].pos == "VERB":
            found = read_actors(
                prose[tokens[n + 1].start : tokens[m - 1].end], tokens[n + 1].start, cast, speaker=False
            )
            return found if found and all(r.actor.kind in ("person", "role", "organisation") for r in found) else []
    return []


def find_doers(
    prose: str, sentence: Sentence, cast: Cast, dated: bool, said: int | None, before: tuple[Reading, ...]
) -> list[tuple[int, list[Reading]]]:
    """Find who is to do something, each with the offset of the clause: in front of the verb or, inverted, behind it.

    `said` is the offset from which the sentence tells what somebody said, or None.
    """
    told_from = said
    tokens = sentence.words
    found: list[tuple[int, list[Reading]]] = []
    for n, token in enumerate(tokens):
        if token.is_mark or n > 60:
            continue
        said = told_from is not None and token.start >= told_from
        frame = _frame(prose, tokens, n, sentence.end, dated)
        if frame is None:
            continue
        relative = n > 1 and tokens[n - 1].low in words("adverbs", "relative") and tokens[n - 2].text == ","
        thing = _of_thing(prose, tokens, n, cast, dated) if not said else []
        if _subordinate(tokens, n) and not relative and not thing:
            continue
        if any(t.low in words("adverbs", "negating") for t in tokens[n + 1 : n + 3]):
            continue
        if frame == "modal" and any(t.low.endswith("es") for t in tokens[n + 1 : n + 3]):
            agents = read_agents(prose, sentence, cast)  # `skal kontaktes af formanden`
            found += [(sentence.start, agents)] if agents and not said else []
            continue
        readings = thing or _subject(prose, tokens, n, cast, frame, before)
        if (
            not readings
            or not _may_do(readings, frame, dated)
            or (
                said
                and (
                    _outside(readings)
                    or (frame in ("present", "verb") and not _opens_anew(tokens, n, readings, told_from or 0, dated))
                )
            )
        ):
            continue
        if found and _same(found[-1][1], readings):
            continue
        found.append(
            (min(readings[0].start, token.start) if readings[0].start >= sentence.start else token.start, readings)
        )
    return found


def _subject(
    prose: str, tokens: Sequence[Word], n: int, cast: Cast, frame: str, before: tuple[Reading, ...]
) -> list[Reading]:
    if n > 0 and tokens[n - 1].low in words("adverbs", "joining"):
        # `… og lovede at undersøge sagen`: the subject that opens the sentence
        return list(opening_subject(prose, tokens, n - 1, cast) or ()) if frame == "promise" else []
    if n > 0 and tokens[n - 1].low in words("pronouns", "plural") | words("pronouns", "person"):
        if tokens[n - 1].low in words("pronouns", "plural"):
            return list(before) if len(before) > 1 else []
        return _by_pronoun(tokens[n - 1], prose, cast)
    related = _related(prose, tokens, n, cast)
    if related is not None:
        return related
    readings = _before(prose, tokens, n, cast)
    if not readings and n > 0 and frame != "promise" and not _is_object(tokens, n):
        readings = _behind(prose, tokens, n, cast)
    return readings


def _is_object(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether a name behind the verb is whom it is done to: `Vi | spørger Lone`, `Naboen kontakter Lone`.

    Not `Referatet | skriver Lone`, `Derefter kontakter Lone kommunen`.
    """
    if tokens[n - 1].low in words("pronouns", "nominative"):
        return True
    return n == 1 and tokens[n].low in words("actions", "of_people") and tokens[n - 1].pos in _NOUNS


def _related(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading] | None:
    """`Otto sender udkastet til formanden, som | indsender det`: the one named right before; None for other clauses."""
    if n < 3 or tokens[n - 1].low not in words("adverbs", "relative") or tokens[n - 2].text != ",":
        return None
    for m in range(max(0, n - 7), n - 2):
        found = read_actors(prose[tokens[m].start : tokens[n - 3].end], tokens[m].start, cast, speaker=False)
        if len(found) == 1:
            return found
    return []


def _by_pronoun(pronoun: Word, prose: str, cast: Cast) -> list[Reading]:
    """Read `han` or `hun`, where it is known whom it means."""
    found = read_actors(prose[pronoun.start : pronoun.end], pronoun.start, cast, speaker=False)
    return found if found and found[0].actor.kind == "person" else []


def _of_thing(prose: str, tokens: Sequence[Word], n: int, cast: Cast, dated: bool) -> list[Reading]:
    """`Det blev besluttet at lave en folder, som Lis | udarbejder`, `…, hvilket Ole | gør inden maj`: who does it.

    Only where something is decided or planned in front: `Klubben har en bil, som Ole | passer` gives no task.
    """
    for m in range(n - 2, max(0, n - 7), -1):
        if tokens[m].is_mark:
            break
        if tokens[m].low not in words("actions", "frames", "thing") or tokens[m - 1].text != ",":
            continue
        found = read_actors(prose[tokens[m + 1].start : tokens[n - 1].end], tokens[m + 1].start, cast, speaker=False)
        decides = any(t.low in words("actions", "frames", "agreed") or t.low in verb_forms() for t in tokens[:m])
        planned = decides or dated or any(t.low.endswith("es") and t.pos == "VERB" for t in tokens[:m])
        return found if planned and found and all(r.actor.participant for r in found) else []
    return []


def _opens_anew(tokens: Sequence[Word], n: int, readings: Sequence[Reading], told_from: int, dated: bool) -> bool:
    """Tell whether a clause of its own holds the verb at `n`: `Lis nævnte, at hun rejser; Ole | tager over`.

    So does one behind a comma, or behind `, og`, where what was told in the past opened no clause, or a time is set:
    `Bo orienterede om regnskabet, Ida | sender det til revisor`.
    """
    if any(t.text in ";" or (t.text in "-–" and t.start > tokens[0].start) for t in tokens[max(0, n - 5) : n]):
        return True
    opens = min([*(r.start for r in readings), tokens[n].start])
    m = next((k for k in range(n, 0, -1) if tokens[k].start <= opens), 0) - 1
    joined = m > 1 and tokens[m].low in words("adverbs", "joining")
    while m > 0 and not tokens[m].is_mark and (joined or tokens[m].low in words("actions", "frames", "fronted")):
        joined, m = False, m - 1
    if m < 1 or tokens[m].text != "," or not all(r.actor.participant for r in readings):
        return False
    told = [t for t in tokens[:m] if t.start >= told_from]
    if not any(f.kind == "past" for t in told for f in read_form(t.low)):
        return False
    clause = any(t.low in words("adverbs", "subordinating") - {"om"} for t in told)
    return not clause or (dated and tokens[m + 1].low not in words("adverbs", "joining"))


def _same(one: Sequence[Reading], other: Sequence[Reading]) -> bool:
    return {r.actor.participant or r.actor.name for r in one} == {r.actor.participant or r.actor.name for r in other}


def _outside(readings: Sequence[Reading]) -> bool:
    return any(r.actor.kind == "organisation" for r in readings)


def _may_do(readings: Sequence[Reading], frame: str, dated: bool) -> bool:
    kinds = {r.actor.kind for r in readings}
    if "unknown" in kinds:  # one of two of the same name: a task, and nobody's; `en beboer` has none
        return all(r.actor.kind == "person" or r.mention is not None for r in readings)
    if kinds <= {"person", "role"}:
        return True
    if kinds <= {"person", "role", "organisation"}:
        return frame == "promise" or dated or frame == "verb"
    return False


def _frame(prose: str, tokens: Sequence[Word], n: int, end: int, dated: bool) -> str | None:
    """Tell what makes the word at `n` a task: a known verb, a promise, a modal, or any verb in the present."""
    low = tokens[n].low
    present = len(low) >= 5 and low.endswith("er") and tokens[n].text.islower()
    if not present and _opening(low) not in _frame_openings():
        return None
    rest = prose[tokens[n].start : end]
    if _promise().match(rest):
        return "promise"
    if _verbs().match(rest):
        return "verb"
    if low in lexicon("actions")["split"] and _is_split(tokens, n):
        return "verb"
    if low in words("actions", "frames", "obtain") and _obtains(tokens, n):
        return "verb"
    if low in words("actions", "dated") and (dated or is_promise(rest)):
        return "verb"
    if low in words("actions", "brings") and _brings(tokens, n):
        return "verb"
    if low == "deltager" and _goes_there(tokens, n):
        return "verb"
    if low in words("actions", "frames", "must"):
        if _owed(tokens, n):
            return None
        known = any(_verbs().match(f"{t.low}r{prose[t.end : end]}") for t in tokens[n + 1 : n + 4] if not t.is_mark)
        return "verb" if known else "modal"  # `Forvaltningen skal undersøge sagen`
    if low in words("actions", "frames", "will") and any(
        _verbs().match(f"{t.low}r{prose[t.end : end]}") and not (low == "ville" and _is_said(t))
        for t in tokens[n + 1 : n + 5]
        if not t.is_mark
    ):
        return "modal"  # `Socialchefen vil tage sagen op`; not `Ib ville høre, om …`
    office = n > 0 and _is_office(tokens[n - 1].text) and not _verbs().match(prose, tokens[n - 1].start)
    named = office or (n > 0 and tokens[n - 1].text[0].isupper())  # not `Ib sætter | plakater op`
    other = present and named and low not in words("actions", "states", "verbs")
    return "present" if other and tokens[n].pos in (None, "VERB", "AUX") else None


def _is_said(word: Word) -> bool:
    return any(form.kind == "infinitive" for form in read_form(word.low))


@cache
def _frame_openings() -> frozenset[str]:
    """How the words begin that make a task, but for any verb in the present."""
    kinds = [words("actions", "frames", kind) for kind in ("promise", "obtain", "must", "will")]
    known = [words("actions", kind) for kind in ("verbs", "dated", "brings")]
    return frozenset(_opening(w.casefold()) for w in ("deltager", *lexicon("actions")["split"], *chain(*kinds, *known)))


def _opening(low: str) -> str:
    """Give the first letters of a word or phrase: `ser` of `ser på`, `mailer` of `mailer/ringer`."""
    match = _LETTERS.match(low)
    return match.group() if match else ""


def _owed(tokens: Sequence[Word], n: int) -> bool:
    """`Klaus skal have 2.500 kr.`: what is due to somebody, not `skal have lavet et skilt`."""
    behind = [t for t in tokens[n + 1 : n + 4] if not t.is_mark]
    return [t.low for t in behind[:1]] == ["have"] and not any(t.pos == "VERB" for t in behind[1:])


def _is_office(word: str) -> bool:
    return definite_title(word) is not None or is_title_word(word)


def _is_split(tokens: Sequence[Word], n: int) -> bool:
    """`Det ser Ole på`, `Det gør Ole i marts`: the object in front, the verb's second word behind its subject."""
    if n == 0 or n + 1 >= len(tokens) or tokens[n + 1].is_mark:
        return False
    wanted = lexicon("actions")["split"][tokens[n].low]
    if not wanted:
        return tokens[n - 1].low == "det"
    subject = tokens[n + 1].text[0].isupper() or tokens[n + 1].low in words("pronouns", "person")
    return subject and any(t.low in wanted for t in tokens[n + 2 : n + 5])


def _obtains(tokens: Sequence[Word], n: int) -> bool:
    """`Ole får ændret fuldmagten`, `Lis får det fjernet`."""
    return any(t.low.endswith("t") and len(t.low) > 4 and t.pos == "VERB" for t in tokens[n + 1 : n + 4])


def _goes_there(tokens: Sequence[Word], n: int) -> bool:
    """`Aase Pilgaard og Otto Ferslev deltager.`; not `Berit Lauge deltager under punktet`, which is of this meeting."""
    behind = [t.low for t in tokens[n + 1 : n + 5]]
    here = ("punkt", "møde", "behandling", "sag", "pkt", "online")
    return (
        not behind
        or behind[0] in ".;"
        or (behind[0] in ("i", "på", "ved") and not any(b.startswith(here) for b in behind))
    )


def _brings(tokens: Sequence[Word], n: int) -> bool:
    """`Yusuf har kage med til næste møde`; not `Verner har talt med kommunen`."""
    for m in range(n + 2, min(n + 5, len(tokens))):
        if tokens[m].low == "med":
            return m + 1 == len(tokens) or tokens[m + 1].is_mark or tokens[m + 1].low in ("til", "på", "hjem", "næste")
    return False


def _subordinate(tokens: Sequence[Word], n: int) -> bool:
    openers = words("adverbs", "subordinating")
    for m in range(n - 1, max(-1, n - _REACH), -1):
        if tokens[m].text in ",;:":
            return False
        if tokens[m].low in openers and tokens[m].low not in ("om", "så", "der"):
            # `Det blev aftalt, at Ole kontakter …` gives Ole a task; `inden sommerferien laver Ole …` opens no clause
            if tokens[m].low in ("inden", "siden") and not any(t.text == "," for t in tokens[m:n]):
                continue
            if tokens[m].low in ("mens", "medens") and m and tokens[m - 1].text == ",":
                return False  # `Thyra låner billeder, mens Rosa | læser korrektur`
            return not (tokens[m].low == "at" and _agreed(tokens, m))
    return False


def is_agreed(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb at an offset stands in what was agreed: `Det aftaltes, at DE | fremlægger en plan`."""
    tokens = [t for t in sentence.words if t.start < at]
    opens = next((m for m in range(len(tokens) - 1, -1, -1) if tokens[m].low == "at"), None)
    return opens is not None and _agreed(tokens, opens)


def _agreed(tokens: Sequence[Word], at: int) -> bool:
    return any(t.low in words("actions", "frames", "agreed") for t in tokens[:at])


def _before(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    if n == 0 or any(t.low in words("adverbs", "excluding") for t in tokens[max(0, n - 8) : n]):
        return []
    starts = [0] + [
        m + 1
        for m in range(n - 1)
        if tokens[m].text in ",;:–—-=>→(."
        or tokens[m].low in words("adverbs", "clause_joining")
        or tokens[m].low == "at"
    ]
    for m in starts:
        if n - m > _REACH + 3:
            continue
        found = read_actors(prose[tokens[m].start : tokens[n - 1].end], tokens[m].start, cast, speaker=False)
        if found:
            return found
    return []


def _behind(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    best: list[Reading] = []
    for last in range(n + 1, min(len(tokens), n + 8)):
        if tokens[last].text in ".;:!?" or tokens[last].text in words("adverbs", "prepositions"):
            break  # `Per` is a man
        found = read_actors(prose[tokens[n + 1].start : tokens[last].end], tokens[n + 1].start, cast, speaker=False)
        if found and tokens[last].text != ",":
            best = found
    return best


@cache
def _promise() -> re.Pattern[str]:
    promise = phrases("actions", "frames", "promise").replace(r"\s+at", r",?\s+at")
    return re.compile(rf"{promise}(?![\wæøå])(?!\s+have\b)", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'verbs')}(?![\wæøå])")
