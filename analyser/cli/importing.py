"""`referat import`: files and folders into a corpus; `referat failures`: what could not be read of them."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyser.cli.corpus import asking
from analyser.cli.filters import Form
from analyser.cli.model import own_words
from analyser.cli.options import Lexicon, Model, Store
from analyser.cli.output import say, stop, succeed_or_exit

if TYPE_CHECKING:
    from analyser.corpus import Outcome
    from analyser.corpus.finding import Found
    from analyser.language.lexicon import OwnLexicon

_FEW = 24
"""Files that one process imports before several have started."""

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=1, help="Processes that analyse; one for each processor if left out.", show_default=False
    ),
]


def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files, and folders at any depth; what --cluster wrote also at a URL (s3://…).", show_default=False
        ),
    ],
    store: Store,
    model: Model = None,
    lexicon: Lexicon = None,
    jobs: Jobs = None,
    again: Annotated[bool, typer.Option("--again", help="Analyse unchanged files too.")] = False,
) -> None:
    """Import minutes into a corpus. Again is cheap: a file whose content is known is not analysed anew."""
    from analyser.corpus.finding import find
    from analyser.corpus.remote import RemoteError

    own = own_words(lexicon)
    try:
        found = find(paths)
    except RemoteError as error:
        stop(str(error))
    counts: Counter[str] = Counter()
    total = len(found.files) if not found.records else None
    for outcome in _shown(_outcomes(found, store, model, own, jobs, again), total):
        counts[outcome.status] += 1
        counts["documents inside files failed"] += len(outcome.problems) if outcome.status == "imported" else 0
    if found.passed_over:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(found.passed_over.items()))
        say(f"passed over, since files of their kind hold no minutes: {kinds}")
    told = [f"{counts[status]} {status}" for status in ("imported", "unchanged", "failed")]
    told += [f"{counts[rare]} {rare}" for rare in ("gone", "documents inside files failed") if counts[rare]]
    say(", ".join(told))
    succeed_or_exit(not counts["failed"] and not counts["documents inside files failed"])


def failures(store: Store, form: Form = "table") -> None:
    """What could not be read, why, and when that was tried; only what has not been put right since."""
    from analyser.corpus.tables import write

    with asking(store) as corpus:
        frame = corpus.failures()
    write(frame, ("problem", "last_tried", "times"), form)
    if frame.empty:
        say("nothing failed")


def _outcomes(
    found: "Found", store: Path, model: str | None, own: "OwnLexicon | None", jobs: int | None, again: bool
) -> Iterator["Outcome"]:
    """Import, in this process or in several; what ends the whole import is told, and ends the command."""
    from analyser.corpus import StoreError
    from analyser.corpus.analysing import work
    from analyser.corpus.importing import import_found
    from analyser.corpus.store import connect
    from analyser.corpus.workers import Processes, ThisProcess
    from analyser.language import ModelError

    if jobs is None:
        jobs = (os.cpu_count() or 1) if len(found.files) > _FEW else 1
    try:
        connection = connect(store, write=True)
    except StoreError as error:
        stop(str(error))
    asked = {"asked_model": model or "", "lexicon": own.digest if own else ""}
    try:
        if jobs == 1:
            alone = ThisProcess(lambda task: work(task, model, own))
            yield from import_found(connection, found, alone, again=again, **asked)
        else:
            with Processes(jobs, model, own=own) as processes:
                yield from import_found(connection, found, processes, again=again, **asked)
    except ModelError as error:
        stop(str(error))
    except sqlite3.Error as error:
        say(f"{store}: cannot be written ({error}); what was imported before stays")
        raise typer.Exit(1) from error
    finally:
        connection.close()


def _shown(outcomes: Iterable["Outcome"], total: int | None) -> Iterator["Outcome"]:
    """Tell each problem on standard error and, where that is a terminal, show how far the import is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("Importing"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(), TextColumn("{task.fields[failed]} failed"),
    )  # fmt: skip
    unseen = not console.is_terminal or (total is not None and total < 2)
    with Progress(*columns, console=console, transient=True, disable=unseen) as bar:
        task = bar.add_task("", total=total, rate="", failed=0)
        failed = 0
        for outcome in outcomes:
            for problem in outcome.problems:
                say(problem)
            failed += outcome.status == "failed"
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, failed=failed, rate=f"{speed:.1f} files/s" if speed else "")
            yield outcome
