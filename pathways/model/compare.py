"""``compare.yaml``: how options are laid side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from pathways.model.record import Record
from pathways.model.vocabulary import CardSection, EdgeKind, FindingId, LivingArea, NodeId, Prose, Role, Words


class CompareRow(Record):
    """A row of the comparison: a question that people ask, and from where each option answers it.

    ``roles`` name findings, ``sections`` and ``living_with`` parts of the option's card, ``ways`` edges.
    ``after`` names lanes: the findings of the places there that the option leads on to count as well.
    ``none_found`` is said, as loudly as a number, where an option has no finding of these roles.
    """

    id: NodeId
    question: Words
    roles: tuple[Role, ...] = ()
    after: tuple[NodeId, ...] = ()
    sections: tuple[CardSection, ...] = ()
    living_with: tuple[LivingArea, ...] = ()
    ways: tuple[EdgeKind, ...] = ()
    holds_undoing: bool = False
    holds_gaps: bool = False
    none_found: str = ""


class Matter(Record):
    """Something that may matter to a person: an outcome, or a burden of having an option.

    A finding speaks of it if its outcome label holds one of ``words``, or if its role is among ``roles``.
    ``rows`` are the rows of the comparison that move up for it.
    """

    id: NodeId
    label: Words
    plain: Words
    kind: Literal["outcome", "burden"]
    words: tuple[Words, ...]
    roles: tuple[Role, ...] = ()
    living_with: tuple[LivingArea, ...] = ()
    rows: tuple[NodeId, ...]


class Preset(Record):
    """A common decision: the cause it starts from, and the options beside the first one."""

    id: NodeId
    label: Words
    cause: NodeId
    options: Annotated[tuple[NodeId, ...], Field(min_length=1, max_length=2)]
    note: str = ""


class Undoing(Record):
    """Whether an option can be undone, in words."""

    option: NodeId
    words: Prose


class Compare(Record):
    """``compare.yaml``: how options are laid side by side.

    ``first`` is the option that stands first. ``grave`` are findings of death and lasting damage: they
    are told first and never folded away.
    """

    first: NodeId
    why_first: Words
    none_on_matter: Words
    grave: tuple[FindingId, ...] = ()
    rows: tuple[CompareRow, ...]
    matters: tuple[Matter, ...]
    presets: tuple[Preset, ...]
    undoing: tuple[Undoing, ...]

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph with the name of the record that it stands in."""
        yield "why_first", self.why_first
        yield "none_on_matter", self.none_on_matter
        yield from ((row.id, row.none_found) for row in self.rows if row.none_found)
        yield from ((matter.id, matter.plain) for matter in self.matters)
        yield from ((preset.id, preset.note) for preset in self.presets if preset.note)
        yield from ((undoing.option, words) for undoing in self.undoing for words in undoing.words)
