"""Who is to do what a sentence plans: the subject of a verb in the present, a modal, a promise; who is asked to."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from analyser.extraction.actors import read_actors
from analyser.extraction.assigned import read_agents, read_behind
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.deciding_verbs import verb_forms
from analyser.extraction.sentences import Sentence
from analyser.extraction.subjects import opening_subject
from analyser.extraction.task_clauses import REACH, is_subordinate
from analyser.extraction.task_verbs import read_frame
from analyser.language.lexicon import phrases, words
from analyser.language.verbs import read_form
from analyser.language.words import ARROWS, Word

_NOUNS = ("NOUN", "PROPN")


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
        frame = read_frame(prose, tokens, n, sentence.end, dated)
        if frame is None:
            continue
        relative = n > 1 and tokens[n - 1].low in words("adverbs", "relative") and tokens[n - 2].text == ","
        thing = _of_thing(prose, tokens, n, cast, dated, frame) if not said else []
        if is_subordinate(tokens, n) and not relative and not thing:
            continue
        if any(t.low in words("adverbs", "negating") for t in tokens[n + 1 : n + 3]):
            continue
        if frame in ("verb", "present") and _habit().search(prose, token.end, sentence.end):
            continue
        if frame == "modal" and any(t.low.endswith("es") for t in tokens[n + 1 : n + 3]):
            agents = read_agents(prose, sentence, cast, dated)  # `skal kontaktes af formanden`
            found += [(sentence.start, agents)] if agents and not said else []
            continue
        second = _second(prose, tokens, n, cast) if said and frame == "verb" else []
        if second:
            found.append((token.start, second))
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
        if frame == "present" and token.pos not in (None, "VERB", "AUX"):
            continue
        found.append(
            (min(readings[0].start, token.start) if readings[0].start >= sentence.start else token.start, readings)
        )
    return [*found, *_left_out(prose, sentence, cast)] if len(found) == 1 and told_from is None else found


def _left_out(prose: str, sentence: Sentence, cast: Cast) -> list[tuple[int, list[Reading]]]:
    """`Lis sørger for kaffe, | Bo for brød og Ib for is`: others who do the same, the verb left out."""
    first = _provides().search(prose, sentence.start, sentence.end)
    found: list[tuple[int, list[Reading]]] = []
    if first is None:
        return found
    for match in _besides(first["what"]).finditer(prose, first.end(), sentence.end):
        readings = read_actors(match["who"], match.start("who"), cast, speaker=False)
        if readings and all(r.actor.participant for r in readings):
            found.append((match.start("who"), readings))
    return found


@cache
def _provides() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'frames', 'provides')}\s+(?P<what>for|med)\s")


@cache
def _besides(what: str) -> re.Pattern[str]:
    return re.compile(rf"(?:,\s+(?:og\s+)?|\s+og\s+)(?P<who>[A-ZÆØÅ][^,;.]{{1,40}}?)\s+{what}\s(?=\S)")


@cache
def _habit() -> re.Pattern[str]:
    """`(skriver) hvert år (til kommunen)`: what is done anyhow."""
    return re.compile(rf"(?<![\wæøå]){phrases('actions', 'frames', 'habit')}(?![\wæøå])", re.IGNORECASE)


def _subject(
    prose: str, tokens: Sequence[Word], n: int, cast: Cast, frame: str, before: tuple[Reading, ...]
) -> list[Reading]:
    if n > 0 and tokens[n - 1].low in words("adverbs", "joining"):
        # `… og lovede at undersøge sagen`: the subject that opens the sentence
        also = frame == "promise" or (frame == "verb" and _was_chosen(tokens, n - 1))
        return list(opening_subject(prose, tokens, n - 1, cast) or ()) if also else []
    if n > 0 and tokens[n - 1].low in words("pronouns", "plural") | words("pronouns", "person"):
        if tokens[n - 1].low in words("pronouns", "plural"):
            return list(before) if len(before) > 1 else []
        return _by_pronoun(tokens[n - 1], prose, cast)
    related = _related(prose, tokens, n, cast)
    if related is not None:
        return related
    readings = _before(prose, tokens, n, cast)
    if not readings and n > 0 and frame != "promise" and not _is_object(tokens, n):
        readings = read_behind(prose, tokens, n, cast)
    return readings


def _second(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    """`Lis orienterer om budgettet og | sender det rundt`: what one who speaks in the present will do besides."""
    if n < 2 or tokens[n - 1].low not in words("adverbs", "joining") or tokens[n].text[0].isupper():
        return []
    spoken = [f.kind for t in tokens[: n - 1] for f in read_form(t.low)]
    behind = tokens[n + 1].low if n + 1 < len(tokens) else ""
    if "present" not in spoken or "past" in spoken or behind not in words("actions", "frames", "fronted"):
        return []
    found = opening_subject(prose, tokens, n - 1, cast) or ()
    return list(found) if all(r.actor.participant for r in found) else []


def _was_chosen(tokens: Sequence[Word], stop: int) -> bool:
    """`Lis Bo blev valgt som tovholder og | kommer med et udkast i maj`: the office, and what comes with it."""
    chosen = words("titles", "elects")
    return any(t.low in chosen or f"{a.low} {t.low}" in chosen for a, t in pairwise(tokens[:stop]))


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


def _of_thing(prose: str, tokens: Sequence[Word], n: int, cast: Cast, dated: bool, frame: str) -> list[Reading]:
    """`Det blev besluttet at lave en folder, som Lis | udarbejder`, `…, hvilket Ole | gør inden maj`: who does it.

    Only where something is decided or planned in front, or made and the verb is one of tasks: `Lis har lavet en plan,
    som hun | sender rundt`; `Klubben har en bil, som Ole | passer`, `Ib har lavet en kage, som Bo | spiser` give none.
    """
    for m in range(n - 2, max(0, n - 7), -1):
        if tokens[m].is_mark:
            break
        if tokens[m].low not in words("actions", "frames", "thing") or tokens[m - 1].text != ",":
            continue
        says = any(form.verb.particle is None for form in read_form(tokens[n].low))
        if says or (tokens[m].low == "som" and not _is_new(tokens, m - 1)):
            return []  # `…, hvilket Ole beklager`; `bruge den bus, som Ib kører`
        found = read_actors(prose[tokens[m + 1].start : tokens[n - 1].end], tokens[m + 1].start, cast, speaker=False)
        decides = any(t.low in words("actions", "frames", "agreed") or t.low in verb_forms() for t in tokens[:m])
        ours = any(
            a.low in words("decisions", "bodies", "we") and b.low in words("decisions", "bodies", "we_do")
            for a, b in pairwise(tokens[:m])
        )  # `Vi prøver et opslag, som Lis skriver`
        planned = decides or dated or ours or any(t.low.endswith("es") and t.pos == "VERB" for t in tokens[:m])
        planned = planned or (frame == "verb" and _is_made(tokens[:m]))
        return found if planned and found and all(r.actor.participant for r in found) else []
    return []


def _is_made(tokens: Sequence[Word]) -> bool:
    """`Lis | har lavet | en plan`: what there is now, and may be worked on."""
    have = words("verb_forms", "auxiliaries", "have")
    return any(
        t.low in have and any(b.low.endswith("t") and b.pos == "VERB" for b in tokens[n + 1 : n + 4])
        for n, t in enumerate(tokens)
    )


def _is_new(tokens: Sequence[Word], stop: int) -> bool:
    """Tell `en folder, som …` from `den bus, som …` and `opskriften, som …`: who is there already is not to be made."""
    near = [t.low for t in tokens[max(0, stop - 4) : stop]]
    return any(w in ("en", "et") for w in near)


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
    if any(str(r.actor.organisation).endswith("erne") for r in readings) and not dated:
        return frame == "promise"  # `Kommunerne skal udpege arealer` is news
    if kinds <= {"person", "role", "organisation"}:
        return frame == "promise" or dated or frame == "verb"
    return False


def _before(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> list[Reading]:
    if n > 1 and tokens[n - 1].low in words("actions", "frames", "together"):
        n -= 1  # `Ib og Lis | sammen inviterer naboerne`
    if n == 0 or any(t.low in words("adverbs", "excluding") for t in tokens[max(0, n - 8) : n]):
        return []
    starts = [0] + [
        m + 1
        for m in range(n - 1)
        if tokens[m].text in f",;:–—-=>(.{ARROWS}"
        or tokens[m].low in words("adverbs", "clause_joining")
        or tokens[m].low == "at"
    ]
    for m in starts:
        if n - m > REACH + 3:
            continue
        text = prose[tokens[m].start : tokens[n - 1].end]
        found = read_actors(text, tokens[m].start, cast, speaker=False)
        found = found or (_beside_others(text, tokens[m].start, cast) if " og " in text else [])
        found = found or (_ahead_of_adverbs(prose, tokens, m, n, cast) if m and tokens[m - 1].low == "at" else [])
        if found:
            return found
    return []


def _beside_others(text: str, start: int, cast: Cast) -> list[Reading]:
    """`Ib og | et par fædre`: those of them who are named."""
    match = _others().search(text)
    found = read_actors(text[: match.start()], start, cast, speaker=False) if match else []
    return found if all(r.actor.participant for r in found) else []


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s+|\s+og\s+){phrases('actions', 'frames', 'others')}\s+[a-zæøå]+(?:\s[a-zæøå]+)?$")


def _ahead_of_adverbs(prose: str, tokens: Sequence[Word], m: int, n: int, cast: Cast) -> list[Reading]:
    """`(enighed om, at) sekretariatet | til næste møde | fremlægger …`: times stand in front of the verb."""
    opens = words("adverbs", "prepositions") | words("adverbs", "skipped") | words("actions", "frames", "soon")
    for last in range(n - 2, m - 1, -1):
        if tokens[last + 1].low in opens and not tokens[last].is_mark:
            found = read_actors(prose[tokens[m].start : tokens[last].end], tokens[m].start, cast, speaker=False)
            if found and all(r.actor.participant or r.actor.kind == "organisation" for r in found):
                return found
    return []
