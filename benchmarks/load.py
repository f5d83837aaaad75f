"""A class opens the app: ``python -m benchmarks.load [VIEWERS ...]``.

Each viewer goes through a mix of eight views, thinks ten seconds after each, and begins at another place.
Printed are the median and 95th percentile of what a viewer waits, beside one viewer alone in the same run,
processor time of a rerun, and memory. The viewers share the machine with the server: 400 of them take time
from it.
"""

from __future__ import annotations

import asyncio
import random
import sys
from contextlib import AsyncExitStack
from statistics import median, quantiles

from benchmarks import servers
from benchmarks.servers import Server
from benchmarks.viewer import Viewer, viewer
from benchmarks.views import MIX, VIEWS

VIEWERS = (1, 50, 100, 200, 400)
THINKING = 10.0
"""Seconds on average between two views of one viewer."""
VISITS = 4
MOST_AT_ONCE = 20
"""How many connections are opened at a time."""
TARGETS = "200 viewers within 3 times one viewer; 12 ms of processor a rerun; 1.6 MB a viewer"


async def main(numbers: tuple[int, ...]) -> None:
    """Print a line for each number of viewers."""
    print(
        f"{'viewers':>8}{'median, ms':>12}{'p95, ms':>10}{'/ one':>8}{'CPU, ms':>9}{'MB':>7}"
        f"{'MB a viewer':>13}"
    )
    with servers.app() as server:
        await _warm(server)
        rest, alone = server.memory(), 0.0
        for number in numbers:
            waits, spent, memory = await load(server, number)
            late = quantiles(waits, n=20)[-1]
            alone = alone or late
            print(
                f"{number:>8}{1000 * median(waits):>12.0f}{1000 * late:>10.0f}{late / alone:>8.1f}"
                f"{1000 * spent / len(waits):>9.1f}{memory:>7.0f}{(memory - rest) / number:>13.2f}",
                flush=True,
            )
    print(f"to reach: {TARGETS}")


async def _warm(server: Server) -> None:
    async with viewer(server.port) as reader:
        for name in MIX:
            await reader.open(VIEWS[name])


async def load(server: Server, number: int) -> tuple[list[float], float, float]:
    """What so many viewers wait for each view, processor time of the server (seconds), and its megabytes."""
    async with AsyncExitStack() as stack:
        gate = asyncio.Semaphore(MOST_AT_ONCE)
        readers = await asyncio.gather(*(_connected(stack, server.port, gate) for _ in range(number)))
        before = server.cpu()
        visits = VISITS if number > 1 else 2 * len(MIX)
        waits = await asyncio.gather(*(_visit(one, place, visits) for place, one in enumerate(readers)))
        return [wait for those in waits for wait in those], server.cpu() - before, server.memory()


async def _connected(stack: AsyncExitStack, port: int, gate: asyncio.Semaphore) -> Viewer:
    async with gate:
        return await stack.enter_async_context(viewer(port))


async def _visit(reader: Viewer, place: int, visits: int) -> list[float]:
    """The waits of one viewer, who thinks before each view; a single one needs no time to think."""
    chance = random.Random(place)  # noqa: S311 -- when viewers click, the same in each run
    waits = []
    for visit in range(visits):
        await asyncio.sleep(chance.uniform(0, 2 * THINKING) if visits == VISITS else 0.2)
        waits.append((await reader.open(VIEWS[MIX[(place + visit) % len(MIX)]])).seconds)
    return waits


if __name__ == "__main__":
    asyncio.run(main(tuple(map(int, sys.argv[1:])) or VIEWERS))
