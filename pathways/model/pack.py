"""A whole pack: every record of its folder, and look-ups by id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType

from pathways.model.compare import Compare
from pathways.model.edges import Edge
from pathways.model.evidence import Claim, Finding, Gap, Source
from pathways.model.info import Lane, PackInfo
from pathways.model.nodes import Node
from pathways.model.record import Record
from pathways.model.scorecard import ScoreRow
from pathways.model.topics import Topic


class Pack(Record):
    """A whole pathway as read from its folder. Look-ups are by id and read-only.

    ``digest`` tells one reading of the files from another: a SHA-256 over their names and bytes in
    hexadecimal, blank for a pack that was made without a folder.
    """

    info: PackInfo
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    gaps: tuple[Gap, ...]
    claims: tuple[Claim, ...]
    topics: tuple[Topic, ...]
    compare: Compare
    scorecard: tuple[ScoreRow, ...]
    digest: str = ""

    @cached_property
    def identity(self) -> str:
        """What tells this pack from every other: its digest, or else one over its records."""
        return self.digest or sha256(self.model_dump_json().encode()).hexdigest()

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """Nodes by id."""
        return MappingProxyType({node.id: node for node in self.nodes})

    @cached_property
    def lane(self) -> Mapping[str, Lane]:
        """Lanes by id."""
        return MappingProxyType({lane.id: lane for lane in self.info.lanes})

    @cached_property
    def finding(self) -> Mapping[str, Finding]:
        """Findings by id."""
        return MappingProxyType({finding.finding_id: finding for finding in self.findings})

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return MappingProxyType({source.source_id: source for source in self.sources})

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return MappingProxyType({topic.id: topic for topic in self.topics})

    @cached_property
    def edges_from(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges that start at a node, by its id, in the order of the file."""
        return MappingProxyType({n: tuple(e for e in self.edges if e.start == n) for n in self.node})

    @cached_property
    def edges_to(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges that end at a node, by its id, in the order of the file."""
        return MappingProxyType({n: tuple(e for e in self.edges if e.end == n) for n in self.node})

    @cached_property
    def everywhere(self) -> Mapping[str, Edge]:
        """The urgent way to the place that every other place leads to, by its start; empty without one."""
        said = self.info.everywhere
        if said is None:
            return MappingProxyType({})
        return MappingProxyType(
            {
                node.id: Edge(
                    start=node.id, end=said.to, kind="urgent", condition=said.condition, basis=said.basis
                )
                for node in self.nodes
                if node.id != said.to
            }
        )

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings that belong to a node, by its id."""
        return MappingProxyType({n: tuple(f for f in self.findings if n in f.nodes) for n in self.node})

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
        return MappingProxyType({n: tuple(g for g in self.gaps if g.node_id == n) for n in self.node})

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims of the guides by their home, a node id or a topic id."""
        homes = (*self.node, *self.topic)
        return MappingProxyType({h: tuple(c for c in self.claims if h in c.homes) for h in homes})
