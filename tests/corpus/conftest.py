"""A store with two invented meetings."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from tests.corpus.invented import invented_minutes


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "arkiv.db"
    connection = connect(path, write=True)
    keep(connection, "/arkiv/2024.txt", invented_minutes(7, 2024))
    keep(connection, "/arkiv/2023.txt", invented_minutes(9, 2023))
    connection.close()
    return path


@pytest.fixture
def writing(store: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(store, write=True)
    yield connection
    connection.close()
