"""The cast of a document, with all that the text tells of who is who before its facts are read."""

from collections.abc import Sequence
from dataclasses import replace

from analyser.extraction.bearers import find_bearers
from analyser.extraction.cast import Cast, gather
from analyser.extraction.homes import find_homes
from analyser.extraction.initials import infer_initials, of_houses
from analyser.extraction.mentions import names_in
from analyser.extraction.references import read_references
from analyser.extraction.sentences import Places
from analyser.extraction.writers import find_writer
from analyser.language.names import is_full_name
from analyser.minutes import Participant
from analyser.structure import Outline


def make_cast(outline: Outline, places: Places, people: Sequence[Participant]) -> Cast:
    """Make the cast of a document: initials first, then who bears which title, then whom pronouns mean."""
    prose, sentences = outline.prose, places.sentences
    cast = gather(people, outline.meeting)
    houses = of_houses((outline.meeting.body or "", *cast.organisations))
    cast = replace(
        cast,
        initials=infer_initials(prose, sentences, people, houses),
        no_initials=houses,
        homes=find_homes(prose, people),
        writer=find_writer(outline.source.text, people),
        breaks=tuple(sorted(i.heading[0] for i in outline.items if i.heading is not None)),
    )
    cast = replace(cast, strangers=_strangers(prose, places, cast))
    others = (*places.margins, *places.headings.values())
    cast = replace(cast, bearers=find_bearers(prose, sentences, others, outline.items, cast))
    references = read_references(prose, (*places.margins, *sentences), places.headings, cast)
    return replace(cast, references=references, readings={}, mentions={})


def _strangers(prose: str, places: Places, cast: Cast) -> tuple[str, ...]:
    """Give the full names in the text that are on no roster, in order, each once."""
    mentions = (m for s in places.all for m in names_in(prose, s, cast) if m.participant is None and not m.candidates)
    return tuple(dict.fromkeys(m.text for m in mentions if is_full_name(m.text)))
