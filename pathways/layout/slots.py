"""From ranks to layers of slots: every edge becomes a chain that has a slot in each layer it meets.

A layer is either a rank, which holds boxes, or the gap between two ranks, which holds labels and the bends
of brackets: edges within a rank, that run beside it. A gap is a layer only if something needs a slot there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from pathways.layout.geometry import Size

Edge = tuple[str, str]
CLEARANCE = 3.0
"""Free room between a label and its own line."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a layer. A line runs through it at its anchor, ``before`` and ``after`` are kept free.

    A ``bend`` only takes part in the order of its layer: its line is drawn straight past it.
    ``depth`` is measured along the ranks, ``before`` and ``after`` across them.
    """

    layer: int
    kind: Literal["box", "label", "line", "bend"]
    before: float = 0
    after: float = 0
    depth: float = 0


@dataclass(slots=True)
class Layers:
    """Slots by number, the slot of each box, and for each edge the slots from its start to its end.

    Slots are numbered as they are met. ``is_within`` tells an edge between boxes of one rank.
    """

    slots: list[Slot] = field(default_factory=list)
    box: dict[str, int] = field(default_factory=dict)
    chains: dict[Edge, tuple[int, ...]] = field(default_factory=dict)

    def add(self, slot: Slot) -> int:
        """Number a new slot."""
        self.slots.append(slot)
        return len(self.slots) - 1

    def members(self) -> list[list[int]]:
        """The slots of each layer, in the order of their numbers."""
        layers: dict[int, list[int]] = {layer: [] for layer in sorted({slot.layer for slot in self.slots})}
        for number, slot in enumerate(self.slots):
            layers[slot.layer].append(number)
        return list(layers.values())

    def is_within(self, edge: Edge) -> bool:
        """Whether both ends of an edge are in one rank."""
        return self.slots[self.box[edge[0]]].layer == self.slots[self.box[edge[1]]].layer

    def is_bracket(self, edge: Edge) -> bool:
        """Whether an edge runs beside its rank, without a label."""
        return self.is_within(edge) and self.slots[self.chains[edge][1]].kind == "bend"

    def drawn(self, edge: Edge) -> list[int]:
        """The slots that the line of an edge really passes."""
        return [number for number in self.chains[edge] if self.slots[number].kind != "bend"]

    def pairs(self, chains: Iterable[Sequence[int]]) -> dict[tuple[int, int], None]:
        """Each pair of slots, left one first, that follow each other on a chain and lie in two layers."""
        steps = (step for chain in chains for step in pairwise(chain))
        layer = [slot.layer for slot in self.slots]
        return dict.fromkeys(
            (a, b) if layer[a] < layer[b] else (b, a) for a, b in steps if layer[a] != layer[b]
        )


def layers_of(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    ranks: Mapping[str, int],
    labels: Mapping[Edge, Size],
    *,
    label_after_line: bool,
) -> Layers:
    """Slots and chains for boxes of the given sizes (width along the ranks) and the edges between them."""
    place = {rank: 2 * i for i, rank in enumerate(sorted({ranks[node] for node in sizes}))}
    layer = {node: place[ranks[node]] for node in sizes}
    layers = Layers()
    for node, size in sizes.items():
        slot = Slot(layer[node], "box", size.height / 2, size.height / 2, size.width)
        layers.box[node] = layers.add(slot)
    chains = _Chains(layers, layer, labels, _bracket_sides(layer, edges), label_after_line)
    for edge in edges:
        chains.open_gap(edge)
    for edge in dict.fromkeys(edges):
        layers.chains[edge] = chains.chain(edge)
    return layers


def _bracket_sides(layer: Mapping[str, int], edges: Iterable[Edge]) -> dict[int, int]:
    """For each rank, on which side its brackets run: 1 or -1, where fewer other edges leave its boxes."""
    leaving = dict.fromkeys(layer.values(), 0)
    for start, end in edges:
        step = (layer[end] > layer[start]) - (layer[end] < layer[start])
        leaving[layer[start]] += step
        leaving[layer[end]] -= step
    return {rank: -1 if surplus > 0 else 1 for rank, surplus in leaving.items()}


@dataclass(slots=True)
class _Chains:
    """Makes the chain of each edge. ``gaps`` are the gaps that are layers, and what lines are in them."""

    layers: Layers
    layer: Mapping[str, int]
    labels: Mapping[Edge, Size]
    bracket_side: Mapping[int, int]
    label_after_line: bool
    gaps: dict[int, Literal["line", "bend"]] = field(default_factory=dict)
    shared: dict[tuple[int | str, int, str], int] = field(default_factory=dict)

    def open_gap(self, edge: Edge) -> None:
        """Make the first gap of an edge a layer if it is needed there."""
        if edge in self.labels:
            self.gaps[self._first_gap(edge)] = "line"
        elif self._is_within(edge):
            self.gaps.setdefault(self._first_gap(edge), "bend")

    def _first_gap(self, edge: Edge) -> int:
        """The gap into which an edge leaves its start: where its label or its bend goes."""
        start, end = self.layer[edge[0]], self.layer[edge[1]]
        if start == end:
            return start + (1 if edge in self.labels else self.bracket_side[start])
        return start - 1 if end < start else start + 1

    def chain(self, edge: Edge) -> tuple[int, ...]:
        start, end = edge
        chain = [self.layers.box[start]]
        for layer in self._layers_between(edge):
            if edge in self.labels and layer == self._first_gap(edge):
                chain.append(self.layers.add(self._label(edge, layer)))
            else:
                chain.append(self._shared_slot(chain[-1], edge, layer))
        return (*chain, self.layers.box[end])

    def _is_within(self, edge: Edge) -> bool:
        return self.layer[edge[0]] == self.layer[edge[1]]

    def _layers_between(self, edge: Edge) -> list[int]:
        start, end = self.layer[edge[0]], self.layer[edge[1]]
        if start == end:
            return [self._first_gap(edge)]
        step = 1 if end > start else -1
        return [layer for layer in range(start + step, end, step) if layer % 2 == 0 or layer in self.gaps]

    def _label(self, edge: Edge, layer: int) -> Slot:
        size = self.labels[edge]
        if self._is_within(edge):
            return Slot(layer, "label", size.height / 2, size.height / 2, size.width + CLEARANCE)
        room = size.height + CLEARANCE
        before, after = (0.0, room) if self.label_after_line else (room, 0.0)
        return Slot(layer, "label", before, after, size.width)

    def _shared_slot(self, previous: int, edge: Edge, layer: int) -> int:
        """Lines to one end share a slot in every layer, and so do brackets to one end.

        Lines that are drawn straight past a layer share their bend only if they come from one slot.
        """
        is_within = self._is_within(edge)
        is_bend = is_within or self.gaps.get(layer) == "bend"
        origin = "within" if is_within else previous if is_bend else "any"
        key = (origin, layer, edge[1])
        if key not in self.shared:
            self.shared[key] = self.layers.add(Slot(layer, "bend" if is_bend else "line"))
        return self.shared[key]
