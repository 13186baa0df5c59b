"""Makes the training files of all stages: `python -m models.training.prepare DATA OUT`.

DATA is the folder of corpora (its README names them). OUT takes a file each for the configs (`stage1.spacy`,
`stage2.spacy`, `speech.spacy`, `names.spacy`), the held part of DDT dev (`held.spacy`, in no training file unless
`--all` is given) and `test.spacy`, which is never trained on. The files
`trained.fingerprints` and `test.fingerprints` let a test prove that.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from models.training import corpora, documents, fingerprints
from models.training.conllu import Sentence
from models.training.minutes import speech
from models.training.minutes.matters import Nouns
from models.training.minutes.sentences import made
from models.training.names import lines, swap

SEED = 20240315
GENERATED, NORWEGIAN_IN_STAGE_2, BROKEN = 10_000, 12_000, 0.25
GROUP, HELD_EVERY = 10, 5
#: For the name finder: lines made, and how often Danish gold is taken with other names in it.
LINES, SWAPS = 28_000, 6
#: For the parser: sentences that tell who said what, and of the Norwegian.
SPOKEN, NORWEGIAN_SPOKEN = 6_000, 10_000


def split(gold: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Every fifth group of ten sentences of DDT dev is held back, so that choices need not be made on the test part."""
    training: list[Sentence] = []
    held: list[Sentence] = []
    for number, group in enumerate(documents.grouped(gold, documents.fixed_sizes(GROUP))):
        (held if number % HELD_EVERY == HELD_EVERY - 1 else training).extend(group)
    return training, held


def repeated(sentences: list[Sentence], times: int, chance: random.Random, most: int = 8) -> Iterator[list[Sentence]]:
    """Documents of one to `most` sentences, cut anew each of the times."""
    for _ in range(times):
        yield from documents.grouped(sentences, documents.random_sizes(chance, most))


def undivided(sentences: list[Sentence]) -> list[Sentence]:
    """Without those that end in a colon: NDT has a new sentence after one, DDT has not."""
    return [sentence for sentence in sentences if sentence[-1].form != ":"]


def mixed(sentences: list[Sentence], chance: random.Random) -> list[Sentence]:
    return chance.sample(sentences, len(sentences))


def minutes_documents(sentences: list[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """Generated sentences in documents with line breaks."""
    return documents.broken(repeated(sentences, 1, chance), chance, BROKEN)


def for_stage_1(
    norwegian: list[Sentence],
    training: list[Sentence],
    silver: list[Sentence],
    minutes: list[Sentence],
    chance: random.Random,
) -> list[list[Sentence]]:
    return [
        *repeated(norwegian, 1, chance),
        *repeated(training, 4, chance),
        *repeated(silver, 3, chance),
        *minutes_documents(minutes, chance),
    ]


def for_speech(
    norwegian: list[Sentence],
    training: list[Sentence],
    minutes: list[Sentence],
    spoken: list[Sentence],
    chance: random.Random,
) -> Iterator[list[Sentence]]:
    """Documents with trees, some sentences of the treebanks without their full stop."""
    for _ in range(8):
        yield from repeated(speech.headlines(training, chance), 1, chance)
    some = chance.sample(undivided(norwegian), NORWEGIAN_SPOKEN)
    yield from repeated(speech.headlines(some, chance), 1, chance)
    yield from minutes_documents(mixed([*spoken, *minutes[: SPOKEN // 2]], chance), chance)


def for_names(
    norwegian: list[Sentence], danish: list[Sentence], minutes: list[Sentence], nouns: Nouns, chance: random.Random
) -> Iterator[list[Sentence]]:
    """Documents with entities alone: other names in the treebanks' sentences, and lines made for it."""
    old = [swap.capitalised_nouns(each) for each in danish]
    treebanks = [*danish * 3, *norwegian]
    treebanks += [swap.swapped(each, chance) for each in (*danish * SWAPS, *old, *norwegian)]
    yield from repeated([swap.requoted(swap.bare(each), chance) for each in treebanks], 1, chance)
    ours = [*(swap.swapped(each, chance) for each in minutes), *lines.made(nouns, LINES, chance)]
    yield from minutes_documents([swap.requoted(each, chance) for each in ours], chance)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="train on the held part of DDT dev as well")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    gold = corpora.ddt(arguments.data, "dev")
    training, held = split(gold)
    if arguments.all:
        training = gold
    known = corpora.lexicon(arguments.data, training, ())
    silver = corpora.danish_silver(arguments.data, known)
    norwegian = corpora.norwegian(arguments.data, training, SEED)

    test = corpora.ddt(arguments.data, "test")
    nouns = Nouns(corpora.unimorph_nouns(arguments.data, known))
    minutes = list(made(nouns, GENERATED, chance))
    spoken = list(speech.made(nouns, SPOKEN, random.Random(SEED)))
    to_parse = list(for_speech(norwegian, training, minutes, spoken, random.Random(SEED)))
    to_name = list(for_names(norwegian, [*training, *silver], minutes, nouns, random.Random(SEED)))

    trained = fingerprints.of([*norwegian, *training, *silver, *minutes])
    trained |= fingerprints.of(sentence for group in (*to_parse, *to_name) for sentence in group)
    tested = fingerprints.of(test)
    if trained & tested:
        raise ValueError(f"{len(trained & tested)} sentences of DDT test are in the training set")
    fingerprints.write(arguments.out / "trained.fingerprints", trained)
    fingerprints.write(arguments.out / "test.fingerprints", tested)

    def save(name: str, groups: list[list[Sentence]]) -> None:
        chance.shuffle(groups)
        print(f"{name}: {documents.write(arguments.out / name, groups)} words")

    save("stage1.spacy", for_stage_1(norwegian, training, silver, minutes[: GENERATED // 2], chance))
    save(
        "stage2.spacy",
        [
            *repeated(chance.sample(undivided(norwegian), NORWEGIAN_IN_STAGE_2), 1, chance),
            *repeated(training, 8, chance),
            *repeated(silver, 5, chance),
            *minutes_documents(minutes[GENERATED // 2 : GENERATED * 9 // 10], chance),
        ],
    )
    save("speech.spacy", to_parse)
    save("names.spacy", to_name)
    documents.write(arguments.out / "held.spacy", documents.grouped(held, documents.fixed_sizes(GROUP)))
    documents.write(arguments.out / "test.spacy", documents.grouped(test, documents.fixed_sizes(GROUP)))


if __name__ == "__main__":
    main()
