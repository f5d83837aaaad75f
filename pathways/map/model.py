"""The nouns of a drawn map: boxes, edges, headings, and the map itself. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pathways.layout import Layout, PlacedEdge, Point, Rect
from pathways.model import EdgeKind, Lane, NodeKind
from pathways.model.vocabulary import EDGE_KINDS, EdgeTerms

Parameter = Literal["node", "box"]
"""The part of a page's address that names the chosen box."""

Weight = Literal["", "trunk", "light", "shared", "own"]
"""How a way is drawn: the main line of a route, what stands beside it, what two routes share or each has."""

DENSE = 60
"""More edges than this are drawn faintly."""


MarkShape = Literal["disc", "triangle", "square", "half", "ring", "missing"]
"""The small shapes of marks; ``missing`` is dashed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a box shows beside its label: a few words, a shape, and all of it in sentences."""

    words: str
    shape: MarkShape
    full: str
    counts: str = ""

    @property
    def with_what_it_counts(self) -> str:
        """The words with what was counted, for where there is room for one line more."""
        return f"{self.words}: {self.counts}" if self.counts else self.words


@dataclass(frozen=True, slots=True)
class MarkLegend:
    """What is shown on the boxes, what each shape means, and how it must not be read."""

    title: str
    entries: tuple[tuple[MarkShape, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A place that a box of the overview stands for."""

    id: str
    label: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class MapBox:
    """A box: ``lines`` is its label on the wide map, ``narrow_lines`` on the narrow one.

    ``name`` says for a screen reader what the eye sees: label, kind, and where one can go.
    ``successors`` and ``predecessors`` are ids of boxes, in the order of the map. ``members`` are the
    places that a box of the overview stands for, and ``count`` says how many. ``mark`` is what it shows.
    """

    id: str
    label: str
    lines: tuple[str, ...]
    narrow_lines: tuple[str, ...]
    kind: NodeKind
    lane: str
    name: str
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]
    members: tuple[Member, ...] = ()
    count: str = ""
    mark: Mark | None = None
    mark_lines: tuple[str, ...] = ()
    narrow_mark_lines: tuple[str, ...] = ()

    def words_on(self, *, is_narrow: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines of its label and of its mark, in one of the two geometries."""
        if is_narrow:
            return self.narrow_lines, self.narrow_mark_lines
        return self.lines, self.mark_lines


@dataclass(frozen=True, slots=True)
class MapEdge:
    """A way between two boxes. ``lines`` is its condition as it stands beside the line, or nothing."""

    start: str
    end: str
    kind: EdgeKind
    condition: str = ""
    lines: tuple[str, ...] = ()
    weight: Weight = ""

    @property
    def terms(self) -> EdgeTerms:
        """What its kind means."""
        return EDGE_KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that leaves a box and ends in words: an exit, or several ways folded into one.

    ``words`` are told to a screen reader; what is drawn stands in the geometry.
    """

    start: str
    kind: EdgeKind
    words: str
    weight: Weight = ""


@dataclass(frozen=True, slots=True)
class PlacedAside:
    """The paths of an aside, each with an arrow at its end, and its words in lines at their place."""

    paths: tuple[tuple[Point, ...], ...]
    lines: tuple[str, ...]
    label: Rect


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a lane over its boxes: where its text begins, and the width of the lane."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class View:
    """One geometry of a map: the places of its boxes, edges and asides, and the names of its lanes.

    ``words`` are the conditions by (start, end) as they are broken into lines here; without them a wide map
    shows those of its edges, and a narrow one none.
    """

    layout: Layout
    headings: tuple[Heading, ...] = ()
    asides: tuple[PlacedAside, ...] = ()
    words: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @property
    def paths(self) -> Mapping[tuple[str, str], PlacedEdge]:
        """The edges as they are placed, by (start, end)."""
        return {(edge.start, edge.end): edge for edge in self.layout.edges}


@dataclass(frozen=True, slots=True)
class PathwayMap:
    """What is drawn, and where, on wide screens and on narrow ones. It knows nothing of a choice.

    ``note`` says what is so of every place and is therefore not drawn as a line; "" if there is nothing.
    ``marks`` explains what stands on the boxes.
    """

    title: str
    description: str
    parameter: Parameter
    boxes: tuple[MapBox, ...]
    edges: tuple[MapEdge, ...]
    lanes: tuple[Lane, ...]
    wide_view: View
    narrow_view: View
    note: str = ""
    asides: tuple[Aside, ...] = ()
    marks: MarkLegend | None = None

    def __repr__(self) -> str:
        return f"<PathwayMap {self.title!r}: {len(self.boxes)} boxes, {len(self.edges)} edges>"

    @property
    def is_dense(self) -> bool:
        """Whether there are too many ways to follow them all: then only those of one box stand out."""
        return len(self.edges) > DENSE

    @property
    def wide(self) -> Layout:
        """Where everything goes on a wide screen."""
        return self.wide_view.layout

    @property
    def narrow(self) -> Layout:
        """Where everything goes on a narrow screen: one box under another."""
        return self.narrow_view.layout
