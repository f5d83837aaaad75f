"""A fresh process: its first page and its memory, beside an empty app: ``python -m benchmarks.starting``."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from statistics import median

from benchmarks import servers
from benchmarks.servers import ROOT, Server
from benchmarks.viewer import viewer

ROUNDS = 3
MOST_TIMES, MOST_AT_REST = 1.5, 180
HEAVY = ("pandas", "plotly", "typst", "networkx", "pyarrow")
IMPORTED = f"""
import sys
from tests.opened import opened
assert not opened("").exception
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""

Started = Callable[[], AbstractContextManager[Server]]


async def first_page(start: Started) -> tuple[float, float]:
    """Seconds from the start of a process to the end of its first page, and its megabytes then."""
    began = time.perf_counter()
    with start() as server:
        async with viewer(server.port) as reader:
            await reader.open("")
        return time.perf_counter() - began, server.memory()


async def main() -> None:
    """Print the first page of the app and of an empty one, in turns, and what the start page imports."""
    times: dict[str, list[float]] = {"app": [], "empty": []}
    memory: dict[str, float] = {}
    starts: dict[str, Started] = {"app": servers.app, "empty": lambda: servers.empty_page(is_ours=True)}
    for _ in range(ROUNDS):
        for name, start in starts.items():
            seconds, memory[name] = await first_page(start)
            times[name].append(seconds)
    ratio = median(times["app"]) / median(times["empty"])
    for name, seconds in times.items():
        print(f"first page of a fresh process, {name}: {median(seconds):.1f} s, {memory[name]:.0f} MB")
    print(f"ratio {ratio:.1f} (at most {MOST_TIMES}); at rest at most {MOST_AT_REST} MB")
    asked = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    print(f"large libraries that the start page imports: {asked.stdout.strip() or 'none'}")


if __name__ == "__main__":
    asyncio.run(main())
