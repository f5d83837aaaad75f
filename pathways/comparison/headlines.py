"""The questions that Evidence opens on, each with the most direct figure that answers it.

No answer is picked by hand: it is the figure that leads the same rows elsewhere, so that a question cannot
be answered by the figure that pleases most.
"""

from __future__ import annotations

from dataclasses import dataclass

from pathways import evidence
from pathways.comparison.groups import applicability_of
from pathways.comparison.risk_table import Known, risk_table
from pathways.evidence import Reading
from pathways.model import HeadlineQuestion, Pack


@dataclass(frozen=True)
class Headline:
    """A question of the pack and what is known: its ``lead`` answers; without one, nothing was found."""

    asked: HeadlineQuestion
    known: Known


def headlines(pack: Pack) -> tuple[Headline, ...]:
    """The questions of the pack in their order, each with what answers it."""
    return pack.once(_headlines)


def _headlines(pack: Pack) -> tuple[Headline, ...]:
    return tuple(Headline(asked, _known(pack, asked)) for asked in pack.info.headlines)


def _known(pack: Pack, asked: HeadlineQuestion) -> Known:
    if asked.counts:
        counted = (f for f in pack.findings_of[asked.place] if f.role == asked.counts)
        return Known(evidence.readings(pack, evidence.most_direct_first(pack, counted), "patients"))
    cells = next(row.cells for row in risk_table(pack) if row.option.id == asked.place)
    found: Known = next(cell for cell in cells if cell.outcome.id == asked.outcome)
    return found if found.count else Known(indirect=_arms(pack, asked.place))


def _arms(pack: Pack, option: str) -> tuple[Reading, ...]:
    """The arms of studies that set the option beside another: alone, none of them is an answer."""
    arms = applicability_of(pack, pack.node[option]).arms
    return evidence.readings(pack, [pack.finding[arm] for arm in arms], "patients")
