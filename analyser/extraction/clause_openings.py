"""Whether a word is a finite verb, and whether it stands in a clause that `at`, `som`, `da` opened."""

from collections.abc import Sequence

from analyser.language.lexicon import words
from analyser.language.verbs import read_form
from analyser.language.words import Word

SUBJECT_WORDS = 14  # no subject is longer


def opens_clause(tokens: Sequence[Word], m: int) -> bool:
    """Tell whether a word opens a subordinate clause; `om` in `en konference om kultur` does not."""
    low = tokens[m].low
    preposition = low == "om" and m > 0 and not tokens[m - 1].is_mark
    preposition = preposition or (low == "som" and m > 0 and tokens[m - 1].low in words("titles", "elects"))
    return low in words("adverbs", "subordinating") and low != "der" and not preposition


def looks_finite(word: str) -> bool:
    """Tell whether a word in lower case looks like a finite verb: `var`, `orienterede`."""
    helpers = words("verb_forms", "auxiliaries", "participle") | words("verb_forms", "auxiliaries", "infinitive")
    return (
        word in helpers
        or word.endswith("ede")
        or word in words("verb_forms", "no_speech", "past")
        or any(f.kind in ("past", "present") for f in read_form(word))
    )


def in_subordinate(tokens: Sequence[Word], finite: int) -> bool:
    """Tell whether the verb stands in a clause that `at`, `som`, `da` … opened."""
    openers = words("adverbs", "subordinating") - words("adverbs", "clause_joining")
    m = finite - 1
    while m >= 0 and tokens[m].text not in ",;:()?!" and finite - m < SUBJECT_WORDS:
        if m == 0 and tokens[m].low == "som":
            return False  # `Som svar på Bos spørgsmål | oplyste Lis`
        if m == 0 and tokens[m].low == "så" and finite == 1:
            return False  # `Så | spurgte Lis til taget`
        if tokens[m].low == "hvorfor" and _asks_why(tokens, m):
            return True
        if tokens[m].low in openers and not (
            tokens[m].low in words("adverbs", "seldom_opening") and m > 0 and tokens[m - 1].text not in ",;:"
        ):
            previous = tokens[m - 1].low if m > 0 else ","
            past = any(f.kind == "past" for f in read_form(tokens[finite].low))
            if tokens[m].low == "hvor" and previous == "," and m > 1 and past:
                return False  # `Lejen blev drøftet, hvor Bo pegede på renten`
            if previous == "efter" and tokens[m].low == "at" and tokens[finite].low == "havde":
                return False  # `efter at Bo | havde oplyst, at taget er tæt`
            # `I forlængelse af, at` and `efter at` open clauses too; `med at` of a control phrase does not
            if not (tokens[m].low == "at" and previous in words("adverbs", "governing") and m > 0):
                return True
        m -= 1
    return False


def owns(tokens: Sequence[Word], n: int) -> bool:
    """Tell `Hans | suppleant` from the name, behind which a verb comes: `Hans | orienterede`."""
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    if following is None or not following.text[0].islower() or following.low in words("adverbs", "prepositions"):
        return False
    if following.low in words("adverbs", "joining") or looks_finite(following.low):
        return False
    return following.pos not in ("VERB", "AUX", "ADV", "CCONJ")


def _asks_why(tokens: Sequence[Word], m: int) -> bool:
    """Tell whether `hvorfor` opens a question: `kan ikke forstå, | hvorfor Ib gik`, not `…, hvorfor Ib foreslog`."""
    before = [t for t in tokens[max(0, m - 2) : m] if not t.is_mark]
    return bool(before) and before[-1].low in words("adverbs", "wondering")
