"""Gives a trained pipeline one more feature, the space after a word: `python -m models.training.widen TRAINED OUT`.

A quotation mark that opens is told from one that closes by it, and so a sentence's end from its beginning. The new
table's columns in the mixing layer start at zero, so that what was learnt stands; stage 2 learns the rest.
"""

import argparse
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import registry
from thinc.api import Model

#: A table of large values lets columns that start at zero learn fast.
FEATURE, ROWS, SCALE = "SPACY", 50, 10.0


def layers(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers with weights, in order."""
    return [layer for layer in model.walk() if layer.param_names and layer.has_param(layer.param_names[0])]


def widen(pipeline: Language) -> Language:
    """Replace the shared vectors' model by one with the new feature; all weights are carried over."""
    config = pipeline.config["components"]["tok2vec"]["model"]
    old: Model[Any, Any] = pipeline.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    config["embed"]["attrs"] = [*config["embed"]["attrs"], FEATURE]
    config["embed"]["rows"] = [*config["embed"]["rows"], ROWS]
    new: Model[Any, Any] = registry.resolve({"model": config})["model"]
    new.initialize(X=[pipeline.make_doc("Mødet er hævet.")])
    carry_over(layers(old), layers(new), len(config["embed"]["attrs"]) - 1)
    position = pipeline.pipe_names.index("tok2vec")
    settings = {"model": config}
    pipeline.remove_pipe("tok2vec")
    following = pipeline.pipe_names[position]
    added = pipeline.add_pipe("tok2vec", before=following, config=settings)
    added.model = new  # type: ignore[attr-defined]
    return pipeline


def carry_over(old: list[Model[Any, Any]], new: list[Model[Any, Any]], tables: int) -> None:
    """`tables` embedding tables, then (a table more in the new) the mixing layer, then the same layers in both."""
    fresh = new.pop(tables)
    if fresh.get_dim("nV") != ROWS:
        raise ValueError("the new table is not where it was looked for")
    table: Any = fresh.get_param("E")
    fresh.set_param("E", table * SCALE)
    for source, target in zip(old, new, strict=True):
        for name in source.param_names:
            weights: Any = source.get_param(name)
            wanted: Any = target.get_param(name)
            if weights.shape == wanted.shape:
                target.set_param(name, weights)
            else:
                widened = wanted * 0
                widened[..., : weights.shape[-1]] = weights
                target.set_param(name, widened)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    widen(spacy.load(arguments.trained)).to_disk(arguments.out)


if __name__ == "__main__":
    main()
