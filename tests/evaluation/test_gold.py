"""Gold that cannot be used is told of, with the file and the place in it; the other documents are scored."""

import json
from pathlib import Path

import pytest

from analyser.evaluation import Evaluation, Gold, GoldError, as_json, as_table, evaluate, print_marked, read_gold
from analyser.evaluation.gold import place
from tests.corpus.invented import invented_minutes

RECORD = invented_minutes()


def write(folder: Path, name: str, gold: object, text: str = RECORD.text) -> None:
    (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / f"{name}.gold.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), "utf-8")


def statement(head: str) -> dict[str, object]:
    return {"statements": [{"head": head, "speaker": None}]}


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ("{", "the file: Invalid JSON"),
        ({"statement": []}, "statement: Extra inputs are not permitted"),
        ({"statements": [{"speeker": "A", "head": "b"}]}, "statements.0.speeker: Extra inputs"),
        ({"decisions": [{"head": "x", "kind": "vedtaget"}]}, "decisions.0.kind: Input should be"),
        (statement("Ingen steder"), "occurs 0 times: 'Ingen steder'"),
        (statement("Nørreå"), "occurs 2 times: 'Nørreå'"),
        (statement(""), "occurs 0 times: ''"),
        ({"items": [{"number": "1", "starts": "9. Nej"}]}, "occurs 0 times: '9. Nej'"),
        (
            {"mentions": [{"head": "Til stede", "text": "cykelstien", "participant": None}]},
            "the mention 'cykelstien' does not stand near its head 'Til stede'",
        ),
    ],
)
def test_bad_gold_is_named_and_the_rest_scored(tmp_path: Path, gold: object, said: str) -> None:
    write(tmp_path, "a", gold)
    write(tmp_path, "b", statement("Skolelederen spurgte"))
    bad, good = evaluate(tmp_path, lambda _: RECORD)
    assert bad.scores is None
    assert str(tmp_path / "a.gold.json") in str(bad.problem)
    assert said in str(bad.problem)
    assert good.scores is not None
    assert good.problem is None


def test_every_bad_head_has_its_line(tmp_path: Path) -> None:
    write(tmp_path, "a", {"statements": [{"head": "Nørreå"}], "actions": [{"head": "Rønnebærvej"}]})
    (bad,) = evaluate(tmp_path, lambda _: RECORD)
    assert len(str(bad.problem).splitlines()) == 2


def test_gold_without_text(tmp_path: Path) -> None:
    write(tmp_path, "a", {})
    (tmp_path / "a.txt").unlink()
    (bad,) = evaluate(tmp_path, lambda _: RECORD)
    assert bad.problem == f"{tmp_path / 'a.txt'}: not there; gold stands beside its NAME.txt"


def test_a_missing_record_counts_as_one_without_facts(tmp_path: Path) -> None:
    write(tmp_path, "a", statement("Skolelederen spurgte"))
    (document,) = evaluate(tmp_path, lambda _: None)
    assert document.problem == "a: no record to score; it counts as one without facts"
    assert document.scores is not None
    assert document.scores.figures["statements"].f1 == 0.0


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_gold(tmp_path: Path, folder: str) -> None:
    with pytest.raises(GoldError, match=r"(cannot be read as a folder|no NAME\.gold and no)"):
        list(evaluate(tmp_path / folder, lambda _: None))


def test_null_is_a_claim_and_no_key_is_none(tmp_path: Path) -> None:
    write(tmp_path, "a", {"decisions": [{"head": "x", "by": None}, {"head": "y"}]})
    with_null, without = read_gold(tmp_path / "a.gold.json").decisions
    assert with_null.given("by")
    assert not without.given("by")


def test_a_head_may_overlap_itself() -> None:
    with pytest.raises(ValueError, match="occurs 2 times"):
        place("anana", "ana")


def test_reports(tmp_path: Path) -> None:
    write(tmp_path, "a", statement("Skolelederen spurgte"))
    write(tmp_path, "b", "{")
    evaluation = Evaluation(list(evaluate(tmp_path, lambda _: RECORD)))
    table = as_table(evaluation, errors=True)
    assert "== a\n" in table
    assert "== all (1 of 2 documents)" in table
    assert "statements                     0.333   1.000   0.500  tp 1 fp 2 fn 0" in table
    assert "statements spurious: 'Karla Rosenvang orienterede" in table
    data = json.loads(as_json(evaluation, errors=True))
    assert data["all"]["statements"] == {"tp": 1, "fp": 2, "fn": 0, "precision": 1 / 3, "recall": 1.0, "f1": 0.5}
    assert data["documents"]["a"] == data["all"] == data["folders"]["."]
    assert len(data["errors"]["a"]) == len([line for line in table.splitlines() if line.startswith("   ")]) - 2


def mark(folder: Path, name: str, speaker: str, text: str = RECORD.text) -> None:
    folder.mkdir(exist_ok=True)
    head = "Skolelederen spurgte"
    gold = {"statements": [{"head": head, "speaker": speaker, "at": text.index(head)}]}
    (folder / f"{name}.gold").write_text(print_marked(text, Gold.model_validate(gold)), "utf-8")


def test_both_forms_and_folders_are_scored(tmp_path: Path) -> None:
    write(tmp_path, "a", statement("Skolelederen spurgte"))
    mark(tmp_path, "b", "Jens Ole Tornby")
    mark(tmp_path / "unseen", "c", "Karla Rosenvang")
    found = {d.name: d for d in evaluate(tmp_path, lambda _: RECORD)}
    assert list(found) == ["a", "b", "unseen/c"]
    assert [d.scores.figures["statements"].tp for d in found.values()] == [1, 1, 1]  # type: ignore[union-attr]


def test_of_unseen_gold_only_the_sums_are_shown(tmp_path: Path) -> None:
    mark(tmp_path, "b", "Jens Ole Tornby")
    mark(tmp_path / "unseen", "c", "Karla Rosenvang")
    evaluation = Evaluation(list(evaluate(tmp_path, lambda _: RECORD)))
    table = as_table(evaluation, errors=True)
    assert "unseen/c" not in table
    assert "== F1 by folder (documents)\n" in table
    assert "                               . (1)  unseen (1)  difference\n" in table
    assert "statements.speaker             1.000       0.000      -1.000\n" in table
    assert "statements.wrong_speaker       0.000       1.000      +1.000\n" in table
    data = json.loads(as_json(evaluation, errors=True))
    assert set(data["documents"]) == set(data["errors"]) == {"b"}
    assert set(data["folders"]) == {".", "unseen"}
    alone = Evaluation(list(evaluate(tmp_path / "unseen", lambda _: RECORD)))
    assert "== c" not in as_table(alone, errors=True)


def test_a_marked_text_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.gold").write_text("Referat\n<statment>Bo</statment>", "utf-8")
    mark(tmp_path, "b", "Jens Ole Tornby")
    bad, good = evaluate(tmp_path, lambda _: RECORD)
    assert str(bad.problem).startswith(f"{tmp_path / 'a.gold'}: line 2: ")
    assert good.problem is None


def test_two_files_of_one_document(tmp_path: Path) -> None:
    write(tmp_path, "a", {})
    mark(tmp_path, "a", "Jens Ole Tornby")
    with pytest.raises(GoldError, match="is gold of the same document; keep one of them"):
        list(evaluate(tmp_path, lambda _: RECORD))


def test_a_record_of_another_writing_of_the_text(tmp_path: Path) -> None:
    """A record made from a file with other spacing has other offsets; its gold is looked up by its words."""
    mark(tmp_path, "b", "Jens Ole Tornby", f"Forside\n{RECORD.text}")
    (document,) = evaluate(tmp_path, lambda _: RECORD)
    assert document.scores is not None
    assert document.scores.figures["statements.speaker"].f1 == 1.0  # type: ignore[union-attr]
