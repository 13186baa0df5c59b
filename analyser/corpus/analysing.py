"""One file of a batch read and analysed: whatever is wrong with it is one line, and stops nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analyser.corpus.finding import State, digest_of, state_of
from analyser.minutes import Minutes
from analyser.reading import Source

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon

_FAULT = 160
"""Characters of a fault's own message that are told; some libraries write paragraphs."""

_TRIES = 3
"""How often a file is read that changes while it is read."""


class FileError(ValueError):
    """A file of a batch gives no record; its text is one line that names the file and says why."""


@dataclass(frozen=True)
class Task:
    """A file to analyse.

    Attributes:
        path: absolute.
        sha256: of its bytes when they were looked at; None where they could not be.
        state: the file's at that time.
        known: documents (by their own sha256) whose minutes the store has from this file; they are not analysed anew.
    """

    path: Path
    sha256: str | None = None
    state: State | None = None
    known: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """In place of its minutes, a document that needed no analysis."""

    sha256: str


@dataclass(frozen=True)
class Problem:
    """What is wrong with one document: the way to it, and one line for people that names it and says why."""

    path: str
    text: str


@dataclass
class Done:
    """What a file gave: its minutes in their order, and what could not be read.

    Attributes:
        task: what was asked for.
        sha256: of the bytes that were read; None where they could not be.
        documents: the minutes; for a known document `Known`.
        problems: one for each document that gave nothing.
    """

    task: Task
    sha256: str | None
    documents: list[Minutes | Known] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def analysed(path: Path, model: str | None = None, own: "OwnLexicon | None" = None) -> Minutes:
    """Analyse a file that holds one document; `own` are a user's words.

    Raises:
        FileError: it cannot be read, or the analysis fails on it, even where that is a fault of ours.
        analyser.language.ModelError: the model cannot be loaded; that concerns the whole batch.
    """
    from analyser import ReadingError
    from analyser.language.lexicon import using
    from analyser.reading import read

    with using(own):
        try:
            source = read(path)
        except ReadingError as error:
            raise FileError(_with_folder(str(error), path)) from error
        except Exception as error:
            raise FileError(_fault(str(path), error)) from error
        (minutes,) = _minutes(source, str(path), model)
        return minutes


def work(task: Task, model: str | None = None, own: "OwnLexicon | None" = None) -> Done:
    """Read and analyse a file, and all the documents in it; nothing that is wrong with it raises.

    A file that is written to meanwhile is read again, and given up where it does not come to rest. `own` are a user's
    words.

    Raises:
        analyser.language.ModelError: the model cannot be loaded; that concerns the whole batch.
    """
    from analyser.language.lexicon import using

    with using(own):
        return _work(task, model)


def _work(task: Task, model: str | None) -> Done:
    for _ in range(_TRIES):
        before = state_of(task.path)
        sha256 = task.sha256 if before == task.state else digest_of(task.path)
        done = _read(task, sha256, model)
        if state_of(task.path) == before and not _is_of_other_bytes(done):
            return done
    told = "changes while it is read; import it again when nobody writes to it"
    return Done(task, None, problems=[Problem(str(task.path), f"{task.path}: {told}")])


def _read(task: Task, sha256: str | None, model: str | None) -> Done:
    from analyser.reading import read_all
    from analyser.structure import part_meetings

    done, path = Done(task, sha256), str(task.path)
    try:
        for document in read_all(task.path):
            name = _with_folder(document.name, task.path)
            if not isinstance(document, Source):
                if not document.passed_over:
                    done.problems.append(Problem(name, _with_folder(document.problem, task.path)))
                continue
            for part in part_meetings(document):
                name = _with_folder(part.name, task.path)
                if part.sha256 in task.known:
                    done.documents.append(Known(part.sha256))
                    continue
                try:
                    done.documents += _minutes(part, name, model)
                except FileError as error:
                    done.problems.append(Problem(name, str(error)))
    except (OSError, MemoryError) as error:
        done.problems.append(Problem(path, f"{path}: cannot be read ({_reason(error)})"))
    if not done.documents and not done.problems:
        done.problems.append(Problem(path, f"{path}: holds no document of a kind that is read; nothing to analyse"))
    return done


def _minutes(source: Source, name: str, model: str | None) -> Iterator[Minutes]:
    """Analyse a document, and let go of the words that the language model learnt from it.

    Raises:
        FileError: the analysis fails on it.
        analyser.language.ModelError: the model cannot be loaded.
    """
    from analyser.language import ModelError
    from analyser.pipeline import analyse_source, load

    try:
        with load(model).memory_zone():  # else a long batch fills the memory with words seen once
            yield analyse_source(source, model)
    except ModelError:
        raise
    except Exception as error:
        raise FileError(_fault(name, error)) from error


def _is_of_other_bytes(done: Done) -> bool:
    """Tell whether the one document of a file was read from other bytes than those that were looked at."""
    if len(done.documents) != 1 or not isinstance(minutes := done.documents[0], Minutes):
        return False
    return minutes.source.name == done.task.path.name and minutes.source.sha256 != done.sha256


def _with_folder(words: str, path: Path) -> str:
    """Begin with the whole path what begins with the file's name: the readers of formats know no folders."""
    return f"{path}{words.removeprefix(path.name)}" if words.startswith(path.name) else words


def _fault(name: str, error: Exception) -> str:
    fault = f"{type(error).__name__}: {str(error)[:_FAULT]}"
    return f"{name}: the analysis failed ({fault}); this is a fault of the analyser"


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
