"""The mark of whom a figure is about: three shapes, told apart without colour (``mark.html`` draws them)."""

from __future__ import annotations

from dataclasses import dataclass

from pathways import evidence
from pathways.model import Finding, Pack

LAST_SHAPE = 2
"""The open circle: of a pack with more groups, all that are further away share it."""


@dataclass(frozen=True)
class Key:
    """A mark with its words, for a legend."""

    place: int
    words: str


def keys(pack: Pack) -> tuple[Key, ...]:
    """The marks with their words, the nearest people first."""
    return tuple(Key(min(place, LAST_SHAPE), group.short) for place, group in enumerate(pack.info.groups))


def shape(pack: Pack, finding: Finding) -> int:
    """Which of the three marks a figure has: 0 is for the nearest people."""
    return min(evidence.nearness(pack, finding), LAST_SHAPE)
