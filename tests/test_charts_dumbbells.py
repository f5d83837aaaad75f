"""Figures that disagree on one line: each mark is a finding's own number, nothing is averaged or mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go
import pytest

from pathways import evidence
from pathways.charts import dumbbells
from pathways.charts.dumbbells import Dumbbell
from pathways.model import Finding, Pack


@pytest.fixture(scope="module")
def groups(real_pack: Pack) -> list[tuple[Finding, ...]]:
    return evidence.conflicts(real_pack, real_pack.findings)


@pytest.fixture(scope="module")
def lines(real_pack: Pack, groups: list[tuple[Finding, ...]]) -> tuple[Dumbbell, ...]:
    return dumbbells.dumbbells(real_pack, groups)


def percent(finding: Finding) -> float:
    """A share in percent, from its counts where the source gives them."""
    if finding.events is not None and finding.total:
        return float(Decimal(100 * finding.events) / finding.total)
    return float(finding.value or 0)


def marks(figure: go.Figure) -> dict[str, float]:
    """The numbers of all marks, by finding id."""
    traces = [trace for trace in figure.data if trace.name.startswith("value")]
    return {i: x for trace in traces for i, x in zip(trace.customdata, trace.x, strict=True)}


def numbers(figure: go.Figure) -> list[tuple[list[str], list[str]]]:
    """Finding ids with the words that stand at their marks."""
    (trace,) = [trace for trace in figure.data if trace.name == "numbers"]
    words = [re.sub("<[^>]*>", "", text).strip() for text in trace.text]
    return [(i.split(), w.split(" · ")) for i, w in zip(trace.customdata, words, strict=True)]


def test_every_mark_is_the_number_of_a_finding(real_pack: Pack, lines: Sequence[Dumbbell]) -> None:
    for figure in (dumbbells.figure(lines), dumbbells.wide_figure(lines)):
        drawn = marks(figure)
        assert drawn == {i: percent(real_pack.finding[i]) for i in drawn}
        assert set(drawn) == {side.told.id for line in lines for side in line.sides}


def test_every_number_at_a_mark_is_that_of_its_finding(real_pack: Pack, lines: Sequence[Dumbbell]) -> None:
    figure = dumbbells.wide_figure(lines)
    at_marks = [pair for ids, words in numbers(figure) for pair in zip(ids, words, strict=True)]
    assert len(at_marks) == sum(len(line.sides) for line in lines)
    for finding_id, words in at_marks:
        finding = real_pack.finding[finding_id]
        if finding.total and finding.total < 100 and finding.events is not None:
            how_many = {0: "none", finding.total: "all"}.get(finding.events, str(finding.events))
            assert words.startswith(f"{how_many} of {finding.total}")
        else:
            number, is_rare = int(words.split()[0]), "in 1,000" in words
            assert abs((number / 10 if is_rare else number) - percent(finding)) <= 0.5


def test_the_lines_stand_by_how_far_apart_their_marks_are(lines: Sequence[Dumbbell]) -> None:
    apart = [max(s.value for s in line.sides) - min(s.value for s in line.sides) for line in lines]
    assert apart == sorted(apart, reverse=True)
    assert apart[0] > apart[-1]


def test_a_line_holds_figures_of_one_group_and_one_kind(
    lines: Sequence[Dumbbell], groups: list[tuple[Finding, ...]]
) -> None:
    group_of = {f.finding_id: number for number, group in enumerate(groups) for f in group}
    for line in lines:
        findings = [side.told.finding for side in line.sides]
        assert len(findings) > 1
        assert len({group_of[f.finding_id] for f in findings}) == 1
        assert len({(f.role, f.measure, f.outcome_group, f.counted) for f in findings}) == 1


def test_a_benefit_and_a_harm_of_one_group_never_share_a_line(
    real_pack: Pack, groups: list[tuple[Finding, ...]]
) -> None:
    mixed = [group for group in groups if {"benefit", "harm"} <= {finding.role for finding in group}]
    drawn = dumbbells.dumbbells(real_pack, mixed)
    assert drawn
    assert all(len({side.told.finding.role for side in line.sides}) == 1 for line in drawn)


def test_why_they_may_differ_stands_beside_each_line(real_pack: Pack, lines: Sequence[Dumbbell]) -> None:
    for line in lines:
        findings = [side.told.finding for side in line.sides]
        whole = evidence.why_they_may_differ(real_pack, findings)
        assert ("the groups studied" in whole) == ("group" in line.why)
        assert ("who paid" in whole) == ("payer" in line.why)


def test_figures_that_are_alike_say_that_the_reason_is_not_known(real_pack: Pack) -> None:
    finding = real_pack.finding["persistent-pain-01"]
    assert evidence.why_in_short(real_pack, [finding, finding]) == "Why they differ is not known"


def test_words_and_table_hold_every_figure(lines: Sequence[Dumbbell]) -> None:
    said, table = dumbbells.alt_text(lines), dumbbells.table(lines)
    told = [side.told for line in lines for side in line.sides]
    assert all(one.outcome in said and one.estimate in said for one in told)
    assert list(table["Finding"]) == [one.id for one in told]
    assert list(table["Figure"]) == [one.estimate for one in told]


def test_numbers_of_close_marks_stand_in_one_place(real_pack: Pack) -> None:
    base = real_pack.finding["persistent-pain-01"]
    changes = {"low": None, "high": None, "bounds": "", "events": None, "total": None}
    values = {"a": Decimal(40), "b": Decimal(42), "c": Decimal(80)}
    group = [base.model_copy(update={**changes, "finding_id": i, "value": v}) for i, v in values.items()]
    figure = dumbbells.wide_figure(dumbbells.dumbbells(real_pack, [group]))
    assert numbers(figure) == [(["a", "b"], ["40", "42"]), (["c"], ["80"])]


def test_nothing_that_shares_a_scale_is_said(real_pack: Pack) -> None:
    alone = [real_pack.finding["persistent-pain-01"]]
    assert dumbbells.dumbbells(real_pack, [alone]) == ()
    assert dumbbells.alt_text(()) == "There are no figures that disagree and share a scale."
    assert dumbbells.table(()).empty
