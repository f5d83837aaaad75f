"""The tables of evidence: ``findings.csv``, ``sources.csv``, ``gaps.csv`` and ``claims.csv``."""

from __future__ import annotations

from pathways.model.cells import Blank, Events, Many, Months, Number, People, Year
from pathways.model.record import Record
from pathways.model.vocabulary import (
    Design,
    Directness,
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


class Finding(Record):
    """One figure or criterion of one source: group, time, range and counts stay beside it.

    Percentages are 0-100. ``bounds`` says what ``low`` and ``high`` are; blank is not reported.
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
    directness: Directness
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

    def for_patients(self) -> Finding:
        """The same finding with its label, group, comparator and caution in words for patients.

        A part that has no such words yet keeps those for clinicians.
        """
        parts = ("outcome", "population", "comparator", "caution")
        return self.model_copy(update={p: getattr(self, f"plain_{p}") or getattr(self, p) for p in parts})


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
