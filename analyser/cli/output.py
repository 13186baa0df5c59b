"""What a command writes and how it ends: data, messages, a bar, an exit code."""

import sys
from collections.abc import Iterable
from typing import NoReturn, TypeVar

import typer

T = TypeVar("T")


def progress(things: Iterable[T], label: str, total: int) -> Iterable[T]:
    """Go through things with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty() or total < 2:
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, label, total, console=Console(stderr=True), transient=True)


def put(text: str) -> None:
    """Write data to standard output, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """Write one line to standard error; nothing in it steers the terminal."""
    from analyser.corpus.tables import visible

    print(visible(message), file=sys.stderr, flush=True)


def stop(message: str) -> NoReturn:
    """End for unusable arguments."""
    say(message)
    raise typer.Exit(2)


def succeed_or_exit(good: bool) -> None:
    """End with 1 where some inputs failed."""
    if not good:
        raise typer.Exit(1)
