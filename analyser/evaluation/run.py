"""Score a folder of gold: each document alone, and all together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from analyser.evaluation.documents import GoldDocument, find_gold, is_unseen, read_document
from analyser.evaluation.gold import settle, unsettle
from analyser.evaluation.scores import Scores, score_document
from analyser.minutes import Minutes

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon


@dataclass(frozen=True)
class DocumentScores:
    """The scores of one document; `scores` is None where its gold or its text cannot be used.

    `problem` says in one or more lines what was wrong, and names the file. `unseen` documents are scored, but what is
    wrong in them is shown to nobody.
    """

    name: str
    scores: Scores | None
    problem: str | None = None
    unseen: bool = False

    @property
    def folder(self) -> str:
        """The folder below the one that was asked for; "" for that itself."""
        return self.name.rpartition("/")[0]


@dataclass
class Evaluation:
    """The scores of each document and of all that could be scored."""

    documents: list[DocumentScores] = field(default_factory=list)

    @property
    def total(self) -> Scores:
        """Sum the figures of all scored documents (micro average: each fact counts the same)."""
        return _sum(self.documents)

    @property
    def folders(self) -> dict[str, Scores]:
        """Sum the figures of each folder that holds documents that could be scored, by its name."""
        scored = [d for d in self.documents if d.scores]
        return {name: _sum(d for d in scored if d.folder == name) for name in dict.fromkeys(d.folder for d in scored)}


def _sum(documents: Iterable[DocumentScores]) -> Scores:
    total = Scores()
    for document in documents:
        if document.scores:
            total.add(document.scores)
    return total


def evaluate(
    folder: Path, predict: Callable[[GoldDocument], Minutes | None], files: Mapping[str, Path] | None = None
) -> Iterator[DocumentScores]:
    """Score the gold in a folder, marked or in pairs, one document after the other.

    Args:
        folder: the folder; folders in it are looked into.
        predict: gives the record of a document, or None where there is none, which scores as one without facts.
            A ValueError or OSError of its own becomes the document's `problem`, and the document is left out.
        files: the files to score, by name, of those that `find_gold` gives; all in the folder if None.

    Raises:
        GoldError: the folder cannot be read or holds no gold.
    """
    for name, path in (find_gold(folder) if files is None else files).items():
        yield _score(name, path, predict)


def analysis(model: str | None = None, lexicon: "OwnLexicon | None" = None) -> Callable[[GoldDocument], Minutes]:
    """Give a `predict` for `evaluate` that analyses the text of each document, by a user's words where it has some.

    Any fault of the analysis but a model that cannot be loaded becomes a ValueError, which names the file.
    """

    def predict(document: GoldDocument) -> Minutes:
        from analyser import analyse_text
        from analyser.language import ModelError

        try:
            return analyse_text(document.text, name=f"{document.stem}.txt", model=model, lexicon=lexicon)
        except ModelError:
            raise
        except Exception as error:
            fault = f"{type(error).__name__}: {str(error)[:160]}"
            raise ValueError(
                f"{document.path}: the analysis failed ({fault}); this is a fault of the analyser"
            ) from error

    return predict


def records_in(folder: Path) -> Callable[[GoldDocument], Minutes | None]:
    """Give a `predict` for `evaluate` that reads NAME.json in a folder, as `referat analyse -o` writes it."""

    def predict(document: GoldDocument) -> Minutes | None:
        file = folder / f"{document.stem}.json"
        try:
            return Minutes.from_json(file.read_bytes())
        except FileNotFoundError:
            return None
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"])) or "the file"
            raise ValueError(f"{file}: no record of schema 1 ({field}: {first['msg']})") from error

    return predict


def _score(name: str, path: Path, predict: Callable[[GoldDocument], Minutes | None]) -> DocumentScores:
    unseen = is_unseen(path)
    try:
        document = read_document(path, name)
        got = predict(document)
        gold = document.gold
        if got is not None and got.text and got.text != document.text:
            # a record made from another writing of the text: its heads are looked up there
            gold = settle(unsettle(gold, document.text), got.text, path)
    except (ValueError, OSError) as error:
        return DocumentScores(name, None, str(error), unseen)
    problem = None if got is not None else f"{name}: no record to score; it counts as one without facts"
    return DocumentScores(name, score_document(gold, got, document.text), problem, unseen)
