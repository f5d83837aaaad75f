"""Findings as a tidy table: one row a finding, every cell in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pathways.evidence.order import nearest_first
from pathways.evidence.phrases import amount, both_frames, comparison, group, spread, time
from pathways.evidence.sources import citation, size
from pathways.evidence.words import NOT_KNOWN
from pathways.model import Finding, Pack
from pathways.model.vocabulary import (
    CHECKED_LABELS,
    DESIGN_LABELS,
    DIRECTNESS_LABELS,
    FUNDING_LABELS,
    ROLE_LABELS,
)

if TYPE_CHECKING:
    import pandas as pd

TABLE_COLUMNS = {
    "finding_id": "Finding",
    "role": "Kind",
    "outcome": "Outcome",
    "plain": "What was found",
    "statement": "For clinicians",
    "amount": "Figure",
    "frames": "Both sides",
    "compared": "Compared with",
    "spread": "Range",
    "group": "Group",
    "time": "Time",
    "directness": "Who was studied",
    "design": "Design",
    "size": "Size",
    "funding": "Funding",
    "checked": "Checked",
    "caution": "Caution",
    "second_hand": "Quoted from",
    "conflicts": "Conflicts with",
    "source_id": "Source id",
    "citation": "Source",
    "link": "Link",
}
"""The columns of a table of findings with their headings."""


def findings_table(pack: Pack, findings: Sequence[Finding]) -> pd.DataFrame:
    """One row a finding, in words; directness first (whom the pack is about), then the pack's order.

    The columns are those of :data:`TABLE_COLUMNS`.
    """
    import pandas as pd  # it is slow to load, and most pages show no table

    rows = [_row(pack, finding) for finding in nearest_first(findings)]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))


def _row(pack: Pack, finding: Finding) -> dict[str, str]:
    source = pack.source[finding.source_id]
    return {
        "finding_id": finding.finding_id,
        "role": ROLE_LABELS[finding.role],
        "outcome": finding.outcome,
        "plain": finding.plain,
        "statement": finding.statement,
        "amount": amount(finding),
        "frames": both_frames(finding),
        "compared": comparison(finding),
        "spread": spread(finding),
        "group": group(finding),
        "time": time(finding),
        "directness": DIRECTNESS_LABELS[finding.directness],
        "design": DESIGN_LABELS[source.design],
        "size": size(finding, source),
        "funding": FUNDING_LABELS[source.funding],
        "checked": CHECKED_LABELS[finding.checked],
        "caution": finding.caution,
        "second_hand": finding.second_hand,
        "conflicts": "; ".join(finding.conflicts_with),
        "source_id": source.source_id,
        "citation": citation(source),
        "link": source.link or f"link {NOT_KNOWN}",
    }
