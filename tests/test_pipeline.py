"""Properties of the whole: any text gives a valid record whose spans quote it, and the same text the same bytes."""

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

import analyser
from analyser import analyse, analyse_text
from analyser.cli import app
from analyser.language.names import split_nickname
from analyser.minutes import Actor, Minutes, Span, json_schema
from tests.extraction.documents import HEAD, TAIL, minutes, said

SCHEMA = Draft202012Validator(json_schema())
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

BODY = """Agnete Brolund orienterede om taget, som er utæt.

Torkild Vestmark spurgte til prisen. Han mente, at den er for høj.

Budgettet blev gennemgået af kassereren og godkendt.

Solveig Hjortkær undersøger sagen senest den 1. maj 2024.

Lyngdal takkede for samarbejdet. Kommunen oplyste, at vejen lukkes."""

# pieces of which minutes are made, put together in any order
PIECES = [
    *(
        "Agnete Brolund",
        "Torkild",
        "Lyngdal",
        "AB",
        "H. C. Tange",
        "Formanden",
        "kassereren",
        "Hun",
        "Han",
        "En beboer",
    ),
    *(
        "Kommunen",
        "Bestyrelsen",
        "politiet",
        "oplyste",
        "orienterede om",
        "spurgte, om",
        "svarede",
        ", at",
        "blev",
        "af",
    ),
    *("godkendt", "udsat", "Der var enighed om at", "skal", "undersøger", "senest den 1. maj", "uge 42", "kl. 13.00"),
    *("1.", "2.", "Ad 3.", "Punkt 4:", "§ 5", "IV.", "2a)", "- ", "•", "**", "#", "|", "\t", "(", ")", "»", "«", '"'),
    *("Til stede:", "Afbud:", "Referent:", "Dagsorden:", "Referat:", "Beslutning:", "Ansvarlig:", "Frist:", "x", "og"),
    *("Side 2 af 5", "\f", "nabo-\nhjælp", "7 stemmer mod 2", "f.eks.", "ca.", "31/12", "30. februar", "99:99", "fra"),
]
pieces = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "\n", "\n\n", ". ", ", ", ": ", ""])))
vocabulary = pieces.map(lambda found: "".join(piece + gap for piece, gap in found))
repeated = st.builds(lambda char, count: char * count, st.characters(codec="utf-8"), st.integers(1, 5000))
anything = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(max_codepoint=0x2FFF, codec="utf-8"), max_size=300),
    vocabulary,
    vocabulary.map(lambda body: f"{HEAD}{body}"),
    repeated,
)


def actors(record: Minutes) -> Iterator[Actor]:
    yield from (s.speaker for s in record.statements)
    yield from (d.by for d in record.decisions if d.by)
    yield from (a.responsible for a in record.actions if a.responsible)


def spans(record: Minutes) -> Iterator[Span]:
    for rows in (record.participants, record.agenda, record.items, record.statements, record.decisions):
        yield from (row.span for row in rows)
    for rows in (record.actions, record.mentions, record.entities):
        yield from (row.span for row in rows)
    yield from (i.heading for i in record.items if i.heading)
    yield from (s.extent for s in record.statements)
    yield from (s.topic.span for s in record.statements if s.topic)
    yield from (a.due.span for a in record.actions if a.due and a.due.span)
    yield from (d.span for d in record.diagnostics if d.span)
    yield from (a.span for a in actors(record))


def check(record: Minutes) -> None:
    """Assert what is true of every record."""
    text = record.text
    for start, end in spans(record):
        assert 0 <= start < end <= len(text)
    for row in (*record.mentions, *record.entities, *record.decisions, *record.actions):
        assert text[slice(*row.span)] == row.text
    for person in record.participants:
        # a name may be cut by the margin: `Viggo Ramsø-` / `Lund`; a nickname in it is no part of it; and one in
        # capitals is written as others are
        written, _ = split_nickname(text[slice(*person.span)])
        loud = written.isupper()
        assert re.sub(r"[\s-]", "", written) == re.sub(r"[\s-]", "", person.name.upper() if loud else person.name)
    ids = [row.id for rows in (record.participants, record.items, record.statements) for row in rows]
    ids += [row.id for rows in (record.decisions, record.actions) for row in rows]
    assert len(ids) == len(set(ids))
    people, items = {p.id for p in record.participants}, {i.id for i in record.items}
    assert {a.participant for a in actors(record)} <= people | {None}
    assert {m.participant for m in record.mentions} <= people | {None}
    assert {c.participant for m in record.mentions for c in m.candidates} <= people
    assert {s.item for s in record.statements} <= items | {None}
    assert {i.parent for i in record.items} <= items | {None}
    for actor in actors(record):
        assert actor.participant is None or actor.kind == "person"
    ordered = [m.span for m in record.mentions]
    assert all(before[1] <= after[0] for before, after in pairwise(ordered))


@few
@given(anything)
@example("")
@example("\x00\x01\ufffe\U0010ffff")
@example("é" * 3 + "\u0301" * 50)
@example("\u202e1. Valg\u2028\u2029\x85\x1c Til stede:\u00a0Agnete\u200bBrolund")
@example("1." * 2000)
@example("Til stede: " + "Agnete Brolund, " * 400)
@example("((((" * 1000)
@example("Ad 1. " * 500)
def test_any_text_gives_a_record_that_holds(text: str) -> None:
    check(analyse_text(text))


@few
@given(vocabulary)
def test_any_record_validates_and_is_the_same_again(body: str) -> None:
    record = minutes(body)
    written = record.to_json()
    SCHEMA.validate(json.loads(written))
    assert minutes(body).to_json() == written
    assert Minutes.from_json(written) == record


def test_the_schema_refuses_what_is_no_record() -> None:
    data = json.loads(minutes(BODY).to_json())
    data["statements"][0]["act"] = "whisper"
    assert not SCHEMA.is_valid(data)


def facts(record: Minutes) -> object:
    """Give all facts but the text's own digest and name."""
    return json.loads(record.to_json()) | {"source": None}


@few
@given(vocabulary.filter(lambda body: "\r" not in body))
@example(BODY)
def test_line_ends_and_composition_of_letters_change_nothing(body: str) -> None:
    text = f"{HEAD}{body}{TAIL}"
    plain = facts(analyse_text(text))
    assert facts(analyse_text(text.replace("\n", "\r\n"))) == plain
    assert facts(analyse_text(unicodedata.normalize("NFD", text))) == plain


@few
@given(st.lists(st.sampled_from(["Side 2 af 5", "side 3/5", "- 3 -", "Til toppen"]), min_size=4, max_size=4))
def test_page_furniture_between_paragraphs_changes_no_statement(lines: list[str]) -> None:
    paragraphs = BODY.split("\n\n")
    assert len(paragraphs) == len(lines) + 1
    mixed = [part for pair in zip(paragraphs, [*lines, ""], strict=True) for part in pair]
    assert said(minutes("\n\n".join(mixed))) == said(minutes(BODY))


# other invented names of the same shape and, for first names, the same gender
RENAMED = {"Agnete": "Gerda", "Brolund": "Skovmose", "Torkild": "Svend", "Vestmark": "Åkjær", "Solveig": "Birthe"}


@few
@given(st.sets(st.sampled_from(sorted(RENAMED))))
@example(set(RENAMED))
def test_a_person_by_another_name_is_the_same_person(names: set[str]) -> None:
    def rename(text: str) -> str:
        for name in names:
            text = text.replace(name, RENAMED[name])
        return text

    text = f"{HEAD}{BODY}{TAIL}"
    before, after = analyse_text(text), analyse_text(rename(text))
    assert [rename(line) for line in said(before)] == said(after)
    assert [(s.speaker.participant, s.act) for s in before.statements] == [
        (s.speaker.participant, s.act) for s in after.statements
    ]
    assert [(m.participant, m.method) for m in before.mentions] == [(m.participant, m.method) for m in after.mentions]
    assert [(d.kind, rename(d.text)) for d in before.decisions] == [(d.kind, d.text) for d in after.decisions]
    assert [(a.due and a.due.to, rename(a.text)) for a in before.actions] == [
        (a.due and a.due.to, a.text) for a in after.actions
    ]
    assert [(p.id, p.role, p.attendance, p.functions) for p in before.participants] == [
        (p.id, p.role, p.attendance, p.functions) for p in after.participants
    ]


@pytest.mark.parametrize("text", ["a" * 10_000_000, "ord " * 2_500_000], ids=["one word", "one line"])
def test_ten_million_letters_give_a_record(text: str) -> None:
    record = analyse_text(text)
    assert len(record.text) == len(text)
    assert {"no_participants", "no_items"} <= {d.code for d in record.diagnostics}
    assert (record.participants, record.statements) == ((), ())


def test_a_file_and_its_text_give_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(f"{HEAD}{BODY}{TAIL}", "utf-8")
    assert facts(analyse(path)) == facts(minutes(BODY))
    assert analyse(path).source.name == "referat.txt"


def test_the_spacy_pipeline_gives_the_same_record() -> None:
    nlp = analyser.load("blank:da")
    text = f"{HEAD}{BODY}{TAIL}"
    doc = nlp(text)
    assert doc._.minutes == analyse_text(text, model="blank:da")
    assert nlp.pipe_names == ["referat_sentences", "referat_minutes"]


def test_a_model_that_is_not_there() -> None:
    from analyser.language import ModelError

    with pytest.raises(ModelError, match="no_such_model"):
        analyse_text("Referat", model="no_such_model")


def test_a_file_that_is_no_minutes_gives_a_record_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Kære Else\nTak for sidst. Her er opskriften på æblekage.\n", "utf-8")
    result = CliRunner().invoke(app, ["analyse", str(path)])
    assert (result.exit_code, result.stderr) == (0, "")
    record = Minutes.from_json(result.stdout)
    assert {"no_participants", "no_items"} <= {d.code for d in record.diagnostics}
