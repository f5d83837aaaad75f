"""A whole pack: every record of its folder, and look-ups by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Self, TypeVar, cast

from pathways.model.cases import TeachingCase
from pathways.model.changes import Change
from pathways.model.compare import NO_COMPARE, Compare
from pathways.model.criteria import Contradiction, CriteriaGap, Criterion, Fact
from pathways.model.edges import Edge
from pathways.model.evidence import Claim, Finding, Gap, Source
from pathways.model.glossary import GlossaryEntry
from pathways.model.info import Group, Lane, OutcomeGroup, PackInfo
from pathways.model.lookup import by_id
from pathways.model.nodes import Node
from pathways.model.record import Record
from pathways.model.topics import Topic
from pathways.model.units import Unit, general_label
from pathways.model.vocabulary import URGENT

Made = TypeVar("Made")


class Pack(Record):
    """A whole pathway as read from its folder. Look-ups are by id and read-only.

    ``pack.node["tea"]`` is a node, ``pack.findings_of["tea"]`` its findings, and so on; an id that
    is not known raises :class:`~pathways.errors.UnknownIdError`, which names those that are like it.

    ``digest`` tells one reading of the files from another: a SHA-256 over their names and bytes in
    hexadecimal, blank for a pack that was made without a folder.
    """

    info: PackInfo
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    gaps: tuple[Gap, ...] = ()
    claims: tuple[Claim, ...] = ()
    topics: tuple[Topic, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    facts: tuple[Fact, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    criteria_gaps: tuple[CriteriaGap, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    cases: tuple[TeachingCase, ...] = ()
    changes: tuple[Change, ...] = ()
    compare: Compare = NO_COMPARE
    digest: str = ""

    def __repr__(self) -> str:
        return f"<Pack {self.info.title!r} {self.info.version}: {self.contents}>"

    __str__ = __repr__

    def __copy__(self) -> Self:
        """A copy without the look-ups: where records are then replaced, they would be of the old ones."""
        copied = super().__copy__()
        for made in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[made]
        return copied

    @property
    def contents(self) -> str:
        """How much the pack holds, in words: "76 nodes, 277 edges" and so on."""
        counted = ("nodes", "edges", "findings", "sources", "gaps", "claims")
        return ", ".join(f"{len(getattr(self, noun))} {noun}" for noun in counted)

    @cached_property
    def identity(self) -> str:
        """What tells this pack from every other: its digest, or else one over its records."""
        return self.digest or sha256(self.model_dump_json().encode()).hexdigest()

    def once(self, make: Callable[[Pack], Made]) -> Made:
        """What a function makes of this pack: made when it is first asked for, and kept as long as the pack.

        The function must give the same for the same pack, such as a search text for each record.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Made", self._made[make])

    @cached_property
    def _made(self) -> dict[Callable[[Pack], object], object]:
        return {}

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """Nodes by id."""
        return by_id("node", ((node.id, node) for node in self.nodes))

    @cached_property
    def lane(self) -> Mapping[str, Lane]:
        """Lanes by id."""
        return by_id("lane", ((lane.id, lane) for lane in self.info.lanes))

    @cached_property
    def group(self) -> Mapping[str, Group]:
        """Groups of people by id, the nearest first."""
        return by_id("group", ((group.id, group) for group in self.info.groups))

    @cached_property
    def outcome_group(self) -> Mapping[str, OutcomeGroup]:
        """Columns of the risk table by id, in their order."""
        return by_id("outcome group", ((group.id, group) for group in self.info.outcome_groups))

    @cached_property
    def unit(self) -> Mapping[str, Unit]:
        """Units that the pack describes, by id; see :meth:`unit_words` for those of any pack as well."""
        return by_id("unit", ((unit.id, unit) for unit in self.info.units))

    def unit_words(self, unit: str) -> str:
        """A unit in words: the pack's own, those of any pack, or the unit as it is written."""
        own = self.unit.get(unit)
        general = general_label(unit)
        return own.words if own else unit if general is None else general

    @cached_property
    def finding(self) -> Mapping[str, Finding]:
        """Findings by id."""
        return by_id("finding", ((finding.finding_id, finding) for finding in self.findings))

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return by_id("source", ((source.source_id, source) for source in self.sources))

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return by_id("topic", ((topic.id, topic) for topic in self.topics))

    @cached_property
    def edges_from(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges that start at a node, by its id, in the order of the file."""
        return by_id("node", ((n, tuple(e for e in self.edges if e.start == n)) for n in self.node))

    @cached_property
    def edges_to(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges that end at a node, by its id, in the order of the file."""
        return by_id("node", ((n, tuple(e for e in self.edges if e.end == n)) for n in self.node))

    @cached_property
    def everywhere(self) -> Mapping[str, Edge]:
        """The urgent way to the place that every other place leads to, by its start; empty without one."""
        said = self.info.everywhere
        if said is None:
            return MappingProxyType({})
        return MappingProxyType(
            {
                node.id: Edge(
                    start=node.id, end=said.to, kind=URGENT, condition=said.condition, basis=said.basis
                )
                for node in self.nodes
                if node.id != said.to
            }
        )

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings that belong to a node, by its id."""
        return by_id("node", ((n, tuple(f for f in self.findings if n in f.nodes)) for n in self.node))

    @cached_property
    def findings_of_source(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings of a source, by its id, in the order of the file; a source without any is left out."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.source_id, []).append(finding)
        return MappingProxyType({source_id: tuple(findings) for source_id, findings in found.items()})

    @cached_property
    def gaps_of(self) -> Mapping[str, tuple[Gap, ...]]:
        """Stated gaps at a node, by its id."""
        return by_id("node", ((n, tuple(g for g in self.gaps if g.node_id == n)) for n in self.node))

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims of the guides by their home, a node id or a topic id."""
        homes = (*self.node, *self.topic)
        return by_id("node or topic", ((h, tuple(c for c in self.claims if h in c.homes)) for h in homes))

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """What can be known about a case, by id."""
        return by_id("fact", ((fact.fact_id, fact) for fact in self.facts))

    @cached_property
    def criterion(self) -> Mapping[str, Criterion]:
        """Criteria by id."""
        return by_id("criterion", ((one.criterion_id, one) for one in self.criteria))

    @cached_property
    def criteria_of(self) -> Mapping[str, tuple[Criterion, ...]]:
        """Criteria that stand at a node, by its id, in the order of the file."""
        return by_id("node", ((n, tuple(c for c in self.criteria if n in c.nodes)) for n in self.node))

    @cached_property
    def criteria_gaps_of(self) -> Mapping[str, tuple[CriteriaGap, ...]]:
        """Conditions that no usable source gives at a node, by its id."""
        return by_id("node", ((n, tuple(g for g in self.criteria_gaps if g.node_id == n)) for n in self.node))

    @cached_property
    def case(self) -> Mapping[str, TeachingCase]:
        """Made-up cases by id."""
        return by_id("case", ((case.id, case) for case in self.cases))

    @cached_property
    def changes_of(self) -> Mapping[tuple[str, str], tuple[Change, ...]]:
        """What the record of changes says of a thing, by what it is and its id; the newest first."""
        found: dict[tuple[str, str], list[Change]] = {}
        for change in reversed(self.changes):
            found.setdefault((change.what, change.id), []).append(change)
        return MappingProxyType({key: tuple(changes) for key, changes in found.items()})
