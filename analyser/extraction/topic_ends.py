"""Where a topic ends before its sentence does: at reasons, asides, long relative clauses, the next main clause."""

import re
from functools import cache

from analyser.language.lexicon import lexicon, phrases

_RELATIVE_AT_MOST = 12  # words of a relative clause that still belongs to the topic
_IN_CLAUSE_AT_MOST = 7  # the same where the topic is a clause already: `at der kommer en messe, hvor …`


def without_manner(prose: str, start: int, end: int) -> int:
    """Leave out how it was put forward: `regnskabet | punkt for punkt`, `rapporten | (bilag 2)`, `planen |, se bilag`.

    In a clause it is what is told: `at rådet tager orienteringen til efterretning`.
    """
    aside = _in_brackets().search(prose, start, end)
    end = aside.start() if aside and prose[start : aside.start()].strip() else end
    if re.compile(r"at\s").match(prose, start):
        return end
    manner = _manner().search(prose, start, end)
    return manner.start() if manner and prose[start : manner.start()].strip() else end


def end_of_topic(prose: str, start: int, end: int) -> int:
    """Find where the topic ends before its sentence does."""
    spliced = _spliced().search(prose, start, end)
    # of a clause, what stands behind a comma may be more of it: `at Ib kommer, Bo bager`; not of an infinitive
    if spliced and not re.compile(r"(?:at(?!\s+[\wæøå]+[eå]\s)|om|hv\w+)\s").match(prose, start):
        end = spliced.start()
    answer = _answered().search(prose, start, end) if re.compile(r"(?:om|hv\w+)\s").match(prose, start) else None
    end = answer.start() if answer else end
    done = _done_next().search(prose, start, end)
    relative = done and re.compile(r",\s(?:der|som)\s").search(prose, start, done.start())
    if done and not relative and not re.compile(r"(?:at|om|hv\w+)\s").match(prose, start):
        end = done.start()
    end = _before_conditions(prose, start, end)
    for match in _aside().finditer(prose, start, end):
        if not prose[start : match.start()].strip():
            continue
        clause = re.compile(r"(?:at|om|hv\w+)\s").match(prose, start)
        if clause and match["new"]:
            continue
        if clause and _goes_on().match(prose, match.start(), end):
            continue
        if match["relative"] == "der" and re.match(r"\s*[-–—;]", match.group()):
            return match.start()  # `spurgte til restancerne - der er seks`
        if match["relative"]:
            following = re.compile(r"[,;](?!\d)|\.(?=\s+[A-ZÆØÅ]|\s*$)").search(prose, match.end(), end)
            stop = following.start() if following else end
            most = _IN_CLAUSE_AT_MOST if clause else _RELATIVE_AT_MOST
            if _decided().match(prose, match.end(), stop):
                return match.start()  # `foreslog Lis Bo, som blev valgt`
            if len(prose[match.end() : stop].split()) + 1 <= most:
                continue
        if match["clause"] and _one_more().match(prose, match.end(), end):
            continue
        return match.start()
    return end


def _before_conditions(prose: str, start: int, end: int) -> int:
    """Leave off when or on what terms it holds: `at det er for tidligt |, når jorden er våd`.

    A question keeps it (`hvad der sker, hvis det regner`), and so does what binds it (`først får sagen, når den er
    afgjort`) or goes on behind it (`at det er godt, når det virker, men at …`).
    """
    question = re.compile(r"(?:om|hv\w+)\s").match(prose, start)
    clause = question or re.compile(r"at\s").match(prose, start)
    for match in _condition().finditer(prose, start, end):
        before = prose[start : match.start()]
        if len(before.split()) < (3 if clause else 1) or (clause and match["sake"]):
            continue
        goes_on = re.compile(r",?\s(?:men|og)\sat\s").search(prose, match.end(), end)
        if match["terms"] and (question or goes_on or _bound().search(before)):
            continue
        return match.start()
    return end


@cache
def _one_more() -> re.Pattern[str]:
    """`(taget, der er utæt, og) | gulvet, der er slidt`: no verb, so it is no new clause."""
    past = phrases("verb_forms", "no_speech", "past")
    helpers = phrases("verb_forms", "auxiliaries", "infinitive")
    verb = rf"(?:[a-zæøå]+(?:r|ede|te|tes)|{past}|{helpers})(?![\wæøå])"
    return re.compile(
        rf"(?:(?!{verb})[\wæøå-]+(?:\s+|(?=,\s(?:der|som)\s)|(?=[.]?\s*$))){{1,6}}(?:,\s(?:der|som)\s|[.]?\s*$)", re.I
    )


@cache
def _condition() -> re.Pattern[str]:
    terms, uncut = phrases("adverbs", "conditions"), phrases("adverbs", "uncut")
    sake = phrases("adverbs", "sake")
    told = rf"(?<!det\s)(?<!dette\s){phrases('adverbs', 'with_pronoun')}(?=\s+{phrases('pronouns', 'clause')}\s)"
    return re.compile(
        rf"(?:,\s+(?:{phrases('adverbs', 'fronting')}\s+)?(?P<terms>{terms})|,?\s+(?:{uncut}|{told}"
        rf"|(?P<sake>{sake})))(?![\wæøå])",
        re.IGNORECASE,
    )


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"(?<![\wæøå]){phrases('adverbs', 'bound')}(?![\wæøå])", re.IGNORECASE)


@cache
def _in_brackets() -> re.Pattern[str]:
    """`konfirmanderne | (19 i år)`: an aside at the end."""
    return re.compile(r"(?:\s*\([^()]*\))+[\s.,;:!]*$")


@cache
def _manner() -> re.Pattern[str]:
    closing = phrases("adverbs", "closing")
    return re.compile(
        rf"(?:\s+{closing}|\s*\(\s*(?:(?:jf\.?\s+)?bilag|ansv)\b[^()]*\)|,\s+(?:se|jf\.?|jfr\.?)\s[^,]{{3,40}})+[\s.,;:!]*$",
        re.IGNORECASE,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """`(at uddeleren er positiv) |, men vil se en plan`; a pronoun begins a new clause: `, men det mente Bo ikke`."""
    past = phrases("verb_forms", "no_speech", "past")
    return re.compile(
        rf"\s*,\s*men\s+(?!{phrases('pronouns', 'clause')}\s|[a-zæøå]{{3,}}ede\b|{past}\b)", re.IGNORECASE
    )


@cache
def _decided() -> re.Pattern[str]:
    participles = "|".join(sorted({p for _, _, p, _ in lexicon("decisions")["verbs"]}))
    pasts = "|".join(sorted({f"{past}e?s" for _, past, _, _ in lexicon("decisions")["verbs"]}))  # `der godkendtes`
    return re.compile(
        rf"\s+(?:herefter\s+|derefter\s+)?(?:blev\s+(?:[\wæøå]+\s+)?(?:{participles})|{pasts})(?![\wæøå])",
        re.IGNORECASE,
    )


@cache
def _spliced() -> re.Pattern[str]:
    """A new clause behind a comma alone: `et overblik |, Ida laver et ark`; `en indsamling |, det blev vedtaget`."""
    past = phrases("verb_forms", "no_speech", "past")
    finite = rf"(?!{phrases('adverbs', 'prepositions')}\s|eller\s)(?:[a-zæøå]+(?:er|ede|es)|{past})"
    name = r"(?-i:[A-ZÆØÅ][\wæøåÆØÅ.]*(?:\s[A-ZÆØÅ][\wæøåÆØÅ.]*)?)"
    return re.compile(rf",\s+(?:(?!der\b){phrases('pronouns', 'clause')}|{name})\s+{finite}(?=[\s.;]|$)", re.IGNORECASE)


@cache
def _done_next() -> re.Pattern[str]:
    """`(orienterer om) budgettet | og sender det rundt`, `(foreslår) en bænk | og vil gerne stå for den`: what the
    speaker will do."""
    objects = phrases("actions", "done_next")
    verbs = "|".join(sorted({re.escape(v.split()[0]) for v in lexicon("actions")["verbs"]}))
    helpers = phrases("verb_forms", "auxiliaries", "infinitive")
    return re.compile(rf",?\s+og\s+(?:(?:{verbs})\s+(?:{objects}|[a-zæøå-]+(?:en|et|ne))(?=[\s.,;])|{helpers}\s)")


@cache
def _answered() -> re.Pattern[str]:
    """`(om der er styr på det) |, det er der`, `(hvad det koster) |, det ved Bo ikke`: the answer, right behind."""
    verbs = phrases("verb_forms", "auxiliaries", "answering")
    return re.compile(rf",\s+(?:det\s+{verbs}|ja|nej)(?![\wæøå])", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    cut, relative = phrases("adverbs", "cut"), phrases("adverbs", "relative")
    cut = rf"(?:så(?!\s+længe)|(?!så\b){cut})"
    past = rf"(?:[a-zæøå]{{3,}}ede|{phrases('verb_forms', 'no_speech', 'past')})"
    return re.compile(
        rf"(?<=\w):\s(?=\S)|\s*(?:[,;]|\s[-–—])\s*(?:{cut}(?!\s+at\b)|(?P<relative>{relative}))(?![\wæøå])|;\s|\s[–—-]\s(?=\w)"
        rf"|(?P<joined>,?\s+(?:og|men|samt)\s+(?={past}(?![\wæøå])))|(?P<clause>,\s+og\s+(?!at\b|om\b|hv))"
        rf"|(?P<new>\s+og\s+(?:der|det|han|hun|vi|man)\s+(?:er|var|blev|har|havde|{past})(?![\wæøå]))",
        re.IGNORECASE,
    )
