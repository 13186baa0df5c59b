"""Marked sentences: what a line says, what a pipeline is asked, and that the set in `data/sentences/` can be read."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from models.training import sentence_set
from models.training.sentence_set import Passage

FILES = sorted((Path(__file__).parents[2] / "data" / "sentences").glob("*.txt"))


def passage(*lines: str) -> Passage:
    made = Passage()
    for line in lines:
        sentence_set.add(made, line)
    return made


def test_text_is_without_marks() -> None:
    made = passage("Herefter gennemgik{say} [Bo{s} Tranholm](PER) tallene{o}.", "Intet.¶", "Slut.")
    assert made.text == "Herefter gennemgik Bo Tranholm tallene. Intet.\nSlut."
    assert [made.text[start:][:5] for start in made.starts] == ["Heref", "Intet", "Slut."]


def test_a_subject_in_a_name_is_the_whole_name() -> None:
    made = passage("Herefter gennemgik{say} [Bo{s} Tranholm](PER) tallene{o}.")
    (clause,) = made.clauses
    spans = [clause.verb, clause.subject, clause.object]
    assert [made.text[slice(*span)] for span in spans if span] == ["gennemgik", "Bo Tranholm", "tallene"]
    assert clause.says


def test_clauses_go_by_number() -> None:
    made = passage("[Bo{s1}](PER) svarede{say1}, at det{s2} afhænger{v2} af vejret.")
    assert [(made.text[slice(*clause.subject)], clause.says) for clause in made.clauses if clause.subject] == [
        ("Bo", True),
        ("det", False),
    ]


@pytest.mark.parametrize("line", ["Ved døren{x} stod han.", "Der {s} er", "[Bo Tranholm kom.", "Bo](PER) kom."])
def test_a_mark_that_cannot_be_read(line: str, tmp_path: Path) -> None:
    (tmp_path / "set.txt").write_text("Slut.\n" + line, encoding="utf8")
    with pytest.raises(ValueError, match=r"set\.txt, line 2"):
        sentence_set.read(tmp_path / "set.txt")


def test_the_set_is_of_three_hundred_sentences() -> None:
    passages = [each for path in FILES for each in sentence_set.read(path)]
    assert sum(len(each.starts) for each in passages) == 300
    assert all(clause.verb for each in passages for clause in each.clauses)
    assert not [each.text for each in passages if set("[]{}¶") & set(each.text)]


class Reader:
    """Stands for a pipeline: reads `Bo kom. Helle sagde det.` as told."""

    def __init__(self, heads: list[int], deps: list[str], ents: list[str]) -> None:
        self.vocab = spacy.blank("da").vocab
        self.heads, self.deps, self.ents = heads, deps, ents

    def __call__(self, text: str) -> Doc:
        words = ["Bo", "kom", ".", "Helle", "sagde", "det", "."]
        spaces = [True, False, True, True, True, False, False]
        doc = Doc(self.vocab, words=words, spaces=spaces, heads=self.heads, deps=self.deps, ents=self.ents)
        assert doc.text == text
        return doc


DEPS = ["nsubj", "ROOT", "punct", "nsubj", "ROOT", "obj", "punct"]


@pytest.mark.parametrize(
    ("heads", "deps", "ents", "expected"),
    [
        pytest.param([1, 1, 1, 4, 4, 4, 4], DEPS, ["B-PER", "O", "O", "B-PER", "O", "O", "O"],
                     {"PER": 1.0, "sentences": 1.0, "subjects of verbs of saying": 1.0, "objects": 1.0}, id="right"),
        pytest.param([1, 1, 1, 4, 4, 4, 4], DEPS, ["B-PER", "O", "O", "B-LOC", "O", "O", "O"],
                     {"PER": 2 / 3, "LOC": 0.0, "names": 0.5}, id="a person taken for a place"),
        pytest.param([1, 1, 1, 4, 4, 4, 4], ["nsubj", "ROOT", "punct", "obj", "ROOT", "nsubj", "punct"], ["O"] * 7,
                     {"subjects of verbs of saying": 0.0, "objects": 0.0, "other subjects": 1.0, "PER": 0.0},
                     id="object before subject"),
        pytest.param([1, 1, 1, 4, 1, 4, 4], ["nsubj", "ROOT", "punct", "nsubj", "conj", "obj", "punct"], ["O"] * 7,
                     {"sentences": 2 / 3}, id="two sentences in one"),
    ],
)  # fmt: skip
def test_scores(heads: list[int], deps: list[str], ents: list[str], expected: dict[str, float]) -> None:
    marked = passage("[Bo{s}](PER) kom{v}.", "[Helle{s}](PER) sagde{say} det{o}.")
    reader: Language = Reader(heads, deps, ents)  # type: ignore[assignment]
    found = sentence_set.scores(reader, [marked])
    assert {what: found[what].f1 for what in expected} == pytest.approx(expected)
