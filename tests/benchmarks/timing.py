"""Two pieces of work timed against each other, turn and turn about, in processor time: it changes little under load."""

from collections.abc import Awaitable, Callable
from time import process_time

REPEATS = 7


def against(run: Callable[[], object], baseline: Callable[[], object], repeats: int = REPEATS) -> tuple[float, float]:
    """Give the least time of each in milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    run()  # what is only done once is not measured
    baseline()
    for _ in range(repeats):
        for what, into in zip((run, baseline), times, strict=True):
            begin = process_time()
            what()
            into.append((process_time() - begin) * 1000)
    return min(times[0]), min(times[1])


async def against_async(
    run: Callable[[], Awaitable[object]], baseline: Callable[[], object], repeats: int = REPEATS
) -> tuple[float, float]:
    """Give the least time of each in milliseconds, where the first is waited for."""
    times: tuple[list[float], list[float]] = ([], [])
    await run()
    baseline()
    for _ in range(repeats):
        begin = process_time()
        await run()
        times[0].append((process_time() - begin) * 1000)
        begin = process_time()
        baseline()
        times[1].append((process_time() - begin) * 1000)
    return min(times[0]), min(times[1])


def line(name: str, ours: float, bare: float, rows: int | None = None) -> None:
    """Print one row of a table in Markdown."""
    print(f"| {name} | {ours:.1f} | {bare:.2f} | {ours / bare:.1f} |{'' if rows is None else f' {rows} |'}", flush=True)
