"""The range plot: its points are the findings' numbers, missing ranges are said, nothing else is mixed in."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.charts import intervals
from pathways.model import Finding, Pack


def share(finding: Finding, **changes: Any) -> Finding:
    """A finding about people in percent, with the given changes."""
    plain = {
        "measure": "proportion",
        "unit": "percent",
        "value": Decimal(20),
        "low": None,
        "high": None,
        "bounds": "",
        "events": None,
        "total": None,
        "comparator": "",
        "comparator_value": None,
    }
    return finding.model_copy(update={**plain, **changes})


def percent_of(value: Decimal | None, events: int | None, total: int | None) -> float:
    """A share in percent, from its counts where the source gives them: it may have rounded the other."""
    if events is not None and total:
        return float(Decimal(100 * events) / total)
    return float(value or 0)


def drawn(figure: go.Figure, name: str) -> dict[str, float]:
    """The numbers of a trace of points, by finding id."""
    trace = next(trace for trace in figure.data if trace.name == name)
    return dict(zip(trace.customdata or (), trace.x or (), strict=True))


def all_words(figure: go.Figure) -> str:
    return " ".join(" ".join(a.text.replace("<br>", " ").split()) for a in figure.layout.annotations)


@pytest.fixture(scope="module")
def plot(real_pack: Pack) -> intervals.IntervalPlot:
    return intervals.interval_plot(real_pack, real_pack.findings)


def test_every_finding_is_either_drawn_or_left_out_with_a_reason(
    real_pack: Pack, plot: intervals.IntervalPlot
) -> None:
    ids = [row.told.finding.finding_id for row in plot.rows] + [
        left.finding.finding_id for left in plot.left_out
    ]
    assert sorted(ids) == sorted(real_pack.finding)
    assert all(left.reason.endswith(".") for left in plot.left_out)


def test_every_point_is_the_number_of_its_finding(plot: intervals.IntervalPlot) -> None:
    figure = intervals.figure(plot)
    points = {**drawn(figure, "value"), **drawn(figure, "value, range not reported")}
    found = [row.told.finding for row in plot.rows if row.told.finding.value is not None]
    assert points == {f.finding_id: percent_of(f.value, f.events, f.total) for f in found}


def test_every_line_reaches_from_the_low_to_the_high_bound(plot: intervals.IntervalPlot) -> None:
    figure = intervals.figure(plot)
    trace = next(trace for trace in figure.data if trace.name == "range")
    known = [row.told.finding for row in plot.rows if row.has_range]
    expected = [x for f in known for x in (float(f.low), float(f.high), None)]  # type: ignore[operator]
    assert list(trace.x) == expected
    assert known


def test_every_comparator_is_drawn_on_the_same_axis(plot: intervals.IntervalPlot) -> None:
    beside = drawn(intervals.figure(plot), "compared with")
    compared = [row.told.finding for row in plot.rows if row.told.finding.comparator_value is not None]
    assert beside == {
        f.finding_id: percent_of(f.comparator_value, f.comparator_events, f.comparator_total)
        for f in compared
    }
    assert beside


def test_hollow_points_are_exactly_those_whose_range_was_not_reported(plot: intervals.IntervalPlot) -> None:
    hollow = drawn(intervals.figure(plot), "value, range not reported")
    assert set(hollow) == {
        r.told.finding.finding_id for r in plot.rows if r.told.interval == "range not reported"
    }
    assert hollow


def test_a_missing_range_is_said_in_picture_words_and_table(real_pack: Pack) -> None:
    plot = intervals.interval_plot(real_pack, [real_pack.finding["persistent-pain-02"]])
    assert "range not reported" in all_words(intervals.figure(plot))
    assert "range not reported" in intervals.alt_text(plot)
    assert list(intervals.table(plot)["Range"]) == ["range not reported"]


def test_a_range_without_a_value_has_no_point(real_pack: Pack) -> None:
    plot = intervals.interval_plot(real_pack, [real_pack.finding["persistent-pain-03"]])
    figure = intervals.figure(plot)
    assert not drawn(figure, "value")
    assert not drawn(figure, "value, range not reported")
    assert "10 to 40 in 100 (10 to 40%); the source gives only a range" in intervals.alt_text(plot)
    assert list(intervals.table(plot)["Figure"]) == ["10 to 40 in 100 (10 to 40%)"]


def test_the_axis_starts_at_0_and_holds_every_number(plot: intervals.IntervalPlot) -> None:
    low, high = intervals.figure(plot).layout.xaxis.range
    numbers = [n for row in plot.rows for n in (row.value, row.low, row.high, row.beside) if n is not None]
    assert low == 0
    assert high == float(plot.end) >= float(max(numbers))


def test_only_shares_stand_on_the_axis(plot: intervals.IntervalPlot) -> None:
    assert {row.told.finding.unit for row in plot.rows} == {"percent"}
    assert {row.told.finding.measure for row in plot.rows} <= {
        "proportion",
        "sensitivity",
        "specificity",
        "range",
    }


def test_a_range_of_a_fall_in_a_score_is_no_share_of_people(real_pack: Pack) -> None:
    assert intervals.exclusion_reason(real_pack.finding["sacroiliac-fusion-06"])
    assert not intervals.exclusion_reason(real_pack.finding["surgical-planning-01"])


def test_a_rare_share_leaves_the_axis_and_the_other_rows_in_100(real_pack: Pack) -> None:
    rare, common = real_pack.finding["hospital-stay-03"], real_pack.finding["hospital-stay-04"]
    both = intervals.interval_plot(real_pack, [rare, common])
    said = [row.told.estimate for row in both.rows]
    assert ["in 1,000" in words for words in said] == [True, False]
    assert "in 100." in intervals.alt_text(both)


def test_an_axis_shared_with_another_picture_is_kept(real_pack: Pack) -> None:
    findings = [real_pack.finding["infection-01"]]
    assert intervals.interval_plot(real_pack, findings).end == 5
    assert intervals.interval_plot(real_pack, findings, end=Decimal(100)).end == 100
    with pytest.raises(ValueError, match="The axis ends at 1"):
        intervals.interval_plot(real_pack, findings, end=Decimal(1))


def test_an_axis_that_ends_before_all_says_so(real_pack: Pack) -> None:
    plot = intervals.interval_plot(real_pack, [real_pack.finding["infection-01"]])
    assert "this axis ends at 5" in all_words(intervals.figure(plot))


def test_groups_follow_the_time_with_the_unknown_last(real_pack: Pack) -> None:
    shares = [f for f in real_pack.findings if not intervals.exclusion_reason(f)]
    plot = intervals.interval_plot_by_time(real_pack, shares)
    times = [group.rows[0].told.finding.follow_up_months for group in plot.groups]
    known = [time for time in times if time is not None]
    assert times == [*sorted(known), None]
    assert [group.heading for group in plot.groups][-1] == "No single time given"
    assert sorted(r.told.finding.finding_id for r in plot.rows) == sorted(f.finding_id for f in shares)


def test_each_group_holds_one_time_and_the_given_order(real_pack: Pack) -> None:
    plot = intervals.interval_plot_by_time(real_pack, real_pack.findings)
    place = {finding_id: position for position, finding_id in enumerate(real_pack.finding)}
    for group in plot.groups:
        assert len({row.told.finding.follow_up_months for row in group.rows}) == 1
        positions = [place[row.told.finding.finding_id] for row in group.rows]
        assert positions == sorted(positions)


def test_rows_that_are_not_alike_are_flagged(real_pack: Pack) -> None:
    one, other = real_pack.finding["persistent-pain-01"], real_pack.finding["persistent-pain-02"]
    plot = intervals.interval_plot(real_pack, [one, other])
    assert "the groups studied" in plot.heterogeneity
    assert plot.heterogeneity in all_words(intervals.figure(plot))
    assert plot.heterogeneity in intervals.alt_text(plot)


def test_rows_that_are_alike_are_not_flagged(real_pack: Pack) -> None:
    finding = real_pack.finding["persistent-pain-01"]
    assert not intervals.interval_plot(real_pack, [finding, finding]).heterogeneity


def test_table_words_are_those_of_the_reading_of_the_finding(
    plot: intervals.IntervalPlot, real_pack: Pack
) -> None:
    table = intervals.table(plot).set_index("Finding")
    for row in plot.rows:
        cells = table.loc[row.told.id]
        told = evidence.reading(real_pack, row.told.finding)
        said = (told.estimate, told.complement, told.interval)
        assert (cells["Figure"], cells["Both sides"], cells["Range"]) == said


def test_alt_text_says_every_row(plot: intervals.IntervalPlot) -> None:
    said = intervals.alt_text(plot)
    assert all(row.label in said and row.group in said for row in plot.rows)


def test_nothing_to_draw_is_said(real_pack: Pack) -> None:
    plot = intervals.interval_plot(real_pack, [])
    assert intervals.alt_text(plot) == "There is no share to draw."
    assert intervals.table(plot).empty
    assert intervals.figure(plot).layout.height > 0


def at_marks(figure: go.Figure, name: str = "numbers") -> dict[str, str]:
    """The words at the marks, by finding id."""
    trace = next(trace for trace in figure.data if trace.name == name)
    words = [re.sub("<[^>]*>", "", text).strip() for text in trace.text]
    return dict(zip(trace.customdata, words, strict=True))


def test_both_widths_draw_the_same_numbers(plot: intervals.IntervalPlot) -> None:
    narrow, wide = intervals.figure(plot), intervals.wide_figure(plot)
    for name in ("value", "value, range not reported", "compared with"):
        assert drawn(narrow, name) == drawn(wide, name)
    assert at_marks(narrow) == at_marks(wide)


def said_at(words: str) -> tuple[float, str]:
    """The share in percent that words at a mark say, and the people that they say it in."""
    number = words.partition(" (")[0].rpartition(", ")[2]
    if number.startswith(("none of", "all of")):
        return (100.0 if number.startswith("all") else 0.0), number
    people = re.findall(r"[0-9]+", number)[0]
    is_rare = number.endswith(" in 1,000")
    return int(people) / (10 if is_rare else 1), f"{people} in {'1,000' if is_rare else '100'}"


@pytest.mark.parametrize("trace", ["numbers", "numbers beside"])
def test_mark_number_and_table_say_one_thing(plot: intervals.IntervalPlot, trace: str) -> None:
    is_own = trace == "numbers"
    figure, table = intervals.wide_figure(plot), intervals.table(plot).set_index("Finding")
    values = {**drawn(figure, "value"), **drawn(figure, "value, range not reported")}
    marks = values if is_own else drawn(figure, "compared with")
    cells = table["Figure" if is_own else "Compared with"]
    said = at_marks(figure, trace)
    assert len(marks) > 50
    for finding_id, mark in marks.items():
        words = said[finding_id] if is_own else said[finding_id].rpartition(", ")[0] or said[finding_id]
        percent, people = said_at(words)
        assert abs(percent - mark) <= (1 if "than" in words else 0.5), (finding_id, words, mark)
        assert people in cells[finding_id], (finding_id, people, cells[finding_id])


def test_a_group_of_fewer_than_100_is_said_as_counted_at_its_mark(plot: intervals.IntervalPlot) -> None:
    said = at_marks(intervals.wide_figure(plot))
    few = [f for f in (row.told.finding for row in plot.rows) if f.total and f.total < 100 and f.events]
    assert len(few) > 50
    for finding in few:
        counts = "all of" if finding.events == finding.total else f"{finding.events} of"
        assert said[finding.finding_id].startswith(f"{counts} {finding.total}")


def test_a_mark_stands_within_its_range(plot: intervals.IntervalPlot) -> None:
    for row in plot.rows:
        assert row.value is None or row.low is None or row.low <= row.value
        assert row.value is None or row.high is None or row.value <= row.high


def test_a_range_is_said_at_its_mark_and_a_missing_one_is_not_made_up(plot: intervals.IntervalPlot) -> None:
    said = at_marks(intervals.wide_figure(plot))
    assert said["persistent-pain-01"] == "21 (20 to 22)"
    assert said["persistent-pain-02"] == "59"
    assert said["persistent-pain-03"] == "10 to 40"
    without = [row.told.id for row in plot.rows if not row.has_range]
    assert not any("(" in said[finding_id] for finding_id in without)


def test_a_range_that_is_no_doubt_of_the_study_names_its_kind(real_pack: Pack) -> None:
    arm = share(real_pack.findings[0], low=Decimal(10), high=Decimal(40), bounds="range")
    said = at_marks(intervals.wide_figure(intervals.interval_plot(real_pack, [arm])))
    assert said == {arm.finding_id: "20 (10 to 40, range)"}


def test_a_rare_share_keeps_its_words_at_the_mark(real_pack: Pack) -> None:
    ids = ("hospital-stay-03", "hospital-stay-04")
    plot = intervals.interval_plot(real_pack, [real_pack.finding[i] for i in ids])
    said = at_marks(intervals.wide_figure(plot))
    assert ["in 1,000" in said[i] for i in ids] == [True, False]


def test_the_other_group_is_named_at_its_mark(plot: intervals.IntervalPlot) -> None:
    said = at_marks(intervals.wide_figure(plot), "numbers beside")
    assert set(said) == set(drawn(intervals.figure(plot), "compared with"))
    assert not any(words.endswith(", …") for words in said.values())
    assert sum(", " in words for words in said.values()) > 50


def test_20_shares_take_at_most_1100_pixels(real_pack: Pack) -> None:
    direct = evidence.most_direct_first(real_pack, real_pack.findings)
    shares = [f for f in direct if f.role in intervals.ROLES_THAT_COUNT and not intervals.exclusion_reason(f)]
    assert len(shares) > 60
    for first in range(0, 60, 20):
        plot = intervals.interval_plot(real_pack, shares[first : first + 20], end=Decimal(100))
        assert intervals.wide_figure(plot).layout.height <= 1100


def test_a_row_is_48_to_56_pixels_high(plot: intervals.IntervalPlot) -> None:
    heights = {row.height for row in intervals._wide_rows(plot)}
    assert heights <= {48, 56}


def test_what_is_shortened_is_whole_under_the_pointer_and_in_the_table(plot: intervals.IntervalPlot) -> None:
    figure, table = intervals.wide_figure(plot), intervals.table(plot)
    labels = [a for a in figure.layout.annotations if a.hovertext]
    assert len(labels) == len(plot.rows)
    assert any("…" in label.text for label in labels)
    for row, label, group in zip(plot.rows, labels, table["Group"], strict=True):
        told = html.unescape(label.hovertext.replace("<br>", " "))
        assert row.told.population in told
        assert row.told.population == group
        assert label.text.replace("<br>", " ").count("…") <= 1
        assert not row.told.time_in_short or row.told.time_in_short in label.text


def test_the_key_says_what_a_range_is_with_the_numbers_of_the_first(real_pack: Pack) -> None:
    plot = intervals.interval_plot(real_pack, [real_pack.finding["persistent-pain-01"]])
    for figure in (intervals.figure(plot), intervals.wide_figure(plot)):
        words = all_words(figure).replace("\N{NO-BREAK SPACE}", " ")
        assert "the study cannot tell: between 20 and 22" in words


@given(
    st.lists(st.decimals(0, 100, places=2), min_size=3, max_size=3).map(sorted),
    st.booleans(),
)
def test_any_share_is_drawn_where_it_stands(real_pack: Pack, numbers: list[Decimal], ranged: bool) -> None:
    low, value, high = numbers
    bounds = {"low": low, "high": high, "bounds": "ci95"} if ranged else {}
    finding = share(real_pack.findings[0], value=value, **bounds)
    plot = intervals.interval_plot(real_pack, [finding])
    figure = intervals.figure(plot)
    assert drawn(figure, "value" if ranged else "value, range not reported") == {
        finding.finding_id: float(value)
    }
    assert figure.layout.xaxis.range[0] == 0
    assert figure.layout.xaxis.range[1] >= max(numbers if ranged else [value])
    assert ("range not reported" in intervals.alt_text(plot)) is not ranged
