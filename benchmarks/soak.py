"""Readers for minutes on end, and whether memory grows: ``python -m benchmarks.soak [MINUTES]``.

Each reader opens a view, stays, leaves and comes back as somebody new; addresses of searches never repeat, so
that what is kept has to be let go again.
"""

from __future__ import annotations

import asyncio
import sys
import time
from itertools import count

from benchmarks import servers
from benchmarks.servers import Server
from benchmarks.viewer import viewer
from benchmarks.views import VIEWS

MINUTES = 10.0
READERS = 5
MOST_GROWTH = 0.05
"""How much of itself memory may grow by from the middle of the time to its end."""


async def main(minutes: float) -> None:
    """Print memory ten times, and its growth in the second half."""
    with servers.app() as server:
        ends = time.monotonic() + 60 * minutes
        numbers = count()
        readers = [asyncio.create_task(_come_and_go(server, ends, numbers)) for _ in range(READERS)]
        seen = []
        for part in range(1, 11):
            await asyncio.sleep(max(0.0, ends - 60 * minutes * (1 - part / 10) - time.monotonic()))
            seen.append(server.memory())
            print(f"{minutes * part / 10:6.1f} min {seen[-1]:7.0f} MB", flush=True)
        runs = sum(await asyncio.gather(*readers))
        growth = seen[-1] / seen[4] - 1
        print(f"{runs:,} runs; growth in the second half {growth:+.1%} (at most {MOST_GROWTH:.0%})")


async def _come_and_go(server: Server, ends: float, numbers: count[int]) -> int:
    runs = 0
    while time.monotonic() < ends:
        async with viewer(server.port) as reader:
            for address in (*VIEWS.values(), f"evidence?search={next(numbers)}"):
                await reader.open(address)
                await reader.rerun()
                runs += 2
    return runs


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES))
