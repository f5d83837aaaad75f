"""Positions for a graph: pure functions from sizes and edges to boxes and paths, apart from drawing.

:func:`layered` sets the nodes in columns or rows by rank, :func:`stacked` in one column for narrow
screens, and :func:`longest_path_ranks` finds ranks where none are given. The same input gives the
same layout on every run. How it works is told in ``docs/layout.md``.
"""

from pathways.layout.geometry import Layout, PlacedEdge, Point, Rect, Size, Spacing
from pathways.layout.ranking import longest_path_ranks
from pathways.layout.ranks import layered
from pathways.layout.stack import stacked

__all__ = [
    "Layout",
    "PlacedEdge",
    "Point",
    "Rect",
    "Size",
    "Spacing",
    "layered",
    "longest_path_ranks",
    "stacked",
]
