"""`referat import`, the questions, `export`: from a folder of files to answers."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import Result

from analyser.corpus.corrections import correct_role
from analyser.corpus.store import connect

Referat = Callable[..., Result]


def test_import_again_changes_nothing(referat: Referat, folder: Path, store: Path) -> None:
    before = referat("who", "--store", store, "--format", "json").stdout
    result = referat("import", folder, "--store", store)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == "0 imported, 2 unchanged, 0 failed"
    assert referat("who", "--store", store, "--format", "json").stdout == before
    assert before


def test_the_version_that_is_kept_is_the_one_that_is_looked_for(store: Path, referat: Referat) -> None:
    version = referat("--version").stdout.split()[1]
    rows = sqlite3.connect(store).execute("SELECT DISTINCT analyser FROM minutes").fetchall()
    assert rows == [(version,)]


def test_import_goes_on_past_what_fails(referat: Referat, folder: Path, store: Path) -> None:
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.exe").write_bytes(b"MZ")
    (folder / "a.txt").write_text((folder / "a.txt").read_text("utf-8").replace("7. maj", "8. maj"), "utf-8")
    result = referat("import", folder, folder / "none.txt", "--store", store)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"{folder / 'c.txt'}: ")
    assert lines[1].startswith(f"{folder / 'none.txt'}: ")
    assert lines[2:] == [
        "passed over, since files of their kind hold no minutes: 1 .exe",
        "1 imported, 1 unchanged, 2 failed",
    ]
    rows = sqlite3.connect(store).execute("SELECT path, problem FROM files WHERE problem IS NOT NULL").fetchall()
    assert [Path(path).name for path, _ in rows] == ["c.txt", "none.txt"]
    dates = [
        json.loads(line)["date"] for line in referat("who", "--store", store, "--format", "json").stdout.splitlines()
    ]
    assert set(dates) == {"2024-05-08", "2023-05-09"}


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("who", "--on", "indbrud"), "Karla Rosenvang"),
        (("who", "--speaker", "torn"), "Jens Ole Tornby"),
        (("decisions", "--on", "søge"), "Trivselsrådet"),
        (("people", "--speaker", "rosen"), "Karla Rosenvang"),
        (("actions", "--open", "--on-day", "2024-06-01"), "Jens Ole Tornby"),
        (("who", "--on", "forebyggelsen"), "indbrudsforebyggelse"),
    ],
)
def test_questions(referat: Referat, store: Path, arguments: tuple[str, ...], shown: str) -> None:
    for form in ("table", "csv", "json"):
        result = referat(*arguments, "--store", store, "--format", form)
        assert (result.exit_code, result.stderr) == (0, "")
        assert shown in result.stdout


def test_pseudonyms_leave_no_name_of_those_in_doubt(referat: Referat, store: Path) -> None:
    connection = sqlite3.connect(store)
    (a, b, *_) = sorted(row[0] for row in connection.execute("SELECT id FROM people"))
    reasons = json.dumps([["name", "Karla Rosenvang / Karla M. Rosenvang", 1.5]])
    connection.execute("INSERT INTO doubtful_pairs VALUES (?, ?, 1.5, ?)", (a, b, reasons))
    connection.commit()
    connection.close()
    for form in ("table", "csv", "json"):
        shown = referat("people", "--store", store, "--doubtful", "--format", form, "--pseudonyms").stdout
        assert "Person " in shown
        assert not any(name in shown.casefold() for name in ("rosenvang", "karla", "tornby", "fjordager"))


def test_tasks_that_are_past_are_not_open(referat: Referat, store: Path) -> None:
    result = referat("actions", "--store", store, "--open")
    assert (result.exit_code, result.stderr) == (0, "nothing found\n")


@pytest.mark.parametrize("command", ["who", "decisions", "actions", "people"])
def test_pseudonyms_leave_no_name(referat: Referat, store: Path, command: str) -> None:
    for form in ("table", "csv", "json"):
        shown = referat(command, "--store", store, "--format", form, "--pseudonyms").stdout
        assert not any(name in shown for name in ("Karla", "Rosenvang", "Tornby", "Fjordager"))
        assert "Person " in shown or command == "decisions"


def test_nothing_found(referat: Referat, store: Path) -> None:
    result = referat("who", "--store", store, "--on", "findesikke", "--format", "json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


def test_csv_is_for_a_danish_excel(referat: Referat, store: Path) -> None:
    data = referat("who", "--store", store, "--format", "csv").stdout_bytes
    assert data.startswith(b"\xef\xbb\xbfdate;body;")
    assert data.count(b"\r\n") == data.count(b"\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("who", "--store", "none.db"), "no such store"),
        (("people", "--store", "a.txt"), "not a store of minutes"),
        (("explore", "--store", "none.db"), "no such store"),
        (("export", "--store", "none.db", "-o", "out"), "no such store"),
        (("import", "a.txt", "--store", "a.txt"), "not a store of minutes"),
        (("import", "a.txt", "--store", "."), "this is a folder"),
        (("evaluate", "."), "no NAME.gold and no NAME.gold.json in this folder"),
        (("evaluate", "none"), "cannot be read as a folder"),
        (("evaluate", ".", "--predictions", "none"), "no such folder of records"),
    ],
)
def test_unusable_arguments(
    referat: Referat, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder)
    result = referat(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert said in line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "i fjor"), "not a date"),
        (("--to", "2024-02-30"), "no such day"),
        (("--on", "!!"), "no word to search for"),
        (("--speaker", ""), "no word of a name"),
        (("--body", "-"), "no word of a name"),
    ],
)
def test_questions_that_cannot_be_asked(referat: Referat, store: Path, arguments: tuple[str, ...], said: str) -> None:
    for command in ("who", "decisions", "actions", "people"):
        result = referat(command, "--store", store, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr


@pytest.mark.parametrize(("form", "count"), [("csv", 5), ("parquet", 5), ("akn", 2)])
def test_export(referat: Referat, store: Path, tmp_path: Path, form: str, count: int) -> None:
    result = referat("export", "--store", store, "-o", tmp_path / "out", "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [Path(line).exists() for line in result.stdout.splitlines()] == [True] * count
    refused = referat("export", "--store", store, "-o", store, "--format", form)
    assert refused.exit_code == 2
    assert str(store) in refused.stderr


def test_personal_numbers_are_masked_unless_asked_for(referat: Referat, folder: Path, store: Path) -> None:
    path = folder / "a.txt"
    path.write_text(path.read_text("utf-8").replace("indbrudsforebyggelse", "010203-1234"), "utf-8")
    assert referat("import", folder, "--store", store).exit_code == 0
    for form in ("table", "csv", "json"):
        asked = ("who", "--store", store, "--on", "010203", "--format", form)
        assert "010203-1234" not in referat(*asked).stdout
        assert "010203-1234" in referat(*asked, "--personal-numbers").stdout


def test_evaluate(referat: Referat, folder: Path, tmp_path: Path) -> None:
    gold = {"statements": [{"head": "Karla Rosenvang orienterede", "speaker": "Karla Rosenvang"}]}
    (folder / "a.gold.json").write_text(json.dumps(gold), "utf-8")
    analysed = referat("evaluate", folder, "--format", "json")
    assert (analysed.exit_code, analysed.stderr) == (0, "")
    assert json.loads(analysed.stdout)["all"]["statements"]["recall"] == 1.0
    assert referat("analyse", folder / "a.txt", "-o", tmp_path / "out").exit_code == 0
    scored = referat("evaluate", folder, "--format", "json", "--predictions", tmp_path / "out")
    assert scored.stdout == analysed.stdout
    (tmp_path / "out" / "a.json").write_text("{}", "utf-8")
    bad = referat("evaluate", folder, "--predictions", tmp_path / "out")
    assert bad.exit_code == 1
    assert f"{tmp_path / 'out' / 'a.json'}: no record of schema 1" in bad.stderr
    gold["statements"][0]["head"] = "Ingen steder"
    (folder / "a.gold.json").write_text(json.dumps(gold), "utf-8")
    wrong = referat("evaluate", folder)
    assert wrong.exit_code == 1
    assert f"{folder / 'a.gold.json'}: the head must occur once in the text" in wrong.stderr


def test_erase(referat: Referat, folder: Path, store: Path) -> None:
    result = referat("erase", "--store", store, "--person", "Karla Rosenvang")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "erased from 2 minutes\n")
    assert "Rosenvang" not in referat("who", "--store", store, "--format", "csv").stdout
    result = referat("erase", "--store", store, "--file", folder / "a.txt")
    assert (result.exit_code, result.stderr) == (0, "1 minutes erased\n")
    for arguments in ((), ("--person", "Karla Rosenvang"), ("--file", "a.txt"), ("--person", "x", "--file", "y")):
        assert referat("erase", "--store", store, *arguments).exit_code == 2
    assert referat("erase", "--store", folder / "none.db", "--person", "Karla Rosenvang").exit_code == 2
    assert not (folder / "none.db").exists()


def test_doubtful_people_are_listed_merged_and_parted(referat: Referat, folder: Path, store: Path) -> None:
    path = folder / "a.txt"
    path.write_text(path.read_text("utf-8").replace("Jens Ole Tornby", "J. Tornby"), "utf-8")
    assert referat("import", folder, "--store", store).exit_code == 0
    listed = referat("people", "--doubtful", "--store", store, "--format", "json")
    (pair,) = [json.loads(line) for line in listed.stdout.splitlines()]
    assert {pair["name_a"], pair["name_b"]} == {"J. Tornby", "Jens Ole Tornby"}
    assert "abbreviated" in pair["reasons"]
    two = (pair["a"], pair["b"])

    def rows() -> list[str]:
        told = referat("people", "--speaker", "tornby", "--store", store, "--format", "json").stdout
        return [json.loads(line)["id"] for line in told.splitlines()]

    assert sorted(rows()) == sorted(two)
    merged = referat("people", "merge", *two, "--store", store)
    assert (merged.exit_code, len(rows())) == (0, 1)
    assert "takes that back" in merged.stderr
    assert referat("import", folder, "--store", store, "--again").exit_code == 0
    assert len(rows()) == 1
    parted = referat("people", "apart", *two, "--store", store)
    assert (parted.exit_code, sorted(rows())) == (0, sorted(two))
    nobody = referat("people", "merge", two[0], "ingen", "--store", store)
    assert (nobody.exit_code, nobody.stderr.count("\n")) == (2, 1)
    assert referat("people").exit_code == 2


def people_of(referat: Referat, store: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in referat("people", "--store", store, "--format", "json").stdout.splitlines()]


def test_corrections_are_listed_and_written_as_gold(referat: Referat, store: Path, tmp_path: Path) -> None:
    nothing = referat("corrections", "--store", store)
    assert (nothing.exit_code, nothing.stderr) == (0, "nothing was corrected\n")
    with closing(connect(store, write=True)) as connection:
        sha256, part, participant = connection.execute(
            "SELECT sha256, part, id FROM who_was_there WHERE name = 'Jens Ole Tornby' ORDER BY date LIMIT 1"
        ).fetchone()
        correct_role(connection, (sha256, part), participant, "rektor")
    (row,) = map(json.loads, referat("corrections", "--store", store, "--format", "json").stdout.splitlines())
    assert (row["what"], row["name"], row["now"], row["stands"]) == ("role", "Jens Ole Tornby", "rektor", "yes")
    assert row["sha256"] == sha256
    ids = [row["id"] for row in people_of(referat, store)]
    assert referat("people", "apart", *ids[:2], "--store", store).exit_code == 0
    (_, decided) = map(json.loads, referat("corrections", "--store", store, "--format", "json").stdout.splitlines())
    assert (decided["what"], decided["now"], decided["stands"]) == ("people", "two people", "yes")
    hidden = referat("corrections", "--store", store, "--format", "json", "--pseudonyms").stdout
    assert "rektor" in hidden
    assert "tornby" not in hidden.casefold()
    written = referat("corrections", "--store", store, "--gold", tmp_path / "gold")
    assert written.stdout == f"{tmp_path / 'gold' / sha256[:12]}.gold\n"
    assert '<participant role="rektor">' in (tmp_path / "gold" / f"{sha256[:12]}.gold").read_text("utf-8")
    assert referat("evaluate", tmp_path / "gold").exit_code == 0
    refused = referat("corrections", "--store", store, "--gold", tmp_path, "--pseudonyms")
    assert (refused.exit_code, refused.stdout) == (2, "")
