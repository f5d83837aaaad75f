"""The icon array: as many squares as people, both sides, the range hatched, one grid for all."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.figures import icon_array
from pathways.figures.icon_array import IconArray
from pathways.model import Pack


def one(pack: Pack, finding_id: str, **kwargs: int) -> IconArray:
    return icon_array.icon_arrays(pack, [pack.finding[finding_id]], **kwargs)[0][0]


def ranged(pack: Pack, low: Decimal | None, value: Decimal, high: Decimal | None, per: int) -> IconArray:
    update = {"low": low, "value": value, "high": high, "bounds": "ci95" if low is not None else ""}
    finding = pack.finding["persistent-pain-01"].model_copy(update=update)
    return icon_array.icon_arrays(pack, [finding], per=per)[0][0]


@pytest.fixture(scope="module")
def arrays(real_pack: Pack) -> tuple[IconArray, ...]:
    return icon_array.icon_arrays(real_pack, real_pack.findings)[0]


def test_squares_are_solid_to_the_low_and_hatched_to_the_high_bound(real_pack: Pack) -> None:
    array = one(real_pack, "persistent-pain-01")
    assert Counter(array.squares) == {"yes": 20, "range": 2, "no": 78}
    assert array.marked == 21


def test_without_a_range_squares_are_solid_to_the_value_and_that_is_said(real_pack: Pack) -> None:
    array = one(real_pack, "persistent-pain-02")
    assert Counter(array.squares) == {"yes": 59, "no": 41}
    assert array.range_words == "range not reported"
    words = " ".join(a.text for a in icon_array.figure(array).layout.annotations)
    assert "range not reported" in words
    assert "range not reported" in icon_array.alt_text(array)


def test_a_range_without_a_value_marks_no_square(real_pack: Pack) -> None:
    array = one(real_pack, "persistent-pain-03")
    assert Counter(array.squares) == {"yes": 10, "range": 30, "no": 60}
    assert array.marked is None
    assert "10 to 40 in 100 (10 to 40%)" in icon_array.alt_text(array)


def test_fewer_than_one_is_a_part_of_a_square_and_not_nothing(real_pack: Pack) -> None:
    array = one(real_pack, "epidural-05")
    assert array.per == 1000
    assert Counter(array.squares) == {"part": 1, "no": 999}
    words = " ".join(a.text for a in icon_array.figure(array).layout.annotations)
    assert "yes: fewer than 1 in 1,000" in words
    assert "no: more than 999 in 1,000" in words


def test_none_at_all_leaves_the_grid_empty(real_pack: Pack) -> None:
    array = one(real_pack, "facet-03")
    assert Counter(array.squares) == {"no": 100}
    assert array.marked is None


def test_one_rare_share_switches_the_whole_set(arrays: tuple[IconArray, ...]) -> None:
    assert {array.per for array in arrays} == {1000}
    assert {array.columns for array in arrays} == {25}


def test_the_comparator_has_an_array_of_its_own_beside_its_finding(real_pack: Pack) -> None:
    group, comparator = icon_array.icon_arrays(real_pack, [real_pack.finding["scs-implant-01"]])[0]
    assert group.finding is comparator.finding
    assert comparator.value == group.finding.comparator_value
    assert "Compared with: Usual medical care alone" in comparator.group
    assert comparator.range_words == "range not reported"
    assert comparator.frame_words == "9 in 100 yes, 91 in 100 no"


def test_counts_of_a_comparator_are_its_own(real_pack: Pack) -> None:
    finding = real_pack.finding["scs-implant-02"]
    _, comparator = icon_array.icon_arrays(real_pack, [finding])[0]
    assert f"{finding.comparator_events} of {finding.comparator_total}" in comparator.figure_words


def test_every_array_holds_its_findings_numbers(arrays: tuple[IconArray, ...]) -> None:
    for array in arrays:
        own = (array.finding.value, array.finding.low, array.finding.high)
        beside = (array.finding.comparator_value, None, None)
        assert (array.value, array.low, array.high) in (own, beside)


def test_both_sides_are_said_for_every_share_of_people(arrays: tuple[IconArray, ...]) -> None:
    for array in arrays:
        if array.figure_words.startswith(("none of ", "all of ")):
            assert array.frame_words == ""
        elif array.value is not None and array.finding.measure == "proportion":
            assert " yes, " in array.frame_words
            assert array.frame_words.endswith(" no")


def test_only_shares_have_an_array(real_pack: Pack) -> None:
    arrays, left_out = icon_array.icon_arrays(real_pack, real_pack.findings)
    assert {array.finding.unit for array in arrays} == {"percent"}
    ids = {array.finding.finding_id for array in arrays} | {left.finding.finding_id for left in left_out}
    assert ids == set(real_pack.finding)


@pytest.mark.parametrize("per", [100, 1000])
def test_the_figure_draws_each_square_once_on_the_same_grid(real_pack: Pack, per: int) -> None:
    places = []
    for finding_id in ("persistent-pain-01", "persistent-pain-02", "persistent-pain-03"):
        figure = icon_array.figure(one(real_pack, finding_id, per=per), head_lines=9)
        squares = [
            (round(x, 6), round(y, 6))
            for trace in figure.data
            if trace.name in ("yes", "range", "no")
            for x, y in zip(trace.x or (), trace.base or (), strict=True)
        ]
        assert len(squares) == len(set(squares)) == per
        places.append(set(squares))
    assert places[0] == places[1] == places[2]


def test_the_figure_fills_from_the_top_left_row_by_row(real_pack: Pack) -> None:
    figure = icon_array.figure(one(real_pack, "persistent-pain-01"))
    by_name = {trace.name: trace for trace in figure.data if trace.name != "key"}
    order = [
        (y, x)
        for name in ("yes", "range", "no")
        for x, y in zip(by_name[name].x, by_name[name].base, strict=True)
    ]
    assert order == sorted(order)


def test_the_kinds_of_squares_differ_without_colour(real_pack: Pack) -> None:
    figure = icon_array.figure(one(real_pack, "persistent-pain-01"))
    fillings = {trace.name: trace.marker for trace in figure.data if trace.name != "key"}
    assert fillings["range"].pattern.shape == "/"
    assert fillings["yes"].pattern.shape is None
    assert fillings["no"].color == "rgba(0,0,0,0)"
    assert [shape.line.width for shape in figure.layout.shapes if shape.name == "value"] == [3]


def test_grids_beside_each_other_stand_at_the_same_height(real_pack: Pack) -> None:
    arrays = icon_array.icon_arrays(real_pack, [real_pack.finding["scs-implant-02"]])[0]
    room = icon_array.head_lines(arrays)
    figures = [icon_array.figure(array, head_lines=room) for array in arrays]
    tops = {min(y for trace in f.data if trace.name != "key" for y in trace.base or ()) for f in figures}
    assert len(tops) == 1
    assert len({figure.layout.height for figure in figures}) == 1


def test_table_holds_a_row_for_each_array(arrays: tuple[IconArray, ...]) -> None:
    table = icon_array.table(arrays)
    assert list(table["Figure"]) == [array.figure_words for array in arrays]
    assert list(table["Range"]) == [array.range_words for array in arrays]


@given(
    st.lists(st.decimals(0, 100, places=3), min_size=3, max_size=3).map(sorted), st.sampled_from([100, 1000])
)
def test_squares_add_up_and_lie_in_order(real_pack: Pack, numbers: list[Decimal], per: int) -> None:
    low, value, high = numbers
    array = ranged(real_pack, low, value, high, per)
    order = {"yes": 0, "range": 1, "part": 2, "no": 3}
    assert len(array.squares) == per
    assert [order[square] for square in array.squares] == sorted(order[square] for square in array.squares)
    assert array.solid <= (array.marked or 0) <= array.reach


@given(st.decimals(0, 100, places=3), st.sampled_from([100, 1000]))
def test_the_count_of_squares_is_the_count_in_words(real_pack: Pack, value: Decimal, per: int) -> None:
    array = ranged(real_pack, None, value, None, per)
    assert evidence.in_people(value, per) in array.figure_words
    said = evidence.in_people(value, per)
    if "part" in array.squares:
        assert said.startswith("fewer than 1")
    elif not said.startswith("fewer"):
        assert f"{array.solid} in" in said.replace(",", "")
