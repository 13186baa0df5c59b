"""Decisions by fixed phrases: short answers below a heading (`Godkendt.`), and what decides anywhere (`enige om`)."""

import re
from functools import cache

from analyser.language.lexicon import lexicon, phrases, words
from analyser.minutes import DecisionKind

_ORDER: tuple[DecisionKind, ...] = (
    "rejected", "postponed", "noted", "appointed", "referred", "recommended", "adopted", "agreed",
)  # fmt: skip


def bare_text(text: str) -> str:
    """Give a line in lower case without its bullet and its stop: `- Godkendt.` gives godkendt."""
    return re.sub(r"^[\s\-–—•*►=>]+|[\s.!*]+$", "", text).casefold().replace("aa", "å")


def read_answer(bare: str) -> str | None:
    """Read a short answer below a heading: `Godkendt.` `Taget til efterretning.` `Udsat til næste møde.` `Intet.`"""
    plain = re.sub(r"[,:].*$", "", bare).strip()
    for kind in lexicon("decisions")["answers"]:
        known = words("decisions", "answers", kind)
        if bare in known or plain in known:
            return str(kind)
    for kind in ("rejected", "postponed", "noted", "adopted", "agreed"):
        if _answer_start(kind).match(bare):
            return kind
    return None


def read_phrase(bare: str) -> DecisionKind | None:
    """Read the longest phrase that decides, wherever it stands: `man blev enige om at vente` is postponed."""
    best: tuple[int, DecisionKind] | None = None
    for kind in _ORDER:
        match = _phrase(kind).search(bare)
        if match and kind == "noted" and not _heads("noted_heads").search(bare):
            continue
        if match and match.group() == "underskrevet" and not _heads("underskrevet_heads").search(bare):
            continue
        if match and (best is None or len(match.group()) > best[0]):
            best = (len(match.group()), kind)
    return best[1] if best else None


@cache
def _phrase(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])")


@cache
def _answer_start(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'answers', kind)}(?=$|[\s,.:–-])")


@cache
def _heads(which: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', which)}(?![\wæøå])")
