"""Where the slots of each layer lie across the ranks, their order given.

Each slot is pulled towards its neighbours, lines much more than boxes so that long edges run straight.
Within a layer the best places that keep order and distances are found by isotonic regression.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from pathways.layout.geometry import Spacing
from pathways.layout.slots import Layers, Slot

ROUNDS = 24
LINE_PULL, END_PULL, BOX_PULL = 8.0, 2.0, 1.0
"""How strongly a piece of line is pulled straight: between two lines, a line and a box, two boxes."""
MIDDLE_PULL = 0.02
"""How strongly boxes and labels are pulled to the middle of the sheet, so that none drifts off."""
HOLD = 1000.0
"""How strongly a box holds its place when lines are drawn straight at last."""

Pull = tuple[int, float]
"""A slot that pulls, and how strongly."""


def anchors(layers: Layers, order: Sequence[Sequence[int]], spacing: Spacing) -> list[float]:
    """The anchor of each slot across the ranks; the uppermost slot begins at 0.

    The first half of the rounds sweeps to and fro, with pulls from behind only: that carries a long line
    over all ranks at once. In the second half both sides pull. At last lines are drawn straight: they
    follow the slot before them, and the boxes stay.
    """
    left, right = _pulls(layers)
    both = [[*a, *b] for a, b in zip(left, right, strict=True)]
    offsets = [_offsets([layers.slots[slot] for slot in layer], spacing) for layer in order]
    rows = list(zip(order, offsets, strict=True))
    at = [0.0] * (len(layers.slots) + 1)  # the last one stands for the middle of the sheet
    for turn in range(ROUNDS):
        pulls = both if turn >= ROUNDS // 2 else (left, right)[turn % 2]
        for layer, offset in reversed(rows) if turn % 2 else rows:
            _settle(layer, offset, pulls, at)
    held = [[(n, HOLD)] if slot.kind == "box" else left[n] for n, slot in enumerate(layers.slots)]
    for layer, offset in rows:
        _settle(layer, offset, held, at)
    top = min((at[s] - layers.slots[s].before for layer in order for s in layer), default=0.0)
    return [place - top for place in at[:-1]]


def _pulls(layers: Layers) -> tuple[list[list[Pull]], list[list[Pull]]]:
    """For each slot what pulls it from the left and from the right. Brackets pull their ends always."""
    to_middle = (len(layers.slots), MIDDLE_PULL)
    left: list[list[Pull]] = [[] if slot.kind == "line" else [to_middle] for slot in layers.slots]
    right = [list(pulls) for pulls in left]
    for a, b in layers.pairs(layers.drawn(edge) for edge in layers.chains):
        strength = _strength(layers.slots[a], layers.slots[b])
        right[a].append((b, strength))
        left[b].append((a, strength))
    for edge in filter(layers.is_bracket, layers.chains):
        a, b = (layers.box[node] for node in edge)
        for pulls in left, right:
            pulls[a].append((b, BOX_PULL / 2))
            pulls[b].append((a, BOX_PULL / 2))
    return left, right


def _strength(a: Slot, b: Slot) -> float:
    boxes = (a.kind == "box") + (b.kind == "box")
    return (LINE_PULL, END_PULL, BOX_PULL)[boxes]


def _offsets(slots: Sequence[Slot], spacing: Spacing) -> list[float]:
    """How far each anchor of a layer must be from the first one at least."""
    offsets = [0.0]
    for upper, lower in pairwise(slots):
        free = spacing.edge if "line" in (upper.kind, lower.kind) else spacing.box
        offsets.append(offsets[-1] + upper.after + free + lower.before)
    return offsets[: len(slots)]


def _settle(
    layer: Sequence[int], offset: Sequence[float], pulls: Sequence[Sequence[Pull]], at: list[float]
) -> None:
    """Move the slots of a layer to where they are pulled, as far as order and distances allow."""
    targets, weights = [], []
    for slot, least in zip(layer, offset, strict=True):
        weight = fsum(pull for _, pull in pulls[slot])
        targets.append(fsum(at[other] * pull for other, pull in pulls[slot]) / weight - least)
        weights.append(weight)
    for slot, least, place in zip(layer, offset, isotonic(targets, weights), strict=True):
        at[slot] = least + place


def isotonic(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The non-decreasing numbers nearest to ``values`` by weighted least squares.

    >>> isotonic([3, 1, 5], [1, 1, 1])
    [2.0, 2.0, 5.0]
    """
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for value, weight in zip(values, weights, strict=True):
        mean, total, count = float(value), weight, 1
        while pools and pools[-1][0] >= mean:
            before, heavy, many = pools.pop()
            mean = (before * heavy + mean * total) / (heavy + total)
            total, count = total + heavy, count + many
        pools.append((mean, total, count))
    return [mean for mean, _, count in pools for _ in range(count)]
