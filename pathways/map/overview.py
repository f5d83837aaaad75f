"""Which ways the Net draws: few enough to take in at a glance, and none that says something untrue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import networkx as nx

from pathways.map.model import MapEdge
from pathways.model import EdgeKind, Node, NodeKind, OverviewBox, Pack
from pathways.model.vocabulary import EDGE_KINDS, RETURN

Pair = tuple[str, str]
_DRAWN = tuple(kind for kind, terms in EDGE_KINDS.items() if terms.is_forward)


def box_kind(pack: Pack, box: OverviewBox) -> NodeKind:
    """The kind whose shape a box of the Net has.

    A box that holds emergencies looks like one, and a box that holds options like an option, for these
    are what a reader must find. Any other box has the kind of most of its nodes, of the first if equal.
    """
    counts = Counter(pack.node[node].kind for node in box.nodes)
    for kind in ("emergency", "option"):
        if counts[kind]:
            return kind
    return counts.most_common(1)[0][0]


_MANY: Mapping[NodeKind, str] = MappingProxyType(
    {"test": "tests", "cause": "causes", "option": "options", "emergency": "warning signs"}
)
"""The kinds whose plural says more than "places"."""


def count_words(nodes: Sequence[Node]) -> str:
    """How many places a box of the overview holds, and of what kind; "" for a single one."""
    kinds = {node.kind for node in nodes}
    if len(nodes) < 2:
        return ""
    return f"{len(nodes)} {_MANY.get(kinds.pop(), 'places') if len(kinds) == 1 else 'places'}"


def trunk(pack: Pack) -> frozenset[Pair]:
    """The ways that the whole map draws strongly: those that stand behind a line of the overview."""
    home = {node: box.id for box in pack.info.net for node in box.nodes}
    drawn = {(edge.start, edge.end) for edge in overview_edges(pack) if edge.terms.is_usual}
    return frozenset(
        (edge.start, edge.end)
        for edge in pack.edges
        if edge.terms.is_usual and (home.get(edge.start), home.get(edge.end)) in drawn
    )


def overview_edges(pack: Pack) -> tuple[MapEdge, ...]:
    """The ways between the boxes of the Net, derived from the ways between their nodes.

    - Onwards, from a column to a later one (or down the first column), a way is drawn unless a longer
      way over drawn ways leads to the same box.
    - Within a column of choices, a further step is drawn to the next box below only.
    - Ways back are drawn from boxes that nothing follows, and one is left out if its end is the next
      place after the end of another.
    - Warning signs are left out: they can come up anywhere, and one line on every page says so.
    """
    boxes = pack.info.net
    kinds = _kinds_between(pack)
    onward = _without_detours([pair for pair in kinds if _is_onward(boxes, pair) and _kind(kinds[pair])])
    steps = [pair for pair in _neighbours(boxes) if pair not in onward and _kind(kinds.get(pair, ()))]
    drawn = [pair for pair in kinds if pair in {*onward, *steps}]
    back = _ways_back([pair for pair, between in kinds.items() if RETURN in between], drawn)
    return (
        *(MapEdge(*pair, _kind(kinds[pair]) or _DRAWN[0]) for pair in drawn),
        *(MapEdge(*pair, RETURN) for pair in back),
    )


def _kinds_between(pack: Pack) -> dict[Pair, tuple[EdgeKind, ...]]:
    """The kinds of all ways from one box to another, by the ids of the boxes, in the order of the boxes."""
    home = {node: box.id for box in pack.info.net for node in box.nodes}
    place = {box.id: i for i, box in enumerate(pack.info.net)}
    kinds: dict[Pair, tuple[EdgeKind, ...]] = {}
    for edge in pack.edges:
        start, end = home.get(edge.start), home.get(edge.end)
        if start and end and start != end:
            kinds[start, end] = (*kinds.get((start, end), ()), edge.kind)
    return dict(sorted(kinds.items(), key=lambda item: (place[item[0][0]], place[item[0][1]])))


def _kind(kinds: Iterable[EdgeKind]) -> EdgeKind | None:
    """The kind that stands for several, if any of them is drawn."""
    found = set(kinds)
    return next((kind for kind in _DRAWN if kind in found), None)


def _is_onward(boxes: Sequence[OverviewBox], pair: Pair) -> bool:
    place = {box.id: (box.column, i) for i, box in enumerate(boxes)}
    (start, before), (end, after) = (place[box] for box in pair)
    return start < end or (start == end == min(column for column, _ in place.values()) and before < after)


def _neighbours(boxes: Sequence[OverviewBox]) -> list[Pair]:
    """Each box with the one below it in its column."""
    columns: dict[int, list[str]] = {}
    for box in boxes:
        columns.setdefault(box.column, []).append(box.id)
    return [pair for column in columns.values() for pair in pairwise(column)]


def _without_detours(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those that a longer way over the others makes needless."""
    reduced = nx.transitive_reduction(nx.DiGraph(pairs))
    return [pair for pair in pairs if reduced.has_edge(*pair)]


def _ways_back(back: Sequence[Pair], drawn: Sequence[Pair]) -> list[Pair]:
    goes_on = {start for start, _ in drawn}
    after: Mapping[str, set[str]] = {start: {end for s, end in drawn if s == start} for start in goes_on}
    final = [pair for pair in back if pair[0] not in goes_on]
    return [
        (start, end)
        for start, end in final
        if not any(other == start and end in after.get(goal, ()) for other, goal in final)
    ]
