"""Server time of a rerun of each page, beside an empty page: ``python -m benchmarks.reruns``.

The empty page stands once with Streamlit's default settings and once with those of this app. Reruns of all
three take turns in one run, and what is counted is processor time of each server's own process, so that other
work on the machine shifts both sides alike. Read the ratios.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from statistics import median

from benchmarks import servers
from benchmarks.servers import Server
from benchmarks.viewer import Run, Viewer, viewer
from benchmarks.views import MAPS, VIEWS

ROUNDS, RERUNS = 3, 8
MOST, MOST_IN_THE_MIDDLE = 0.35, 0.25
"""How much of an empty page with default settings a page, and the median of all pages, may take."""

Served = tuple[Server, Viewer]


async def cost(server: Server, reader: Viewer, reruns: int = RERUNS) -> tuple[float, Run]:
    """Milliseconds of processor time that a rerun takes, and the last run."""
    before = server.cpu()
    for _ in range(reruns):
        run = await reader.rerun()
    return 1000 * (server.cpu() - before) / reruns, run


async def main() -> None:
    """Print a line for each view, and the median of the ratios."""
    async with AsyncExitStack() as stack:
        app, ours, default = [await _served(stack, name) for name in ("app", "ours", "default")]
        for empty in (ours, default):
            await empty[1].open("")
        print(
            f"{'rerun of':<24}{'first, ms':>10}{'ms':>8}{'/ default':>11}{'/ ours':>9}"
            f"{'elements':>10}{'kB':>6}"
        )
        ratios = [await _print_view(name, app, ours, default) for name in VIEWS]
        print(
            f"{'median':<24}{median(ratios):>29.2f}    at most {MOST_IN_THE_MIDDLE}; each page at most {MOST}"
        )


async def _served(stack: AsyncExitStack, which: str) -> Served:
    started = servers.app() if which == "app" else servers.empty_page(is_ours=which == "ours")
    server = stack.enter_context(started)
    return server, await stack.enter_async_context(viewer(server.port))


async def _print_view(name: str, app: Served, ours: Served, default: Served) -> float:
    first = await app[1].open(VIEWS[name])
    await app[1].rerun()
    times: dict[str, list[float]] = {"app": [], "ours": [], "default": []}
    runs: dict[str, Run] = {}
    for _ in range(ROUNDS):
        for which, served in (("app", app), ("ours", ours), ("default", default)):
            spent, run = await cost(*served)
            times[which].append(spent)
            runs[which] = run
    spent, beside_ours, beside_default = (median(times[which]) for which in ("app", "ours", "default"))
    missed = spent / beside_default > MOST or spent / beside_ours > MAPS.get(name, 99.0)
    print(
        f"{name:<24}{1000 * first.seconds:>10.0f}{spent:>8.1f}{spent / beside_default:>11.2f}"
        f"{spent / beside_ours:>9.1f}{runs['app'].elements:>10}{runs['app'].size / 1000:>6.0f}"
        f"{'  missed' if missed else ''}",
        flush=True,
    )
    return spent / beside_default


if __name__ == "__main__":
    asyncio.run(main())
