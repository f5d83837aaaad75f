"""What the maps show beside names: how often, how many figures, what is not known, and how many places."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest

from pathways.evidence import causes
from pathways.map.lettering import LABEL_SIZE, text_width
from pathways.map.marks import MARKS, NOT_FOUND, MarkName, mark_of, mark_of_group, role_first
from pathways.map.model import MarkShape
from pathways.map.overview import count_words, overview_edges, trunk
from pathways.map.shapes import BOXES, mark_filling, mark_path
from pathways.map.svg import svg
from pathways.map.views import overview_map, payload, whole_map
from pathways.model import Pack
from pathways.model.vocabulary import COUNTING_ROLES

every_mark = pytest.mark.parametrize("name", MARKS)


def test_the_overview_says_how_many_places_a_box_holds_and_of_what_kind(real_pack: Pack) -> None:
    counts = {box.id: box.count for box in overview_map(real_pack).boxes}
    for box in real_pack.info.net:
        assert counts[box.id].startswith(str(len(box.nodes)) if len(box.nodes) > 1 else "")
        assert (counts[box.id] == "") == (len(box.nodes) == 1)
    of_causes = causes.nodes_of_kind(real_pack, "cause")
    assert count_words(of_causes) == f"{len(of_causes)} causes"
    assert count_words([of_causes[0], *causes.nodes_of_kind(real_pack, "test")[:1]]) == "2 places"


def test_the_browser_gets_the_places_that_a_box_of_the_overview_holds(real_pack: Pack) -> None:
    boxes = {box["id"]: box for box in json.loads(payload(overview_map(real_pack)))["boxes"]}
    for box in real_pack.info.net:
        assert [member["id"] for member in boxes[box.id]["members"]] == list(box.nodes)
        assert boxes[box.id]["members"][0]["label"] == real_pack.node[box.nodes[0]].plain_label


def test_a_cause_shows_one_of_its_own_figures_and_how_many_more_there_are(real_pack: Pack) -> None:
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        mark = mark_of(real_pack, cause, "often")
        findings = causes.how_often(real_pack, cause)
        assert mark is not None
        assert (mark.words == NOT_FOUND) == (not findings)
        more = len(findings) - 1
        assert mark.words.endswith(f" +{more}") == (more > 0)
        assert re.match(r"(about )?\d+( to \d+)? in 1(00|,000)|not found", mark.words)


def test_which_figure_stands_on_a_cause_never_follows_its_size(real_pack: Pack) -> None:
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        findings = role_first(real_pack, cause)
        groups = list(real_pack.group)
        order = [
            (groups.index(finding.directness), COUNTING_ROLES.index(finding.role)) for finding in findings
        ]
        assert order == sorted(order)


def test_nothing_but_a_cause_shows_how_often_it_was_found(real_pack: Pack) -> None:
    others = [node for node in real_pack.nodes if node.kind != "cause"]
    assert not any(mark_of(real_pack, node, "often") for node in others)


def test_a_cause_without_a_figure_says_so_with_a_dashed_shape(tiny: Pack) -> None:
    uncounted = causes.uncounted(tiny)
    assert uncounted
    for cause in uncounted:
        mark = mark_of(tiny, cause, "often")
        assert mark is not None
        assert (mark.words, mark.shape) == (NOT_FOUND, "missing")


def test_a_box_of_the_overview_adds_up_no_shares(real_pack: Pack) -> None:
    shown = [mark_of_group(real_pack, box, "often") for box in real_pack.info.net if len(box.nodes) > 1]
    assert [mark for mark in shown if mark]
    assert not any("in 100" in mark.full for mark in shown if mark)


def test_a_figure_of_two_places_counts_once_in_their_box(real_pack: Pack) -> None:
    for box in real_pack.info.net:
        mark = mark_of_group(real_pack, box, "figures")
        ids = {f.finding_id for node in box.nodes for f in real_pack.findings_of[node]}
        assert mark is not None
        assert mark.words.startswith(f"{len(ids)} figure")


@every_mark
def test_every_mark_is_in_the_accessible_name_and_in_the_picture_with_its_legend(
    name: MarkName, real_pack: Pack
) -> None:
    drawn = whole_map(real_pack, name)
    assert drawn.marks is not None
    assert all(box.mark.full in box.name for box in drawn.boxes if box.mark)
    picture = svg(drawn)
    assert drawn.marks.title in picture
    assert all(words in picture for _, words in drawn.marks.entries)
    used = {box.mark.shape for box in drawn.boxes if box.mark}
    assert used <= {shape for shape, _ in drawn.marks.entries}
    legend = json.loads(payload(drawn))["legend"]["marks"]
    assert [entry["words"] for entry in legend["entries"]] == [words for _, words in drawn.marks.entries]


@every_mark
def test_the_words_of_every_mark_fit_into_their_box(name: MarkName, real_pack: Pack) -> None:
    for drawn in (whole_map(real_pack, name), overview_map(real_pack, name)):
        for box in drawn.boxes:
            room = drawn.wide.boxes[box.id].width - 2 * BOXES[box.kind].inset
            assert all(text_width(line, LABEL_SIZE) <= room for line in box.mark_lines)
            assert " ".join(box.mark_lines) == (box.mark.words if box.mark else "")


def test_without_a_switch_no_map_shows_a_mark(real_pack: Pack) -> None:
    drawn = whole_map(real_pack)
    assert drawn.marks is None
    assert not any(box.mark for box in drawn.boxes)


def test_the_shapes_of_marks_differ_without_colour() -> None:
    shapes: tuple[MarkShape, ...] = get_args(MarkShape)
    drawn = {(mark_path(one, 0, 0), mark_filling(one, 0, 0)) for one in shapes if one != "missing"}
    assert len(drawn) == len(shapes) - 1  # the last is a ring as well, and dashed


@pytest.mark.parametrize("name", [None, *MARKS])
def test_the_whole_map_fits_a_screen_of_1440_with_letters_of_12_pixels(
    name: MarkName | None, real_pack: Pack
) -> None:
    room, least_scale = 1368, 11.95 / 13
    assert whole_map(real_pack, name).wide.size.width * least_scale <= room


def test_the_overview_fits_a_screen_of_768_with_letters_of_12_pixels(real_pack: Pack) -> None:
    assert overview_map(real_pack).wide.size.width * 12 / 13 <= 730


def test_the_strong_lines_of_the_whole_map_stand_behind_lines_of_the_overview(real_pack: Pack) -> None:
    home = {node: box.id for box in real_pack.info.net for node in box.nodes}
    lines = {(edge.start, edge.end) for edge in overview_edges(real_pack)}
    main = trunk(real_pack)
    assert main
    assert {(home[start], home[end]) for start, end in main} <= lines
    strong = {(edge.start, edge.end) for edge in whole_map(real_pack).edges if edge.weight == "trunk"}
    assert strong == main
    assert len(strong) < len(real_pack.edges) / 3
