"""Clauses whose verb gives nobody a task, and those that tell what was agreed."""

from collections.abc import Sequence

from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.words import Word

REACH = 9  # words in front of a verb that may open its clause


def is_subordinate(tokens: Sequence[Word], n: int) -> bool:
    """Tell whether a verb stands in a clause that a subordinating word opened, unless it tells what was agreed."""
    openers = words("adverbs", "subordinating")
    for m in range(n - 1, max(-1, n - REACH), -1):
        if tokens[m].text in ",;:":
            return False
        if tokens[m].low in openers and tokens[m].low not in words("adverbs", "seldom_opening"):
            if tokens[m].low == "som" and m and tokens[m - 1].low in words("titles", "elects"):
                continue  # `valgt som tovholder og | kommer med et udkast`
            # `Det blev aftalt, at Ole kontakter …` gives Ole a task; `inden sommerferien laver Ole …` opens no clause
            if tokens[m].low in words("adverbs", "timing") and not any(t.text == "," for t in tokens[m:n]):
                continue
            if tokens[m].low == "som" and f"som {tokens[m + 1].low}" in words("actions", "frames", "as_agreed"):
                return False  # `Som aftalt | sender Ib papirerne rundt`
            if tokens[m].low in words("adverbs", "meanwhile") and m and tokens[m - 1].text == ",":
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
