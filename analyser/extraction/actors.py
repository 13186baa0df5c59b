"""Who a noun phrase means: a person by name, title or pronoun, an organisation, a function, or somebody unnamed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analyser.language.definite import definite_title, indefinite
from analyser.language.lexicon import phrases, words
from analyser.language.names import (
    gender_of,
    is_everyday_word,
    is_full_name,
    is_given_name,
    is_title_word,
    is_two_names,
    looks_like_name,
    split_title,
)
from analyser.linking import Link, link_name, link_role
from analyser.linking.link import NOBODY
from analyser.linking.roles import same_role
from analyser.minutes import Actor, Meeting, Mention, Participant

_LONGEST = 12  # words of a noun phrase
_TAIL = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]\s*)+$")
_ORIGIN = re.compile(r"\s+(?:fra|v/)\s+(?=[A-ZÆØÅ]).*$")


@dataclass(frozen=True)
class Reading:
    """An actor as read from `[start, end)`, and the mention that the record keeps of it (None for organisations)."""

    actor: Actor
    mention: Mention | None
    start: int
    end: int
    title: str | None = None


@dataclass(frozen=True)
class Cast:
    """Who can act in one document: its participants and organisations; `antecedent` is whom a pronoun may mean."""

    people: tuple[Participant, ...]
    organisations: tuple[str, ...]
    meeting: Meeting
    antecedent: Reading | None = field(default=None)

    def after(self, antecedent: Reading | None) -> "Cast":
        """Give the same cast with another antecedent for pronouns."""
        return replace(self, antecedent=antecedent)


def make_cast(people: Sequence[Participant], meeting: Meeting) -> Cast:
    """Collect the organisations that the head and the roster name; the meeting's own comes first."""
    own = meeting.organisation or ""
    halves = re.split(r"\s+og\s+(?=[A-ZÆØÅ])", own)
    pair = len(halves) == 2 and all(h.split()[-1].casefold() in words("bodies", "organisation_ends") for h in halves)
    named = [*(halves if pair else [own]), *(p.organisation for p in people)]
    kept: dict[str, str] = {}
    for name in named:
        if name:
            kept.setdefault(name.casefold(), name)
    return Cast(tuple(people), tuple(kept.values()), meeting)


def read_actors(text: str, start: int, cast: Cast, speaker: bool = True) -> list[Reading]:
    """Read the whole of `text` as one actor or several joined by commas and `og`; [] where it is something else.

    `Knud Sejer og Gerda Winther`, `Politidirektør Helle Holm`, `Børn- og Ungedirektøren`, `Kommunen`, `Hun`, `MK`.
    `start` is the offset of `text` in the document.
    """
    text, start = _trim(text, start)
    if not text or len(text.split()) > _LONGEST:
        return []
    one = _read_one(text, start, cast, speaker)
    if one is not None:
        return [one]
    pieces = _split(text, start)
    if len(pieces) < 2:
        return []
    found = [_read_one(t, s, cast, speaker) for t, s in pieces]
    return [f for f in found if f is not None] if all(f is not None for f in found) else []


def _trim(text: str, start: int) -> tuple[str, int]:
    lead = re.match(r"[\s\-–—•*,;:\"”“»«'(]*", text)
    skip = lead.end() if lead else 0
    return text[skip:].rstrip(' \t\n,;:"”“»«-–—'), start + skip


def _split(text: str, start: int) -> list[tuple[str, int]]:
    pieces, position = [], 0
    for match in re.finditer(r"\s*,\s+(?:og\s+|samt\s+)?|\s+(?:og|samt|&)\s+|\s*/\s*|\s*\+\s*", text):
        if text[position : match.start()].endswith("-"):
            continue
        pieces.append((text[position : match.start()], start + position))
        position = match.end()
    pieces.append((text[position:], start + position))
    return [p for p in pieces if p[0].strip()]


def _read_one(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    bare = _TAIL.sub("", text)
    for read in (_pronoun, _person, _role, _organisation, _nobody):
        found = read(bare, start, cast, speaker)
        if found is not None:
            return found
    appositive = re.match(r"^([^,]+),\s+(.+)$", bare)
    if appositive:
        return _apposition(appositive, start, cast, speaker)
    origin = _ORIGIN.search(bare)
    if origin and origin.start() > 0:
        inner = _person(bare[: origin.start()], start, cast, speaker) or _role(
            bare[: origin.start()], start, cast, speaker
        )
        return inner
    return None


def _pronoun(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Hun`, `Han`: the antecedent, if there is just one."""
    if text.casefold() not in words("pronouns", "person"):
        return None
    end = start + len(text)
    before = cast.antecedent if cast.antecedent and agrees(text, cast.antecedent) else None
    who = before.actor.participant if before else None
    name = before.actor.name if before else None
    score = 0.8 if who else 0.0
    mention = Mention(
        text=text, participant=who, method="coreference" if who else "none", score=score, span=(start, end)
    )
    kind = "person" if before else "unknown"
    actor = Actor(kind=kind, participant=who, name=name, span=(start, end))
    return Reading(actor, mention, start, end)


def agrees(pronoun: str, reading: Reading) -> bool:
    """Tell whether a pronoun can mean somebody: `hun` is no Ole. A name that tells no gender agrees with both."""
    gender = gender_of(reading.actor.name or "")
    low = pronoun.casefold()
    if gender == "m":
        return low not in words("pronouns", "women")
    return gender is None or low not in words("pronouns", "men")


def _person(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Hans Rost`, `Politiinspektør Hans Rost`, `Hans`, `MK`, `formanden Ib Ravn`."""
    end = start + len(text)
    title, name = split_title(text)
    if title is None:
        first, _, rest = text.partition(" ")
        if (
            rest
            and definite_title(first)
            and looks_like_name(rest)
            and (first[0].islower() or is_given_name(rest.split()[0]))
        ):
            title, name = definite_title(first), rest
    named = name[:1].isupper() and _could_be_name(name, cast)
    if not named and not any(p.initials and p.initials == text for p in cast.people):
        return None
    link = link_name(name, cast.people, title, speaker)
    if link.participant is None and is_two_names(name):
        return None
    if link.participant is None and not link.candidates:
        known = title and looks_like_name(name) and len(name.split()) <= 4
        alone = " " not in name and is_given_name(name) and not is_everyday_word(name)
        if not (known or alone or is_full_name(name)):
            return None
    if link.participant is None and link.candidates and not link.ambiguous and not is_full_name(name) and title is None:
        return None
    place = start + text.rfind(name)
    mention = mention_of(name, place, link)
    person = next((p for p in cast.people if p.id == link.participant), None)
    actor = Actor(
        kind="unknown" if link.ambiguous else "person",
        participant=link.participant,
        name=person.name if person else name,
        role=title or (person.role if person else None),
        organisation=person.organisation if person else None,
        span=(start, end),
    )
    return Reading(actor, mention, start, end, title)


def _could_be_name(name: str, cast: Cast) -> bool:
    if looks_like_name(name):
        return True
    if any(name.casefold() in p.name.casefold().split() for p in cast.people):
        return True  # a family name that is a title as well: `Nymand`
    return (
        name.isupper()
        and name.isalpha()
        and 2 <= len(name) <= 4
        and name.casefold() not in words("organisations", "whole")
    )


def mention_of(text: str, start: int, link: Link) -> Mention:
    """Make the mention of a name or title at `start` from its link."""
    return Mention(
        text=text,
        participant=link.participant,
        method=link.method,
        score=link.score,
        candidates=link.candidates,
        span=(start, start + len(text)),
    )


def _role(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Formanden`, `FTR'en`, `Børn- og Ungedirektøren`, `Skolens leder`, `Formanden for udvalget`."""
    title = read_title(text)
    bare = title is None and " " not in text and is_title_word(text) and not is_given_name(text)
    if title is None and not bare:
        return None
    title = title or text.casefold()
    end = start + len(text)
    link = _by_antecedent(link_role(title, cast.people), cast) if _is_here(text, title, cast) else NOBODY
    if bare and link.participant is None and not text[0].isupper():
        return None
    person = next((p for p in cast.people if p.id == link.participant), None)
    actor = Actor(
        kind="person" if person else "unknown" if link.ambiguous else "role",
        participant=link.participant,
        name=person.name if person else None,
        role=person.role if person and person.role else title,
        organisation=person.organisation if person else None,
        span=(start, end),
    )
    return Reading(actor, mention_of(text, start, link), start, end, title)


def _is_here(text: str, title: str, cast: Cast) -> bool:
    """Tell whether a title can be that of somebody at the meeting.

    `formanden for Fjordby IF`, `Elevrådets formand` and `den tidligere formand` are others, unless that is the body
    that meets or an organisation of the roster.
    """
    parts = text.split()
    if any(p.casefold() in words("titles", "former") for p in parts):
        return False
    places = [o.casefold() for o in cast.organisations] + [(cast.meeting.body or "").casefold()]
    behind = re.split(r"\s+(?:for|i|ved|på|af|hos)\s+", text)[1:]
    if behind and not (
        _is_place(behind[0], places) or any(title_of(text) in (p.role or "").casefold() for p in cast.people)
    ):
        return False
    owner = parts[-2] if len(parts) > 1 and parts[-2].casefold().endswith("s") else None
    if owner is not None and not _is_place(owner[:-1], places):
        return False
    head = next((h for h in sorted(words("functions", "standing_chair")) if title.endswith(h)), title)
    front = title.removesuffix(head)
    common = (*words("titles", "lesser"), *words("functions", "own_fronts"))
    if front and not front.startswith(common):
        held = any(title == (p.role or "").casefold() for p in cast.people)
        return held or _is_place(front.rstrip("s"), places)
    return True


def title_of(text: str) -> str:
    """Give a title with what belongs to it, in lower case: `Chefen for Børn og Unge` gives `for børn og unge`."""
    match = re.search(r"\s+(?:for|i|ved|på|af|hos)\s+.+$", text)
    return match.group().strip().casefold() if match else text.casefold()


def _is_place(name: str, places: Sequence[str]) -> bool:
    low = name.casefold()
    stems = (low, *indefinite(low))
    return any(
        place and (place == s or (place.split()[-1].endswith(s) and len(s) > 3)) for place in places for s in stems
    )


def _by_antecedent(link: Link, cast: Cast) -> Link:
    """Let a title that several bear mean the one of them who spoke last."""
    last = cast.antecedent.actor.participant if cast.antecedent else None
    if link.ambiguous and last in {c.participant for c in link.candidates}:
        return Link(last, "coreference", link.score, link.candidates)
    return link


@lru_cache(maxsize=8192)
def read_title(text: str) -> str | None:
    """Give the title that a definite noun phrase names, in its indefinite form; None for other phrases."""
    parts = text.split()
    if not parts or len(parts) > 6 or not re.match(r"^[\w’']", text):
        return None
    head = re.split(r"\s+(?:for|i|ved|på|af|hos)\s+", text)
    if len(head) > 1 and (len(head) > 2 or not _names_body(head[1])):
        return None
    phrase = head[0].split()
    base = definite_title(phrase[-1])
    if base is not None:
        before = phrase[:-1]
        joined = before and before[-1].casefold() == "og" and before[0].endswith("-")
        if not before or joined or before[0].casefold() in words("pronouns", "articles"):
            lead = before if joined else [w for w in before if w.casefold() not in words("pronouns", "articles")]
            return " ".join([*lead, base])
        if before[-1].casefold().endswith("s") and len(before) <= 2:
            return base
        return None
    if len(phrase) < 2 or not is_title_word(phrase[-1]) or phrase[-1][0].isupper():
        return None
    if phrase[-2].casefold() in words("pronouns", "own"):
        return None
    owned = phrase[-2].casefold().endswith("s") and phrase[0][0].isupper()  # `Skolens leder`
    return " ".join(phrase[1:]) if owned or phrase[0].casefold() in words("pronouns", "articles") else None


def _names_body(text: str) -> bool:
    low = text.casefold()
    return low.split()[-1].endswith(tuple(words("organisations", "ends"))) or text[0].isupper()


def _organisation(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Kommunen`, `Midt- og Vestby Politi`, `Medarbejdersiden`, `FOA`: named in full where the document does."""
    full = text if _is_party(text, cast) else resolve_organisation(text, cast)
    if full is None:
        return None
    end = start + len(text)
    return Reading(Actor(kind="organisation", name=full, organisation=text, span=(start, end)), None, start, end)


def resolve_organisation(text: str, cast: Cast) -> str | None:
    """Give the full name of the organisation that `text` names, or None where it names none.

    `Kommunen` is `Vesterby Kommune` where just one organisation of the document ends in `Kommune`.
    """
    low = text.casefold()
    for known in cast.organisations:
        if low in (known.casefold(), known.casefold().removesuffix("s")):
            return _preferred(known, cast)
    if not re.match(r"^[\w]", text) or len(text.split()) > 6:
        return None
    parts = low.split()
    if any(p in words("adverbs", "prepositions") for p in parts):
        return None
    halves = re.split(r"\s+og\s+", low)
    if len(halves) == 2 and all(h.endswith(tuple(words("organisations", "ends"))) for h in halves):
        return None  # `Kommunen og politiet` are two
    if low in words("organisations", "never") or parts[-1] in words("organisations", "never"):
        return None
    if low in words("organisations", "whole") and (text[0].isupper()):
        return text
    if not parts[-1].endswith(tuple(words("organisations", "ends"))):
        return _named(text, cast)
    if len(parts) > 1 and not (
        parts[0] in ("den", "hele", "en", "resten") or parts[-2].endswith(("s", "-")) or parts[-2] in ("og", "samlede")
    ):
        return None
    if parts[0] in words("organisations", "unknown", "starts") and parts[0] not in ("en", "et"):
        return None
    if len(parts) == 1:
        stems = indefinite(parts[0])
        fits = [o for o in cast.organisations if o.casefold().split()[-1] in stems]
        if len({f.casefold() for f in fits}) == 1:
            return _preferred(fits[0], cast)
        body = cast.meeting.body
        if body and parts[0] in ("rådet", "udvalget", "nævnet", "raadet", "bestyrelsen"):
            last = body.casefold().split()[-1]
            if (
                last.endswith((parts[0], parts[0].removesuffix("et")))
                and last != parts[0]
                and parts[0] != "bestyrelsen"
            ):
                return body if last.endswith(parts[0]) else f"{body}et"
    return text


def _is_party(text: str, cast: Cast) -> bool:
    """`A og F ønsker tilført protokollen`: a letter that the roster gives to somebody."""
    if len(text) > 2 or not text.isupper():
        return False
    return any(text in (part.strip() for part in (p.note or "").split(";")) for p in cast.people)


def is_own_body(reading: Reading, cast: Cast) -> bool:
    """Tell whether an organisation is the body that meets: `Rådet`, `Bestyrelsen`, or the body by its name."""
    body = (cast.meeting.body or "").casefold()
    written = (reading.actor.organisation or "").casefold()
    name = (reading.actor.name or "").casefold()
    if not body:
        return written in words("decisions", "bodies", "own")
    last = body.split()[-1]
    for form in (written, name):
        if form and (
            form == body
            or (form in words("decisions", "bodies", "own") and (_stem(form) in last or _stem(last) in form))
        ):
            return True
        if form and (_stem(form) == _stem(last) or _stem(form) == _stem(body)):
            return True
    return False


def _stem(word: str) -> str:
    return word.removesuffix("en").removesuffix("et").replace("aa", "å")


def _preferred(name: str, cast: Cast) -> str:
    own = cast.meeting.organisation
    return own if own and own.casefold() == name.casefold() else name


def _named(text: str, cast: Cast) -> str | None:
    """`Vesterby Kommune`, `Bo Trygge`: a name in capitals that ends as organisations do."""
    parts = text.split()
    if len(parts) < 2 or not text[0].isupper():
        return None
    last = parts[-1].casefold()
    if len(parts) == 2 and last in words("organisations", "indefinite", "nouns"):
        return text
    if parts[0].casefold().endswith(tuple(words("organisations", "ends"))) and all(p[0].isupper() for p in parts[1:]):
        return text  # `Naboforeningen Ulvehøj`
    if any(last.endswith(e) for e in words("bodies", "organisation_ends") if len(e) > 6):
        return text
    return text if last in words("bodies", "organisation_ends") else None


def _nobody(text: str, start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`En beboer`, `Flere af medlemmerne`, `Enkelte forældre`: somebody whom the text does not name."""
    end = start + len(text)
    if _unnamed().match(text):
        return Reading(Actor(kind="unknown", name=text, span=(start, end)), None, start, end)
    return None


@lru_cache(maxsize=1)
def _unnamed() -> re.Pattern[str]:
    starts = phrases("organisations", "unknown", "starts")
    nouns = phrases("organisations", "unknown", "nouns")
    definite = phrases("organisations", "unknown", "definite")
    ends = phrases("organisations", "ends")
    origin = r"(?:\s+(?:i|fra|på)\s+[\w\s.]{1,25})?"
    alone = phrases("organisations", "unknown", "alone")
    return re.compile(
        rf"^(?:{starts}\s+(?:[\wæøå-]+\s+){{0,2}}?(?:{nouns}){origin}|{definite}{origin}|{starts}\s+af\s+\w*{ends}|{alone})$",
        re.IGNORECASE,
    )


def _apposition(match: re.Match[str], start: int, cast: Cast, speaker: bool) -> Reading | None:
    """`Formanden, Ib Ravn`, `Ib Ravn, formand`, `Ib Ravn, der er ny i rådet`: one person, named twice."""
    first, second = match[1], match[2]
    offset = start + match.start(2)
    head = _person(first, start, cast, speaker)
    if head is not None:
        if re.match(r"(?:der|som|fra)\b", second) or (
            second[0].islower() and not re.search(r"\b(?:og|men)\b", second) and is_title_word(second.split()[0])
        ):
            return head
        return None
    role = _role(first, start, cast, speaker)
    if role is None:
        return None
    name = _person(second, offset, cast, speaker) if looks_like_name(second) else None
    if name is not None:
        return replace(name, start=start, title=role.title)
    return role if re.match(r"(?:der|som)\b", second) else None


def mismatched(reading: Reading, cast: Cast) -> Participant | None:
    """Give the participant whom the text calls by another title than the roster; None where they agree."""
    if reading.title is None or reading.actor.participant is None or reading.mention is None:
        return None
    if reading.mention.method in ("role", "coreference"):
        return None
    person = next(p for p in cast.people if p.id == reading.actor.participant)
    titles = [t for t in re.split(r"\s*[;,/]\s*", f"{person.role or ''};{person.note or ''}") if t]
    if person.role is None or any(same_role(reading.title, t) for t in titles):
        return None
    if any(reading.title.casefold() in words("functions", f) for f in ("chair", "minute_taker")):
        return None
    return person
