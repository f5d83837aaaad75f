"""The one order of findings that never follows their result: by whom they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pathways.model import Finding, Pack


def nearness(pack: Pack, finding: Finding) -> int:
    """How near its people are to those whom the pack is for: 0 is nearest."""
    return pack.once(_places)[finding.directness]


def _places(pack: Pack) -> Mapping[str, int]:
    return {group: place for place, group in enumerate(pack.group)}


def nearest_first(pack: Pack, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of the nearest people first, else in the order given."""
    return tuple(sorted(findings, key=lambda finding: nearness(pack, finding)))
