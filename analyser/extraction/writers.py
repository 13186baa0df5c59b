"""Who writes of himself in the minutes: `Til stede: Ole Bech, Lis Bo (mig)`, or the sender of the mail they are."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_title_word
from analyser.language.verbs import read_form
from analyser.minutes import Participant

_QUOTES = re.compile(r"[\"“”„»«]|(?<!\w)['‘’]")


def find_writer(text: str, people: Sequence[Participant]) -> str | None:
    """Find the participant who is `jeg` in the minutes, by a word at his name; None where no single one is.

    So is the referent who calls himself so elsewhere: `Undertegnede undrede sig over prisen. Jeg ringer til ham.`
    """
    ends = [match.start() for match in _behind().finditer(text)]
    starts = [match.end() for match in _in_front().finditer(text)]
    sender = _sender_at(text)
    starts += [] if sender is None else [sender]
    found = {
        p.id
        for p in people
        if p.name
        and (any(text.endswith(p.name, 0, end) for end in ends) or any(_names(text, at, p.name) for at in starts))
    }
    keepers = {p.id for p in people if "minute_taker" in p.functions}
    if not found and len(keepers) == 1 and _writes_so(text):
        return next(iter(keepers))
    if keepers and not keepers & found:
        return None  # a mail that passes on what another has written
    return next(iter(found)) if len(found) == 1 else None


def _writes_so(text: str) -> bool:
    """`Undertegnede | undrede sig`: of one, who acts; not `Undertegnede | beboere klager`, `undertegnede Lis Bo`."""
    return any(_acts(match["next"].casefold()) for match in _myself().finditer(text))


def _acts(low: str) -> bool:
    nouns = words("organisations", "unknown", "nouns")
    return low not in nouns and (looks_finite(low) or (low.endswith("er") and not is_title_word(low)))


@cache
def _myself() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrases('pronouns', 'undersigned')}\s+(?P<next>[a-zæøå]+)", re.IGNORECASE)


def _sender_at(text: str) -> int | None:
    """Find where the sender of the mail that the minutes are is named: above it stand other labels (`Til: …`) and at
    most a title. A letter that is quoted in the minutes (`Brev fra nabo:` / `Fra: Lis Bo`) has more above it."""
    others = 0
    for line in re.finditer(r"[^\n]*[\wæøåÆØÅ][^\n]*", text):
        label = _label().match(line.group())
        if label is None:
            others += 1
        elif label["sender"]:
            return line.start() + label.end()
        if others > 1:
            return None
    return None


def _names(text: str, at: int, name: str) -> bool:
    """Tell whether a name stands somewhere, and no genitive: not `undertegnede Lis Bos`."""
    after = text[at + len(name) : at + len(name) + 1]
    return text.startswith(name, at) and not after.isalnum()


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


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind the writer's name: `Lis Bo | (mig)`. Behind a comma it is another: `Lis Bo, undertegnede og
    Ib Holm`."""
    return re.compile(rf"\s{{0,2}}\(\s*{phrases('pronouns', 'oneself')}(?!\w)")


@cache
def _in_front() -> re.Pattern[str]:
    """What stands in front of it: `undertegnede | Lis Bo`, `mig (| Lis Bo)`; not `gav mig Lis Bo ret`."""
    oneself, alone = phrases("pronouns", "oneself"), phrases("pronouns", "undersigned")
    return re.compile(rf"(?<!\w)(?:{alone}\s+|{oneself}\s+\(\s*)(?=\w)", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """A label in the head of a mail: `Fra: | Lis Bo`, `Til: | Bestyrelsen`."""
    kinds = "|".join(phrases("meeting", "mail", kind) for kind in lexicon("meeting")["mail"])
    return re.compile(rf"[*_>\s]*(?:(?P<sender>{phrases('pronouns', 'sender')})|{kinds})\s*:[*_]*\s*", re.IGNORECASE)
