"""Scores against gold annotations: how much of what a careful clerk would note was found, and how much was wrong.

`evaluate` scores a folder of gold. `gold` is the annotation, `marked` the form in which it stands inside the text,
`documents` finds and reads it in either form; `matching` pairs facts, `scores` counts, `report` prints, `plausible`
checks gold for slips. `python -m analyser.evaluation.pairs` and `… .ablation` are tools of their own.
"""

from analyser.evaluation.documents import GoldDocument, find_gold, read_document
from analyser.evaluation.gold import Gold, GoldError, read_gold
from analyser.evaluation.marked_printing import print_marked
from analyser.evaluation.marked_reading import ParseError, parse
from analyser.evaluation.report import as_json, as_table
from analyser.evaluation.run import DocumentScores, Evaluation, analysis, evaluate, records_in
from analyser.evaluation.scores import Scores, score_document

__all__ = [
    "DocumentScores",
    "Evaluation",
    "Gold",
    "GoldDocument",
    "GoldError",
    "ParseError",
    "Scores",
    "analysis",
    "as_json",
    "as_table",
    "evaluate",
    "find_gold",
    "parse",
    "print_marked",
    "read_document",
    "read_gold",
    "records_in",
    "score_document",
]
