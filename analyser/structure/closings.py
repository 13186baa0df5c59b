"""How a mail or a letter closes: `Mange hilsner` and who signed below."""

import re
from collections.abc import Sequence
from functools import cache

from analyser.language.lexicon import phrases
from analyser.language.names import is_full_name, is_given_name
from analyser.structure.lines import Line

_LONGEST = 40  # code points of a closing with the name behind it


def is_closing(text: str) -> bool:
    """Tell whether a line is how a mail ends: `Mange hilsner`, `Mvh. Lis`, `Med venlig hilsen Lis Bo Holm`."""
    match = _closes().match(text) if len(text) <= _LONGEST else None
    return match is not None


@cache
def _closes() -> re.Pattern[str]:
    return re.compile(rf"{phrases('meeting', 'closings')}\b", re.IGNORECASE)


def closing_block(lines: Sequence[Line], at: int) -> list[Line]:
    """Give the closing at `lines[at]`, of lines none of which is blank, and the name of who signed below it.

    `Venlig hilsen` / `Ulla`; below `Mvh. Lis` nobody signs, nor is `Til stede: Ib Holm` who did.
    """
    bare = re.fullmatch(rf"{phrases('meeting', 'closings')}\W*", lines[at].text, re.IGNORECASE)
    below = lines[at + 1 : at + 2] if bare else []
    return [lines[at], *(n for n in below if _is_signed(n.text))]


def _is_signed(text: str) -> bool:
    """Tell whether a line is a name, with what its bearer is: `/Ulla`, `Lis Bo, sekretær`."""
    name = re.split(r"\s*[,(]", text.strip("/-– "), maxsplit=1)[0].rstrip(".")
    return ":" not in text and (is_full_name(name) or is_given_name(name))
