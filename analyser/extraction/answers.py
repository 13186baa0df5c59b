"""Decisions by fixed phrases: short answers below a heading (`Godkendt.`), and what decides anywhere (`enige om`)."""

import re
from functools import cache

from analyser.extraction.deciding_verbs import closing, puts_by, verb_forms
from analyser.extraction.sentences import Sentence
from analyser.language.dates import ANY_DAY, find_dates
from analyser.language.lexicon import either, lexicon, phrases, words
from analyser.language.words import last_word
from analyser.minutes import DecisionKind

_ORDER: tuple[DecisionKind, ...] = (
    "rejected", "postponed", "noted", "appointed", "referred", "recommended", "adopted", "agreed",
)  # fmt: skip


_ENDS = re.compile(r"^[\s\-–—•*►=>]+|[\s.!*]+$")
_SHORT = 9  # words of an answer that is a decision by itself
_BEHIND_COMMA = re.compile(r"[,:].*$")


def bare_text(text: str) -> str:
    """Give a line in lower case without its bullet and its stop: `- Godkendt.` gives godkendt."""
    return _ENDS.sub("", text).casefold().replace("aa", "å")


def read_line(bare: str) -> str | None:
    """Read a line that answers, with a reason or a label: `Godkendt, da …`, `Dagsorden ok.`, `Dagsorden: ok.`,
    `Lukkedage 2018 vedtaget: 30. april`."""
    short = len(bare.split()) <= _SHORT
    answer = read_answer(bare if short else re.split(r"[,;:]|\sda\s", bare)[0].strip() + " ")
    if answer is not None:
        return answer
    label, _, rest = bare.partition(":")
    nouns = words("decisions", "objects", "nouns")
    if not rest:
        subject, _, last = bare.rpartition(" ")
        return "adopted" if subject in nouns and last == "ok" else None
    if last_word(label) in nouns and (answer := read_answer(rest.strip())) is not None:
        return answer
    form = verb_forms().get(last_word(label))
    if form is not None and form[1] == "appointed" and "ikke" in label.split():
        return "nothing"  # `Ikke valgt: Ib Holm (7 stemmer)`
    if last_word(label) in closing() and 1 < len(label.split()) <= _SHORT:
        return verb_forms()[last_word(label)][1]
    return None


def read_entry(bare: str) -> str | None:
    """Read what answers behind any label: `Grøn telefon: nedstemt, da …`, `Sag 18-034: Afslag`."""
    _, _, rest = bare.partition(":")
    return read_answer(re.split(r"[,;.]|\sda\s", rest)[0].strip()) if _resolves().match(rest) else None


def read_answer(bare: str) -> str | None:
    """Read a short answer below a heading: `Godkendt.` `Taget til efterretning.` `Udsat til næste møde.` `Intet.`"""
    plain = _BEHIND_COMMA.sub("", bare).strip()
    known = [rank for form in (bare, plain) if (rank := _answers().get(form)) is not None]
    if known:
        return str(list(lexicon("decisions")["answers"])[min(known)])
    for kind in ("rejected", "postponed", "noted", "adopted", "agreed"):
        if _answer_start(kind).match(bare):
            return kind
    return None


def read_phrase(bare: str) -> DecisionKind | None:
    """Read the longest phrase that decides, wherever it stands: `man blev enige om at vente` is postponed."""
    if _any_phrase().search(bare) is None:
        return None  # so with most sentences
    best: tuple[int, DecisionKind] | None = None
    for kind in _ORDER:
        match = _phrase(kind).search(bare)
        if match and kind == "noted" and not _heads("noted_heads").search(bare):
            continue
        if (
            match
            and match.group() in ("underskrevet", "underskreves")
            and not _heads("underskrevet_heads").search(bare)
        ):
            continue
        if match and match.group() == "faldt" and _falls_elsewhere().search(bare):
            continue
        if match and match.group().startswith("henl") and puts_by(bare):
            continue
        if match and kind == "appointed" and bare[: match.start()].endswith("ikke "):
            continue  # `Ikke valgt: Ib Holm`
        if match and match.group().startswith("udsat") and _is_late(bare):
            continue
        if match and (best is None or len(match.group()) > best[0]):
            best = (len(match.group()), kind)
    return best[1] if best else None


def read_outcome(bare: str) -> DecisionKind | None:
    """Read a vote that is told in words: `Alle stemte for.`, `Et flertal stemte imod.`, `Ib stemte imod, resten
    for.`; not `Folketingets flertal stemte for loven`, `flertallet var for rødt`."""
    return next((kind for kind in ("adopted", "rejected") if _outcome(kind).search(bare)), None)


@cache
def _outcome(kind: DecisionKind) -> re.Pattern[str]:
    in_words, nouns = phrases("decisions", "votes", f"in_words_{kind}"), phrases("decisions", "objects", "nouns")
    own = "|".join(rf"(?<=\b{re.escape(body)}\s)" for body in sorted(words("decisions", "votes", "own_majority")))
    on = rf"(?=$|\s?[^\s\wæøå]|\s(?:{phrases('decisions', 'votes', 'voted_on')}|{nouns})(?![\wæøå]))"
    return re.compile(rf"(?<![\wæøå])(?:(?<!s\s)|{own}){in_words}(?![\wæøå])(?:(?<!for)(?<!imod)|{on})")


def read_acquired(bare: str) -> DecisionKind | None:
    """`Batteriet købes`, `Der indkøbes en ny`: what the house is to have; not `Billetterne købes på nettet`, `Bladet
    købes af mange`, `Der købes ind`."""
    return "adopted" if _acquired().match(bare) else None


@cache
def _acquired() -> re.Pattern[str]:
    verbs, modal = (
        phrases("decisions", "phrases", "acquires"),
        "|".join(sorted(words("verb_forms", "auxiliaries", "infinitive"))),
    )
    return re.compile(
        rf"(?:der|(?:[\wæøå-]+\s){{0,2}}?[\wæøå-]+(?:en|et|erne|ene))\s(?!(?:{modal})\s)(?:[\wæøå]+\s)?{verbs}"
        rf"(?![\wæøå])(?!\s{phrases('decisions', 'phrases', 'acquired_anyhow')}(?![\wæøå]))"
    )


def read_parted(bare: str) -> DecisionKind | None:
    """Read a verb of deciding with its object between: `Udvalget sendte sagen tilbage til forvaltningen`."""
    if _any_parted().search(bare) is None:
        return None
    return next((kind for pattern, kind in _parted() if pattern.search(bare)), None)


def read_result(sentence: Sentence) -> DecisionKind | None:
    """Read what came out of a talk in a few words: `Det blev zoo.`, `Det blev den 12.`, `Bliver lørdag d. 12/11.`"""
    bare = [t for t in sentence.words if not t.is_mark]
    low = [t.low for t in bare]
    if low[:1] == ["bliver"] and 1 < len(bare) <= 8 and find_dates(" ".join(t.text for t in bare), reference=ANY_DAY):
        return "agreed"
    place = next(
        (n for n in range(len(low) - 1) if low[n] == "blev" and "det" in (low[n + 1], low[n - 1] if n else "")), None
    )
    if place is None or len(bare) > 9 or (low[place + 1] != "det" and place != 1):
        return None
    rest = bare[place + 2 if low[place + 1] == "det" else place + 1 :]
    said = any(t.pos in ("VERB", "ADJ", "ADV", "AUX") for t in rest)
    first = rest[0].low if rest else ""
    return "agreed" if 1 <= len(rest) <= 4 and not said and first not in words("decisions", "articles") else None


@cache
def _answers() -> dict[str, int]:
    """Give the answers, each with the place of its kind among the kinds; the first kind has what two have."""
    kinds = list(lexicon("decisions")["answers"])
    return {w: n for n, kind in reversed(list(enumerate(kinds))) for w in words("decisions", "answers", kind)}


@cache
def _resolves() -> re.Pattern[str]:
    outcomes = "|".join(sorted(closing() | words("decisions", "labels", "outcomes")))
    return re.compile(rf"\s*(?:enstemmigt\s+|ikke\s+)?(?:{outcomes})(?=$|[\s,;.])")


@cache
def _parted() -> tuple[tuple[re.Pattern[str], DecisionKind], ...]:
    return tuple(
        (re.compile(rf"(?<![\wæøå]){verb}\s[^.;:]{{1,60}}\s{behind}(?![\wæøå])"), kind)
        for verb, behind, kind in lexicon("decisions")["parted"]
    )


@cache
def _any_parted() -> re.Pattern[str]:
    """All the patterns of `_parted` in one."""
    return re.compile("|".join(pattern.pattern for pattern, _ in _parted()))


@cache
def _falls_elsewhere() -> re.Pattern[str]:
    """`Stemmerne faldt således`, `valget faldt på Bo`, `2 stemmer faldt på Ib`: nothing fell through."""
    return re.compile(r"\bstemmer(?:ne)?\s+faldt\b|\bfaldt\s+(?:på|til|sammen|i|ud|fra)\b")


def _is_late(bare: str) -> bool:
    """`Gravearbejdet er udsat til august`: news of what takes place later, and no case that the meeting put off."""
    match = re.search(r"(?:^|[\s:])(?P<what>[\wæøå-]+)(?:\s[\wæøå-]+){0,4}?\s(?:er|var)\s+(?:blevet\s+)?udsat\b", bare)
    return match is not None and not match["what"].endswith(tuple(words("decisions", "objects", "nouns")))


@cache
def _phrase(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', kind)}(?![\wæøå])")


@cache
def _any_phrase() -> re.Pattern[str]:
    """All the patterns of `_phrase` in one."""
    every = either({phrase for kind in _ORDER for phrase in words("decisions", "phrases", kind)})
    return re.compile(rf"(?<![\wæøå]){every}(?![\wæøå])")


@cache
def _answer_start(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{phrases('decisions', 'answers', kind)}(?=$|[\s,.:–-])")


@cache
def _heads(which: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'phrases', which)}(?![\wæøå])")
