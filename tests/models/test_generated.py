"""Generated minutes are well-formed: one root, no cycle, entities that begin before they go on."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.training.conllu import Sentence
from models.training.minutes.matters import Nouns
from models.training.minutes.sentences import made


def roots(sentence: Sentence) -> list[int]:
    return [at for at, token in enumerate(sentence) if token.head == at]


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_trees_are_trees(seed: int) -> None:
    for sentence in made(Nouns([]), 10, random.Random(seed)):
        assert len(roots(sentence)) == 1
        for at in range(len(sentence)):
            steps = 0
            while sentence[at].head != at:
                at, steps = sentence[at].head, steps + 1
                assert steps <= len(sentence)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_entities_begin_before_they_go_on(seed: int) -> None:
    for sentence in made(Nouns([]), 10, random.Random(seed)):
        for before, token in zip([None, *sentence], sentence, strict=False):
            if token.entity.startswith("I-"):
                assert before is not None
                assert before.entity[2:] == token.entity[2:]


def test_the_same_seed_makes_the_same_text() -> None:
    first, second = (list(made(Nouns([]), 50, random.Random(7))) for _ in range(2))
    assert first == second
