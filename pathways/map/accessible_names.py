"""What a screen reader says of a box: its label, its kind, and where one can go from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pathways.map.model import MapBox, MapEdge
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS

NAMED_NEIGHBOURS = 4
"""How many neighbours the name of a box tells before it only counts the rest."""


def named(
    boxes: Sequence[MapBox], edges: Sequence[MapEdge], remarks: Mapping[str, str]
) -> tuple[MapBox, ...]:
    """The boxes with their neighbours and their names. A remark, by id, stands in for a box's kind."""
    label = {box.id: box.label for box in boxes}
    remark = {box.id: remarks.get(box.id, NODE_KINDS[box.kind].legend) for box in boxes}
    return tuple(_named(box, edges, label, remark[box.id]) for box in boxes)


def _named(box: MapBox, edges: Sequence[MapEdge], label: Mapping[str, str], remark: str) -> MapBox:
    going = [edge for edge in edges if edge.start == box.id]
    ways = [
        f"{words} {_listed([label[edge.end] for edge in group])}."
        for words, group in groupby(going, key=lambda edge: EDGE_KINDS[edge.kind].leads)
    ]
    return replace(
        box,
        name=" ".join([f"{box.label}, {remark}.", *([box.mark.full] if box.mark else []), *ways]),
        successors=tuple(edge.end for edge in going),
        predecessors=tuple(edge.start for edge in edges if edge.end == box.id),
    )


def _listed(labels: Sequence[str]) -> str:
    """Labels as words: the first few, and how many more there are."""
    rest = len(labels) - NAMED_NEIGHBOURS
    return "; ".join([*labels[:NAMED_NEIGHBOURS], *([f"and {rest} more"] if rest > 0 else [])])


def places(count: int) -> str:
    """A number of places in words.

    >>> places(1), places(13)
    ('one place', '13 places')
    """
    return "one place" if count == 1 else f"{count} places"


def in_order(boxes: Sequence[MapBox]) -> str:
    """One sentence with the labels of all boxes."""
    return f"They are: {'; '.join(box.label for box in boxes)}."
