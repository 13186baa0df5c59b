"""The store as Datasette sees it, with the metadata that the documentation gives."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed")
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "other-programs.md"


@pytest.fixture
def get(store: Path, tmp_path: Path) -> Any:
    (metadata,) = re.findall(r"^```json\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "datasette.json").write_text(metadata, "utf-8")

    def answer(path: str) -> Any:
        command = [sys.executable, "-m", "datasette", str(store), "--metadata", str(tmp_path / "datasette.json")]
        return json.loads(subprocess.run([*command, "--get", path], check=True, capture_output=True).stdout)

    return answer


def test_datasette_shows_tables_and_views_and_counts_them(get: Any) -> None:
    database = get("/arkiv.json")
    counts = {table["name"]: table["count"] for table in database["tables"]}
    assert (counts["minutes"], counts["files"], counts["failures"]) == (2, 2, 0)
    assert {"meetings", "who_said", "who_decides", "who_does", "who_was_there"} == {
        v["name"] for v in database["views"]
    }


def test_datasette_searches_a_view(get: Any) -> None:
    rows = get("/arkiv/who_said.json?_shape=array&_search=indbrudsforebyggelse&_sort=date")
    assert [row["date"][:4] for row in rows] == ["2023", "2024"]
    assert get("/arkiv/who_said.json?_shape=array&_search=snerydning") == []
