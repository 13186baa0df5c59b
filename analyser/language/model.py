"""Which language pipeline is used, and loading it.

In this order: the one the caller names; the one shipped in `models/`; da_core_news_sm where it is installed; a blank
Danish pipeline, with which the rules work alone.
"""

import importlib.util
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import catalogue  # type: ignore[import-untyped]
import spacy
from spacy import about
from spacy.language import Language

SHIPPED = "da_referat_sm"
FALLBACK = "da_core_news_sm"
BLANK = "blank:da"


class ModelError(RuntimeError):
    """A language pipeline cannot be loaded; the text is one line for people."""


@cache
def load_model(name: str | None = None) -> Language:
    """Load a pipeline by name, path or None for the best there is; the same object for the same name.

    `blank:da` asks for the rules alone.

    Raises:
        ModelError: no pipeline of that name is installed, or its folder is damaged.
    """
    return load_another(name)


def load_another(name: str | None = None) -> Language:
    """Load a pipeline as `load_model` does; a new object each time."""
    if name == BLANK:
        return spacy.blank("da")
    if name is not None:
        return load_anew(name)
    shipped = shipped_path()
    if shipped is not None:
        # its tokenizer is spaCy's own Danish one; not reading it a second time makes loading faster (models/README.md)
        return load_anew(str(shipped), exclude=["tokenizer"])
    if importlib.util.find_spec(FALLBACK) is not None:
        return load_anew(FALLBACK)
    return spacy.blank("da")


def model_name(nlp: Language) -> str:
    """Give a pipeline's name and version: `da_core_news_sm 3.8.0`; `blank:da` for the blank one."""
    name = nlp.meta.get("name") or "pipeline"
    if not nlp.meta.get("labels") and name == "pipeline":
        return BLANK
    return f"{nlp.lang}_{name} {nlp.meta.get('version', '')}".strip()


def shipped_path() -> Path | None:
    """Give the folder of the shipped pipeline, in a checkout or installed; None where there is none."""
    here = Path(__file__).resolve().parents[2] / "models" / SHIPPED
    for folder in (here, here.parents[1] / "analyser" / "models" / SHIPPED):
        if (folder / "meta.json").is_file():
            return folder
    return None


def _remedy(name: str) -> str:
    """Say how to get a pipeline; spaCy's own are on GitHub and not on PyPI, where `pip install NAME` looks."""
    if name != FALLBACK:
        return "install its package, or name a folder that spaCy saved"
    release = f"{name}-{'.'.join(about.__version__.split('.')[:2])}.0"
    wheel = f"{release}-py3-none-any.whl"
    return (
        f"install it with `python -m spacy download {name}`; where that cannot reach the network, fetch "
        f"{about.__download_url__}/{release}/{wheel} elsewhere and `pip install {wheel}`"
    )


class _ByGroup:
    """Installed entry points, looked for once a group."""

    def __init__(self, installed: EntryPoints) -> None:
        self._installed = installed
        self._found: dict[str, list[EntryPoint]] = {}

    def select(self, *, group: str) -> list[EntryPoint]:
        if group not in self._found:
            self._found[group] = list(self._installed.select(group=group))
        return self._found[group]


@cache
def _by_group() -> _ByGroup:
    return _ByGroup(catalogue.AVAILABLE_ENTRY_POINTS)


@contextmanager
def _quick_registry() -> Iterator[None]:
    """Let spaCy's registry look entry points up by group while a pipeline is loaded.

    It asks a hundred times, and each time all entry points of all packages are gone through: a fifth of the loading.
    """
    installed = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(installed, "select"):
        catalogue.AVAILABLE_ENTRY_POINTS = _by_group()
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = installed


def load_anew(name: str, exclude: Sequence[str] = ()) -> Language:
    """Load a pipeline by name or path, without the parts given; a new object each time.

    Raises:
        ModelError: as in `load_model`.
    """
    try:
        with _quick_registry():
            return spacy.load(name, exclude=list(exclude))
    except OSError as error:
        raise ModelError(f"language pipeline {name}: not found; {_remedy(name)}, or leave --model out") from error
    except (ValueError, KeyError, ImportError) as error:
        raise ModelError(f"language pipeline {name}: cannot be loaded ({error!s:.120})") from error
