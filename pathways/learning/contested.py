"""What is contested: two figures that say something else of the same thing, and why they may differ.

A reader says first what may not be alike in the two. What is not alike is read from the records, as on all
pages (:mod:`pathways.evidence.disagreements`); which of two figures is right, nothing here says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathways.evidence import Reading, reading
from pathways.evidence.disagreements import what_differs
from pathways.learning.seeds import SET, shuffled
from pathways.model import Pack

REASONS: Mapping[str, str] = {
    "people": "the groups studied",
    "time": "the time of measuring",
    "counted": "what was counted",
    "beside": "what they were compared with",
    "design": "the kind of study",
    "payer": "who paid",
}
"""What may not be alike in two figures: a short name, and the aspect as all pages word it."""


@dataclass(frozen=True)
class Pair:
    """Two figures that disagree, and the names of :data:`REASONS` in which they are not alike."""

    one: Reading
    other: Reading
    differs: tuple[str, ...]

    @property
    def id(self) -> str:
        """The ids of both, joined by a full stop: no id holds one."""
        return f"{self.one.id}.{self.other.id}"


def pairs(pack: Pack, seed: int) -> tuple[Pair, ...]:
    """The pairs of a set in the order of the seed; no figure stands in two of them."""
    ids = {tuple(sorted((f.finding_id, other))) for f in pack.findings for other in f.conflicts_with}
    found = shuffled(ids, seed, " ".join)
    return tuple(_pair(pack, one, other) for one, other in _each_once(found))[:SET]


def _each_once(pairs: Iterable[Sequence[str]]) -> Iterable[Sequence[str]]:
    used: set[str] = set()
    for pair in pairs:
        if not used & set(pair):
            used |= set(pair)
            yield pair


def _pair(pack: Pack, one: str, other: str) -> Pair:
    findings = [pack.finding[one], pack.finding[other]]
    differing = what_differs(pack, findings)
    told = [reading(pack, finding, "patients") for finding in findings]
    return Pair(told[0], told[1], tuple(name for name, aspect in REASONS.items() if aspect in differing))


@dataclass(frozen=True)
class Said:
    """What a reader said of a pair beside what its records say, as names of :data:`REASONS`."""

    named: tuple[str, ...]
    not_named: tuple[str, ...]
    alike: tuple[str, ...]


def said_of(pair: Pair, reasons: Sequence[str]) -> Said:
    """Which reasons were named and hold, which hold and were not named, and which were named and are alike.

    >>> from pathways.loading import load_pack
    >>> pair = pairs(load_pack(), 1)[0]
    >>> said_of(pair, pair.differs).not_named
    ()
    """
    return Said(
        named=tuple(name for name in pair.differs if name in reasons),
        not_named=tuple(name for name in pair.differs if name not in reasons),
        alike=tuple(name for name in REASONS if name in reasons and name not in pair.differs),
    )
