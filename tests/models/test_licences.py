"""Code and pipeline are licensed apart, and every source of the pipeline is named with its licence."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
PIPELINE = ROOT / "models" / "da_referat_sm"
META = json.loads((PIPELINE / "meta.json").read_text("utf-8"))


def test_the_projects_licence_covers_code_and_pipeline_apart() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("MIT License")
    assert "models/da_referat_sm" in text
    assert META["license"] in text
    assert META["license"] in (PIPELINE / "LICENSE").read_text("utf-8")


def test_the_card_has_a_row_with_a_licence_for_every_source() -> None:
    card = (ROOT / "models" / "README.md").read_text("utf-8").partition("## What it was made of")[2]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in card.splitlines() if line.startswith("|")]
    licences = {source: licence for source, _, licence in rows[2:]}
    assert all(licences.values())
    words = [source["name"].split()[0].removesuffix("'s") for source in META["sources"]]
    assert [word for word in words if not any(word in row for row in licences)] == []
    assert all(source["license"] for source in META["sources"])
