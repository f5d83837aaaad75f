"""Crossings and time of the layered layout on the shipped pathway, beside Graphviz and networkx.

``python -m benchmarks.layout``. All draw the same boxes in the same ranks, and one function counts
crossings on the finished paths. Times depend on the machine: read the ratios.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from pathways.graph import care_graph, forward_graph, without_everywhere
from pathways.layout import Point, Rect, Size, Spacing, layered, longest_path_ranks
from pathways.loading import load_pack

PACK = Path("data/psps_t2")
BOX = Size(122, 44)
SPACING = Spacing()
REPEATS = 5
SAMPLES = 12
POINTS_PER_INCH = 72

Edge = tuple[str, str]
Polyline = NDArray[np.float64]
"""Points in a row, shape (points, 2)."""


@dataclass(frozen=True)
class Task:
    """A graph with its ranks."""

    name: str
    edges: Sequence[Edge]
    ranks: Mapping[str, int]


class Drawing(NamedTuple):
    """What a program made of a task: paths as polybeziers, boxes, and milliseconds."""

    paths: Mapping[Edge, tuple[Point, ...]]
    boxes: Mapping[str, Rect]
    time: float


class Crossings(NamedTuple):
    """Pairs of edges that cross, and crossings as seen, where edges on one line count once."""

    pairs: int
    seen: int


def tasks() -> list[Task]:
    """The shipped pathway by lanes, without and with its ways back, and its roads by longest path."""
    pack = load_pack(PACK)
    care = without_everywhere(care_graph(pack))
    forward = list(forward_graph(care).edges)
    lane = {lane.id: i for i, lane in enumerate(pack.info.lanes)}
    by_lane = {node.id: lane[node.lane] for node in pack.nodes}
    return [
        Task("roads by lane", forward, by_lane),
        Task("all edges by lane", list(care.edges), by_lane),
        Task("roads by longest path", forward, longest_path_ranks(care, forward)),
    ]


def drawn_by_pathways(task: Task) -> Drawing:
    sizes = dict.fromkeys(task.ranks, BOX)
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        layout = layered(sizes, task.edges, task.ranks, spacing=SPACING)
        times.append(1000 * (perf_counter() - start))
    paths = {(edge.start, edge.end): edge.path for edge in layout.edges}
    return Drawing(paths, layout.boxes, median(times))


def drawn_by_networkx(task: Task) -> Drawing:
    """``multipartite_layout`` gives places only: edges are drawn straight from box to box."""
    graph: nx.DiGraph[str] = nx.DiGraph(task.edges)
    layers: dict[int, list[str]] = {}
    for node, rank in sorted(task.ranks.items(), key=itemgetter(1)):
        layers.setdefault(rank, []).append(node)
    start = perf_counter()
    place = nx.multipartite_layout(graph, subset_key=layers, scale=1000)
    time = 1000 * (perf_counter() - start)
    middle = {node: Point(float(x), float(y)) for node, (x, y) in place.items()}
    paths = {(a, b): (middle[a], middle[a], middle[b], middle[b]) for a, b in task.edges}
    return Drawing(paths, {}, time)


def drawn_by_graphviz(task: Task) -> Drawing:
    script = graphviz_script(task)
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        plain = subprocess.run(["dot", "-Tplain"], input=script, capture_output=True, text=True, check=True)
        times.append(1000 * (perf_counter() - start))
    boxes: dict[str, Rect] = {}
    paths: dict[Edge, tuple[Point, ...]] = {}
    for line in plain.stdout.splitlines():
        kind, *words = shlex.split(line)
        if kind == "node" and words[0] in task.ranks:
            x, y, width, height = (POINTS_PER_INCH * float(word) for word in words[1:5])
            boxes[words[0]] = Rect(x - width / 2, y - height / 2, width, height)
        elif kind == "edge" and words[0] in task.ranks:
            numbers = [POINTS_PER_INCH * float(word) for word in words[3 : 3 + 2 * int(words[2])]]
            points = tuple(map(Point, numbers[::2], numbers[1::2]))
            paths[written(task, (words[0], words[1]))] = points
    return Drawing(paths, boxes, median(times))


def graphviz_script(task: Task) -> str:
    """The task for ``dot``: an unseen node in every rank holds the ranks in order.

    Edges that lead to a lower rank are written the other way round, so that they do not move ranks.
    """
    ranks = sorted(set(task.ranks.values()))
    box = f"width={BOX.width / POINTS_PER_INCH}, height={BOX.height / POINTS_PER_INCH}"
    lines = [
        "digraph {",
        f"rankdir=LR; nodesep={SPACING.box / POINTS_PER_INCH}; ranksep={SPACING.rank / POINTS_PER_INCH};",
        f'edge [arrowhead=none]; node [shape=box, fixedsize=true, label="", {box}];',
    ]
    for rank in ranks:
        members = " ".join(node for node, own in task.ranks.items() if own == rank)
        lines.append(f"{{ rank=same; _{rank} [style=invis, width=0.01, height=0.01]; {members} }}")
    lines += [f"_{a} -> _{b} [style=invis];" for a, b in pairwise(ranks)]
    lines += [f"{a} -> {b};" for a, b in (upwards(task, edge) for edge in task.edges)]
    return "\n".join([*lines, "}"])


def upwards(task: Task, edge: Edge) -> Edge:
    start, end = edge
    return (end, start) if task.ranks[end] < task.ranks[start] else edge


def written(task: Task, edge: Edge) -> Edge:
    """The edge of the task that was written as this one. Of two edges both ways either will do."""
    return edge if edge in set(task.edges) else (edge[1], edge[0])


def crossings(paths: Mapping[Edge, tuple[Point, ...]]) -> Crossings:
    """Crossings between edges that have no end in common."""
    owners: dict[tuple[float, ...], set[Edge]] = {}
    for edge, path in paths.items():
        for i in range(0, len(path) - 1, 3):
            piece = tuple(round(c, 3) for point in path[i : i + 4] for c in (point.x, point.y))
            owners.setdefault(piece, set()).add(edge)
    edges_of = list(owners.values())
    lines = [sampled(piece) for piece in owners]
    pairs: set[frozenset[Edge]] = set()
    seen = 0
    for i, j in boxes_that_meet(lines):
        apart = {frozenset((a, b)) for a in edges_of[i] for b in edges_of[j] if not set(a) & set(b)}
        if apart and cross(lines[i], lines[j]):
            seen += 1
            pairs |= apart
    return Crossings(len(pairs), seen)


def sampled(piece: Sequence[float]) -> Polyline:
    """Points along a bezier."""
    controls = np.array(piece).reshape(4, 2)
    t = np.linspace(0, 1, SAMPLES + 1)[:, None]
    weights = np.hstack([(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3])
    return np.asarray(weights @ controls)


def boxes_that_meet(lines: Sequence[Polyline]) -> list[tuple[int, int]]:
    """Which lines might cross, for the rectangles around them overlap."""
    low = np.array([line.min(axis=0) for line in lines])
    high = np.array([line.max(axis=0) for line in lines])
    found = []
    for i in range(len(lines) - 1):
        meet = np.all((low[i] <= high[i + 1 :]) & (low[i + 1 :] <= high[i]), axis=1)
        found += [(i, i + 1 + int(j)) for j in np.flatnonzero(meet)]
    return found


def cross(a: Polyline, b: Polyline) -> bool:
    """Whether two polylines cross, which is more than to touch."""
    return bool(np.any(sides(a, b) & sides(b, a).T))


def sides(a: Polyline, b: Polyline) -> NDArray[np.bool_]:
    """For each segment of ``a`` (rows) and of ``b`` (columns): whether its line parts the other's ends."""
    start, along = a[:-1, None], np.diff(a, axis=0)[:, None]
    turn = along[..., 0] * (b[None, :, 1] - start[..., 1]) - along[..., 1] * (b[None, :, 0] - start[..., 0])
    return np.asarray(turn[:, :-1] * turn[:, 1:] < 0)


def edges_behind_boxes(drawing: Drawing) -> int:
    """How many edges run behind a box that is not their own."""
    return sum(
        any(is_behind(path, box) for node, box in drawing.boxes.items() if node not in edge)
        for edge, path in drawing.paths.items()
    )


def is_behind(path: Sequence[Point], box: Rect) -> bool:
    pieces = [
        [c for point in path[i : i + 4] for c in (point.x, point.y)] for i in range(0, len(path) - 1, 3)
    ]
    points = np.vstack([sampled(piece) for piece in pieces])
    inside = (points > [box.x + 1, box.y + 1]) & (points < [box.right - 1, box.bottom - 1])
    return bool(np.any(np.all(inside, axis=1)))


def main() -> None:
    """Print a table for each task."""
    programs = {"pathways": drawn_by_pathways, "networkx multipartite": drawn_by_networkx}
    if shutil.which("dot"):
        programs["Graphviz dot"] = drawn_by_graphviz
    else:
        print("Graphviz is not installed (no `dot` was found): its rows are left out.")
    for task in tasks():
        print(f"\n{task.name}: {len(task.ranks)} boxes, {len(task.edges)} edges")
        print(f"{'':<24}{'pairs':>8}{'ratio':>8}{'seen':>8}{'ratio':>8}{'behind':>8}{'time':>12}{'ratio':>8}")
        first: tuple[Crossings, float] | None = None
        for name, program in programs.items():
            drawing = program(task)
            found = crossings(drawing.paths)
            first = first or (found, drawing.time)
            behind = edges_behind_boxes(drawing) if drawing.boxes else "-"
            print(
                f"{name:<24}{found.pairs:>8,}{found.pairs / first[0].pairs:>8.2f}"
                f"{found.seen:>8,}{found.seen / first[0].seen:>8.2f}"
                f"{behind:>8}{drawing.time:>9.1f} ms{drawing.time / first[1]:>8.2f}"
            )
    print("\npairs: pairs of edges without a common end that cross; seen: edges on one line count once;")
    print("behind: edges behind a box. Graphviz' time holds the start of its process and its drawing.")


if __name__ == "__main__":
    main()
