"""What the maps draw: which boxes and ways, whether their words fit, and what the browser gets."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.layout import Point, Rect
from pathways.map.adjustments import is_lowest
from pathways.map.lettering import LABEL_SIZE, text_width, wrapped
from pathways.map.model import PathwayMap
from pathways.map.overview import box_kind, overview_edges
from pathways.map.shapes import BOXES, LINES, arrow, recess
from pathways.map.svg import svg
from pathways.map.views import overview_map, payload, route_map, whole_map
from pathways.model import EdgeKind, NodeKind, OverviewBox, Pack

SVG = "{http://www.w3.org/2000/svg}"
KINDS = list(BOXES)
LINE_KINDS = list(LINES)
Draw = Callable[[Pack], PathwayMap]


def whole_route(pack: Pack) -> PathwayMap:
    """The route that has every node and every way of a pack."""
    return route_map(pack, pack.node, [(edge.start, edge.end) for edge in pack.edges])


MAPS: Mapping[str, Draw] = {"net": overview_map, "route": whole_route, "whole": whole_map}
every_map = pytest.mark.parametrize("draw", MAPS.values(), ids=MAPS)
words = st.text(alphabet="abcdefghijklmnopqrstuvwxyzWM ,", min_size=1, max_size=90).filter(str.strip)


def joined(lines: tuple[str, ...]) -> str:
    """The lines of a label as one; a word may be parted at its own hyphen."""
    return re.sub(r"(?<=\w-) ", "", " ".join(lines))


def net_pairs(pack: Pack) -> set[tuple[str, str]]:
    return {(edge.start, edge.end) for edge in overview_edges(pack)}


# --- lettering ------------------------------------------------------------------------------------


@given(words, st.floats(40, 200), st.integers(1, 4))
def test_no_line_of_a_label_is_wider_or_higher_than_allowed(text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, most=most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line) <= width for line in lines)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=7), min_size=1, max_size=9))
def test_a_label_that_fits_keeps_all_its_words(parts: list[str]) -> None:
    text = " ".join(parts)
    assert " ".join(wrapped(text, 120, most=9)) == text


def test_a_label_that_does_not_fit_ends_in_an_ellipsis_after_a_whole_word() -> None:
    assert wrapped("one two three four five six seven", 60, most=2) == ("one two", "three…")


def test_a_word_wider_than_a_line_is_broken_with_a_hyphen() -> None:
    assert wrapped("neuromodulation", 60, most=3)[0] == "neuromo-"


def test_the_lines_of_a_label_come_out_about_equally_long() -> None:
    assert wrapped("Weight, smoking, movement, posture", 150, most=3) == (
        "Weight, smoking,",
        "movement, posture",
    )


# --- shapes ---------------------------------------------------------------------------------------


def test_each_kind_of_box_has_a_shape_of_its_own() -> None:
    rect = Rect(10, 10, 120, 44)
    assert len({BOXES[kind].outline(rect) for kind in KINDS}) == len(KINDS)


def test_each_kind_of_line_differs_in_dashes_or_arrow() -> None:
    path = (Point(0, 0), Point(10, 0), Point(20, 0), Point(30, 0))
    assert len({(LINES[kind].dash, arrow(path, kind).head) for kind in LINE_KINDS}) == len(LINE_KINDS)
    assert len({LINES[kind].dash for kind in ("onward", "step_up", "approach", "return")}) == 4


@given(st.sampled_from(KINDS), st.floats(60, 200), st.floats(44, 90))
def test_an_outline_stays_within_its_box(kind: NodeKind, width: float, height: float) -> None:
    path = re.sub(r"A\S+ \S+ 0 \d 1 ", "L", BOXES[kind].outline(Rect(5, 7, width, height)))
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
    xs, ys = numbers[::2], numbers[1::2]
    assert min(xs) >= 4.9
    assert max(xs) <= 5 + width + 0.1
    assert min(ys) >= 6.9
    assert max(ys) <= 7 + height + 0.1


@given(st.sampled_from(KINDS), st.floats(0, 1))
def test_no_outline_recedes_further_than_its_text(kind: NodeKind, part: float) -> None:
    rect = Rect(0, 0, 120, 44)
    left, right = recess(kind, rect, 8 + part * 28)
    assert 0 <= left <= BOXES[kind].inset
    assert 0 <= right <= BOXES[kind].inset


@given(st.sampled_from(LINE_KINDS), st.floats(-50, 50), st.floats(-50, 50))
def test_the_head_of_an_arrow_touches_the_end_of_its_path(kind: EdgeKind, x: float, y: float) -> None:
    tip = Point(round(x, 1), round(y, 1))
    head = arrow((Point(90, 90), Point(80, 80), Point(70, 70), tip), kind).head
    places = re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=[A-Z]|$)", head)
    assert min(abs(float(a) - tip.x) + abs(float(b) - tip.y) for a, b in places) < 0.11


# --- the Net --------------------------------------------------------------------------------------


def test_the_net_has_the_boxes_of_the_pack_in_their_columns(real_pack: Pack) -> None:
    drawn = overview_map(real_pack)
    assert [box.id for box in drawn.boxes] == [box.id for box in real_pack.info.net]
    lefts = {box.id: drawn.wide.boxes[box.id].x for box in real_pack.info.net}
    by_column: dict[int, set[float]] = {}
    for box in real_pack.info.net:
        by_column.setdefault(box.column, set()).add(lefts[box.id])
    assert all(len(xs) == 1 for xs in by_column.values())
    assert [xs.pop() for _, xs in sorted(by_column.items())] == sorted(set(lefts.values()))


def test_the_net_of_the_shipped_pack_fits_a_page_at_a_readable_size(real_pack: Pack) -> None:
    least_scale = 11.5 / 13
    assert overview_map(real_pack).wide.size.width * least_scale <= 820
    assert overview_map(real_pack).wide.size.width <= 920


def test_carrying_on_as_now_is_always_a_choice(real_pack: Pack) -> None:
    home = {node: box.id for box in real_pack.info.net for node in box.nodes}
    assert (home["team_decision"], home["carry_on"]) in net_pairs(real_pack)


def test_the_net_leaves_out_warning_signs_and_ways_within_a_box(real_pack: Pack, tiny: Pack) -> None:
    for pack in (real_pack, tiny):
        assert all(edge.kind != "urgent" and edge.start != edge.end for edge in overview_edges(pack))


def test_the_net_draws_no_way_that_a_longer_way_says_too(tiny: Pack) -> None:
    pairs = net_pairs(tiny)
    assert {("box_causes", "box_choice"), ("box_choice", "box_care")} <= pairs
    assert ("box_causes", "box_care") not in pairs


def test_each_way_of_the_net_stands_for_a_way_of_the_pack(real_pack: Pack, tiny: Pack) -> None:
    for pack in (real_pack, tiny):
        home = {node: box.id for box in pack.info.net for node in box.nodes}
        known = {(home.get(edge.start), home.get(edge.end), edge.kind) for edge in pack.edges}
        assert {(edge.start, edge.end, edge.kind) for edge in overview_edges(pack)} <= known


def test_ways_back_start_where_nothing_follows(real_pack: Pack) -> None:
    edges = overview_edges(real_pack)
    back = [edge for edge in edges if edge.kind == "return"]
    goes_on = {edge.start for edge in edges if edge.kind != "return"}
    assert 1 <= len(back) <= 3
    assert not goes_on & {edge.start for edge in back}


def test_ways_back_run_beneath_all_boxes_of_the_net(real_pack: Pack) -> None:
    drawn = overview_map(real_pack)
    lowest = max(rect.bottom for rect in drawn.wide.boxes.values())
    for edge in drawn.edges:
        if edge.kind == "return":
            assert is_lowest(drawn.wide, edge.start)
            assert is_lowest(drawn.wide, edge.end)
            assert max(point.y for point in drawn.wide_view.paths[edge.start, edge.end].path) > lowest


@pytest.mark.parametrize(
    ("nodes", "kind"),
    [
        (("thirst", "smoke"), "emergency"),
        (("kettle", "rest"), "option"),
        (("taste", "old_leaves", "hard_water"), "cause"),
        (("choice", "taste"), "question"),
    ],
)
def test_a_box_of_the_net_has_the_shape_of_what_a_reader_must_find(
    tiny: Pack, nodes: tuple[str, ...], kind: NodeKind
) -> None:
    assert box_kind(tiny, OverviewBox(id="some", label="Some", plain="Some.", column=0, nodes=nodes)) == kind


# --- routes and the whole map ---------------------------------------------------------------------


def test_a_route_has_only_its_own_places_and_ways(tiny: Pack) -> None:
    drawn = route_map(tiny, ["choice", "rest", "tea"], [("choice", "rest"), ("rest", "tea")])
    assert {box.id for box in drawn.boxes} == {"choice", "rest", "tea"}
    assert {(edge.start, edge.end) for edge in drawn.edges} == {("choice", "rest"), ("rest", "tea")}
    assert {box.id: box.successors for box in drawn.boxes}["tea"] == ()


def test_a_route_refuses_what_is_not_in_the_pack(tiny: Pack) -> None:
    with pytest.raises(KeyError, match="coffee"):
        route_map(tiny, ["coffee"], [])
    with pytest.raises(KeyError):
        route_map(tiny, ["tea", "thirst"], [("tea", "thirst")])


def test_a_route_says_the_condition_of_each_way_beside_it(tiny: Pack) -> None:
    drawn = whole_route(tiny)
    for edge in drawn.edges:
        label = drawn.wide_view.paths[edge.start, edge.end].label
        assert " ".join(edge.lines) == edge.condition
        assert label is not None
        assert max(text_width(line, LABEL_SIZE) for line in edge.lines) <= label.width


def test_warning_signs_come_first_and_ways_back_last(tiny: Pack) -> None:
    kinds = [edge.kind for edge in whole_route(tiny).edges]
    assert kinds[0] == "urgent"
    assert kinds[-1] == "return"


def test_all_ways_but_ways_back_lead_forwards_along_the_route(tiny: Pack) -> None:
    boxes = whole_route(tiny).wide.boxes
    onward = [(boxes[edge.start], boxes[edge.end]) for edge in tiny.edges if edge.kind != "return"]
    rightwards = all(start.right <= end.x for start, end in onward)
    downwards = all(start.bottom <= end.y for start, end in onward)
    assert rightwards != downwards


def test_the_whole_map_has_a_column_with_a_name_for_each_lane(real_pack: Pack) -> None:
    drawn = whole_map(real_pack)
    assert {box.id for box in drawn.boxes} == set(real_pack.node)
    assert [lane.id for lane in drawn.lanes] == [lane.id for lane in real_pack.info.lanes]
    left = {lane.id: heading.x for lane, heading in zip(drawn.lanes, drawn.wide_view.headings, strict=True)}
    assert all(drawn.wide.boxes[box.id].x == left[box.lane] for box in drawn.boxes)
    assert not any(edge.lines for edge in drawn.edges)


# --- every map ------------------------------------------------------------------------------------


@every_map
def test_the_words_of_every_box_fit_into_it(draw: Draw, real_pack: Pack) -> None:
    drawn = draw(real_pack)
    for box in drawn.boxes:
        for lines, rect in (
            (box.lines, drawn.wide.boxes[box.id]),
            (box.narrow_lines, drawn.narrow.boxes[box.id]),
        ):
            room = rect.width - 2 * BOXES[box.kind].inset
            assert max(text_width(line) for line in lines) <= room, box.label
            assert len(lines) * 16 <= rect.height - 8, box.label


@every_map
def test_no_label_of_the_shipped_pack_is_cut_off(draw: Draw, real_pack: Pack) -> None:
    for box in draw(real_pack).boxes:
        assert joined(box.lines) == box.label
        assert joined(box.narrow_lines) == box.label


@every_map
def test_boxes_never_overlap_and_stay_on_the_sheet(draw: Draw, real_pack: Pack) -> None:
    drawn = draw(real_pack)
    for layout in (drawn.wide, drawn.narrow):
        rects = list(layout.boxes.values())
        assert all(r.x >= 0 and r.y >= 0 for r in rects)
        assert all(r.right <= layout.size.width and r.bottom <= layout.size.height for r in rects)
        for i, a in enumerate(rects):
            for b in rects[:i]:
                assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


@every_map
def test_a_narrow_map_fits_a_small_phone(draw: Draw, real_pack: Pack) -> None:
    least_scale = 11.5 / 13
    assert draw(real_pack).narrow.size.width * least_scale <= 288


@every_map
def test_the_name_of_a_box_begins_with_what_is_seen_and_tells_where_it_leads(draw: Draw, tiny: Pack) -> None:
    drawn = draw(tiny)
    label = {box.id: box.label for box in drawn.boxes}
    for box in drawn.boxes:
        assert box.name.startswith(f"{' '.join(box.lines)}, ")
        assert all(label[node] in box.name for node in box.successors[:4])


@every_map
def test_neighbours_are_told_from_both_ends(draw: Draw, tiny: Pack) -> None:
    boxes = {box.id: box for box in draw(tiny).boxes}
    for box in boxes.values():
        assert all(box.id in boxes[other].predecessors for other in box.successors)
        assert all(box.id in boxes[other].successors for other in box.predecessors)


@every_map
def test_the_payload_is_the_same_bytes_each_time_and_knows_no_choice(draw: Draw, real_pack: Pack) -> None:
    content = payload(draw(real_pack))
    assert content == payload(draw(real_pack))
    assert not re.search(rb'"(selected|chosen)"', content)


@every_map
def test_the_payload_has_both_geometries_of_every_box_and_way(draw: Draw, tiny: Pack) -> None:
    drawn = draw(tiny)
    content = json.loads(payload(drawn))
    for view in ("wide", "narrow"):
        assert len(content[view]["boxes"]) == len(content["boxes"]) == len(drawn.boxes)
        assert len(content[view]["edges"]) == len(content["edges"]) == len(drawn.edges)
    assert content["parameter"] == ("box" if draw is overview_map else "node")


@every_map
def test_the_legend_explains_the_shapes_and_lines_that_are_drawn(draw: Draw, tiny: Pack) -> None:
    drawn = draw(tiny)
    legend = json.loads(payload(drawn))["legend"]
    assert {entry["kind"] for entry in legend["boxes"]} == {box.kind for box in drawn.boxes}
    assert {entry["kind"] for entry in legend["lines"]} == {edge.kind for edge in drawn.edges}


# --- the picture ----------------------------------------------------------------------------------


@every_map
def test_the_picture_is_an_svg_with_title_description_and_every_label(draw: Draw, real_pack: Pack) -> None:
    drawn = draw(real_pack)
    root = ET.fromstring(svg(drawn, caption="Version 1"))  # noqa: S314 - our own text
    assert root.findtext(f"{SVG}title") == drawn.title
    assert root.findtext(f"{SVG}desc") == drawn.description
    shown = {" ".join(part.text or "" for part in text) for text in root.iter(f"{SVG}text")}
    assert {" ".join(box.lines) for box in drawn.boxes} <= shown
    assert "Version 1" in shown


@given(st.text(alphabet="<>&\"' abc]", min_size=1, max_size=40).filter(str.strip))
def test_no_text_can_break_out_of_the_picture(tiny: Pack, text: str) -> None:
    net = overview_map(tiny)
    hostile = replace(net, title=text, boxes=tuple(replace(b, label=text, lines=(text,)) for b in net.boxes))
    root = ET.fromstring(svg(hostile, caption=text))  # noqa: S314 - our own text
    assert root.findtext(f"{SVG}title") == text
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "rect", "g", "path", "text", "tspan")
    }


def test_a_chosen_box_has_a_heavier_outline_in_the_picture(tiny: Pack) -> None:
    drawn = overview_map(tiny)
    plain, chosen = svg(drawn), svg(drawn, selected="box_care")
    changed = [b for a, b in zip(plain.split("<"), chosen.split("<"), strict=True) if a != b]
    assert len(changed) == 1
    assert 'stroke-width="3.3"' in changed[0]


def test_choosing_what_is_not_on_the_picture_is_refused(tiny: Pack) -> None:
    with pytest.raises(KeyError, match="coffee"):
        svg(overview_map(tiny), selected="coffee")
