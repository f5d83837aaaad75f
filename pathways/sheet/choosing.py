"""Which figures of an option stand on the sheet: a rule, and never a result.

For each option and side the first figures in the order of the comparison, as many harms as benefits
(docs/decisions/0007-what-stands-on-the-sheet.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.comparison import Cell, Comparison, none_found
from pathways.evidence import Reading, unlike
from pathways.model import CompareRow, Pack

MOST_FIGURES = 2
"""How many benefits, and how many harms, of each option a sheet shows at most, but for a grave harm."""

DO_NOT_READ_ACROSS = (
    "Do not read straight across: the groups, the times or what was counted are not the same."
)


Recovery = tuple[Reading | None, str]
"""What was found on recovery, and what is said if nothing was."""


@dataclass(frozen=True)
class Chosen:
    """One question of the comparison for one option: the figures on the sheet, and how many there are.

    ``nothing`` is said where there is no figure, and ``besides`` what was not found beside the figures.
    """

    row: CompareRow
    shown: tuple[Reading, ...]
    nothing: str
    besides: str
    count: int


def chosen(pack: Pack, compared: Comparison, place: int, most: int) -> tuple[Chosen, ...]:
    """The figures of one option: the first of each side of the comparison, as many benefits as harms.

    A grave harm stands there in addition, so that it does not hide the harms that are common. Where there is
    no figure on one side, one of the other stands beside the words that say so.
    """
    answers = {row.id: row.cells[place] for row in compared.rows}
    found = [(row, answers[row.id]) for row in _sides(pack)]
    count = min(most, max(1, min(len(cell.readings) for _, cell in found)))
    return tuple(
        Chosen(
            row,
            shown=cell.readings[: count + _leads_with_serious_harm(pack, cell)],
            nothing=none_found(pack, row, compared.options[place]),
            besides=" ".join(gap.said for gap in cell.gaps) if cell.readings else "",
            count=len(cell.readings) + len(cell.indirect),
        )
        for row, cell in found
    )


def recovery(pack: Pack, compared: Comparison, place: int) -> Recovery:
    """The first figure on recovery of one option, or what is said where none was found."""
    row = next((row for row in pack.compare.rows if "recovery" in row.roles), None)
    if row is None:
        return None, ""
    (cell,) = (found.cells[place] for found in compared.rows if found.id == row.id)
    return (cell.readings[0] if cell.readings else None), none_found(pack, row, compared.options[place])


def _leads_with_serious_harm(pack: Pack, cell: Cell) -> bool:
    """Is the first of several figures one of death or lasting damage?"""
    return len(cell.readings) > 1 and cell.readings[0].id in pack.compare.grave


def _sides(pack: Pack) -> tuple[CompareRow, CompareRow]:
    """The two questions of the comparison that benefits and harms answer."""
    helps = next(row for row in pack.compare.rows if "benefit" in row.roles)
    wrong = next(row for row in pack.compare.rows if "harm" in row.roles)
    return helps, wrong


def differs(columns: Sequence[Sequence[Chosen]]) -> str:
    """A warning where figures beside each other have other groups, times or outcomes; else blank."""
    for beside in zip(*columns, strict=True):
        told = [shown.finding for side in beside for shown in side.shown]
        if unlike(told):
            return DO_NOT_READ_ACROSS
    return ""
