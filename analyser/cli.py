"""The command `referat`: arguments, progress, exit codes.

Data goes to standard output, everything else to standard error. Exit codes: 0 done; 1 some inputs failed, each named
on standard error with why, the rest done; 2 unusable arguments. Ctrl-C ends with 130, and a reader that closes the
pipe ends a command as it ends `cat`.

What a command needs is imported when it runs, so that `referat --help` is quick.
"""

import io
import json
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version as version_of
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, TypeVar

import typer

from analyser.minutes import Minutes, json_schema

if TYPE_CHECKING:
    from analyser.corpus import Corpus

T = TypeVar("T")
Kind = Literal["statements", "decisions", "actions", "people"]

app = typer.Typer(
    help="Read Danish meeting minutes (referater) and give back what is in them as data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Model = Annotated[str | None, typer.Option("--model", help="spaCy pipeline to use: a name or a folder.")]
Store = Annotated[Path, typer.Option("--store", help="The corpus: one SQLite file.", show_default=False)]
On = Annotated[str | None, typer.Option("--on", help='Words it is about, whole or begun; "…" keeps words together.')]
Speaker = Annotated[
    str | None, typer.Option("--speaker", help="Words of the name of who says, decides or is to do it.")
]
Body = Annotated[str | None, typer.Option("--body", help="Words of the name of the body that met.")]
From = Annotated[str | None, typer.Option("--from", help="First day: 2019, 2019-03 or 2019-03-15.")]
To = Annotated[str | None, typer.Option("--to", help="Last day, in the same forms.")]
Form = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="csv opens in a Danish Excel.")]
Numbers = Annotated[
    bool, typer.Option("--personal-numbers", help="Leave Danish personal numbers (CPR) readable; else they are masked.")
]


def main() -> None:
    """Run the command line and exit."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a table on a terminal that lacks a letter is still a table
    app(prog_name="referat")


def _print_version(asked: bool) -> None:
    if asked:
        print(f"referat {version_of('referat-analyser')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def analyse(
    files: Annotated[list[Path], typer.Argument(help="Files of minutes.", show_default=False)],
    out: Annotated[Path | None, typer.Option("-o", help="Folder for NAME.json; needed for several files.")] = None,
    model: Model = None,
) -> None:
    """Analyse minutes: one file's record as JSON on standard output, or NAME.json for each in a folder."""
    paths = list({path.absolute(): path for path in files}.values())
    if out is None:
        if len(paths) > 1:
            _stop("several files: name a folder for their records with -o DIR")
        _succeed_or_exit(_analyse_one(paths[0], model))
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _stop(f"{out}: cannot be used as a folder ({error.strerror})")
    taken: dict[str, Path] = {}
    done = [_analyse_into(out, path, taken, model) for path in _progress(paths, "Analysing", len(paths))]
    _succeed_or_exit(all(done))


@app.command("import")
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
        _stop(str(error))
    counts = dict.fromkeys(("imported", "unchanged", "failed"), 0)
    outcomes = import_files(connection, found.files, _analysis(model), asked_model=model or "", again=again)
    try:
        for outcome in chain(found.unreadable, _progress(outcomes, "Importing", len(found.files))):
            counts[outcome.status] += 1
            if outcome.problem:
                _say(outcome.problem)
    except sqlite3.Error as error:
        _say(f"{store}: cannot be written ({error}); what was imported before stays")
        raise typer.Exit(1) from error
    finally:
        connection.close()
    if found.passed_over:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(found.passed_over.items()))
        _say(f"passed over, being no text files: {kinds}")
    _say(", ".join(f"{count} {status}" for status, count in counts.items()))
    _succeed_or_exit(not counts["failed"])


def _asker(kind: Kind) -> Callable[..., None]:
    """Make the command that answers with one kind of row; all of them take the same filters."""

    def ask(
        store: Store,
        on: On = None,
        speaker: Speaker = None,
        body: Body = None,
        since: From = None,
        until: To = None,
        form: Form = "table",
        personal_numbers: Numbers = False,
    ) -> None:
        from analyser.corpus.masking import masked_frame
        from analyser.corpus.tables import SHOWN, write

        with _asking(store) as corpus:
            frame = getattr(corpus, kind)(on=on, speaker=speaker, body=body, since=since, until=until)
        write(frame if personal_numbers else masked_frame(frame), SHOWN[kind], form)
        if frame.empty:
            _say("nothing found")

    return ask


app.command("who", help="Who reported on what: the statements, each with its source.")(_asker("statements"))
app.command("decisions", help="What was decided, by whom.")(_asker("decisions"))
app.command("actions", help="Who is to do what by when.")(_asker("actions"))
app.command("people", help="Who is on the rosters; with --on, who said, decided or is to do something on it.")(
    _asker("people")
)


@app.command()
def explore(
    store: Store,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")] = 8765,
    personal_numbers: Numbers = False,
) -> None:
    """Show the corpus as pages (in Danish) on 127.0.0.1, until Ctrl-C."""
    from analyser.explorer import serve

    with _asking(store):
        pass  # tells now, not on the first page, that there is no such store
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a browser that goes away ends no server
    try:
        serve(store, port, announce=_say, personal_numbers=personal_numbers)
    except OSError as error:
        _stop(f"port {port}: cannot be used ({error.strerror}); name another with --port")


@app.command()
def export(
    store: Store,
    out: Annotated[Path, typer.Option("-o", help="Folder for the files.", show_default=False)],
    form: Annotated[
        Literal["csv", "parquet", "akn"], typer.Option("--format", help="akn is Akoma Ntoso XML, a file a meeting.")
    ] = "csv",
    personal_numbers: Numbers = False,
) -> None:
    """Write the corpus as files for other programs."""
    from analyser.corpus.export import export as write

    with _asking(store) as corpus:
        try:
            for path in write(corpus, out, form, personal_numbers=personal_numbers):
                print(path)
        except OSError as error:
            _stop(f"{error.filename or out}: cannot be written ({error.strerror})")


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Folder of NAME.gold, or NAME.txt with NAME.gold.json.", show_default=False)
    ],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Score the NAME.json in this folder; nothing is analysed.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is missed and what is wrong.")] = False,
    form: Annotated[Literal["table", "json"], typer.Option("--format")] = "table",
    model: Model = None,
) -> None:
    """Score the analysis against gold annotations: precision, recall and F1 for each kind of fact."""
    from analyser.evaluation import Evaluation, GoldError, analysis, as_json, as_table, find_gold, records_in
    from analyser.evaluation import evaluate as score
    from analyser.language import ModelError

    if predictions and not predictions.is_dir():
        _stop(f"{predictions}: no such folder of records")
    try:
        files = find_gold(gold)
    except GoldError as error:
        _stop(str(error))
    predict = records_in(predictions) if predictions else analysis(model)
    try:
        evaluation = Evaluation(list(_progress(score(gold, predict, files), "Scoring", len(files))))
    except ModelError as error:
        _stop(str(error))
    for document in evaluation.documents:
        for line in (document.problem or "").splitlines():
            _say(line)
    _put(as_json(evaluation, errors=errors) if form == "json" else as_table(evaluation, errors=errors))
    _succeed_or_exit(not any(document.problem for document in evaluation.documents))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    _put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


@contextmanager
def _asking(store: Path) -> Iterator["Corpus"]:
    """Open a store for questions; one that cannot be used, or asked that, is an unusable argument."""
    from analyser.corpus import QuestionError, StoreError, open_corpus

    try:
        with open_corpus(store) as corpus:
            yield corpus
    except (StoreError, QuestionError) as error:
        _stop(str(error))
    except sqlite3.Error as error:
        _stop(f"{store}: cannot be read ({error})")


def _analysis(model: str | None) -> Callable[[Path], Minutes]:
    """Give what analyses a file; a model that cannot be loaded is an unusable argument."""

    def predict(path: Path) -> Minutes:
        from analyser.corpus.analysing import analysed
        from analyser.language import ModelError

        try:
            return analysed(path, model)
        except ModelError as error:
            _stop(str(error))

    return predict


def _analyse_one(path: Path, model: str | None) -> bool:
    try:
        record = _analysis(model)(path).to_json()
    except ValueError as error:
        _say(str(error))
        return False
    _put(record)
    return True


def _analyse_into(folder: Path, path: Path, taken: dict[str, Path], model: str | None) -> bool:
    """Write one file's record into a folder, never over that of another input, nor over an input."""
    from analyser.corpus.writing import write_whole

    target = folder / f"{path.stem}.json"
    if before := taken.get(target.name.casefold()):
        _say(f"{path}: not written, since {target} holds the record of {before}; rename one, or use another folder")
        return False
    if target.absolute() == path.absolute():
        _say(f"{path}: not written, since its record would replace it; use another folder")
        return False
    try:
        write_whole(target, _analysis(model)(path).to_json().encode())
    except OSError as error:
        _say(f"{target}: cannot be written ({error.strerror})")
        return False
    except ValueError as error:
        _say(str(error))
        return False
    taken[target.name.casefold()] = path
    return True


def _progress(things: Iterable[T], label: str, total: int) -> Iterable[T]:
    """Go through things with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty() or total < 2:
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, label, total, console=Console(stderr=True), transient=True)


def _put(text: str) -> None:
    """Write data to standard output, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _say(message: str) -> None:
    """Write one line to standard error; nothing in it steers the terminal."""
    from analyser.corpus.tables import visible

    print(visible(message), file=sys.stderr, flush=True)


def _stop(message: str) -> NoReturn:
    """End for unusable arguments."""
    _say(message)
    raise typer.Exit(2)


def _succeed_or_exit(good: bool) -> None:
    if not good:
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
