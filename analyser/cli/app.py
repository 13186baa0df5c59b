"""The program `referat` itself: what it is called, its version, its start."""

import io
import signal
import sys
from importlib.metadata import version as version_of
from typing import Annotated

import typer

app = typer.Typer(
    help="Read Danish meeting minutes (referater) and give back what is in them as data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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
