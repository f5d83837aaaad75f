"""The order of the slots within each layer, with few crossings.

A try sweeps to and fro: each layer is sorted by where its neighbours are in the layer before. Then slots
are sifted: each is moved to the place in its layer where it causes the fewest crossings, until no move
helps. Of several tries the best is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle, islice
from operator import itemgetter

from pathways.layout.slots import Layers

SWEEPS = 12

Centre = Callable[[Sequence[int]], float]


def fewest_crossings(layers: Layers) -> tuple[list[list[int]], int]:
    """The slots of each layer in an order with few crossings, and how many there are."""
    tries = (_try(layers, centres) for centres in ((_median,), (_mean,), (_median, _median, _mean, _mean)))
    return min(tries, key=lambda result: result[1])


def _try(layers: Layers, centres: Sequence[Centre]) -> tuple[list[list[int]], int]:
    order = _order(layers)
    best, fewest = order.copy(), order.crossings()
    for sweep, centre in enumerate(islice(cycle(centres), SWEEPS)):
        _sweep(order, forward=sweep % 2 == 0, centre=centre)
        crossings = order.crossings()
        if crossings < fewest:
            best, fewest = order.copy(), crossings
    order.restore(best)
    _sift(order)
    return order.layers, order.crossings()


@dataclass(slots=True)
class _Order:
    """The slots of each layer in order, the place of each slot, and its neighbours on either side."""

    layers: list[list[int]]
    place: list[int]
    left: Sequence[Sequence[int]]
    right: Sequence[Sequence[int]]

    def set(self, layer: list[int], order: Iterable[int]) -> None:
        layer[:] = order
        for place, slot in enumerate(layer):
            self.place[slot] = place

    def copy(self) -> list[list[int]]:
        return [list(layer) for layer in self.layers]

    def restore(self, layers: Iterable[Iterable[int]]) -> None:
        for layer, order in zip(self.layers, layers, strict=True):
            self.set(layer, order)

    def places(self, neighbours: Sequence[Sequence[int]], slot: int) -> list[int]:
        return sorted([self.place[other] for other in neighbours[slot]])

    def crossings(self) -> int:
        return sum(_crossings(self.places(self.right, slot) for slot in layer) for layer in self.layers)


def _order(layers: Layers) -> _Order:
    left: list[list[int]] = [[] for _ in layers.slots]
    right: list[list[int]] = [[] for _ in layers.slots]
    for before, after in layers.pairs(layers.chains.values()):
        right[before].append(after)
        left[after].append(before)
    members = layers.members()
    order = _Order(members, [0] * len(layers.slots), left, right)
    order.restore(order.copy())
    return order


def _crossings(rows: Iterable[Sequence[int]]) -> int:
    """Crossings between two layers, given the sorted places of each slot's neighbours, slot by slot."""
    passed: list[int] = []
    count = 0
    for row in rows:
        count += sum(len(passed) - bisect_right(passed, place) for place in row)
        for place in row:
            insort(passed, place)
    return count


def _median(places: Sequence[int]) -> float:
    return (places[(len(places) - 1) // 2] + places[len(places) // 2]) / 2


def _mean(places: Sequence[int]) -> float:
    return sum(places) / len(places)


def _sweep(order: _Order, *, forward: bool, centre: Centre) -> None:
    """Sort each layer by its neighbours in the layer before. A slot without any keeps its place."""
    side = order.left if forward else order.right
    for layer in order.layers if forward else reversed(order.layers):
        pull = {slot: centre(order.places(side, slot)) for slot in layer if side[slot]}
        pulled = iter(sorted(pull, key=pull.__getitem__))
        order.set(layer, [next(pulled) if slot in pull else slot for slot in layer])


def _sift(order: _Order) -> None:
    """Move slots within their layers while that removes crossings."""
    unsettled = set(range(len(order.layers)))
    while unsettled:
        here = min(unsettled)
        unsettled.remove(here)
        if _sift_layer(order, order.layers[here]):
            unsettled |= {here - 1, here, here + 1} & set(range(len(order.layers)))


def _sift_layer(order: _Order, layer: list[int]) -> bool:
    """Move each slot of a layer to its best place, busy ones first; whether any has moved."""
    cost = _costs(order, layer)
    before = list(layer)
    for slot in sorted(before, key=lambda slot: -len(order.left[slot]) - len(order.right[slot])):
        _move(slot, layer, cost[slot])
    order.set(layer, list(layer))
    return layer != before


def _move(slot: int, layer: list[int], cost: Mapping[int, int]) -> None:
    """Move a slot to the nearest of its best places."""
    here = layer.index(slot)
    up = accumulate(cost[other] for other in reversed(layer[:here]))
    down = accumulate(-cost[other] for other in layer[here + 1 :])
    changes = [(0, here), *_numbered(up, here, -1), *_numbered(down, here, 1)]
    _, place = min(changes, key=itemgetter(0))
    layer.insert(place, layer.pop(here))


def _numbered(changes: Iterable[int], here: int, step: int) -> Iterator[tuple[int, int]]:
    return ((change, here + step * (i + 1)) for i, change in enumerate(changes))


def _costs(order: _Order, layer: Sequence[int]) -> dict[int, dict[int, int]]:
    """For each two slots of a layer: how many more crossings there are with the first above the second."""
    around = [(order.places(order.left, slot), order.places(order.right, slot)) for slot in layer]
    cost: dict[int, dict[int, int]] = {slot: {} for slot in layer}
    for i, first in enumerate(layer):
        for j in range(i + 1, len(layer)):
            second = layer[j]
            more = _excess(around[i][0], around[j][0]) + _excess(around[i][1], around[j][1])
            cost[first][second], cost[second][first] = more, -more
    return cost


def _excess(upper: Sequence[int], lower: Sequence[int]) -> int:
    """The crossings of two slots with these neighbours on one side, less those in the other order."""
    if not upper or not lower:
        return 0
    if upper[-1] < lower[0]:
        return -len(upper) * len(lower)
    if lower[-1] < upper[0]:
        return len(upper) * len(lower)
    crossed = sum([bisect_left(lower, place) for place in upper])
    return crossed - sum([bisect_left(upper, place) for place in lower])
