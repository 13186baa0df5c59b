"""The lexicon as it is shipped: the TOML files beside this one."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

_FOLDER = resources.files("analyser.language.lexicon")


@cache
def shipped(name: str) -> dict[str, Any]:
    """Read the lexicon file `name` (without `.toml`); read once a process, so do not change what it gives.

    Raises:
        FileNotFoundError: there is no such file.
    """
    with _FOLDER.joinpath(f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def shipped_names() -> tuple[str, ...]:
    """Give the names of all files, without `.toml`, in order."""
    files = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))
