"""`referat analyse`: what goes where, and with which exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from analyser import pipeline
from analyser.minutes import Minutes
from analyser.reading import Source

Referat = Callable[..., Result]


def test_one_file_goes_to_standard_output(referat: Referat, folder: Path) -> None:
    result = referat("analyse", folder / "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    record = Minutes.from_json(result.stdout)
    assert result.stdout == record.to_json()
    assert {"Karla Rosenvang", "Jens Ole Tornby"} <= {person.name for person in record.participants}


def test_several_files_go_into_a_folder(referat: Referat, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    result = referat("analyse", folder / "a.txt", folder / "2023" / "b.txt", "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json"]
    assert Minutes.from_json((out / "b.json").read_bytes()).meeting.date == "2023-05-09"
    before = (out / "a.json").read_bytes()
    assert referat("analyse", folder / "a.txt", "-o", out).exit_code == 0
    assert (out / "a.json").read_bytes() == before


def test_several_files_need_a_folder(referat: Referat, folder: Path) -> None:
    result = referat("analyse", folder / "a.txt", folder / "2023" / "b.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "several files: name a folder for their records with -o DIR\n"


BAD: list[tuple[str, bytes | None, str]] = [
    ("empty.txt", b"", "the file is empty"),
    ("blank.txt", b" \n\n", "the file is empty"),
    ("binary.txt", bytes(range(256)) * 9, "binary"),
    ("paper.txt", b"%PDF-1.7\n", "the PDF is damaged"),
    ("none.txt", None, "cannot be opened"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD)
def test_a_bad_file_has_its_line_and_the_rest_is_done(
    referat: Referat, folder: Path, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    bad, out = tmp_path / name, tmp_path / "out"
    if content is not None:
        bad.write_bytes(content)
    alone = referat("analyse", bad)
    among = referat("analyse", bad, folder / "a.txt", "-o", out)
    for result in (alone, among):
        assert (result.exit_code, result.stdout) == (1, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith(f"{bad}: ")
        assert said in line
    assert [path.name for path in out.iterdir()] == ["a.json"]


def test_a_fault_of_the_analyser_stops_no_batch(
    referat: Referat, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = pipeline.analyse_source

    def faulty(source: Source, model: str | None = None) -> Minutes:
        if source.name == "a.txt":
            raise KeyError("x")
        return right(source, model)

    monkeypatch.setattr(pipeline, "analyse_source", faulty)
    result = referat("analyse", folder / "a.txt", folder / "2023" / "b.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr == (
        f"{folder / 'a.txt'}: the analysis failed (KeyError: 'x'); this is a fault of the analyser\n"
    )
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.json"]


def test_no_record_replaces_that_of_another_file(referat: Referat, folder: Path, tmp_path: Path) -> None:
    (folder / "2023" / "A.md").write_bytes((folder / "2023" / "b.txt").read_bytes())
    result = referat("analyse", folder / "a.txt", folder / "2023" / "A.md", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert f"{folder / '2023' / 'A.md'}: not written" in result.stderr
    (written,) = (tmp_path / "out").iterdir()
    assert Minutes.from_json(written.read_bytes()).meeting.date == "2024-05-07"


def test_a_file_that_failed_takes_no_name(referat: Referat, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    result = referat("analyse", tmp_path / "a.txt", folder / "a.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.json"]


def test_a_file_named_twice_is_done_once(referat: Referat, folder: Path) -> None:
    assert referat("analyse", folder / "a.txt", folder / "a.txt").exit_code == 0


def test_no_record_replaces_its_own_file(referat: Referat, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("Referat af et møde", "utf-8")
    result = referat("analyse", path, "-o", tmp_path)
    assert result.exit_code == 1
    assert path.read_text("utf-8") == "Referat af et møde"


def test_a_folder_that_is_a_file(referat: Referat, folder: Path) -> None:
    result = referat("analyse", folder / "a.txt", "-o", folder / "a.txt")
    assert result.exit_code == 2
    assert "cannot be used as a folder" in result.stderr


def test_a_model_that_is_not_there(referat: Referat, folder: Path, tmp_path: Path) -> None:
    for command in (
        ("analyse", folder / "a.txt"),
        ("import", folder, "--store", tmp_path / "x.db"),
        ("evaluate", gold(tmp_path)),
    ):
        result = referat(*command, "--model", "no_such_model")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "no_such_model" in result.stderr
        assert len(result.stderr.splitlines()) == 1


def gold(folder: Path) -> Path:
    (folder / "g").mkdir(exist_ok=True)
    (folder / "g" / "a.txt").write_text("Referat af møde", "utf-8")
    (folder / "g" / "a.gold.json").write_text("{}", "utf-8")
    return folder / "g"


def test_names_do_not_steer_the_terminal(referat: Referat, tmp_path: Path) -> None:
    result = referat("analyse", tmp_path / "\x1b[31m\n.txt")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_schema(referat: Referat, folder: Path) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(referat("schema").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(referat("analyse", folder / "a.txt").stdout))
