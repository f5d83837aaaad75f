"""Options side by side: for each question that people ask, what is known of each option and what is not.

Which findings stand in a row is a rule and never a choice by hand: all findings of the option that have
one of the row's roles, and where the row says so, those of the places that follow the option in a lane.
Those of people who had just the option stand before those that answer only in part; only this, and which
harms are grave, does the pack say by name. Their order is a rule too (:func:`in_order`). Never by result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathways.comparison.cells import Cell, cell, in_order, none_found
from pathways.comparison.differences import heterogeneity, shared_studies
from pathways.comparison.glance import Glance, glances
from pathways.comparison.groups import told_beside
from pathways.comparison.matters import WEIGHTS, ordered, preference_cell, weight
from pathways.evidence import Reading
from pathways.model import CompareRow, Node, Pack, Preference, by_id

__all__ = [
    "VISIBLE",
    "WEIGHTS",
    "Cell",
    "Comparison",
    "Glance",
    "Row",
    "comparison",
    "glances",
    "in_order",
    "none_found",
    "preference_rows",
    "raised_by",
    "told_beside",
]


VISIBLE = 2
"""How many figures of a cell are open at first, the same for every question and option."""


@dataclass(frozen=True)
class Row:
    """One question with a cell for each option.

    ``heterogeneity`` says in one sentence what is not the same between the cells, "" if nothing;
    ``shared_studies`` names what one study measured in several options, "" if nothing.
    """

    id: str
    question: str
    cells: tuple[Cell, ...]
    heterogeneity: str = ""
    shared_studies: str = ""


@dataclass(frozen=True)
class Comparison:
    """Options with their rows; ``matters`` are the ids of what matters, most first."""

    options: tuple[Node, ...]
    rows: tuple[Row, ...]
    matters: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading of the rows, once each; a study told from its other group counts beside itself."""
        cells = (cell for row in self.rows for cell in row.cells)
        return tuple(dict.fromkeys(told for cell in cells for told in (*cell.readings, *cell.indirect)))


def comparison(pack: Pack, options: Sequence[str], matters: Mapping[str, str] = {}) -> Comparison:
    """Lay options side by side, question by question, and never ranked.

    The pack's first one ("carry on as now") always stands first.

    Args:
        options: ids of options; the first one of the pack is added, repetitions are dropped.
        matters: weights ("not", "some" or "a_lot") by ids of matters. Rows that speak of what matters
            move up; nothing is hidden, and the options are never ranked.

    Raises:
        UnknownIdError: an option, a matter or a weight is not known.
    """
    nodes = _options(pack, options)
    chosen = ordered(pack, matters)
    rows = (
        _row(pack, row.id, row.question, [_cell(pack, row, node, _others(nodes, node)) for node in nodes])
        for row in _moved_up(pack, chosen, matters)
    )
    return Comparison(nodes, tuple(rows), tuple(matter.id for matter in chosen))


def preference_rows(pack: Pack, options: Sequence[str], matters: Mapping[str, str]) -> tuple[Row, ...]:
    """One row for each matter, most first: what is known of it for each option, and what is not.

    Raises:
        UnknownIdError: an option, a matter or a weight is not known.
    """
    nodes = _options(pack, options)
    return tuple(
        _row(
            pack,
            matter.id,
            matter.label,
            [preference_cell(pack, matter, node, _others(nodes, node)) for node in nodes],
        )
        for matter in ordered(pack, matters)
    )


def raised_by(pack: Pack, row_id: str, matters: Iterable[str]) -> tuple[str, ...]:
    """The labels of those matters for which a row moves up."""
    wanted = set(matters)
    return tuple(m.label for m in pack.compare.matters if m.id in wanted and row_id in m.rows)


def _cell(pack: Pack, row: CompareRow, option: Node, others: Sequence[Node]) -> Cell:
    matter = next((matter for matter in pack.compare.matters if matter.id == row.matter), None)
    return preference_cell(pack, matter, option, others) if matter else cell(pack, row, option, others)


def _options(pack: Pack, options: Sequence[str]) -> tuple[Node, ...]:
    known = by_id("option", ((node.id, node) for node in pack.nodes if node.kind == "option"))
    return tuple(known[option] for option in dict.fromkeys((pack.compare.first, *options)))


def _others(nodes: Sequence[Node], node: Node) -> tuple[Node, ...]:
    return tuple(other for other in nodes if other is not node)


def _moved_up(pack: Pack, chosen: Sequence[Preference], matters: Mapping[str, str]) -> list[CompareRow]:
    """The rows by the greatest weight of what they speak of; among equals the order of the file."""

    def heaviest(row: CompareRow) -> int:
        return max((weight(matters, matter) for matter in chosen if row.id in matter.rows), default=0)

    return sorted(pack.compare.rows, key=heaviest, reverse=True)


def _row(pack: Pack, row_id: str, question: str, cells: Sequence[Cell]) -> Row:
    return Row(row_id, question, tuple(cells), heterogeneity(cells), shared_studies(pack, cells))
