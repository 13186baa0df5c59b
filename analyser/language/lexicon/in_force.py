"""Whose words are in force: one lexicon at a time in a process, and nothing of another is left behind.

Many functions keep what they made of the lexicon (`functools.cache`). So the words of a user are in force only within
`using`, for whoever reads minutes at that time, and whatever was kept is forgotten when they come and when they go.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from analyser.language.lexicon.checking import LexiconError
from analyser.language.lexicon.own import OwnLexicon

_ROOMS = ("reading", "structure", "language", "linking", "extraction")
_NOT_OF_WORDS = {  # these keep language models and the shipped files, which no word of a user changes
    "analyser.language.model",
    "analyser.language.tagging",
    "analyser.language.lexicon.shipped",
}
_Kept = type(cache(lambda: None))


class _Thread(threading.local):
    reads = False


_thread = _Thread()
_turn = threading.Condition()
_own: OwnLexicon | None = None
_readers = 0


def own_in_force() -> OwnLexicon | None:
    """Give the words of a user that are in force; None where the lexicon is as shipped."""
    return _own


@contextmanager
def using(own: OwnLexicon | None = None) -> Iterator[None]:
    """Read minutes by the lexicon with a user's words in it; None is as shipped, or within another `using`, as there.

    Several threads may read by the same words at once; who comes with others waits until they are done.

    Raises:
        LexiconError: this thread is already reading by other words.
    """
    global _readers
    if _thread.reads:
        if own is not None and own != _own:
            raise LexiconError("minutes are being read by another lexicon; end that first, or use one for both")
        yield
        return
    with _turn:
        _turn.wait_for(lambda: not _readers or own == _own)
        _put(own)
        _readers += 1
    _thread.reads = True
    try:
        yield
    finally:
        _thread.reads = False
        with _turn:
            _readers -= 1
            if not _readers:
                _put(None)
                _turn.notify_all()


def _put(own: OwnLexicon | None) -> None:
    global _own
    if own != _own:
        _own = own
        _forget()


def _forget() -> None:
    """Empty every cache of a function of the rooms that read the lexicon; what needs no emptying costs little."""
    for name, module in list(sys.modules.items()):
        root, _, rest = name.partition(".")
        if root == "analyser" and rest.split(".")[0] in _ROOMS and name not in _NOT_OF_WORDS:
            for value in list(vars(module).values()):
                if isinstance(value, _Kept) and value.__module__ == name:  # not one that was imported
                    value.cache_clear()
