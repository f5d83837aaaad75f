"""An order as if by chance that is the same for everybody who has the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from itertools import chain, zip_longest
from typing import TypeVar

Item = TypeVar("Item")

SET = 10
"""How many figures, claims or questions make one set: as many as fit a quarter of an hour."""


def shuffled(items: Iterable[Item], seed: int, name: Callable[[Item], str]) -> tuple[Item, ...]:
    """The items in the order of the seed.

    The place of an item depends on the seed and its own name alone, so a record more in the pack moves no
    other, and the order is the same on every machine.

    >>> shuffled(["rest", "tea", "water"], 1, str) == shuffled(["water", "rest", "tea"], 1, str)
    True
    """
    return tuple(sorted(items, key=lambda item: sha256(f"{seed} {name(item)}".encode()).digest()))


def dealt(hands: Iterable[Sequence[Item]], most: int) -> tuple[Item, ...]:
    """The first of each, then the second of each, and so on, until there are so many.

    >>> dealt([["a", "b", "c"], ["d"]], 3)
    ('a', 'd', 'b')
    """
    rows = zip_longest(*([(item,) for item in hand] for hand in hands), fillvalue=())
    return tuple(chain.from_iterable(chain.from_iterable(rows)))[:most]
