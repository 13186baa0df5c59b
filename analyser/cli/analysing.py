"""`referat analyse`: records as JSON; with a cluster, as Parquet."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyser.cli.model import analysis, own_words
from analyser.cli.options import Lexicon, Model
from analyser.cli.output import progress, put, say, stop, succeed_or_exit
from analyser.minutes import Minutes

if TYPE_CHECKING:
    from analyser.language.lexicon import OwnLexicon

Predict = Callable[[Path], Minutes]


def analyse(
    files: Annotated[
        list[str],
        typer.Argument(help="Files of minutes; with --cluster, folders and URLs (s3://…) too.", show_default=False),
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", help="Folder for NAME.json, needed for several files; with --cluster, also a URL."),
    ] = None,
    model: Model = None,
    lexicon: Lexicon = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            help="Dask scheduler that is to do it (tcp://HOST:8786), or `local`; writes Parquet for `referat import`.",
        ),
    ] = None,
) -> None:
    """Analyse minutes: one file's record as JSON on standard output, or NAME.json for each in a folder."""
    own = own_words(lexicon)
    if cluster is not None:
        _analyse_on(cluster, files, out, model, own)
    else:
        _analyse_here([Path(file) for file in files], Path(out) if out is not None else None, analysis(model, own))


def _analyse_on(address: str, places: list[str], out: str | None, model: str | None, own: "OwnLexicon | None") -> None:
    """Have a cluster write the records of all that lies at some places as Parquet."""
    from analyser.corpus.cluster import ClusterError, analyse_on, connected
    from analyser.corpus.finding import find
    from analyser.corpus.remote import RemoteError, is_remote, local_path
    from analyser.language import ModelError

    if out is None:
        stop("--cluster: name a folder for the records with -o, or a URL; all workers must reach it")
    target = out if is_remote(out) else str(local_path(out).absolute())
    minutes = failed = 0
    try:
        found = find(places)
        with connected(address) as client:
            files = [*map(str, found.files), *found.remote]
            for problem in found.unreadable.values():
                say(problem)
            for one in progress(analyse_on(client, files, target, model, own), "Analysing", len(files)):
                minutes += one.minutes
                failed += bool(one.problems)
                for problem in one.problems:
                    say(problem)
    except (ClusterError, RemoteError, ModelError) as error:
        if not minutes + failed:
            stop(str(error))
        say(str(error))  # the arguments were right, and then the cluster or the folder went away
        raise typer.Exit(1) from error
    say(f"{minutes} minutes of {len(files)} files, {failed} files with problems")
    succeed_or_exit(not failed and not found.unreadable)


def _analyse_here(files: list[Path], out: Path | None, predict: Predict) -> None:
    paths = list({path.absolute(): path for path in files}.values())
    if out is None:
        if len(paths) > 1:
            stop("several files: name a folder for their records with -o DIR")
        succeed_or_exit(_analyse_one(paths[0], predict))
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{out}: cannot be used as a folder ({error.strerror})")
    taken: dict[str, Path] = {}
    done = [_analyse_into(out, path, taken, predict) for path in progress(paths, "Analysing", len(paths))]
    succeed_or_exit(all(done))


def _analyse_one(path: Path, predict: Predict) -> bool:
    try:
        record = predict(path).to_json()
    except ValueError as error:
        say(str(error))
        return False
    put(record)
    return True


def _analyse_into(folder: Path, path: Path, taken: dict[str, Path], predict: Predict) -> bool:
    """Write one file's record into a folder, never over that of another input, nor over an input."""
    from analyser.corpus.writing import write_whole

    target = folder / f"{path.stem}.json"
    if before := taken.get(target.name.casefold()):
        say(f"{path}: not written, since {target} holds the record of {before}; rename one, or use another folder")
        return False
    if target.absolute() == path.absolute():
        say(f"{path}: not written, since its record would replace it; use another folder")
        return False
    try:
        write_whole(target, predict(path).to_json().encode())
    except OSError as error:
        say(f"{target}: cannot be written ({error.strerror})")
        return False
    except ValueError as error:
        say(str(error))
        return False
    taken[target.name.casefold()] = path
    return True
