"""Score a folder of gold: each document alone, and all together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from analyser.evaluation.gold import SUFFIX, GoldError, check_places, names_in, read_gold
from analyser.evaluation.scores import Scores, score_document
from analyser.minutes import Minutes


@dataclass(frozen=True)
class DocumentScores:
    """The scores of one document; `scores` is None where its gold or its text cannot be used.

    `problem` says in one or more lines what was wrong, and names the file.
    """

    name: str
    scores: Scores | None
    problem: str | None = None


@dataclass
class Evaluation:
    """The scores of each document and of all that could be scored."""

    documents: list[DocumentScores] = field(default_factory=list)

    @property
    def total(self) -> Scores:
        """Sum the figures of all scored documents (micro average: each fact counts the same)."""
        total = Scores()
        for document in self.documents:
            if document.scores:
                total.add(document.scores)
        return total


def evaluate(
    folder: Path, predict: Callable[[Path], Minutes | None], names: Iterable[str] | None = None
) -> Iterator[DocumentScores]:
    """Score the documents of a folder of `NAME.txt` with `NAME.gold.json`, one after the other.

    Args:
        folder: the folder; folders in it are not looked into.
        predict: gives the record of a text file, or None where there is none, which scores as one without facts.
            A ValueError or OSError of its own becomes the document's `problem`, and the document is left out.
        names: the documents to score; all in the folder if None.

    Raises:
        GoldError: the folder cannot be read or holds no gold.
    """
    for name in names_in(folder) if names is None else names:
        yield _score(folder, name, predict)


def records_in(folder: Path) -> Callable[[Path], Minutes | None]:
    """Give a `predict` for `evaluate` that reads NAME.json in a folder, as `referat analyse -o` writes it."""

    def predict(path: Path) -> Minutes | None:
        file = folder / f"{path.name.removesuffix('.txt')}.json"
        try:
            return Minutes.from_json(file.read_bytes())
        except FileNotFoundError:
            return None
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"])) or "the file"
            raise ValueError(f"{file}: no record of schema 1 ({field}: {first['msg']})") from error

    return predict


def _score(folder: Path, name: str, predict: Callable[[Path], Minutes | None]) -> DocumentScores:
    path, gold_path = folder / f"{name}.txt", folder / f"{name}{SUFFIX}"
    try:
        gold = read_gold(gold_path)
        text = path.read_text("utf-8")
        got = predict(path)
        check_places(gold, got.text if got is not None and got.text else text, gold_path)
    except UnicodeDecodeError:
        return DocumentScores(name, None, f"{path}: not UTF-8; save the text of gold as UTF-8")
    except FileNotFoundError as error:
        return DocumentScores(name, None, f"{error.filename}: not there; gold stands beside its NAME.txt")
    except (GoldError, ValueError, OSError) as error:
        return DocumentScores(name, None, str(error))
    problem = None if got is not None else f"{name}: no record to score; it counts as one without facts"
    return DocumentScores(name, score_document(gold, got, text), problem)
