"""``facts.csv``, ``criteria.csv`` and their gaps and contradictions: what is held against a case."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator

from pathways.model.cells import Blank, Many, Number, choices
from pathways.model.record import Record
from pathways.model.vocabulary import CriterionKind, FactForm, FactKind, FindingId, NodeId, Words

CONVENTION = "convention"
"""What stands in a basis where practice, and not a source, carries all or part of a criterion."""


class Choice(Record):
    """An answer that can be chosen: ``value`` goes into data and addresses, ``label`` onto the screen."""

    value: NodeId
    label: Words


class Fact(Record):
    """One thing that can be known about a case, and how it is asked.

    A number has a unit, a range and a step, another kind has choices. ``asked_if`` is an expression: the
    question is left away while it is not met. It changes what is asked, never a state.
    """

    fact_id: NodeId
    kind: FactKind
    unit: str
    minimum: Blank[Number]
    maximum: Blank[Number]
    step: Blank[Number]
    choices: Annotated[tuple[Choice, ...], BeforeValidator(choices)]
    question: Words
    clinical_label: Words
    help: Words
    group: Words
    node: NodeId
    form: FactForm
    asked_if: str

    @property
    def is_number(self) -> bool:
        return self.kind == "number"

    @property
    def values(self) -> tuple[str, ...]:
        """What may be chosen; empty for a number."""
        return tuple(choice.value for choice in self.choices)

    def label_of(self, value: str | Decimal) -> str:
        """An answer as the screen says it; a number as it is, without its unit."""
        return next((one.label for one in self.choices if one.value == value), str(value))


class Criterion(Record):
    """One published condition, caution or warning at a place, as an expression over facts.

    ``plain`` and ``clinical`` are true when it is met. ``basis`` names findings, and ``convention`` where
    practice carries all or part of it; ``source_note`` says which part is carried by what.
    """

    criterion_id: NodeId
    nodes: Many[NodeId]
    kind: CriterionKind
    expression: Words
    plain: Words
    clinical: Words
    basis: Many[FindingId | Literal["convention"]]
    source_note: str
    caution: str

    @property
    def is_convention(self) -> bool:
        """Whether practice, and not a source, carries all or part of it."""
        return CONVENTION in self.basis

    @property
    def findings(self) -> tuple[FindingId, ...]:
        """The findings that carry it, or part of it."""
        return tuple(name for name in self.basis if name != CONVENTION)


class CriteriaGap(Record):
    """A condition that a reader would expect at a place and that no usable source gives.

    ``fact_id`` names the fact that it would be about; blank if no fact is.
    """

    gap_id: NodeId
    node_id: NodeId
    fact_id: NodeId | Literal[""]
    missing: Words


class Contradiction(Record):
    """Facts that do not go together, and the sentence that says so."""

    contradiction_id: NodeId
    expression: Words
    plain: Words
