"""Facts over a text: `[` and `]` show where a piece begins and ends, and what covers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyser.corpus.search import Term, Typed
from analyser.explorer.marks import Kind, Mark, found, pieces, within

TEXT = "Karla talte om stier."
KINDS: list[Kind] = ["page", "statement", "extent", "decision", "action", "mention", "doubt"]


def drawn(text: str, marks: list[Mark]) -> str:
    return "".join(
        f"[{''.join(sorted(mark.kind[0] for mark in piece.covered))}:{piece.text}]" if piece.covered else piece.text
        for piece in pieces(text, marks)
    )


def mark(kind: Kind, start: int, end: int) -> Mark:
    return Mark(kind, f"{kind}{start}", (start, end), "#x")


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], "Karla talte om stier."),
        ([mark("statement", 0, 21)], "[s:Karla talte om stier.]"),
        ([mark("mention", 0, 5)], "[m:Karla] talte om stier."),
        ([mark("statement", 0, 21), mark("mention", 0, 5)], "[ms:Karla][s: talte om stier.]"),
        ([mark("statement", 0, 11), mark("action", 6, 21)], "[s:Karla ][as:talte][a: om stier.]"),
        ([mark("action", 15, 999)], "Karla talte om [a:stier.]"),
        ([mark("action", 99, 999)], "Karla talte om stier."),
        ([mark("action", 5, 5)], "Karla talte om stier."),
        ([mark("action", 9, 5)], "Karla talte om stier."),
    ],
)
def test_pieces(marks: list[Mark], shown: str) -> None:
    assert drawn(TEXT, marks) == shown


spans = st.tuples(st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 30))


@given(st.text(max_size=25), st.lists(spans, max_size=8))
def test_pieces_are_the_text(text: str, rows: list[tuple[Kind, int, int]]) -> None:
    marks = [Mark(kind, str(n), (start, end), "#x") for n, (kind, start, end) in enumerate(rows)]
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    for each in marks:
        covered = "".join(piece.text for piece in cut if each in piece.covered)
        assert covered == text[slice(*each.span)]
        begun = sum(each in piece.begins for piece in cut)
        assert begun == (each.kind in ("page", "statement", "decision", "action") and bool(covered))


@pytest.mark.parametrize(
    ("marks", "span", "shown"),
    [
        ([mark("statement", 0, 21)], (6, 15), "[s:talte om ]"),
        ([mark("mention", 6, 11), mark("action", 15, 21)], (6, 15), "[m:talte] om "),
        ([mark("mention", 0, 6), mark("action", 15, 21)], (6, 15), "talte om "),
    ],
)
def test_marks_of_a_run_of_the_text(marks: list[Mark], span: tuple[int, int], shown: str) -> None:
    assert drawn(TEXT[slice(*span)], within(marks, span)) == shown


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("om indbruddene nu", [Term(Typed(("indbrud",)), {"indbruddene": "inflection"})], "om [indbruddene] nu"),
        ("Indbrud, og indbrud", [Term(Typed(("indbrud",)), {"indbrud": "exact"})], "[Indbrud], og [indbrud]"),
        ("vold i familien", [Term(Typed(("vold", "i"), quoted=True), {})], "[vold] [i] familien"),
        ("forebyggelse", [Term(Typed(("bygge",), begun=True), {"bygge": "beginning"})], "forebyggelse"),
        ("<b>", [Term(Typed(("b",)), {"b": "exact"})], "<[b]>"),
        ("x", [], "x"),
    ],
)
def test_found(text: str, terms: list[Term], shown: str) -> None:
    assert "".join(f"[{part}]" if hit else part for part, hit in found(text, terms)) == shown


@given(st.text(), st.lists(st.text(min_size=1)))
def test_found_is_the_text(text: str, begun: list[str]) -> None:
    terms = [Term(Typed((word,), begun=True), {}) for word in begun]
    assert "".join(part for part, _ in found(text, terms)) == text
