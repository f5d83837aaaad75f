"""The icon array: as many squares as people, both sides, the range hatched, one grid for all."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.charts import icon_array
from pathways.charts.icon_array import IconArray
from pathways.model import Pack


def one(pack: Pack, finding_id: str) -> IconArray:
    return icon_array.icon_arrays(pack, [pack.finding[finding_id]])[0][0]


def ranged(pack: Pack, low: Decimal | None, value: Decimal, high: Decimal | None) -> IconArray:
    update = {"low": low, "value": value, "high": high, "bounds": "ci95" if low is not None else ""}
    finding = pack.finding["persistent-pain-01"].model_copy(update=update)
    return icon_array.icon_arrays(pack, [finding])[0][0]


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
    assert array.own.interval == "range not reported"
    words = " ".join(a.text for a in icon_array.figure(array).layout.annotations)
    assert "range not reported" in words
    assert "range not reported" in icon_array.alt_text(array)


def test_a_range_without_a_value_marks_no_square(real_pack: Pack) -> None:
    array = one(real_pack, "persistent-pain-03")
    assert Counter(array.squares) == {"yes": 10, "range": 30, "no": 60}
    assert array.marked is None
    assert "10 to 40 in 100 (10 to 40%)" in icon_array.alt_text(array)


def test_a_rare_share_is_a_part_of_a_square_and_drawn_again_in_a_strip(real_pack: Pack) -> None:
    array = one(real_pack, "hospital-stay-03")
    assert Counter(array.squares) == {"part": 1, "no": 99}
    assert Counter(array.strip) == {"yes": 2, "no": 8}
    words = " ".join(a.text for a in icon_array.figure(array).layout.annotations)
    assert "yes: fewer than 1 in 100; below: this square, 10 times as large" in words
    assert "no: more than 99 in 100" in words
    assert "the first square, 10 times as large" in icon_array.alt_text(array)


def test_fewer_than_one_in_1000_is_a_part_of_the_strip_and_not_nothing(real_pack: Pack) -> None:
    array = one(real_pack, "epidural-05")
    assert Counter(array.strip) == {"part": 1, "no": 9}
    assert array.marked_in_strip is None


def test_the_range_of_a_rare_share_is_hatched_in_the_strip(real_pack: Pack) -> None:
    array = ranged(real_pack, Decimal("0.2"), Decimal("0.4"), Decimal("3"))
    assert Counter(array.strip) == {"yes": 2, "range": 8}
    assert array.marked_in_strip == 4
    assert Counter(array.squares) == {"part": 1, "range": 2, "no": 97}


def test_only_a_rare_share_has_a_strip(arrays: tuple[IconArray, ...]) -> None:
    for array in arrays:
        assert bool(array.strip) == ("in 1,000" in array.own.estimate), array.told.finding.finding_id


def test_none_at_all_leaves_the_grid_empty(real_pack: Pack) -> None:
    array = one(real_pack, "facet-03")
    assert Counter(array.squares) == {"no": 100}
    assert array.marked is None


def test_the_comparator_has_an_array_of_its_own_beside_its_finding(real_pack: Pack) -> None:
    group, comparator = icon_array.icon_arrays(real_pack, [real_pack.finding["scs-implant-01"]])[0]
    assert group.told.finding is comparator.told.finding
    assert comparator.value == group.told.finding.comparator_value
    assert "Compared with: Usual medical care alone" in comparator.group
    assert comparator.own.interval == "range not reported"
    assert comparator.own.complement == "9 in 100 yes, 91 in 100 no"


def test_counts_of_a_comparator_are_its_own(real_pack: Pack) -> None:
    finding = real_pack.finding["scs-implant-02"]
    _, comparator = icon_array.icon_arrays(real_pack, [finding])[0]
    assert f"{finding.comparator_events} of {finding.comparator_total}" in comparator.own.estimate


def test_every_array_holds_its_findings_numbers(arrays: tuple[IconArray, ...]) -> None:
    for array in arrays:
        own = (array.told.finding.value, array.told.finding.low, array.told.finding.high)
        beside = (array.told.finding.comparator_value, None, None)
        assert (array.value, array.low, array.high) in (own, beside)


def test_both_sides_are_said_for_every_share_of_people(arrays: tuple[IconArray, ...]) -> None:
    for array in arrays:
        if array.own.estimate.startswith(("none of ", "all of ")):
            assert array.own.complement == ""
        elif array.value is not None and array.told.finding.measure == "proportion":
            assert " yes, " in array.own.complement
            assert array.own.complement.endswith(" no")


def test_only_shares_have_an_array(real_pack: Pack) -> None:
    arrays, left_out = icon_array.icon_arrays(real_pack, real_pack.findings)
    assert {array.told.finding.unit for array in arrays} == {"percent"}
    ids = {array.told.finding.finding_id for array in arrays} | {left.finding.finding_id for left in left_out}
    assert ids == set(real_pack.finding)


def test_the_figure_draws_each_square_once_on_the_same_grid(real_pack: Pack) -> None:
    places = []
    for finding_id in ("persistent-pain-01", "persistent-pain-02", "persistent-pain-03"):
        figure = icon_array.figure(one(real_pack, finding_id), head_lines=9)
        squares = [
            (round(x, 6), round(y, 6))
            for trace in figure.data
            if trace.name in ("yes", "range", "no")
            for x, y in zip(trace.x or (), trace.base or (), strict=True)
        ]
        assert len(squares) == len(set(squares)) == 100
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
    assert list(table["Figure"]) == [array.own.estimate for array in arrays]
    assert list(table["Range"]) == [array.own.interval for array in arrays]


@given(st.lists(st.decimals(0, 100, places=3), min_size=3, max_size=3).map(sorted))
def test_squares_add_up_and_lie_in_order(real_pack: Pack, numbers: list[Decimal]) -> None:
    low, value, high = numbers
    array = ranged(real_pack, low, value, high)
    order = {"yes": 0, "part": 1, "range": 2, "no": 3}
    for squares, size in ((array.squares, 100), (array.strip, 10 if array.is_rare else 0)):
        assert len(squares) == size
        assert [order[square] for square in squares] == sorted(order[square] for square in squares)
    if not array.is_rare:
        assert array.solid <= (array.marked or 0) <= array.reach


@given(st.decimals(0, 100, places=3))
def test_the_count_of_squares_is_the_count_in_words(real_pack: Pack, value: Decimal) -> None:
    array = ranged(real_pack, None, value, None)
    said = evidence.in_people(value)
    assert said.split(" (")[0] in array.own.estimate
    if array.is_rare:
        full = Counter(array.strip)["yes"]
        assert f"{full} in 1,000" in said if full else said == "fewer than 1 in 1,000"
    elif not said.startswith("fewer"):
        assert f"{array.solid} in" in said or said.startswith("more than 99")
