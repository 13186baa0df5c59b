"""`referat erase`: a person or a file taken out of a corpus."""

import sqlite3
from contextlib import closing
from typing import Annotated

import typer

from analyser.cli.options import Store
from analyser.cli.output import say, stop


def erase(
    store: Store,
    person: Annotated[
        str | None, typer.Option("--person", help="A name in full, or a person's id; overwritten by dots everywhere.")
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", help="A file that was imported; its minutes go, unless another holds them.")
    ] = None,
) -> None:
    """Take a person or a file out of a corpus for good. Files on disk stay: change or delete them as well."""
    from analyser.corpus import StoreError
    from analyser.corpus.erasing import ErasingError, erase_file, erase_person
    from analyser.corpus.store import connect

    if (person is None) is (file is None):
        stop("name either a --person or a --file")
    if not store.exists():
        stop(f"{store}: no such store")
    try:
        with closing(connect(store, write=True)) as connection:
            done = erase_person(connection, person) if person is not None else erase_file(connection, file or "")
    except (StoreError, ErasingError) as error:
        stop(str(error))
    except sqlite3.Error as error:
        say(f"{store}: cannot be written ({error}); nothing was erased")
        raise typer.Exit(1) from error
    say(f"erased from {done.minutes} minutes" if person is not None else f"{done.minutes} minutes erased")
    for path in done.paths:
        say(f"{path}: the path itself holds the name; rename the file, and import it again")
