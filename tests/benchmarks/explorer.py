"""Each page of the explorer against the bare SQL behind it: `python -m tests.benchmarks.explorer [MEETINGS] [STORE]`.

The statements of a page are recorded as SQLite runs them, and run again on a connection alone, all rows fetched. Both
times are the best of a few; the ratio is what the pages add (templates, marks, reading records). STORE is kept and
used again where it is there.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from starlette.testclient import TestClient

from analyser.corpus.identifying import identify
from analyser.corpus.store import connect
from analyser.explorer import make_app, shelf
from tests.benchmarks.grown import grow

RUNS = 3
BASE = "http://127.0.0.1:8765"


def main(meetings: int, path: Path) -> None:
    """Print a line for each page: its time, that of its SQL, and the ratio."""
    if not path.exists():
        grow(path, meetings)
    with closing(connect(path, write=True)) as connection:
        identify(connection)
    said: list[str] = []

    def traced(store: Path, *, write: bool = False) -> sqlite3.Connection:
        connection = connect(store, write=write)
        connection.set_trace_callback(said.append)
        return connection

    with TestClient(make_app(path), base_url=BASE) as client:
        for address in pages(path):
            taken = best(lambda address=address: client.get(address).raise_for_status())  # type: ignore[misc]
            said.clear()
            shelf.connect = traced
            client.get(address)
            shelf.connect = connect
            statements = [sql for sql in said if not sql.startswith("--")]
            bare = best(lambda statements=statements: run(path, statements))  # type: ignore[misc]
            times = f"{taken * 1000:8.0f} ms  SQL {bare * 1000:7.0f} ms  {taken / bare:5.1f} times"
            print(f"{times}  {address[:60]}", flush=True)


def pages(path: Path) -> list[str]:
    """Give an address of every kind of page; those of one meeting are of the newest with a doubt."""
    connection = connect(path)
    sha, start, end = connection.execute(
        'SELECT sha256, start, "end" FROM minutes JOIN doubts ON doubts.minutes = minutes.key'
        " ORDER BY date DESC LIMIT 1"
    ).fetchone()
    (person,) = connection.execute("SELECT id FROM people ORDER BY id LIMIT 1").fetchone()
    connection.close()
    return [
        "/", "/?q=indbrud", "/?q=indbrud&slags=report&aar=2019", "/?navn=Karla+Rosenvang", "/?rolle=formand&side=40",
        "/?emne=budgettet", "/beslutninger", "/opgaver?q=notat", "/moeder", "/moeder?side=50", f"/moede/{sha}",
        "/personer", "/personer?navn=tornby", f"/person/{person}", "/overblik", "/tvivl", "/rettelser",
        f"/ret/{sha}/p1", f"/ret/{sha}/{start}/{end}",
    ]  # fmt: skip


def run(path: Path, statements: list[str]) -> None:
    """Run statements on a connection of their own, and fetch all their rows."""
    connection = connect(path)
    for sql in statements:
        connection.execute(sql).fetchall()
    connection.close()


def best(work: Callable[[], object]) -> float:
    """Give the shortest of a few runs, in seconds."""
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


if __name__ == "__main__":
    asked = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        main(int(asked[0]) if asked else 10_000, Path(asked[1] if asked[1:] else f"{folder}/grown.db"))
