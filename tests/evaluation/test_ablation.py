"""Each part that the ablation takes away is one that this text needs."""

from pathlib import Path

import pytest

from analyser.evaluation.ablation import VARIANTS, analyser_of, main
from analyser.evaluation.documents import read_document

TEXT = """+++
meeting.date = "2024-05-07"
+++
Trivselsråd. Møde den 7. maj 2024
Til stede: <participant role="formand">Karla Rosenvang</participant> (formand), <participant>Jens Tornby</participant>

<item number="1" title="Nyt">1. Nyt</item>
<statement speaker="Karla Rosenvang">Formanden orienterede</statement> om taget. <statement \
speaker="Karla Rosenvang">Hun foreslog</statement> et lån.
<statement speaker="Jens Tornby">Jens Tornbye spurgte</statement> til prisen.
""".replace("\\\n", "")


@pytest.mark.parametrize(
    ("variant", "linked"),
    [
        ("shipped model", {"Formanden", "Hun", "Jens Tornbye"}),
        ("blank pipeline", {"Formanden", "Hun", "Jens Tornbye"}),
        ("no fuzzy linking", {"Formanden", "Hun"}),
        ("no coreference", {"Jens Tornbye"}),
    ],
)
def test_what_is_linked_without(variant: str, linked: set[str], tmp_path: Path) -> None:
    path = tmp_path / "a.gold"
    path.write_text(TEXT, "utf-8")
    (chosen,) = (v for v in VARIANTS if v.name == variant)
    record = analyser_of(chosen)(read_document(path))
    on_the_roster = {p.id for p in record.participants if p.name in ("Karla Rosenvang", "Jens Tornby")}
    start = record.text.index("1. Nyt")
    assert {m.text for m in record.mentions if m.participant in on_the_roster and m.span[0] > start} == linked


def test_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.gold").write_text(TEXT, "utf-8")
    assert main([str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "| | shipped model | blank pipeline | no fuzzy linking | no coreference |" in printed
    assert "unseen" not in printed
    assert main([str(tmp_path / "nowhere")]) == 2
