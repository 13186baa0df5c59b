"""No sentence of DDT's test part is among those that da_referat_sm was trained on."""

from pathlib import Path

import pytest

from models.training import fingerprints
from models.training.conllu import read_ddt

MODELS = Path(__file__).parents[2] / "models"
TRAINED, TESTED = (MODELS / "training" / f"{name}.fingerprints" for name in ("trained", "test"))
CORPORA = next(
    (folder for parent in MODELS.parents if (folder := parent / "shared" / "corpora").is_dir()), Path("no such folder")
)


def test_no_test_sentence_was_trained_on() -> None:
    trained, tested = fingerprints.read(TRAINED), fingerprints.read(TESTED)
    assert len(trained) > 30_000
    assert len(tested) == 565
    assert not trained & tested


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the project")
@pytest.mark.parametrize(("part", "recorded"), [("dev", TRAINED), ("test", TESTED)])
def test_fingerprints_are_those_of_the_corpora(part: str, recorded: Path) -> None:
    """DDT dev is what was trained on, and DDT test what was not; so the files record what they say."""
    sentences = read_ddt(
        CORPORA / "ddt" / f"da_ddt-ud-{part}.conllu", CORPORA / "ddt-ner" / f"da_ddt-ud-ner-{part}.conll"
    )
    assert fingerprints.of(sentences) <= fingerprints.read(recorded)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["Mødet", "er", "hævet", "."], ["mødet", "er", "hævet", ".", "\n"], True),
        (["Mødet", "er", "hævet", "."], ["Mødet", "er", "slut", "."], False),
    ],
)
def test_fingerprints_tell_sentences_apart(one: list[str], other: list[str], same: bool) -> None:
    assert (fingerprints.fingerprint(one) == fingerprints.fingerprint(other)) is same
