"""The risk table: options down, outcomes across; in each cell what is known, or that nothing was found.

It ranks nothing and adds nothing up. A cell leads with its most direct figure: of the nearest people, then
in the order of the comparison (:func:`~pathways.comparison.cells.in_order`); never by result.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pathways import evidence
from pathways.comparison.cells import in_order
from pathways.comparison.groups import direct_and_indirect
from pathways.evidence import Reading
from pathways.model import Finding, Node, OutcomeGroup, Pack
from pathways.model.vocabulary import GROUPED_ROLES


@dataclass(frozen=True)
class Known:
    """What is known of one thing asked.

    ``readings`` are of just those who are asked about, the most direct first; ``indirect`` ones answer only
    in part, and none of them stands as a number where there is room for one.
    """

    readings: tuple[Reading, ...] = ()
    indirect: tuple[Reading, ...] = ()

    @property
    def lead(self) -> Reading | None:
        """The figure that stands where there is room for one; None if none is of just those asked about."""
        return self.readings[0] if self.readings else None

    @property
    def count(self) -> int:
        """How many figures stand behind it."""
        return len(self.readings) + len(self.indirect)

    @property
    def is_disputed(self) -> bool:
        """Does another study say something else than one of its figures?"""
        return any(told.finding.conflicts_with for told in (*self.readings, *self.indirect))


@dataclass(frozen=True)
class RiskCell(Known):
    """What is known of one outcome of one option, of people who had just this option."""

    outcome: OutcomeGroup = field(kw_only=True)


@dataclass(frozen=True)
class RiskRow:
    """An option with a cell for each outcome group, in their order."""

    option: Node
    cells: tuple[RiskCell, ...]


def risk_table(pack: Pack) -> tuple[RiskRow, ...]:
    """A row for each option: the first one of the comparison, then by the lanes of the map."""
    return pack.once(_rows)


def _rows(pack: Pack) -> tuple[RiskRow, ...]:
    lanes = list(pack.lane)
    options = [node for node in pack.nodes if node.kind == "option"]
    ordered = sorted(options, key=lambda node: (node.id != pack.compare.first, lanes.index(node.lane)))
    return tuple(RiskRow(option, _cells(pack, option)) for option in ordered)


def _cells(pack: Pack, option: Node) -> tuple[RiskCell, ...]:
    outcomes = [finding for finding in pack.findings_of[option.id] if finding.role in GROUPED_ROLES]
    ordered = evidence.nearest_first(pack, in_order(pack, outcomes))
    return tuple(_cell(pack, option, group, ordered) for group in pack.info.outcome_groups)


def _cell(pack: Pack, option: Node, group: OutcomeGroup, ordered: tuple[Finding, ...]) -> RiskCell:
    of_group = [finding for finding in ordered if finding.outcome_group == group.id]
    return RiskCell(*direct_and_indirect(pack, option, of_group), outcome=group)


def beyond_options(pack: Pack) -> tuple[Finding, ...]:
    """Outcomes that stand under no option, but under a step such as the days in hospital."""
    return tuple(
        finding
        for finding in pack.findings
        if finding.role in GROUPED_ROLES
        and not any(pack.node[node_id].kind == "option" for node_id in finding.nodes)
    )
