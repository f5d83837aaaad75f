"""What the list of a class holds: places, cases and questions, each by its name in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pages.shared.url import number
from pathways.learning.seeds import SET
from pathways.model import Pack

MOST_ITEMS = 20
"""So many items make a list: more would not fit an address that a letter can hold."""

Kind = Literal["place", "case", "quiz"]


@dataclass(frozen=True)
class Item:
    """A place or a case by its id, or a quiz by its seed; ``question`` is 0 for all questions of the set."""

    kind: Kind
    name: str
    question: int = 0

    @property
    def words(self) -> str:
        """The item as an address holds it.

        >>> Item("place", "tea").words, Item("quiz", "4", 3).words, Item("quiz", "4").words
        ('place:tea', 'quiz:4:3', 'quiz:4')
        """
        return ":".join((self.kind, self.name, *([str(self.question)] if self.question else [])))


def item_of(pack: Pack, words: str) -> Item | None:
    """The item that an address names; None if it names nothing of the pack."""
    kind, _, name = words.partition(":")
    if kind == "place" and name in pack.node:
        return Item("place", name)
    if kind == "case" and name in pack.case:
        return Item("case", name)
    return _quiz(name) if kind == "quiz" else None


def _quiz(words: str) -> Item | None:
    """A quiz by its seed, and by the number of one of its questions if one is named.

    >>> _quiz("4:3"), _quiz("4"), _quiz("4:11"), _quiz("x")
    (Item(kind='quiz', name='4', question=3), Item(kind='quiz', name='4', question=0), None, None)
    """
    seed, colon, rest = words.partition(":")
    question = number(rest) if colon else 0
    if number(seed) is None or question is None or question > SET:
        return None
    return Item("quiz", str(number(seed)), question)
