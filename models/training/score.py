"""Scores a pipeline and appends a row to `runs.md`: `python -m models.training.score PIPELINE TEST --run "what was
tried"`.

TEST is a `.spacy` file from `prepare` (`test.spacy` or `held.spacy`), with documents of ten sentences and the text
as it was printed, so that tokenisation counts too, as in the figures published with da_core_news_sm.
"""

import argparse
from datetime import UTC, datetime
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Corpus

RUNS = Path(__file__).parent / "runs.md"
KEYS = ["pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f", "lemma_acc", "ents_f"]
LABELS = ["PER", "LOC", "ORG", "MISC"]

#: da_core_news_sm 3.8, as published with it, on the same test part.
PUBLISHED = [0.950, 0.937, 0.800, 0.756, 0.881, 0.944, 0.723, 0.766, 0.783, 0.644, 0.664]


def scores(pipeline: Language, test: Path) -> list[float]:
    """POS, morphology, UAS, LAS, sentences, lemmas, entities, then PER, LOC, ORG, MISC (accuracies and F1, 0 to 1)."""
    result = pipeline.evaluate(list(Corpus(test)(pipeline)))
    by_label = result.get("ents_per_type") or {}
    return [result.get(key) or 0.0 for key in KEYS] + [by_label.get(label, {}).get("f", 0.0) for label in LABELS]


def row(name: str, figures: list[float]) -> str:
    return f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("--run", required=True, help="what was tried, for the row in runs.md")
    arguments = parser.parse_args()
    figures = scores(spacy.load(arguments.pipeline), arguments.test)
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    line = row(f"{when} | {arguments.run} | {arguments.test.stem}", figures)
    if not RUNS.exists():
        heads = ["when", "run", "scored on", "POS", "morph", "UAS", "LAS", "sentences", "lemmas", "NER", *LABELS]
        RUNS.write_text(
            "# Training runs\n\nAppended by `models/training/score.py`. `held` is a fifth of DDT dev kept out of "
            "training, on which\nchoices are made; `test` is DDT test.\n\n"
            f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n"
            + row("published | da_core_news_sm 3.8 | test", PUBLISHED)
            + "\n",
            encoding="utf8",
        )
    with RUNS.open("a", encoding="utf8") as runs:
        runs.write(line + "\n")
    print(line)


if __name__ == "__main__":
    main()
