"""The shipped pipeline beside a same-shaped one of `spacy init config`: size, loading, words a second.

    python -m tests.benchmarks.model [PIPELINE]

The other pipeline has the components and labels of ours, in the shapes `spacy init config --lang da --optimize
efficiency` gives them, initialised and not trained. Both are measured in turn in one run, in seconds of this process's
CPU time, and the least of several rounds is given. Goals: 20 MB at most, loading (as the analyser does it) at most 0.7
of the other, words a second at least those of the other.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import process_time

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config

from analyser.language.model import load_anew, shipped_path
from models.training.minutes.matters import Nouns
from models.training.minutes.sentences import made

COMPONENTS = ["tok2vec", "morphologizer", "parser", "trainable_lemmatizer", "ner"]
ROUNDS, SENTENCES, PARAGRAPH = 5, 500, 5


def paragraphs(seed: int = 1) -> list[str]:
    """Generated minutes, five sentences a text."""
    sentences = [
        "".join(token.form + " " * token.space_after for token in sentence)
        for sentence in made(Nouns([]), SENTENCES, Random(seed))
    ]
    return ["".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]


def same_shaped(ours: Language, texts: list[str]) -> Language:
    """A pipeline of `spacy init config`, initialised with the labels that ours has."""
    config = init_config(lang="da", pipeline=COMPONENTS, optimize="efficiency", gpu=False)
    other = load_model_from_config(config, auto_fill=True)
    docs = list(ours.pipe(texts[:20]))

    def examples() -> Iterator[Example]:
        return (Example(other.make_doc(doc.text), doc) for doc in docs)

    for name, pipe in other.pipeline:
        twin = "lemmatizer" if name == "trainable_lemmatizer" else name
        labels = getattr(ours.get_pipe(twin), "label_data", None)
        if labels is None:
            pipe.initialize(examples, nlp=other)  # type: ignore[attr-defined]
        else:
            pipe.initialize(examples, nlp=other, labels=labels)  # type: ignore[attr-defined]
    return other


def timed(action: Callable[[], object]) -> float:
    start = process_time()
    action()
    return process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.model", description=__doc__)
    parser.add_argument("pipeline", type=Path, nargs="?", default=shipped_path())
    path = parser.parse_args().pipeline
    texts = paragraphs()
    ours = spacy.load(path)
    words = sum(len(ours.make_doc(text)) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        same_shaped(ours, texts).to_disk(folder)
        other = spacy.load(folder)
        ways: dict[str, Callable[[], object]] = {
            "load ours": lambda: spacy.load(path),
            "load ours as the analyser does": lambda: load_anew(str(path), exclude=["tokenizer"]),
            "load same-shaped": lambda: spacy.load(folder),
            "run ours": lambda: list(ours.pipe(texts)),
            "run same-shaped": lambda: list(other.pipe(texts)),
        }
        seconds = {name: min(times) for name, times in in_turn(ways).items()}
    size = sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
    print(f"size {size / 1e6:.1f} MB")
    for name in list(ways)[:3]:
        print(f"{name}: {seconds[name]:.3f} s, {seconds[name] / seconds['load same-shaped']:.2f} of same-shaped")
    for name in list(ways)[3:]:
        ratio = seconds["run same-shaped"] / seconds[name]
        print(f"{name}: {words / seconds[name]:.0f} words a second, {ratio:.2f} of same-shaped")


def in_turn(ways: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, action in ways.items():
            times[name].append(timed(action))
    return times


if __name__ == "__main__":
    main()
