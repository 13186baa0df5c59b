"""`referat people`: who is on the rosters; who of them may be one, and what a person decides about that."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from analyser.cli.asking import answer
from analyser.cli.corpus import asking
from analyser.cli.filters import Asked, filtered
from analyser.cli.options import Store
from analyser.cli.output import say, stop

app = typer.Typer(help="Who is on the rosters; with --on, who said, decided or is to do something on it.")

A = Annotated[str, typer.Argument(help="A person's id.", show_default=False)]
B = Annotated[str, typer.Argument(help="Another's.", show_default=False)]


@app.callback(invoke_without_command=True)
@filtered
def people(
    context: typer.Context,
    asked: Asked,
    store: Annotated[Path | None, typer.Option("--store", help="The corpus: one SQLite file.")] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="The pairs who may be one, with what speaks for and against it.")
    ] = False,
) -> None:
    """List people, or the pairs of them that are in doubt."""
    if context.invoked_subcommand:
        return
    if store is None:
        stop("name the corpus with --store FILE")
    if doubtful:
        _list_doubtful(store, asked)
        return
    answer("people", store, asked)


@app.command()
def merge(a: A, b: B, store: Store) -> None:
    """Say that two are one person; imports keep to it."""
    (person,) = _decide(store, a, b, same=True)
    say(f"one person now: {person}; `referat people apart {a} {b} --store {store}` takes that back")


@app.command()
def apart(a: A, b: B, store: Store) -> None:
    """Say that two are not one person; imports keep to it."""
    persons = _decide(store, a, b, same=False)
    if len(persons) == 1:
        stop(f"{a} and {b} are still one, {persons[0]}, by other decisions or appearances; part those first")
    say(f"two people: {' and '.join(persons)}")


def _list_doubtful(store: Path, asked: Asked) -> None:
    from analyser.corpus.masking import hidden_frame, hiding
    from analyser.corpus.tables import write

    with asking(store) as corpus:
        frame = corpus.doubtful()
        hide = hiding(asked.personal_numbers, corpus.pseudonyms() if asked.pseudonyms else None)
    write(hidden_frame(frame, hide), ("a", "b", "score", "reasons"), asked.form)
    if frame.empty:
        say("nobody is in doubt")


def _decide(store: Path, a: str, b: str, *, same: bool) -> list[str]:
    from analyser.corpus.identifying import PeopleError, decide
    from analyser.corpus.store import StoreError, connect

    if not store.exists():
        stop(f"{store}: no such store")
    try:
        with closing(connect(store, write=True)) as connection:
            return decide(connection, a, b, same=same)
    except (PeopleError, StoreError) as error:
        stop(str(error))
    except sqlite3.Error as error:
        stop(f"{store}: cannot be written ({error}); nothing was changed")
