"""Scores against gold annotations: how much of what a careful clerk would note was found, and how much was wrong.

`evaluate` scores a folder of gold; `gold` reads it, `matching` pairs facts, `scores` counts, `report` prints.
"""

from analyser.evaluation.gold import Gold, GoldError, read_gold
from analyser.evaluation.report import as_json, as_table
from analyser.evaluation.run import DocumentScores, Evaluation, evaluate, records_in
from analyser.evaluation.scores import Scores, score_document

__all__ = [
    "DocumentScores",
    "Evaluation",
    "Gold",
    "GoldError",
    "Scores",
    "as_json",
    "as_table",
    "evaluate",
    "read_gold",
    "records_in",
    "score_document",
]
