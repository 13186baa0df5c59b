"""What a statement is about: the words behind its verb, without what opens them and without asides."""

import re
from functools import cache

from analyser.extraction.topic_ends import end_of_topic, without_manner
from analyser.language.lexicon import each, phrases, words
from analyser.language.verbs import SpeechVerb
from analyser.minutes import Quote

_REACH = 90  # code points within which the complement's preposition must stand
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
    asked = _asked_whom().match(prose, begin, end) if verb is not None and verb.act == "ask" and not asks else None
    if asked and (not asked["om"] or _question().match(prose, asked.end("whom"), end)):
        begin = asked.end("whom")
        asks = _question().match(prose, begin, end)
    if verb is not None and verb.complement and not asks:
        begin = _behind_complement(prose, begin, end, verb)
    told = _addressee().match(prose, begin, end) or _named_addressee().match(prose, begin, end)
    begin = _skip_comma(prose, told.end() if told else begin, end)
    aside = _where().match(prose, begin, end)
    begin = aside.end() if aside else begin
    stop = end_of_topic(prose, begin, end)
    if verb is not None and verb.until:
        ended = _complement(verb.until).search(prose, begin + 1, stop)
        clause = ended and re.compile(r",\s+at\b").match(prose, ended.end(), stop)
        stop = ended.start() if ended and not clause else stop
    return quote(prose, begin, without_manner(prose, begin, stop))


def is_question(prose: str, start: int, end: int) -> bool:
    """Tell `om hjertestarteren virker` from `om prisen på taget`."""
    return _question().match(prose, start, end) is not None


def quote(prose: str, start: int, end: int) -> Quote | None:
    """Give `prose[start:end]` without marks and blanks at its ends; None where nothing is left."""
    while start < end and (prose[start] in " \t\n.,;:!?–—" or prose.startswith("- ", start)):
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
    if verb.direct:
        return start  # `refererede | klagen fra Ib Holm`, `roste | Ib for festen`
    several = _several_thanked().match(prose, start, min(start + _REACH, end)) if verb.act == "thank" else None
    if several:
        return several.end()
    clause = re.compile(r"[,;:]|\bat\b|\bsom\b|\bder\b").search(prose, start, end)
    limit = min(start + _REACH, clause.start() if clause else end)
    # `orienterede ud fra notatet om huslejen`: `om` opens the topic rather than the `fra` in front of it
    strong = tuple(w for w in verb.complement if w not in ("fra", "til", "på", "af"))
    for opens in (_later(strong), _later(verb.complement)) if strong else (_later(verb.complement),):
        later = opens.search(prose, start, min(end, limit + 12))
        if later and later.start() < limit:
            return _skip(prose, later.end(), end)
    return start


@cache
def _adverbs() -> re.Pattern[str]:
    behalf = r"på\s+(?:[\wæøå.-]+\s+){1,4}?vegne"
    plain = each(words("adverbs", "skipped") - words("adverbs", "describing"))
    around = phrases("adverbs", "prepositions"), phrases("pronouns", "determiners"), phrases("adverbs", "skipped")
    # `imod | yderligere besparelser`, but `uddybede yderligere | planen`
    noun = rf"\s+(?!(?:{'|'.join(around)}|hv\w+|alle|sin|sit|sig)(?![\wæøå]))[a-zæøå-]+(?<!en)(?<!et)(?<!ne)(?![\wæøå])"
    hedging = rf"{phrases('adverbs', 'hedging')}(?=\s+{phrases('pronouns', 'clause')}\s)"
    describing = rf"{phrases('adverbs', 'describing')}(?!{noun})"
    return re.compile(
        rf"(?:[\s,]*(?:{behalf}|{_means()}|{hedging}|{describing}|(?:{'|'.join(plain)}))(?![\wæøå]))*\s*", re.IGNORECASE
    )


def _means() -> str:
    """`(svarede) pr. mail |, at …`, `(skrev) på en mail | at …`; not `svarede på mailen fra Bo`, which is about it."""
    by, within, articles, things, alone = (
        phrases("adverbs", "means", key) for key in ("by", "in", "articles", "things", "alone")
    )
    thing = rf"(?:{articles}\s+)?{things}(?![\wæøå])"
    clause = rf"(?=,?\s+(?:at|{phrases('adverbs', 'asking')}|hvem|hvad)\s)"
    return rf"(?:{by}\s+{thing}|{within}\s+{thing}{clause}|{alone})"


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
def _asked_whom() -> re.Pattern[str]:
    """`(spurgte) formanden |, om der er råd`, `(spurgte) Ib Holm | hvornår taget lægges`."""
    name = r"(?:[a-zæøå]+en\s+)?[A-ZÆØÅ][\wæøåÆØÅ.-]*(?:\s+[A-ZÆØÅ][\wæøåÆØÅ.-]*){0,2}"
    title = r"(?:[a-zæøå-]+\s+)?[a-zæøå-]+(?:en|et|erne)"
    asking = phrases("adverbs", "asking")
    return re.compile(rf"\s*(?P<whom>(?:{name}|{title}))(?=,?\s+(?:(?P<om>om)|{asking}|hvem|hvad|hvor)\s)")


@cache
def _with_whom() -> re.Pattern[str]:
    """`(var enig) med Lis Bo i, | at det haster`."""
    return re.compile(r"[\s,]*med\s+[^,;.:]{2,40}?\s+i,?\s+(?=at\s|hv\w+\s)")


@cache
def _to_whom() -> re.Pattern[str]:
    """`(indstiller) til byrådet, | at sagen godkendes`."""
    return re.compile(r"[\s,]*(?:til|over\s*for)\s+(?:[\wæøå-]+\s+){0,4}?[\wæøå-]+,?\s+(?=at\s)")


@cache
def _several_thanked() -> re.Pattern[str]:
    """`(takkede) Lis, Ib og Bo for | hjælpen`, `Lis, der stopper, for | indsatsen`."""
    return re.compile(r"\s*[^,.;:]{2,40},\s(?:(?:der|som)\s[^,;:]{2,40},|[^.;:]{2,40}?\sog\s[\wæøå]+)\s+for\s+")


@cache
def _question() -> re.Pattern[str]:
    """`(spurgte) om hjertestarteren virker`: a clause with no comma in front; not `om prisen på taget`."""
    verbs = phrases("verb_forms", "auxiliaries", "infinitive")
    return re.compile(
        rf"[\s,]*om\s+(?!hv)(?:(?:(?!der\b|som\b)[\wæøå-]+\.?\s+|der\s+){{1,6}}?(?:er|var|har|havde|bliver|blev|{verbs})(?![\wæøå])"
        rf"|(?:vi|man|han|hun|jeg|nogen|det\s+(?:{phrases('adverbs', 'skipped')}\s+)?[a-zæøå]{{3,}}er)\s"
        rf"|(?:[\wæøå-]+\s+){{0,3}}?[\wæøå-]+(?:en|et|ne)\s+[a-zæøå]{{3,}}er\s*(?:[.?]|$))",
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
        rf"|{phrases('adverbs', 'means', 'at')}\s(?:et\s)?{phrases('adverbs', 'means', 'asked')}"
        r"(?:\s(?:fra|af)(?:\s[\w.-]+){1,3})?,?\s+(?=at\s)",
        re.IGNORECASE,
    )


@cache
def _second_verb() -> re.Pattern[str]:
    """`(er enig) | og vil have fokus på det`."""
    return re.compile(rf"\s*,?\s*(?:og|men)\s+{phrases('verb_forms', 'auxiliaries', 'infinitive')}\s", re.IGNORECASE)


@cache
def _complement(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("å", "(?:å|aa)") for w in words)
    return re.compile(rf"(?:{alternatives})(?![\wæøå])", re.IGNORECASE)


@cache
def _later(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){_complement(words).pattern}", re.IGNORECASE)
