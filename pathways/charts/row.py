"""What the rows of a chart have in common: one figure, and the two ends of its range."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pathways.evidence import Reading


@dataclass(frozen=True)
class Row:
    """One finding in a chart; ``low`` and ``high`` are as the finding has them, None is not reported."""

    told: Reading

    @property
    def low(self) -> Decimal | None:
        return self.told.own.arm.low

    @property
    def high(self) -> Decimal | None:
        return self.told.own.arm.high

    @property
    def has_range(self) -> bool:
        return self.told.own.arm.has_range
