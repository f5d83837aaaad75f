"""Scores on their scale: which findings qualify, where marks stand, and the smallest change noticed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest

from pathways.charts import score_changes
from pathways.charts.score_changes import ScoreScale, bracket_ends
from pathways.model import Finding, Instrument, Pack, Unit


@pytest.fixture(scope="module")
def scales(real_pack: Pack) -> tuple[ScoreScale, ...]:
    return score_changes.score_scales(real_pack, real_pack.findings)[0]


def scale_of(pack: Pack, *finding_ids: str) -> ScoreScale:
    (scale,), left_out = score_changes.score_scales(pack, [pack.finding[i] for i in finding_ids])
    assert not left_out
    return scale


def score(pack: Pack, **changes: Any) -> Finding:
    """A finding of average pain before and after, with the given changes."""
    return pack.finding["adhesiolysis-05"].model_copy(update=changes)


def drawn(figure: go.Figure, name: str) -> dict[str, float]:
    """The numbers of a trace of points, by finding id."""
    trace = next(trace for trace in figure.data if trace.name == name)
    return dict(zip(trace.customdata or (), trace.x or (), strict=True))


def arrows(figure: go.Figure) -> list[tuple[float, float]]:
    return [(a.ax, a.x) for a in figure.layout.annotations if a.showarrow]


def all_words(figure: go.Figure) -> str:
    return " ".join(" ".join(a.text.replace("<br>", " ").split()) for a in figure.layout.annotations)


def test_every_finding_is_drawn_or_left_out_with_a_reason(real_pack: Pack) -> None:
    scales, left_out = score_changes.score_scales(real_pack, real_pack.findings)
    ids = [row.told.finding.finding_id for scale in scales for row in scale.rows]
    ids += [left.finding.finding_id for left in left_out]
    assert sorted(ids) == sorted(real_pack.finding)
    assert all(left.reason.endswith(".") for left in left_out)


def test_each_scale_holds_one_unit(scales: tuple[ScoreScale, ...]) -> None:
    assert len(scales) >= 5
    for scale in scales:
        assert {row.told.finding.unit for row in scale.rows} == {scale.unit}


def test_scores_stand_on_the_full_scale_from_0(scales: tuple[ScoreScale, ...]) -> None:
    for scale in scales:
        low, high = score_changes.figure(scale).layout.xaxis.range
        if scale.of_changes:
            assert low == -high
        else:
            assert (low, high) == (0, float(scale.instrument.most))


def test_changes_of_one_unit_share_one_axis_around_0(scales: tuple[ScoreScale, ...]) -> None:
    for scale in scales:
        numbers = [n for r in scale.rows for n in (r.first, r.beside, r.low, r.high) if n is not None]
        assert all(scale.start <= number <= scale.end for number in numbers)


def test_every_mark_is_the_number_of_its_finding(scales: tuple[ScoreScale, ...]) -> None:
    for scale in scales:
        figure = score_changes.figure(scale)
        firsts = {**drawn(figure, "figure"), **drawn(figure, "figure, range not reported")}
        assert firsts == {r.told.finding.finding_id: float(r.told.finding.value or 0) for r in scale.rows}
        others = {**drawn(figure, "before"), **drawn(figure, "the other group")}
        assert others == {
            r.told.finding.finding_id: float(r.told.finding.comparator_value or 0)
            for r in scale.rows
            if r.kind != "difference"
        }


def test_a_start_and_an_end_are_joined_by_an_arrow(real_pack: Pack) -> None:
    scale = scale_of(real_pack, "normal-recovery-01")
    assert scale.rows[0].kind == "start_to_end"
    assert arrows(score_changes.figure(scale)) == [(64.0, 20.0)]


def test_two_groups_at_the_end_have_two_marks_and_no_arrow(real_pack: Pack) -> None:
    scale = scale_of(real_pack, "adhesiolysis-02")
    figure = score_changes.figure(scale)
    assert scale.rows[0].kind == "two_ends"
    assert arrows(figure) == []
    assert drawn(figure, "figure") == {"adhesiolysis-02": 26.4}
    assert drawn(figure, "the other group") == {"adhesiolysis-02": 41.8}
    assert "the start is not given as a figure" in all_words(figure)


def test_two_changes_are_arrows_from_no_change(real_pack: Pack) -> None:
    scale = scale_of(real_pack, "scs-implant-04")
    assert scale.rows[0].kind == "two_changes"
    assert arrows(score_changes.figure(scale)) == [(0.0, -10.6), (0.0, -9.3)]


def test_a_difference_has_one_mark_and_says_that_no_scores_are_given(real_pack: Pack) -> None:
    scale = scale_of(real_pack, "medication-03")
    figure = score_changes.figure(scale)
    assert scale.rows[0].kind == "difference"
    assert arrows(figure) == []
    assert not drawn(figure, "the other group")
    assert "start and end are not given as figures" in all_words(figure)


@pytest.mark.parametrize(
    ("unit", "ids"),
    [
        ("points_0_10", ["questionnaires-02"]),
        ("ODI_points", ["questionnaires-01", "questionnaires-19", "reassess-02"]),
    ],
)
def test_the_smallest_change_comes_from_the_findings(real_pack: Pack, unit: str, ids: list[str]) -> None:
    assert [f.finding_id for f in score_changes.smallest_changes(real_pack, unit)] == ids


def test_the_acceptable_score_is_no_smallest_change(real_pack: Pack) -> None:
    assert real_pack.finding["reassess-01"] not in score_changes.smallest_changes(real_pack, "ODI_points")


def test_brackets_are_as_wide_as_the_smallest_change(scales: tuple[ScoreScale, ...]) -> None:
    for scale in scales:
        trace = next(t for t in score_changes.figure(scale).data if t.name.startswith("smallest"))
        spans = [(trace.x[i], trace.x[i + 1]) for i in range(0, len(trace.x), 9)]
        expected = [
            bracket_ends(r, f.value) for r in scale.rows for f in scale.smallest if f.value is not None
        ]
        assert spans == [(float(start), float(end)) for start, end in expected]


def test_a_bracket_begins_where_the_change_begins(real_pack: Pack) -> None:
    two = Decimal(2)
    before_after = scale_of(real_pack, "adhesiolysis-05").rows[0]
    change = scale_of(real_pack, "scs-implant-04").rows[0]
    difference = scale_of(real_pack, "medication-03").rows[0]
    assert bracket_ends(before_after, two) == (Decimal("7.8"), Decimal("5.8"))
    assert bracket_ends(change, two) == (0, -2)
    assert bracket_ends(difference, two) == (-2, 2)


def test_an_unknown_smallest_change_is_said(real_pack: Pack) -> None:
    scale = scale_of(real_pack, "adhesiolysis-05")
    unknown = score_changes.ScoreScale(
        scale.unit, scale.instrument, scale.of_changes, scale.start, scale.end, (), scale.rows
    )
    assert score_changes.NOT_IN_THE_PACK in score_changes.alt_text(unknown)
    assert score_changes.NOT_IN_THE_PACK in all_words(score_changes.figure(unknown))


def test_the_smallest_change_is_said_with_the_people_it_was_found_in(real_pack: Pack) -> None:
    words = scale_of(real_pack, "adhesiolysis-02").smallest_words
    assert "10 points (Low back pain)" in words
    assert "10.23 points (197 people after 1-3 level revision lumbar fusion)" in words


def test_a_missing_range_is_said_everywhere(real_pack: Pack) -> None:
    scale = scale_of(real_pack, "adhesiolysis-05")
    assert "range not reported" in all_words(score_changes.figure(scale))
    assert "range not reported" in score_changes.alt_text(scale)
    assert list(score_changes.table(scale)["Range"]) == ["range not reported"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"measure": "proportion"}, "not an average"),
        ({"measure": "mean_difference", "unit": "SMD"}, "standard deviations"),
        ({"unit": "LEMS_points"}, "not a score of pain"),
        ({"value": None}, "no value"),
        ({"comparator_value": None}, "no start"),
        ({"value": Decimal(11)}, "beyond the ends"),
        ({"value": Decimal(-3)}, "mixed"),
    ],
)
def test_why_a_finding_does_not_qualify(real_pack: Pack, changes: dict[str, Any], reason: str) -> None:
    assert reason in score_changes.exclusion_reason(real_pack, score(real_pack, **changes))


def test_a_scale_that_begins_above_0_is_drawn_from_there(real_pack: Pack) -> None:
    short = Instrument(name="Mood, 1 (good) to 5 (poor)", least=Decimal(1), most=Decimal(5))
    info = real_pack.info.model_copy(update={"units": (Unit(id="mood", words="points", scale=short),)})
    pack = real_pack.model_copy(update={"info": info})
    told = {"unit": "mood", "value": Decimal(2), "comparator_value": Decimal(4), "low": None, "high": None}
    before_and_after = score(real_pack, **told)
    (scale,), left_out = score_changes.score_scales(pack, [before_and_after])
    assert not left_out
    assert (scale.start, scale.end, scale.title) == (1, 5, "Mood, 1 (good) to 5 (poor)")
    assert "beyond the ends" in score_changes.exclusion_reason(
        pack, before_and_after.model_copy(update={"value": Decimal("0.5")})
    )
    without = real_pack.model_copy(update={"info": info.model_copy(update={"units": ()})})
    assert "not a score of pain" in score_changes.exclusion_reason(without, before_and_after)


def test_table_and_alt_text_say_every_row(scales: tuple[ScoreScale, ...]) -> None:
    for scale in scales:
        table, said = score_changes.table(scale), score_changes.alt_text(scale)
        assert list(table["Finding"]) == [row.told.finding.finding_id for row in scale.rows]
        assert all(row.words in said for row in scale.rows)
        for row in scale.rows:
            assert f"{abs(row.first)}" in row.told.estimate
