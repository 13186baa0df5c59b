"""Appointments that no verb tells: `Valgudvalg: Erna og Lilly`, `Kasserer bliver Ib Ravn`."""

import re

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.decided import Decided
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words


def read_appointment(prose: str, sentence: Sentence, cast: Cast) -> Decided | None:
    """`Valgudvalg: Erna og Lilly`, `Kasserer: Ib Ravn` below a heading of elections."""
    text = prose[sentence.start : sentence.end]
    becomes = r"\s+(?:bliver|blev|er\s+fremover|er\s+herefter)\s+(?=[A-ZÆØÅ])(?!\S+(?:en|et)\b)"
    match = re.match(rf"^[\s\-–—•*]*(?:[Nn]y\s+|[Ss]om\s+)?([^:.,;]{{3,40}}?)(?::\s*|{becomes})(.+?)\.?$", text)
    if match is None or not match[1].casefold().strip().endswith(tuple(words("decisions", "appointments", "ends"))):
        return None
    who = re.sub(r"\b\d\.\s*(?=[A-ZÆØÅ])", "", match[2])  # `1. Ole Brix, 2. Ib Holm`
    readings = read_actors(who, sentence.start + match.start(2), cast, speaker=False)
    named = readings and all(r.actor.kind in ("person", "unknown") for r in readings)
    return Decided("appointed", None, None, sentence) if named else None
