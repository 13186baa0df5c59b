"""Remarks signed behind: `Der mangler lys på stien (AF).`, `Stien er mørk – KH`, `Bussen er sen – Karen Holt`."""

import re

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast
from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.extraction.tasks import due_in, is_past_passive
from analyser.extraction.topics import quote
from analyser.language.definite import definite_title
from analyser.language.lexicon import words
from analyser.language.names import is_party, is_title_word
from analyser.language.words import Word
from analyser.linking.roles import same_role

_SIGNED = re.compile(
    r"\s(?:\((?P<inside>[A-ZÆØÅ]{2,5})\)"
    r"|(?:[–—-]|/)\s?(?P<behind>[A-ZÆØÅ]{2,5}|(?<!/)(?<!/\s)[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ][\w-]+)+))\s*\.?$"
)


def read_signed(prose: str, sentence: Sentence, cast: Cast) -> Said | None:
    """Read a remark whose speaker stands behind it: initials of the roster, or a name in full behind a dash.

    A full name in brackets tells more often of whom the last noun speaks: `Nøglen ligger hos naboen (Karen Holt)`.

    A name behind an office says who holds it (`Vi har fået ny kasserer (Karen Holt)`), and one behind what is planned
    who is to do it (`Lamper købes (KH)`); neither speaks.
    """
    match = _SIGNED.search(prose, sentence.start, sentence.end)
    if match is None or sentence.paragraph.part in ("action", "decision", "proposal"):
        return None
    group = "inside" if match["inside"] else "behind"
    who = match[group]
    if is_party(who) or not (" " in who or any(p.initials == who for p in cast.people)):
        return None
    readings = read_actors(who, match.start(group), cast)
    if len(readings) != 1 or readings[0].actor.participant is None or readings[0].actor.kind != "person":
        return None
    tokens = [t for t in sentence.words if t.end <= match.start() and not t.is_mark]
    if len(tokens) < 3 or not _remarks(tokens) or due_in(prose, sentence.start, match.start(), None) is not None:
        return None
    role = readings[0].actor.role or ""
    if any((title := definite_title(t.text)) is not None and same_role(title, role) for t in tokens):
        return None  # `Kassereren er syg (Karen Holt)`
    topic = quote(prose, sentence.start, match.start())
    return Said(tuple(readings), None, "remark", topic, sentence, sentence.start, tense="none")


def _remarks(tokens: list[Word]) -> bool:
    """Tell what says how things are from what is planned, decided, or names the holder of an office."""
    last = tokens[-1].text
    if is_title_word(last) or definite_title(last) is not None:
        return False
    low = [t.low for t in tokens]
    planned = any(w in words("actions", "frames", "must") for w in low) or any(
        w.endswith("es") and len(w) > 4 and t.pos == "VERB" and not is_past_passive(t)
        for w, t in zip(low, tokens, strict=True)
    )
    told = any(w in words("verb_forms", "auxiliaries", "become") for w in low)  # `Regnskabet blev gennemgået`
    states = words("actions", "states", "verbs")
    return (
        not planned and not told and any(t.text.islower() and (looks_finite(t.low) or t.low in states) for t in tokens)
    )
