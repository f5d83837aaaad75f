"""Findings as a tidy table: one row a finding, every cell in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pathways.evidence.order import most_direct_first
from pathways.evidence.reading import Reading, readings
from pathways.model import Finding, Pack

if TYPE_CHECKING:
    import pandas as pd

TABLE_COLUMNS = {
    "finding_id": "Finding",
    "role": "Kind",
    "outcome": "Outcome",
    "plain": "What was found",
    "statement": "For clinicians",
    "estimate": "Figure",
    "complement": "Both sides",
    "compared": "Compared with",
    "interval": "Range",
    "population": "Group",
    "follow_up": "Time",
    "directness": "Who was studied",
    "design": "Design",
    "size": "Size",
    "funding": "Funding",
    "checked": "Checked",
    "counted": "Counted, if not people",
    "caution": "Caution",
    "second_hand": "Quoted from",
    "conflicts": "Conflicts with",
    "source_id": "Source id",
    "citation": "Source",
    "link": "Link",
}
"""The columns of a table of findings with their headings."""


def findings_table(pack: Pack, findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding, in words; the nearest people first, among them the largest.

    The columns are those of :data:`TABLE_COLUMNS`.
    """
    import pandas as pd  # it is slow to load, and most pages show no table

    rows = [_row(told) for told in readings(pack, most_direct_first(pack, findings))]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))


def _row(told: Reading) -> dict[str, str]:
    return {
        "finding_id": told.id,
        "role": told.role,
        "outcome": told.outcome,
        "plain": told.says,
        "statement": told.statement,
        "estimate": told.estimate,
        "complement": told.complement,
        "compared": told.compared,
        "interval": told.interval,
        "population": told.population,
        "follow_up": told.follow_up,
        "directness": told.directness,
        "design": told.design,
        "size": told.size,
        "funding": told.funding,
        "checked": told.checked,
        "counted": told.finding.counted,
        "caution": told.caution,
        "second_hand": told.finding.second_hand,
        "conflicts": "; ".join(told.finding.conflicts_with),
        "source_id": told.source.source_id,
        "citation": told.citation,
        "link": told.link,
    }
