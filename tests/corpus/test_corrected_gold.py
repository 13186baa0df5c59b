"""Corrections written as gold: what `referat evaluate` then says of the record that was corrected."""

import sqlite3

from analyser.corpus.corrected import corrected
from analyser.corpus.corrected_gold import gold_of
from analyser.corpus.corrections import correct_link, correct_role, corrections
from analyser.evaluation import parse, print_marked
from analyser.evaluation.scores import Share, score_document
from tests.corpus.invented import invented_minutes

RECORD = invented_minutes(7, 2024)
DOCUMENT = (RECORD.source.sha256, 1)


def test_gold_of_corrections(writing: sqlite3.Connection) -> None:
    correct_link(writing, DOCUMENT, RECORD.mentions[1].span, "p1")
    correct_link(writing, DOCUMENT, RECORD.mentions[2].span, None)
    correct_role(writing, DOCUMENT, "p2", "rektor")
    made = corrections(writing)
    marked = print_marked(RECORD.text, gold_of(RECORD, made))
    assert '<mention participant="Karla Rosenvang">Skolelederen</mention>' in marked
    assert '<mention participant="">Nørreå</mention>' in marked
    assert '<participant role="rektor">Jens Ole Tornby</participant>' in marked
    assert "<participant>Karla Rosenvang</participant>" in marked
    text, gold = parse(marked)
    assert text == RECORD.text
    figures = score_document(gold, RECORD, text).figures
    assert figures["mentions"] == Share(ok=1, n=2)  # that nobody is Nørreå was read so
    assert figures["participant.role"] == Share(ok=0, n=1)
    after = score_document(gold, corrected(RECORD, made), text)
    assert after.errors == []
    assert after.figures["mentions"] == Share(ok=2, n=2)
    assert after.figures["participant.role"] == Share(ok=1, n=1)
    assert "statements" not in after.figures
