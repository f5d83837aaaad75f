"""The words that stand for the codes of a pack, each code in one place."""

from __future__ import annotations

from pathways.model import Role

ROLE_WORDS: dict[Role, str] = {
    "prevalence": "How many have it",
    "incidence": "How many get it",
    "cause_share": "Share of causes",
    "natural_history": "What happens over time",
    "benefit": "Possible benefit",
    "harm": "Possible harm",
    "risk_factor": "What goes with more or less risk",
    "test_accuracy": "How well the test tells",
    "criterion": "Rule or definition used",
    "timing": "Timing",
    "recovery": "Recovery",
    "cost": "Cost",
}
DIRECTNESS_WORDS = {
    "fusion": "people with a lumbar fusion",
    "spine_surgery": "people after other or mixed spine surgery",
    "other_population": "people without spine surgery, or any surgery",
}
"""In the order in which rows are shown."""

DESIGN_WORDS = {
    "rct": "randomised trial",
    "systematic_review": "systematic review",
    "cohort": "cohort study",
    "registry": "registry study",
    "case_control": "case-control study",
    "cross_sectional": "survey at one time",
    "case_series": "case series (no comparison)",
    "guideline": "guideline",
    "consensus": "expert consensus",
    "narrative_review": "narrative review",
    "model": "modelling study",
    "web_page": "web page of a professional body",
}
FUNDING_WORDS = {
    "public": "publicly funded",
    "industry": "funded by industry",
    "mixed": "funded by industry and public money",
    "none": "no funding",
    "not_stated": "funding not stated",
}
READ_WORDS = {
    "full": "read in full",
    "excerpt": "read in part",
    "abstract": "read as abstract",
}
CHECKED_WORDS = {"yes": "read twice, no digit differed", "no": "read once only"}
VERDICT_WORDS = {
    "supported": "Supported",
    "partly": "Partly supported",
    "contradicted": "Contradicted",
    "no_usable_evidence": "No usable evidence found",
    "not_checkable": "Not a claim that can be checked",
}
BOUNDS_WORDS = {
    "ci95": "95% confidence interval",
    "cri95": "95% credible interval",
    "range": "range",
    "iqr": "middle half of people",
    "sd": "one standard deviation either side,",
    "": "kind of range not reported",
}
"""What stands before the two ends of a range; the blank kind stands behind them, in brackets."""

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

MEASURE_WORDS = {
    "mean_difference": "difference",
    "mean": "average",
    "median": "middle value",
    "odds_ratio": "odds ratio",
    "risk_ratio": "risk ratio",
    "duration": "time",
    "threshold": "limit:",
    "range": "",
    "sensitivity": "sensitivity",
    "specificity": "specificity",
    "proportion": "share",
}
"""What stands before the number of a measure; the two ends of a range speak for themselves."""

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
