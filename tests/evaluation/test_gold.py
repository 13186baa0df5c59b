"""Gold that cannot be used is told of, with the file and the place in it; the other documents are scored."""

import json
from pathlib import Path

import pytest

from analyser.evaluation import Evaluation, GoldError, as_json, as_table, evaluate, read_gold
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
    with pytest.raises(GoldError, match=r"(cannot be read as a folder|no NAME\.gold\.json)"):
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
    assert data["documents"]["a"] == data["all"]
    assert len(data["errors"]["a"]) == len([line for line in table.splitlines() if line.startswith("   ")]) - 2
