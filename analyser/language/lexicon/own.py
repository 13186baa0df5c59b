"""A user's own words: a folder of TOML files, or one, each with the name of a shipped file and built as that is.

titles.toml:   ends = ["webmaster"]        added to the shipped list
               [remove]
               ends = ["bud"]              taken out of it
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analyser.language.lexicon.checking import LexiconError, check
from analyser.language.lexicon.shipped import shipped, shipped_names

_NOT_READ = {  # no analysis reads these, or no list is in them
    "compounds": "only questions to a corpus read it",
    "inflections": "only questions to a corpus read it",
    "name_genders": "add to `gender` in names.toml instead",
}


@dataclass(frozen=True)
class OwnLexicon:
    """What a user adds to the lexicon and takes out of it.

    Attributes:
        digest: SHA-256 of what the files say, whatever comments and layout they have.
        files: the content of each file, by its name without `.toml`.
    """

    digest: str
    files: Mapping[str, Mapping[str, Any]] = field(compare=False, repr=False)


def own_lexicon(given: "str | Path | OwnLexicon | None") -> OwnLexicon | None:
    """Read a user's lexicon; one that was read, and None, are given back.

    Raises:
        LexiconError: there is none, or a file is not built as the shipped one of its name.
    """
    if given is None or isinstance(given, OwnLexicon):
        return given
    files = {path.stem: _read(path) for path in _files(Path(given))}
    told = json.dumps(files, ensure_ascii=False, sort_keys=True)
    return OwnLexicon(hashlib.sha256(told.encode()).hexdigest(), files)


def _files(path: Path) -> list[Path]:
    try:
        found = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    if not found:
        raise LexiconError(f"{path}: holds no lexicon file; these can be added to: {_known()}")
    return found


def _read(path: Path) -> dict[str, Any]:
    """Read and check one file.

    Raises:
        LexiconError: it cannot be read, has another name than the shipped ones, or other things in it.
    """
    if path.suffix != ".toml" or path.stem not in shipped_names() or path.stem in _NOT_READ:
        why = f" ({_NOT_READ[path.stem]})" if path.stem in _NOT_READ else ""
        raise LexiconError(f"{path}: no lexicon file of this name can be added to{why}; these can: {_known()}")
    try:
        text = path.read_bytes().decode("utf-8-sig")  # Windows' editor writes a mark in front
        own = tomllib.loads(text.replace("\r\n", "\n"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is not UTF-8; save it in that encoding") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: cannot be read as TOML: {error}") from error
    try:
        check(path.name, own, shipped(path.stem))
    except LexiconError as error:
        raise LexiconError(f"{path.parent / str(error)}") from None
    return own


def _known() -> str:
    return ", ".join(f"{name}.toml" for name in shipped_names() if name not in _NOT_READ)
