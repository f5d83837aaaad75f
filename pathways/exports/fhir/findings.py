"""Each finding as Evidence with the variables that it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal

from pathways import evidence
from pathways.evidence.reading import ArmReading, Reading
from pathways.exports.fhir.release import Release, Resource, fhir_id, urn, without_blanks
from pathways.exports.links import Links
from pathways.exports.pathway import plain
from pathways.model import IntervalKind, Pack
from pathways.model.vocabulary import INTERVAL_LABELS, MEASURE_LABELS

ROLES = "http://terminology.hl7.org/CodeSystem/variable-role"
LEVELS: dict[IntervalKind, Decimal | None] = {
    "ci95": Decimal("0.95"),
    "cri95": Decimal("0.95"),
    "range": None,
    "iqr": Decimal("0.5"),
    "sd": None,
    "": None,
}
MOST_COUNTED = 2**31 - 1
"""The largest whole number that FHIR has."""


def evidence_of(pack: Pack, told: Reading, links: Links, release: Release) -> Resource:
    """One finding. Its figure stands as the pack has it; nothing is graded."""
    info, finding = pack.info, told.finding
    own = urn(info.id, "Evidence", told.id)
    return without_blanks(
        {
            "resourceType": "Evidence",
            "id": fhir_id(told.id),
            "url": links.finding(told.id) if links.app else own,
            "version": info.version,
            "title": plain(told.outcome),
            "status": "draft",
            "date": f"{info.date:%Y-%m-%d}",
            "description": plain(told.says),
            "assertion": plain(told.statement),
            "citeAsReference": _reference(urn(info.id, "Citation", told.source.source_id), told.cited),
            "relatedArtifact": [release.linked("Figure", links.finding(told.id))],
            "note": [{"text": plain(words)} for words in _notes(told)],
            **release.design(told.design),
            "variableDefinition": [
                _variable_of(pack, role, words, told) for role, words in _variables_in(told)
            ],
            "statistic": [_statistic(arm) for arm in (told.own, told.other) if arm and _has_number(arm)],
            "identifier": [{"value": finding.finding_id}],
        }
    )


def _notes(told: Reading) -> Iterable[str]:
    """What must be read beside the figure, each in the words of every page."""
    finding = told.finding
    yield f"Kind: {told.role}. Time: {told.follow_up}. Range: {told.interval or 'none for this figure'}."
    yield f"Study: {told.study}."
    if told.caution:
        yield told.caution
    if finding.second_hand:
        yield f"Quoted from: {finding.second_hand}"
    if finding.conflicts_with:
        yield f"Another study says something else: {'; '.join(finding.conflicts_with)}."


def _variables_in(told: Reading) -> Iterable[tuple[str, str]]:
    yield "population", told.population
    yield "measuredVariable", told.outcome
    if told.comparator:
        yield "referenceExposure", told.comparator


def _variable_of(pack: Pack, role: str, words: str, told: Reading) -> Resource:
    match = {"directnessMatch": {"text": told.directness}} if role == "population" else {}
    return {
        "description": plain(words),
        "variableRole": {"coding": [{"system": ROLES, "code": role}]},
        "observed": _reference(urn(pack.info.id, "EvidenceVariable", _variable_id(words)), plain(words)),
        **match,
    }


def _variable_id(words: str) -> str:
    return f"variable-{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def variables(pack: Pack, told: Iterable[Reading]) -> list[Resource]:
    """Each group of people and each outcome that the findings name, once."""
    named = {words for one in told for _, words in _variables_in(one)}
    return [
        {
            "resourceType": "EvidenceVariable",
            "id": _variable_id(words),
            "version": pack.info.version,
            "title": plain(words),
            "status": "draft",
            "description": plain(words),
            "actual": True,
        }
        for words in sorted(named)
    ]


def _has_number(arm: ArmReading) -> bool:
    return arm.arm.value is not None or arm.arm.events is not None or arm.arm.has_range


def _statistic(told: ArmReading) -> Resource:
    arm = told.arm
    size = arm.total if arm.total is not None and arm.total <= MOST_COUNTED else None
    events = arm.events if arm.events is not None and arm.events <= MOST_COUNTED else None
    return without_blanks(
        {
            "description": plain(told.estimate),
            "note": [{"text": plain(arm.people)}] if arm.people else [],
            "statisticType": without_blanks({"text": MEASURE_LABELS[told.finding.measure].rstrip(":")}),
            "quantity": _quantity(arm.value, told.unit),
            "numberOfEvents": events,
            "sampleSize": without_blanks({"knownDataCount": size}),
            "attributeEstimate": [_interval(told)] if arm.has_range else [],
        }
    )


def _interval(told: ArmReading) -> Resource:
    arm = told.arm
    ends = {"low": _quantity(arm.low, told.unit), "high": _quantity(arm.high, told.unit)}
    return without_blanks(
        {
            "description": plain(told.interval),
            "type": {"text": INTERVAL_LABELS[arm.bounds]},
            "level": LEVELS[arm.bounds],
            "range": without_blanks(ends),
        }
    )


def _quantity(value: Decimal | None, unit: str) -> Resource:
    return {} if value is None else without_blanks({"value": value, "unit": plain(unit)})


def _reference(address: str, words: str) -> Resource:
    return without_blanks({"reference": address, "display": words})


def readings(pack: Pack) -> tuple[Reading, ...]:
    """Every finding in the words for clinicians."""
    return evidence.readings(pack, pack.findings)
