"""Lines made for the name finder: names where they are said to be, nothing that cannot be filled, worn but not lost."""

import random

import pytest

from models.training.conllu import Sentence, Token, spaced
from models.training.minutes import speech
from models.training.minutes.matters import Nouns
from models.training.names import gazetteer, lines, noise, others, people, swap
from models.training.names.sources import Names

#: Stands for the lists of packages that the gate does not install.
FEW = Names(
    danish=["Helle", "Bo"],
    nordic=["Ragnfrid"],
    foreign=["Amina"],
    danish_families=["Jensen"],
    foreign_families=["Petrova"],
    danish_places=["Vesterlev"],
    foreign_places=["Nordburg"],
    countries=["Sverige"],
)


@pytest.fixture(autouse=True)
def few_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (people, others, gazetteer):
        monkeypatch.setattr(module, "names", lambda: FEW)


def marked(sentence: Sentence) -> list[tuple[str, str]]:
    """(text, label) of each entity."""
    found: list[tuple[str, str]] = []
    for token in sentence:
        if token.entity.startswith("B-"):
            found.append((token.form, token.entity[2:]))
        elif token.entity.startswith("I-"):
            found[-1] = (f"{found[-1][0]} {token.form}", found[-1][1])
    return found


@pytest.mark.parametrize("kind", list(lines.SHARES))
def test_every_line_can_be_filled(kind: str) -> None:
    chance = random.Random(1)
    for line in lines.lines()[kind]:
        text, names = lines.filled(line, Nouns([]), chance)
        assert text
        assert "{" not in text
        assert all(text[start:end].strip() == text[start:end] != "" for start, end, _ in names)
        assert bool(names) == any(
            slot.removesuffix("s") in lines.NAMED or slot in lines.NAMED for slot in lines.SLOT.findall(line)
        )


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("Helle Stenhave (FOA) kom.", [(0, 14, "PER"), (16, 19, "ORG")], [("Helle Stenhave", "PER"), ("FOA", "ORG")]),
        ("Sted: Lille Vesterlev", [(6, 21, "LOC")], [("Lille Vesterlev", "LOC")]),
        ("Intet nyt.", [], []),
    ],
)
def test_names_of_a_text(text: str, names: list[tuple[int, int, str]], wanted: list[tuple[str, str]]) -> None:
    assert marked(lines.sentence(text, names)) == wanted


def test_the_same_seed_makes_the_same_lines() -> None:
    first, second = (list(lines.made(Nouns([]), 60, random.Random(7))) for _ in range(2))
    assert first == second


def test_another_name_takes_the_place_of_a_name() -> None:
    sentence = spaced([Token("Bo", entity="B-PER"), Token("Lind", entity="I-PER"), Token("talte"), Token(".")])
    seen = {marked(swap.swapped(sentence, random.Random(seed)))[0] for seed in range(20)}
    assert ("Bo Lind", "PER") in seen
    assert len(seen) > 5
    assert {label for _, label in seen} == {"PER"}
    assert [token.form for token in swap.swapped(sentence, random.Random(1))[-2:]] == ["talte", "."]


@pytest.mark.parametrize(
    ("name", "genitive"), [("Helle Stenhave", "Helle Stenhaves"), ("Bo Juhls", "Bo Juhls'"), ("Max", "Max'")]
)
def test_genitive(name: str, genitive: str) -> None:
    assert people.genitive(name) == genitive


@pytest.mark.parametrize("wear", [noise.slipped, noise.mistyped, noise.respelt])
def test_wear_leaves_the_first_letter_and_most_of_the_name(wear: object) -> None:
    assert callable(wear)
    for seed in range(40):
        worn = wear("Gudrun Hasselgård", random.Random(seed))
        assert worn[0] == "G"
        assert abs(len(worn) - len("Gudrun Hasselgård")) <= 2


def test_a_word_of_several_kinds_has_one_row() -> None:
    table = gazetteer.vectors({"bo": {"first", "verb"}, "nordburg": {"abroad"}})
    assert table["Bo"].tolist() == table["bo"].tolist()
    assert table["Bo"].sum() == 2
    assert table["Nordburg"].sum() == 1
    with pytest.raises(KeyError):
        table["nordburg"]


def test_trees_of_spoken_sentences_are_trees() -> None:
    for sentence in speech.made(Nouns([]), 300, random.Random(3)):
        assert len([at for at, token in enumerate(sentence) if token.head == at]) == 1
        for at in range(len(sentence)):
            steps = 0
            while sentence[at].head != at:
                at, steps = sentence[at].head, steps + 1
                assert steps <= len(sentence)


def test_a_headline_loses_its_full_stop_alone() -> None:
    sentence = [Token("Møde", head=1), Token("aflyst", head=1), Token("igen", head=1), Token(".", head=1)]
    lengths = {len(speech.headlines([sentence], random.Random(seed))[0]) for seed in range(30)}
    assert lengths == {3, 4}
