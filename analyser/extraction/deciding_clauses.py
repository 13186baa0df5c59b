"""What else a sentence decides, in the clauses behind its first decision."""

from dataclasses import replace

from analyser.extraction.answers import bare_text
from analyser.extraction.cast import Cast
from analyser.extraction.clauses import main_clauses, without_joint
from analyser.extraction.decided import Decided
from analyser.extraction.deciding import is_hypothetical
from analyser.extraction.deciding_verbs import read_verb, verb_forms
from analyser.extraction.organisations import is_own_body
from analyser.extraction.sentences import Sentence
from analyser.extraction.vote_counts import votes_between
from analyser.language.lexicon import words
from analyser.minutes import DecisionKind


def read_further(
    prose: str, sentence: Sentence, cast: Cast, spoken: frozenset[int]
) -> tuple[DecisionKind | None, list[Decided]]:
    """Read what else is decided in a sentence: `Referatet godkendtes, og | kassereren blev bemyndiget til at …`.

    Gives what kind the first clause decides by itself as well.
    """
    clauses = main_clauses(sentence)
    if not clauses or sentence.paragraph.part in ("proposal", "background"):
        return None, []
    first = without_joint(tuple(w for w in sentence.words if w.end <= clauses[0].start))
    head = replace(sentence, end=first[-1].end if first else sentence.end, words=first)
    decides = read_verb(prose, head, cast)[0]
    if decides is None:
        return None, []
    found: list[Decided] = []
    ends = [*(c.start for c in clauses[1:]), sentence.end]
    for clause, end in zip(clauses, ends, strict=True):
        bare = bare_text(prose[clause.start : clause.end])
        opens = clause.words[0].low
        if any(clause.start <= at < clause.end for at in spoken) or is_hypothetical(bare):
            continue
        if opens in verb_forms() or opens in words("pronouns", "clause"):
            continue
        kind, by = read_verb(prose, clause, cast)
        if kind is not None and (by is None or is_own_body(by, cast)):
            votes = votes_between(prose, clause.start, end, cast)
            found.append(Decided(kind, by, votes, clause, last=sentence))
    return decides, found
