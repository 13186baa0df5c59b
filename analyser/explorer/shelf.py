"""What all pages share: the store they read and the templates they fill."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.responses import Response

from analyser.corpus.store import connect
from analyser.explorer.rendering import Renderer


class Shelf:
    """A store and how its pages are shown; each request opens the store anew."""

    def __init__(self, store: Path, renderer: Renderer) -> None:
        self.store = store
        self.hide = renderer.hide
        self._renderer = renderer

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """Open the store to read."""
        connection = connect(self.store)
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Open the store to write."""
        connection = connect(self.store, write=True)
        try:
            yield connection
        finally:
            connection.close()

    def page(self, template: str, status_code: int = 200, /, **values: object) -> Response:
        """Fill a template."""
        return self._renderer.page(template, status_code, **values)
