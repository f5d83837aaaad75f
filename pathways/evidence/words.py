"""Words that the phrases of a finding are made of, beside the labels of its codes."""

from __future__ import annotations

UNIT_WORDS = {
    "points_0_10": "points of 10",
    "points_0_100": "points of 100",
    "points_0_5": "points of 5",
    "points": "points",
    "ODI_points": "points of 100 on the disability score (ODI)",
    "SRS-22_points": "points on the SRS-22 questionnaire",
    "LEMS_points": "points of leg strength (LEMS)",
    "SMD": "standard deviations",
    "ml": "mL",
    "percent": "percent",
    "percent_lower": "percent lower",
    "percentage_points": "percentage points",
    "percent_per_year": "percent a year",
    "correlation_r": "",
    "MME_per_day": "mg morphine equivalents a day",
    "GBP": "pounds",
    "USD": "US dollars",
    "USD_per_QALY": "US dollars for a year in good health (QALY)",
    "ratio": "",
}
"""The words of a unit; a unit that is not here is said as it is written."""

TIME_UNITS = frozenset({"milliseconds", "hours", "days", "weeks", "months"})

CHANGE_WORDS = {"mean": "average change", "median": "middle value of the changes"}
"""What stands before a mean or a median below 0: no score is below 0, so the figure is a change of it."""

RATIOS = frozenset({"odds_ratio", "risk_ratio"})
"""Measures that compare, and say nothing about how many people."""
NO_DIFFERENCE = {"mean_difference": 0, "odds_ratio": 1, "risk_ratio": 1}
"""The number by which a measure says that two groups do not differ."""

ABSOLUTE_NOT_REPORTED = "absolute not reported"
RANGE_NOT_REPORTED = "range not reported"
ONLY_A_RANGE = "the source gives only a range"
NO_SINGLE_TIME = "no single time given"
NOT_KNOWN = "not known"
