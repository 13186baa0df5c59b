"""Groups of a roster and the labels that open them: `Til stede:`, `Afbud fra:`, `Gæster`, `Borgmester:`."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from analyser.language.definite import singular_title
from analyser.language.lexicon import affixes, phrases, words
from analyser.language.names import is_full_name, is_given_name, is_title, looks_like_name, split_title
from analyser.language.sentences import sentence_spans
from analyser.minutes import Attendance, Function
from analyser.structure.entry import Entry, function_of, is_organisation
from analyser.structure.headings import is_sentence
from analyser.structure.lines import LONGEST

_SHORT = re.compile(r"[A-ZÆØÅ]{2,4}\.?|[A-ZÆØÅ][\w-]+\.?")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
KINDS = ("absent", "guest", "observer", "substitute", "present")


@dataclass(frozen=True)
class Group:
    """An open group of the roster, and what it says about those in it."""

    attendance: Attendance = "present"
    function: Function | None = None
    role: str | None = None
    organisation: str | None = None
    label: str = ""
    also: Function | None = None  # `Ordstyrer og referent: Ib Ravn`


@dataclass(frozen=True)
class RosterEntry:
    """A person of the roster with the group they stand in, and the line."""

    entry: Entry
    group: Group
    line: int


def named_group(label: str, before: Group | None) -> Group:
    """Make the group of a label of its own: `Borgmester:` is a role, `Vesterby Kommune:` an organisation."""
    bare = re.sub(r"\s*\([^()]*\)", "", label).strip(" *_-•")
    attendance: Attendance = "present"
    function = function_of(bare)
    if before is not None and before.attendance == "absent" and before.label == "fra":
        attendance = "absent"
    parts = re.split(r"\s+(?:og|samt|&)\s+|\s*/\s*", bare)
    if len(parts) == 2 and all(is_title(part) or function_of(part) for part in parts):
        held = [f for f in map(function_of, parts) if f in ("chair", "minute_taker")]
        role = next((part for part in parts if _is_office(part)), None)
        if held:  # `PR-formand og mødeleder: Ib Ravn`
            also = held[1] if len(held) > 1 and held[1] != held[0] else None
            return Group(attendance, held[0], role, None, bare.casefold(), also)
    sent = sent_by(bare)
    if sent is not None:  # `Udpeget af kommunalbestyrelsen:`
        return Group(attendance, function, None, sent or None, bare.casefold())
    if singular_title(bare) is not None:
        return Group(attendance, function, None, None, bare.casefold())
    office, _, house = bare.partition(", ")
    borne = is_title(office) or office.casefold() in words("titles", "occupations")
    if house and borne and house[:1].isupper() and not is_title(house):  # `Arkitekt, Tegnestuen Halvmåne: Ib Ravn`
        return Group(attendance, function, office, house, bare.casefold())
    if (is_title(bare) or _is_agent(bare)) and function != "minute_taker":
        return Group(attendance, function, bare, None, bare.casefold())
    named = re.sub(rf"^{phrases('rosters', 'organisation_prefix')}\s+(?=\S)", "", bare, flags=re.IGNORECASE)
    inside = before is not None and before.label in words("rosters", "present") and named[:1].isupper()
    inside = inside and not bare.casefold().endswith(affixes("rosters", "people_ends"))
    beside = before is not None and before.organisation is not None and before.label == before.organisation.casefold()
    if is_organisation(bare) or inside or (beside and named[:1].isupper() and not _heads_people(bare)):
        named = without_kind(named)
        return Group(attendance, function, None, named, before.label if before and inside else bare.casefold())
    return Group(attendance, function, None, None, bare.casefold())


def sent_by(label: str) -> str | None:
    """Give the body that sent those below a head, `` where it is no body, None where the head tells of no sending.

    `Medlemmer udpeget af DH`; `Valgt af medarbejderne` and `Udpeget blandt borgerne` name no body.
    """
    sent = rf"(?:[\w-]+\s+)?{phrases('rosters', 'sent_by')}\s+(?P<who>\S.*)$"
    told = re.match(sent, label.strip(" :*_"), re.IGNORECASE)
    if told is None or re.search(r"\d", label) or len(told["who"]) > 60:
        return None
    who = re.sub(r"\s*\([^()]*\)$", "", told["who"])
    people = re.search(rf"\b{phrases('rosters', 'sent_from_among')}\s+\S", label, re.IGNORECASE) is not None
    return "" if people or _heads_people(who) else who


def without_kind(organisation: str) -> str:
    """Give the name of a house without the word for its kind: `leverandøren Solbo A/S`."""
    return re.sub(r"^[a-zæøå]+(?:en|et)\s+(?=[A-ZÆØÅ])", "", organisation)


def _is_office(word: str) -> bool:
    """Tell whether a title is more than what somebody does at the meeting: `PR-formand`; not `mødeleder`."""
    low = word.casefold()
    return is_title(word) and low not in words("functions", "chair") | words("functions", "minute_taker")


def _heads_people(label: str) -> bool:
    ends = (*affixes("rosters", "people_ends"), *affixes("rosters", "one_ends"))
    return label.casefold().endswith(ends) or function_of(label) is not None


def _is_agent(label: str) -> bool:
    """Tell whether a label is what one person does, though no list has it: `Vandværkspasser`; not `Fodbold`."""
    low = label.casefold()
    return label[:1].isupper() and label.isalpha() and low.endswith(affixes("titles", "agent_ends"))


@lru_cache(maxsize=4096)  # several rules ask of each line
def known_label(text: str) -> tuple[Group, int] | None:
    """Read a label that the lexicon knows at the start of a line: its group, and where what follows begins."""
    for function in ("chair", "minute_taker"):
        match = label_pattern("functions", "as_label", function).match(text)
        if match is None:
            continue
        short = _SHORT.fullmatch(text[match.end() :].strip())
        alone = match.end() == len(text) and _names_who(match["label"])  # `REFERENT`
        rest = text[match.end() :].strip(" .")
        if any(
            w.strip(".,;").endswith(affixes("functions", "no_person", "meetings")) for w in rest.casefold().split()[:3]
        ):
            continue
        told = match["label"].casefold() in words("functions", "no_person", "words")
        if told and is_sentence(f"{rest}."):
            continue  # `Referat: Ida undrede sig over lyset.` under an item
        bare = _ASIDE.sub("", rest)
        named = is_full_name(bare) or (len(rest.split()) == 1 and is_given_name(rest))  # `Referent Helge`
        of_meeting = match["label"].casefold() in words("functions", "of_meeting")
        # `Ordstyrer Lis`; not `Dirigent blev Lis.`, which a meeting decided
        named = named and (function == "minute_taker" or (of_meeting and match["verb"] is None))
        alone = alone or (named and _names_who(match["label"]))
        dotted = match.group().rstrip().endswith(".")
        if match["mark"] or alone or ((short or named) and dotted):  # `Ref. CF`, `Ref. T. Holm`
            label = match["label"]
            titled = (
                function == "chair" and is_title(label) and label.casefold() not in words("functions", "of_meeting")
            )
            # the secretary takes the minutes, and is called so in them
            titled = titled or (function == "minute_taker" and is_title(label) and not function_of(label))
            also = _second(match["tail"] or "", _function(function))
            title = label if titled else None
            return Group("present", _function(function), title, None, label.casefold(), also), match.end()
    for kind in KINDS:
        match = label_pattern("rosters", kind).match(text)
        if match is None:
            continue
        alone = match.end() == len(text)
        if not (
            match["mark"]
            or alone
            or (match["verb"] or match["label"].casefold().endswith((" var", " fra")))
            or kind == "absent"
            or looks_like_name(text[match.end() :].split(",")[0].strip(" ."))
            or _opens_with_titled(text[match.end() :])
        ):
            continue
        attendance: Attendance = "absent" if kind == "absent" else "present"
        if kind != "absent" and re.search(r"\b(?:pkt\.|punkt|kl\.?)\s*\d", match.group(), re.IGNORECASE):
            attendance = "partial"  # `Gæst under pkt. 3:`
        given = _function(kind) if kind in ("guest", "observer", "substitute") else None
        if re.search(rf"\({phrases('functions', 'observer')}\w*\)", match.group(), re.IGNORECASE):
            given = "observer"
        label = match["label"]
        collective = label if kind == "present" and label.casefold() in words("rosters", "collectives") else None
        role = label if function_of(label) == "substitute" else None  # `Suppleant: Ib Ravn`
        group = Group(attendance, given, role, collective, label.casefold())
        origin = re.search(r"\b(?:fra|for)\s+([A-ZÆØÅ][^:]*)$", text[: match.end()].rstrip(" :*_\t"), re.IGNORECASE)
        house = re.sub(r"\s+(?:deltog|mødte|var)$", "", origin[1].strip()) if origin else ""
        house = "" if origin and origin.group().startswith("for") and house[:1].islower() else house
        named = is_organisation(house) or house.casefold() in words("rosters", "collectives")
        return (replace(group, organisation=house) if house and named else group), match.end()
    return None


def _opens_with_titled(text: str) -> bool:
    """Tell whether a list begins with a title and a name: `Desuden | mejeribestyrer C. F. Holm og konsulent Ib Eg`."""
    first = re.split(r",|\s(?:og|samt|fra)\s", text)[0].strip(" .")
    title, name = split_title(first)
    return title is not None and is_title(title) and looks_like_name(name, 2)


def _second(tail: str, first: Function) -> Function | None:
    """Give the other function that a label names: `Ordstyrer og referent`, `Mødeleder/referent`."""
    match = re.match(r"\s*(?:og|samt|&|/|\+)\s*([\wæøå]+)", tail)
    found = function_of(match[1]) if match else None
    return found if found in ("chair", "minute_taker") and found != first else None


def _names_who(label: str) -> bool:
    """Tell whether a label is somebody who has a function, not a thing: `Referent`; not `Referat`."""
    things = words("functions", "no_person", "words")
    return function_of(label) is not None and label.casefold() not in things


def opens_roster(text: str) -> bool:
    """Tell whether a sentence of the head only counts those who came: `Fremmødt var 38 husstande.`"""
    if re.match(r"^(?:samtlige|alle)\b.{0,60}\b(?:til\s*stede|mødt)\b", text, re.IGNORECASE):
        return True
    if len(text) <= LONGEST and all(_counted().match(text[a:b]) for a, b in sentence_spans(text)):
        return True
    return len(text) <= LONGEST and any(label_pattern("rosters", kind).match(text) for kind in ("present", "absent"))


@cache
def _counted() -> re.Pattern[str]:
    # `Repræsenteret var 19 af 28 lejligheder, heraf 3 ved fuldmagt.`; `Der var afgivet 2 fuldmagter.`
    came, who = phrases("rosters", "counts", "came"), phrases("rosters", "counts", "who")
    counted = rf"(?:ca\.?\s*|omkring\s+)?\d+\s+(?:\w+\s+)?{who}\s+(?:\w+\s+)?{came}\b"  # `Ca. 50 lærere deltog.`
    front = rf"{counted}|(?:der\s+(?:var|er|blev)\s+)?{came}\b[^.]{{0,30}}?\d|der\s+(?:var|er|blev)\s+[^.]{{0,40}}?\d"
    return re.compile(rf"(?=.*\b{came}\b)(?=.*\b{who}\b)(?:{front})", re.IGNORECASE)


def _function(kind: str) -> Function:
    names: dict[str, Function] = {
        "chair": "chair",
        "minute_taker": "minute_taker",
        "guest": "guest",
        "observer": "observer",
        "substitute": "substitute",
    }
    return names[kind]


@cache
def label_pattern(file: str, *keys: str) -> re.Pattern[str]:
    """Give the pattern of the labels of a word list, with what may stand around them."""
    alternatives = phrases(file, *keys)
    # `Til stede var:`  `Afbud fra:`  `**Deltagere** (12):`  `Referent – `  `Til stede fra Vesterby Kommune:`
    return re.compile(
        rf"^(?:[^\w\s(\[]{{1,2}}\s+)?[*_\s•\-–]*(?P<label>{alternatives})(?![\wæøå-])\.?[*_]*(?P<verb>\s+(?:(?:var\s+|er\s+)?repræsenteret\s+(?:ved|af|v/)|var|er|blev|fra|ved|v\.|v/))?"
        rf"(?P<tail>(?:(?:\s+|/)(?:[^:.,\t]|\b(?:pkt|kl|nr|u)\.){{1,50}}?)?(?=:)|\s*\([^()]*\)(?=:))?"
        rf"(?P<mark>\s*[:;?\t]|\s+[–—-](?=\s)|\s*$)?[*_]*\s*",
        re.IGNORECASE,
    )
