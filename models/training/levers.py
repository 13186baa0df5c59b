"""What each part of stage 1's data gives by itself: `python -m models.training.levers DATA WORK [--steps 500]`.

Trains stage 1 for some steps on all of its data, and as often again with one part left out, and prints a table of
scores on the fifth of DDT dev that none of them saw. Short runs tell which part earns its place, not how good the
pipeline gets.
"""

import argparse
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy

from models.training import corpora, documents
from models.training.conllu import Sentence
from models.training.minutes.matters import Nouns
from models.training.minutes.sentences import made
from models.training.prepare import GENERATED, GROUP, SEED, for_stage_1, split
from models.training.score import KEYS, LABELS, row, scores

HERE = Path(__file__).parent


def variants(data: Path, training: list[Sentence]) -> Iterator[tuple[str, list[list[Sentence]]]]:
    """A name with the documents of stage 1, first whole, then with one part left out."""
    known = corpora.lexicon(data, training, ())
    nouns = Nouns(corpora.unimorph_nouns(data, known))
    minutes = list(made(nouns, GENERATED, random.Random(SEED)))[: GENERATED // 2]
    silver = corpora.danish_silver(data, known)
    norwegian = corpora.norwegian(data, training, SEED)

    def stage(
        norwegian: list[Sentence] = norwegian,
        silver: list[Sentence] = silver,
        minutes: list[Sentence] = minutes,
    ) -> list[list[Sentence]]:
        return for_stage_1(norwegian, training, silver, minutes, random.Random(SEED))

    yield "all", stage()
    yield "without the silver tags of `train-10k`", stage(silver=[])
    yield "without the generated minutes", stage(minutes=[])
    yield "without Nynorsk", stage(corpora.norwegian(data, training, SEED, standards=["nob"]))
    yield "without any Norwegian", stage([])
    yield "without DDT's habits in relations and names", stage(corpora.norwegian(data, training, SEED, adopt=False))
    yield "without the DDT lexicon's tags", stage(corpora.norwegian(data, training, SEED, dictionaries=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--steps", type=int, default=500)
    arguments = parser.parse_args()
    data, work, steps = arguments.data.resolve(), arguments.work.resolve(), str(arguments.steps)
    work.mkdir(parents=True, exist_ok=True)
    training, held = split(corpora.ddt(data, "dev"))
    documents.write(work / "held.spacy", documents.grouped(held, documents.fixed_sizes(GROUP)))
    heads = [f"stage 1, {steps} steps", *(key.removesuffix("_acc").removesuffix("_f") for key in KEYS), *LABELS]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    for number, (name, groups) in enumerate(variants(data, training)):
        random.Random(SEED).shuffle(groups)
        documents.write(work / f"{number}.spacy", groups)
        paths = ["--paths.train", work / f"{number}.spacy", "--paths.dev", work / "held.spacy"]
        limits = ["--training.max_steps", steps, "--training.eval_frequency", steps]
        words = ["spacy", "train", HERE / "configs" / "stage1.cfg", "--code", HERE / "callbacks.py"]
        words += ["--output", work / str(number), *paths, *limits]
        subprocess.run(
            [sys.executable, "-m", *map(str, words)], check=True, cwd=HERE.parents[1], stdout=subprocess.DEVNULL
        )
        figures = scores(spacy.load(work / str(number) / "model-last"), work / "held.spacy")
        print(row(name, figures), flush=True)


if __name__ == "__main__":
    main()
