"""Where gold lies: folders, and folders in them, of marked texts and of pairs."""

from dataclasses import dataclass
from pathlib import Path

from analyser.evaluation.gold import FACTS, Gold, GoldError, in_order, read_gold, settle, unsettle
from analyser.evaluation.gold import SUFFIX as PAIR
from analyser.evaluation.marked import SUFFIX as MARKED
from analyser.evaluation.marked_printing import print_marked
from analyser.evaluation.marked_reading import parse
from analyser.reading import normalise

UNSEEN = "unseen"
"""Gold in a folder of this name is scored and never worked on: nobody is shown what is wrong in it."""


@dataclass(frozen=True)
class GoldDocument:
    """Minutes with what is annotated of them.

    Attributes:
        name: the file's path below the folder that was asked for, without its ending: `unseen/byraad-1977`.
        path: the file of gold.
        text: the minutes (NFC, `\\n` line ends).
        gold: its rows have their places in the text.
    """

    name: str
    path: Path
    text: str
    gold: Gold

    @property
    def stem(self) -> str:
        """The name without folders."""
        return self.path.name.removesuffix(PAIR).removesuffix(MARKED)


def find_gold(folder: Path) -> dict[str, Path]:
    """Give the files of gold in a folder and the folders in it, by name, in order.

    Raises:
        GoldError: the folder cannot be read, holds no gold, or holds two files of one name.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: cannot be read as a folder")
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        suffix = next((s for s in (PAIR, MARKED) if path.name.endswith(s)), None)
        if suffix is None or not path.is_file():
            continue
        name = path.relative_to(folder).as_posix().removesuffix(suffix)
        if name in found:
            raise GoldError(f"{path}: {found[name]} is gold of the same document; keep one of them")
        found[name] = path
    if not found:
        raise GoldError(f"{folder}: no NAME{MARKED} and no NAME{PAIR} in this folder")
    return dict(sorted(found.items(), key=lambda row: ("/" in row[0], row[0])))


def read_document(path: Path, name: str | None = None) -> GoldDocument:
    """Read one document of gold, marked or a pair.

    Raises:
        GoldError: it cannot be opened, is not UTF-8, or is no gold; each line names the file and says what is wrong.
    """
    stem = path.name.removesuffix(PAIR).removesuffix(MARKED)
    if path.name.endswith(PAIR):
        gold = read_gold(path)
        text = normalise(_text(path.with_name(f"{stem}.txt"), "; gold stands beside its NAME.txt"))
        return GoldDocument(name or stem, path, text, settle(gold, text, path))
    text, gold = parse(_text(path), str(path))
    return GoldDocument(name or stem, path, text, gold)


def is_unseen(path: Path) -> bool:
    """Tell whether gold is only to be scored."""
    return UNSEEN in path.absolute().parts


def write_pair(document: GoldDocument, folder: Path) -> Path:
    """Write `NAME.txt` and `NAME.gold.json` into a folder, for tools that read pairs; give the latter's path.

    Raises:
        OSError: the folder cannot be written.
    """
    gold = unsettle(document.gold, document.text)
    (folder / f"{document.stem}.txt").write_text(document.text, "utf-8", newline="\n")
    path = folder / f"{document.stem}{PAIR}"
    path.write_text(gold.model_dump_json(exclude_unset=True, indent=1) + "\n", "utf-8", newline="\n")
    return path


def write_marked(document: GoldDocument, folder: Path) -> Path:
    """Write `NAME.gold` into a folder; give its path.

    Runs that go on over the end of a line, as heads that had to be unique do, end with it; and an item's run ends
    where that of a fact within the heading goes beyond it.

    Raises:
        OSError: the folder cannot be written.
    """
    path = folder / f"{document.stem}{MARKED}"
    path.write_text(print_marked(document.text, _on_one_line(document.gold)), "utf-8", newline="\n")
    return path


def _on_one_line(gold: Gold) -> Gold:
    rows = [row for kind in (*FACTS, "mentions", "participants") for row in getattr(gold, kind) if row.at is not None]
    items = []
    for item in gold.items:
        at = item.at or 0
        end = at + len(_first_line(item.starts))
        for row in rows:
            if at < row.at < end < row.at + len(row.head):
                end = row.at
        items.append(item.model_copy(update={"starts": item.starts[: end - at].rstrip()}))
    facts: dict[str, object] = {
        kind: tuple(row.model_copy(update={"head": _first_line(row.head)}) for row in getattr(gold, kind))
        for kind in FACTS
        if gold.given(kind)
    }
    return in_order(gold.model_copy(update={"items": tuple(items), **facts}))


def _first_line(run: str) -> str:
    """Give a run up to the end of its first line with letters, unless that is but a word or two."""
    first = run.strip().split("\n")[0].rstrip()
    return run if len(first.split()) < min(3, len(run.split())) else run[: run.index(first) + len(first)]


def _text(path: Path, hint: str = "") -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8; save the text of gold as UTF-8") from error
    except FileNotFoundError as error:
        raise GoldError(f"{path}: not there{hint}") from error
    except OSError as error:
        raise GoldError(f"{path}: cannot be opened ({error.strerror})") from error
