"""The one order of findings that never follows their result: by whom they are about, then by how many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pathways.evidence.sources import has_title
from pathways.model import Finding, Pack


def nearness(pack: Pack, finding: Finding) -> int:
    """How near its people are to those whom the pack is for: 0 is nearest."""
    return pack.once(_places)[finding.directness]


def _places(pack: Pack) -> Mapping[str, int]:
    return {group: place for place, group in enumerate(pack.group)}


def finding_size(pack: Pack, finding: Finding) -> int | None:
    """How many were counted for a figure, or else in its whole source; None if neither is reported."""
    return finding.total if finding.total is not None else pack.source[finding.source_id].n


def most_direct_first(pack: Pack, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of the nearest people first, among them the largest; never by result.

    What nobody counted stands after what somebody did, and a source whose title is not known after all.
    """

    def place(finding: Finding) -> tuple[int, bool, int]:
        is_untitled = not has_title(pack.source[finding.source_id])
        return (nearness(pack, finding), is_untitled, -(finding_size(pack, finding) or 0))

    return tuple(sorted(findings, key=place))


def nearest_first(pack: Pack, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of the nearest people first, else in the order given."""
    return tuple(sorted(findings, key=lambda finding: nearness(pack, finding)))
