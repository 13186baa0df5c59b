"""The mean of the weights of pipelines trained from the same start: `python -m models.training.average OUT PIPELINE…`.

Runs of one stage that differ in the order of their texts alone end in one basin; their mean generalises better than
each and costs nothing to run (Wortsman et al. 2022, "Model soups").
"""

import argparse
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language


def average(pipelines: list[Language]) -> Language:
    """The first pipeline, with the mean of the weights of all. Raises ValueError where their shapes differ."""
    first = pipelines[0]
    for name, pipe in first.components:
        model = getattr(pipe, "model", None)
        if model is None or model is True:
            continue
        walks = [list(each.get_pipe(name).model.walk()) for each in pipelines]  # type: ignore[attr-defined]
        for layers in zip(*walks, strict=True):
            for parameter in layers[0].param_names:
                if layers[0].has_param(parameter):
                    values: list[Any] = [layer.get_param(parameter) for layer in layers]
                    layers[0].set_param(parameter, sum(values[1:], values[0]) / len(values))
    return first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("pipelines", type=Path, nargs="+")
    arguments = parser.parse_args()
    average([spacy.load(path) for path in arguments.pipelines]).to_disk(arguments.out)


if __name__ == "__main__":
    main()
