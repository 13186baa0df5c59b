"""What `spacy train` is given with `--code models/training/callbacks.py`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.util import registry


class KnownTrees(dict[int, int]):
    """Edit tree → class, where a tree that is no class is -1 (left out of the loss) instead of class 0."""

    def get(self, key: int, default: object = None) -> int:
        return super().get(key, -1)


@registry.callbacks("referat.restore_lemma_classes.v1")  # type: ignore[untyped-decorator]
def restore_lemma_classes() -> Callable[[Language], Language]:
    """spaCy 3.8 does not store which class an edit tree has: a stored lemmatizer trained on would unlearn all."""

    def restore(pipeline: Language) -> Language:
        # The disabled ones too: spaCy disables those that are trained on while it initialises.
        for _, pipe in pipeline.components:
            if isinstance(pipe, EditTreeLemmatizer):
                pipe.tree2label = KnownTrees({tree: number for number, tree in enumerate(pipe.cfg["labels"])})
        return pipeline

    return restore
