"""How findings are worded: tables of examples, and what holds for every row of the real pack."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.evidence import Reading, tables
from pathways.evidence.reading import reading_of
from pathways.loading import load_pack
from pathways.model import Finding, Pack, Source
from pathways.model.units import UNIT_LABELS
from tests.conftest import REAL_PACK

CUPS = Source(
    source_id="cup_register",
    authors="Cup B",
    year=2003,
    title="The register of cups",
    journal="Journal of Cups",
    doi="",
    pmid="",
    pmcid="",
    link="",
    design="registry",
    n=1200,
    country="",
    funding="industry",
    read="full",
    incomplete=(),
)
PLAIN = Finding(
    finding_id="tea-09",
    nodes=("tea",),
    role="benefit",
    outcome="Thirst gone",
    plain="Some people were not thirsty.",
    statement="Relief.",
    population="Tea drinkers",
    directness="tea_drinkers",
    comparator="",
    follow_up_months=None,
    measure="proportion",
    value=None,
    low=None,
    high=None,
    bounds="",
    unit="percent",
    events=None,
    total=None,
    comparator_value=None,
    comparator_events=None,
    comparator_total=None,
    source_id="kettle_book",
    second_hand="",
    checked="yes",
    caution="",
    conflicts_with=(),
)
REAL = load_pack(REAL_PACK)
NUMBERS = ("value", "low", "high", "comparator_value", "follow_up_months")


def read(row: Finding) -> Reading:
    return reading_of(row, CUPS, unit=REAL.unit_words(row.unit))


def finding(**changes: Any) -> Finding:
    """A finding that is like ``PLAIN`` but for these changes; figures are written as text."""
    figures = {name: Decimal(changes[name]) for name in NUMBERS if changes.get(name) is not None}
    return PLAIN.model_copy(update={**changes, **figures})


def measured(measure: str, unit: str, value: str | None, *ends: str | None, bounds: str = "") -> Finding:
    low, high = ends or (None, None)
    return finding(measure=measure, unit=unit, value=value, low=low, high=high, bounds=bounds)


ODI = "points of 100 on the disability score (ODI)"
SILENT = "range not reported"
ONLY = "the source gives only a range"
ROWS = [
    (
        measured("mean_difference", "points_0_10", "-0.6"),
        "difference −0.6 points of 10 (0 means no difference)",
        SILENT,
    ),
    (
        measured("mean_difference", "points", "-15.79", "-32.09", "0.51", bounds="ci95"),
        "difference −15.79 points (0 means no difference)",
        "95% confidence interval −32.09 to 0.51 points",
    ),
    (measured("odds_ratio", "ratio", "2.26"), "odds ratio 2.26 (1 means no difference)", SILENT),
    (measured("risk_ratio", "ratio", "1.28"), "risk ratio 1.28 (1 means no difference)", SILENT),
    (measured("mean", "weeks", "18.6"), "average 18.6 weeks", SILENT),
    (measured("median", "weeks", "10"), "middle value 10 weeks", SILENT),
    (measured("median", "days", "90"), "middle value 90 days", SILENT),
    (
        measured("mean_difference", "percentage_points", "28.4", "12.8", "43.9", bounds="ci95"),
        "about 28 more in 100 (28.4 percentage points)",
        "95% confidence interval 12.8 to 43.9 percentage points",
    ),
    (measured("proportion", "percent", "59"), "59 in 100 (59%)", SILENT),
    (measured("proportion", "percent", "20.8"), "about 21 in 100 (20.8%)", SILENT),
    (
        measured("proportion", "percent", "8.7", "6.1", "12.5", bounds="ci95"),
        "about 9 in 100 (8.7%)",
        "95% confidence interval 6.1 to 12.5% (6 to 13 in 100)",
    ),
    (measured("sensitivity", "percent", "80"), "sensitivity 80 in 100 (80%)", SILENT),
    (
        measured("sensitivity", "percent", "93.5", "84.0", "97.6", bounds="ci95"),
        "sensitivity about 94 in 100 (93.5%)",
        "95% confidence interval 84.0 to 97.6% (84 to 98 in 100)",
    ),
    (measured("specificity", "percent", "66.8"), "specificity about 67 in 100 (66.8%)", SILENT),
    (
        measured("specificity", "percent", "22.0", "7.4", "49.9", bounds="ci95"),
        "specificity 22 in 100 (22.0%)",
        "95% confidence interval 7.4 to 49.9% (7 to 50 in 100)",
    ),
    (
        measured("specificity", "percent", "50.0", "16.8", "83.2", bounds="cri95"),
        "specificity 50 in 100 (50.0%)",
        "95% credible interval 16.8 to 83.2% (17 to 83 in 100)",
    ),
    (measured("mean", "LEMS_points", "46.12"), "average 46.12 points of leg strength (LEMS)", SILENT),
    (measured("mean", "ODI_points", "-10.6"), f"average change −10.6 {ODI}", SILENT),
    (
        measured("mean", "ODI_points", "26.4", "15.6", "37.2", bounds="sd"),
        f"average 26.4 {ODI}",
        f"one standard deviation either side, 15.6 to 37.2 {ODI}",
    ),
    (measured("mean", "SRS-22_points", "3.2"), "average 3.2 points on the SRS-22 questionnaire", SILENT),
    (
        measured("mean", "USD_per_QALY", "118945"),
        "average 118,945 US dollars for a year in good health (QALY)",
        SILENT,
    ),
    (measured("mean", "mL", "2033"), "average 2,033 mL", SILENT),
    (measured("mean", "months", "22"), "average 22 months", SILENT),
    (
        measured("mean", "months", "43", "2.3", "162", bounds="range"),
        "average 43 months",
        "range 2.3 to 162 months",
    ),
    (measured("mean", "percent_lower", "75"), "average 75 percent lower", SILENT),
    (measured("mean", "points_0_10", "3.28"), "average 3.28 points of 10", SILENT),
    (measured("mean", "points_0_100", "22.8"), "average 22.8 points of 100", SILENT),
    (
        measured("mean", "points_0_100", "20", "16", "24", bounds="ci95"),
        "average 20 points of 100",
        "95% confidence interval 16 to 24 points of 100",
    ),
    (
        measured("mean_difference", "GBP", "5383", "4872", "5916", bounds="ci95"),
        "difference 5,383 pounds (0 means no difference)",
        "95% confidence interval 4,872 to 5,916 pounds",
    ),
    (
        measured("mean_difference", "SMD", "-0.41", "-0.71", "-0.1", bounds="ci95"),
        "difference −0.41 standard deviations (0 means no difference)",
        "95% confidence interval −0.71 to −0.1 standard deviations",
    ),
    (
        measured("mean_difference", "days", "-1.55", "-1.83", "-1.27", bounds="ci95"),
        "difference −1.55 days (0 means no difference)",
        "95% confidence interval −1.83 to −1.27 days",
    ),
    (
        measured("mean_difference", "mL", "-291.46", "-366.66", "-216.47", bounds="ci95"),
        "difference −291.46 mL (0 means no difference)",
        "95% confidence interval −366.66 to −216.47 mL",
    ),
    (
        measured("mean_difference", "percentage_points", "2.31"),
        "about 2 more in 100 (2.31 percentage points)",
        SILENT,
    ),
    (
        measured("mean_difference", "points_0_10", "-0.01", "-0.22", "0.2"),
        "difference −0.01 points of 10 (0 means no difference)",
        "−0.22 to 0.2 points of 10 (kind of range not reported)",
    ),
    (
        measured("mean_difference", "points_0_10", "0.5", "-0.2", "1.2", bounds="ci95"),
        "difference 0.5 points of 10 (0 means no difference)",
        "95% confidence interval −0.2 to 1.2 points of 10",
    ),
    (
        measured("mean_difference", "points_0_100", "38.3"),
        "difference 38.3 points of 100 (0 means no difference)",
        SILENT,
    ),
    (
        measured("mean_difference", "points_0_100", "-4", "-8.2", "0.2"),
        "difference −4 points of 100 (0 means no difference)",
        "−8.2 to 0.2 points of 100 (kind of range not reported)",
    ),
    (
        measured("mean_difference", "points_0_100", "-5.3", "-7.31", "-3.3", bounds="ci95"),
        "difference −5.3 points of 100 (0 means no difference)",
        "95% confidence interval −7.31 to −3.3 points of 100",
    ),
    (
        measured("mean_difference", "points_0_5", "1.06", "0.68", "1.45", bounds="ci95"),
        "difference 1.06 points of 5 (0 means no difference)",
        "95% confidence interval 0.68 to 1.45 points of 5",
    ),
    (
        measured("median", "ODI_points", "-20", "-30", "-7", bounds="iqr"),
        f"middle value of the changes −20 {ODI}",
        f"middle half of people −30 to −7 {ODI}",
    ),
    (
        measured("median", "hours", "11.3", "6.8", "14.3", bounds="iqr"),
        "middle value 11.3 hours",
        "middle half of people 6.8 to 14.3 hours",
    ),
    (measured("median", "milliseconds", "671"), "middle value 671 milliseconds", SILENT),
    (
        measured("median", "months", "4", "3", "5", bounds="iqr"),
        "middle value 4 months",
        "middle half of people 3 to 5 months",
    ),
    (
        measured("odds_ratio", "ratio", "2.73", "1.14", "6.96"),
        "odds ratio 2.73 (1 means no difference)",
        "1.14 to 6.96 (kind of range not reported)",
    ),
    (
        measured("odds_ratio", "ratio", "2.40", "1.79", "3.22", bounds="ci95"),
        "odds ratio 2.40 (1 means no difference)",
        "95% confidence interval 1.79 to 3.22",
    ),
    (
        measured("risk_ratio", "ratio", "0.61", "0.52", "0.72", bounds="ci95"),
        "risk ratio 0.61 (1 means no difference)",
        "95% confidence interval 0.52 to 0.72",
    ),
    (measured("duration", "days", "3"), "time 3 days", SILENT),
    (measured("duration", "hours", "4"), "time 4 hours", SILENT),
    (measured("duration", "months", "12"), "time 12 months", SILENT),
    (measured("proportion", "percent_per_year", "7.9"), "about 8 in 100 a year (7.9% a year)", SILENT),
    (measured("range", "days", None, None, "28", bounds="range"), "up to 28 days", ONLY),
    (
        measured("range", "percent", None, "10", "40", bounds="range"),
        "10 to 40 in 100 (10 to 40%)",
        ONLY,
    ),
    (
        measured("range", "percent_lower", None, "13", "68", bounds="range"),
        "lower by 13 to 68 percent",
        ONLY,
    ),
    (measured("range", "weeks", None, "6", "8", bounds="range"), "6 to 8 weeks", ONLY),
    (
        measured("sensitivity", "percent", None, "19", "43", bounds="range"),
        "sensitivity 19 to 43 in 100 (19 to 43%)",
        ONLY,
    ),
    (measured("text", "", None), "", ""),
    (measured("text", "correlation_r", "0.78"), "correlation 0.78", SILENT),
    (measured("threshold", "MME_per_day", "35"), "limit: 35 mg morphine equivalents a day", ""),
    (measured("threshold", "ODI_points", "22"), f"limit: 22 {ODI}", ""),
    (measured("threshold", "USD", "25000"), "limit: 25,000 US dollars", ""),
    (measured("threshold", "days", "14"), "limit: 14 days", ""),
    (measured("threshold", "hours", "2"), "limit: 2 hours", ""),
    (measured("threshold", "ml", "200"), "limit: 200 mL", ""),
    (measured("threshold", "months", "6"), "limit: 6 months", ""),
    (measured("threshold", "percent", "7.5"), "limit: 7.5 percent", ""),
    (measured("threshold", "points_0_10", "2"), "limit: 2 points of 10", ""),
    (measured("threshold", "weeks", "3"), "limit: 3 weeks", ""),
]


def shape(row: Finding) -> tuple[str, str, str, bool, bool, bool]:
    """What decides how a figure is worded: its measure, unit and kind of range, and what is blank."""
    known = (number is not None for number in (row.value, row.low, row.high))
    return (row.measure, row.unit, row.bounds, *known)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("row", "figure", "spread"), ROWS, ids=[" ".join(filter(None, shape(row)[:3])) for row, _, _ in ROWS]
)
def test_a_figure_and_its_range_are_worded(row: Finding, figure: str, spread: str) -> None:
    assert read(row).estimate == figure
    assert read(row).interval == spread


@pytest.mark.parametrize("role", ["criterion", "timing"])
def test_a_duration_that_is_a_rule_is_a_limit_and_has_no_range(role: str) -> None:
    row = finding(role=role, measure="duration", unit="hours", value="4")
    assert read(row).estimate == "limit: 4 hours"
    assert read(row).interval == ""


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ("2.31", "about 2 more in 100 (2.31 percentage points)"),
        ("-2.31", "about 2 fewer in 100 (2.31 percentage points)"),
        ("5", "5 more in 100 (5 percentage points)"),
        ("-0.3", "fewer than 1 fewer in 100 (0.3 percentage points)"),
    ],
)
def test_percentage_points_are_more_or_fewer_people(points: str, words: str) -> None:
    assert read(measured("mean_difference", "percentage_points", points)).estimate == words


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        ("7.9", "about 8 in 100 a year (7.9% a year)"),
        ("0.46", "about 5 in 1,000 a year (fewer than 1 in 100; 0.46% a year)"),
    ],
)
def test_a_rate_a_year_is_said_as_people_a_year(rate: str, words: str) -> None:
    assert read(measured("proportion", "percent_per_year", rate)).estimate == words


def test_a_ratio_that_is_only_a_range_says_what_it_is() -> None:
    row = measured("odds_ratio", "ratio", None, "1.1", "2.4", bounds="range")
    assert read(row).estimate == "odds ratio 1.1 to 2.4 (1 means no difference)"


def test_every_shape_of_figure_in_the_real_pack_is_among_the_examples(real_pack: Pack) -> None:
    shown = {shape(row) for row, _, _ in ROWS}
    assert {shape(row) for row in real_pack.findings} <= shown


def test_every_unit_of_the_real_pack_has_words(real_pack: Pack) -> None:
    units = {row.unit for row in real_pack.findings}
    assert units <= {*real_pack.unit, *UNIT_LABELS, "points_0_5"}
    assert not {real_pack.unit_words(unit) for unit in units} & (units - UNIT_LABELS.keys())


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        ("0", "0 in 100"),
        ("0.011", "fewer than 1 in 1,000"),
        ("0.2", "2 in 1,000 (fewer than 1 in 100)"),
        ("0.46", "about 5 in 1,000 (fewer than 1 in 100)"),
        ("1", "1 in 100"),
        ("1.5", "about 2 in 100"),
        ("12.5", "about 13 in 100"),
        ("12.49", "about 12 in 100"),
        ("48.0", "48 in 100"),
        ("99.7", "more than 99 in 100"),
        ("100", "100 in 100"),
    ],
)
def test_a_percentage_is_said_as_people(percent: str, words: str) -> None:
    assert evidence.in_people(Decimal(percent)) == words


@pytest.mark.parametrize(("total", "words"), [(99, "fewer than 1 in 100"), (100, "4 in 1,000")])
def test_a_sample_of_fewer_than_100_is_never_said_in_1000(total: int, words: str) -> None:
    assert evidence.in_people(Decimal("0.4"), total).startswith(words)
    row = finding(value="0.4", total=total)
    assert ("in 1,000" in read(row).estimate) == ("in 1,000" in read(row).complement) == (total == 100)


SIDE = r"(about |fewer than |more than )?([\d,]+) in ([\d,]+)"
percentages = st.decimals(0, 100, places=3)


@given(percentages)
def test_people_are_none_only_if_the_share_is_nought(percent: Decimal) -> None:
    says_none = bool(re.search(r"\b0 in\b", evidence.in_people(percent)))
    assert says_none == (percent == 0)


@given(percentages)
def test_1000_is_said_only_of_a_share_below_1_in_100(percent: Decimal) -> None:
    assert ("in 1,000" in evidence.in_people(percent)) == (0 < percent < 1)


@given(percentages, st.sampled_from([100, 1000]))
def test_people_are_right_to_within_half_a_person(percent: Decimal, per: int) -> None:
    words = evidence.people_in(percent, per)
    about, number = re.fullmatch(SIDE, words).groups()[:2]  # type: ignore[union-attr]
    exact, said = percent * per / 100, int(number.replace(",", ""))
    match about:
        case "fewer than ":
            assert 0 < exact < said == 1
        case "more than ":
            assert per - 1 == said < exact < per
        case "about ":
            assert 0 < abs(exact - said) <= Decimal("0.5")
        case _:
            assert exact == said


@given(percentages)
def test_both_sides_add_up_to_everyone(percent: Decimal) -> None:
    words = read(measured("proportion", "percent", str(percent))).complement
    sides = re.fullmatch(f"{SIDE} yes, {SIDE} no", words)
    assert sides, words
    yes, yes_of, no, no_of = (int(sides[group].replace(",", "")) for group in (2, 3, 5, 6))
    assert yes_of == no_of == (1000 if 0 < percent < 1 or 99 < percent < 100 else 100)
    assert yes + no == yes_of
    assert {sides[1], sides[4]} in ({None}, {"about "}, {"fewer than ", "more than "})


@given(percentages)
def test_a_side_is_empty_only_if_nobody_stands_on_it(percent: Decimal) -> None:
    words = read(measured("proportion", "percent", str(percent))).complement
    assert bool(re.search(r"\b0 in", words)) == (percent in (0, 100))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (measured("proportion", "percent", "20.8"), "about 21 in 100 yes, about 79 in 100 no"),
        (measured("proportion", "percent", "59"), "59 in 100 yes, 41 in 100 no"),
        (measured("proportion", "percent", "12.5"), "about 13 in 100 yes, about 87 in 100 no"),
        (
            measured("proportion", "percent", "0.46"),
            "about 5 in 1,000 yes, about 995 in 1,000 no",
        ),
        (
            measured("proportion", "percent", "0.011"),
            "fewer than 1 in 1,000 yes, more than 999 in 1,000 no",
        ),
        (measured("sensitivity", "percent", "80"), ""),
        (measured("mean", "percent", "75"), ""),
        (measured("proportion", "percent_per_year", "7.9"), ""),
        (measured("range", "percent", None, "10", "40"), ""),
    ],
)
def test_both_sides_are_said_of_shares_of_people(row: Finding, words: str) -> None:
    assert read(row).complement == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": "25", "events": 10, "total": 40}, "10 of 40, 25 in 100 (25%)"),
        ({"value": "2.4", "events": 103, "total": 4265}, "103 of 4,265, about 2 in 100 (2.4%)"),
        ({"value": "25", "total": 40}, "25 in 100 (25%)"),
        ({"value": "25.0", "events": 10, "total": 40}, "10 of 40, 25 in 100 (25.0%)"),
        (
            {"value": "90", "events": 9, "total": 10, "measure": "sensitivity"},
            "sensitivity 9 of 10, 90 in 100 (90%)",
        ),
        ({"value": "9", "events": 4}, "4 people, 9 in 100 (9%)"),
        ({"value": "2.4", "events": 1}, "1 person, about 2 in 100 (2.4%)"),
        ({"value": "0", "events": 0}, "0 people, 0 in 100 (0%)"),
        ({"value": "0.02", "events": 1, "total": 5000}, "1 of 5,000, fewer than 1 in 1,000 (0.02%)"),
        ({"value": "0", "events": 0, "total": 1038}, "none of 1,038 (0%)"),
        ({"value": "100", "events": 38, "total": 38}, "all of 38 (100%)"),
        (
            {"value": "100", "events": 38, "total": 38, "measure": "specificity"},
            "specificity all of 38 (100%)",
        ),
    ],
)
def test_counts_stand_before_the_share(changes: dict[str, Any], words: str) -> None:
    assert read(finding(**changes)).estimate == words


@pytest.mark.parametrize("events", [0, 38])
def test_none_and_all_have_no_second_side(events: int) -> None:
    percent = "100" if events else "0"
    assert read(finding(value=percent, events=events, total=38)).complement == ""
    assert read(finding(value=percent)).complement != ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"comparator": "plain water"}, "compared with plain water"),
        ({"comparator": "the tin", "role": "test_accuracy"}, "checked against the tin"),
        (
            {"comparator": "plain water", "comparator_value": "48"},
            "compared with plain water: 48 in 100 (48%)",
        ),
        (
            {
                "comparator": "plain water",
                "comparator_value": "1.7",
                "comparator_events": 1,
                "comparator_total": 60,
            },
            "compared with plain water: 1 of 60, about 2 in 100 (1.7%)",
        ),
        ({"comparator_value": "4.2"}, "compared with the other group: about 4 in 100 (4.2%)"),
        (
            {"comparator": "Before", "comparator_value": "7.8", "measure": "mean", "unit": "points_0_10"},
            "compared with before: 7.8 points of 10",
        ),
        (
            {
                "comparator": "Placebo",
                "comparator_value": "61",
                "measure": "mean_difference",
                "unit": "points_0_100",
            },
            "compared with placebo, in whom alone it was 61 points of 100",
        ),
        (
            {
                "comparator": "Plain water",
                "comparator_value": "0",
                "comparator_events": 0,
                "comparator_total": 38,
            },
            "compared with plain water: none of 38 (0%)",
        ),
        (
            {"comparator": "Plain water", "comparator_value": "48", "comparator_events": 24},
            "compared with plain water: 24 people, 48 in 100 (48%)",
        ),
    ],
)
def test_the_comparison_names_the_other_group_with_its_figure(changes: dict[str, Any], words: str) -> None:
    assert read(finding(**changes)).compared == words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Usual care", "usual care"),
        ("Surgery, block or follow-up", "surgery, block or follow-up"),
        ("Non-smokers", "non-smokers"),
        ("8 people without symptoms", "8 people without symptoms"),
        ("MRI", "MRI"),
        ("MRI-confirmed diagnosis", "MRI-confirmed diagnosis"),
        ("SCS plus usual care", "SCS plus usual care"),
        ("US guideline", "US guideline"),
        ("X-ray", "X-ray"),
    ],
)
def test_only_abbreviations_keep_their_capitals_in_mid_sentence(name: str, said: str) -> None:
    assert read(finding(comparator=name)).compared == f"compared with {said}"


def test_the_capitals_left_in_comparisons_of_the_real_pack_are_abbreviations(real_pack: Pack) -> None:
    firsts = {read(row).compared.split()[2] for row in real_pack.findings if row.comparator}
    assert {word for word in firsts if word != word.lower()} == {"MRI", "MRI-confirmed", "SCS"}


@pytest.mark.parametrize(
    ("value", "low", "high", "words"),
    [
        ("20", "10", "40", "range 10 to 40% (10 to 40 in 100)"),
        ("1.2", "0.3", "1.4", "range 0.3 to 1.4% (fewer than 1 to 1 in 100)"),
        ("0.6", "0.3", "1.4", "range 0.3 to 1.4% (3 to 14 in 1,000)"),
        ("0.2", "0", "0.5", "range 0 to 0.5% (0 to 5 in 1,000)"),
        ("0.9", "0.02", "1.1", "range 0.02 to 1.1% (fewer than 1 to 11 in 1,000)"),
        ("99.95", "99.91", "100", "range 99.91 to 100% (more than 99 to 100 in 100)"),
        ("20", "12.5", None, "range from 12.5% (from 13 in 100)"),
        ("2", None, "12.5", "range up to 12.5% (up to 13 in 100)"),
    ],
)
def test_a_range_of_shares_is_said_as_its_figure_is(
    value: str, low: str | None, high: str | None, words: str
) -> None:
    assert read(measured("proportion", "percent", value, low, high, bounds="range")).interval == words


def test_a_share_with_a_range_of_no_known_kind_has_one_pair_of_brackets() -> None:
    row = measured("proportion", "percent", "20", "10", "40")
    assert read(row).interval == "10 to 40% (10 to 40 in 100; kind of range not reported)"


@given(st.decimals("0.01", 100, places=2), st.decimals("0.01", 100, places=2))
def test_no_end_of_a_range_above_nought_is_said_as_nobody(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    row = measured("range", "percent", None, str(low), str(high), bounds="range")
    assert not re.search(r"(?<![\d.,])0(\.0)? (to|in)\b", read(row).estimate)


@given(st.decimals(0, "99.99", places=2), st.decimals(0, "99.99", places=2))
def test_no_end_of_a_range_below_all_is_said_as_everybody(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    row = measured("range", "percent", None, str(low), str(high), bounds="range")
    assert not re.search(r"\b100(\.0)? (to|in 100\b)", read(row).estimate.partition(" (")[0])


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (None, "no single time given"),
        ("0", "during the hospital stay"),
        ("0.25", "follow-up of less than 1 month"),
        ("1", "follow-up 1 month"),
        ("1.6", "follow-up 1.6 months"),
        ("6", "follow-up 6 months"),
        ("12", "follow-up 12 months (1 year)"),
        ("24.0", "follow-up 24 months (2 years)"),
        ("120", "follow-up 120 months (10 years)"),
        ("18", "follow-up 18 months"),
    ],
)
def test_the_time_is_said_or_said_to_be_missing(months: str | None, words: str) -> None:
    assert read(finding(follow_up_months=months)).follow_up == words


@pytest.mark.parametrize(
    "changes",
    [
        {"role": "criterion"},
        {"role": "cost", "measure": "mean", "unit": "USD"},
        {"role": "risk_factor", "measure": "threshold", "unit": "MME_per_day"},
        {"role": "timing", "measure": "mean", "unit": "months"},
        {"role": "timing", "measure": "text", "unit": ""},
    ],
)
def test_what_needs_no_time_has_one_only_if_the_source_gives_it(changes: dict[str, Any]) -> None:
    assert read(finding(**changes)).follow_up == ""
    assert read(finding(**changes, follow_up_months="6")).follow_up == "follow-up 6 months"


@pytest.mark.parametrize("months", [None, "12"])
def test_a_rate_a_year_has_no_time_of_its_own(months: str | None) -> None:
    assert read(finding(unit="percent_per_year", follow_up_months=months)).follow_up == ""


@pytest.mark.parametrize(
    ("values", "is_said"),
    [([], False), (["20"], False), (["0", "20"], False), (["20", "1"], False), (["20", "0.4"], True)],
)
def test_why_a_share_is_in_1000_is_said_where_one_is(values: list[str], is_said: bool) -> None:
    rows = [measured("proportion", "percent", value) for value in values]
    assert bool(evidence.why_in_1000(rows)) == is_said


def test_the_other_group_and_a_range_alone_may_be_what_is_rare() -> None:
    assert evidence.why_in_1000([finding(value="20", comparator_value="0.5")])
    assert evidence.why_in_1000([measured("range", "percent", None, "0.1", "0.5")])


@given(st.decimals(0, 1000, places=3))
def test_whole_rounds_a_half_up(number: Decimal) -> None:
    assert -Decimal("0.5") <= number - evidence.whole(number) < Decimal("0.5")


def test_the_rounding_is_shared() -> None:
    assert [evidence.whole(Decimal(number)) for number in ("0.49", "0.5", "1.5", "2.5")] == [0, 1, 2, 3]


def test_small_numbers_that_are_no_shares_are_not_said_as_people() -> None:
    rows = [
        measured("odds_ratio", "ratio", "0.61"),
        measured("mean_difference", "points_0_10", "0.5"),
        measured("threshold", "percent", "0.5"),
    ]
    assert not evidence.why_in_1000(rows)


def test_a_rare_share_leaves_the_other_rows_of_a_table_alone(tiny: Pack) -> None:
    rare = evidence.findings_table(tiny, [tiny.finding["tea-03"], tiny.finding["tea-01"]])
    said = rare.set_index("finding_id")
    assert said.loc["tea-03", "estimate"] == "4 in 1,000 (fewer than 1 in 100; 0.4%)"
    assert said.loc["tea-01", "estimate"] == "30 of 40, 75 in 100 (75%)"
    assert said.loc["tea-01", "complement"] == "75 in 100 yes, 25 in 100 no"
    assert said.loc["tea-01", "compared"] == "compared with plain water: 20 of 40, 50 in 100 (50%)"


def test_a_table_has_the_columns_that_are_announced_even_if_it_is_empty(tiny: Pack) -> None:
    for findings in ((), tiny.findings):
        table = evidence.findings_table(tiny, findings)
        assert list(table.columns) == list(evidence.TABLE_COLUMNS)
        assert len(table) == len(findings)


def test_every_cell_of_a_table_is_words_but_those_of_numbers(real_pack: Pack) -> None:
    table = evidence.findings_table(real_pack, real_pack.findings).drop(columns=list(tables.NUMBERS))
    assert {type(cell) for cell in table.to_numpy().ravel()} == {str}


def test_people_with_a_fusion_stand_first_in_the_table_and_no_finding_is_lost(real_pack: Pack) -> None:
    table = evidence.findings_table(real_pack, real_pack.findings)
    groups = [group.label for group in real_pack.info.groups]
    keys = [groups.index(who) for who in table["directness"]]
    assert keys == sorted(keys)
    assert sorted(table["finding_id"]) == sorted(real_pack.finding)


def test_no_figure_of_the_real_pack_is_empty_unless_the_source_gives_words(real_pack: Pack) -> None:
    empty = [row.finding_id for row in real_pack.findings if not read(row).estimate and row.measure != "text"]
    assert empty == []


def test_a_missing_range_is_said_for_every_figure_that_was_measured(real_pack: Pack) -> None:
    for row in real_pack.findings:
        is_rule = row.measure in ("threshold", "duration") and row.role in ("criterion", "timing")
        was_measured = row.value is not None and row.measure != "threshold" and not is_rule
        silent = row.low is None and row.high is None
        assert (read(row).interval == "range not reported") == (was_measured and silent), row.finding_id


def test_where_there_is_only_a_range_the_figure_says_it(real_pack: Pack) -> None:
    alone = [row for row in real_pack.findings if row.value is None and row.measure != "text"]
    assert alone
    for row in alone:
        assert read(row).interval == "the source gives only a range"
        assert all(str(end) in read(row).estimate for end in (row.low, row.high) if end is not None)


def test_x_in_100_stands_beside_every_share_of_the_real_pack(real_pack: Pack) -> None:
    table = evidence.findings_table(real_pack, real_pack.findings)
    for finding_id, amount, compared in zip(
        table["finding_id"], table["estimate"], table["compared"], strict=True
    ):
        for words in (amount, compared):
            said = re.findall(r" in 1,?0+|none of|all of", words)
            assert words.count("%") <= len(said), (finding_id, words)


def test_no_row_of_the_real_pack_says_nobody_of_a_share_above_nought(real_pack: Pack) -> None:
    for row in real_pack.findings:
        numbers = (row.value, row.low, row.high, row.comparator_value)
        if 0 not in numbers:
            said = f"{read(row).estimate} {read(row).interval} {read(row).compared}"
            assert not re.search(r"(?<![\d.,])0(\.0)? (to|in) \d", said), row.finding_id


@pytest.mark.parametrize("finding_id", ["sacroiliac-03", "sacroiliac-fusion-06"])
def test_a_fall_of_pain_in_percent_is_no_share_of_people(finding_id: str, real_pack: Pack) -> None:
    row = real_pack.finding[finding_id]
    assert "in 100" not in read(row).estimate + read(row).interval


def test_a_group_that_is_not_reported_is_said_to_be_missing() -> None:
    assert read(finding(population="")).population == "group not reported"
    assert read(PLAIN).population == "Tea drinkers"


@pytest.mark.parametrize(
    ("total", "n", "words"),
    [
        (40, 1200, "40 counted"),
        (4265, None, "4,265 counted"),
        (None, 1200, "1,200 in the whole source"),
        (None, None, "size not reported"),
    ],
)
def test_the_size_is_that_of_the_figure_or_of_the_source(
    total: int | None, n: int | None, words: str, tiny: Pack
) -> None:
    source = tiny.source["kettle_book"].model_copy(update={"n": n})
    assert reading_of(finding(total=total), source).size == words


def test_the_facts_of_a_study_stand_side_by_side_without_a_grade(tiny: Pack) -> None:
    assert evidence.reading(tiny, tiny.finding["tea-01"]).study == (
        "registry study, 40 counted, 40 in the other group, funded by industry, read in full, checked twice"
    )
    assert evidence.reading(tiny, tiny.finding["hard-water-01"]).study == (
        "survey at one time, size not reported, no funding, read in part, read once only"
    )


@pytest.mark.parametrize(
    ("source_id", "full", "short"),
    [
        (
            "kettle_book",
            "Leaf A, Cup B, Spoon C and others (2001). The kettle book. Journal of Kettles.",
            "Leaf A and others 2001",
        ),
        (
            "leaf_study",
            "Leaf A et al. (2002). A study of leaves. Journal of Leaves.",
            "Leaf A and others 2002",
        ),
        ("cup_register", "Cup B (2003). The register of cups. Journal of Cups.", "Cup B 2003"),
        (
            "water_survey",
            "authors not known (year not known). A survey of water. Journal not known.",
            "authors not known, year not known",
        ),
    ],
)
def test_a_source_is_cited_and_what_is_not_known_is_said(
    source_id: str, full: str, short: str, tiny: Pack
) -> None:
    assert evidence.citation(tiny.source[source_id]) == full
    assert evidence.short_citation(tiny.source[source_id]) == short


def test_a_title_that_is_not_exact_is_said_to_be_not_known(tiny: Pack) -> None:
    source = tiny.source["cup_register"].model_copy(update={"incomplete": ("exact title",)})
    assert "In our words, as its exact title is not known: The register of cups" in evidence.citation(source)


@pytest.mark.parametrize(
    ("title", "end"), [("Does tea help?", "help? Journal"), ("Tea!", "Tea! Journal"), ("Tea", "Tea. Journal")]
)
def test_a_title_ends_with_one_mark(title: str, end: str, tiny: Pack) -> None:
    source = tiny.source["cup_register"].model_copy(update={"title": title})
    assert f" {end} of Cups." in evidence.citation(source)


@pytest.mark.parametrize("authors", ["Leaf A et al.", "Leaf A et al. (Tea Group)", "Leaf A, Cup B"])
def test_a_short_citation_names_the_first_author_alone(authors: str, tiny: Pack) -> None:
    source = tiny.source["cup_register"].model_copy(update={"authors": authors})
    assert evidence.short_citation(source) == "Leaf A and others 2003"


def test_no_citation_of_the_real_pack_ends_a_sentence_twice(real_pack: Pack) -> None:
    twice = [s.source_id for s in real_pack.sources if re.search(r"[.?!]\.", evidence.citation(s))]
    assert twice == []


def test_a_source_without_a_link_says_so(tiny: Pack) -> None:
    table = evidence.findings_table(tiny, [tiny.finding["hard-water-01"], tiny.finding["tea-03"]])
    assert list(table["link"]) == ["link not known", "https://example.org/kettle"]


def ids(groups: Iterable[Iterable[Finding]]) -> list[tuple[str, ...]]:
    return [tuple(row.finding_id for row in group) for group in groups]


def test_a_conflict_is_found_from_either_side(tiny: Pack) -> None:
    for one in ("tea-01", "tea-02"):
        assert ids(evidence.conflicts(tiny, [tiny.finding[one]])) == [("tea-01", "tea-02")]
    assert evidence.conflicts(tiny, [tiny.finding["rest-01"]]) == []
    assert ids(evidence.conflicts(tiny, tiny.findings)) == [("tea-01", "tea-02")]


def test_conflicts_of_the_real_pack_are_whole_and_stand_in_its_order(real_pack: Pack) -> None:
    groups = ids(evidence.conflicts(real_pack, real_pack.findings))
    place = list(real_pack.finding)
    assert groups
    assert groups == sorted(groups, key=lambda group: place.index(group[0]))
    for group in groups:
        assert list(group) == sorted(group, key=place.index)
        assert len(group) > 1
        for finding_id in group:
            assert set(real_pack.finding[finding_id].conflicts_with) <= set(group)
    grouped = [finding_id for group in groups for finding_id in group]
    assert sorted(grouped) == sorted(row.finding_id for row in real_pack.findings if row.conflicts_with)


def test_a_conflict_names_what_is_not_the_same(tiny: Pack) -> None:
    (pair,) = evidence.conflicts(tiny, tiny.findings)
    assert evidence.why_they_may_differ(tiny, pair) == (
        "They may differ because these are not the same: the groups studied, the time of measuring, "
        "the kind of study, who paid."
    )


def test_the_same_time_with_other_digits_is_no_difference(tiny: Pack) -> None:
    row = tiny.finding["tea-01"]
    same = row.model_copy(update={"follow_up_months": Decimal("1.0")})
    assert "the time of measuring" not in evidence.why_they_may_differ(tiny, [row, same])


def test_a_conflict_without_a_difference_is_not_explained_away(tiny: Pack) -> None:
    row = tiny.finding["tea-01"]
    assert evidence.why_they_may_differ(tiny, [row, row]).endswith("the reason they differ is not known.")
