"""What is known of a word without its context, as a small static vector for the name finder.

    python -m models.training.names.gazetteer DATA OUT

writes a blank Danish pipeline whose vectors are the gazetteer, for `initialize.vectors` of stage 3. A column stands for
a kind: is it a first name, a family name, a place, a word of organisations, a title, an everyday word. Words of one set
of kinds share a row. In the pipeline a word is there as spaCy's 64-bit hash alone.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy
import spacy
from spacy.vectors import Vectors

from models.training import rdr
from models.training.minutes.actors import bare_titles
from models.training.minutes.lexicon import bodies, listed
from models.training.names.sources import names, parts

KINDS = (
    "first",
    "foreign",
    "family",
    "alien",
    "place",
    "abroad",
    "organisation",
    "title",
    "proper",
    "noun",
    "verb",
    "other",
    "small",
)
#: Words of other kinds are looked for with a large first letter alone.
DANISH = set(KINDS) - {"foreign", "abroad", "alien"}
UPOS = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "PROPN": "proper"}


def kinds(data: Path) -> dict[str, set[str]]:
    """Lower-cased word → kinds. DATA is the folder of corpora, of which the DDT lexicon is read."""
    found: dict[str, set[str]] = {}

    def add(words: Iterable[str], kind: str) -> None:
        for word in words:
            found.setdefault(word.lower(), set()).add(kind)

    known, own = names(), parts()
    add((*known.danish, *known.nordic), "first")
    add(known.foreign, "foreign")
    add((*known.danish_families, *listed("", "plain_surnames"), *own["people"]["middle"]), "family")
    add((part for name in known.foreign_families for part in name.split()), "alien")
    add(single(known.danish_places), "place")
    add(single((*known.foreign_places, *known.countries)), "abroad")
    add(single((*own["organisations"]["after"], *own["organisations"]["before"])), "organisation")
    add((*single(own["organisations"]["alone"]), *own["organisations"]["forms"]), "organisation")
    add(bare_titles(), "title")
    add((body.definite for body in bodies()), "noun")
    for form, tag in rdr.read_dictionary(data / "ddt-lexicon" / "UPOS.DICT").items():
        if form.isalpha():
            add([form], UPOS.get(tag, "other"))
            if form.islower():
                add([form], "small")
    return found


def single(phrases: Iterable[str]) -> list[str]:
    return [phrase for phrase in phrases if " " not in phrase and len(phrase) > 1]


def vectors(found: dict[str, set[str]]) -> Vectors:
    """A row for each set of kinds. A word is there with a large first letter and, if it is Danish, with a small one."""
    rows = {combination: at for at, combination in enumerate(sorted({tuple(sorted(each)) for each in found.values()}))}
    table = numpy.zeros((len(rows), len(KINDS)), dtype="float32")
    for combination, at in rows.items():
        table[at, [KINDS.index(kind) for kind in combination]] = 1.0
    made = Vectors(data=table, name="da_referat_gazetteer")
    for word, each in sorted(found.items()):
        row = rows[tuple(sorted(each))]
        made.add("-".join(part[:1].upper() + part[1:] for part in word.split("-")), row=row)
        if each & DANISH:
            made.add(word, row=row)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    pipeline = spacy.blank("da")
    pipeline.vocab.vectors = vectors(kinds(arguments.data))
    pipeline.to_disk(arguments.out)
    print(f"{pipeline.vocab.vectors.n_keys} words in {pipeline.vocab.vectors.shape[0]} sets of kinds")


if __name__ == "__main__":
    main()
