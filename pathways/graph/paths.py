"""The ways from one place to another: how many, which are the shortest, and what they pass.

A path is a tuple of node ids from its start to its goal that visits no node twice. Answers come in the order
of the graph, which is the order of the pack, so they are the same on every run. Paths are best asked of
:func:`pathways.graph.forward_graph`, which has no cycles: there each question is answered without trying a
single dead end, however many paths there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

from pathways.errors import UnknownIdError, near

Path = tuple[str, ...]


class UnknownNodeError(UnknownIdError):
    """A question named a node that the graph does not have."""


class Subgraph(NamedTuple):
    """A part of the graph to be drawn: its node ids, and its edges as (start, end)."""

    nodes: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]


def count_paths(graph: nx.DiGraph[str], start: str, goal: str) -> int:
    """How many paths lead from start to goal, counted without walking them.

    Raises:
        UnknownNodeError: a node is not in the graph.
        networkx.NetworkXUnfeasible: the graph has a cycle.

    >>> count_paths(nx.DiGraph(["ab", "ac", "bd", "cd", "ad"]), "a", "d")
    3
    """
    require(graph, start, goal)
    counts = {start: 1}
    for node in nx.topological_sort(graph):
        for following in graph.succ[node] if node in counts else ():
            counts[following] = counts.get(following, 0) + counts[node]
    return counts.get(goal, 0)


def shortest_paths(graph: nx.DiGraph[str], start: str, goal: str, k: int) -> tuple[Path, ...]:
    """The ``k`` paths with the fewest steps, or all if there are fewer; equals in order of their ids.

    Partial paths wait in a queue by the least length they can end up with. That length is known
    exactly, so the first whole paths to come out are the shortest ones.

    Raises:
        UnknownNodeError: a node is not in the graph.

    >>> shortest_paths(nx.DiGraph(["ab", "ac", "bd", "cd", "ad"]), "a", "d", k=2)
    (('a', 'd'), ('a', 'b', 'd'))
    """
    require(graph, start, goal)
    remaining = nx.single_source_shortest_path_length(graph.reverse(copy=False), goal)
    queue: list[tuple[int, Path]] = [(remaining[start], (start,))] if start in remaining else []
    found: list[Path] = []
    while queue and len(found) < k:
        _, way = heappop(queue)
        if way[-1] == goal:
            found.append(way)
            continue
        for node in graph.succ[way[-1]]:
            if node in remaining and node not in way:
                heappush(queue, (len(way) + remaining[node], (*way, node)))
    return tuple(found)


def path_union(paths: Iterable[Path]) -> Subgraph:
    """The nodes and edges on the given paths, each once, in the order in which the paths meet them.

    >>> path_union([("a", "b", "d"), ("a", "c", "d")])
    Subgraph(nodes=('a', 'b', 'd', 'c'), edges=(('a', 'b'), ('b', 'd'), ('a', 'c'), ('c', 'd')))
    """
    walked = tuple(paths)
    nodes = dict.fromkeys(node for way in walked for node in way)
    edges = dict.fromkeys(step for way in walked for step in pairwise(way))
    return Subgraph(tuple(nodes), tuple(edges))


def require(graph: nx.DiGraph[str], *nodes: str) -> None:
    """Raise :class:`UnknownNodeError` if a node is not in the graph."""
    for node in nodes:
        if node not in graph:
            raise UnknownNodeError("node", node, near(node, graph))
