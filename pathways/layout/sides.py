"""Beside the boxes: lanes for lines that leave and enter at the same side, and ports along a side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Lead = tuple[float, float]
"""Where a line leads from the side of a box: sorted by it, lines leave without crossing each other."""

ARROW = 8.0
"""Room for an arrowhead between a box and the first lane beside it."""


def lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each span (low, high), counted from 0, so that no two spans of a lane overlap.

    Short spans come first, so a span that lies within another gets the inner lane.

    >>> lanes([(0, 9), (1, 3), (5, 7)])
    [1, 0, 0]
    """
    lane = [0] * len(spans)
    placed: list[int] = []
    for i in sorted(range(len(spans)), key=lambda i: (spans[i][1] - spans[i][0], spans[i])):
        low, high = spans[i]
        over = [lane[j] for j in placed if spans[j][0] <= high and low <= spans[j][1]]
        lane[i] = max(over, default=-1) + 1
        placed.append(i)
    return lane


def lane_by_end(edges: Iterable[tuple[str, str]], at: Mapping[str, float]) -> dict[str, int]:
    """The lane of each end, for edges beside one column whose boxes have their middles ``at``.

    Edges to the same end share a lane.

    >>> lane_by_end([("a", "b"), ("c", "b"), ("a", "d")], {"a": 0, "b": 10, "c": 20, "d": 30})
    {'b': 0, 'd': 1}
    """
    ends: dict[str, list[float]] = {}
    for start, end in edges:
        ends.setdefault(end, [at[end]]).append(at[start])
    spans = [(min(places), max(places)) for places in ends.values()]
    return dict(zip(ends, lanes(spans), strict=True))


def bracket_lead(here: float, there: Iterable[float], lane: int) -> Lead:
    """The lead of a line that runs along a lane, from a box to all that lies at ``there``.

    Lines upwards leave above all others and lines downwards below, inner lanes outside outer ones.
    """
    others = list(there)
    if all(other < here for other in others):
        return (-1, lane)
    return (1, -lane) if all(other >= here for other in others) else (0, here)


def spread(leads: Mapping[Key, Lead], middle: float, height: float, pitch: float) -> dict[Key, float]:
    """A port for each line along a side, in the order of the leads: ``pitch`` apart, closer if need be.

    >>> spread({"up": (0, 90), "down": (0, 10)}, middle=50, height=40, pitch=6)
    {'down': 47.0, 'up': 53.0}
    """
    ordered = sorted(leads, key=lambda key: leads[key])
    steps = len(ordered) - 1
    if steps:
        pitch = min(pitch, max(height - 2 * pitch, 0) / steps)
    return {key: middle + pitch * (i - steps / 2) for i, key in enumerate(ordered)}
