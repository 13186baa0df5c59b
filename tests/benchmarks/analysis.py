"""The whole analysis of a batch beside bare `nlp.pipe` of the shipped pipeline over the same texts.

    python -m tests.benchmarks.analysis [ROUNDS]

The texts are those of `data/gold` and `data/samples`, in ten parts. Each part is given to both in turn, several times
over, in seconds of this process's CPU time, and the least of each is summed, so that other work on the machine
disturbs both alike. The goal is a ratio of at most 1: the model reads only what needs reading.
"""

import sys
from collections import Counter
from pathlib import Path
from time import process_time

import spacy

from analyser import analyse_text
from analyser.evaluation.documents import find_gold, read_document
from analyser.language.model import shipped_path
from analyser.pipeline import load, read_whole
from analyser.reading import source_of
from analyser.structure import build_outline

ROUNDS = 4
PARTS = 10
DATA = Path(__file__).parents[2] / "data"


def texts() -> list[str]:
    """Give the texts of all minutes of our own."""
    gold = [read_document(path, name).text for name, path in find_gold(DATA / "gold").items()]
    return gold + [path.read_text("utf-8") for path in sorted((DATA / "samples").glob("*.txt"))]


def parts(batch: list[str]) -> Counter[str]:
    """Give the seconds of each part of an analysis; the tags that rules ask for are in that of `referat_minutes`."""
    nlp = load()
    seconds: Counter[str] = Counter()
    for text in batch:
        start = process_time()
        outline = build_outline(source_of(text, "text"))
        seconds["outline"] += process_time() - start
        start = process_time()
        doc = nlp.make_doc(outline.prose)
        doc._.outline = outline
        seconds["tokenizer"] += process_time() - start
        for name in read_whole(nlp):
            start = process_time()
            doc = nlp.get_pipe(name)(doc)
            seconds[name] += process_time() - start
    return seconds


def main(rounds: int = ROUNDS) -> None:
    """Print the seconds of both, their ratio, and where the analysis spends its time."""
    path = shipped_path()
    if path is None:
        raise SystemExit("no shipped pipeline: models/da_referat_sm is not there")
    bare = spacy.load(path)
    batch = texts()
    words = sum(len(bare.make_doc(text)) for text in batch)
    least: Counter[str] = Counter()
    for n in range(PARTS):
        part = batch[n::PARTS]
        taken: dict[str, list[float]] = {"bare nlp.pipe": [], "whole analysis": []}
        for _ in range(rounds):
            start = process_time()
            for _doc in bare.pipe(part):
                pass
            middle = process_time()
            for text in part:
                analyse_text(text)
            taken["bare nlp.pipe"].append(middle - start)
            taken["whole analysis"].append(process_time() - middle)
        least.update({name: min(times) for name, times in taken.items()})
    print(f"{len(batch)} minutes, {words} words, least of {rounds} rounds")
    for name, seconds in least.items():
        print(f"{name}: {seconds:.2f} s, {seconds / least['bare nlp.pipe']:.2f} of bare nlp.pipe")
    for name, seconds in parts(batch).most_common():
        print(f"  {name}: {seconds:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
