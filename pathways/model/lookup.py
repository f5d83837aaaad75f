"""Look-ups by id that cannot be changed and that say, for an unknown id, which known ones are like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NoReturn, TypeVar

from pathways.errors import UnknownIdError, near

Item = TypeVar("Item")


class _Known(dict[str, Item]):
    """A dictionary with the noun of what it holds. What is found costs what it costs in any dictionary."""

    def __init__(self, noun: str, items: Iterable[tuple[str, Item]]) -> None:
        super().__init__(items)
        self.noun = noun

    def __missing__(self, wanted: object) -> NoReturn:
        raise UnknownIdError(self.noun, wanted, near(wanted, self))


def by_id(noun: str, items: Iterable[tuple[str, Item]]) -> Mapping[str, Item]:
    """A read-only mapping of these pairs of id and item; an unknown id raises ``UnknownIdError``.

    >>> by_id("drink", [("tea", 1), ("coffee", 2)])["coffe"]
    Traceback (most recent call last):
    pathways.errors.UnknownIdError: There is no drink 'coffe'. Like it: 'coffee'.
    """
    return MappingProxyType(_Known(noun, items))
