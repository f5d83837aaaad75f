"""When published criteria look: their limits on facts that are times, each on the clock of its fact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pathways.criteria.expression import Compared, comparisons
from pathways.criteria.reading import CaseReading, CriterionReading, conditions
from pathways.model import Fact
from pathways.model.units import TIME_UNITS


@dataclass(frozen=True)
class ClockMark:
    """A time that criteria name, in the unit of its clock, and the criteria that name it."""

    at: Decimal
    rows: tuple[CriterionReading, ...]


@dataclass(frozen=True)
class Clock:
    """A fact that is a time, the times that criteria name on it, from the earliest, and where the case is.

    ``now`` is in the unit of the fact; None if it is not known.
    """

    fact: Fact
    marks: tuple[ClockMark, ...]
    now: Decimal | None

    @property
    def end(self) -> Decimal:
        """Where the line ends: somewhat after its last mark, and after the case if that lies in sight."""
        last = max(mark.at for mark in self.marks)
        return max(last * Decimal("1.5"), Decimal(1))

    @property
    def is_beyond(self) -> bool:
        """Whether the case lies after the end of the line."""
        return self.now is not None and self.now > self.end

    def percent(self, at: Decimal) -> float:
        """The place of a time on the line, 0-100; what lies beyond stands at the end."""
        return round(float(min(at, self.end) / self.end * 100), 1)


def clocks(reading: CaseReading) -> tuple[Clock, ...]:
    """The clocks on which some criterion names a time above 0, in the order of the facts of the pack."""
    found: dict[str, dict[Decimal, list[CriterionReading]]] = {}
    for row in reading.rows.values():
        for comparison in comparisons(conditions(reading.pack)[row.criterion.expression]):
            if isinstance(comparison, Compared) and isinstance(comparison.limit, Decimal):
                at = found.setdefault(comparison.fact, {}).setdefault(comparison.limit, [])
                at += [] if row in at else [row]
    return tuple(
        Clock(fact, marks, now if isinstance(now, Decimal) else None)
        for fact in reading.pack.facts
        if fact.unit in TIME_UNITS and (marks := _marks(found.get(fact.fact_id, {})))
        for now in [reading.answers.known.get(fact.fact_id)]
    )


def _marks(found: dict[Decimal, list[CriterionReading]]) -> tuple[ClockMark, ...]:
    return tuple(ClockMark(at, tuple(rows)) for at, rows in sorted(found.items()) if at > 0)
