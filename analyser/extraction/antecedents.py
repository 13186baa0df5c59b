"""Whom `han` or `hun` in the next sentence would mean: one person, or nobody where two could be meant."""

from collections.abc import Sequence

from analyser.extraction.actors import read_actors
from analyser.extraction.cast import Cast, Reading
from analyser.extraction.mentions import mentions_in
from analyser.extraction.said import Said
from analyser.extraction.sentences import Sentence
from analyser.language.names import gender_of
from analyser.structure import elected_in


def next_antecedents(
    prose: str, sentence: Sentence, cast: Cast, said: Sequence[Said], before: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Whom `hun` in the next sentence could mean: the one person who spoke, or who opened the sentence, then those of
    the sentences before whom nobody of the same gender has followed.

    `Ruth foreslog en fest. Det støttede Aage. Hun …` is Ruth, `Han …` is Aage.
    """
    nearest = _nearest(prose, sentence, cast, said)
    kept = [
        r
        for r in before
        if not _others(prose, sentence, cast, r)
        and not (nearest is not None and r.actor.participant == nearest.actor.participant)
    ]
    if nearest is None:
        return tuple(kept)
    gender = gender_of(str(nearest.actor.name or ""))
    others = (r for r in kept if gender is not None and gender_of(str(r.actor.name or "")) not in (None, gender))
    return (nearest, *others)


def _nearest(prose: str, sentence: Sentence, cast: Cast, said: Sequence[Said]) -> Reading | None:
    elected = _elected(prose, sentence, cast)
    if elected is not None:
        return elected
    if said:
        last = said[-1]
        people = [r for r in last.speakers if r.actor.kind == "person"]
        chosen = people[0] if len(last.speakers) == 1 and people else None
    else:
        chosen = _opening_person(sentence, prose, cast)
    return chosen if chosen is not None and not _others(prose, sentence, cast, chosen) else None


def _others(prose: str, sentence: Sentence, cast: Cast, subject: Reading) -> bool:
    """Tell whether a sentence names somebody else whom the same pronoun could mean, or somebody unnamed."""
    second = sentence.words[min(1, len(sentence.words) - 1)].end if sentence.words else sentence.start
    opening = read_actors(prose[sentence.start : second], sentence.start, cast)
    if opening and opening[0].actor.kind == "unknown" and opening[0].mention is None:
        return True
    gender = gender_of(str(subject.actor.name or ""))
    for mention in mentions_in(prose, sentence, cast):
        person = next((p for p in cast.people if p.id == mention.participant), None)
        name = person.name if person else mention.text
        same = person is not None and person.id == subject.actor.participant
        if not same and mention.method != "role" and (gender is None or gender_of(name) in (gender, None)):
            return True
    return False


def _elected(prose: str, sentence: Sentence, cast: Cast) -> Reading | None:
    """`Bestyrelsen foreslog Viggo Thos som dirigent. Han …`: the one who got the function."""
    for entry in elected_in(prose[sentence.start : sentence.end], sentence.start):
        found = read_actors(entry.name, entry.start, cast)
        if found:
            return found[0]
    return None


def _opening_person(sentence: Sentence, prose: str, cast: Cast) -> Reading | None:
    """Read a person who opens a sentence that says nothing: `Ole Bech har været formand i ti år.`"""
    for size in (4, 3, 2, 1):
        if len(sentence.words) > size and sentence.words[0].text[0].isupper():
            found = read_actors(prose[sentence.start : sentence.words[size - 1].end], sentence.start, cast)
            if (
                len(found) == 1
                and found[0].actor.kind == "person"
                and found[0].mention
                and found[0].mention.method != "coreference"
            ):
                return found[0]
    return None
