"""Ratios: on a logarithmic axis around 1, never without the absolute or the words that it is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.charts import ratios
from pathways.charts.ratios import ABSOLUTE_NOT_REPORTED, RatioPlot
from pathways.model import Finding, Pack


@pytest.fixture(scope="module")
def plot(real_pack: Pack) -> RatioPlot:
    return ratios.ratio_plot(real_pack, real_pack.findings)


def ratio(pack: Pack, **changes: Any) -> Finding:
    """An odds ratio with the given changes."""
    return pack.finding["decompression-04"].model_copy(update=changes)


def all_words(figure: go.Figure) -> str:
    return " ".join(a.text.replace("<br>", " ") for a in figure.layout.annotations)


def test_every_finding_is_drawn_or_left_out_with_a_reason(real_pack: Pack, plot: RatioPlot) -> None:
    ids = [row.told.finding.finding_id for row in plot.rows] + [
        left.finding.finding_id for left in plot.left_out
    ]
    assert sorted(ids) == sorted(real_pack.finding)
    assert {row.told.finding.unit for row in plot.rows} == {"ratio"}


def test_every_point_is_the_number_of_its_finding(plot: RatioPlot) -> None:
    figure = ratios.figure(plot)
    points = {
        finding_id: x
        for trace in figure.data
        if trace.name.startswith("ratio")
        for finding_id, x in zip(trace.customdata or (), trace.x or (), strict=True)
    }
    assert points == {row.told.finding.finding_id: float(row.told.finding.value or 0) for row in plot.rows}


def test_every_line_reaches_from_the_low_to_the_high_bound(plot: RatioPlot) -> None:
    trace = next(trace for trace in ratios.figure(plot).data if trace.name == "range")
    known = [row for row in plot.rows if row.has_range]
    assert list(trace.x) == [x for r in known for x in (float(r.low or 0), float(r.high or 0), None)]


def test_the_axis_is_logarithmic_and_as_long_to_either_side_of_1(plot: RatioPlot) -> None:
    axis = ratios.figure(plot).layout.xaxis
    assert axis.type == "log"
    assert axis.range[0] == pytest.approx(-axis.range[1])


def test_the_line_of_no_difference_stands_at_1_in_every_row(plot: RatioPlot) -> None:
    trace = next(trace for trace in ratios.figure(plot).data if trace.name == "no difference")
    assert {x for x in trace.x if x is not None} == {1.0}
    assert len(trace.x) == 3 * len(plot.rows)


def test_odds_and_risks_stand_under_headings_of_their_own(plot: RatioPlot) -> None:
    measures = [row.told.finding.measure for row in plot.rows]
    assert measures == sorted(measures)
    words = all_words(ratios.figure(plot))
    assert "Odds ratios" in words
    assert "Risk ratios" in words


def test_no_row_stands_without_its_absolute_or_the_words_that_it_is_missing(plot: RatioPlot) -> None:
    words = all_words(ratios.figure(plot))
    assert words.count(ABSOLUTE_NOT_REPORTED) == sum(row.absolute is None for row in plot.rows)
    assert all(row.absolute_words for row in plot.rows)
    assert all(ratios.table(plot)["Absolute"])


def test_the_absolute_of_the_same_source_group_and_comparison_is_found(real_pack: Pack) -> None:
    (row,) = ratios.ratio_plot(real_pack, [real_pack.finding["surgical-planning-03"]]).rows
    assert row.absolute is real_pack.finding["persistent-pain-08"]
    assert "22 in 100" in row.absolute_words
    assert "66 in 100" in row.absolute_words
    assert real_pack.finding["persistent-pain-08"].outcome in row.absolute_words


def test_a_share_of_another_comparison_is_no_absolute(real_pack: Pack) -> None:
    finding = real_pack.finding["surgical-planning-06"]
    assert any(f.source_id == finding.source_id and f.unit == "percent" for f in real_pack.findings)
    assert ratios.absolute_of(real_pack, finding) is None


def test_counts_of_the_finding_itself_are_its_absolute(real_pack: Pack) -> None:
    counts = {"events": 8, "total": 100, "comparator_events": 4, "comparator_total": 120}
    (row,) = ratios.ratio_plot(real_pack, [ratio(real_pack, **counts)]).rows
    assert row.absolute_words == "absolute: 8 of 100 against 4 of 120"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": Decimal("2"), "low": Decimal("1.5"), "high": Decimal("3")}, "higher odds"),
        ({"value": Decimal("0.5"), "low": Decimal("0.4"), "high": Decimal("0.6")}, "lower odds"),
        (
            {"value": Decimal("2"), "low": Decimal("0.9"), "high": Decimal("3")},
            "higher odds, but the range holds 1, no difference",
        ),
        ({"measure": "risk_ratio", "value": Decimal("1"), "low": None, "high": None}, "the same risk"),
    ],
)
def test_the_direction_is_said(real_pack: Pack, changes: dict[str, Any], words: str) -> None:
    (row,) = ratios.ratio_plot(real_pack, [ratio(real_pack, **changes)]).rows
    assert row.direction == words


def test_a_missing_range_is_said_everywhere(real_pack: Pack) -> None:
    plot = ratios.ratio_plot(real_pack, [ratio(real_pack, low=None, high=None, bounds="")])
    figure = ratios.figure(plot)
    assert "range not reported" in all_words(figure)
    assert "range not reported" in ratios.alt_text(plot)
    assert list(ratios.table(plot)["Range"]) == ["range not reported"]
    hollow = next(trace for trace in figure.data if trace.name == "ratio, range not reported")
    assert list(hollow.x) == [2.28]


def test_a_missing_comparator_is_said(real_pack: Pack) -> None:
    (row,) = ratios.ratio_plot(real_pack, [real_pack.finding["pseudarthrosis-02"]]).rows
    assert row.beside == "compared with: not reported"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"measure": "proportion"}, "neither"),
        ({"role": "test_accuracy"}, "how well a test tells"),
        ({"value": None}, "no value"),
        ({"value": Decimal(0)}, "no place"),
    ],
)
def test_why_a_finding_does_not_qualify(real_pack: Pack, changes: dict[str, Any], reason: str) -> None:
    assert reason in ratios.exclusion_reason(ratio(real_pack, **changes))


def test_a_shared_axis_that_is_too_short_is_refused(real_pack: Pack) -> None:
    with pytest.raises(ValueError, match="The axis ends at 4"):
        ratios.ratio_plot(real_pack, [real_pack.finding["surgical-planning-03"]], end=4)


def test_nothing_to_draw_is_said(real_pack: Pack) -> None:
    plot = ratios.ratio_plot(real_pack, [])
    assert ratios.alt_text(plot) == "There is no ratio to draw."
    assert ratios.table(plot).empty


@given(st.lists(st.decimals("0.01", "90", places=2), min_size=3, max_size=3).map(sorted))
def test_the_axis_holds_any_ratio_and_its_inverse(real_pack: Pack, numbers: list[Decimal]) -> None:
    low, value, high = numbers
    plot = ratios.ratio_plot(real_pack, [ratio(real_pack, low=low, value=value, high=high)])
    assert all(Decimal(1) / plot.end <= n <= plot.end for n in numbers)
    scale_ticks = [a.text for a in ratios.figure(plot).layout.annotations]
    assert "1" in scale_ticks
