"""`referat explore`: the corpus as pages."""

import signal
from typing import Annotated

import typer

from analyser.cli.corpus import asking
from analyser.cli.filters import Numbers
from analyser.cli.options import Store
from analyser.cli.output import say, stop


def explore(
    store: Store,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")] = 8765,
    personal_numbers: Numbers = False,
) -> None:
    """Show the corpus as pages (in Danish) on 127.0.0.1, until Ctrl-C."""
    from analyser.explorer import serve

    with asking(store):
        pass  # tells now, not on the first page, that there is no such store
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a browser that goes away ends no server
    try:
        serve(store, port, announce=say, personal_numbers=personal_numbers)
    except OSError as error:
        stop(f"port {port}: cannot be used ({error.strerror}); name another with --port")
