"""Each page of the explorer against the bare SQL behind it: `python -m tests.benchmarks.explorer [MEETINGS] [STORE]`.

A page is timed from its request to the last byte of the answer, in this process and without a network; what the bare
SQL is says `tests/benchmarks/bare.py`. Both are the best of several, turn and turn about. STORE is kept and used again
where it is there. At the end, a decision about two people.
"""

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from time import process_time

from analyser.corpus.identifying import decide, identify
from analyser.corpus.store import connect
from analyser.explorer import make_app
from analyser.explorer.security import Guard
from tests.benchmarks import bare
from tests.benchmarks.bare import Sql
from tests.benchmarks.grown import grow
from tests.benchmarks.timing import against_async, line


def main(meetings: int, path: Path) -> None:
    """Print a row for each page: its time, that of its SQL, and the ratio."""
    if not path.exists():
        grow(path, meetings)
    with closing(connect(path, write=True)) as connection:
        identify(connection)
    asyncio.run(report(path))
    with closing(connect(path, write=True)) as connection:
        pairs = connection.execute("SELECT a, b FROM doubtful_pairs ORDER BY score DESC, a, b LIMIT 20").fetchall()
        taken = []
        for number, pair in enumerate(pairs):
            begin = process_time()
            decide(connection, *pair, same=number % 2 == 0)
            taken.append((process_time() - begin) * 1000)
        print(f"\na decision about two people: {min(taken):.0f} to {max(taken):.0f} ms")


async def report(path: Path) -> None:
    """Print the table of pages."""
    app = make_app(path)
    print("| page | ms | ms of bare SQL | times |\n|---|---|---|---|")
    with closing(connect(path, any_thread=True)) as connection:
        for name, address, sqls in pages(connection):
            times = await against_async(
                lambda address=address: asked(app, address),  # type: ignore[misc]
                lambda sqls=sqls: fetched(connection, sqls),  # type: ignore[misc]
            )
            line(f"`{name}`", *times)


def pages(connection: sqlite3.Connection) -> list[tuple[str, str, list[Sql]]]:
    """Give every kind of page: name, address, bare SQL. Those of a meeting are of the newest with a doubt."""
    sha, start, end = connection.execute(
        'SELECT sha256, start, "end" FROM minutes JOIN doubts ON doubts.minutes = minutes.key'
        " ORDER BY date DESC LIMIT 1"
    ).fetchone()
    (person,) = connection.execute("SELECT id FROM people ORDER BY id LIMIT 1").fetchone()
    (rare,) = connection.execute(
        "SELECT word FROM words WHERE length(word) > 12 ORDER BY word LIMIT 1 OFFSET 500"
    ).fetchone()
    made: list[tuple[str, str, list[Sql]]] = []
    for address in (
        "/", "/?q=indbrud", f"/?q={rare}", "/?q=indbrud&slags=report&aar=2019", "/?navn=Karla+Rosenvang",
        "/?rolle=formand&side=40", "/?emne=budgettet",
    ):  # fmt: skip
        made.append((address, address, bare.search_page(connection, "statements", address)))
    made += [
        ("/beslutninger", "/beslutninger", bare.search_page(connection, "decisions", "/beslutninger")),
        ("/opgaver?q=notat", "/opgaver?q=notat", bare.search_page(connection, "actions", "/opgaver?q=notat")),
        ("/moeder", "/moeder", bare.meetings_page(0)),
        ("/moeder?side=50", "/moeder?side=50", bare.meetings_page(4900)),
        ("/moede/…", f"/moede/{sha}", bare.meeting_page(sha)),
        ("/personer", "/personer", bare.people_page(connection, "%")),
        ("/personer?navn=tornby", "/personer?navn=tornby", bare.people_page(connection, "% tornby%")),
        ("/person/…", f"/person/{person}", bare.person_page(person)),
        ("/overblik", "/overblik", bare.overview_page(connection)),
        ("/tvivl", "/tvivl", bare.doubts_page("unlinked_name")),
        ("/tvivl?slags=people", "/tvivl?slags=people", bare.pairs_page()),
        ("/rettelser", "/rettelser", bare.corrections_page()),
        ("/ret/… (a role)", f"/ret/{sha}/p1", bare.choice_page(sha, start, end)),
        ("/ret/… (a name)", f"/ret/{sha}/{start}/{end}", bare.choice_page(sha, start, end)),
    ]
    return made


async def asked(app: Guard, address: str) -> int:
    """Ask for a page as a server would, and give the length of the answer."""
    path, _, query = address.partition("?")
    length = 0

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: object) -> None:
        nonlocal length
        assert isinstance(message, dict)
        assert message.get("status", 200) == 200, address
        length += len(message.get("body", b""))

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1:8765")], "http_version": "1.1", "scheme": "http",
        "server": ("127.0.0.1", 8765), "client": ("127.0.0.1", 1), "root_path": "",
    }  # fmt: skip
    await app(scope, receive, send)
    return length


def fetched(connection: sqlite3.Connection, sqls: list[Sql]) -> None:
    """Run statements, and fetch all their rows."""
    for sql, parameters in sqls:
        connection.execute(sql, parameters).fetchall()


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        main(int(given[0]) if given else 10_000, Path(given[1] if given[1:] else f"{folder}/grown.db"))
