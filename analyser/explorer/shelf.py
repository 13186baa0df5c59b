"""What all pages share: the store they read and the templates they fill."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from starlette.responses import Response

from analyser.corpus.store import connect
from analyser.explorer.rendering import Renderer

_KEPT = 4
"""Connections that wait for the next page; a new one has to read the schema first, and its cache is empty."""

_CACHE = 32 * 1024
"""KiB of the store that a connection keeps in memory."""


class Shelf:
    """A store and how its pages are shown; connections that read are used again, as long as the file is the same."""

    def __init__(self, store: Path, renderer: Renderer) -> None:
        self.store = store
        self.hide = renderer.hide
        self._renderer = renderer
        self._waiting: list[tuple[tuple[int, int], sqlite3.Connection]] = []
        self._taking = Lock()

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that reads; each question sees what was written before it."""
        file = self._file()
        connection = self._take(file)
        try:
            yield connection
        except sqlite3.Error:
            connection.close()
            raise
        except BaseException:
            self._put(file, connection)
            raise
        self._put(file, connection)

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

    def _file(self) -> tuple[int, int] | None:
        """Tell one file from another that takes its name; None where there is none."""
        try:
            told = os.stat(self.store)
        except OSError:
            return None
        return told.st_dev, told.st_ino

    def _take(self, file: tuple[int, int] | None) -> sqlite3.Connection:
        with self._taking:
            while self._waiting:
                known, connection = self._waiting.pop()
                if known == file:
                    return connection
                connection.close()
        connection = connect(self.store, any_thread=True)
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        return connection

    def _put(self, file: tuple[int, int] | None, connection: sqlite3.Connection) -> None:
        with self._taking:
            if file is not None and len(self._waiting) < _KEPT:
                self._waiting.append((file, connection))
                return
        connection.close()
