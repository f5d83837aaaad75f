"""The layouts keep what they promise, for any graph."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.layout import (
    Layout,
    PlacedEdge,
    Point,
    Rect,
    Size,
    Spacing,
    layered,
    longest_path_ranks,
    stacked,
)
from pathways.model import Pack
from tests.patience import SECONDS

Edge = tuple[str, str]
BOX = Size(122, 44)
LABEL = Size(90, 24)
HAIR = 1e-6


class Drawing(NamedTuple):
    """Something to lay out."""

    sizes: dict[str, Size]
    edges: list[Edge]
    ranks: dict[str, int]
    labels: dict[Edge, Size]


SIZES = st.builds(Size, st.floats(20, 160), st.floats(10, 80))


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    nodes = [f"n{i}" for i in range(draw(st.integers(0, 9)))]
    sizes = {node: draw(SIZES) for node in nodes}
    ranks = {node: draw(st.integers(-1, 4)) for node in nodes}
    pairs = [(start, end) for start in nodes for end in nodes]
    edges = draw(st.lists(st.sampled_from(pairs), max_size=18)) if pairs else []
    labels = {edge: draw(SIZES) for edge in edges if draw(st.booleans())}
    return Drawing(sizes, edges, ranks, labels)


def real_drawing(pack: Pack) -> Drawing:
    lane = {lane.id: i for i, lane in enumerate(pack.info.lanes)}
    edges = [(edge.start, edge.end) for edge in pack.edges]
    return Drawing({n.id: BOX for n in pack.nodes}, edges, {n.id: lane[n.lane] for n in pack.nodes}, {})


DIRECTIONS = pytest.mark.parametrize("direction", ["right", "down"])


def laid_out(drawing: Drawing, direction: str) -> Layout:
    sizes, edges, ranks, labels = drawing
    return layered(sizes, edges, ranks, labels=labels, direction=direction)  # type: ignore[arg-type]


def in_a_stack(drawing: Drawing) -> Layout:
    return stacked(drawing.sizes, drawing.edges, list(drawing.sizes))


def points_on(path: Sequence[Point], steps: int) -> Iterator[Point]:
    """Points along a polybezier, its ends and joints among them."""
    for i in range(0, len(path) - 1, 3):
        a, b, c, d = path[i : i + 4]
        for step in range(steps + 1):
            t = step / steps
            u = 1 - t
            w = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            x = w[0] * a.x + w[1] * b.x + w[2] * c.x + w[3] * d.x
            y = w[0] * a.y + w[1] * b.y + w[2] * c.y + w[3] * d.y
            yield Point(x, y)


def is_inside(point: Point, rect: Rect) -> bool:
    return (
        rect.x + HAIR < point.x < rect.x + rect.width - HAIR
        and rect.y + HAIR < point.y < rect.y + rect.height - HAIR
    )


def is_on_border(point: Point, rect: Rect) -> bool:
    x = min(abs(point.x - rect.x), abs(point.x - rect.x - rect.width))
    y = min(abs(point.y - rect.y), abs(point.y - rect.y - rect.height))
    grown = Rect(rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2)
    return min(x, y) < HAIR and is_inside(point, grown)


def overlap(a: Rect, b: Rect) -> bool:
    return (
        a.x + a.width > b.x + HAIR
        and b.x + b.width > a.x + HAIR
        and a.y + a.height > b.y + HAIR
        and b.y + b.height > a.y + HAIR
    )


def rooms(layout: Layout) -> list[Rect]:
    """All boxes and labels."""
    return [*layout.boxes.values(), *(edge.label for edge in layout.edges if edge.label)]


def assert_sound(layout: Layout, steps: int = 16) -> None:
    """What every layout promises."""
    placed = rooms(layout)
    for a, b in combinations(placed, 2):
        assert not overlap(a, b), (a, b)
    for edge in layout.edges:
        assert len(edge.path) % 3 == 1
        assert is_on_border(edge.path[0], layout.boxes[edge.start]), edge
        assert is_on_border(edge.path[-1], layout.boxes[edge.end]), edge
        for point in points_on(edge.path, steps):
            behind = [room for room in placed if is_inside(point, room)]
            assert not behind, (edge, point, behind)
    sheet = Rect(-HAIR * 2, -HAIR * 2, layout.size.width + HAIR * 4, layout.size.height + HAIR * 4)
    corners = [Point(x, y) for r in placed for x in (r.x, r.x + r.width) for y in (r.y, r.y + r.height)]
    for point in [*corners, *(p for edge in layout.edges for p in edge.path)]:
        assert is_inside(point, sheet), point


@DIRECTIONS
@given(drawing=drawings())
def test_no_line_runs_behind_a_box_or_a_label_and_nothing_overlaps(drawing: Drawing, direction: str) -> None:
    assert_sound(laid_out(drawing, direction))


@given(drawing=drawings())
def test_a_stack_has_no_line_behind_a_box_and_nothing_overlaps(drawing: Drawing) -> None:
    assert_sound(in_a_stack(drawing))


@DIRECTIONS
def test_the_shipped_pathway_is_drawn_with_no_line_behind_a_box(real_pack: Pack, direction: str) -> None:
    assert_sound(laid_out(real_drawing(real_pack), direction), steps=5)


@DIRECTIONS
@given(drawing=drawings())
def test_every_node_edge_and_label_is_placed_once_at_its_own_size(drawing: Drawing, direction: str) -> None:
    layout = laid_out(drawing, direction)
    assert list(layout.boxes) == list(drawing.sizes)
    assert [(e.start, e.end) for e in layout.edges] == list(dict.fromkeys(drawing.edges))
    for node, box in layout.boxes.items():
        assert (box.width, box.height) == pytest.approx(astuple(drawing.sizes[node]))
    for edge in layout.edges:
        wanted = drawing.labels.get((edge.start, edge.end))
        assert (edge.label is None) == (wanted is None)
        if edge.label and wanted:
            assert (edge.label.width, edge.label.height) == pytest.approx(astuple(wanted))


def astuple(size: Size) -> tuple[float, float]:
    return size.width, size.height


@given(drawing=drawings())
def test_a_higher_rank_lies_wholly_further_on(drawing: Drawing) -> None:
    right, down = laid_out(drawing, "right").boxes, laid_out(drawing, "down").boxes
    for a, b in combinations(drawing.sizes, 2):
        low, high = sorted((a, b), key=drawing.ranks.__getitem__)
        if drawing.ranks[low] < drawing.ranks[high]:
            assert right[low].x + right[low].width < right[high].x
            assert down[low].y + down[low].height < down[high].y
        else:
            assert right[a].x == right[b].x
            assert down[a].y == down[b].y


@given(drawing=drawings(), data=st.data())
def test_input_in_another_order_is_laid_out_soundly_too(drawing: Drawing, data: st.DataObject) -> None:
    nodes = data.draw(st.permutations(list(drawing.sizes)))
    edges = data.draw(st.permutations(drawing.edges))
    shuffled = drawing._replace(sizes={node: drawing.sizes[node] for node in nodes}, edges=edges)
    assert_sound(laid_out(shuffled, "right"))


@given(drawing=drawings())
def test_the_same_input_gives_the_same_layout(drawing: Drawing) -> None:
    assert laid_out(drawing, "right") == laid_out(drawing, "right")
    assert in_a_stack(drawing) == in_a_stack(drawing)


SCRIPT = """
from pathways.layout import Size, layered, longest_path_ranks, stacked
names = [f"node {i * 7919 % 101}" for i in range(24)]
edges = [(names[i], names[j]) for i in range(24) for j in range(i + 1, 24) if i * j % 5 == 1 or j - i == 3]
sizes = {name: Size(100, 30) for name in names}
labels = {edge: Size(40, 12) for edge in edges[::3]}
print(layered(sizes, edges, longest_path_ranks(names, edges), labels=labels))
print(layered(sizes, edges, {name: i // 4 for i, name in enumerate(names)}))
print(stacked(sizes, edges, names))
"""


def test_the_layout_does_not_depend_on_the_order_of_hashes() -> None:
    printed = {
        subprocess.run(  # noqa: S603 -- our own interpreter and script
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1


@pytest.mark.parametrize("make", [lambda: layered({}, [], {}), lambda: stacked({}, [], [])])
def test_an_empty_graph_gives_an_empty_sheet(make) -> None:  # type: ignore[no-untyped-def]
    assert make() == Layout(boxes={}, edges=(), size=Size(0, 0), crossings=0)


def test_one_node_fills_the_sheet() -> None:
    assert layered({"a": BOX}, [], {"a": 7}).boxes == {"a": Rect(0, 0, BOX.width, BOX.height)}
    assert stacked({"a": BOX}, [], ["a"]).size == BOX


@DIRECTIONS
def test_two_nodes_with_edges_both_ways_get_two_lines(direction: str) -> None:
    both_ways = [("a", "b"), ("b", "a")]
    for ranks in ({"a": 0, "b": 1}, {"a": 0, "b": 0}):
        layout = laid_out(Drawing({"a": BOX, "b": BOX}, both_ways, ranks, {}), direction)
        there, back = layout.edges
        assert_sound(layout)
        assert set(there.path) & set(back.path) == set(), ranks


def test_a_straight_road_is_drawn_straight() -> None:
    nodes = "abcde"
    edges = list(pairwise(nodes))
    layout = layered(dict.fromkeys(nodes, BOX), edges, longest_path_ranks(nodes, edges))
    assert {point.y for edge in layout.edges for point in edge.path} == {BOX.height / 2}


def test_lines_that_could_cross_are_untangled() -> None:
    sizes = dict.fromkeys("abcdef", BOX)
    ranks = {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1, "f": 1}
    layout = layered(sizes, [("a", "f"), ("b", "e"), ("c", "d")], ranks)
    assert layout.crossings == 0


def test_a_crossing_that_cannot_be_avoided_is_counted() -> None:
    sizes = dict.fromkeys("abcd", BOX)
    edges = [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]
    assert layered(sizes, edges, {"a": 0, "b": 0, "c": 1, "d": 1}).crossings == 1


def test_the_label_of_a_long_edge_lies_in_the_first_gap_after_its_start() -> None:
    edges = [("a", "b"), ("b", "c"), ("a", "c")]
    sizes, ranks = dict.fromkeys("abc", BOX), {"a": 0, "b": 1, "c": 2}
    forward = layered(sizes, edges, ranks, labels={("a", "c"): LABEL})
    label = label_of(forward, ("a", "c"))
    assert forward.boxes["a"].right < label.x
    assert label.right < forward.boxes["b"].x
    backward = layered(sizes, [("c", "a")], ranks, labels={("c", "a"): LABEL})
    label = label_of(backward, ("c", "a"))
    assert backward.boxes["b"].right < label.x
    assert label.right < backward.boxes["c"].x


def label_of(layout: Layout, edge: Edge) -> Rect:
    label = edge_of(layout, edge).label
    assert label is not None
    return label


def edge_of(layout: Layout, edge: Edge) -> PlacedEdge:
    return next(placed for placed in layout.edges if (placed.start, placed.end) == edge)


def test_a_line_runs_along_its_label() -> None:
    layout = layered({"a": BOX, "b": BOX}, [("a", "b")], {"a": 0, "b": 1}, labels={("a", "b"): LABEL})
    label = label_of(layout, ("a", "b"))
    beside = [p for p in points_on(layout.edges[0].path, 16) if label.x <= p.x <= label.right]
    assert beside
    assert all(0 < p.y - label.bottom < 6 for p in beside)


def test_an_edge_forwards_leaves_right_and_an_edge_back_leaves_left() -> None:
    sizes, ranks = dict.fromkeys("abc", BOX), {"a": 0, "b": 1, "c": 2}
    layout = layered(sizes, [("a", "c"), ("c", "a")], ranks)
    there, back = layout.edges
    assert (there.path[0].x, there.path[-1].x) == (layout.boxes["a"].right, layout.boxes["c"].x)
    assert (back.path[0].x, back.path[-1].x) == (layout.boxes["c"].x, layout.boxes["a"].right)


def test_edges_within_a_rank_run_on_the_side_where_fewer_other_edges_leave() -> None:
    sizes, ranks = dict.fromkeys("abcd", BOX), {"a": 0, "b": 1, "c": 1, "d": 2}
    within = ("b", "c")
    for other, is_left in ((("b", "d"), True), (("a", "b"), False)):
        layout = layered(sizes, [within, other], ranks)
        xs = {point.x for point in edge_of(layout, within).path}
        assert (max(xs) == layout.boxes["b"].x) == is_left
        assert (min(xs) == layout.boxes["b"].right) != is_left


def test_lines_to_the_same_end_run_together() -> None:
    sizes = dict.fromkeys("abcd", BOX)
    layout = layered(sizes, [("a", "d"), ("b", "d")], {"a": 0, "b": 0, "c": 1, "d": 2})
    first, second = layout.edges
    assert first.path[-4:] == second.path[-4:]


def test_lines_to_different_ends_leave_at_different_ports() -> None:
    sizes = dict.fromkeys("abcd", BOX)
    layout = layered(sizes, [("a", n) for n in "bcd"], {"a": 0, "b": 1, "c": 1, "d": 1})
    assert len({edge.path[0] for edge in layout.edges}) == 3


def test_empty_ranks_take_no_room() -> None:
    sizes, edges = {"a": BOX, "b": BOX}, [("a", "b")]
    assert layered(sizes, edges, {"a": 0, "b": 99}) == layered(sizes, edges, {"a": 0, "b": 1})


def test_spacing_is_kept() -> None:
    sizes = dict.fromkeys("abc", BOX)
    layout = layered(sizes, [], {"a": 0, "b": 0, "c": 1}, spacing=Spacing(rank=50, box=20))
    a, b, c = layout.boxes.values()
    assert c.x - a.right == 50
    assert abs(a.y - b.y) - BOX.height == pytest.approx(20)


def test_an_unknown_end_of_an_edge_is_refused() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        layered({"a": BOX}, [("a", "nowhere")], {"a": 0})
    with pytest.raises(KeyError, match="nowhere"):
        stacked({"a": BOX}, [("a", "nowhere")], ["a"])


@given(st.integers(0, 20), st.data())
def test_a_stack_of_twenty_boxes_fits_a_phone(count: int, data: st.DataObject) -> None:
    nodes = [f"n{i}" for i in range(count)]
    pairs = [(a, b) for a in nodes for b in nodes if a != b]
    edges = data.draw(st.lists(st.sampled_from(pairs), max_size=60)) if pairs else []
    layout = stacked(dict.fromkeys(nodes, Size(210, 44)), edges, nodes)
    assert layout.size.width <= 320


def test_a_stack_keeps_the_given_order() -> None:
    layout = stacked(dict.fromkeys("abc", BOX), [("a", "b")], ["c", "a", "b"])
    assert sorted(layout.boxes, key=lambda node: layout.boxes[node].y) == ["c", "a", "b"]


def test_in_a_stack_edges_down_run_left_and_edges_up_run_right() -> None:
    layout = stacked(dict.fromkeys("abc", BOX), [("a", "c"), ("c", "a"), ("a", "b")], list("abc"))
    down, up, following = layout.edges
    box = layout.boxes["a"]
    assert all(point.x <= box.x for point in down.path)
    assert all(point.x >= box.right for point in up.path)
    assert {point.x for point in following.path} == {box.x + box.width / 2}


def test_in_a_stack_nested_edges_do_not_cross_and_interleaved_ones_do() -> None:
    sizes, order = dict.fromkeys("abcdef", BOX), list("abcdef")
    assert stacked(sizes, [("a", "f"), ("b", "e")], order).crossings == 0
    assert stacked(sizes, [("a", "d"), ("c", "f")], order).crossings == 1


def test_the_rank_is_the_length_of_the_longest_way() -> None:
    edges = [("a", "b"), ("b", "d"), ("a", "d"), ("c", "d")]
    assert longest_path_ranks("dcba", edges) == {"d": 2, "c": 0, "b": 1, "a": 0}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] < e[1])))
def test_every_edge_leads_to_a_higher_rank(pairs: list[tuple[int, int]]) -> None:
    edges = [(str(a), str(b)) for a, b in pairs]
    ranks = longest_path_ranks(map(str, range(10)), edges)
    assert all(ranks[a] < ranks[b] for a, b in edges)


def test_a_cycle_cannot_be_ranked_and_is_named() -> None:
    with pytest.raises(ValueError, match=r"circle: b, c\."):
        longest_path_ranks("abc", [("a", "b"), ("b", "c"), ("c", "b")])
