"""Loading a pipeline leaves spaCy's registry as it was, and finds in it what is registered."""

import catalogue
import pytest
import spacy

from analyser.language.model import ModelError, load_anew, shipped_path


def test_the_registry_is_left_as_it_was() -> None:
    before = catalogue.AVAILABLE_ENTRY_POINTS
    load_anew(str(shipped_path()))
    assert catalogue.AVAILABLE_ENTRY_POINTS is before
    with pytest.raises(ModelError):
        load_anew("no_such_pipeline")
    assert catalogue.AVAILABLE_ENTRY_POINTS is before


def test_factories_of_installed_packages_are_found(tmp_path: object) -> None:
    blank = spacy.blank("da")
    blank.add_pipe("referat_sentences")
    blank.to_disk(f"{tmp_path}/with_ours")
    assert load_anew(f"{tmp_path}/with_ours").pipe_names == ["referat_sentences"]
