"""Marks, tabs and words of other lines put anywhere in minutes: analysis gives a record of every text."""

import re
from random import Random

import pytest

from analyser import analyse_text
from tests.test_pipeline import check
from tests.test_properties import DOCUMENTS

LINES = [line for document in DOCUMENTS.values() for line in document.text.split("\n") if line.strip()]
MARKS = [*'.,;-()/»"•|?§0', ": ", "\t", "→", "1.", "a)", "Ad", "og", "af", "pkt."]


def noisy(line: str, random: Random) -> str:
    """Give a line with up to three words gone, put in, or cut short."""
    words = line.split(" ")
    for _ in range(random.randint(0, 3)):
        at = random.randrange(len(words))
        word, mark = words[at], random.choice(MARKS)
        words[at : at + 1] = random.choice([[""], [mark, word], [word + mark], [word[:2]]])
    return " ".join(words)


@pytest.mark.parametrize("seed", range(60))
def test_noise_anywhere_gives_a_record(seed: int) -> None:
    random = Random(seed)
    text = "\n".join(noisy(random.choice(LINES), random) for _ in range(random.randint(1, 14)))
    check(analyse_text(text, model="blank:da"))


@pytest.mark.parametrize(
    "text",
    [
        "Egeby Råd\n\n1. Valg\n\t: Agnete Brolund\n",  # a label that holds no word
        "Egeby Råd\n\n1. Valg\n: \n",
        "Egeby Råd\nDagsorden: 1) ; Siden sidst, 2) Uro\n\n1) Siden sidst\nIntet.\n",  # an agenda with no titles
    ],
)
def test_texts_that_once_raised(text: str) -> None:
    assert re.sub(r"\s", "", analyse_text(text, model="blank:da").text) == re.sub(r"\s", "", text)
