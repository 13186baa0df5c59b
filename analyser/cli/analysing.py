"""`referat analyse`: records as JSON."""

from pathlib import Path
from typing import Annotated

import typer

from analyser.cli.model import analysis
from analyser.cli.options import Model
from analyser.cli.output import progress, put, say, stop, succeed_or_exit


def analyse(
    files: Annotated[list[Path], typer.Argument(help="Files of minutes.", show_default=False)],
    out: Annotated[Path | None, typer.Option("-o", help="Folder for NAME.json; needed for several files.")] = None,
    model: Model = None,
) -> None:
    """Analyse minutes: one file's record as JSON on standard output, or NAME.json for each in a folder."""
    paths = list({path.absolute(): path for path in files}.values())
    if out is None:
        if len(paths) > 1:
            stop("several files: name a folder for their records with -o DIR")
        succeed_or_exit(_analyse_one(paths[0], model))
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{out}: cannot be used as a folder ({error.strerror})")
    taken: dict[str, Path] = {}
    done = [_analyse_into(out, path, taken, model) for path in progress(paths, "Analysing", len(paths))]
    succeed_or_exit(all(done))


def _analyse_one(path: Path, model: str | None) -> bool:
    try:
        record = analysis(model)(path).to_json()
    except ValueError as error:
        say(str(error))
        return False
    put(record)
    return True


def _analyse_into(folder: Path, path: Path, taken: dict[str, Path], model: str | None) -> bool:
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
        write_whole(target, analysis(model)(path).to_json().encode())
    except OSError as error:
        say(f"{target}: cannot be written ({error.strerror})")
        return False
    except ValueError as error:
        say(str(error))
        return False
    taken[target.name.casefold()] = path
    return True
