"""The words that a pack may use for its codes, and the shapes of its ids and texts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

NodeKind = Literal["question", "step", "test", "cause", "option", "outcome", "emergency"]
EdgeKind = Literal["onward", "step_up", "approach", "return", "urgent"]
TestResult = Literal["positive", "negative", "unclear", ""]
Role = Literal[
    "prevalence",
    "incidence",
    "cause_share",
    "natural_history",
    "benefit",
    "harm",
    "risk_factor",
    "test_accuracy",
    "criterion",
    "timing",
    "recovery",
    "cost",
]
Directness = Literal["fusion", "spine_surgery", "other_population"]
Measure = Literal[
    "proportion",
    "mean_difference",
    "mean",
    "median",
    "odds_ratio",
    "risk_ratio",
    "sensitivity",
    "specificity",
    "range",
    "duration",
    "threshold",
    "text",
]
IntervalKind = Literal["ci95", "cri95", "range", "iqr", "sd", ""]
Design = Literal[
    "rct",
    "systematic_review",
    "cohort",
    "registry",
    "case_control",
    "cross_sectional",
    "case_series",
    "guideline",
    "consensus",
    "narrative_review",
    "model",
    "web_page",
]
Funding = Literal["public", "industry", "mixed", "none", "not_stated"]
CardSection = Literal["summary", "what_it_is", "before", "during", "after", "considered_for", "not_for"]
LivingArea = Literal["body", "mind", "daily_life", "work", "driving", "follow_up"]
Verdict = Literal["supported", "partly", "contradicted", "no_usable_evidence", "not_checkable"]

NodeId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z][a-z0-9_]*$")]
FindingId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*-[0-9]+$")]
SourceId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z0-9][a-z0-9_]*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Prose = tuple[Words, ...]
"""Paragraphs or list items, with the marks that :mod:`pathways.text.markup` explains."""
