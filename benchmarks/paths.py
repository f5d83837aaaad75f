"""How long questions about ways take on a large graph, beside networkx in the same run.

``python -m benchmarks.paths``. Times depend on the machine: read the ratios.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from statistics import median
from time import perf_counter

import networkx as nx

from pathways.graph.paths import count_paths, shortest_paths

LAYERS, WIDTH, EDGES_EACH = 100, 50, 2
SHORTEST = 10
REPEATS = 7
BUDGET = 12.0
"""Seconds that networkx gets for each question."""


def layered_graph() -> nx.DiGraph[str]:
    """5,000 nodes in 100 layers; all but the last layer's lead to two of the next. Always the same."""
    choice = random.Random(20)  # noqa: S311 -- a graph, not a secret; seeded so that it stays the same
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(f"{layer}.{i}" for layer in range(LAYERS) for i in range(WIDTH))
    for layer in range(LAYERS - 1):
        for i in range(WIDTH):
            for j in choice.sample(range(WIDTH), EDGES_EACH):
                graph.add_edge(f"{layer}.{i}", f"{layer + 1}.{j}")
    return graph


def milliseconds(question: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        question()
        times.append(1000 * (perf_counter() - start))
    return median(times)


@contextmanager
def budget(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` in whatever runs longer. Needs Unix."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def networkx_milliseconds(question: Callable[[], object]) -> tuple[float, bool]:
    """One run's time, and whether it ended within the budget."""
    start = perf_counter()
    try:
        with budget(BUDGET):
            question()
    except TimeoutError:
        return 1000 * BUDGET, False
    return 1000 * (perf_counter() - start), True


def print_row(name: str, own: float, other: tuple[float, bool] | None) -> None:
    if other is None:
        print(f"{name:<28}{own:>9.2f} ms{'-':>14}{'-':>14}")
        return
    time, ended = other
    bound = "" if ended else "> "
    print(f"{name:<28}{own:>9.2f} ms{bound + f'{time:,.0f} ms':>14}{bound + f'{time / own:,.0f}':>14}")


def print_questions(graph: nx.DiGraph[str], start: str, goal: str) -> None:
    count = count_paths(graph, start, goal)
    print(f"\nfrom {start} to {goal}: {count:.1e} ways")
    print_row("number of ways", milliseconds(lambda: count_paths(graph, start, goal)), None)
    print_row(
        f"{SHORTEST} shortest ways",
        milliseconds(lambda: shortest_paths(graph, start, goal, SHORTEST)),
        networkx_milliseconds(lambda: list(islice(nx.shortest_simple_paths(graph, start, goal), SHORTEST))),
    )


def main() -> None:
    """Print a table for a goal in the last layer, and one for a goal half way that most ways miss."""
    graph = layered_graph()
    print(f"{len(graph):,} nodes in {LAYERS} layers, {graph.number_of_edges():,} edges")
    print(f"{'':<28}{'pathways':>12}{'networkx':>14}{'ratio':>14}")
    for layer in (LAYERS - 1, LAYERS // 2):
        print_questions(graph, "0.0", f"{layer}.0")
    print(f"\nnetworkx: one run, stopped after {BUDGET:.0f} s a question (marked >); it does not count ways.")


if __name__ == "__main__":
    main()
