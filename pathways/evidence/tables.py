"""Findings as a tidy table: one row a finding, every cell in words, and the numbers as numbers."""

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
    "value": "Value",
    "low": "Low",
    "high": "High",
    "unit": "Unit",
    "events": "Events",
    "total": "Total",
    "months": "Months",
}
"""The columns of a table of findings with their headings: words first, then the same as numbers."""

NUMBERS = ("value", "low", "high", "events", "total", "months")
"""The columns that hold numbers with the digits of their source, or ``None`` for what is not reported."""


def findings_table(pack: Pack, findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding, in words and numbers; the nearest people first, among them the largest.

    The columns are those of :data:`TABLE_COLUMNS`.
    """
    import pandas as pd  # it is slow to load, and most pages show no table

    rows = [_row(told) for told in readings(pack, most_direct_first(pack, findings))]
    table = pd.DataFrame(rows, columns=list(TABLE_COLUMNS))
    # As objects: pandas would write a whole number beside a blank as 12.0, which no source printed.
    numbers = {name: pd.Series([row[name] for row in rows], dtype="object") for name in NUMBERS}
    return table.assign(**numbers)


def _row(told: Reading) -> dict[str, object]:
    return {**_words(told), **_numbers(told.finding)}


def _numbers(finding: Finding) -> dict[str, object]:
    return {
        "value": finding.value,
        "low": finding.low,
        "high": finding.high,
        "unit": finding.unit,
        "events": finding.events,
        "total": finding.total,
        "months": finding.follow_up_months,
    }


def _words(told: Reading) -> dict[str, str]:
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
