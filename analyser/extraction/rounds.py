"""Rounds of the table, a line each: `Lis – travlt med regnskabet`, `Ib – ny kollega starter i maj`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.clause_openings import looks_finite, opens_clause
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.extraction.topics import quote
from analyser.language.names import is_title_word
from analyser.language.words import Word

_FEWEST = 3  # people who have a line each in a round

_LINE = re.compile(r"[\s•*-]*(?P<who>[A-ZÆØÅ][\wæøåÆØÅ.-]*(?:\s[A-ZÆØÅ][\wæøåÆØÅ.-]*){0,2})\s[–—-]\s(?=\S)")


def read_rounds(prose: str, sentences: Sequence[Sentence], cast: Cast) -> dict[int, Said]:
    """Read what each said in a round, by the index of the sentence that opens the line.

    At least three people must have a line each below one another, and half of the lines a verb of their own. Not `Lis –
    kaffe` three times over, nor `Lis – henter borde`, which tell who brings or does what; nor who has which post, where
    the verb stands in a clause (`Ib – vejlauget, hvor han er formand`).
    """
    found: dict[int, Said] = {}
    for run in _runs(prose, sentences, cast):
        people = {said.speakers[0].actor.participant for said in run.values()}
        texts = [_behind(said) for said in run.values()]
        acts = any(words[0].pos == "VERB" or is_title_word(words[0].text) for words in texts)
        if len(people) >= _FEWEST and not acts and 2 * sum(map(_has_verb, texts)) >= len(texts):
            found |= run
    return found


def _runs(prose: str, sentences: Sequence[Sentence], cast: Cast) -> Iterator[dict[int, Said]]:
    """Give the lines that follow one another with a name and a dash in front."""
    run: dict[int, Said] = {}
    opening = [n for n, s in enumerate(sentences) if n == 0 or sentences[n - 1].place != s.place]
    for before, n in pairwise([-1, *opening]):
        said = _read_line(prose, sentences[n], cast)
        if run and (said is None or sentences[before].item != sentences[n].item):
            yield run
            run = {}
        if said is not None:
            run[n] = said
    yield run


def _read_line(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    match = _LINE.match(prose, sentence.start, sentence.end)
    readings = read_actors(match["who"], match.start("who"), cast) if match else []
    if match is None or len(readings) != 1 or readings[0].actor.kind != "person" or not readings[0].actor.participant:
        return None
    topic = quote(prose, match.end(), sentence.end)
    told = topic is not None and len(topic.text.split()) > 1 and not topic.text[0].isdigit()
    return Said(tuple(readings), None, "report", topic, sentence, sentence.start) if told else None


def _behind(said: Said) -> list[Word]:
    return [t for t in said.sentence.words if said.topic is not None and t.start >= said.topic.span[0]]


def _has_verb(words: Sequence[Word]) -> bool:
    """Tell whether a line has a verb in front of any clause in it."""
    clause = next((n for n in range(1, len(words)) if opens_clause(words, n)), len(words))
    return any(
        t.text.islower() and (looks_finite(t.low) or (t.low.endswith("er") and t.pos == "VERB")) for t in words[:clause]
    )
