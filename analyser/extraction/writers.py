"""Who writes of himself in the minutes: `Til stede: Ole Bech, Lis Bo (mig)`, or the sender of the mail they are."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import phrases
from analyser.language.verbs import read_form
from analyser.minutes import Participant

_QUOTES = re.compile(r"[\"“”„»«]|(?<!\w)['‘’]")


def find_writer(text: str, people: Sequence[Participant]) -> str | None:
    """Find the participant who is `jeg` in the minutes, by a word at his name; None where no single one is."""
    found = {p.id: p for p in people if p.name and _of_himself(p.name, text)}
    keepers = {p.id for p in people if "minute_taker" in p.functions}
    if keepers and not keepers & set(found):
        return None  # a mail that passes on what another has written
    return next(iter(found)) if len(found) == 1 else None


def writes(prose: str, sentence: Sentence, n: int) -> bool:
    """Tell whether the `jeg` at word `n` is the writer's, and not quoted: `Jeg svarer ham`; not `Lis sagde: Jeg …`,
    `… jeg savner min kat, sagde Bo`."""
    word, tokens = sentence.words[n], sentence.words
    if _QUOTES.search(prose, sentence.start, sentence.end) or any(t.text == ":" for t in tokens[:n]):
        return False
    return (
        not any(
            t.text == "," and f.kind in ("past", "present") and behind.text[0].isupper() and f.verb.act != "commit"
            for t, verb, behind in zip(tokens[n:], tokens[n + 1 :], tokens[n + 2 :], strict=False)
            for f in read_form(verb.low)
        )
        and not word.text.isupper()
    )


def _of_himself(name: str, text: str) -> bool:
    return re.search(_around().replace("NAME", re.escape(name)), text) is not None


@cache
def _around() -> str:
    """`Lis Bo (mig)`, `undertegnede Lis Bo`, `Fra: Lis Bo`."""
    oneself = phrases("pronouns", "oneself")
    return (
        rf"NAME\s*[(,]\s*{oneself}(?!\w)|(?i:{oneself}),?\s+\(?NAME|(?m:^(?i:{phrases('pronouns', 'sender')}):\s+NAME)"
    )
