"""Mentions: every name, title and pronoun in the items that means, or may mean, a person of the meeting."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from analyser.extraction.answers import read_answer
from analyser.extraction.cast import (
    Cast,
    Reading,
    is_initials,
    link_in,
    mention_of,
    mismatched,
    pronouns,
    reference_mention,
)
from analyser.extraction.clause_openings import owns
from analyser.extraction.sentences import Places, Sentence
from analyser.extraction.title_mentions import titles_in
from analyser.language.lexicon import phrases, words
from analyser.language.names import (
    DOUBLE_INITIAL,
    INITIAL,
    NAME_WORD,
    is_everyday_word,
    is_full_name,
    is_given_name,
    looks_like_name,
    split_title,
)
from analyser.linking.names import sound
from analyser.minutes import Diagnostic, Mention, Participant

_LONGEST = 5
_WHOLE = 0.9  # what initials score that are those of all words of a name, or of the first and the last
_DOTTED = re.compile(rf"(?:{INITIAL}){{2,4}}")  # `L.T.`
_DOUBLED = re.compile(r"['’]s$")
_PART = re.compile(r"\S+")
_LAST_INITIAL = re.compile(rf"\b{INITIAL}$")


def find_mentions(prose: str, places: Places, cast: Cast, readings: Iterable[Reading]) -> list[Mention]:
    """Find the mentions of a document, in order, none overlapping; `readings` are those that extraction made.

    In headings, rosters and signatures only those count that are linked: what stands there is often no name.
    """
    found = {r.mention.span: r.mention for r in readings if r.mention is not None}
    taken = bytearray(len(prose))
    for start, end in found:
        taken[start:end] = b"\1" * (end - start)
    for sentence in places.all:
        for mention in mentions_in(prose, sentence, cast):
            start, end = mention.span
            if sentence.place < 0 and mention.participant is None:
                continue
            if not any(taken[start:end]):
                found[mention.span] = mention
                taken[start:end] = b"\1" * (end - start)
    kept = _apart([found[span] for span in sorted(found)])
    return sorted([*kept, *_pronouns(places.all, taken, cast)], key=lambda m: m.span)


def _pronouns(sentences: Sequence[Sentence], taken: bytearray, cast: Cast) -> Iterator[Mention]:
    """Give the mentions of `han`, `hende`, `hans` … of which it is known whom they mean, or may mean."""
    for sentence in sentences:
        for word in sentence.words:
            if word.low not in pronouns() or taken[word.start]:
                continue
            meant = cast.references.get(word.start)
            if meant is not None and (meant.participant or meant.candidates):
                yield reference_mention(word.text, word.start, meant)


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Keep of two that overlap the longer."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.span[0] < kept[-1].span[1]:
            if mention.span[1] - mention.span[0] > kept[-1].span[1] - kept[-1].span[0]:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def mentions_in(prose: str, sentence: Sentence, cast: Cast) -> tuple[Mention, ...]:
    """Find the names, initials and titles of one sentence, linked."""
    key = (sentence.start, prose[sentence.start : sentence.end])
    found = cast.mentions.get(key)
    if found is None:
        found = cast.mentions[key] = (*names_in(prose, sentence, cast), *titles_in(prose, sentence, cast))
    return found


def names_in(prose: str, sentence: Sentence, cast: Cast) -> tuple[Mention, ...]:
    """Find the names and initials of one sentence, linked."""
    key = (sentence.start, prose[sentence.start : sentence.end])
    found = cast.names.get(key)
    if found is None:
        runs = _name_run().finditer(prose, sentence.start, sentence.end)
        found = cast.names[key] = tuple(m for run in runs for m in _names(prose, run, sentence, cast))
    return found


def _names(prose: str, match: re.Match[str], sentence: Sentence, cast: Cast) -> Iterator[Mention]:
    """Read one run of capitalised words: the longest part of it that names somebody, then what is left behind it."""
    parts = list(_PART.finditer(match.group()))
    while len(parts) > 1 and _opens_no_name(parts[0].group()):  # `Fra Rikke`, `Som Grethe`, `Efter Lis Bos`
        del parts[0]
    by = next((n for n, part in enumerate(parts) if part.group() == "af"), None)
    if by is not None and not is_given_name(parts[0].group()):  # `Stillet af Thor`
        parts = parts[by + 1 :]
    if _another(prose, match.end()):
        return  # `Jens Holm jun.`
    parts = _before_sentence(parts, cast)
    for size in range(min(len(parts), _LONGEST), 0, -1):
        for first in range(len(parts) - size + 1):
            start = match.start() + parts[first].start()
            end = match.start() + parts[first + size - 1].end()
            text = prose[start:end]
            if not _LAST_INITIAL.search(text) and not DOUBLE_INITIAL.fullmatch(text):
                text = text.rstrip(".,:;'’")
            mention = _try(text, start, sentence, cast, alone=size == 1 and len(parts) > 1)
            if mention is not None:
                yield mention
                return


def _before_sentence(parts: list[re.Match[str]], cast: Cast) -> list[re.Match[str]]:
    """Cut a name with an initial from the sentence behind its stop: `… af Jan P. | Udsættes`, `Lis B. | Salen males`.

    `Jan P. Holm` stays whole: what follows is an answer, or `Jan P.` alone is somebody here and the rest is not.
    """
    for n in range(1, len(parts) - 1):
        if not re.fullmatch(INITIAL, parts[n].group()) or not is_given_name(parts[n - 1].group()):
            continue
        following = parts[n + 1].group().rstrip(".,:;")
        short, whole = (" ".join(part.group() for part in parts[: n + k]) for k in (1, 2))
        alone = link_in(cast, short).participant is not None and link_in(cast, whole).participant is None
        surname = is_given_name(following) or sound(following) in cast.sounds or _ends_as_name(following)
        if read_answer(following.casefold()) is not None or (alone and not surname):
            return parts[: n + 1]
    return parts


def _ends_as_name(word: str) -> bool:
    """Tell a family name by its end: `Holmgaard`, `Jensen`; not `Salen`, `Udsættes`."""
    return word.casefold().endswith(tuple(words("names", "family_ends")))


def _opens_no_name(word: str) -> bool:
    return not is_given_name(word) and (word in words("names", "never") or word.casefold() in _function_words())


@cache
def _function_words() -> frozenset[str]:
    return words("adverbs", "prepositions") | words("adverbs", "skipped") | words("adverbs", "subordinating")


def _try(text: str, start: int, sentence: Sentence, cast: Cast, alone: bool) -> Mention | None:
    title, name = split_title(text)
    place = start + text.rfind(name)
    bare = name
    if DOUBLE_INITIAL.fullmatch(text):
        link = link_in(cast, text)
        return mention_of(text, start, link) if link.participant else None
    if not looks_like_name(bare):
        inside = start > sentence.start or bare.casefold() not in words("titles", "whole") | cast.roles
        if " " not in bare and bare[0].isupper() and bare.casefold() in cast.name_words and inside:
            return mention_of(bare, place, link_in(cast, bare, title))  # a family name that ends as titles do: `Nymand`
        return mention_of(bare, place, link_in(cast, bare)) if is_initials(bare, cast) else None
    genitive = bare.endswith("s") and bare.split()[-1].casefold()[:-1] in cast.name_words  # what the model is asked for
    link = link_in(cast, bare, title, owner=genitive and _owns(place + len(bare), sentence))
    if " " not in bare:
        if _DOTTED.fullmatch(text) and not alone:
            return mention_of(text, start, link) if link.participant and link.score >= _WHOLE else None
        if alone or not _single_counts(bare, start, sentence, cast):
            return None
        return mention_of(bare, place, link) if link.participant or link.ambiguous else None
    if link.participant is not None or link.ambiguous or is_full_name(bare):
        return mention_of(bare, place, link)
    return None


def _owns(end: int, sentence: Sentence) -> bool:
    """Tell whether a noun follows a name: `Hannes | forslag`."""
    return owns(sentence.words, next((n for n, w in enumerate(sentence.words) if w.end == end), len(sentence.words)))


def _another(prose: str, position: int) -> bool:
    """Tell whether what follows a name makes it another's: `Jens Holm | jun.`"""
    return _suffix().match(prose, position, position + 12) is not None


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"\s{phrases('names', 'suffixes')}(?!\w)")


def _single_counts(name: str, start: int, sentence: Sentence, cast: Cast) -> bool:
    """Tell whether one word alone is a name: it is somebody's here, and no everyday word that opens the sentence."""
    bare = name.rstrip("'’s") if len(name) > 4 else name
    if name.endswith("s") and name[:-1].casefold() in cast.name_words:
        bare = name[:-1]  # `Ibs`, `Kajs`
    doubled = _DOUBLED.sub("", name)  # `Lars's`
    known = any(sound(form) in cast.sounds for form in (name, bare, doubled))
    if not known and not is_initials(name, cast):
        return False
    if name == "Hans" and owns(sentence.words, next((n for n, w in enumerate(sentence.words) if w.start == start), 0)):
        return False  # `Hans forslag`: whose it is
    opens = start <= sentence.start + 2
    return not (opens and is_everyday_word(name) and not is_given_name(name)) and name not in words("names", "never")


def name_diagnostics(mentions: Sequence[Mention], readings: Sequence[Reading], cast: Cast) -> list[Diagnostic]:
    """Say which names could not be linked, or fit several, and whom the text calls by another title than the roster."""
    by_id: dict[str, Participant] = {p.id: p for p in cast.people}
    found: list[Diagnostic] = []
    for mention in mentions:
        if mention.method == "fuzzy" and mention.participant is not None:
            message = f"“{mention.text}” was read as {by_id[mention.participant].name}"
            found.append(Diagnostic(code="suspect_spelling", severity="info", message=message, span=mention.span))
        if mention.participant is not None or mention.method == "coreference" or not mention.text[0].isupper():
            continue
        if len(mention.candidates) > 1 and mention.score > 0:
            who = ", ".join(by_id[c.participant].name for c in mention.candidates)
            found.append(
                Diagnostic(
                    code="ambiguous_name",
                    severity="warning",
                    message=f"“{mention.text}” may be any of: {who}",
                    span=mention.span,
                )
            )
        elif looks_like_name(mention.text) and " " in mention.text:
            message = f"“{mention.text}” is on no list of participants"
            found.append(Diagnostic(code="unlinked_name", severity="info", message=message, span=mention.span))
    seen: set[tuple[int, int]] = set()
    for reading in readings:
        person = mismatched(reading, cast)
        if person is not None and (reading.start, reading.end) not in seen:
            seen.add((reading.start, reading.end))
            found.append(
                Diagnostic(
                    code="role_mismatch",
                    severity="warning",
                    message=f"{person.name} is “{reading.title}” here and “{person.role}” on the list of participants",
                    span=(reading.start, reading.end),
                )
            )
    return found


@cache
def _name_run() -> re.Pattern[str]:
    word = rf"(?:{INITIAL}-{INITIAL}|(?:{INITIAL})+|[A-ZÆØÅ][a-zæøå]{{0,2}}\.(?=\s[A-ZÆØÅ])|{NAME_WORD})"
    particles = "|".join(sorted(words("names", "particles")))
    # names that stand farther apart are two, as under the minutes: `N. Brink    P. Skov`
    gap = r"(?:[^\S\n\t]{1,2}|[^\S\n\t]?\n[^\S\n\t]*)"
    return re.compile(rf"(?<![\w-]){word}(?:{gap}(?:(?:{particles}){gap})?{word}){{0,7}}(?!\w)")
