"""Those who speak at a meeting and stand on no list of who was there: `Lis Bo (SF) stillede forslag om …`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from analyser.extraction.cast import Cast, Reading
from analyser.extraction.offices import read_title
from analyser.extraction.said import Said
from analyser.extraction.titled_here import is_held_here
from analyser.language.definite import functions_by_word
from analyser.language.lexicon import phrases, words
from analyser.language.names import is_given_name, is_party, name_fits
from analyser.linking import link_name
from analyser.minutes import Participant, Span
from analyser.structure.chairing import chair_by_law, offices_by_law

_INITIALS = 3  # letters up to which a name may be initials
_AT_THE_MEETING = ("report", "answer", "remark", "propose", "support", "stress")
_REACH = 60  # code points in front of a name that tell how it came in


def find_newcomers(
    prose: str, said: Sequence[Said], cast: Cast, full: Mapping[str, Span], body: str | None = None
) -> list[Participant]:
    """Make participants of those who speak though no roster has them, under the full name that the text gives them.

    `Henrik L.` is Henrik Lau, and `Rikke` the one Rikke whose full name stands somewhere in the minutes. The letters of
    a party behind a name, `Lis Bo (SF) spurgte`, tell whom a member stands for; `body` met, and may be led by law.
    Where nobody is listed (`Til stede: Alle undtagen Ib`), who speaks was there by a given name alone as well.
    """
    found: list[tuple[str, Reading]] = []
    speakers = [r for s in said for r in s.speakers if not _stands_down(s)]
    came = {r.start for s in said for r in s.speakers if s.tense == "past" and s.act in _AT_THE_MEETING}
    unlisted = not any(p.attendance != "absent" and not p.functions for p in cast.people)
    for reading in sorted(speakers, key=lambda r: (-len(str(r.actor.name or "").replace(".", "")), r.start)):
        actor, mention = reading.actor, reading.mention
        name = str(actor.name or "")
        if actor.kind != "person" or actor.participant is not None or mention is None or mention.candidates:
            continue
        title = read_title(mention.text)
        if title is not None and title not in functions_by_word():
            continue  # `Arkitekten svarede`, of one whom the minutes only name: at the meeting or not
        fuller = [f for f in full if f != name and name_fits(name, f)]
        name = fuller[0] if len(fuller) == 1 else name
        first = full[name][0] if name in full else prose.find(name)
        sent = first > 0 and _sent_in().search(prose[:first][-_REACH:])
        if sent and _party_behind(prose, reading) is None:
            continue
        # `Ditte spurgte. Hun mente …`: she is quoted where her name stands
        alone = unlisted and name[:1].isupper() and is_given_name(name) and mention.text.startswith(name)
        others = [known for known, _ in found if not (alone and "-" in known and name in known.split("-"))]
        made = [Participant(id=known, name=known, span=(0, 1)) for known in others]
        if (
            (" " in name or alone or (reading.start in came and _is_introduced(reading)))
            and not any(name_fits(name, known) for known in others)
            and not link_name(name, made).participant
        ):
            found.append((name, reading))  # `Grete Bislev` and `Grethe Bislev` are one; `Sofie` is no `Anne-Sofie`
    found.sort(key=lambda f: f[1].start)
    note = "on no list of participants"
    people = [
        Participant(
            id=f"p{len(cast.people) + n}",
            name=name,
            role=_role(prose, name, reading, cast),
            organisation=_party_behind(prose, reading),
            note=note,
            span=full.get(name) or (reading.mention.span if reading.mention else (reading.start, reading.end)),
        )
        for n, (name, reading) in enumerate(found, 1)
    ]
    chair = None if any("chair" in p.functions for p in cast.people) else chair_by_law(people, body)
    return [p.model_copy(update={"functions": ("chair",)}) if n == chair else p for n, p in enumerate(people)]


def _role(prose: str, name: str, reading: Reading, cast: Cast) -> str | None:
    """Give the title of a speaker, or the one that the minutes call them by elsewhere.

    `Kasserer Ib Holm havde regnet. Ib Holm foreslog …`; of `Formand Ib Holm fra Solby IF`, where the record names no
    Solby IF, an office would be read as one of those who meet.
    """
    if reading.title is not None:
        parts = set(reading.title.casefold().split())
        former = bool(parts & words("titles", "former"))
        office = bool(parts & words("titles", "elected")) or reading.title.casefold() in offices_by_law()
        return None if former or (office and not _has_title_here(prose, reading, cast)) else reading.title
    named = [b for b in cast.bearers if b.name == name and b.since == 0]
    titles = {b.title for b in named if is_held_here(prose, b.start, b.end, cast)}
    return titles.pop() if len(titles) == 1 else None


def _has_title_here(prose: str, reading: Reading, cast: Cast) -> bool:
    name = prose.find(str(reading.actor.name or ""), reading.start)
    return is_held_here(prose, reading.start, max(name, reading.start), cast)


def _party_behind(prose: str, reading: Reading) -> str | None:
    """Give the party in brackets behind a speaker: `Lis Bo | (SF) stillede ændringsforslag`."""
    end = reading.mention.span[1] if reading.mention else reading.end
    inside = re.search(r"\(([^()]{1,30})\)$", prose[reading.start : end])
    inside = inside or re.match(r"\s*\(([^()]{1,30})\)", prose[end : end + _REACH])
    return inside[1] if inside and is_party(inside[1]) else None


def _stands_down(said: Said) -> bool:
    """`Ib Holm ønskede ikke genvalg` tells of one who need not be there."""
    topic = said.topic.text.casefold().split() if said.topic else []
    return bool(topic) and topic[0] in words("titles", "again")


@cache
def _sent_in() -> re.Pattern[str]:
    """`Formanden læste et brev fra lodsejeren | Ib Holm op. Holm klager over kørsel`: who writes is not there."""
    return re.compile(rf"(?<!\w){phrases('titles', 'sent_in')}\s+(?:fra|af)\s+(?:[\wæøå.-]+\s+){{0,2}}$", re.IGNORECASE)


def _is_introduced(reading: Reading) -> bool:
    """`Lærer Holm | mødte og redegjorde for Skolen`: one whom old minutes give no given name."""
    name = reading.mention.text if reading.mention else ""
    title = (reading.title or "").casefold()
    return (
        bool(title)
        and title not in words("titles", "addresses")
        and name[:1].isupper()
        and len(name) > _INITIALS
        and " " not in name
        and not is_given_name(name)
    )
