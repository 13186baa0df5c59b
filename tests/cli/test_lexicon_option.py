"""`--lexicon PATH`: words of the user's own on the command line, and another lexicon means analysing anew."""

import json
import sqlite3
from pathlib import Path

import pytest

from analyser.corpus.importing import import_minutes
from analyser.minutes import Minutes
from tests.cli.conftest import Referat
from tests.corpus.content import content_of

BLANK = ("--model", "blank:da")


@pytest.fixture
def minutes(folder: Path) -> Path:
    """Two minutes, in one of which somebody has a title that the shipped lists do not know."""
    path = folder / "a.txt"
    path.write_text(path.read_text("utf-8").replace("Tornby, skoleleder", "Tornby, webmaster"), "utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "ord").mkdir()
    (tmp_path / "ord" / "titles.toml").write_text('ends = ["webmaster"]\n', "utf-8")
    return tmp_path / "ord"


def roles(record: str) -> list[str | None]:
    return [person.role for person in Minutes.from_json(record).participants]


def test_analyse(referat: Referat, minutes: Path, own: Path, tmp_path: Path) -> None:
    plain, read = (referat("analyse", minutes / "a.txt", *BLANK, *more) for more in ((), ("--lexicon", own)))
    assert (plain.exit_code, read.exit_code) == (0, 0)
    assert ("webmaster" in roles(plain.stdout), "webmaster" in roles(read.stdout)) == (False, True)
    assert referat("analyse", minutes / "a.txt", *BLANK).stdout == plain.stdout
    into = tmp_path / "out"
    assert referat("analyse", *minutes.glob("*.txt"), *BLANK, "--lexicon", own, "-o", into).exit_code == 0
    assert (into / "a.json").read_text("utf-8") == read.stdout


def imported(referat: Referat, *arguments: object) -> str:
    result = referat("import", *arguments, *BLANK)
    assert result.exit_code == 0, result.stderr
    return result.stderr.splitlines()[-1]


def test_import_analyses_anew_where_the_words_are_others(
    referat: Referat, minutes: Path, own: Path, tmp_path: Path
) -> None:
    store = tmp_path / "arkiv.db"
    anew, same = "2 imported, 0 unchanged, 0 failed", "0 imported, 2 unchanged, 0 failed"
    assert imported(referat, minutes, "--store", store) == anew
    assert imported(referat, minutes, "--store", store, "--lexicon", own) == anew
    found = referat("people", "--store", store, "--format", "json").stdout
    assert "webmaster" in found
    assert imported(referat, minutes, "--store", store, "--lexicon", own) == same
    (own / "titles.toml").write_text('# Titler\nends = [\n "webmaster"\n]\n', "utf-8")
    assert imported(referat, minutes, "--store", store, "--lexicon", own) == same
    (own / "titles.toml").write_text('ends = ["webmester"]\n', "utf-8")
    assert imported(referat, minutes, "--store", store, "--lexicon", own) == anew
    assert "webmaster" not in referat("people", "--store", store, "--format", "json").stdout
    assert imported(referat, minutes, "--store", store) == anew
    assert imported(referat, minutes, "--store", store) == same
    assert sqlite3.connect(store).execute("SELECT DISTINCT lexicon FROM minutes").fetchall() == [("",)]


def test_processes_read_by_the_same_words(minutes: Path, own: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        import_minutes([minutes / "a.txt"], tmp_path / f"{jobs}.db", model="blank:da", lexicon=own, jobs=jobs)
    one, two = (content_of(tmp_path / f"{jobs}.db") for jobs in (1, 2))
    assert one == two
    assert "webmaster" in str(one)


def test_evaluate(referat: Referat, tmp_path: Path, minutes: Path, own: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.txt").write_text((minutes / "a.txt").read_text("utf-8"), "utf-8")
    people = [{"name": "Jens Ole Tornby", "attendance": "present", "role": "webmaster"}]
    (gold / "a.gold.json").write_text(json.dumps({"participants": people}), "utf-8")
    plain, read = (referat("evaluate", gold, *BLANK, "--errors", *more) for more in ((), ("--lexicon", own)))
    assert (plain.exit_code, read.exit_code) == (0, 0), read.stderr
    assert ("webmaster" in plain.stdout, "webmaster" in read.stdout) == (True, False)  # among the errors


@pytest.mark.parametrize("command", ["analyse", "import", "evaluate"])
def test_words_that_cannot_be_read_are_an_unusable_argument(
    referat: Referat, command: str, minutes: Path, own: Path, tmp_path: Path
) -> None:
    (own / "titles.toml").write_text("ends = webmaster\n", "utf-8")
    more = ("--store", tmp_path / "arkiv.db") if command == "import" else ()
    result = referat(command, minutes, *more, "--lexicon", own)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{own / 'titles.toml'}: cannot be read as TOML: Invalid value (at line 1, column 8)\n"
    assert not (tmp_path / "arkiv.db").exists()
