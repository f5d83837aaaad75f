"""Words that the phrases of a finding are made of, beside the labels of its codes."""

from __future__ import annotations

from pathways.model import Finding
from pathways.model.units import AMOUNT_UNITS, TIME_UNITS

CHANGE_WORDS = {"mean": "average change", "median": "middle value of the changes"}
"""What stands before a mean or a median below 0: no score is below 0, so the figure is a change of it."""

NO_TIME_IN_SHORT = "time ?"


def kind_of_figure(finding: Finding) -> str:
    """What a figure that is no share is, in the least words: it cannot stand as people of 100."""
    if finding.measure == "text":
        return "in words"
    if finding.measure in RATIOS:
        return "ratio"
    if finding.unit in TIME_UNITS:
        return "time"
    return "amount" if finding.unit in AMOUNT_UNITS else "scale"


RATIOS = frozenset({"odds_ratio", "risk_ratio"})
"""Measures that compare, and say nothing about how many people."""
NO_DIFFERENCE = {"mean_difference": 0, "odds_ratio": 1, "risk_ratio": 1}
"""The number by which a measure says that two groups do not differ."""

ABSOLUTE_NOT_REPORTED = "how many in 100: not reported"
RANGE_NOT_REPORTED = "range not reported"
ONLY_A_RANGE = "the source gives only a range"
NO_SINGLE_TIME = "no single time given"
NOT_KNOWN = "not known"
