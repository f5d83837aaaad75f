"""The layered layout: nodes in columns or rows by rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from pathways.layout.coordinates import anchors
from pathways.layout.geometry import DEFAULT_SPACING, Layout, Size, Spacing
from pathways.layout.ordering import fewest_crossings
from pathways.layout.routing import routed
from pathways.layout.slots import Edge, layers_of

NO_LABELS: Mapping[Edge, Size] = MappingProxyType({})


def layered(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    ranks: Mapping[str, int],
    *,
    labels: Mapping[Edge, Size] = NO_LABELS,
    direction: Literal["right", "down"] = "right",
    spacing: Spacing = DEFAULT_SPACING,
) -> Layout:
    """Set nodes in columns (``right``) or rows (``down``) by rank, with few crossings.

    No line runs behind a box or behind the label of another edge. Lines that lead to the same end run
    together. Edges may lead to any rank; an edge given twice is drawn once. Empty ranks take no room.
    Raises ``KeyError`` if an end of an edge has no size, or a node no rank.

    >>> box = Size(100, 40)
    >>> layout = layered({"a": box, "b": box}, [("a", "b")], {"a": 0, "b": 1})
    >>> layout.boxes["b"]
    Rect(x=134.0, y=0.0, width=100, height=40.0)
    """
    if direction == "down":
        turned = {node: size.turned() for node, size in sizes.items()}
        turned_labels = {edge: size.turned() for edge, size in labels.items()}
        return _columns(turned, edges, ranks, turned_labels, spacing, label_after_line=True).turned()
    return _columns(sizes, edges, ranks, labels, spacing, label_after_line=False)


def _columns(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    ranks: Mapping[str, int],
    labels: Mapping[Edge, Size],
    spacing: Spacing,
    *,
    label_after_line: bool,
) -> Layout:
    layers = layers_of(sizes, edges, ranks, labels, label_after_line=label_after_line)
    order, crossings = fewest_crossings(layers)
    order = [[slot for slot in layer if layers.slots[slot].kind != "bend"] for layer in order]
    order = [layer for layer in order if layer]
    return routed(layers, order, anchors(layers, order, spacing), spacing, crossings)
