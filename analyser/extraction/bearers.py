"""Who bears which title, as the text says it: `Arkitekt Lis Bo`, `Formanden, Ib Holm,`, `Ole Bech (kasserer)`.

Rosters leave titles out, and sentences give them: `Revisor Lis Bo gennemgik … Revisoren svarede`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analyser.extraction.cast import Bearer, Cast
from analyser.extraction.mentions import names_in
from analyser.extraction.sentences import Sentence
from analyser.language.definite import definite_title, indefinite
from analyser.language.lexicon import either, lexicon, phrases, words
from analyser.language.names import is_given_name, is_title_word, looks_like_name
from analyser.minutes import Item, Mention
from analyser.structure import elected_in, elected_under

_REACH = 60  # code points of titles in front of a name


def find_bearers(
    prose: str, sentences: Sequence[Sentence], margins: Sequence[Sentence], items: Sequence[Item], cast: Cast
) -> tuple[Bearer, ...]:
    """Find the bearers of titles, in order; `margins` are the headings and the lines outside the items."""
    titles = {item.id: item.title or "" for item in items}
    found: list[Bearer] = []
    opened: set[str | None] = set()
    ends = {s.item: s.end for s in sentences}
    for sentence in (*margins, *sentences):
        named = names_in(prose, sentence, cast)
        found += _in_brackets(prose, sentence, named, cast)
        mentions = [m for m in named if looks_like_name(m.text)]
        for mention in mentions:
            found += _in_front(prose, sentence, mention, mentions, cast)
            found += _by_what_they_did(prose, sentence, mention, mentions, cast)
            found += _behind(prose, sentence, mention, cast)
        found += _elected(prose, sentence, mentions, cast)
        if sentence.place >= 0 and sentence.item not in opened:
            title = titles.get(sentence.item or "", "")
            behind = prose[sentence.end : ends.get(sentence.item, sentence.end)]
            chosen = list(_elected_under(prose, sentence, title, behind, mentions, cast))
            found += chosen
            opened |= {sentence.item} if chosen else set()
    found += _on_agenda(prose, margins, items, cast)
    return tuple(sorted(dict.fromkeys(found), key=lambda b: b.start))


def _heads_list(prose: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether a label stands in front of several people: another name follows, with no label of its own."""
    following = min((m.span[0] for m in mentions if m.span[0] >= mention.span[1]), default=None)
    return following is not None and ":" not in prose[mention.span[1] : following]


def _bearer(mention: Mention, title: str, start: int, end: int, cast: Cast, sentence: Sentence, since: int) -> Bearer:
    name = next((p.name for p in cast.people if p.id == mention.participant), mention.text)
    return Bearer(title.casefold(), mention.participant, name, start, end, sentence.item, since)


def _in_front(
    prose: str, sentence: Sentence, mention: Mention, mentions: Sequence[Mention], cast: Cast
) -> Iterator[Bearer]:
    """`Revisor Lis Bo`, `1. næstformand Lis Bo`, `Formanden, Gdr. Ib Holm`, `Formand: Ole Bech`."""
    position = mention.span[0]
    first = max(sentence.start, position - _REACH)
    while True:
        match = _title_before().search(prose[first:position])
        if match is None:
            return
        title, mark = match["title"], match["mark"]
        begins = first + match.start()
        base = definite_title(title)
        label = begins <= sentence.start + 2 and title[0].isupper() and _ends().match(prose, mention.span[1])
        if mark.strip() == ":" and (not label or _heads_list(prose, mention, mentions)):
            return  # `TAP: Lis mindede om fristen`, `TAP: Lis Bo (laborant), Ib Holm`
        owned = re.search(
            r"(?<![\wæøå])(?P<owner>[\wæøå]+)s['’]?\s$", prose[first:begins]
        )  # `Udvalgets formand, Lis Bo,`
        article = _article().search(prose[first:begins])  # `Den afgående kasserer, Lis Bo,`
        owned = owned if article is None else None
        if base is None and ((mark.strip() == "," and not (owned or article)) or not _is_title(title)):
            return
        direct = position == mention.span[0]  # `Formanden, Gdr. Ib Holm, Næstformanden, Gdr. Jens Kvist`
        if mark.strip() and direct and _goes_on(prose, mention.span[1], mentions):
            return  # a list: `hovedkassereren, Lis Bo og Ib Holm`; `VIP: Lis Bo (lektor), Ib Holm (professor)`
        joined = re.compile(r"\s+(?:og|samt)\s+(?P<next>[A-ZÆØÅ]\w*)").match(prose, mention.span[1])
        if mark.strip() == "," and not direct and joined and definite_title(joined["next"]) is None:
            return  # a list as well: `Formanden, Fru Holm og Ravn`
        if _at_another_time().search(prose[first:begins]):
            return
        front = f"{match['order']} " if match["order"] else ""
        if owned and base is None:  # the udvalgsformand, not the formand of those who meet
            front = f"{(*indefinite(owned['owner']), owned['owner'])[0]}s"
        yield _bearer(mention, front + (base or title), begins, position, cast, sentence, 0)
        position = begins


def _in_brackets(prose: str, sentence: Sentence, named: Sequence[Mention], cast: Cast) -> Iterator[Bearer]:
    """`Kassereren (JAF) gennemgik regnskabet`; not `Der mangler svar fra formanden (KH).`, where KH has signed."""
    for mention in named:
        begins, ends = mention.span
        title = re.search(
            r"(?<![\w-])(?P<title>[\wæøåÆØÅ-]+)\s\($", prose[max(sentence.start, begins - _REACH) : begins]
        )
        base = definite_title(title["title"]) if title and re.match(r"\)\s[a-zæøå]", prose[ends : ends + 3]) else None
        if title is not None and base is not None and mention.participant is not None:
            first = max(sentence.start, begins - _REACH) + title.start()
            yield _bearer(mention, base, first, begins, cast, sentence, 0)


def _goes_on(prose: str, position: int, mentions: Sequence[Mention]) -> bool:
    """Tell whether another person follows, so that these are a list: `hovedkassereren, Lis Bo og Ib Holm`."""
    aside = re.compile(r"\s*\([^()\n]{0,60}\)").match(prose, position)
    position = aside.end() if aside else position
    if re.match(r"\s+(?:og|samt)\s", prose[position : position + _REACH]):
        return True
    return any(
        re.fullmatch(r",\s+(?:[\wæøå-]+\s+)?", prose[position : m.span[0]])
        for m in mentions
        if position < m.span[0] < position + _REACH
    )


def _behind(prose: str, sentence: Sentence, mention: Mention, cast: Cast) -> Iterator[Bearer]:
    """`Lis Bo, revisor,`, `Ole Bech (kasserer)`."""
    position = mention.span[1]
    while True:
        match = _title_behind().match(prose, position, sentence.end)
        if match is None or not _is_title(match["title"]):
            return
        order = f"{match['order']} " if match["order"] else ""
        yield _bearer(mention, order + match["title"], match.start("title"), match.end("title"), cast, sentence, 0)
        position = match.end("title")


def _by_what_they_did(
    prose: str, sentence: Sentence, mention: Mention, mentions: Sequence[Mention], cast: Cast
) -> Iterator[Bearer]:
    """`Forslag fra Lis Bo om hunde`, `Stillet af Ib`, `Lis Bo motiverede forslaget`: the forslagsstiller;
    `Fra administrator deltog Lis Bo`: the administrator."""
    start, end = mention.span
    came = _came().search(prose[max(sentence.start, start - _REACH) : start])
    if came and is_title_word(came["title"]) and not _goes_on(prose, end, mentions):
        yield _bearer(mention, came["title"], start, start, cast, sentence, 0)
    before = _proposed_by().search(prose[max(sentence.start, start - _REACH) : start])
    if before or _proposes().match(prose, end, sentence.end):
        title = str(lexicon("titles")["proposer"])
        yield _bearer(mention, title, start, start, cast, sentence, sentence.start)


def _on_agenda(prose: str, margins: Sequence[Sentence], items: Sequence[Item], cast: Cast) -> Iterator[Bearer]:
    """`B. Forbud mod katte (Lis Bo)` on the agenda: she put what is item B."""
    for line in margins:
        text = prose[line.start : line.end].rstrip()
        named = [m for m in names_in(prose, line, cast) if prose[m.span[0] - 1] == "(" and text.endswith(")")]
        if len(named) != 1 or named[0].span[1] != line.start + len(text) - 1:
            continue
        front = prose[line.start : named[0].span[0] - 1].strip()
        for item in items:
            if item.title and item.heading and len(item.title) > 4 and front.endswith(item.title):
                title = str(lexicon("titles")["proposer"])
                place = item.heading[0]
                found = _bearer(named[0], title, place, place, cast, line, place)
                yield replace(found, item=item.id)


def _elected(prose: str, sentence: Sentence, mentions: Sequence[Mention], cast: Cast) -> Iterator[Bearer]:
    """`Lis Bo blev valgt til kasserer`, `Som talsmand valgtes Ib Holm`, `Ole Bech genvalgtes som formand`."""
    text = prose[sentence.start : sentence.end]
    for match in _office().finditer(text):
        if not _is_title(match["title"]) or _chooses().search(text) is None:
            continue
        place = sentence.start + match.start()
        before = [m for m in mentions if m.span[1] <= place]
        behind = [m for m in mentions if m.span[0] >= place]
        who = behind[0] if not before and behind else before[-1] if before else None
        if who is not None and not _listed(prose, who, mentions):
            again = re.search(r"\bgenv", text) is not None
            since = 0 if again else sentence.start
            spot = sentence.start + match.start("title")
            yield _bearer(who, match["title"], spot, spot + len(match["title"]), cast, sentence, since)
    label = _elected_as_label().match(text)
    if label is not None and _is_title(label["title"]) and _chooses().search(text) and " genv" not in text:
        named = next((m for m in mentions if m.span[0] == sentence.start + label.end()), None)
        if named is not None:  # `Kasserer: Bo Riis blev valgt i stedet for Per Dam`
            yield _bearer(named, label["title"], *named.span, cast, sentence, sentence.start)
    chosen = _chosen_as_label().search(text)
    if chosen is not None and _is_title(chosen["title"]):  # `Valg af dirigent: Ove Kjær`
        place = sentence.start + chosen.end()
        named = next((m for m in mentions if m.span[0] == place and not _listed(prose, m, mentions)), None)
        if named is not None:
            yield _bearer(named, chosen["title"], *named.span, cast, sentence, sentence.start)
    for mention in mentions:  # `…, og Lis er dermed formand`, `Ole Bech blev ny kasserer`
        became = _became().match(prose, mention.span[1], sentence.end)
        if became is not None and _is_title(became["title"]) and not _listed(prose, mention, mentions):
            yield _bearer(mention, became["title"], *became.span("title"), cast, sentence, sentence.start)
    for entry in elected_in(text, sentence.start):
        named = next((m for m in mentions if entry.start <= m.span[0] < entry.end), None)
        if named is not None and entry.note and is_title_word(entry.note):
            yield _bearer(named, entry.note, named.span[0], named.span[0], cast, sentence, sentence.start)


def _listed(prose: str, who: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether two are named together: `Lis Bo og Ib Holm blev valgt som revisorer`."""
    return any(
        m is not who
        and re.fullmatch(r"\s*(?:,|og|samt)\s*", prose[min(m.span[1], who.span[1]) : max(m.span[0], who.span[0])])
        for m in mentions
    )


def _elected_under(
    prose: str, sentence: Sentence, heading: str, behind: str, mentions: Sequence[Mention], cast: Cast
) -> Iterator[Bearer]:
    """`Valg af talsmand`, and below: `Lis blev valgt med 3 stemmer, Ib fik 2.`"""
    match = _valg().search(heading)
    if match is None or not is_title_word(match["title"]):
        return
    text = prose[sentence.start : sentence.end]
    other = _office().search(text)
    if other and _is_title(other["title"]) and other["title"].casefold() != match["title"].casefold():
        return  # `Valg af dirigent og referent`, and below: `Lis Bo blev valgt som referent`
    chosen = max((m.end() for m in _elects().finditer(text)), default=0)
    named = [m for m in mentions if m.span[0] < sentence.start + chosen]
    under = list(elected_under(heading, text, sentence.start, behind))
    if under:
        named = [m for m in mentions if under[0].start <= m.span[0] < under[0].end]
    if len(named) == 1 or (named and _proposals().search(text)):
        yield _bearer(named[-1], match["title"], sentence.start, sentence.start, cast, sentence, sentence.start)


def _is_title(word: str) -> bool:
    return (
        is_title_word(word)
        and not is_given_name(word.capitalize())
        and word.casefold() not in words("titles", "addresses")
    )


@cache
def _title_before() -> re.Pattern[str]:
    title = r"(?<![\w.-])(?:(?P<order>\d\.)\s)?(?P<title>(?:\w+[-.])*[a-zæøåA-ZÆØÅ][\wæøå]+\.?)"
    return re.compile(rf"{title}(?P<mark>\s|,\s|:\s)$")


@cache
def _at_another_time() -> re.Pattern[str]:
    """`Tidligere | formand Lis Bo takkede. Formanden svarede`: another; not who was just elected or is about to go."""
    gone = words("titles", "former") - words("titles", "fresh") - words("titles", "outgoing")
    return re.compile(rf"(?<!\w){either(gone)}\s$", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;.(\n–-]|$|(?:blev\s+|er\s+)?{phrases('titles', 'elects')})")


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrases('pronouns', 'articles')}\s(?:[a-zæøå]+\s)?$", re.IGNORECASE)


@cache
def _title_behind() -> re.Pattern[str]:
    title = r"(?:(?P<order>\d\.)\s)?(?P<title>[a-zæøå][\w-]+\.?)"
    return re.compile(rf"(?:\s\([^()]{{0,20}}\))?(?:,\s+|\s\()(?:vores\s)?{title}(?=[,;).\n]|\s+og\s|\s*$)")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(r"\b(?:til|som)\s+(?:ny\s+)?(?P<title>[a-zæøå][\w-]+)(?=[\s.,:;]|$)", re.IGNORECASE)


@cache
def _elected_as_label() -> re.Pattern[str]:
    return re.compile(r"(?:Ny\s)?(?P<title>[A-ZÆØÅa-zæøå][\wæøå-]+):\s+")


@cache
def _chosen_as_label() -> re.Pattern[str]:
    return re.compile(rf"{_valg().pattern}(?:\s*:\s*|\s+[–-]\s+)(?=\w)", re.IGNORECASE)


@cache
def _became() -> re.Pattern[str]:
    becomes = phrases("decisions", "appointments", "becomes")
    return re.compile(rf"\s+{becomes}\s+(?:ny\s+)?(?P<title>[a-zæøå][\w-]+)(?=[\s.,;]|$)")


@cache
def _chooses() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases('titles', 'elects')}|{phrases('titles', 'put_up')})(?!\w)", re.IGNORECASE)


@cache
def _elects() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrases('titles', 'elects')}(?!\w)", re.IGNORECASE)


@cache
def _proposals() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrases('titles', 'put_up')}(?!\w)", re.IGNORECASE)


@cache
def _valg() -> re.Pattern[str]:
    return re.compile(r"\bvalg\s+af\s+(?:ny\s+)?(?P<title>[a-zæøå-]+)\b", re.IGNORECASE)


@cache
def _came() -> re.Pattern[str]:
    return re.compile(rf"\bfra\s+(?P<title>[a-zæøå]+)\s+{phrases('titles', 'came')}\s+$", re.IGNORECASE)


@cache
def _proposed_by() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrases('titles', 'proposed_by')}\s+$", re.IGNORECASE)


@cache
def _proposes() -> re.Pattern[str]:
    return re.compile(rf"\s+{phrases('titles', 'proposes')}(?!\w)", re.IGNORECASE)
