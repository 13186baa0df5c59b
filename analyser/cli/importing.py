"""`referat import`: files and folders into a corpus."""

import sqlite3
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from analyser.cli.model import analysis
from analyser.cli.options import Model, Store
from analyser.cli.output import progress, say, stop, succeed_or_exit


def import_(
    paths: Annotated[list[Path], typer.Argument(help="Files, and folders at any depth.", show_default=False)],
    store: Store,
    model: Model = None,
    again: Annotated[bool, typer.Option("--again", help="Analyse unchanged files too.")] = False,
) -> None:
    """Import minutes into a corpus. Again is cheap: a file whose content is known is not analysed anew."""
    from analyser.corpus import StoreError
    from analyser.corpus.importing import find, import_files
    from analyser.corpus.store import connect

    found = find(paths)
    try:
        connection = connect(store, write=True)
    except StoreError as error:
        stop(str(error))
    counts = dict.fromkeys(("imported", "unchanged", "failed"), 0)
    outcomes = import_files(connection, found.files, analysis(model), asked_model=model or "", again=again)
    try:
        for outcome in chain(found.unreadable, progress(outcomes, "Importing", len(found.files))):
            counts[outcome.status] += 1
            if outcome.problem:
                say(outcome.problem)
    except sqlite3.Error as error:
        say(f"{store}: cannot be written ({error}); what was imported before stays")
        raise typer.Exit(1) from error
    finally:
        connection.close()
    if found.passed_over:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(found.passed_over.items()))
        say(f"passed over, being no text files: {kinds}")
    say(", ".join(f"{count} {status}" for status, count in counts.items()))
    succeed_or_exit(not counts["failed"])
