"""Which words make a sentence a task: a known verb, a promise, a modal, any verb in the present."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, pairwise

from analyser.extraction.promises import is_promise
from analyser.language.definite import definite_title, singular_title
from analyser.language.lexicon import affixes, each, lexicon, phrases, words
from analyser.language.names import is_given_name, is_title_word
from analyser.language.verbs import read_form
from analyser.language.words import Word

_LETTERS = re.compile(r"\w+")


def read_frame(prose: str, tokens: Sequence[Word], n: int, end: int, dated: bool) -> str | None:
    """Tell what makes the word at `n` a task: a known verb, a promise, a modal, or any verb in the present.

    That the last is a verb and not a noun in the plural (`planer`), the caller asks of those with a subject.
    """
    low = tokens[n].low
    present = len(low) >= 5 and low.endswith("er") and tokens[n].text.islower()
    if not present and _opening(low) not in _frame_openings():
        return None
    if _is_apposed_title(tokens, n):
        return None
    rest = prose[tokens[n].start : end]
    if _is_news().match(rest):
        return None  # `Ib | holder ferie i uge 12`
    promise = _promise().match(rest)
    if promise and not _stands().match(rest[promise.end() :]):
        return "promise"
    if _verbs().match(rest):
        return "verb"
    if low in lexicon("actions")["split"] and _is_split(tokens, n):
        return "verb"
    if low in words("actions", "frames", "obtain") and _obtains(tokens, n):
        return "verb"
    if low in words("actions", "frames", "left_to") and _falls_to(prose, tokens, n, end):
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
    if low in words("actions", "states", "reflexive") and any(t.low == "sig" for t in tokens[n + 1 : n + 2]):
        return None
    return "present" if present and named and low not in words("actions", "states", "verbs") else None


def _is_apposed_title(tokens: Sequence[Word], n: int) -> bool:
    """`Kassereren, | uddeler | Ib Holm, oplæste …`: what he is, though the word is a verb as well."""
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    named = n > 0 and tokens[n - 1].text == "," and following is not None and following.text[0].isupper()
    return named and is_title_word(tokens[n].text)


def _is_said(word: Word) -> bool:
    return any(form.kind == "infinitive" for form in read_form(word.low))


@cache
def _frame_openings() -> frozenset[str]:
    """How the words begin that make a task, but for any verb in the present."""
    kinds = [words("actions", "frames", kind) for kind in ("promise", "obtain", "must", "will", "left_to")]
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
    subject = subject or tokens[n + 1].low.endswith(("en", "et"))  # `Det tager formanden sig af`, `Det ser rådet på`
    return subject and any(t.low in wanted for t in tokens[n + 2 : n + 5])


def _obtains(tokens: Sequence[Word], n: int) -> bool:
    """`Ole får ændret fuldmagten`, `Lis får det fjernet`, `Ib får smeden til at lave en rist`; not `Karen får repareret
    sin bil`, `Lis får lov til at låne telefonen`."""
    if _persuades(tokens, n):
        return True
    if any(t.low in ("sin", "sit", "sine") for t in tokens[n + 1 : n + 7]):
        return False
    return any(t.low.endswith("t") and len(t.low) > 4 and t.pos == "VERB" for t in tokens[n + 1 : n + 4])


def _persuades(tokens: Sequence[Word], n: int) -> bool:
    """`Ib får | smeden | til at …`, `Lis får | de unge | til at …`: somebody else, who is to do it; no thing that he
    gets: `Ib får | nøglen | til at åbne`."""
    behind = tokens[n + 1 : n + 8]
    at = next((m for m, (a, b) in enumerate(pairwise(behind)) if a.low == "til" and b.low == "at"), 0)
    if at == 0 or any(t.is_mark for t in behind[:at]):
        return False
    first, last = behind[0], behind[at - 1]
    if is_given_name(first.text) and last.text[0].isupper():
        return True
    if at == 1:
        return _is_somebody(first)
    if at != 2:
        return False
    if first.low in words("pronouns", "own"):
        return last.low in words("pronouns", "relations") or is_title_word(last.text)
    return first.low in words("pronouns", "plural") and last.low in words("actions", "persuaded_many")


def _is_somebody(word: Word) -> bool:
    """`smeden`, `lærerne`, `kommunen`, `naboen`; not `nøglen`."""
    if word.low in words("actions", "persuaded") or definite_title(word.text) or singular_title(word.text):
        return True
    return word.low.endswith(affixes("organisations", "ends")) and word.low not in words("organisations", "never")


def _falls_to(prose: str, tokens: Sequence[Word], n: int, end: int) -> bool:
    """`Det | må | Jens Peter kigge på`: what somebody is left to do; not `Det må Lis selv om`."""
    if n == 0 or n + 2 >= len(tokens) or tokens[n - 1].low not in words("actions", "frames", "fronted"):
        return False
    who = tokens[n + 1]
    named = who.text[0].isupper() or definite_title(who.text) is not None
    return named and any(_verbs().match(f"{t.low}r{prose[t.end : end]}") for t in tokens[n + 2 : n + 5])


def _goes_there(tokens: Sequence[Word], n: int) -> bool:
    """`Aase Pilgaard og Otto Ferslev deltager.`; not `Berit Lauge deltager under punktet`, which is of this meeting."""
    behind = [t.low for t in tokens[n + 1 : n + 5]]
    here = affixes("actions", "takes_part_in")
    return (
        not behind
        or behind[0] in ".;"
        or (behind[0] in ("i", "på", "ved") and not any(b.startswith(here) for b in behind))
    )


def _brings(tokens: Sequence[Word], n: int) -> bool:
    """`Yusuf har kage med til næste møde`; not `Verner har talt med kommunen`."""
    for m in range(n + 2, min(n + 5, len(tokens))):
        if tokens[m].low == "med":
            return m + 1 == len(tokens) or tokens[m + 1].is_mark or tokens[m + 1].low in words("actions", "brings_to")
    return False


@cache
def _stands() -> re.Pattern[str]:
    """What is promised by who stands for election, and is no task: `sagde ja til at | genopstille`."""
    return re.compile(rf"\s+{phrases('actions', 'frames', 'stands')}(?![\wæøå])")


@cache
def _promise() -> re.Pattern[str]:
    amid = rf"(?:\s+{phrases('actions', 'frames', 'amid')})?"
    promise = "|".join(each(words("actions", "frames", "promise"))).replace(r"\s+at", r",?\s+at")
    promise = promise.replace(r"\s+til,?\s+at", rf"{amid}\s+til,?\s+at").replace(r"blev\s+", rf"blev{amid}\s+")
    return re.compile(rf"(?:{promise})(?![\wæøå])(?!\s+have\b)", re.IGNORECASE)


def tells_news(prose: str, tokens: Sequence[Word]) -> bool:
    """Tell whether a sentence opens with what somebody's life brings: `Ib Holm | fylder rundt`."""
    return any(_is_news().match(prose, t.start) for t in tokens[1:5])


@cache
def _is_news() -> re.Pattern[str]:
    """What somebody's life brings, and nobody has to do: `holder ferie`, `fylder rundt`."""
    return re.compile(rf"{phrases('actions', 'states', 'news')}(?![\wæøå])")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"{phrases('actions', 'verbs')}(?![\wæøå])")
