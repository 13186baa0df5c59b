"""The whole analysis of a batch beside bare `nlp.pipe` of the shipped pipeline over the same texts.

    python -m tests.benchmarks.analysis

The texts are those of `data/gold` and `data/samples`. Both are measured in turn in one run, in seconds of this
process's CPU time (the machine may be shared), and the least of several rounds is given. The goal is a ratio of at
most 1: what the rules cost is to be won by running no more of the model than they read.

On 26 November 2026, on a machine with nothing else to do, it was 0.97 over 180 documents; that morning, over 109, 1.24.
Part of the difference is that the name finder of version 0.2.0 makes bare `nlp.pipe` slower; how much was not measured.
"""

from collections import Counter
from pathlib import Path
from time import process_time

import spacy

from analyser import analyse_text
from analyser.evaluation.documents import find_gold, read_document
from analyser.language.model import shipped_path
from analyser.pipeline import UNREAD, load
from analyser.reading import source_of
from analyser.structure import build_outline

ROUNDS = 3
DATA = Path(__file__).parents[2] / "data"


def texts() -> list[str]:
    """Give the texts of all minutes of our own."""
    gold = [read_document(path, name).text for name, path in find_gold(DATA / "gold").items()]
    return gold + [path.read_text("utf-8") for path in sorted((DATA / "samples").glob("*.txt"))]


def parts(batch: list[str]) -> Counter[str]:
    """Give the seconds of each part of an analysis."""
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
        for name, component in nlp.pipeline:
            if name not in UNREAD:
                start = process_time()
                doc = component(doc)
                seconds[name] += process_time() - start
    return seconds


def main() -> None:
    """Print the seconds of both, their ratio, and where the analysis spends its time."""
    path = shipped_path()
    if path is None:
        raise SystemExit("no shipped pipeline: models/da_referat_sm is not there")
    bare = spacy.load(path)
    batch = texts()
    words = sum(len(bare.make_doc(text)) for text in batch)
    taken: dict[str, list[float]] = {"bare nlp.pipe": [], "whole analysis": []}
    for _ in range(ROUNDS):
        start = process_time()
        for _doc in bare.pipe(batch):
            pass
        middle = process_time()
        for text in batch:
            analyse_text(text)
        taken["bare nlp.pipe"].append(middle - start)
        taken["whole analysis"].append(process_time() - middle)
    least = {name: min(times) for name, times in taken.items()}
    print(f"{len(batch)} minutes, {words} words")
    for name, seconds in least.items():
        print(f"{name}: {seconds:.2f} s, {seconds / least['bare nlp.pipe']:.2f} of bare nlp.pipe")
    for name, seconds in parts(batch).most_common():
        print(f"  {name}: {seconds:.2f} s")


if __name__ == "__main__":
    main()
