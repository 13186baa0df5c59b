"""A corpus opened for a command."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analyser.cli.output import stop

if TYPE_CHECKING:
    from analyser.corpus import Corpus


@contextmanager
def asking(store: Path) -> Iterator["Corpus"]:
    """Open a store for questions; one that cannot be used, or asked that, is an unusable argument."""
    from analyser.corpus import QuestionError, StoreError, open_corpus

    try:
        with open_corpus(store) as corpus:
            yield corpus
    except (StoreError, QuestionError) as error:
        stop(str(error))
    except sqlite3.Error as error:
        stop(f"{store}: cannot be read ({error})")
