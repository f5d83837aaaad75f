"""The codes that a pack may use, each with its label and in its order, and the shapes of ids and texts.

A code stands here once: its type, the order in which readers meet it, and what it is called on every page,
picture and sheet. A test holds each table to its type. What a code makes the product do is a property of it,
such as :attr:`EdgeTerms.is_forward`, so that no other module lists codes. Codes of one pack alone, such as
the groups of people whom its findings are about, stand in its ``pack.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from pydantic import StringConstraints

NodeId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z][a-z0-9_]*$")]
FindingId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*-[0-9]+$")]
SourceId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z0-9][a-z0-9_]*$")]
CitedId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z][a-z0-9_-]*$")]
"""The id of a finding or of a node."""
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Prose = tuple[Words, ...]
"""Paragraphs or list items, with the marks that :mod:`pathways.text.markup` explains."""


@dataclass(frozen=True)
class NodeTerms:
    """A kind of node: ``label`` over its card, ``legend`` beside its shape and for screen readers."""

    label: str
    legend: str


NodeKind = Literal["question", "test", "cause", "option", "step", "outcome", "emergency"]
NODE_KINDS: Mapping[NodeKind, NodeTerms] = MappingProxyType(
    {
        "question": NodeTerms("Question", "question"),
        "test": NodeTerms("Test", "test"),
        "cause": NodeTerms("Possible cause", "cause"),
        "option": NodeTerms("Option", "option"),
        "step": NodeTerms("Step", "step"),
        "outcome": NodeTerms("Outcome", "outcome"),
        "emergency": NodeTerms("Warning sign", "emergency"),
    }
)


@dataclass(frozen=True)
class EdgeTerms:
    """A kind of edge: its words, and what it means for the way of a reader.

    ``label`` stands over such ways on cards, in the comparison and in the map in words, ``legend`` beside
    their line, and ``leads`` before a neighbour's name for screen readers. ``is_forward`` leads along the
    pathway, so that without the other kinds nothing runs in a circle; ``is_escalation`` is a further
    treatment because one was not enough; ``is_return`` leads back; ``is_urgent`` leads to help at once.
    """

    label: str
    legend: str
    leads: str = "Leads to"
    is_forward: bool = True
    is_usual: bool = False
    is_escalation: bool = False
    is_return: bool = False
    is_urgent: bool = False


EdgeKind = Literal["urgent", "onward", "step_up", "approach", "return"]
EDGE_KINDS: Mapping[EdgeKind, EdgeTerms] = MappingProxyType(
    {
        "urgent": EdgeTerms(
            "At once", "warning sign: get help", "With a warning sign to", is_forward=False, is_urgent=True
        ),
        "onward": EdgeTerms("Next", "the usual next place", is_usual=True),
        "step_up": EdgeTerms(
            "If this is not enough", "a further step if this was not enough", is_escalation=True
        ),
        "approach": EdgeTerms("Ways of doing it", "a way of doing it"),
        "return": EdgeTerms(
            "Ways back",
            "a way back to look or choose again",
            "A way back to",
            is_forward=False,
            is_return=True,
        ),
    }
)
"""Warning signs first, ways back last, as everywhere on the map."""

URGENT: EdgeKind = next(kind for kind, terms in EDGE_KINDS.items() if terms.is_urgent)
"""The kind of what leads to help from everywhere."""

USUAL: EdgeKind = next(kind for kind, terms in EDGE_KINDS.items() if terms.is_usual)
"""The kind of edge that leads to the usual next place."""

RETURN: EdgeKind = next(kind for kind, terms in EDGE_KINDS.items() if terms.is_return)
"""The kind of what leads back."""

CONVENTION_LABEL = "Clinical habit, no source."
"""What a way rests on that no source is named for."""

TestResult = Literal["positive", "negative", "unclear", ""]
RESULT_LABELS: Mapping[TestResult, str] = MappingProxyType(
    {
        "positive": "positive result",
        "negative": "negative result",
        "unclear": "unclear result",
        "": "",
    }
)
"""Blank: whatever the result may be."""

Togetherness = Literal["any", "one", ""]
TOGETHERNESS_LABELS: Mapping[Togetherness, str] = MappingProxyType(
    {"any": "Any of these that fit.", "one": "One of these at a time.", "": ""}
)
"""Whether several ways on from a place may be taken together."""

CardSection = Literal["summary", "what_it_is", "before", "during", "after", "considered_for", "not_for"]
SECTION_LABELS: Mapping[CardSection, str] = MappingProxyType(
    {
        "summary": "",
        "what_it_is": "",
        "before": "Before",
        "during": "During",
        "after": "After",
        "considered_for": "Considered for",
        "not_for": "Not for, or not yet",
    }
)
"""What stands before the paragraphs of a section of a card in the comparison."""

LivingArea = Literal["body", "mind", "daily_life", "scans", "work", "driving", "follow_up"]
AREA_LABELS: Mapping[LivingArea, str] = MappingProxyType(
    {
        "body": "Body",
        "mind": "Mind",
        "daily_life": "Daily life",
        "scans": "Scans (MRI)",
        "work": "Work",
        "driving": "Driving",
        "follow_up": "Follow-up",
    }
)

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
ROLE_LABELS: Mapping[Role, str] = MappingProxyType(
    {
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
)

CountingRole = Literal["cause_share", "incidence", "prevalence"]
COUNTING_ROLES: tuple[Role, ...] = get_args(CountingRole)
"""Roles of findings that say how often something was found, each a question of its own."""

GROUPED_ROLES: tuple[Role, ...] = ("benefit", "harm", "recovery", "cost")
"""Roles of findings that say how an option went: each such finding stands in one outcome group."""

OutcomePart = Literal["benefit", "harm", "afterwards"]
OUTCOME_PART_LABELS: Mapping[OutcomePart, str] = MappingProxyType(
    {
        "benefit": "Can it help?",
        "harm": "What can go wrong?",
        "afterwards": "Recovery and cost",
    }
)
"""The parts of the risk table, benefits first."""

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
MEASURE_LABELS: Mapping[Measure, str] = MappingProxyType(
    {
        "proportion": "share",
        "mean_difference": "difference",
        "mean": "average",
        "median": "middle value",
        "odds_ratio": "odds ratio",
        "risk_ratio": "risk ratio",
        "sensitivity": "sensitivity",
        "specificity": "specificity",
        "range": "",
        "duration": "time",
        "threshold": "limit:",
        "text": "",
    }
)
"""What stands before the number of a measure; the two ends of a range speak for themselves."""

IntervalKind = Literal["ci95", "cri95", "range", "iqr", "sd", ""]
INTERVAL_LABELS: Mapping[IntervalKind, str] = MappingProxyType(
    {
        "ci95": "95% confidence interval",
        "cri95": "95% credible interval",
        "range": "range",
        "iqr": "middle half of people",
        "sd": "one standard deviation either side,",
        "": "kind of range not reported",
    }
)
"""What stands before the two ends of a range; the blank kind stands behind them, in brackets."""

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
DESIGN_LABELS: Mapping[Design, str] = MappingProxyType(
    {
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
)
BRIEF_DESIGN_LABELS: Mapping[Design, str] = MappingProxyType(
    {
        "rct": "trial",
        "systematic_review": "review",
        "cohort": "cohort study",
        "registry": "registry",
        "case_control": "case-control study",
        "cross_sectional": "survey",
        "case_series": "no comparison",
        "guideline": "guideline",
        "consensus": "experts agreed",
        "narrative_review": "review",
        "model": "model",
        "web_page": "professional body",
    }
)
"""The same where there is room for two words."""
CONTROLLED: frozenset[Design] = frozenset({"rct", "systematic_review"})
"""Designs in which chance put people into groups, or that gather such studies."""

Funding = Literal["public", "industry", "mixed", "none", "not_stated"]
FUNDING_LABELS: Mapping[Funding, str] = MappingProxyType(
    {
        "public": "publicly funded",
        "industry": "funded by industry",
        "mixed": "funded by industry and public money",
        "none": "no funding",
        "not_stated": "funding not stated",
    }
)

ReadIn = Literal["full", "excerpt", "abstract"]
READ_LABELS: Mapping[ReadIn, str] = MappingProxyType(
    {"full": "read in full", "excerpt": "read in part", "abstract": "read as abstract"}
)
"""How much of a source was read for this pack."""

YesNo = Literal["yes", "no"]
CHECKED_LABELS: Mapping[YesNo, str] = MappingProxyType({"yes": "checked twice", "no": "read once only"})

Verdict = Literal["supported", "partly", "contradicted", "no_usable_evidence", "not_checkable"]
VERDICT_LABELS: Mapping[Verdict, str] = MappingProxyType(
    {
        "supported": "Supported",
        "partly": "Partly supported",
        "contradicted": "Contradicted",
        "no_usable_evidence": "No usable evidence found",
        "not_checkable": "Not a claim that can be checked",
    }
)
VERDICT_COUNTS: Mapping[Verdict, str] = MappingProxyType(
    {
        "supported": "supported",
        "partly": "partly supported",
        "contradicted": "contradicted",
        "no_usable_evidence": "without usable evidence",
        "not_checkable": "that cannot be checked",
    }
)
"""Verdicts as they stand after a number of claims."""

WEIGHT_LABELS: Mapping[str, str] = MappingProxyType({"not": "not at all", "some": "some", "a_lot": "a lot"})
"""How much something may matter to a person, from less to more; of what is not named nothing was said."""

FactKind = Literal["choice", "yes_no", "number"]
"""How a fact is answered: by one of several choices, by yes or no, or by a number."""

FactForm = Literal["short", "long"]
"""Whether a fact is asked at once, or when its group is opened."""

CaseState = Literal["met", "not_met", "unknown"]
CASE_STATE_LABELS: Mapping[CaseState, str] = MappingProxyType(
    {"met": "met", "not_met": "not met", "unknown": "unknown"}
)
"""What is known of a condition at a case. None of them says that anything suits anybody."""

CriterionKind = Literal[
    "warning",
    "usually_asked_for",
    "caution",
    "usually_not_done",
    "points_to",
    "points_away",
    "when_reviewed",
]
CRITERION_KINDS: Mapping[CriterionKind, str] = MappingProxyType(
    {
        "warning": "Needs help now",
        "usually_asked_for": "Usually asked for",
        "caution": "A point to take care of",
        "usually_not_done": "Usually not done when",
        "points_to": "Fits with",
        "points_away": "Speaks against",
        "when_reviewed": "Looked at again when",
    }
)
"""What a criterion is to its place, in the order in which the rows of a place stand."""

SourcesSay = Literal["in_line", "open", "not_in_line", "unsafe"]
SOURCES_SAY_LABELS: Mapping[SourcesSay, str] = MappingProxyType(
    {
        "in_line": "In line with the sources",
        "open": "The sources disagree or are silent",
        "not_in_line": "Not in line with the sources",
        "unsafe": "Passes over a warning sign",
    }
)
"""What the sources say of an answer at a made-up case."""

ChangeKind = Literal["added", "corrected", "retired"]
CHANGE_LABELS: Mapping[ChangeKind, str] = MappingProxyType(
    {"added": "Added", "corrected": "Corrected", "retired": "Taken out"}
)

ChangedThing = Literal[
    "finding",
    "way",
    "place",
    "topic",
    "source",
    "gap",
    "claim",
    "criterion",
    "criteria_gap",
    "fact",
    "contradiction",
    "case",
    "word",
    "comparison",
    "pack",
    "column",
]


@dataclass(frozen=True)
class ThingTerms:
    """What a change is of: its name for one, and for several."""

    one: str
    several: str


CHANGED_THINGS: Mapping[ChangedThing, ThingTerms] = MappingProxyType(
    {
        "finding": ThingTerms("figure", "figures"),
        "way": ThingTerms("way", "ways"),
        "place": ThingTerms("place", "places"),
        "topic": ThingTerms("background text", "background texts"),
        "source": ThingTerms("source", "sources"),
        "gap": ThingTerms("place with gaps", "places with gaps"),
        "claim": ThingTerms("claim of a guide", "claims of guides"),
        "criterion": ThingTerms("criterion", "criteria"),
        "criteria_gap": ThingTerms("criterion not found", "criteria not found"),
        "fact": ThingTerms("question about a case", "questions about a case"),
        "contradiction": ThingTerms("rule of answers that clash", "rules of answers that clash"),
        "case": ThingTerms("made-up case", "made-up cases"),
        "word": ThingTerms("hard word", "hard words"),
        "comparison": ThingTerms("part of the comparison", "parts of the comparison"),
        "pack": ThingTerms("text about the pack", "texts about the pack"),
        "column": ThingTerms("column", "columns"),
    }
)
"""What a change may be of, in the order in which readers meet it."""
