"""Patterns that decisions are told by, made of the lexicon's lists."""

import re
from functools import cache

from analyser.extraction.deciding_verbs import verb_forms
from analyser.language.lexicon import lexicon, phrases


@cache
def put_forward() -> re.Pattern[str]:
    """`Man enedes om at indstille Ib`."""
    return re.compile(r"\bindstill")


@cache
def passive_advice() -> re.Pattern[str]:
    """`anbefales`, `indstilles`: whoever advises, it is put to the meeting."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'advised')}(?![\wæøå])")


@cache
def when_and_who() -> re.Pattern[str]:
    """A line that only says who decides and when, or of which page: `Byudvalget den 14-06-2016:`."""
    return re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:\d\d){1,2}(?:\s*:|\s+[Ss]ide\s+\d+)?\s*$")


@cache
def own_doing() -> re.Pattern[str]:
    """What a body that meets does in the present: `støtter`."""
    return re.compile(rf"{phrases('decisions', 'bodies', 'own_do')}(?![\wæøå])")


@cache
def adopting_label() -> re.Pattern[str]:
    """`Besluttet:` right before a sentence."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'labels', 'adopting')}[*_]*\s*:[*_]*\s*\Z", re.IGNORECASE)


@cache
def decision_label() -> re.Pattern[str]:
    """`Beslutning:` as the sentence begins."""
    return re.compile(rf"{phrases('decisions', 'labels', 'decision')}\s*:")


@cache
def supposing() -> re.Pattern[str]:
    """`hvis`, `bør vedtages`: words of what is only supposed."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'hypothetical', 'words')}(?![\wæøå])")


@cache
def following_clause() -> re.Pattern[str]:
    """`…, som blev godkendt`, `…, hvilket udvalget vedtog`, `…, og det var der stemning for`."""
    kinds = ("adopted", "rejected", "postponed", "appointed")
    either = "|".join(sorted({p for _, _, p, k in lexicon("decisions")["verbs"] if k in kinds}))
    return re.compile(
        rf",\s+(?:som|der|hvorefter|og|hvilket|det)\s+(?:[\wæøå]+\s+){{0,3}}?blev\s+(?:[\wæøå]+\s+)?(?P<verb>{either})"
        r"(?=$|\s+(?:uden|med|enstemmigt|som|af|for)\b)"
        rf"|,\s+(?:som|der|hvilket)\s+(?P<passive>{_passives()})(?=$|\s+(?:uden|med|enstemmigt|som|af|for)\b)"
        rf"|,\s+(?:(?:og|men)\s+)?(?:det|hvilket|dette)\s+(?:var\s+der|der\s+var|blev\s+der|der\s+(?=ikke\s+var))\s*"
        rf"(?P<denied>ikke\s+(?:var\s+)?|ingen\s+)?"
        rf"(?:[\wæøå]+\s+)?(?:enighed|stemning|tilslutning|opbakning|flertal)\b"
        rf"|,\s+hvilket\s+(?P<body>[\wæøå]+)\s+(?P<past>{_pasts()})(?:\s+sig)?$"
    )


@cache
def _passives() -> str:
    """`…, der godkendtes uden bemærkninger`: the past passive in -s."""
    return "|".join(
        sorted(
            f
            for f, (voice, _) in verb_forms().items()
            if voice == "passive" and f.endswith(("tes", "edes", "oges", "ogs"))
        )
    )


@cache
def _pasts() -> str:
    kinds = ("adopted", "rejected", "postponed", "agreed")
    return "|".join(sorted({past for _, past, _, k in lexicon("decisions")["verbs"] if k in kinds}))


@cache
def agrees() -> re.Pattern[str]:
    """`enighed om`, `blev enige`, `aftalt`: agreed, whatever was counted."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'agreeing')}(?![\wæøå])")


@cache
def declares() -> re.Pattern[str]:
    """`Dirigenten konstaterede, at | budgettet hermed var godkendt`."""
    either = "|".join(sorted({p for _, _, p, k in lexicon("decisions")["verbs"] if k in ("adopted", "rejected")}))
    return re.compile(
        rf"\b{phrases('decisions', 'declaring')},?\s+at\s+(?:[\wæøå-]+\s+){{1,4}}?(?:var|er|blev)\s+(?:[\wæøå]+\s+)?"
        rf"(?P<verb>{either})(?=\s*[.,;(]|\s+(?:med|uden|enstemmigt|og)\b|$)"
    )


@cache
def elected_first() -> re.Pattern[str]:
    """`Valgt blev Ib Holm, som takkede for valget`."""
    elected, became = (phrases("rosters", "elections", k) for k in ("elected", "became"))
    return re.compile(rf"(?:[\wæøå]+\s)?{elected}\s{became}\s[^,]+,\s(?:som|der)\s")


@cache
def aside() -> re.Pattern[str]:
    """`mødet hævet`: what decides nothing below the label of a decision."""
    return re.compile(rf"(?<![\wæøå]){phrases('decisions', 'asides', 'words')}(?![\wæøå])")


@cache
def voted() -> re.Pattern[str]:
    """`stemte`, `for … imod`, `ja … nej`: a vote was taken."""
    return re.compile(
        r"\bstem(?:t|mer|te|mes|tes|ning|melighed)|\bafstemning|\bvedtag|\bforkast|\bfor\b.*\b(?:i?mod)\b|\bja\b.*\bnej\b"
    )
