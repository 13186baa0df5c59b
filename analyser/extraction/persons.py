"""Whom a sentence names, in order: those whom a pronoun in it or behind it may mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyser.extraction.actors import opens_unnamed, read_actors
from analyser.extraction.cast import Cast, link_in
from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.initials import INITIALS
from analyser.extraction.mentions import mentions_in
from analyser.extraction.offices import read_title
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.names import (
    gender_of,
    is_everyday_word,
    is_given_name,
    is_title_word,
    leaning_of,
    looks_like_name,
)
from analyser.language.words import Word
from analyser.minutes import Mention


@dataclass(frozen=True)
class Named:
    """Somebody named at `[start, end)`.

    `key` tells people apart; `name` is None for somebody without one (`en beboer`). `gender` is known, `leaning` only
    likely, by the name's last letter. `bearers` are the participants who may be meant;
    `titled` tells that it is by a title.
    """

    key: str
    participant: str | None
    name: str | None
    gender: str | None
    leaning: str | None
    bearers: tuple[str, ...]
    start: int
    end: int
    titled: bool = False

    @property
    def unnamed(self) -> bool:
        """Neither a name nor a participant is known."""
        return self.name is None and not self.bearers


@dataclass
class Told:
    """A sentence that was read: whom it names, in order."""

    sentence: Sentence
    named: list[Named]

    @property
    def place(self) -> int:
        """The index of the paragraph."""
        return self.sentence.place


def agrees_with(pronoun: str, named: Named) -> bool:
    """Tell whether a pronoun can mean somebody: `hun` is no Ole. Who has no known gender agrees with both."""
    gender = named.gender or named.leaning
    if gender is None:
        return True
    return pronoun.casefold() in words("pronouns", "men" if gender == "m" else "women")


def named_in(prose: str, sentence: Sentence, cast: Cast) -> list[Named]:
    """Give whom a sentence names, in order: by name, by title, or without a name."""
    found = [_of_mention(m, cast) for m in mentions_in(prose, sentence, cast)]
    taken = [(x.start, x.end) for x in found]
    for other in _others(prose, sentence, cast):
        if not any(other.start < end and other.end > start for start, end in taken):
            found.append(other)
    found.sort(key=lambda x: x.start)
    return [x for n, x in enumerate(found) if not (x.unnamed and _is_apposed(prose, x, found[n + 1 : n + 2]))]


def _is_apposed(prose: str, title: Named, following: Sequence[Named]) -> bool:
    """`Ordføreren for Venstre, Lis Bo,` are one."""
    between = prose[title.end : following[0].start] if following else ""
    return re.fullmatch(r"(?:\s(?:for|i|fra|af)\s[\w æøåÆØÅ-]+)?,\s(?:\w+\s)?", between) is not None


def _of_mention(mention: Mention, cast: Cast) -> Named:
    names = {p.id: p.name for p in cast.people}
    start, end = mention.span
    if mention.participant is not None:
        name = names[mention.participant]
        who = (mention.participant,)
        return Named(mention.participant, mention.participant, name, gender_of(name), leaning_of(name), who, start, end)
    bearers = tuple(c.participant for c in mention.candidates)
    if len(bearers) > 1 and mention.score > 0:
        genders = {gender_of(names[b]) for b in bearers}
        gender = genders.pop() if len(genders) == 1 else None
        titled = read_title(mention.text) is not None
        return Named(f"?{start}", None, None, gender, gender, bearers, start, end, titled)
    name = mention.text
    return Named(name, None, name, gender_of(name), leaning_of(name), (), start, end)


def _others(prose: str, sentence: Sentence, cast: Cast) -> Iterator[Named]:
    """People whom no mention has: `En beboer`, `viceværten`, `tømrer Lund`, `Tage fra nr. 7`."""
    tokens = sentence.words
    for last in (1, 2, 3) if opens_unnamed(prose, sentence.start) else ():
        if len(tokens) > last and tokens[0].text[0].isalpha():
            opening = read_actors(prose[sentence.start : tokens[last].end], sentence.start, cast)
            if opening and opening[0].actor.kind == "unknown" and opening[0].mention is None:
                yield _unnamed(sentence.start, tokens[last].end)
                break
    yield from _by_initials(sentence, cast)
    for n, word in enumerate(tokens):
        opens = word.start == sentence.start
        if len(word.text) > 4 and (opens or word.text[0].islower()) and read_title(word.text) is not None:
            if not (opens and _heads(tokens)):
                yield _unnamed(word.start, word.end)
        elif word.low in words("pronouns", "relations") and n and _whose(tokens[n - 1]):
            yield _unnamed(word.start, word.end)
        elif n + 1 < len(tokens) and word.text[0].islower() and is_title_word(word.text):
            family = tokens[n + 1].text
            if looks_like_name(family) and not family.isupper() and not family.endswith(("s", "'", "’")):  # whose it is
                yield Named(family, None, family, None, None, (), tokens[n + 1].start, tokens[n + 1].end)
    for word in tokens:
        name = word.text
        if is_given_name(name) and re.match(r"[A-ZÆØÅ][a-zæøå]{2,}$", name) and not is_everyday_word(name):
            yield Named(name, None, name, gender_of(name), leaning_of(name), (), word.start, word.end)


def _whose(word: Word) -> bool:
    """`Birgers | kone`, `hans | afløser`."""
    return (word.text[0].isupper() and word.low.endswith(("s", "'", "’"))) or word.low in words(
        "pronouns", "possessive"
    )


def _heads(tokens: Sequence[Word]) -> bool:
    """`Formanden orienterer: …` heads what was told, as `Orientering fra formanden` does."""
    return len(tokens) > 3 and tokens[2].text == ":" and looks_finite(tokens[1].low) and tokens[1].pos != "NOUN"


def _by_initials(sentence: Sentence, cast: Cast) -> Iterator[Named]:
    """Initials that no list gives, where they can be nothing but somebody's: `TV's opfattelse`, `TV | foreslog …`."""
    names = {p.id: p.name for p in cast.people}
    for n, word in enumerate(sentence.words):
        match = INITIALS.fullmatch(word.text) if n == 0 or word.text.endswith("s") else None
        if match is None:
            continue
        who = link_in(cast, match["initials"]).participant
        if who is not None:
            yield Named(who, who, names[who], gender_of(names[who]), None, (who,), word.start, word.end)


def _unnamed(start: int, end: int) -> Named:
    return Named(f"?{start}", None, None, None, None, (), start, end)
