"""The one order of findings that never follows their result: by whom they are about."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.model import Finding
from pathways.model.vocabulary import DIRECTNESS_LABELS

_PLACES = {code: place for place, code in enumerate(DIRECTNESS_LABELS)}


def nearness(finding: Finding) -> int:
    """How near its people are to those whom the pathway is for: 0 is nearest."""
    return _PLACES[finding.directness]


def nearest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of the nearest people first, else in the order given."""
    return tuple(sorted(findings, key=nearness))
