"""Which places are exits: emergencies and what only follows them, and the ways that need none of them.

Nobody chooses an emergency. A way between two other places therefore never runs through one: it is where one
leaves the way, and no station on it.
"""

from __future__ import annotations

import networkx as nx

from pathways.graph.build import forward_graph, terms_of

EMERGENCY = "emergency"
"""The kind of node that nobody chooses."""


def exits(graph: nx.DiGraph[str]) -> frozenset[str]:
    """Emergencies, and the places beside them in their lane that only follow them.

    A place follows them only if every way forward to it comes from an exit, or cuts short a way that a
    warning sign opens: from the same start to an emergency that leads to the same place.

    >>> care: nx.DiGraph[str] = nx.DiGraph()
    >>> care.add_node("bleeding", kind="emergency", lane="safety")
    >>> care.add_node("rescue", kind="step", lane="safety")
    >>> care.add_edge("bleeding", "rescue", kind="onward")
    >>> sorted(exits(care))
    ['bleeding', 'rescue']
    """
    forward = forward_graph(graph)
    found = {node for node in graph if graph.nodes[node]["kind"] == EMERGENCY}
    lanes = {graph.nodes[node]["lane"] for node in found}
    beside = [node for node in graph if graph.nodes[node]["lane"] in lanes]
    before: set[str] = set()
    while found != before:
        before = set(found)
        found |= {node for node in beside if _only_follows(graph, forward, node, before)}
    return frozenset(found)


def _only_follows(graph: nx.DiGraph[str], forward: nx.DiGraph[str], node: str, found: set[str]) -> bool:
    starts = set(forward.pred[node])
    return bool(starts) and all(
        start in found or _cuts_short(graph, forward, start, node, found) for start in starts
    )


def _cuts_short(
    graph: nx.DiGraph[str], forward: nx.DiGraph[str], start: str, end: str, found: set[str]
) -> bool:
    """Does a warning sign lead from the start to an emergency from which one comes to the same end?"""
    opened = (node for node in graph.succ[start] if terms_of(graph, start, node).is_urgent)
    return any(node in found and forward.has_edge(node, end) for node in opened)


def elective_graph(graph: nx.DiGraph[str], start: str, goal: str) -> nx.DiGraph[str]:
    """The ways forward that may be taken from a start to a goal: through no exit, unless an end is one."""
    forward = forward_graph(graph)
    left_out = exits(graph)
    if left_out & {start, goal}:
        return forward
    return forward.subgraph(node for node in forward if node not in left_out).copy()


def nearest(graph: nx.DiGraph[str], start: str, kind: str, most: int, but: str = "") -> tuple[str, ...]:
    """The places of a kind that one comes to first from a start by usual ways, the nearest first.

    A place behind another one of the same kind is not asked for: it is a choice for later. ``but`` is a
    place that is left out.
    """
    usual = nx.subgraph_view(
        elective_graph(graph, start, start), filter_edge=lambda a, b: terms_of(graph, a, b).is_usual
    )
    found: list[str] = []
    waiting, met = [start], {start}
    for node in waiting:
        if node != start and graph.nodes[node]["kind"] == kind:
            found.append(node)
            continue
        ahead = [end for end in usual.succ[node] if end not in met]
        waiting += ahead
        met.update(ahead)
    return tuple(node for node in found if node != but)[:most]
