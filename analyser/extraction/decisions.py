"""Decisions: what was adopted, rejected, noted, postponed, agreed, appointed, recommended, referred.

A sentence decides by a fixed phrase (`taget til efterretning`), by a verb of deciding in the passive (`blev godkendt`,
`godkendtes`, `Dagsordenen godkendt`), by a body and such a verb (`Bestyrelsen vedtog`), or because it stands under
`Beslutning`. What another body decided elsewhere is `reported`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analyser.extraction.appointments import read_elected
from analyser.extraction.ballots import votes_won
from analyser.extraction.cast import Cast
from analyser.extraction.decided import Decided
from analyser.extraction.deciding import decide, decide_before_saying, decide_in_clause, outcome_of, read_approval
from analyser.extraction.deciding_clauses import read_further
from analyser.extraction.decision_lists import spread
from analyser.extraction.sentences import Sentence
from analyser.extraction.vote_counts import (
    count_of,
    counts_anew,
    is_casting_vote,
    opens_with_count,
    supplements_votes,
)
from analyser.extraction.votes import merged
from analyser.language.lexicon import words

_CASTING = 6  # words and marks of a sentence that only says what broke a tie


def find_decisions(
    prose: str,
    sentences: Sequence[Sentence],
    cast: Cast,
    said: Mapping[int, int],
    spoken: frozenset[int],
    tasks: frozenset[int],
    titles: Mapping[str, str],
) -> list[Decided]:
    """Find the decisions of a document, in order.

    `said` gives for the sentences (by their offset) in which somebody says something where that begins, `spoken` are
    the offsets of all verbs of saying, `tasks` those of the sentences that give somebody a task: under `Beslutning` a
    task is an action, not a decision as well. `titles` are the items' titles by id. A count of votes beside a decision
    belongs to it.
    """
    found: list[Decided] = []
    held: Decided | None = None  # votes against that stand in front of those for: `Imod stemte 2. For stemte 5.`
    listed = False  # what stands in a list below `Borgmesteren orienterede om følgende:` was not decided
    for n, sentence in enumerate(sentences):
        listed = sentence.paragraph.bullet and (listed or _opens_list(prose, sentences[n - 1], said))
        if listed:
            continue
        before = found[-1] if found and (found[-1].last or found[-1].sentence) is sentences[n - 1] else None
        title = titles.get(sentence.item or "", "")
        decided = (
            read_approval(prose, sentence, title)
            or read_elected(prose, sentence, title, cast)
            or decide(prose, sentence, cast, sentence.start in said, sentence.start in tasks)
        )
        if decided is None and said.get(sentence.start, 0) > sentence.start:
            decided = decide_before_saying(prose, sentence, cast, said[sentence.start])
        decided = decided or decide_in_clause(prose, sentence, cast, spoken)
        short = decided is not None and len(sentence.words) <= _CASTING
        if short and is_casting_vote(prose[sentence.start : sentence.end]):
            decided = None  # `Formandens stemme var afgørende.`
        counts = count_of(prose, sentence, cast) if decided is None else decided.votes if decided.counted else None
        anew = before is not None and counts_anew(before, counts, sentence)
        supplements = (
            counts is not None and before is not None and (decided is None or supplements_votes(before.votes, counts))
        )
        if supplements and before is not None and before.sentence.item == sentence.item and not anew:
            found[-1] = replace(before, votes=merged(before.votes, counts), last=sentence)
            votes = found[-1].votes
            if before.counted and votes is not None and votes.for_ is not None:
                found[-1] = replace(found[-1], kind=outcome_of(votes))
            continue
        if decided is None:
            if counts is None:
                text = prose[sentence.start : sentence.end]
                if before is not None and before.counted and is_casting_vote(text):
                    found[-1] = replace(before, last=sentence)
                elif before is not None and before.counted and opens_with_count(text):
                    found[-1] = replace(before, last=sentence, uncertain=True)
                continue
            decided = Decided(outcome_of(counts), None, counts, sentence, counted=True)
            if counts.for_ is None:
                held = decided
                continue
        counts_on = decided.counted or _concludes(decided)
        if held is not None and counts_on and n and held.sentence is sentences[n - 1]:
            votes = merged(decided.votes, held.votes)
            kind = outcome_of(votes) if decided.counted else decided.kind
            decided = replace(decided, kind=kind, votes=votes, first=held.sentence)
        if before is not None and before.counted and before.sentence.item == sentence.item and _concludes(decided):
            kind = before.kind if decided.resolved else decided.kind
            votes = merged(decided.votes, before.votes)
            found[-1] = replace(decided, kind=kind, votes=votes, first=before.first or before.sentence)
            continue
        won = votes_won(prose, sentences, n, decided)
        if won is not None:
            decided = replace(decided, votes=won)
        found.append(decided)
        if decided.sentence is sentence:
            first, more = read_further(prose, sentence, cast, spoken)
            if first is not None and decided.kind in {m.kind for m in more}:
                found[-1] = replace(decided, kind=first)  # `besluttet at male salen, og arbejdet blev udsat`
            found += more
    return spread(prose, sentences, [d for d in found if not d.uncertain], said, tasks)


def _concludes(decided: Decided) -> bool:
    """Tell whether a sentence behind a count of votes says what came of it: `… 2 nej. | Forslaget er vedtaget.`, `…
    1 blank. | Rådet indstiller hermed Ib Holm.`"""
    follows = any(t.low in words("decisions", "hereby") for t in decided.sentence.words)
    kinds = ("adopted", "rejected", *(("recommended",) if follows else ()))
    return not (decided.counted or decided.entry) and (decided.resolved or decided.kind in kinds)


def _opens_list(prose: str, sentence: Sentence, said: Mapping[int, int]) -> bool:
    return sentence.start in said and prose[sentence.start : sentence.end].rstrip().endswith(":")
