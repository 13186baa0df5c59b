"""What a statement is about: the words behind its verb, without what opens them and without asides."""

import re
from functools import cache

from analyser.language.lexicon import lexicon, phrases
from analyser.language.verbs import SpeechVerb
from analyser.minutes import Quote

_REACH = 90  # code points within which the complement's preposition must stand
_RELATIVE_AT_MOST = 12  # words of a relative clause that still belongs to the topic
_WHERE_AT_MOST = 12  # the same for `hvor`
_IN_CLAUSE_AT_MOST = 7  # the same where the topic is a clause already: `at der kommer en messe, hvor …`
_END = " \t\n.,;:!?–—-"


def read_topic(prose: str, start: int, end: int, verb: SpeechVerb | None) -> Quote | None:
    """Read the topic from `prose[start:end]`, the words behind the verb up to the end of its clause.

    `desuden kort om, at 2. del udkom` gives `at 2. del udkom`; `bestyrelsen om budgettet` gives `budgettet`; an aside
    (`, da …`, `, hvor …`) and a relative clause of more than twelve words are left off.
    """
    begin = _skip(prose, start, end)
    if (
        _second_verb().match(prose, begin, end)
        or re.compile(r"(?:og|men)\s(?!at\s)").match(prose, begin, end)
        or _reason().match(prose, begin, end)
    ):
        return None
    whom = _to_whom().match(prose, begin, end) if verb is None or verb.act != "ask" else None
    begin = whom.end() if whom else begin
    asks = verb is not None and verb.act == "ask" and _question().match(prose, begin, end)
    if verb is not None and verb.complement and not asks:
        begin = _behind_complement(prose, begin, end, verb)
    told = _addressee().match(prose, begin, end) or _named_addressee().match(prose, begin, end)
    begin = _skip_comma(prose, told.end() if told else begin, end)
    aside = _where().match(prose, begin, end)
    begin = aside.end() if aside else begin
    stop = _cut(prose, begin, end)
    if verb is not None and verb.until:
        ended = _complement(verb.until).search(prose, begin + 1, stop)
        clause = ended and re.compile(r",\s+at\b").match(prose, ended.end(), stop)
        stop = ended.start() if ended and not clause else stop
    return quote(prose, begin, _without_manner(prose, begin, stop))


def _without_manner(prose: str, start: int, end: int) -> int:
    """Leave out how it was put forward: `regnskabet | punkt for punkt`, `rapporten | (bilag 2)`, `planen |, se bilag`.

    In a clause it is what is told: `at rådet tager orienteringen til efterretning`.
    """
    if re.compile(r"at\s").match(prose, start):
        return end
    manner = _manner().search(prose, start, end)
    return manner.start() if manner and prose[start : manner.start()].strip() else end


def quote(prose: str, start: int, end: int) -> Quote | None:
    """Give `prose[start:end]` without marks and blanks at its ends; None where nothing is left."""
    while start < end and prose[start] in " \t\n.,;:!?–—":
        start += 1
    while end > start and prose[end - 1] in _END:
        end -= 1
    if start < end and prose[start] in '"”“»«' and not any(mark in prose[start + 1 : end] for mark in '"”“»«'):
        start += 1  # `"Det er for dyrt," sagde Ib`: the other one stands behind the comma
    return Quote(text=re.sub(r"\s+", " ", prose[start:end]), span=(start, end)) if start < end else None


def _skip(prose: str, start: int, end: int) -> int:
    match = _adverbs().match(prose, start, end)
    return match.end() if match else start


def _skip_comma(prose: str, start: int, end: int) -> int:
    match = re.compile(r"[\s,:]+").match(prose, start, end)
    return match.end() if match else start


def _behind_complement(prose: str, start: int, end: int, verb: SpeechVerb) -> int:
    pattern = _complement(verb.complement)
    agreed = _with_whom().match(prose, start, end) if {"i", "med"} <= set(verb.complement) else None
    if agreed:
        return agreed.end()
    at_once = pattern.match(prose, start, end)
    if at_once:
        return _skip(prose, at_once.end(), end)
    if re.compile(r"[\s,]*(?:at|hv\w+)\b").match(prose, start, end):
        return start  # `spurgte, hvorfor rådet ikke er hørt om sagen`: this `om` opens nothing
    clause = re.compile(r"[,;:]|\bat\b|\bsom\b|\bder\b").search(prose, start, end)
    limit = min(start + _REACH, clause.start() if clause else end)
    # `orienterede ud fra notatet om huslejen`: `om` opens the topic rather than the `fra` in front of it
    strong = tuple(w for w in verb.complement if w not in ("fra", "til", "på", "af"))
    for opens in (_later(strong), _later(verb.complement)) if strong else (_later(verb.complement),):
        later = opens.search(prose, start, min(end, limit + 12))
        if later and later.start() < limit:
            return _skip(prose, later.end(), end)
    return start


def _cut(prose: str, start: int, end: int) -> int:
    """Find where the topic ends before its sentence does."""
    spliced = _spliced().search(prose, start, end)
    # of a clause, what stands behind a comma may be more of it: `at Ib kommer, Bo bager`; not of an infinitive
    if spliced and not re.compile(r"(?:at(?!\s+[\wæøå]+[eå]\s)|om|hv\w+)\s").match(prose, start):
        end = spliced.start()
    answer = _answered().search(prose, start, end) if re.compile(r"(?:om|hv\w+)\s").match(prose, start) else None
    end = answer.start() if answer else end
    done = _done_next().search(prose, start, end)
    if done and not re.compile(r"(?:at|om|hv\w+)\s").match(prose, start):
        end = done.start()
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
            following = re.compile(r"[,;]|\.(?=\s+[A-ZÆØÅ]|\s*$)").search(prose, match.end(), end)
            stop = following.start() if following else end
            most = (
                _IN_CLAUSE_AT_MOST if clause else _WHERE_AT_MOST if match["relative"] == "hvor" else _RELATIVE_AT_MOST
            )
            if match["relative"] == "hvor" and _happened().search(prose, match.end(), stop):
                return match.start()  # `fortalte om årsmødet, hvor han deltog`
            if _decided().match(prose, match.end(), stop):
                return match.start()  # `foreslog Lis Bo, som blev valgt`
            if len(prose[match.end() : stop].split()) + 1 <= most:
                continue
        return match.start()
    return end


@cache
def _adverbs() -> re.Pattern[str]:
    behalf = r"på\s+(?:[\wæøå.-]+\s+){1,4}?vegne"
    return re.compile(rf"(?:[\s,]*(?:{behalf}|{phrases('adverbs', 'skipped')})(?![\wæøå]))*\s*", re.IGNORECASE)


@cache
def _addressee() -> re.Pattern[str]:
    """`(fortalte) bestyrelsen |, at budgettet holder`."""
    return re.compile(rf"[\s,]*{phrases('adverbs', 'addressees')}(?=\s*,?\s+(?:at|om|hv\w+)\s)", re.IGNORECASE)


@cache
def _named_addressee() -> re.Pattern[str]:
    """`(spurgte) Ib Holm |, hvorfor taget er utæt`, `(svarede) Ib |, at det haster`; not `foreslog Ib, som …`."""
    name = r"(?:[a-zæøå]+en\s+)?[A-ZÆØÅ][\wæøåÆØÅ.-]*(?:\s+[A-ZÆØÅ][\wæøåÆØÅ.-]*){0,2}"
    return re.compile(rf"[\s,]*{name}(?:\s+og\s+{name})?,\s+(?=(?:at|{phrases('adverbs', 'asking')}|hvem|hvad)\s)")


@cache
def _with_whom() -> re.Pattern[str]:
    """`(var enig) med Lis Bo i, | at det haster`."""
    return re.compile(r"[\s,]*med\s+[^,;.:]{2,40}?\s+i,?\s+(?=at\s|hv\w+\s)")


@cache
def _to_whom() -> re.Pattern[str]:
    """`(indstiller) til byrådet, | at sagen godkendes`."""
    return re.compile(r"[\s,]*(?:til|over\s*for)\s+(?:[\wæøå-]+\s+){0,4}?[\wæøå-]+,\s+(?=at\s)")


@cache
def _question() -> re.Pattern[str]:
    """`(spurgte) om hjertestarteren virker`: a clause with no comma in front; not `om prisen på taget`."""
    verbs = phrases("verb_forms", "auxiliaries", "infinitive")
    return re.compile(
        rf"\s*om\s+(?!hv)(?:(?:(?!der\b|som\b)[\wæøå-]+\s+|der\s+){{1,6}}?(?:er|var|har|havde|bliver|blev|{verbs})(?![\wæøå])"
        rf"|(?:[\wæøå-]+\s+){{0,3}}?[\wæøå-]+(?:en|et|ne)\s+[a-zæøå]{{3,}}er\s*(?:[.?]|$))",
        re.IGNORECASE,
    )


@cache
def _manner() -> re.Pattern[str]:
    closing = phrases("adverbs", "closing")
    return re.compile(
        rf"(?:\s+{closing}|\s*\(\s*(?:(?:jf\.?\s+)?bilag|ansv)\b[^()]*\)|,\s+(?:se|jf\.?|jfr\.?)\s[^,]{{3,40}})+[\s.,;:!]*$",
        re.IGNORECASE,
    )


@cache
def _reason() -> re.Pattern[str]:
    """`var skeptisk |, idet kilderne er usikre`: why somebody said it, and not what."""
    return re.compile(rf"[\s,]*{phrases('adverbs', 'reasons')}\s")


@cache
def _where() -> re.Pattern[str]:
    """`i chatten, | hvor meget der er refunderet`."""
    return re.compile(
        r"(?:i|på|via|pr\.|ved|under|til|over\s+for|overfor|som|efter|fra|med|for)\s[^,.;]{1,50},\s+(?=(?:om|hv\w+|at)\s)"
    )


@cache
def _second_verb() -> re.Pattern[str]:
    """`(er enig) | og vil have fokus på det`."""
    return re.compile(rf"\s*,?\s*(?:og|men)\s+{phrases('verb_forms', 'auxiliaries', 'infinitive')}\s", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """`(at uddeleren er positiv) |, men vil se en plan`; a pronoun begins a new clause: `, men det mente Bo ikke`."""
    past = phrases("verb_forms", "no_speech", "past")
    return re.compile(
        rf"\s*,\s*men\s+(?!{phrases('pronouns', 'clause')}\s|[a-zæøå]{{3,}}ede\b|{past}\b)", re.IGNORECASE
    )


@cache
def _happened() -> re.Pattern[str]:
    past = phrases("verb_forms", "no_speech", "past")
    return re.compile(rf"(?<![\wæøå])(?:[a-zæøå]{{3,}}ede|{past})(?![\wæøå])", re.IGNORECASE)


@cache
def _decided() -> re.Pattern[str]:
    participles = "|".join(sorted({p for _, _, p, _ in lexicon("decisions")["verbs"]}))
    pasts = "|".join(sorted({f"{past}e?s" for _, past, _, _ in lexicon("decisions")["verbs"]}))  # `der godkendtes`
    return re.compile(
        rf"\s+(?:herefter\s+|derefter\s+)?(?:blev\s+(?:[\wæøå]+\s+)?(?:{participles})|{pasts})(?![\wæøå])",
        re.IGNORECASE,
    )


@cache
def _complement(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"(?:{alternatives})(?![\wæøå])", re.IGNORECASE)


@cache
def _later(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){_complement(words).pattern}", re.IGNORECASE)


@cache
def _spliced() -> re.Pattern[str]:
    """A new clause behind a comma alone: `et overblik |, Ida laver et ark`; `en indsamling |, det blev vedtaget`."""
    past = phrases("verb_forms", "no_speech", "past")
    finite = rf"(?!{phrases('adverbs', 'prepositions')}\s|eller\s)(?:[a-zæøå]+(?:er|ede)|{past})"
    name = r"(?-i:[A-ZÆØÅ][\wæøåÆØÅ.]*(?:\s[A-ZÆØÅ][\wæøåÆØÅ.]*)?)"
    return re.compile(rf",\s+(?:(?!der\b){phrases('pronouns', 'clause')}|{name})\s+{finite}(?=[\s.;]|$)", re.IGNORECASE)


@cache
def _done_next() -> re.Pattern[str]:
    """`(orienterer om) budgettet | og sender det rundt`: what the speaker will do."""
    objects = phrases("actions", "done_next")
    verbs = "|".join(sorted({re.escape(v.split()[0]) for v in lexicon("actions")["verbs"]}))
    return re.compile(rf",?\s+og\s+(?:{verbs})\s+{objects}\s")


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
