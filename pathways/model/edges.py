"""``edges.csv``: the ways between the places."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from pathways.model.cells import sources_or_convention
from pathways.model.record import Record
from pathways.model.vocabulary import EDGE_KINDS, EdgeKind, EdgeTerms, NodeId, SourceId, TestResult, Words


class Edge(Record):
    """A way from one node to another: of what kind, when it is taken, and what it rests on.

    ``basis`` holds source ids; an empty basis means clinical convention without a source.
    ``result`` is set on ways out of a test: which result leads along this way.
    """

    model_config = ConfigDict(populate_by_name=True)

    start: NodeId = Field(alias="from")
    end: NodeId = Field(alias="to")
    kind: EdgeKind
    condition: Words
    basis: Annotated[tuple[SourceId, ...], BeforeValidator(sources_or_convention)]
    result: TestResult = ""

    @property
    def is_convention(self) -> bool:
        return not self.basis

    @property
    def terms(self) -> EdgeTerms:
        """The words of its kind, and what the kind means for the way of a reader."""
        return EDGE_KINDS[self.kind]
