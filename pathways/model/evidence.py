"""The tables of evidence: ``findings.csv``, ``sources.csv``, ``gaps.csv`` and ``claims.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pathways.model.cells import Blank, Events, Many, Months, Number, People, Year
from pathways.model.record import Record
from pathways.model.vocabulary import (
    Design,
    FindingId,
    Funding,
    IntervalKind,
    Measure,
    NodeId,
    ReadIn,
    Role,
    SourceId,
    Verdict,
    Words,
    YesNo,
)

Audience = Literal["patients", "clinicians"]
"""Whom the words are for."""

WordsFor = Literal["outcome", "population", "comparator", "caution"]
"""The parts of a finding that have words of their own for patients."""


@dataclass(frozen=True)
class Arm:
    """One group of a finding with its own figure: those whom it is about, or whom they are compared with.

    ``people`` says who they are; numbers are as in :class:`Finding`, and ``None`` is not reported.
    """

    people: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bounds: IntervalKind = ""
    events: int | None = None
    total: int | None = None

    @property
    def has_range(self) -> bool:
        return self.low is not None or self.high is not None


class Finding(Record):
    """One figure or criterion of one source: group, time, range and counts stay beside it.

    Percentages are 0-100. ``bounds`` says what ``low`` and ``high`` are; blank is not reported.
    ``directness`` is the id of a group of the pack: whom the finding is about. ``counted`` are the things of
    which it is a share; blank is people. ``outcome_group`` is the id of an outcome group of the pack: the
    column of the risk table in which a benefit, a harm, a recovery or a cost stands.
    ``plain`` tells it to patients, ``statement`` to clinicians; the columns that begin with ``plain_`` say
    the label, the group, the comparator and the caution in words for patients.
    """

    finding_id: FindingId
    nodes: Many[NodeId]
    role: Role
    outcome: Words
    plain: Words
    statement: Words
    population: str
    directness: NodeId
    comparator: str
    follow_up_months: Blank[Months]
    measure: Measure
    value: Blank[Number]
    low: Blank[Number]
    high: Blank[Number]
    bounds: IntervalKind
    unit: str
    events: Blank[Events]
    total: Blank[People]
    comparator_value: Blank[Number]
    comparator_events: Blank[Events]
    comparator_total: Blank[People]
    source_id: SourceId
    second_hand: str
    checked: YesNo
    caution: str
    conflicts_with: Many[FindingId]
    plain_outcome: str = ""
    plain_population: str = ""
    plain_comparator: str = ""
    plain_caution: str = ""
    counted: str = ""
    outcome_group: str = ""

    def words(self, part: WordsFor, audience: Audience) -> str:
        """A part in words for an audience. Where patients have none of their own yet, they get the others."""
        exact: str = getattr(self, part)
        plain: str = getattr(self, f"plain_{part}")
        return (plain or exact) if audience == "patients" else exact

    def arm(self, audience: Audience = "clinicians") -> Arm:
        """The group that the figure is about."""
        return Arm(
            people=self.words("population", audience),
            value=self.value,
            low=self.low,
            high=self.high,
            bounds=self.bounds,
            events=self.events,
            total=self.total,
        )

    def comparator_arm(self, audience: Audience = "clinicians") -> Arm | None:
        """The group that it is compared with; None where nothing is compared. Its range is never given."""
        if not self.comparator and self.comparator_value is None:
            return None
        return Arm(
            people=self.words("comparator", audience),
            value=self.comparator_value,
            events=self.comparator_events,
            total=self.comparator_total,
        )


class Source(Record):
    """One publication. ``incomplete`` lists what is not known of it and stays not known."""

    source_id: SourceId
    authors: str
    year: Blank[Year]
    title: Words
    journal: str
    doi: str
    pmid: str
    pmcid: str
    link: str
    design: Design
    n: Blank[People]
    country: str
    funding: Funding
    read: ReadIn
    incomplete: Many[str]


class Gap(Record):
    """Something a reader would want at a node that no usable source gives; ``plain`` says it to patients."""

    node_id: NodeId
    missing: Words
    plain: str = ""

    @property
    def said(self) -> str:
        """The gap in words for patients, or in those for clinicians if there are no others."""
        return self.plain or self.missing


class Claim(Record):
    """What a public guide tells patients, in our words; where it stands; what we judge of it."""

    claim_id: Words
    guide: Words
    kind: Words
    subject: Words
    homes: Many[NodeId]
    claim: Words
    promotional: YesNo
    verdict: Verdict
    reason: Words
    findings: Many[FindingId]
