"""Listening on this machine."""

import socket
from collections.abc import Callable
from pathlib import Path

from analyser.explorer.app import make_app

ADDRESS = "127.0.0.1"


def serve(store: Path, port: int, *, announce: Callable[[str], None], personal_numbers: bool = False) -> None:
    """Show a store's pages on 127.0.0.1 until the process is interrupted.

    Args:
        store: the corpus.
        port: the port; 0 for any that is free.
        announce: called once with the address, when pages can be asked for.
        personal_numbers: leave Danish personal numbers readable.

    Raises:
        OSError: the port cannot be had.
    """
    import uvicorn

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen(128)
        announce(f"http://{ADDRESS}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
        # No access log: what is searched for can be personal.
        config = uvicorn.Config(
            make_app(store, personal_numbers=personal_numbers),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            lifespan="off",
        )
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            return
