"""A route drawn as a trunk: one straight line, all words at their places, in both geometries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from pathways.graph import care_graph
from pathways.graph.trunk import Trunk, trunk
from pathways.layout import Rect
from pathways.map.model import PathwayMap, View
from pathways.map.svg import svg
from pathways.map.trunk import trunk_map
from pathways.model import Pack


@pytest.fixture(scope="module")
def routes(real_pack: Pack) -> list[tuple[Trunk, PathwayMap]]:
    """The routes from the start to every place."""
    graph = care_graph(real_pack)
    found = (trunk(graph, real_pack.info.start, node, (), "carry_on") for node in graph)
    return [(one, trunk_map(real_pack, one)) for one in found if one]


def views(routes: list[tuple[Trunk, PathwayMap]]) -> Iterator[tuple[Trunk, PathwayMap, View]]:
    for one, drawn in routes:
        yield one, drawn, drawn.wide_view
        yield one, drawn, drawn.narrow_view


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.1 and b.x < a.right - 0.1 and a.y < b.bottom - 0.1 and b.y < a.bottom - 0.1


def test_the_main_line_is_one_straight_line_downwards(routes: list[tuple[Trunk, PathwayMap]]) -> None:
    for one, _, view in views(routes):
        xs = {point.x for way in one.steps for point in view.paths[way].path}
        assert len(xs) <= 1
        for upper, lower in pairwise(one.line):
            assert view.layout.boxes[upper].bottom < view.layout.boxes[lower].y


def test_every_condition_of_the_line_stands_at_it_at_both_widths(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for one, drawn, view in views(routes):
        condition = {(edge.start, edge.end): edge.condition for edge in drawn.edges}
        for way in one.steps:
            label = view.paths[way].label
            assert " ".join(view.words[way]) == condition[way]
            assert label
            assert view.layout.boxes[way[0]].bottom < label.y
            assert label.bottom < view.layout.boxes[way[1]].y


def test_words_and_boxes_never_overlap_and_stay_on_the_sheet(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for one, _, view in views(routes):
        labels = [path.label for path in view.layout.edges if path.label]
        rects = [*view.layout.boxes.values(), *labels, *(aside.label for aside in view.asides)]
        assert all(r.x >= 0 and r.y >= 0 and r.right <= view.layout.size.width for r in rects), one
        assert all(r.bottom <= view.layout.size.height for r in rects), one
        assert not [pair for pair in combinations(rects, 2) if overlap(*pair)], one


def test_the_narrow_sheet_fits_a_small_phone_and_the_wide_one_a_page(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for _, drawn in routes:
        assert drawn.narrow.size.width * 11.5 / 13 <= 288
        assert drawn.wide.size.width * 11.5 / 13 <= 820


def test_other_ways_run_between_their_words_and_the_stations(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for one, _, view in views(routes):
        stations = min(view.layout.boxes[station].x for station in one.line)
        beside = [path for path in view.layout.edges if (path.start, path.end) not in one.steps]
        lanes = [min(point.x for point in path.path) for path in beside if path.end in one.line]
        words = [path.label.right for path in beside if path.label and path.label.x < stations]
        assert all(max([0.0, *words]) < x < stations for x in lanes), one


def test_each_exit_is_red_short_and_says_when_to_leave(routes: list[tuple[Trunk, PathwayMap]]) -> None:
    for one, drawn in routes:
        leaving = [aside for aside in drawn.asides if aside.kind == "urgent"]
        assert {aside.start for aside in leaving} == {start for start, _ in one.exits}
        assert all(aside.words.startswith("If ") and "leave here" in aside.words for aside in leaving)
        assert not {box.kind for box in drawn.boxes if box.id not in one.line} & {"emergency"}


def test_the_name_of_a_station_tells_its_exits_and_other_ways(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for _, drawn in routes:
        name = {box.id: box.name for box in drawn.boxes}
        assert all(aside.words in name[aside.start] for aside in drawn.asides)


def test_the_picture_has_the_words_of_exits_and_branches(real_pack: Pack) -> None:
    found = trunk(care_graph(real_pack), real_pack.info.start, "scs_trial", ["nerve_damage"], "carry_on")
    assert found
    picture = svg(trunk_map(real_pack, found))
    assert "or by" in picture
    assert "leave here." in picture
    assert 'stroke-width="3.4"' in picture


def test_a_choice_beside_the_line_is_drawn_once_and_clear_of_it(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for one, drawn in routes:
        if one.beside:
            assert [box.id for box in drawn.boxes].count("carry_on") == 1


def test_no_arrow_beside_the_line_ends_on_the_words_that_it_points_at(
    routes: list[tuple[Trunk, PathwayMap]],
) -> None:
    for one, _, view in views(routes):
        for aside in view.asides:
            for path in aside.paths:
                tip = Rect(path[-1].x - 1, path[-1].y - 1, 2, 2)
                assert not overlap(tip, aside.label), (one, aside.lines)
