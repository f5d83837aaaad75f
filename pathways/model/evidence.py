"""The tables of evidence: ``findings.csv``, ``sources.csv``, ``gaps.csv`` and ``claims.csv``."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pathways.model.record import Record
from pathways.model.vocabulary import (
    Bounds,
    Design,
    Directness,
    FindingId,
    Funding,
    Measure,
    NodeId,
    Role,
    SourceId,
    Verdict,
    Words,
)


class Finding(Record):
    """One figure or criterion of one source: group, time, range and counts stay beside it.

    Percentages are 0-100. ``bounds`` says what ``low`` and ``high`` are; blank is not reported.
    """

    finding_id: FindingId
    nodes: tuple[NodeId, ...]
    role: Role
    outcome: Words
    plain: Words
    statement: Words
    population: str
    directness: Directness
    comparator: str
    follow_up_months: Decimal | None
    measure: Measure
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bounds: Bounds
    unit: str
    events: int | None
    total: int | None
    comparator_value: Decimal | None
    comparator_events: int | None
    comparator_total: int | None
    source_id: SourceId
    second_hand: str
    checked: Literal["yes", "no"]
    caution: str
    conflicts_with: tuple[FindingId, ...]


class Source(Record):
    """One publication. ``incomplete`` lists what is not known of it and stays not known."""

    source_id: SourceId
    authors: str
    year: int | None
    title: Words
    journal: str
    doi: str
    pmid: str
    pmcid: str
    link: str
    design: Design
    n: int | None
    country: str
    funding: Funding
    read: Literal["full", "excerpt", "abstract"]
    incomplete: tuple[str, ...]


class Gap(Record):
    """Something a reader would want at a node that no usable source gives."""

    node_id: NodeId
    missing: Words


class Claim(Record):
    """What a public guide tells patients, in our words; where it stands; what we judge of it."""

    claim_id: Words
    guide: Words
    kind: Words
    subject: Words
    homes: tuple[NodeId, ...]
    claim: Words
    promotional: Literal["yes", "no"]
    verdict: Verdict
    reason: Words
    findings: tuple[FindingId, ...]
