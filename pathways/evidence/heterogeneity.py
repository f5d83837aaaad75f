"""What is not the same in findings that stand together, so that nobody reads one number against another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pathways.model import Finding

ASPECTS: Mapping[str, Callable[[Finding], object]] = {
    "the groups studied": lambda finding: finding.population,
    "the time of measuring": lambda finding: finding.follow_up_months,
    "what was counted": lambda finding: finding.outcome,
    "what they were compared with": lambda finding: finding.comparator,
}
"""What must be the same for figures to be compared, in words that a sentence can list."""


def unlike(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The aspects of :data:`ASPECTS` in which findings differ; empty if they can stand side by side."""
    told = tuple(findings)
    return tuple(name for name, aspect in ASPECTS.items() if len({aspect(one) for one in told}) > 1)
